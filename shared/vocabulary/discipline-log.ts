import { z } from 'zod'
import type { AttendanceRecord } from './attendance.ts'
import type { DayKind } from './calendar.ts'
import type { Light } from './filing.ts'
import type { Handover } from './handover.ts'
import type { PatrolRound, PatrolsMissing } from './patrol.ts'
import { journalText } from './text-field.ts'
import type { Violation, ViolationCode } from './violation.ts'

/** What a supervisor writes into the day's log by hand; all else comes from the day's events (domain §4.10). */
export const logWords = z.strictObject({
  weather: journalText(20).default(''),
  /** 带班领导, one of the staff. */
  leaderId: z.string().max(40).default(''),
  /** F 环境设备, beside what the patrols found. */
  environment: journalText(300).default(''),
  /** G 投诉与突发. */
  incidents: journalText(500).default(''),
  /** H 通报意见. */
  opinion: journalText(500).default(''),
})
export type LogWords = z.infer<typeof logWords>

/** A log as it was closed. Instants in epoch ms. */
export interface ClosedLog {
  /** Such as RZ-2026-000231: gapless in a year, one a day. */
  number: string
  year: number
  serial: number
  at: number
  by: string
  /** Closed after the next workday's 09:00. */
  isLate: boolean
  /** Journal entries it rests on: from the first of its day to the last before it was closed, with the hash of that one. */
  fromSeq: number
  toSeq: number
  headHash: string
  /** SHA-256 of the content's text: what a recount from the journal must give again. */
  contentHash: string
  /** SHA-256 of the names that were printed in place of the ids; the names are kept beside the journal. */
  namesHash: string
  content: LogContent
}

/** 每日纪律巡查日志 of one day: written by hand until it is closed, then frozen but for notes. */
export interface DisciplineLog {
  day: string
  words: LogWords
  closed: ClosedLog | null
  notes: { text: string; by: string; at: number }[]
  /** SHA-256 of each PDF that was made of it; null for a sheet of paper. */
  prints: { fileHash: string | null; by: string; at: number }[]
}

/** What was decided on the day about a case of an earlier one; the log of that day stays as it is. */
export interface LogDecision {
  violationId: number
  /** The day of the case. */
  day: string
  staffId: string
  code: ViolationCode
  clause: string
  what: 'confirmed' | 'dismissed' | 'upheld' | 'revoked'
  points: number
  reason: string
}

/** E 交接: one sheet. `lateSteps`: given or taken after its hour, or not at all (AL08). */
export type LogHandover = Pick<
  Handover,
  'number' | 'kind' | 'staffId' | 'windowNumber' | 'status' | 'givenAt' | 'takenBy' | 'takenAt' | 'heldUntil'
> & { lineCount: number; lateSteps: ('give' | 'take')[] }

/** C 窗口运行, of the tickets taken on the day. */
export interface LogWindows {
  taken: number
  done: number
  missed: number
  cancelled: number
  /** Open minutes from taking to the first call. */
  averageWaitMinutes: number | null
  longestWaitMinutes: number | null
  /** Services that began or ended outside the public hours. */
  pastClosing: number
  /** The three windows that were paused longest, minutes of the day's working hours. */
  longestPauses: { windowNumber: number; minutes: number }[]
}

/** One filing of section D. */
export interface LogDeadline {
  number: string
  itemName: string
  ownerId: string
  dueDay: string
  light: Light
}

/** D 时限. */
export interface LogDeadlines {
  near: LogDeadline[]
  past: LogDeadline[]
  /** Due on the day and not decided on it. */
  dueAndOpen: LogDeadline[]
  /** 视为受理 and 再次告知 of the day, by the number of the filing. */
  deemed: string[]
  secondNotices: string[]
}

/** F 环境设备, as the journal knows it. */
export interface LogMachines {
  printFailures: number
  clockJumps: number
}

/**
 * Sections A to H of §4.10, as the tables had them when it was closed: people by id, no applicant,
 * nothing that is not in the journal. Another form gets another number.
 */
export interface LogContent {
  form: 1
  day: string
  dayKind: DayKind
  timetableName: string
  words: LogWords
  /** A 考勤 of everybody who was expected. */
  attendance: AttendanceRecord[]
  /** B 巡查记录. */
  patrols: PatrolRound[]
  /** Half-days that were over with too few of them. */
  patrolsMissing: PatrolsMissing[]
  /** Cases of the day as they stood when it was closed. */
  violations: Violation[]
  decisions: LogDecision[]
  windows: LogWindows
  deadlines: LogDeadlines
  handovers: LogHandover[]
  machines: LogMachines
}
