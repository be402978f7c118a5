import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkdays, dayKindOn, nextWorkday } from '../../shared/rules/calendar.ts'
import { addDays, weekdayOf } from '../../shared/rules/hall-time.ts'
import type { Calendar } from '../../shared/vocabulary/calendar.ts'
import { calendarOf2025And2026 as calendar, notices, range, workdayExamples, workdaysByMonth } from './notices.ts'

const emptyCalendar: Calendar = { publishedYears: [], overrides: [] }

function withOverride(day: string, isWorkday: boolean, reason: string): Calendar {
  return { ...calendar, overrides: [{ day, isWorkday, reason, documentNumber: '' }] }
}

describe('dayKindOn 日期性质', () => {
  test.each([
    ['2026-05-08', true, 'workday', ''],
    ['2026-05-10', false, 'weekend', ''],
    ['2026-05-01', false, 'statutory-holiday', '国办发明电〔2025〕7号'],
    ['2026-05-05', false, 'adjusted-rest', '国办发明电〔2025〕7号'],
    ['2026-05-09', true, 'adjusted-workday', '国办发明电〔2025〕7号'],
    ['2026-02-15', false, 'adjusted-rest', '国办发明电〔2025〕7号'],
    ['2026-02-16', false, 'statutory-holiday', '国办发明电〔2025〕7号'],
    ['2025-10-06', false, 'statutory-holiday', '国办发明电〔2024〕12号'],
    ['2025-10-08', false, 'adjusted-rest', '国办发明电〔2024〕12号'],
    ['2026-12-31', true, 'workday', ''],
  ] as const)('%s: works %s, %s', (day, isWorkday, kind, reason) => {
    expect(dayKindOn(calendar, day)).toEqual({ day, isWorkday, kind, isProvisional: false, reason })
  })

  test.each([2025, 2026] as const)('the workdays of each month of %i are those of the notice', (year) => {
    const byMonth = new Array<number>(12).fill(0)
    for (const day of range(`${year}-01-01`, `${year}-12-31`))
      if (dayKindOn(calendar, day).isWorkday) byMonth[Number(day.slice(5, 7)) - 1]! += 1
    expect(byMonth).toEqual(workdaysByMonth[year])
  })

  test.each([2025, 2026] as const)('%i has 13 statutory holidays', (year) => {
    const kinds = range(`${year}-01-01`, `${year}-12-31`).map((day) => dayKindOn(calendar, day).kind)
    expect(kinds.filter((kind) => kind === 'statutory-holiday')).toHaveLength(13)
  })

  test('a year without a notice follows the week and says that it is provisional', () => {
    expect(dayKindOn(calendar, '2027-10-01')).toEqual({
      day: '2027-10-01',
      isWorkday: true,
      kind: 'workday',
      isProvisional: true,
      reason: '',
    })
    expect(dayKindOn(calendar, '2027-10-02')).toMatchObject({ kind: 'weekend', isProvisional: true })
  })

  test("the hall's own word stands above the notice and above the week", () => {
    const closed = withOverride('2026-05-09', false, '台风停工')
    expect(dayKindOn(closed, '2026-05-09')).toMatchObject({
      isWorkday: false,
      kind: 'local-closure',
      reason: '台风停工',
    })
    const open = withOverride('2026-10-03', true, '国庆值班')
    expect(dayKindOn(open, '2026-10-03')).toMatchObject({ isWorkday: true, kind: 'local-workday', reason: '国庆值班' })
  })

  test("the hall's own word is not provisional even in a year without a notice", () => {
    expect(dayKindOn(withOverride('2027-10-01', false, '国庆'), '2027-10-01')).toMatchObject({
      kind: 'local-closure',
      isProvisional: false,
    })
  })

  test('a notice that names a day of the December before is obeyed there', () => {
    const of2012 = { year: 2012, documentNumber: '', restDays: ['2012-01-01'], workedDays: ['2011-12-31'] }
    const onDay = dayKindOn({ publishedYears: [of2012], overrides: [] }, '2011-12-31')
    expect(onDay).toMatchObject({ kind: 'adjusted-workday', isWorkday: true, isProvisional: false })
  })

  test('without a list of statutory holidays all days off count as adjusted rest', () => {
    const { statutoryDays: _, ...unlisted } = notices[1]
    expect(dayKindOn({ publishedYears: [unlisted], overrides: [] }, '2026-05-01').kind).toBe('adjusted-rest')
  })
})

describe('addWorkdays 工作日计算', () => {
  test.each([...workdayExamples, ['2026-05-09', 0, '2026-05-09'], ['2026-05-10', 0, '2026-05-10']])(
    '%s and %i workdays is %s',
    (day, count, due) => {
      expect(addWorkdays(calendar, day, count)).toEqual({ day: due, isProvisional: false })
    },
  )

  test('a count that runs into a year without a notice is provisional, not silently the weekday rule', () => {
    expect(addWorkdays(calendar, '2026-12-31', 1)).toEqual({ day: '2027-01-01', isProvisional: true })
    expect(addWorkdays(calendar, '2026-12-30', 1)).toEqual({ day: '2026-12-31', isProvisional: false })
  })

  test('one guessed day on the way makes the sum provisional, even if it ends on a certain one', () => {
    const known = withOverride('2027-01-02', true, '周六延时')
    expect(addWorkdays(known, '2026-12-31', 2)).toEqual({ day: '2027-01-02', isProvisional: true })
  })

  test('a count out of a year without a notice is certain once it only steps over published days', () => {
    expect(addWorkdays(calendar, '2024-12-31', 1)).toEqual({ day: '2025-01-02', isProvisional: false })
  })

  test('the hall’s own closures and worked days are counted as such', () => {
    expect(nextWorkday(withOverride('2026-05-09', false, '台风停工'), '2026-05-08').day).toBe('2026-05-11')
    expect(nextWorkday(withOverride('2026-05-10', true, '周日延时'), '2026-05-09').day).toBe('2026-05-10')
  })

  test.each([
    ['2026-09-20', 15, '2026-10-08'],
    ['2026-02-03', 15, '2026-02-24'],
    ['2026-05-01', 8, '2026-05-09'],
  ])('%s and %i natural days, rolled off a rest day, is %s', (day, count, due) => {
    const lastDay = addDays(day, count)
    expect(nextWorkday(calendar, addDays(lastDay, -1)).day).toBe(due)
  })

  test('what is no count throws', () => {
    for (const count of [-1, 1.5, Number.NaN, 1001])
      expect(() => addWorkdays(calendar, '2026-05-09', count)).toThrow(RangeError)
  })
})

const days = fc.integer({ min: 0, max: 730 }).map((count) => addDays('2025-01-01', count))
const counts = fc.integer({ min: 0, max: 60 })
const calendars = fc
  .uniqueArray(fc.record({ day: days, isWorkday: fc.boolean() }), { maxLength: 20, selector: ({ day }) => day })
  .map(
    (overrides): Calendar => ({
      ...calendar,
      overrides: overrides.map((override) => ({ ...override, reason: '本厅', documentNumber: '' })),
    }),
  )

describe('for every calendar', () => {
  test('the due day is a workday with exactly the promised workdays behind it', () => {
    fc.assert(
      fc.property(calendars, days, counts, (some, day, count) => {
        const due = addWorkdays(some, day, count).day
        const counted = range(day, due)
          .slice(1)
          .filter((between) => dayKindOn(some, between).isWorkday)
        expect(counted).toHaveLength(count)
        if (count > 0) expect(counted.at(-1)).toBe(due)
      }),
    )
  })

  test('counting in two steps is counting at once', () => {
    fc.assert(
      fc.property(calendars, days, counts, counts, (some, day, first, second) => {
        const halfway = addWorkdays(some, day, first)
        const inTwo = addWorkdays(some, halfway.day, second)
        const isProvisional = halfway.isProvisional || inTwo.isProvisional
        expect(addWorkdays(some, day, first + second)).toEqual({ day: inTwo.day, isProvisional })
      }),
    )
  })

  test('a day is provisional exactly when nobody published its year or named it', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: -400, max: 1200 }), (some, offset) => {
        const day = addDays('2025-01-01', offset)
        const isKnown = /^202[56]/.test(day) || some.overrides.some((override) => override.day === day)
        expect(dayKindOn(some, day).isProvisional).toBe(!isKnown)
      }),
    )
  })

  test('without any notice the week decides alone', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayKindOn(emptyCalendar, day)).toMatchObject({ isWorkday: weekdayOf(day) <= 5, isProvisional: true })
      }),
    )
  })
})
