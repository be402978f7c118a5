import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcementOf, comma, everyClipKey } from '../../../renderer/display/announcement.ts'
import { formatTicketNumber, ticketSerialMax } from '../../../shared/rules/ticket-number.ts'

const bundled = new Set(Object.keys(JSON.parse(readFileSync('assets/voice/pack.json', 'utf8')).clips))

const numbers = fc
  .record({
    flag: fc.constantFrom('' as const, 'V' as const, 'Y' as const),
    letter: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ'),
    serial: fc.integer({ min: 1, max: ticketSerialMax }),
  })
  .map(formatTicketNumber)
const windowNumbers = fc.integer({ min: 1, max: 99 })
const kinds = fc.constantFrom('call' as const, 'recall' as const)

describe('announcement 语音播报', () => {
  test('A017 to window 12 is said digit by digit, the window as a cardinal', () => {
    const { speech, subtitle } = announcementOf({ number: 'A017', windowNumber: 12, kind: 'call' })
    expect(speech.keys).toEqual([
      'please',
      'letter-A',
      'digit-0',
      'digit-1',
      'digit-7',
      'number',
      comma,
      'to',
      'ten',
      'digit-2',
      'number-window',
    ])
    expect(speech.text).toBe('请 A 零 一 七 号，到 十二 号窗口')
    expect(subtitle).toBe('请 A017 号，到 12 号窗口')
  })

  test('a recall says what it is for, so that it differs from the call before it', () => {
    const { speech, subtitle } = announcementOf({ number: 'VA1000', windowNumber: 3, kind: 'recall' })
    expect(speech.keys.at(-1)).toBe('on-business')
    expect(speech.text).toBe('请 V A 一 零 零 零 号，到 三 号窗口办理业务')
    expect(subtitle).toBe('请 VA1000 号，到 3 号窗口办理业务')
  })

  test.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
  ])('window %i is %s', (windowNumber, said) => {
    expect(announcementOf({ number: 'A001', windowNumber, kind: 'call' }).speech.text).toContain(`到 ${said} 号窗口`)
  })

  test('whatever number is called to whatever window, the bundled pack has every clip of it', () => {
    fc.assert(
      fc.property(numbers, windowNumbers, kinds, (number, windowNumber, kind) => {
        const { keys } = announcementOf({ number, windowNumber, kind }).speech
        expect(keys.filter((key) => key !== comma && !bundled.has(key))).toEqual([])
      }),
    )
  })

  test('every clip that is asked of a pack is said in some announcement, and no other', () => {
    const said = new Set<string>(['chime'])
    for (let serial = 1; serial <= 999; serial += 1) {
      const letter = 'ABCDEFGHJKLMNPQRSTUVWXYZ'[serial % 24] ?? 'A'
      const number = formatTicketNumber({ letter, serial })
      for (const key of announcementOf({ number, windowNumber: 1 + (serial % 99), kind: 'recall' }).speech.keys) {
        said.add(key)
      }
    }
    said.delete(comma)
    expect([...said].sort()).toEqual([...everyClipKey].sort())
  })

  test('each sign of the number is said, in order and by itself', () => {
    fc.assert(
      fc.property(numbers, windowNumbers, kinds, (number, windowNumber, kind) => {
        const { keys } = announcementOf({ number, windowNumber, kind }).speech
        const signs = keys.slice(1, keys.indexOf('number')).map((key) => key.replace(/^(digit|letter)-/, ''))
        expect(signs.join('')).toBe(number)
      }),
    )
  })

  test('the window counts up to its number', () => {
    fc.assert(
      fc.property(windowNumbers, (windowNumber) => {
        const { keys } = announcementOf({ number: 'A001', windowNumber, kind: 'call' }).speech
        const cardinal = keys.slice(keys.indexOf('to') + 1, -1)
        const ten = cardinal.indexOf('ten')
        const digit = (key: string | undefined) => (key === undefined ? 0 : Number(key.replace('digit-', '')))
        const tens = ten < 0 ? 0 : ten === 0 ? 1 : digit(cardinal[0])
        expect(tens * 10 + digit(cardinal.slice(ten + 1)[0])).toBe(windowNumber)
        expect(cardinal).not.toContain('digit-0')
      }),
    )
  })

  test('what no hall can have called throws', () => {
    for (const number of ['I001', 'a001', 'A 01']) {
      expect(() => announcementOf({ number, windowNumber: 1, kind: 'call' })).toThrow(RangeError)
    }
    for (const windowNumber of [0, 100, 1.5, Number.NaN]) {
      expect(() => announcementOf({ number: 'A001', windowNumber, kind: 'call' })).toThrow(RangeError)
    }
  })
})
