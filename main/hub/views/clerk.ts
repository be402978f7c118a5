import type { ClerkView, CountertopState } from '../../../shared/contract/view.ts'
import { mayCallRefusal } from '../../../shared/rules/call-ticket.ts'
import { refuse } from '../../../shared/rules/decision.ts'
import type { Refusal } from '../../../shared/vocabulary/refusal.ts'
import type { ServiceWindow } from '../../../shared/vocabulary/ticket.ts'
import type { Hub } from '../hub.ts'
import { attendanceSeq } from './day/attendance.ts'
import { handoverSeq } from './day/handover.ts'
import { askedAt } from './day/posts.ts'
import { inCallingOrder, queueViews, ticketCard } from './parts.ts'
import { foreseen, phaseView } from './phase.ts'
import { promiseCounts } from './promise/counts.ts'

/** All that the clerk at one window shows; null when the hall has no such window. */
export function clerkView(
  hub: Hub,
  windowNumber: number,
  countertop: CountertopState,
  now: number,
  isDemo: boolean,
): ClerkView | null {
  const setup = hub.setup()
  const windowSetup = setup.serviceWindows.get(windowNumber)
  const serviceWindow = hub.tables.serviceWindow.find(windowNumber)
  if (windowSetup === undefined || serviceWindow === undefined) return null

  const { ticket: tickets, privateRecords, serviceWindow: serviceWindows } = hub.tables
  const phase = phaseView(hub, now)
  const current = tickets.atWindow(windowNumber)
  const held = tickets.heldAt(windowNumber)
  const waiting = inCallingOrder(hub, serviceWindow, windowSetup.queues)
  const queues = queueViews(hub, now).filter((queue) => windowSetup.queues.includes(queue.letter))
  const card = (ticket: Parameters<typeof ticketCard>[1]) => ticketCard(hub, ticket, now)
  const { missAfterCalls, recallSpacingSeconds, transfersMax } = setup.queueSettings
  const { staffId, status, pauseReason, since, dutyUntil } = serviceWindow
  return {
    hall: setup.hall,
    isDemo,
    phase,
    serviceWindow: {
      windowNumber,
      name: windowSetup.name,
      queues: windowSetup.queues,
      status,
      pauseReason,
      pausedAt: status === 'paused' ? since : null,
      dutyUntil: dutyUntil > now ? dutyUntil : null,
      staff: staffId === null ? null : { staffId, name: privateRecords.nameOf(staffId) },
    },
    current: current === undefined ? null : card(current),
    held: held === undefined ? null : card(held),
    missed: tickets
      .missedOn(phase.hallDay)
      .filter((ticket) => windowSetup.queues.includes(ticket.queue))
      .map(card),
    waiting: waiting.map(card),
    queues,
    waitingCount: queues.reduce((sum, queue) => sum + queue.waitingCount, 0),
    servedToday: tickets.doneAt(windowNumber, phase.hallDay),
    callRefusal: foreseen(
      callRefusal(hub, serviceWindow, now) ?? (waiting.length === 0 ? refuse('nobody-waiting') : null),
    ),
    transferWindows: serviceWindows
      .all()
      .filter((one) => one.status === 'open' && one.windowNumber !== windowNumber)
      .map((one) => ({
        windowNumber: one.windowNumber,
        name: setup.serviceWindows.get(one.windowNumber)?.name ?? '',
        staffName: one.staffId === null ? '' : privateRecords.nameOf(one.staffId),
      })),
    catalogueVersion: setup.version,
    promiseSeq: hub.tables.matterEntry.changedBy(),
    handoverSeq: handoverSeq(hub),
    daySeq: hub.tables.dayChange.changedBy(),
    violationsToState: staffId === null ? 0 : hub.tables.violation.unstatedCount(staffId),
    attendanceSeq: attendanceSeq(hub),
    promise: promiseCounts(hub, now).of(staffId),
    currentInquiry: current === undefined ? null : currentInquiry(hub, current.ticketId),
    settings: { missAfterCalls, recallSpacingSeconds, transfersMax },
    countertop,
    observations: askedAt(hub, serviceWindow, now),
  }
}

/** The register's line of the ticket at the window. */
function currentInquiry(hub: Hub, ticketId: number): ClerkView['currentInquiry'] {
  const inquiry = hub.tables.firstInquiry.ofTicket(ticketId)
  if (inquiry === undefined) return null
  const { inquiryId, number, status, filingId } = inquiry
  return { inquiryId, number, status, filingId }
}

function callRefusal(hub: Hub, serviceWindow: ServiceWindow, now: number): Refusal | null {
  const facts = {
    now,
    hallDay: hub.tables.hallDay.last()?.hallDay ?? null,
    schedule: hub.scheduleAt(now),
    setup: hub.setup(),
    current: hub.tables.ticket.atWindow(serviceWindow.windowNumber),
  }
  return mayCallRefusal(facts, serviceWindow)
}
