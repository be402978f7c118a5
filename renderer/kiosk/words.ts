import type { Catalogue } from '../../shared/contract/contract.ts'
import type { KioskView, PhaseView, QueueView } from '../../shared/contract/view.ts'
import { refusalSentence } from '../../shared/vocabulary/refusal.ts'
import type { TimeLimit } from '../../shared/vocabulary/service-item.ts'
import { type KioskText, kioskText } from '../common/text/kiosk.ts'
import { clockText, dayText } from '../common/time-text.ts'
import type { Language, ShownRefusal } from './flow.ts'

/** A name in the language at hand; what has no English name keeps its Chinese one. */
export function nameIn(named: { name: string; nameEnglish: string }, language: Language): string {
  return language === 'en' && named.nameEnglish !== '' ? named.nameEnglish : named.name
}

/** 1 Monday to 7 Sunday, as the view counts. */
export function weekdayWord(weekday: number, text: KioskText): string {
  return text.weekday[weekday - 1] ?? ''
}

/** When the windows open next; the hub's own words are Chinese. */
export function nextOpenWords(phase: PhaseView, text: KioskText): string {
  const at = phase.nextOpenAt
  if (at === null) return text.nextOpen.unknown
  const clock = clockText(at)
  const day = dayText(at)
  if (day === phase.hallDay) return text.nextOpen.today(clock)
  // 0 Sunday to 6 Saturday; the words begin with Monday.
  const weekday = text.weekday[(new Date(day).getUTCDay() + 6) % 7] ?? ''
  return text.nextOpen.otherDay(Number(day.slice(5, 7)), Number(day.slice(8, 10)), weekday, clock)
}

/** A refusal in the language at hand, with the regulation it rests on in words; empty when none. */
export function refusalWords(
  refusal: ShownRefusal,
  language: Language,
  { view, catalogue }: { view: KioskView; catalogue: Catalogue | null },
): { sentence: string; clause: string } {
  const text = kioskText[language]
  const { facts } = refusal
  if (language === 'zh')
    return { sentence: refusalSentence(refusal.code, facts), clause: clauseWords(refusal.clause, text) }

  const item = catalogue?.serviceItems.find(({ name }) => name === facts.itemName)
  const english = {
    ...facts,
    ...('nextOpen' in facts ? { nextOpen: nextOpenWords(view.phase, text) } : {}),
    ...(item === undefined ? {} : { itemName: nameIn(item, language) }),
  }
  return { sentence: refusalSentence(refusal.code, english, language), clause: clauseWords(refusal.clause, text) }
}

/** `篇5.7` in words that a citizen can look up. */
export function clauseWords(clause: string, text: KioskText): string {
  const parts = /^篇(\d+)\.(\d+)$/.exec(clause)
  if (parts === null) return clause
  const [, article = '', number = ''] = parts
  return text.banner.clause(article, number, text.regulationTitles[article] ?? '')
}

/** Today's hours by kind, such as 08:00–12:00、14:00–17:00; empty when there are none. */
export function hoursWords(phase: PhaseView, kind: 'open' | 'linkup', text: KioskText): string {
  return phase.segments
    .filter((segment) => segment.phase === kind)
    .map(({ from, to }) => `${from}–${to}`)
    .join(text.listSeparator)
}

/** How full a queue is, in two short phrases. */
export function queueWords(queue: QueueView | undefined, text: KioskText): { waiting: string; estimate: string } {
  if (queue === undefined) return { waiting: '', estimate: '' }
  const { estimateMinutes, openWindows, waitingCount } = queue
  const estimate =
    openWindows.length === 0 || estimateMinutes === null
      ? text.queue.noWindow
      : estimateMinutes === 0
        ? text.queue.soon
        : text.queue.estimate(estimateMinutes)
  return { waiting: text.queue.waiting(waitingCount), estimate }
}

/** A limit in its own unit, never converted. */
export function limitWords(limit: TimeLimit, text: KioskText): string {
  return text.item.unit[limit.unit](limit.amount)
}

const shownOfIdNumber = 4

/** The last four characters of an ID number, by which its holder knows it again. */
export function endingOf(idNumber: string): string {
  return idNumber.slice(-shownOfIdNumber)
}

/** What is shown of an ID number while it is typed: its ending, so that a mistake can be seen. */
export function maskedIdNumber(idNumber: string): string {
  return '•'.repeat(Math.max(0, idNumber.length - shownOfIdNumber)) + endingOf(idNumber)
}
