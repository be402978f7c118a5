import type { Alarm } from '../vocabulary/alarm.ts'
import type { Filing } from '../vocabulary/filing.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import type { HallDate } from '../vocabulary/hall-date.ts'
import type { DocumentKind, HallDocument } from '../vocabulary/hall-document.ts'
import type { HomeVisit } from '../vocabulary/home-visit.ts'
import type { OneTimeNotice } from '../vocabulary/one-time-notice.ts'
import type { Actor, StaffRole } from '../vocabulary/staff.ts'
import type { Ticket } from '../vocabulary/ticket.ts'
import type { HallSetup } from './setup.ts'
import type { HallSchedule } from './timetable.ts'

/** A person of the staff as a decision needs it. The name is for a refusal's sentence alone. */
export interface StaffFacts {
  staffId: string
  role: StaffRole
  name: string
}

/** What every decision around the promise knows of the day, of who acts and of the numbers given so far. */
export interface PromiseDay {
  /** Epoch ms of the hub's clock. */
  now: number
  actor: Actor
  /** Today's hours. */
  schedule: HallSchedule
  setup: HallSetup
  /** Hours of any day, for waits and limits that cross days. */
  scheduleOn: (day: HallDate) => HallSchedule
  /** Somebody of the staff; undefined when unknown or retired. */
  staffOf: (staffId: string) => StaffFacts | undefined
  /** The number given last in a series of a year; 0 before the first. Series have no gap. */
  lastSerial: (series: DocumentKind | 'inquiry' | 'home-visit' | 'filing' | 'contact-card', year: number) => number
  /** Ids given last; the next one is one more. */
  lastIds: { inquiryId: number; filingId: number; noticeId: number; documentId: number; alarmId: number }
}

/** What the door made of a party that was typed in; the personal part stops there. */
export type PartyFacts =
  | { kind: 'none' }
  /** `birthDay` is known for a resident's ID number only. */
  | { kind: 'known'; partyId: string; birthDay: HallDate | null }
  | { kind: 'invalid'; problem: string }
  | { kind: 'id-needed' }

/** Where the actor is on duty, and the ticket that stands there; it ties a visit to a matter. */
export interface AtWindowNow {
  windowNumber: number
  ticketId: number | null
}

/** For RecordFirstInquiry. */
export interface RecordInquiryFacts extends PromiseDay {
  party: PartyFacts
  /** The ticket that the body names. */
  ticket: Ticket | undefined
  /** The line that this ticket already has. */
  inquiryOfTicket: FirstInquiry | undefined
  atWindow: AtWindowNow | null
}

/** For every other decision on one line of the register. */
export interface InquiryFacts extends PromiseDay {
  inquiry: FirstInquiry | undefined
}

/** For the decisions on the home visit of one line. */
export interface HomeVisitFacts extends InquiryFacts {
  visit: HomeVisit | undefined
}

/** For AskHomeVisit: who waits at home. */
export interface AskVisitFacts extends HomeVisitFacts {
  party: PartyFacts
}

/** For ConfirmHomeVisit: what the door made of the signature. */
export interface ConfirmVisitFacts extends HomeVisitFacts {
  signatureHash: string | null
}

/** For ReceiveFiling. */
export interface ReceiveFilingFacts extends PromiseDay {
  inquiry: FirstInquiry | undefined
  /** Number on the ticket that the inquiry came from, such as C017; empty without one. */
  ticketNumber: string
  party: PartyFacts
  agent: PartyFacts
  atWindow: AtWindowNow | null
  /** Entry that published the item as it is now. */
  itemVersion: number
}

/** For a decision on one filing. */
export interface FilingFactsOf extends PromiseDay {
  filing: Filing | undefined
  /** Its line in the register; there whenever the filing is. */
  inquiry: FirstInquiry | undefined
  /** The notice in force. */
  notice: OneTimeNotice | null
  /** Documents issued for it so far, voided ones included. */
  documents: readonly HallDocument[]
  ticketNumber: string
  atWindow: AtWindowNow | null
}

/** For SignHandlingSlip: what the door made of the signature. */
export interface SignSlipFacts extends FilingFactsOf {
  signatureHash: string | null
}

/** For ReassignMatters: everything open that one person holds. */
export interface ReassignMattersFacts extends PromiseDay {
  filings: readonly Filing[]
  inquiries: readonly FirstInquiry[]
  /** Home visits that are still before him. */
  visits: readonly HomeVisit[]
}

/** For the decisions on one alarm. */
export interface AlarmFacts extends PromiseDay {
  alarm: Alarm | undefined
}

/** For the hub's review of all that has to be called out. */
export interface ReviewAlarmsFacts extends PromiseDay {
  /** Every filing without an end, and the delivered ones whose slip is not signed. */
  filings: readonly Filing[]
  /** Every inquiry that waits to be taken over. */
  offered: readonly FirstInquiry[]
  /** Every home visit that nobody has reported on, with its line. */
  visits: readonly { visit: HomeVisit; inquiry: FirstInquiry }[]
  /** Alarms that are not closed. */
  alarms: readonly Alarm[]
  /** Alarms that somebody closed while their matter is still open: none is opened again at the same grade for the same cause. */
  closedByHand: readonly Alarm[]
}

/** For the decisions on one document. */
export interface DocumentFactsOf extends PromiseDay {
  document: HallDocument | undefined
}
