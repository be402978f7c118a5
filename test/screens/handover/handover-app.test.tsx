import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { handoverText as words } from '../../../renderer/common/text/handover.ts'
import { signInText } from '../../../renderer/common/text/sign-in.ts'
import { sessionOf } from '../support/console-fixtures.ts'
import { handoverLine, handoverRow, handoverView, type PaperDay, paperDay } from '../support/day-fixtures.ts'
import { installPaperHub, openPaperHub } from '../support/paper-hub.ts'

installPaperHub()
const { HandoverApp } = await import('../../../renderer/handover/handover-app.tsx')

afterEach(() => {
  cleanup()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

const signIn: PaperDay['signIn'] = {
  kind: 'done',
  made: { sessionToken: 'a-token-of-forty-characters-0123456789', session: sessionOf('liaison') },
}

async function openAs(path: string, day: Partial<PaperDay>) {
  history.replaceState(null, '', path)
  const hub = openPaperHub({ day: paperDay({ signIn, ...day }) })
  render(<HandoverApp />)
  fireEvent.change(screen.getByLabelText(signInText.staffNumber), { target: { value: '4001' } })
  fireEvent.change(screen.getByLabelText(signInText.password), { target: { value: 'right-horse-1' } })
  fireEvent.click(screen.getByRole('button', { name: signInText.signIn }))
  return hub
}

test('nothing of the sheet is asked for before somebody has signed in', () => {
  history.replaceState(null, '', '/handover/7')
  const hub = openPaperHub({})
  render(<HandoverApp />)
  expect(hub.asked).toEqual([])
  expect(screen.queryByText('JJ-2026-000007')).toBeNull()
})

test('a wrong password says so and stays', async () => {
  await openAs('/handover/7', { signIn: paperDay().signIn })
  await screen.findByText('工号或口令不正确。')
  expect(screen.getByLabelText(signInText.staffNumber)).toBeTruthy()
})

const given = handoverView({
  status: 'given',
  mayGive: false,
  mayTake: true,
  lines: [handoverLine({ originals: ['居民身份证'], action: '现场核查' })],
})

test('the sheet of the address is read and taken', async () => {
  const hub = await openAs('/handover/7', { handover: given })
  await screen.findByText(/居民身份证/)
  await screen.findByText(/现场核查/)
  fireEvent.click(screen.getByRole('button', { name: words.own.confirm }))
  await waitFor(() => expect(hub.commands).toEqual([{ type: 'TakeHandover', body: { handoverId: 7 } }]))
})

test('refusing asks for the reason first', async () => {
  const hub = await openAs('/handover/7', { handover: given })
  fireEvent.click(await screen.findByRole('button', { name: words.refuse }))
  const refuse = screen.getByRole<HTMLButtonElement>('button', { name: words.refuse })
  expect(refuse.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText(words.refuseReason), { target: { value: '原件少一份' } })
  fireEvent.click(refuse)
  await waitFor(() =>
    expect(hub.commands).toEqual([{ type: 'RefuseHandover', body: { handoverId: 7, reason: '原件少一份' } }]),
  )
})

test('a sheet of another unit is not shown', async () => {
  await openAs('/handover/7', { handover: null })
  await screen.findByText(words.gone)
})

test('without a number in the address the unit’s sheets are listed', async () => {
  const my = { toGive: [], waiting: [], toReturn: [], toTake: [handoverRow({ status: 'given' })], posts: [] }
  await openAs('/handover/', { my, handover: given })
  fireEvent.click(await screen.findByRole('button', { name: /赵甲/ }))
  await screen.findByText(/现场核查/)
  expect(location.pathname).toBe('/handover/7')
})
