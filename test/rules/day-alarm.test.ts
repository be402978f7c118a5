import { describe, expect, test } from 'vitest'
import { alarmAfter } from '../../shared/rules/alarm.ts'
import { type DayAlarmFacts, dayAlarmsDue, decideReviewDayAlarms, mayReadAlarm } from '../../shared/rules/day-alarm.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { Alarm } from '../../shared/vocabulary/alarm.ts'
import type { AttendanceRecord } from '../../shared/vocabulary/attendance.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import type { AlarmEvent } from '../../shared/vocabulary/promise-event.ts'
import { observationWith } from '../support/discipline-facts.ts'
import { accepted, setupOf, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const { timetables, calendar } = setupOf()

function factsAt(time: string, changes: Partial<DayAlarmFacts> = {}): DayAlarmFacts {
  return {
    now: instantAt(workday, time),
    schedule: scheduleOf(timetables, calendar, workday),
    settings: disciplineSettings.parse({}),
    handovers: [],
    attendance: [],
    patrols: [],
    observations: [],
    queues: [],
    logsMissing: [],
    alarms: [],
    closedByHand: [],
    lastAlarmId: 0,
    ...changes,
  }
}
const due = (facts: DayAlarmFacts) => dayAlarmsDue(facts).map(({ kind, about }) => `${kind} ${about}`)
const changes = (facts: DayAlarmFacts) => accepted(decideReviewDayAlarms(facts)).events as AlarmEvent[]

/** Facts after their own review. */
function reviewed(facts: DayAlarmFacts): DayAlarmFacts {
  const alarms = new Map(facts.alarms.map((alarm) => [alarm.alarmId, alarm]))
  for (const event of changes(facts)) {
    const { alarmId } = event.body
    alarms.set(alarmId, alarmAfter(alarms.get(alarmId), event, facts.now))
  }
  const open = [...alarms.values()].filter(({ status }) => status !== 'closed')
  return { ...facts, alarms: open, lastAlarmId: Math.max(0, ...alarms.keys()) }
}

function recordWith(findings: AttendanceRecord['findings']): AttendanceRecord {
  const staffId = 'clerk-1'
  return { staffId, day: workday, isExpected: true, punches: [], leaves: [], findings, doubts: [] }
}

describe('预警 of the working day', () => {
  test('each says what it is about, and the giver of a sheet is called too', () => {
    const facts = factsAt('18:00', {
      handovers: [{ handoverId: 12, staffId: 'clerk-1', missing: 'take', dueAt: instantAt(workday, '18:00') }],
      attendance: [recordWith([{ kind: 'late', half: 'morning', minutes: 3 }]), recordWith([])],
      patrols: [{ day: workday, half: 'morning', finished: 1, missing: 1 }],
      logsMissing: ['2026-05-12'],
    })
    expect(due(facts)).toEqual([
      'AL08 handover/12',
      'AL09 attendance/2026-05-13/clerk-1',
      'AL12 patrol/2026-05-13/morning',
      'AL12 log/2026-05-12',
    ])
    expect(dayAlarmsDue(facts).map(({ staffIds }) => staffIds)).toEqual([['clerk-1'], [], [], []])
  })

  test('a window is called out once, and not for what was excused or is no fault (AL10)', () => {
    const seen = [
      observationWith(),
      observationWith({ observationId: 2, kind: 'unattended' }),
      observationWith({ windowNumber: 2, kind: 'past-closing' }),
      observationWith({ windowNumber: 3, excused: { note: '', by: 'supervisor-1', at: 0 } }),
    ]
    expect(due(factsAt('09:15', { observations: seen }))).toEqual(['AL10 window/1'])
  })

  test('a long queue closes only well below what opened it, and at lunch (AL11)', () => {
    const queue = (waitingCount: number, longestWaitMinutes = 0) => ({
      queues: [{ letter: 'A', waitingCount, longestWaitMinutes }],
    })
    expect(due(factsAt('09:00', queue(9, 30)))).toEqual([])
    expect(due(factsAt('09:00', queue(2, 31)))).toEqual(['AL11 queue/A'])
    const long = reviewed(factsAt('09:00', queue(10)))
    expect(long.alarms).toMatchObject([{ kind: 'AL11', about: 'queue/A', status: 'open' }])
    expect(changes({ ...long, ...queue(8) })).toEqual([])
    expect(changes({ ...long, ...queue(7, 24) })).toMatchObject([{ type: 'AlarmClosed' }])
    expect(changes({ ...long, now: instantAt(workday, '12:00') })).toMatchObject([{ type: 'AlarmClosed' }])
  })

  test('what a supervisor closed stays closed for the half-day', () => {
    const queues = [{ letter: 'A', waitingCount: 20, longestWaitMinutes: 40 }]
    const open = reviewed(factsAt('09:00', { queues })).alarms[0]!
    const closed: Alarm = { ...open, status: 'closed', closedBy: 'supervisor-1' }
    expect(changes(factsAt('11:00', { queues, closedByHand: [closed] }))).toEqual([])
    expect(changes(factsAt('14:01', { queues, closedByHand: [closed] }))).toHaveLength(1)
  })

  test('is read by supervisors and by whom it calls, not by colleagues', () => {
    const [alarm] = reviewed(
      factsAt('09:00', { attendance: [recordWith([{ kind: 'late', half: 'morning', minutes: 3 }])] }),
    ).alarms
    expect(mayReadAlarm(alarm!, staffActor('supervisor'))).toBe(true)
    expect(mayReadAlarm(alarm!, staffActor('clerk', 'clerk-2'))).toBe(false)
    expect(mayReadAlarm({ ...alarm!, staffIds: ['clerk-2'] }, staffActor('clerk', 'clerk-2'))).toBe(true)
  })

  test('reviewed twice it changes nothing, and ends with its cause', () => {
    const facts = reviewed(factsAt('09:15', { observations: [observationWith()], logsMissing: ['2026-05-12'] }))
    expect(changes(facts)).toEqual([])
    expect(changes({ ...facts, observations: [], logsMissing: [] }).map(({ type }) => type)).toEqual([
      'AlarmClosed',
      'AlarmClosed',
    ])
  })
})
