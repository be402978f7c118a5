import { leaveAfter, leaveMsMax } from '../../../shared/rules/leave.ts'
import type { Leave } from '../../../shared/vocabulary/attendance.ts'
import type { LeaveEvent } from '../../../shared/vocabulary/attendance-event.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 请假. */
export function createLeaveTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO leave (leave_id, staff_id, from_at, to_at, status, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = store.prepare('UPDATE leave SET status = ?, body = ? WHERE leave_id = ?')
  const one = store.prepare('SELECT body FROM leave WHERE leave_id = ?').pluck()
  // No leave is longer than a year: older ones need not be looked at.
  const within = store
    .prepare('SELECT body FROM leave WHERE from_at >= +? AND from_at < +? AND to_at > +? ORDER BY from_at, leave_id')
    .pluck()
  const waiting = store.prepare(`SELECT body FROM leave WHERE status = 'asked' ORDER BY leave_id`).pluck()
  const waitingCount = store.prepare(`SELECT count(*) FROM leave WHERE status = 'asked'`).pluck()
  const lastId = store.prepare('SELECT coalesce(max(leave_id), 0) FROM leave').pluck()

  // A screen asks again when it changes; after a start it asks anyway.
  let changedBy = 0

  const read = (body: unknown): Leave | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as Leave)
  const readAll = (bodies: unknown[]): Leave[] => bodies.map((body) => read(body)!)
  const find = (leaveId: number) => read(one.get(leaveId))

  return {
    find,
    changedBy: () => changedBy,
    /** Of every state, overlapping a stretch of time, epoch ms. */
    within: (from: number, to: number) => readAll(within.all(from - leaveMsMax, to, from)),
    /** The approved one that somebody is away by at an instant (epoch ms). */
    approvedAt: (staffId: string, at: number) =>
      readAll(within.all(at - leaveMsMax, at + 1, at)).find(
        (leave) => leave.staffId === staffId && leave.status === 'approved',
      ),
    /** Those that wait for a supervisor. */
    waiting: () => readAll(waiting.all()),
    waitingCount: () => waitingCount.get() as number,
    lastId: () => lastId.get() as number,

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: LeaveEvent): void {
      changedBy = seq
      const after = leaveAfter(find(event.body.leaveId), event, at)
      const { leaveId, staffId, from, to, status } = after
      const body = JSON.stringify(after)
      if (event.type === 'LeaveAsked') {
        return assertOneRow(insert.run(leaveId, staffId, from, to, status, body), event.type)
      }
      return assertOneRow(update.run(status, body, leaveId), event.type)
    },
  }
}
export type LeaveTable = ReturnType<typeof createLeaveTable>
