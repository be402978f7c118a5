import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createLive } from '../../../main/hub/live.ts'
import { watch } from '../../support/http-call.ts'
import { startTestHall, type TestHall } from '../../support/test-hall.ts'
import { createTestHub, type TestHub } from '../../support/test-hub.ts'

let hall: TestHall
beforeAll(async () => {
  hall = await startTestHall()
})
afterAll(async () => {
  expect(hall.problems).toEqual([])
  await hall.close()
})

const isAlive = async () => (await hall.call({}, '/api/door/welcome', { body: {} })).status === 200

describe('the first frame of a socket', () => {
  test.each<[string, string | Buffer]>([
    ['garbage', 'watch me'],
    ['bytes', randomBytes(300)],
    ['null', 'null'],
    ['a deep one', `{"kind":"watch","view":${'['.repeat(2000)}${']'.repeat(2000)}}`],
    ['a lone surrogate', '{"kind":"watch","view":"kiosk","session":"\\ud800"}'],
    ['an unknown view', '{"kind":"watch","view":"vault"}'],
    ['a field nobody knows', '{"kind":"watch","view":"kiosk","isAdministrator":true}'],
    ['another kind', '{"kind":"alive"}'],
  ])('%s is turned away, and the hub lives', async (_, first) => {
    const screen = watch(hall.local, first)
    expect(await screen.frame(() => true)).toMatchObject({ kind: 'refused', code: 'malformed' })
    expect(await screen.closed).toBe(1008)
    expect(await isAlive()).toBe(true)
  })

  test('of more than 64 KiB closes the socket', async () => {
    const screen = watch(hall.local, 'x'.repeat(64 * 1024 + 1))
    expect(await screen.closed).toBe(1009)
  })

  test('of a window that is not there, or without a session, is refused by its reason', async () => {
    const session = hall.signIn('1002')
    const first = { kind: 'watch', view: 'clerk', session } as const
    expect(await watch(hall.local, { ...first, windowNumber: 9 }).frame(() => true)).toMatchObject({
      code: 'window-unknown',
    })
    expect(await watch(hall.local, first).frame(() => true)).toMatchObject({ code: 'window-unknown' })
    expect(await watch(hall.local, { kind: 'watch', view: 'console' }).frame(() => true)).toMatchObject({
      code: 'not-signed-in',
    })
    expect(await watch(hall.local, { kind: 'watch', view: 'console', session }).frame(() => true)).toMatchObject({
      code: 'not-permitted',
    })
  })

  test('is waited for five seconds', { timeout: 20_000 }, async () => {
    const startedAt = performance.now()
    expect(await watch(hall.local).closed).toBe(1008)
    expect(performance.now() - startedAt).toBeGreaterThan(4_500)
  })

  test('from a page of another origin is not even heard', async () => {
    expect(await watch({ ...hall.local, origin: 'http://evil.example' }, 'x').closed).toBe(1006)
  })

  test('at another address is not even heard', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${hall.port}/elsewhere`)
    socket.on('error', () => {})
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1006)
  })
})

describe('a socket that watches', () => {
  test('may say anything afterwards: it counts as a sign of life and no more', async () => {
    const screen = watch(hall.local, { kind: 'watch', view: 'display' })
    await screen.frame((frame) => frame.kind === 'view')
    for (const noise of ['{"kind":"alive"}', 'noise', randomBytes(1000), '{"kind":"watch","view":"console"}']) {
      screen.socket.send(noise)
    }
    hall.take('A-REG')
    await screen.frame((frame) => frame.kind === 'view' && frame.seq === hall.hub.head().seq)
    expect(new Set(screen.frames.map((frame) => frame.kind === 'view' && frame.view))).toEqual(new Set(['display']))
    screen.socket.close()
  })

  test('gets a heartbeat every three seconds', { timeout: 20_000 }, async () => {
    const screen = watch(hall.local, { kind: 'watch', view: 'kiosk' })
    expect(await screen.frame((frame) => frame.kind === 'alive')).toEqual({ kind: 'alive', at: hall.clock.now() })
    screen.socket.close()
  })
})

/** Live views over real sockets, with a view as large and a time as fast as the test wishes. */
async function startLive(options: { viewBytes: number }) {
  const t: TestHub = await createTestHub()
  let aheadMs = 0
  const live = createLive({
    hub: t.hub,
    read: () => ({ filling: 'x'.repeat(options.viewBytes) }),
    monotonicMs: () => performance.now() + aheadMs,
  })
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket) => live.watch(socket, 'display', undefined, () => null))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    t,
    live,
    connect: () => new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`),
    passMs: (ms: number) => {
      aheadMs += ms
    },
    async close() {
      live.end()
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
      t.opened.close()
    },
  }
}
const closing = (socket: WebSocket) => new Promise<number>((resolve) => socket.on('close', resolve))
const firstFrame = (socket: WebSocket) => new Promise((resolve) => socket.once('message', resolve))

describe('a screen that does not keep up', () => {
  test('is dropped once a megabyte waits for it, and the others are served on', { timeout: 60_000 }, async () => {
    const l = await startLive({ viewBytes: 400_000 })
    const [slow, quick] = [l.connect(), l.connect()]
    let received = 0
    quick.on('message', () => {
      received += 1
    })
    await Promise.all([firstFrame(slow), firstFrame(quick)])
    slow.pause()
    for (let at = 0; at < 200 && l.live.watcherCount() > 1; at += 1) {
      l.t.take('A-REG')
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    expect(l.live.watcherCount()).toBe(1)
    expect(quick.readyState).toBe(WebSocket.OPEN)
    expect(received).toBeGreaterThan(3)
    await l.close()
  })

  test('is dropped after three heartbeats without an answer', { timeout: 60_000 }, async () => {
    const l = await startLive({ viewBytes: 10 })
    const [silent, lively] = [l.connect(), l.connect()]
    await Promise.all([firstFrame(silent), firstFrame(lively)])
    l.passMs(9_000)
    lively.send('{"kind":"alive"}')
    await firstFrame(lively)
    l.passMs(2_000)
    expect(await closing(silent)).toBe(1006)
    expect(lively.readyState).toBe(WebSocket.OPEN)
    await expect.poll(() => l.live.watcherCount()).toBe(1)
    await l.close()
  })

  test('that was let go of costs nothing any more', async () => {
    const l = await startLive({ viewBytes: 10 })
    const screen = l.connect()
    await firstFrame(screen)
    screen.close()
    await closing(screen)
    await expect.poll(() => l.live.watcherCount()).toBe(0)
    await l.close()
  })
})
