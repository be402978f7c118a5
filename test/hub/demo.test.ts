import { afterEach, describe, expect, test } from 'vitest'
import { readProfile } from '../../main/hub/profile.ts'
import { clockOf, dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import { demoPassword } from '../../shared/vocabulary/profile.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { sampleProfile } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

const profile = sampleProfile({ demo: true })
let hall: TestHall
afterEach(() => hall.close())

const start = async (day: string, time: string) => {
  hall = await startTestHall({ profile, clock: createHandClock(day, time) })
}
/** What the demo's own clock shows. */
const shows = () => `${dayOf(hall.hub.clock.now())} ${clockOf(hall.hub.clock.now())}`
const moveClock = async (to: string) =>
  (await hall.call({}, '/api/door/demo/move-clock', { body: { to } })).json as { kind: string }

describe('the demo hall', () => {
  test.each([
    ['2026-05-13', '22:40', '2026-05-13 09:00:00'],
    ['2026-05-16', '11:00', '2026-05-18 09:00:00'],
    ['2026-10-01', '03:00', '2026-10-08 09:00:00'],
  ])('opened on %s at %s it stands at %s', async (day, time, expected) => {
    await start(day, time)
    expect(shows()).toBe(expected)
  })

  test('first opened in the evening writes its own hours into the journal, not the PC’s', async () => {
    await start('2026-05-13', '22:40')
    hall.must(hall.staff('1001'), 'OpenServiceWindow', { windowNumber: 1 })
    const ticketId = hall.take('A-REG')
    hall.must(hall.staff('1001'), 'CallNextTicket', { windowNumber: 1 })
    expect(clockOf(hall.hub.head().at)).toBe('09:00:00')
    hall.clock.forward(60)
    hall.must(hall.staff('1001'), 'RecallTicket', { windowNumber: 1, ticketId })
    expect(clockOf(hall.hub.head().at)).toBe('09:01:00')
  })

  test('of a new user has a round of this morning with one reminder, and accuses nobody who is on leave', async () => {
    const read = readProfile('assets/halls/demo.yaml')
    if (read.kind === 'mistakes') throw new Error('the demo hall cannot be read')
    hall = await startTestHall({ profile: read.profile, clock: createHandClock('2026-05-13', '22:40') })
    const { patrol, violation, staff } = hall.hub.tables
    const [round] = patrol.ofDay('2026-05-13')
    expect(round).toMatchObject({ half: 'morning', ordinal: 1, finishedAt: instantOf('2026-05-13', '08:20') })
    const onLeave = round!.checks.filter(({ post }) => post === 'excused')
    expect(onLeave.map(({ staffId }) => staff.find(staffId!)?.staffNumber)).toEqual(['1003'])
    expect(round!.checks).toHaveLength(read.profile.serviceWindows.length)
    expect(violation.undecided()).toMatchObject([{ code: 'badge', onTheSpot: 'reminded', source: 'patrol' }])
  })

  test('gives numbers at any real hour, and its clock is moved on by hand, never back', async () => {
    await start('2026-05-16', '23:00')
    expect(await hall.command({}, 'TakeTicket', { itemCode: 'A-REG' })).toMatchObject({ kind: 'done' })
    const seen = [shows()]
    for (const to of ['plus-10-minutes', 'noon', 'afternoon', 'split', 'closing', 'next-day', 'noon']) {
      expect(await moveClock(to)).toMatchObject({ kind: 'done' })
      seen.push(shows())
    }
    expect(seen).toEqual([
      '2026-05-18 09:00:00',
      '2026-05-18 09:10:00',
      '2026-05-18 12:00:00',
      '2026-05-18 14:00:00',
      '2026-05-18 17:00:00',
      '2026-05-18 18:00:00',
      '2026-05-19 09:00:00',
      '2026-05-19 12:00:00',
    ])
    expect(hall.hub.tables.hallDay.openJump()).toBeNull()
  })

  test('lets simulated citizens arrive, who get numbers or are told why not', async () => {
    await start('2026-05-13', '10:00')
    const { json } = await hall.call({}, '/api/door/demo/arrive-citizens', { body: { count: 30 } })
    const { taken, refused } = json as { taken: number; refused: number }
    expect(taken + refused).toBe(30)
    expect(hall.hub.tables.ticket.waitingInHall()).toBe(taken)
    expect(taken).toBeGreaterThan(5)
  })

  test('shows who can sign in with which password', async () => {
    await start('2026-05-13', '10:00')
    const welcome = (await hall.call({}, '/api/door/welcome', { body: {} })).json as { demoStaff: object[] }
    expect(welcome).toMatchObject({ isDemo: true, demoPassword, needsAdministrator: false })
    expect(welcome.demoStaff).toHaveLength(7)
    const body = { staffNumber: '3001', password: demoPassword }
    expect((await hall.call({}, '/api/door/sign-in', { body })).json).toMatchObject({ kind: 'done' })
  })
})
