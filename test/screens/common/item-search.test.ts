import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSpelling } from '../../../main/hub/item-spelling.ts'
import { readProfile } from '../../../main/hub/profile.ts'
import { searchItems } from '../../../renderer/common/item-search.ts'
import { items as clerkItems } from '../support/clerk-fixtures.ts'

const spell = await loadSpelling()
const items = clerkItems.map((item) => ({ ...item, searchKeys: spell(item) }))
const codes = (text: string) => searchItems(items, text).map((item) => item.itemCode)

describe('finding an item', () => {
  test('an empty search lists all in the hall’s order', () => {
    expect(codes('  ')).toEqual(['ZH-01', 'GA-01', 'GA-05'])
  })

  test('an item is found by code, name, alias and department', () => {
    expect(codes('ga-05')).toEqual(['GA-05'])
    expect(codes('换领')).toEqual(['GA-01'])
    expect(codes('准生证')).toEqual(['ZH-01'])
    expect(codes('派出所')).toEqual(['GA-01', 'GA-05'])
  })

  test('every word has to match', () => {
    expect(codes('派出所 登记')).toEqual(['GA-05'])
    expect(codes('派出所 生育')).toEqual([])
  })

  test('a name that begins with the word comes before one that contains it', () => {
    expect(codes('生')[0]).toBe('ZH-01')
    expect(codes('出生')).toEqual(['GA-05'])
  })

  test.each(['sfz', 'SFZ', 'shenfenzheng', 'shenfz', 'jmsfz', 'sfzheng', 'shen'])('%s finds 身份证', (typed) => {
    expect(codes(typed)).toContain('GA-01')
  })

  test('an alias is found by its initials too', () => {
    expect(codes('zsz')).toEqual(['ZH-01'])
  })

  test('letters across the middle of a syllable find nothing', () => {
    expect(codes('henfen')).toEqual([])
    expect(codes('zzz')).toEqual([])
  })

  test('pinyin and Chinese may stand side by side, and each has to match', () => {
    expect(codes('派出所 csdj')).toEqual(['GA-05'])
    expect(codes('派出所 sy')).not.toContain('ZH-01')
  })

  test('who types a whole name means that item: it comes before those that only contain it', () => {
    const whole = items[1]!
    const within = { ...whole, itemCode: 'GA-02', name: '代办身份证事宜', aliases: [] }
    const both = [{ ...within, searchKeys: spell(within) }, whole]
    expect(searchItems(both, '办身份证').map(({ itemCode }) => itemCode)[0]).toBe('GA-01')
    expect(searchItems(both, 'bsfz').map(({ itemCode }) => itemCode)[0]).toBe('GA-01')
  })

  test.each([
    ['sfz', 'GA-01'],
    ['shenfenzheng', 'GA-01'],
    ['shk', 'GA-05'],
    ['hk', 'GA-06'],
    ['hukou', 'GA-06'],
    ['diaocha', null],
    ['tiaojie', 'SF-02'],
    ['jhz', 'MZ-03'],
    ['passport', 'CRJ-01'],
  ])('in the demo hall %s leads to %s', (typed, code) => {
    const reading = readProfile('assets/halls/demo.yaml')
    if (reading.kind === 'mistakes') throw new Error('the demo hall is not right')
    const demo = reading.profile.serviceItems.map((item) => ({ ...item, searchKeys: spell(item) }))
    const found = searchItems(demo, typed).map(({ itemCode }) => itemCode)
    if (code === null) expect(found).toEqual([])
    else expect(found.slice(0, 5)).toContain(code)
  })

  test('ü is typed v', () => {
    expect(spell({ ...clerkItems[0]!, name: '律师（LS2）', aliases: ['女方'] })).toEqual(['lv shi ls2', 'nv fang'])
  })

  test('whatever is typed of the syllables, each from its beginning, finds the item', () => {
    const typed = fc.constantFrom(...items).chain((item) => {
      const syllables = item.searchKeys[0]!.split(' ')
      const lengths = fc.tuple(...syllables.map((one) => fc.integer({ min: 1, max: one.length })))
      return fc.tuple(lengths, fc.nat({ max: syllables.length - 1 })).map(([cut, from]) => ({
        code: item.itemCode,
        text: syllables
          .map((one, at) => one.slice(0, cut[at]))
          .slice(from)
          .join(''),
      }))
    })
    fc.assert(fc.property(typed, ({ code, text }) => codes(text).includes(code)))
  })
})
