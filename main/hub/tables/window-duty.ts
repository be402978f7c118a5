import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 在岗窗口 of each day: who opened which window. */
export function createWindowDutyTable(store: Store) {
  const opened = store.prepare(
    `INSERT INTO window_duty (day, staff_id, window_number, opened_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, staff_id, window_number) DO UPDATE SET opened_at = excluded.opened_at`,
  )
  const lastOf = store
    .prepare('SELECT window_number FROM window_duty WHERE day = +? AND staff_id = +? ORDER BY opened_at DESC LIMIT 1')
    .pluck()

  return {
    /** The window somebody opened last on a day; null when none. */
    lastOf: (day: string, staffId: string) => (lastOf.get(day, staffId) as number | undefined) ?? null,

    apply(
      { at, hallDay }: Pick<JournalEntry, 'at' | 'hallDay'>,
      event: Extract<HallFact, { type: 'ServiceWindowOpened' }>,
    ): void {
      const { staffId, windowNumber } = event.body
      assertOneRow(opened.run(hallDay, staffId, windowNumber, at), event.type)
    },
  }
}
export type WindowDutyTable = ReturnType<typeof createWindowDutyTable>
