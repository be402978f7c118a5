import { type AttendanceFacts, attendanceOf, confirmByOf } from '../../shared/rules/attendance.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { addDays } from '../../shared/rules/hall-time.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { AttendancePunch, Leave, PostStay, PunchKind } from '../../shared/vocabulary/attendance.ts'
import { setupOf } from './facts.ts'
import { instantAt } from './hand-clock.ts'
import { workday } from './sample-hall.ts'

const kindLetters: Record<string, PunchKind> = {
  'in-am': 'morning-in',
  'out-am': 'morning-out',
  'in-pm': 'afternoon-in',
  home: 'to-home-unit',
  out: 'day-out',
}

/** Punches of `clerk-1`, written `in-am 8:00, out-am 12:05`. */
export function punchesOf(text: string, day = workday, changes: Partial<AttendancePunch> = {}): AttendancePunch[] {
  return text
    .split(',')
    .map((one) => one.trim().split(' '))
    .filter(([kind]) => kind !== '')
    .map(([kind, time]) => ({
      staffId: 'clerk-1',
      day,
      kind: kindLetters[kind!]!,
      punchedAt: instantAt(day, time!),
      source: 'window' as const,
      screenId: 'screen-1',
      windowNumber: 1,
      isOwnWindow: true,
      recordedBy: null,
      reason: '',
      ...changes,
    }))
}

let leavesMade = 0

/** Approved leave of `clerk-1`, unless it is said otherwise. */
export function leaveOf(from: string, to: string, day = workday, changes: Partial<Leave> = {}): Leave {
  leavesMade += 1
  return {
    leaveId: leavesMade,
    staffId: 'clerk-1',
    kind: 'personal',
    from: instantAt(day, from),
    to: instantAt(day, to),
    substituteId: null,
    isAfterwards: false,
    status: 'approved',
    askedBy: 'clerk-1',
    askedAt: instantAt(day, '07:00'),
    decidedBy: 'supervisor-1',
    decidedAt: instantAt(day, '07:10'),
    decidedReason: '',
    note: '',
    ...changes,
  }
}

export function stayOf(from: string, to: string | null, day = workday): PostStay {
  return {
    staffId: 'clerk-1',
    windowNumber: 1,
    from: instantAt(day, from),
    to: to === null ? null : instantAt(day, to),
  }
}

/** Facts of a clerk who was always of the staff, seen when everything about the day is known, unless it is said otherwise. */
export function attendanceFacts(
  changes: Partial<AttendanceFacts> & { day?: string; setup?: HallSetup; at?: string } = {},
): AttendanceFacts {
  const { day = workday, setup = setupOf(), at, ...rest } = changes
  const scheduleOn = (one: string) => scheduleOf(setup.timetables, setup.calendar, one)
  const nextDay = nextWorkday(setup.calendar, day).day
  return {
    staff: { staffId: 'clerk-1', role: 'clerk', addedAt: 0, retiredAt: null },
    schedule: scheduleOn(day),
    now: at === undefined ? instantAt(addDays(nextDay, 1), '00:00') : instantAt(day, at),
    lateGraceMinutes: 0,
    beganAt: 0,
    punches: [],
    leaves: [],
    stays: [],
    confirmBy: confirmByOf(scheduleOn(nextDay)),
    isClockDoubtful: false,
    ...rest,
  }
}

/** What is found, written `morning late 5`. */
export function found(facts: AttendanceFacts): string[] {
  return attendanceOf(facts).findings.map(({ half, kind, minutes }) =>
    [half, kind, ...(minutes === 0 ? [] : [minutes])].join(' '),
  )
}
