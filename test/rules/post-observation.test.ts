import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideExcuseObservation,
  decideExplainObservation,
  isProposable,
  type ObservationFacts,
  observationAfter,
} from '../../shared/rules/post-observation.ts'
import type { PostEvent } from '../../shared/vocabulary/event.ts'
import { observationKind, type PostObservation } from '../../shared/vocabulary/post.ts'
import { observationWith } from '../support/discipline-facts.ts'
import { accepted, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const openedAt = instantAt(workday, '09:10')
const explained = { reason: 'unwell', note: '', staffId: 'clerk-1', at: openedAt } as const
const excused = { note: '', by: 'supervisor-1', at: openedAt }

const given: ObservationFacts = { now: openedAt, actor: staffActor(), observation: observationWith() }
const withObservation = (changes: Partial<PostObservation>) => (facts: ObservationFacts) => ({
  ...facts,
  observation: facts.observation && { ...facts.observation, ...changes },
})
const explain = (facts: ObservationFacts) =>
  decideExplainObservation({ observationId: 1, reason: 'unwell', note: '' }, facts)
const excuse = (facts: ObservationFacts) => decideExcuseObservation({ observationId: 1, note: '' }, facts)

describe('说明', () => {
  refusedInOrder(given, explain, [
    ['observation-unknown', (facts) => ({ ...facts, observation: undefined })],
    ['observation-not-yours', (facts) => ({ ...facts, actor: staffActor('clerk', 'clerk-2') })],
    ['observation-explained', withObservation({ explanation: explained })],
    ['observation-excused', withObservation({ excused })],
  ])
})

describe('采纳', () => {
  refusedInOrder({ ...given, actor: staffActor('supervisor', 'supervisor-1') }, excuse, [
    ['observation-unknown', (facts) => ({ ...facts, observation: undefined })],
    ['observation-excused', withObservation({ excused })],
  ])
})

describe('提请', () => {
  const later = (minutes: number) => openedAt + minutes * 60_000

  test('the clerk is heard first: after his word, or half an hour without one (edge 66)', () => {
    expect(isProposable(observationWith(), later(29))).toBe(false)
    expect(isProposable(observationWith(), later(30))).toBe(true)
    expect(isProposable(observationWith({ explanation: explained }), later(1))).toBe(true)
  })

  test('never of what was excused, or of 延时服务', () => {
    const some = fc.record({
      kind: fc.constantFrom(...observationKind.options),
      explanation: fc.constantFrom(null, explained),
      excused: fc.constantFrom(null, excused),
    })
    fc.assert(
      fc.property(some, fc.nat(600), (changes, minutes) => {
        const isOut = changes.excused !== null || changes.kind === 'past-closing'
        if (isProposable(observationWith(changes), later(minutes))) expect(isOut).toBe(false)
      }),
    )
  })
})

test('an observation is the fold of its events, and ends once', () => {
  const { openedAt: _, endedAt: __, minutes: ___, explanation: ____, excused: _____, ...body } = observationWith()
  const opened = observationAfter(undefined, { type: 'ObservationOpened', body }, openedAt)
  expect(opened).toEqual(observationWith())
  const told = observationAfter(opened, accepted(explain(given)).events[0] as PostEvent, 7)
  const ended: PostEvent = { type: 'ObservationEnded', body: { observationId: 1, minutes: 12 } }
  const over = observationAfter(told, ended, 9)
  expect(over).toMatchObject({ endedAt: 9, minutes: 12, explanation: { reason: 'unwell', at: 7 } })
  expect(() => observationAfter(over, ended, 10)).toThrow()
})
