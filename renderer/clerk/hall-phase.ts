import type { ClerkView, PhaseView, TicketCard } from '../../shared/contract/view.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { clockText, elapsedText } from '../common/time-text.ts'

/** The line about the hall's day: where it is, and how long until the next change. */
export interface PhaseLine {
  name: string
  hours: string
  countdown: string
  /** The last ten minutes before a change that ends calling. */
  isUrgent: boolean
}

const urgentMs = 10 * 60_000

/** Phase, hours and countdown in words; `now` is the hub's time, epoch ms. */
export function phaseLine(phase: PhaseView, now: number): PhaseLine {
  const left = elapsedText(phase.phaseEndsAt - now)
  const end = clockText(phase.phaseEndsAt)
  return {
    name: common.phase[phase.phase],
    hours: hoursText(phase),
    countdown: countdownText(phase, end, left, now),
    isUrgent: phase.phase === 'open' && phase.phaseEndsAt - now <= urgentMs,
  }
}

/** A phase that begins or ends at midnight is named by its other end. */
function hoursText(phase: PhaseView): string {
  const [from, to] = [clockText(phase.phaseStartsAt), clockText(phase.phaseEndsAt)]
  if (phase.phase === 'rest-day') return phase.dayReason
  if (phase.phase === 'closed') return clerkText.phase.since(from)
  return phase.phase === 'before-open' ? clerkText.phase.until(to) : clerkText.phase.span(from, to)
}

function countdownText(phase: PhaseView, end: string, left: string, now: number): string {
  const words = clerkText.phase
  if (phase.phase === 'open') {
    if (phase.segments.some((segment) => segment.phase === 'linkup' && segment.from === end)) {
      return words.untilLinkup(end, left)
    }
    return phase.session === 'morning' ? words.untilPause(end, left) : words.untilClose(end, left)
  }
  if (phase.phase === 'linkup') return words.untilClose(end, left)
  if (phase.nextOpenAt === null) return ''
  // Beyond today a countdown in hours says less than the refusal's sentence, which names the day.
  const isToday = phase.phase === 'lunch' || phase.phase === 'before-open'
  return isToday ? words.untilOpen(clockText(phase.nextOpenAt), elapsedText(phase.nextOpenAt - now)) : ''
}

/**
 * Why the window may not call in this phase, with its clause; null while it may. A duty window
 * calls outside the public hours, and then there is nothing to explain.
 */
export function closedSentence({ phase, callRefusal, serviceWindow }: ClerkView, now: number): string | null {
  if (phase.phase === 'open') return null
  if (serviceWindow.dutyUntil !== null && serviceWindow.dutyUntil > now) return null
  const isOfHours = callRefusal?.code.startsWith('hall-') ?? false
  const foreseen = isOfHours ? callRefusal : phase.issuingRefusal
  return foreseen === null ? null : clerkText.answers.withClause(foreseen.sentence, foreseen.clause)
}

/**
 * Minutes a waiting number has waited: those of the view, and those since the view came while the
 * hall is open, because a quiet hall pushes no view for minutes. `viewAt` and `now` in epoch ms.
 */
export function waitMinutesNow(ticket: TicketCard, phase: PhaseView, viewAt: number, now: number): number {
  if (ticket.status !== 'waiting' || phase.phase !== 'open') return ticket.waitMinutes
  return ticket.waitMinutes + Math.max(0, Math.floor((now - viewAt) / 60_000))
}
