import { describe, expect, test } from 'vitest'
import type { DayFacts } from '../../shared/rules/hall-day.ts'
import {
  decidePublishServiceItem,
  decidePublishServiceWindow,
  decidePublishTimetable,
  decideWithdrawCalendarOverride,
  decideWithdrawQueue,
  decideWithdrawServiceItem,
  decideWithdrawServiceWindow,
  decideWithdrawTimetable,
} from '../../shared/rules/publish.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import type { Timetable } from '../../shared/vocabulary/timetable.ts'
import { accepted, dayFacts, refusal, refusedInOrder, setupOf } from '../support/facts.ts'
import { sampleProfile } from '../support/sample-hall.ts'

const facts = (changes: Partial<HallSetup> = {}): DayFacts => dayFacts('09:00', { setup: { ...setupOf(), ...changes } })
const item = (changes: Partial<ServiceItem> = {}): ServiceItem => ({ ...sampleProfile().serviceItems[0]!, ...changes })
const [regular] = sampleProfile().timetables as [Timetable]
const summer: Timetable = { ...regular, timetableId: 'summer', validFrom: '2026-07-01', validTo: '2026-09-30' }

describe('PublishServiceItem 事项发布', () => {
  const limit = (amount: number) => ({ amount, unit: 'workday' as const, basis: '' })
  const publish = (serviceItem: ServiceItem) => decidePublishServiceItem({ serviceItem }, facts())

  refusedInOrder<ServiceItem>(item(), publish, [
    ['queue-unknown', (given) => ({ ...given, queue: 'Z' })],
    ['promise-over-statutory', (given) => ({ ...given, promisedLimit: limit(21), statutoryLimit: limit(20) })],
    [
      'stages-over-promise',
      (given) => ({ ...given, kind: 'instant', stages: [{ name: '审查', limit: limit(1) }] }),
      'in an instant item',
    ],
    ['item-incomplete', (given) => ({ ...given, basis: '' })],
  ])

  test.each([
    ['one stage longer than the promise', [8], 'workday', 'stages-over-promise'],
    ['stages that add up to more', [3, 3, 2], 'workday', 'stages-over-promise'],
    ['a stage in another unit', [1], 'natural-day', 'stages-over-promise'],
    ['stages that add up to the promise', [2, 3, 2], 'workday', null],
  ] as const)('%s, promised seven workdays', (_, amounts, unit, code) => {
    const stages = amounts.map((amount) => ({ name: '审查', limit: { ...limit(amount), unit } }))
    const decision = publish(item({ kind: 'promised', promisedLimit: limit(7), stages }))
    expect(decision.kind === 'refused' ? decision.code : null).toBe(code)
  })

  test('without a promise there are no stages', () => {
    const stages = [{ name: '审查', limit: limit(1) }]
    expect(refusal(publish(item({ kind: 'promised', stages }))).code).toBe('stages-over-promise')
  })

  test('what is missing of an item is named (行政许可法第三十条)', () => {
    expect(refusal(publish(item({ basis: '', procedure: [], sample: '' })))).toMatchObject({
      code: 'item-incomplete',
      facts: { itemName: '事项 A-REG', blocks: '依据、程序、申请书示范文本' },
    })
  })

  test('an item that lacks a block may be kept as a draft', () => {
    const serviceItem = item({ basis: '', status: 'draft' })
    expect(accepted(publish(serviceItem)).events).toEqual([{ type: 'ServiceItemPublished', body: { serviceItem } }])
  })

  test('a hall whose profile is older than the eight blocks still opens', () => {
    const byHub = { ...facts(), actor: { kind: 'hub' as const } }
    expect(accepted(decidePublishServiceItem({ serviceItem: item({ basis: '' }) }, byHub)).events).toHaveLength(1)
  })

  test('a promise as long as the law allows may be given (篇5.4)', () => {
    const serviceItem = item({ promisedLimit: limit(20), statutoryLimit: limit(20) })
    expect(accepted(publish(serviceItem)).events).toEqual([{ type: 'ServiceItemPublished', body: { serviceItem } }])
  })
})

describe('withdrawing', () => {
  test('an item that is not there: refused with not-published', () => {
    expect(refusal(decideWithdrawServiceItem({ itemCode: 'GONE' }, facts())).code).toBe('not-published')
    expect(accepted(decideWithdrawServiceItem({ itemCode: 'A-REG' }, facts())).events).toHaveLength(1)
  })

  test('a calendar override that is not there: refused with not-published', () => {
    const override = { day: '2026-06-12', isWorkday: false, reason: '停电', documentNumber: '' }
    const calendar = { publishedYears: [], overrides: [override] }
    expect(refusal(decideWithdrawCalendarOverride({ day: '2026-06-12' }, facts())).code).toBe('not-published')
    expect(accepted(decideWithdrawCalendarOverride({ day: '2026-06-12' }, facts({ calendar }))).events).toHaveLength(1)
  })

  describe('a queue', () => {
    type QueueFacts = DayFacts & { waitingInQueue: number }
    const setup = setupOf()
    const lonely = { ...setup, queues: new Map([...setup.queues, ['E', { letter: 'E', name: '空', nameEnglish: '' }]]) }
    const withdraw = (given: QueueFacts) => decideWithdrawQueue({ letter: 'E' }, given)

    refusedInOrder<QueueFacts>({ ...facts(lonely), waitingInQueue: 0 }, withdraw, [
      ['queue-unknown', (given) => ({ ...given, setup: { ...given.setup, queues: new Map() } })],
      [
        'queue-in-use',
        (given) => ({ ...given, setup: { ...given.setup, serviceItems: new Map([['E-1', item({ queue: 'E' })]]) } }),
        'by an item',
      ],
      [
        'queue-in-use',
        (given) => {
          const serviceWindows = new Map([[1, { ...setup.serviceWindows.get(1)!, queues: ['E'] }]])
          return { ...given, setup: { ...given.setup, serviceWindows } }
        },
        'by a window',
      ],
      ['queue-in-use', (given) => ({ ...given, waitingInQueue: 1 }), 'by somebody who waits'],
    ])
  })

  describe('a window', () => {
    type WindowFacts = Parameters<typeof decideWithdrawServiceWindow>[1]
    const withdraw = (given: WindowFacts) => decideWithdrawServiceWindow({ windowNumber: 1 }, given)
    refusedInOrder<WindowFacts>({ ...facts(), isInUse: false }, withdraw, [
      ['window-unknown', (given) => ({ ...given, setup: { ...given.setup, serviceWindows: new Map() } })],
      ['window-in-use', (given) => ({ ...given, isInUse: true })],
    ])
  })
})

describe('PublishServiceWindow', () => {
  const serviceWindow = { windowNumber: 5, name: '五', department: '', queues: ['A', 'Z'] }
  test('refused with queue-unknown, which is named', () => {
    expect(refusal(decidePublishServiceWindow({ serviceWindow }, facts()))).toMatchObject({
      code: 'queue-unknown',
      facts: { letter: 'Z' },
    })
    const right = { ...serviceWindow, queues: ['A'] }
    expect(accepted(decidePublishServiceWindow({ serviceWindow: right }, facts())).events).toHaveLength(1)
  })
})

describe('one timetable without an end remains', () => {
  const both = () => facts({ timetables: [regular, summer] })

  test('a season may go, the regular one may not', () => {
    expect(accepted(decideWithdrawTimetable({ timetableId: 'summer' }, both())).events).toHaveLength(1)
    expect(refusal(decideWithdrawTimetable({ timetableId: 'regular' }, both())).code).toBe('timetable-missing')
    expect(refusal(decideWithdrawTimetable({ timetableId: 'winter' }, both())).code).toBe('not-published')
  })

  test('nor may it be given an end', () => {
    const ending = { ...regular, validTo: '2026-12-31' }
    expect(refusal(decidePublishTimetable({ timetable: ending }, both())).code).toBe('timetable-missing')
    expect(accepted(decidePublishTimetable({ timetable: summer }, both())).events).toHaveLength(1)
  })
})
