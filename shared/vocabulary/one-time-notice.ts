import type { MaterialLine } from './filing.ts'

/** 一次性告知书: everything that is missing or wrong, told once, in writing (篇4.3, 篇5.3, 行政许可法 第三十二条). */
export interface OneTimeNotice {
  noticeId: number
  filingId: number
  /** `GZ-2026-000001`, the number of its document. */
  number: string
  at: number
  issuedBy: string
  /** All lines that have to be brought, complete. */
  lines: MaterialLine[]
  correctionDueDay: string
  /** 1 for the notice; 2 and more were allowed by a supervisor and count against the hall. */
  ordinal: number
  /** Why a further one was allowed, and by whom. */
  allowance: { reason: string; allowedBy: string } | null
  isInForce: boolean
}
