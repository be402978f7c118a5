import type { Alarm } from '../vocabulary/alarm.ts'
import type { AttendanceRecord } from '../vocabulary/attendance.ts'
import type { DisciplineSettings } from '../vocabulary/discipline-settings.ts'
import type { PatrolsMissing } from '../vocabulary/patrol.ts'
import type { PostObservation } from '../vocabulary/post.ts'
import type { Actor } from '../vocabulary/staff.ts'
import { alarmChanges, type DueAlarm, type StandingAlarms } from './alarm.ts'
import type { Decision } from './decision.ts'
import { type HallDate, instantOf } from './hall-time.ts'
import type { DueHandover } from './handover.ts'

import { type HallSchedule, phaseAt } from './timetable.ts'

/** A queue stays called out until it is well below what called it out, so that it does not flicker. */
const calmShare = 0.8

/** A queue as it waits now. */
export interface WaitingQueue {
  letter: string
  waitingCount: number
  longestWaitMinutes: number
}

/** What the alarms of the working day are decided on. */
export interface DayAlarmFacts extends StandingAlarms {
  now: number
  schedule: HallSchedule
  settings: DisciplineSettings
  handovers: readonly DueHandover[]
  /** Of today, and of days whose log is still open. */
  attendance: readonly AttendanceRecord[]
  patrols: readonly (PatrolsMissing & { day: HallDate })[]
  /** Observations that have not ended. */
  observations: readonly PostObservation[]
  queues: readonly WaitingQueue[]
  logsMissing: readonly HallDate[]
}

/** 预警 of the working day (domain §2.10, AL08 to AL12), by the hub: opened and closed like those of the promise. */
export function decideReviewDayAlarms(facts: DayAlarmFacts): Decision {
  return alarmChanges(dayAlarmsDue(facts), facts)
}

/** Everything of the working day that has to be called out at `facts.now`, each kind once for a subject. */
export function dayAlarmsDue(facts: DayAlarmFacts): DueAlarm[] {
  return [
    ...facts.handovers.map(handoverAlarm),
    ...facts.attendance.filter(({ findings }) => findings.length > 0).map(attendanceAlarm),
    ...postAlarms(facts),
    ...queueAlarms(facts),
    ...facts.patrols.map(patrolAlarm),
    ...facts.logsMissing.map(logAlarm),
  ]
}

/** What of the working day is about a colleague is read by supervisors, and by whom it calls. */
export function mayReadAlarm({ about, staffIds }: Pick<Alarm, 'about' | 'staffIds'>, actor: Actor): boolean {
  if (about === undefined || actor.kind !== 'staff') return true
  return actor.role === 'supervisor' || staffIds.includes(actor.staffId)
}

const noMatter = { filingId: null, inquiryId: null } as const

/** AL08: a sheet that was not given, or not taken, in time; it calls the giver too. */
function handoverAlarm({ handoverId, staffId, dueAt }: DueHandover): DueAlarm {
  return {
    kind: 'AL08',
    grade: 'late',
    ...noMatter,
    about: `handover/${handoverId}`,
    staffIds: [staffId],
    since: dueAt,
  }
}

/** AL09: calls supervisors alone; the person is heard where the finding is settled. */
function attendanceAlarm({ day, staffId }: AttendanceRecord): DueAlarm {
  const about = `attendance/${day}/${staffId}`
  return { kind: 'AL09', grade: 'noted', ...noMatter, about, staffIds: [], since: instantOf(day, '00:00') }
}

/** AL10: a pause beyond its limit or an empty seat, once a window; what was excused calls nobody. */
function postAlarms({ observations }: DayAlarmFacts): DueAlarm[] {
  const called = observations.filter(
    ({ kind, excused }) => excused === null && (kind === 'pause-too-long' || kind === 'unattended'),
  )
  return [...Map.groupBy(called, ({ windowNumber }) => windowNumber)].map(([windowNumber, ofWindow]) => {
    const since = Math.max(...ofWindow.map((one) => one.since))
    return { kind: 'AL10', grade: 'under-way', ...noMatter, about: `window/${windowNumber}`, staffIds: [], since }
  })
}

/** AL11: in public hours; what a supervisor closed by hand stays closed for the half-day. */
function queueAlarms({ now, schedule, settings, queues, alarms }: DayAlarmFacts): DueAlarm[] {
  const { phase, startsAt } = phaseAt(schedule, now)
  if (phase !== 'open') return []
  return queues.flatMap(({ letter, waitingCount, longestWaitMinutes }) => {
    const about = `queue/${letter}`
    const share = alarms.some((alarm) => alarm.about === about) ? calmShare : 1
    const isLong = waitingCount >= settings.longQueue * share || longestWaitMinutes > settings.longWaitMinutes * share
    return isLong ? [{ kind: 'AL11', grade: 'under-way', ...noMatter, about, staffIds: [], since: startsAt }] : []
  })
}

/** AL12: a half-day with too few rounds (domain 5-20). */
function patrolAlarm({ day, half }: { day: HallDate; half: string }): DueAlarm {
  const since = instantOf(day, '00:00')
  return { kind: 'AL12', grade: 'late', ...noMatter, about: `patrol/${day}/${half}`, staffIds: [], since }
}

/** AL12: a log that is not closed although its time is over (§4.10). */
function logAlarm(day: HallDate): DueAlarm {
  return { kind: 'AL12', grade: 'late', ...noMatter, about: `log/${day}`, staffIds: [], since: instantOf(day, '00:00') }
}
