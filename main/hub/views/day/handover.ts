import { renderSVG } from 'uqr'
import type {
  HandoverLineView,
  HandoverRow,
  HandoverView,
  MyHandovers,
  PostToHandOver,
} from '../../../../shared/contract/day-view.ts'
import { dayOf } from '../../../../shared/rules/hall-time.ts'
import { filledFrom, handoversDue, mayGive, mayReturn, mayTake } from '../../../../shared/rules/handover.ts'
import { postWay } from '../../../../shared/rules/handover-post.ts'
import { isOut, movesAlong } from '../../../../shared/rules/handover-state.ts'
import type { Handover, HandoverLine } from '../../../../shared/vocabulary/handover.ts'
import type { Actor } from '../../../../shared/vocabulary/staff.ts'
import { giverOfSheet, handoverFacts, lateServiceOf, postFacts } from '../../decide-on-handover.ts'
import type { Hub } from '../../hub.ts'
import { heldByName } from '../promise/rows.ts'

/** Somebody of the staff, as a reader. */
export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A sheet in a list, at `now` (epoch ms). */
function handoverRow(hub: Hub, handover: Handover, now: number): HandoverRow {
  const { nameOf } = hub.tables.privateRecords
  const { handoverId, number, kind, day, staffId, windowNumber, homeUnit, status, givenAt, takenAt } = handover
  const { lines, takenBy, signIn, heldUntil, refusal, returned, toStaffId } = handover
  return {
    ...{ handoverId, number, kind, day, staffId, windowNumber, homeUnit, status, givenAt, takenAt, signIn, heldUntil },
    staffName: nameOf(staffId),
    toName: toStaffId === null ? '' : nameOf(toStaffId),
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
  const { day, status, kind } = handover
  if (kind === 'ab-post') return null
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

/** Journal entry of the last change of a sheet, or of a leave, which may ask for one. */
export function handoverSeq({ tables }: Hub): number {
  return Math.max(tables.handover.changedBy(), tables.leave.changedBy())
}

/** Sheets of a day, in the order of their numbers. */
export function handoverRows(hub: Hub, day: string, now: number): HandoverRow[] {
  return hub.tables.handover.ofDay(day).map((one) => handoverRow(hub, one, now))
}

/** What somebody has to give, to take and to confirm. */
export function myHandovers(hub: Hub, actor: StaffActor, now: number): MyHandovers {
  const { handover: handovers, staff } = hub.tables
  const row = (one: Handover) => handoverRow(hub, one, now)
  const current = [...handovers.linkupsOf(dayOf(now)), ...handovers.openPosts()]
  const mine = current.filter(({ staffId }) => staffId === actor.staffId)
  // A supervisor may take any, and need not be asked about all of them at the window.
  const isForMe = ({ toStaffId, homeUnit }: Handover) =>
    toStaffId === null ? homeUnit === staff.find(actor.staffId)?.homeUnit : toStaffId === actor.staffId
  const mayBeTaken = ({ handoverId }: Handover) =>
    mayTake(handoverFacts(handoverId, contextOf(hub, now, actor), hub.tables)) === null
  return {
    toGive: mine.filter(({ status }) => status === 'drafted').map(row),
    waiting: mine.filter(({ status }) => status === 'given').map(row),
    toReturn: handovers
      .out()
      .filter(({ staffId }) => staffId === actor.staffId)
      .map(row),
    toTake: current.filter((one) => isForMe(one) && mayBeTaken(one)).map(row),
    posts: postsToHandOver(hub, actor, now).filter(
      ({ leaveId }) => hub.tables.leave.find(leaveId)?.staffId === actor.staffId,
    ),
  }
}

/** How long before a leave its post can be handed over, and after it handed back, ms. */
const aroundLeaveMs = 31 * 24 * 3_600_000

/** AB posts that somebody may hand over now, or back. */
export function postsToHandOver(hub: Hub, actor: StaffActor, now: number): PostToHandOver[] {
  const { leave: leaves, privateRecords } = hub.tables
  return leaves.within(now - aroundLeaveMs, now + aroundLeaveMs).flatMap(({ leaveId, from, to }) => {
    const way = postWay(postFacts(leaveId, contextOf(hub, now, actor), hub.tables))
    if ('kind' in way) return []
    const { giverId, toStaffId, outward } = way
    const names = { giverName: privateRecords.nameOf(giverId), toName: privateRecords.nameOf(toStaffId) }
    return [{ leaveId, from, to, ...names, isBack: outward !== null }]
  })
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

function mayRead({ staffId, toStaffId, homeUnit }: Handover, actor: StaffActor, unitOfReader: string): boolean {
  if (toStaffId !== null) return [staffId, toStaffId].includes(actor.staffId) || actor.role === 'supervisor'
  return actor.staffId === staffId || actor.role === 'supervisor' || (homeUnit !== '' && unitOfReader === homeUnit)
}

/** Until it is given, a sheet of today is what it would be if it were given now; one of an AB post on any day. */
export function asItIsNow(hub: Hub, handover: Handover, now: number): Handover {
  const isOver = handover.kind === 'linkup' && handover.day !== dayOf(now)
  if (handover.status !== 'drafted' || isOver) return handover
  const context = contextOf(hub, now)
  const giver = giverOfSheet(handover, context, hub.tables)
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
