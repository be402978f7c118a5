import { renderSVG } from 'uqr'
import type { HandoverLineView, HandoverRow, HandoverView, MyHandovers } from '../../../../shared/contract/day-view.ts'
import { dayOf } from '../../../../shared/rules/hall-time.ts'
import { filledFrom, handoversDue, mayGive, mayReturn, mayTake } from '../../../../shared/rules/handover.ts'
import { isOut, movesAlong } from '../../../../shared/rules/handover-state.ts'
import type { Handover, HandoverLine } from '../../../../shared/vocabulary/handover.ts'
import type { Actor } from '../../../../shared/vocabulary/staff.ts'
import { giverFacts, handoverFacts, lateServiceOf } from '../../decide-on-handover.ts'
import type { Hub } from '../../hub.ts'
import { heldByName } from '../promise/rows.ts'

/** Somebody of the staff, as a reader. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A sheet in a list, at `now` (epoch ms). */
function handoverRow(hub: Hub, handover: Handover, now: number): HandoverRow {
  const { nameOf } = hub.tables.privateRecords
  const { handoverId, number, kind, day, staffId, windowNumber, homeUnit, status, givenAt, takenAt } = handover
  const { lines, takenBy, signIn, heldUntil, refusal, returned } = handover
  return {
    ...{ handoverId, number, kind, day, staffId, windowNumber, homeUnit, status, givenAt, takenAt, signIn, heldUntil },
    staffName: nameOf(staffId),
    lineCount: lines.length,
    alongCount: lines.filter(movesAlong).length,
    takenByName: takenBy === null ? '' : nameOf(takenBy),
    refusal: refusal === null ? null : { reason: refusal.reason, byName: nameOf(refusal.by), at: refusal.at },
    returned: returned === null ? null : { note: returned.note, byName: nameOf(returned.by), at: returned.at },
    missing: missingOf(hub, handover, now),
    isOut: isOut(handover),
  }
}

/** What is late today; of a day that is over, what never happened. */
function missingOf(hub: Hub, handover: Handover, now: number): HandoverRow['missing'] {
  const { day, status } = handover
  if (day !== dayOf(now)) return status === 'drafted' ? 'give' : status === 'given' ? 'take' : null
  const context = contextOf(hub, now)
  const due = handoversDue({
    now,
    schedule: context.schedule,
    handovers: [handover],
    serviceOf: (staffId) => lateServiceOf(staffId, context, hub.tables),
  })
  return due[0]?.missing ?? null
}

function contextOf(hub: Hub, now: number, actor: Actor = { kind: 'hub' }) {
  return { now, actor, schedule: hub.scheduleAt(now), setup: hub.setup() }
}

/** Sheets of a day, in the order of their numbers. */
export function handoverRows(hub: Hub, day: string, now: number): HandoverRow[] {
  return hub.tables.handover.ofDay(day).map((one) => handoverRow(hub, one, now))
}

/** What somebody has to give, to take and to confirm. */
export function myHandovers(hub: Hub, actor: StaffActor, now: number): MyHandovers {
  const { handover: handovers } = hub.tables
  const today = handovers.ofDay(dayOf(now))
  const mine = today.filter(({ staffId }) => staffId === actor.staffId)
  const row = (one: Handover) => handoverRow(hub, one, now)
  // A supervisor may take any, and need not be asked about all of them at the window.
  const isForUnit = ({ homeUnit }: Handover) => homeUnit === hub.tables.staff.find(actor.staffId)?.homeUnit
  const mayBeTaken = ({ handoverId }: Handover) =>
    mayTake(handoverFacts(handoverId, contextOf(hub, now, actor), hub.tables)) === null
  return {
    toGive: mine.filter(({ status }) => status === 'drafted').map(row),
    waiting: mine.filter(({ status }) => status === 'given').map(row),
    toReturn: handovers
      .out()
      .filter(({ staffId }) => staffId === actor.staffId)
      .map(row),
    toTake: today.filter((one) => isForUnit(one) && mayBeTaken(one)).map(row),
  }
}

/** A sheet for its giver, for a colleague of the home unit or for a supervisor; null for anybody else. */
export function handoverView(
  hub: Hub,
  handoverId: number,
  actor: StaffActor,
  now: number,
  lanOrigin: string | null,
): HandoverView | null {
  const facts = handoverFacts(handoverId, contextOf(hub, now, actor), hub.tables)
  const { handover } = facts
  if (handover === undefined || !mayRead(handover, actor, facts.homeUnitOf(actor.staffId))) return null
  const { draftedAt, waitingNumbers, waitingRule, receipts, remark } = handover
  const shown = asItIsNow(hub, handover, now)
  return {
    ...handoverRow(hub, shown, now),
    ...{ draftedAt, waitingNumbers, waitingRule, receipts, remark },
    counts: shown.counts,
    lines: shown.lines.map((line) => lineView(hub, line)),
    ownPage: lanOrigin === null ? null : ownPageOf(lanOrigin, handoverId),
    mayGive: mayGive(facts) === null,
    mayTake: mayTake(facts) === null,
    mayReturn: mayReturn(facts) === null,
  }
}

function mayRead({ staffId, homeUnit }: Handover, actor: StaffActor, unitOfReader: string): boolean {
  return actor.staffId === staffId || actor.role === 'supervisor' || (homeUnit !== '' && unitOfReader === homeUnit)
}

/** Until it is given, a sheet of today is what it would be if it were given now. */
export function asItIsNow(hub: Hub, handover: Handover, now: number): Handover {
  if (handover.status !== 'drafted' || handover.day !== dayOf(now)) return handover
  const context = contextOf(hub, now)
  const giver = giverFacts(handover.staffId, context, hub.tables)
  return giver === undefined ? handover : { ...handover, ...filledFrom(giver, handover.lines, context) }
}

function lineView(hub: Hub, line: HandoverLine): HandoverLineView {
  const { filing: filings, privateRecords } = hub.tables
  const filing = filings.find(line.filingId)
  const inHand = filing?.lines.filter(({ state, form }) => state === 'in-hand' && form === 'original') ?? []
  return {
    ...line,
    partyMask: privateRecords.partyMask(filing?.partyId ?? null),
    materials: inHand.map(({ name, copies }) => (copies > 1 ? `${name} ${copies} 份` : name).slice(0, 60)),
    heldByName: heldByName(hub, line.filingId),
  }
}

/** The address on the LAN, with the number of the sheet and nothing else in it. */
export function ownPageOf(lanOrigin: string, handoverId: number) {
  const address = `${lanOrigin}/handover/${handoverId}`
  return { address, picture: `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2, ecc: 'M' }))}` }
}
