import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { assert } from '../../../shared/rules/decision.ts'
import { migrate } from './migrate.ts'

/** The hall's SQLite store. Opened here and nowhere else. */
export type Store = Database.Database

/** Another hub works on the same data folder. */
export class StoreInUse extends Error {}

/** Pages of the write-ahead log before it is moved into the store; keeps the tail of commit times short. */
const checkpointPages = 8000
/**
 * Small on purpose: a commit in which a page of an index was split walks over the whole cache (SQLite
 * swaps page numbers by way of one beyond the end, and cuts the cache back afterwards). What a press
 * needs fits in; the rest stands in the system's cache.
 */
const cacheKiB = 4096
/** Half of SQLite's own: a commit of one command takes 8 % less; 1024 would push longer rows out of their page. */
const pageBytes = 2048

export interface OpenedStore {
  store: Store
  path: string
  /** When the store was last written before this start, epoch ms of the file system; null when it is new. */
  writtenAt: number | null
  close: () => void
}

/**
 * Opens (and on first start makes) the store in `folder`, for writing. Throws StoreInUse when a
 * second hub holds it. `:memory:` gives a store of its own for tests.
 */
export function openStore(folder: string): OpenedStore {
  const isMemory = folder === ':memory:'
  if (!isMemory) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = isMemory ? undefined : lockFolder(folder)
  const path = isMemory ? folder : join(folder, 'hall.db')
  const writtenAt = lastWrite(path)
  const store = openOrLetGo(path, lock, isMemory)
  return {
    store,
    path,
    writtenAt,
    close: () => {
      if (!isMemory) store.pragma('optimize')
      store.close()
      lock?.close()
    },
  }
}

function lastWrite(path: string): number | null {
  const times = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  const latest = Math.max(...times)
  return latest === 0 ? null : latest
}

/** A connection that can only read, for reports in their own thread. */
export function openForReading(path: string): Store {
  const store = new Database(path, { readonly: true, fileMustExist: true })
  store.pragma('query_only = ON')
  return store
}

/** A store that cannot be used is let go of, so that the program that can use it may. */
function openOrLetGo(path: string, lock: Store | undefined, isMemory: boolean): Store {
  let store: Store | undefined
  try {
    store = new Database(path)
    setUp(store, isMemory)
    migrate(store)
    assertDurable(store, isMemory)
    return store
  } catch (problem) {
    store?.close()
    lock?.close()
    throw problem
  }
}

function setUp(store: Store, isMemory: boolean): void {
  // For a new store only. A command moves half a dozen pages, and a commit writes each of them whole.
  store.pragma(`page_size = ${pageBytes}`)
  if (!isMemory) store.pragma('journal_mode = WAL')
  // The driver opens WAL stores with NORMAL, which can lose the last answers in a power cut.
  store.pragma('synchronous = FULL')
  store.pragma('foreign_keys = ON')
  store.pragma('trusted_schema = OFF')
  store.pragma('cell_size_check = ON')
  store.pragma('temp_store = MEMORY')
  store.pragma(`cache_size = -${cacheKiB}`)
  store.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  store.pragma('busy_timeout = 5000')
}

/** Asserted after the first write, because the driver's own setting takes hold only then. */
function assertDurable(store: Store, isMemory: boolean): void {
  assert(isMemory || store.pragma('journal_mode', { simple: true }) === 'wal', 'the store keeps a write-ahead log')
  assert(store.pragma('synchronous', { simple: true }) === 2, 'synchronous is FULL: an answer means it is on disk')
}

/** A lock that ends with the process, however it ends: an exclusive transaction on a file of its own. */
function lockFolder(folder: string): Database.Database {
  const lock = new Database(join(folder, 'hub.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (problem) {
    lock.close()
    if (problem instanceof Database.SqliteError && problem.code.startsWith('SQLITE_BUSY')) {
      throw new StoreInUse(`another hub works in ${folder}`)
    }
    throw problem
  }
}
