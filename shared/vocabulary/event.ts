import type { AttendanceEvent, AttendanceEventBodies } from './attendance-event.ts'
import type { CalendarOverride, PublishedYear } from './calendar.ts'
import type { DisciplineSettings } from './discipline-settings.ts'
import type { Hall, PrinterSettings, Queue, QueueSettings, ServiceWindowSetup, VoiceSettings } from './hall.ts'
import type { HandoverEvent, HandoverEventBodies } from './handover-event.ts'
import type { LogEventBodies } from './log-event.ts'
import type { PatrolEvent, PatrolEventBodies } from './patrol-event.ts'
import type { PostEventBodies } from './post-event.ts'
import type { BoardEventBodies, PromiseEvent, PromiseEventBodies } from './promise-event.ts'
import type { PromiseSettings } from './promise-settings.ts'
import type { ServiceItem } from './service-item.ts'
import type { ScreenKind, StaffRole } from './staff.ts'
import type {
  CancelReason,
  PauseReason,
  PriorityGround,
  ResultCode,
  ServiceWindowStatus,
  TicketHolder,
  TicketPurpose,
} from './ticket.ts'
import type { Timetable } from './timetable.ts'
import type { ViolationEvent, ViolationEventBodies } from './violation-event.ts'

/** Ticket facts. Ids and values as decided; no names, ID or phone numbers. Times are on the entry. */
export interface TicketEventBodies {
  TicketTaken: {
    ticketId: number
    hallDay: string
    letter: string
    serial: number
    queue: string
    itemCode: string
    holder: TicketHolder
    purpose: TicketPurpose
    priorityGround: PriorityGround
    /** 1 with priority, 0 ordinary. */
    priorityClass: number
    personId: string | null
    /** Place in the queue: smaller is earlier. */
    sortKey: number
    session: 'morning' | 'afternoon'
    carriedFrom: number | null
  }
  TicketPrinted: { ticketId: number }
  TicketPrintFailed: { ticketId: number; trouble: string }
  TicketReprinted: { ticketId: number; printCount: number }
  TicketCalled: {
    ticketId: number
    number: string
    windowNumber: number
    staffId: string
    queue: string
    priorityClass: number
    callCount: number
    /** Priority tickets that this window has now called in a row. */
    priorityStreak: number
    /** Why it was called out of order; null when it was its turn. */
    reason: string | null
    /**
     * At the first call: whole minutes of open hall since the number was taken; null at a later one.
     * Entries of 0.2 and before lack it: their wait is worked out when a report reads it.
     */
    waitMinutes?: number | null
  }
  TicketRecalled: { ticketId: number; number: string; windowNumber: number; callCount: number }
  TicketMissed: { ticketId: number; windowNumber: number; missCount: number }
  TicketRequeued: { ticketId: number; queue: string; priorityClass: number; sortKey: number; requeueCount: number }
  ServiceStarted: { ticketId: number; windowNumber: number; isPastClosing: boolean }
  ServiceFinished: { ticketId: number; windowNumber: number; resultCode: ResultCode; isPastClosing: boolean }
  TicketHeld: { ticketId: number; windowNumber: number; reason: string }
  TicketResumed: { ticketId: number; number: string; windowNumber: number; callCount: number }
  TicketTransferred: {
    ticketId: number
    fromWindow: number
    fromQueue: string
    queue: string
    itemCode: string
    priorityClass: number
    /** Only this window may call it; null: every window of the queue. */
    toWindow: number | null
    sortKey: number
    transferCount: number
    reason: string
  }
  /** The window it was kept for closes: every window of its queue may call it, at the place it has. */
  TicketReleased: { ticketId: number; fromWindow: number; queue: string }
  /** 取错号 put right while the ticket stays at the window. */
  TicketItemCorrected: { ticketId: number; windowNumber: number; fromItem: string; itemCode: string; queue: string }
  TicketCancelled: { ticketId: number; wasWaiting: boolean; queue: string; priorityClass: number; reason: CancelReason }
  /** 次日转结: not served today; comes first on `validOn`. */
  TicketCarried: { ticketId: number; wasWaiting: boolean; queue: string; priorityClass: number; validOn: string }
  TicketVoided: {
    ticketId: number
    wasWaiting: boolean
    queue: string
    priorityClass: number
    reason: 'day-end' | 'split' | 'missed-again'
  }
}

export interface ServiceWindowEventBodies {
  ServiceWindowOpened: { windowNumber: number; staffId: string }
  ServiceWindowPaused: { windowNumber: number; reason: PauseReason; note: string }
  ServiceWindowResumed: { windowNumber: number; status: ServiceWindowStatus }
  ServiceWindowClosed: { windowNumber: number; reason: 'pressed' | 'day-end' | 'signed-out' | 'withdrawn' }
  /** `until` in epoch ms. */
  DutyWindowOpened: { windowNumber: number; until: number; reason: string }
  DutyWindowClosed: { windowNumber: number }
}

export interface HallEventBodies {
  HallDayOpened: {
    hallDay: string
    previousHallDay: string | null
    dayKind: string
    isProvisional: boolean
    timetableId: string | null
  }
  HallDaySplit: { hallDay: string; waitingCount: number }
  ClockJumped: { fromAt: number; toAt: number }
  ClockJumpAcknowledged: Record<string, never>
  DemoClockMoved: { toAt: number }
}

/** What the hall is set up with; each moves one row of the published setup. */
export interface SetupEventBodies {
  HallPublished: { hall: Hall }
  QueuePublished: { queue: Queue }
  QueueWithdrawn: { letter: string }
  ServiceItemPublished: { serviceItem: ServiceItem }
  ServiceItemWithdrawn: { itemCode: string }
  ServiceWindowPublished: { serviceWindow: ServiceWindowSetup }
  ServiceWindowWithdrawn: { windowNumber: number }
  TimetablePublished: { timetable: Timetable }
  TimetableWithdrawn: { timetableId: string }
  HolidayTablePublished: { publishedYear: PublishedYear }
  CalendarDayOverridden: { override: CalendarOverride }
  CalendarOverrideWithdrawn: { day: string }
  QueueSettingsPublished: { settings: QueueSettings }
  VoiceSettingsPublished: { settings: VoiceSettings }
  PrinterSettingsPublished: { settings: PrinterSettings }
  PromiseSettingsPublished: { settings: PromiseSettings }
  DisciplineSettingsPublished: { settings: DisciplineSettings }
}

/** People and machines. Names, passwords and tokens are kept beside the journal. */
export interface AccessEventBodies {
  StaffAdded: { staffId: string; staffNumber: string; role: StaffRole; homeUnit: string; windowNumbers: number[] }
  StaffChanged: { staffId: string; staffNumber: string; role: StaffRole; homeUnit: string; windowNumbers: number[] }
  StaffRetired: { staffId: string; reason: string }
  StaffSignedIn: { staffId: string; screenId: string }
  StaffSignedOut: { staffId: string; reason: 'pressed' | 'expired' | 'elsewhere' | 'retired' }
  PasswordSet: { staffId: string }
  /** `windowNumber`: the window of a countertop. */
  ScreenEnrolled: { screenId: string; kind: ScreenKind; name: string; windowNumber?: number }
  ScreenRevoked: { screenId: string; reason: string }
}

export type EventBodies = TicketEventBodies &
  ServiceWindowEventBodies &
  HallEventBodies &
  SetupEventBodies &
  AccessEventBodies &
  PromiseEventBodies &
  HandoverEventBodies &
  BoardEventBodies &
  LogEventBodies &
  PatrolEventBodies &
  ViolationEventBodies &
  AttendanceEventBodies &
  PostEventBodies
export type EventType = keyof EventBodies

type EventsOf<M> = { [T in keyof M]: { type: T; body: M[T] } }[keyof M]

/** 事实: what happened, noun first, past tense. */
export type TicketEvent = EventsOf<TicketEventBodies>
export type ServiceWindowEvent = EventsOf<ServiceWindowEventBodies>
export type HallEvent = EventsOf<HallEventBodies>
export type SetupEvent = EventsOf<SetupEventBodies>
export type AccessEvent = EventsOf<AccessEventBodies>
export type BoardEvent = EventsOf<BoardEventBodies>
export type LogEvent = EventsOf<LogEventBodies>
export type PostEvent = EventsOf<PostEventBodies>
export type HallFact =
  | TicketEvent
  | ServiceWindowEvent
  | HallEvent
  | SetupEvent
  | AccessEvent
  | PromiseEvent
  | HandoverEvent
  | BoardEvent
  | LogEvent
  | PatrolEvent
  | ViolationEvent
  | AttendanceEvent
  | PostEvent

/** 一条流水: the event with its place, time and author, chained to the entry before it. */
export interface JournalEntry {
  seq: number
  /** Epoch ms of the hub's clock, never before the entry in front of it. */
  at: number
  hallDay: string
  actor: string
  commandId: string
  type: EventType
  version: number
  /** Canonical JSON of the event's body; the hash is over exactly this text. */
  body: string
  previousHash: string
  hash: string
}
