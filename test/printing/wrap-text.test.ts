import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf, wrapText } from '../../main/printing/wrap-text.ts'

describe('wrapText', () => {
  it('breaks between Chinese characters', () => {
    expect(wrapText('一二三四五六七', 6)).toEqual(['一二三', '四五六', '七'])
  })

  it('takes a closing mark along with the character before it', () => {
    expect(wrapText('一二三四。五', 8)).toEqual(['一二三', '四。五'])
  })

  it('does not tear a number or a word', () => {
    expect(wrapText('电话 12345678 转', 10)).toEqual(['电话', '12345678', '转'])
  })

  it('cuts a word that is longer than a line', () => {
    expect(wrapText('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  it('makes no lines of nothing', () => {
    expect(wrapText('', 10)).toEqual([])
  })

  it('keeps every character, and every line within the width', () => {
    const character = fc.constantFrom(...'身份证㛃𠮷，。（）(x9 -')
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 80 }), fc.integer({ min: 4, max: 48 }), (text, width) => {
        const lines = wrapText(text, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
