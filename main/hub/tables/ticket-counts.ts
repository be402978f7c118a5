import type { Store } from '../store/store.ts'

/** How many wait in each class of each queue, kept in step with the rows so that no press counts them. */
export function createWaitingCounts(store: Store) {
  const count = store.prepare(
    `SELECT queue, priority_class AS priorityClass, count(*) AS waiting FROM ticket
     WHERE status = 'waiting' AND reserved_window IS NULL GROUP BY queue, priority_class
     UNION ALL
     SELECT queue, priority_class, count(*) FROM ticket
     WHERE status = 'waiting' AND reserved_window IS NOT NULL GROUP BY queue, priority_class`,
  )
  type Place = { queue: string; priorityClass: number }
  /** By queue: how many of class 0, how many of class 1. */
  const waiting = new Map<string, number[]>()
  let inHall = 0

  const add = ({ queue, priorityClass }: Place, change: number) => {
    const classes = waiting.get(queue) ?? [0, 0]
    classes[priorityClass] = (classes[priorityClass] ?? 0) + change
    waiting.set(queue, classes)
    inHall += change
  }
  const restore = () => {
    waiting.clear()
    inHall = 0
    for (const row of count.all() as (Place & { waiting: number })[]) add(row, row.waiting)
  }
  restore()
  return {
    add,
    restore,
    waitingInClass: (queue: string, priorityClass: number) => waiting.get(queue)?.[priorityClass] ?? 0,
    waitingIn: (queue: string) => waiting.get(queue)?.reduce((sum, one) => sum + one, 0) ?? 0,
    waitingInHall: () => inHall,
  }
}
export type WaitingCounts = ReturnType<typeof createWaitingCounts>

/** The last number of each letter of a day and the last id, read once and then kept in step with the rows. */
export function createLastNumbers(store: Store) {
  const lastSerial = store
    .prepare('SELECT serial FROM ticket WHERE hall_day = +? AND letter = +? ORDER BY serial DESC LIMIT 1')
    .pluck()
  const lastId = store.prepare('SELECT ticket_id FROM ticket ORDER BY ticket_id DESC LIMIT 1').pluck()
  const serials = new Map<string, number>()
  let ofDay = ''
  let id: number | undefined

  const serial = (hallDay: string, letter: string): number => {
    if (hallDay !== ofDay) serials.clear()
    ofDay = hallDay
    const known = serials.get(letter) ?? (lastSerial.get(hallDay, letter) as number | undefined) ?? 0
    serials.set(letter, known)
    return known
  }
  return {
    /** 0 before the first of the day. */
    serial,
    /** 0 before the first. */
    ticketId(): number {
      id ??= (lastId.get() as number | undefined) ?? 0
      return id
    },
    note(taken: { ticketId: number; hallDay: string; letter: string; serial: number }): void {
      id = taken.ticketId
      if (taken.hallDay === ofDay) serials.set(taken.letter, taken.serial)
    },
    restore(): void {
      id = undefined
      ofDay = ''
    },
  }
}
