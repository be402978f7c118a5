import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshFlow } from '../../../renderer/kiosk/flow.ts'
import { idleLimitsOf, secondsLeft } from '../../../renderer/kiosk/idle.ts'
import { fakeKioskHub } from '../support/kiosk-fixtures.ts'
import { endKiosks, goToIdentity, press, settle, showKiosk, takeNumber, type, words } from '../support/kiosk-page.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  endKiosks()
  vi.useRealTimers()
})

/** Nobody touches the glass for so many seconds. */
async function leave(seconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
}

describe('a kiosk that was left', () => {
  it('counts down from ten after thirty quiet seconds and goes home', async () => {
    const { flow } = await showKiosk()
    await press(/^户籍身份/)
    await leave(29)
    expect(screen.queryByRole('timer')).toBeNull()
    await leave(2)
    expect(screen.getByRole('timer').textContent).toMatch(/9 秒后返回首页/)
    await leave(10)
    expect(words()).toContain('请选择要办理的业务')
    expect(flow.getState()).toEqual(freshFlow)
  })

  it('keeps nothing of the person, neither in its state nor on its page', async () => {
    const { flow } = await showKiosk()
    await press('大字版')
    await press('English')
    await press(/^户籍身份/)
    await press(/Resident ID card/)
    await press('Take a number')
    await press(/For myself/)
    await type('999999199001010016')
    await leave(71)
    expect(flow.getState()).toEqual(freshFlow)
    expect(document.documentElement.outerHTML).not.toMatch(/9001010016|0016/)
    expect(document.documentElement.dataset.size).toBe('normal')
    expect(localStorage.length + sessionStorage.length).toBe(0)
  })

  it('starts counting anew with every touch', async () => {
    await showKiosk()
    await press(/^户籍身份/)
    await leave(35)
    expect(screen.getByRole('timer')).toBeDefined()
    fireEvent.pointerDown(document.body)
    await settle()
    expect(screen.queryByRole('timer')).toBeNull()
    await leave(29)
    expect(words()).toContain('居民身份证')
  })

  it('gives those who need large print a minute', async () => {
    await showKiosk()
    await press('大字版')
    await press(/^户籍身份/)
    await leave(59)
    expect(screen.queryByRole('timer')).toBeNull()
    await leave(2)
    expect(screen.getByRole('timer')).toBeDefined()
  })

  it('a fresh home page does not count, one in another language does', async () => {
    await showKiosk()
    await leave(120)
    expect(screen.queryByRole('timer')).toBeNull()
    await press('English')
    await leave(41)
    expect(words()).toContain('请选择要办理的业务')
  })

  it('shows a printed number for fifteen seconds, counting from the first', async () => {
    await showKiosk()
    await takeNumber()
    await leave(0.3)
    expect(screen.getByRole('timer').textContent).toBe('15 秒后自动结束')
    await leave(14)
    expect(words()).toContain('C017')
    await leave(1.2)
    expect(words()).not.toContain('C017')
  })

  it('gives thirty seconds to remember a number without paper', async () => {
    await showKiosk(undefined, { hub: fakeKioskHub({ paper: { isPrinted: false, advice: '' } }) })
    await takeNumber()
    await leave(29)
    expect(words()).toContain('C017')
    await leave(2)
    expect(words()).not.toContain('C017')
  })

  it('waits for the paper before it counts', async () => {
    await showKiosk(undefined, { hub: fakeKioskHub({ printTicket: () => new Promise(() => undefined) }) })
    await takeNumber()
    await leave(17)
    expect(words()).toContain('C017')
    expect(screen.queryByRole('timer')).toBeNull()
    // A printer that never ends is given up, then the number stays to be remembered.
    await leave(2)
    expect(words()).toContain('小票没有打出来')
    expect(screen.getByRole('timer')).toBeDefined()
  })

  it('does not count while it waits for an answer, which it gives up after twelve seconds', async () => {
    const hub = fakeKioskHub()
    hub.answers.TakeTicket = new Promise(() => undefined)
    await showKiosk(undefined, { hub })
    await takeNumber()
    await leave(11)
    expect(words()).toContain('正在取号')
    await leave(2)
    expect(words()).toContain('主机没有应答')
    await leave(41)
    expect(words()).toContain('请选择要办理的业务')
  })

  it('ends on the identity page as on any other', async () => {
    const { flow } = await showKiosk()
    await goToIdentity()
    await type('99999919')
    await leave(41)
    expect(flow.getState()).toEqual(freshFlow)
  })
})

describe('secondsLeft', () => {
  it('is null while it is quiet, then counts whole seconds down to 0', () => {
    const limits = { quietMs: 30_000, countdownMs: 10_000 }
    expect(secondsLeft(limits, 29_999)).toBe(null)
    expect(secondsLeft(limits, 30_000)).toBe(10)
    expect(secondsLeft(limits, 39_500)).toBe(1)
    expect(secondsLeft(limits, 40_000)).toBe(0)
    expect(secondsLeft(limits, 90_000)).toBe(0)
  })

  it('a fresh kiosk has no limits', () => expect(idleLimitsOf(freshFlow)).toBe(null))
})
