import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { atHalfPastNine, phaseView, windowOnMap } from '../support/console-fixtures.ts'
import { clearPage, click, onlyCommand, openConsolePage, openDialog } from '../support/console-page.tsx'
import { refusedWith } from '../support/paper-hub.ts'

afterEach(clearPage)

describe('大厅现况', () => {
  test('a window shows its clerk, its number and for how long', async () => {
    await openConsolePage('supervisor', 'hall')
    const card = within(screen.getByRole('article', { name: '1 号窗口' }))
    expect(card.getByText('赵甲')).toBeDefined()
    expect(card.getByText('A003')).toBeDefined()
    expect(card.getByText(/^4:0\d$/)).toBeDefined()
    expect(within(screen.getByRole('article', { name: '2 号窗口' })).getByText('无人上岗')).toBeDefined()
  })

  test('a queue shows who waits, the longest wait and the estimate', async () => {
    await openConsolePage('supervisor', 'hall')
    const row = within(screen.getByRole('region', { name: '队列' })).getAllByRole('row')[1]!
    expect(row.textContent).toContain('A 综合受理')
    expect(row.textContent).toContain('23 分钟')
    expect(row.textContent).toContain('40 分钟')
  })

  test('a newer view replaces what is shown', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    act(() => hub.push({ serviceWindows: [windowOnMap({ staffName: '钱乙' })] }))
    expect(screen.getByText('钱乙')).toBeDefined()
    expect(screen.queryByText('赵甲')).toBeNull()
  })

  test('trouble stands on top with its advice until it ends', async () => {
    const troubles = [{ what: 'disk', since: atHalfPastNine, advice: '请清理磁盘。' } as const]
    const hub = await openConsolePage('supervisor', 'hall')
    act(() => hub.push({ troubles }))
    expect(screen.getByText('请清理磁盘。')).toBeDefined()
    act(() => hub.push({ troubles: [] }))
    expect(screen.queryByText('请清理磁盘。')).toBeNull()
  })

  test('a year without a published calendar is called provisional on every page', async () => {
    const hub = await openConsolePage('administrator', 'reports')
    act(() => hub.push({ phase: phaseView({ isProvisional: true }) }))
    expect(screen.getByText(/节假日数据未导入/)).toBeDefined()
  })

  test('a supervisor opens a duty window with a reason', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    const dialog = await openDialog('开值守 1 号窗口')
    dialog.press('开值守')
    await dialog.findByText('不能为空')
    expect(hub.commands).toEqual([])
    dialog.fill('原因', '等候的人多')
    dialog.press('开值守')
    expect(await onlyCommand(hub)).toEqual({
      type: 'OpenDutyWindow',
      body: { windowNumber: 1, reason: '等候的人多' },
    })
  })

  test('a refusal is shown with its clause and what was typed stays', async () => {
    const answers = { OpenDutyWindow: refusedWith('hall-closed', { nextOpen: '明天 8 点再来' }) }
    const hub = await openConsolePage('supervisor', 'hall', { answers })
    const dialog = await openDialog('开值守 2 号窗口')
    dialog.fill('原因', '等候的人多')
    dialog.press('开值守')
    await dialog.findByText('今天已下班，明天 8 点再来。')
    expect(dialog.getByText('依据：篇5.7')).toBeDefined()
    expect(dialog.value('原因')).toBe('等候的人多')
    expect(hub.commands).toHaveLength(1)
  })

  test('a fault is shown with its number', async () => {
    const answers = { CloseServiceWindow: { kind: 'fault', incident: 'F-77' } as const }
    await openConsolePage('supervisor', 'hall', { answers })
    const dialog = await openDialog('关窗口 1 号窗口')
    dialog.press('关窗口')
    expect(await dialog.findByText(/F-77/)).toBeDefined()
  })

  test('a window left open is closed', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    const dialog = await openDialog('关窗口 1 号窗口')
    dialog.press('关窗口')
    expect(await onlyCommand(hub)).toEqual({ type: 'CloseServiceWindow', body: { windowNumber: 1 } })
  })

  test('a ticket at a window is cancelled with one of the reasons', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    const dialog = await openDialog('取消 A003')
    dialog.choose('办事人离开')
    dialog.press('取消这个号')
    expect(await onlyCommand(hub)).toEqual({ type: 'CancelTicket', body: { ticketId: 7, reason: 'visitor-left' } })
  })

  test('a clock jump is acknowledged by somebody who has looked', async () => {
    const jump = { fromAt: atHalfPastNine, toAt: atHalfPastNine + 3_600_000, at: atHalfPastNine }
    const hub = await openConsolePage('supervisor', 'hall')
    act(() => hub.push({ clock: { now: atHalfPastNine, isDemo: false, jump } }))
    expect(screen.getByText('时钟从 2026-11-24 09:30:00 跳到 2026-11-24 10:30:00')).toBeDefined()
    const dialog = await openDialog('时钟已核对')
    dialog.press('确定')
    expect(await onlyCommand(hub)).toEqual({ type: 'AcknowledgeClockJump', body: {} })
  })

  test('a guide and an administrator are not offered what only a supervisor may do', async () => {
    await openConsolePage('administrator', 'hall')
    expect(screen.queryByRole('button', { name: /开值守/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /取消 A003/ })).toBeNull()
  })

  test('whoever signed in elsewhere is sent back with the sentence why', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    hub.session = null
    act(() => hub.turnAway('您已退出登录，或已在别处登录。'))
    expect(await screen.findByText('您已退出登录，或已在别处登录。')).toBeDefined()
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  test('signing out is told to the hub', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    click('退出登录')
    await waitFor(() => expect(hub.asked.map(({ name }) => name)).toContain('signOut'))
  })
})

describe('演示大厅', () => {
  test('only a demo hall has a clock to move', async () => {
    await openConsolePage('supervisor', 'hall')
    expect(screen.queryByRole('button', { name: '到 12:00' })).toBeNull()
  })

  test('the buttons move the clock and let citizens arrive', async () => {
    const hub = await openConsolePage('supervisor', 'hall')
    act(() => hub.push({ isDemo: true }))
    fireEvent.click(screen.getByRole('button', { name: '到 17:00' }))
    await waitFor(() => expect(hub.asked).toContainEqual({ name: 'moveClock', input: { to: 'split' } }))
    await waitFor(() =>
      expect(screen.getByRole<HTMLButtonElement>('button', { name: '来 20 位办事人' }).disabled).toBe(false),
    )
    click('来 20 位办事人')
    expect(await screen.findByText('19 位取到了号，1 位没有取到')).toBeDefined()
    expect(hub.asked).toContainEqual({ name: 'arriveCitizens', input: { count: 20 } })
  })
})
