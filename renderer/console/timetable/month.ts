import type { CalendarOverride, DayKind, PublishedYear } from '../../../shared/vocabulary/calendar.ts'

/** The three lists of the setup that say what a day is. */
export interface DayLists {
  publishedYears: readonly PublishedYear[]
  overrides: readonly CalendarOverride[]
}

/** One square of the month view. */
export interface MonthDay {
  /** `YYYY-MM-DD`. */
  day: string
  kind: DayKind
  isWorkday: boolean
  /** The year has no published calendar: the kind is the bare weekday rule. */
  isProvisional: boolean
  reason: string
}

const dayMs = 86_400_000

/** The days of a month, first to last; `month` from 1 to 12. */
export function daysOfMonth(lists: DayLists, year: number, month: number): MonthDay[] {
  const first = Date.UTC(year, month - 1, 1)
  const count = (Date.UTC(year, month, 1) - first) / dayMs
  return Array.from({ length: count }, (_, ahead) =>
    dayAs(lists, new Date(first + ahead * dayMs).toISOString().slice(0, 10)),
  )
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayAt(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The month after (or before) one; `months` may be negative. */
export function monthAfter({ year, month }: { year: number; month: number }, months: number) {
  const count = year * 12 + (month - 1) + months
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
}

/**
 * What the lists say of a day, read as the hub's rule reads them: the hall's own word, then the
 * notice, then the week. It names a square only; a test holds it to the rule.
 */
function dayAs({ publishedYears, overrides }: DayLists, day: string): MonthDay {
  const override = overrides.find((one) => one.day === day)
  if (override !== undefined) {
    const { isWorkday, reason } = override
    return { day, isWorkday, kind: isWorkday ? 'local-workday' : 'local-closure', isProvisional: false, reason }
  }
  for (const { restDays, workedDays, statutoryDays, documentNumber } of publishedYears) {
    const named = { day, isProvisional: false, reason: documentNumber }
    if (workedDays.includes(day)) return { ...named, isWorkday: true, kind: 'adjusted-workday' }
    if (statutoryDays?.includes(day)) return { ...named, isWorkday: false, kind: 'statutory-holiday' }
    if (restDays.includes(day)) return { ...named, isWorkday: false, kind: 'adjusted-rest' }
  }
  const isWorkday = weekdayAt(day) <= 5
  const isProvisional = !publishedYears.some(({ year }) => year === Number(day.slice(0, 4)))
  return { day, isWorkday, kind: isWorkday ? 'workday' : 'weekend', isProvisional, reason: '' }
}
