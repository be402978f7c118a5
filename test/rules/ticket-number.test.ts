import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTicketNumber, parseTicketNumber, ticketSerialMax } from '../../shared/rules/ticket-number.ts'
import { queueLetter } from '../../shared/vocabulary/queue-letter.ts'

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']
const parts = fc.record({
  flag: fc.constantFrom('' as const, 'V' as const, 'Y' as const),
  letter: fc.constantFrom(...letters),
  serial: fc.integer({ min: 1, max: ticketSerialMax }),
})

describe('ticket number 票号', () => {
  test.each([
    ['A001', { flag: '', letter: 'A', serial: 1 }],
    ['A999', { flag: '', letter: 'A', serial: 999 }],
    ['A1000', { flag: '', letter: 'A', serial: 1000 }],
    ['Z9999', { flag: '', letter: 'Z', serial: 9999 }],
    ['VA012', { flag: 'V', letter: 'A', serial: 12 }],
    ['YB1234', { flag: 'Y', letter: 'B', serial: 1234 }],
    ['V012', { flag: '', letter: 'V', serial: 12 }],
    ['VV012', { flag: 'V', letter: 'V', serial: 12 }],
    ['YV012', { flag: 'Y', letter: 'V', serial: 12 }],
  ] as const)('%s', (number, made) => {
    expect(formatTicketNumber(made)).toBe(number)
    expect(parseTicketNumber(number)).toEqual(made)
  })

  test('the flag may be left out', () => {
    expect(formatTicketNumber({ letter: 'C', serial: 7 })).toBe('C007')
  })

  test.each(['', 'A', '001', 'A01', 'A000', 'A0001', 'A12345', 'a001', 'I001', 'O001', 'XA001', 'VI001', 'VYA001'])(
    '“%s” is no number',
    (text) => {
      expect(parseTicketNumber(text)).toBeUndefined()
    },
  )

  test.each([' A001', 'A001\n', '\uff21\uff10\uff10\uff11', 'A٠٠١'])(
    '%j is no number, however much it looks like one',
    (text) => {
      expect(parseTicketNumber(text)).toBeUndefined()
    },
  )

  test('a serial or a letter that cannot be printed throws', () => {
    for (const serial of [0, -1, 1.5, 10_000, Number.NaN])
      expect(() => formatTicketNumber({ letter: 'A', serial })).toThrow(RangeError)
    for (const letter of ['I', 'O', 'a', '', 'AB'])
      expect(() => formatTicketNumber({ letter, serial: 1 })).toThrow(RangeError)
  })

  test('every number reads back as what it was made of, so no two are alike', () => {
    fc.assert(
      fc.property(parts, (made) => {
        expect(parseTicketNumber(formatTicketNumber(made))).toEqual(made)
      }),
    )
  })

  test('a text is a number only if it is written as the printer writes it', () => {
    const lookalikes = fc.stringMatching(/^[A-Z]{0,3}\d{2,5}$/)
    fc.assert(
      fc.property(lookalikes, (text) => {
        const read = parseTicketNumber(text)
        if (read !== undefined) expect(formatTicketNumber(read)).toBe(text)
      }),
    )
  })
})

describe('queueLetter 队列字母', () => {
  test('is one capital letter other than I and O', () => {
    const allowed = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => queueLetter.safeParse(letter).success)
    expect(allowed).toEqual(letters)
    for (const text of ['a', '', 'AB', '1', 'A\n']) expect(queueLetter.safeParse(text).success).toBe(false)
  })
})
