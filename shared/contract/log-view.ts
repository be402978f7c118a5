import type { DisciplineLog, LogContent } from '../vocabulary/discipline-log.ts'
import type { Foreseen } from './view.ts'

/** One day in the list of logs. */
export interface LogRow {
  day: string
  /** Null until it is closed. */
  number: string | null
  closedAt: number | null
  closedByName: string
  isLate: boolean
  noteCount: number
  printCount: number
  /** A workday whose log is not closed although its time is over (domain §4.10). */
  isMissing: boolean
}

/** Who an id of the log stands for: as it was when it was closed, as it is now while it is open. */
export type NamesOfLog = Record<string, { staffNumber: string; name: string }>

/** The log of one day: frozen once closed, else as the day's events have it now. */
export interface LogView {
  day: string
  log: Omit<DisciplineLog, 'closed'> & { closed: Omit<NonNullable<DisciplineLog['closed']>, 'content'> | null }
  content: LogContent
  names: NamesOfLog
  /** Why it could not be closed now; null when it could, or is closed. */
  closeRefusal: Foreseen | null
  /** By when it has to be closed, epoch ms. */
  closeBy: number
}

/** What became of asking whether a printed log is what the journal says. */
export interface LogVerification {
  /** Everything that was asked for is so. */
  isGenuine: boolean
  /** The log that the file belongs to, or says it does; null when nothing points to one. */
  number: string | null
  day: string | null
  closedAt: number | null
  /** `registered`: byte for byte a file that was made of this log; `altered`: none that was. */
  file: 'registered' | 'altered' | 'not-asked'
  fileHash: string | null
  chain: { isWhole: boolean; brokenAt: number | null; entriesChecked: number }
  /** The content in the journal has the hash that stands in the journal and on the paper. */
  isContentWhole: boolean
  contentHash: string | null
  range: { fromSeq: number; toSeq: number; headHash: string } | null
  /** Sections that a recount from the journal's entries gives otherwise; empty when it gives the same, null when there was none. */
  differences: string[] | null
  milliseconds: number
}

/** A PDF of a log that came in to be checked, as raw bytes. */
export const verifyLogPath = '/api/verify-log'
