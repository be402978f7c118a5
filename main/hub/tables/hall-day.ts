import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

export interface ClockJump {
  seq: number
  at: number
  fromAt: number
  toAt: number
}

export interface HallDayRow {
  hallDay: string
  /** When its public hours ended; null before that. */
  splitAt: number | null
}

/** 开厅日, and the jumps of the clock that nobody has acknowledged. */
export function createHallDayTable(store: Store) {
  const insert = store.prepare('INSERT INTO hall_day (hall_day, opened_at) VALUES (?, ?)')
  const split = store.prepare('UPDATE hall_day SET split_at = ? WHERE hall_day = ? AND split_at IS NULL')
  const last = store.prepare(
    'SELECT hall_day AS hallDay, split_at AS splitAt FROM hall_day ORDER BY hall_day DESC LIMIT 1',
  )
  const jumped = store.prepare('INSERT INTO clock_jump (seq, at, from_at, to_at) VALUES (?, ?, ?, ?)')
  const acknowledged = store.prepare('UPDATE clock_jump SET is_acknowledged = 1 WHERE is_acknowledged = 0')
  const has = store.prepare('SELECT 1 FROM hall_day WHERE hall_day = ?').pluck()
  const first = store.prepare('SELECT min(hall_day) FROM hall_day').pluck()
  const openJumps = store.prepare(
    `SELECT seq, at, from_at AS fromAt, to_at AS toAt FROM clock_jump WHERE is_acknowledged = 0
     ORDER BY seq DESC`,
  )

  const lastJump = store.prepare('SELECT from_at AS fromAt, to_at AS toAt FROM clock_jump ORDER BY seq DESC LIMIT 1')

  // Every press asks for it, and it changes twice a day.
  let kept: HallDayRow | null | undefined

  return {
    /** The hall day opened last, and whether its public hours are over. */
    last(): HallDayRow | null {
      kept ??= (last.get() as HallDayRow | undefined) ?? null
      return kept
    },
    /** After a rollback the day is what the store says. */
    restore(): void {
      kept = undefined
    },
    /** Whether the hall was open for business on a day. */
    has: (day: string) => has.get(day) !== undefined,
    /** The first one of all; null before it. */
    first: () => first.get() as string | null,
    openJump: () => (openJumps.get() as ClockJump | undefined) ?? null,
    /** Every jump that nobody has acknowledged, newest first. */
    openJumps: () => openJumps.all() as ClockJump[],
    /** The last of all jumps, acknowledged or not; null: none ever. */
    lastJump: () => (lastJump.get() as Pick<ClockJump, 'fromAt' | 'toAt'> | undefined) ?? null,

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: HallFact): void {
      kept = undefined
      switch (event.type) {
        case 'HallDayOpened':
          return assertOneRow(insert.run(event.body.hallDay, at), event.type)
        case 'HallDaySplit':
          return assertOneRow(split.run(at, event.body.hallDay), event.type)
        case 'ClockJumped':
          return assertOneRow(jumped.run(seq, at, event.body.fromAt, event.body.toAt), event.type)
        case 'ClockJumpAcknowledged':
          // One press acknowledges all jumps up to now.
          acknowledged.run()
          return
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a hall day`)
      }
    },
  }
}
export type HallDayTable = ReturnType<typeof createHallDayTable>
