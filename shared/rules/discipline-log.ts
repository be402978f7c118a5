import type { CommandBody } from '../vocabulary/command.ts'
import type { DisciplineLog, LogContent, LogWords } from '../vocabulary/discipline-log.ts'
import type { LogEvent } from '../vocabulary/event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { Actor } from '../vocabulary/staff.ts'
import { nextWorkday } from './calendar.ts'
import { accept, assert, type Decision, refuse, unreachable } from './decision.ts'
import { clockOf, dayOf, type HallDate, minuteMs, yearOf } from './hall-time.ts'
import { staffIdOf } from './may-touch.ts'
import { numberOfSeries } from './series-number.ts'
import type { HallSetup } from './setup.ts'
import type { HallSchedule } from './timetable.ts'

const seriesLetters = 'RZ'
/** §4.10: closed by the next workday's 09:00, an hour after the hall opens. */
const closedWithinMinutes = 60

/** What a decision on the log of a day looks at. */
export interface LogFacts {
  now: number
  actor: Actor
  setup: HallSetup
  scheduleOn: (day: HallDate) => HallSchedule
  log: DisciplineLog | undefined
  /** Whether the hall was open for business on it: a rest day with a duty window has a log too. */
  wasHallDay: boolean
  /** Whether somebody of the staff has this id. */
  isStaff: (staffId: string) => boolean
}

export interface CloseLogFacts extends LogFacts {
  hasOpenPatrol: boolean
  lastSerial: (year: number) => number
  head: { seq: number; hash: string }
  fromSeq: number
  content: (words: LogWords) => LogContent
  /** SHA-256 of a text, hex. */
  hashOf: (text: string) => string
  /** Who is named in a content, as they are called now. */
  namesIn: (content: LogContent) => object
}

const noWords: LogWords = { weather: '', leaderId: '', environment: '', incidents: '', opinion: '' }

/** 填写, until it is closed; what was typed before is replaced, the journal keeps both. */
export function decideWriteDisciplineLog(body: CommandBody<'WriteDisciplineLog'>, facts: LogFacts): Decision {
  const refusal = dayRefusal(body.day, facts) ?? closedRefusal(facts)
  if (refusal !== null) return refusal
  const { leaderId } = body.words
  if (leaderId !== '' && !facts.isStaff(leaderId)) return refuse('staff-unknown')
  return accept({ type: 'DisciplineLogWritten', body })
}

/**
 * 结账 (§4.10): after the day's work, by the next workday's 09:00; later it is closed all the same
 * and says so. With a leader and an opinion, because a supervisor signs under both.
 */
export function decideCloseDisciplineLog({ day }: CommandBody<'CloseDisciplineLog'>, facts: CloseLogFacts): Decision {
  const refusal = dayRefusal(day, facts) ?? closedRefusal(facts) ?? unfinishedRefusal(day, facts)
  if (refusal !== null) return refusal
  const { now, head, fromSeq, hashOf } = facts
  const content = facts.content(facts.log?.words ?? noWords)
  const year = yearOf(day)
  const serial = facts.lastSerial(year) + 1
  const number = numberOfSeries(seriesLetters, year, serial)
  return accept(
    {
      type: 'DisciplineLogClosed',
      body: {
        day,
        number,
        year,
        serial,
        by: staffIdOf(facts),
        isLate: now >= closeBy(day, facts),
        fromSeq,
        toSeq: head.seq,
        headHash: head.hash,
        contentHash: hashOf(JSON.stringify(content)),
        namesHash: hashOf(JSON.stringify(facts.namesIn(content))),
        content,
      },
    },
    { number },
  )
}

/** 补充说明: the only thing that is ever added to a closed log. */
export function decideNoteOnDisciplineLog(
  { day, text }: CommandBody<'NoteOnDisciplineLog'>,
  facts: LogFacts,
): Decision {
  const refusal = dayRefusal(day, facts) ?? openRefusal(facts)
  if (refusal !== null) return refusal
  return accept({ type: 'DisciplineLogNoted', body: { day, text, notedBy: staffIdOf(facts) } })
}

/** 打印登记: which file or sheet was made of a closed log, so that it can be told from any other. */
export function decideRecordLogPrint({ day, fileHash }: CommandBody<'RecordLogPrint'>, facts: LogFacts): Decision {
  const refusal = dayRefusal(day, facts) ?? openRefusal(facts)
  if (refusal !== null) return refusal
  return accept({ type: 'DisciplineLogPrinted', body: { day, fileHash, printedBy: staffIdOf(facts) } })
}

/** When the work of a day is over, epoch ms; of a day without hours, its first instant. */
export function workEndsAt(schedule: HallSchedule): number {
  const worked = schedule.spans.findLast(({ phase }) => phase === 'open' || phase === 'linkup')
  return worked?.endsAt ?? schedule.spans[0]!.startsAt
}

/** By when the log of a day is closed, epoch ms: an hour into the next workday. */
export function closeBy(day: HallDate, { setup, scheduleOn }: Pick<LogFacts, 'setup' | 'scheduleOn'>): number {
  const next = scheduleOn(nextWorkday(setup.calendar, day).day)
  const opens = next.spans.find(({ phase }) => phase === 'open')
  return (opens ?? next.spans[0]!).startsAt + closedWithinMinutes * minuteMs
}

function dayRefusal(day: HallDate, { now, wasHallDay, scheduleOn }: LogFacts): Refusal | null {
  if (day > dayOf(now)) return refuse('log-day-to-come', { day })
  return wasHallDay || scheduleOn(day).isWorkday ? null : refuse('log-rest-day', { day })
}

function closedRefusal({ log }: LogFacts): Refusal | null {
  return log?.closed ? refuse('log-closed', { number: log.closed.number }) : null
}

function openRefusal({ log }: LogFacts): Refusal | null {
  return log?.closed ? null : refuse('log-not-closed')
}

function unfinishedRefusal(day: HallDate, facts: CloseLogFacts): Refusal | null {
  const endsAt = workEndsAt(facts.scheduleOn(day))
  if (facts.now < endsAt) return refuse('log-too-early', { clock: clockOf(endsAt).slice(0, 5) })
  if (facts.hasOpenPatrol) return refuse('log-patrol-open')
  const words = facts.log?.words ?? noWords
  const lacking = [words.leaderId === '' ? '带班领导' : '', words.opinion === '' ? '通报意见' : '']
  const what = lacking.filter((one) => one !== '').join('、')
  return what === '' ? null : refuse('log-lacks', { what })
}

/** What an event makes of a day's log. `at` in epoch ms. */
export function logAfter(log: DisciplineLog | undefined, event: LogEvent, at: number): DisciplineLog {
  const before: DisciplineLog = log ?? { day: event.body.day, words: noWords, closed: null, notes: [], prints: [] }
  switch (event.type) {
    case 'DisciplineLogWritten':
      assert(before.closed === null, 'an open log is written')
      return { ...before, words: event.body.words }
    case 'DisciplineLogClosed': {
      assert(before.closed === null, 'a log is closed once')
      const { day: _, ...closed } = event.body
      return { ...before, closed: { ...closed, at } }
    }
    case 'DisciplineLogNoted':
      return { ...before, notes: [...before.notes, { text: event.body.text, by: event.body.notedBy, at }] }
    case 'DisciplineLogPrinted':
      return {
        ...before,
        prints: [...before.prints, { fileHash: event.body.fileHash, by: event.body.printedBy, at }],
      }
    default:
      return unreachable(event)
  }
}

/** The workdays up to yesterday, of the last `days`, whose log is not closed although its time is over: each an alarm. */
export function logsMissing(
  closedDays: ReadonlySet<HallDate>,
  hallDays: readonly HallDate[],
  facts: Pick<LogFacts, 'now' | 'setup' | 'scheduleOn'>,
): HallDate[] {
  return hallDays.filter(
    (day) => facts.scheduleOn(day).isWorkday && !closedDays.has(day) && facts.now >= closeBy(day, facts),
  )
}
