import type { DocumentRow, FilingView, HistoryRow, InquiryView } from '../../../../shared/contract/promise-view.ts'
import type { Foreseen } from '../../../../shared/contract/view.ts'
import { lightOfFiling, remainingOfFiling } from '../../../../shared/rules/filing-light.ts'
import { filingRefusals } from '../../../../shared/rules/filing-refusals.ts'
import { inquiryRefusals } from '../../../../shared/rules/first-inquiry.ts'
import { visitRefusals } from '../../../../shared/rules/home-visit.ts'
import type { CommandType } from '../../../../shared/vocabulary/command.ts'
import type { HallDocument } from '../../../../shared/vocabulary/hall-document.ts'
import type { Refusal } from '../../../../shared/vocabulary/refusal.ts'
import type { Actor } from '../../../../shared/vocabulary/staff.ts'
import { filingFacts, homeVisitFacts, type PromiseContext, ticketNumberOf } from '../../decide-on-promise.ts'
import type { Hub } from '../../hub.ts'
import type { MatterEntry } from '../../tables/matter-entry.ts'
import { foreseen } from '../phase.ts'
import { explanationOf } from './explanation.ts'
import { homeVisitView } from './home-visits.ts'
import { agentView, partyView, type Reader } from './party.ts'
import { heldByName, itemNameOf, workingTimeOf } from './rows.ts'
import { stageViews } from './stages.ts'

function contextOf(hub: Hub, actor: Actor, now: number): PromiseContext {
  return { now, actor, schedule: hub.scheduleAt(now), setup: hub.setup() }
}

/** All about one filing, as somebody sees it; null when there is none. */
export function filingView(reader: Reader, filingId: number, actor: Actor, now: number): FilingView | null {
  const { hub } = reader
  const facts = filingFacts(filingId, contextOf(hub, actor, now), hub.tables)
  const { filing, inquiry, documents } = facts
  if (filing === undefined || inquiry === undefined) return null
  const { oneTimeNotice, matterEntry } = hub.tables
  const setup = hub.setup()
  const entries = [...matterEntry.historyOf('inquiry', inquiry.inquiryId), ...matterEntry.historyOf('filing', filingId)]
  const history = historyRows(hub, [...new Map(entries.map((one) => [one.seq, one])).values()])
  return {
    seq: matterEntry.changedBy(),
    filing,
    party: partyView(reader, filing.partyId),
    agent: filing.agentId === null ? null : agentView(reader, filing.agentId),
    inquiry,
    notices: oneTimeNotice.ofFiling(filingId),
    documents: documents.map((one) => documentRow(hub, one)),
    history,
    light: lightOfFiling(filing, now, setup),
    remaining: remainingOfFiling(filing, now, setup, workingTimeOf(hub, now)),
    stages: stageViews(filing, now, hub.tables.privateRecords.nameOf),
    explanation: explanationOf(filing, setup),
    names: namesIn(hub, [filing, inquiry, documents, history]),
    refusals: shown(filingRefusals(facts)),
    heldByName: heldByName(hub, filingId),
  }
}

/** All about one line of the register; null when there is none. */
export function inquiryView(reader: Reader, inquiryId: number, actor: Actor, now: number): InquiryView | null {
  const { hub } = reader
  const facts = homeVisitFacts(inquiryId, contextOf(hub, actor, now), hub.tables)
  const { inquiry, visit } = facts
  if (inquiry === undefined) return null
  const { matterEntry, filing } = hub.tables
  const history = historyRows(hub, matterEntry.historyOf('inquiry', inquiryId))
  return {
    seq: matterEntry.changedBy(),
    inquiry,
    party: inquiry.partyId === null ? null : partyView(reader, inquiry.partyId),
    itemName: itemNameOf(hub, inquiry.itemCode),
    ticketNumber: ticketNumberOf(inquiry.ticketId, hub.tables),
    filingNumber: inquiry.filingId === null ? '' : (filing.find(inquiry.filingId)?.number ?? ''),
    homeVisit: homeVisitView(reader, visit),
    history,
    names: namesIn(hub, [inquiry, visit, history]),
    refusals: shown({ ...inquiryRefusals(facts), ...visitRefusals(facts) }),
  }
}

function shown(refusals: Partial<Record<CommandType, Refusal>>): Partial<Record<CommandType, Foreseen>> {
  const entries = Object.entries(refusals).map(([type, refusal]) => [type, foreseen(refusal)])
  return Object.fromEntries(entries) as Partial<Record<CommandType, Foreseen>>
}

function documentRow(
  hub: Hub,
  { documentId, kind, number, at, issuedBy, printCount, voided, signedAt }: HallDocument,
): DocumentRow {
  const issuedByName = hub.tables.privateRecords.nameOf(issuedBy)
  return {
    documentId,
    kind,
    number,
    at,
    issuedByName,
    printCount,
    voidedReason: voided?.reason ?? null,
    signedAt: signedAt ?? null,
  }
}

function historyRows(hub: Hub, entries: readonly MatterEntry[]): HistoryRow[] {
  return entries
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ actor, ...entry }) => ({
      ...entry,
      actorName: hub.tables.privateRecords.nameOf(actor.replace('staff:', '')),
    }))
}

/** Names of all staff whose ids stand somewhere in what is shown. */
export function namesIn(hub: Hub, shownParts: readonly unknown[]): Record<string, string> {
  const text = JSON.stringify(shownParts)
  const found = hub.tables.staff.all().filter(({ staffId }) => text.includes(staffId))
  return Object.fromEntries(found.map(({ staffId }) => [staffId, hub.tables.privateRecords.nameOf(staffId)]))
}
