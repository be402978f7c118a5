import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, watch } from '../../support/http-call.ts'
import { lanHost, startTestHall, type TestHall } from '../../support/test-hall.ts'

let hall: TestHall
let pagesFolder: string
let administrator: string
beforeAll(async () => {
  pagesFolder = mkdtempSync(join(tmpdir(), 'shouwen-pages-'))
  for (const page of ['kiosk', 'clerk', 'display', 'console', 'pairing', 'assets', 'voice']) {
    mkdirSync(join(pagesFolder, page))
    writeFileSync(join(pagesFolder, page, page === 'assets' ? 'style.css' : 'index.html'), `the ${page} page`)
  }
  hall = await startTestHall({ pagesFolder })
  administrator = hall.signIn('9001')
})
afterAll(async () => {
  await hall.close()
  rmSync(pagesFolder, { recursive: true })
})

const stranger: Partial<Caller> = { host: lanHost }
const page = async (caller: Partial<Caller>, path: string) => {
  const { status, headers, text } = await hall.call(caller, path)
  return status === 302 ? `to ${headers.location}` : `${status} ${text}`
}
const request = async (kind = 'kiosk') =>
  (await hall.call(stranger, '/api/door/request-pairing', { body: { kind, name: '门口' } })).json as {
    pairingCode: string
    pollToken: string
    expiresAt: number
  }
const collect = (pollToken: string) => hall.call(stranger, '/api/door/collect-pairing', { body: { pollToken } })

describe('a new machine', () => {
  test.each(['/', '/kiosk/', '/console/', '/display/', '/voice/', '/api/docs', '/nothing'])(
    'that asks for %s is sent to the pairing page',
    async (path) => {
      expect(await page(stranger, path)).toBe('to /pairing/')
    },
  )

  test('gets the pairing page with its style, and no live view', async () => {
    expect(await page(stranger, '/pairing/')).toBe('200 the pairing page')
    expect(await page(stranger, '/assets/style.css')).toBe('200 the assets page')
    const screen = watch({ ...stranger, port: hall.port }, { kind: 'watch', view: 'display' })
    expect(await screen.closed).toBe(1006)
    expect(screen.frames).toEqual([])
  })

  test('is told the name of the hall and nothing else', async () => {
    const { json } = await hall.call(stranger, '/api/door/welcome', { body: {} })
    expect(json).toEqual({
      hallName: '样本便民服务中心',
      isDemo: false,
      needsAdministrator: false,
      isPaired: false,
      isLocal: false,
      session: null,
      demoStaff: [],
      demoPassword: '',
    })
  })

  test('waits for its code to be approved, gets its cookie once, and is a kiosk from then on', async () => {
    const { pairingCode, pollToken } = await request()
    expect(pairingCode).toMatch(/^\d{6}$/)
    expect((await collect(pollToken)).json).toEqual({ state: 'waiting', path: '' })
    const console = watch(hall.local, { kind: 'watch', view: 'console', session: administrator })
    const shown = await console.frame((frame) => frame.kind === 'view')
    expect(shown).toMatchObject({
      body: { pairings: [{ pairingCode, kind: 'kiosk', name: '门口', from: '127.0.0.1' }] },
    })
    console.socket.close()

    const enrol = { pairingCode, kind: 'kiosk', name: '门口取号机' }
    const enrolled = await hall.command({ session: administrator }, 'EnrolScreen', enrol)
    const screenId = enrolled.kind === 'done' ? String(enrolled.made.screenId) : ''
    const collected = await collect(pollToken)
    expect(collected.json).toEqual({ state: 'approved', path: '/kiosk/' })
    const [setCookie] = collected.headers['set-cookie'] ?? []
    expect(setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict;/)
    expect((await collect(pollToken)).json).toEqual({ state: 'expired', path: '' })

    const kiosk = { ...stranger, cookie: setCookie!.split(';')[0] }
    expect(await page(kiosk, '/kiosk/')).toBe('200 the kiosk page')
    expect(await page(kiosk, '/')).toBe('to /kiosk/')
    expect(await page(kiosk, '/console/')).toBe('to /kiosk/')
    expect(await hall.command(kiosk, 'TakeTicket', { itemCode: 'A-REG' })).toMatchObject({ kind: 'done' })
    await revoked(kiosk, screenId)
  })

  /** From one moment to the next it is a stranger again. */
  async function revoked(kiosk: Partial<Caller>, screenId: string): Promise<void> {
    const screen = watch({ ...kiosk, port: hall.port }, { kind: 'watch', view: 'kiosk' })
    await screen.frame((frame) => frame.kind === 'view')
    await hall.command({ session: administrator }, 'RevokeScreen', { screenId, reason: '遗失' })
    expect(await screen.frame((frame) => frame.kind === 'refused')).toMatchObject({ code: 'not-paired' })
    expect(await page(kiosk, '/kiosk/')).toBe('to /pairing/')
    expect(await hall.command(kiosk, 'TakeTicket', { itemCode: 'A-REG' })).toMatchObject({ code: 'not-paired' })
    const again = { screenId, reason: '遗失' }
    expect(await hall.command({ session: administrator }, 'RevokeScreen', again)).toMatchObject({
      code: 'screen-unknown',
    })
  }

  test('becomes what the administrator says, whatever it asked for', async () => {
    const { pairingCode, pollToken } = await request('console')
    await hall.command({ session: administrator }, 'EnrolScreen', { pairingCode, kind: 'display', name: '大屏' })
    expect((await collect(pollToken)).json).toEqual({ state: 'approved', path: '/display/' })
  })

  test('finds its code expired after ten minutes', async () => {
    const { pairingCode, pollToken } = await request()
    hall.clock.forward(600)
    expect((await collect(pollToken)).json).toEqual({ state: 'expired', path: '' })
    const enrol = { pairingCode, kind: 'kiosk', name: '门口' }
    expect(await hall.command({ session: administrator }, 'EnrolScreen', enrol)).toMatchObject({
      code: 'pairing-code-unknown',
    })
  })

  test('is approved once: the same code does not let a second machine in', async () => {
    const { pairingCode } = await request()
    const enrol = { pairingCode, kind: 'kiosk', name: '门口' }
    await hall.command({ session: administrator }, 'EnrolScreen', enrol)
    expect(await hall.command({ session: administrator }, 'EnrolScreen', enrol)).toMatchObject({
      code: 'pairing-code-unknown',
    })
  })

  test('cannot fill the list with its codes', async () => {
    hall.clock.forward(600)
    const codes = await Promise.all(Array.from({ length: 22 }, () => request()))
    expect(codes.filter((one) => one.pairingCode === '')).toHaveLength(2)
    hall.clock.forward(600)
  })
})

describe('a paired machine', () => {
  test('watches its own kind of view and no other', async () => {
    const display = { ...stranger, port: hall.port, cookie: await hall.pair('display', administrator) }
    expect(await watch(display, { kind: 'watch', view: 'display' }).frame(() => true)).toMatchObject({ kind: 'view' })
    expect(await watch(display, { kind: 'watch', view: 'kiosk' }).frame(() => true)).toMatchObject({
      code: 'not-permitted',
    })
    const session = hall.signIn('3001')
    expect(await watch(display, { kind: 'watch', view: 'console', session }).frame(() => true)).toMatchObject({
      code: 'not-permitted',
    })
  })

  test('of the clerk kind shows a window to whoever is signed in', async () => {
    const machine = { ...stranger, port: hall.port, cookie: await hall.pair('clerk', administrator) }
    const first = { kind: 'watch', view: 'clerk', windowNumber: 1 } as const
    expect(await watch(machine, first).frame(() => true)).toMatchObject({ code: 'not-signed-in' })
    const session = hall.signIn('1002')
    expect(await watch(machine, { ...first, session }).frame(() => true)).toMatchObject({ kind: 'view' })
    expect(await hall.command({ ...machine, session }, 'OpenServiceWindow', { windowNumber: 1 })).toMatchObject({
      kind: 'done',
    })
  })

  test('keeps its pairing over a restart of the hub', async () => {
    const cookie = await hall.pair('kiosk', administrator)
    await hall.stop()
    hall = await startTestHall({ folder: hall.folder, clock: hall.clock, pagesFolder })
    administrator = hall.signIn('9001')
    expect(await page({ ...stranger, cookie }, '/kiosk/')).toBe('200 the kiosk page')
  })

  test('with a kiosk on which somebody drums is slowed to thirty numbers a minute', async () => {
    const kiosk = { ...stranger, cookie: await hall.pair('kiosk', administrator) }
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => hall.command(kiosk, 'TakeTicket', { itemCode: 'A-REG' })),
    )
    expect(outcomes.filter((one) => one.kind === 'done')).toHaveLength(30)
    expect(outcomes.filter((one) => one.kind === 'refused' && one.code === 'busy')).toHaveLength(10)
    expect(await hall.command({}, 'TakeTicket', { itemCode: 'A-REG' })).toMatchObject({ kind: 'done' })
  })
})

describe('the own PC', () => {
  test('is known by address and name together: a foreign name that points here is a stranger', async () => {
    for (const host of ['127.0.0.1', 'localhost', `localhost:${hall.port}`, '[::1]']) {
      expect(await page({ host }, '/kiosk/')).toBe('200 the kiosk page')
    }
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '[::1].evil']) {
      expect(await page({ host }, '/kiosk/')).toBe('to /pairing/')
    }
  })

  test('may show every page, and starts at the console', async () => {
    expect(await page({}, '/')).toBe('to /console/')
    expect(await page({}, '/display/')).toBe('200 the display page')
  })
})
