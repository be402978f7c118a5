import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AntdTheme } from '../../../renderer/common/antd-theme.tsx'
import {
  type DoorCalls,
  SignIn,
  type SignInAnswer,
  useWelcome,
  type Welcome,
} from '../../../renderer/common/sign-in.tsx'
import type { SessionView } from '../../../shared/contract/view.ts'
import { refusedWith, session } from '../support/clerk-fixtures.ts'
import { clearPage, click, fill, settle } from '../support/desk-page.tsx'

const demoHall: Welcome = {
  hallName: '青溪镇便民服务中心',
  isDemo: true,
  needsAdministrator: false,
  isPaired: true,
  isLocal: true,
  session: null,
  demoStaff: [
    { staffNumber: '1001', name: '赵甲', role: 'clerk', windowNumbers: [1, 2] },
    { staffNumber: '9001', name: '尤申', role: 'administrator', windowNumbers: [] },
  ],
  demoPassword: 'demo-2026',
}
const realHall: Welcome = { ...demoHall, isDemo: false, demoStaff: [], demoPassword: '' }
const refusedSignIn = (...refusal: Parameters<typeof refusedWith>) => refusedWith(...refusal) as SignInAnswer

beforeEach(() => void vi.useFakeTimers())
afterEach(clearPage)

/** A door that answers as told, and notes who knocked. */
function openDoor(welcomes: (Welcome | Error)[], answers: (SignInAnswer | Error)[] = []) {
  const knocked: { staffNumber: string; password: string }[] = []
  const signedIn: SessionView[] = []
  const next = <T,>(queue: (T | Error)[]): T => {
    const first = queue.length > 1 ? queue.shift()! : queue[0]!
    if (first instanceof Error) throw first
    return first
  }
  const door: DoorCalls = {
    welcome: async () => next(welcomes),
    signIn: async (who) => {
      knocked.push(who)
      return next(answers)
    },
  }
  function Door() {
    const { welcome, isUnreachable } = useWelcome(door)
    return (
      <SignIn
        welcome={welcome}
        isUnreachable={isUnreachable}
        programName="窗口端"
        sentence="已退出登录。"
        offersDemoStaff={(member) => member.role === 'clerk'}
        onSignedIn={(who) => signedIn.push(who)}
        door={door}
      />
    )
  }
  render(
    <AntdTheme>
      <Door />
    </AntdTheme>,
  )
  return { knocked, signedIn }
}

describe('signing in', () => {
  test('keeps the token before anything is asked with it', async () => {
    const { signedIn } = openDoor([realHall], [{ kind: 'done', made: { sessionToken: 'token-1', session } }])
    await settle()
    await fill('工号', '1001')
    await fill('口令', 'my-password')
    await click('登录')
    expect(signedIn).toEqual([session])
    expect(sessionStorage.getItem('shouwen-session')).toBe('token-1')
  })

  test('with a wrong password says so and nothing else', async () => {
    const { signedIn } = openDoor([realHall], [refusedSignIn('wrong-credentials')])
    await settle()
    await fill('工号', '1001')
    await fill('口令', 'guess')
    await click('登录')
    expect(screen.getByRole('alert').textContent).toBe('工号或口令不正确。')
    expect(signedIn).toEqual([])
  })

  test('too often counts the seconds down and knocks no more meanwhile', async () => {
    const { knocked } = openDoor([realHall], [refusedSignIn('sign-in-throttled', { seconds: 3 })])
    await settle()
    await fill('工号', '1001')
    await fill('口令', 'guess')
    await click('登录')
    expect(screen.getByRole('alert').textContent).toContain('请 3 秒后再试')
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    const button = screen.getByRole<HTMLButtonElement>('button', { name: '请 2 秒后再试' })
    expect(button.disabled).toBe(true)
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '登录' }).disabled).toBe(false)
    expect(knocked).toHaveLength(1)
  })

  test('twice in a row knocks once', async () => {
    const { knocked } = openDoor([realHall], [refusedSignIn('wrong-credentials')])
    await settle()
    await fill('工号', '1001')
    await fill('口令', 'guess')
    const button = screen.getByRole('button', { name: '登录' })
    fireEvent.click(button)
    fireEvent.click(button)
    await settle()
    expect(knocked).toHaveLength(1)
  })

  test('without a number or a password knocks at nothing', async () => {
    const { knocked } = openDoor([realHall])
    await settle()
    await click('登录')
    expect(screen.getByRole('alert').textContent).toBe('请填写工号')
    await fill('工号', '10 01')
    await click('登录')
    expect(screen.getByRole('alert').textContent).toContain('工号只能用字母、数字')
    await fill('工号', '1001')
    await click('登录')
    expect(screen.getByRole('alert').textContent).toBe('请填写口令')
    expect(knocked).toEqual([])
  })

  test('while the hub does not answer says so', async () => {
    openDoor([realHall], [new Error('connection refused')])
    await settle()
    await fill('工号', '1001')
    await fill('口令', 'my-password')
    await click('登录')
    expect(screen.getByRole('alert').textContent).toContain('主机没有应答，没有登录成功')
  })
})

describe('the demo hall', () => {
  test('offers its staff, and one tap fills in number and password', async () => {
    const { knocked } = openDoor([demoHall], [refusedSignIn('wrong-credentials')])
    await settle()
    await click(/赵甲/)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '登录' }))
    await click('登录')
    expect(knocked).toEqual([{ staffNumber: '1001', password: 'demo-2026' }])
  })

  test('offers only who can use this program', async () => {
    openDoor([demoHall])
    await settle()
    expect(screen.queryByText('尤申')).toBeNull()
  })

  test('a real hall offers nobody', async () => {
    openDoor([realHall])
    await settle()
    expect(document.body.textContent).not.toContain('演示')
  })
})

describe('at the door', () => {
  test('a hub that is down is asked again until it answers', async () => {
    openDoor([new Error('down'), new Error('down'), realHall])
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('连接不上主机')
    await act(() => vi.advanceTimersByTimeAsync(3_000))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('button', { name: '登录' })).toBeDefined()
  })

  test('a token that the hub no longer knows is dropped', async () => {
    sessionStorage.setItem('shouwen-session', 'from-yesterday')
    openDoor([realHall])
    await settle()
    expect(sessionStorage.getItem('shouwen-session')).toBeNull()
  })

  test('an unpaired machine is shown the way to the pairing page', async () => {
    openDoor([{ ...realHall, isPaired: false }])
    await settle()
    expect(screen.getByRole('link', { name: '去配对' }).getAttribute('href')).toBe('/pairing/')
    expect(screen.queryByRole('button', { name: '登录' })).toBeNull()
  })

  test('a hall without an administrator says where to begin', async () => {
    openDoor([{ ...realHall, needsAdministrator: true }])
    await settle()
    expect(document.body.textContent).toContain('建立第一个管理员')
  })

  test('why one has to sign in again stands above the form', async () => {
    openDoor([realHall])
    await settle()
    expect(screen.getByRole('status').textContent).toBe('已退出登录。')
  })
})
