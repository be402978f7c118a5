import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDayList } from '../../../renderer/console/timetable/day-list.ts'

describe('a pasted list of days', () => {
  test.each([
    ['one day', '2027-01-01', ['2027-01-01']],
    ['months and days without a nought', '2027-1-3', ['2027-01-03']],
    ['a range with its two ends', '2027-01-01~2027-01-03', ['2027-01-01', '2027-01-02', '2027-01-03']],
    ['a range with blanks and a Chinese sign', '2027-01-01 至 2027-01-02', ['2027-01-01', '2027-01-02']],
    ['a range over the turn of a month', '2027-01-31..2027-02-01', ['2027-01-31', '2027-02-01']],
    ['any sign between', '2027-01-01，2027-05-01、2027-10-01\n', ['2027-01-01', '2027-05-01', '2027-10-01']],
    ['nothing', ' \n ', []],
  ])('is read: %s', (_, text, days) => {
    expect(parseDayList(text)).toEqual({ days, problems: [] })
  })

  test.each([
    ['2027-13-01', '不认识“2027-13-01”，日期应写成 2027-01-01'],
    ['2027-02-30', '不认识“2027-02-30”，日期应写成 2027-01-01'],
    ['元旦', '不认识“元旦”，日期应写成 2027-01-01'],
    ['2027-01-03~2027-01-01', '“2027-01-03~2027-01-01”前后颠倒'],
    ['2027-01-01~2027-12-31', '“2027-01-01~2027-12-31”太长，一段不超过 31 天'],
  ])('with a slip is not guessed: %s', (text, sentence) => {
    expect(parseDayList(text)).toEqual({ days: [], problems: [sentence] })
  })

  test('written one a line is read back the same', () => {
    const days = fc.array(
      fc
        .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    )
    fc.assert(
      fc.property(days, (list) => {
        expect(parseDayList(list.join('\n'))).toEqual({ days: list, problems: [] })
      }),
    )
  })
})
