import { dayOf } from '../../../shared/rules/hall-time.ts'
import type { LogContent } from '../../../shared/vocabulary/discipline-log.ts'
import type { HallFact } from '../../../shared/vocabulary/event.ts'
import { entriesAfter } from '../journal.ts'
import { setupOn } from '../setup-on.ts'
import { openReplayStore } from '../store/replay-store.ts'
import { applyToTables, createTables } from '../tables/apply.ts'
import { logContent } from '../views/day/log-content.ts'

/** Entries that are read at once. */
const readAtOnce = 5_000

/**
 * The content of a day's log from the journal alone: every entry up to `toSeq` is applied to empty
 * tables, and the day is told again as it was at `closedAt` (epoch ms).
 */
export function recountLog(storePath: string, toSeq: number, closed: LogContent, closedAt: number): LogContent {
  const store = openReplayStore(storePath, toSeq)
  try {
    const tables = createTables(store)
    let seq = 0
    for (;;) {
      const entries = entriesAfter(store, seq, readAtOnce)
      for (const entry of entries) {
        applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) as object } as HallFact)
        seq = entry.seq
      }
      if (entries.length < readAtOnce) break
    }
    return logContent(closed.day, closed.words, closedAt, setupOn(dayOf(closedAt), tables), tables)
  } finally {
    store.close()
  }
}
