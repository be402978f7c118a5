import type { PhaseView } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { display } from '../common/text/display.ts'
import { clockText } from '../common/time-text.ts'

export interface PhaseWords {
  /** `soon`: open, but not for long. */
  tone: 'open' | 'soon' | 'shut'
  title: string
  /** What closes when, or why no number is given and when the hall opens. */
  sentence: string
  /** The regulation it rests on; empty when none. */
  clause: string
}

/** The phase banner: what is open now, until when, and why a number is refused. */
export function phaseWords(phase: PhaseView): PhaseWords {
  const title = common.phase[phase.phase]
  const refusal = phase.issuingRefusal
  if (refusal !== null) {
    const tone = phase.phase === 'open' ? 'soon' : 'shut'
    return { tone, title, sentence: refusal.sentence, clause: clauseWords(refusal.clause) }
  }
  if (phase.phase !== 'open') {
    // Numbers are given already, the windows are not open yet.
    const opens = phase.nextOpenAt === null ? '' : `${display.phase.opensAt(clockText(phase.nextOpenAt))}，`
    return { tone: 'soon', title, sentence: opens + display.phase.issuing, clause: '' }
  }
  if (phase.closesSoonAt !== null) {
    return { tone: 'soon', title, sentence: display.phase.closesSoon(clockText(phase.closesSoonAt)), clause: '' }
  }
  return { tone: 'open', title, sentence: display.phase.open(clockText(phase.phaseEndsAt)), clause: '' }
}

/** `篇5.7` in words that a citizen can look up. */
function clauseWords(clause: string): string {
  const parts = /^篇(\d+)\.(\d+)$/.exec(clause)
  return parts === null ? clause : display.phase.clause(parts[1]!, parts[2]!)
}

/** The hours of today for the wall, such as 08:00–12:00 14:00–17:00. */
export function hoursWords(phase: PhaseView): string {
  const spans = (kind: 'open' | 'linkup') =>
    phase.segments
      .filter((segment) => segment.phase === kind)
      .map((segment) => `${segment.from}–${segment.to}`)
      .join('、')
  const [open, linkup] = [spans('open'), spans('linkup')]
  if (open === '') return display.phase.noHours
  return `${display.phase.hours} ${open}${linkup === '' ? '' : `　${display.phase.hoursLinkup} ${linkup}`}`
}
