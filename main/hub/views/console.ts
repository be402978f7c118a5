import type { ConsoleView, TroubleView } from '../../../shared/contract/view.ts'
import { numberOf } from '../../../shared/rules/at-window.ts'
import type { ServiceWindow } from '../../../shared/vocabulary/ticket.ts'
import type { Hub } from '../hub.ts'
import { attendanceSeq } from './day/attendance.ts'
import { handoverSeq } from './day/handover.ts'
import { observationViews } from './day/posts.ts'
import { queueViews } from './parts.ts'
import { phaseView } from './phase.ts'
import { promiseCounts } from './promise/counts.ts'

/** What the console shows that is not in the store. */
export interface ConsoleSurroundings {
  isDemo: boolean
  troubles: TroubleView[]
  screens: ConsoleView['screens']
  pairings: ConsoleView['pairings']
}

/** All that the console shows live. */
export function consoleView(hub: Hub, now: number, around: ConsoleSurroundings): ConsoleView {
  const setup = hub.setup()
  const phase = phaseView(hub, now)
  const queues = queueViews(hub, now)
  const jump = hub.tables.hallDay.openJump()
  const head = hub.head()
  const { alarms, openFilings, yellow, overdue, offered } = promiseCounts(hub, now)
  return {
    hall: setup.hall,
    isDemo: around.isDemo,
    phase,
    troubles: around.troubles,
    serviceWindows: hub.tables.serviceWindow.all().map((one) => windowCard(hub, one, phase.hallDay, now)),
    queues,
    today: {
      ...hub.tables.ticket.figuresOf(phase.hallDay),
      waiting: hub.tables.ticket.waitingInHall(),
    },
    screens: around.screens,
    pairings: around.pairings,
    clock: {
      now,
      isDemo: around.isDemo,
      jump: jump === null ? null : { fromAt: jump.fromAt, toAt: jump.toAt, at: jump.at },
    },
    journal: { seq: head.seq, hash: head.hash },
    catalogueVersion: setup.version,
    handoverSeq: handoverSeq(hub),
    promiseSeq: hub.tables.matterEntry.changedBy(),
    daySeq: hub.tables.dayChange.changedBy(),
    violationsToDecide: hub.tables.violation.undecidedCount(),
    attendance: { seq: attendanceSeq(hub), waitingLeaves: hub.tables.leave.waitingCount() },
    promise: { alarms, openFilings, yellow, overdue, offered },
    observations: observationViews(hub, now),
  }
}

function windowCard(hub: Hub, one: ServiceWindow, hallDay: string, now: number): ConsoleView['serviceWindows'][number] {
  const windowSetup = hub.setup().serviceWindows.get(one.windowNumber)
  const { ticket: tickets, privateRecords } = hub.tables
  const current = tickets.atWindow(one.windowNumber)
  const held = tickets.heldAt(one.windowNumber)
  return {
    windowNumber: one.windowNumber,
    name: windowSetup?.name ?? '',
    queues: windowSetup?.queues ?? [],
    status: one.status,
    pauseReason: one.pauseReason,
    since: one.since,
    dutyUntil: one.dutyUntil > now ? one.dutyUntil : null,
    staffName: one.staffId === null ? null : privateRecords.nameOf(one.staffId),
    current:
      current === undefined
        ? null
        : {
            ticketId: current.ticketId,
            number: numberOf(current),
            itemName: hub.setup().serviceItems.get(current.itemCode)?.name ?? current.itemCode,
            status: current.status,
            since: current.startedAt ?? current.calledAt ?? current.takenAt,
          },
    heldNumber: held === undefined ? null : numberOf(held),
    servedToday: tickets.doneAt(one.windowNumber, hallDay),
  }
}
