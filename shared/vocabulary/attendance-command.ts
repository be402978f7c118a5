import { z } from 'zod'
import { leaveKind, punchDirection, punchKind } from './attendance.ts'
import { hallDate } from './hall-date.ts'
import { journalText, label } from './text-field.ts'

const leaveId = z.int().min(1)
const staffId = z.string().min(1).max(40)
const instant = z.int().min(0)
const reason = label(100)

/** 考勤、请假: who came when, and who may be away. */
export const attendanceCommandBodies = {
  /** 打卡, of oneself: which punch it is follows from the timetable. */
  PunchAttendance: z.strictObject({ direction: punchDirection }),
  /** 补卡, by a supervisor, with the reason; shown as such. */
  RecordPunch: z.strictObject({ staffId, day: hallDate, kind: punchKind, punchedAt: instant, reason }),
  /** 次日确认 of when one left on the last workday. */
  ConfirmDayOut: z.strictObject({ day: hallDate, punchedAt: instant }),
  /** 请假、公出, for oneself; a supervisor may enter it for another. Half-open, epoch ms. */
  AskLeave: z.strictObject({
    staffId: staffId.optional(),
    kind: leaveKind,
    from: instant,
    to: instant,
    /** B岗 */
    substituteId: staffId.optional(),
    note: journalText(60).default(''),
  }),
  ApproveLeave: z.strictObject({ leaveId }),
  RefuseLeave: z.strictObject({ leaveId, reason }),
  CancelLeave: z.strictObject({ leaveId, reason }),
} as const
