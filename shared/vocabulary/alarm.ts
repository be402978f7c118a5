import { z } from 'zod'

/** 预警 of the working day: 交接未交未接, 考勤异常, 窗口暂停超时或无人, 排队过长, 巡查或日志缺少. */
export const dayAlarmKind = z.enum(['AL08', 'AL09', 'AL10', 'AL11', 'AL12'])

/**
 * 预警 of the promise. 告知时限 (AL01), 办结时限 (AL02), 环节时限 (AL03), 特别程序与补正到期 (AL04), 二次告知 (AL05),
 * 移交未接 (AL06), 办结未告知或未签字 (AL07), 上门服务未派单或逾期 (AL21: the first number after
 * those of the catalogue). The grade says how far it has come. AL08 to
 * AL12 are those of the working day.
 */
export const alarmKind = z.enum([
  'AL01',
  'AL02',
  'AL03',
  'AL04',
  'AL05',
  'AL06',
  'AL07',
  ...dayAlarmKind.options,
  'AL21',
])
export type AlarmKind = z.infer<typeof alarmKind>

/** 明日到期 / 今日到期 / 黄灯 / 橙灯 / 红灯 / 已逾期 / 备案 / 进行中 */
export const alarmGrade = z.enum(['due-tomorrow', 'due-today', 'yellow', 'orange', 'red', 'late', 'noted', 'under-way'])
export type AlarmGrade = z.infer<typeof alarmGrade>

/** 告警中 / 已签收 / 已关闭 */
export const alarmStatus = z.enum(['open', 'acknowledged', 'closed'])
export type AlarmStatus = z.infer<typeof alarmStatus>

/** 一条预警 about a filing, an inquiry or something of the working day. It ends when its cause has ended, or by a supervisor's word. Instants in epoch ms. */
export interface Alarm {
  alarmId: number
  kind: AlarmKind
  grade: AlarmGrade
  filingId: number | null
  inquiryId: number | null
  /** What of the working day it is about, such as window/3 or log/2026-11-24; absent: a filing or an inquiry. */
  about?: string
  /** Whom it calls besides the supervisors. */
  staffIds: string[]
  status: AlarmStatus
  at: number
  acknowledgedBy: string | null
  acknowledgedAt: number | null
  /** Null while it is not closed, and when its cause has ended by itself. */
  closedBy: string | null
  closedAt: number | null
  closedNote: string
}
