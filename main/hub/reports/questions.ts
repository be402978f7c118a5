import type { ReportHours } from './hall-report.ts'
import type { AskedLog } from './verify-log.ts'

/** What the report thread is asked. */
export interface JournalQuestion {
  /** Entries before this sequence number; absent: from the newest. */
  before?: number | undefined
  limit: number
  type?: string | undefined
  ticketId?: number | undefined
  day?: string | undefined
}

export type ReportQuestion =
  | ({ kind: 'journal' } & JournalQuestion)
  | { kind: 'verify-chain' }
  | ({ kind: 'verify-log' } & AskedLog)
  | { kind: 'hall-report'; from: string; to: string; hours: ReportHours }
  | { kind: 'red-list'; month: string; hours: ReportHours }
  /** Of the promise, by days. */
  | {
      kind: 'inquiry-register' | 'filing-register' | 'repeat-visits' | 'promise-figures'
      from: string
      to: string
    }

export interface ReportAnswer {
  id: number
  value?: unknown
  problem?: string
}
