import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { LogVerification } from '../../../shared/contract/log-view.ts'
import { clearPage, click, openConsolePage } from '../support/console-page.tsx'
import { paperLogs } from '../support/log-fixtures.ts'

afterEach(() => {
  clearPage()
  Reflect.deleteProperty(window, 'hallShell')
})

const closed = {
  number: 'RZ-2026-000231',
  year: 2026,
  serial: 231,
  at: Date.UTC(2026, 10, 24, 10, 30),
  by: 'id-lead',
  isLate: false,
  fromSeq: 2,
  toSeq: 40,
  headHash: 'ef',
  contentHash: 'cd',
  namesHash: 'ab',
}
const refusal = {
  code: 'log-too-early',
  facts: { clock: '18:00' },
  sentence: '这一天的工作到 18:00 才结束，请下班后再结账。',
  clause: '',
} as const

function openLog(closeRefusal: typeof refusal | null) {
  const { view } = paperLogs()
  return paperLogs({ view: { ...view, closeRefusal } })
}

function closedLog() {
  const { view } = paperLogs()
  return paperLogs({ view: { ...view, log: { ...view.log, closed } } })
}

describe('纪律日志', () => {
  test('what is missing stands out among the days of the month', async () => {
    const row = { number: null, closedAt: null, closedByName: '', isLate: false, noteCount: 0, printCount: 0 }
    const rows = [
      { ...row, day: '2026-11-24', isMissing: false },
      { ...row, day: '2026-11-23', isMissing: true },
    ]
    const hub = await openConsolePage('supervisor', 'logs', { logs: paperLogs({ rows }) })
    const line = (day: string) => screen.getByRole('button', { name: day }).closest('tr')!
    await screen.findByRole('button', { name: '2026-11-23' })
    expect(within(line('2026-11-23')).getByText('逾期未结账')).toBeDefined()
    expect(within(line('2026-11-24')).getByText('未结账')).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: '2026-11-23' }))
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'disciplineLog', input: { day: '2026-11-23' } }))
  })

  test('why a day cannot be closed yet stands beside the key', async () => {
    await openConsolePage('supervisor', 'logs', { logs: openLog(refusal) })
    expect(await screen.findByText(refusal.sentence)).toBeDefined()
    expect(screen.getByRole('button', { name: '结账' })).toHaveProperty('disabled', true)
  })

  test('lines typed with Enter become one line of the journal', async () => {
    const hub = await openConsolePage('supervisor', 'logs', { logs: openLog(null) })
    fireEvent.click(await screen.findByRole('button', { name: '填写' }))
    fireEvent.change(await screen.findByLabelText('通报意见'), { target: { value: '表扬 3 号窗口\n\n 批评迟到 ' } })
    click('保存')
    await waitFor(() => expect(hub.commands).toHaveLength(1))
    expect(hub.commands[0]).toMatchObject({
      type: 'WriteDisciplineLog',
      body: { words: { opinion: '表扬 3 号窗口；批评迟到' } },
    })
  })

  test('the hub is told which file was made of a closed log', async () => {
    const fileHash = 'a'.repeat(64)
    const printHtml = vi.fn().mockResolvedValue({ ok: true, path: '/prints/RZ.pdf', fileHash })
    Object.assign(window, { hallShell: { printers: async () => [], printHtml } })
    const hub = await openConsolePage('supervisor', 'logs', { logs: closedLog() })
    fireEvent.click(await screen.findByRole('button', { name: '存为 PDF' }))
    await waitFor(() => expect(hub.commands).toHaveLength(1))
    expect(hub.commands[0]).toEqual({ type: 'RecordLogPrint', body: { day: '2026-05-13', fileHash } })
  })

  test('an administrator reads and checks logs and writes none', async () => {
    await openConsolePage('administrator', 'logs', { logs: openLog(null) })
    expect(await screen.findByRole('button', { name: '打印核对稿' })).toBeDefined()
    expect(screen.queryByRole('button', { name: '结账' })).toBeNull()
  })
})

describe('日志核验', () => {
  async function verify(verification: LogVerification): Promise<void> {
    await openConsolePage('supervisor', 'logs', { logs: paperLogs({ verification }) })
    fireEvent.click(await screen.findByRole('tab', { name: '日志核验' }))
  }
  const genuine = paperLogs().verification

  test('a number that is typed is looked up, and the proof says what it rests on', async () => {
    await verify(genuine)
    fireEvent.change(await screen.findByLabelText('日志编号'), { target: { value: 'rz-2026-000001' } })
    click('按编号核验')
    expect(await screen.findByText('属实：RZ-2026-000001（2026-05-13）与流水一致')).toBeDefined()
    expect(screen.getByText('第 2 至 40 条')).toBeDefined()
  })

  test('a file of which one byte was altered fails, and says why', async () => {
    await verify({ ...genuine, isGenuine: false, file: 'altered' })
    await screen.findByRole('button', { name: '选 PDF 文件' })
    const field = document.querySelector('input[type=file]')!
    fireEvent.change(field, { target: { files: [new File(['%PDF'], 'log.pdf')] } })
    expect(await screen.findByText('核验没有通过')).toBeDefined()
    expect(screen.getByText(/与登记的任何一份都不一致/)).toBeDefined()
  })

  test('every reason is told: a broken chain, another count, an unknown number', async () => {
    const chain = { isWhole: false, brokenAt: 17, entriesChecked: 16 }
    await verify({ ...genuine, isGenuine: false, chain, isContentWhole: false, differences: ['windows'] })
    fireEvent.change(await screen.findByLabelText('日志编号'), { target: { value: 'RZ-2026-000001' } })
    click('按编号核验')
    expect(await screen.findByText(/从第 17 条起断裂/)).toBeDefined()
    expect(screen.getByText(/与校验值不符/)).toBeDefined()
    expect(screen.getByText(/这些部分不同：windows/)).toBeDefined()
  })
})
