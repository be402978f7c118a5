import { beforeEach, describe, expect, test } from 'vitest'
import { entriesAfter, entryHash, firstBreak } from '../../main/hub/journal.ts'
import { createTestHub, type TestHub } from '../support/test-hub.ts'

let t: TestHub
let last: number
beforeEach(async () => {
  t = await createTestHub()
  for (let at = 0; at < 12; at += 1) t.take(at % 2 === 0 ? 'A-REG' : 'B-REG')
  last = t.hub.head().seq
})

/** What somebody with the file and a SQLite tool can do. */
function forge(sql: string): void {
  t.hub.store.exec('DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_deleted;')
  t.hub.store.exec(sql)
}
const brokenAt = () => firstBreak(t.hub.store).brokenAt

describe('the chain of the journal', () => {
  test('is whole as the hub wrote it, to the head it knows', () => {
    const { seq, hash } = t.hub.head()
    expect(firstBreak(t.hub.store)).toEqual({ brokenAt: null, checked: seq, headSeq: seq, headHash: hash })
  })

  test.each(['at', 'hall_day', 'actor', 'command_id', 'type', 'version', 'body'])('shows a changed %s', (column) => {
    const isNumber = column === 'at' || column === 'version'
    forge(`UPDATE journal SET ${column} = ${column} ${isNumber ? '+ 1' : "|| ' '"} WHERE seq = ${last - 5}`)
    expect(brokenAt()).toBe(last - 5)
  })

  test('shows a changed entry whose own hash was made to fit: the next one does not follow', () => {
    const entry = entriesAfter(t.hub.store, last - 6, 1)[0]!
    const forged = { ...entry, actor: 'staff:somebody-else' }
    forge(`UPDATE journal SET actor = '${forged.actor}', hash = '${entryHash(forged)}' WHERE seq = ${entry.seq}`)
    expect(brokenAt()).toBe(entry.seq + 1)
  })

  test('shows a deleted entry', () => {
    forge(`DELETE FROM journal WHERE seq = ${last - 5}`)
    expect(brokenAt()).toBe(last - 5)
  })

  test('shows an inserted entry for which the later ones were moved', () => {
    const place = last - 5
    forge(`
      UPDATE journal SET seq = -(seq + 1) WHERE seq >= ${place};
      UPDATE journal SET seq = -seq WHERE seq < 0;
      INSERT INTO journal (seq, at, hall_day, actor, command_id, type, version, body, previous_hash, hash)
        SELECT ${place}, at, hall_day, actor, command_id, type, version, body, previous_hash, hash || 'x'
        FROM journal WHERE seq = ${place - 1};`)
    expect(brokenAt()).toBe(place)
  })

  test('shows two swapped entries', () => {
    const [one, other] = [last - 5, last - 4]
    forge(`
      UPDATE journal SET seq = -1 WHERE seq = ${one};
      UPDATE journal SET seq = ${one} WHERE seq = ${other};
      UPDATE journal SET seq = ${other} WHERE seq = -1;`)
    expect(brokenAt()).toBe(one)
  })

  test('cannot show a cut-off end by itself: the head that was printed or sent elsewhere does', () => {
    const { hash } = t.hub.head()
    forge(`DELETE FROM journal WHERE seq > ${last - 3}`)
    const check = firstBreak(t.hub.store)
    expect(check.brokenAt).toBeNull()
    expect(check.headHash).not.toBe(hash)
  })

  test('can be checked from a known entry on', () => {
    const { seq, hash } = entriesAfter(t.hub.store, last - 4, 1)[0]!
    expect(firstBreak(t.hub.store, { seq, hash })).toMatchObject({ brokenAt: null, checked: last - seq })
    expect(firstBreak(t.hub.store, { seq, hash: 'f'.repeat(64) }).brokenAt).toBe(seq + 1)
  })

  test('is checked over the border of one reading', async () => {
    const many = Array.from({ length: 5_100 }, () =>
      t.hub.submit(
        t.envelope({ kind: 'hub' }, 'ReportClockJump', { fromAt: t.clock.now(), toAt: t.clock.now() + 60_000 }),
      ),
    )
    await Promise.all(many)
    expect(firstBreak(t.hub.store)).toMatchObject({ brokenAt: null, checked: last + 5_100 })
    forge(`UPDATE journal SET body = '{}' WHERE seq = 5050`)
    expect(brokenAt()).toBe(5050)
  })
})
