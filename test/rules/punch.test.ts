import { describe, expect, test } from 'vitest'
import type { Accepted } from '../../shared/rules/decision.ts'
import { accept, refuse } from '../../shared/rules/decision.ts'
import {
  type ConfirmDayOutFacts,
  dayOutByHandover,
  decideConfirmDayOut,
  decidePunchAttendance,
  decideRecordPunch,
  type PunchFacts,
  type RecordPunchFacts,
  withPunch,
} from '../../shared/rules/punch.ts'
import type { PunchDirection } from '../../shared/vocabulary/attendance.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { punchesOf } from '../support/attendance-facts.ts'
import { accepted, dayFacts, refusal, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { nextDay, workday } from '../support/sample-hall.ts'

const punchFacts = (time: string, punches = '', changes: Partial<PunchFacts> = {}): PunchFacts => ({
  ...dayFacts(time),
  punches: punchesOf(punches),
  atWindow: null,
  ...changes,
})
const kindsOf = ({ events }: Accepted) =>
  events.flatMap((event) => (event.type === 'AttendancePunched' ? [event.body.kind] : []))

describe('a press of 打卡', () => {
  const press = (direction: PunchDirection, facts: PunchFacts) => decidePunchAttendance({ direction }, facts)

  test('is the punch that the timetable has at that time', () => {
    const { events, made } = accepted(press('in', punchFacts('07:50')))
    expect(events).toEqual([
      {
        type: 'AttendancePunched',
        body: {
          ...punchesOf('in-am 07:50')[0],
          source: 'console',
          windowNumber: null,
        },
      },
    ])
    expect(made).toEqual({ kind: 'morning-in', punchedAt: instantAt(workday, '07:50') })
  })

  test('a second arrival of the half-day is none: the first one counts', () => {
    expect(accepted(press('in', punchFacts('08:30', 'in-am 07:50')))).toMatchObject({
      events: [],
      made: { kind: 'morning-in', punchedAt: instantAt(workday, '07:50') },
    })
  })

  test('whoever went and comes back arrives again', () => {
    expect(kindsOf(accepted(press('in', punchFacts('10:30', 'in-am 07:50, out-am 10:00'))))).toEqual(['morning-in'])
  })

  test('of a departure pressed twice within the minute the first is enough; later it counts anew', () => {
    expect(kindsOf(accepted(press('out', punchFacts('12:00:30', 'in-am 07:50, out-am 12:00'))))).toEqual([])
    expect(kindsOf(accepted(press('out', punchFacts('12:05', 'in-am 07:50, out-am 11:59'))))).toEqual(['morning-out'])
  })

  test('is refused when nobody works, and while one stands at an open window', () => {
    const resting = { ...dayFacts('09:00', { day: '2026-05-16' }), punches: [], atWindow: null }
    expect(refusal(press('in', resting)).code).toBe('no-punch-now')
    const open = punchFacts('16:40', '', { atWindow: { windowNumber: 3, status: 'open' } })
    expect(refusal(press('out', open))).toMatchObject({ code: 'punch-at-open-window', facts: { windowNumber: 3 } })
    expect(press('out', { ...open, atWindow: { windowNumber: 3, status: 'paused' } }).kind).toBe('accepted')
  })
})

describe('what happens at a window', () => {
  const at = { windowNumber: 1, isOfAnother: false }
  const opened: HallFact = { type: 'ServiceWindowOpened', body: { windowNumber: 1, staffId: 'clerk-1' } }
  const resumed: HallFact = { type: 'ServiceWindowResumed', body: { windowNumber: 1, status: 'open' } }
  const closed: HallFact = { type: 'ServiceWindowClosed', body: { windowNumber: 1, reason: 'pressed' } }
  const paused = (reason: '01' | '02' | '11'): HallFact => ({
    type: 'ServiceWindowPaused',
    body: { windowNumber: 1, reason, note: '' },
  })

  test.each<[string, HallFact, string, string, string[]]>([
    ['opening in the morning', opened, '07:58', '', ['morning-in']],
    ['opening again after a moment', opened, '09:10', 'in-am 07:58', []],
    ['opening after one had left on purpose', opened, '10:10', 'in-am 07:58, out-am 09:00', ['morning-in']],
    ['resuming after lunch', resumed, '13:59', 'in-am 07:58, out-am 12:01', ['afternoon-in']],
    ['closing for a moment', closed, '10:00', 'in-am 07:58', []],
    ['closing at noon', closed, '12:00', 'in-am 07:58', ['morning-out']],
    ['closing at noon sharp of the clock before', closed, '11:59:59', 'in-am 07:58', []],
    ['pausing for lunch', paused('02'), '12:04', 'in-am 07:58', ['morning-out']],
    ['pausing for lunch before noon', paused('02'), '11:58', 'in-am 07:58', []],
    ['pausing for a moment after noon', paused('01'), '12:04', 'in-am 07:58', []],
    ['closing a window that was paused for lunch', closed, '12:09', 'in-am 07:58, out-am 12:04', []],
    ['leaving for the home unit', paused('11'), '17:02', 'in-pm 13:58', ['to-home-unit']],
    ['closing at five without an arrival of the afternoon', closed, '17:02', 'in-am 07:58', ['to-home-unit']],
    ['closing after the day', closed, '18:20', 'in-pm 13:58', ['day-out']],
  ])('%s', (_, event, time, punches, kinds) => {
    const decision = withPunch(accept(event, { windowNumber: 1 }), { ...punchFacts(time, punches), ...at })
    expect(kindsOf(accepted(decision))).toEqual(kinds)
    expect(accepted(decision).events[0]).toEqual(event)
    expect(accepted(decision).made).toEqual({ windowNumber: 1 })
  })

  test('names window, machine and whether it is the person’s own', () => {
    const actor = staffActor('clerk', 'clerk-1', [2])
    const [, punch] = accepted(withPunch(accept(opened), { ...punchFacts('07:58', '', { actor }), ...at })).events
    expect(punch?.body).toMatchObject({ source: 'window', windowNumber: 1, screenId: 'screen-1', isOwnWindow: false })
  })

  test('of somebody else punches for nobody, and neither does a refusal', () => {
    const facts = { ...punchFacts('12:10', 'in-am 07:58'), ...at }
    expect(withPunch(accept(closed), { ...facts, isOfAnother: true })).toEqual(accept(closed))
    expect(withPunch(refuse('window-not-open'), facts)).toEqual(refuse('window-not-open'))
  })
})

describe('补卡', () => {
  const body = {
    staffId: 'clerk-1',
    day: workday,
    kind: 'morning-in' as const,
    punchedAt: instantAt(workday, '07:55'),
    reason: '机器死机',
  }
  const given: RecordPunchFacts = {
    ...dayFacts('10:00', { actor: staffActor('supervisor', 'supervisor-1') }),
    staff: {
      staffId: 'clerk-1',
      staffNumber: '1001',
      role: 'clerk',
      homeUnit: '',
      windowNumbers: [],
      isRetired: false,
    },
    scheduleOfDay: dayFacts().schedule,
    hasOtherSupervisor: true,
  }

  test('shows that it is one, who entered it and why', () => {
    expect(accepted(decideRecordPunch(body, given)).events[0]?.body).toMatchObject({
      source: 'supervisor',
      recordedBy: 'supervisor-1',
      reason: '机器死机',
      screenId: '',
    })
  })

  refusedInOrder(given, (facts) => decideRecordPunch(body, facts), [
    ['staff-unknown', (facts) => ({ ...facts, staff: undefined })],
    ['punch-own', (facts) => ({ ...facts, actor: staffActor('supervisor', 'clerk-1') })],
    ['punch-not-fitting', (facts) => ({ ...facts, now: instantAt(workday, '07:00') }), 'of time to come'],
  ])

  test.each([
    ['13:00', 'morning-in'],
    ['16:00', 'day-out'],
    ['07:55', 'afternoon-in'],
  ] as const)('at %s is no %s', (time, kind) => {
    const facts = { ...given, now: instantAt(workday, '20:00') }
    const decision = decideRecordPunch({ ...body, kind, punchedAt: instantAt(workday, time) }, facts)
    expect(refusal(decision).code).toBe('punch-not-fitting')
  })

  test('the only supervisor enters his own', () => {
    const facts = { ...given, actor: staffActor('supervisor', 'clerk-1'), hasOtherSupervisor: false }
    expect(decideRecordPunch(body, facts).kind).toBe('accepted')
  })
})

describe('次日确认', () => {
  const body = { day: workday, punchedAt: instantAt(workday, '18:00') }
  const given: ConfirmDayOutFacts = {
    ...dayFacts('08:10', { day: nextDay }),
    punches: punchesOf('in-pm 13:50, home 17:05'),
    lastWorkday: workday,
  }

  test('is a last departure by the person’s own word', () => {
    expect(accepted(decideConfirmDayOut(body, given)).events[0]?.body).toMatchObject({
      kind: 'day-out',
      source: 'next-morning',
      day: workday,
      punchedAt: body.punchedAt,
    })
  })

  refusedInOrder(given, (facts) => decideConfirmDayOut(body, facts), [
    ['day-out-not-asked', (facts) => ({ ...facts, lastWorkday: '2026-05-12' }), 'an older day'],
    ['day-out-known', (facts) => ({ ...facts, punches: [...facts.punches, ...punchesOf('out 18:00')] })],
  ])

  test.each(['17:04', '24:00:01'])('is not at %s', (time) => {
    const decision = decideConfirmDayOut({ ...body, punchedAt: instantAt(workday, time) }, given)
    expect(refusal(decision).code).toBe('day-out-impossible')
  })

  test('is not asked of somebody who was not there', () => {
    expect(refusal(decideConfirmDayOut(body, { ...given, punches: [] })).code).toBe('day-out-not-asked')
  })
})

test('the receiver of a handover confirms when the day of its giver ended', () => {
  const departure = { staffId: 'clerk-1', day: workday, punchedAt: 5, recordedBy: 'clerk-2' }
  expect(dayOutByHandover(departure).body).toMatchObject({ ...departure, kind: 'day-out', source: 'handover' })
})
