import { describe, expect, test } from 'vitest'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import { nextDay, sampleProfile, workday } from '../support/sample-hall.ts'
import { createTestHub, hubActor, kioskActor, type TestHub } from '../support/test-hub.ts'

const friday = '2026-05-15'
const monday = '2026-05-18'

async function openHall(changes: { profile?: Profile; at?: string } = {}): Promise<TestHub> {
  const t = await createTestHub(changes)
  t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
  t.must(t.staff('1003'), 'OpenServiceWindow', { windowNumber: 2 })
  return t
}
const settings = (changes: Partial<Profile['queueSettings']>) => sampleProfile({ queueSettings: changes })
const split = (t: TestHub) => t.must(hubActor, 'SplitHallDay', {})

/** Window 1 calls whoever is next; the ticket's id. */
function callNext(t: TestHub, staffNumber = '1002', windowNumber = 1): number {
  return Number(t.must(t.staff(staffNumber), 'CallNextTicket', { windowNumber }).ticketId)
}

/** Misses the ticket at window 1 after three calls. */
function miss(t: TestHub, ticketId: number): void {
  for (let calls = 1; calls < 3; calls += 1) {
    t.clock.forward(10)
    t.must(t.staff('1002'), 'RecallTicket', { windowNumber: 1, ticketId })
  }
  t.must(t.staff('1002'), 'MissTicket', { windowNumber: 1, ticketId })
}

describe('a new date that first acts', () => {
  test('closes what the day before left open, each with its reason (edge cases 14, 62)', async () => {
    const t = await openHall({ at: '16:50' })
    const ids = Array.from({ length: 6 }, () => t.take('A-REG'))
    const missed = callNext(t)
    miss(t, missed)
    const held = callNext(t)
    t.must(t.staff('1002'), 'HoldTicket', { windowNumber: 1, ticketId: held, reason: '补材料' })
    const serving = callNext(t)
    t.must(t.staff('1002'), 'StartService', { windowNumber: 1, ticketId: serving })
    const called = callNext(t, '1003', 2)
    const { seq } = t.hub.head()

    t.clock.set(nextDay, '07:58')
    t.must(t.staff('1004'), 'OpenServiceWindow', { windowNumber: 3 })

    expect(t.ticket(missed)).toMatchObject({ status: 'void' })
    expect(t.ticket(held)).toMatchObject({ status: 'carried', validOn: nextDay })
    expect(t.ticket(serving)).toMatchObject({ status: 'done', resultCode: 'left-open', isPastClosing: true })
    expect(t.ticket(called)).toMatchObject({ status: 'carried', windowNumber: null })
    for (const waiting of ids.slice(4)) expect(t.ticket(waiting)).toMatchObject({ status: 'carried', validOn: nextDay })
    expect(t.hub.tables.serviceWindow.all().map((one) => one.status)).toEqual(['closed', 'closed', 'open', 'closed'])
    expect(t.eventsAfter(seq).filter((event) => event.type === 'ServiceWindowClosed')).toMatchObject([
      { body: { windowNumber: 1, reason: 'day-end' } },
      { body: { windowNumber: 2, reason: 'day-end' } },
    ])
  })

  test('does so also when the PC was off for a week, and numbers begin at 001 again', async () => {
    const t = await openHall()
    const first = t.take('A-REG')
    t.take('A-REG')
    t.clock.set('2026-05-20', '09:00')
    const fresh = t.take('A-REG')
    expect(t.ticket(first)).toMatchObject({ status: 'carried', validOn: '2026-05-20' })
    expect(t.ticket(fresh)).toMatchObject({ letter: 'A', serial: 1, hallDay: '2026-05-20' })
    expect(t.hub.tables.ticket.waitingIn('A')).toBe(1)
  })

  test('needs no timer: a hub that runs through the night rolls at the first press', async () => {
    const t = await openHall()
    t.take('A-REG')
    t.clock.set(nextDay, '00:00')
    expect(t.hub.tables.hallDay.last()?.hallDay).toBe(workday)
    expect(t.refusalOf(kioskActor, 'TakeTicket', anything)).toBe('hall-not-yet-open')
    expect(t.hub.tables.hallDay.last()?.hallDay).toBe(nextDay)
  })

  test('opens the day once, whoever presses how often', async () => {
    const t = await openHall()
    await Promise.all(Array.from({ length: 40 }, () => t.hub.submit(t.envelope(kioskActor, 'TakeTicket', anything))))
    expect(t.eventsAfter(0).filter((event) => event.type === 'HallDayOpened')).toHaveLength(1)
  })

  test('voids instead where the hall says so', async () => {
    const t = await openHall({ profile: settings({ atDayEnd: 'void' }) })
    const waiting = t.take('A-REG')
    t.clock.set(nextDay, '08:00')
    t.take('B-REG')
    expect(t.ticket(waiting)).toMatchObject({ status: 'void', validOn: null })
  })

  test('a carried number comes first on its day, once, under its old number (edge case 4)', async () => {
    const t = await openHall()
    t.take('A-REG')
    const [secondOfYesterday, thirdOfYesterday] = [t.take('A-REG'), t.take('A-REG')]
    t.clock.set(nextDay, '08:00')
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    const early = t.take('A-REG')
    const back = t.take('A-REG', { body: { carriedNumber: 'A002' } })

    expect(t.ticket(back)).toMatchObject({ priorityGround: 'carried-over', carriedFrom: secondOfYesterday, serial: 2 })
    expect(callNext(t)).toBe(back)
    expect(t.ticket(early).status).toBe('waiting')
    const twice = { ...anything, carriedNumber: 'A002' }
    expect(t.refusalOf(kioskActor, 'TakeTicket', twice)).toBe('carried-number-unknown')
    t.clock.set(friday, '09:00')
    const late = { ...anything, carriedNumber: 'A003' }
    expect(t.refusalOf(kioskActor, 'TakeTicket', late)).toBe('carried-number-unknown')
    expect(t.ticket(thirdOfYesterday).validOn).toBe(nextDay)
  })

  test('people are forgotten thirty days after they were last seen (D12)', async () => {
    const t = await openHall()
    const kept = { kind: 'person', personId: 'p-1', idHash: 'hash', mask: '张**', seenOn: workday } as const
    t.take('A-REG', { extra: { keep: () => [kept] } })
    t.clock.set('2026-06-12', '09:00')
    t.take('A-REG')
    expect(t.hub.tables.privateRecords.personByHash('hash')?.mask).toBe('张**')
    t.clock.set('2026-06-15', '09:00')
    t.take('A-REG')
    expect(t.hub.tables.privateRecords.personByHash('hash')).toBeUndefined()
  })
})

const anything = { itemCode: 'A-REG', holder: 'self', purpose: 'apply', priorityGround: 'none' } as const

describe('17:00', () => {
  test('with duty windows: no new number, no new call, what is served runs to its end (edge case 3)', async () => {
    const t = await openHall({ at: '16:58' })
    const [first, second] = [t.take('A-REG'), t.take('A-REG')]
    expect(callNext(t)).toBe(first)
    t.clock.set(workday, '17:00')
    split(t)

    expect(t.refusalOf(kioskActor, 'TakeTicket', anything)).toBe('hall-linkup')
    expect(t.refusalOf(t.staff('1003'), 'CallNextTicket', { windowNumber: 2 })).toBe('hall-linkup')
    t.clock.set(workday, '17:01')
    t.must(t.staff('1002'), 'StartService', { windowNumber: 1, ticketId: first })
    t.clock.set(workday, '17:40')
    t.must(t.staff('1002'), 'FinishService', { windowNumber: 1, ticketId: first, resultCode: 'completed' })
    expect(t.ticket(first)).toMatchObject({ status: 'done', isPastClosing: true, hallDay: workday })
    expect(t.ticket(second).status).toBe('waiting')
  })

  test('a supervisor puts a window on duty, and that one alone calls on until 18:00 (D1, D2)', async () => {
    const t = await openHall({ at: '16:58' })
    const first = t.take('A-REG')
    t.take('A-REG')
    t.clock.set(workday, '17:05')
    t.must(t.staff('3001'), 'OpenDutyWindow', { windowNumber: 1, reason: '群众较多' })
    expect(callNext(t)).toBe(first)
    expect(t.refusalOf(t.staff('1003'), 'CallNextTicket', { windowNumber: 2 })).toBe('hall-linkup')
    t.must(t.staff('1002'), 'StartService', { windowNumber: 1, ticketId: first })
    t.clock.set(workday, '18:00')
    t.must(t.staff('1002'), 'FinishService', { windowNumber: 1, ticketId: first, resultCode: 'completed' })
    expect(t.refusalOf(t.staff('1002'), 'CallNextTicket', { windowNumber: 1 })).toBe('hall-closed')
  })

  test('the supervisor can end the duty early', async () => {
    const t = await openHall({ at: '17:05' })
    t.must(t.staff('3001'), 'OpenDutyWindow', { windowNumber: 1, reason: '群众较多' })
    t.must(t.staff('3001'), 'CloseDutyWindow', { windowNumber: 1 })
    expect(t.refusalOf(t.staff('1002'), 'CallNextTicket', { windowNumber: 1 })).toBe('hall-linkup')
    expect(t.refusalOf(t.staff('3001'), 'CloseDutyWindow', { windowNumber: 1 })).toBe('window-not-on-duty')
  })

  test('carried: who waits gets the next workday at once, over the weekend', async () => {
    const t = await openHall({ profile: settings({ atSplit: 'carry' }) })
    t.clock.set(friday, '16:00')
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    const [called, waiting] = [t.take('A-REG'), t.take('A-REG')]
    callNext(t)
    t.clock.set(friday, '17:00')
    split(t)
    expect(t.ticket(waiting)).toMatchObject({ status: 'carried', validOn: monday })
    expect(t.ticket(called).status).toBe('called')
    expect(t.hub.tables.ticket.waitingInHall()).toBe(0)
  })

  test('void: who waits has lost the number, and the journal says why', async () => {
    const t = await openHall({ profile: settings({ atSplit: 'void' }) })
    const waiting = t.take('A-REG')
    t.clock.set(workday, '17:00')
    const { seq } = t.hub.head()
    split(t)
    expect(t.ticket(waiting).status).toBe('void')
    expect(t.eventsAfter(seq)).toMatchObject([
      { type: 'HallDaySplit', body: { waitingCount: 1 } },
      { type: 'TicketVoided', body: { ticketId: waiting, reason: 'split' } },
    ])
  })

  test('comes once a day', async () => {
    const t = await openHall()
    t.clock.set(workday, '17:00')
    split(t)
    const { seq } = t.hub.head()
    split(t)
    expect(t.hub.head().seq).toBe(seq)
  })
})

describe('noon', () => {
  test('who waits at 12:00 is called first at 14:00 (edge case 1)', async () => {
    const t = await openHall({ at: '11:59:30' })
    const waiting = t.take('A-REG')
    t.clock.set(workday, '12:00')
    expect(t.refusalOf(t.staff('1002'), 'CallNextTicket', { windowNumber: 1 })).toBe('hall-on-lunch-break')
    t.clock.set(workday, '14:00')
    t.take('A-REG')
    expect(callNext(t)).toBe(waiting)
  })

  test('a duty window over lunch ends when the afternoon begins', async () => {
    const t = await openHall({ at: '11:59:30' })
    const waiting = t.take('A-REG')
    t.clock.set(workday, '12:10')
    expect(t.must(t.staff('3001'), 'OpenDutyWindow', { windowNumber: 1, reason: '排队' }).until).toBe(
      t.hub.scheduleAt(t.clock.now()).spans.find((span) => span.session === 'afternoon')?.startsAt,
    )
    expect(callNext(t)).toBe(waiting)
  })
})

describe('a clock that is set back (edge case 12)', () => {
  const times = (t: TestHub) => t.hub.store.prepare('SELECT at FROM journal ORDER BY seq').pluck().all() as number[]

  test('never reorders the journal: times of entries do not decrease', async () => {
    const t = await openHall()
    t.take('A-REG')
    t.clock.forward(-3600)
    t.take('A-REG')
    t.clock.forward(600)
    t.take('A-REG')
    expect(times(t)).toEqual([...times(t)].sort((a, b) => a - b))
  })

  test('keeps the order of the queue, which goes by number and not by time', async () => {
    const t = await openHall({ at: '10:00' })
    const first = t.take('A-REG')
    t.clock.set(workday, '09:00')
    t.take('A-REG')
    expect(callNext(t)).toBe(first)
  })

  test('over midnight gives no number and calls nobody, and what is served can be finished', async () => {
    const t = await openHall({ at: '09:00' })
    const ticketId = t.take('A-REG')
    callNext(t)
    t.clock.set('2026-05-12', '09:00')
    expect(t.refusalOf(kioskActor, 'TakeTicket', anything)).toBe('clock-behind')
    expect(t.refusalOf(t.staff('1003'), 'CallNextTicket', { windowNumber: 2 })).toBe('clock-behind')
    t.must(t.staff('1002'), 'StartService', { windowNumber: 1, ticketId })
    t.must(t.staff('1002'), 'FinishService', { windowNumber: 1, ticketId, resultCode: 'completed' })
    expect(t.hub.tables.hallDay.last()?.hallDay).toBe(workday)
    const days = t.hub.store.prepare('SELECT DISTINCT hall_day FROM journal').pluck().all()
    expect(days).toEqual([workday])
  })
})
