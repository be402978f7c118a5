import { describe, expect, test } from 'vitest'
import type { EventBodies, EventType, JournalEntry } from '../../shared/vocabulary/event.ts'
import { instantAt } from '../support/hand-clock.ts'
import { openDays } from './month-world.ts'
import { figuresOf, type PromiseRecount, recountPromise } from './recount-promise.ts'
import { differences, runMonth } from './simulate-month.ts'

/** What has to happen in a month for its laws to have been tried at all. */
const tried: string[] = [
  ...['FirstInquiryAnswered', 'FirstInquiryGuided', 'FirstInquiryTaken', 'FirstInquiryRefused'],
  ...['FilingReceived', 'OneTimeNoticeIssued', 'OneTimeNoticeSuperseded', 'CorrectionReceived'],
  ...['FilingAccepted', 'FilingDeemedAccepted', 'ToleratedMaterialReceived', 'FilingSuspended'],
  ...['FilingResumed', 'DeadlineExtended', 'OverdueExplained', 'FilingDecided', 'ResultDelivered'],
  ...['collected', 'direct', 'post', 'electronic', 'entrusted'].map((way) => `ResultDelivered ${way}`),
  ...['pad', 'paper', 'proxy'].map((means) => `HandlingSlipSigned ${means}`),
  ...['FilingWithdrawn', 'FilingReassigned', 'DocumentVoided', 'AlarmOpened'],
]

describe('a simulated month 模拟月', () => {
  test('every law of the promise holds in it, and its figures are those of a recount', async () => {
    const { report, isSound, events } = await runMonth({ seed: 1, filings: 150 })
    expect(isSound, report).toBe(true)
    expect(tried.filter((type) => !events.has(type))).toEqual([])
    expect(events.get('HallDayOpened')).toBe(openDays.length)
  }, 120_000)

  test('has the worked Saturdays of February 2026 and not its festival', () => {
    expect(openDays).toHaveLength(21)
    expect(openDays).toEqual(expect.arrayContaining(['2026-02-14', '2026-02-24', '2026-02-28']))
    expect(openDays.filter((day) => day > '2026-02-14' && day < '2026-02-24')).toEqual([])
  })
})

type Fact = { [T in EventType]: [type: T, body: Partial<EventBodies[T]>] }[EventType]

/** A journal written by hand, all of one morning: of each event what a recount looks at. */
function journal(...facts: Fact[]): PromiseRecount {
  return recountPromise(
    facts.map(([type, body], at): JournalEntry => {
      const origin = { hallDay: '2026-02-02', actor: 'hub', commandId: '', version: 1, previousHash: '', hash: '' }
      return { seq: at + 1, at: instantAt('2026-02-02', '09:00'), type, body: JSON.stringify(body), ...origin }
    }),
  )
}

const limit = { amount: 10, unit: 'workday', basis: '' } as const
/** Ten workdays after 2 February, the worked Saturday the last of them. */
const due = { day: '2026-02-14', at: 0, warnAt: 0, isProvisional: false }
const recorded = (serial: number): Fact => ['FirstInquiryRecorded', { inquiryId: serial, year: 2026, serial }]
const received = (ownerId = 'clerk'): Fact => [
  'FilingReceived',
  {
    ...{ filingId: 1, inquiryId: 1, year: 2026, serial: 1, itemCode: 'A', ownerId, receivedDay: '2026-02-02' },
    ...{ promisedLimit: limit, statutoryLimit: null },
  },
]
const accepted = (promisedDue: typeof due | null): Fact => [
  'FilingAccepted',
  { filingId: 1, acceptedDay: '2026-02-02', isTolerant: false, promisedDue, statutoryDue: null },
]
const notice = (noticeId: number, allowance: { reason: string; allowedBy: string } | null = null): Fact => [
  'OneTimeNoticeIssued',
  { noticeId, filingId: 1, number: `GZ-${noticeId}`, ordinal: noticeId, allowance },
]
const lawsBroken = (...facts: Fact[]) => [...journal(...facts).breaches.keys()]

describe('an independent recount of the promise', () => {
  const whole = [recorded(1), received(), accepted(due)]

  test('finds nothing in a matter without a fault', () => {
    expect(lawsBroken(...whole)).toEqual([])
  })

  test('finds a number left out and a number given twice', () => {
    expect(lawsBroken(recorded(1), recorded(3))).toEqual(['series'])
    expect(lawsBroken(recorded(1), recorded(1))).toEqual(['series'])
  })

  test('finds an accepted filing without owner, and one with a limit and without a date', () => {
    expect(lawsBroken(recorded(1), received(''), accepted(due))).toEqual(['owned'])
    expect(lawsBroken(recorded(1), received(), accepted(null))).toContain('owned')
  })

  test('finds a date that forgets the worked Saturday, and one that ends in the festival', () => {
    const on = (day: string) => lawsBroken(recorded(1), received(), accepted({ ...due, day }))
    expect([on('2026-02-24'), on('2026-02-16')]).toEqual([['dates'], ['dates']])
  })

  test('finds a second notice beside the first, and one that nobody allowed', () => {
    const allowance = { reason: '', allowedBy: 'supervisor' }
    const superseded: Fact = ['OneTimeNoticeSuperseded', { noticeId: 1, filingId: 1 }]
    expect(lawsBroken(...whole, notice(1), notice(2, allowance))).toEqual(['notice'])
    expect(lawsBroken(...whole, notice(1), superseded, notice(2))).toEqual(['notice'])
    expect(lawsBroken(...whole, notice(1), superseded, notice(2, allowance))).toEqual([])
  })

  test('names each figure that the hub tells otherwise', () => {
    const counted = figuresOf(journal(...whole), { from: '2026-02-02', to: '2026-02-02' })
    const byItem = counted.byItem.map((row) => ({ ...row, itemName: '' }))
    expect(counted.filings).toMatchObject({ received: 1, accepted: 1, decided: 0 })
    expect(differences({ ...counted, byItem }, counted)).toEqual([])
    const told = { ...counted, byItem, filings: { ...counted.filings, accepted: 2 } }
    expect(differences(told, counted)).toEqual(['2026-02-02 to 2026-02-02, filings.accepted: 2 instead of 1'])
  })
})
