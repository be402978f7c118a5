import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { clearPage, click, openConsolePage } from '../support/console-page.tsx'

afterEach(() => {
  clearPage()
  vi.restoreAllMocks()
})

async function chooseFile(name: string): Promise<void> {
  await screen.findByRole('button', { name: '导入' })
  const field = document.querySelector('input[type=file]')!
  fireEvent.change(field, { target: { files: [new File(['serviceItems: []'], name)] } })
}

describe('items as a file', () => {
  test('a file with mistakes is answered row by row, and says that nothing was imported', async () => {
    const mistakes = [
      { sheet: '事项', row: 3, column: '办件类型', sentence: '只能填 即办件' },
      { sheet: '材料', row: 7, column: '材料名称', sentence: '没有填写' },
    ]
    await openConsolePage('administrator', 'items', { itemImport: { kind: 'mistakes', mistakes } })
    await chooseFile('事项.xlsx')
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText('文件有 2 处要改，什么都没有导入。改好后请重新导入整个文件。')).toBeDefined()
    const rows = dialog.getAllByRole('row').map((row) => row.textContent)
    expect(rows).toContain('事项3办件类型只能填 即办件')
    expect(rows).toContain('材料7材料名称没有填写')
  })

  test('a file goes in the form that its name says', async () => {
    const itemImport = { kind: 'done', published: 2, unchanged: 27 } as const
    const hub = await openConsolePage('administrator', 'items', { itemImport })
    await chooseFile('事项.XLSX')
    expect(await screen.findByText('已导入：2 项有变化，27 项没有变化')).toBeDefined()
    await chooseFile('items.yml')
    await waitFor(() =>
      expect(hub.asked.filter(({ name }) => name === 'itemFile').map(({ input }) => input)).toEqual([
        'POST /api/item-file?format=xlsx',
        'POST /api/item-file?format=yaml',
      ]),
    )
  })

  test('an export is kept where the browser keeps files', async () => {
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    Object.assign(URL, { createObjectURL: () => 'blob:items', revokeObjectURL: () => {} })
    const hub = await openConsolePage('administrator', 'items')
    await screen.findByRole('button', { name: '导出 Excel' })
    click('导出 Excel')
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toBe('事项.xlsx')
    expect(hub.asked).toContainEqual({ name: 'itemFile', input: 'GET /api/item-file?format=xlsx' })
  })

  test('a cable that is pulled is said', async () => {
    const hub = await openConsolePage('administrator', 'items')
    await screen.findByRole('button', { name: '导入' })
    hub.isReachable = false
    await chooseFile('items.yaml')
    expect(await screen.findByText(/主机没有应答/)).toBeDefined()
  })
})
