import type { Calendar } from '../vocabulary/calendar.ts'
import type { Timetable } from '../vocabulary/timetable.ts'
import { dayKindOn } from './calendar.ts'
import { addDays, type HallDate, instantOf } from './hall-time.ts'
import {
  type CountReason,
  type CountStep,
  countLimit,
  type ExcludedDays,
  type LimitCount,
  type LimitOfTime,
} from './limit-count.ts'
import { receivedDayOf } from './received-day.ts'
import { type DaySide, endOfBusiness } from './working-time.ts'

/** What a due date is worked out from; nothing else moves it. */
export interface DueDateFacts {
  /** The day of acceptance or receipt. A limit in days does not count it (民法典 201). */
  startDay: HallDate
  /** Epoch ms; a limit in hours or minutes begins here, be the hall open or not. */
  startAt: number
  limit: LimitOfTime
  excluded: readonly ExcludedDays[]
  /** Granted once, before the due date, and added to it, not to the day it was granted on (行政许可法 42). */
  extension: LimitOfTime | null
  calendar: Calendar
  timetables: readonly Timetable[]
  side: DaySide
}

/** The day that is printed and the instant that is watched. */
export interface DueTime {
  day: HallDate
  /** Epoch ms. What is done before it is in time; at it the hall has closed. */
  at: number
}

export interface DueDate extends DueTime {
  /** True: a day of a year without a published calendar had a say. Must be shown, and counted anew later. */
  isProvisional: boolean
  /** Every day from the start to the due day, in order: why the date is what it is. */
  explanation: CountedSpan[]
}

/** Days in a row for which the same holds. */
export interface CountedSpan {
  from: HallDate
  to: HallDate
  /** Calendar days, both ends included. */
  days: number
  /** Workdays among them: what an exclusion took from a limit in workdays. */
  workdays: number
  /** Whether they were counted. All spans that do add up to the limit and its extension. */
  counts: boolean
  /** What they gave: days, or public minutes of a limit in hours or minutes. 0 when they do not count. */
  counted: number
  reason: CountReason
  /** Why they were excluded, the 文号 of the notice, or the hall's own reason; else empty. */
  cause: string
  /** The law that says so; empty for the hall's own days, for which `cause` speaks. */
  clause: string
}

const clauses: Record<CountReason, string> = {
  'start-day-not-counted': '民法典 第二百零一条',
  workday: '行政许可法 第八十二条',
  'adjusted-workday': '行政许可法 第八十二条',
  'local-workday': '',
  'natural-day': '民法典 第二百条',
  weekend: '行政许可法 第八十二条',
  'statutory-holiday': '行政许可法 第八十二条',
  'adjusted-rest': '行政许可法 第八十二条',
  'local-closure': '',
  'no-open-hours': '民法典 第二百零三条',
  excluded: '行政许可法 第四十五条',
  'rolled-forward': '民法典 第二百零三条',
  extension: '行政许可法 第四十二条',
}

/**
 * When a limit is over, with every day of the way. Throws when it never is: a hall with one
 * timetable without an end, which the rules of publishing keep, does not come to that.
 */
export function dueDateOf(facts: DueDateFacts): DueDate {
  const { startDay, startAt, limit, extension, timetables, side } = facts
  const original = countLimit(facts, { day: startDay, at: startAt }, limit)
  const extended = extension === null ? null : extend(facts, original, extension)
  const { day, at } = extended ?? original

  const startSteps = limit.unit === 'workday' || limit.unit === 'natural-day' ? [startStep(facts)] : []
  const steps = [...startSteps, ...original.steps, ...(extended?.steps ?? [])]
  return {
    day,
    at: at ?? endOfBusiness(timetables, day, side),
    isProvisional: steps.some(({ isProvisional }) => isProvisional),
    explanation: spansOf(steps),
  }
}

/** 即办件: done while the windows are open, on the day it was brought or, brought later, on the next workday. */
export function instantDueTime(timetables: readonly Timetable[], calendar: Calendar, at: number): DueTime {
  const { day } = receivedDayOf(timetables, calendar, at)
  return { day, at: endOfBusiness(timetables, day, 'citizen') }
}

/**
 * The days a special procedure takes: from the day after the written notice up to and with the day
 * its result arrives. Null: it arrived on the day of the notice, and took none.
 */
export function excludedDaysOf(noticeDay: HallDate, resultDay: HallDate, cause: string): ExcludedDays | null {
  return resultDay > noticeDay ? { from: addDays(noticeDay, 1), to: resultDay, cause } : null
}

/** Which date holds after the calendar or the hours changed. Either way old and new go on record. */
export type Recount =
  | { kind: 'kept'; inForce: DueTime; reason: 'same' | 'never-earlier' }
  | { kind: 'moved-later'; inForce: DueTime }

/**
 * An applicant who was given a date in print may rely on it: a recount that comes out earlier is
 * known and not followed, one that comes out later is in force and has to be told.
 */
export function recountAfterCalendarChange({ printed, fresh }: { printed: DueTime; fresh: DueTime }): Recount {
  if (fresh.at > printed.at) return { kind: 'moved-later', inForce: timeOf(fresh) }
  return { kind: 'kept', inForce: timeOf(printed), reason: fresh.at === printed.at ? 'same' : 'never-earlier' }
}

function timeOf({ day, at }: DueTime): DueTime {
  return { day, at }
}

/** From the original due date on, and from its end where minutes are counted. */
function extend(facts: DueDateFacts, original: LimitCount, extension: LimitOfTime): LimitCount {
  const { day, at } = original
  const extended = countLimit(facts, { day, at: at ?? instantOf(day, '24:00') }, extension)
  const steps = extended.steps.map((step) => (step.counted > 0 ? { ...step, reason: 'extension' as const } : step))
  return { ...extended, steps }
}

function startStep({ startDay: day, calendar }: DueDateFacts): CountStep {
  const { isWorkday } = dayKindOn(calendar, day)
  return { day, isWorkday, isProvisional: false, reason: 'start-day-not-counted', cause: '', counted: 0 }
}

const emptySpan = { to: '', days: 0, workdays: 0, counts: false, counted: 0 }

/** A month of single days is nobody's explanation; its weeks are. */
function spansOf(steps: readonly CountStep[]): CountedSpan[] {
  const spans: CountedSpan[] = []
  for (const { day, isWorkday, counted, reason, cause } of steps) {
    const before = spans.at(-1)
    const continues = before?.reason === reason && before.cause === cause && addDays(before.to, 1) === day
    const span = continues ? before : { ...emptySpan, from: day, reason, cause, clause: clauses[reason] }
    if (!continues) spans.push(span)
    span.to = day
    span.days += 1
    span.workdays += isWorkday ? 1 : 0
    span.counted += counted
    span.counts = span.counted > 0
  }
  return spans
}
