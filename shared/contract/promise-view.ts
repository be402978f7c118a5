import type { Alarm } from '../vocabulary/alarm.ts'
import type { CommandType } from '../vocabulary/command.ts'
import type { Deadline, Filing, FilingStage, FilingStatus, VisitCause } from '../vocabulary/filing.ts'
import type { FirstInquiry, InquiryStatus } from '../vocabulary/first-inquiry.ts'
import type { DocumentKind } from '../vocabulary/hall-document.ts'
import type { HomeVisit, HomeVisitStatus, WishedHalf } from '../vocabulary/home-visit.ts'
import type { OneTimeNotice } from '../vocabulary/one-time-notice.ts'
import type { IdKind, SpecialGroup } from '../vocabulary/party.ts'
import type { Foreseen } from './view.ts'

/** 灯 of a deadline (绿 黄 橙 红 灰). */
export type LightName = 'green' | 'yellow' | 'orange' | 'red' | 'grey'

/** What is left of a limit, as people say it. */
export interface RemainingView {
  /** Whole workdays after today until the due day; 0: due today; negative: past by so many. Null: no limit, or stopped. */
  workdays: number | null
  /** Open minutes left, for limits in hours and minutes and for instant items. */
  minutes: number | null
}

/** One filing in a list. */
export interface FilingRow {
  filingId: number
  number: string
  itemCode: string
  itemName: string
  itemKind: Filing['itemKind']
  status: FilingStatus
  /** The stage it is in; empty without one. */
  stageName: string
  /** Surname mask; a whole name stands only in the opened filing. */
  partyMask: string
  ownerId: string
  ownerName: string
  /** Who has its originals at the home unit; empty: they are with the owner. */
  heldByName: string
  windowNumber: number | null
  receivedDay: string
  noticeDueDay: string
  correctionDueDay: string | null
  promisedDue: Deadline | null
  statutoryDue: Deadline | null
  light: LightName
  remaining: RemainingView
  visitsAfterNotice: number
  isSecondNoticeAllowed: boolean
}

/** One line of the register in a list. */
export interface InquiryRow {
  inquiryId: number
  number: string
  at: number
  channel: FirstInquiry['channel']
  status: InquiryStatus
  itemName: string
  category: string
  matter: string
  partyMask: string
  ticketNumber: string
  windowNumber: number | null
  firstResponder: string
  firstResponderName: string
  responsible: string
  responsibleName: string
  /** Who has yet to take it, and since when. */
  offeredTo: string | null
  offeredToName: string
  offeredAt: number | null
  /** The answer as it stands, corrections included. */
  answer: string
  filingId: number | null
  filingNumber: string
  isWish: boolean
}

/** One home visit in a list. */
export interface HomeVisitRow {
  inquiryId: number
  number: string
  status: HomeVisitStatus
  itemName: string
  matter: string
  partyMask: string
  /** Old and disabled people are marked. */
  specialGroup: SpecialGroup
  wishedDay: string
  wishedHalf: WishedHalf
  appointmentAt: number | null
  rescheduleCount: number
  /** Who goes; until somebody is sent, who answers for the line. */
  holderName: string
  /** What is waited for should have happened by now. */
  isLate: boolean
}

/** One alarm in a list, with what it is about. */
export interface AlarmRow extends Alarm {
  subjectNumber: string
  subjectName: string
  /** One Chinese sentence: what happened, what to do. */
  sentence: string
  acknowledgedByName: string
  closedByName: string
}

export interface MattersView {
  /** Journal entry it was read at. */
  seq: number
  filings: FilingRow[]
  inquiries: InquiryRow[]
  /** Transfers that wait for this person. */
  offeredToMe: InquiryRow[]
  alarms: AlarmRow[]
}

/** A party as staff see it in an opened matter; the ID number is masked. */
export interface PartyView {
  name: string
  idKind: IdKind
  idMasked: string
  phone: string
  address: string
}

/** One stretch of an explained due date. */
export interface CountedDays {
  from: string
  to: string
  counts: boolean
  /** Days of the stretch in the limit's own unit; for hours and minutes, minutes. */
  amount: number
  /** Chinese: what these days are, such as 工作日, 周末, 法定节假日, 特别程序（听证）. */
  reason: string
  /** Clause or document number it rests on. */
  clause: string
}

/** 期限怎么算出来的. */
export interface DueExplanation {
  due: Deadline
  limitText: string
  basis: string
  startDay: string
  days: CountedDays[]
}

export interface DocumentRow {
  documentId: number
  kind: DocumentKind
  number: string
  at: number
  issuedByName: string
  printCount: number
  voidedReason: string | null
  /** When its applicant signed for it, epoch ms. */
  signedAt: number | null
}

/** One entry of a matter's own history; the screen says it in Chinese from type and body. */
export interface HistoryRow {
  seq: number
  at: number
  actorName: string
  type: string
  body: Record<string, unknown>
}

/** One stage of a filing, in their order. */
export interface StageView extends FilingStage {
  /** Empty until it begins. */
  handlerName: string
  /** Null until it begins. */
  light: LightName | null
}

/** All about one filing. */
export interface FilingView {
  seq: number
  filing: Filing
  party: PartyView
  agent: (PartyView & { relation: string; authority: string }) | null
  inquiry: FirstInquiry
  notices: OneTimeNotice[]
  documents: DocumentRow[]
  history: HistoryRow[]
  light: LightName
  remaining: RemainingView
  stages: StageView[]
  explanation: { promised: DueExplanation | null; statutory: DueExplanation | null; delivery: DueExplanation | null }
  /** Names of everybody who stands in it, by staffId. */
  names: Record<string, string>
  /** Why a command would be refused now, by its type; absent: it would not. */
  refusals: Partial<Record<CommandType, Foreseen>>
  /** Who has its originals at the home unit; empty: they are with the owner. */
  heldByName: string
}

/** The home visit of an opened line, with who waits at home. */
export interface HomeVisitView {
  visit: HomeVisit
  party: PartyView
}

export interface InquiryView {
  seq: number
  inquiry: FirstInquiry
  party: PartyView | null
  itemName: string
  ticketNumber: string
  filingNumber: string
  homeVisit: HomeVisitView | null
  history: HistoryRow[]
  names: Record<string, string>
  refusals: Partial<Record<CommandType, Foreseen>>
}

/** 跑冤枉路: who had to come again after a notice. */
export interface RepeatVisitRow {
  filingId: number
  number: string
  itemName: string
  partyMask: string
  ownerName: string
  visitsAfterNotice: number
  causes: VisitCause[]
  noticeCount: number
  receivedDay: string
}

/** 统计 of a range of days, counted from the tables; a recount from the journal gives the same. */
export interface PromiseFigures {
  from: string
  to: string
  inquiries: { recorded: number; answered: number; guided: number; filed: number; offered: number; open: number }
  notices: { first: number; further: number; repeatVisits: number }
  homeVisits: { asked: number; visited: number; cancelled: number; late: number }
  filings: {
    received: number
    accepted: number
    deemed: number
    tolerant: number
    declined: number
    notRequired: number
    returned: number
    withdrawn: number
    decided: number
    delivered: number
    onTime: number
    pastPromised: number
    pastStatutory: number
    extended: number
    suspended: number
  }
  byItem: {
    itemCode: string
    itemName: string
    received: number
    decided: number
    pastPromised: number
  }[]
}

export interface StaffDirectory {
  staff: {
    staffId: string
    name: string
    homeUnit: string
    role: string
    windowNumbers: number[]
    onDutyAt: number | null
  }[]
}

/** A page to print: a whole HTML document that loads nothing. */
export interface PagePrint {
  number: string
  title: string
  html: string
  fileName: string
  widthMm: number
  heightMm: number
  /** True: its style numbers the pages. */
  numbersPages?: boolean
  /** What it lacks; while anything is named it is not printed. */
  lacking: string[]
  /** True in a hall whose printer writes PDF files, as the demo's does: no paper is wasted on trying. */
  toPdf: boolean
}
export interface DocumentPrint extends PagePrint {
  documentId: number
}
