import { hash } from 'node:crypto'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'
import type { Store } from './store/store.ts'

/** What the first entry is chained to. */
const beginning = '0'.repeat(64)

/** Form of the entries; a change of meaning is a new event, a change of form a new version. */
const entryVersion = 1

export interface JournalHead {
  seq: number
  /** Epoch ms of the last entry. */
  at: number
  hash: string
}

/** Who and what an entry came from. */
export interface EntryOrigin {
  /** Epoch ms of the hub's clock. */
  now: number
  hallDay: string
  actor: string
  commandId: string
  /** The command and what its screen is told; stands in its last entry, outside the hash. */
  answer: { command: string; made: Record<string, unknown> }
}

/** SHA-256 over the hash before and the exact text of every field; fields have no line breaks. */
export function entryHash(entry: Omit<JournalEntry, 'hash'>): string {
  const { seq, at, hallDay, actor, commandId, type, version, body, previousHash } = entry
  return hash(
    'sha256',
    `${previousHash}\n${seq}\n${at}\n${hallDay}\n${actor}\n${commandId}\n${type}\n${version}\n${body}`,
    'hex',
  )
}

/** 流水: the only place that inserts into it. */
export function createJournal(store: Store) {
  const insert = store.prepare(
    `INSERT INTO journal (seq, at, hall_day, actor, command_id, type, version, body, previous_hash, hash,
       command, made)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const last = store.prepare('SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1')

  function readHead(): JournalHead {
    return (last.get() as JournalHead | undefined) ?? { seq: 0, at: 0, hash: beginning }
  }

  let head = readHead()

  return {
    head: (): JournalHead => head,
    /** After a rollback the head is what the store says. */
    restoreHead(): void {
      head = readHead()
    },
    /** Appends one entry for each event. Its time is never before the entry in front of it. */
    append(events: readonly HallFact[], origin: EntryOrigin): JournalEntry[] {
      return events.map((event, at) => {
        const unsigned = {
          seq: head.seq + 1,
          at: Math.max(origin.now, head.at),
          hallDay: origin.hallDay,
          actor: origin.actor,
          commandId: origin.commandId,
          type: event.type,
          version: entryVersion,
          body: JSON.stringify(event.body),
          previousHash: head.hash,
        }
        const entry: JournalEntry = { ...unsigned, hash: entryHash(unsigned) }
        const isLast = at === events.length - 1
        insert.run(
          entry.seq,
          entry.at,
          entry.hallDay,
          entry.actor,
          entry.commandId,
          entry.type,
          entry.version,
          entry.body,
          entry.previousHash,
          entry.hash,
          isLast ? origin.answer.command : null,
          isLast ? JSON.stringify(origin.answer.made) : null,
        )
        head = { seq: entry.seq, at: entry.at, hash: entry.hash }
        return entry
      })
    },
  }
}
export type Journal = ReturnType<typeof createJournal>

interface StoredEntry extends JournalEntry {}

const chainColumns = `seq, at, hall_day AS hallDay, actor, command_id AS commandId, type, version, body,
  previous_hash AS previousHash, hash`

/** Entries after `afterSeq` in order, for replay and the chain check. */
export function entriesAfter(store: Store, afterSeq: number, limit: number): JournalEntry[] {
  return store
    .prepare(`SELECT ${chainColumns} FROM journal WHERE seq > ? ORDER BY seq LIMIT ?`)
    .all(afterSeq, limit) as StoredEntry[]
}

const checkedAtOnce = 5_000

/** The first entry after `afterSeq` that does not follow from the one before it; null when all do. */
export function firstBreak(
  store: Store,
  from: { seq: number; hash: string } = { seq: 0, hash: beginning },
): { brokenAt: number | null; checked: number; headSeq: number; headHash: string } {
  let { seq, hash: previousHash } = from
  let checked = 0
  for (;;) {
    const entries = entriesAfter(store, seq, checkedAtOnce)
    for (const entry of entries) {
      const isNext = entry.seq === seq + 1 && entry.previousHash === previousHash
      if (!isNext || entryHash(entry) !== entry.hash) {
        return { brokenAt: seq + 1, checked, headSeq: seq, headHash: previousHash }
      }
      seq = entry.seq
      previousHash = entry.hash
      checked += 1
    }
    if (entries.length < checkedAtOnce) return { brokenAt: null, checked, headSeq: seq, headHash: previousHash }
  }
}
