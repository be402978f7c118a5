import { join } from 'node:path'
// The limit must be the driver's own, so it is taken without the hub's store around it.
import Database from 'better-sqlite3'

/** The limit of this disk and driver: one small row, inserted and committed, as durable as the hub's store. */
export function createRawCommit(folder: string) {
  const store = new Database(join(folder, 'raw.db'))
  store.pragma('journal_mode = WAL')
  store.pragma('synchronous = FULL')
  store.exec('CREATE TABLE raw (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT')
  const insert = store.prepare('INSERT INTO raw (at, body) VALUES (?, ?)')
  return {
    commitOne: (): void => {
      insert.run(Date.now(), 'one small row')
    },
    close: () => store.close(),
  }
}
export type RawCommit = ReturnType<typeof createRawCommit>
