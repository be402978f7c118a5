import type { Calendar, DayKind } from '../vocabulary/calendar.ts'
import { addDays, type HallDate, weekdayOf, yearOf } from './hall-time.ts'

/** No promise in this hall is longer; it bounds the walk over the calendar. */
const workdaysMax = 1000

/** What a day is for the hall. */
export interface CalendarDay {
  day: HallDate
  isWorkday: boolean
  kind: DayKind
  /** True: no notice for the year is known, this is the bare weekday rule. Must be shown, never hidden. */
  isProvisional: boolean
  /** Why the day differs from the bare week: the hall's own reason or the notice's 文号; else empty. */
  reason: string
}

/** A day that was counted to; provisional when any day stepped over was. */
export interface CountedDay {
  day: HallDate
  isProvisional: boolean
}

/** The hall's own word first, then the State Council's, then the week. */
export function dayKindOn(calendar: Calendar, day: HallDate): CalendarDay {
  const override = calendar.overrides.find((candidate) => candidate.day === day)
  if (override !== undefined) {
    const { isWorkday, reason } = override
    return { day, isWorkday, kind: isWorkday ? 'local-workday' : 'local-closure', isProvisional: false, reason }
  }
  return dayKindByNotice(calendar, day) ?? dayKindByWeek(calendar, day)
}

/** The first workday after `day`. */
export function nextWorkday(calendar: Calendar, day: HallDate): CountedDay {
  return addWorkdays(calendar, day, 1)
}

/**
 * The `count`-th workday after `day`; `day` itself is not counted (民法典 201, 行政许可法 82),
 * worked weekends are (篇5 halls are open on them). A count of 0 is `day`, be it a workday or not.
 */
export function addWorkdays(calendar: Calendar, day: HallDate, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 0 || count > workdaysMax)
    throw new RangeError(`not a count of workdays: ${count}`)

  let reached = day
  let isProvisional = false
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    const onDay = dayKindOn(calendar, reached)
    isProvisional ||= onDay.isProvisional
    if (onDay.isWorkday) left -= 1
  }
  return { day: reached, isProvisional }
}

/**
 * The `count`-th workday before `day`, `day` itself not counted: the Friday before a Monday, which
 * is when a warning for the Monday must show. A count of 0 is `day`.
 */
export function subtractWorkdays(calendar: Calendar, day: HallDate, count: number): HallDate {
  if (!Number.isInteger(count) || count < 0 || count > workdaysMax)
    throw new RangeError(`not a count of workdays: ${count}`)

  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, -1)
    if (dayKindOn(calendar, reached).isWorkday) left -= 1
  }
  return reached
}

/** Workdays after `after` up to and with `through`; negative when `through` is the earlier of the two. */
export function workdaysBetween(calendar: Calendar, after: HallDate, through: HallDate): number {
  if (through < after) return -workdaysBetween(calendar, through, after)
  let count = 0
  for (let day = after; day < through; ) {
    day = addDays(day, 1)
    if (dayKindOn(calendar, day).isWorkday) count += 1
  }
  return count
}

/** Every notice is asked, not only that of the day's own year: one may name days of the December before. */
function dayKindByNotice(calendar: Calendar, day: HallDate): CalendarDay | undefined {
  for (const { restDays, workedDays, statutoryDays, documentNumber } of calendar.publishedYears) {
    const facts = { day, isProvisional: false, reason: documentNumber }
    if (workedDays.includes(day)) return { ...facts, isWorkday: true, kind: 'adjusted-workday' }
    if (statutoryDays?.includes(day)) return { ...facts, isWorkday: false, kind: 'statutory-holiday' }
    if (restDays.includes(day)) return { ...facts, isWorkday: false, kind: 'adjusted-rest' }
  }
  return undefined
}

function dayKindByWeek(calendar: Calendar, day: HallDate): CalendarDay {
  const isWorkday = weekdayOf(day) <= 5
  const isPublished = calendar.publishedYears.some(({ year }) => year === yearOf(day))
  return { day, isWorkday, kind: isWorkday ? 'workday' : 'weekend', isProvisional: !isPublished, reason: '' }
}
