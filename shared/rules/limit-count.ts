import type { Calendar } from '../vocabulary/calendar.ts'
import type { TimeLimit } from '../vocabulary/service-item.ts'
import type { Timetable } from '../vocabulary/timetable.ts'
import { dayKindOn } from './calendar.ts'
import { addDays, dayOf, type HallDate, minuteMs } from './hall-time.ts'
import { type HallSchedule, scheduleOf } from './timetable.ts'

/**
 * The longest limit in workdays, extended and stopped for years, stays far below it. A hall that
 * works on none of so many days has no due date, and looking on would never end.
 */
const stepsMax = 10_000

/** What is counted; on what grounds it was promised does not matter to the count. */
export type LimitOfTime = Pick<TimeLimit, 'amount' | 'unit'>

/** Days on which no time runs, both ends included: 听证、检验、检测、鉴定 and the like (行政许可法 45). */
export interface ExcludedDays {
  from: HallDate
  to: HallDate
  cause: string
}

/** Why a day counts, or does not. The kinds of day of the calendar, and what a count adds to them. */
export type CountReason =
  | 'start-day-not-counted'
  | 'workday'
  | 'adjusted-workday'
  | 'local-workday'
  | 'natural-day'
  | 'weekend'
  | 'statutory-holiday'
  | 'adjusted-rest'
  | 'local-closure'
  /** A workday on which no public hour was left after the start, or none was published. */
  | 'no-open-hours'
  | 'excluded'
  | 'rolled-forward'
  | 'extension'

/** One day that a count came past. */
export interface CountStep {
  day: HallDate
  isWorkday: boolean
  /** True: what the day is was guessed, and the count leans on it. */
  isProvisional: boolean
  reason: CountReason
  /** The cause of the exclusion, the 文号 of the notice or the hall's own reason; else empty. */
  cause: string
  /** What the day gives to the limit: 1 or 0 days, or open minutes. */
  counted: number
}

/** Where a count ended; `at` (epoch ms) only when minutes were counted, a day count ends with its day. */
export interface LimitCount {
  day: HallDate
  at: number | null
  steps: CountStep[]
}

/** What every count stands on. */
export interface CountGround {
  calendar: Calendar
  timetables: readonly Timetable[]
  /** May overlap: a day is excluded or is not, however often it is named. */
  excluded: readonly ExcludedDays[]
}

export interface CountStart {
  /** A limit in days begins with the day after it (民法典 201). */
  day: HallDate
  /** Epoch ms; a limit in hours or minutes begins here. */
  at: number
}

/**
 * Counts a limit off the calendar, in its own unit and never in another: workdays; natural days,
 * of which only the last must be a workday; or hours and minutes of public hours.
 */
export function countLimit(ground: CountGround, start: CountStart, limit: LimitOfTime): LimitCount {
  switch (limit.unit) {
    case 'workday':
      return countDays(ground, start.day, limit.amount, workdayStep)
    case 'natural-day':
      return rolledForward(ground, countDays(ground, start.day, limit.amount, naturalDayStep))
    case 'hour':
      return countMinutes(ground, start.at, limit.amount * 60)
    case 'minute':
      return countMinutes(ground, start.at, limit.amount)
  }
}

function countDays(ground: CountGround, startDay: HallDate, amount: number, stepOn: typeof workdayStep): LimitCount {
  const steps: CountStep[] = []
  let day = startDay
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1)
    const step = exclusionStep(ground, day) ?? stepOn(ground, day)
    left -= step.counted
    keep(steps, step)
  }
  return { day, at: null, steps }
}

/** A worked weekend counts, a day off by the notice does not, be it a Wednesday (行政许可法 82). */
function workdayStep(ground: CountGround, day: HallDate): CountStep {
  const { isWorkday, isProvisional, kind, reason } = dayKindOn(ground.calendar, day)
  return { day, isWorkday, isProvisional, reason: kind, cause: reason, counted: isWorkday ? 1 : 0 }
}

/** What day it is does not matter until the last, so a guess on the way makes nothing provisional. */
function naturalDayStep(ground: CountGround, day: HallDate): CountStep {
  const { isWorkday } = dayKindOn(ground.calendar, day)
  return { day, isWorkday, isProvisional: false, reason: 'natural-day', cause: '', counted: 1 }
}

/** A last day that is off moves to the next workday; a worked Saturday is not off (民法典 203). */
function rolledForward(ground: CountGround, { day: lastDay, steps }: LimitCount): LimitCount {
  let onDay = dayKindOn(ground.calendar, lastDay)
  if (onDay.isProvisional) steps.push({ ...steps.pop()!, isProvisional: true })

  while (!onDay.isWorkday || isExcluded(ground, onDay.day)) {
    onDay = dayKindOn(ground.calendar, addDays(onDay.day, 1))
    const { day, isWorkday, isProvisional } = onDay
    const rolled = { day, isWorkday, isProvisional, reason: 'rolled-forward', cause: '', counted: 0 } as const
    keep(steps, exclusionStep(ground, day) ?? rolled)
  }
  return { day: onDay.day, at: null, steps }
}

/**
 * Counts public hours alone: lunch, the link-up hour, night and rest days stand still. The count
 * begins with the next whole minute, for the due time is printed in minutes and must not be early.
 */
function countMinutes(ground: CountGround, startAt: number, minutes: number): LimitCount {
  const steps: CountStep[] = []
  const from = Math.ceil(startAt / minuteMs) * minuteMs
  for (let day = dayOf(from), left = minutes; ; day = addDays(day, 1)) {
    const excluded = exclusionStep(ground, day)
    const schedule = scheduleOf(ground.timetables, ground.calendar, day)
    const { taken, at } = excluded === null ? takeMinutes(schedule, from, left) : { taken: 0, at: null }
    left -= taken
    keep(steps, excluded ?? minutesStep(schedule, taken))
    if (left === 0) return { day, at, steps }
  }
}

function minutesStep(schedule: HallSchedule, taken: number): CountStep {
  const { day, isWorkday, isProvisional, dayKind, reason } = schedule
  const isIdle = isWorkday && taken === 0
  return { day, isWorkday, isProvisional, reason: isIdle ? 'no-open-hours' : dayKind, cause: reason, counted: taken }
}

/** Up to `wanted` public minutes of a day from an instant on, and the instant they were used up. */
function takeMinutes(schedule: HallSchedule, from: number, wanted: number): { taken: number; at: number | null } {
  let taken = 0
  let at: number | null = null
  for (const { startsAt, endsAt, phase } of schedule.spans) {
    if (phase !== 'open') continue
    const begin = Math.max(startsAt, from)
    const minutes = Math.min(wanted - taken, (endsAt - begin) / minuteMs)
    if (minutes <= 0) continue
    taken += minutes
    at = begin + minutes * minuteMs
  }
  return { taken, at }
}

function isExcluded({ excluded }: CountGround, day: HallDate): boolean {
  return excluded.some(({ from, to }) => from <= day && day <= to)
}

/**
 * The step over an excluded day, rest days among them: they would give nothing either way. Of
 * several intervals the one that began first says why, in whatever order they were entered.
 */
function exclusionStep(ground: CountGround, day: HallDate): CountStep | null {
  if (!isExcluded(ground, day)) return null
  const { cause } = ground.excluded
    .filter(({ from, to }) => from <= day && day <= to)
    .reduce((first, next) => (beganBefore(next, first) ? next : first))
  const { isWorkday } = dayKindOn(ground.calendar, day)
  return { day, isWorkday, isProvisional: false, reason: 'excluded', cause, counted: 0 }
}

function beganBefore(next: ExcludedDays, first: ExcludedDays): boolean {
  return next.from === first.from ? next.cause < first.cause : next.from < first.from
}

function keep(steps: CountStep[], step: CountStep): void {
  if (steps.length === stepsMax) throw new RangeError(`no end of a limit within ${stepsMax} days`)
  steps.push(step)
}
