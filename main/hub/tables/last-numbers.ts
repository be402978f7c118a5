import type { Store } from '../store/store.ts'

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
