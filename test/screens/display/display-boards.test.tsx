import { act, cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ScreenState } from '../../../renderer/common/hub-link.ts'
import type { BoardAddress } from '../../../renderer/display/address.ts'
import type { Announcement } from '../../../renderer/display/announcement.ts'
import { DisplayScreen } from '../../../renderer/display/display-screen.tsx'
import type { SoundState } from '../../../renderer/display/speaker.ts'
import type { DisplayView } from '../../../shared/contract/view.ts'
import { refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { beijing, callOf, displayView, linkupPhase, openPhase, windowOf } from '../support/display-fixtures.ts'

const hallBoard: BoardAddress = { board: 'hall', hasSound: true }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] })
  // jsdom has no screen to lie or stand.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The board at `address`, on a link that the test holds in its hand. */
function showBoard(view: DisplayView | null, { address = hallBoard, at = beijing('10:01:45') } = {}) {
  const link = createStore<ScreenState<'display'>>(() => ({
    view,
    seq: 100,
    at,
    receivedAt: performance.now(),
    link: view === null ? 'connecting' : 'live',
    heardAt: performance.now(),
    refusal: null,
  }))
  const speaking = createStore<{ speaking: Announcement | null }>(() => ({ speaking: null }))
  const sound = createStore<{ sound: SoundState }>(() => ({ sound: 'ready' }))
  const unlock = vi.fn()
  render(
    <DisplayScreen
      address={address}
      watch={{ store: link, end: () => {} }}
      announcer={{ store: speaking }}
      speaker={{ store: sound, unlock }}
    />,
  )
  return { link, speaking, sound, unlock }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const section = (name: string) => within(screen.getByRole('region', { name }))
const textOf = (name: string) => screen.getByRole('region', { name }).textContent

describe('hall board 综合屏', () => {
  test('shows the hall, the day and the hub’s clock, and the clock goes on', async () => {
    showBoard(displayView)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('清河镇便民服务中心')
    expect(screen.getByText('2026年11月24日 星期二')).toBeDefined()
    expect(screen.getByText('10:01:45')).toBeDefined()
    await pass(2_000)
    expect(screen.getByText('10:01:47')).toBeDefined()
  })

  test('a board that is never switched off rolls its date at midnight', async () => {
    showBoard(displayView, { at: beijing('23:59:59') })
    await pass(2_000)
    expect(screen.getByText('2026年11月25日 星期三')).toBeDefined()
  })

  test('the newest call stands large and is highlighted for ten seconds', async () => {
    const newest = callOf(100, 'A017', 3)
    showBoard({ ...displayView, calls: [newest] }, { at: newest.at + 2_000 })
    expect(textOf('最新叫号')).toContain('正在叫号请A017号到3号窗口')
    await pass(8_500)
    expect(textOf('最新叫号')).toContain('最新叫号请A017号到3号窗口')
  })

  test('a clock set back leaves no call highlighted', () => {
    const newest = callOf(100, 'A017', 3)
    showBoard({ ...displayView, calls: [newest] }, { at: newest.at - 60_000 })
    expect(textOf('最新叫号')).toContain('最新叫号请A017号')
  })

  test('before the first call of the day the board says so', () => {
    showBoard({ ...displayView, calls: [] })
    expect(textOf('最新叫号')).toBe('欢迎您暂无叫号')
  })

  test('the list shows each earlier number once, newest first, with window and time', () => {
    const recall = callOf(30, 'A001', 4, { kind: 'recall' })
    const calls = [callOf(40, 'A003', 2), recall, callOf(20, 'A002', 5), callOf(10, 'A001', 4)]
    showBoard({ ...displayView, calls })
    const rows = section('叫号记录').getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual(['排队号窗口时间', 'A0014号窗口10:00', 'A0025号窗口10:00'])
  })

  test('the next three are told to get ready, with their queue', () => {
    showBoard(displayView)
    expect(
      section('请准备')
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(['A018综合受理', 'VB031社保医保', 'C007户籍身份'])
  })

  test('while no window calls, nobody is told to get ready; a duty window calls', () => {
    const phase = { ...openPhase, phase: 'lunch' as const }
    showBoard({ ...displayView, phase, windows: [windowOf(1)] })
    expect(textOf('请准备')).toBe('请准备现在不叫号')
    cleanup()
    showBoard({ ...displayView, phase, windows: [windowOf(1, { isOnDuty: true })] })
    expect(textOf('请准备')).toContain('A018')
  })

  test('every queue shows how many wait', () => {
    showBoard(displayView)
    expect(
      section('等候人数')
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toContain('C户籍身份6人')
  })

  test('a paused window gives its reason; an illness and an unnamed reason stay with the clerk', () => {
    const windows = [
      windowOf(4, { status: 'paused', pauseReason: '05' }),
      windowOf(5, { status: 'paused', pauseReason: '09' }),
      windowOf(6, { status: 'paused', pauseReason: '99' }),
    ]
    showBoard({ ...displayView, windows })
    const states = section('窗口状态')
      .getAllByRole('listitem')
      .map((one) => one.textContent)
    expect(states[0]).toContain('暂停服务会议培训')
    expect(states[1]).toContain('暂停服务短暂离席')
    expect(states[2]).toMatch(/暂停服务$/)
    expect(document.body.textContent).not.toContain('身体不适')
  })

  test('more windows than there are places for are shown page by page', async () => {
    showBoard({ ...displayView, windows: Array.from({ length: 20 }, (_, at) => windowOf(at + 1)) })
    const shown = () => section('窗口状态').getAllByRole('listitem').length
    expect([shown(), textOf('窗口状态').includes('1/2')]).toEqual([12, true])
    await pass(8_000)
    expect([shown(), textOf('窗口状态').includes('2/2')]).toEqual([8, true])
  })

  test('the hall’s own lines are shown one after another', async () => {
    showBoard({ ...displayView, hall: { ...displayView.hall, ticker: ['第一条', '第二条'] } })
    expect(screen.queryByText('第一条')).not.toBeNull()
    await pass(9_000)
    expect(screen.queryByText('第一条')).toBeNull()
    expect(screen.queryByText('第二条')).not.toBeNull()
    await pass(9_000)
    expect(screen.queryByText('第一条')).not.toBeNull()
  })

  test('what is being said is shown large, with the sound off too, and then goes', async () => {
    const { speaking, sound } = showBoard(displayView)
    act(() => sound.setState({ sound: 'off' }))
    act(() => speaking.setState({ speaking: { speech: { keys: [], text: '' }, subtitle: '请 A017 号，到 3 号窗口' } }))
    expect(screen.getByText(/请 A017 号，到 3 号窗口/)).toBeDefined()
    act(() => speaking.setState({ speaking: null }))
    expect(screen.queryByText(/请 A017 号，到 3 号窗口/)).toBeNull()
  })

  test('the phase banner says until when numbers are given', () => {
    showBoard(displayView)
    expect(screen.getByText('至 12:00 结束，现在可以取号')).toBeDefined()
    expect(screen.getByText(/今日对外办公 08:00–12:00、14:00–17:00.衔接办理 17:00–18:00/)).toBeDefined()
  })

  test('after 17:00 the banner says why no number is given, by which clause, and when the hall opens', () => {
    showBoard({ ...displayView, phase: linkupPhase }, { at: beijing('17:05:00') })
    expect(screen.getByText(refusalSentence('hall-linkup', { nextOpen: '明天 08:00 开始对外办公' }))).toBeDefined()
    expect(screen.getByText('依据服务制度第5篇第7条')).toBeDefined()
  })

  test('a year without a published calendar is called provisional', () => {
    showBoard({ ...displayView, phase: { ...openPhase, isProvisional: true } })
    expect(screen.getByText(/节假日数据未导入/)).toBeDefined()
  })
})

describe('sound 语音', () => {
  test('where the browser wants a touch first, a button asks for it', () => {
    const { sound, unlock } = showBoard(displayView)
    expect(screen.queryByRole('button')).toBeNull()
    act(() => sound.setState({ sound: 'blocked' }))
    screen.getByRole('button', { name: '点击开启语音' }).click()
    expect(unlock).toHaveBeenCalledOnce()
    act(() => sound.setState({ sound: 'ready' }))
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('a voice pack that cannot be read is told on the screen', () => {
    const { sound } = showBoard(displayView)
    act(() => sound.setState({ sound: 'broken' }))
    expect(screen.getByText(/语音包不可用/)).toBeDefined()
  })
})

describe('a hub out of reach 主机失联', () => {
  test('for ten seconds nothing is said, then the screen says whom to believe and how old it is', async () => {
    const { link } = showBoard(displayView)
    act(() => link.setState({ link: 'lost' }))
    await pass(9_000)
    expect(screen.queryByRole('alert')).toBeNull()
    await pass(2_000)
    expect(screen.getByRole('alert').textContent).toContain('网络连接异常，以窗口叫号为准')
    expect(screen.getByRole('alert').textContent).toContain('画面已停止更新 11 秒')
    expect(screen.getByRole('alert').textContent).toContain('画面为 10:01 的情况')
    await pass(3 * 60_000)
    expect(screen.getByRole('alert').textContent).toContain('画面已停止更新 3 分 11 秒')
  })

  test('attempts to reconnect do not make the picture young', async () => {
    const { link } = showBoard(displayView)
    act(() => link.setState({ link: 'lost' }))
    for (let second = 0; second < 12; second++) {
      await pass(1_000)
      act(() => link.setState({ heardAt: performance.now() }))
    }
    expect(screen.getByRole('alert').textContent).toContain('12 秒')
  })

  test('heartbeats without news keep the picture good for hours', async () => {
    const { link } = showBoard(displayView)
    for (let beat = 0; beat < 100; beat++) {
      await pass(3_000)
      act(() => link.setState({ heardAt: performance.now() }))
    }
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('the first view after the break is shown at once and the warning goes by itself', async () => {
    const { link } = showBoard(displayView)
    act(() => link.setState({ link: 'lost' }))
    await pass(60_000)
    expect(screen.queryByRole('alert')).not.toBeNull()
    const view = { ...displayView, calls: [callOf(110, 'B099', 7)] }
    const now = performance.now()
    act(() => link.setState({ link: 'live', view, seq: 110, at: beijing('10:03:00'), receivedAt: now, heardAt: now }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(textOf('最新叫号')).toContain('B099')
  })

  test('a board that never reached the hub says so too', async () => {
    showBoard(null)
    expect(screen.getByText('正在连接主机…')).toBeDefined()
    await pass(11_000)
    expect(screen.getByRole('alert').textContent).toBe('网络连接异常，以窗口叫号为准')
  })

  test('a refused screen gives the hub’s reason', () => {
    const { link } = showBoard(null)
    const refusal = { code: 'not-paired', sentence: refusalSentence('not-paired', {}) }
    act(() => link.setState({ link: 'refused', refusal }))
    expect(screen.getByText(refusal.sentence)).toBeDefined()
  })
})

describe('window board 窗口屏', () => {
  const windows = [
    windowOf(1, { number: 'A017' }),
    windowOf(2, { number: 'B030', isServing: true }),
    windowOf(3),
    windowOf(4, { status: 'paused', pauseReason: '05' }),
    windowOf(5, { status: 'closed' }),
  ]
  const now = () => screen.getByRole('status').textContent

  test.each([
    [1, '请 A017 号'],
    [2, '正在办理B030'],
    [3, '欢迎您'],
    [4, '暂停服务会议培训'],
    [5, '未开放'],
  ])('window %i says %s', (windowNumber, words) => {
    showBoard({ ...displayView, windows }, { address: { board: 'window', windowNumber } })
    expect(screen.getByText(`${windowNumber} 号窗口`)).toBeDefined()
    expect(now()).toBe(words)
  })

  test('in the link-up hour a window works with the home unit, unless it serves or is on duty', () => {
    const linkup = { ...displayView, phase: linkupPhase }
    const words = (card: ReturnType<typeof windowOf>) => {
      showBoard({ ...linkup, windows: [card] }, { address: { board: 'window', windowNumber: card.windowNumber } })
      const said = now()
      cleanup()
      return said
    }
    expect(words(windowOf(3))).toBe('衔接办理')
    expect(words(windowOf(4, { status: 'closed' }))).toBe('衔接办理')
    expect(words(windowOf(5, { number: 'A009', isServing: true }))).toBe('正在办理A009')
    expect(words(windowOf(6, { isOnDuty: true }))).toBe('欢迎您')
  })

  test('a window that the hall does not have is told as such', () => {
    showBoard(displayView, { address: { board: 'window', windowNumber: 77 } })
    expect(screen.getByText('没有 77 号窗口，请核对屏幕地址')).toBeDefined()
  })

  test('an old picture says so here too', async () => {
    const { link } = showBoard(displayView, { address: { board: 'window', windowNumber: 3 } })
    act(() => link.setState({ link: 'lost' }))
    await pass(11_000)
    expect(screen.getByRole('alert').textContent).toContain('以窗口叫号为准')
  })
})
