import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../shared/rules/decision.ts'
import type { ViolationFacts } from '../../shared/rules/discipline-facts.ts'
import * as rules from '../../shared/rules/violation.ts'
import { isCounted, pointsOfMonth, proposedPoints } from '../../shared/rules/violation-points.ts'
import { violationAfter } from '../../shared/rules/violation-state.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import type { PostObservation } from '../../shared/vocabulary/post.ts'
import { evidenceCountMax, type Violation, violationStatus } from '../../shared/vocabulary/violation.ts'
import type { ViolationEvent } from '../../shared/vocabulary/violation-event.ts'
import {
  appealed,
  atInstant,
  confirmed,
  foundPlaying,
  heard,
  observationWith,
  proposeFacts,
  violationFacts,
  violationWith,
} from '../support/discipline-facts.ts'
import { accepted, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { supervisor } from '../support/intake-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'

const person = staffActor('clerk', 'clerk-1')
const stranger = staffActor('clerk', 'clerk-2')
const otherSupervisor = staffActor('supervisor', 'supervisor-2')
const id = { violationId: 1 }
const without = (facts: ViolationFacts) => ({ ...facts, violation: undefined })
const withStatus = (changes: Partial<Violation>) => (facts: ViolationFacts) => ({
  ...facts,
  violation: violationWith(changes),
})
const by = (actor: ViolationFacts['actor']) => (facts: ViolationFacts) => ({ ...facts, actor })

describe('proposing a violation', () => {
  const body: CommandBody<'ProposeViolation'> = {
    ...{ staffId: 'clerk-1', day: workday, windowNumber: 1, code: 'computer-game', source: 'patrol', sourceId: 1 },
    ...{ facts: '在窗口用电脑玩纸牌', onTheSpot: 'corrected' },
  }
  const decide = (changes: Partial<typeof body>, facts = proposeFacts()) =>
    rules.decideProposeViolation({ ...body, ...changes }, facts)
  refusedInOrder(proposeFacts(), (facts) => rules.decideProposeViolation(body, facts), [
    ['staff-unknown', (facts) => ({ ...facts, staffOf: () => undefined })],
    ['violation-source-unknown', (facts) => ({ ...facts, patrol: undefined })],
    ['violation-proposed-already', (facts) => ({ ...facts, same: violationWith({ status: 'dismissed' }) })],
  ])

  test('cites the clause of its case and says who proposed it', () => {
    const { events, made } = accepted(decide({}))
    expect(made).toEqual({ violationId: 1 })
    expect(events[0]).toMatchObject({ body: { clause: '篇5.7（三）', proposedBy: 'supervisor-1' } })
  })

  test.each<[string, Partial<typeof body>, string]>([
    ['of a day to come', { day: nextDay }, 'violation-day-to-come'],
    ['at a window that is none', { windowNumber: 99 }, 'window-unknown'],
    ['of somebody whom the round did not find', { staffId: 'clerk-2' }, 'violation-source-unknown'],
    ['of a case that the round did not tick', { code: 'drinking' }, 'violation-source-unknown'],
    ['of another day than the round', { day: '2026-05-12' }, 'violation-source-unknown'],
    ['from attendance that says nothing of the kind', { source: 'attendance' }, 'violation-source-unknown'],
  ])('%s is refused', (_, changes, code) => {
    expect(decide(changes)).toMatchObject({ code })
  })

  test('from attendance is what the day says of that half, and nothing else', () => {
    const attendance = {
      ...{ staffId: 'clerk-1', day: workday, isExpected: true, punches: [], leaves: [], doubts: [] },
      findings: [{ kind: 'late' as const, half: 'morning' as const, minutes: 7 }],
    }
    const late = { code: 'late', source: 'attendance', sourceId: undefined, half: 'morning' } as const
    const facts = proposeFacts({ patrol: undefined, attendance })
    expect(decide(late, facts)).toMatchObject({ kind: 'accepted' })
    expect(decide({ ...late, half: 'afternoon' }, facts)).toMatchObject({ code: 'violation-source-unknown' })
    expect(decide({ ...late, code: 'absent' }, facts)).toMatchObject({ code: 'violation-source-unknown' })
  })

  test('of what the hub saw, only after the person was heard and only when nobody has excused it (edge 66)', () => {
    const now = instantAt(workday, '09:20')
    const seen = { ...observationWith(), openedAt: now }
    const propose = (observation: PostObservation | undefined, minutes: number) =>
      decide(
        { code: 'off-post', source: 'observation', sourceId: 1 },
        proposeFacts({ patrol: undefined, observation, now: now + minutes * 60_000 }),
      )
    expect(propose(seen, 30)).toMatchObject({ kind: 'accepted' })
    expect(propose(seen, 29)).toMatchObject({ code: 'violation-source-unknown' })
    const excused = { note: '', by: 'supervisor-1', at: now }
    expect(propose({ ...seen, excused }, 60)).toMatchObject({ code: 'violation-source-unknown' })
    expect(propose({ ...seen, staffId: 'clerk-2' }, 60)).toMatchObject({ code: 'violation-source-unknown' })
    expect(propose(undefined, 60)).toMatchObject({ code: 'violation-source-unknown' })
  })

  test('from a complaint needs no round', () => {
    expect(decide({ source: 'other', sourceId: undefined }, proposeFacts({ patrol: undefined }))).toMatchObject({
      kind: 'accepted',
    })
  })

  test('what a later look at the window took back is not proposed any more', () => {
    const again = { ...foundPlaying.checks[0]!, prohibitions: [] }
    const patrol = { ...foundPlaying, checks: [...foundPlaying.checks, again] }
    expect(decide({}, proposeFacts({ patrol }))).toMatchObject({ code: 'violation-source-unknown' })
  })
})

describe('the person is heard', () => {
  refusedInOrder(
    violationFacts({ actor: person }),
    (facts) => rules.decideStateOnViolation({ ...id, text: '说明' }, facts),
    [
      ['violation-unknown', without],
      ['violation-not-yours', by(stranger)],
      ['violation-status', withStatus(confirmed)],
    ],
  )

  test('once', () => {
    const facts = violationFacts({ actor: person, violation: violationWith(heard) })
    expect(rules.decideStateOnViolation({ ...id, text: '又' }, facts)).toMatchObject({ code: 'violation-stated' })
  })
})

describe('the signature', () => {
  const sign = (changes: Partial<CommandBody<'SignViolation'>>, hash: string | null = null, actor = supervisor) =>
    rules.decideSignViolation(
      { ...id, means: 'paper', note: '', ...changes },
      { ...violationFacts({ actor }), signatureHash: hash },
    )
  refusedInOrder(
    violationFacts({ actor: person }),
    (facts) => rules.decideSignViolation({ ...id, means: 'paper', note: '' }, { ...facts, signatureHash: null }),
    [
      ['violation-unknown', without],
      ['violation-not-yours', by(stranger)],
      ['violation-status', withStatus({ status: 'dismissed' })],
    ],
  )

  test('is drawn, on paper, or refused before a witness', () => {
    expect(sign({ means: 'pad' })).toMatchObject({ code: 'person-signature-needed' })
    expect(sign({ means: 'pad' }, 'ab12')).toMatchObject({ kind: 'accepted' })
    expect(sign({ means: 'refused' })).toMatchObject({ code: 'witness-needed' })
    expect(sign({ means: 'refused', note: '保安在场' })).toMatchObject({ kind: 'accepted' })
    expect(sign({}, null, person as typeof supervisor)).toMatchObject({ kind: 'accepted' })
  })

  test('is given once', () => {
    const signed = { means: 'paper' as const, note: '', at: 1 }
    const facts = { ...violationFacts({ violation: violationWith({ signed }) }), signatureHash: null }
    expect(rules.decideSignViolation({ ...id, means: 'paper', note: '' }, facts)).toMatchObject({
      code: 'violation-signed',
    })
  })
})

describe('confirming', () => {
  const decide = (facts: ViolationFacts) => rules.decideConfirmViolation({ ...id, points: 1, note: '' }, facts)
  refusedInOrder(violationFacts({ violation: violationWith(heard) }), decide, [
    ['violation-unknown', without],
    ['violation-own', (facts) => ({ ...facts, violation: violationWith({ ...heard, staffId: 'supervisor-1' }) })],
    ['violation-status', withStatus({ status: 'dismissed' })],
  ])

  test.each([
    [workday, '17:00', 'refused'],
    [nextDay, '17:59', 'refused'],
    [nextDay, '18:00', 'accepted'],
  ])('of somebody who says nothing, on %s at %s: %s', (day, time, kind) => {
    const decision = decide(atInstant(violationFacts(), day, time))
    expect(decision.kind).toBe(kind)
    if (kind === 'refused')
      expect(decision).toMatchObject({ code: 'person-not-heard', facts: { until: `${nextDay} 18:00` } })
  })

  test('over a weekend he has the whole Monday', () => {
    const found = violationWith({ foundAt: instantAt('2026-05-15', '16:00') })
    expect(decide(atInstant(violationFacts({ violation: found }), '2026-05-18', '17:00'))).toMatchObject({
      code: 'person-not-heard',
    })
  })
})

describe('dismissing', () => {
  refusedInOrder(violationFacts(), (facts) => rules.decideDismissViolation({ ...id, reason: '查无此事' }, facts), [
    ['violation-unknown', without],
    ['violation-own', (facts) => ({ ...facts, violation: violationWith({ staffId: 'supervisor-1' }) })],
    ['violation-status', withStatus(confirmed)],
  ])
})

describe('an appeal', () => {
  const decide = (facts: ViolationFacts) => rules.decideAppealViolation({ ...id, text: '是系统弹窗' }, facts)
  const given = violationFacts({ actor: person, violation: violationWith(confirmed) })
  refusedInOrder(given, decide, [
    ['violation-unknown', without],
    ['violation-not-yours', by(stranger)],
    ['violation-status', withStatus(appealed)],
  ])

  test.each([
    ['2026-05-20', '17:59', 'accepted'],
    ['2026-05-20', '18:00', 'refused'],
  ])('on %s at %s, the fifth workday after the confirmation: %s', (day, time, kind) => {
    const decision = decide(atInstant(given, day, time))
    expect(decision.kind).toBe(kind)
    if (kind === 'refused') expect(decision).toMatchObject({ code: 'appeal-lapsed', facts: { lastDay: '2026-05-20' } })
  })
})

describe('deciding an appeal', () => {
  const decide = (facts: ViolationFacts) =>
    rules.decideDecideAppeal({ ...id, isUpheld: false, reason: '查实是弹窗' }, facts)
  const given = violationFacts({ actor: otherSupervisor, violation: violationWith(appealed) })
  refusedInOrder(given, decide, [
    ['violation-unknown', without],
    ['violation-own', (facts) => ({ ...facts, violation: violationWith({ ...appealed, staffId: 'supervisor-2' }) })],
    ['violation-status', withStatus(confirmed)],
  ])

  test('is for another supervisor, where the hall has one', () => {
    const same = violationFacts({ violation: violationWith(appealed) })
    expect(decide(same)).toMatchObject({ kind: 'accepted' })
    expect(decide({ ...same, supervisorIds: ['supervisor-1', 'supervisor-2'] })).toMatchObject({
      code: 'appeal-same-person',
    })
    const onlyOtherIsAccused = {
      ...same,
      violation: violationWith({ ...appealed, staffId: 'supervisor-2' }),
      supervisorIds: ['supervisor-1', 'supervisor-2'],
    }
    expect(decide(onlyOtherIsAccused)).toMatchObject({ kind: 'accepted' })
  })
})

describe('evidence', () => {
  const file = { ...id, hash: 'ab12', bytes: 5, mediaType: 'image/png' as const }
  const decide = (facts: ViolationFacts) => rules.decideAttachEvidence(file, facts)
  refusedInOrder(violationFacts({ actor: person }), decide, [
    ['violation-unknown', without],
    ['evidence-not-allowed', by(stranger)],
    ['violation-status', withStatus({ status: 'revoked' })],
  ])

  test('is attached once, and six times at most', () => {
    const has = (count: number, hash: string) =>
      violationWith({ evidence: Array(count).fill({ ...file, hash, addedBy: 'x', at: 1 }) })
    expect(accepted(decide(violationFacts({ violation: has(1, 'ab12') }))).events).toEqual([])
    expect(decide(violationFacts({ violation: has(evidenceCountMax, 'cd') }))).toMatchObject({ code: 'evidence-full' })
  })
})

/** Whatever anybody may try on one case, in any order, at any time of two weeks. */
const tries = fc.array(
  fc.record({
    what: fc.constantFrom('state', 'sign', 'confirm', 'dismiss', 'appeal', 'decide', 'attach'),
    who: fc.constantFrom(person, stranger, supervisor, otherSupervisor),
    afterHours: fc.integer({ min: 0, max: 60 }),
    isUpheld: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
)

function tried(what: string, facts: ViolationFacts, isUpheld: boolean): Decision {
  const text = '话'
  if (what === 'state') return rules.decideStateOnViolation({ ...id, text }, facts)
  if (what === 'sign')
    return rules.decideSignViolation({ ...id, means: 'paper', note: '' }, { ...facts, signatureHash: null })
  if (what === 'confirm') return rules.decideConfirmViolation({ ...id, points: 2, note: '' }, facts)
  if (what === 'dismiss') return rules.decideDismissViolation({ ...id, reason: text }, facts)
  if (what === 'appeal') return rules.decideAppealViolation({ ...id, text }, facts)
  if (what === 'decide') return rules.decideDecideAppeal({ ...id, isUpheld, reason: text }, facts)
  return rules.decideAttachEvidence({ ...id, hash: `${facts.now}`, bytes: 1, mediaType: 'image/png' }, facts)
}

describe('whatever is tried on a case', () => {
  test('nobody is confirmed without a chance to be heard, a revoked case never counts, and what was written stays', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(tries, (steps) => {
        let violation = violationWith()
        let now = violation.foundAt
        for (const { what, who, afterHours, isUpheld } of steps) {
          now += afterHours * 3_600_000
          const supervisorIds = ['supervisor-1', 'supervisor-2']
          const facts = violationFacts({ violation, now, actor: who, supervisorIds })
          const decision = tried(what, facts, isUpheld)
          if (decision.kind === 'refused') continue
          const before = violation
          for (const event of decision.events) violation = violationAfter(violation, event as ViolationEvent, now)
          for (const key of ['signed', 'statement', 'decision', 'appeal', 'appealDecision'] as const) {
            if (before[key] !== null) expect(violation[key]).toBe(before[key])
          }
          expect(violation.evidence.slice(0, before.evidence.length)).toEqual(before.evidence)
          seen.add(violation.status)
          if (violation.status === 'confirmed') {
            expect(
              violation.statement !== null || violation.decision!.at >= rules.hearUntil(violation, facts.setup),
            ).toBe(true)
            expect(violation.decision!.by).not.toBe(violation.staffId)
          }
          if (violation.status === 'revoked') {
            expect(violation.decision).not.toBeNull()
            expect(isCounted(violation)).toBe(false)
            expect(violation.appealDecision!.by).not.toBe(violation.decision!.by)
          }
        }
      }),
      { numRuns: 2_000 },
    )
    // It is no proof while nothing gets that far.
    expect([...seen].sort()).toEqual([...violationStatus.options].sort())
  })

  test('an event that does not fit is a fault', () => {
    const late = { type: 'ViolationAppealed' as const, body: { ...id, text: '晚' } }
    expect(() => violationAfter(violationWith(), late, 1)).toThrow('confirmed')
  })
})

describe('points', () => {
  const settings = disciplineSettings.parse({ points: { late: 3 } })
  const cases = [
    violationWith({ ...confirmed }),
    violationWith({ ...confirmed, status: 'upheld', decision: { ...confirmed.decision, points: 4 } }),
    violationWith({ ...appealed }),
    violationWith({ status: 'revoked', decision: { ...confirmed.decision, points: 9 } }),
    violationWith(),
    violationWith({ ...confirmed, staffId: 'clerk-2' }),
    violationWith({ ...confirmed, day: '2026-04-30' }),
  ]

  test('of a month are those of confirmed and upheld cases, by person', () => {
    expect(Object.fromEntries(pointsOfMonth(cases, '2026-05'))).toEqual({ 'clerk-1': 5, 'clerk-2': 1 })
  })

  test('are proposed by the hall’s own table, else by the demo table', () => {
    expect(proposedPoints(violationWith({ code: 'late' }), [], settings)).toEqual({ points: 3, isRepeated: false })
    expect(proposedPoints(violationWith({ code: 'drinking' }), [], settings)).toEqual({ points: 10, isRepeated: false })
  })

  test('are doubled from the sixth case of a kind in a month on', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => violationWith({ ...confirmed, violationId: at + 10 }))
    expect(proposedPoints(violationWith(), many(4), settings)).toEqual({ points: 1, isRepeated: false })
    expect(proposedPoints(violationWith(), many(5), settings)).toEqual({ points: 2, isRepeated: true })
    const revoked = many(5).map((one) => ({ ...one, status: 'revoked' as const }))
    expect(proposedPoints(violationWith(), revoked, settings).isRepeated).toBe(false)
  })
})
