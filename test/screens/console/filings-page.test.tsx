import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import {
  clearPage,
  click,
  inDialog,
  onlyCommand,
  openConsolePage,
  openDialog,
  select,
} from '../support/console-page.tsx'
import { filingRow, paperPromise, stagedFilingView } from '../support/promise-fixtures.ts'

afterEach(clearPage)

const late = filingRow({
  filingId: 4,
  number: 'BJ-2026-000004',
  itemName: '食品小作坊登记',
  ownerName: '钱乙',
  heldByName: '',
  light: 'red',
  remaining: { workdays: -1, minutes: null },
})
const matters = { seq: 40, filings: [filingRow(), late], inquiries: [], offeredToMe: [], alarms: [] }
const numbers = () => screen.queryAllByText(/^BJ-2026-/).map(({ textContent }) => textContent)

describe('办件', () => {
  test('what is late stands first, and the counts of the hall above it', async () => {
    const hub = await openConsolePage('supervisor', 'filings', { promise: paperPromise({ matters }) })
    hub.push({ promise: { openFilings: 2, yellow: 0, overdue: 1, offered: 0, alarms: 3 } })
    expect(await screen.findByText('超 1 个工作日')).toBeDefined()
    expect(numbers()).toEqual(['BJ-2026-000004', 'BJ-2026-000003'])
    const counts = within(screen.getByLabelText('在办情况'))
    await waitFor(() => expect(counts.getByText('预警').nextElementSibling!.textContent).toBe('3'))
    expect(hub.asked).toContainEqual({ name: 'matters', input: { scope: 'hall' } })
  })

  test('a light or a name narrows the list', async () => {
    await openConsolePage('supervisor', 'filings', { promise: paperPromise({ matters }) })
    await screen.findByText('BJ-2026-000003')
    fireEvent.click(screen.getByRole('radio', { name: '绿灯' }))
    expect(numbers()).toEqual(['BJ-2026-000003'])
    fireEvent.change(screen.getByLabelText('筛选'), { target: { value: '钱乙' } })
    expect(screen.getByText('没有符合条件的办件')).toBeDefined()
  })

  test('a change around the promise is shown without anybody asking', async () => {
    const hub = await openConsolePage('supervisor', 'filings')
    expect(await screen.findByText('没有在办的办件')).toBeDefined()
    hub.promise.matters = matters
    hub.push({ promiseSeq: 41 })
    expect(await screen.findByText('BJ-2026-000004')).toBeDefined()
  })

  test('a number on paper finds its filing, and what is not found is said', async () => {
    const hub = await openConsolePage('supervisor', 'filings')
    fireEvent.change(screen.getByLabelText('找办件'), { target: { value: 'GZ-2026-000009' } })
    click('查找')
    expect(await screen.findByText('没有找到。请核对编号、票号或证件号码。')).toBeDefined()
    hub.promise.matterFound = { filings: [late], inquiries: [] }
    click('查找')
    expect(await screen.findByText('BJ-2026-000004')).toBeDefined()
    expect(hub.asked).toContainEqual({ name: 'findMatter', input: { text: 'GZ-2026-000009' } })
  })

  test.each([
    { role: 'supervisor', page: 'filings' },
    { role: 'administrator', page: 'staff' },
  ] as const)('everything of somebody who leaves goes to one other person, by a $role', async ({ role, page }) => {
    const hub = await openConsolePage(role, page)
    const dialog = await openDialog('全部改派')
    await select(dialog.getByRole('combobox', { name: '原负责人' }), /赵甲/)
    await select(dialog.getByRole('combobox', { name: '接手人' }), /钱乙/)
    dialog.fill('原因', '调离')
    dialog.press('全部改派')
    expect(await onlyCommand(hub)).toEqual({
      type: 'ReassignMatters',
      body: { fromStaffId: 'id-zhao', toStaffId: 'id-qian', reason: '调离' },
    })
  })

  describe('with stages', () => {
    async function openStaged() {
      const promise = paperPromise({
        matters: { ...matters, filings: [filingRow({ stageName: '受理审查' })] },
        filing: stagedFilingView(),
      })
      const hub = await openConsolePage('supervisor', 'filings', { promise })
      expect(await screen.findByText('受理审查')).toBeDefined()
      const drawer = await openDialog('打开 BJ-2026-000003')
      return { hub, drawer }
    }
    /** The form of an action, above the drawer. */
    async function openAction(name: string) {
      click(name)
      const dialogs = await waitFor(() => {
        const found = screen.getAllByRole('dialog')
        expect(found).toHaveLength(2)
        return found
      })
      return inDialog(dialogs[1]!)
    }

    test('the opened filing says who has which stage until when, and which light it has', async () => {
      const { drawer } = await openStaged()
      expect(await drawer.findByText('受理审查（2026-05-15 到期）')).toBeDefined()
      fireEvent.click(drawer.getByRole('tab', { name: '环节' }))
      const rows = (await drawer.findAllByRole('row')).map(({ textContent }) => textContent)
      expect(rows.find((row) => row!.startsWith('受理审查'))).toMatch(/^受理审查橙灯钱一2 个工作日.*2026-05-15办理中$/)
      expect(rows.find((row) => row!.startsWith('现场勘验'))).toBe('现场勘验4 个工作日未开始')
    })

    test('a stage is finished with an opinion, and the next one given to somebody', async () => {
      const { hub } = await openStaged()
      const dialog = await openAction('办结环节')
      expect(dialog.getByText('办结后进入下一环节：现场勘验')).toBeDefined()
      dialog.fill('环节意见（请不要写姓名、证件号和电话）', '材料相符')
      await select(dialog.getByRole('combobox', { name: '下一环节经办人（不选：仍由承办人办理）' }), /钱乙/)
      dialog.press('办结环节')
      expect(await onlyCommand(hub)).toEqual({
        type: 'FinishStage',
        body: { filingId: 1, opinion: '材料相符', nextHandlerId: 'id-qian' },
      })
    })

    test('who decides is told which stages he comes before', async () => {
      await openStaged()
      const dialog = await openAction('作出决定')
      expect(dialog.getByText(/^还有环节没有进行：现场勘验、审核决定。/)).toBeDefined()
    })
  })
})
