import { deadlinesOf, deliveryDeadline, stageDeadline } from '../../shared/rules/filing-dates.ts'
import { filingAfter } from '../../shared/rules/filing-state.ts'
import type { FilingFactsOf } from '../../shared/rules/promise-facts.ts'
import { plannedStages, withNextBegun } from '../../shared/rules/stage-state.ts'
import type { Filing, FilingStatus } from '../../shared/vocabulary/filing.ts'
import type { FilingEvent } from '../../shared/vocabulary/promise-event.ts'
import type { ItemStage } from '../../shared/vocabulary/service-item.ts'
import { type Obstacle, staffActor } from './facts.ts'
import { instantAt } from './hand-clock.ts'
import { filingWith, inquiryWith, intakeSetup, linesWith, otherClerk, promiseDay, withFiling } from './intake-facts.ts'
import { workday } from './sample-hall.ts'

/** Parsed once: properties ask for thousands of facts, and no rule changes a setup. */
const hall = intakeSetup()

/** The house filing accepted on the day it came, Wednesday 13 May: promised for 27 May, by law for 10 June. */
export function acceptedFiling(changes: Partial<Filing> = {}): Filing {
  const filing = filingWith({
    status: 'accepted',
    lines: linesWith(),
    acceptedDay: workday,
    acceptedAt: instantAt(workday, '09:30'),
    ...changes,
  })
  const { acceptedDay } = filing
  if (acceptedDay === null) return filing
  return { ...filing, ...deadlinesOf({ ...filing, acceptedDay }, hall), ...changes }
}

const workdays = (amount: number) => ({ amount, unit: 'workday', basis: '' }) as const

/** Of the ten workdays that are promised for a house. */
export const houseStages: ItemStage[] = [
  { name: '受理审查', limit: workdays(2) },
  { name: '现场勘验', limit: workdays(4) },
  { name: '审核决定', limit: workdays(3) },
]

/** The accepted filing with stages; the first is due on Friday 15 May. */
export function stagedFiling(stages: readonly ItemStage[] = houseStages, changes: Partial<Filing> = {}): Filing {
  const filing = acceptedFiling(changes)
  const begun = { day: filing.acceptedDay!, at: filing.acceptedAt! }
  const due = stageDeadline(stages[0]!.limit, begun, filing.excluded, hall)
  return { ...filing, stages: withNextBegun(plannedStages(stages), { ...begun, due }), ...changes }
}

/** One that stands still for an appraisal since the day of its acceptance. */
export function suspendedFiling(changes: Partial<Filing> = {}): Filing {
  const suspension = { procedure: 'appraisal', fromDay: workday, expectedEndDay: '2026-05-18', basis: '条例' } as const
  return acceptedFiling({ status: 'suspended', suspension, ...changes })
}

/** An instant matter, due when the windows close on the day of its acceptance. */
export function instantFiling(changes: Partial<Filing> = {}): Filing {
  return acceptedFiling({ itemKind: 'instant', promisedLimit: null, ...changes })
}

/** One that was granted on the day after its acceptance. */
export function decidedFiling(changes: Partial<Filing> = {}): Filing {
  const decidedDay = '2026-05-14'
  return acceptedFiling({
    status: 'decided',
    decision: 'granted',
    decidedAt: instantAt(decidedDay, '10:00'),
    decidedDay,
    deliveryDue: deliveryDeadline(decidedDay, hall),
    ...changes,
  })
}

/** Its permit is printed; nobody has told the applicant yet. */
export function producedFiling(changes: Partial<Filing> = {}): Filing {
  return decidedFiling({ status: 'produced', resultName: '建房许可', resultNumber: '建 1 号', ...changes })
}

export function deliveredFiling(changes: Partial<Filing> = {}): Filing {
  const deliveredAt = instantAt('2026-05-15', '10:00')
  return producedFiling({ status: 'delivered', toldAt: deliveredAt, deliveredAt, endedAt: deliveredAt, ...changes })
}

/** What its owner knows when he acts on a filing; 14 May, 10:00, unless said otherwise. */
export function runFacts(filing: Filing = acceptedFiling(), day = '2026-05-14', time = '10:00'): FilingFactsOf {
  return {
    ...promiseDay(time, day, { setup: hall }),
    filing,
    inquiry: inquiryWith({ status: 'filed', filingId: filing.filingId }),
    notice: null,
    documents: [],
    ticketNumber: 'C007',
    atWindow: { windowNumber: 1, ticketId: 7 },
  }
}

export function bySupervisor<F extends FilingFactsOf>(facts: F): F {
  return { ...facts, actor: staffActor('supervisor', 'supervisor-1') }
}

/** What forbids the owner to act on a filing, in the order the world is checked. */
export function untouchable<F extends FilingFactsOf>(wrong: FilingStatus): Obstacle<F>[] {
  return [
    ['filing-unknown', (facts) => ({ ...facts, filing: undefined })],
    ['filing-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
    inStatus<F>(wrong),
  ]
}

/** The same where anybody with the role may act. */
export function unfit<F extends FilingFactsOf>(wrong: FilingStatus): Obstacle<F>[] {
  return [['filing-unknown', (facts) => ({ ...facts, filing: undefined })], inStatus<F>(wrong)]
}

function inStatus<F extends FilingFactsOf>(status: FilingStatus): Obstacle<F> {
  return ['filing-status', changed<F>({ status })]
}

/** The facts with the filing changed, unless another obstacle has taken it away. */
export function changed<F extends FilingFactsOf>(changes: Partial<Filing>): (facts: F) => F {
  return (facts) => (facts.filing === undefined ? facts : { ...facts, ...withFiling(facts, changes) })
}

/** The filing after the events of a decision that move it. */
export function movedBy({ filing, now }: FilingFactsOf, events: readonly { type: string; body: object }[]): Filing {
  const moves = events.filter(({ type }) => type !== 'DocumentIssued') as FilingEvent[]
  return moves.reduce<Filing | undefined>((one, event) => filingAfter(one, event, now), filing)!
}
