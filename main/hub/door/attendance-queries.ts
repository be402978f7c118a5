import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { attendanceDayView, attendanceMonthView, leaveViews, ownAttendanceView } from '../views/day/attendance.ts'
import type { DoorContext } from './context.ts'
import { actorOf, door } from './procedures.ts'
import { mustRead } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** Reading attendance and leave. */
export function createAttendanceQueries({ hub }: DoorParts) {
  const queries = door.query
  return {
    attendanceOfDay: queries.attendanceOfDay.handler(({ input, context }) => {
      mustRead(context, 'attendanceOfDay')
      return attendanceDayView(hub, input.day)
    }),
    attendanceOfMonth: queries.attendanceOfMonth.handler(({ input, context }) => {
      mustRead(context, 'attendanceOfMonth')
      const { role, staffId } = staffActorIn(context)
      // Whose attendance it is, and the supervisors, read it.
      return attendanceMonthView(hub, input.month, role === 'supervisor' ? (input.staffId ?? null) : staffId)
    }),
    ownAttendance: queries.ownAttendance.handler(({ context }) => {
      mustRead(context, 'ownAttendance')
      return ownAttendanceView(hub, staffActorIn(context))
    }),
    leaves: queries.leaves.handler(({ input, context }) => {
      mustRead(context, 'leaves')
      return leaveViews(hub, input, staffActorIn(context))
    }),
  }
}

/** Who reads; the permissions let nobody else through. */
function staffActorIn(context: DoorContext): Extract<Actor, { kind: 'staff' }> {
  const actor = actorOf(context)
  if (actor?.kind !== 'staff') throw new Error('expected: somebody of the staff')
  return actor
}
