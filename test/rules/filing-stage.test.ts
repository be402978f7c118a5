import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideAcceptFiling, decideDeemAcceptance } from '../../shared/rules/filing-acceptance.ts'
import {
  decideDecideFiling,
  decideReassignFiling,
  decideReassignMatters,
  decideWithdrawFiling,
} from '../../shared/rules/filing-end.ts'
import { decideRecountDeadline, decideResumeFiling, decideSuspendFiling } from '../../shared/rules/filing-run.ts'
import { decideFinishStage, lightOfStage } from '../../shared/rules/filing-stage.ts'
import type { FilingFactsOf } from '../../shared/rules/promise-facts.ts'
import { handlerOf, openStageOf, plannedStages } from '../../shared/rules/stage-state.ts'
import type { CalendarOverride } from '../../shared/vocabulary/calendar.ts'
import type { ExcludedDays, Filing } from '../../shared/vocabulary/filing.ts'
import type { ItemStage } from '../../shared/vocabulary/service-item.ts'
import { accepted, refusal, refusedInOrder } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { atInstant, filingWith, linesWith, otherClerk, promiseDay } from '../support/intake-facts.ts'
import {
  bySupervisor,
  changed,
  houseStages,
  movedBy,
  runFacts,
  stagedFiling,
  suspendedFiling,
  untouchable,
} from '../support/run-facts.ts'
import { workday } from '../support/sample-hall.ts'
import { beijing, daysFrom, dueDayByHand } from './day-by-day.ts'

const filingId = 1
const finish = (facts: FilingFactsOf, more: { nextHandlerId?: string } = {}) =>
  decideFinishStage({ filingId, opinion: '材料齐全，同意', ...more }, facts)
/** The filing after a stage was finished. */
const finished = (facts: FilingFactsOf, more: { nextHandlerId?: string } = {}) =>
  movedBy(facts, accepted(finish(facts, more)).events)
const decide = (facts: FilingFactsOf, reason = '') =>
  decideDecideFiling({ filingId, decision: 'granted', reason }, facts)
const lastOpen = (): Filing => {
  const second = { ...runFacts(stagedFiling()), filing: finished(runFacts(stagedFiling())) }
  return finished(atInstant(second, '2026-05-18', '10:00'))
}

describe('FinishStage 办结环节', () => {
  refusedInOrder(runFacts(stagedFiling()), finish, untouchable('suspended'))
  refusedInOrder(runFacts(stagedFiling()), finish, [['no-stage-open', changed({ stages: [] })]])

  test('the first begins with the acceptance, today not counted', () => {
    const filing = filingWith({ lines: linesWith(), stages: plannedStages(houseStages) })
    const facts = { ...runFacts(filing), ...promiseDay('10:00', workday, { setup: runFacts().setup }) }
    const after = movedBy(facts, accepted(decideAcceptFiling({ filingId, collectBy: 'window' }, facts)).events)
    expect(openStageOf(after)).toMatchObject({ name: '受理审查', begun: { day: workday, due: { day: '2026-05-15' } } })
  })

  test('of what the law took as accepted it has begun on the day of receipt, and may be late at once', () => {
    const filing = filingWith({ lines: linesWith(), stages: plannedStages(houseStages) })
    const facts = atInstant({ ...runFacts(filing), actor: { kind: 'hub' } }, '2026-05-20', '18:00')
    const after = movedBy(facts, accepted(decideDeemAcceptance({ filingId }, facts)).events)
    expect(openStageOf(after)?.begun).toMatchObject({ day: workday, due: { day: '2026-05-15' } })
    expect(lightOfStage(openStageOf(after)!, after, facts.now)).toBe('orange')
  })

  test('ends one with its opinion and begins the next on the same day, due by its own limit', () => {
    const after = finished(runFacts(stagedFiling()))
    expect(after.stages).toMatchObject([
      { handlerId: 'clerk-1', ended: { at: instantAt('2026-05-14', '10:00'), opinion: '材料齐全，同意' } },
      { handlerId: null, begun: { day: '2026-05-14', due: { day: '2026-05-20' } }, ended: null },
      { begun: null, ended: null },
    ])
  })

  test('whoever is named handles the next one, and may finish it; anybody else may not', () => {
    const after = finished(runFacts(stagedFiling()), { nextHandlerId: 'clerk-2' })
    expect(handlerOf(openStageOf(after)!, after)).toBe('clerk-2')
    const facts = { ...runFacts(after), actor: otherClerk }
    const again = finished(facts)
    expect(again.stages.map(({ handlerId }) => handlerId)).toEqual(['clerk-1', 'clerk-2', null])
    expect(refusal(finish({ ...facts, filing: again })).code).toBe('filing-not-yours')
    expect(refusal(finish(runFacts(stagedFiling()), { nextHandlerId: 'guide-1' })).code).toBe('staff-not-handler')
    expect(refusal(finish(runFacts(stagedFiling()), { nextHandlerId: 'nobody' })).code).toBe('staff-unknown')
  })

  test('named himself, the one in charge handles it as if nobody was named', () => {
    expect(openStageOf(finished(runFacts(stagedFiling()), { nextHandlerId: 'clerk-1' }))?.handlerId).toBeNull()
  })

  test('the last one ends with the decision alone', () => {
    const facts = atInstant(runFacts(lastOpen()), '2026-05-19', '10:00')
    expect(refusal(finish(facts))).toMatchObject({ code: 'last-stage', facts: { stageName: '审核决定' } })
    const { events } = accepted(decide(facts, '符合条件'))
    expect(events[0]?.body).toMatchObject({ skippedStages: [] })
    expect(movedBy(facts, events).stages.at(-1)).toMatchObject({ ended: { opinion: '符合条件' } })
  })

  test('a decision closes what is open and says which stages it came before; they never begin', () => {
    const facts = runFacts(stagedFiling())
    const { events } = accepted(decide(facts))
    expect(events[0]?.body).toMatchObject({ skippedStages: ['现场勘验', '审核决定'] })
    const after = movedBy(facts, events)
    expect(openStageOf(after)).toBeUndefined()
    expect(after.stages.map(({ begun, ended }) => [begun !== null, ended !== null])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ])
  })

  test('a withdrawn matter has no open stage', () => {
    const facts = runFacts(stagedFiling())
    const { events } = accepted(decideWithdrawFiling({ filingId, reason: '不办了' }, facts))
    expect(openStageOf(movedBy(facts, events))).toBeUndefined()
  })

  test('who goes hands over what he held of it: the matter, or a stage', () => {
    const given = finished(runFacts(stagedFiling()), { nextHandlerId: 'clerk-2' })
    const facts = bySupervisor(runFacts(given))
    const toSupervisor = decideReassignFiling({ filingId, toStaffId: 'supervisor-1', reason: '调岗' }, facts)
    const moved = movedBy(facts, accepted(toSupervisor).events)
    expect([moved.ownerId, openStageOf(moved)?.handlerId]).toEqual(['supervisor-1', 'clerk-2'])
    const leaving = { ...facts, filings: [moved], inquiries: [], visits: [] }
    const all = decideReassignMatters({ fromStaffId: 'clerk-2', toStaffId: 'clerk-1', reason: '离岗' }, leaving)
    const after = movedBy({ ...facts, filing: moved }, accepted(all).events)
    expect([after.ownerId, openStageOf(after)?.handlerId]).toEqual(['supervisor-1', 'clerk-1'])
  })
})

describe('the light of a stage', () => {
  test.each([
    ['2026-05-13', '23:59', 'green'],
    ['2026-05-14', '00:00', 'yellow'],
    ['2026-05-15', '16:59:59', 'yellow'],
    ['2026-05-15', '17:00', 'orange'],
    ['2026-05-27', '17:00', 'red'],
  ] as const)('due on 15 May, the whole on 27 May: on %s %s it is %s', (day, time, light) => {
    const filing = stagedFiling()
    expect(lightOfStage(openStageOf(filing)!, filing, instantAt(day, time))).toBe(light)
  })

  test('it stands still with the filing, and one that has ended keeps what it was', () => {
    const { suspension } = suspendedFiling()
    const still = stagedFiling(houseStages, { status: 'suspended', suspension })
    expect(lightOfStage(openStageOf(still)!, still, instantAt('2026-05-29', '09:00'))).toBe('grey')
    const late = atInstant(runFacts(stagedFiling()), '2026-05-18', '10:00')
    const after = finished(late)
    expect(after.stages.map((stage) => lightOfStage(stage, after, instantAt('2026-06-30', '09:00')))).toEqual([
      'orange',
      'red',
      null,
    ])
  })

  test('an extension is given to the whole and lengthens no stage', () => {
    const extension = { workdays: 5, reason: '核实', approvedBy: 'supervisor-1', approver: '镇长', at: 0 }
    const facts = runFacts(stagedFiling(houseStages, { extension }))
    const recount = accepted(decideRecountDeadline({ filingId }, { ...facts, actor: { kind: 'hub' } }))
    expect(openStageOf(movedBy(facts, recount.events))?.begun?.due.day).toBe('2026-05-15')
  })
})

type Step = { pass: number } & (
  | { kind: 'suspend' | 'resume' | 'finish' | 'decide' }
  | { kind: 'override'; ahead: number; isWorkday: boolean }
)

const pass = fc.integer({ min: 0, max: 4 })
const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('suspend' as const), pass }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('resume' as const), pass }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('finish' as const), pass }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), pass }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('override' as const),
      pass,
      ahead: fc.integer({ min: -3, max: 15 }),
      isWorkday: fc.boolean(),
    }),
  },
)
const someStages: fc.Arbitrary<ItemStage[]> = fc
  .tuple(
    fc.constantFrom('workday' as const, 'natural-day' as const),
    fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([unit, amounts]) =>
    amounts.map((amount, at) => ({ name: `环节${at + 1}`, limit: { amount, unit, basis: '' } })),
  )

const acceptedDay = '2026-03-02'

function decisionOf({ kind }: Step, facts: FilingFactsOf) {
  switch (kind) {
    case 'suspend':
      return decideSuspendFiling({ filingId, procedure: 'site-visit', basis: '条例', expectedWorkdays: 5 }, facts)
    case 'resume':
      return decideResumeFiling({ filingId, note: '' }, facts)
    case 'finish':
      return finish(facts)
    case 'decide':
      return decide({ ...facts, filing: { ...facts.filing!, overdueReason: '等候勘验' } })
    case 'override':
      return decideRecountDeadline({ filingId }, { ...facts, actor: { kind: 'hub' } })
  }
}

test('whatever happens, a stage is due when a wall calendar says, and until the decision exactly one is open', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(someStages, fc.array(someStep, { minLength: 4, maxLength: 16 }), (stages, steps) => {
      const dates = { acceptedDay, acceptedAt: beijing(acceptedDay, '09:30') }
      let facts = runFacts(stagedFiling(stages, dates), acceptedDay)
      let today = acceptedDay
      // What somebody with a wall calendar writes down beside.
      let overrides: CalendarOverride[] = []
      const excluded: ExcludedDays[] = []
      let begunOn = acceptedDay
      let place = 0
      let toldOn = ''
      for (const step of steps) {
        today = daysFrom(today, step.pass + 1).at(-1)!
        if (step.kind === 'override') {
          const day = new Date(Date.parse(today) + step.ahead * 86_400_000).toISOString().slice(0, 10)
          const own = { day, isWorkday: step.isWorkday, reason: '本厅安排', documentNumber: '' }
          overrides = [...overrides.filter((one) => one.day !== day), own]
          const { setup } = facts
          facts = { ...facts, setup: { ...setup, calendar: { ...setup.calendar, overrides } } }
        }
        facts = atInstant(facts, today, '10:00')
        const decision = decisionOf(step, facts)
        if (decision.kind === 'refused') continue
        seen.set(step.kind, (seen.get(step.kind) ?? 0) + 1)
        facts = { ...facts, filing: movedBy(facts, decision.events) }
        if (step.kind === 'suspend') toldOn = today
        if (step.kind === 'resume' && today > toldOn)
          excluded.push({ from: daysFrom(toldOn, 2).at(-1)!, to: today, cause: 'site-visit' })
        if (step.kind === 'finish') {
          place += 1
          begunOn = today
        }
        const { filing } = facts
        const open = filing!.stages.filter(({ begun, ended }) => begun !== null && ended === null)
        expect(open.map(({ name }) => name)).toEqual(step.kind === 'decide' ? [] : [stages[place]!.name])
        if (step.kind === 'decide') return
        // A calendar that moves is noticed with the recount, that of a stand-still with its end.
        if (step.kind === 'suspend') continue
        const { limit } = stages[place]!
        const startAt = beijing(begunOn, '10:00')
        const due = dueDayByHand({ startDay: begunOn, startAt, limit, excluded, extension: null, overrides })
        expect(open[0]!.begun!.due).toMatchObject({ day: due, at: beijing(due, '17:00') })
      }
    }),
    { numRuns: 300 },
  )
  for (const kind of ['suspend', 'resume', 'finish', 'decide', 'override']) {
    expect(seen.get(kind), kind).toBeGreaterThan(20)
  }
})
