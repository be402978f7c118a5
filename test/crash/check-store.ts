import { isDeepStrictEqual } from 'node:util'
import { entriesAfter, firstBreak } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import { answersRemembered, createSettledCommandTable } from '../../main/hub/tables/settled-command.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { madeByJournal } from '../support/made-by-journal.ts'
import type { Press } from './pressed.ts'

/** What is wrong with a store after its hub was killed; every list is empty when nothing is. */
export interface Findings {
  /** Commands that were answered and are not in the store as they were answered. */
  lost: string[]
  /** Commands that took effect more than once. */
  doubled: string[]
  /** Letters whose numbers are not 1 to n. */
  gaps: string[]
  /** What the journal, the tables and the file say against each other. */
  broken: string[]
}

/** Looks at a data folder whose hub is down, with what its callers were told. */
export function checkStore(folder: string, presses: readonly Press[], seqShown: number): Findings {
  const { store, close } = openStore(folder)
  try {
    return {
      lost: lostIn(store, presses),
      doubled: doubledIn(store, presses),
      gaps: gapsIn(store),
      broken: brokenIn(store, seqShown),
    }
  } finally {
    close()
  }
}

export const isFlawless = (findings: Findings): boolean => Object.values(findings).every((list) => list.length === 0)

/** A done press stands in the journal for good, a refusal in its row; the newest of both are still answered as they were. */
function lostIn(store: Store, presses: readonly Press[]): string[] {
  const settled = createSettledCommandTable(store)
  const standing = answersIn(store)
  return presses.flatMap((press) => {
    if (press.outcome === undefined) return []
    const what = `${press.type} ${press.commandId}`
    const stands = standing.get(press.commandId)
    if (stands === undefined) return [`${what} is not in the store`]
    if (!isDeepStrictEqual(stands.outcome, press.outcome)) return [`${what} stands there with another answer`]
    if (stands.isOld) return []
    const again = settled.find(press.commandId)?.outcome
    return isDeepStrictEqual(again, press.outcome) ? [] : [`${what} would not be answered as before`]
  })
}

/** The answers that the store holds, by command id; an old one is no longer given to a resend (decision 0011). */
function answersIn(store: Store): Map<string, { outcome: Outcome; isOld: boolean }> {
  const done = store
    .prepare(
      `SELECT command_id AS id, seq, made, seq <= (SELECT max(seq) FROM journal) - ${answersRemembered} AS old
       FROM journal WHERE command IS NOT NULL`,
    )
    .all() as { id: string; seq: number; made: string; old: 0 | 1 }[]
  const without = store
    .prepare(
      `SELECT command_id AS id, outcome, place <= (SELECT max(place) FROM settled_command) - ${answersRemembered} AS old
       FROM settled_command`,
    )
    .all() as { id: string; outcome: string; old: 0 | 1 }[]
  return new Map([
    ...without.map(({ id, outcome, old }) => [id, { outcome: JSON.parse(outcome), isOld: old === 1 }] as const),
    ...done.map(
      ({ id, seq, made, old }) =>
        [id, { outcome: { kind: 'done', seq, made: JSON.parse(made) }, isOld: old === 1 }] as const,
    ),
  ])
}

/** Each press of the load makes one event; a second entry under its id is a second effect. */
function doubledIn(store: Store, presses: readonly Press[]): string[] {
  const ours = new Set(presses.map((press) => press.commandId))
  const twice = store
    .prepare('SELECT command_id FROM journal GROUP BY command_id HAVING count(*) > 1')
    .pluck()
    .all() as string[]
  const calledTwice = store
    .prepare(
      `SELECT body ->> '$.ticketId' FROM journal WHERE type = 'TicketCalled' GROUP BY body ->> '$.ticketId' HAVING count(*) > 1`,
    )
    .pluck()
    .all() as number[]
  return [
    ...twice.filter((commandId) => ours.has(commandId)).map((commandId) => `${commandId} took effect twice`),
    ...calledTwice.map((ticketId) => `ticket ${ticketId} was called twice`),
  ]
}

function gapsIn(store: Store): string[] {
  const series = store
    .prepare(
      'SELECT hall_day AS day, letter, count(*) AS taken, max(serial) AS last FROM ticket GROUP BY hall_day, letter',
    )
    .all() as { day: string; letter: string; taken: number; last: number }[]
  return series
    .filter(({ taken, last }) => taken !== last)
    .map(({ day, letter, taken, last }) => `${day} ${letter}: ${taken} of ${last}`)
}

function brokenIn(store: Store, seqShown: number): string[] {
  const found: string[] = []
  const integrity = store.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') found.push(`integrity_check says ${String(integrity)}`)
  const { brokenAt, headSeq } = firstBreak(store)
  if (brokenAt !== null) found.push(`the chain is broken at ${brokenAt}`)
  if (headSeq < seqShown) found.push(`a screen has shown entry ${seqShown}, the journal ends at ${headSeq}`)
  const differing = tablesOffTheJournal(store)
  if (differing.length > 0) found.push(`the journal does not give ${differing.join(', ')}`)
  return found
}

/** Tables that are not what the journal makes of empty ones. */
function tablesOffTheJournal(store: Store): string[] {
  const rows = (of: Store, name: string) => of.prepare(`SELECT * FROM ${name}`).all()
  const replayed = openStore(':memory:')
  try {
    const tables = createTables(replayed.store)
    for (const entry of entriesAfter(store, 0, 10_000_000)) {
      applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
    }
    return madeByJournal.filter((name) => !isDeepStrictEqual(rows(store, name), rows(replayed.store, name)))
  } catch (problem) {
    return [`any table: ${problem instanceof Error ? problem.message : String(problem)}`]
  } finally {
    replayed.close()
  }
}
