import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { clearPage, click, inDialog, onlyCommand, openConsolePage } from '../support/console-page.tsx'
import { refusedWith } from '../support/paper-hub.ts'
import { alarmRow, paperPromise } from '../support/promise-fixtures.ts'

afterEach(clearPage)

const withAlarm = { promise: paperPromise({ alarms: [alarmRow()] }) }
const asksOfAlarms = (hub: { asked: { name: string; input: unknown }[] }) =>
  hub.asked.filter(({ name }) => name === 'alarms').map(({ input }) => input)

describe('预警', () => {
  test('open alarms say what happened; all of them are shown on request', async () => {
    const hub = await openConsolePage('supervisor', 'alarms', withAlarm)
    expect(await screen.findByText('居民身份证申领：承诺期限将到，请抓紧办理。')).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: '全部' }))
    await waitFor(() => expect(asksOfAlarms(hub)).toEqual([{ scope: 'open' }, { scope: 'all' }]))
  })

  test('an alarm is acknowledged by one press, and a refusal is said', async () => {
    const answers = { AcknowledgeAlarm: refusedWith('alarm-ended', { status: '关闭' }) }
    const hub = await openConsolePage('supervisor', 'alarms', { ...withAlarm, answers })
    await screen.findByText('BJ-2026-000003')
    click('签收')
    expect(await onlyCommand(hub)).toEqual({ type: 'AcknowledgeAlarm', body: { alarmId: 8 } })
    expect(await screen.findByText('这条预警已经关闭。')).toBeDefined()
  })

  test('an alarm is not closed without saying what was done', async () => {
    const hub = await openConsolePage('supervisor', 'alarms', withAlarm)
    await screen.findByText('BJ-2026-000003')
    click('关闭')
    const dialog = inDialog(await screen.findByRole('dialog'))
    dialog.press('关闭预警')
    expect(await dialog.findByText('不能为空')).toBeDefined()
    expect(hub.commands).toEqual([])
    dialog.fill('处理情况', '已催办，明日办结')
    dialog.press('关闭预警')
    expect(await onlyCommand(hub)).toEqual({ type: 'CloseAlarm', body: { alarmId: 8, note: '已催办，明日办结' } })
  })

  test('those of the working day are told apart, and open the page where they are dealt with', async () => {
    const ofDay = alarmRow({
      alarmId: 9,
      kind: 'AL10',
      filingId: null,
      about: 'window/3',
      subjectNumber: '',
      subjectName: '3 号窗口',
      sentence: '暂停超过时长。',
    })
    await openConsolePage('supervisor', 'alarms', { promise: paperPromise({ alarms: [alarmRow(), ofDay] }) })
    await screen.findByText('BJ-2026-000003')
    fireEvent.click(screen.getByRole('radio', { name: '工作纪律' }))
    await waitFor(() => expect(screen.queryByText('BJ-2026-000003')).toBeNull())
    expect(screen.getByText('3 号窗口：暂停超过时长。')).toBeDefined()
    click('打开')
    expect(await screen.findByRole('heading', { name: '谁在哪个窗口' })).toBeDefined()
  })

  test('the menu tells how many are open', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    hub.push({ promise: { alarms: 3, openFilings: 0, yellow: 0, overdue: 0, offered: 0 } })
    expect(await screen.findByTitle('3 条预警没有关闭')).toBeDefined()
  })
})
