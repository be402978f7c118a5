import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { setup } from '../support/console-fixtures.ts'
import { clearPage, click, inDialog, onlyCommand, openConsolePage, openDialog } from '../support/console-page.tsx'
import { refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

const openTab = async (name: string) => fireEvent.click(await screen.findByRole('tab', { name }))

describe('日历', () => {
  test('a month shows what each day is', async () => {
    await openConsolePage('supervisor', 'timetable')
    await screen.findByText('2026 年 11 月')
    for (let back = 0; back < 10; back += 1) click('上个月')
    expect(screen.getByText('2026 年 1 月')).toBeDefined()
    expect(screen.getByRole('button', { name: '1 日 法定节假日' })).toBeDefined()
    expect(screen.getByRole('button', { name: '2 日 调休放假' })).toBeDefined()
    expect(screen.getByRole('button', { name: '4 日 调休上班' })).toBeDefined()
    expect(screen.getByRole('button', { name: '10 日 双休日' })).toBeDefined()
  })

  test('a year without a published calendar is called provisional, day by day', async () => {
    await openConsolePage('supervisor', 'timetable')
    await screen.findByText('2026 年 11 月')
    click('下个月')
    expect(screen.queryByText(/节假日数据未导入/)).toBeNull()
    click('下个月')
    expect(screen.getByText('2027 年的节假日数据未导入，本月工作日按周一至周五暂定。')).toBeDefined()
    expect(screen.getByText('工作日 21 天（暂定）')).toBeDefined()
    expect(screen.getByRole('button', { name: '1 日 工作日 暂定' })).toBeDefined()
  })

  test('a supervisor shuts the hall for a day with reason and document number', async () => {
    const hub = await openConsolePage('supervisor', 'timetable')
    fireEvent.click(await screen.findByRole('button', { name: '25 日 工作日' }))
    const dialog = inDialog(await screen.findByRole('dialog'))
    dialog.choose('不上班')
    dialog.press('保存')
    expect(await dialog.findByText('不能为空')).toBeDefined()
    dialog.fill(/^原因/, '台风停工')
    dialog.fill('文号', '县防指〔2026〕8号')
    dialog.press('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'OverrideCalendarDay',
      body: {
        override: { day: '2026-11-25', isWorkday: false, reason: '台风停工', documentNumber: '县防指〔2026〕8号' },
      },
    })
  })

  test('a day says which way the hall decides, or is not sent', async () => {
    const hub = await openConsolePage('supervisor', 'timetable')
    fireEvent.click(await screen.findByRole('button', { name: '25 日 工作日' }))
    const dialog = inDialog(await screen.findByRole('dialog'))
    dialog.fill(/^原因/, '台风停工')
    dialog.press('保存')
    expect(await dialog.findByText('请填写')).toBeDefined()
    expect(hub.commands).toEqual([])
  })

  test('an override is withdrawn', async () => {
    const overrides = [{ day: '2026-11-25', isWorkday: false, reason: '台风停工', documentNumber: '' }]
    const hub = await openConsolePage('supervisor', 'timetable', { setup: setup({ overrides }) })
    expect(await screen.findByRole('button', { name: '25 日 本厅停办' })).toBeDefined()
    const dialog = await openDialog('撤销调整 2026-11-25')
    dialog.press('确定')
    expect(await onlyCommand(hub)).toEqual({ type: 'WithdrawCalendarOverride', body: { day: '2026-11-25' } })
  })
})

describe('作息时间', () => {
  test('a season is published with its validity, hours and document', async () => {
    const hub = await openConsolePage('administrator', 'timetable')
    await openTab('作息时间')
    const dialog = await openDialog('增加作息时间')
    dialog.fill('名称', '夏季作息')
    dialog.fill('生效日期', '2027-06-01')
    dialog.fill(/^失效日期/, '2027-09-30')
    dialog.fill('文号', '县政办〔2027〕3号')
    dialog.fill('开始', '15:00', 1)
    dialog.press('保存')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishTimetable',
      body: {
        timetable: {
          timetableId: 'timetable-2',
          name: '夏季作息',
          validFrom: '2027-06-01',
          validTo: '2027-09-30',
          documentNumber: '县政办〔2027〕3号',
          segments: [
            { from: '08:00', to: '12:00', phase: 'open' },
            { from: '15:00', to: '17:00', phase: 'open' },
            { from: '17:00', to: '18:00', phase: 'linkup' },
          ],
        },
      },
    })
  })

  test('segments that overlap are complained about where they do', async () => {
    const hub = await openConsolePage('administrator', 'timetable')
    await openTab('作息时间')
    const dialog = await openDialog('修改 常年作息')
    dialog.fill('结束', '15:00')
    dialog.press('保存')
    const second = within(dialog.getByRole('group', { name: '时段 2' }))
    expect(await second.findByText('时段应按先后排列，不能重叠')).toBeDefined()
    expect(hub.commands).toEqual([])
  })

  test('the last timetable without an end stays', async () => {
    const answers = { WithdrawTimetable: refusedWith('timetable-missing') }
    await openConsolePage('administrator', 'timetable', { answers })
    await openTab('作息时间')
    const dialog = await openDialog('撤销 常年作息')
    dialog.press('撤销')
    expect(await dialog.findByText('至少要保留一个长期有效的作息时间。')).toBeDefined()
  })

  test('a supervisor reads the hours and is not offered to change them', async () => {
    await openConsolePage('supervisor', 'timetable')
    await openTab('作息时间')
    expect(await screen.findByText('08:00–12:00 14:00–17:00 17:00–18:00（衔接）')).toBeDefined()
    expect(screen.queryByRole('button', { name: '增加作息时间' })).toBeNull()
  })
})

describe('放假安排', () => {
  const openImport = async () => {
    const hub = await openConsolePage('administrator', 'timetable')
    await openTab('放假安排')
    expect(await screen.findByText(/^2027 年：节假日数据未导入/)).toBeDefined()
    return { hub, dialog: await openDialog('导入一年的安排') }
  }

  test('a year is imported from pasted days', async () => {
    const { hub, dialog } = await openImport()
    dialog.fill('文号', '国办发明电〔2026〕9号')
    dialog.fill('放假日', '2027-01-01~2027-01-03')
    dialog.fill('调休上班日', '2027-01-09')
    dialog.press('导入')
    expect(await onlyCommand(hub)).toEqual({
      type: 'PublishHolidayTable',
      body: {
        publishedYear: {
          year: 2027,
          documentNumber: '国办发明电〔2026〕9号',
          restDays: ['2027-01-01', '2027-01-02', '2027-01-03'],
          workedDays: ['2027-01-09'],
        },
      },
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('a slip in the list is shown at the list and nothing is sent', async () => {
    const { hub, dialog } = await openImport()
    dialog.fill('放假日', '2027-01-01 2027-02-30')
    dialog.press('导入')
    expect(await dialog.findByText('不认识“2027-02-30”，日期应写成 2027-01-01')).toBeDefined()
    expect(dialog.value('放假日')).toBe('2027-01-01 2027-02-30')
    expect(hub.commands).toEqual([])
  })

  test('a day of another year is found out', async () => {
    const { dialog } = await openImport()
    dialog.fill('放假日', '2028-01-01')
    dialog.press('导入')
    expect(await dialog.findByText('有日期不属于这一年（上一年 12 月除外）')).toBeDefined()
  })
})
