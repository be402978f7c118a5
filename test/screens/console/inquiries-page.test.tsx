import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HallShell } from '../../../shared/contract/shell.ts'
import { clearPage, click, onlyCommand, openConsolePage, openDialog } from '../support/console-page.tsx'
import { done } from '../support/paper-hub.ts'
import { inquiryRow, paperPromise } from '../support/promise-fixtures.ts'

afterEach(() => {
  clearPage()
  vi.stubGlobal('hallShell', undefined)
})

const asksOfRegister = (hub: { asked: { name: string; input: unknown }[] }) =>
  hub.asked.filter(({ name }) => name === 'inquiryRegister').map(({ input }) => input)

describe('首问登记', () => {
  test('the register of today is shown, and of other days on request', async () => {
    const hub = await openConsolePage('guide', 'inquiries', {
      promise: paperPromise({ inquiryRegister: [inquiryRow()] }),
    })
    expect(await screen.findByText('SW-2026-000005')).toBeDefined()
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '2026-11-01' } })
    click('查看')
    await waitFor(() =>
      expect(asksOfRegister(hub)).toEqual([
        { from: '2026-11-24', to: '2026-11-24' },
        { from: '2026-11-01', to: '2026-11-24' },
      ]),
    )
  })

  test('days that run backwards are complained about and not asked for', async () => {
    const hub = await openConsolePage('guide', 'inquiries')
    fireEvent.change(await screen.findByLabelText('从'), { target: { value: '2026-11-25' } })
    click('查看')
    expect(await screen.findByText('开始日期不能晚于结束日期')).toBeDefined()
    expect(asksOfRegister(hub)).toHaveLength(1)
  })

  test('a guide records a phone call, and the line opens', async () => {
    const answers = { RecordFirstInquiry: done({ inquiryId: 5, number: 'SW-2026-000005' }) }
    const hub = await openConsolePage('guide', 'inquiries', { answers })
    const dialog = await openDialog('登记首问')
    dialog.fill('类别（不在目录内时填）', '其他')
    dialog.press('查询办理进度')
    dialog.press('登记')
    expect(await onlyCommand(hub)).toMatchObject({
      type: 'RecordFirstInquiry',
      body: { channel: 'phone', category: '其他', matter: '查询办理进度' },
    })
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'inquiry', input: { inquiryId: 5 } }))
  })

  test('the register goes to paper, and what somebody typed stays text there', async () => {
    const printHtml = vi.fn<HallShell['printHtml']>(async () => ({ ok: true }))
    vi.stubGlobal('hallShell', { printers: async () => [], printHtml })
    await openConsolePage('supervisor', 'inquiries', {
      promise: paperPromise({ inquiryRegister: [inquiryRow({ matter: '<img src=x>补证' })] }),
    })
    fireEvent.click(await screen.findByRole('button', { name: '打印登记簿' }))
    await waitFor(() => expect(printHtml).toHaveBeenCalledOnce())
    const { html, widthMm, heightMm } = printHtml.mock.calls[0]![0]
    expect([widthMm, heightMm]).toEqual([210, 297])
    const paper = new DOMParser().parseFromString(html, 'text/html')
    expect(paper.querySelector('img')).toBeNull()
    expect([...paper.querySelectorAll('td')].map(({ textContent }) => textContent)).toContain('<img src=x>补证')
  })
})
