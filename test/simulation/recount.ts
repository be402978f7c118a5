import { dayOf, instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'

/** What is known of a ticket by counting the journal alone. */
export interface CountedTicket {
  ticketId: number
  hallDay: string
  letter: string
  queue: string
  itemCode: string
  priorityClass: number
  sortKey: number
  state: 'waiting' | 'called' | 'serving' | 'held' | 'missed' | 'ended'
  window: number | null
  reservedWindow: number | null
  takenAt: number
  firstCalledAt: number | null
}

interface CountedWindow {
  queues: readonly string[]
  ticketId: number | null
  heldId: number | null
  priorityCalls: number
  dutyUntil: number
}

/** What an independent count of a journal comes to. */
export interface Recount {
  tickets: Map<number, CountedTicket>
  servicesPastClosing: number
  carried: number
  /** Breaches by the name of the law. */
  breaches: Map<Law, string[]>
}

export const laws = {
  gapless: 'numbers of a day are unique and gapless for each letter',
  single: 'a ticket is never at two windows, nor a window with two',
  phases: 'no number is given and none called outside its hours, but by a duty window',
  turns: 'who is called is the first of its class, and after two priority calls an ordinary one',
} as const
type Law = keyof typeof laws

const priorityCallsMax = 2

/** The public hours of the demo hall on any working day, written down here a second time on purpose. */
function isPublicHour(at: number): boolean {
  const minute = Math.floor((at - instantOf(dayOf(at), '00:00')) / minuteMs)
  return (minute >= 8 * 60 && minute < 12 * 60) || (minute >= 14 * 60 && minute < 17 * 60)
}

/** Minutes of public hours between two instants of one day. */
export function publicMinutes(from: number, to: number): number {
  const lunch = instantOf(dayOf(from), '12:00')
  const afternoon = instantOf(dayOf(from), '14:00')
  const closed = Math.max(0, Math.min(to, afternoon) - Math.max(from, lunch))
  return (to - from - closed) / minuteMs
}

/** Counts a journal anew with nothing but its entries: no rule and no table of the hub has a part in it. */
export function recount(entries: Iterable<JournalEntry>): Recount {
  const count: Recount = { tickets: new Map(), servicesPastClosing: 0, carried: 0, breaches: new Map() }
  const windows = new Map<number, CountedWindow>()
  const serials = new Map<string, number>()
  for (const entry of entries) {
    const event = { type: entry.type, body: JSON.parse(entry.body) } as HallFact
    const breach = (law: Law, what: string) =>
      count.breaches.set(law, [...(count.breaches.get(law) ?? []), `entry ${entry.seq}: ${what}`])
    countEntry(count, windows, serials, entry, event, breach)
  }
  return count
}

type Breach = (law: Law, what: string) => void

function countEntry(
  count: Recount,
  windows: Map<number, CountedWindow>,
  serials: Map<string, number>,
  { at }: JournalEntry,
  event: HallFact,
  breach: Breach,
): void {
  const { tickets } = count
  switch (event.type) {
    case 'ServiceWindowPublished': {
      const { windowNumber, queues } = event.body.serviceWindow
      const empty = { ticketId: null, heldId: null, priorityCalls: 0, dutyUntil: 0 }
      windows.set(windowNumber, { ...(windows.get(windowNumber) ?? empty), queues })
      return
    }
    case 'ServiceWindowOpened':
      Object.assign(windows.get(event.body.windowNumber)!, { priorityCalls: 0, dutyUntil: 0 })
      return
    case 'DutyWindowOpened':
      windows.get(event.body.windowNumber)!.dutyUntil = event.body.until
      return
    case 'DutyWindowClosed':
    case 'ServiceWindowClosed':
      windows.get(event.body.windowNumber)!.dutyUntil = 0
      return
    case 'TicketTaken': {
      const series = `${event.body.hallDay} ${event.body.letter}`
      const { serial } = event.body
      if (serial !== (serials.get(series) ?? 0) + 1) breach('gapless', `${series} goes on with ${serial}`)
      if (dayOf(at) !== event.body.hallDay) breach('gapless', `a number of ${event.body.hallDay} given on ${dayOf(at)}`)
      if (!isPublicHour(at)) breach('phases', `a number given at ${new Date(at).toISOString()}`)
      serials.set(series, serial)
      const born = { state: 'waiting', window: null, reservedWindow: null, takenAt: at, firstCalledAt: null } as const
      tickets.set(event.body.ticketId, { ...event.body, ...born })
      return
    }
    default:
      if ('ticketId' in event.body) countTicketEvent(count, windows, at, event as TicketFact, breach)
  }
}

type TicketFact = Extract<HallFact, { body: { ticketId: number } }>

function countTicketEvent(
  count: Recount,
  windows: Map<number, CountedWindow>,
  at: number,
  event: TicketFact,
  breach: Breach,
): void {
  const ticket = count.tickets.get(event.body.ticketId)
  if (ticket === undefined) return breach('single', `${event.type} of a number that nobody took`)
  const expect = (...states: CountedTicket['state'][]) => {
    if (!states.includes(ticket.state)) breach('single', `${event.type} of a ticket that is ${ticket.state}`)
  }
  const expectAt = (windowNumber: number, ...states: CountedTicket['state'][]) => {
    expect(...states)
    if (ticket.window !== windowNumber) breach('single', `${event.type} at ${windowNumber}, it is at ${ticket.window}`)
  }
  switch (event.type) {
    case 'TicketCalled':
      expect('waiting')
      countCall(count, windows.get(event.body.windowNumber)!, at, ticket, event.body, breach)
      return put(windows, ticket, event.body.windowNumber, 'called')
    case 'TicketResumed':
      expectAt(event.body.windowNumber, 'held')
      if (windows.get(event.body.windowNumber)!.ticketId !== null) breach('single', 'a second one was resumed')
      return put(windows, ticket, event.body.windowNumber, 'called')
    case 'TicketRecalled':
      return expectAt(event.body.windowNumber, 'called')
    case 'ServiceStarted':
      expectAt(event.body.windowNumber, 'called')
      return put(windows, ticket, event.body.windowNumber, 'serving')
    case 'ServiceFinished':
      expectAt(event.body.windowNumber, 'serving')
      if (!isPublicHour(at)) count.servicesPastClosing += 1
      return put(windows, ticket, null, 'ended')
    case 'TicketHeld':
      expectAt(event.body.windowNumber, 'called', 'serving')
      if (windows.get(event.body.windowNumber)!.heldId !== null) breach('single', 'a second one was put on hold')
      return put(windows, ticket, event.body.windowNumber, 'held')
    case 'TicketMissed':
      expectAt(event.body.windowNumber, 'called')
      return put(windows, ticket, null, 'missed')
    case 'TicketRequeued':
      expect('missed')
      ticket.sortKey = event.body.sortKey
      return put(windows, ticket, null, 'waiting')
    case 'TicketTransferred':
      expectAt(event.body.fromWindow, 'called', 'serving')
      put(windows, ticket, null, 'waiting')
      Object.assign(ticket, {
        queue: event.body.queue,
        sortKey: event.body.sortKey,
        reservedWindow: event.body.toWindow,
      })
      return
    case 'TicketReleased':
      expect('waiting')
      if (ticket.reservedWindow !== event.body.fromWindow) breach('single', `released by ${event.body.fromWindow}`)
      ticket.reservedWindow = null
      return
    case 'TicketItemCorrected':
      expectAt(event.body.windowNumber, 'called', 'serving')
      ticket.queue = event.body.queue
      return
    case 'TicketCarried':
      count.carried += 1
      return put(windows, ticket, null, 'ended')
    case 'TicketCancelled':
    case 'TicketVoided':
      return put(windows, ticket, null, 'ended')
  }
}

/** Moves a ticket to a window, or away from the one where it was. */
function put(
  windows: Map<number, CountedWindow>,
  ticket: CountedTicket,
  windowNumber: number | null,
  state: CountedTicket['state'],
): void {
  const before = ticket.window === null ? undefined : windows.get(ticket.window)
  if (before?.ticketId === ticket.ticketId) before.ticketId = null
  if (before?.heldId === ticket.ticketId) before.heldId = null
  ticket.window = windowNumber
  ticket.state = state
  if (windowNumber === null) return
  const now = windows.get(windowNumber)!
  if (state === 'held') now.heldId = ticket.ticketId
  else now.ticketId = ticket.ticketId
}

function countCall(
  count: Recount,
  serviceWindow: CountedWindow,
  at: number,
  ticket: CountedTicket,
  body: { windowNumber: number; reason: string | null },
  breach: Breach,
): void {
  if (serviceWindow.ticketId !== null) breach('single', `window ${body.windowNumber} called a second one`)
  if (!isPublicHour(at) && serviceWindow.dutyUntil <= at) breach('phases', `called at ${new Date(at).toISOString()}`)
  ticket.firstCalledAt ??= at
  ticket.reservedWindow = null

  const mayCall = [...count.tickets.values()].filter(
    (one) =>
      one !== ticket &&
      one.state === 'waiting' &&
      (one.reservedWindow === null
        ? serviceWindow.queues.includes(one.queue)
        : one.reservedWindow === body.windowNumber),
  )
  const isBefore = (one: CountedTicket) =>
    one.sortKey !== ticket.sortKey ? one.sortKey < ticket.sortKey : one.ticketId < ticket.ticketId
  const passedOver = mayCall.find((one) => one.priorityClass === ticket.priorityClass && isBefore(one))
  if (body.reason === null && passedOver !== undefined) breach('turns', `${passedOver.ticketId} was passed over`)
  if (ticket.priorityClass === 0) {
    const priorityWaits = mayCall.some((one) => one.priorityClass > 0)
    if (priorityWaits && serviceWindow.priorityCalls < priorityCallsMax) breach('turns', 'an ordinary one went first')
    serviceWindow.priorityCalls = 0
    return
  }
  serviceWindow.priorityCalls += 1
  const ordinaryWaits = mayCall.some((one) => one.priorityClass === 0)
  if (ordinaryWaits && serviceWindow.priorityCalls > priorityCallsMax) breach('turns', 'a third priority call in a row')
}
