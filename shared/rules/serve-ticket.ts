import type { CommandBody } from '../vocabulary/command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { Ticket } from '../vocabulary/ticket.ts'
import { type AtWindowFacts, dutyRefusal, notHereRefusal, numberOf, statusWord } from './at-window.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { type DayFacts, isPastClosing } from './hall-day.ts'
import { sortKeyOf } from './next-ticket.ts'
import { windowsOfQueue } from './setup.ts'

/** What a decision on one ticket at one window looks at. */
export interface TicketAtWindowFacts extends AtWindowFacts {
  ticket: Ticket | undefined
  /** The ticket this window holds. */
  held: Ticket | undefined
}

/** 开始办理 */
export function decideStartService(body: CommandBody<'StartService'>, facts: TicketAtWindowFacts): Decision {
  const forbidden = ticketHereRefusal(body.windowNumber, facts)
  if (forbidden !== null) return forbidden
  const ticket = facts.ticket!
  if (ticket.status === 'serving') return refuse('service-started', { number: numberOf(ticket) })
  const { ticketId } = ticket
  return accept({
    type: 'ServiceStarted',
    body: { ticketId, windowNumber: body.windowNumber, isPastClosing: isPastClosing(facts) },
  })
}

/** 办理结束: with a result code, at any hour; past closing it is stamped as such (edge case 3). */
export function decideFinishService(body: CommandBody<'FinishService'>, facts: TicketAtWindowFacts): Decision {
  const forbidden = ticketHereRefusal(body.windowNumber, facts)
  if (forbidden !== null) return forbidden
  const ticket = facts.ticket!
  if (ticket.status === 'called') return refuse('service-not-started')
  const { windowNumber, resultCode } = body
  return accept({
    type: 'ServiceFinished',
    body: { ticketId: ticket.ticketId, windowNumber, resultCode, isPastClosing: isPastClosing(facts) },
  })
}

/** 挂起: one ticket a window at most. */
export function decideHoldTicket(body: CommandBody<'HoldTicket'>, facts: TicketAtWindowFacts): Decision {
  const forbidden = ticketHereRefusal(body.windowNumber, facts)
  if (forbidden !== null) return forbidden
  if (facts.held !== undefined) return refuse('hold-occupied')
  const { windowNumber, reason } = body
  return accept({ type: 'TicketHeld', body: { ticketId: facts.ticket!.ticketId, windowNumber, reason } })
}

/** 回呼: the held ticket is called again. It was called before, so the end of public hours does not stop it. */
export function decideResumeTicket(body: CommandBody<'ResumeTicket'>, facts: TicketAtWindowFacts): Decision {
  const { ticket, serviceWindow, current } = facts
  const forbidden = dutyRefusal(facts, body.windowNumber)
  if (forbidden !== null) return forbidden
  if (serviceWindow!.status === 'closed') return refuse('window-not-open')
  if (serviceWindow!.status === 'paused') return refuse('window-paused')
  if (ticket === undefined) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  if (ticket.status !== 'held' || ticket.windowNumber !== body.windowNumber)
    return refuse('ticket-not-held', { number })
  if (current !== undefined) return refuse('window-has-ticket', { number: numberOf(current) })
  const { windowNumber } = body
  const callCount = ticket.callCount + 1
  return accept({ type: 'TicketResumed', body: { ticketId: ticket.ticketId, number, windowNumber, callCount } })
}

export interface MoveFacts extends TicketAtWindowFacts {
  /** Another number of the same person that waits in the queue the ticket would go to. */
  waitingOfPerson: string | null
}

export interface TransferFacts extends MoveFacts {
  /** Windows with somebody on duty that are not paused. */
  attendedWindows: number[]
}

/**
 * 转号: to another item's queue or to one window, with the original time of taking, hence at the
 * head of its class and not ahead of priority; nowhere where nobody serves (edge cases 26, 27).
 */
export function decideTransferTicket(body: CommandBody<'TransferTicket'>, facts: TransferFacts): Decision {
  const forbidden = ticketHereRefusal(body.windowNumber, facts)
  if (forbidden !== null) return forbidden
  const ticket = facts.ticket!
  const target = transferTarget(body, ticket, facts)
  if ('kind' in target) return target
  if (facts.waitingOfPerson !== null) return refuse('person-already-waiting', { number: facts.waitingOfPerson })
  const { transfersMax } = facts.setup.queueSettings
  const isSupervisor = facts.actor.kind === 'staff' && facts.actor.role === 'supervisor'
  if (ticket.transferCount >= transfersMax && !isSupervisor) {
    return refuse('transfer-limit', { number: numberOf(ticket), max: transfersMax })
  }
  return accept(transferred(body, ticket, target))
}

interface TransferTarget {
  itemCode: string
  queue: string
  toWindow: number | null
}

function transferTarget(
  body: CommandBody<'TransferTicket'>,
  ticket: Ticket,
  facts: TransferFacts,
): TransferTarget | Refusal {
  const { setup, attendedWindows } = facts
  const { toWindow } = body
  if (body.itemCode === undefined && toWindow === undefined) return refuse('transfer-target-missing')
  const itemCode = body.itemCode ?? ticket.itemCode
  const queue = setup.serviceItems.get(itemCode)?.queue
  if (queue === undefined) return refuse('item-unknown')
  if (toWindow !== undefined && !setup.serviceWindows.has(toWindow))
    return refuse('window-unknown', { windowNumber: toWindow })
  if (toWindow === body.windowNumber) return refuse('transfer-same-place')

  const attended = windowsOfQueue(setup, queue).filter(
    (one) => attendedWindows.includes(one) && one !== body.windowNumber,
  )
  if (toWindow === undefined && queue === ticket.queue && windowsOfQueue(setup, queue).includes(body.windowNumber)) {
    // Another item of this window's own queue: it would come straight back.
    return refuse('transfer-same-place')
  }
  const isAttended = toWindow === undefined ? attended.length > 0 : attendedWindows.includes(toWindow)
  if (isAttended) return { itemCode, queue, toWindow: toWindow ?? null }
  const alternatives = attended.map((one) => `${one} 号窗口`).join('、')
  const target = toWindow === undefined ? (setup.queues.get(queue)?.name ?? queue) : `${toWindow} 号窗口`
  return refuse('transfer-target-closed', { target, alternatives: alternatives === '' ? '导办台' : alternatives })
}

function transferred(body: CommandBody<'TransferTicket'>, ticket: Ticket, target: TransferTarget) {
  return {
    type: 'TicketTransferred',
    body: {
      ticketId: ticket.ticketId,
      fromWindow: body.windowNumber,
      fromQueue: ticket.queue,
      queue: target.queue,
      itemCode: target.itemCode,
      priorityClass: ticket.priorityClass,
      toWindow: target.toWindow,
      sortKey: sortKeyOf(ticket.ticketId),
      transferCount: ticket.transferCount + 1,
      reason: body.reason,
    },
  } as const
}

/**
 * 取错号: the right business without a new number (edge case 37). Where this window serves it too,
 * the visitor stays; else he waits in the right queue at his original time.
 */
export function decideCorrectTicketItem(body: CommandBody<'CorrectTicketItem'>, facts: MoveFacts): Decision {
  const forbidden = ticketHereRefusal(body.windowNumber, facts)
  if (forbidden !== null) return forbidden
  const ticket = facts.ticket!
  const { itemCode, windowNumber } = body
  const queue = facts.setup.serviceItems.get(itemCode)?.queue
  if (queue === undefined) return refuse('item-unknown')
  if (itemCode === ticket.itemCode) return refuse('transfer-same-place')
  const windows = windowsOfQueue(facts.setup, queue)
  if (windows.length === 0) {
    return refuse('item-without-window', { itemName: facts.setup.serviceItems.get(itemCode)!.name })
  }
  if (windows.includes(windowNumber)) {
    const { ticketId, itemCode: fromItem } = ticket
    return accept({ type: 'TicketItemCorrected', body: { ticketId, windowNumber, fromItem, itemCode, queue } })
  }
  if (facts.waitingOfPerson !== null) return refuse('person-already-waiting', { number: facts.waitingOfPerson })
  const correction = { windowNumber, ticketId: ticket.ticketId, reason: '取错号' }
  const event = transferred(correction, ticket, { itemCode, queue, toWindow: null })
  // A slip of the visitor is no transfer between windows and does not count as one.
  return accept({ type: 'TicketTransferred', body: { ...event.body, transferCount: ticket.transferCount } })
}

/** 弃号 by the visitor or staff: waiting, held and missed numbers; one in front of a clerk by that clerk alone. */
export function decideCancelTicket(
  body: CommandBody<'CancelTicket'>,
  facts: DayFacts & { ticket: Ticket | undefined; staffAtItsWindow: string | null },
): Decision {
  const { ticket, actor } = facts
  if (ticket === undefined) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  if (ticket.status === 'serving') return refuse('service-started', { number })
  const isOpen = ['waiting', 'called', 'held', 'missed'].includes(ticket.status)
  if (!isOpen) return refuse('ticket-ended', { number, status: statusWord(ticket.status) })
  const isAtWindow = ticket.status === 'called' || ticket.status === 'held'
  if (isAtWindow) {
    const isOwner = actor.kind === 'staff' && (actor.staffId === facts.staffAtItsWindow || actor.role === 'supervisor')
    if (!isOwner) return refuse('not-your-window', { windowNumber: ticket.windowNumber ?? 0 })
  }
  const { ticketId, queue, priorityClass, status } = ticket
  const wasWaiting = status === 'waiting'
  return accept({ type: 'TicketCancelled', body: { ticketId, wasWaiting, queue, priorityClass, reason: body.reason } })
}

/** 补打: the same number on new paper; each print is counted and marked (edge case 23). */
export function decideReprintTicket(facts: DayFacts & { ticket: Ticket | undefined }): Decision {
  const { ticket } = facts
  if (ticket === undefined) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  const isOpen = ['waiting', 'called', 'serving', 'held', 'missed'].includes(ticket.status)
  if (!isOpen) return refuse('ticket-ended', { number, status: statusWord(ticket.status) })
  const printCount = ticket.printCount + 1
  return accept(
    { type: 'TicketReprinted', body: { ticketId: ticket.ticketId, printCount } },
    { ticketId: ticket.ticketId, number, printCount },
  )
}

/** What became of the paper; the number is valid either way (edge case 24). */
export function decideReportTicketPrint(
  body: CommandBody<'ReportTicketPrint'>,
  facts: DayFacts & { ticket: Ticket | undefined },
): Decision {
  if (facts.ticket === undefined) return refuse('ticket-unknown')
  const { ticketId } = facts.ticket
  return body.isPrinted
    ? accept({ type: 'TicketPrinted', body: { ticketId } })
    : accept({ type: 'TicketPrintFailed', body: { ticketId, trouble: body.trouble } })
}

function ticketHereRefusal(windowNumber: number, facts: TicketAtWindowFacts): Refusal | null {
  return dutyRefusal(facts, windowNumber) ?? notHereRefusal(facts.ticket, windowNumber)
}
