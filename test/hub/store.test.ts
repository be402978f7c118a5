import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreFromTheFuture } from '../../main/hub/store/migrate.ts'
import { theHall } from '../../main/hub/store/migrations/0001-the-hall.ts'
import { answersInTheJournal } from '../../main/hub/store/migrations/0002-answers-in-the-journal.ts'
import { itemVersions } from '../../main/hub/store/migrations/0003-item-versions.ts'
import { thePromise } from '../../main/hub/store/migrations/0004-the-promise.ts'
import { openForReading, openStore, StoreInUse } from '../../main/hub/store/store.ts'
import { createFilingTable } from '../../main/hub/tables/filing.ts'
import { createSettledCommandTable } from '../../main/hub/tables/settled-command.ts'
import { createTestHub } from '../support/test-hub.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouwen-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Opens the store in a process of its own; what it printed. */
async function openInAnotherProcess(): Promise<string> {
  const script = `import { openStore } from './main/hub/store/store.ts'
    try { openStore(process.argv[1]).close(); console.log('opened') } catch (problem) { console.log(problem.constructor.name) }`
  const args = ['--input-type=module', '-e', script, folder]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  return stdout.trim()
}

describe('the store', () => {
  test('has a write-ahead log and synchronous FULL, also when it is opened again', () => {
    for (let opening = 0; opening < 2; opening += 1) {
      const { store, close } = openStore(folder)
      expect(store.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(store.pragma('synchronous', { simple: true })).toBe(2)
      expect(store.pragma('foreign_keys', { simple: true })).toBe(1)
      close()
    }
  })

  test('belongs to one hub: a second in this process is refused', () => {
    const first = openStore(folder)
    expect(() => openStore(folder)).toThrow(StoreInUse)
    first.close()
    openStore(folder).close()
  })

  test('belongs to one hub: a second process is refused, and let in once the first has ended', async () => {
    const first = openStore(folder)
    expect(await openInAnotherProcess()).toBe('StoreInUse')
    first.close()
    expect(await openInAnotherProcess()).toBe('opened')
  })

  test('of a newer program is refused and left as it is, free for that program', () => {
    const { store, close } = openStore(folder)
    store.pragma('user_version = 99')
    close()
    expect(() => openStore(folder)).toThrow(StoreFromTheFuture)
    // Not StoreInUse: the refused opening has let go of the folder.
    expect(() => openStore(folder)).toThrow(StoreFromTheFuture)
    const reading = openForReading(join(folder, 'hall.db'))
    expect(reading.pragma('user_version', { simple: true })).toBe(99)
    reading.close()
  })

  test('of the first version keeps its journal and the answers it had given', () => {
    const first = new Database(join(folder, 'hall.db'))
    first.exec(theHall)
    first.pragma('user_version = 1')
    const answers = [
      { kind: 'done', seq: 1, made: { ticketId: 1 } },
      { kind: 'refused', code: 'hall-full' },
    ]
    first.exec(`INSERT INTO journal VALUES (1, 5, '2026-05-13', 'hub', 'press-0', 'TicketTaken', 1, '{}', 'x', 'y')`)
    const insert = first.prepare(`INSERT INTO settled_command VALUES (?, 'TakeTicket', 'screen:kiosk-1', 5, ?)`)
    answers.forEach((answer, at) => {
      insert.run(`press-${at}`, JSON.stringify(answer))
    })
    first.close()

    const { store, close } = openStore(folder)
    const settled = createSettledCommandTable(store)
    answers.forEach((outcome, at) => {
      expect(settled.find(`press-${at}`)).toEqual({ type: 'TakeTicket', actor: 'screen:kiosk-1', outcome })
    })
    expect(store.prepare('SELECT seq, hash FROM journal').all()).toEqual([{ seq: 1, hash: 'y' }])
    expect(() => store.exec(`UPDATE journal SET made = '{}'`)).toThrow('append-only')
    close()
  })

  test('of a version without stages keeps its filings, and counts those whose delivery is near or late', () => {
    const before = new Database(join(folder, 'hall.db'))
    for (const sql of [theHall, answersInTheJournal, itemVersions, thePromise]) before.exec(sql)
    before.pragma('user_version = 4')
    const body = { number: 'BJ-2026-000001', deliveryDue: { day: '2026-05-27', at: 30, warnAt: 20 } }
    const insert = before.prepare(
      `INSERT INTO filing (filing_id, year, serial, number, inquiry_id, item_code, status, owner_id, party_id, received_day,
         accepted_day, warn_at, due_at, is_open, is_unsigned, body)
       VALUES (@id, 2026, @id, @id, @id, 'P', @status, 'clerk-1', 'p', '2026-05-13', '2026-05-13', @warnAt, @dueAt, 1, 0, @body)`,
    )
    insert.run({ id: 1, status: 'produced', warnAt: null, dueAt: null, body: JSON.stringify(body) })
    insert.run({ id: 2, status: 'accepted', warnAt: 40, dueAt: 50, body: JSON.stringify({ promisedDue: null }) })
    before.close()

    const { store, close } = openStore(folder)
    const filings = createFilingTable(store)
    expect(filings.find(1)).toEqual({ ...body, stages: [] })
    expect(filings.openOf('clerk-1')).toHaveLength(2)
    expect([10, 20, 30, 40].map((now) => filings.countsAt(now))).toEqual(
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].map(([yellow, overdue]) => [{ ownerId: 'clerk-1', yellow, overdue }]),
    )
    close()
  })

  test('keeps everything over a restart, and numbers go on', async () => {
    const first = await createTestHub({ folder })
    first.take('A-REG')
    const { seq, hash } = first.hub.head()
    first.opened.close()

    const second = await createTestHub({ folder })
    expect(second.hub.head()).toMatchObject({ seq, hash })
    expect(second.hub.tables.ticket.waitingIn('A')).toBe(1)
    expect(second.ticket(second.take('A-REG')).serial).toBe(2)
    second.opened.close()
  })

  test('a connection for reports cannot write', async () => {
    const t = await createTestHub({ folder })
    t.take('A-REG')
    const reading = openForReading(t.opened.path)
    expect(reading.prepare('SELECT count(*) FROM ticket').pluck().get()).toBe(1)
    expect(() => reading.exec('DELETE FROM ticket')).toThrow(/readonly|query_only/)
    reading.close()
    t.opened.close()
  })
})

describe('the tables state the invariants again', () => {
  test('the journal is neither changed nor deleted from', async () => {
    const t = await createTestHub()
    t.take('A-REG')
    expect(() => t.hub.store.exec(`UPDATE journal SET actor = 'hub'`)).toThrow('append-only')
    expect(() => t.hub.store.exec('DELETE FROM journal WHERE seq = 1')).toThrow('append-only')
  })

  test.each([
    ['a number twice a day', `UPDATE ticket SET serial = 1`],
    ['two visitors at a window', `UPDATE ticket SET status = 'called', window_number = 1`],
    ['two on hold at a window', `UPDATE ticket SET status = 'held', window_number = 1`],
    ['one person waiting twice in a queue', `UPDATE ticket SET person_id = 'p-1'`],
    ['a waiting ticket at a window', `UPDATE ticket SET window_number = 1`],
    ['a service without a window', `UPDATE ticket SET status = 'serving'`],
    ['an end without a result', `UPDATE ticket SET status = 'done'`],
    ['a carried ticket without a day', `UPDATE ticket SET status = 'carried'`],
    ['a status nobody knows', `UPDATE ticket SET status = 'lost'`],
    ['a clerk at two windows', `UPDATE service_window SET status = 'open', staff_id = 's-1'`],
    ['an open window with nobody', `UPDATE service_window SET status = 'open'`],
    ['a text where a number belongs', `UPDATE ticket SET serial = 'one'`],
  ])('never %s', async (_, sql) => {
    const t = await createTestHub()
    t.take('A-REG')
    t.take('A-REG')
    expect(() => t.hub.store.exec(sql)).toThrow(/SQLITE_CONSTRAINT|constraint|cannot store/)
  })
})
