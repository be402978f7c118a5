import type {
  AttendanceCounts,
  AttendanceRecord,
  AttendanceTotals,
  Leave,
  PunchDirection,
} from '../vocabulary/attendance.ts'
import type { StaffRole } from '../vocabulary/staff.ts'
import type { Violation } from '../vocabulary/violation.ts'

/** Somebody of the staff as lists of the working day name him. */
export interface StaffLine {
  staffId: string
  staffName: string
  role: StaffRole
  /** Windows assigned; empty: all, or none for those who have none. */
  windowNumbers: number[]
}

/** 考勤 of one person on a day. */
export type AttendanceRow = StaffLine &
  AttendanceRecord & {
    /** Who entered a punch for the person, by staffId. */
    names: Record<string, string>
    /** Findings that were proposed for the record. */
    proposed: Pick<Violation, 'code' | 'half'>[]
  }

export interface AttendanceDayView {
  day: string
  isWorkday: boolean
  timetableName: string
  counts: AttendanceCounts
  rows: AttendanceRow[]
}

/** One person's month: the days on which something was expected or happened, oldest first. */
export type AttendanceMonthRow = StaffLine & { totals: AttendanceTotals; days: AttendanceRecord[] }

export interface AttendanceMonthView {
  month: string
  rows: AttendanceMonthRow[]
}

/** What the signed-in person has of today. */
export interface OwnAttendanceView {
  today: AttendanceRecord
  /** What a press of the button would be now; null when nothing is to be pressed. */
  nextDirection: PunchDirection | null
  /** The last workday, when nobody has confirmed yet when it ended, with the last known punch. */
  unconfirmed: { day: string; lastPunchedAt: number } | null
}

/** 请假 with the names of those it is about. */
export interface LeaveView extends Leave {
  staffName: string
  substituteName: string
  askedByName: string
  decidedByName: string
  /** Whether the reader may approve or refuse it, and cancel it. */
  mayDecide: boolean
  mayCancel: boolean
}
