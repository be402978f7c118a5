import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lightOfFiling, remainingOfFiling } from '../../shared/rules/filing-light.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import { createWorkingTime } from '../../shared/rules/working-time.ts'
import type { Deadline, Filing } from '../../shared/vocabulary/filing.ts'
import { instantAt } from '../support/hand-clock.ts'
import { correctingFiling, filingWith, intakeSetup } from '../support/intake-facts.ts'
import {
  acceptedFiling,
  decidedFiling,
  deliveredFiling,
  instantFiling,
  producedFiling,
  suspendedFiling,
} from '../support/run-facts.ts'
import { workday } from '../support/sample-hall.ts'

const setup = intakeSetup()
const hourMs = 3_600_000

function remaining(filing: Filing, day: string, time: string) {
  const workingTime = createWorkingTime(setup.timetables, setup.calendar, day)
  return remainingOfFiling(filing, instantAt(day, time), setup, workingTime)
}

const corrected = filingWith({ correctedDay: '2026-05-20' })
const { suspension: standstill } = suspendedFiling()
const suspension = (fromDay: string) => ({ ...standstill!, fromDay })
const stoppedBetween = suspendedFiling({ suspension: suspension('2026-05-28') })
const withdrawnInStandstill = suspendedFiling({ status: 'withdrawn', endedAt: instantAt('2026-07-01', '10:00') })
const inHours = acceptedFiling({ promisedLimit: { amount: 8, unit: 'hour', basis: '' }, statutoryDue: null })
const dueAt = (day: string, time: string): Deadline => {
  const at = instantAt(day, time)
  return { day, at, warnAt: at - hourMs, isProvisional: false }
}

describe('the clock that runs for a filing (domain 2.1, edge case 54)', () => {
  test.each<[string, Filing, string, string, string]>([
    ['received, the notice far away', filingWith(), '2026-05-18', '23:59', 'green'],
    ['received, the notice due tomorrow', filingWith(), '2026-05-19', '00:00', 'yellow'],
    ['received, nobody said a word', filingWith(), '2026-05-20', '18:00', 'red'],
    ['corrected, a word due tomorrow', corrected, '2026-05-26', '00:00', 'yellow'],
    ['corrected, nobody said a word', corrected, '2026-05-27', '18:00', 'red'],
    ['in correction for months', correctingFiling(), '2026-08-30', '08:00', 'grey'],
    ['accepted', acceptedFiling(), '2026-05-22', '23:59', 'green'],
    ['in the last fifth of its promise', acceptedFiling(), '2026-05-25', '00:00', 'yellow'],
    ['past its promise', acceptedFiling(), '2026-05-27', '17:00', 'orange'],
    ['past the law', acceptedFiling(), '2026-06-10', '17:00', 'red'],
    ['past a promise where the law sets nothing', acceptedFiling({ statutoryDue: null }), '2026-05-27', '17:00', 'red'],
    ['without any limit', acceptedFiling({ promisedDue: null, statutoryDue: null }), '2030-01-01', '08:00', 'green'],
    ['an instant matter in the morning', instantFiling(), workday, '11:00', 'green'],
    ['an instant matter in the last hour', instantFiling(), workday, '16:00', 'yellow'],
    ['an instant matter past closing', instantFiling(), workday, '17:00', 'red'],
    ['standing still, its date passed long ago', suspendedFiling(), '2026-07-01', '08:00', 'grey'],
    ['stopped only after its promise was missed', stoppedBetween, '2026-05-29', '08:00', 'orange'],
    ['decided, its delivery far away', decidedFiling(), '2026-05-25', '23:59', 'green'],
    ['produced, its delivery near', producedFiling(), '2026-05-26', '00:00', 'yellow'],
    ['produced, not delivered in ten workdays', producedFiling(), '2026-05-28', '17:00', 'red'],
    ['delivered in time, years later', deliveredFiling(), '2030-01-01', '08:00', 'green'],
    [
      'delivered, decided past the promise',
      deliveredFiling({ decidedAt: instantAt('2026-05-28', '09:00') }),
      '2026-06-20',
      '08:00',
      'orange',
    ],
    ['withdrawn while it stood still', withdrawnInStandstill, '2026-07-02', '08:00', 'green'],
  ])('%s', (_, filing, day, time, light) => {
    expect(lightOfFiling(filing, instantAt(day, time), setup)).toBe(light)
  })

  test('a closed day moves the notice with the law, and a worked one too', () => {
    const own = (day: string, isWorkday: boolean) => {
      const overrides = [{ day, isWorkday, reason: '本厅安排', documentNumber: '' }]
      return { ...setup, calendar: { ...setup.calendar, overrides } }
    }
    const lightAt = (day: string, hall: typeof setup) => lightOfFiling(filingWith(), instantAt(day, '18:00'), hall)
    expect([lightAt('2026-05-20', setup), lightAt('2026-05-20', own('2026-05-20', false))]).toEqual(['red', 'yellow'])
    expect([lightAt('2026-05-19', setup), lightAt('2026-05-19', own('2026-05-16', true))]).toEqual(['yellow', 'red'])
  })

  test('an instant matter served past closing belongs to its day once it is decided (edge case 2)', () => {
    const served = (day: string) => {
      const decidedAt = instantAt(day, '17:20')
      return instantFiling({ status: 'delivered', decidedAt, endedAt: decidedAt })
    }
    expect(lightOfFiling(served(workday), instantAt('2026-05-20', '08:00'), setup)).toBe('green')
    expect(lightOfFiling(served('2026-05-14'), instantAt('2026-05-20', '08:00'), setup)).toBe('red')
  })
})

describe('what is left of it', () => {
  test.each<[string, Filing, string, string, number | null, number | null]>([
    ['the notice, in workdays', filingWith(), '2026-05-15', '08:00', 3, null],
    ['the notice after a correction', corrected, '2026-05-25', '08:00', 2, null],
    ['nothing to count in correction', correctingFiling(), '2026-05-20', '08:00', null, null],
    ['the promise, which ends first', acceptedFiling(), '2026-05-25', '08:00', 2, null],
    [
      'the law where it ends first',
      acceptedFiling({ promisedDue: dueAt('2026-06-30', '17:00') }),
      '2026-06-09',
      '08:00',
      1,
      null,
    ],
    ['due today', acceptedFiling(), '2026-05-27', '08:00', 0, null],
    ['late today is not late by a day', acceptedFiling(), '2026-05-27', '17:30', 0, null],
    ['late by two workdays, the weekend left out', acceptedFiling(), '2026-05-31', '08:00', -2, null],
    ['what was left when it stopped', suspendedFiling(), '2026-07-01', '08:00', 10, null],
    ['public minutes of an instant matter', instantFiling(), workday, '11:00', null, 240],
    ['minutes late of an instant matter', instantFiling(), '2026-05-14', '09:00', null, -60],
    ['public minutes of a limit in hours', inHours, workday, '16:30', null, 180],
    ['the delivery after the decision', decidedFiling(), '2026-05-27', '08:00', 1, null],
    ['nothing once it has ended', deliveredFiling(), '2026-05-20', '08:00', null, null],
  ])('%s', (_, filing, day, time, workdays, minutes) => {
    expect(remaining(filing, day, time)).toEqual({ workdays, minutes })
  })
})

describe('a light while time passes and nothing happens', () => {
  const rank = { grey: 0, green: 0, yellow: 1, orange: 2, red: 3 }
  const someDay = fc
    .integer({ min: 0, max: 60 })
    .map((ahead) => dayOf(instantAt(workday, '00:00') + ahead * 24 * hourMs))
  const someDue = fc.option(
    fc.record({ day: someDay, warnedDays: fc.integer({ min: 0, max: 20 }) }).map(({ day, warnedDays }): Deadline => {
      const due = dueAt(day, '17:00')
      return { ...due, warnAt: due.at - warnedDays * 24 * hourMs }
    }),
  )
  const kinds: Filing[] = [
    filingWith(),
    corrected,
    correctingFiling(),
    acceptedFiling(),
    instantFiling(),
    suspendedFiling(),
    decidedFiling(),
    producedFiling(),
    deliveredFiling(),
    withdrawnInStandstill,
  ]
  const someFiling = fc
    .record({
      filing: fc.constantFrom(...kinds),
      promisedDue: someDue,
      statutoryDue: someDue,
      fromDay: someDay,
      receivedDay: someDay,
    })
    .map(({ filing, fromDay, ...dates }): Filing => {
      return { ...filing, ...dates, suspension: filing.suspension === null ? null : suspension(fromDay) }
    })

  test('never gets better', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(someFiling, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }), (filing, hours) => {
        let now = instantAt(workday, '08:00')
        let before = lightOfFiling(filing, now, setup)
        for (const more of hours) {
          now += more * hourMs
          const light = lightOfFiling(filing, now, setup)
          expect(rank[light]).toBeGreaterThanOrEqual(rank[before])
          if (light !== before) expect([before, light]).not.toContain('grey')
          seen.add(`${before} to ${light}`)
          before = light
        }
      }),
      { numRuns: 1000 },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['green to yellow', 'yellow to orange', 'orange to red']))
  })

  test('never changes any more once the matter has ended', () => {
    const ended = someFiling.filter(({ endedAt }) => endedAt !== null)
    fc.assert(
      fc.property(ended, fc.integer({ min: 1, max: 9000 }), (filing, hours) => {
        const light = lightOfFiling(filing, filing.endedAt!, setup)
        expect(lightOfFiling(filing, filing.endedAt! + hours * hourMs, setup)).toBe(light)
        expect(light).not.toBe('grey')
      }),
    )
  })
})
