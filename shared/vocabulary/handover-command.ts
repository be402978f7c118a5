import { z } from 'zod'
import { journalText, label } from './text-field.ts'

const handoverId = z.int().min(1)

/** 业务交接. */
export const handoverCommandBodies = {
  /** 交出: the lines are those of the filings as they are now; the giver says what goes along and what is to be done. */
  GiveHandover: z.strictObject({
    handoverId,
    lines: z
      .array(
        z.strictObject({
          filingId: z.int().min(1),
          originals: z.array(label(60)).max(20).default([]),
          action: journalText(100).default(''),
        }),
      )
      .max(500)
      .default([]),
    receipts: journalText(100).default(''),
    remark: journalText(300).default(''),
  }),
  /** 接收, by somebody else who signs in for it. */
  TakeHandover: z.strictObject({ handoverId }),
  RefuseHandover: z.strictObject({ handoverId, reason: label(200) }),
  /** 次日返回: what went along is back. */
  ReturnHandover: z.strictObject({ handoverId, note: journalText(200).default('') }),
  /** AB岗交接 of everything open, for a leave with somebody who stands in; once that was taken, the way back. */
  DraftPostHandover: z.strictObject({ leaveId: z.int().min(1) }),
} as const

/** The wishes of the hub around the handover. */
export interface HandoverHubCommandBodies {
  /** 17:00: a sheet for everybody who was on duty today or has filings open. */
  DraftHandovers: Record<string, never>
}
