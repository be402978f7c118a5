import { z } from 'zod'
import type { FilingStatus, Light } from './filing.ts'
import type { QueueSettings } from './hall.ts'
import type { ServiceItem } from './service-item.ts'

/** 17:00 业务交接 to the home unit, or AB岗交接 to who stands in. */
export const handoverKind = z.enum(['linkup', 'ab-post'])
export type HandoverKind = z.infer<typeof handoverKind>

/** 待交 / 已交待接 / 已接 / 已返回. A refused sheet waits to be given again, with its refusal. */
export const handoverStatus = z.enum(['drafted', 'given', 'taken', 'returned'])
export type HandoverStatus = z.infer<typeof handoverStatus>

/** How the receiver signed in for it: 在交出人的窗口第二次登录, 在自己的页面登录. */
export type HandoverSignIn = 'clerk-screen' | 'own-page'

/** One open filing on the sheet, as it was when the sheet was filled. */
export interface HandoverLine {
  filingId: number
  number: string
  itemName: string
  itemKind: ServiceItem['kind']
  acceptedDay: string | null
  status: FilingStatus
  /** Name of the stage, where the item has stages. */
  stage: string | null
  dueDay: string | null
  /** Negative when late; null without a limit in days, or while it stands still. */
  remainingWorkdays: number | null
  light: Light
  /** Names of the originals that go along. */
  originals: string[]
  /** 需原单位办理的动作. */
  action: string
}

/** Matters that changed hands with an AB post. */
export interface MovedMatters {
  filingIds: number[]
  inquiryIds: number[]
  /** 上门服务, each by its line in the register. */
  visitIds: number[]
}

/** What the giver did today. */
export interface HandoverCounts {
  received: number
  instant: number
  notices: number
  corrections: number
}

/** 业务交接单 (domain §4.9). Who gives stays in charge until it is taken. Instants in epoch ms. */
export interface Handover {
  handoverId: number
  /** Gapless in a year, such as JJ-2026-000012. */
  number: string
  year: number
  serial: number
  kind: HandoverKind
  day: string
  /** 交出人. */
  staffId: string
  /** Who alone may take it: the other one of an AB post. Null: the home unit. */
  toStaffId: string | null
  /** For an AB post: the leave it belongs to. */
  leaveId: number | null
  /** For the way back of an AB post: the sheet by which it was handed over. */
  backOf: number | null
  windowNumber: number | null
  homeUnit: string
  status: HandoverStatus
  draftedAt: number
  counts: HandoverCounts
  lines: HandoverLine[]
  /** Numbers that nobody had called when the public hours ended, and what the hall does with them. */
  waitingNumbers: string[]
  waitingRule: QueueSettings['atSplit']
  /** 票据号段; empty: none. */
  receipts: string
  remark: string
  /** A service past the public hours excused a later handover until this instant. */
  heldUntil: number | null
  givenAt: number | null
  takenBy: string | null
  takenAt: number | null
  signIn: HandoverSignIn | null
  /** For an AB post: what changed hands when it was taken. */
  moved: MovedMatters | null
  /** The last one; it stays on the sheet until it is given again. */
  refusal: { reason: string; by: string; at: number } | null
  returned: { at: number; by: string; note: string } | null
}
