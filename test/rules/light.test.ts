import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LightFacts, lightOf, remainingOf, type WatchedDue, warningAt } from '../../shared/rules/light.ts'
import type { LimitOfTime } from '../../shared/rules/limit-count.ts'
import { createWorkingTime } from '../../shared/rules/working-time.ts'
import { beijing, closingOf, daysFrom, isPublic, isWorked, timetables } from './day-by-day.ts'
import { calendarOf2025And2026 as calendar } from './notices.ts'

const hall = { calendar, timetables }
const dueOn = (day: string, clock = '17:00') => ({ day, at: beijing(day, clock) })
const warnedAt = (day: string, limit: LimitOfTime | null, clock?: string) => warningAt(dueOn(day, clock), limit, hall)

function watched(day: string, limit: LimitOfTime | null = { amount: 10, unit: 'workday' }): WatchedDue {
  return { ...dueOn(day), warnAt: warnedAt(day, limit) }
}

/** Promised for 16 March 2026, by law for the 30th. */
const facts = (day: string, clock: string, changes: Partial<LightFacts> = {}): LightFacts => ({
  now: beijing(day, clock),
  promised: watched('2026-03-16'),
  statutory: watched('2026-03-30', { amount: 20, unit: 'workday' }),
  isInstant: false,
  stoppedFrom: null,
  decidedAt: null,
  ...changes,
})

describe('the light 灯', () => {
  test.each([
    ['2026-03-11', '18:00', 'green'],
    ['2026-03-12', '00:00', 'yellow'],
    ['2026-03-16', '16:59:59', 'yellow'],
    ['2026-03-16', '17:00', 'orange'],
    ['2026-03-30', '16:59:59', 'orange'],
    ['2026-03-30', '17:00', 'red'],
  ])('on %s at %s is %s', (day, clock, light) => {
    expect(lightOf(facts(day, clock))).toBe(light)
  })

  test('past a promise it is red where the law sets no limit, and for an instant matter', () => {
    expect(lightOf(facts('2026-03-16', '17:00', { statutory: null }))).toBe('red')
    expect(lightOf(facts('2026-03-16', '17:00', { isInstant: true }))).toBe('red')
  })

  test('is grey while the clock stands still, and hides nothing that was late before', () => {
    expect(lightOf(facts('2026-03-20', '10:00', { stoppedFrom: '2026-03-06' }))).toBe('grey')
    expect(lightOf(facts('2026-03-20', '10:00', { stoppedFrom: '2026-03-17' }))).toBe('orange')
  })

  test('a decision keeps the light it was judged by', () => {
    expect(lightOf(facts('2026-06-01', '10:00', { decidedAt: beijing('2026-03-16', '16:59') }))).toBe('green')
    expect(lightOf(facts('2026-06-01', '10:00', { decidedAt: beijing('2026-03-16', '17:00') }))).toBe('orange')
  })

  test('an instant matter served past closing belongs to its day (edge case 3)', () => {
    const decidedAt = beijing('2026-03-16', '17:20')
    expect(lightOf(facts('2026-03-17', '10:00', { isInstant: true, decidedAt }))).toBe('green')
  })
})

describe('the beginning of yellow', () => {
  test.each<[string, LimitOfTime | null, string, string]>([
    ['2026-03-16', { amount: 10, unit: 'workday' }, '2026-03-12', '00:00'],
    ['2026-03-16', { amount: 3, unit: 'workday' }, '2026-03-13', '00:00'],
    ['2026-05-09', { amount: 1, unit: 'workday' }, '2026-05-08', '00:00'],
    ['2026-03-17', { amount: 15, unit: 'natural-day' }, '2026-03-14', '00:00'],
    ['2026-02-24', { amount: 5, unit: 'natural-day' }, '2026-02-14', '00:00'],
    ['2026-03-16', { amount: 20, unit: 'hour' }, '2026-03-16', '11:00'],
    ['2026-03-16', null, '2026-03-16', '16:00'],
  ])('of what is due on %s with %o is %s %s', (day, limit, warnDay, clock) => {
    expect(warnedAt(day, limit)).toBe(beijing(warnDay, clock))
  })

  test('passes over lunch: an hour before 14:30 is half past eleven', () => {
    expect(warnedAt('2026-03-16', { amount: 30, unit: 'minute' }, '14:30')).toBe(beijing('2026-03-16', '11:30'))
  })
})

describe('what is left 剩余时限', () => {
  const left = (day: string, clock: string, unit: LimitOfTime['unit'] | null, stoppedFrom: string | null = null) =>
    remainingOf({
      now: beijing(day, clock),
      due: dueOn('2026-03-16'),
      unit,
      stoppedFrom,
      workingTime: createWorkingTime(timetables, calendar, day),
    })

  test('on a Friday it is one workday and three natural days to Monday', () => {
    expect(left('2026-03-13', '09:00', 'workday')).toEqual({ unit: 'workday', count: 1, isLate: false })
    expect(left('2026-03-13', '09:00', 'natural-day')).toEqual({ unit: 'natural-day', count: 3, isLate: false })
    expect(left('2026-03-16', '17:00', 'workday')).toEqual({ unit: 'workday', count: 0, isLate: true })
  })

  test('of an instant matter it is public minutes', () => {
    expect(left('2026-03-16', '11:30', null)).toEqual({ unit: 'minute', count: 210, isLate: false })
  })

  test('what is stopped keeps what was left', () => {
    expect(left('2026-04-20', '09:00', 'workday', '2026-03-06')).toMatchObject({ count: 7, isLate: false })
  })
})

describe('for any due day', () => {
  const someDay = fc.integer({ min: 30, max: 600 }).map((offset) => daysFrom('2025-01-01', offset + 1).at(-1)!)

  test('the workday before is yellow at its latest, and counted as on the wall', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 45 }), (day, amount) => {
        const warnAt = warnedAt(day, { amount, unit: 'workday' })
        const wanted = Math.max(1, Math.floor(amount / 5))
        const before = daysFrom('2024-10-01', 900).filter((one) => one < day && isWorked(one, []))
        expect(warnAt).toBe(beijing(before.at(-wanted)!, '00:00'))
      }),
    )
  })

  test('an instant matter is yellow for the last sixty public minutes of its day', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        fc.pre(isWorked(day, []))
        const at = closingOf(day, 'citizen')
        const warnAt = warningAt({ day, at }, null, hall)
        const minutes = Array.from({ length: 1440 }, (_, minute) => minute).filter((minute) => isPublic(day, minute))
        expect(warnAt).toBe(beijing(day, '00:00') + minutes.at(-60)! * 60_000)
      }),
    )
  })

  test('time alone never takes a light back', () => {
    const order = ['green', 'yellow', 'orange', 'red']
    fc.assert(
      fc.property(fc.nat({ max: 60 * 24 * 40 }), fc.nat({ max: 60 * 24 * 40 }), (one, other) => {
        const at = (minutes: number) => beijing('2026-03-01', '00:00') + minutes * 60_000
        const light = (now: number) => order.indexOf(lightOf(facts('2026-03-01', '00:00', { now })))
        expect(light(at(Math.min(one, other)))).toBeLessThanOrEqual(light(at(Math.max(one, other))))
      }),
    )
  })
})
