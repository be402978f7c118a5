import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkStore, type Findings, isFlawless } from './check-store.ts'
import { type KillReport, killHub, quantile, seededRandom } from './kill-hub.ts'

const cycles = 12
const screenMsMax = 2_000

let report: KillReport
beforeAll(async () => {
  report = await killHub(cycles, seededRandom(20260513))
}, 180_000)
afterAll(() => rmSync(dirname(report.folder), { recursive: true }))

describe(`a hub that is killed ${cycles} times under load`, () => {
  test('answers every press in the end, those that were under way by their second sending', () => {
    expect(report.acknowledged).toBe(report.presses.length)
    expect(report.presses.length).toBeGreaterThan(cycles * 10)
    expect(report.resent).toBeGreaterThan(cycles)
  })

  test('loses nothing that it answered', () => {
    expect(report.findings.lost).toEqual([])
  })

  test('does nothing twice', () => {
    expect(report.findings.doubled).toEqual([])
  })

  test('leaves no gap in the numbers', () => {
    expect(report.findings.gaps).toEqual([])
    const numbers = report.presses.filter((press) => press.type === 'TakeTicket' && press.outcome?.kind === 'done')
    expect(numbers.length).toBeGreaterThan(cycles)
  })

  test('keeps the chain, the file and the tables whole, and takes back nothing that a screen has shown', () => {
    expect(report.findings.broken).toEqual([])
  })

  test('shows a waiting screen the newest view within two seconds of its restart', () => {
    expect(report.screenMs).toHaveLength(cycles)
    expect(Math.max(...report.screenMs)).toBeLessThan(screenMsMax)
    expect(Math.min(...report.screenMs)).toBeGreaterThan(0)
    expect(quantile(report.restartMs, 0.5)).toBeLessThan(10_000)
  })
})

/** The same check on a copy of the store that somebody has spoiled: it must be able to find something. */
describe('the check of a killed hub', () => {
  const ofTicket = `(SELECT max(seq) FROM journal WHERE type = 'TicketTaken')`
  const lastTicket = `(SELECT max(ticket_id) FROM ticket)`

  function spoiled(spoil: (store: Database.Database) => void): Findings {
    const folder = mkdtempSync(join(tmpdir(), 'shouwen-spoiled-'))
    cpSync(report.folder, folder, { recursive: true })
    const store = new Database(join(folder, 'hall.db'))
    store.exec('DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_deleted;')
    spoil(store)
    store.close()
    const findings = checkStore(folder, report.presses, 0)
    rmSync(folder, { recursive: true })
    return findings
  }

  test('finds nothing in a copy that nobody touched', () => {
    expect(isFlawless(spoiled(() => {}))).toBe(true)
  })

  test.each<[string, keyof Findings, string]>([
    ['an answer that was not kept', 'lost', 'UPDATE journal SET command = NULL, made = NULL'],
    ['an answer that is another now', 'lost', `UPDATE journal SET made = '{"number":"A999"}' WHERE made IS NOT NULL`],
    ['a refusal that was not kept', 'lost', 'DELETE FROM settled_command'],
    ['a refusal that is another now', 'lost', `UPDATE settled_command SET outcome = '{"kind":"fault"}'`],
    ['an entry that is gone', 'lost', `DELETE FROM journal WHERE seq = ${ofTicket}`],
    [
      'a press that took effect twice',
      'doubled',
      `INSERT INTO journal
         SELECT seq + 1000000, at, hall_day, actor, command_id, type, version, body, hash, hash || 'x', command, made
         FROM journal WHERE seq = ${ofTicket}`,
    ],
    [
      'a ticket that was called twice',
      'doubled',
      `INSERT INTO journal
         SELECT seq + 1000000, at, hall_day, actor, 'other', type, version, body, hash, hash || 'x', NULL, NULL
         FROM journal WHERE type = 'TicketCalled' LIMIT 1`,
    ],
    ['a gap in the numbers', 'gaps', `UPDATE ticket SET serial = serial + 1 WHERE ticket_id = ${lastTicket}`],
    ['a changed entry', 'broken', `UPDATE journal SET actor = 'hub' WHERE seq = ${ofTicket}`],
    [
      'a table off the journal',
      'broken',
      `UPDATE ticket SET call_count = call_count + 1 WHERE ticket_id = ${lastTicket}`,
    ],
  ])('finds %s', (_, finding, sql) => {
    expect(spoiled((store) => store.exec(sql))[finding]).not.toEqual([])
  })

  test('finds a journal that ends before what a screen has shown', () => {
    const findings = checkStore(report.folder, report.presses, 10_000_000)
    expect(findings.broken).toEqual([expect.stringContaining('a screen has shown')])
  })

  test('finds a damaged file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shouwen-damaged-'))
    cpSync(report.folder, folder, { recursive: true })
    const path = join(folder, 'hall.db')
    const bytes = readFileSync(path)
    // Somewhere in the pages of the middle; the first one says what kind of file it is.
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 3_000)
    writeFileSync(path, bytes)
    let findings: Findings | undefined
    try {
      findings = checkStore(folder, report.presses, 0)
    } catch (problem) {
      expect(String(problem)).toMatch(/SQLITE_CORRUPT|malformed/)
    }
    if (findings !== undefined) expect(isFlawless(findings)).toBe(false)
    rmSync(folder, { recursive: true })
  })
})
