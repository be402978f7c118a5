import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'
import type { Store } from './store.ts'

/**
 * Empty tables in memory over the journal of another store, up to and with one entry. That store is
 * only read: its journal stands here as a view, so that a recount costs no copy of it.
 */
export function openReplayStore(storePath: string, toSeq: number): Store {
  const store = new Database(':memory:')
  migrate(store)
  store.exec('DROP TABLE journal')
  store.prepare('ATTACH ? AS source').run(storePath)
  store.exec(`CREATE TEMP VIEW journal AS SELECT * FROM source.journal WHERE seq <= ${Math.trunc(toSeq)}`)
  return store
}
