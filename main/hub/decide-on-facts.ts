import * as access from '../../shared/rules/access.ts'
import type { AtWindowFacts } from '../../shared/rules/at-window.ts'
import { numberOf } from '../../shared/rules/at-window.ts'
import * as call from '../../shared/rules/call-ticket.ts'
import { ageOn } from '../../shared/rules/citizen-id.ts'
import { accept, type Decision, unreachable } from '../../shared/rules/decision.ts'
import { type DayFacts, decideOpenHallDay, decideSplitHallDay } from '../../shared/rules/hall-day.ts'
import type { PartyFacts } from '../../shared/rules/promise-facts.ts'
import * as publish from '../../shared/rules/publish.ts'
import { withPunch } from '../../shared/rules/punch.ts'
import * as serve from '../../shared/rules/serve-ticket.ts'
import * as windows from '../../shared/rules/service-window.ts'
import { type HallSetup, windowsOfQueue } from '../../shared/rules/setup.ts'
import {
  decideTakeTicket,
  type IdentityFacts,
  sessionNow,
  type TakeTicketFacts,
} from '../../shared/rules/take-ticket.ts'
import { parseTicketNumber } from '../../shared/rules/ticket-number.ts'
import type { HallSchedule } from '../../shared/rules/timetable.ts'
import { attendanceCommandBodies } from '../../shared/vocabulary/attendance-command.ts'
import type { AnyCommand, AnyCommandType, CommandBody, CommandOf } from '../../shared/vocabulary/command.ts'
import { type HandoverHubCommandBodies, handoverCommandBodies } from '../../shared/vocabulary/handover-command.ts'
import { logCommandBodies } from '../../shared/vocabulary/log-command.ts'
import { patrolCommandBodies } from '../../shared/vocabulary/patrol-command.ts'
import { type PostHubCommandBodies, postCommandBodies } from '../../shared/vocabulary/post-command.ts'
import { type PromiseHubCommandBodies, promiseCommandBodies } from '../../shared/vocabulary/promise-command.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'
import type { Ticket } from '../../shared/vocabulary/ticket.ts'
import { violationCommandBodies } from '../../shared/vocabulary/violation-command.ts'
import { type AttendanceCommandType, decideOnAttendance, punchFacts } from './decide-on-attendance.ts'
import { decideOnHandover, type HandoverCommand, type HandoverCommandType } from './decide-on-handover.ts'
import { decideOnLog, type LogCommand } from './decide-on-log.ts'
import { decideOnPatrol, type PatrolCommand, type PatrolCommandType } from './decide-on-patrol.ts'
import { decideOnPost, type PostCommand } from './decide-on-post.ts'
import { decideOnPromise, openMattersOf, type PromiseCommand, type PromiseCommandType } from './decide-on-promise.ts'
import { decideOnViolation, type ViolationCommand, type ViolationCommandType } from './decide-on-violation.ts'
import type { Tables } from './tables/apply.ts'

/** What the door found out about an ID number; the number itself stops there. */
export type Identity = Exclude<IdentityFacts, { kind: 'valid' }> | { kind: 'valid'; idHash: string; birthDay: string }

/** What a decision needs besides the command and the tables. */
export interface DecisionContext {
  now: number
  actor: Actor
  schedule: HallSchedule
  setup: HallSetup
  identity: Identity
  /** A machine that waits for approval under the code of an EnrolScreen. */
  pairing: { screenId: string } | undefined
  /** What the door made of the people in a command of the promise. */
  parties: { party: PartyFacts; agent?: PartyFacts } | undefined
  /** SHA-256 of a signature that came with the command. */
  signatureHash: string | null | undefined
  /** The actor signed in for this one command, on the screen of somebody else. */
  isSecondSignIn: boolean
  freshId: () => string
}

/** Loads the facts a command needs and lets its rule decide on them. */
export function decideOnFacts(command: AnyCommand, context: DecisionContext, tables: Tables): Decision {
  const { now, actor, schedule, setup } = context
  const day: DayFacts = { now, actor, schedule, setup, hallDay: tables.hallDay.last()?.hallDay ?? null }
  const load = createLoader(day, context, tables)

  switch (command.type) {
    case 'TakeTicket':
      return decideTakeTicket(command.body, load.takeTicket(command.body))
    case 'ReprintTicket':
      return serve.decideReprintTicket(load.ticket(command.body.ticketId))
    case 'ReportTicketPrint':
      return serve.decideReportTicketPrint(command.body, load.ticket(command.body.ticketId))
    case 'CallNextTicket':
      return call.decideCallNextTicket(command.body, load.heads(command.body.windowNumber))
    case 'CallTicket':
      return call.decideCallTicket(command.body, load.ticketAtWindow(command.body))
    case 'RecallTicket':
      return call.decideRecallTicket(command.body, load.ticketAtWindow(command.body))
    case 'MissTicket':
      return call.decideMissTicket(command.body, load.ticketAtWindow(command.body))
    case 'RequeueTicket':
      return call.decideRequeueTicket(load.requeue(command.body.ticketId))
    case 'StartService':
      return serve.decideStartService(command.body, load.ticketAtWindow(command.body))
    case 'FinishService':
      return serve.decideFinishService(command.body, load.ticketAtWindow(command.body))
    case 'HoldTicket':
      return serve.decideHoldTicket(command.body, load.ticketAtWindow(command.body))
    case 'ResumeTicket':
      return serve.decideResumeTicket(command.body, load.ticketAtWindow(command.body))
    case 'TransferTicket':
      return serve.decideTransferTicket(command.body, load.transfer(command.body))
    case 'CorrectTicketItem':
      return serve.decideCorrectTicketItem(command.body, load.move(command.body))
    case 'CancelTicket':
      return serve.decideCancelTicket(command.body, load.cancel(command.body.ticketId))
    case 'OpenServiceWindow':
    case 'PauseServiceWindow':
    case 'ResumeServiceWindow':
    case 'CloseServiceWindow':
      return load.punched(command.body, decideServiceWindow(command, load))
    case 'OpenDutyWindow':
      return windows.decideOpenDutyWindow(command.body, load.atWindow(command.body.windowNumber))
    case 'CloseDutyWindow':
      return windows.decideCloseDutyWindow(command.body, load.atWindow(command.body.windowNumber))
    case 'OpenHallDay':
      return decideOpenHallDay({ ...day, openTickets: tables.ticket.open(), openWindows: load.openWindows() })
    case 'SplitHallDay':
      return decideSplitHallDay({
        ...day,
        isSplit: (tables.hallDay.last()?.splitAt ?? null) !== null,
        waitingTickets: tables.ticket.open().filter((ticket) => ticket.status === 'waiting'),
      })
    default:
      if (isOfPromise(command)) return decideOnPromise(command, context, tables)
      if (isOfLog(command)) return decideOnLog(command, context, tables)
      if (isOfHandover(command)) return decideOnHandover(command, context, tables)
      if (isOfPatrol(command)) return decideOnPatrol(command, context, tables)
      if (isOfViolation(command)) return decideOnViolation(command, context, tables)
      if (isOfAttendance(command)) return decideOnAttendance(command, day, tables)
      if (isOfPost(command)) return decideOnPost(command, context, tables)
      return decideSetup(command, day, context, tables)
  }
}

/** Coming to a window, leaving it for a while and for good. */
function decideServiceWindow(
  command: CommandOf<'OpenServiceWindow' | 'PauseServiceWindow' | 'ResumeServiceWindow' | 'CloseServiceWindow'>,
  load: ReturnType<typeof createLoader>,
): Decision {
  const { windowNumber } = command.body
  switch (command.type) {
    case 'OpenServiceWindow':
      return windows.decideOpenServiceWindow(command.body, load.openWindow(windowNumber))
    case 'PauseServiceWindow':
      return windows.decidePauseServiceWindow(command.body, load.atWindow(windowNumber))
    case 'ResumeServiceWindow':
      return windows.decideResumeServiceWindow(command.body, load.atWindow(windowNumber))
    case 'CloseServiceWindow':
      return windows.decideCloseServiceWindow(command.body, load.closeWindow(windowNumber))
  }
}

/** What the hall is set up with, who works in it, and the clock. */
function decideSetup(
  command: Exclude<AnyCommand, { type: HandledAbove }>,
  day: DayFacts,
  context: DecisionContext,
  tables: Tables,
): Decision {
  switch (command.type) {
    case 'PublishHall':
      return accept({ type: 'HallPublished', body: command.body })
    case 'PublishQueue':
      return accept({ type: 'QueuePublished', body: command.body })
    case 'WithdrawQueue':
      return publish.decideWithdrawQueue(command.body, {
        ...day,
        waitingInQueue: tables.ticket.waitingIn(command.body.letter),
      })
    case 'PublishServiceItem':
      return publish.decidePublishServiceItem(command.body, day)
    case 'PublishServiceItems':
      return publish.decidePublishServiceItems(command.body, day)
    case 'WithdrawServiceItem':
      return publish.decideWithdrawServiceItem(command.body, day)
    case 'PublishServiceWindow':
      return publish.decidePublishServiceWindow(command.body, day)
    case 'WithdrawServiceWindow': {
      const { windowNumber } = command.body
      const isAttended = tables.serviceWindow.find(windowNumber)?.staffId != null
      const isAwaited = tables.ticket.waitingReservedFor(windowNumber).length > 0
      return publish.decideWithdrawServiceWindow(command.body, { ...day, isInUse: isAttended || isAwaited })
    }
    case 'PublishTimetable':
      return publish.decidePublishTimetable(command.body, day)
    case 'WithdrawTimetable':
      return publish.decideWithdrawTimetable(command.body, day)
    case 'PublishHolidayTable':
      return accept({ type: 'HolidayTablePublished', body: command.body })
    case 'OverrideCalendarDay':
      return accept({ type: 'CalendarDayOverridden', body: command.body })
    case 'WithdrawCalendarOverride':
      return publish.decideWithdrawCalendarOverride(command.body, day)
    case 'PublishQueueSettings':
      return accept({ type: 'QueueSettingsPublished', body: command.body })
    case 'PublishVoiceSettings':
      return accept({ type: 'VoiceSettingsPublished', body: command.body })
    case 'PublishPrinterSettings':
      return accept({ type: 'PrinterSettingsPublished', body: command.body })
    case 'PublishPromiseSettings':
      return accept({ type: 'PromiseSettingsPublished', body: command.body })
    case 'PublishDisciplineSettings':
      return accept({ type: 'DisciplineSettingsPublished', body: command.body })
    default:
      return decideAccess(command, day, context, tables)
  }
}

function decideAccess(
  command: Exclude<AnyCommand, { type: HandledAbove | PublishingCommand }>,
  day: DayFacts,
  context: DecisionContext,
  tables: Tables,
): Decision {
  const staffFacts = (staffId: string | null, staffNumber: string | null): access.StaffFacts => ({
    ...day,
    staff: staffId === null ? undefined : tables.staff.find(staffId),
    sameNumber: staffNumber === null ? undefined : tables.staff.findByNumber(staffNumber),
    administratorCount: tables.staff.administratorCount(),
    freshStaffId: context.freshId(),
    onDutyAt: staffId === null ? null : tables.serviceWindow.ofStaff(staffId),
    openMatters: staffId === null ? 0 : openMattersOf(staffId, tables),
    handoversOut: staffId === null ? 0 : tables.handover.outWith(staffId).length,
    staffName: staffId === null ? '' : tables.privateRecords.nameOf(staffId),
  })

  switch (command.type) {
    case 'AddStaff':
      return access.decideAddStaff(command.body, staffFacts(null, command.body.staff.staffNumber))
    case 'ChangeStaff':
      return access.decideChangeStaff(command.body, staffFacts(command.body.staffId, command.body.staff.staffNumber))
    case 'RetireStaff':
      return access.decideRetireStaff(command.body, staffFacts(command.body.staffId, null))
    case 'EnrolScreen':
      return access.decideEnrolScreen(command.body, { ...day, pairing: context.pairing })
    case 'RevokeScreen': {
      const isEnrolled = tables.screen.find(command.body.screenId) !== undefined
      return access.decideRevokeScreen(command.body, { ...day, isEnrolled })
    }
    case 'SignIn': {
      const screenId = context.actor.kind === 'hub' ? 'hub' : context.actor.screenId
      return accept({ type: 'StaffSignedIn', body: { staffId: command.body.staffId, screenId } })
    }
    case 'SignOut': {
      const { staffId, reason } = command.body
      if (reason !== 'pressed') return accept({ type: 'StaffSignedOut', body: command.body })
      const onDutyAt = tables.serviceWindow.ofStaff(staffId)
      const ticket =
        onDutyAt === null ? undefined : (tables.ticket.atWindow(onDutyAt) ?? tables.ticket.heldAt(onDutyAt))
      const signedOut = access.decideSignOut({
        ...day,
        staffId,
        onDutyAt,
        atWindow: ticket === undefined ? null : numberOf(ticket),
        reserved: onDutyAt === null ? [] : tables.ticket.waitingReservedFor(onDutyAt),
      })
      if (onDutyAt === null) return signedOut
      return withPunch(signedOut, { ...punchFacts(day, tables), windowNumber: onDutyAt, isOfAnother: false })
    }
    case 'SetPassword':
      return accept({ type: 'PasswordSet', body: command.body })
    case 'ReportClockJump':
      return accept({ type: 'ClockJumped', body: command.body })
    case 'AcknowledgeClockJump':
      return tables.hallDay.openJump() === null
        ? { kind: 'refused', code: 'no-clock-jump', facts: {} }
        : accept({ type: 'ClockJumpAcknowledged', body: {} })
    case 'MoveDemoClock':
      return accept({ type: 'DemoClockMoved', body: command.body })
    default:
      return unreachable(command)
  }
}

const hubPromiseCommands: ReadonlySet<AnyCommandType> = new Set<keyof PromiseHubCommandBodies>([
  'DeemAcceptance',
  'RecountDeadline',
  'ReviewAlarms',
])

function isOfPromise(command: AnyCommand): command is PromiseCommand {
  return command.type in promiseCommandBodies || hubPromiseCommands.has(command.type)
}

function isOfLog(command: AnyCommand): command is LogCommand {
  return command.type in logCommandBodies
}

const hubHandoverCommands: ReadonlySet<AnyCommandType> = new Set<keyof HandoverHubCommandBodies>(['DraftHandovers'])

function isOfHandover(command: AnyCommand): command is HandoverCommand {
  return command.type in handoverCommandBodies || hubHandoverCommands.has(command.type)
}

function isOfPatrol(command: AnyCommand): command is PatrolCommand {
  return command.type in patrolCommandBodies
}

function isOfViolation(command: AnyCommand): command is ViolationCommand {
  return command.type in violationCommandBodies || command.type === 'AttachEvidence'
}

function isOfAttendance(command: AnyCommand): command is CommandOf<AttendanceCommandType> {
  return command.type in attendanceCommandBodies
}

const hubPostCommands: ReadonlySet<AnyCommandType> = new Set<keyof PostHubCommandBodies>([
  'ReviewPosts',
  'ReviewDayAlarms',
])

function isOfPost(command: AnyCommand): command is PostCommand {
  return command.type in postCommandBodies || hubPostCommands.has(command.type)
}

type HandledAbove =
  | AttendanceCommandType
  | HandoverCommandType
  | LogCommand['type']
  | PromiseCommandType
  | PatrolCommandType
  | ViolationCommandType
  | PostCommand['type']
  | 'TakeTicket'
  | 'ReprintTicket'
  | 'ReportTicketPrint'
  | 'CallNextTicket'
  | 'CallTicket'
  | 'RecallTicket'
  | 'MissTicket'
  | 'RequeueTicket'
  | 'StartService'
  | 'FinishService'
  | 'HoldTicket'
  | 'ResumeTicket'
  | 'TransferTicket'
  | 'CorrectTicketItem'
  | 'CancelTicket'
  | 'OpenServiceWindow'
  | 'PauseServiceWindow'
  | 'ResumeServiceWindow'
  | 'CloseServiceWindow'
  | 'OpenDutyWindow'
  | 'CloseDutyWindow'
  | 'OpenHallDay'
  | 'SplitHallDay'

type PublishingCommand =
  | `Publish${string}`
  | 'WithdrawQueue'
  | 'WithdrawServiceItem'
  | 'WithdrawServiceWindow'
  | 'WithdrawTimetable'
  | 'WithdrawCalendarOverride'
  | 'OverrideCalendarDay'

/** Reads what a decision on tickets and windows looks at. */
function createLoader(day: DayFacts, context: DecisionContext, tables: Tables) {
  const { ticket: tickets, serviceWindow: serviceWindows, privateRecords } = tables

  const ticket = (ticketId: number) => ({ ...day, ticket: tickets.find(ticketId) })
  const atWindow = (windowNumber: number): AtWindowFacts => ({
    ...day,
    serviceWindow: serviceWindows.find(windowNumber),
    current: tickets.atWindow(windowNumber),
  })
  const ticketAtWindow = (body: { windowNumber: number; ticketId: number }) => ({
    ...atWindow(body.windowNumber),
    ticket: tickets.find(body.ticketId),
    held: tickets.heldAt(body.windowNumber),
  })
  const waitingOfPerson = (ticket: Ticket | undefined, queue: string | undefined): string | null => {
    if (ticket === undefined || ticket.personId === null || queue === undefined) return null
    const waiting = tickets.waitingOfPerson(ticket.personId, queue)
    return waiting === undefined ? null : numberOf(waiting)
  }
  const move = (body: { windowNumber: number; ticketId: number; itemCode?: string | undefined }) => {
    const facts = ticketAtWindow(body)
    const queue = day.setup.serviceItems.get(body.itemCode ?? facts.ticket?.itemCode ?? '')?.queue
    return { ...facts, waitingOfPerson: waitingOfPerson(facts.ticket, queue) }
  }
  const openWindows = () =>
    serviceWindows
      .all()
      .filter((one) => one.status !== 'closed')
      .map((one) => one.windowNumber)

  return {
    ticket,
    atWindow,
    ticketAtWindow,
    /** With the punch that it is, when who stands at the window comes or leaves by it. */
    punched({ windowNumber }: { windowNumber: number }, decision: Decision): Decision {
      if (decision.kind === 'refused' || decision.events.length === 0) return decision
      const facts = punchFacts(day, tables)
      const standing = serviceWindows.find(windowNumber)?.staffId ?? null
      const isOfAnother = day.actor.kind !== 'staff' || (standing !== null && standing !== day.actor.staffId)
      return withPunch(decision, { ...facts, windowNumber, isOfAnother })
    },
    move,
    openWindows,
    heads(windowNumber: number) {
      const queues = day.setup.serviceWindows.get(windowNumber)?.queues ?? []
      return { ...atWindow(windowNumber), heads: tickets.headsFor(queues, windowNumber) }
    },
    requeue(ticketId: number) {
      const found = tickets.find(ticketId)
      const { requeueAfter } = day.setup.queueSettings
      const placeAfter = found === undefined ? null : tickets.placeAfter(found.queue, found.priorityClass, requeueAfter)
      return { ...day, ticket: found, placeAfter, waitingOfPerson: waitingOfPerson(found, found?.queue) }
    },
    transfer(body: CommandBody<'TransferTicket'>) {
      const attendedWindows = serviceWindows
        .all()
        .filter((one) => one.status === 'open')
        .map((one) => one.windowNumber)
      return { ...move(body), attendedWindows }
    },
    cancel(ticketId: number) {
      const found = tickets.find(ticketId)
      const windowNumber = found?.windowNumber ?? null
      const staffAtItsWindow = windowNumber === null ? null : (serviceWindows.find(windowNumber)?.staffId ?? null)
      return { ...day, ticket: found, staffAtItsWindow }
    },
    openWindow(windowNumber: number) {
      const found = atWindow(windowNumber)
      const staffId = found.serviceWindow?.staffId ?? null
      const onDutyAt = day.actor.kind === 'staff' ? serviceWindows.ofStaff(day.actor.staffId) : null
      return { ...found, staffName: staffId === null ? '' : privateRecords.nameOf(staffId), onDutyAt }
    },
    closeWindow(windowNumber: number) {
      const held = tickets.heldAt(windowNumber)
      const reserved = tickets.waitingReservedFor(windowNumber)
      return { ...atWindow(windowNumber), heldNumber: held === undefined ? null : numberOf(held), reserved }
    },
    takeTicket: (body: CommandBody<'TakeTicket'>) => takeTicketFacts(body, day, context, tables),
  }
}

function takeTicketFacts(
  body: CommandBody<'TakeTicket'>,
  day: DayFacts,
  context: DecisionContext,
  tables: Tables,
): TakeTicketFacts {
  const { ticket: tickets, serviceWindow: serviceWindows, privateRecords } = tables
  const { setup, schedule } = day
  const serviceItem = setup.serviceItems.get(body.itemCode)
  const queue = serviceItem?.queue ?? ''
  const { identity } = context

  const known = identity.kind === 'valid' ? privateRecords.personByHash(identity.idHash) : undefined
  const waiting = known === undefined ? undefined : tickets.waitingOfPerson(known.personId, queue)
  const hasQuota = serviceItem !== undefined && (serviceItem.quotaMorning ?? serviceItem.quotaAfternoon) !== null
  const carried =
    body.carriedNumber === undefined ? undefined : parseTicketNumber(body.carriedNumber.trim().toUpperCase())

  return {
    ...day,
    identity:
      identity.kind === 'valid'
        ? {
            kind: 'valid',
            personId: known?.personId ?? context.freshId(),
            age: ageOn(identity.birthDay, schedule.day),
          }
        : identity,
    waitingOfPerson: waiting === undefined ? null : { ticketId: waiting.ticketId, number: numberOf(waiting) },
    takenByPersonToday: known === undefined ? 0 : tickets.takenByPerson(known.personId, schedule.day, body.itemCode),
    takenInSession: hasQuota ? tickets.takenInSession(schedule.day, queue, body.itemCode, sessionNow(day)) : 0,
    waitingInQueue: tickets.waitingIn(queue),
    waitingWithPriority: tickets.waitingInClass(queue, 1),
    waitingInHall: tickets.waitingInHall(),
    lastSerial: serviceItem === undefined ? 0 : tickets.lastSerial(schedule.day, queue),
    freshTicketId: tickets.lastTicketId() + 1,
    carried: carried === undefined ? null : tickets.findCarried(schedule.day, carried.letter, carried.serial),
    openWindows: windowsOfQueue(setup, queue).filter((one) => serviceWindows.find(one)?.status === 'open'),
    serviceMinutes: serviceItem?.serviceMinutes ?? 0,
  }
}
