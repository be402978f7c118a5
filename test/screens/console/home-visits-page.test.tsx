import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { clearPage, click, inDialog, onlyCommand, openConsolePage, openDialog } from '../support/console-page.tsx'
import { done } from '../support/paper-hub.ts'
import { dispatchedView, homeVisitRow, paperPromise } from '../support/promise-fixtures.ts'

afterEach(clearPage)

const asksOfVisits = (hub: { asked: { name: string; input: unknown }[] }) =>
  hub.asked.filter(({ name }) => name === 'homeVisits').map(({ input }) => input)

describe('上门服务', () => {
  test('what has not ended is shown, old people marked and what is late said', async () => {
    const homeVisits = [homeVisitRow({ isLate: true }), homeVisitRow({ inquiryId: 6, number: 'SM-2026-000002' })]
    const hub = await openConsolePage('guide', 'home-visits', { promise: paperPromise({ homeVisits }) })
    const row = (await screen.findByText('SM-2026-000001')).closest('tr')!
    for (const words of ['老年人', '逾期', '待派单', '2026-11-24 上午'])
      expect(within(row).getByText(words)).toBeDefined()
    fireEvent.change(screen.getByLabelText('筛选'), { target: { value: '000002' } })
    expect(screen.queryByText('SM-2026-000001')).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: '今天' }))
    await waitFor(() => expect(asksOfVisits(hub)).toEqual([{ scope: 'open' }, { scope: 'today' }]))
  })

  test('a phone call becomes a line and a visit by one press, and the line opens', async () => {
    const answers = { RecordHomeVisit: done({ inquiryId: 5, number: 'SW-2026-000005' }) }
    const hub = await openConsolePage('guide', 'home-visits', { answers })
    const dialog = await openDialog('登记上门服务')
    dialog.fill(/询问内容/, '行动不便')
    dialog.fill('类别（不在目录内时填）', '其他')
    dialog.press('登记')
    expect(await dialog.findByText('请填写上门地址')).toBeDefined()
    expect(hub.commands).toEqual([])
    dialog.fill('姓名或单位名称', '孔令仪')
    dialog.fill('联系电话', '0000-1234567')
    dialog.fill('住址', '青溪村七组 3 号')
    dialog.press('登记')
    expect(await onlyCommand(hub)).toMatchObject({
      type: 'RecordHomeVisit',
      body: {
        channel: 'phone',
        matter: '行动不便',
        wishedDay: '2026-11-24',
        wishedHalf: 'either',
        party: { name: '孔令仪', idKind: 'none', address: '青溪村七组 3 号' },
      },
    })
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'inquiry', input: { inquiryId: 5 } }))
  })

  test('an opened visit shows who waits where, and what cannot be done says why', async () => {
    const promise = paperPromise({ homeVisits: [homeVisitRow()], inquiry: dispatchedView() })
    const hub = await openConsolePage('guide', 'home-visits', { promise })
    fireEvent.click(await screen.findByRole('button', { name: '打开 SM-2026-000001' }))
    const part = within(await screen.findByRole('region', { name: '上门服务' }))
    for (const words of ['孔令仪', '青溪村七组 3 号', '已派单']) expect(part.getByText(words)).toBeDefined()
    fireEvent.click(part.getByRole('button', { name: '申请人确认' }))
    expect(part.getByText('现在是“已派单”，不能确认。')).toBeDefined()
    fireEvent.click(part.getByRole('button', { name: '登记上门结果' }))
    const dialog = inDialog((await screen.findAllByRole('dialog')).at(-1)!)
    dialog.choose('带回办理')
    dialog.fill(/办理情况/, '材料带回')
    dialog.press('登记上门结果')
    expect(await onlyCommand(hub)).toEqual({
      type: 'ReportHomeVisit',
      body: { inquiryId: 5, result: 'taken-along', note: '材料带回' },
    })
  })

  test('the menu leads a guide to it, and a slip that lacks something is not printed', async () => {
    const lacking = { ...paperPromise().boardPrint, lacking: ['上门人'] }
    const promise = paperPromise({ homeVisits: [homeVisitRow()], inquiry: dispatchedView(), boardPrint: lacking })
    await openConsolePage('guide', 'home-visits', { promise })
    fireEvent.click(await screen.findByRole('button', { name: '打开 SM-2026-000001' }))
    await screen.findByRole('region', { name: '上门服务' })
    click('打印上门服务单')
    expect(await screen.findByText('还缺：上门人，补全后才能打印。')).toBeDefined()
  })
})
