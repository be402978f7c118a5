import { afterEach, describe, expect, test } from 'vitest'
import { attendanceOfDay } from '../../main/hub/attendance.ts'
import { entriesAfter } from '../../main/hub/journal.ts'
import { openStore } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import type {
  AttendanceDayView,
  AttendanceMonthView,
  LeaveView,
  OwnAttendanceView,
} from '../../shared/contract/attendance-view.ts'
import type { AttendancePunch } from '../../shared/vocabulary/attendance.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { instantAt } from '../support/hand-clock.ts'
import { madeByJournal } from '../support/made-by-journal.ts'
import { nextDay, workday } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'
import { createTestHub, type TestHub } from '../support/test-hub.ts'

/** The sample hall from half past seven, before anybody is there. */
const openHub = () => createTestHub({ at: '07:30' })

function recordOf(t: TestHub, staffNumber: string, day = workday) {
  const { staffId } = t.staff(staffNumber)
  const records = attendanceOfDay(day, { now: t.hub.clock.now(), setup: t.hub.setup(), tables: t.hub.tables })
  return records.find((record) => record.staffId === staffId)!
}
const punchesOf = (t: TestHub, staffNumber: string, day = workday) =>
  recordOf(t, staffNumber, day).punches.map(({ kind, punchedAt }) => `${kind} ${clock(punchedAt)}`)
const findingsOf = (t: TestHub, staffNumber: string, day = workday) =>
  recordOf(t, staffNumber, day).findings.map(({ half, kind, minutes }) => `${half} ${kind} ${minutes}`)
const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)

/** A whole day of a clerk at a window, pressed as clerks press. */
function workADay(t: TestHub, day: string, staffNumber = '1002', windowNumber = 2) {
  const clerk = t.staff(staffNumber)
  t.clock.set(day, '07:55')
  t.must(clerk, 'OpenServiceWindow', { windowNumber })
  t.clock.set(day, '12:02')
  t.must(clerk, 'PauseServiceWindow', { windowNumber, reason: '02', note: '' })
  t.clock.set(day, '13:57')
  t.must(clerk, 'ResumeServiceWindow', { windowNumber })
  t.clock.set(day, '17:03')
  t.must(clerk, 'CloseServiceWindow', { windowNumber })
}

describe('a day at the window', () => {
  test('is punched by what a clerk presses anyway, in one entry after the other', async () => {
    const t = await openHub()
    workADay(t, workday)
    expect(punchesOf(t, '1002')).toEqual([
      'morning-in 07:55',
      'morning-out 12:02',
      'afternoon-in 13:57',
      'to-home-unit 17:03',
    ])
    const types = t.eventsAfter(0).map(({ type }) => type)
    expect(types[types.indexOf('ServiceWindowOpened') + 1]).toBe('AttendancePunched')
    expect(findingsOf(t, '1002')).toEqual([])
  })

  test('closing for a moment and coming back punches nothing', async () => {
    const t = await openHub()
    const clerk = t.staff('1002')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '10:00')
    t.must(clerk, 'CloseServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '10:05')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 3 })
    expect(punchesOf(t, '1002')).toEqual(['morning-in 07:30'])
  })

  test('signing out after five is leaving for the home unit', async () => {
    const t = await openHub()
    const clerk = t.staff('1002')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '17:01')
    t.must(clerk, 'SignOut', { staffId: clerk.staffId, reason: 'pressed' })
    expect(punchesOf(t, '1002')).toEqual(['morning-in 07:30', 'to-home-unit 17:01'])
  })

  test('whoever stands at the window through the lunch is neither late nor absent in the afternoon', async () => {
    const t = await openHub()
    const clerk = t.staff('1002')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '17:01')
    t.must(clerk, 'CloseServiceWindow', { windowNumber: 2 })
    expect(findingsOf(t, '1002')).toEqual([])
  })

  test('a supervisor who closes the window of somebody who left punches for nobody', async () => {
    const t = await openHub()
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '12:20')
    t.must(t.staff('3001'), 'CloseServiceWindow', { windowNumber: 2 })
    expect(punchesOf(t, '1002')).toEqual(['morning-in 07:30'])
    expect(punchesOf(t, '3001')).toEqual([])
  })

  test('leaving at 16:40 is said on purpose, and not while the window is open', async () => {
    const t = await openHub()
    const clerk = t.staff('1002')
    t.must(clerk, 'OpenServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '16:39')
    expect(t.refusalOf(clerk, 'PunchAttendance', { direction: 'out' })).toBe('punch-at-open-window')
    t.must(clerk, 'CloseServiceWindow', { windowNumber: 2 })
    t.clock.set(workday, '16:40')
    t.must(clerk, 'PunchAttendance', { direction: 'out' })
    t.clock.set(workday, '17:00')
    expect(findingsOf(t, '1002')).toEqual(['afternoon left-early 20'])
  })
})

describe('without a window', () => {
  test('a guide presses the button; pressed twice it is one punch', async () => {
    const t = await openHub()
    const guide = t.staff('2001')
    t.clock.set(workday, '08:03')
    expect(t.must(guide, 'PunchAttendance', { direction: 'in' })).toMatchObject({ kind: 'morning-in' })
    const { seq } = t.hub.head()
    t.must(guide, 'PunchAttendance', { direction: 'in' })
    expect(t.hub.head().seq).toBe(seq)
    expect(punchesOf(t, '2001')).toEqual(['morning-in 08:03'])
  })

  test('a supervisor enters what the machine missed, and it shows', async () => {
    const t = await openHub()
    const { staffId } = t.staff('1002')
    t.must(t.staff('2001'), 'PunchAttendance', { direction: 'in' })
    t.clock.set(workday, '09:00')
    expect(findingsOf(t, '1002')).toEqual(['morning late 60'])
    t.must(t.staff('3001'), 'RecordPunch', {
      staffId,
      day: workday,
      kind: 'morning-in',
      punchedAt: instantAt(workday, '07:58'),
      reason: '窗口机故障',
    })
    expect(recordOf(t, '1002')).toMatchObject({ findings: [], doubts: ['by-supervisor'] })
  })

  test('the end of yesterday is confirmed once, in the morning', async () => {
    const t = await openHub()
    workADay(t, workday)
    const clerk = t.staff('1002')
    t.clock.set(nextDay, '09:00')
    expect(findingsOf(t, '1002')).toEqual(['afternoon day-out-unconfirmed 0'])
    const body = { day: workday, punchedAt: instantAt(workday, '18:00') }
    t.must(clerk, 'ConfirmDayOut', body)
    expect(findingsOf(t, '1002')).toEqual([])
    expect(t.refusalOf(clerk, 'ConfirmDayOut', body)).toBe('day-out-known')
  })
})

describe('what cancels an accusation', () => {
  test('approved leave takes it away, a cancelled one gives it back', async () => {
    const t = await openHub()
    const clerk = t.staff('1002')
    const supervisor = t.staff('3001')
    t.must(t.staff('2001'), 'PunchAttendance', { direction: 'in' })
    const { leaveId } = t.must(clerk, 'AskLeave', {
      kind: 'outside-duty',
      from: instantAt(workday, '08:00'),
      to: instantAt(workday, '12:00'),
      note: '',
    })
    const body = { leaveId: Number(leaveId) }
    t.clock.set(workday, '12:30')
    expect(findingsOf(t, '1002')).toEqual(['morning absent 240'])
    t.must(supervisor, 'ApproveLeave', body)
    expect(recordOf(t, '1002')).toMatchObject({ findings: [], leaves: [{ status: 'approved', isAfterwards: false }] })
    expect(t.refusalOf(supervisor, 'ApproveLeave', body)).toBe('leave-decided')
    t.must(supervisor, 'CancelLeave', { ...body, reason: '未外出' })
    expect(findingsOf(t, '1002')).toEqual(['morning absent 240'])
  })

  test('a clock that jumped, until somebody has looked', async () => {
    const t = await openHub()
    t.must(t.staff('2001'), 'PunchAttendance', { direction: 'in' })
    t.clock.set(workday, '12:30')
    const at = instantAt(workday, '09:00')
    t.must({ kind: 'hub' }, 'ReportClockJump', { fromAt: at, toAt: at + 600_000 })
    expect(recordOf(t, '1002')).toMatchObject({ findings: [], doubts: ['clock-jump'] })
    t.must(t.staff('3001'), 'AcknowledgeClockJump', {})
    expect(findingsOf(t, '1002')).toEqual(['morning absent 240'])
  })

  test('nobody is accused in a hall that has not begun to punch, nor before he came or after he left', async () => {
    const t = await openHub()
    t.clock.set(workday, '19:00')
    expect(recordOf(t, '1002')).toMatchObject({ isExpected: false, findings: [] })
    t.clock.set(nextDay, '07:50')
    t.must(t.staff('2001'), 'PunchAttendance', { direction: 'in' })
    const { staffId } = t.staff('1003')
    t.clock.set(nextDay, '10:00')
    t.must(t.staff('9001'), 'RetireStaff', { staffId, reason: '调离' })
    t.clock.set(nextDay, '20:00')
    const after = attendanceOfDay(nextDay, { now: t.hub.clock.now(), setup: t.hub.setup(), tables: t.hub.tables })
    expect(after.find((record) => record.staffId === staffId)).toMatchObject({ isExpected: false })
  })
})

test('replayed into empty tables the journal gives the same punches, stays and leave', async () => {
  const t = await openHub()
  workADay(t, workday)
  const { leaveId } = t.must(t.staff('1002'), 'AskLeave', {
    kind: 'annual',
    from: instantAt(nextDay, '08:00'),
    to: instantAt(nextDay, '18:00'),
    note: '',
  })
  t.must(t.staff('3001'), 'RefuseLeave', { leaveId: Number(leaveId), reason: '人手不够' })
  const replayed = openStore(':memory:')
  const tables = createTables(replayed.store)
  for (const entry of entriesAfter(t.hub.store, 0, 10_000)) {
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  }
  for (const table of madeByJournal) {
    const rows = (store: typeof t.hub.store) => store.prepare(`SELECT * FROM ${table}`).all()
    expect(rows(replayed.store), table).toEqual(rows(t.hub.store))
  }
})

describe('over the contract', () => {
  let hall: TestHall
  afterEach(() => hall.close())
  const aMonthMs = 31 * 24 * 3_600_000
  const ask = async <T>(session: string, path: string) =>
    (await hall.call({ session }, `/api/queries/${path}`)).json as T

  test('a supervisor reads everybody’s day and month, a clerk his own month and leave', async () => {
    hall = await startTestHall({ at: '07:30' })
    const clerk = hall.signIn('1002', aMonthMs)
    const supervisor = hall.signIn('3001', aMonthMs)
    await hall.command({ session: clerk }, 'OpenServiceWindow', { windowNumber: 2 })
    await hall.command({ session: clerk }, 'AskLeave', {
      kind: 'training',
      from: instantAt(nextDay, '14:00'),
      to: instantAt(nextDay, '18:00'),
    })
    hall.clock.set(workday, '08:20')

    const day = await ask<AttendanceDayView>(supervisor, `attendance-of-day?day=${workday}`)
    expect(day.counts).toMatchObject({ expected: 6, present: 1 })
    expect(day.rows.find(({ staffName }) => staffName === '钱二')?.punches).toHaveLength(1)
    const month = await ask<AttendanceMonthView>(supervisor, 'attendance-of-month?month=2026-05')
    expect(month.rows).toHaveLength(6)
    const own = await ask<AttendanceMonthView>(clerk, 'attendance-of-month?month=2026-05&staffId=anybody')
    expect(own.rows.map(({ staffName, totals }) => [staffName, totals.presentDays])).toEqual([['钱二', 1]])

    const days = `from=${workday}&to=${nextDay}`
    expect(await ask<LeaveView[]>(supervisor, `leaves?${days}`)).toMatchObject([
      { staffName: '钱二', mayDecide: true, mayCancel: true },
    ])
    expect(await ask<LeaveView[]>(clerk, `leaves?${days}`)).toMatchObject([{ mayDecide: false, mayCancel: true }])
    expect(await ask<LeaveView[]>(hall.signIn('1003'), `leaves?${days}`)).toEqual([])
  })

  test('next morning one is asked when yesterday ended', async () => {
    hall = await startTestHall({ at: '07:30' })
    const session = hall.signIn('1002', aMonthMs)
    const press = (type: 'OpenServiceWindow' | 'CloseServiceWindow') =>
      hall.command({ session }, type, { windowNumber: 2 })
    await press('OpenServiceWindow')
    hall.clock.set(workday, '17:02')
    await press('CloseServiceWindow')
    const atFive = await ask<OwnAttendanceView>(session, 'own-attendance')
    expect(atFive.today.punches.map(({ kind }: AttendancePunch) => kind)).toEqual(['morning-in', 'to-home-unit'])
    expect(atFive).toMatchObject({ nextDirection: null, unconfirmed: null })

    hall.clock.set(nextDay, '07:50')
    expect(await ask<OwnAttendanceView>(session, 'own-attendance')).toMatchObject({
      nextDirection: 'in',
      unconfirmed: { day: workday, lastPunchedAt: instantAt(workday, '17:02') },
    })
  })
})
