import type { WaitingTicket } from '../../../shared/rules/call-ticket.ts'
import { assert } from '../../../shared/rules/decision.ts'
import { isEarlier } from '../../../shared/rules/next-ticket.ts'
import type { Store } from '../store/store.ts'

type Waiting = WaitingTicket & { reservedWindow: number | null }
type Fresh = Omit<WaitingTicket, 'callCount' | 'takenAt' | 'firstCalledAt'>

/**
 * 等候的人: who waits, in the order of their places, kept in step with the rows so that no press
 * looks for them on the disk. The rows are the truth: it is read from them at the start and after a
 * rollback.
 */
export function createWaitingList(store: Store) {
  const columns = `ticket_id AS ticketId, letter, serial, queue, priority_class AS priorityClass,
    sort_key AS sortKey, call_count AS callCount, taken_at AS takenAt, first_called_at AS firstCalledAt,
    reserved_window AS reservedWindow`
  const all = store.prepare(
    `SELECT ${columns} FROM ticket WHERE status = 'waiting' AND reserved_window IS NULL
     UNION ALL SELECT ${columns} FROM ticket WHERE status = 'waiting' AND reserved_window IS NOT NULL`,
  )
  const one = store.prepare(`SELECT ${columns} FROM ticket WHERE ticket_id = ? AND status = 'waiting'`)

  /** By queue and class, the first in front. */
  const lines = new Map<string, Waiting[]>()
  /** Transferred to one window, which alone may call them. */
  const reserved = new Set<Waiting>()
  let inHall = 0

  const lineOf = (queue: string, priorityClass: number): Waiting[] => {
    const key = `${queue}${priorityClass}`
    const line = lines.get(key) ?? []
    lines.set(key, line)
    return line
  }

  const join = (ticket: Waiting): void => {
    inHall += 1
    if (ticket.reservedWindow !== null) {
      reserved.add(ticket)
      return
    }
    const line = lineOf(ticket.queue, ticket.priorityClass)
    // Almost everybody goes to the end.
    const before = line.findLastIndex((other) => isEarlier(other, ticket))
    line.splice(before + 1, 0, ticket)
  }

  const keptFor = (ticketId: number): Waiting | undefined => [...reserved].find((one) => one.ticketId === ticketId)

  const restore = (): void => {
    lines.clear()
    reserved.clear()
    inHall = 0
    for (const row of all.all() as Waiting[]) join(row)
  }
  restore()

  return {
    restore,
    /** A fresh number. */
    take({ ticketId, letter, serial, queue, priorityClass, sortKey }: Fresh, takenAt: number): void {
      const place = { ticketId, letter, serial, queue, priorityClass, sortKey }
      join({ ...place, takenAt, callCount: 0, firstCalledAt: null, reservedWindow: null })
    },
    /** Waits again, as its row says: reported back or transferred. */
    rejoin(ticketId: number): void {
      const row = one.get(ticketId) as Waiting | undefined
      assert(row !== undefined, `ticket ${ticketId} waits again`)
      join(row)
    },
    /** No longer kept for one window: stands in the line of its queue, at its place. */
    release(ticketId: number): void {
      const kept = keptFor(ticketId)
      assert(kept !== undefined, `ticket ${ticketId} was kept for a window`)
      reserved.delete(kept)
      inHall -= 1
      join({ ...kept, reservedWindow: null })
    },
    leave({ ticketId, queue, priorityClass }: Pick<WaitingTicket, 'ticketId' | 'queue' | 'priorityClass'>): void {
      const line = lineOf(queue, priorityClass)
      const at = line.findIndex((one) => one.ticketId === ticketId)
      if (at >= 0) line.splice(at, 1)
      const kept = at >= 0 ? undefined : keptFor(ticketId)
      assert(at >= 0 || kept !== undefined, `ticket ${ticketId} was waiting`)
      if (kept !== undefined) reserved.delete(kept)
      inHall -= 1
    },
    /** The first of each class of each queue, and those kept for this window. */
    headsFor(queues: readonly string[], windowNumber: number): WaitingTicket[] {
      const heads: WaitingTicket[] = []
      for (const ticket of reserved) if (ticket.reservedWindow === windowNumber) heads.push(ticket)
      for (const queue of queues) {
        for (const priorityClass of [1, 0]) {
          const first = lineOf(queue, priorityClass)[0]
          if (first !== undefined) heads.push(first)
        }
      }
      return heads
    },
    /** How many wait in a class of a queue, those kept for one window included. */
    waitingInClass(queue: string, priorityClass: number): number {
      let count = lineOf(queue, priorityClass).length
      for (const one of reserved) if (one.queue === queue && one.priorityClass === priorityClass) count += 1
      return count
    },
    waitingInHall: () => inHall,
  }
}
export type WaitingList = ReturnType<typeof createWaitingList>
