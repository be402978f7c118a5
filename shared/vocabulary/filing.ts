import { z } from 'zod'
import { hallDate } from './hall-date.ts'
import { requiredMaterial, type ServiceItem, type TimeLimit } from './service-item.ts'
import { journalText } from './text-field.ts'

/**
 * 收件 / 补正中 / 受理（审查中） / 特别程序中 / 已决定 / 结果已出 / 已送达, and the ends without a
 * decision: 不需许可 / 不予受理 / 已撤回 / 已退件.
 */
export const filingStatus = z.enum([
  'received',
  'correcting',
  'accepted',
  'suspended',
  'decided',
  'produced',
  'delivered',
  'not-required',
  'declined',
  'withdrawn',
  'returned',
])
export type FilingStatus = z.infer<typeof filingStatus>

/** Grey 灰 stands still, green 绿 in time, yellow 黄 nearly due, orange 橙 past the promise, red 红 past the law. */
export type Light = 'green' | 'yellow' | 'orange' | 'red' | 'grey'

/** 未核 / 已具备 / 缺 / 不符合 / 容缺 / 告知承诺 / 本次不需要 */
export const materialState = z.enum([
  'unchecked',
  'in-hand',
  'missing',
  'defective',
  'tolerated',
  'promised',
  'not-needed',
])
export type MaterialState = z.infer<typeof materialState>

/** What a clerk ticks of one material. */
export const materialCheck = z.strictObject({
  materialCode: z.string().min(1).max(20),
  state: materialState.exclude(['unchecked']),
  /** What is wrong with a defective one. */
  problem: journalText(200).default(''),
  /** Until when a tolerated one is handed in; not after the promised limit. */
  dueDay: hallDate.nullable().default(null),
})
export type MaterialCheck = z.infer<typeof materialCheck>

/** 材料项 of one filing: the published line as it was on the day of receipt, and what became of it. */
export const materialLine = requiredMaterial.extend({
  materialCode: z.string(),
  state: materialState,
  problem: z.string(),
  dueDay: hallDate.nullable(),
})
export type MaterialLine = z.infer<typeof materialLine>

/** 行政许可法 第四十五条, and what item rules exclude beside it (公示, 现场勘验). */
export const specialProcedure = z.enum([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
  'public-notice',
  'site-visit',
])
export type SpecialProcedure = z.infer<typeof specialProcedure>

/** 不属本机关职权, 重复申请, 法律法规规定的其他情形. */
export const declineGround = z.enum(['not-competent', 'repeated', 'other-by-law'])
export type DeclineGround = z.infer<typeof declineGround>

/** 补正逾期, 容缺材料逾期, 不符合条件且申请人同意退回. */
export const returnGround = z.enum(['correction-lapsed', 'tolerance-lapsed', 'by-consent'])
export type ReturnGround = z.infer<typeof returnGround>

/** Why somebody had to come again after a notice: 申请人未备齐, 告知不全, 系统故障, 政策变化. */
export const visitCause = z.enum(['applicant', 'notice-incomplete', 'system-failure', 'policy-change'])
export type VisitCause = z.infer<typeof visitCause>

/** 准予 / 不予 / 部分 */
export const filingDecision = z.enum(['granted', 'refused', 'partly'])
export type FilingDecision = z.infer<typeof filingDecision>

/** 电话, 短信, 当面, 上门. */
export const notifyMeans = z.enum(['phone', 'text-message', 'face', 'visit'])
export type NotifyMeans = z.infer<typeof notifyMeans>

/** 直接, 留置, 委托, 邮寄, 电子, 公告, 自行取件. */
export const deliveryWay = z.enum([
  'direct',
  'left-behind',
  'entrusted',
  'post',
  'electronic',
  'public-notice',
  'collected',
])
export type DeliveryWay = z.infer<typeof deliveryWay>

/** 签字板, 纸质, 拒签, 代签, 无法联系. */
export const signatureMeans = z.enum(['pad', 'paper', 'refused', 'proxy', 'unreachable'])
export type SignatureMeans = z.infer<typeof signatureMeans>

/** 期限: a day, and the instant at which its business stops. Provisional: it was counted over a year without a calendar. */
export interface Deadline {
  day: string
  at: number
  /** When its light turns yellow, epoch ms. */
  warnAt: number
  isProvisional: boolean
}

/** Days that do not count towards a limit, first and last included. */
export interface ExcludedDays {
  from: string
  to: string
  cause: SpecialProcedure
}

/** 环节 of a filing: published with its item; planned until it begins, and never begun when a decision came first. */
export interface FilingStage {
  name: string
  limit: TimeLimit
  /** 经办人; null: whoever is in charge of the filing. Once it has ended, who that was. */
  handlerId: string | null
  /** The day it is counted from, the instant, and when it is due; null until then. */
  begun: { day: string; at: number; due: Deadline } | null
  /** 意见: what came of it, in words. */
  ended: { at: number; opinion: string } | null
}

/** 办件: a matter taken on, from receipt to delivery. Instants in epoch ms, days as the hall counts them. */
export interface Filing {
  filingId: number
  /** 办件编号, `BJ-2026-000001`. */
  number: string
  inquiryId: number
  ticketId: number | null
  windowNumber: number | null
  itemCode: string
  itemName: string
  itemKind: ServiceItem['kind']
  /** Entry that published the item as it was at receipt. */
  itemVersion: number
  /** False for a company's business: no 复议 or 诉讼 may be printed. */
  isOrgan: boolean
  promisedLimit: TimeLimit | null
  statutoryLimit: TimeLimit | null
  /** 承办人: never empty. */
  ownerId: string
  partyId: string
  agentId: string | null
  /** What was ticked of the applicant, such as `agent` or `under-16`; it chose the lines. */
  conditions: string[]
  lines: MaterialLine[]
  status: FilingStatus
  receivedAt: number
  /** The workday that counts as that of receipt: after closing and on rest days the next one. */
  receivedDay: string
  /** The fifth workday after receipt, after a correction that of the correction: told by then, or accepted by law (行政许可法 第三十二条). As it was counted on that day; a calendar that changed since moves it. */
  noticeDueDay: string
  correctionDueDay: string | null
  /** When all of a correction was handed in. */
  correctedDay: string | null
  /** Visits after the notice, the complete one included. */
  visitsAfterNotice: number
  visitCauses: VisitCause[]
  acceptedDay: string | null
  acceptedAt: number | null
  /** 视为受理: accepted because nobody said anything in time. */
  isDeemed: boolean
  isTolerant: boolean
  promisedDue: Deadline | null
  statutoryDue: Deadline | null
  suspension: { procedure: SpecialProcedure; fromDay: string; expectedEndDay: string; basis: string } | null
  excluded: ExcludedDays[]
  extensionAsked: { workdays: number; reason: string; askedBy: string; at: number } | null
  extension: { workdays: number; reason: string; approvedBy: string; approver: string; at: number } | null
  decision: FilingDecision | null
  decisionReason: string
  decidedAt: number | null
  decidedDay: string | null
  /** The second clock: ten workdays after the decision (行政许可法 第四十四条). */
  deliveryDue: Deadline | null
  resultName: string
  resultNumber: string
  producedAt: number | null
  /** When the applicant was reached and told. */
  toldAt: number | null
  deliveredAt: number | null
  deliveryWay: DeliveryWay | null
  /** How the handling slip was signed at the end; null until it is. */
  slipSigned: { means: SignatureMeans; at: number } | null
  /** 准许再次告知: a supervisor's word that the next notice uses up. */
  secondNoticeAllowance: { reason: string; allowedBy: string } | null
  /** When a further notice was last allowed or given, epoch ms. */
  secondNoticeAt: number | null
  noticeCount: number
  /** Said in public when a limit was missed (优化营商环境条例 第三十六条). */
  overdueReason: string
  endedAt: number | null
  /** 环节, as the item had them on the day of receipt; empty for most items. */
  stages: FilingStage[]
}

/** Filings that somebody still has to do something for. */
export const openFilingStatuses = ['received', 'correcting', 'accepted', 'suspended', 'decided', 'produced'] as const
