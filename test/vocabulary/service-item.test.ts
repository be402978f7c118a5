import { describe, expect, test } from 'vitest'
import { frameBytesMax } from '../../main/hub/door/well-formed.ts'
import { missingBlocks } from '../../shared/vocabulary/item-blocks.ts'
import { type ServiceItem, serviceItem } from '../../shared/vocabulary/service-item.ts'
import { sampleProfile } from '../support/sample-hall.ts'

/** An item as profiles were written before items had blocks, versions and material codes. */
const plain = { itemCode: 'GA-01', name: '身份证', category: '户籍', department: '派出所', queue: 'C', kind: 'instant' }

describe('事项 as it is written', () => {
  test('an old one is read: published, at once, by an organ, with nothing said of its blocks', () => {
    expect(serviceItem.parse(plain)).toMatchObject({
      status: 'published',
      effectiveFrom: null,
      isOrgan: true,
      elderlyWish: false,
      basis: '',
      procedure: [],
    })
  })

  const codesOf = (...materials: object[]) =>
    serviceItem.parse({ ...plain, materials }).materials.map(({ materialCode }) => materialCode)

  test('a material without a code has the first that is free, in order', () => {
    expect(codesOf({ name: '甲' }, { name: '乙' })).toEqual(['M01', 'M02'])
    expect(codesOf({ name: '甲' }, { name: '乙', materialCode: 'M01' }, { name: '丙' })).toEqual(['M02', 'M01', 'M03'])
  })

  test('reading what was read gives the same: codes stay', () => {
    const once = serviceItem.parse({ ...plain, materials: [{ name: '甲' }, { name: '乙', need: 'conditional' }] })
    expect(serviceItem.parse(once)).toEqual(once)
  })

  test('two materials of one item never share a code', () => {
    const materials = [
      { name: '甲', materialCode: 'A' },
      { name: '乙', materialCode: 'A' },
    ]
    expect(serviceItem.safeParse({ ...plain, materials }).error?.issues).toMatchObject([
      { path: ['materials', 1, 'materialCode'], message: '材料编号在同一事项内重复' },
    ])
  })

  test('a conditional material is needed in some circumstance; any other always, unless it says when', () => {
    const materials = [
      { name: '甲' },
      { name: '乙', need: 'conditional' },
      { name: '丙', need: 'conditional', when: 'agent' },
      { name: '丁', need: 'promise', when: 'rented-home' },
    ]
    const whens = serviceItem.parse({ ...plain, materials }).materials.map(({ when }) => when)
    expect(whens).toEqual([null, 'other', 'agent', 'rented-home'])
  })

  test('the longest one that can be written fits a frame of the hub', () => {
    const full = (length: number) => '长'.repeat(length)
    const limit = { amount: 999, unit: 'natural-day', basis: full(200) }
    const material = { need: 'conditional', form: 'made-at-window', source: 'shared-data', when: 'rented-home' }
    const materials = Array.from({ length: 40 }, (_, at) => ({
      ...material,
      materialCode: `MATERIAL-${at}`,
      name: full(120),
      condition: full(120),
      basis: full(80),
      note: full(80),
    }))
    const longest = serviceItem.parse({
      ...plain,
      name: full(60),
      nameEnglish: 'e'.repeat(120),
      basis: full(300),
      conditions: full(300),
      quantity: full(100),
      procedure: Array.from({ length: 12 }, () => full(60)),
      statutoryLimit: limit,
      promisedLimit: limit,
      sample: full(120),
      fee: full(200),
      remark: full(300),
      materials,
    })
    const body = JSON.stringify({ commandId: 'c'.repeat(64), body: { serviceItem: longest } })
    expect(Buffer.byteLength(body)).toBeLessThan(frameBytesMax)
  })
})

describe('公示八要素 (行政许可法第三十条)', () => {
  const complete = sampleProfile().serviceItems[0]!
  const without = (changes: Partial<ServiceItem>) => missingBlocks({ ...complete, ...changes })

  test('a complete item lacks none', () => {
    expect(without({})).toEqual([])
  })

  test.each<[string, Partial<ServiceItem>]>([
    ['依据', { basis: '' }],
    ['条件', { conditions: '' }],
    ['数量', { quantity: '' }],
    ['程序', { procedure: [] }],
    ['期限', { kind: 'promised' }],
    ['材料目录', { materials: [] }],
    ['申请书示范文本', { sample: '' }],
  ])('%s is missed when it is not there', (block, changes) => {
    expect(without(changes)).toEqual([block])
  })

  test('either limit will do: where law sets none, the hall sets itself one', () => {
    const limit = { amount: 3, unit: 'workday' as const, basis: '' }
    expect(without({ kind: 'promised', promisedLimit: limit })).toEqual([])
    expect(without({ kind: 'promised', statutoryLimit: limit })).toEqual([])
  })
})
