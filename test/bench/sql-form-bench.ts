import { openStore } from '../../main/hub/store/store.ts'
import { type Figure, median, shown } from './figures.ts'

const calls = 20_000
const rounds = 7
const waiting = 1_000

/**
 * The pick of the oldest waiting ticket with a term `= ?` and with `= +?`. This SQLite prepares the
 * first anew whenever a parameter changes; the ratio shows when an update mends or worsens it.
 */
export function benchSqlForm(): Figure {
  const opened = openStore(':memory:')
  const { store } = opened
  const insert = store.prepare(
    `INSERT INTO ticket (ticket_id, hall_day, letter, serial, queue, item_code, holder, purpose, priority_ground,
       priority_class, status, sort_key, session, taken_at)
     VALUES (?, '2025-02-05', ?, ?, ?, 'X', 'self', 'apply', 'none', 0, 'waiting', ?, 'morning', 0)`,
  )
  const letters = ['A', 'B', 'C', 'D']
  for (let id = 1; id <= waiting; id += 1) insert.run(id, letters[id % 4], id, letters[id % 4], id * 1024)

  const microseconds = (term: string): number => {
    const oldest = store.prepare(
      `SELECT ticket_id, letter, serial FROM ticket
       WHERE queue = ${term} AND priority_class = ${term} AND status = 'waiting' AND reserved_window IS NULL
       ORDER BY sort_key, ticket_id LIMIT 1`,
    )
    const beginAt = performance.now()
    for (let call = 0; call < calls; call += 1) oldest.get(letters[call % 4], 0)
    return (1000 * (performance.now() - beginAt)) / calls
  }
  const plain = Array.from({ length: rounds }, () => [microseconds('?'), microseconds('+?')] as const)
  opened.close()
  const [withoutPlus, withPlus] = [median(plain.map(([one]) => one)), median(plain.map(([, one]) => one))]
  return {
    name: 'oldest waiting ticket: `= ?` / `= +?`',
    value: median(plain.map(([one, other]) => one / other)),
    unit: '×',
    target: null,
    beside: `${shown(withoutPlus)} µs and ${shown(withPlus)} µs`,
    heldBackBy: '',
  }
}
