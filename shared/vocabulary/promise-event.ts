import type { AlarmGrade, AlarmKind } from './alarm.ts'
import type {
  Deadline,
  DeclineGround,
  DeliveryWay,
  Filing,
  FilingDecision,
  MaterialLine,
  NotifyMeans,
  ReturnGround,
  SignatureMeans,
  SpecialProcedure,
  VisitCause,
} from './filing.ts'
import type { AnswerMeans, InquiryChannel } from './first-inquiry.ts'
import type { AnyDocumentFacts, DocumentKind } from './hall-document.ts'
import type { VisitConfirmation, VisitResult, WishedHalf } from './home-visit.ts'
import type { SpecialGroup } from './party.ts'
import type { ServiceBoards } from './service-board.ts'
import type { ItemStage, TimeLimit } from './service-item.ts'

/** 首问. People by id only; a matter is told without names. */
export interface InquiryEventBodies {
  FirstInquiryRecorded: {
    inquiryId: number
    number: string
    year: number
    serial: number
    channel: InquiryChannel
    ticketId: number | null
    windowNumber: number | null
    firstResponder: string
    itemCode: string | null
    category: string
    matter: string
    partyId: string | null
    specialGroup: SpecialGroup
    isWish: boolean
  }
  FirstInquiryAnswered: { inquiryId: number; answer: string; means: AnswerMeans; answeredBy: string }
  FirstInquiryAnswerCorrected: { inquiryId: number; answer: string; reason: string; correctedBy: string }
  FirstInquiryGuided: { inquiryId: number; windowNumber: number | null; unit: string; note: string }
  FirstInquiryOffered: { inquiryId: number; fromStaffId: string; toStaffId: string; reason: string }
  FirstInquiryTaken: { inquiryId: number; fromStaffId: string; toStaffId: string }
  FirstInquiryRefused: { inquiryId: number; fromStaffId: string; toStaffId: string; reason: string }
  /** 改派: somebody leaves, another answers for it from now on. */
  FirstInquiryReassigned: { inquiryId: number; fromStaffId: string; toStaffId: string; reason: string }
}

/** 上门服务. Each carries the line of the register that it hangs on; who waits at home is known by `partyId` alone. */
export interface HomeVisitEventBodies {
  HomeVisitAsked: {
    inquiryId: number
    number: string
    year: number
    serial: number
    partyId: string
    wishedDay: string
    wishedHalf: WishedHalf
  }
  /** `isLate`, here and below: the day by which it was promised had ended. */
  HomeVisitDispatched: { inquiryId: number; visitorId: string; appointmentAt: number; isLate: boolean }
  HomeVisitRescheduled: { inquiryId: number; fromAt: number; toAt: number; reason: string; isLate: boolean }
  HomeVisitReported: { inquiryId: number; result: VisitResult; note: string; isLate: boolean }
  /** `signatureHash`: SHA-256 of the picture that is kept beside the journal; null without one. */
  HomeVisitConfirmed: { inquiryId: number; means: VisitConfirmation; reason: string; signatureHash: string | null }
  HomeVisitCancelled: { inquiryId: number; reason: string }
}

/** 办件. Each carries the filing it moves; days and limits as they were decided. */
export interface FilingEventBodies {
  /** Moves the filing and its line in the register. */
  FilingReceived: {
    filingId: number
    number: string
    year: number
    serial: number
    inquiryId: number
    ticketId: number | null
    windowNumber: number | null
    itemCode: string
    itemName: string
    itemKind: Filing['itemKind']
    itemVersion: number
    isOrgan: boolean
    promisedLimit: TimeLimit | null
    statutoryLimit: TimeLimit | null
    ownerId: string
    partyId: string
    agentId: string | null
    conditions: string[]
    lines: MaterialLine[]
    receivedDay: string
    noticeDueDay: string
    /** Absent in entries written before items had stages, as every `stageDue` below. */
    stages?: ItemStage[]
  }
  MaterialsChecked: { filingId: number; conditions: string[]; lines: MaterialLine[] }
  FilingCorrectedOnTheSpot: { filingId: number; note: string }
  FilingNotRequired: { filingId: number; reason: string }
  FilingDeclined: { filingId: number; ground: DeclineGround; reason: string; basis: string; competentOrgan: string }
  FilingReturnedForCorrection: { filingId: number; noticeId: number; correctionDueDay: string }
  SecondNoticeAllowed: { filingId: number; reason: string; allowedBy: string }
  /** `isComplete`: everything is there, and `correctedDay` counts as that of the correction. */
  CorrectionReceived: {
    filingId: number
    lines: MaterialLine[]
    isComplete: boolean
    correctedDay: string | null
    /** The five workdays begin anew with what was handed in; null while something is missing. */
    noticeDueDay: string | null
    visit: number
    cause: VisitCause | null
  }
  FilingAccepted: {
    filingId: number
    acceptedDay: string
    isTolerant: boolean
    promisedDue: Deadline | null
    statutoryDue: Deadline | null
    /** When the open stage is due; null without stages. */
    stageDue?: Deadline | null
  }
  FilingDeemedAccepted: {
    filingId: number
    acceptedDay: string
    promisedDue: Deadline | null
    statutoryDue: Deadline | null
    stageDue?: Deadline | null
  }
  ToleratedMaterialReceived: { filingId: number; lines: MaterialLine[] }
  FilingSuspended: {
    filingId: number
    procedure: SpecialProcedure
    basis: string
    fromDay: string
    expectedEndDay: string
  }
  FilingResumed: {
    filingId: number
    procedure: SpecialProcedure
    /** Both null when it ended on the day it began. */
    excludedFrom: string | null
    excludedTo: string | null
    promisedDue: Deadline | null
    statutoryDue: Deadline | null
    stageDue?: Deadline | null
    note: string
  }
  ExtensionAsked: { filingId: number; workdays: number; reason: string; askedBy: string }
  ExtensionRefused: { filingId: number; reason: string; refusedBy: string }
  DeadlineExtended: {
    filingId: number
    workdays: number
    reason: string
    approvedBy: string
    approver: string
    promisedDue: Deadline | null
    statutoryDue: Deadline | null
  }
  DeadlineRecounted: {
    filingId: number
    promisedDue: Deadline | null
    statutoryDue: Deadline | null
    stageDue?: Deadline | null
  }
  DeliveryDueRecounted: { filingId: number; deliveryDue: Deadline }
  FilingConverted: { filingId: number; limit: TimeLimit; reason: string; promisedDue: Deadline | null }
  OverdueExplained: { filingId: number; reason: string }
  FilingUrged: { filingId: number; demand: string; urgedBy: string }
  /** The next stage begins with the end of this one; `nextHandlerId` null: with the one in charge. */
  StageFinished: {
    filingId: number
    stageName: string
    opinion: string
    nextStageName: string
    nextHandlerId: string | null
    stageDue: Deadline
  }
  /** Ends the open stage. */
  FilingDecided: {
    filingId: number
    decision: FilingDecision
    reason: string
    decidedDay: string
    deliveryDue: Deadline
    isPastPromised: boolean
    isPastStatutory: boolean
    /** Stages that had not begun: the decision came before them. */
    skippedStages?: string[]
  }
  ResultProduced: { filingId: number; resultName: string; resultNumber: string }
  ApplicantTold: { filingId: number; means: NotifyMeans; isReached: boolean; note: string }
  ResultDelivered: {
    filingId: number
    way: DeliveryWay
    place: string
    relation: string
    reason: string
    witness: string
    postNumber: string
  }
  /** `signatureHash`: SHA-256 of the picture that is kept beside the journal; null without one. */
  HandlingSlipSigned: {
    filingId: number
    means: SignatureMeans
    reason: string
    witness: string
    relation: string
    signatureHash: string | null
  }
  FilingWithdrawn: { filingId: number; reason: string }
  FilingReturned: { filingId: number; ground: ReturnGround; reason: string; basis: string }
  /** Whatever the giver holds of it: the filing, or its open stage. */
  FilingReassigned: { filingId: number; fromStaffId: string; toStaffId: string; reason: string }
}

/** 一次性告知 */
export interface NoticeEventBodies {
  OneTimeNoticeIssued: {
    noticeId: number
    number: string
    filingId: number
    lines: MaterialLine[]
    correctionDueDay: string
    ordinal: number
    allowance: { reason: string; allowedBy: string } | null
    issuedBy: string
  }
  OneTimeNoticeSuperseded: { noticeId: number; filingId: number }
}

/** 文书 */
export interface DocumentEventBodies {
  DocumentIssued: {
    documentId: number
    documentKind: DocumentKind
    number: string
    year: number
    serial: number
    filingId: number
    facts: AnyDocumentFacts
    issuedBy: string
  }
  DocumentReprinted: { documentId: number; printCount: number }
  DocumentSigned: { documentId: number; filingId: number; documentKind: DocumentKind; signatureHash: string }
  DocumentVoided: { documentId: number; reason: string; voidedBy: string }
}

/** 预警 */
export interface AlarmEventBodies {
  AlarmOpened: {
    alarmId: number
    kind: AlarmKind
    grade: AlarmGrade
    filingId: number | null
    inquiryId: number | null
    about?: string
    staffIds: string[]
  }
  AlarmAcknowledged: { alarmId: number; staffId: string }
  /** `staffId` null: its cause has ended. */
  AlarmClosed: { alarmId: number; staffId: string | null; note: string }
}

/** 公开 */
export interface BoardEventBodies {
  ServiceBoardsPublished: { boards: ServiceBoards }
  ContactCardIssued: { cardNumber: string; year: number; serial: number; household: string; boardsVersion: number }
}

export type PromiseEventBodies = InquiryEventBodies &
  HomeVisitEventBodies &
  FilingEventBodies &
  NoticeEventBodies &
  DocumentEventBodies &
  AlarmEventBodies

type EventsOf<M> = { [T in keyof M]: { type: T; body: M[T] } }[keyof M]

export type InquiryEvent = EventsOf<InquiryEventBodies>
export type HomeVisitEvent = EventsOf<HomeVisitEventBodies>
export type FilingEvent = EventsOf<FilingEventBodies>
export type NoticeEvent = EventsOf<NoticeEventBodies>
export type DocumentEvent = EventsOf<DocumentEventBodies>
export type AlarmEvent = EventsOf<AlarmEventBodies>
export type PromiseEvent = InquiryEvent | HomeVisitEvent | FilingEvent | NoticeEvent | DocumentEvent | AlarmEvent
