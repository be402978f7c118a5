import { z } from 'zod'

/** Which way somebody goes past the door: 到岗, 离岗. */
export const punchDirection = z.enum(['in', 'out'])
export type PunchDirection = z.infer<typeof punchDirection>

/**
 * The punches of a day (domain 5-13): 上午到岗, 上午下班, 下午到岗, 17:00 离厅回原单位, 下班. The last
 * one happens outside the hall: it is confirmed by whoever takes the handover, or next morning.
 */
export const punchKind = z.enum(['morning-in', 'morning-out', 'afternoon-in', 'to-home-unit', 'day-out'])
export type PunchKind = z.infer<typeof punchKind>

/** Where a punch comes from: 本人窗口, 管理台, 值班主任补卡, 交接接收人确认, 次日确认. */
export type PunchSource = 'window' | 'console' | 'supervisor' | 'handover' | 'next-morning'

/** 一次打卡. Of several of one kind the first arrival and the last departure count. */
export interface AttendancePunch {
  staffId: string
  day: string
  kind: PunchKind
  /** When it counts, epoch ms: of the press, or what the supervisor or the receiver says. */
  punchedAt: number
  source: PunchSource
  /** Machine of the press; `local` is the hub's own. */
  screenId: string
  /** Where the person was on duty with it. */
  windowNumber: number | null
  /** False: at a window that is not assigned to the person. It is shown, not refused (domain 5-13). */
  isOwnWindow: boolean
  /** Who pressed when it was not the person: a supervisor, the receiver of a handover. */
  recordedBy: string | null
  reason: string
}

/** 年休, 事假, 病假, 公出, 培训, 会议, 上门服务, 其他. A kind says enough; the journal has no word on anybody's health. */
export const leaveKind = z.enum([
  'annual',
  'personal',
  'sick',
  'outside-duty',
  'training',
  'meeting',
  'home-visit',
  'other',
])
export type LeaveKind = z.infer<typeof leaveKind>

/** 待批 / 已批准 / 不批准 / 已撤销 */
export type LeaveStatus = 'asked' | 'approved' | 'refused' | 'cancelled'

/**
 * 请假、公出: entered beforehand and approved, it cancels the accusation and not the record
 * (edge 66). Half-open in epoch ms.
 */
export interface Leave {
  leaveId: number
  staffId: string
  kind: LeaveKind
  from: number
  to: number
  /** B岗, who stands in with all powers; not away at the same time. */
  substituteId: string | null
  /** Asked after it had begun: 补办, shown as such. */
  isAfterwards: boolean
  status: LeaveStatus
  askedBy: string
  askedAt: number
  decidedBy: string | null
  decidedAt: number | null
  /** Why it was refused or cancelled; empty otherwise. */
  decidedReason: string
  note: string
}

/** 在岗: one stretch at an open window, from 上岗 or 恢复 to 暂停 or 下岗. Half-open, epoch ms. */
export interface PostStay {
  staffId: string
  windowNumber: number
  from: number
  /** Null: it goes on. */
  to: number | null
}

/**
 * 考勤异常, computed from the day's timetable and never typed (篇5.7 一): 迟到, 早退, 缺席, 缺卡 (came,
 * and no departure is known), 未离厅衔接 (no link-up punch), 未确认下班.
 */
export type AttendanceFindingKind =
  | 'late'
  | 'left-early'
  | 'absent'
  | 'no-punch-out'
  | 'not-linked-up'
  | 'day-out-unconfirmed'

/**
 * One thing that is not as the timetable has it. `minutes` that no leave covers for late, early and
 * absent; 0 for the others. Late without an arrival is late so far.
 */
export interface AttendanceFinding {
  kind: AttendanceFindingKind
  half: 'morning' | 'afternoon'
  minutes: number
}

/**
 * What a supervisor ought to look at; no accusation. Somebody else may have pressed (a window that is
 * not his, a machine that two people pressed within minutes, a supervisor's hand), or nobody has
 * acknowledged that the clock jumped on that day.
 */
export type AttendanceDoubt = 'foreign-window' | 'shared-machine' | 'by-supervisor' | 'clock-jump'

/** 考勤 of one person on one day, as it follows from punches, leave and timetable. */
export interface AttendanceRecord {
  staffId: string
  day: string
  /** Nothing is expected on a rest day, of an administrator, or before the person was of the staff. */
  isExpected: boolean
  punches: AttendancePunch[]
  leaves: Leave[]
  findings: AttendanceFinding[]
  doubts: AttendanceDoubt[]
}

/** 考勤汇总 of a day (domain §4.10 A), in people. */
export interface AttendanceCounts {
  /** 应到 */
  expected: number
  /** 实到 */
  present: number
  /** 请假: leave that is not work elsewhere. */
  onLeave: number
  /** 外出: outside duty, training, meetings, home visits. */
  outside: number
  late: number
  leftEarly: number
  absent: number
  /** 17:00 离厅 */
  toHomeUnit: number
}

/** 考勤合计 of one person over a range of days. */
export interface AttendanceTotals {
  /** Days on which the person was expected, and on which he came. */
  expectedDays: number
  presentDays: number
  lateTimes: number
  lateMinutes: number
  leftEarlyTimes: number
  /** Half-days. */
  absentTimes: number
  /** 缺卡: departures that nobody knows of. */
  missingPunches: number
  /** Days with approved leave. */
  leaveDays: number
}
