import { patrolAfter } from '../../../shared/rules/patrol.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { PatrolRound } from '../../../shared/vocabulary/patrol.ts'
import type { PatrolEvent } from '../../../shared/vocabulary/patrol-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 巡查. */
export function createPatrolTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO patrol_round (patrol_id, day, half, ordinal, is_open, body) VALUES (?, ?, ?, ?, 1, ?)',
  )
  const update = store.prepare('UPDATE patrol_round SET is_open = ?, body = ? WHERE patrol_id = ?')
  const one = store.prepare('SELECT body FROM patrol_round WHERE patrol_id = ?').pluck()
  const open = store.prepare('SELECT body FROM patrol_round WHERE is_open = 1').pluck()
  const ofDay = store.prepare('SELECT body FROM patrol_round WHERE day = +? ORDER BY patrol_id').pluck()
  const lastId = store.prepare('SELECT coalesce(max(patrol_id), 0) FROM patrol_round').pluck()

  const read = (body: unknown): PatrolRound | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as PatrolRound)
  const find = (patrolId: number) => read(one.get(patrolId))

  return {
    find,
    /** The one round that has not been finished. */
    underWay: () => read(open.get()),
    /** In the order they were begun. */
    ofDay: (day: string) => ofDay.all(day).map((body) => read(body)!),
    lastId: () => lastId.get() as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: PatrolEvent): void {
      const after = patrolAfter(find(event.body.patrolId), event, at)
      const { patrolId, day, half, ordinal, finishedAt } = after
      const body = JSON.stringify(after)
      if (event.type === 'PatrolStarted') {
        return assertOneRow(insert.run(patrolId, day, half, ordinal, body), event.type)
      }
      return assertOneRow(update.run(Number(finishedAt === null), body, patrolId), event.type)
    },
  }
}
export type PatrolTable = ReturnType<typeof createPatrolTable>
