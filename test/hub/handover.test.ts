import { afterEach, describe, expect, test } from 'vitest'
import { entriesAfter, firstBreak } from '../../main/hub/journal.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type { HandoverRow, HandoverView, MyHandovers } from '../../shared/contract/day-view.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { instantAt } from '../support/hand-clock.ts'
import type { Caller } from '../support/http-call.ts'
import { nextDay, sampleProfile } from '../support/sample-hall.ts'
import { lanHost, startTestHall, type TestHall } from '../support/test-hall.ts'

const profile = sampleProfile()
const password = 'right-horse-1'
const unit = '户籍科'
const people = [
  ...profile.staff.map((one) =>
    one.staffNumber === '1002' || one.staffNumber === '1003' ? { ...one, homeUnit: unit } : one,
  ),
  { staffNumber: '4001', name: '吴联络', role: 'liaison' as const, homeUnit: unit },
  { staffNumber: '9002', name: '周管二', role: 'administrator' as const },
  { staffNumber: '4002', name: '郑联络', role: 'liaison' as const, homeUnit: '社保科' },
]
const permit = {
  ...profile.serviceItems[0]!,
  itemCode: 'P-PERMIT',
  name: '样本许可',
  queue: 'B',
  kind: 'promised' as const,
  promisedLimit: { amount: 10, unit: 'workday' as const, basis: '本厅承诺' },
  statutoryLimit: { amount: 20, unit: 'workday' as const, basis: '行政许可法第四十二条' },
  materials: [{ ...profile.serviceItems[0]!.materials[0]!, materialCode: 'M01', name: '场所证明', copies: 2 }],
}
const aMonthMs = 31 * 24 * 3_600_000

let opened: TestHall | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

/** Clerk 1002 at window 2, with one accepted filing; the clock stands at 16:50. */
async function openHall() {
  const hall = await startTestHall({
    at: '09:00',
    profile: sampleProfile({ staff: people, serviceItems: [...profile.serviceItems, permit] }),
  })
  opened = hall
  const clerk = { session: hall.signIn('1002', aMonthMs) }
  const must = async <T extends CommandType>(who: Partial<Caller>, type: T, body: Partial<CommandBody<T>>) => {
    const outcome = await hall.command(who, type, body)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    return outcome.made
  }
  const codeOf = async <T extends CommandType>(who: Partial<Caller>, type: T, body: Partial<CommandBody<T>>) => {
    const outcome = await hall.command(who, type, body)
    return outcome.kind === 'refused' ? outcome.code : outcome.kind
  }
  const ask = async <T>(who: Partial<Caller>, path: string) => (await hall.call(who, `/api/queries/${path}`)).json as T
  await must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
  const { inquiryId } = await must(clerk, 'RecordFirstInquiry', {
    channel: 'window',
    itemCode: 'P-PERMIT',
    matter: '办许可',
  })
  const { filingId } = await must(clerk, 'ReceiveFiling', {
    inquiryId: Number(inquiryId),
    itemCode: 'P-PERMIT',
    party: { name: '张小三', idKind: 'none' } as never,
    checks: [{ materialCode: 'M01', state: 'in-hand' }] as never,
  })
  await must(clerk, 'AcceptFiling', { filingId: Number(filingId) })
  const at = (time: string, day?: string) => {
    if (day === undefined) hall.clock.set('2026-05-13', time)
    else hall.clock.set(day, time)
    hall.look()
  }
  const sheets = () => hall.hub.tables.handover.ofDay('2026-05-13')
  const give = (handoverId: number, along = true) =>
    must(clerk, 'GiveHandover', {
      handoverId,
      lines: along ? [{ filingId: Number(filingId), originals: ['场所证明 2 份'], action: '现场核查' }] : [],
    })
  return { hall, clerk, must, codeOf, ask, at, sheets, give, filingId: Number(filingId) }
}

async function setPassword(hall: TestHall, staffNumber: string): Promise<void> {
  const { staffId } = hall.staff(staffNumber)
  const administrator = { session: hall.signIn('9001', aMonthMs) }
  await hall.call(administrator, '/api/door/set-password', { body: { staffId, password } })
}

const door = async (hall: TestHall, who: Partial<Caller>, path: string, body: object) =>
  (await hall.call(who, `/api/door/${path}`, { body })).json as Outcome & { made?: { sessionToken?: string } }

/** Replays a hall's journal into empty tables and compares; the chain has to be whole. */
function expectReplayEqual(hall: TestHall): void {
  const replayed = openStore(':memory:')
  const tables = createTables(replayed.store)
  for (const entry of entriesAfter(hall.hub.store, 0, 100_000)) {
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  }
  const rowsOf = (store: typeof replayed.store) =>
    ['handover', 'post_stay', 'filing', 'staff'].map((name) => store.prepare(`SELECT * FROM ${name}`).all())
  expect(rowsOf(replayed.store)).toEqual(rowsOf(hall.hub.store))
  replayed.close()
  expect(firstBreak(hall.hub.store).brokenAt).toBeNull()
}

describe('17:00', () => {
  test('the hub drafts one sheet for whoever was on duty, once, with what the day was', async () => {
    const { at, sheets, hall } = await openHall()
    hall.take('A-REG')
    at('16:59')
    expect(sheets()).toEqual([])
    at('17:00')
    at('17:05')
    expect(sheets()).toMatchObject([
      {
        number: 'JJ-2026-000001',
        staffId: hall.staff('1002').staffId,
        windowNumber: 2,
        homeUnit: unit,
        counts: { received: 1, instant: 0, notices: 0, corrections: 0 },
        lines: [{ itemName: '样本许可', status: 'accepted', light: 'green', remainingWorkdays: 10 }],
        waitingNumbers: ['A001'],
        waitingRule: 'duty',
      },
    ])
    expectReplayEqual(hall)
  })

  test('a hub that was off at 17:00 drafts when it comes back that day, with the numbers that waited', async () => {
    const { hall, clerk } = await openHall()
    hall.take('A-REG')
    hall.clock.set('2026-05-13', '19:30')
    await hall.stop()
    const again = await startTestHall({
      folder: hall.folder,
      clock: hall.clock,
      profile: sampleProfile({ staff: people, serviceItems: [...profile.serviceItems, permit] }),
    })
    opened = again
    again.look()
    const [sheet, ...others] = again.hub.tables.handover.ofDay('2026-05-13')
    expect([sheet?.waitingNumbers, others]).toEqual([['A001'], []])
    const mine = await again.call(clerk, '/api/queries/my-handovers')
    expect((mine.json as MyHandovers).toGive).toHaveLength(1)
  })

  test('a day that has passed gets none', async () => {
    const { hall, at } = await openHall()
    at('08:30', nextDay)
    expect(hall.hub.tables.handover.ofDay('2026-05-13')).toEqual([])
    at('17:00', nextDay)
    // Nobody sat at a window on that day; the filing is still somebody's.
    expect(hall.hub.tables.handover.ofDay(nextDay)).toMatchObject([{ number: 'JJ-2026-000001', windowNumber: null }])
  })

  test('a rest day gets none', async () => {
    const { hall, at } = await openHall()
    at('17:30', '2026-05-16')
    expect(hall.hub.tables.handover.ofDay('2026-05-16')).toEqual([])
  })

  test('whoever opens a window after 17:00 gets one too', async () => {
    const { hall, at, must, sheets } = await openHall()
    at('17:00')
    const other = { session: hall.signIn('1003') }
    await must(other, 'OpenServiceWindow', { windowNumber: 3 })
    hall.look()
    expect(sheets().map(({ number }) => number)).toEqual(['JJ-2026-000001', 'JJ-2026-000002'])
  })

  test('nobody can make the hub draft', async () => {
    const { hall, clerk } = await openHall()
    const answer = await hall.call(clerk, '/api/commands/draft-handovers', {
      body: { commandId: 'a-command-id-of-mine', body: {} },
    })
    expect(answer.status).toBe(404)
  })
})

describe('given and taken', () => {
  test('what went along is at the home unit until it is said to be back; the filing keeps its owner', async () => {
    const { hall, clerk, must, codeOf, ask, at, give, filingId } = await openHall()
    at('17:00')
    await give(1)
    expect(await codeOf(clerk, 'TakeHandover', { handoverId: 1 })).toBe('handover-own')
    expect(await codeOf({ session: hall.signIn('1004') }, 'TakeHandover', { handoverId: 1 })).toBe(
      'handover-other-unit',
    )
    const colleague = { session: hall.signIn('1003', aMonthMs) }
    expect((await ask<MyHandovers>(colleague, 'my-handovers')).toTake).toMatchObject([{ number: 'JJ-2026-000001' }])
    await must(colleague, 'TakeHandover', { handoverId: 1 })
    const punches = hall.hub.tables.attendancePunch.ofPerson(hall.staff('1002').staffId, '2026-05-13')
    expect(punches.find(({ kind }) => kind === 'day-out')).toMatchObject({
      source: 'handover',
      recordedBy: hall.staff('1003').staffId,
    })

    const owner = hall.staff('1002').staffId
    expect(hall.hub.tables.filing.find(filingId)?.ownerId).toBe(owner)
    expect(hall.hub.tables.handover.custody()).toEqual(new Map([[filingId, hall.staff('1003').staffId]]))
    const filing = await ask<{ heldByName: string }>(clerk, `filing?filingId=${filingId}`)
    expect(filing.heldByName).toBe('钱三')

    at('08:00', nextDay)
    expect((await ask<MyHandovers>(clerk, 'my-handovers')).toReturn).toHaveLength(1)
    await must(clerk, 'ReturnHandover', { handoverId: 1 })
    expect(hall.hub.tables.handover.custody().size).toBe(0)
    expectReplayEqual(hall)
  })

  test('nobody retires while he has originals of the hall', async () => {
    const { hall, must, codeOf, at, give } = await openHall()
    at('17:00')
    await give(1)
    await must({ session: hall.signIn('4001') }, 'TakeHandover', { handoverId: 1 })
    const administrator = { session: hall.signIn('9001') }
    const { staffId } = hall.staff('4001')
    expect(await codeOf(administrator, 'RetireStaff', { staffId, reason: '调离' })).toBe('staff-holds-originals')
  })

  test('refused with a reason it is drafted again, and today’s sheet shows the filings as they are now', async () => {
    const { hall, clerk, must, ask, at, give, filingId } = await openHall()
    at('17:00')
    await give(1)
    await must({ session: hall.signIn('4001') }, 'RefuseHandover', { handoverId: 1, reason: '少一份' })
    await must(clerk, 'DecideFiling', { filingId, decision: 'granted' })
    const sheet = await ask<HandoverView>(clerk, 'handover?handoverId=1')
    expect(sheet).toMatchObject({
      status: 'drafted',
      refusal: { reason: '少一份', byName: '吴联络' },
      mayGive: true,
      lines: [{ status: 'decided', partyMask: '张**', materials: ['场所证明 2 份'] }],
    })
  })

  test('the supervisor sees who is late; a service that runs on holds it', async () => {
    const { hall, clerk, must, ask, at } = await openHall()
    const supervisor = { session: hall.signIn('3001') }
    const missing = async () => (await ask<HandoverRow[]>(supervisor, 'handovers?day=2026-05-13'))[0]?.missing
    const ticketId = hall.take('B-REG')
    at('16:55')
    await must(clerk, 'CallNextTicket', { windowNumber: 2 })
    await must(clerk, 'StartService', { windowNumber: 2, ticketId })
    at('17:40')
    expect(await missing()).toBeNull()
    await must(clerk, 'FinishService', { windowNumber: 2, ticketId, resultCode: 'completed' })
    at('17:54')
    expect(await missing()).toBeNull()
    at('17:55')
    expect(await missing()).toBe('give')
  })

  test('a liaison reads the sheets of his unit and nothing else', async () => {
    const { hall, ask, at, give } = await openHall()
    at('17:00')
    await give(1)
    const own = { session: hall.signIn('4001') }
    const other = { session: hall.signIn('4002') }
    expect(await ask<HandoverView>(own, 'handover?handoverId=1')).toMatchObject({ mayTake: true, mayGive: false })
    expect(await ask<HandoverView | null>(other, 'handover?handoverId=1')).toBeNull()
    expect((await hall.call(own, '/api/queries/matters')).status).toBe(403)
    expect((await hall.call(own, '/api/queries/handovers?day=2026-05-13')).status).toBe(403)
  })
})

describe('the second sign-in on the clerk’s screen', () => {
  const wish = { commandId: 'a-command-id-of-mine', handoverId: 1, staffNumber: '4001' }

  test('takes with the receiver as author, and no session of the clerk is lost', async () => {
    const { hall, clerk, ask, at, give } = await openHall()
    await setPassword(hall, '4001')
    at('17:00')
    await give(1)
    const wrong = await door(hall, clerk, 'take-handover', { ...wish, password: 'wrong-horse-1' })
    expect(wrong).toMatchObject({ kind: 'refused', code: 'wrong-credentials' })
    expect(await door(hall, clerk, 'take-handover', { ...wish, password })).toMatchObject({ kind: 'done' })
    expect(hall.hub.tables.handover.find(1)).toMatchObject({
      status: 'taken',
      takenBy: hall.staff('4001').staffId,
      signIn: 'clerk-screen',
    })
    expect(hall.hub.store.prepare('SELECT actor FROM journal ORDER BY seq DESC LIMIT 1').pluck().get()).toBe(
      `staff:${hall.staff('4001').staffId}`,
    )
    expect((await ask<HandoverView>(clerk, 'handover?handoverId=1')).takenByName).toBe('吴联络')
    // Sent again because the answer was lost, it took effect once.
    expect(await door(hall, clerk, 'take-handover', { ...wish, password })).toMatchObject({ kind: 'done' })
    expectReplayEqual(hall)
  })

  test('does not take the giver’s own password', async () => {
    const { hall, clerk, at, give } = await openHall()
    await setPassword(hall, '1002')
    const session = hall.signIn('1002', aMonthMs)
    at('17:00')
    await give(1).catch(() => hall.command({ session }, 'GiveHandover', { handoverId: 1 }))
    const own = await door(hall, { ...clerk, session }, 'take-handover', { ...wish, staffNumber: '1002', password })
    expect(own).toMatchObject({ kind: 'refused', code: 'handover-own' })
  })

  test('is slowed down like any sign-in', async () => {
    const { hall, clerk, at, give } = await openHall()
    await setPassword(hall, '4001')
    at('17:00')
    await give(1)
    for (let tries = 0; tries < 5; tries += 1)
      await door(hall, clerk, 'take-handover', { ...wish, password: `wrong-${tries}-horse` })
    expect(await door(hall, clerk, 'take-handover', { ...wish, password })).toMatchObject({ code: 'sign-in-throttled' })
  })
})

describe('one’s own page on the LAN', () => {
  const phone: Partial<Caller> = { host: lanHost }

  test('a phone that is no machine of the hall takes a handover with a session of its own', async () => {
    const { hall, at, give } = await openHall()
    await setPassword(hall, '1003')
    const atWindow = { session: hall.signIn('1003') }
    at('17:00')
    await give(1)
    expect((await hall.call(phone, '/api/queries/handover?handoverId=1')).status).toBe(403)
    const signedIn = await door(hall, phone, 'sign-in-for-handover', { staffNumber: '1003', password })
    const own = { ...phone, session: signedIn.made!.sessionToken! }
    expect((await hall.call(own, '/api/queries/handover?handoverId=1')).json).toMatchObject({
      number: 'JJ-2026-000001',
      mayTake: true,
    })
    expect(await hall.command(own, 'TakeHandover', { handoverId: 1 })).toMatchObject({ kind: 'done' })
    expect(hall.hub.tables.handover.find(1)).toMatchObject({ takenBy: hall.staff('1003').staffId, signIn: 'own-page' })
    // The session at the window goes on.
    expect((await hall.call(atWindow, '/api/queries/matters')).status).toBe(200)
  })

  test('that session is good for nothing else, on no machine', async () => {
    const { hall } = await openHall()
    await setPassword(hall, '3001')
    const signedIn = await door(hall, phone, 'sign-in-for-handover', { staffNumber: '3001', password })
    const { sessionToken } = signedIn.made!
    for (const machine of [phone, {}]) {
      const own = { ...machine, session: sessionToken! }
      for (const query of ['matters', 'journal', 'handovers?day=2026-05-13', 'handover-print?handoverId=1']) {
        expect((await hall.call(own, `/api/queries/${query}`)).status).toBe(403)
      }
      expect(await hall.command(own, 'ReturnHandover', { handoverId: 1 })).toMatchObject({ kind: 'refused' })
      expect(await hall.command(own, 'OpenServiceWindow', { windowNumber: 1 })).toMatchObject({ kind: 'refused' })
    }
  })

  test('nobody who may take nothing signs in there', async () => {
    const { hall } = await openHall()
    await setPassword(hall, '9002')
    const signedIn = await door(hall, phone, 'sign-in-for-handover', { staffNumber: '9002', password })
    expect(signedIn).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  })
})

describe('an AB post', () => {
  test('goes over with everything open when it is taken, and back when the leave is over', async () => {
    const { hall, clerk, must, codeOf, ask, filingId } = await openHall()
    const other = { session: hall.signIn('1003', aMonthMs) }
    const supervisor = { session: hall.signIn('3001', aMonthMs) }
    const [first, second] = ['1002', '1003'].map((staffNumber) => hall.staff(staffNumber).staffId)
    const leave = { from: instantAt(nextDay, '00:00'), to: instantAt('2026-05-15', '24:00') }
    const { leaveId } = await must(clerk, 'AskLeave', { kind: 'annual', ...leave, substituteId: second! })
    expect(await codeOf(clerk, 'DraftPostHandover', { leaveId: Number(leaveId) })).toBe('handover-leave-unfit')
    await must(supervisor, 'ApproveLeave', { leaveId: Number(leaveId) })
    expect((await ask<MyHandovers>(clerk, 'my-handovers')).posts).toMatchObject([{ toName: '钱三', isBack: false }])

    await must(clerk, 'DraftPostHandover', { leaveId: Number(leaveId) })
    await must(clerk, 'GiveHandover', { handoverId: 1, lines: [] })
    const ownerOf = () => hall.hub.tables.filing.find(filingId)?.ownerId
    expect(ownerOf()).toBe(first)
    await must(other, 'TakeHandover', { handoverId: 1 })
    expect(ownerOf()).toBe(second)
    const inquiry = hall.hub.tables.firstInquiry.find(1)
    expect(inquiry?.firstResponder).toBe(first)

    hall.clock.set('2026-05-18', '08:30')
    await must(clerk, 'DraftPostHandover', { leaveId: Number(leaveId) })
    await must(other, 'GiveHandover', { handoverId: 2, lines: [] })
    expect((await ask<MyHandovers>(clerk, 'my-handovers')).toTake).toMatchObject([{ handoverId: 2, staffName: '钱三' }])
    await must(clerk, 'TakeHandover', { handoverId: 2 })
    expect(ownerOf()).toBe(first)
    expectReplayEqual(hall)
  })
})
