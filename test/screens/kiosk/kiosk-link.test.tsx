import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchCatalogue } from '../../../renderer/kiosk/catalogue.ts'
import { catalogue, fakeKioskHub, fakeKioskWatch, kioskView } from '../support/kiosk-fixtures.ts'
import { endKiosks, goToIdentity, press, settle, showKiosk, takeNumber, type, words } from '../support/kiosk-page.tsx'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  endKiosks()
  vi.useRealTimers()
})

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

describe('a hub that is away', () => {
  it('for the time of a restart is not even noticed', async () => {
    const { watch } = await showKiosk()
    await press(/^户籍身份/)
    act(() => watch.lose())
    await pass(2)
    expect(words()).toContain('居民身份证')
    act(() => watch.show(kioskView()))
    await pass(3)
    expect(words()).not.toContain('连不上主机')
  })

  it('for longer is said, with where to go, and the page is there again afterwards', async () => {
    const { watch } = await showKiosk()
    await press(/^户籍身份/)
    act(() => watch.lose())
    await pass(3)
    expect(words()).toContain('取号机暂时连不上主机')
    expect(words()).toContain('请到导办台人工取号')
    act(() => watch.show(kioskView()))
    await settle()
    expect(words()).toContain('居民身份证')
  })

  it('does not take a number from the glass that was already given', async () => {
    const { watch } = await showKiosk()
    await takeNumber()
    act(() => watch.lose())
    await pass(3)
    expect(words()).toContain('C017')
    expect(words()).toContain('与主机的连接中断')
  })

  it('does not keep the kiosk from forgetting a person', async () => {
    const { watch, flow } = await showKiosk()
    await goToIdentity()
    await type('999999199001010016')
    act(() => watch.lose())
    await pass(45)
    expect(flow.getState().draft.idNumber).toBe('')
  })

  it('from the start is waited for', async () => {
    const { watch } = await showKiosk(null)
    expect(words()).toContain('正在连接主机')
    act(() => watch.lose())
    await settle()
    expect(words()).toContain('取号机暂时连不上主机')
    act(() => watch.show(kioskView()))
    await settle()
    expect(words()).toContain('正在取号')
  })

  it('that does not know this machine says so', async () => {
    const { watch } = await showKiosk()
    act(() =>
      watch.store.setState({ link: 'refused', refusal: { code: 'not-paired', sentence: '这台设备尚未配对。' } }),
    )
    await settle()
    expect(screen.getByRole('alert').textContent).toBe('这台设备尚未配对。')
  })
})

describe('the items', () => {
  it('are asked for again when their version changes, and only then', async () => {
    const watch = fakeKioskWatch()
    let asked = 0
    let version = 7
    const { store, end } = watchCatalogue(watch.store, async () => {
      asked += 1
      return { ...catalogue, version }
    })
    await pass(5)
    expect(asked).toBe(1)
    watch.show(kioskView())
    await pass(5)
    expect(asked).toBe(1)
    version = 8
    watch.show(kioskView({ catalogueVersion: 8 }))
    await pass(5)
    expect(asked).toBe(2)
    expect(store.getState().catalogue?.version).toBe(8)
    end()
  })

  it('are asked for until the hub answers, and those of before stay meanwhile', async () => {
    const watch = fakeKioskWatch()
    let isUp = true
    const { store, end } = watchCatalogue(watch.store, async () => {
      if (!isUp) throw new Error('lost')
      return { ...catalogue, version: watch.store.getState().view?.catalogueVersion ?? 0 }
    })
    await pass(1)
    isUp = false
    watch.show(kioskView({ catalogueVersion: 8 }))
    await pass(10)
    expect(store.getState().catalogue?.version).toBe(7)
    isUp = true
    await pass(3)
    expect(store.getState().catalogue?.version).toBe(8)
    end()
  })

  it('a kiosk without items yet says that it reads them', async () => {
    await showKiosk(undefined, { hub: fakeKioskHub({ catalogue: () => new Promise(() => undefined) }) })
    expect(words()).toContain('正在读取事项')
  })
})
