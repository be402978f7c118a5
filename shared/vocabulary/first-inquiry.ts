import { z } from 'zod'
import type { SpecialGroup } from './party.ts'

/** 渠道: 现场窗口, 导办台, 电话, 上门, 网络, 来信. */
export const inquiryChannel = z.enum(['window', 'guide-desk', 'phone', 'home-visit', 'online', 'letter'])
export type InquiryChannel = z.infer<typeof inquiryChannel>

/** 办理中 / 移交待接 / 已转办件 / 已答复 / 已引导 */
export const inquiryStatus = z.enum(['open', 'offered', 'filed', 'answered', 'guided'])
export type InquiryStatus = z.infer<typeof inquiryStatus>

/** How an answer reached the person: 当面, 电话, 书面, 网络. */
export const answerMeans = z.enum(['face', 'phone', 'written', 'online'])
export type AnswerMeans = z.infer<typeof answerMeans>

/** A transfer that waits for its receiver. `at` in epoch ms. */
export interface InquiryOffer {
  fromStaffId: string
  toStaffId: string
  at: number
  reason: string
}

/** The one answer, with what a supervisor corrected of it; the newest stands last. */
export interface InquiryAnswer {
  answer: string
  means: AnswerMeans
  answeredBy: string
  at: number
  corrections: { answer: string; reason: string; correctedBy: string; at: number }[]
}

/** 首问登记: one line of the hall's one register (篇1.3, 篇5.3). Instants in epoch ms. */
export interface FirstInquiry {
  inquiryId: number
  /** 登记编号, `SW-2026-000001`. */
  number: string
  at: number
  channel: InquiryChannel
  ticketId: number | null
  windowNumber: number | null
  /** 首问责任人: who was asked first. Never changes. */
  firstResponder: string
  /** The one person who answers for it now. */
  responsible: string
  status: InquiryStatus
  itemCode: string | null
  category: string
  matter: string
  partyId: string | null
  specialGroup: SpecialGroup
  /** Something people ask for that the hall does not offer (篇1.1). */
  isWish: boolean
  offer: InquiryOffer | null
  /** Transfers that were taken, oldest first. */
  transfers: (InquiryOffer & { takenAt: number })[]
  answer: InquiryAnswer | null
  /** Where the person was sent: a window of this hall, or the unit whose business it is. */
  guidedTo: { windowNumber: number | null; unit: string; note: string; at: number } | null
  filingId: number | null
}
