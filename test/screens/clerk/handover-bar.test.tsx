import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { AntdTheme } from '../../../renderer/common/antd-theme.tsx'
import { handoverText as words } from '../../../renderer/common/text/handover.ts'
import { handoverLine, handoverRow, handoverView, paperDay } from '../support/day-fixtures.ts'
import { done, installPaperHub, openPaperHub, type PaperHub, refusedWith } from '../support/paper-hub.ts'

vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => {}, removeListener: () => {} }))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
installPaperHub()
const { HandoverBar } = await import('../../../renderer/clerk/day/handover-bar.tsx')

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

const nothing = { toGive: [], waiting: [], toReturn: [], toTake: [], posts: [] }

function show(changes: Partial<PaperHub>): PaperHub {
  const hub = openPaperHub(changes)
  render(
    <AntdTheme>
      <HandoverBar version={1} />
    </AntdTheme>,
  )
  return hub
}

const pressNamed = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

test('nothing to hand over: nothing is shown', async () => {
  const hub = show({})
  await waitFor(() => expect(hub.asked.map(({ name }) => name)).toContain('myHandovers'))
  expect(screen.queryByRole('status')).toBeNull()
})

test('the clerk gives with what goes along and what is to be done, line by line', async () => {
  const day = paperDay({ my: { ...nothing, toGive: [handoverRow()] } })
  const hub = show({ day })
  await screen.findByText(words.toGive(2))
  await pressNamed(words.give)
  const action = await screen.findByLabelText(`${words.columns.action} BJ-2026-000003`)
  fireEvent.change(action, { target: { value: '盖章' } })
  fireEvent.click(screen.getByRole('button', { name: words.giveNow }))
  await waitFor(() => expect(hub.commands).toHaveLength(1))
  expect(hub.commands[0]).toEqual({
    type: 'GiveHandover',
    body: {
      handoverId: 7,
      lines: [
        { filingId: 3, originals: [], action: '盖章' },
        { filingId: 4, originals: [], action: '' },
      ],
      receipts: '',
      remark: '',
    },
  })
})

test('a refusal stands in the sheet, and what was typed stays', async () => {
  const day = paperDay({ my: { ...nothing, toGive: [handoverRow()] } })
  show({ day, answers: { GiveHandover: refusedWith('handover-action-needed', { number: 'BJ-2026-000003' }) } })
  await pressNamed(words.give)
  fireEvent.click(await screen.findByRole('button', { name: words.giveNow }))
  await screen.findByText(/请写明需要原单位办理什么/)
})

test('what is at the home unit already cannot go along again, and says who has it', async () => {
  const handover = handoverView({ lines: [handoverLine({ heldByName: '张三' })] })
  show({ day: paperDay({ my: { ...nothing, toGive: [handoverRow()] }, handover }) })
  await pressNamed(words.give)
  await screen.findByText(words.atUnit('张三'))
  expect(screen.queryByLabelText(`${words.columns.action} BJ-2026-000003`)).toBeNull()
})

test('given, the receiver signs in here or scans the code', async () => {
  const handover = handoverView({ status: 'given', mayGive: false })
  const row = handoverRow({ status: 'given' })
  const hub = show({ day: paperDay({ my: { ...nothing, waiting: [row] }, handover }), doorAnswer: done() })
  await pressNamed(words.receive)
  await screen.findByAltText('http://192.168.1.20:8642/handover/7')
  fireEvent.change(screen.getByLabelText(words.staffNumber), { target: { value: '4001' } })
  fireEvent.change(screen.getByLabelText(words.password), { target: { value: 'right-horse-1' } })
  fireEvent.click(screen.getByRole('button', { name: words.takeHere }))
  await waitFor(() => expect(hub.asked.map(({ name }) => name)).toContain('takeHandover'))
  expect(hub.asked.find(({ name }) => name === 'takeHandover')?.input).toMatchObject({
    handoverId: 7,
    staffNumber: '4001',
  })
})

test('without a LAN there is no code, and it says why', async () => {
  const handover = handoverView({ status: 'given', mayGive: false, ownPage: null })
  show({ day: paperDay({ my: { ...nothing, waiting: [handoverRow({ status: 'given' })] }, handover }) })
  await pressNamed(words.receive)
  await screen.findByText(words.noLan)
})

test('in the morning what went along is said to be back', async () => {
  const row = handoverRow({ status: 'taken', alongCount: 1, isOut: true })
  const handover = handoverView({ status: 'taken', mayGive: false, mayReturn: true })
  const hub = show({ day: paperDay({ my: { ...nothing, toReturn: [row] }, handover }) })
  await screen.findByText(words.toReturn('JJ-2026-000007', 1))
  await pressNamed(words.return)
  await pressNamed(words.returnNow)
  await waitFor(() => expect(hub.commands).toEqual([{ type: 'ReturnHandover', body: { handoverId: 7, note: '' } }]))
})

test('a colleague takes with his own sign-in, or refuses with the reason', async () => {
  const handover = handoverView({ status: 'given', mayGive: false, mayTake: true })
  const hub = show({ day: paperDay({ my: { ...nothing, toTake: [handoverRow({ status: 'given' })] }, handover }) })
  await screen.findByText(words.toTake('赵甲', 2))
  await pressNamed(words.take)
  await pressNamed(words.refuse)
  fireEvent.change(await screen.findByLabelText(words.refuseReason), { target: { value: '少一份原件' } })
  fireEvent.click(screen.getByRole('button', { name: words.refuse }))
  await waitFor(() =>
    expect(hub.commands).toEqual([{ type: 'RefuseHandover', body: { handoverId: 7, reason: '少一份原件' } }]),
  )
})

test('an approved leave with somebody who stands in: the post is handed over from here', async () => {
  const posts = [{ leaveId: 3, from: 0, to: 1, giverName: '赵甲', toName: '孙丙', isBack: false }]
  const handover = handoverView({ kind: 'ab-post', toName: '孙丙' })
  const answers = { DraftPostHandover: done({ handoverId: 7 }) }
  const hub = show({ day: paperDay({ my: { ...nothing, posts }, handover }), answers })
  await screen.findByText(words.post('赵甲', '孙丙', false))
  await pressNamed(words.draftPost)
  await screen.findByText(words.postNumbered('JJ-2026-000007'))
  expect(hub.commands).toEqual([{ type: 'DraftPostHandover', body: { leaveId: 3 } }])
})
