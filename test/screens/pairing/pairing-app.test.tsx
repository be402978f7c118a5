import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installPaperHub, openPaperHub, type PaperHub } from '../support/paper-hub.ts'

installPaperHub()
const { PairingApp } = await import('../../../renderer/pairing/pairing-app.tsx')

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const stranger = {
  hallName: '青溪镇便民服务中心',
  isDemo: false,
  needsAdministrator: false,
  isPaired: false,
  isLocal: false,
}

function showPairing(changes: Partial<PaperHub> = {}): { hub: PaperHub; opened: string[] } {
  const hub = openPaperHub({ welcome: stranger, ...changes })
  const opened: string[] = []
  render(<PairingApp onApproved={(path) => opened.push(path)} />)
  return { hub, opened }
}

async function ask(): Promise<void> {
  fireEvent.click(screen.getByRole('radio', { name: /^大屏/ }))
  fireEvent.change(screen.getByLabelText('名称'), { target: { value: ' 等候区大屏 ' } })
  fireEvent.click(screen.getByRole('button', { name: '获取配对码' }))
}

describe('设备配对', () => {
  test('a new machine says what it is for and shows its code', async () => {
    const { hub } = showPairing()
    await ask()
    expect(await screen.findByText('042 917')).toBeDefined()
    expect(screen.getByText('请管理员在管理台的设备配对中核对并批准。')).toBeDefined()
    expect(hub.asked).toContainEqual({ name: 'requestPairing', input: { kind: 'display', name: '等候区大屏' } })
  })

  test('a machine without a name asks for none', async () => {
    const { hub } = showPairing()
    fireEvent.click(screen.getByRole('button', { name: '获取配对码' }))
    expect(await screen.findByText('请给设备起个名称')).toBeDefined()
    expect(hub.asked).toEqual([])
  })

  test('an approved machine goes to its own screen, once', async () => {
    const { hub, opened } = showPairing()
    await ask()
    await screen.findByText('042 917')
    hub.pairing = { pairingCode: '042917', state: 'approved', path: '/display/' }
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await screen.findByText('已批准，正在打开…')).toBeDefined()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(opened).toEqual(['/display/'])
  })

  test('it asks every two seconds while it waits', async () => {
    const { hub } = showPairing()
    await ask()
    await screen.findByText('042 917')
    const count = () => hub.asked.filter(({ name }) => name === 'collectPairing').length
    const before = count()
    for (let turn = 0; turn < 5; turn += 1) await vi.advanceTimersByTimeAsync(2_000)
    expect(count() - before).toBeGreaterThanOrEqual(4)
    expect(count() - before).toBeLessThanOrEqual(6)
  })

  test('an expired code is asked for anew with the same wish', async () => {
    const { hub } = showPairing()
    await ask()
    await screen.findByText('042 917')
    hub.pairing = { pairingCode: '042917', state: 'expired', path: '' }
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await screen.findByText('配对码已过期，请重新获取。')).toBeDefined()
    hub.pairing = { pairingCode: '135790', state: 'waiting', path: '' }
    fireEvent.click(screen.getByRole('button', { name: '重新获取' }))
    expect(await screen.findByText('135 790')).toBeDefined()
    const wishes = hub.asked.filter(({ name }) => name === 'requestPairing').map(({ input }) => input)
    expect(wishes[1]).toEqual(wishes[0])
  })

  test('a hub that does not answer is said, and the code stays until it does', async () => {
    const { hub, opened } = showPairing()
    await ask()
    await screen.findByText('042 917')
    hub.isReachable = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await screen.findByText(/主机没有应答/)).toBeDefined()
    expect(screen.getByText('042 917')).toBeDefined()
    hub.isReachable = true
    hub.pairing = { pairingCode: '042917', state: 'approved', path: '/display/' }
    await vi.advanceTimersByTimeAsync(2_000)
    await screen.findByText('已批准，正在打开…')
    expect(opened).toEqual(['/display/'])
  })

  test('when too many machines wait it says so', async () => {
    showPairing({ pairing: { pairingCode: '', state: 'expired', path: '' } })
    await ask()
    expect(await screen.findByText(/等待配对的设备太多/)).toBeDefined()
    expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe(' 等候区大屏 ')
  })

  test('a machine that needs no pairing is led to its screen', async () => {
    showPairing({ welcome: { ...stranger, isPaired: true } })
    expect((await screen.findByRole('link', { name: '打开它的画面' })).getAttribute('href')).toBe('/')
  })
})
