import type { PrinterState } from '../../shared/contract/contract.ts'
import { type PrinterCondition, printerAdvice } from './printing-text.ts'

/** The four answers of a printer to DLE EOT 1 to 4; one that did not come is missing. */
export interface StatusBytes {
  printer?: number
  offlineCause?: number
  errorCause?: number
  paper?: number
}

/** Each bit says one thing; they are the same with all makers that speak ESC/POS. */
const bits = {
  isOffline: 0x08,
  coverOpen: 0x04,
  stoppedWithoutPaper: 0x20,
  hasError: 0x40,
  cutterError: 0x08,
  unrecoverable: 0x20,
  paperNearEnd: 0x0c,
  paperEnd: 0x60,
} as const

/**
 * What is wrong with a printer; null when nothing is. The cause a person can mend goes first: a
 * printer without paper is also offline.
 */
export function conditionOf(status: StatusBytes): PrinterCondition | null {
  const { printer, offlineCause = 0, errorCause = 0, paper = 0 } = status
  if (printer === undefined) return 'no-answer'
  if (offlineCause & bits.coverOpen) return 'cover-open'
  if (paper & bits.paperEnd || offlineCause & bits.stoppedWithoutPaper) return 'paper-out'
  if (errorCause & bits.cutterError) return 'cutter-jammed'
  if (errorCause & bits.unrecoverable || offlineCause & bits.hasError) return 'printer-error'
  if (printer & bits.isOffline) return 'offline'
  if (paper & bits.paperNearEnd) return 'paper-near-end'
  return null
}

/** A printer that will soon be out of paper still prints: ready, but with advice. */
export function printerStateOf(condition: PrinterCondition | null): PrinterState {
  if (condition === null) return { isReady: true, advice: '' }
  return { isReady: condition === 'paper-near-end', advice: printerAdvice[condition] }
}

/** What a printer sends back, told apart by the bits that are fixed in each kind of answer. */
export type PrinterReply = { kind: 'real-time-status'; byte: number } | { kind: 'all-printed' }

/** The three bytes that follow the first of an unasked-for status (ASB). */
const bytesAfterAsb = 3

/**
 * Reads a printer's replies out of the bytes as they come. Real-time status (DLE EOT) is 0xx1xx10;
 * the paper status (GS r) is 0xx0xxxx, and as it is answered in its turn, it means that all before it
 * was printed. Automatic status, four bytes from 0xx1xx00 on, was switched on by somebody else.
 */
export function createReplyReader(): (chunk: Uint8Array) => PrinterReply[] {
  let toSkip = 0
  return (chunk) => {
    const replies: PrinterReply[] = []
    for (const byte of chunk) {
      if (toSkip > 0) toSkip -= 1
      else if ((byte & 0x93) === 0x12) replies.push({ kind: 'real-time-status', byte })
      else if ((byte & 0x93) === 0x10) toSkip = bytesAfterAsb
      else if ((byte & 0x90) === 0x00) replies.push({ kind: 'all-printed' })
    }
    return replies
  }
}
