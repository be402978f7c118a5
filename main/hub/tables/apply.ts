import { unreachable } from '../../../shared/rules/decision.ts'
import type { AccessEvent, HallEvent, HallFact, JournalEntry, SetupEvent } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { createCallLog } from './call-log.ts'
import { createHallDayTable } from './hall-day.ts'
import { createPrivateRecords } from './private-records.ts'
import { createPublicationTable } from './publication.ts'
import { createScreenTable } from './screen.ts'
import { createServiceWindowTable } from './service-window.ts'
import { createSettledCommandTable } from './settled-command.ts'
import { createStaffTable } from './staff.ts'
import { createTicketTable } from './ticket.ts'

/** All tables over one store. */
export function createTables(store: Store) {
  return {
    ticket: createTicketTable(store),
    serviceWindow: createServiceWindowTable(store),
    callLog: createCallLog(store),
    hallDay: createHallDayTable(store),
    publication: createPublicationTable(store),
    staff: createStaffTable(store),
    screen: createScreenTable(store),
    privateRecords: createPrivateRecords(store),
    settledCommand: createSettledCommandTable(store),
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
}

export type Tables = ReturnType<typeof createTables>

type DemoClockMoved = Extract<HallEvent, { type: 'DemoClockMoved' }>

/** Moves the tables by one event: exactly one row in each table that carries it, and what is kept in memory of it. */
export function applyToTables(
  tables: Tables,
  entry: Pick<JournalEntry, 'seq' | 'at' | 'hallDay'>,
  event: HallFact,
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
    case 'TicketItemCorrected':
    case 'TicketCancelled':
    case 'TicketCarried':
    case 'TicketVoided':
      return tables.ticket.apply(entry, event)
    case 'ServiceWindowOpened':
    case 'ServiceWindowPaused':
    case 'ServiceWindowResumed':
    case 'ServiceWindowClosed':
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
  entry: Pick<JournalEntry, 'seq' | 'at' | 'hallDay'>,
  event:
    | Exclude<SetupEvent, { type: 'ServiceWindowPublished' | 'ServiceWindowWithdrawn' }>
    | AccessEvent
    | DemoClockMoved,
): void {
  switch (event.type) {
    case 'HallPublished':
    case 'QueuePublished':
    case 'QueueWithdrawn':
    case 'ServiceItemPublished':
    case 'ServiceItemWithdrawn':
    case 'TimetablePublished':
    case 'TimetableWithdrawn':
    case 'HolidayTablePublished':
    case 'CalendarDayOverridden':
    case 'CalendarOverrideWithdrawn':
    case 'QueueSettingsPublished':
    case 'VoiceSettingsPublished':
    case 'PrinterSettingsPublished':
      return tables.publication.apply(entry, event)
    case 'StaffAdded':
    case 'StaffChanged':
    case 'StaffRetired':
      return tables.staff.apply(entry, event)
    case 'ScreenEnrolled':
    case 'ScreenRevoked':
      return tables.screen.apply(entry, event)
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
