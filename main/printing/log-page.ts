import { renderSVG } from 'uqr'
import type { AttendanceRecord } from '../../shared/vocabulary/attendance.ts'
import type { ClosedLog, DisciplineLog, LogContent } from '../../shared/vocabulary/discipline-log.ts'
import type { Violation } from '../../shared/vocabulary/violation.ts'
import { dayText, instantText } from './document-content.ts'
import { blockHtml, page, sheetHtml } from './document-page.ts'
import { escaped } from './html.ts'
import { logBlocks } from './log-blocks.ts'
import { logText as words } from './log-text.ts'
import { pageNumbersStyle } from './page-numbers.ts'

/** What the daily log is drawn from. Instants in epoch ms. */
export interface LogInput {
  hallName: string
  content: LogContent
  /** Null: a draft, for a look before it is closed. */
  closed: Omit<ClosedLog, 'content'> | null
  notes: DisciplineLog['notes']
  /** The day's cases as they stand now: what has changed since is printed beside, never instead. */
  violationsNow: readonly Violation[]
  /** The day’s attendance as it is now: leave that was entered afterwards takes back what the log found. */
  attendanceNow: readonly AttendanceRecord[]
  /** 工号 and name of whom an id stands for. */
  nameOf: (staffId: string) => string
  printedAt: number
}

/**
 * 每日纪律巡查日志 for A4: sections A to H, page numbers, places to sign, and what proves it: the number
 * with its QR code, the entries of the journal it rests on and the hashes.
 */
export function logPage(input: LogInput): { title: string; html: string } {
  const { content, closed, hallName, printedAt } = input
  const number = closed?.number ?? words.draft
  const code = closed === null ? '' : `<span class="code">${renderSVG(closed.number, { border: 0, ecc: 'M' })}</span>`
  const corner = `<div class="number"><p><b>${escaped(number)}</b><br>${escaped(dayText(content.day))}</p>${code}</div>`
  const body = logBlocks(input).map(blockHtml).join('')
  const foot = [`打印 ${instantText(printedAt)}`, words.check]
  const sheet = sheetHtml(hallName, words.title, corner, body, foot)
  return { title: words.title, html: page(`${words.title} ${number}`, sheet, style) }
}

/** Closer than a document: a day of a township is to fit on one page. Without ligatures, so that a hash can be copied. */
const style = `
${pageNumbersStyle}
body { font-size: 8.5pt; line-height: 1.35; font-variant-ligatures: none }
.sheet { height: 286mm }
.head { padding-top: 10mm; padding-bottom: 2mm; margin-bottom: 1.5mm }
h1 { font-size: 17pt }
h2 { margin-top: 2mm; margin-bottom: .8mm; font-size: 9.5pt }
.code svg { width: 16mm; height: 16mm }
table, table + table, .fields { margin-top: .8mm }
th, td { padding: .35mm 1mm }
p { margin-top: .8mm }
h2, p:has(+ table) { break-after: avoid }
.signatures { margin-top: 2mm }
.signatures div { min-height: 15mm }
.foot { margin-top: 2mm; padding-bottom: 2mm }
`
