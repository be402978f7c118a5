import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfMonth, type MonthFacts, monthReview } from '../../shared/rules/month-review.ts'
import { basePoints, flagShare, type MonthReview } from '../../shared/vocabulary/month-review.ts'
import { violationCode, violationStatus } from '../../shared/vocabulary/violation.ts'
import { leaveOf } from '../support/attendance-facts.ts'
import { appealed } from '../support/discipline-facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { caseOf, monthFacts, overdueFiling, recordOf, stayAt } from '../support/month-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'

const reviewOf = (changes: Partial<MonthFacts> = {}) => monthReview(monthFacts(changes))
const personOf = ({ people }: MonthReview, staffId = 'clerk-1') => people.find((one) => one.staffId === staffId)!
const windowOf = ({ windows }: MonthReview, windowNumber = 1) =>
  windows.find((one) => one.windowNumber === windowNumber)!

describe('the score of a month', () => {
  test('is a hundred less the points of what was confirmed', () => {
    const violations = [caseOf(1, 'dress', 1), caseOf(2, 'quarrel', 2, { status: 'upheld', day: nextDay })]
    const review = reviewOf({ violations })
    expect(personOf(review)).toMatchObject({ points: 3, score: 97, place: 2 })
    expect(windowOf(review)).toMatchObject({ points: 3, score: 97, place: 2 })
    expect(review.codes.map(({ code, times, points }) => [code, times, points])).toEqual([
      ['quarrel', 1, 2],
      ['dress', 1, 1],
    ])
  })

  test.each(['proposed', 'dismissed', 'revoked', 'appealed'] as const)(
    'is not touched by a case that is %s',
    (status) => {
      const review = reviewOf({ violations: [caseOf(1, 'drinking', 10, { ...appealed, status })] })
      expect(personOf(review)).toMatchObject({ points: 0, score: basePoints, vetoes: [], place: 1 })
      expect(review.violations).toEqual([])
      expect(review.pendingCount).toBe(status === 'proposed' || status === 'appealed' ? 1 : 0)
    },
  )

  test('is not touched by attendance that nobody confirmed as a violation', () => {
    const findings = [{ kind: 'late' as const, half: 'morning' as const, minutes: 7 }]
    const review = reviewOf({ records: [recordOf('clerk-1', workday, { findings })] })
    expect(personOf(review).attendance).toMatchObject({ lateTimes: 1, lateMinutes: 7 })
    expect(personOf(review).score).toBe(basePoints)
  })

  test('of a window is the mean of those who stood there, by their days', () => {
    const stays = [
      stayAt('clerk-1', 1, workday),
      stayAt('clerk-1', 1, workday),
      stayAt('clerk-2', 1, workday),
      stayAt('clerk-2', 1, nextDay),
    ]
    const review = reviewOf({ stays, violations: [caseOf(1, 'dress', 4)] })
    // One day of four points, two days of none.
    expect(windowOf(review)).toMatchObject({ points: 1.3, score: 98.7 })
    expect(windowOf(review).people).toEqual([
      { staffId: 'clerk-2', days: 2 },
      { staffId: 'clerk-1', days: 1 },
    ])
  })

  test('counts nothing of another month', () => {
    const violations = [caseOf(1, 'dress', 1, { day: '2026-04-30' })]
    expect(personOf(reviewOf({ violations })).score).toBe(basePoints)
  })
})

describe('the veto', () => {
  test('of a confirmed prohibition takes the flag from the person and from the window where it happened', () => {
    const review = reviewOf({ violations: [caseOf(1, 'computer-game', 1, { windowNumber: 2 })] })
    expect(personOf(review)).toMatchObject({ hasFlag: false, vetoes: [{ kind: 'prohibition', violationId: 1 }] })
    expect(windowOf(review, 2)).toMatchObject({ hasFlag: false, vetoes: [{ violationId: 1 }] })
    expect(windowOf(review, 1).vetoes).toEqual([])
    expect(windowOf(review, 1).hasFlag).toBe(true)
  })

  test('of a grave case goes to the window of most days where none is named', () => {
    const stays = [stayAt('clerk-1', 1, workday), stayAt('clerk-1', 2, workday), stayAt('clerk-1', 2, nextDay)]
    const review = reviewOf({ stays, violations: [caseOf(1, 'shirking', 5, { windowNumber: null })] })
    expect(windowOf(review, 2).vetoes).toMatchObject([{ kind: 'grave', code: 'shirking' }])
    expect(windowOf(review, 1).vetoes).toEqual([])
  })

  test('of a filing is for what is past the law, not the promise', () => {
    const promised = reviewOf({ overdue: [overdueFiling()] })
    expect(personOf(promised)).toMatchObject({ overdueTimes: 1, vetoes: [], hasFlag: true })
    const statutory = reviewOf({ overdue: [overdueFiling({ limit: 'statutory' })] })
    expect(personOf(statutory)).toMatchObject({
      vetoes: [{ kind: 'statutory', filingId: 1 }],
      hasFlag: false,
      place: 2,
    })
    expect(windowOf(statutory).hasFlag).toBe(false)
    expect(personOf(statutory, 'clerk-2')).toMatchObject({ place: 1, hasFlag: true })
  })
})

describe('the ranking', () => {
  test('puts more services first among equal scores, and equals share a place and the flag', () => {
    expect(reviewOf().people.map(({ staffId, place, hasFlag }) => [staffId, place, hasFlag])).toEqual([
      ['clerk-1', 1, true],
      ['clerk-2', 2, false],
      ['guide-1', null, false],
    ])
    const placesWith = (pastClosing: number) =>
      reviewOf({
        servedByPerson: new Map([
          ['clerk-1', { served: 5, pastClosing: 0 }],
          ['clerk-2', { served: 5, pastClosing }],
        ]),
      })
        .people.slice(0, 2)
        .map(({ staffId, place, hasFlag }) => [staffId, place, hasFlag])
    expect(placesWith(0)).toEqual([
      ['clerk-1', 1, true],
      ['clerk-2', 1, true],
    ])
    expect(placesWith(1)).toEqual([
      ['clerk-2', 1, true],
      ['clerk-1', 2, false],
    ])
  })

  test('leaves out who was on leave all month, and who is no clerk', () => {
    const leaves = [leaveOf('00:00', '24:00', workday, { staffId: 'clerk-2' })]
    const records = [recordOf('clerk-1', workday), recordOf('clerk-2', workday, { punches: [], leaves })]
    const servedByPerson = new Map([
      ['clerk-1', { served: 1, pastClosing: 0 }],
      ['supervisor-1', { served: 9, pastClosing: 0 }],
    ])
    const review = reviewOf({ records, servedByPerson, stays: [stayAt('clerk-1', 1, workday)] })
    expect(personOf(review, 'clerk-2')).toMatchObject({ place: null, attendance: { presentDays: 0, leaveDays: 1 } })
    expect(personOf(review, 'supervisor-1').place).toBeNull()
    expect(personOf(review).place).toBe(1)
  })

  test('is of a month so far until the month is over', () => {
    expect(reviewOf()).toMatchObject({ isOver: true, asOf: instantAt('2026-06-01', '00:00') })
    const now = instantAt(workday, '10:00')
    expect(reviewOf({ now })).toMatchObject({ isOver: false, asOf: now })
  })

  test('names nobody of whom the month knows nothing', () => {
    expect(reviewOf().people.map(({ staffId }) => staffId)).not.toContain('supervisor-1')
  })
})

test('a month ends with its last day, in leap years too', () => {
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
})

describe('in every month', () => {
  const clerks = ['clerk-1', 'clerk-2', 'clerk-3', 'clerk-4', 'clerk-5', 'clerk-6']
  const day = fc.integer({ min: 1, max: 31 }).map((date) => `2026-05-${String(date).padStart(2, '0')}`)
  const staffId = fc.constantFrom(...clerks)
  const windowNumber = fc.integer({ min: 1, max: 4 })
  const violation = fc.record({
    code: violationCodeOf(),
    points: fc.integer({ min: 0, max: 20 }),
    changes: fc.record({
      staffId,
      day,
      windowNumber: fc.option(windowNumber),
      status: fc.constantFrom(...violationStatus.options),
    }),
  })
  const served = fc.record({ served: fc.nat(50), pastClosing: fc.nat(5) })
  const facts = fc
    .record({
      found: fc.array(violation, { maxLength: 12 }),
      stays: fc.array(fc.tuple(staffId, windowNumber, day), { maxLength: 30 }),
      byPerson: fc.array(fc.tuple(staffId, served)),
      atWindow: fc.array(fc.tuple(windowNumber, served)),
      overdue: fc.array(fc.record({ staffId, limit: fc.constantFrom('promised' as const, 'statutory' as const) })),
    })
    .map(({ found, stays, byPerson, atWindow, overdue }) =>
      monthFacts({
        people: clerks.map((one) => ({ staffId: one, role: 'clerk' as const })),
        records: clerks.map((one) => recordOf(one, workday)),
        violations: found.map(({ code, points, changes }, at) => caseOf(at + 1, code, points, changes)),
        stays: stays.map((stay) => stayAt(...stay)),
        servedByPerson: new Map(byPerson),
        servedAtWindow: new Map(atWindow),
        overdue: overdue.map((one, at) => overdueFiling({ filingId: at + 1, ...one })),
      }),
    )

  function violationCodeOf() {
    return fc.constantFrom(...violationCode.options)
  }
  const scoresOf = ({ people, windows }: MonthReview) =>
    new Map<string | number, number>([
      ...people.map((one) => [one.staffId, one.score] as const),
      ...windows.map((one) => [one.windowNumber, one.score] as const),
    ])

  test('what was revoked costs nothing', () => {
    fc.assert(
      fc.property(facts, (month) => {
        const without = { ...month, violations: month.violations.filter(({ status }) => status !== 'revoked') }
        expect(monthReview(month)).toEqual(monthReview(without))
      }),
    )
  })

  test('a further violation raises no score and gives no flag to its person', () => {
    fc.assert(
      fc.property(facts, violation, (month, { code, points, changes }) => {
        const one = caseOf(99, code, points, { ...changes, status: 'confirmed' })
        const before = monthReview(month)
        const after = monthReview({ ...month, violations: [...month.violations, one] })
        const scores = scoresOf(after)
        for (const [key, score] of scoresOf(before)) expect(scores.get(key)).toBeLessThanOrEqual(score)
        if (!personOf(before, one.staffId).hasFlag) expect(personOf(after, one.staffId).hasFlag).toBe(false)
      }),
    )
  })

  test('the order is total and does not hang on the order of what it is told from', () => {
    fc.assert(
      fc.property(facts, (month) => {
        const review = monthReview(month)
        const turned = monthReview({
          ...month,
          violations: month.violations.toReversed(),
          stays: month.stays.toReversed(),
          overdue: month.overdue.toReversed(),
        })
        const order = ({ people, windows }: MonthReview) => [
          people.map(({ staffId, place, hasFlag }) => [staffId, place, hasFlag]),
          windows.map(({ windowNumber, place, hasFlag }) => [windowNumber, place, hasFlag]),
        ]
        expect(order(turned)).toEqual(order(review))
        for (const all of [review.people, review.windows]) {
          const places = all.flatMap(({ place }) => place ?? [])
          expect(places).toEqual(places.toSorted((a, b) => a - b))
          expect(all.slice(places.length).every(({ place }) => place === null)).toBe(true)
          const last = Math.max(1, Math.floor(places.length * flagShare))
          for (const { hasFlag, place, vetoes } of all)
            expect(hasFlag).toBe(place !== null && place <= last && vetoes.length === 0)
        }
      }),
    )
  })

  test('sums are those of the lists', () => {
    fc.assert(
      fc.property(facts, (month) => {
        const { people, violations, codes, overdue } = monthReview(month)
        const sum = (all: readonly { points: number }[]) => all.reduce((of, { points }) => of + points, 0)
        expect(sum(people)).toBe(sum(violations))
        expect(sum(codes)).toBe(sum(violations))
        expect(codes.reduce((of, { times }) => of + times, 0)).toBe(violations.length)
        expect(people.reduce((of, { overdueTimes }) => of + overdueTimes, 0)).toBe(overdue.length)
        for (const { score, points } of people) expect(score).toBe(basePoints - points)
      }),
    )
  })
})
