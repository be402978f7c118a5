import { describe, expect, test } from 'vitest'
import { calendar, publishedYear } from '../../shared/vocabulary/calendar.ts'
import { calendarOf2025And2026, notices } from '../rules/notices.ts'

const of2026 = notices[1]

function complaintsAbout(changes: object): string[] {
  return publishedYear.safeParse({ ...of2026, ...changes }).error?.issues.map(({ message }) => message) ?? []
}

describe('publishedYear 放假调休安排', () => {
  test('the notices of 2025 and 2026 are well-formed', () => {
    expect(calendar.parse(calendarOf2025And2026)).toEqual(calendarOf2025And2026)
  })

  test('a notice may reach back into the December before', () => {
    expect(complaintsAbout({ restDays: [...of2026.restDays, '2025-12-31'] })).toEqual([])
  })

  test.each([
    [{ restDays: [], statutoryDays: [] }, '放假日不能为空'],
    [{ restDays: [...of2026.restDays, '2026-01-01'] }, '放假日有重复的日期'],
    [{ workedDays: ['2026-05-09', '2026-05-09'] }, '调休上班日有重复的日期'],
    [{ workedDays: ['2025-05-09'] }, '有日期不属于这一年（上一年 12 月除外）'],
    [{ workedDays: ['2026-05-01'] }, '同一天不能既放假又上班'],
    [{ statutoryDays: ['2026-05-08'] }, '法定节假日应在放假日之内'],
    [{ workedDays: ['2026-02-29'] }, '日期应写成 2026-05-09 的样子'],
    [{ year: 26 }, '年份应为 2000 至 2099'],
  ])('%j is answered with %s', (changes, sentence) => {
    expect(complaintsAbout(changes)).toContain(sentence)
  })
})

describe('calendar 日历', () => {
  test('one notice a year, one override a day', () => {
    const override = { day: '2026-04-20', isWorkday: false, reason: '三月三', documentNumber: '' }
    const twice = calendar.safeParse({ publishedYears: [of2026, of2026], overrides: [override, override] })
    expect(twice.error?.issues.map(({ message }) => message)).toEqual([
      '同一年只能有一份放假安排',
      '同一天只能有一条本厅调整',
    ])
  })
})
