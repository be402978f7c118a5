import { logAfter } from '../../../shared/rules/discipline-log.ts'
import type { DisciplineLog } from '../../../shared/vocabulary/discipline-log.ts'
import type { HallFact, JournalEntry, LogEvent } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 每日纪律巡查日志, one a day. */
export function createDisciplineLogTable(store: Store) {
  const put = store.prepare(
    `INSERT INTO discipline_log (day, year, serial, number, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET year = excluded.year, serial = excluded.serial, number = excluded.number,
       body = excluded.body`,
  )
  const one = store.prepare('SELECT body FROM discipline_log WHERE day = ?').pluck()
  const byNumber = store.prepare('SELECT body FROM discipline_log WHERE number = ?').pluck()
  const between = store.prepare('SELECT body FROM discipline_log WHERE day BETWEEN ? AND ? ORDER BY day').pluck()
  const closedDays = store
    .prepare('SELECT day FROM discipline_log WHERE day BETWEEN ? AND ? AND number IS NOT NULL')
    .pluck()
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM discipline_log WHERE year = +?').pluck()
  const read = (body: unknown) => (body === undefined ? undefined : (JSON.parse(body as string) as DisciplineLog))

  return {
    find: (day: string) => read(one.get(day)),
    findByNumber: (number: string) => read(byNumber.get(number)),
    between: (from: string, to: string) => between.all(from, to).map((body) => read(body)!),
    closedDays: (from: string, to: string) => new Set(closedDays.all(from, to) as string[]),
    lastSerial: (year: number) => lastSerial.get(year) as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: LogEvent): void {
      const { day } = event.body
      const after = logAfter(read(one.get(day)), event, at)
      const { year = null, serial = null, number = null } = after.closed ?? {}
      assertOneRow(put.run(day, year, serial, number, JSON.stringify(after)), event.type)
    },
  }
}
export type DisciplineLogTable = ReturnType<typeof createDisciplineLogTable>

/** An event of some day with where and when it stands. */
export type EntryOf<T extends HallFact['type']> = Pick<JournalEntry, 'seq' | 'at' | 'actor'> &
  Extract<HallFact, { type: T }>

/**
 * The journal by days. It has no index of days and needs none: entries of a later day come later, so
 * that a day's first is found by halving, in two dozen looks however many there are.
 */
export function createJournalDays(store: Store) {
  const head = store.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1')
  const dayOfEntry = store.prepare('SELECT hall_day FROM journal WHERE seq = ?').pluck()
  const entries = store.prepare(
    `SELECT seq, at, actor, type, body FROM journal
     WHERE seq >= +? AND seq < +? AND type IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  )
  const lastEntry = () => (head.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: '' }

  /** The first entry that is on `day` or later; one past the last when there is none. */
  function firstSeqOf(day: string): number {
    let low = 1
    let high = lastEntry().seq + 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((dayOfEntry.get(middle) as string) < day) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    head: lastEntry,
    firstSeqOf,
    /** What happened from `day` on and before `until`, of some kinds, in order. */
    eventsBetween<T extends HallFact['type']>(day: string, until: string, types: readonly T[]): EntryOf<T>[] {
      const rows = entries.all(firstSeqOf(day), firstSeqOf(until), JSON.stringify(types))
      return (rows as (Pick<JournalEntry, 'seq' | 'at' | 'actor' | 'type'> & { body: string })[]).map(
        (row) => ({ ...row, body: JSON.parse(row.body) as object }) as unknown as EntryOf<T>,
      )
    },
  }
}
export type JournalDays = ReturnType<typeof createJournalDays>
