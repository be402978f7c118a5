import type {
  AttendanceDayView,
  AttendanceMonthView,
  AttendanceRow,
  LeaveView,
  OwnAttendanceView,
} from '../../../shared/contract/attendance-view.ts'
import type { AttendancePunch, AttendanceRecord } from '../../../shared/vocabulary/attendance.ts'
import { instantAt } from '../../support/hand-clock.ts'

/** The day that the views on paper show. */
export const paperToday = '2026-11-24'

/** What the paper hub answers around the working day. */
export interface PaperAttendance {
  day: AttendanceDayView
  month: AttendanceMonthView
  own: OwnAttendanceView
  leaves: LeaveView[]
}

export function punchAt(time: string, changes: Partial<AttendancePunch> = {}): AttendancePunch {
  return {
    staffId: 'clerk-1',
    day: paperToday,
    kind: 'morning-in',
    punchedAt: instantAt(paperToday, time),
    source: 'window',
    screenId: 'screen-1',
    windowNumber: 1,
    isOwnWindow: true,
    recordedBy: null,
    reason: '',
    ...changes,
  }
}

export function attendanceRecord(changes: Partial<AttendanceRecord> = {}): AttendanceRecord {
  return {
    staffId: 'clerk-1',
    day: paperToday,
    isExpected: true,
    punches: [],
    leaves: [],
    findings: [],
    doubts: [],
    ...changes,
  }
}

export function attendanceRow(changes: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    ...attendanceRecord(),
    staffName: '钱一',
    role: 'clerk',
    windowNumbers: [1],
    names: {},
    proposed: [],
    ...changes,
  }
}

export function leaveView(changes: Partial<LeaveView> = {}): LeaveView {
  return {
    leaveId: 1,
    staffId: 'clerk-1',
    kind: 'outside-duty',
    from: instantAt(paperToday, '08:00'),
    to: instantAt(paperToday, '12:00'),
    substituteId: null,
    isAfterwards: false,
    status: 'asked',
    askedBy: 'clerk-1',
    askedAt: instantAt(paperToday, '07:30'),
    decidedBy: null,
    decidedAt: null,
    decidedReason: '',
    note: '',
    staffName: '钱一',
    substituteName: '',
    askedByName: '钱一',
    decidedByName: '',
    mayDecide: true,
    mayCancel: true,
    ...changes,
  }
}

const nobody = { expected: 0, present: 0, onLeave: 0, outside: 0, late: 0, leftEarly: 0, absent: 0, toHomeUnit: 0 }

export function paperAttendance(): PaperAttendance {
  return {
    day: { day: paperToday, isWorkday: true, timetableName: '常年作息', counts: nobody, rows: [] },
    month: { month: paperToday.slice(0, 7), rows: [] },
    own: { today: attendanceRecord(), nextDirection: null, unconfirmed: null },
    leaves: [],
  }
}
