import type { PostStay } from '../../../shared/vocabulary/attendance.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 在岗: who stood at which window from when to when. */
export function createPostStayTable(store: Store) {
  const begin = store.prepare(
    `INSERT INTO post_stay (seq, day, staff_id, window_number, from_at)
     SELECT ?, ?, staff_id, window_number, ? FROM service_window WHERE window_number = ? AND staff_id IS NOT NULL`,
  )
  // A window that is closed while paused has nobody at it whose stay could end.
  const end = store.prepare('UPDATE post_stay SET to_at = ? WHERE window_number = ? AND to_at IS NULL')
  const ofDays = store.prepare(
    `SELECT day, staff_id AS staffId, window_number AS windowNumber, from_at AS "from", to_at AS "to"
     FROM post_stay WHERE day >= +? AND day <= +? ORDER BY seq`,
  )

  const lastWindow = store
    .prepare('SELECT window_number FROM post_stay WHERE day = +? AND staff_id = +? ORDER BY seq DESC LIMIT 1')
    .pluck()

  return {
    /** The window somebody stood at last on a day; null when at none. */
    lastWindowOf: (day: string, staffId: string) => (lastWindow.get(day, staffId) as number | undefined) ?? null,
    ofDays: (from: string, to: string) => ofDays.all(from, to) as (PostStay & { day: string })[],

    /** After the service window was moved: its row says who stands there. */
    apply({ seq, at, hallDay }: Pick<JournalEntry, 'seq' | 'at' | 'hallDay'>, event: HallFact): void {
      switch (event.type) {
        case 'ServiceWindowOpened':
        case 'ServiceWindowResumed':
          return assertOneRow(begin.run(seq, hallDay, at, event.body.windowNumber), event.type)
        case 'ServiceWindowPaused':
        case 'ServiceWindowClosed':
          end.run(at, event.body.windowNumber)
          return
        default:
          throw new Error(`${event.type} (entry ${seq}) begins or ends no stay`)
      }
    },
  }
}
export type PostStayTable = ReturnType<typeof createPostStayTable>
