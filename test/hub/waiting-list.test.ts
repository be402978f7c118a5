import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlay, hallDays } from '../support/hall-play.ts'

const firstOfEachLine = `SELECT ticket_id FROM (
  SELECT ticket_id, row_number() OVER (PARTITION BY queue, priority_class ORDER BY sort_key, ticket_id) AS place
  FROM ticket WHERE status = 'waiting' AND reserved_window IS NULL) WHERE place = 1`
const keptForOne = `SELECT ticket_id FROM ticket WHERE status = 'waiting' AND reserved_window = 1`
const countOfLines = `SELECT queue, priority_class, count(*) FROM ticket WHERE status = 'waiting' GROUP BY 1, 2 ORDER BY 1, 2`

test('whatever happens, faults and rollbacks too, who is first in memory is first in the rows', async () => {
  await fc.assert(
    fc.asyncProperty(hallDays, async (steps) => {
      const { play, hub } = await createPlay()
      const letters = [...hub.setup().queues.keys()]
      for (const step of steps) {
        if (play(step) === undefined) continue
        const { ticket } = hub.tables
        const heads = ticket.headsFor(letters, 1).map((one) => one.ticketId)
        const ids = (sql: string) => hub.store.prepare(sql).pluck().all() as number[]
        expect(heads.sort()).toEqual([...ids(keptForOne), ...ids(firstOfEachLine)].sort())
        const counts = hub.store.prepare(countOfLines).raw().all() as [string, number, number][]
        for (const [queue, priorityClass, count] of counts)
          expect(ticket.waitingInClass(queue, priorityClass)).toBe(count)
        expect(ticket.waitingInHall()).toBe(counts.reduce((sum, [, , count]) => sum + count, 0))
      }
      hub.store.close()
    }),
    { numRuns: 25 },
  )
})
