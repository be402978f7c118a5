import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HallShell } from '../../../shared/contract/shell.ts'
import { promiseSettings } from '../../../shared/vocabulary/promise-settings.ts'
import { serviceBoards } from '../../../shared/vocabulary/service-board.ts'
import { clearPage, click, onlyCommand, openConsolePage, openDialog, select } from '../support/console-page.tsx'
import { done, refusedWith } from '../support/paper-hub.ts'
import { paperPromise } from '../support/promise-fixtures.ts'

afterEach(() => {
  clearPage()
  vi.stubGlobal('hallShell', undefined)
})

const boards = serviceBoards.parse({
  procedures: ['取号', '受理'],
  contacts: [{ staffId: 'id-zhao', position: '受理岗' }],
  responsible: { staffId: 'id-gone', position: '主任', officePhone: '0000-0000001' },
})
const withBoards = (missing: string[] = []) => ({
  promise: paperPromise({ boards: { boards, version: 2, missing, names: { 'id-zhao': '赵甲', 'id-gone': '孙丙' } } }),
})

describe('公开与联系卡', () => {
  test('what is missing is named, and one who has left is seen as such', async () => {
    await openConsolePage('administrator', 'boards', withBoards(['文明用语', '名单中有人已离岗']))
    expect(await screen.findByText('还缺：文明用语、名单中有人已离岗')).toBeDefined()
    expect(screen.getByText('孙丙（已离岗）')).toBeDefined()
    expect(screen.queryByRole('button', { name: '发放联系卡' })).toBeNull()
  })

  test('the boards are published line by line, and nobody is a choice', async () => {
    const hub = await openConsolePage('administrator', 'boards', withBoards())
    fireEvent.change(await screen.findByLabelText('文明用语'), { target: { value: '您好\n\n 请慢走 ' } })
    await select(screen.getAllByRole('combobox', { name: '人员' })[1]!, '不设')
    click('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishServiceBoards',
      body: { boards: { ...boards, phrases: ['您好', '请慢走'], responsible: null } },
    })
  })

  test('a wall that lacks something is not printed', async () => {
    const printHtml = vi.fn<HallShell['printHtml']>(async () => ({ ok: true }))
    vi.stubGlobal('hallShell', { printers: async () => [], printHtml })
    const hub = await openConsolePage('administrator', 'boards', withBoards(['文明用语']))
    hub.promise.boardPrint = { ...hub.promise.boardPrint, lacking: ['文明用语'] }
    fireEvent.click(await screen.findByRole('button', { name: '打印公开栏' }))
    expect(await screen.findByText('还缺：文明用语，补全后才能打印。')).toBeDefined()
    expect(printHtml).not.toHaveBeenCalled()
    hub.promise.boardPrint = { ...hub.promise.boardPrint, lacking: [] }
    click('打印联系卡')
    await waitFor(() => expect(printHtml).toHaveBeenCalledOnce())
    expect(hub.asked).toContainEqual({ name: 'boardPrint', input: { kind: 'card' } })
  })

  test('a card goes to a household, not to a name, and gets a number', async () => {
    const answers = { IssueContactCard: done({ cardNumber: 'LX-2026-000001' }) }
    const hub = await openConsolePage('supervisor', 'boards', { ...withBoards(), answers })
    const dialog = await openDialog('发放联系卡')
    dialog.fill('哪一户（村组和门牌）', '三组 12 号')
    dialog.press('发放联系卡')
    expect(await screen.findByText('联系卡 LX-2026-000001 已登记发放')).toBeDefined()
    expect(await onlyCommand(hub)).toEqual({ type: 'IssueContactCard', body: { household: '三组 12 号' } })
  })

  test('a card is refused while the boards are incomplete', async () => {
    const answers = { IssueContactCard: refusedWith('boards-incomplete', { missing: '文明用语' }) }
    await openConsolePage('supervisor', 'boards', { ...withBoards(['文明用语']), answers })
    const dialog = await openDialog('发放联系卡')
    dialog.fill('哪一户（村组和门牌）', '三组 12 号')
    dialog.press('发放联系卡')
    expect(await dialog.findByText('公开内容还缺：文明用语，补全后才能打印和发放。')).toBeDefined()
  })
})

describe('首问与时限设置', () => {
  test('what no statute fixes is published whole', async () => {
    const hub = await openConsolePage('administrator', 'settings')
    fireEvent.click(await screen.findByRole('tab', { name: '首问与时限' }))
    fireEvent.change(await screen.findByLabelText('补正期限（自然日）'), { target: { value: '60' } })
    fireEvent.click(screen.getAllByRole('button', { name: '保存' }).at(-1)!)
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishPromiseSettings',
      body: { settings: promiseSettings.parse({ correctionDays: 60 }) },
    })
  })
})
