import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { ClerkApp, type HallLink } from '../../../renderer/clerk/clerk-app.tsx'
import { AntdTheme } from '../../../renderer/common/antd-theme.tsx'
import type { ScreenState, SendOutcome, Watch } from '../../../renderer/common/hub-link.ts'
import type { Welcome } from '../../../renderer/common/sign-in.tsx'
import type { DisplayView, SessionView } from '../../../shared/contract/view.ts'
import {
  clerkView,
  type FakeHub,
  type FakeWatch,
  fakeHub,
  fakeWatch,
  refusedWith,
  session,
  windowIs,
} from '../support/clerk-fixtures.ts'
import { clearPage, click, fill, settle } from '../support/desk-page.tsx'
import { displayView } from '../support/display-fixtures.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(clearPage)

interface Program {
  hub: FakeHub
  /** The windows watched so far, in order. */
  watched: number[]
  watches: FakeWatch[]
}

/** The whole program with a hub that knows `known` (who is signed in already) and signs `session` in. */
async function openProgram(
  known: SessionView | null = null,
  answers: SendOutcome[] = [],
  hall: DisplayView | null = hallView,
): Promise<Program> {
  const hub = fakeHub()
  hub.answers = answers
  const program: Program = { hub, watched: [], watches: [] }
  const welcome = (): Welcome => ({
    hallName: '青溪镇便民服务中心',
    isDemo: false,
    needsAdministrator: false,
    isPaired: true,
    isLocal: true,
    session: sessionStorage.getItem('shouwen-session') === null ? null : known,
    demoStaff: [],
    demoPassword: '',
  })
  const link: HallLink = {
    door: {
      welcome: async () => welcome(),
      signIn: async () => ({ kind: 'done', made: { sessionToken: 'token-1', session } }),
    },
    calls: hub,
    watchClerk: (windowNumber) => {
      const watch = fakeWatch(clerkView({ serviceWindow: windowIs({ windowNumber, name: `${windowNumber}` }) }))
      program.watched.push(windowNumber)
      program.watches.push(watch)
      return watch
    },
    watchHall: () => fakeHall(hall),
  }
  render(
    <AntdTheme>
      <ClerkApp link={link} />
    </AntdTheme>,
  )
  await settle()
  return program
}

const hallView: DisplayView = {
  ...displayView,
  windows: [1, 2, 3].map((windowNumber) => ({
    windowNumber,
    name: `综合受理${windowNumber}`,
    department: '综合窗口',
    status: windowNumber === 2 ? 'open' : 'closed',
    pauseReason: null,
    isOnDuty: false,
    number: null,
    isServing: false,
    queueNames: ['综合受理'],
  })),
}

/** Without a view: a machine that may not see the display's. */
function fakeHall(view: DisplayView | null): Watch<'display'> {
  const store = createStore<ScreenState<'display'>>(() => ({
    view,
    seq: 1,
    at: 0,
    receivedAt: 0,
    heardAt: 0,
    link: view === null ? 'refused' : 'live',
    refusal: null,
  }))
  return { store, end: () => {} }
}

async function signIn(): Promise<void> {
  await fill('工号', '1001')
  await fill('口令', 'my-password')
  await click('登录')
}

describe('from the door to the desk', () => {
  test('one signs in, chooses among the windows one is assigned to, and opens one', async () => {
    const program = await openProgram()
    await signIn()
    const choices = screen.getAllByRole('button', { name: /号窗口/ }).map((button) => button.textContent)
    expect(choices).toEqual([expect.stringContaining('1 号窗口'), expect.stringMatching(/2 号窗口.*已有人上岗/)])
    await click(/1 号窗口/)
    expect(program.hub.sent).toEqual([{ type: 'OpenServiceWindow', body: { windowNumber: 1 } }])
    expect(program.watched).toEqual([1])
    expect(screen.getByRole('region', { name: '当前办事人' })).toBeDefined()
  })

  test('the window of last time has the focus, so that Enter opens it', async () => {
    localStorage.setItem('shouwen-last-window', '2')
    await openProgram()
    await signIn()
    expect(document.activeElement?.textContent).toContain('2 号窗口')
  })

  test('without a last time it is one’s own, not the smallest', async () => {
    localStorage.setItem('shouwen-last-window', '9')
    await openProgram()
    await signIn()
    expect(document.activeElement?.textContent).toContain('1 号窗口')
  })

  test('a window that is taken names who is there', async () => {
    const taken = refusedWith('window-taken', { windowNumber: 2, staffName: '钱乙' })
    const program = await openProgram(null, [taken])
    await signIn()
    await click(/2 号窗口/)
    expect(screen.getByRole('alert').textContent).toContain('2 号窗口已有 钱乙 上岗。')
    expect(program.watched).toEqual([])
  })

  test('on a paired machine that may not see the hall the assigned windows are offered by number', async () => {
    const program = await openProgram(null, [], null)
    await signIn()
    await click('2 号窗口')
    expect(program.watched).toEqual([2])
  })

  test('there somebody without an assignment types the number', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    const program = await openProgram({ ...session, role: 'supervisor', windowNumbers: [] }, [], null)
    await fill('窗口号', '7')
    await click('开放窗口')
    expect(program.hub.sent).toEqual([{ type: 'OpenServiceWindow', body: { windowNumber: 7 } }])
  })

  test('somebody without an assignment may open every window of the hall', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    await openProgram({ ...session, role: 'supervisor', windowNumbers: [] })
    expect(screen.getAllByRole('button', { name: /号窗口/ })).toHaveLength(3)
  })

  test('a reloaded page is back at the desk of whoever is on duty, without a question', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    const program = await openProgram({ ...session, onDutyAt: 2 })
    expect(program.watched).toEqual([2])
    expect(program.hub.sent).toEqual([])
  })
})

describe('back from the desk', () => {
  test('a session that ended leads to the door with a sentence, and the picture is watched no more', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    const program = await openProgram({ ...session, onDutyAt: 1 })
    act(() => program.watches[0]!.refuse('not-signed-in'))
    await settle()
    expect(document.body.textContent).toContain('登录已失效')
    expect(screen.getByRole('button', { name: '登录' })).toBeDefined()
    expect(program.watches[0]!.isEnded()).toBe(true)
    expect(sessionStorage.getItem('shouwen-session')).toBeNull()
  })

  test('signing out leads to the door', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    const program = await openProgram({ ...session, onDutyAt: 1 })
    await click('退出登录')
    await click(/退出登录 Enter/)
    expect(document.body.textContent).toContain('已退出登录。')
    expect(program.watches[0]!.isEnded()).toBe(true)
  })

  test('a closed window is left for another one', async () => {
    sessionStorage.setItem('shouwen-session', 'token-1')
    const program = await openProgram({ ...session, onDutyAt: 1 })
    act(() => program.watches[0]!.push(clerkView({ serviceWindow: windowIs({ status: 'closed', staff: null }) })))
    await settle()
    await click('换一个窗口')
    await click(/2 号窗口/)
    expect(program.watched).toEqual([1, 2])
    expect(program.watches[0]!.isEnded()).toBe(true)
  })
})
