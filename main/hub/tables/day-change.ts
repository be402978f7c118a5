import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'

/** The newest entry around the working day: a screen asks for its lists again when it grows. */
export function createDayChange(store: Store) {
  // After a start a screen asks anyway.
  let changedBy = store.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() as number
  return {
    changedBy: () => changedBy,
    apply({ seq }: Pick<JournalEntry, 'seq'>): void {
      changedBy = seq
    },
  }
}
export type DayChange = ReturnType<typeof createDayChange>
