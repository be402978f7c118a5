import type { Refusal } from '../vocabulary/refusal.ts'
import type { ServiceWindow, Ticket, TicketStatus } from '../vocabulary/ticket.ts'
import { refuse } from './decision.ts'
import type { DayFacts } from './hall-day.ts'
import { formatTicketNumber } from './ticket-number.ts'

/** What a decision at a window looks at. */
export interface AtWindowFacts extends DayFacts {
  /** Undefined when the hall has no such window. */
  serviceWindow: ServiceWindow | undefined
  /** The ticket that is called to or served at the window. */
  current: Ticket | undefined
}

/** The number as it is printed, shown and spoken: V in front of a priority one. */
export function numberOf(ticket: Pick<Ticket, 'letter' | 'serial' | 'priorityClass'>): string {
  return formatTicketNumber({
    letter: ticket.letter,
    serial: ticket.serial,
    flag: ticket.priorityClass > 0 ? 'V' : '',
  })
}

const statusWords: Record<TicketStatus, string> = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  held: '已挂起',
  missed: '已过号',
  done: '办结',
  cancelled: '取消',
  carried: '转次日',
  void: '作废',
}

/** The state of a ticket inside a refusal's sentence. */
export function statusWord(status: TicketStatus): string {
  return statusWords[status]
}

/** Whoever is on duty at the window may act there; a supervisor may put things right for somebody who left. */
export function dutyRefusal(facts: AtWindowFacts, windowNumber: number): Refusal | null {
  const { serviceWindow, actor } = facts
  if (serviceWindow === undefined) return refuse('window-unknown', { windowNumber })
  if (actor.kind !== 'staff') return refuse('not-permitted')
  if (serviceWindow.staffId === actor.staffId || actor.role === 'supervisor') return null
  return refuse('not-your-window', { windowNumber })
}

/** Why the ticket a clerk names is not the one in front of him. */
export function notHereRefusal(ticket: Ticket | undefined, windowNumber: number): Refusal | null {
  if (ticket === undefined) return refuse('ticket-unknown')
  const isHere = ticket.windowNumber === windowNumber && (ticket.status === 'called' || ticket.status === 'serving')
  return isHere ? null : refuse('ticket-not-here', { number: numberOf(ticket), status: statusWord(ticket.status) })
}
