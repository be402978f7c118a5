import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../shared/rules/decision.ts'
import { decideAcceptFiling, decideDeemAcceptance } from '../../shared/rules/filing-acceptance.ts'
import { decideCheckMaterials } from '../../shared/rules/filing-intake.ts'
import {
  decideAllowSecondNotice,
  decideIssueOneTimeNotice,
  decideReceiveCorrection,
} from '../../shared/rules/filing-notice.ts'
import { filingAfter } from '../../shared/rules/filing-state.ts'
import { inquiryAfter } from '../../shared/rules/inquiry-state.ts'
import { noticeAfter } from '../../shared/rules/notice-state.ts'
import type { FilingFactsOf } from '../../shared/rules/promise-facts.ts'
import { receivedDayOf } from '../../shared/rules/received-day.ts'
import type { Filing, FilingStatus, MaterialCheck } from '../../shared/vocabulary/filing.ts'
import type { OneTimeNotice } from '../../shared/vocabulary/one-time-notice.ts'
import type { FilingEvent, NoticeEvent } from '../../shared/vocabulary/promise-event.ts'
import { staffActor } from '../support/facts.ts'
import {
  check,
  correctingFiling,
  filingFacts,
  filingWith,
  house,
  inquiryWith,
  supervisor,
} from '../support/intake-facts.ts'

const hourMs = 3_600_000

describe('a filing folded from its events', () => {
  test.each<[FilingStatus, FilingEvent]>([
    [
      'accepted',
      { type: 'FilingDeclined', body: { filingId: 1, ground: 'repeated', reason: '', basis: '', competentOrgan: '' } },
    ],
    ['received', { type: 'ResultProduced', body: { filingId: 1, resultName: '许可证', resultNumber: '' } }],
    ['delivered', { type: 'FilingWithdrawn', body: { filingId: 1, reason: '' } }],
    [
      'correcting',
      {
        type: 'FilingAccepted',
        body: { filingId: 1, acceptedDay: '', isTolerant: false, promisedDue: null, statutoryDue: null },
      },
    ],
  ])('one that is %s cannot be found by another step: our own mistake, not the clerk’s', (status, event) => {
    expect(() => filingAfter(filingWith({ status }), event, 0)).toThrow(`not ${status}`)
  })

  test('an event of another filing, or of none, does not fit', () => {
    const event: FilingEvent = { type: 'FilingCorrectedOnTheSpot', body: { filingId: 2, note: '' } }
    expect(() => filingAfter(filingWith(), event, 0)).toThrow('finds filing 2')
    expect(() => filingAfter(undefined, event, 0)).toThrow('finds filing 2')
  })

  test('a suspension ends with its days kept, and the slip is signed after the delivery', () => {
    const suspended = filingAfter(
      filingWith({ status: 'accepted' }),
      {
        type: 'FilingSuspended',
        body: { filingId: 1, procedure: 'hearing', basis: '', fromDay: '2026-05-14', expectedEndDay: '2026-05-20' },
      },
      0,
    )
    expect(suspended).toMatchObject({ status: 'suspended', suspension: { procedure: 'hearing' } })
    const body = { filingId: 1, procedure: 'hearing', promisedDue: null, statutoryDue: null, note: '' } as const
    const days = { excludedFrom: '2026-05-15', excludedTo: '2026-05-19' }
    expect(filingAfter(suspended, { type: 'FilingResumed', body: { ...body, ...days } }, 0)).toMatchObject({
      status: 'accepted',
      suspension: null,
      excluded: [{ from: '2026-05-15', to: '2026-05-19', cause: 'hearing' }],
    })
    const none = { excludedFrom: null, excludedTo: null }
    expect(filingAfter(suspended, { type: 'FilingResumed', body: { ...body, ...none } }, 0).excluded).toEqual([])
  })
})

describe('a line of the register folded from its events', () => {
  test('an answer is given once', () => {
    const event = {
      type: 'FirstInquiryAnswered',
      body: { inquiryId: 1, answer: '可以', means: 'face', answeredBy: 'clerk-1' },
    } as const
    const answered = inquiryAfter(inquiryWith(), event, 0)
    expect(() => inquiryAfter(answered, event, 0)).toThrow('is open before FirstInquiryAnswered')
  })

  test('a reassignment takes a transfer back that nobody had taken', () => {
    const offer = { fromStaffId: 'clerk-1', toStaffId: 'clerk-2', at: 0, reason: '' }
    const body = { inquiryId: 1, fromStaffId: 'clerk-1', toStaffId: 'guide-1', reason: '调离' }
    const offered = inquiryWith({ status: 'offered', offer })
    expect(inquiryAfter(offered, { type: 'FirstInquiryReassigned', body }, 0)).toMatchObject({
      status: 'open',
      offer: null,
      responsible: 'guide-1',
      firstResponder: 'clerk-1',
    })
  })
})

const codes = house.materials.map(({ materialCode }) => materialCode)
const someChecks: fc.Arbitrary<MaterialCheck[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...codes),
      fc.constantFrom('in-hand', 'missing', 'defective', 'tolerated', 'promised', 'not-needed'),
    )
    .map(([code, state]) => check(code, state, { problem: '不清楚', dueDay: '2026-05-26' })),
  { maxLength: 7, selector: ({ materialCode }) => materialCode },
)
const allInHand = codes.map((code) => check(code, 'in-hand')).slice(0, 4)

type Press = (facts: FilingFactsOf) => Decision
const asSupervisor =
  (press: Press): Press =>
  (facts) =>
    press({ ...facts, actor: supervisor })
const somePress: fc.Arbitrary<[string, Press]> = fc.oneof(
  fc
    .tuple(fc.oneof(someChecks, fc.constant(allInHand)), fc.subarray(['rented-home', 'under-16']))
    .map(([checks, conditions]): [string, Press] => [
      'check',
      (facts) => decideCheckMaterials({ filingId: 1, conditions, checks }, facts),
    ]),
  fc
    .oneof(someChecks, fc.constant(allInHand))
    .map((checks): [string, Press] => [
      'correct',
      (facts) => decideReceiveCorrection({ filingId: 1, checks, cause: 'applicant' }, facts),
    ]),
  fc.constantFrom<[string, Press]>(
    ['notice', (facts) => decideIssueOneTimeNotice({ filingId: 1, remark: '' }, facts)],
    ['allow', asSupervisor((facts) => decideAllowSecondNotice({ filingId: 1, reason: '政策变化' }, facts))],
    ['accept', (facts) => decideAcceptFiling({ filingId: 1, collectBy: 'window' }, facts)],
    ['deem', (facts) => decideDeemAcceptance({ filingId: 1 }, { ...facts, actor: { kind: 'hub' } })],
  ),
)

interface Intake {
  filing: Filing
  notices: OneTimeNotice[]
  now: number
}

function pressed({ filing, notices, now }: Intake, press: Press): Intake {
  const notice = notices.find(({ isInForce }) => isInForce) ?? null
  const lastIds = { inquiryId: 1, filingId: 1, noticeId: notices.length, documentId: 0, alarmId: 0 }
  const decision = press({ ...filingFacts(filing), now, actor: staffActor(), notice, lastIds })
  if (decision.kind === 'refused') return { filing, notices, now }
  const next: Intake = { filing, notices: [...notices], now }
  for (const event of decision.events) {
    if (event.type.startsWith('OneTimeNotice')) {
      const { noticeId } = (event as NoticeEvent).body
      next.notices[noticeId - 1] = noticeAfter(next.notices[noticeId - 1], event as NoticeEvent, now)
    } else if (event.type !== 'DocumentIssued') next.filing = filingAfter(next.filing, event as FilingEvent, now)
  }
  return next
}

describe('through any sequence of presses', () => {
  const somePresses = fc.array(fc.tuple(somePress, fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 40 })
  const start: Intake = { filing: filingWith(), notices: [], now: filingWith().receivedAt }
  const play = (presses: [[string, Press], number][], see: (before: Intake, next: Intake, name: string) => void) => {
    let intake = start
    for (const [[name, press], hours] of presses) {
      const before = { ...intake, now: intake.now + hours * hourMs }
      intake = pressed(before, press)
      see(before, intake, name)
    }
  }

  test('one notice at most is in force, one person is in charge, and each further notice was allowed', () => {
    fc.assert(
      fc.property(somePresses, (presses) => {
        play(presses, (_, { filing, notices }) => {
          expect(notices.filter(({ isInForce }) => isInForce).length).toBe(Math.min(1, notices.length))
          expect(notices.map(({ ordinal, allowance }) => ordinal === 1 || allowance !== null)).not.toContain(false)
          expect([filing.ownerId, filing.noticeCount]).toEqual(['clerk-1', notices.length])
        })
      }),
      { numRuns: 300 },
    )
  })

  test('once something was told, what is in hand is never asked for again', () => {
    fc.assert(
      fc.property(somePresses, (presses) => {
        play(presses, (before, after) => {
          if (before.filing.noticeCount === 0) return
          const inHand = before.filing.lines.filter(({ state }) => state === 'in-hand')
          const now = new Map(after.filing.lines.map(({ materialCode, state }) => [materialCode, state]))
          const asked = inHand.filter(({ materialCode }) => ['missing', 'defective'].includes(now.get(materialCode)!))
          expect(asked).toEqual([])
        })
      }),
      { numRuns: 300 },
    )
  })

  test('it is accepted with nothing open, from the day on which it was complete, and never twice', () => {
    let acceptances = 0
    fc.assert(
      fc.property(somePresses, (presses) => {
        play(presses, (before, { filing, now }, name) => {
          if (before.filing.status === 'accepted') expect(filing).toBe(before.filing)
          if (before.filing.status === 'accepted' || filing.status !== 'accepted') return
          acceptances += 1
          const { timetables, calendar } = filingFacts().setup
          const { correctedDay, receivedDay } = before.filing
          const pressDay = name === 'deem' ? receivedDay : receivedDayOf(timetables, calendar, now).day
          expect(filing.acceptedDay).toBe(correctedDay ?? pressDay)
          expect(filing.isDeemed).toBe(name === 'deem')
          const open = filing.lines.filter(({ state }) => ['unchecked', 'missing', 'defective'].includes(state))
          if (name === 'accept') expect(open).toEqual([])
        })
      }),
      { numRuns: 300 },
    )
    expect(acceptances).toBeGreaterThan(5)
  })
})

test('a complete correction can be told again only by a supervisor’s word', () => {
  const filing = correctingFiling()
  const body = { filingId: 1, lines: filing.lines, isComplete: true, correctedDay: '2026-06-01', visit: 1, cause: null }
  const after = filingAfter(filing, { type: 'CorrectionReceived', body: { ...body, noticeDueDay: '2026-06-08' } }, 0)
  expect(after).toMatchObject({ status: 'received', correctedDay: '2026-06-01', noticeDueDay: '2026-06-08' })
  expect(after.correctionDueDay).toBeNull()
  const facts = { ...filingFacts(after), now: filing.receivedAt }
  expect(decideIssueOneTimeNotice({ filingId: 1, remark: '' }, facts)).toMatchObject({ code: 'notice-already-issued' })
})
