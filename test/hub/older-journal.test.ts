import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesAfter } from '../../main/hub/journal.ts'
import { figures } from '../../main/hub/store/migrations/0016-figures.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { createPlay, hallDays } from '../support/hall-play.ts'
import { madeByJournal } from '../support/made-by-journal.ts'
import { createTestHub } from '../support/test-hub.ts'

/** Makes of a store what version 0.2 would have written: the same days, without what reports count by. */
function turnBack(store: Store): void {
  store.exec(`
    DROP TRIGGER journal_is_not_changed;
    UPDATE journal SET body = json_remove(body, '$.waitMinutes') WHERE type = 'TicketCalled';
    UPDATE ticket SET miss_count = miss_count - 1 WHERE ticket_id IN (
      SELECT body ->> '$.ticketId' FROM journal WHERE type = 'TicketVoided' AND body ->> '$.reason' = 'missed-again');
    DROP INDEX waits_of_day;
    DROP INDEX calls_without_wait;
    ALTER TABLE ticket DROP COLUMN wait_minutes;
    ALTER TABLE ticket DROP COLUMN last_window;
    ALTER TABLE ticket DROP COLUMN last_clerk;
    ALTER TABLE ticket DROP COLUMN held_ms;`)
}

function replayed(store: Store): Store {
  const empty = openStore(':memory:').store
  const tables = createTables(empty)
  for (const entry of entriesAfter(store, 0, 100_000))
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  return empty
}

/** Turns a store back, fills it up again, and compares it with a replay of its journal. */
function expectFilledAsReplayed(store: Store): void {
  turnBack(store)
  store.exec(figures)
  const other = replayed(store)
  for (const table of madeByJournal) {
    const rowsOf = (one: Store) => one.prepare(`SELECT * FROM ${table}`).all()
    expect(rowsOf(store), table).toEqual(rowsOf(other))
  }
  other.close()
}

describe('a store of 0.2 is filled up as its journal, replayed, fills empty tables', () => {
  test('after any days', async () => {
    await fc.assert(
      fc.asyncProperty(hallDays, async (steps) => {
        const { hub, play } = await createPlay()
        for (const step of steps) play(step)
        expectFilledAsReplayed(hub.store)
        hub.store.close()
      }),
      { numRuns: 15 },
    )
  })

  test('with a hold in a service, and a number that nobody brought twice', async () => {
    const t = await createTestHub()
    const clerk = t.staff('1002')
    const here = { windowNumber: 1 }
    t.must(clerk, 'OpenServiceWindow', here)
    const held = t.take('A-REG')
    const missed = t.take('A-REG')
    const at = (ticketId: number) => ({ ...here, ticketId })
    const missOnce = () => {
      t.must(clerk, 'CallNextTicket', here)
      for (const _ of [2, 3]) {
        t.clock.forward(60)
        t.must(clerk, 'RecallTicket', at(missed))
      }
      t.must(clerk, 'MissTicket', at(missed))
    }
    t.must(clerk, 'CallNextTicket', here)
    t.must(clerk, 'StartService', at(held))
    t.clock.forward(2 * 60)
    t.must(clerk, 'HoldTicket', { ...at(held), reason: '取材料' })
    t.clock.forward(7 * 60)
    missOnce()
    t.must(t.staff('2001'), 'RequeueTicket', { ticketId: missed })
    missOnce()
    t.clock.forward(3 * 60)
    t.must(clerk, 'ResumeTicket', at(held))
    t.must(clerk, 'StartService', at(held))
    t.must(clerk, 'FinishService', { ...at(held), resultCode: 'completed' })

    expectFilledAsReplayed(t.hub.store)
    const one = (sql: string) => t.hub.store.prepare(sql).raw().get()
    expect(one(`SELECT held_ms / 60000, last_window FROM ticket WHERE ticket_id = ${held}`)).toEqual([14, 1])
    expect(one(`SELECT status, miss_count FROM ticket WHERE ticket_id = ${missed}`)).toEqual(['void', 2])
  })
})
