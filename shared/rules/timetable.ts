import type { Calendar, DayKind } from '../vocabulary/calendar.ts'
import type { QueueSettings } from '../vocabulary/hall.ts'
import type { HallPhase, HallSession, Timetable } from '../vocabulary/timetable.ts'
import { dayKindOn } from './calendar.ts'
import { addDays, dayOf, type HallDate, instantOf, minuteMs } from './hall-time.ts'

/** The longest holiday is nine days; a hall that stays shut for longer says so in its own words. */
const nextOpenDaysMax = 31

/** A ticket ends with its day. A clock that jumped by years must not make every wait a walk over them. */
const waitDaysMax = 31

/** A stretch of the day in one phase, in epoch ms, half-open: at `endsAt` the next span has begun. */
export type HallSpan = { startsAt: number; endsAt: number } & (
  | { phase: 'open'; session: HallSession }
  | { phase: Exclude<HallPhase, 'open'>; session: null }
)

/** One day of the hall worked out: the spans cover 00:00 to 24:00 without gap or overlap. */
export interface HallSchedule {
  day: HallDate
  isWorkday: boolean
  dayKind: DayKind
  /** True: nobody has published the year's calendar, isWorkday is the bare weekday rule. */
  isProvisional: boolean
  /** Why the day differs from the bare week; empty when it does not. */
  reason: string
  /** The version in force, on a rest day too. Null: none is, and the hall stays closed. */
  timetable: Timetable | null
  spans: HallSpan[]
}

/** When the kiosk gives numbers. */
export interface IssuingSpan {
  startsAt: number
  endsAt: number
  session: HallSession
}
export type IssuingMargins = Pick<QueueSettings, 'preOpenMinutes' | 'lastTicketMinutes'>

/**
 * The version in force on a day, first and last day included. One with an end goes before one
 * without (the season before the rule); of two alike the one that began later.
 */
export function timetableOn(timetables: readonly Timetable[], day: HallDate): Timetable | undefined {
  return timetables
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .reduce<Timetable | undefined>(
      (best, next) => (best === undefined || goesBefore(next, best) ? next : best),
      undefined,
    )
}

function goesBefore(next: Timetable, best: Timetable): boolean {
  if ((next.validTo === null) !== (best.validTo === null)) return next.validTo !== null
  return next.validFrom > best.validFrom
}

/** Works a day out once, so that every press of it only has to look. */
export function scheduleOf(timetables: readonly Timetable[], calendar: Calendar, day: HallDate): HallSchedule {
  const { isWorkday, kind: dayKind, isProvisional, reason } = dayKindOn(calendar, day)
  const timetable = timetableOn(timetables, day) ?? null
  const spans =
    isWorkday && timetable !== null ? spansOf(timetable, day) : [allDay(day, isWorkday ? 'closed' : 'rest-day')]
  return { day, isWorkday, dayKind, isProvisional, reason, timetable, spans }
}

function allDay(day: HallDate, phase: 'closed' | 'rest-day'): HallSpan {
  return { startsAt: instantOf(day, '00:00'), endsAt: instantOf(day, '24:00'), phase, session: null }
}

function spansOf({ segments }: Timetable, day: HallDate): HallSpan[] {
  const spans: HallSpan[] = []
  const lastOpen = segments.findLastIndex(({ phase }) => phase === 'open')
  let session: HallSession | null = null
  let reachedAt = instantOf(day, '00:00')

  segments.forEach(({ from, to, phase }, index) => {
    const startsAt = instantOf(day, from)
    const endsAt = instantOf(day, to)
    const before = spans.at(-1)
    if (startsAt > reachedAt) {
      // A break is lunch when the public is let in on both sides of it.
      const gap = session === null ? 'before-open' : index <= lastOpen ? 'lunch' : 'closed'
      spans.push({ startsAt: reachedAt, endsAt: startsAt, phase: gap, session: null })
    }
    reachedAt = endsAt

    // Two segments that meet are one span: the public sees no edge there, so no margin applies.
    if (before?.phase === phase && before.endsAt === startsAt) before.endsAt = endsAt
    else if (phase === 'linkup') spans.push({ startsAt, endsAt, phase, session: null })
    else {
      session = session === null ? 'morning' : 'afternoon'
      spans.push({ startsAt, endsAt, phase, session })
    }
  })

  const midnight = instantOf(day, '24:00')
  if (reachedAt < midnight) spans.push({ startsAt: reachedAt, endsAt: midnight, phase: 'closed', session: null })
  return spans
}

/** The span of the schedule's own day that an instant is in. */
export function phaseAt(schedule: HallSchedule, at: number): HallSpan {
  for (const span of schedule.spans) if (span.startsAt <= at && at < span.endsAt) return span
  throw new RangeError(`${at} is not on ${schedule.day}`)
}

/** When the hall next opens to the public after `at`; provisional when a day on the way to it was. */
export function nextOpening(
  timetables: readonly Timetable[],
  calendar: Calendar,
  at: number,
): { startsAt: number; isProvisional: boolean } | null {
  let isProvisional = false
  for (let ahead = 0; ahead <= nextOpenDaysMax; ahead += 1) {
    const schedule = scheduleOf(timetables, calendar, addDays(dayOf(at), ahead))
    isProvisional ||= schedule.isProvisional
    const opening = schedule.spans.find(({ phase, startsAt }) => phase === 'open' && startsAt > at)
    if (opening !== undefined) return { startsAt: opening.startsAt, isProvisional }
  }
  return null
}

/** The start (epoch ms) of the next public hours after `at`, within 31 days; null when there are none. */
export function nextOpenAt(timetables: readonly Timetable[], calendar: Calendar, at: number): number | null {
  return nextOpening(timetables, calendar, at)?.startsAt ?? null
}

/**
 * Whole minutes somebody waited from one instant to another while the hall was at work: lunch,
 * night and rest days do not count, the link-up hour does, because who still waits then is waiting.
 * Looks back over 31 days at most.
 */
export function openMinutesBetween(scheduleOn: (day: HallDate) => HallSchedule, from: number, to: number): number {
  if (to <= from) return 0

  const lastDay = dayOf(to)
  const firstDay = [dayOf(from), addDays(lastDay, -waitDaysMax)].sort().at(-1)!
  let waitedMs = 0
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) waitedMs += openMsIn(scheduleOn(day), from, to)
  return Math.floor(waitedMs / minuteMs)
}

/** Milliseconds between two instants in which the hall was at work on the schedule's own day. */
export function openMsIn({ spans }: HallSchedule, from: number, to: number): number {
  let openMs = 0
  for (const { startsAt, endsAt, phase } of spans) {
    if (phase !== 'open' && phase !== 'linkup') continue
    openMs += Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from))
  }
  return openMs
}

/**
 * When the kiosk gives numbers on a day (D4): in the public hours, from `preOpenMinutes` before a
 * session until `lastTicketMinutes` before its end. The lead stays within the break before the
 * session: it never reaches into the link-up hour.
 */
export function issuingSpans({ spans }: HallSchedule, margins: IssuingMargins): IssuingSpan[] {
  return spans.flatMap((span, index) => {
    if (span.phase !== 'open') return []
    const before = spans[index - 1]
    const isBreak = before?.phase === 'before-open' || before?.phase === 'lunch'
    const earliest = isBreak ? before.startsAt : span.startsAt
    const startsAt = Math.max(earliest, span.startsAt - margins.preOpenMinutes * minuteMs)
    const endsAt = span.endsAt - margins.lastTicketMinutes * minuteMs
    return endsAt > span.startsAt ? [{ startsAt, endsAt, session: span.session }] : []
  })
}

/** The span in which the kiosk may give a number at `at`; null when it may not. */
export function issuingSpanAt(schedule: HallSchedule, at: number, margins: IssuingMargins): IssuingSpan | null {
  return issuingSpans(schedule, margins).find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt) ?? null
}
