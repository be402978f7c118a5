import type { HomeVisitRow, HomeVisitView, PagePrint } from '../../../../shared/contract/promise-view.ts'
import { addDays, dayOf, instantOf } from '../../../../shared/rules/hall-time.ts'
import { isVisitLate, visitLacking } from '../../../../shared/rules/home-visit.ts'
import type { HomeVisit } from '../../../../shared/vocabulary/home-visit.ts'
import type { Party } from '../../../../shared/vocabulary/party.ts'
import { visitPage } from '../../../printing/visit-page.ts'
import type { Hub } from '../../hub.ts'
import { paperOf, shownParty } from './papers.ts'
import { partyView, type Reader } from './party.ts'
import { itemNameOf } from './rows.ts'

/** The side book: what is for today, what has not ended, or the newest of all. Old and disabled people stand first. */
export function homeVisitRows(hub: Hub, scope: 'today' | 'open' | 'all', now: number): HomeVisitRow[] {
  const { homeVisit } = hub.tables
  if (scope === 'all') return homeVisit.all().map((visit) => homeVisitRow(hub, visit, now))
  const visits = scope === 'open' ? homeVisit.open() : visitsOfToday(hub, now)
  const rows = visits.map((visit) => homeVisitRow(hub, visit, now))
  const comesFirst = ({ specialGroup }: HomeVisitRow) => specialGroup === 'elderly' || specialGroup === 'disabled'
  return [...rows.filter(comesFirst), ...rows.filter((row) => !comesFirst(row))]
}

/** Appointments of today, and who wished for today or earlier and waits for one. */
function visitsOfToday({ tables }: Hub, now: number): HomeVisit[] {
  const today = dayOf(now)
  const waiting = tables.homeVisit.awaited().filter((one) => one.status === 'asked' && one.wishedDay <= today)
  const from = instantOf(today, '00:00')
  return [...waiting, ...tables.homeVisit.appointedIn(from, instantOf(addDays(today, 1), '00:00'))]
}

function homeVisitRow(hub: Hub, visit: HomeVisit, now: number): HomeVisitRow {
  const { firstInquiry, privateRecords } = hub.tables
  const inquiry = firstInquiry.find(visit.inquiryId)!
  const { visitorId } = visit
  return {
    inquiryId: visit.inquiryId,
    number: visit.number,
    status: visit.status,
    itemName: itemNameOf(hub, inquiry.itemCode) || inquiry.category,
    matter: inquiry.matter,
    partyMask: privateRecords.partyMask(visit.partyId),
    specialGroup: inquiry.specialGroup,
    wishedDay: visit.wishedDay,
    wishedHalf: visit.wishedHalf,
    appointmentAt: visit.appointmentAt,
    rescheduleCount: visit.reschedules.length,
    holderName: privateRecords.nameOf(visitorId ?? inquiry.responsible),
    isLate: isVisitLate(visit, { now, setup: hub.setup() }),
  }
}

/** The visit of an opened line, with who waits at home; null when none was asked for. */
export function homeVisitView(reader: Reader, visit: HomeVisit | undefined): HomeVisitView | null {
  return visit === undefined ? null : { visit, party: partyView(reader, visit.partyId) }
}

/** 上门服务单 as it is printed; null when there is none. */
export function homeVisitPrint({ hub, vault }: Reader, inquiryId: number): PagePrint | null {
  const { homeVisit, firstInquiry, privateRecords } = hub.tables
  const visit = homeVisit.find(inquiryId)
  const inquiry = firstInquiry.find(inquiryId)
  if (visit === undefined || inquiry === undefined) return null
  const { setting, paper } = paperOf(hub)
  const stored = privateRecords.party(visit.partyId)
  const signature = privateRecords.visitSignature(inquiryId)
  const { title, html } = visitPage({
    visit,
    inquiry,
    itemName: itemNameOf(hub, inquiry.itemCode),
    setting,
    applicant: shownParty(stored === undefined ? null : vault.open<Party>(stored.cipher)),
    nameOf: privateRecords.nameOf,
    signature: signature === undefined ? null : vault.open<string>(signature),
    printedAt: hub.clock.now(),
  })
  return { number: visit.number, title, html, fileName: visit.number, ...paper, lacking: visitLacking(visit, setting) }
}
