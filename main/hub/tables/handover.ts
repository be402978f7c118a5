import { custodyOf, handoverAfter, isOut } from '../../../shared/rules/handover-state.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Handover } from '../../../shared/vocabulary/handover.ts'
import type { HandoverEvent } from '../../../shared/vocabulary/handover-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 业务交接单 of all days. */
export function createHandoverTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO handover (status, taken_by, is_out, body, handover_id, year, serial, number, kind, day, staff_id,
       leave_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = store.prepare(
    'UPDATE handover SET status = ?, taken_by = ?, is_out = ?, body = ? WHERE handover_id = ?',
  )
  const one = store.prepare('SELECT body FROM handover WHERE handover_id = ?').pluck()
  const ofDay = store.prepare('SELECT body FROM handover WHERE day = +? ORDER BY handover_id').pluck()
  const linkups = store
    .prepare(`SELECT body FROM handover WHERE day = +? AND kind = 'linkup' ORDER BY handover_id`)
    .pluck()
  const ofLeave = store.prepare('SELECT body FROM handover WHERE leave_id = +? ORDER BY handover_id').pluck()
  const openPosts = store
    .prepare(`SELECT body FROM handover WHERE kind = 'ab-post' AND status IN ('drafted', 'given') ORDER BY handover_id`)
    .pluck()
  const out = store.prepare('SELECT body FROM handover WHERE is_out = 1 ORDER BY handover_id').pluck()
  const outWith = store.prepare('SELECT body FROM handover WHERE taken_by = +? AND is_out = 1').pluck()
  const lastId = store.prepare('SELECT coalesce(max(handover_id), 0) FROM handover').pluck()
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM handover WHERE year = +?').pluck()

  const read = (body: unknown): Handover | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as Handover)
  const readAll = (bodies: unknown[]): Handover[] => bodies.map((body) => read(body)!)
  const find = (handoverId: number) => read(one.get(handoverId))

  // Every list of filings asks who has each of them.
  let custody: ReadonlyMap<number, string> | undefined
  const newest = store.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck()
  // Screens ask again when it grows; after a start they ask anyway.
  let changedBy = newest.get() as number

  return {
    find,
    ofDay: (day: string) => readAll(ofDay.all(day)),
    linkupsOf: (day: string) => readAll(linkups.all(day)),
    /** Sheets of an AB post for a leave, oldest first. */
    ofLeave: (leaveId: number) => readAll(ofLeave.all(leaveId)),
    /** AB posts of any day that are not taken yet. */
    openPosts: () => readAll(openPosts.all()),
    /** Taken, and not all back yet; oldest first. */
    out: () => readAll(out.all()),
    outWith: (staffId: string) => readAll(outWith.all(staffId)),
    /** Filings at a home unit, and who has them there. */
    custody(): ReadonlyMap<number, string> {
      custody ??= custodyOf(readAll(out.all()))
      return custody
    },
    changedBy: () => changedBy,
    lastId: () => lastId.get() as number,
    lastSerial: (year: number) => lastSerial.get(year) as number,
    /** After a rollback what is kept in memory is what the store says. */
    restore(): void {
      custody = undefined
    },

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: HandoverEvent): void {
      custody = undefined
      changedBy = seq
      const after = handoverAfter(find(event.body.handoverId), event, at)
      const { handoverId, year, serial, number, kind, day, staffId, leaveId, status, takenBy } = after
      const moved = [status, takenBy, Number(isOut(after)), JSON.stringify(after)]
      if (event.type === 'HandoverDrafted') {
        return assertOneRow(
          insert.run(...moved, handoverId, year, serial, number, kind, day, staffId, leaveId),
          event.type,
        )
      }
      return assertOneRow(update.run(...moved, handoverId), event.type)
    },
  }
}
export type HandoverTable = ReturnType<typeof createHandoverTable>
