import type { AttendancePunch } from '../../../shared/vocabulary/attendance.ts'
import type { AttendanceEvent } from '../../../shared/vocabulary/attendance-event.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 打卡: a row for each, never changed. */
export function createAttendancePunchTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO attendance_punch (seq, day, staff_id, punched_at, body) VALUES (?, ?, ?, ?, ?)',
  )
  const ofDays = store
    .prepare('SELECT body FROM attendance_punch WHERE day >= +? AND day <= +? ORDER BY day, seq')
    .pluck()
  const ofPerson = store
    .prepare('SELECT body FROM attendance_punch WHERE day = +? AND staff_id = +? ORDER BY seq')
    .pluck()
  const first = store.prepare('SELECT punched_at FROM attendance_punch ORDER BY seq LIMIT 1').pluck()

  // A screen asks again when it changes; after a start it asks anyway.
  let changedBy = 0

  const readAll = (bodies: unknown[]) => bodies.map((body) => JSON.parse(body as string) as AttendancePunch)

  return {
    changedBy: () => changedBy,
    ofDays: (from: string, to: string) => readAll(ofDays.all(from, to)),
    ofPerson: (staffId: string, day: string) => readAll(ofPerson.all(day, staffId)),
    /** The first punch of the hall, epoch ms; null before it. */
    beganAt: () => (first.get() as number | undefined) ?? null,

    apply({ seq }: Pick<JournalEntry, 'seq'>, { type, body }: Extract<AttendanceEvent, { type: 'AttendancePunched' }>) {
      changedBy = seq
      const { day, staffId, punchedAt } = body
      assertOneRow(insert.run(seq, day, staffId, punchedAt, JSON.stringify(body)), type)
    },
  }
}
export type AttendancePunchTable = ReturnType<typeof createAttendancePunchTable>
