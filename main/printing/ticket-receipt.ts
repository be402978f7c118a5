import { clockOf, dayOf } from '../../shared/rules/hall-time.ts'
import type { Hall, QueueSettings } from '../../shared/vocabulary/hall.ts'
import type { TicketHolder } from '../../shared/vocabulary/ticket.ts'
import { receiptText } from './printing-text.ts'
import { widthOf, wrapText } from './wrap-text.ts'

/** 取号单: one ticket as it stands on paper. Plain values, so that it can be built from any source. */
export interface TicketReceipt {
  number: string
  /** The business date of the number, YYYY-MM-DD. */
  hallDay: string
  itemName: string
  department: string
  /** Windows that can serve it; empty when none is known. */
  windowNumbers: readonly number[]
  aheadCount: number
  /** Null while no window serves the queue. */
  estimateMinutes: number | null
  /** Epoch ms. */
  takenAt: number
  /** Surname mask such as 王**; empty for an anonymous number. Never a name or an ID number. */
  holderMask: string
  holder: TicketHolder
  /** Served in the priority channel. On what ground is nobody else's business: it is not printed. */
  isPriority: boolean
  isCarried: boolean
  /** The public hours end within half an hour. */
  isNearClosing: boolean
  isReprint: boolean
  /** Reprints so far, this one included. */
  reprintCount: number
}

/** What a hall prints on every ticket: its name and telephone, and the rules as they are set. */
export type ReceiptHall = Pick<Hall, 'name' | 'supervisionPhone'> &
  Pick<QueueSettings, 'missAfterCalls' | 'requeueTimesMax' | 'requeueAfter' | 'atDayEnd'>

/** Characters of ordinary size on a line of 80 mm paper (72 mm printable, 12 dots each); a Chinese one counts twice. */
export const charactersPerLine = 48

const labelWidth = 10
const bulletWidth = 2

/**
 * A ticket as a receiptline document, for ESC/POS bytes and for a drawing alike. The QR code holds
 * the business date and the number and nothing of the person (个人信息保护法 6).
 */
export function ticketReceipt(ticket: TicketReceipt, hall: ReceiptHall): string {
  return [
    ...headLines(ticket, hall),
    rule,
    '{width:auto}',
    bold(`^^^^^^^${escaped(ticket.number)}`),
    ...markLines(ticket),
    rule,
    `{border:none;width:${labelWidth},*}`,
    ...factLines(ticket),
    '{width:auto}',
    rule,
    ...(ticket.isNearClosing ? [...nearClosingLines(), blank] : []),
    `{border:none;width:${bulletWidth},*}`,
    ...hintsOf(hall).flatMap(hintLines),
    '{width:auto}',
    blank,
    '{option:qrcode,5,m}',
    `{code:${ticket.hallDay}/${escaped(ticket.number)}}`,
    escaped(`${ticket.hallDay}  ${ticket.number}`),
  ].join('\n')
}

// A rule of minus signs: the drawn one of receiptline asks for a Japanese code page that printers
// made for China answer with other characters.
const rule = '\\-'.repeat(charactersPerLine)

const blank = ' '

function headLines(ticket: TicketReceipt, hall: ReceiptHall): string[] {
  const { name } = hall
  // A long name stays on few lines in double height alone.
  const size = widthOf(name) * 2 <= charactersPerLine ? '^^^' : '^^'
  const reprint = ticket.reprintCount > 0 ? receiptText.reprint(ticket.reprintCount) : receiptText.reprintUncounted
  return [
    `${size}${escaped(name)}`,
    escaped(receiptText.title),
    ...(ticket.isReprint ? [bold(`^^^${escaped(reprint)}`)] : []),
  ]
}

function markLines({ isCarried, isPriority }: TicketReceipt): string[] {
  const mark = isCarried ? receiptText.carried : isPriority ? receiptText.priority : ''
  return mark === '' ? [] : [bold(`^^^${mark}`)]
}

function factLines(ticket: TicketReceipt): string[] {
  const { windowNumbers, estimateMinutes, holderMask } = ticket
  const agent = ticket.holder === 'agent' ? receiptText.agent : ''
  return [
    fact(receiptText.serviceItem, ticket.itemName),
    fact(receiptText.department, ticket.department),
    fact(
      receiptText.windows,
      windowNumbers.length > 0 ? receiptText.windowNumbers(windowNumbers) : receiptText.windowsUnknown,
    ),
    fact(receiptText.ahead, receiptText.people(ticket.aheadCount)),
    fact(
      receiptText.estimate,
      estimateMinutes === null ? receiptText.estimateUnknown : receiptText.minutes(estimateMinutes),
    ),
    fact(receiptText.takenAt, `${dayOf(ticket.takenAt)} ${clockOf(ticket.takenAt)}`),
    fact(receiptText.holder, [holderMask, agent].filter((part) => part !== '').join(' ')),
  ].flat()
}

function hintsOf(hall: ReceiptHall): string[] {
  return [
    receiptText.watchTheBoard,
    receiptText.missed(hall.missAfterCalls) +
      (hall.requeueTimesMax > 0
        ? receiptText.mayReportBack(hall.requeueTimesMax, hall.requeueAfter)
        : receiptText.mayNotReportBack),
    hall.atDayEnd === 'carry' ? receiptText.carriedOver : receiptText.todayOnly,
    receiptText.noAgencyFee,
    ...(hall.supervisionPhone === '' ? [] : [receiptText.supervisionPhone(hall.supervisionPhone)]),
  ]
}

/** A label and its value, on as many lines as it needs; none for a value that is not known. */
function fact(label: string, value: string): string[] {
  return columns(label, wrapText(value, charactersPerLine - labelWidth))
}

function hintLines(hint: string): string[] {
  return columns('·', wrapText(hint, charactersPerLine - bulletWidth))
}

function nearClosingLines(): string[] {
  return wrapText(receiptText.nearClosing, charactersPerLine).map((line) => `|${bold(escaped(line))} |`)
}

/** Two columns, aligned left: what stands before the first line stays free below it. */
function columns(head: string, lines: string[]): string[] {
  return lines.map((line, at) => `|${at === 0 ? escaped(head) : ''} |${escaped(line)} |`)
}

function bold(line: string): string {
  return `"${line}"`
}

/** Text of the hall's settings as text: a brace or a quote in a name is no markup. */
function escaped(text: string): string {
  return text.replace(/[\\{|}\-=_"`^~]/g, '\\$&')
}
