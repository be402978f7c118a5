import { act, fireEvent, render, screen } from '@testing-library/react'
import { App } from 'antd'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CountertopState } from '../../../shared/contract/view.ts'
import { refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import { producedFiling } from '../../support/run-facts.ts'
import { draw, stubInk } from '../support/ink.ts'
import { drawnSignature, installPaperHub, openPaperHub, type PaperHub } from '../support/paper-hub.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => {}, removeListener: () => {} }))
installPaperHub()
const { ActionForm } = await import('../../../renderer/common/promise/action-form.tsx')
const { CountertopProvider } = await import('../../../renderer/common/promise/countertop-signature.tsx')
const { promiseText } = await import('../../../renderer/common/text/promise.ts')
const { AntdTheme } = await import('../../../renderer/common/antd-theme.tsx')
const { clearPage } = await import('../support/desk-page.tsx')
const words = promiseText.countertop

beforeEach(() => stubInk())
afterEach(() => {
  clearPage()
  vi.restoreAllMocks()
})

const here: CountertopState = { state: 'here', request: null }
const waiting: CountertopState = { state: 'here', request: { requestId: 'request-1', isSigned: false } }
const signed: CountertopState = { state: 'here', request: { requestId: 'request-1', isSigned: true } }

const view = { filing: producedFiling(), stages: [] }
/** The form of 承办单签字, with the countertop's state in the test's hands. */
function open(countertop: CountertopState) {
  const form = (state: CountertopState) => (
    <AntdTheme>
      <App>
        <CountertopProvider value={state}>
          <ActionForm action="SignHandlingSlip" view={view} onDone={() => {}} onCancel={() => {}} />
        </CountertopProvider>
      </App>
    </AntdTheme>
  )
  const shown = render(form(countertop))
  return {
    push: async (state: CountertopState) => {
      shown.rerender(form(state))
      await answered()
    },
    leave: async () => {
      shown.unmount()
      await answered()
    },
  }
}
const answered = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 40)))
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await answered()
}
const text = () => document.body.textContent ?? ''
const namesOf = (hub: PaperHub) => hub.asked.map(({ name }) => name)
const ownPad = () => screen.queryByRole('img', { name: promiseText.field.signature })

describe('请申请人在前置屏签字', () => {
  test('is offered where a countertop is connected, and what was drawn there signs the slip', async () => {
    const hub = openPaperHub()
    const form = open(here)
    await press(words.ask)
    expect(hub.asked).toEqual([
      { name: 'askSignature', input: { filingId: view.filing.filingId, paper: 'handling-slip', documentId: null } },
    ])
    await form.push(waiting)
    expect(text()).toContain(words.waiting)
    expect(ownPad()).toBeNull()
    await form.push(signed)
    expect(screen.getByRole<HTMLImageElement>('img', { name: words.drawn }).src).toBe(drawnSignature)
    await press(promiseText.action.SignHandlingSlip)
    expect(hub.commands).toMatchObject([
      { type: 'SignHandlingSlip', body: { means: 'pad', signature: drawnSignature } },
    ])
  })

  test('where there is none the clerk’s own pad is all there is', () => {
    openPaperHub()
    open({ state: 'none', request: null })
    expect(screen.queryByRole('button', { name: words.ask })).toBeNull()
    expect(text()).not.toContain(words.away)
    expect(ownPad()).not.toBeNull()
  })

  test('one that is away is said to be, with what to do instead', () => {
    openPaperHub()
    open({ state: 'away', request: null })
    expect(text()).toContain(words.away)
    expect(ownPad()).not.toBeNull()
  })

  test('a refusal is shown, and can be tried again', async () => {
    const sentence = refusalSentence('countertop-absent', {})
    openPaperHub({ askAnswer: { kind: 'refused', code: 'countertop-absent', facts: {}, sentence, clause: '' } })
    open(here)
    await press(words.ask)
    expect(text()).toContain(sentence)
    expect(screen.getByRole('button', { name: words.ask })).toBeDefined()
  })

  test('the clerk takes it back, and signs on his own screen', async () => {
    const hub = openPaperHub()
    const form = open(here)
    await press(words.ask)
    await form.push(waiting)
    await press(words.end)
    expect(hub.asked.at(-1)).toEqual({ name: 'endSignature', input: { requestId: 'request-1' } })
    await form.push(here)
    draw(ownPad()!, 200)
    await press(promiseText.action.SignHandlingSlip)
    expect(hub.commands).toMatchObject([{ body: { signature: drawnSignature } }])
  })

  test('it ends with the form', async () => {
    const hub = openPaperHub()
    const form = open(here)
    await press(words.ask)
    await form.push(waiting)
    await form.leave()
    expect(namesOf(hub)).toEqual(['askSignature', 'endSignature'])
  })

  test('a request that ended by itself is said to have, and can be made anew', async () => {
    openPaperHub()
    const form = open(here)
    await press(words.ask)
    await form.push(waiting)
    await form.push(here)
    expect(text()).toContain(words.ended)
    expect(screen.getByRole('button', { name: words.ask })).toBeDefined()
  })

  test('a line that breaks while one waits is told, with what can be done', async () => {
    openPaperHub()
    const form = open(here)
    await press(words.ask)
    await form.push({ ...waiting, state: 'away' })
    expect(text()).toContain(words.lost)
    expect(screen.getByRole('button', { name: words.end })).toBeDefined()
  })
})

describe('代签', () => {
  test('asks for the relation and for nothing else', async () => {
    openPaperHub()
    open({ state: 'none', request: null })
    fireEvent.click(screen.getByLabelText(promiseText.signature.proxy))
    await answered()
    expect(screen.getByLabelText(promiseText.field.relation)).toBeDefined()
    expect(screen.queryByLabelText(promiseText.field.reason)).toBeNull()
  })
})
