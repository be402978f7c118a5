import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../shared/rules/decision.ts'
import {
  decideApproveExtension,
  decideAskExtension,
  decideRecountDeadline,
  decideResumeFiling,
  decideSuspendFiling,
} from '../../shared/rules/filing-run.ts'
import type { FilingFactsOf } from '../../shared/rules/promise-facts.ts'
import type { CalendarOverride } from '../../shared/vocabulary/calendar.ts'
import type { ExcludedDays } from '../../shared/vocabulary/filing.ts'
import type { TimeLimit } from '../../shared/vocabulary/service-item.ts'
import { atInstant } from '../support/intake-facts.ts'
import { acceptedFiling, bySupervisor, movedBy, runFacts } from '../support/run-facts.ts'
import { beijing, daysFrom, dueDayByHand } from './day-by-day.ts'

const acceptedDay = '2026-03-02'
const filingId = 1

type Step =
  | { kind: 'suspend' | 'resume'; pass: number }
  | { kind: 'extend'; pass: number; workdays: number }
  | { kind: 'override'; pass: number; ahead: number; isWorkday: boolean }

/** Something that happens to a filing, `pass` days after what happened before. */
function someStep(isWorkday: fc.Arbitrary<boolean>): fc.Arbitrary<Step> {
  const pass = fc.integer({ min: 0, max: 3 })
  return fc.oneof(
    fc.record({ kind: fc.constant('suspend' as const), pass }),
    fc.record({ kind: fc.constant('resume' as const), pass: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ kind: fc.constant('extend' as const), pass, workdays: fc.integer({ min: 1, max: 10 }) }),
    fc.record({ kind: fc.constant('override' as const), pass, ahead: fc.integer({ min: -5, max: 25 }), isWorkday }),
  )
}

const someLimit: fc.Arbitrary<TimeLimit> = fc.record({
  amount: fc.integer({ min: 3, max: 60 }),
  unit: fc.constantFrom('workday' as const, 'natural-day' as const),
  basis: fc.constant(''),
})

/** What somebody with a wall calendar writes down of a filing while the rules decide on it. */
interface Notebook {
  overrides: CalendarOverride[]
  excluded: ExcludedDays[]
  extension: number | null
  toldOn: string
  /** The date that was given to the applicant last. */
  given: string
}

/** The due day as counted on the wall calendar, by all that is in the notebook now. */
function countByHand({ overrides, excluded, extension }: Notebook, limit: TimeLimit): string {
  return dueDayByHand({
    startDay: acceptedDay,
    startAt: beijing(acceptedDay, '09:30'),
    limit,
    excluded,
    extension: extension === null ? null : { amount: extension, unit: 'workday' },
    overrides,
  })
}

/** So many workdays more than a day, on the wall calendar. */
function addByHand({ overrides }: Notebook, startDay: string, amount: number): string {
  const limit = { amount, unit: 'workday' } as const
  return dueDayByHand({ startDay, startAt: 0, limit, excluded: [], extension: null, overrides })
}

const later = (...days: string[]) => days.sort().at(-1)!

function starting(limit: TimeLimit): FilingFactsOf {
  const dates = { acceptedDay, acceptedAt: beijing(acceptedDay, '09:30') }
  return runFacts(acceptedFiling({ ...dates, promisedLimit: limit, statutoryLimit: null }), acceptedDay)
}

/** The decisions that a step asks for, one upon the other. */
function decisionsOf(step: Step): ((facts: FilingFactsOf) => Decision)[] {
  switch (step.kind) {
    case 'suspend':
      return [
        (facts) => decideSuspendFiling({ filingId, procedure: 'hearing', basis: '条例', expectedWorkdays: 5 }, facts),
      ]
    case 'resume':
      return [(facts) => decideResumeFiling({ filingId, note: '' }, facts)]
    case 'extend':
      return [
        (facts) => decideAskExtension({ filingId, workdays: step.workdays, reason: '核实' }, facts),
        (facts) => decideApproveExtension({ filingId, approver: '镇长' }, bySupervisor(facts)),
      ]
    case 'override':
      return [(facts) => decideRecountDeadline({ filingId }, { ...facts, actor: { kind: 'hub' } })]
  }
}

/** The filing after a step; null when it was refused. */
function afterStep(facts: FilingFactsOf, step: Step): FilingFactsOf | null {
  let reached = facts
  for (const decide of decisionsOf(step)) {
    const decision = decide(reached)
    if (decision.kind === 'refused') return null
    reached = { ...reached, filing: movedBy(reached, decision.events) }
  }
  return reached
}

function withOverride(facts: FilingFactsOf, overrides: CalendarOverride[]): FilingFactsOf {
  return { ...facts, setup: { ...facts.setup, calendar: { ...facts.setup.calendar, overrides } } }
}

/** Writes an accepted step down. */
function noted(notebook: Notebook, step: Step, today: string, limit: TimeLimit): Notebook {
  const { given, excluded, toldOn } = notebook
  switch (step.kind) {
    case 'suspend':
      return { ...notebook, toldOn: today }
    case 'resume': {
      const from = daysFrom(toldOn, 2).at(-1)!
      const out: ExcludedDays[] = from > today ? [] : [{ from, to: today, cause: 'hearing' }]
      const more = { ...notebook, excluded: [...excluded, ...out] }
      return { ...more, given: later(given, countByHand(more, limit)) }
    }
    case 'extend': {
      const more = { ...notebook, extension: step.workdays }
      return { ...more, given: later(addByHand(more, given, step.workdays), countByHand(more, limit)) }
    }
    case 'override':
      return { ...notebook, given: later(given, countByHand(notebook, limit)) }
  }
}

/** Plays steps on rules and notebook side by side; `look` sees both after each that was not refused. */
function play(
  limit: TimeLimit,
  steps: readonly Step[],
  look: (facts: FilingFactsOf, notebook: Notebook, step: Step) => void,
): void {
  let facts = starting(limit)
  let notebook: Notebook = { overrides: [], excluded: [], extension: null, toldOn: '', given: '' }
  notebook.given = countByHand(notebook, limit)
  let today = acceptedDay
  for (const step of steps) {
    today = daysFrom(today, step.pass + 1).at(-1)!
    if (step.kind === 'override') {
      const day = new Date(Date.parse(today) + step.ahead * 86_400_000).toISOString().slice(0, 10)
      const own = { day, isWorkday: step.isWorkday, reason: '本厅安排', documentNumber: '' }
      const overrides = [...notebook.overrides.filter((one) => one.day !== day), own]
      notebook = { ...notebook, overrides }
      facts = withOverride(facts, overrides)
    }
    facts = atInstant(facts, today, '10:00')
    const after = afterStep(facts, step)
    if (after === null) continue
    facts = after
    notebook = noted(notebook, step, today, limit)
    look(facts, notebook, step)
  }
}

describe('a due date, whatever happens to a filing and to the calendar', () => {
  test('is the one that is counted off a wall calendar, where days are only taken away', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        someLimit,
        fc.array(someStep(fc.constant(false)), { minLength: 4, maxLength: 14 }),
        (limit, steps) => {
          play(limit, steps, ({ filing }, notebook, { kind }) => {
            seen.set(kind, (seen.get(kind) ?? 0) + 1)
            expect(filing!.promisedDue?.day).toBe(countByHand(notebook, limit))
            expect(filing!.promisedDue?.at).toBe(beijing(filing!.promisedDue!.day, '17:00'))
          })
        },
      ),
    )
    for (const kind of ['suspend', 'resume', 'extend', 'override']) expect(seen.get(kind), kind).toBeGreaterThan(10)
  })

  test('never moves earlier where days are given back, and is extended from what was printed', () => {
    fc.assert(
      fc.property(someLimit, fc.array(someStep(fc.boolean()), { minLength: 4, maxLength: 14 }), (limit, steps) => {
        let before = ''
        play(limit, steps, ({ filing }, notebook) => {
          expect(filing!.promisedDue?.day).toBe(notebook.given)
          expect(notebook.given >= before).toBe(true)
          before = notebook.given
        })
      }),
      { numRuns: 200 },
    )
  })
})
