import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClerkView, ViewName, WatchFrame } from '../../shared/contract/view.ts'
import { createPlay, hallDays, type Play, playProfile } from '../support/hall-play.ts'
import { type Watcher, watch } from '../support/http-call.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

let hall: TestHall
let play: Play
beforeAll(async () => {
  hall = await startTestHall({ profile: playProfile(), at: '08:30' })
  play = await createPlay({ ...hall, faults: hall.problems })
})
afterAll(async () => {
  await hall.close()
})

/** Longer than the longest gap between two pushes of a view. */
const quietMs = 300
const quiet = () => new Promise((resolve) => setTimeout(resolve, quietMs))

/** Every view of the hall, as one machine after another watches it. */
function watchEverything(): [name: string, first: WatchFrame][] {
  // Days pass in the play.
  const session = hall.signIn('3001', Number.MAX_SAFE_INTEGER / 2)
  const views: ViewName[] = ['kiosk', 'display', 'console']
  const windows = [1, 2, 3, 4].map((windowNumber) => ({ kind: 'watch', view: 'clerk', windowNumber, session }) as const)
  return [
    ...views.map((view): [string, WatchFrame] => [view, { kind: 'watch', view, session }]),
    ...windows.map((first): [string, WatchFrame] => [`clerk at ${first.windowNumber}`, first]),
  ]
}

async function freshly(first: WatchFrame): Promise<unknown> {
  const screen = watch(hall.local, first)
  const frame = await screen.frame(({ kind }) => kind === 'view')
  screen.socket.close()
  return frame.kind === 'view' ? frame.body : undefined
}

/** The hub's own tick may act between push and look: what was pushed is given three gaps to catch up. */
async function expectPushed(name: string, screen: Watcher, first: WatchFrame): Promise<void> {
  for (let look = 0; look < 3; look += 1) {
    if (isDeepStrictEqual(screen.view()?.body, await freshly(first))) return
    await quiet()
  }
  expect({ name, body: screen.view()?.body }).toEqual({ name, body: await freshly(first) })
}

/** Answers the heartbeats: on a busy machine the play takes longer than a silent screen is kept. */
function stayAlive({ socket }: Watcher): void {
  socket.on('message', (message) => {
    if (String(message).includes('"kind":"alive"')) socket.send('{"kind":"alive"}')
  })
}

describe('a pushed view', () => {
  test('equals the view read afresh, whatever happened', { timeout: 120_000 }, async () => {
    const watched = watchEverything()
    const screens = new Map<string, Watcher>(watched.map(([name, first]) => [name, watch(hall.local, first)]))
    await Promise.all([...screens.values()].map((screen) => screen.frame(({ kind }) => kind === 'view')))
    for (const screen of screens.values()) stayAlive(screen)
    const steps = fc.sample(hallDays, 3).flat()
    for (let at = 0; at < steps.length; at += 8) {
      for (const step of steps.slice(at, at + 8)) {
        play.play(step)
        if (step.kind === 'clock') hall.live.refresh()
      }
      await quiet()
      for (const [name, first] of watched) await expectPushed(name, screens.get(name)!, first)
    }
    for (const screen of screens.values()) screen.socket.close()
  })

  test('of a window shows a ticket that is kept for it though it does not serve its queue', async () => {
    const t = hall
    hall.clock.set('2026-08-05', '09:00')
    // Looked at now, so that the hub's tick does not push by chance what the events should.
    hall.look()
    for (const [staffNumber, windowNumber] of [
      ['1001', 1],
      ['1004', 3],
    ] as const) {
      t.must(t.staff(staffNumber), 'OpenServiceWindow', { windowNumber })
    }
    const session = hall.signIn('3001')
    const screen = watch(hall.local, { kind: 'watch', view: 'clerk', windowNumber: 3, session })
    await screen.frame(({ kind }) => kind === 'view')
    const ticketId = t.take('A-REG')
    t.must(t.staff('1001'), 'CallNextTicket', { windowNumber: 1 })
    t.must(t.staff('1001'), 'TransferTicket', { windowNumber: 1, ticketId, toWindow: 3, reason: '改办' })
    const waiting = () => (screen.view()!.body as ClerkView).waiting.map((one) => one.ticketId)
    await expect.poll(waiting).toContain(ticketId)
    t.must(t.staff('2001'), 'CancelTicket', { ticketId, reason: 'visitor-left' })
    await expect.poll(waiting).not.toContain(ticketId)
    screen.socket.close()
  })

  test('comes with the sequence number of its commit, soon after it', async () => {
    const screen = watch(hall.local, { kind: 'watch', view: 'display' })
    await screen.frame(({ kind }) => kind === 'view')
    const pressedAt = performance.now()
    hall.take('B-REG')
    const { seq } = hall.hub.head()
    await screen.frame((frame) => frame.kind === 'view' && frame.seq >= seq)
    expect(performance.now() - pressedAt).toBeLessThan(1_000)
    screen.socket.close()
  })

  test('is the same bytes for all who watch the same', async () => {
    const screens = Array.from({ length: 20 }, () => watch(hall.local, { kind: 'watch', view: 'display' }))
    await Promise.all(screens.map((screen) => screen.frame(({ kind }) => kind === 'view')))
    hall.take('B-REG')
    const { seq } = hall.hub.head()
    const frames = await Promise.all(
      screens.map((screen) => screen.frame((frame) => frame.kind === 'view' && frame.seq >= seq)),
    )
    expect(new Set(frames.map((frame) => JSON.stringify(frame))).size).toBe(1)
    for (const screen of screens) screen.socket.close()
  })

  test('of the public screens shows no person, and a clerk’s a surname at most', async () => {
    const taken = { itemCode: 'C-ASK', idNumber: '999999196002290028', holderName: '欧阳小三' }
    await hall.command({}, 'TakeTicket', taken)
    const session = hall.signIn('3001')
    const shown = await Promise.all([
      freshly({ kind: 'watch', view: 'kiosk' }),
      freshly({ kind: 'watch', view: 'display' }),
      freshly({ kind: 'watch', view: 'console', session }),
    ])
    expect(JSON.stringify(shown)).not.toMatch(/欧阳|999999|19600229/)
    const clerk = JSON.stringify(await freshly({ kind: 'watch', view: 'clerk', windowNumber: 4, session }))
    expect(clerk).toContain('"holderMask":"欧阳**"')
    expect(clerk).not.toMatch(/小三|999999/)
  })
})
