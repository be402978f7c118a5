import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createJournal, type EntryOrigin } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { addDays, instantOf, minuteMs, weekdayOf } from '../../shared/rules/hall-time.ts'
import { sortKeyOf } from '../../shared/rules/next-ticket.ts'
import { formatTicketNumber } from '../../shared/rules/ticket-number.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { type Actor, actorName } from '../../shared/vocabulary/staff.ts'
import {
  type BenchHall,
  clerksOf,
  createBenchHall,
  createHandClock,
  firstBenchDay,
  itemsByQueue,
} from './bench-hall.ts'

/** Kept between runs: building takes minutes. */
const folder = fileURLToPath(new URL('../../data/bench', import.meta.url))

const ticketsPerDay = 2_000
const entriesPerTicket = 5

export interface BigStore {
  hall: BenchHall
  /** What is in it, in words. */
  size: string
  close: () => void
}

export const bigStoreFolder = (tickets: number) => join(folder, `history-${tickets}x${entriesPerTicket}`)

export const bigStoreFile = (tickets: number) => join(bigStoreFolder(tickets), 'hall.db')

/** A store with a history of so many tickets, built when it is not there yet. */
export async function openBigStore(tickets: number, say: (line: string) => void): Promise<BigStore> {
  await ensureBigStore(tickets, say)
  const opened = openStore(bigStoreFolder(tickets))
  const lastAt = createJournal(opened.store).head().at
  const hall = await createBenchHall(opened.store, createHandClock(lastAt))
  const count = (table: string) => Number(opened.store.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get())
  const millions = (rows: number) => `${(rows / 1e6).toFixed(1)} M`
  const size = `${millions(count('ticket'))} tickets and ${millions(count('journal'))} entries`
  return { hall, size, close: opened.close }
}

export async function ensureBigStore(tickets: number, say: (line: string) => void): Promise<void> {
  const place = bigStoreFolder(tickets)
  if (existsSync(join(place, 'hall.db'))) return
  const building = `${place}.building`
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true })
  const opened = openStore(building)
  // Nobody needs a half-built store after a power cut; closing writes it down.
  opened.store.pragma('synchronous = OFF')
  const days = workdaysBefore(firstBenchDay, Math.ceil(tickets / ticketsPerDay))
  const hall = await createBenchHall(opened.store, createHandClock(instantOf(days[0]!, '07:00')))
  fill(opened.store, hall, days, say)
  opened.close()
  renameSync(building, place)
}

/** Working days by the week alone, earliest first; who counts on them is long gone home. */
function workdaysBefore(day: string, count: number): string[] {
  const days: string[] = []
  for (let one = addDays(day, -1); days.length < count; one = addDays(one, -1)) if (weekdayOf(one) <= 5) days.push(one)
  return days.reverse()
}

/**
 * Writes the history in bulk: the journal through its own append, so that the chain is whole, and the
 * rows as the five events of each ticket leave them.
 */
function fill(store: Store, hall: BenchHall, days: readonly string[], say: (line: string) => void): void {
  const write = createWriter(store, hall)
  days.forEach((day, at) => {
    store.transaction(() => {
      write.day(day, days[at - 1] ?? null)
    })()
    if ((at + 1) % 25 === 0 || at + 1 === days.length) {
      say(
        `building the big store: ${((at + 1) * ticketsPerDay).toLocaleString('en')} tickets, ${((at + 1) * ticketsPerDay * entriesPerTicket).toLocaleString('en')} entries`,
      )
    }
  })
}

function createWriter(store: Store, { hub }: BenchHall) {
  const journal = createJournal(store)
  const insertDay = store.prepare('INSERT INTO hall_day (hall_day, opened_at, split_at) VALUES (?, ?, ?)')
  const insertTicket = store.prepare(
    `INSERT INTO ticket (ticket_id, hall_day, letter, serial, queue, item_code, holder, purpose, priority_ground,
       priority_class, status, sort_key, session, window_number, taken_at, first_called_at, called_at, started_at,
       ended_at, wait_minutes, last_window, last_clerk, call_count, print_count, result_code)
     VALUES (?, ?, ?, ?, ?, ?, 'self', 'apply', 'none', 0, 'done', ?, 'morning', ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1,
       'completed')`,
  )
  const insertStay = store.prepare(
    `INSERT INTO post_stay (seq, day, window_number, staff_id, from_at, to_at) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const items = itemsByQueue(hub)
  const queues = [...items.keys()]
  const clerks = clerksOf(hub)
  // Each queue has a window of its own: at one that serves two, a call would come before the last service has ended.
  const clerkOf = new Map<string, (typeof clerks)[number]>()
  for (const queue of queues) {
    const taken = [...clerkOf.values()]
    clerkOf.set(queue, clerks.find((one) => one.queues.includes(queue) && !taken.includes(one))!)
  }
  let ticketId = 0
  let stays = 0

  const append = (event: HallFact, origin: Omit<EntryOrigin, 'answer'>, made: EntryOrigin['answer']['made'] = {}) =>
    journal.append([event], { ...origin, answer: { command: event.type, made } })

  /** What happens with a ticket, when and by whom. */
  function factsOf(hallDay: string, number: number): TicketFacts {
    ticketId += 1
    const queue = queues[number % queues.length]!
    const serial = Math.floor(number / queues.length) + 1
    const itemCode = items.get(queue)![number % items.get(queue)!.length]!
    const { windowNumber, actor } = clerkOf.get(queue)!
    const clerk = actorName(actor)
    const staffId = staffIdOf(actor)
    const takenAt = instantOf(hallDay, '08:00') + Math.floor((number / ticketsPerDay) * publicMs)
    const stepMs = stepsOf(serial, Math.floor(ticketsPerDay / queues.length))
    const waitMinutes = Math.floor(stepMs[2]! / minuteMs)
    const at = { takenAt, stepMs, waitMinutes }
    const ticket = { ticketId, hallDay, letter: queue, serial, queue, itemCode, windowNumber, staffId, ...at }
    const shown = formatTicketNumber({ letter: queue, serial })
    const wish = { holder: 'self', purpose: 'apply', priorityGround: 'none', priorityClass: 0 } as const
    const rest = { personId: null, sortKey: sortKeyOf(ticketId), session: 'morning', carriedFrom: null } as const
    const place = { ticketId, hallDay, letter: queue, serial, queue, itemCode }
    const called = { number: shown, staffId, queue, priorityClass: 0, callCount: 1 }
    const atWindow = { ticketId, windowNumber }
    const finished = { ...atWindow, resultCode: 'completed', isPastClosing: false } as const
    const steps: [HallFact, string][] = [
      [{ type: 'TicketTaken', body: { ...place, ...wish, ...rest } }, 'screen:local'],
      [{ type: 'TicketPrinted', body: { ticketId } }, 'screen:local'],
      [{ type: 'TicketCalled', body: { ...atWindow, ...called, priorityStreak: 0, reason: null, waitMinutes } }, clerk],
      [{ type: 'ServiceStarted', body: { ...atWindow, isPastClosing: false } }, clerk],
      [{ type: 'ServiceFinished', body: finished }, clerk],
    ]
    const facts = steps.map(([event, by], step) => ({ event, by, at: takenAt + stepMs[step]!, ticketId, shown }))
    return { ticket, facts }
  }

  function writeFact({ event, by, at, ticketId: id, shown }: DatedFact, hallDay: string): void {
    const commandId = `${at.toString(16).padStart(12, '0')}${String(id).padStart(18, '0')}${event.type.length}`
    append(event, { now: at, hallDay, actor: by, commandId }, { ticketId: id, number: shown })
  }

  /** Who stood at the windows; their entries are left out, they are few. */
  function attend(hallDay: string, from: number, to: number): void {
    for (const { windowNumber, actor } of clerkOf.values()) {
      stays += 1
      insertStay.run(stays, hallDay, windowNumber, staffIdOf(actor), from, to)
    }
  }

  return {
    day(hallDay: string, previousHallDay: string | null): void {
      const opensAt = instantOf(hallDay, '08:00')
      const body = { hallDay, previousHallDay, dayKind: 'workday', isProvisional: false, timetableId: 'regular' }
      const byHub = { hallDay, actor: 'hub' }
      append({ type: 'HallDayOpened', body }, { ...byHub, now: opensAt, commandId: `open-hall-day-${hallDay}` })
      const tickets = Array.from({ length: ticketsPerDay }, (_, number) => factsOf(hallDay, number))
      const facts = tickets.flatMap((one) => one.facts).sort((a, b) => a.at - b.at)
      for (const fact of facts) writeFact(fact, hallDay)
      attend(hallDay, opensAt, instantOf(hallDay, '12:00'))
      const splitAt = instantOf(hallDay, '17:00')
      const split = { hallDay, waitingCount: 0 }
      append({ type: 'HallDaySplit', body: split }, { ...byHub, now: splitAt, commandId: `split-hall-day-${hallDay}` })
      insertDay.run(hallDay, opensAt, splitAt)
      for (const { ticket } of tickets) {
        const { ticketId: id, letter, serial, queue, itemCode, windowNumber, staffId, takenAt } = ticket
        const [, , calledAt, startedAt, endedAt] = ticket.stepMs.map((ms) => takenAt + ms)
        const key = sortKeyOf(id)
        insertTicket.run(
          ...[id, hallDay, letter, serial, queue, itemCode, key, windowNumber],
          ...[takenAt, calledAt, calledAt, startedAt, endedAt, ticket.waitMinutes, windowNumber, staffId],
        )
      }
    },
  }
}

/**
 * Milliseconds from taking a number to each of its five events; short services, one window a queue is
 * enough. Waits grow to a rush and fall again, by less a number than lies between two of a queue.
 */
function stepsOf(serial: number, serials: number): number[] {
  const waitMs = 300_000 + 15_000 * Math.min(serial, serials - serial)
  return [0, 1_000, waitMs, waitMs + 5_000, waitMs + 40_000]
}
const publicMs = 3.5 * 3_600_000

const staffIdOf = (actor: Actor) => actorName(actor).slice('staff:'.length)

interface DatedFact {
  event: HallFact
  by: string
  at: number
  ticketId: number
  shown: string
}

interface TicketFacts {
  ticket: {
    ticketId: number
    hallDay: string
    letter: string
    serial: number
    queue: string
    itemCode: string
    windowNumber: number
    staffId: string
    takenAt: number
    stepMs: number[]
    waitMinutes: number
  }
  facts: DatedFact[]
}
