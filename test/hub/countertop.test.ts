import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readHallKey } from '../../main/hub/door/identity.ts'
import { createVault } from '../../main/hub/door/vault.ts'
import type { ClerkView, CountertopView, HubFrame } from '../../shared/contract/view.ts'
import { type Caller, type Watcher, watch } from '../support/http-call.ts'
import { demoIds, sampleProfile, workday } from '../support/sample-hall.ts'
import { lanHost, startTestHall, type TestHall } from '../support/test-hall.ts'

/* 前置屏: who may ask, who may answer, what it never shows, and what ends a request. */

const profile = sampleProfile()
const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组' }
const signature = 'data:image/png;base64,iVBORw0KGgo='
const aMonthMs = 31 * 24 * 3_600_000

let hall: TestHall
let clerk: Partial<Caller>
let other: Partial<Caller>
let filingId: number
let countertop: Watcher
let desk: Watcher

const must = async (who: Partial<Caller>, type: Parameters<TestHall['command']>[1], body: unknown) => {
  const outcome = await hall.command(who, type, body)
  if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  return outcome.made
}
type Answered = { kind: string; code?: string; made?: Record<string, string> }
const door = async (who: Partial<Caller>, path: string, body: object) =>
  (await hall.call(who, `/api/door/${path}`, { body })).json as Answered
const ask = (who = clerk) => door(who, 'ask-signature', { filingId, paper: 'handling-slip' })
const asked = async () => (await ask()).made!.requestId!
const give = (requestId: string, who: Partial<Caller> = hall.local) =>
  door(who, 'give-signature', { requestId, signature })
const collect = (requestId: string, who = clerk) => door(who, 'collect-signature', { requestId })

/** The newest view for which the question is answered with true. */
const shows = async <V>(screen: Watcher, isIt: (view: V) => boolean): Promise<V> => {
  const at = screen.frames.length
  const newest = screen.view()
  if (newest !== undefined && isIt(newest.body as V)) return newest.body as V
  const frame = (await screen.frame(
    (one) => one.kind === 'view' && screen.frames.indexOf(one) >= at && isIt(one.body as V),
  )) as Extract<HubFrame, { kind: 'view' }>
  return frame.body as V
}

async function openHall(): Promise<void> {
  hall = await startTestHall({ profile })
  clerk = { session: hall.signIn('1002', aMonthMs) }
  other = { session: hall.signIn('1003', aMonthMs) }
  await must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
  const itemCode = 'B-REG'
  await must({}, 'TakeTicket', { itemCode })
  const { ticketId } = await must(clerk, 'CallNextTicket', { windowNumber: 2 })
  await must(clerk, 'StartService', { windowNumber: 2, ticketId })
  const { inquiryId } = await must(clerk, 'RecordFirstInquiry', {
    channel: 'window',
    ticketId,
    itemCode,
    matter: '想办登记',
  })
  const materials = profile.serviceItems.find((one) => one.itemCode === itemCode)!.materials
  const received = await must(clerk, 'ReceiveFiling', {
    inquiryId,
    itemCode,
    party: applicant,
    checks: materials.map(({ materialCode }) => ({ materialCode, state: 'in-hand' })),
  })
  filingId = Number(received.filingId)
  await must(clerk, 'AcceptFiling', { filingId })
  await must(clerk, 'DecideFiling', { filingId, decision: 'granted' })
  desk = watch(hall.local, { kind: 'watch', view: 'clerk', windowNumber: 2, session: clerk.session! })
}

describe('a signature that is asked for', () => {
  beforeEach(async () => {
    await openHall()
    countertop = watch(hall.local, { kind: 'watch', view: 'countertop', windowNumber: 2 })
    await countertop.frame(({ kind }) => kind === 'view')
  })
  afterEach(() => hall.close())

  test('is drawn at the countertop, taken once by the form that asked, and sealed with the command', async () => {
    const requestId = await asked()
    const { signing } = await shows<CountertopView>(countertop, (view) => view.signing !== null)
    expect(signing).toMatchObject({ requestId, paper: 'handling-slip', isSigned: false })
    expect((await give(requestId)).kind).toBe('done')
    await shows<ClerkView>(desk, (view) => view.countertop.request?.isSigned === true)
    expect(await collect(requestId)).toMatchObject({ kind: 'done', made: { signature } })
    expect(await collect(requestId)).toMatchObject({ code: 'signature-not-asked' })

    await must(clerk, 'SignHandlingSlip', { filingId, means: 'pad', signature })
    await shows<CountertopView>(countertop, (view) => view.signing === null)
    const sealed = hall.hub.tables.privateRecords.slipSignature(filingId)!
    expect(createVault(readHallKey(hall.folder)).open(sealed)).toBe(signature)
  })

  test('stands in no journal entry, no view and no table before the command is sent', async () => {
    const before = hall.hub.head().seq
    const requestId = await asked()
    await give(requestId)
    await shows<CountertopView>(countertop, (view) => view.signing?.isSigned === true)
    expect(hall.hub.head().seq).toBe(before)
    expect(hall.hub.tables.privateRecords.slipSignature(filingId)).toBeUndefined()
    expect(JSON.stringify([countertop.frames, desk.frames])).not.toContain(signature)
  })

  test('shows what is under way by number and mask, never by name', async () => {
    await asked()
    const view = await shows<CountertopView>(countertop, ({ signing }) => signing !== null)
    expect(view).toMatchObject({ current: { number: 'B001' }, signing: { partyMask: '张**' } })
    const shown = JSON.stringify(countertop.frames)
    for (const secret of Object.values(applicant)) expect(shown).not.toContain(secret)
  })

  test('is given once: of two countertops of one window the first counts', async () => {
    const second = watch(hall.local, { kind: 'watch', view: 'countertop', windowNumber: 2 })
    const requestId = await asked()
    await shows<CountertopView>(second, (view) => view.signing?.requestId === requestId)
    expect((await give(requestId)).kind).toBe('done')
    await shows<CountertopView>(second, (view) => view.signing?.isSigned === true)
    expect(await give(requestId)).toMatchObject({ code: 'signature-not-asked' })
  })

  test('a countertop that was reloaded shows it again, and the clerk is told while it is away', async () => {
    const requestId = await asked()
    countertop.socket.close()
    await shows<ClerkView>(desk, (view) => view.countertop.state === 'none')
    expect(await ask()).toMatchObject({ code: 'countertop-absent' })
    const again = watch(hall.local, { kind: 'watch', view: 'countertop', windowNumber: 2 })
    await shows<CountertopView>(again, (view) => view.signing?.requestId === requestId)
    await shows<ClerkView>(desk, (view) => view.countertop.state === 'here')
  })

  test('a new request takes the place of the one before', async () => {
    const first = await asked()
    const second = await asked()
    expect(await give(first)).toMatchObject({ code: 'signature-not-asked' })
    expect((await give(second)).kind).toBe('done')
  })

  const endings: [string, (requestId: string) => Promise<unknown>][] = [
    ['the clerk takes it back', (requestId) => door(clerk, 'end-signature', { requestId })],
    ['the number leaves the window', () => finish()],
    ['the clerk signs in elsewhere', async () => hall.signIn('1002', aMonthMs)],
    ['five minutes are over', async () => hall.clock.set(workday, '09:06')],
    ['the slip is signed on paper', () => must(clerk, 'SignHandlingSlip', { filingId, means: 'paper' })],
  ]
  const finish = async () => {
    const { ticketId } = hall.hub.tables.ticket.atWindow(2)!
    await must(clerk, 'FinishService', { windowNumber: 2, ticketId, resultCode: 'completed' })
  }

  test.each(endings)('ends when %s', async (_, end) => {
    const requestId = await asked()
    await end(requestId)
    hall.look()
    expect(await give(requestId)).toMatchObject({ code: 'signature-not-asked' })
    await shows<CountertopView>(countertop, (view) => view.signing === null)
  })

  test.each(endings)('what was drawn is gone when %s', async (_, end) => {
    const requestId = await asked()
    await give(requestId)
    await end(requestId)
    hall.look()
    expect(await collect(requestId)).toMatchObject({ code: 'signature-not-asked' })
  })

  test('is asked for only by the clerk in charge at his own window, for what may be signed', async () => {
    expect(await ask(other)).toMatchObject({ code: 'countertop-absent' })
    expect(await ask({})).toMatchObject({ code: 'not-signed-in' })
    await must(clerk, 'SignHandlingSlip', { filingId, means: 'paper' })
    expect(await ask()).toMatchObject({ code: 'slip-signed' })
    expect(await door(clerk, 'ask-signature', { filingId: 99, paper: 'handling-slip' })).toMatchObject({
      code: 'filing-unknown',
    })
  })

  test('for a receipt is asked for that very paper, sealed beside it, and printed on it', async () => {
    await must(clerk, 'ProduceResult', { filingId, resultName: '登记证', resultNumber: '样 1 号' })
    await must(clerk, 'DeliverResult', { filingId, way: 'collected', place: '2 号窗口' })
    const { documentId } = hall.hub.tables.hallDocument
      .ofFiling(filingId)
      .find(({ kind }) => kind === 'delivery-receipt')!
    const receipt = { filingId, paper: 'delivery-receipt', documentId }
    expect(await door(clerk, 'ask-signature', { ...receipt, documentId: 1 })).toMatchObject({
      code: 'document-unknown',
    })
    const { requestId } = (await door(clerk, 'ask-signature', receipt)).made!
    await shows<CountertopView>(countertop, (view) => view.signing?.paper === 'delivery-receipt')
    await give(requestId!)
    expect(await collect(requestId!)).toMatchObject({ made: { signature } })
    await must(clerk, 'SignDocument', { documentId, signature })
    const print = await hall.call(clerk, `/api/queries/document-print?documentId=${documentId}`)
    expect((print.json as { html: string }).html).toContain(signature)
    const journal = hall.hub.store.prepare('SELECT body FROM journal').pluck().all().join()
    expect(journal).not.toContain(signature)
    expect(await door(clerk, 'ask-signature', receipt)).toMatchObject({ code: 'document-signed' })
  })

  test('is taken and taken back by nobody else', async () => {
    const requestId = await asked()
    await give(requestId)
    expect(await collect(requestId, other)).toMatchObject({ code: 'signature-not-asked' })
    await door(other, 'end-signature', { requestId })
    expect(await collect(requestId)).toMatchObject({ kind: 'done' })
  })
})

describe('a machine that was paired as a countertop', () => {
  let lan: (cookie: string) => Caller
  let own: Caller
  let elsewhere: Caller
  let clerkMachine: Caller
  beforeAll(async () => {
    await openHall()
    lan = (cookie) => ({ port: hall.port, host: lanHost, cookie })
    const administrator = hall.signIn('9001')
    own = lan(await hall.pair('countertop', administrator, 2))
    elsewhere = lan(await hall.pair('countertop', administrator, 1))
    clerkMachine = lan(await hall.pair('clerk', administrator))
  })
  afterAll(() => hall.close())

  test('is sent to the page of its window', async () => {
    expect((await hall.call(own, '/')).headers.location).toBe('/countertop/?window=2')
    expect((await hall.call(own, '/clerk/')).headers.location).toBe('/countertop/?window=2')
  })

  test('watches its own window and no other', async () => {
    const seen = watch(own, { kind: 'watch', view: 'countertop', windowNumber: 2 })
    expect(await seen.frame(() => true)).toMatchObject({ kind: 'view' })
    for (const first of [
      { kind: 'watch', view: 'countertop', windowNumber: 1 },
      { kind: 'watch', view: 'kiosk' },
    ] as const) {
      expect(await watch(own, first).frame(() => true)).toMatchObject({ kind: 'refused', code: 'not-permitted' })
    }
  })

  test('gives what it was asked for, and is refused what another window was asked for', async () => {
    const requestId = await asked()
    expect(await give(requestId, elsewhere)).toMatchObject({ code: 'signature-not-asked' })
    expect(await give(requestId, clerkMachine)).toMatchObject({ code: 'not-permitted' })
    expect(await give(requestId, { port: hall.port, host: lanHost })).toMatchObject({ code: 'not-paired' })
    expect((await give(requestId, own)).kind).toBe('done')
  })

  test('its clerk sees that it is away', async () => {
    const atOne = watch(hall.local, { kind: 'watch', view: 'clerk', windowNumber: 1, session: other.session! })
    expect((await shows<ClerkView>(atOne, () => true)).countertop).toEqual({ state: 'away', request: null })
  })
})
