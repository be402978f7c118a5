import { type QueueLetter, queueLetter } from '../vocabulary/queue-letter.ts'

/** Serials begin again every hall day; the voice pack and the boards have room for four digits. */
export const ticketSerialMax = 9999

/** V is the priority channel (绿色通道), Y an appointment (预约). */
export type TicketFlag = '' | 'V' | 'Y'

/** What a ticket number is made of. The flag only shows something: letter and serial are unique without it. */
export interface TicketNumberParts {
  flag: TicketFlag
  letter: QueueLetter
  /** 1 to ticketSerialMax within the letter and the hall day. */
  serial: number
}

/** 票号: 'A001', 'A1000' from the thousandth on, 'VA012' with a flag in front. */
export function formatTicketNumber(parts: { flag?: TicketFlag; letter: QueueLetter; serial: number }): string {
  const { flag = '', letter, serial } = parts
  if (!queueLetter.safeParse(letter).success) throw new RangeError(`not a queue letter: ${letter}`)
  if (!Number.isInteger(serial) || serial < 1 || serial > ticketSerialMax)
    throw new RangeError(`not a serial: ${serial}`)
  return `${flag}${letter}${String(serial).padStart(3, '0')}`
}

/** The parts of exactly what formatTicketNumber makes; undefined for any other text. */
export function parseTicketNumber(text: string): TicketNumberParts | undefined {
  // A lone V is a letter: it is a flag only when a letter follows it. 'A0012' is no number.
  const match = /^([VY]?)([A-HJ-NP-Z])(\d{3}|[1-9]\d{3})$/.exec(text)
  if (match === null || Number(match[3]) === 0) return undefined
  return { flag: match[1] as TicketFlag, letter: match[2]!, serial: Number(match[3]) }
}
