import fc from 'fast-check'
import type { ExcludedDays, LimitOfTime } from '../../shared/rules/limit-count.ts'
import type { Calendar } from '../../shared/vocabulary/calendar.ts'
import type { Timetable } from '../../shared/vocabulary/timetable.ts'
import { notices } from './notices.ts'

/**
 * Limits counted as somebody does it with a wall calendar: write down every day or minute there is,
 * strike out what does not count, put the finger on the last. Nothing of shared/rules is used.
 */

/** The hours of 篇5.7, and a summer in which the afternoon begins at three. */
export const regular: Timetable = {
  timetableId: 'regular',
  name: '常规作息',
  validFrom: '2020-01-01',
  validTo: null,
  documentNumber: '',
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '14:00', to: '17:00', phase: 'open' },
    { from: '17:00', to: '18:00', phase: 'linkup' },
  ],
}
export const summer: Timetable = {
  ...regular,
  timetableId: 'summer-2026',
  name: '2026 年夏令时作息',
  validFrom: '2026-06-01',
  validTo: '2026-09-30',
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '15:00', to: '17:30', phase: 'open' },
    { from: '17:30', to: '18:30', phase: 'linkup' },
  ],
}
export const timetables = [regular, summer]

const daysAhead = 900
const offByNotice = new Set(notices.flatMap(({ restDays }) => restDays))
const workedByNotice = new Set(notices.flatMap(({ workedDays }) => workedDays))

export function beijing(day: string, clock: string): number {
  return Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`)
}

export function daysFrom(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(day) + index * 86_400_000).toISOString().slice(0, 10),
  )
}

export function isWorked(day: string, overrides: Calendar['overrides']): boolean {
  const own = overrides.find((override) => override.day === day)
  if (own !== undefined) return own.isWorkday
  const weekday = new Date(day).getUTCDay()
  return workedByNotice.has(day) || (!offByNotice.has(day) && weekday !== 0 && weekday !== 6)
}

export function closingOf(day: string, side: 'citizen' | 'hall'): number {
  const isSummer = day >= '2026-06-01' && day <= '2026-09-30'
  return beijing(day, side === 'citizen' ? (isSummer ? '17:30' : '17:00') : isSummer ? '18:30' : '18:00')
}

export interface CountByHand {
  startDay: string
  startAt: number
  limit: LimitOfTime
  excluded: readonly ExcludedDays[]
  extension: LimitOfTime | null
  overrides: Calendar['overrides']
}

export function dueDayByHand(facts: CountByHand): string {
  const struckOut = new Set(facts.excluded.flatMap(({ from, to }) => daysFrom(from, 400).filter((day) => day <= to)))
  const isLeft = (day: string) => !struckOut.has(day)
  const works = (day: string) => isWorked(day, facts.overrides)

  const count = (from: string, { amount, unit }: LimitOfTime) => {
    const left = daysFrom(from, daysAhead).slice(1).filter(isLeft)
    if (unit === 'workday') return left.filter(works)[amount - 1]!
    return left.slice(amount - 1).find(works)!
  }
  const original = count(facts.startDay, facts.limit)
  return facts.extension === null ? original : count(original, facts.extension)
}

/** The end of the last of so many public minutes, of all that begin at the start or later. */
export function dueMinuteByHand(facts: CountByHand & { minutes: number }): number {
  const isExcluded = (day: string) => facts.excluded.some(({ from, to }) => day >= from && day <= to)
  let left = facts.minutes
  for (const day of daysFrom(facts.startDay, daysAhead)) {
    if (!isWorked(day, facts.overrides) || isExcluded(day)) continue
    const midnight = beijing(day, '00:00')
    for (let minute = 0; minute < 1440; minute += 1) {
      const begins = midnight + minute * 60_000
      if (begins < facts.startAt || !isPublic(day, minute)) continue
      left -= 1
      if (left === 0) return begins + 60_000
    }
  }
  throw new Error('too few minutes')
}

export function isPublic(day: string, minute: number): boolean {
  const isSummer = day >= '2026-06-01' && day <= '2026-09-30'
  const isMorning = minute >= 8 * 60 && minute < 12 * 60
  return isMorning || (isSummer ? minute >= 15 * 60 && minute < 17.5 * 60 : minute >= 14 * 60 && minute < 17 * 60)
}

export const someDay = fc.integer({ min: 0, max: 540 }).map((offset) => daysFrom('2025-01-01', offset + 1).at(-1)!)

export const someOverrides: fc.Arbitrary<Calendar['overrides']> = fc.uniqueArray(
  fc.record({
    day: someDay,
    isWorkday: fc.boolean(),
    reason: fc.constantFrom('台风停工', '周六延时'),
    documentNumber: fc.constant(''),
  }),
  { maxLength: 20, selector: ({ day }) => day },
)

/** Stops of a filing that began on `startDay`: apart, within each other, overlapping and doubled. */
export function someExcluded(startDay: string): fc.Arbitrary<ExcludedDays[]> {
  const stop = fc
    .record({
      begins: fc.integer({ min: 0, max: 70 }),
      length: fc.integer({ min: 1, max: 25 }),
      cause: fc.constantFrom('听证', '检验', '专家评审', '补正'),
    })
    .map(({ begins, length, cause }) => {
      const days = daysFrom(startDay, begins + length)
      return { from: days[begins]!, to: days.at(-1)!, cause }
    })
  return fc.array(stop, { maxLength: 5 })
}
