import { unreachable } from '../../../shared/rules/decision.ts'
import type { AttendanceEvent } from '../../../shared/vocabulary/attendance-event.ts'
import type {
  AccessEvent,
  BoardEvent,
  HallEvent,
  HallFact,
  JournalEntry,
  LogEvent,
  PostEvent,
  SetupEvent,
} from '../../../shared/vocabulary/event.ts'
import type { HandoverEvent } from '../../../shared/vocabulary/handover-event.ts'
import type { PatrolEvent } from '../../../shared/vocabulary/patrol-event.ts'
import type { PromiseEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { ViolationEvent } from '../../../shared/vocabulary/violation-event.ts'
import type { Store } from '../store/store.ts'
import { createAlarmTable } from './alarm.ts'
import { createAttendancePunchTable } from './attendance-punch.ts'
import { createCallLog } from './call-log.ts'
import { createContactCardTable } from './contact-card.ts'
import { createDayChange } from './day-change.ts'
import { createDisciplineLogTable, createJournalDays } from './discipline-log.ts'
import { createFilingTable } from './filing.ts'
import { createFirstInquiryTable } from './first-inquiry.ts'
import { createHallDayTable } from './hall-day.ts'
import { createHallDocumentTable } from './hall-document.ts'
import { createHandoverTable } from './handover.ts'
import { createHomeVisitTable } from './home-visit.ts'
import { createLeaveTable } from './leave.ts'
import { createMatterEntryTable } from './matter-entry.ts'
import { createOneTimeNoticeTable } from './one-time-notice.ts'
import { createPatrolTable } from './patrol.ts'
import { createPostObservationTable } from './post-observation.ts'
import { createPostStayTable } from './post-stay.ts'
import { createPrivateRecords } from './private-records.ts'
import { createPublicationTable } from './publication.ts'
import { createScreenTable } from './screen.ts'
import { createServiceItemVersionTable } from './service-item-version.ts'
import { createServiceWindowTable } from './service-window.ts'
import { createSettledCommandTable } from './settled-command.ts'
import { createStaffTable } from './staff.ts'
import { createTicketTable } from './ticket.ts'
import { createViolationTable } from './violation.ts'

/** All tables over one store. */
export function createTables(store: Store) {
  return {
    ticket: createTicketTable(store),
    serviceWindow: createServiceWindowTable(store),
    callLog: createCallLog(store),
    hallDay: createHallDayTable(store),
    publication: createPublicationTable(store),
    serviceItemVersion: createServiceItemVersionTable(store),
    staff: createStaffTable(store),
    screen: createScreenTable(store),
    privateRecords: createPrivateRecords(store),
    settledCommand: createSettledCommandTable(store),
    firstInquiry: createFirstInquiryTable(store),
    homeVisit: createHomeVisitTable(store),
    filing: createFilingTable(store),
    oneTimeNotice: createOneTimeNoticeTable(store),
    hallDocument: createHallDocumentTable(store),
    alarm: createAlarmTable(store),
    contactCard: createContactCardTable(store),
    matterEntry: createMatterEntryTable(store),
    disciplineLog: createDisciplineLogTable(store),
    journalDays: createJournalDays(store),
    handover: createHandoverTable(store),
    patrol: createPatrolTable(store),
    violation: createViolationTable(store),
    dayChange: createDayChange(store),
    attendancePunch: createAttendancePunchTable(store),
    leave: createLeaveTable(store),
    postStay: createPostStayTable(store),
    postObservation: createPostObservationTable(store),
  }
}

/** After a rollback: what tables keep in memory is what the store says. */
export function restoreTables(tables: Tables): void {
  tables.ticket.restore()
  tables.serviceWindow.restore()
  tables.callLog.restore()
  tables.hallDay.restore()
  tables.staff.restore()
  tables.settledCommand.restore()
  tables.handover.restore()
}

export type Tables = ReturnType<typeof createTables>

type HallAndAccess = Exclude<
  HallFact,
  PromiseEvent | LogEvent | HandoverEvent | PatrolEvent | ViolationEvent | AttendanceEvent | PostEvent
>

type DemoClockMoved = Extract<HallEvent, { type: 'DemoClockMoved' }>

/** Moves the tables by one event: exactly one row in each table that carries it, and what is kept in memory of it. */
export function applyToTables(
  tables: Tables,
  entry: Pick<JournalEntry, 'seq' | 'at' | 'hallDay' | 'actor'>,
  event: HallFact,
): void {
  if (isOfPromise(event)) return applyPromise(tables, entry, event)
  if (isOfLog(event)) return tables.disciplineLog.apply(entry, event)
  if (isOfHandover(event)) return tables.handover.apply(entry, event)
  if (isOfPatrol(event) || isOfViolation(event)) return applyWorkingDay(tables, entry, event)
  if (isOfAttendance(event)) return applyAttendance(tables, entry, event)
  if (isOfPost(event)) return tables.postObservation.apply(entry, event)
  return applyHall(tables, entry, event)
}

function applyHall(
  tables: Tables,
  entry: Pick<JournalEntry, 'seq' | 'at' | 'hallDay' | 'actor'>,
  event: HallAndAccess,
): void {
  switch (event.type) {
    case 'TicketCalled':
      tables.ticket.apply(entry, event)
      tables.serviceWindow.apply(entry, event)
      return tables.callLog.apply(entry, event)
    case 'TicketRecalled':
    case 'TicketResumed':
      tables.ticket.apply(entry, event)
      return tables.callLog.apply(entry, event)
    case 'TicketTaken':
    case 'TicketPrinted':
    case 'TicketPrintFailed':
    case 'TicketReprinted':
    case 'TicketMissed':
    case 'TicketRequeued':
    case 'ServiceStarted':
    case 'ServiceFinished':
    case 'TicketHeld':
    case 'TicketTransferred':
    case 'TicketReleased':
    case 'TicketItemCorrected':
    case 'TicketCancelled':
    case 'TicketCarried':
    case 'TicketVoided':
      return tables.ticket.apply(entry, event)
    case 'ServiceWindowOpened':
    case 'ServiceWindowPaused':
    case 'ServiceWindowResumed':
    case 'ServiceWindowClosed':
      tables.serviceWindow.apply(entry, event)
      return tables.postStay.apply(entry, event)
    case 'DutyWindowOpened':
    case 'DutyWindowClosed':
      return tables.serviceWindow.apply(entry, event)
    case 'ServiceWindowPublished':
    case 'ServiceWindowWithdrawn':
      tables.publication.apply(entry, event)
      return tables.serviceWindow.apply(entry, event)
    case 'HallDayOpened':
    case 'HallDaySplit':
    case 'ClockJumped':
    case 'ClockJumpAcknowledged':
      return tables.hallDay.apply(entry, event)
    default:
      return applySetup(tables, entry, event)
  }
}

/** What the hall is set up with, and who works in it. */
function applySetup(
  tables: Tables,
  entry: Pick<JournalEntry, 'seq' | 'at' | 'hallDay' | 'actor'>,
  event:
    | Exclude<SetupEvent, { type: 'ServiceWindowPublished' | 'ServiceWindowWithdrawn' }>
    | AccessEvent
    | BoardEvent
    | DemoClockMoved,
): void {
  switch (event.type) {
    case 'HallPublished':
    case 'QueuePublished':
    case 'QueueWithdrawn':
    case 'TimetablePublished':
    case 'TimetableWithdrawn':
    case 'HolidayTablePublished':
    case 'CalendarDayOverridden':
    case 'CalendarOverrideWithdrawn':
    case 'QueueSettingsPublished':
    case 'VoiceSettingsPublished':
    case 'PrinterSettingsPublished':
    case 'PromiseSettingsPublished':
    case 'DisciplineSettingsPublished':
    case 'ServiceBoardsPublished':
      return tables.publication.apply(entry, event)
    case 'ServiceItemPublished':
    case 'ServiceItemWithdrawn':
      return tables.serviceItemVersion.apply(entry, event)
    case 'StaffAdded':
    case 'StaffChanged':
    case 'StaffRetired':
      return tables.staff.apply(entry, event)
    case 'ScreenEnrolled':
    case 'ScreenRevoked':
      return tables.screen.apply(entry, event)
    case 'ContactCardIssued':
      return tables.contactCard.apply(entry, event.body)
    case 'StaffSignedIn':
    case 'StaffSignedOut':
    case 'PasswordSet':
    case 'DemoClockMoved':
      // They are proof that it happened; what they moved is secret, or the clock.
      return
    default:
      return unreachable(event)
  }
}

const promisePrefixes = ['FirstInquiry', 'HomeVisit', 'OneTimeNotice', 'Document', 'Alarm']
const promiseOthers: ReadonlySet<string> = new Set<PromiseEvent['type']>([
  'MaterialsChecked',
  'SecondNoticeAllowed',
  'CorrectionReceived',
  'ToleratedMaterialReceived',
  'ExtensionAsked',
  'ExtensionRefused',
  'DeadlineExtended',
  'DeadlineRecounted',
  'DeliveryDueRecounted',
  'OverdueExplained',
  'StageFinished',
  'ResultProduced',
  'ApplicantTold',
  'ResultDelivered',
  'HandlingSlipSigned',
])

/** Whether an event is about an inquiry, a home visit, a filing, a notice, a document or an alarm. */
export function isOfPromise(event: HallFact): event is PromiseEvent {
  const { type } = event
  return (
    type.startsWith('Filing') || promiseOthers.has(type) || promisePrefixes.some((prefix) => type.startsWith(prefix))
  )
}

/** Whether an event is about the log of a day. */
function isOfLog(event: HallFact): event is LogEvent {
  return event.type.startsWith('DisciplineLog')
}

function isOfHandover(event: HallFact): event is HandoverEvent {
  return event.type.startsWith('Handover')
}

function isOfPatrol(event: HallFact): event is PatrolEvent {
  return event.type.startsWith('Patrol')
}

function isOfViolation(event: HallFact): event is ViolationEvent {
  const { type } = event
  return type.startsWith('Violation') || type === 'EvidenceAttached' || type === 'AppealDecided'
}

/** Patrols and violations. */
function applyWorkingDay(
  tables: Tables,
  entry: Pick<JournalEntry, 'seq' | 'at'>,
  event: PatrolEvent | ViolationEvent,
): void {
  tables.dayChange.apply(entry)
  return isOfPatrol(event) ? tables.patrol.apply(entry, event) : tables.violation.apply(entry, event)
}

/** Whether an event is about what the hub saw of a window. */
export function isOfPost(event: HallFact): event is PostEvent {
  return event.type.startsWith('Observation')
}

/** One row each; a receipt moves the filing and its line in the register. */
function applyPromise(tables: Tables, entry: Pick<JournalEntry, 'seq' | 'at'>, event: PromiseEvent): void {
  tables.matterEntry.apply(entry, event)
  switch (event.type) {
    case 'FirstInquiryRecorded':
    case 'FirstInquiryAnswered':
    case 'FirstInquiryAnswerCorrected':
    case 'FirstInquiryGuided':
    case 'FirstInquiryOffered':
    case 'FirstInquiryTaken':
    case 'FirstInquiryRefused':
    case 'FirstInquiryReassigned':
      return tables.firstInquiry.apply(entry, event)
    case 'HomeVisitAsked':
    case 'HomeVisitDispatched':
    case 'HomeVisitRescheduled':
    case 'HomeVisitReported':
    case 'HomeVisitConfirmed':
    case 'HomeVisitCancelled':
      return tables.homeVisit.apply(entry, event)
    case 'FilingReceived':
      tables.filing.apply(entry, event)
      return tables.firstInquiry.apply(entry, event)
    case 'OneTimeNoticeIssued':
    case 'OneTimeNoticeSuperseded':
      return tables.oneTimeNotice.apply(entry, event)
    case 'DocumentIssued':
    case 'DocumentReprinted':
    case 'DocumentSigned':
    case 'DocumentVoided':
      return tables.hallDocument.apply(entry, event)
    case 'AlarmOpened':
    case 'AlarmAcknowledged':
    case 'AlarmClosed':
      return tables.alarm.apply(entry, event)
    default:
      return tables.filing.apply(entry, event)
  }
}

function isOfAttendance(event: HallFact): event is AttendanceEvent {
  return event.type === 'AttendancePunched' || event.type.startsWith('Leave')
}

function applyAttendance(tables: Tables, entry: Pick<JournalEntry, 'seq' | 'at'>, event: AttendanceEvent): void {
  if (event.type === 'AttendancePunched') return tables.attendancePunch.apply(entry, event)
  return tables.leave.apply(entry, event)
}
