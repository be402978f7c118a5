import chineseDays from 'chinese-days'
import { describe, expect, test } from 'vitest'
import { publishedYears } from '../../main/hub/published-years.ts'
import { dayKindOn } from '../../shared/rules/calendar.ts'
import { yearOf } from '../../shared/rules/hall-time.ts'
import { calendar, publishedYear } from '../../shared/vocabulary/calendar.ts'
import { notices, range, workdaysByMonth } from '../rules/notices.ts'

const years = publishedYears()
const bundled = { publishedYears: years, overrides: [] }

describe('publishedYears 随附的放假安排', () => {
  test.each([0, 1] as const)('notice %i of 2025 and 2026 is bundled as the State Council wrote it', (index) => {
    expect(years[index]).toEqual(notices[index])
  })

  test('each bundled year is a well-formed notice, 2025 first and none left out', () => {
    expect(calendar.parse(bundled)).toEqual(bundled)
    expect(years.map(({ year }) => year)).toEqual(years.map((_, index) => 2025 + index))
  })

  test.each([2025, 2026] as const)('the workdays of each month of %i add up', (year) => {
    const byMonth = new Array<number>(12).fill(0)
    for (const day of range(`${year}-01-01`, `${year}-12-31`))
      if (dayKindOn(bundled, day).isWorkday) byMonth[Number(day.slice(5, 7)) - 1]! += 1
    expect(byMonth).toEqual(workdaysByMonth[year])
  })

  test('every day of the bundled years is what the package itself says', () => {
    for (const { year } of years)
      for (const day of range(`${year}-01-01`, `${year}-12-31`))
        expect([day, dayKindOn(bundled, day).isWorkday]).toEqual([day, chineseDays.isWorkday(day)])
  })

  test('the statutory holidays are those that moon and sun give, 13 a year', () => {
    for (const { year, restDays, statutoryDays } of years) {
      if (statutoryDays === undefined) continue
      expect(restDays.filter((day) => isStatutory(day, year))).toEqual(statutoryDays)
      expect(statutoryDays).toHaveLength(13)
    }
  })

  test('a year the package knows nothing about is absent and its days are provisional', () => {
    const unknown = years.at(-1)!.year + 1
    expect(dayKindOn(bundled, `${unknown}-10-01`).isProvisional).toBe(true)
    // The trap: asked directly, the package gives the weekday rule for it and does not say so.
    expect(range(`${unknown}-10-01`, `${unknown}-10-07`).some((day) => chineseDays.isWorkday(day))).toBe(true)
  })

  test('the bundled years may be changed by who asked without changing them for others', () => {
    publishedYears()[0]!.restDays.length = 0
    expect(publishedYears()[0]).toEqual(notices[0])
  })

  test('a notice without its 文号 is still a notice', () => {
    expect(publishedYear.parse({ ...notices[0], documentNumber: '' }).documentNumber).toBe('')
  })
})

/** By the package's own sun and moon, which the bundled list was not made from. */
function isStatutory(day: string, year: number): boolean {
  if (/-(01-01|05-0[12]|10-0[123])$/.test(day)) return true
  if (day === chineseDays.getSolarTermDate(year, 4, 'pure_brightness')) return true
  const moonDate = (of: string) => {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(of)
    return isLeap ? 'leap' : `${lunarMon}-${lunarDay}`
  }
  const dayAfter = range(day, `${yearOf(day)}-12-31`)[1]
  const isEve = dayAfter !== undefined && moonDate(dayAfter) === '1-1'
  return isEve || ['1-1', '1-2', '1-3', '5-5', '8-15'].includes(moonDate(day))
}
