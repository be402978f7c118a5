import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checksInForce,
  decideCheckWindow,
  decideFinishPatrol,
  decideStartPatrol,
  halfAt,
  patrolAfter,
  patrolsMissing,
} from '../../shared/rules/patrol.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import {
  codesOfCheck,
  conductItem,
  type PatrolRound,
  postState,
  prohibition,
  type WindowCheck,
} from '../../shared/vocabulary/patrol.ts'
import { violationCodes } from '../../shared/vocabulary/violation.ts'
import { atInstant, checkWith, patrolFacts, roundWith, startFacts } from '../support/discipline-facts.ts'
import { accepted, refusedInOrder, setupOf } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const { timetables, calendar } = setupOf()
const scheduleOn = (day: string) => scheduleOf(timetables, calendar, day)

describe('the half-day of a patrol', () => {
  test.each([
    ['07:59', null],
    ['08:00', 'morning'],
    ['11:59', 'morning'],
    ['12:00', null],
    ['14:00', 'afternoon'],
    ['17:30', 'afternoon'],
    ['18:00', null],
  ])('at %s is %s, by the timetable of the day', (time, half) => {
    expect(halfAt(scheduleOn(workday), instantAt(workday, time))).toBe(half)
  })

  test('is none on a rest day', () => {
    expect(halfAt(scheduleOn('2026-05-16'), instantAt('2026-05-16', '09:00'))).toBeNull()
  })
})

describe('starting a round', () => {
  refusedInOrder(startFacts(), (facts) => decideStartPatrol({}, facts), [
    ['patrol-outside-hours', (facts) => atInstant(facts, workday, '12:30'), 'lunch'],
    ['patrol-under-way', (facts) => ({ ...facts, underWay: roundWith() })],
  ])

  test('counts it in its half-day', () => {
    const facts = startFacts({ roundsInHalf: 1, lastPatrolId: 7 })
    const body = { patrolId: 8, day: workday, half: 'morning', ordinal: 2, startedBy: 'supervisor-1' }
    expect(accepted(decideStartPatrol({}, facts)).events).toEqual([{ type: 'PatrolStarted', body }])
  })
})

describe('checking a window', () => {
  const check = (changes: Partial<WindowCheck> = {}, more: Partial<CommandBody<'CheckWindow'>> = {}) => ({
    patrolId: 1,
    check: checkWith(changes),
    ...more,
  })
  const found = check({ prohibitions: ['screen-leisure'] })
  refusedInOrder(patrolFacts(), (facts) => decideCheckWindow(found, facts), [
    ['patrol-unknown', (facts) => ({ ...facts, patrol: undefined })],
    ['patrol-finished', (facts) => ({ ...facts, patrol: roundWith({ finishedAt: 1 }) })],
    ['patrol-half-over', (facts) => atInstant(facts, workday, '14:05')],
    ['patrol-person-needed', (facts) => ({ ...facts, inCharge: () => null })],
  ])

  test('of a window that the hall has not is refused with window-unknown', () => {
    expect(decideCheckWindow(check({ windowNumber: 99 }), patrolFacts())).toMatchObject({ code: 'window-unknown' })
  })

  test('names who is in charge of it, or whom the officer found there', () => {
    const staffIdIn = (body: CommandBody<'CheckWindow'>) =>
      accepted(decideCheckWindow(body, patrolFacts())).events[0]!.body
    expect(staffIdIn(check())).toMatchObject({ staffId: 'clerk-1' })
    expect(staffIdIn(check({}, { staffId: 'clerk-2' }))).toMatchObject({ staffId: 'clerk-2' })
    expect(staffIdIn(check({ windowNumber: 2 }))).toMatchObject({ staffId: null })
    expect(staffIdIn(check({ post: 'not-staffed' }))).toMatchObject({ staffId: null })
    expect(decideCheckWindow(check({}, { staffId: 'gone' }), patrolFacts())).toMatchObject({ code: 'staff-unknown' })
  })

  test('an empty seat whose owner is on approved leave is an excused one, and accuses nobody', () => {
    const facts = patrolFacts({ leaveOf: (staffId) => (staffId === 'clerk-1' ? 5 : null) })
    const [event] = accepted(decideCheckWindow(check({ post: 'away' }), facts)).events
    expect(event!.body).toMatchObject({ excusedBy: 5, check: { post: 'excused' } })
    const accused = check({ post: 'away', prohibitions: ['errands'] })
    expect(decideCheckWindow(accused, facts)).toMatchObject({ code: 'patrol-person-excused' })
    expect(decideCheckWindow(accused, patrolFacts())).toMatchObject({ kind: 'accepted' })
  })

  test('whoever is on leave and sits there all the same was found there', () => {
    const facts = patrolFacts({ leaveOf: () => 5 })
    const [event] = accepted(decideCheckWindow(found, facts)).events
    expect(event!.body).toMatchObject({ excusedBy: null, check: { post: 'on-post' } })
  })

  const checks = fc.record({
    windowNumber: fc.constantFrom(1, 2, 3, 4),
    post: fc.constantFrom(...postState.options),
    wrongItems: fc.subarray([...conductItem.options]),
    prohibitions: fc.subarray([...prohibition.options]),
  })
  test('whatever is found wrong is found of somebody, and never of somebody on leave who is away', () => {
    fc.assert(
      fc.property(checks, fc.boolean(), (one, isOnLeave) => {
        const facts = patrolFacts({ leaveOf: () => (isOnLeave ? 5 : null) })
        const decision = decideCheckWindow(check(one), facts)
        if (decision.kind === 'refused') return
        const {
          staffId,
          excusedBy,
          check: decided,
        } = decision.events[0]!.body as {
          staffId: string | null
          excusedBy: number | null
          check: WindowCheck
        }
        if (codesOfCheck(decided).length > 0) expect([staffId, excusedBy]).toEqual(['clerk-1', null])
        if (isOnLeave && staffId !== null) expect(decided.post).not.toBe('away')
      }),
    )
  })

  test('what it can lead to is a case of the clause that was ticked', () => {
    prohibition.options.forEach((one, at) => {
      const clauses = codesOfCheck(checkWith({ prohibitions: [one] })).map((code) => violationCodes[code].clause)
      expect(new Set(clauses)).toEqual(new Set([`篇5.7（${'一二三四五六'[at]}）`]))
    })
    expect(codesOfCheck(checkWith())).toEqual([])
    expect(codesOfCheck(checkWith({ post: 'away' }))).toEqual(['off-post'])
  })
})

describe('finishing a round', () => {
  const body = { patrolId: 1, environment: [], note: '' }
  const checked = roundWith({ checks: [{ ...checkWith(), staffId: 'clerk-1', excusedBy: null, at: 1 }] })
  refusedInOrder(patrolFacts({ patrol: checked }), (facts) => decideFinishPatrol(body, facts), [
    ['patrol-unknown', (facts) => ({ ...facts, patrol: undefined })],
    ['patrol-finished', (facts) => ({ ...facts, patrol: roundWith({ finishedAt: 1 }) })],
    ['patrol-windows-unchecked', (facts) => ({ ...facts, patrol: roundWith() })],
  ])

  test('without a window that somebody is in charge of says why', () => {
    expect(decideFinishPatrol({ ...body, note: '停电' }, patrolFacts())).toMatchObject({ kind: 'accepted' })
    expect(decideFinishPatrol(body, patrolFacts())).toMatchObject({ facts: { windows: '1' } })
  })
})

describe('a round', () => {
  test('keeps every check; the newest of a window counts', () => {
    const moved = [checkWith({ post: 'away' }), checkWith(), checkWith({ windowNumber: 2 })].reduce<PatrolRound>(
      (round, check, at) =>
        patrolAfter(
          round,
          { type: 'PatrolWindowChecked', body: { patrolId: 1, staffId: null, excusedBy: null, check } },
          at,
        ),
      roundWith(),
    )
    expect(moved.checks).toHaveLength(3)
    expect(checksInForce(moved).map(({ windowNumber, post }) => [windowNumber, post])).toEqual([
      [1, 'on-post'],
      [2, 'on-post'],
    ])
  })

  test('that is finished stays as it is', () => {
    const event = { type: 'PatrolFinished' as const, body: { patrolId: 1, environment: [], note: '' } }
    const finished = patrolAfter(roundWith(), event, 5)
    expect(finished.finishedAt).toBe(5)
    expect(() => patrolAfter(finished, event, 6)).toThrow('under way')
  })
})

describe('rounds that are missing', () => {
  const missing = (time: string, rounds: PatrolRound[], day = workday) =>
    patrolsMissing({ now: instantAt(day, time), schedule: scheduleOn(day), rounds, patrolsPerHalfDay: 2 })
  const finished = roundWith({ finishedAt: 1 })

  test.each([
    ['11:59', [], []],
    ['12:00', [], [{ half: 'morning', finished: 0, missing: 2 }]],
    ['12:00', [finished, roundWith()], [{ half: 'morning', finished: 1, missing: 1 }]],
    ['12:00', [finished, finished], []],
    ['17:59', [finished, finished, finished], []],
    ['18:00', [finished, finished], [{ half: 'afternoon', finished: 0, missing: 2 }]],
  ])('at %s are those of half-days that are over (%#)', (time, rounds, expected) => {
    expect(missing(time, rounds)).toEqual(expected)
  })

  test('are none on a rest day', () => {
    expect(missing('23:00', [], '2026-05-16')).toEqual([])
  })
})
