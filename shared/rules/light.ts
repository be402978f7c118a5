import type { Calendar } from '../vocabulary/calendar.ts'
import type { Light } from '../vocabulary/filing.ts'
import type { TimeLimit } from '../vocabulary/service-item.ts'
import type { Timetable } from '../vocabulary/timetable.ts'
import { subtractWorkdays } from './calendar.ts'
import type { DueTime } from './due-date.ts'
import { addDays, dayOf, type HallDate, instantOf, minuteMs } from './hall-time.ts'
import type { LimitOfTime } from './limit-count.ts'
import { scheduleOf } from './timetable.ts'
import type { WorkingTime } from './working-time.ts'

/** The last fifth of a limit is yellow. */
const warnedParts = 5

/** And at least a workday of it, or an hour where the limit is shorter than days. */
const warnedWorkdaysMin = 1
const warnedMinutesMin = 60

/** A warning looks back over 200 public hours at most, six weeks; where the hall was shut for longer it is on from the start. */
const warnedDaysMax = 120

/** A due time with the instant its warning begins, worked out once beside it and kept with it. */
export interface WatchedDue extends DueTime {
  /** Epoch ms, from `warningAt`. */
  warnAt: number
}

/** What a light shows; no calendar among it, so that thousands of filings are coloured by comparing numbers. */
export interface LightFacts {
  now: number
  promised: WatchedDue | null
  /** Null: the law sets none (未规定), and the promise is all there is. */
  statutory: WatchedDue | null
  /** 即办件: nothing lies between its promise and red. */
  isInstant: boolean
  /** While it is suspended or in correction: the first day that does not count, the one after the notice. */
  stoppedFrom: HallDate | null
  /** When it was decided; its light then stays as it was judged. */
  decidedAt: number | null
}

/**
 * The light of a filing (时限预警, 红黄牌). A stop holds back what is due on its first day or
 * later, and greys it at once; what was due before is not hidden by it.
 */
export function lightOf(facts: LightFacts): Light {
  const { promised, statutory, isInstant, stoppedFrom, decidedAt } = facts
  if (isPast(statutory, facts)) return 'red'
  if (isPast(promised, facts)) return isInstant || statutory === null ? 'red' : 'orange'
  if (decidedAt !== null) return 'green'

  const isStill = !runs(promised, facts) && !runs(statutory, facts)
  if (stoppedFrom !== null && isStill) return 'grey'
  return isNear(promised, facts) || isNear(statutory, facts) ? 'yellow' : 'green'
}

/** At the due time itself the hall has closed. An instant matter served past closing belongs to its day all the same. */
function isPast(due: WatchedDue | null, facts: LightFacts): boolean {
  if (!runs(due, facts)) return false
  const { now, isInstant, decidedAt } = facts
  if (decidedAt === null) return now >= due.at
  return isInstant ? dayOf(decidedAt) > due.day : decidedAt >= due.at
}

function isNear(due: WatchedDue | null, facts: LightFacts): boolean {
  return runs(due, facts) && facts.now >= due.warnAt
}

function runs(due: WatchedDue | null, { stoppedFrom }: LightFacts): due is WatchedDue {
  return due !== null && (stoppedFrom === null || due.day < stoppedFrom)
}

/**
 * The instant (epoch ms) from which a due time is near: when no more than a fifth of the limit is
 * left, and at the latest with the workday before it, the Friday for a Monday. Days begin at 00:00,
 * so whatever is due today is near. Limits in hours and minutes: a fifth of their public minutes,
 * at least sixty; `null`, an instant matter: the sixty. To be made anew when the calendar changes,
 * for a date that was kept as well.
 */
export function warningAt(
  due: DueTime,
  limit: LimitOfTime | null,
  hall: { calendar: Calendar; timetables: readonly Timetable[] },
): number {
  const unit = limit?.unit ?? 'minute'
  const fifth = Math.floor((limit?.amount ?? 0) / warnedParts)
  switch (unit) {
    case 'workday':
      return instantOf(subtractWorkdays(hall.calendar, due.day, Math.max(warnedWorkdaysMin, fifth)), '00:00')
    case 'natural-day': {
      const workdayBefore = subtractWorkdays(hall.calendar, due.day, warnedWorkdaysMin)
      const fifthBefore = addDays(due.day, -fifth)
      return instantOf(fifthBefore < workdayBefore ? fifthBefore : workdayBefore, '00:00')
    }
    case 'hour':
    case 'minute':
      return publicMinutesBefore(due.at, Math.max(warnedMinutesMin, minutesIn(limit) / warnedParts), hall)
  }
}

function minutesIn(limit: LimitOfTime | null): number {
  if (limit === null) return 0
  return limit.unit === 'hour' ? limit.amount * 60 : limit.amount
}

function publicMinutesBefore(
  at: number,
  minutes: number,
  { calendar, timetables }: { calendar: Calendar; timetables: readonly Timetable[] },
): number {
  let leftMs = minutes * minuteMs
  const firstDay = addDays(dayOf(at), -warnedDaysMax)
  for (let day = dayOf(at); day >= firstDay; day = addDays(day, -1)) {
    for (const { phase, startsAt, endsAt } of scheduleOf(timetables, calendar, day).spans.toReversed()) {
      const openMs = phase === 'open' ? Math.min(endsAt, at) - startsAt : 0
      if (openMs >= leftMs) return startsAt + openMs - leftMs
      leftMs -= Math.max(0, openMs)
    }
  }
  return instantOf(firstDay, '00:00')
}

/** How long is left, or since when it is late, in the unit of the limit and never in another. */
export interface Remaining {
  unit: 'workday' | 'natural-day' | 'minute'
  /**
   * Days without today, which has begun, and with the due day: 0 is due today, 1 on a Friday is due
   * on Monday. Public minutes for limits in hours and minutes. Late: the same from the due time to
   * now, so that 0 days late is late today.
   */
  count: number
  isLate: boolean
}

/** 剩余时限, as people say it. What is stopped keeps what was left when it stopped. */
export function remainingOf(facts: {
  now: number
  due: DueTime
  /** Null: an instant matter. */
  unit: TimeLimit['unit'] | null
  stoppedFrom: HallDate | null
  workingTime: WorkingTime
}): Remaining {
  const { due, unit, stoppedFrom, workingTime } = facts
  const isHeld = stoppedFrom !== null && due.day >= stoppedFrom
  const now = isHeld ? Math.min(facts.now, instantOf(stoppedFrom, '00:00') - 1) : facts.now
  const isLate = now >= due.at

  switch (unit) {
    case 'workday':
      return { unit, count: Math.abs(workingTime.workdaysBetween(dayOf(now), due.day)), isLate }
    case 'natural-day':
      return { unit, count: Math.abs(daysBetween(dayOf(now), due.day)), isLate }
    default:
      return { unit: 'minute', count: Math.abs(workingTime.publicMinutesBetween(now, due.at)), isLate }
  }
}

function daysBetween(after: HallDate, through: HallDate): number {
  return (instantOf(through, '00:00') - instantOf(after, '00:00')) / (24 * 60 * minuteMs)
}
