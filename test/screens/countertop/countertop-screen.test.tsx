import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ScreenState } from '../../../renderer/common/hub-link.ts'
import { windowInAddress } from '../../../renderer/countertop/address.ts'
import type { CountertopView } from '../../../shared/contract/view.ts'
import { refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { accepted, countertopAt, countertopView, served, signing } from '../support/countertop-fixtures.ts'
import { draw, stubInk } from '../support/ink.ts'
import { drawnSignature, installPaperHub, openPaperHub } from '../support/paper-hub.ts'

installPaperHub()
const { CountertopScreen } = await import('../../../renderer/countertop/countertop-screen.tsx')
const { countertopText: words } = await import('../../../renderer/common/text/countertop.ts')
const { promiseText } = await import('../../../renderer/common/text/promise.ts')

beforeEach(() => stubInk())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

/** The countertop on a link that the test holds in its hand. */
function show(view: CountertopView | null) {
  const heardAt = performance.now()
  const store = createStore<ScreenState<'countertop'>>(() => ({
    view,
    seq: 100,
    at: countertopAt,
    receivedAt: heardAt,
    link: view === null ? 'connecting' : 'live',
    heardAt,
    refusal: null,
  }))
  render(<CountertopScreen watch={{ store, end: () => {} }} />)
  return {
    push: (pushed: CountertopView) => act(() => store.setState({ view: pushed })),
    lose: () => act(() => store.setState({ link: 'lost' })),
  }
}
const text = () => document.body.textContent ?? ''
const pad = () => screen.getByRole('img', { name: promiseText.field.signature })
const key = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const pressed = async (name: string) => {
  await act(async () => {
    fireEvent.click(key(name))
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
}
const asked = countertopView({ current: served, filing: accepted, signing })

describe('the address', () => {
  test.each([
    ['?window=3', 3],
    ['?window=99', 99],
    ['', null],
    ['?window=0', null],
    ['?window=100', null],
    ['?window=3;', null],
  ])('%s names window %s', (search, windowNumber) => {
    expect(windowInAddress(search)).toBe(windowNumber)
  })
})

describe('what the visitor sees', () => {
  test('at an idle window: the hall, the clock and its promises, with those every hall has', () => {
    show(countertopView({ promises: ['缺的材料一次告知'] }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(countertopView().hall.name)
    for (const said of ['09:40', words.welcome, '缺的材料一次告知', words.noFee]) expect(text()).toContain(said)
  })

  test('of a hall that has published nothing: first inquiry, one-time notice, no fee', () => {
    show(countertopView())
    for (const said of [...words.promises, words.noFee]) expect(text()).toContain(said)
  })

  test('a window that is shut makes nobody welcome', () => {
    show(countertopView({ serviceWindow: { ...countertopView().serviceWindow, status: 'paused' } }))
    expect(screen.getByRole('status').textContent).toBe('暂停服务')
  })

  test('his number, the item and its promise', () => {
    show(countertopView({ current: served }))
    expect(screen.getByRole('status').textContent).toBe(`${words.serving}C017`)
    expect(text()).toContain('承诺 15 个工作日办结')
  })

  test.each<[string, Partial<typeof accepted>, string]>([
    ['accepted', {}, '承诺 2026-12-03 前办结'],
    [
      'accepted with a limit in hours',
      { promisedLimit: { amount: 4, unit: 'hour', basis: '' } },
      '承诺 2026-12-03 17:00 前办结',
    ],
    ['received', { status: 'received' }, '2026-11-27 前告知是否受理'],
    ['in correction', { status: 'correcting', correctionDueDay: '2026-12-24' }, '请在 2026-12-24 前补齐材料'],
    ['suspended', { status: 'suspended' }, words.dueBy.suspended],
    ['produced', { status: 'produced' }, words.dueBy.produced],
  ])('of a filing that is %s: its light as a word, and what is due when', (_, change, sentence) => {
    show(countertopView({ current: served, filing: { ...accepted, ...change } }))
    expect(text()).toContain(words.light.yellow)
    expect(text()).toContain(sentence)
  })
})

describe('what the visitor signs', () => {
  test('the paper to read stands beside the pad, and what was drawn is sent for that request alone', async () => {
    const hub = openPaperHub()
    show(asked)
    for (const said of ['承办单', '张**', '居民身份证', words.declares['handling-slip']]) expect(text()).toContain(said)
    draw(pad(), 200)
    await pressed(words.confirm)
    expect(hub.asked).toEqual([{ name: 'giveSignature', input: { requestId: 'request-1', signature: drawnSignature } }])
  })

  test.each([
    ['an empty pad', 0],
    ['a mere touch', 5],
  ])('%s cannot be confirmed, and the screen says why', async (_, length) => {
    const hub = openPaperHub()
    show(asked)
    if (length > 0) draw(pad(), length)
    await pressed(words.confirm)
    expect(hub.asked).toEqual([])
    expect(screen.getByRole('alert').textContent).toBe(words.emptyPad)
  })

  test('after 重写 the pad is empty again', async () => {
    const hub = openPaperHub()
    show(asked)
    draw(pad(), 200)
    await pressed(words.anew)
    await pressed(words.confirm)
    expect(hub.asked).toEqual([])
  })

  test('another request begins with an empty pad', async () => {
    const hub = openPaperHub()
    const page = show(asked)
    draw(pad(), 200)
    page.push({ ...asked, signing: { ...signing, requestId: 'request-2' } })
    await pressed(words.confirm)
    expect(hub.asked).toEqual([])
  })

  test('a request that has ended meanwhile is refused with its sentence', async () => {
    const sentence = refusalSentence('signature-not-asked', {})
    openPaperHub({ giveAnswer: { kind: 'refused', code: 'signature-not-asked', facts: {}, sentence, clause: '' } })
    show(asked)
    draw(pad(), 200)
    await pressed(words.confirm)
    expect(screen.getByRole('alert').textContent).toBe(sentence)
  })

  test('without an answer what was drawn stays, to be confirmed again', async () => {
    const hub = openPaperHub({ isReachable: false })
    show(asked)
    draw(pad(), 200)
    await pressed(words.confirm)
    expect(screen.getByRole('alert').textContent).toBe(words.notSent)
    hub.isReachable = true
    await pressed(words.confirm)
    expect(hub.asked).toHaveLength(1)
  })

  test('while the line is dead nothing can be confirmed, and the screen says so', () => {
    openPaperHub()
    const page = show(asked)
    page.lose()
    expect(key(words.confirm).disabled).toBe(true)
    expect(text()).toContain(words.lost)
  })

  test('once the window has it there is nothing left to press', () => {
    show({ ...asked, signing: { ...signing, isSigned: true } })
    expect(text()).toContain(words.signed)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
