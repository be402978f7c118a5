import { z } from 'zod'

/**
 * What the hub sees of a window (domain §2.10 AL10, 篇5.7（二）, 5-14): 暂停超时, 窗口无人, 叫号无人接,
 * 过时办理 (延时服务: to somebody's credit), 排队时空闲.
 */
export const observationKind = z.enum([
  'pause-too-long',
  'unattended',
  'call-unfollowed',
  'past-closing',
  'idle-beside-queue',
])
export type ObservationKind = z.infer<typeof observationKind>

/** What a clerk answers with one tap: 系统故障, 设备故障, 取送材料, 引导群众, 领导交办, 身体不适, 上门勘验, 正在延时办理, 误操作. */
export const observationReason = z.enum([
  'system-failure',
  'device-failure',
  'fetching-papers',
  'guiding-visitor',
  'sent-by-superior',
  'unwell',
  'outside-visit',
  'serving-on',
  'wrong-press',
])
export type ObservationReason = z.infer<typeof observationReason>

/**
 * 在岗提示: seen by the hub, asked of the clerk first, and only then perhaps proposed for the log
 * (edge 66). Instants in epoch ms.
 */
export interface PostObservation {
  observationId: number
  kind: ObservationKind
  windowNumber: number
  /** Who is in charge of the window: on duty at it, or assigned to it first and at work today. */
  staffId: string
  day: string
  /** Since when, and after how many minutes it was called out. */
  since: number
  limitMinutes: number
  openedAt: number
  endedAt: number | null
  /** Minutes of it within the hours it is seen in, once it has ended. */
  minutes: number | null
  explanation: { reason: ObservationReason; note: string; staffId: string; at: number } | null
  /** 采纳说明: nothing of it goes into the log. */
  excused: { note: string; by: string; at: number } | null
}
