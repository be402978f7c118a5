import { subtractWorkdays } from '../../shared/rules/calendar.ts'
import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import type { DayFacts } from '../../shared/rules/hall-day.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import * as leaves from '../../shared/rules/leave.ts'
import * as punch from '../../shared/rules/punch.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { Leave } from '../../shared/vocabulary/attendance.ts'
import type { attendanceCommandBodies } from '../../shared/vocabulary/attendance-command.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'
import type { Tables } from './tables/apply.ts'

export type AttendanceCommandType = keyof typeof attendanceCommandBodies
type AttendanceCommand = CommandOf<AttendanceCommandType>

/** Loads the facts of a command around attendance and leave and lets its rule decide on them. */
export function decideOnAttendance(command: AttendanceCommand, day: DayFacts, tables: Tables): Decision {
  const { setup, actor } = day
  switch (command.type) {
    case 'PunchAttendance':
      return punch.decidePunchAttendance(command.body, punchFacts(day, tables))
    case 'RecordPunch':
      return punch.decideRecordPunch(command.body, {
        ...day,
        staff: tables.staff.find(command.body.staffId),
        scheduleOfDay: scheduleOf(setup.timetables, setup.calendar, command.body.day),
        hasOtherSupervisor: hasOtherSupervisor(actor, tables),
      })
    case 'ConfirmDayOut':
      return punch.decideConfirmDayOut(command.body, {
        ...day,
        punches: tables.attendancePunch.ofPerson(staffIdOf(actor), command.body.day),
        lastWorkday: subtractWorkdays(setup.calendar, dayOf(day.now), 1),
      })
    case 'AskLeave':
      return leaves.decideAskLeave(command.body, {
        ...leaveDay(command.body, day, tables),
        freshLeaveId: tables.leave.lastId() + 1,
      })
    case 'ApproveLeave':
      return leaves.decideApproveLeave(command.body, leaveFacts(command.body.leaveId, day, tables))
    case 'RefuseLeave':
      return leaves.decideRefuseLeave(command.body, leaveFacts(command.body.leaveId, day, tables))
    case 'CancelLeave':
      return leaves.decideCancelLeave(command.body, leaveFacts(command.body.leaveId, day, tables))
    default:
      return unreachable(command)
  }
}

/** What a punch of the acting person looks at. */
export function punchFacts(day: DayFacts, tables: Tables): punch.PunchFacts {
  const staffId = staffIdOf(day.actor)
  const windowNumber = tables.serviceWindow.ofStaff(staffId)
  return {
    ...day,
    punches: tables.attendancePunch.ofPerson(staffId, day.schedule.day),
    atWindow: windowNumber === null ? null : (tables.serviceWindow.find(windowNumber) ?? null),
  }
}

function leaveDay({ from, to }: Pick<Leave, 'from' | 'to'>, day: DayFacts, tables: Tables): leaves.LeaveDay {
  return {
    ...day,
    around: tables.leave.within(from, to).filter(({ status }) => status === 'asked' || status === 'approved'),
    nameOf: tables.privateRecords.nameOf,
    staffOf: tables.staff.find,
  }
}

function leaveFacts(leaveId: number, day: DayFacts, tables: Tables): leaves.LeaveFacts {
  const leave = tables.leave.find(leaveId)
  return {
    ...leaveDay(leave ?? { from: 0, to: 0 }, day, tables),
    leave,
    hasOtherSupervisor: hasOtherSupervisor(day.actor, tables),
  }
}

function hasOtherSupervisor(actor: Actor, tables: Tables): boolean {
  return tables.staff
    .all()
    .some(({ role, isRetired, staffId }) => role === 'supervisor' && !isRetired && staffId !== staffIdOf(actor))
}

function staffIdOf(actor: Actor): string {
  return actor.kind === 'staff' ? actor.staffId : ''
}
