import type { CommandBody } from '../vocabulary/command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { ServiceWindow, Ticket } from '../vocabulary/ticket.ts'
import { type AtWindowFacts, dutyRefusal, notHereRefusal, numberOf, statusWord } from './at-window.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { callingRefusal, type DayFacts } from './hall-day.ts'
import { minuteMs } from './hall-time.ts'
import { nextTicket, sortKeyOf, streakAfter } from './next-ticket.ts'
import { openMsIn } from './timetable.ts'

/** A waiting ticket with what a call needs of it. */
export type WaitingTicket = Pick<
  Ticket,
  'ticketId' | 'letter' | 'serial' | 'queue' | 'priorityClass' | 'sortKey' | 'callCount' | 'takenAt' | 'firstCalledAt'
>

/** Why this window may not call anybody now; null when it may. Greys F1 on the clerk's screen too. */
export function mayCallRefusal(
  facts: Pick<AtWindowFacts, 'now' | 'hallDay' | 'schedule' | 'setup' | 'current'>,
  serviceWindow: ServiceWindow,
): Refusal | null {
  const closed = callingRefusal(facts, serviceWindow)
  if (closed !== null) return closed
  if (serviceWindow.status === 'closed') return refuse('window-not-open')
  if (serviceWindow.status === 'paused') return refuse('window-paused')
  if (facts.current !== undefined) return refuse('window-has-ticket', { number: numberOf(facts.current) })
  return null
}

/** 叫号: the first ticket this window may serve is called to it. */
export function decideCallNextTicket(
  body: CommandBody<'CallNextTicket'>,
  facts: AtWindowFacts & { heads: readonly WaitingTicket[] },
): Decision {
  const forbidden = callerRefusal(facts, body.windowNumber)
  if (forbidden !== null) return forbidden
  const serviceWindow = facts.serviceWindow!
  const next = nextTicket(facts.heads, serviceWindow.priorityStreak, facts.setup.queueSettings.priorityInterleave)
  return next === undefined ? refuse('nobody-waiting') : called(next, facts, null)
}

/** 指定叫号: a chosen waiting ticket, out of order, with a reason that the journal keeps. */
export function decideCallTicket(
  body: CommandBody<'CallTicket'>,
  facts: AtWindowFacts & { ticket: Ticket | undefined },
): Decision {
  const { ticket } = facts
  const forbidden = callerRefusal(facts, body.windowNumber)
  if (forbidden !== null) return forbidden
  if (ticket === undefined) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { number, status: statusWord(ticket.status) })
  if (ticket.reservedWindow !== null && ticket.reservedWindow !== body.windowNumber) {
    return refuse('ticket-other-window', { number, windowNumber: ticket.reservedWindow })
  }
  const isServedHere = facts.setup.serviceWindows.get(body.windowNumber)?.queues.includes(ticket.queue) ?? false
  if (!isServedHere && ticket.reservedWindow !== body.windowNumber) return refuse('queue-not-served')
  return called(ticket, facts, body.reason)
}

/** Only whoever is on duty calls, a supervisor does not call for somebody else. */
function callerRefusal(facts: AtWindowFacts, windowNumber: number): Refusal | null {
  const { serviceWindow, actor } = facts
  if (serviceWindow === undefined) return refuse('window-unknown', { windowNumber })
  if (actor.kind !== 'staff') return refuse('not-permitted')
  if (serviceWindow.status === 'closed') return refuse('window-not-open')
  if (serviceWindow.staffId !== actor.staffId) return refuse('not-your-window', { windowNumber })
  return mayCallRefusal(facts, serviceWindow)
}

function called(ticket: WaitingTicket, facts: AtWindowFacts, reason: string | null): Decision {
  const serviceWindow = facts.serviceWindow!
  assert(serviceWindow.staffId !== null, 'an open window has somebody on duty')
  const number = numberOf(ticket)
  return accept(
    {
      type: 'TicketCalled',
      body: {
        ticketId: ticket.ticketId,
        number,
        windowNumber: serviceWindow.windowNumber,
        staffId: serviceWindow.staffId,
        queue: ticket.queue,
        priorityClass: ticket.priorityClass,
        callCount: ticket.callCount + 1,
        priorityStreak: streakAfter(serviceWindow.priorityStreak, ticket),
        reason,
        waitMinutes: firstWait(ticket, facts),
      },
    },
    { ticketId: ticket.ticketId, number },
  )
}

/**
 * 等候: whole minutes from the number to its first call in which the hall was at work by the hours of
 * the day (domain 3.8). A number ends with its day, so this day's hours are all there are.
 */
function firstWait({ takenAt, firstCalledAt }: WaitingTicket, { schedule, now }: DayFacts): number | null {
  return firstCalledAt === null ? Math.floor(openMsIn(schedule, takenAt, now) / minuteMs) : null
}

/** 重呼: not before the last call had time to be heard (D6). */
export function decideRecallTicket(
  body: CommandBody<'RecallTicket'>,
  facts: AtWindowFacts & { ticket: Ticket | undefined },
): Decision {
  const { ticket } = facts
  const forbidden = dutyRefusal(facts, body.windowNumber) ?? notHereRefusal(ticket, body.windowNumber)
  if (forbidden !== null) return forbidden
  const number = numberOf(ticket!)
  if (ticket!.status === 'serving') return refuse('service-started', { number })
  const { recallSpacingSeconds } = facts.setup.queueSettings
  const sinceCallMs = facts.now - (ticket!.calledAt ?? 0)
  // A call from the future: the clock was set back, and the visitor need not wait until it has caught up.
  const secondsLeft = sinceCallMs < 0 ? 0 : recallSpacingSeconds - Math.floor(sinceCallMs / 1000)
  if (secondsLeft > 0) return refuse('recall-too-soon', { seconds: secondsLeft })
  const callCount = ticket!.callCount + 1
  return accept({
    type: 'TicketRecalled',
    body: { ticketId: ticket!.ticketId, number, windowNumber: body.windowNumber, callCount },
  })
}

/** 过号: called often enough and nobody came. A ticket that reported back once and is missed again is void (D6). */
export function decideMissTicket(
  body: CommandBody<'MissTicket'>,
  facts: AtWindowFacts & { ticket: Ticket | undefined },
): Decision {
  const { ticket } = facts
  const forbidden = dutyRefusal(facts, body.windowNumber) ?? notHereRefusal(ticket, body.windowNumber)
  if (forbidden !== null) return forbidden
  const { ticketId, queue, priorityClass, callCount } = ticket!
  if (ticket!.status === 'serving') return refuse('service-started', { number: numberOf(ticket!) })
  const { missAfterCalls, requeueTimesMax } = facts.setup.queueSettings
  if (callCount < missAfterCalls) return refuse('call-again-first', { max: missAfterCalls, count: callCount })
  if (ticket!.requeueCount > 0 && ticket!.requeueCount >= requeueTimesMax) {
    const voided = { ticketId, wasWaiting: false, queue, priorityClass, reason: 'missed-again' } as const
    return accept({ type: 'TicketVoided', body: voided })
  }
  const { windowNumber } = body
  return accept({ type: 'TicketMissed', body: { ticketId, windowNumber, missCount: ticket!.missCount + 1 } })
}

/**
 * 过号激活: a passed ticket that reports back the same day waits behind the next few of its queue,
 * keeps its number, and may do so once (D6). `placeAfter` is the place of the ticket it goes behind.
 */
export function decideRequeueTicket(
  facts: DayFacts & { ticket: Ticket | undefined; placeAfter: number | null; waitingOfPerson: string | null },
): Decision {
  const { ticket, placeAfter } = facts
  if (ticket === undefined) return refuse('ticket-unknown')
  const number = numberOf(ticket)
  if (ticket.status !== 'missed') return refuse('ticket-not-missed', { number })
  const { requeueTimesMax } = facts.setup.queueSettings
  if (ticket.requeueCount >= requeueTimesMax) return refuse('requeue-used-up', { number, max: requeueTimesMax })
  if (facts.waitingOfPerson !== null) return refuse('person-already-waiting', { number: facts.waitingOfPerson })
  const { ticketId, queue, priorityClass } = ticket
  const own = sortKeyOf(ticketId)
  const sortKey = placeAfter === null ? own : Math.max(own, placeAfter + 1)
  const requeueCount = ticket.requeueCount + 1
  return accept(
    { type: 'TicketRequeued', body: { ticketId, queue, priorityClass, sortKey, requeueCount } },
    { ticketId, number },
  )
}
