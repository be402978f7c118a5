import { z } from 'zod'
import type { AttendanceTotals } from './attendance.ts'
import type { ViolationCode } from './violation.ts'

/** A month of the hall, `2026-05`. */
export const hallMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** 基础分 of a month (domain §3.12). */
export const basePoints = 100

/** 授旗比例: the regulations say 10–30 % of the windows; one at least. */
export const flagShare = 0.2

/** 违纪 that counts in the month: confirmed, or upheld on appeal. */
export interface MonthViolation {
  violationId: number
  day: string
  staffId: string
  windowNumber: number | null
  code: ViolationCode
  clause: string
  points: number
  /** One of the six prohibitions of 篇5.7. */
  isProhibition: boolean
  /** 通报纪检 */
  isGrave: boolean
}

/** 违纪合计 of one person by case. */
export interface CodeSum {
  staffId: string
  code: ViolationCode
  times: number
  points: number
}

/** 超时红单, one line: a filing that was decided late in the month, or is late and undecided at its end. */
export interface OverdueFiling {
  filingId: number
  number: string
  itemName: string
  /** Who was in charge of it when it was due. */
  staffId: string
  dueDay: string
  /** The law's limit before the promise's, when both are past. */
  limit: 'promised' | 'statutory'
  /** When it was decided, withdrawn or returned; null: not by the end of the month, or not yet. */
  endedDay: string | null
  /** Workdays after the due day, up to the end or to when this is told; 0: late on the day itself. */
  lateWorkdays: number
  /** 超时说明, as it was said in public; empty: not explained. */
  reason: string
}

/** 一票否决: what withholds a flag whatever the score. */
export type MonthVeto =
  | { kind: 'prohibition' | 'grave'; violationId: number; code: ViolationCode }
  | { kind: 'statutory'; filingId: number; number: string }

/** What is ranked, people and windows alike. */
export interface Ranked {
  score: number
  points: number
  served: number
  /** 延时办理: begun for a visitor after the public hours. */
  pastClosing: number
  vetoes: MonthVeto[]
  /** 名次; equals share one. Null: not in the ranking. */
  place: number | null
  /** 红旗窗口, 服务标兵 */
  hasFlag: boolean
}

export interface MonthPerson extends Ranked {
  staffId: string
  attendance: AttendanceTotals
  /** Lines of the red list. */
  overdueTimes: number
}

export interface MonthWindow extends Ranked {
  windowNumber: number
  /** Who stood there, on how many days; longest first. */
  people: { staffId: string; days: number }[]
}

/** 月度考核: attendance, violations, red list and ranking of one month. Instants in epoch ms. */
export interface MonthReview {
  month: string
  /** Up to when it is told: the end of the month, or now. */
  asOf: number
  /** False: the month goes on, and places may change. */
  isOver: boolean
  /** By place; those without one after them, by staff number. */
  people: MonthPerson[]
  windows: MonthWindow[]
  violations: MonthViolation[]
  codes: CodeSum[]
  /** Cases of the month that nobody has decided for good: they do not count yet. */
  pendingCount: number
  /** 红单, what was due first on top. */
  overdue: OverdueFiling[]
}
