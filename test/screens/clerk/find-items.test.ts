import { describe, expect, test } from 'vitest'
import { findItems } from '../../../renderer/clerk/find-items.ts'
import { items } from '../support/clerk-fixtures.ts'

const codes = (text: string) => findItems(items, text).map((item) => item.itemCode)

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
})
