import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { numberInPdf, verifyLog } from '../../main/hub/reports/verify-log.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { workday } from '../support/sample-hall.ts'
import { createTestHub, type TestHub } from '../support/test-hub.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A hall that was at work all day: numbers taken, served, a pause, one that never came. */
async function dayOver(): Promise<TestHub & { folder: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-log-'))
  folders.push(folder)
  const t = await createTestHub({ folder, at: '08:55' })
  const clerk = t.staff('1001')
  t.must(clerk, 'OpenServiceWindow', { windowNumber: 1 })
  t.clock.set(workday, '09:00')
  t.take('A-REG')
  t.take('A-REG')
  t.clock.set(workday, '09:10')
  const { ticketId } = t.must(clerk, 'CallNextTicket', { windowNumber: 1 }) as { ticketId: number }
  t.must(clerk, 'StartService', { windowNumber: 1, ticketId })
  t.clock.set(workday, '09:20')
  t.must(clerk, 'FinishService', { windowNumber: 1, ticketId, resultCode: 'completed' })
  t.must(clerk, 'PauseServiceWindow', { windowNumber: 1, reason: '03', note: '' })
  t.clock.set(workday, '09:45')
  t.must(clerk, 'ResumeServiceWindow', { windowNumber: 1 })
  t.clock.set(workday, '18:30')
  const supervisor = t.staff('3001')
  const close = () => {
    t.must(supervisor, 'WriteDisciplineLog', {
      day: workday,
      words: { weather: '晴', leaderId: supervisor.staffId, environment: '', incidents: '', opinion: '无' },
    })
    t.must(supervisor, 'CloseDisciplineLog', { day: workday })
  }
  return { ...t, folder, close }
}

describe('每日纪律巡查日志', () => {
  test('tells the day as its entries have it', async () => {
    const t = await dayOver()
    t.close()
    const { content } = t.hub.tables.disciplineLog.find(workday)!.closed!
    expect(content.windows).toEqual({
      taken: 2,
      done: 1,
      missed: 0,
      cancelled: 0,
      averageWaitMinutes: 10,
      longestWaitMinutes: 10,
      pastClosing: 0,
      longestPauses: [{ windowNumber: 1, minutes: 25 }],
    })
  })

  test('counts a service as past closing that began in the lunch break and went on in the afternoon', async () => {
    const t = await createTestHub({ at: '11:00' })
    const clerk = t.staff('1001')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 1 })
    const ticketId = t.take('A-REG')
    const at = { windowNumber: 1, ticketId }
    t.clock.set(workday, '12:10')
    t.must(t.staff('3001'), 'OpenDutyWindow', { windowNumber: 1, reason: '群众较多' })
    t.must(clerk, 'CallNextTicket', { windowNumber: 1 })
    t.must(clerk, 'StartService', at)
    t.must(clerk, 'HoldTicket', { ...at, reason: '补复印件' })
    t.clock.set(workday, '14:05')
    t.must(clerk, 'ResumeTicket', at)
    t.must(clerk, 'StartService', at)
    t.clock.set(workday, '14:20')
    t.must(clerk, 'FinishService', { ...at, resultCode: 'completed' })
    expect(t.hub.tables.ticket.find(ticketId)?.isPastClosing).toBe(true)
  })

  test('is not closed before the work of the day is over, and not without leader and opinion', async () => {
    const t = await dayOver()
    const supervisor = t.staff('3001')
    t.clock.set(workday, '17:59')
    expect(t.refusalOf(supervisor, 'CloseDisciplineLog', { day: workday })).toBe('log-too-early')
    t.clock.set(workday, '18:00')
    expect(t.refusalOf(supervisor, 'CloseDisciplineLog', { day: workday })).toBe('log-lacks')
  })

  test('stays frozen once it is closed: notes come beside it, nothing else', async () => {
    const t = await dayOver()
    t.close()
    const before = t.hub.tables.disciplineLog.find(workday)
    const supervisor = t.staff('3001')
    const words = { weather: '雨', leaderId: '', environment: '', incidents: '', opinion: '' }
    expect(t.refusalOf(supervisor, 'WriteDisciplineLog', { day: workday, words })).toBe('log-closed')
    expect(t.refusalOf(supervisor, 'CloseDisciplineLog', { day: workday })).toBe('log-closed')
    t.must(supervisor, 'NoteOnDisciplineLog', { day: workday, text: '打印机 10 点修好' })
    const after = t.hub.tables.disciplineLog.find(workday)
    expect(after?.closed).toEqual(before?.closed)
    expect(after?.notes.map(({ text }) => text)).toEqual(['打印机 10 点修好'])
    expect(() =>
      t.opened.store
        .prepare(`UPDATE discipline_log SET body = json_set(body, '$.closed.content.windows.done', 9) WHERE day = ?`)
        .run(workday),
    ).toThrow('frozen')
  })

  test('of a day is proved from the journal alone, and a file that was made of it by its bytes', async () => {
    const t = await dayOver()
    t.close()
    const { number } = t.hub.tables.disciplineLog.find(workday)!.closed!
    const fileHash = 'a'.repeat(64)
    t.must(t.staff('3001'), 'RecordLogPrint', { day: workday, fileHash })
    const verify = (asked: { fileHash: string | null; number: string | null }) =>
      verifyLog(t.opened.store, t.opened.path, asked)

    expect(verify({ fileHash: null, number })).toMatchObject({ isGenuine: true, day: workday, differences: [] })
    expect(verify({ fileHash, number: null })).toMatchObject({ isGenuine: true, number, file: 'registered' })
    expect(verify({ fileHash: 'b'.repeat(64), number })).toMatchObject({ isGenuine: false, file: 'altered' })
    expect(verify({ fileHash: null, number: 'RZ-2026-000009' })).toMatchObject({ isGenuine: false, day: null })
  })

  test('is still proved after days of other work and a restart', async () => {
    const t = await dayOver()
    t.close()
    t.clock.set('2026-05-14', '09:00')
    t.must(t.staff('1001'), 'OpenServiceWindow', { windowNumber: 1 })
    t.take('A-REG')
    t.opened.close()
    const opened = openStore(t.folder)
    expect(verifyLog(opened.store, opened.path, { fileHash: null, number: 'RZ-2026-000001' }).isGenuine).toBe(true)
    opened.close()
  })

  test('that somebody altered in the journal file is found out', async () => {
    const t = await dayOver()
    t.close()
    const { store, path } = t.opened
    store.exec('DROP TRIGGER journal_is_not_changed')
    store
      .prepare(
        `UPDATE journal SET body = replace(body, '"resultCode":"completed"', '"resultCode":"abandoned"') WHERE type = 'ServiceFinished'`,
      )
      .run()
    expect(verifyLog(store, path, { fileHash: null, number: 'RZ-2026-000001' })).toMatchObject({
      isGenuine: false,
      chain: { isWhole: false },
    })
  })

  test('is closed late after 09:00 of the next workday, and says so', async () => {
    const t = await dayOver()
    t.clock.set('2026-05-14', '08:59')
    expect(instantOf('2026-05-14', '09:00')).toBeGreaterThan(t.clock.now())
    t.close()
    expect(t.hub.tables.disciplineLog.find(workday)?.closed?.isLate).toBe(false)
    const late = await dayOver()
    late.clock.set('2026-05-14', '09:00')
    late.close()
    expect(late.hub.tables.disciplineLog.find(workday)?.closed?.isLate).toBe(true)
  })
})

test.each([
  ['in bytes', '/Title (RZ-2026-000231)'],
  ['in UTF-16', `/Title (${'RZ-2026-000231'.split('').join('\0')})`],
  [
    'in UTF-16 in hexadecimal, as Chromium does',
    '/Title <FEFF0052005A002D0032003000320036002D003000300030003200330031>',
  ],
])('a PDF that says its number %s is asked for by it', (_, title) => {
  expect(numberInPdf(Buffer.from(`%PDF-1.4\n<<${title}>>`, 'latin1'))).toBe('RZ-2026-000231')
})
