import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { Store } from '../store/store.ts'

export interface SettledCommand {
  type: string
  actor: string
  outcome: Outcome
}

/**
 * Answers in the last so many entries of the journal are remembered, and so many without an entry:
 * either is more than a busy hall settles in a day. Counted and not timed: a clock that is set forward
 * and back again must not make the hub forget what was pressed in between. Up to twice as many are in memory.
 */
export const answersRemembered = 20_000
/** Rows without an entry are deleted so many at a time. */
const forgottenAtOnce = 100

/**
 * 已裁定的指令: a resend gets the first answer, refusals included: a press refused at 9:00 takes no
 * effect at 9:05. The answer stands in the last entry of its command, or in a row of its own when
 * nothing happened; where, is kept in memory and read from the end of both at the start.
 */
export function createSettledCommandTable(store: Store) {
  const ofEntry = store.prepare('SELECT command AS type, actor, seq, made FROM journal WHERE seq = ?')
  const ofRow = store.prepare('SELECT type, actor, outcome FROM settled_command WHERE place = ?')
  const insert = store.prepare('INSERT INTO settled_command (command_id, type, actor, outcome) VALUES (?, ?, ?, ?)')
  const forget = store.prepare('DELETE FROM settled_command WHERE place <= ?')
  const lastEntries = store
    .prepare(
      `SELECT command_id, seq FROM journal
       WHERE seq > (SELECT max(seq) FROM journal) - ? AND command IS NOT NULL ORDER BY seq`,
    )
    .raw()
  const lastRows = store
    .prepare(
      `SELECT command_id, place FROM settled_command
       WHERE place > (SELECT max(place) FROM settled_command) - ? ORDER BY place`,
    )
    .raw()

  const entries = createPlaces()
  const rows = createPlaces()

  function restore(): void {
    entries.restore(lastEntries.all(answersRemembered) as [string, number][])
    rows.restore(lastRows.all(answersRemembered) as [string, number][])
  }
  restore()

  return {
    /** After a rollback those are remembered that the store has. */
    restore,
    find(commandId: string): SettledCommand | undefined {
      const seq = entries.of(commandId)
      if (seq !== undefined) {
        const { type, actor, made } = ofEntry.get(seq) as { type: string; actor: string; made: string }
        return { type, actor, outcome: { kind: 'done', seq, made: JSON.parse(made) as Record<string, unknown> } }
      }
      const place = rows.of(commandId)
      if (place === undefined) return undefined
      const { type, actor, outcome } = ofRow.get(place) as { type: string; actor: string; outcome: string }
      return { type, actor, outcome: JSON.parse(outcome) as Outcome }
    },
    /** The journal has the answer: `seq` is the last entry of the command. */
    rememberEntry: (commandId: string, seq: number): void => entries.note(commandId, seq),
    /** Nothing happened: the outcome gets a row of its own. */
    rememberOutcome(commandId: string, type: string, actor: string, outcome: Outcome): void {
      const place = Number(insert.run(commandId, type, actor, JSON.stringify(outcome)).lastInsertRowid)
      rows.note(commandId, place)
      if (place % forgottenAtOnce === 0) forget.run(place - 2 * answersRemembered)
    },
  }
}
export type SettledCommandTable = ReturnType<typeof createSettledCommandTable>

/** Places by command id, in two halves: when the younger is full, the older is dropped as a whole. */
function createPlaces() {
  let younger = new Map<string, number>()
  let older = new Map<string, number>()
  return {
    of: (commandId: string): number | undefined => younger.get(commandId) ?? older.get(commandId),
    note(commandId: string, place: number): void {
      if (younger.size >= answersRemembered) {
        older = younger
        younger = new Map()
      }
      younger.set(commandId, place)
    },
    restore(places: readonly [string, number][]): void {
      younger = new Map(places)
      older = new Map()
    },
  }
}
