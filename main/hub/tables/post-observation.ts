import { observationAfter } from '../../../shared/rules/post-observation.ts'
import type { JournalEntry, PostEvent } from '../../../shared/vocabulary/event.ts'
import type { PostObservation } from '../../../shared/vocabulary/post.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 在岗提示. */
export function createPostObservationTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO post_observation (observation_id, day, window_number, kind, is_running, body) VALUES (?, ?, ?, ?, 1, ?)',
  )
  const update = store.prepare('UPDATE post_observation SET is_running = ?, body = ? WHERE observation_id = ?')
  const one = store.prepare('SELECT body FROM post_observation WHERE observation_id = ?').pluck()
  const running = store.prepare('SELECT body FROM post_observation WHERE is_running = 1').pluck()
  const ofDay = store.prepare('SELECT body FROM post_observation WHERE day = +? ORDER BY observation_id DESC').pluck()
  const lastId = store.prepare('SELECT coalesce(max(observation_id), 0) FROM post_observation').pluck()

  const read = (body: unknown) => JSON.parse(body as string) as PostObservation
  const find = (observationId: number): PostObservation | undefined => {
    const body = one.get(observationId)
    return body === undefined ? undefined : read(body)
  }

  return {
    find,
    /** Those that have not ended, of whatever day. */
    running: () => running.all().map(read),
    /** Newest first. */
    ofDay: (day: string) => ofDay.all(day).map(read),
    lastId: () => lastId.get() as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: PostEvent): void {
      const after = observationAfter(find(event.body.observationId), event, at)
      const { observationId, day, windowNumber, kind, endedAt } = after
      const body = JSON.stringify(after)
      if (event.type === 'ObservationOpened') {
        return assertOneRow(insert.run(observationId, day, windowNumber, kind, body), event.type)
      }
      return assertOneRow(update.run(Number(endedAt === null), body, observationId), event.type)
    },
  }
}
export type PostObservationTable = ReturnType<typeof createPostObservationTable>
