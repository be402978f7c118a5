import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test } from 'vitest'
import { addDays, clockOf, dayOf, instantOf, minuteOfDay, weekdayOf, yearOf } from '../../shared/rules/hall-time.ts'

const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 11, 31) })
const days = instants.map(dayOf)

function inShanghai(at: number) {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai')
}

describe('instants and days', () => {
  test('the day, the minute and the clock of an instant are those of Asia/Shanghai', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const there = inShanghai(at)
        expect(dayOf(at)).toBe(there.toPlainDate().toString())
        expect(minuteOfDay(at)).toBe(there.hour * 60 + there.minute)
        expect(clockOf(at)).toBe(
          there.toPlainTime().round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString(),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('a day has 24 hours and begins at its first millisecond', () => {
    fc.assert(
      fc.property(days, (day) => {
        const begins = instantOf(day, '00:00')
        expect(inShanghai(begins).toString()).toContain(`${day}T00:00:00+08:00`)
        expect(dayOf(begins)).toBe(day)
        expect(dayOf(begins - 1)).toBe(addDays(day, -1))
        expect(instantOf(day, '24:00')).toBe(instantOf(addDays(day, 1), '00:00'))
        expect(instantOf(day, '24:00') - begins).toBe(24 * 3_600_000)
      }),
    )
  })

  test('the instant of a day and a clock time reads back as both', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const at = instantOf(day, clock)
        expect([dayOf(at), minuteOfDay(at), clockOf(at)]).toEqual([day, minute, `${clock}:00`])
      }),
    )
  })

  test('days and weekdays are counted as the civil calendar counts them', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
        const there = Temporal.PlainDate.from(day)
        expect(addDays(day, count)).toBe(there.add({ days: count }).toString())
        expect(weekdayOf(day)).toBe(there.dayOfWeek)
        expect(yearOf(day)).toBe(there.year)
      }),
    )
  })

  test('a dead battery’s clock is read all the same, on both sides of 1970', () => {
    expect([dayOf(0), clockOf(0), minuteOfDay(0)]).toEqual(['1970-01-01', '08:00:00', 480])
    const before = instantOf('1969-12-31', '23:59')
    expect(before).toBeLessThan(0)
    expect([dayOf(before), clockOf(before), minuteOfDay(before)]).toEqual(['1969-12-31', '23:59:00', 1439])
  })

  test('29 February is a day in a leap year only', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(() => weekdayOf('2026-02-29')).toThrow('not a day: 2026-02-29')
  })

  test('what is no day, no clock time or no instant is our own mistake and throws', () => {
    for (const day of ['', '2026-5-9', '2026-13-01', '2026-04-31', '2026-05-09T00:00', '今天'])
      expect(() => instantOf(day, '08:00')).toThrow(RangeError)
    for (const clock of ['', '8:00', '24:01', '12:60', '0800', '08:00:00', '-1:00'])
      expect(() => instantOf('2026-05-09', clock)).toThrow(RangeError)
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, 1e17]) expect(() => dayOf(at)).toThrow(RangeError)
  })
})

describe('the time zone of the PC', () => {
  const zoneBefore = process.env.TZ
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ
    else process.env.TZ = zoneBefore
  })

  test.each(['Asia/Urumqi', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])('does not matter: %s', (zone) => {
    process.env.TZ = zone
    // The zone is really in force, otherwise this would prove nothing.
    expect(new Date(0).getTimezoneOffset()).toBe(
      { 'Asia/Urumqi': -360, 'America/New_York': 300, 'Pacific/Kiritimati': 640, UTC: 0 }[zone],
    )
    const at = instantOf('2026-05-09', '23:30')
    expect(at).toBe(Date.UTC(2026, 4, 9, 15, 30))
    expect([dayOf(at), clockOf(at), weekdayOf(dayOf(at))]).toEqual(['2026-05-09', '23:30:00', 6])
  })
})
