import type { QueueView, TicketCard } from '../../../shared/contract/view.ts'
import { numberOf } from '../../../shared/rules/at-window.ts'
import { nextTicket, streakAfter } from '../../../shared/rules/next-ticket.ts'
import { windowsOfQueue } from '../../../shared/rules/setup.ts'
import { estimateMinutes } from '../../../shared/rules/take-ticket.ts'
import { openMinutesBetween } from '../../../shared/rules/timetable.ts'
import type { ServiceWindow, Ticket } from '../../../shared/vocabulary/ticket.ts'
import type { Hub } from '../hub.ts'

/** Whether the hall's printer writes PDF files, as the demo's does. */
export function writesPdf(hub: Hub): boolean {
  return hub.setup().printerSettings.kind === 'pdf'
}

/** Minutes from taking a number to its first call, or to now; closed hours do not count. */
export function waitMinutes(hub: Hub, ticket: Pick<Ticket, 'takenAt' | 'firstCalledAt'>, now: number): number {
  return openMinutesBetween(hub.scheduleOn, ticket.takenAt, ticket.firstCalledAt ?? now)
}

/** One ticket for a clerk: the surname mask at most, never a name or an ID number. */
export function ticketCard(hub: Hub, ticket: Ticket, now: number): TicketCard {
  const { ticketId, queue, itemCode, priorityGround, status, holder, purpose } = ticket
  return {
    ticketId,
    number: numberOf(ticket),
    queue,
    itemCode,
    itemName: hub.setup().serviceItems.get(itemCode)?.name ?? itemCode,
    priorityGround,
    status,
    holder,
    purpose,
    holderMask: hub.tables.privateRecords.maskOf(ticket),
    takenAt: ticket.takenAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
    heldAt: ticket.heldAt,
    callCount: ticket.callCount,
    requeueCount: ticket.requeueCount,
    transferCount: ticket.transferCount,
    windowNumber: ticket.windowNumber,
    waitMinutes: waitMinutes(hub, ticket, now),
  }
}

/** Every queue with who serves it and how long it takes. */
export function queueViews(hub: Hub, now: number): QueueView[] {
  const setup = hub.setup()
  const open = new Set(
    hub.tables.serviceWindow
      .all()
      .filter((one) => one.status === 'open')
      .map((one) => one.windowNumber),
  )
  return [...setup.queues.values()].map(({ letter, name, nameEnglish }) => {
    const openWindows = windowsOfQueue(setup, letter).filter((one) => open.has(one))
    const waitingCount = hub.tables.ticket.waitingIn(letter)
    const longestSince = waitingCount === 0 ? null : hub.tables.ticket.longestWaitingSince(letter)
    return {
      letter,
      name,
      nameEnglish,
      waitingCount,
      openWindows,
      estimateMinutes: estimateMinutes(waitingCount, openWindows.length, minutesOfQueue(hub, letter)),
      longestWaitMinutes: longestSince === null ? 0 : openMinutesBetween(hub.scheduleOn, longestSince, now),
    }
  })
}

/** Minutes one visit takes in a queue: the mean of its items. */
function minutesOfQueue(hub: Hub, letter: string): number {
  const items = [...hub.setup().serviceItems.values()].filter((one) => one.queue === letter)
  if (items.length === 0) return 0
  return items.reduce((sum, one) => sum + one.serviceMinutes, 0) / items.length
}

/** More are not looked at to show who is next. */
const lookAheadMax = 30

/** The next tickets of some queues in the order in which one window would call them. */
export function inCallingOrder(
  hub: Hub,
  serviceWindow: Pick<ServiceWindow, 'windowNumber' | 'priorityStreak'>,
  queues: readonly string[],
): Ticket[] {
  const { ticket: tickets } = hub.tables
  const waiting = [
    ...tickets.waitingReservedFor(serviceWindow.windowNumber),
    ...queues.flatMap((queue) => tickets.firstInQueue(queue, lookAheadMax)),
  ]
  const interleave = hub.setup().queueSettings.priorityInterleave
  const ordered: Ticket[] = []
  let streak = serviceWindow.priorityStreak
  while (ordered.length < lookAheadMax) {
    const next = nextTicket(waiting, streak, interleave)
    if (next === undefined) break
    ordered.push(next)
    streak = streakAfter(streak, next)
    waiting.splice(waiting.indexOf(next), 1)
  }
  return ordered
}
