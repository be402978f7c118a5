import type {
  AttendanceDayView,
  AttendanceMonthView,
  AttendanceRow,
  LeaveView,
  OwnAttendanceView,
  StaffLine,
} from '../../../../shared/contract/attendance-view.ts'
import { countsOf, nextDirection, totalsOf } from '../../../../shared/rules/attendance-sums.ts'
import { subtractWorkdays } from '../../../../shared/rules/calendar.ts'
import { dayOf, instantOf } from '../../../../shared/rules/hall-time.ts'
import { daysOfMonth } from '../../../../shared/rules/month-review.ts'
import type { AttendanceRecord, Leave } from '../../../../shared/vocabulary/attendance.ts'
import type { Actor } from '../../../../shared/vocabulary/staff.ts'
import type { Violation } from '../../../../shared/vocabulary/violation.ts'
import { attendanceOfDay, attendanceOfDays } from '../../attendance.ts'
import type { Hub } from '../../hub.ts'

type StaffActor = Extract<Actor, { kind: 'staff' }>

function readerOf(hub: Hub) {
  return { now: hub.clock.now(), setup: hub.setup(), tables: hub.tables }
}

/** Journal entry of the last punch or move of a leave. */
export function attendanceSeq({ tables }: Hub): number {
  return Math.max(tables.attendancePunch.changedBy(), tables.leave.changedBy())
}

/** 考勤 of a day: those from whom something was expected, or of whom something is known. */
export function attendanceDayView(hub: Hub, day: string): AttendanceDayView {
  const records = attendanceOfDay(day, readerOf(hub)).filter(isTold)
  const { isWorkday, timetable } = hub.scheduleOn(day)
  const proposed = hub.tables.violation.between(day, day).filter(({ source }) => source === 'attendance')
  return {
    day,
    isWorkday,
    timetableName: timetable?.name ?? '',
    counts: countsOf(records),
    rows: records.map((record) => attendanceRow(hub, record, proposed)),
  }
}

function isTold({ isExpected, punches, leaves }: AttendanceRecord): boolean {
  return isExpected || punches.length > 0 || leaves.length > 0
}

function attendanceRow(hub: Hub, record: AttendanceRecord, proposed: readonly Violation[]): AttendanceRow {
  const recordedBy = record.punches.map((punch) => punch.recordedBy).filter((one) => one !== null)
  const names = Object.fromEntries(recordedBy.map((one) => [one, hub.tables.privateRecords.nameOf(one)]))
  const own = proposed.filter(({ staffId }) => staffId === record.staffId)
  return {
    ...staffLine(hub, record.staffId),
    ...record,
    names,
    proposed: own.map(({ code, half }) => ({ code, half })),
  }
}

function staffLine(hub: Hub, staffId: string): StaffLine {
  const { role = 'clerk', windowNumbers = [] } = hub.tables.staff.find(staffId) ?? {}
  return { staffId, staffName: hub.tables.privateRecords.nameOf(staffId), role, windowNumbers }
}

/** 考勤 of a month, `2026-05`, of one person or of all; days to come are left out. */
export function attendanceMonthView(hub: Hub, month: string, staffId: string | null): AttendanceMonthView {
  const { from, to } = daysOfMonth(month)
  const records = attendanceOfDays(from, to, readerOf(hub), (one) => staffId === null || one.staffId === staffId)
  const rows = [...Map.groupBy(records.filter(isTold), (record) => record.staffId)].map(([id, days]) => ({
    ...staffLine(hub, id),
    totals: totalsOf(days),
    days,
  }))
  return { month, rows }
}

/** What the signed-in person has of today, and what waits for his word. */
export function ownAttendanceView(hub: Hub, { staffId }: StaffActor): OwnAttendanceView {
  const now = hub.clock.now()
  const today = dayOf(now)
  const lastWorkday = subtractWorkdays(hub.setup().calendar, today, 1)
  const records = attendanceOfDays(lastWorkday, today, readerOf(hub), (one) => one.staffId === staffId)
  const of = (day: string): AttendanceRecord =>
    records.find((record) => record.day === day) ?? {
      staffId,
      day,
      isExpected: false,
      punches: [],
      leaves: [],
      findings: [],
      doubts: [],
    }
  const windowNumber = hub.tables.serviceWindow.ofStaff(staffId)
  const isAtOpenWindow = windowNumber !== null && hub.tables.serviceWindow.find(windowNumber)?.status === 'open'
  const next = of(today).isExpected ? nextDirection(hub.scheduleAt(now), of(today).punches, now) : null
  const left = of(lastWorkday).punches
  const isUnconfirmed = left.some(({ kind }) => kind === 'to-home-unit') && left.every(({ kind }) => kind !== 'day-out')
  return {
    today: of(today),
    nextDirection: isAtOpenWindow ? null : next,
    unconfirmed: isUnconfirmed ? { day: lastWorkday, lastPunchedAt: left.at(-1)!.punchedAt } : null,
  }
}

/** 请假 of a range of days and all that waits: everybody's for a supervisor, else one's own and those one stands in for. */
export function leaveViews(hub: Hub, days: { from: string; to: string }, reader: StaffActor): LeaveView[] {
  const { leave: table } = hub.tables
  const within = table.within(instantOf(days.from, '00:00'), instantOf(days.to, '24:00'))
  const waiting = table.waiting().filter(({ leaveId }) => within.every((one) => one.leaveId !== leaveId))
  const isReadable = ({ staffId, substituteId }: Leave) =>
    reader.role === 'supervisor' || staffId === reader.staffId || substituteId === reader.staffId
  return [...waiting, ...within].filter(isReadable).map((leave) => leaveView(hub, leave, reader))
}

function leaveView(hub: Hub, leave: Leave, { staffId, role }: StaffActor): LeaveView {
  const nameOf = (id: string | null) => (id === null ? '' : hub.tables.privateRecords.nameOf(id))
  const isSupervisor = role === 'supervisor'
  const isTheirs = staffId === leave.askedBy || staffId === leave.staffId
  const isAsked = leave.status === 'asked'
  return {
    ...leave,
    staffName: nameOf(leave.staffId),
    substituteName: nameOf(leave.substituteId),
    askedByName: nameOf(leave.askedBy),
    decidedByName: nameOf(leave.decidedBy),
    mayDecide: isSupervisor && isAsked,
    mayCancel: (isAsked && isTheirs) || (isSupervisor && (isAsked || leave.status === 'approved')),
  }
}
