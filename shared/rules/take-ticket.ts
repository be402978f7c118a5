import type { CommandBody } from '../vocabulary/command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { ServiceItem } from '../vocabulary/service-item.ts'
import type { PriorityGround } from '../vocabulary/ticket.ts'
import type { HallSession } from '../vocabulary/timetable.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { type DayFacts, issuingRefusal } from './hall-day.ts'
import { minuteMs } from './hall-time.ts'
import { sortKeyOf } from './next-ticket.ts'
import { windowsOfQueue } from './setup.ts'
import { formatTicketNumber, ticketSerialMax } from './ticket-number.ts'
import { issuingSpanAt, phaseAt } from './timetable.ts'

/** What the ID number of a press turned out to be; the number itself stays outside the rules. */
export type IdentityFacts =
  | { kind: 'none' }
  | { kind: 'invalid'; problem: string }
  | { kind: 'fifteen-digit' }
  | { kind: 'valid'; personId: string; age: number }

export interface TakeTicketFacts extends DayFacts {
  identity: IdentityFacts
  /** A waiting ticket of the same person in the same queue. */
  waitingOfPerson: { ticketId: number; number: string } | null
  /** Tickets of this person for this item today, cancelled ones not counted. */
  takenByPersonToday: number
  /** Tickets given out for this item in this session; counted only for an item with a quota. */
  takenInSession: number
  waitingInQueue: number
  /** Those among them that have priority. */
  waitingWithPriority: number
  waitingInHall: number
  /** The last serial of the queue's letter today; 0 before the first. */
  lastSerial: number
  freshTicketId: number
  /** The carried ticket the visitor names, if it may be used today. */
  carried: { ticketId: number; queue: string } | null
  /** Open windows that serve the queue, and the minutes one visit takes there. */
  openWindows: number[]
  serviceMinutes: number
}

const nearClosingMs = 30 * minuteMs

/** 取号: refusals in the order the world is checked. */
export function decideTakeTicket(body: CommandBody<'TakeTicket'>, facts: TakeTicketFacts): Decision {
  const { setup, hallDay, schedule } = facts
  const serviceItem = setup.serviceItems.get(body.itemCode)
  const forbidden =
    itemRefusal(serviceItem, facts) ?? personRefusal(body, serviceItem!, facts) ?? limitRefusal(serviceItem!, facts)
  if (forbidden !== null) return forbidden
  assert(serviceItem !== undefined, 'an unknown item was refused')
  assert(hallDay === schedule.day, 'the hall day is opened before a number is given')
  if (body.carriedNumber !== undefined && facts.carried?.queue !== serviceItem.queue) {
    return refuse('carried-number-unknown', { number: body.carriedNumber })
  }

  const ground = priorityGroundOf(body, facts)
  const ticketId = facts.freshTicketId
  const letter = serviceItem.queue
  const serial = facts.lastSerial + 1
  const priorityClass = ground === 'none' ? 0 : 1
  const event = {
    type: 'TicketTaken',
    body: {
      ticketId,
      hallDay: schedule.day,
      letter,
      serial,
      queue: serviceItem.queue,
      itemCode: serviceItem.itemCode,
      holder: body.holder,
      purpose: body.purpose,
      priorityGround: ground,
      priorityClass,
      personId: facts.identity.kind === 'valid' ? facts.identity.personId : null,
      sortKey: sortKeyOf(ticketId),
      session: sessionNow(facts),
      carriedFrom: body.carriedNumber === undefined ? null : facts.carried!.ticketId,
    },
  } as const
  // A priority number passes the ordinary ones, so they are not ahead of it.
  const aheadCount = priorityClass > 0 ? facts.waitingWithPriority : facts.waitingInQueue
  return accept(event, {
    ticketId,
    number: formatTicketNumber({ letter, serial, flag: priorityClass > 0 ? 'V' : '' }),
    aheadCount,
    estimateMinutes: estimateMinutes(aheadCount, facts.openWindows.length, facts.serviceMinutes),
    windowNumbers: facts.openWindows.length > 0 ? facts.openWindows : windowsOfQueue(setup, serviceItem.queue),
    isNearClosing: phaseAt(schedule, facts.now).endsAt - facts.now < nearClosingMs,
  })
}

/** Why an item cannot be taken by anybody now, which the kiosk shows before the press. */
export function itemRefusal(
  serviceItem: ServiceItem | undefined,
  facts: Pick<TakeTicketFacts, 'now' | 'hallDay' | 'schedule' | 'setup' | 'takenInSession'>,
): Refusal | null {
  if (serviceItem === undefined) return refuse('item-unknown')
  const closed = issuingRefusal(facts, serviceItem.lastTicketMinutes)
  if (closed !== null) return closed
  const { name: itemName } = serviceItem
  if (windowsOfQueue(facts.setup, serviceItem.queue).length === 0) return refuse('item-without-window', { itemName })
  const quota = quotaOf(serviceItem, sessionNow(facts))
  if (quota !== null && facts.takenInSession >= quota) return refuse('quota-used-up', { itemName })
  return null
}

/** The quota of an item in a session of the day; null: none. */
export function quotaOf(serviceItem: ServiceItem, session: HallSession): number | null {
  return session === 'morning' ? serviceItem.quotaMorning : serviceItem.quotaAfternoon
}

function personRefusal(
  body: CommandBody<'TakeTicket'>,
  serviceItem: ServiceItem,
  facts: TakeTicketFacts,
): Refusal | null {
  const { identity, actor } = facts
  if (body.priorityGround !== 'none' && actor.kind !== 'staff') return refuse('priority-by-staff')
  if (serviceItem.holderRule === 'self-only' && body.holder === 'agent') return refuse('self-only')
  if (identity.kind === 'fifteen-digit') return refuse('id-number-fifteen')
  if (identity.kind === 'invalid') return refuse('id-number-invalid', { problem: identity.problem })
  // Staff may give a number to somebody without papers; a kiosk may not.
  if (serviceItem.identity === 'required' && identity.kind === 'none' && actor.kind !== 'staff') {
    return refuse('id-number-needed')
  }
  if (facts.waitingOfPerson !== null) return refuse('already-waiting', facts.waitingOfPerson)
  const max = facts.setup.queueSettings.perIdDailyMax
  // An agent takes numbers for others: the daily limit is for one's own business (D7).
  if (identity.kind === 'valid' && body.holder === 'self' && facts.takenByPersonToday >= max) {
    return refuse('daily-limit-reached', { max })
  }
  return null
}

function limitRefusal(serviceItem: ServiceItem, facts: TakeTicketFacts): Refusal | null {
  if (facts.waitingInHall >= facts.setup.queueSettings.waitingMax) return refuse('hall-full')
  if (facts.lastSerial >= ticketSerialMax) return refuse('numbers-used-up', { letter: serviceItem.queue })
  return null
}

function priorityGroundOf(body: CommandBody<'TakeTicket'>, facts: TakeTicketFacts): PriorityGround {
  if (body.carriedNumber !== undefined) return 'carried-over'
  if (body.priorityGround !== 'none') return body.priorityGround
  const { elderlyAge } = facts.setup.queueSettings
  const isElderly = facts.identity.kind === 'valid' && elderlyAge > 0 && facts.identity.age >= elderlyAge
  return isElderly && body.holder === 'self' ? 'elderly' : 'none'
}

/** Numbers taken in the minutes before a session opens count for the session that comes. */
export function sessionNow(facts: Pick<DayFacts, 'now' | 'schedule' | 'setup'>): HallSession {
  const { preOpenMinutes } = facts.setup.queueSettings
  return issuingSpanAt(facts.schedule, facts.now, { preOpenMinutes, lastTicketMinutes: 0 })?.session ?? 'afternoon'
}

/** Minutes until a number taken now is likely to be called; null while no window serves the queue. */
export function estimateMinutes(ahead: number, openWindows: number, serviceMinutes: number): number | null {
  return openWindows === 0 ? null : Math.ceil((ahead * serviceMinutes) / openWindows)
}
