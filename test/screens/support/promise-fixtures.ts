import type { BoardsView } from '../../../shared/contract/contract.ts'
import type {
  AlarmRow,
  DocumentPrint,
  FilingRow,
  FilingView,
  HomeVisitRow,
  InquiryRow,
  InquiryView,
  MattersView,
  PagePrint,
  PromiseFigures,
  RepeatVisitRow,
  StaffDirectory,
} from '../../../shared/contract/promise-view.ts'
import { serviceBoards } from '../../../shared/vocabulary/service-board.ts'
import { inquiryWith } from '../../support/intake-facts.ts'
import { stagedFiling } from '../../support/run-facts.ts'
import { atHalfPastNine } from './console-fixtures.ts'

/** What a hub on paper answers around the promise; a test sets what it is about. */
export interface PaperPromise {
  matters: MattersView
  filing: FilingView | null
  inquiry: InquiryView | null
  homeVisits: HomeVisitRow[]
  inquiryRegister: InquiryRow[]
  filingRegister: FilingRow[]
  repeatVisits: RepeatVisitRow[]
  figures: PromiseFigures
  alarms: AlarmRow[]
  directory: StaffDirectory
  documentPrint: DocumentPrint | null
  boards: BoardsView
  boardPrint: PagePrint
  matterFound: { filings: FilingRow[]; inquiries: InquiryRow[] }
}

export function filingRow(changes: Partial<FilingRow> = {}): FilingRow {
  return {
    filingId: 3,
    number: 'BJ-2026-000003',
    itemCode: 'GA-01',
    itemName: '居民身份证申领',
    itemKind: 'promised',
    status: 'accepted',
    stageName: '',
    partyMask: '王**',
    ownerId: 'id-zhao',
    ownerName: '赵甲',
    heldByName: '',
    windowNumber: 1,
    receivedDay: '2026-11-23',
    noticeDueDay: '2026-11-30',
    correctionDueDay: null,
    promisedDue: { day: '2026-12-21', at: atHalfPastNine + 27 * 86_400_000, warnAt: 0, isProvisional: false },
    statutoryDue: null,
    light: 'green',
    remaining: { workdays: 19, minutes: null },
    visitsAfterNotice: 0,
    isSecondNoticeAllowed: false,
    ...changes,
  }
}

export function inquiryRow(changes: Partial<InquiryRow> = {}): InquiryRow {
  return {
    inquiryId: 5,
    number: 'SW-2026-000005',
    at: atHalfPastNine,
    channel: 'phone',
    status: 'open',
    itemName: '居民身份证申领',
    category: '',
    matter: '咨询办理条件和材料',
    partyMask: '',
    ticketNumber: '',
    windowNumber: null,
    firstResponder: 'id-zhao',
    firstResponderName: '赵甲',
    responsible: 'id-zhao',
    responsibleName: '赵甲',
    offeredTo: null,
    offeredToName: '',
    offeredAt: null,
    answer: '',
    filingId: null,
    filingNumber: '',
    isWish: false,
    ...changes,
  }
}

export function homeVisitRow(changes: Partial<HomeVisitRow> = {}): HomeVisitRow {
  return {
    inquiryId: 5,
    number: 'SM-2026-000001',
    status: 'asked',
    itemName: '居民身份证申领',
    matter: '行动不便，想在家拍照',
    partyMask: '王**',
    specialGroup: 'elderly',
    wishedDay: '2026-11-24',
    wishedHalf: 'morning',
    appointmentAt: null,
    rescheduleCount: 0,
    holderName: '赵甲',
    isLate: false,
    ...changes,
  }
}

/** A line whose visit is dispatched, as who may report on it sees it. */
export function dispatchedView(): InquiryView {
  const { inquiryId, number, at, channel, firstResponder, responsible, matter } = inquiryRow()
  const shared = { itemCode: null, ticketId: null, windowNumber: null, partyId: 'party-1', filingId: null }
  const nothing = { offer: null, transfers: [], answer: null, guidedTo: null, isWish: false, category: '其他' } as const
  const line = { inquiryId, number, at, channel, firstResponder, responsible, matter }
  return {
    seq: 40,
    inquiry: { ...line, ...shared, ...nothing, transfers: [], status: 'open', specialGroup: 'elderly' },
    party: null,
    itemName: '',
    ticketNumber: '',
    filingNumber: '',
    homeVisit: {
      party: { name: '孔令仪', idKind: 'none', idMasked: '', phone: '0000-1234567', address: '青溪村七组 3 号' },
      visit: {
        inquiryId,
        number: 'SM-2026-000001',
        status: 'dispatched',
        partyId: 'party-1',
        askedAt: at,
        wishedDay: '2026-11-24',
        wishedHalf: 'morning',
        visitorId: responsible,
        appointmentAt: atHalfPastNine,
        reschedules: [],
        report: null,
        confirmation: null,
        cancelled: null,
        isLate: false,
      },
    },
    history: [],
    names: { [responsible]: '赵甲' },
    refusals: {
      ConfirmHomeVisit: { code: 'visit-status', facts: {}, sentence: '现在是“已派单”，不能确认。', clause: '' },
    },
  }
}

export function alarmRow(changes: Partial<AlarmRow> = {}): AlarmRow {
  return {
    alarmId: 8,
    kind: 'AL02',
    grade: 'yellow',
    filingId: 3,
    inquiryId: null,
    staffIds: ['id-zhao'],
    status: 'open',
    at: atHalfPastNine,
    acknowledgedBy: null,
    acknowledgedAt: null,
    closedBy: null,
    closedAt: null,
    closedNote: '',
    subjectNumber: 'BJ-2026-000003',
    subjectName: '居民身份证申领',
    sentence: '承诺期限将到，请抓紧办理。',
    acknowledgedByName: '',
    closedByName: '',
    ...changes,
  }
}

export function promiseFigures(changes: Partial<PromiseFigures> = {}): PromiseFigures {
  return {
    from: '2026-11-01',
    to: '2026-11-24',
    inquiries: { recorded: 0, answered: 0, guided: 0, filed: 0, offered: 0, open: 0 },
    notices: { first: 0, further: 0, repeatVisits: 0 },
    homeVisits: { asked: 0, visited: 0, cancelled: 0, late: 0 },
    filings: {
      received: 0,
      accepted: 0,
      deemed: 0,
      tolerant: 0,
      declined: 0,
      notRequired: 0,
      returned: 0,
      withdrawn: 0,
      decided: 0,
      delivered: 0,
      onTime: 0,
      pastPromised: 0,
      pastStatutory: 0,
      extended: 0,
      suspended: 0,
    },
    byItem: [],
    ...changes,
  }
}

const page: PagePrint = {
  number: '',
  title: '公开上墙',
  html: '<!doctype html><p>公开上墙</p>',
  fileName: '公开上墙',
  widthMm: 210,
  heightMm: 297,
  lacking: [],
  toPdf: false,
}

/** A filing with stages, opened by whoever is in charge of it: its first stage is late, the whole in time. */
export function stagedFilingView(changes: Partial<FilingView> = {}): FilingView {
  const filing = stagedFiling()
  return {
    seq: 40,
    filing,
    party: { name: '张小三', idKind: 'none', idMasked: '', phone: '', address: '' },
    agent: null,
    inquiry: inquiryWith({ status: 'filed', filingId: filing.filingId }),
    notices: [],
    documents: [],
    history: [],
    light: 'green',
    remaining: { workdays: 5, minutes: null },
    stages: filing.stages.map((stage, at) => ({
      ...stage,
      handlerName: at === 0 ? '钱一' : '',
      light: at === 0 ? 'orange' : null,
    })),
    explanation: { promised: null, statutory: null, delivery: null },
    names: { 'clerk-1': '钱一' },
    refusals: {},
    heldByName: '',
    ...changes,
  }
}

/** A hall in which nothing has been asked yet. */
export function paperPromise(changes: Partial<PaperPromise> = {}): PaperPromise {
  return {
    matters: { seq: 40, filings: [], inquiries: [], offeredToMe: [], alarms: [] },
    filing: null,
    inquiry: null,
    homeVisits: [],
    inquiryRegister: [],
    filingRegister: [],
    repeatVisits: [],
    figures: promiseFigures(),
    alarms: [],
    directory: { staff: [staffLine('id-zhao', '赵甲', 1), staffLine('id-qian', '钱乙', 2)] },
    documentPrint: null,
    boards: { boards: serviceBoards.parse({}), version: 1, missing: [], names: {} },
    boardPrint: page,
    matterFound: { filings: [], inquiries: [] },
    ...changes,
  }
}

function staffLine(staffId: string, name: string, windowNumber: number): StaffDirectory['staff'][number] {
  return { staffId, name, homeUnit: '便民中心', role: 'clerk', windowNumbers: [windowNumber], onDutyAt: windowNumber }
}
