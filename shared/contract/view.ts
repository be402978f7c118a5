import type { Deadline, FilingDecision, FilingStatus, MaterialLine } from '../vocabulary/filing.ts'
import type { InquiryStatus } from '../vocabulary/first-inquiry.ts'
import type { Hall, PrinterSettings, VoiceSettings } from '../vocabulary/hall.ts'
import type { PostObservation } from '../vocabulary/post.ts'
import type { RefusalCode, RefusalFacts } from '../vocabulary/refusal.ts'
import type { TimeLimit } from '../vocabulary/service-item.ts'
import type { SignedPaper } from '../vocabulary/signature.ts'
import type { ScreenKind, StaffRole } from '../vocabulary/staff.ts'
import type {
  PauseReason,
  PriorityGround,
  ServiceWindowStatus,
  TicketHolder,
  TicketPurpose,
  TicketStatus,
} from '../vocabulary/ticket.ts'
import type { LightName } from './promise-view.ts'

/** A refusal a screen can foresee: why a button is grey, with its sentence. */
export interface Foreseen {
  code: RefusalCode
  facts: RefusalFacts
  sentence: string
  clause: string
}

export type PhaseKind = 'rest-day' | 'before-open' | 'open' | 'lunch' | 'linkup' | 'closed'

/** Where the hall is in its day. Instants in epoch ms. */
export interface PhaseView {
  hallDay: string
  weekday: number
  phase: PhaseKind
  session: 'morning' | 'afternoon' | null
  phaseStartsAt: number
  phaseEndsAt: number
  /** Start of the next public hours within 31 days. */
  nextOpenAt: number | null
  /** Null while the kiosk gives numbers. */
  issuingRefusal: Foreseen | null
  /** Set in the last half hour before the public hours of a session end: a number may not be reached today. */
  closesSoonAt: number | null
  /** The year of today has no published calendar: working days are the bare weekday rule. */
  isProvisional: boolean
  /** Public and link-up hours of today, for the wall. */
  segments: { from: string; to: string; phase: 'open' | 'linkup' }[]
  timetableName: string
  timetableDocument: string
  dayReason: string
}

export interface TroubleView {
  what: 'clock-jumped' | 'calendar-missing' | 'printer' | 'disk' | 'store-slow' | 'reports'
  /** Epoch ms. */
  since: number
  /** Chinese sentence that says what is wrong and what to do. */
  advice: string
}

/** One ticket on a clerk's screen. Instants in epoch ms. */
export interface TicketCard {
  ticketId: number
  number: string
  queue: string
  itemCode: string
  itemName: string
  priorityGround: PriorityGround
  status: TicketStatus
  holder: TicketHolder
  purpose: TicketPurpose
  /** Surname mask such as 王**; empty for an anonymous number. */
  holderMask: string
  takenAt: number
  calledAt: number | null
  startedAt: number | null
  heldAt: number | null
  callCount: number
  requeueCount: number
  transferCount: number
  windowNumber: number | null
  /** Minutes waited so far, or until the first call, without the hours the hall was closed. */
  waitMinutes: number
}

export interface QueueView {
  letter: string
  name: string
  nameEnglish: string
  waitingCount: number
  openWindows: number[]
  /** Minutes until a number taken now is likely to be called; null while nobody serves. */
  estimateMinutes: number | null
  longestWaitMinutes: number
}

/** 在岗提示 as a screen shows it, named by whom it is about. */
export interface ObservationView
  extends Pick<
    PostObservation,
    | 'observationId'
    | 'kind'
    | 'windowNumber'
    | 'staffId'
    | 'since'
    | 'limitMinutes'
    | 'endedAt'
    | 'explanation'
    | 'excused'
  > {
  staffName: string
  /** Up to now, or of the whole of it. */
  minutes: number
  /** The clerk was heard, or had his time for it. */
  isProposable: boolean
}

export interface KioskView {
  hall: Hall
  isDemo: boolean
  phase: PhaseView
  queues: QueueView[]
  /** Items that cannot be taken now, by item code, with the reason. */
  itemRefusals: Record<string, Foreseen>
  /** When it changes, the catalogue is asked for again. */
  catalogueVersion: number
  printer: PrinterSettings
  /** The kiosk offers to bring a number of the workday before. */
  hasCarriedTickets: boolean
  requeueTimesMax: number
}

export interface DisplayCall {
  /** Journal sequence number: a call is announced once, and only if it is newer than the first view seen. */
  seq: number
  at: number
  number: string
  windowNumber: number
  windowName: string
  kind: 'call' | 'recall'
}

export interface DisplayView {
  hall: Hall
  isDemo: boolean
  phase: PhaseView
  /** Newest first, at most 16, of this hall day. */
  calls: DisplayCall[]
  /** 请准备: the next three, in calling order. */
  next: { number: string; queueName: string }[]
  queues: { letter: string; name: string; waitingCount: number }[]
  windows: {
    windowNumber: number
    name: string
    department: string
    status: ServiceWindowStatus
    pauseReason: PauseReason | null
    /** May call although the public hours are over. */
    isOnDuty: boolean
    /** The number now called to or served at the window. */
    number: string | null
    isServing: boolean
    queueNames: string[]
  }[]
  voice: VoiceSettings
}

export interface ClerkView {
  hall: Hall
  isDemo: boolean
  phase: PhaseView
  serviceWindow: {
    windowNumber: number
    name: string
    queues: string[]
    status: ServiceWindowStatus
    pauseReason: PauseReason | null
    pausedAt: number | null
    /** Epoch ms until which the window may call outside public hours. */
    dutyUntil: number | null
    staff: { staffId: string; name: string } | null
  }
  current: TicketCard | null
  held: TicketCard | null
  /** Passed numbers of this window's queues today, latest first. */
  missed: TicketCard[]
  /** The next in calling order, at most 30. */
  waiting: TicketCard[]
  queues: QueueView[]
  waitingCount: number
  servedToday: number
  /** Why F1 (call next) would be refused now; null when it would not. */
  callRefusal: Foreseen | null
  /** Where a ticket may go: items by queue, and open windows. */
  transferWindows: { windowNumber: number; name: string; staffName: string }[]
  catalogueVersion: number
  /** Journal entry of the last change around the promise: when it grows, the own matters are asked for again. */
  promiseSeq: number
  /** Journal entry of the last handover or leave: when it grows, the own ones are asked for again. */
  handoverSeq: number
  /** Journal entry of the last change around the working day. */
  daySeq: number
  /** Violations on which the clerk at this window has yet to be heard. */
  violationsToState: number
  /** Journal entry of the last change of attendance or leave: when it changes, one’s own is asked for again. */
  attendanceSeq: number
  /** What waits for the clerk at this window. */
  promise: { inHand: number; offeredToMe: number; alarms: number; yellow: number; overdue: number }
  /** The register's line of the ticket at the window, and its filing. */
  currentInquiry: { inquiryId: number; number: string; status: InquiryStatus; filingId: number | null } | null
  settings: { missAfterCalls: number; recallSpacingSeconds: number; transfersMax: number }
  countertop: CountertopState
  /** What the hub saw today at this window and of its clerk, and nobody has answered yet. */
  observations: ObservationView[]
}

/** The countertop of a window, as its clerk sees it. */
export interface CountertopState {
  /** `away`: the window has one, and it is not connected. */
  state: 'none' | 'away' | 'here'
  /** What its visitor is asked to sign now. */
  request: { requestId: string; isSigned: boolean } | null
}

/** 前置屏: what faces the visitor of one window. Numbers and masks, never a name. */
export interface CountertopView {
  hall: Hall
  isDemo: boolean
  phase: PhaseView
  serviceWindow: {
    windowNumber: number
    name: string
    status: ServiceWindowStatus
    /** May call although the public hours are over. */
    isOnDuty: boolean
  }
  /** 服务承诺, as they stand on the wall. */
  promises: string[]
  /** The number called to or served at the window. */
  current: { number: string; isServing: boolean; itemName: string; promisedLimit: TimeLimit | null } | null
  /** What the visitor has under way here: of his number, or that which he is asked to sign for. */
  filing: {
    number: string
    itemName: string
    status: FilingStatus
    light: LightName
    noticeDueDay: string
    correctionDueDay: string | null
    promisedLimit: TimeLimit | null
    promisedDue: Deadline | null
  } | null
  signing: {
    requestId: string
    paper: SignedPaper
    /** Surname mask of the applicant. */
    partyMask: string
    lines: Pick<MaterialLine, 'materialCode' | 'name' | 'form' | 'copies' | 'state' | 'problem'>[]
    decision: FilingDecision | null
    resultName: string
    /** The window has it; nothing more is to be done here. */
    isSigned: boolean
  } | null
}

export interface ConsoleView {
  hall: Hall
  isDemo: boolean
  phase: PhaseView
  troubles: TroubleView[]
  serviceWindows: {
    windowNumber: number
    name: string
    queues: string[]
    status: ServiceWindowStatus
    pauseReason: PauseReason | null
    since: number | null
    dutyUntil: number | null
    staffName: string | null
    current: { ticketId: number; number: string; itemName: string; status: TicketStatus; since: number } | null
    heldNumber: string | null
    servedToday: number
  }[]
  queues: QueueView[]
  today: {
    taken: number
    done: number
    waiting: number
    missed: number
    cancelled: number
    averageWaitMinutes: number | null
  }
  screens: {
    screenId: string
    kind: ScreenKind
    name: string
    /** The window of a countertop. */
    windowNumber: number | null
    connected: boolean
    isLocal: boolean
  }[]
  pairings: { pairingCode: string; kind: ScreenKind; name: string; from: string; requestedAt: number }[]
  clock: { now: number; isDemo: boolean; jump: { fromAt: number; toAt: number; at: number } | null }
  journal: { seq: number; hash: string }
  catalogueVersion: number
  promiseSeq: number
  /** Journal entry of the last handover or leave: when it grows, those of a day are asked for again. */
  handoverSeq: number
  daySeq: number
  /** Violations and appeals that wait for a decision. */
  violationsToDecide: number
  attendance: { seq: number; waitingLeaves: number }
  /** Open alarms, filings due today and past their limits, in the whole hall. */
  promise: { alarms: number; openFilings: number; yellow: number; overdue: number; offered: number }
  /** 在岗提示 of today, newest first. */
  observations: ObservationView[]
}

/** What the pages of the screens watch. `clerk` and `countertop` are watched for one window. */
export interface Views {
  kiosk: KioskView
  display: DisplayView
  clerk: ClerkView
  console: ConsoleView
  countertop: CountertopView
}
export type ViewName = keyof Views

/** First frame of a screen on the live socket. */
export interface WatchFrame {
  kind: 'watch'
  view: ViewName
  /** For `clerk` and `countertop`: the window. */
  windowNumber?: number
  /** The session token of who signed in; needed for `clerk` and `console`. */
  session?: string
}

/** Frames from the hub. */
export type HubFrame =
  /** A whole view as it was after journal entry `seq`, at the hub's time `at`. */
  | { kind: 'view'; view: ViewName; seq: number; at: number; body: Views[ViewName] }
  /** Every three seconds; the screen answers with `{kind:'alive'}`. */
  | { kind: 'alive'; at: number }
  /** The watch was not allowed; the socket is closed after it. */
  | { kind: 'refused'; code: RefusalCode; sentence: string }

/** Who is signed in on this screen. */
export interface SessionView {
  staffId: string
  staffNumber: string
  name: string
  role: StaffRole
  /** Windows this person may open; empty: all. */
  windowNumbers: number[]
  /** The window where this person is on duty now. */
  onDutyAt: number | null
}
