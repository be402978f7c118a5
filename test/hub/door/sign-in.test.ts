import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword, isPassword } from '../../../main/hub/door/password.ts'
import { createThrottle } from '../../../main/hub/door/throttle.ts'
import { type Caller, watch } from '../../support/http-call.ts'
import { lanHost, startTestHall, type TestHall } from '../../support/test-hall.ts'

const password = 'right-horse-1'

let hall: TestHall
/** One hash for everybody who needs a password: each takes a fifth of a second. */
let passwordHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(password)
  hall = await startTestHall()
  for (const staffNumber of ['1001', '1002', '1003', '1004', '3001']) givePassword(hall, staffNumber)
})
afterAll(() => hall.close())

function givePassword(to: TestHall, staffNumber: string): void {
  const { staffId } = to.staff(staffNumber)
  to.must({ kind: 'hub' }, 'SetPassword', { staffId }, { keep: () => [{ kind: 'password', staffId, passwordHash }] })
}

interface SignInAnswer {
  kind: string
  code?: string
  facts?: { seconds?: number }
  made?: { sessionToken: string; session: { name: string; role: string } }
}

async function signIn(staffNumber: string, tried = password, caller: Partial<Caller> = {}): Promise<SignInAnswer> {
  const answer = await hall.call(caller, '/api/door/sign-in', { body: { staffNumber, password: tried } })
  return answer.json as SignInAnswer
}
const tokenOf = (answer: SignInAnswer) => answer.made?.sessionToken ?? ''
const welcome = async (session: string, of = hall) =>
  (await of.call({ session }, '/api/door/welcome', { body: {} })).json as {
    session: { staffNumber: string } | null
    needsAdministrator: boolean
  }
const callNext = async (session: string) => hall.command({ session }, 'CallNextTicket', { windowNumber: 1 })

describe('signing in', () => {
  test('with number and password gives a session, which says who it is', async () => {
    const answer = await signIn('1001')
    expect(answer).toMatchObject({ kind: 'done', made: { session: { name: '钱一', role: 'clerk' } } })
    expect((await welcome(tokenOf(answer))).session?.staffNumber).toBe('1001')
  })

  test('with a wrong password is refused as with a number that nobody has', async () => {
    const [wrong, nobody] = [await signIn('1001', 'wrong-horse-1'), await signIn('1999', 'wrong-horse-1')]
    expect(wrong).toMatchObject({ kind: 'refused', code: 'wrong-credentials' })
    expect(nobody).toEqual(wrong)
  })

  test('a second time ends the first: its commands are refused and its screen is told', async () => {
    const first = tokenOf(await signIn('1001'))
    hall.must(hall.staff('1001'), 'OpenServiceWindow', { windowNumber: 1 })
    const screen = watch(hall.local, { kind: 'watch', view: 'clerk', windowNumber: 1, session: first })
    await screen.frame((frame) => frame.kind === 'view')

    const second = tokenOf(await signIn('1001'))
    expect(await screen.frame((frame) => frame.kind === 'refused')).toMatchObject({ code: 'not-signed-in' })
    expect(await screen.closed).toBe(1008)
    expect(await callNext(first)).toMatchObject({ code: 'not-signed-in' })
    expect(await callNext(second)).toMatchObject({ code: 'nobody-waiting' })
    hall.must(hall.staff('1001'), 'CloseServiceWindow', { windowNumber: 1 })
  })

  test('twice in the same instant leaves one session', async () => {
    const answers = await Promise.all([signIn('1002'), signIn('1002')])
    const sessions = await Promise.all(answers.map((one) => welcome(tokenOf(one))))
    expect(sessions.filter((one) => one.session !== null)).toHaveLength(1)
  })

  test('from a machine that is not paired is refused before the password is looked at', async () => {
    expect(await signIn('1001', password, { host: lanHost })).toMatchObject({ code: 'not-paired' })
  })
})

describe('guessing', () => {
  test('is slowed down after five wrong passwords, for the right one too', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await signIn('1003', `guess-number-${guess}`)).toMatchObject({ code: 'wrong-credentials' })
    }
    const throttled = await signIn('1003')
    expect(throttled).toMatchObject({ kind: 'refused', code: 'sign-in-throttled' })
    expect(throttled.facts?.seconds).toBeGreaterThan(10)
    expect((await signIn('1001')).kind).toBe('done')
  })

  test('all at once is no way around it', async () => {
    const guesses = Array.from({ length: 20 }, (_, at) => signIn('1004', `guess-number-${at}`))
    const codes = (await Promise.all(guesses)).map((one) => one.code)
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5)
    expect(codes.filter((code) => code === 'sign-in-throttled')).toHaveLength(15)
  })

  test('costs 15 seconds, then doubles up to a quarter of an hour, and is forgotten after an hour', () => {
    let now = 0
    const throttle = createThrottle(() => now)
    const waits = Array.from({ length: 14 }, () => {
      now += throttle.waitMs('staff 1')
      throttle.missed('staff 1')
      return throttle.waitMs('staff 1') / 1000
    })
    expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900])
    expect(throttle.waitMs('staff 2')).toBe(0)
    now += 3_600_001
    throttle.missed('staff 1')
    expect(throttle.waitMs('staff 1')).toBe(0)
  })

  test('is counted afresh after a right password', () => {
    const throttle = createThrottle(() => 0)
    for (let at = 0; at < 4; at += 1) throttle.missed('staff 1')
    throttle.passed('staff 1')
    throttle.missed('staff 1')
    expect(throttle.waitMs('staff 1')).toBe(0)
  })
})

describe('a session', () => {
  test('ends with signing out', async () => {
    const session = tokenOf(await signIn('3001'))
    await hall.call({ session }, '/api/door/sign-out', { body: {} })
    expect((await welcome(session)).session).toBeNull()
    expect(await callNext(session)).toMatchObject({ code: 'not-signed-in' })
  })

  test('survives a restart of the hub', async () => {
    const session = hall.signIn('3001')
    await hall.stop()
    hall = await startTestHall({ folder: hall.folder, clock: hall.clock })
    expect((await welcome(session)).session?.staffNumber).toBe('3001')
  })

  test('lasts a working day and no longer', async () => {
    const session = hall.signIn('2001')
    hall.clock.forward(12 * 3600 - 1)
    expect((await welcome(session)).session?.staffNumber).toBe('2001')
    hall.clock.forward(1)
    expect((await welcome(session)).session).toBeNull()
    hall.clock.forward(-12 * 3600)
  })

  test('ends with its owner’s leaving, and the screen is told at once', async () => {
    const session = hall.signIn('2001')
    const screen = watch(hall.local, { kind: 'watch', view: 'console', session })
    await screen.frame((frame) => frame.kind === 'view')
    const { staffId } = hall.staff('2001')
    await hall.command({ session: hall.signIn('9001') }, 'RetireStaff', { staffId, reason: '调离' })
    expect(await screen.frame((frame) => frame.kind === 'refused')).toMatchObject({ code: 'not-signed-in' })
    expect((await welcome(session)).session).toBeNull()
  })

  test('of a clerk who becomes a guide no longer watches a window', async () => {
    const session = hall.signIn('1002')
    const screen = watch(hall.local, { kind: 'watch', view: 'clerk', windowNumber: 2, session })
    await screen.frame((frame) => frame.kind === 'view')
    const { staffId } = hall.staff('1002')
    const staff = { staffNumber: '1002', name: '钱二', role: 'guide' }
    await hall.command({ session: hall.signIn('9001') }, 'ChangeStaff', { staffId, staff })
    expect(await screen.frame((frame) => frame.kind === 'refused')).toMatchObject({ code: 'not-permitted' })
  })
})

describe('passwords', () => {
  test('are kept as salted scrypt hashes, the same one differently each time', async () => {
    const again = await hashPassword(password)
    expect(passwordHash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
    expect(again).not.toBe(passwordHash)
    expect([await isPassword(password, again), await isPassword('', again), await isPassword('', null)]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('of one’s own is changed with the old one, of others by an administrator alone', async () => {
    const own = hall.signIn('3001')
    const set = async (session: string, body: object) =>
      (await hall.call({ session }, '/api/door/set-password', { body })).json as { kind: string; code?: string }
    const { staffId } = hall.staff('3001')
    const fresh = 'fresh-horse-2'
    expect(await set(own, { staffId, password: fresh })).toMatchObject({ code: 'wrong-credentials' })
    expect(await set(own, { staffId, currentPassword: password, password: fresh })).toMatchObject({ kind: 'done' })
    expect(await set(own, { staffId: hall.staff('1001').staffId, password: fresh })).toMatchObject({
      code: 'not-permitted',
    })
    expect(await set('', { staffId, password: fresh })).toMatchObject({ code: 'not-signed-in' })
    const administrator = hall.signIn('9001')
    expect(await set(administrator, { staffId: 'gone', password: fresh })).toMatchObject({ code: 'staff-unknown' })
    const signedIn = hall.signIn('1003')
    expect(await set(administrator, { staffId: hall.staff('1003').staffId, password: fresh })).toMatchObject({
      kind: 'done',
    })
    // Whoever was signed in with the old one is asked for the new one.
    const { session } = (await hall.call({ session: signedIn }, '/api/door/welcome', { body: {} })).json as {
      session: unknown
    }
    expect(session).toBeNull()
  })

  test('never come back out of the hub', async () => {
    const session = hall.signIn('9001')
    const setup = (await hall.call({ session }, '/api/queries/setup')).text
    expect(setup).not.toContain('scrypt')
    expect(setup).toContain('"hasPassword":true')
  })
})

describe('the first administrator', () => {
  const staff = { staffNumber: '9002', name: '周二', role: 'administrator' }

  test('is made on the hub’s own PC, once', async () => {
    const make = (caller: Partial<Caller>) =>
      hall.call(caller, '/api/door/create-first-administrator', { body: { staff, password } })
    const cookie = await hall.pair('console', hall.signIn('9001'))
    expect((await welcome('')).needsAdministrator).toBe(true)
    expect((await make({ host: lanHost, cookie })).json).toMatchObject({ code: 'not-permitted' })
    expect((await make({})).json).toMatchObject({ kind: 'done' })
    expect((await make({})).json).toMatchObject({ code: 'already-set-up' })
    expect((await welcome('')).needsAdministrator).toBe(false)
  })
})
