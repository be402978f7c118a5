import type { CommandBody } from '../vocabulary/command.ts'
import type { Deadline, Filing, MaterialCheck, MaterialLine } from '../vocabulary/filing.ts'
import type { PromiseHubCommandBodies } from '../vocabulary/promise-command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { deadlinesOf, stageDeadline } from './filing-dates.ts'
import { deemedAt } from './filing-notice.ts'
import { deemedAcceptedAt } from './filing-state.ts'
import { issueDocuments, type WantedDocument } from './hall-document.ts'
import { outstandingOf, toleratedIn, uncheckedRefusal } from './material-check.ts'
import { mayTouch, touched } from './may-touch.ts'
import type { FilingFactsOf } from './promise-facts.ts'
import { receivedDayOf } from './received-day.ts'

/**
 * 受理 (行政许可法 第三十二条第一款第五项): from the day on which all of a correction was handed in,
 * without one from the day of the press. Both limits run from it. What is tolerated comes later, on
 * the applicant's written promise and not after the promised limit.
 */
export function decideAcceptFiling({ collectBy }: CommandBody<'AcceptFiling'>, facts: FilingFactsOf): Decision {
  const refusal = acceptRefusal(facts)
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { filingId } = filing
  const acceptedDay = acceptedDayOf(filing, facts)
  const dues = duesOf(filing, facts)
  const tolerated = toleratedIn(filing.lines)
  const own = { acceptedDay, isDeemed: false, handedIn: handedInOf(filing.lines), tolerated, collectBy }
  const wanted: WantedDocument[] = [{ kind: 'acceptance-notice', own }]
  if (tolerated.length > 0) {
    wanted.push(
      { kind: 'tolerance-promise', own: { lines: tolerated } },
      { kind: 'tolerance-notice', own: { lines: tolerated } },
    )
  }
  const documents = issueDocuments(facts, { ...filing, ...dues }, inquiry, wanted)
  return accept(
    [
      { type: 'FilingAccepted', body: { filingId, acceptedDay, isTolerant: tolerated.length > 0, ...dues } },
      ...documents,
    ],
    {
      acceptedDay,
      promisedDueDay: dues.promisedDue?.day ?? null,
      documentIds: documents.map(({ body: { documentId } }) => documentId),
    },
  )
}

/** Why a filing cannot be accepted now, in the order the world is checked. */
export function acceptRefusal(facts: FilingFactsOf): Refusal | null {
  const forbidden = mayTouch(facts, { in: ['received'], action: '受理' })
  if (forbidden !== null) return forbidden
  const { filing } = touched(facts)
  const unchecked = uncheckedRefusal(filing.lines)
  if (unchecked !== null) return unchecked
  const outstanding = outstandingOf(filing.lines)
  if (outstanding.length > 0) {
    const materials = outstanding.map(({ name }) => name).join('、')
    return refuse('materials-missing', { count: outstanding.length, materials })
  }
  const late = lateTolerated(filing, facts)
  return late === undefined ? null : refuse('material-due-needed', { material: late.name })
}

/** A tolerated line that would come after the promise: the promise itself would be broken by it (容缺). */
function lateTolerated(filing: Filing, facts: FilingFactsOf): MaterialLine | undefined {
  const { promisedDue, statutoryDue } = duesOf(filing, facts)
  const lastDay = (promisedDue ?? statutoryDue)?.day
  const isLate = ({ dueDay }: MaterialLine) => dueDay === null || (lastDay !== undefined && dueDay > lastDay)
  return toleratedIn(filing.lines).find(isLate)
}

function acceptedDayOf({ correctedDay }: Filing, { now, setup }: FilingFactsOf): string {
  return correctedDay ?? receivedDayOf(setup.timetables, setup.calendar, now).day
}

function duesOf(filing: Filing, facts: FilingFactsOf) {
  return duesFrom(filing, { day: acceptedDayOf(filing, facts), at: facts.now }, facts)
}

/** What is due when a filing is accepted, by a day and an instant (epoch ms); its first stage begins with it. */
function duesFrom(
  filing: Filing,
  accepted: { day: string; at: number },
  { setup }: FilingFactsOf,
): { promisedDue: Deadline | null; statutoryDue: Deadline | null; stageDue: Deadline | null } {
  const [first] = filing.stages
  return {
    ...deadlinesOf({ ...filing, acceptedDay: accepted.day, acceptedAt: accepted.at }, setup),
    stageDue: first === undefined ? null : stageDeadline(first.limit, accepted, filing.excluded, setup),
  }
}

/** A promise stands in the place of its paper. */
function handedInOf(lines: readonly MaterialLine[]): MaterialLine[] {
  return lines.filter(({ state }) => state === 'in-hand' || state === 'promised')
}

/** 容缺材料补齐: what came is in hand; what came and was not right is still owed, with what is wrong with it. */
export function decideReceiveToleratedMaterial(
  body: CommandBody<'ReceiveToleratedMaterial'>,
  facts: FilingFactsOf,
): Decision {
  const forbidden = toleratedRefusal(facts)
  if (forbidden !== null) return forbidden
  const { filing } = touched(facts)
  for (const check of body.checks) {
    const refusal = broughtRefusal(check, filing.lines)
    if (refusal !== null) return refusal
  }
  const lines = filing.lines.map((line) => afterBringing(line, body.checks))
  return accept({ type: 'ToleratedMaterialReceived', body: { filingId: filing.filingId, lines } })
}

export function toleratedRefusal(facts: FilingFactsOf): Refusal | null {
  const touch = { in: ['accepted', 'suspended', 'decided', 'produced'], action: '补齐容缺材料' } as const
  const forbidden = mayTouch(facts, touch)
  if (forbidden !== null) return forbidden
  const { number, lines } = touched(facts).filing
  return toleratedIn(lines).length === 0 ? refuse('no-tolerance-open', { number }) : null
}

function broughtRefusal({ materialCode, state, problem }: MaterialCheck, lines: readonly MaterialLine[]) {
  const line = lines.find((one) => one.materialCode === materialCode)
  if (line === undefined) return refuse('material-unknown', { materialCode })
  if (line.state !== 'tolerated') return refuse('material-already-in-hand', { material: line.name })
  return state === 'defective' && problem === '' ? refuse('material-problem-needed', { material: line.name }) : null
}

function afterBringing(line: MaterialLine, checks: readonly MaterialCheck[]): MaterialLine {
  const check = checks.find(({ materialCode }) => materialCode === line.materialCode)
  if (check === undefined) return line
  if (check.state === 'in-hand') return { ...line, state: 'in-hand', problem: '', dueDay: null }
  return { ...line, problem: check.problem }
}

/**
 * 视为受理, by the hub: nobody gave notice within five workdays, so it counts as accepted since its
 * receipt and the limit of the decision has used these days already (edge case 44). The applicant
 * gets the same paper as for any acceptance.
 */
export function decideDeemAcceptance(_: PromiseHubCommandBodies['DeemAcceptance'], facts: FilingFactsOf): Decision {
  const forbidden = mayTouch(facts, { in: ['received'], action: '视为受理' })
  if (forbidden !== null) return forbidden
  const { filing, inquiry } = touched(facts)
  const { filingId, number } = filing
  if (facts.now < deemedAt(filing, facts)) return refuse('filing-not-due-yet', { number })
  const acceptedDay = filing.correctedDay ?? filing.receivedDay
  const dues = duesFrom(filing, { day: acceptedDay, at: deemedAcceptedAt(filing) }, facts)
  const own = {
    acceptedDay,
    isDeemed: true,
    handedIn: handedInOf(filing.lines),
    tolerated: toleratedIn(filing.lines),
    collectBy: 'window',
  } as const
  return accept([
    { type: 'FilingDeemedAccepted', body: { filingId, acceptedDay, ...dues } },
    ...issueDocuments(facts, { ...filing, ...dues }, inquiry, [{ kind: 'acceptance-notice', own }]),
  ])
}
