import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedYears } from '../../../main/hub/published-years.ts'
import { daysOfMonth, monthAfter, weekdayAt } from '../../../renderer/console/timetable/month.ts'
import { dayKindOn } from '../../../shared/rules/calendar.ts'
import { weekdayOf } from '../../../shared/rules/hall-time.ts'
import type { CalendarOverride } from '../../../shared/vocabulary/calendar.ts'

const published = publishedYears()
const years = fc.integer({ min: 2024, max: 2029 })
const months = fc.integer({ min: 1, max: 12 })

const day = fc.record({ year: years, month: months, date: fc.integer({ min: 1, max: 28 }) })
const override = fc.record({ on: day, isWorkday: fc.boolean() }).map(
  ({ on, isWorkday }): CalendarOverride => ({
    day: `${on.year}-${String(on.month).padStart(2, '0')}-${String(on.date).padStart(2, '0')}`,
    isWorkday,
    reason: '台风',
    documentNumber: '',
  }),
)

describe('the month view', () => {
  test('names every day as the rule of the hub does', () => {
    fc.assert(
      fc.property(years, months, fc.array(override, { maxLength: 20 }), (year, month, overrides) => {
        const lists = { publishedYears: published, overrides }
        for (const shown of daysOfMonth(lists, year, month)) expect(shown).toEqual(dayKindOn(lists, shown.day))
      }),
    )
  })

  test('has the days of the month, first to last, and no others', () => {
    const lists = { publishedYears: [], overrides: [] }
    const february = daysOfMonth(lists, 2028, 2).map((one) => one.day)
    expect([february[0], february.at(-1), february.length]).toEqual(['2028-02-01', '2028-02-29', 29])
  })

  test('counts 248 workdays in 2025 and in 2026', () => {
    const lists = { publishedYears: published, overrides: [] }
    for (const year of [2025, 2026]) {
      const worked = Array.from({ length: 12 }, (_, at) => daysOfMonth(lists, year, at + 1))
        .flat()
        .filter((one) => one.isWorkday)
      expect(worked).toHaveLength(248)
    }
  })

  test('begins a week with Monday, as the rule does', () => {
    fc.assert(
      fc.property(override, (one) => {
        expect(weekdayAt(one.day)).toBe(weekdayOf(one.day))
      }),
    )
  })

  test('goes to the month before and after over the turn of a year', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 })
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 })
    fc.assert(
      fc.property(years, months, fc.integer({ min: -40, max: 40 }), (year, month, ahead) => {
        expect(monthAfter(monthAfter({ year, month }, ahead), -ahead)).toEqual({ year, month })
      }),
    )
  })
})
