import type { HistoryRow } from '../../../shared/contract/promise-view.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { PromiseEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'

/** An entry of a matter's history, with its author as the journal keeps it. */
export type MatterEntry = Omit<HistoryRow, 'actorName'> & { actor: string }

/** Which entries are about which matter, and the newest of all. */
export function createMatterEntryTable(store: Store) {
  const insert = store.prepare('INSERT INTO matter_entry (subject, id, seq) VALUES (?, ?, ?)')
  const history = store.prepare(
    `SELECT j.seq, j.at, j.actor, j.type, j.body FROM matter_entry m JOIN journal j ON j.seq = m.seq
     WHERE m.subject = +? AND m.id = +? ORDER BY m.seq`,
  )
  const newest = store.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck()
  // A screen asks again when it grows; after a start it asks anyway.
  let changedBy = newest.get() as number

  return {
    changedBy: () => changedBy,
    historyOf: (subject: 'filing' | 'inquiry', id: number): MatterEntry[] =>
      (history.all(subject, id) as (Omit<MatterEntry, 'body'> & { body: string })[]).map((row) => ({
        ...row,
        body: JSON.parse(row.body) as Record<string, unknown>,
      })),
    apply({ seq }: Pick<JournalEntry, 'seq'>, { body }: PromiseEvent): void {
      changedBy = seq
      if ('filingId' in body && body.filingId !== null) insert.run('filing', body.filingId, seq)
      if ('inquiryId' in body && body.inquiryId !== null) insert.run('inquiry', body.inquiryId, seq)
    },
  }
}
export type MatterEntryTable = ReturnType<typeof createMatterEntryTable>
