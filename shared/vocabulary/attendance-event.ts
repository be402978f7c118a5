import type { AttendancePunch, LeaveKind } from './attendance.ts'

/** 考勤、请假. People by id only; no word on anybody's health. */
export interface AttendanceEventBodies {
  AttendancePunched: AttendancePunch
  LeaveAsked: {
    leaveId: number
    staffId: string
    kind: LeaveKind
    from: number
    to: number
    substituteId: string | null
    isAfterwards: boolean
    askedBy: string
    note: string
  }
  LeaveApproved: { leaveId: number; approvedBy: string }
  LeaveRefused: { leaveId: number; refusedBy: string; reason: string }
  LeaveCancelled: { leaveId: number; cancelledBy: string; reason: string }
}

type EventsOf<M> = { [T in keyof M]: { type: T; body: M[T] } }[keyof M]

export type AttendanceEvent = EventsOf<AttendanceEventBodies>
export type LeaveEvent = Exclude<AttendanceEvent, { type: 'AttendancePunched' }>
