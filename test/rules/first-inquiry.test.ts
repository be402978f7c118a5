import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../shared/rules/decision.ts'
import {
  decideAnswerFirstInquiry,
  decideCorrectAnswer,
  decideGuideFirstInquiry,
  decideOfferFirstInquiry,
  decideRecordFirstInquiry,
  decideRefuseFirstInquiry,
  decideTakeFirstInquiry,
  inquiryRefusals,
} from '../../shared/rules/first-inquiry.ts'
import { inquiryAfter } from '../../shared/rules/inquiry-state.ts'
import type { InquiryFacts, RecordInquiryFacts } from '../../shared/rules/promise-facts.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { FirstInquiry, InquiryStatus } from '../../shared/vocabulary/first-inquiry.ts'
import type { InquiryEvent } from '../../shared/vocabulary/promise-event.ts'
import { accepted, type Obstacle, refusal, refusedInOrder, staffActor, ticketHere } from '../support/facts.ts'
import { house, inquiryFacts, inquiryWith, otherClerk, promiseDay, supervisor } from '../support/intake-facts.ts'
import { nextDay } from '../support/sample-hall.ts'

const offer = { fromStaffId: 'clerk-1', toStaffId: 'clerk-2', at: 0, reason: '属户籍业务' }
const offered = inquiryWith({ status: 'offered', offer })
const answer = { answer: '可以办理', means: 'face', answeredBy: 'clerk-1', at: 0, corrections: [] } as const
const answered = inquiryWith({ status: 'answered', answer: { ...answer, corrections: [] } })
const withInquiry = (changes: Partial<FirstInquiry>) => (facts: InquiryFacts) => ({
  ...facts,
  inquiry: { ...facts.inquiry!, ...changes },
})

/** The inquiry after what a decision made of it. */
function lineAfter(facts: InquiryFacts, events: readonly { type: string }[]): FirstInquiry {
  return events.reduce<FirstInquiry | undefined>(
    (inquiry, event) => inquiryAfter(inquiry, event as InquiryEvent, facts.now),
    facts.inquiry,
  )!
}

const notOpen: Obstacle<InquiryFacts>[] = [
  ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
  ['inquiry-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
  ['inquiry-offered', withInquiry({ status: 'offered', offer })],
  ['inquiry-ended', withInquiry({ status: 'guided' })],
]

describe('RecordFirstInquiry 首问登记', () => {
  const body: CommandBody<'RecordFirstInquiry'> = {
    channel: 'window',
    ticketId: 7,
    itemCode: house.itemCode,
    category: '',
    matter: '想在老宅基地上建房',
    specialGroup: 'none',
    isWish: false,
  }
  const given: RecordInquiryFacts = {
    ...promiseDay(),
    party: { kind: 'none' },
    ticket: ticketHere(),
    inquiryOfTicket: undefined,
    atWindow: { windowNumber: 1, ticketId: 7 },
  }
  const itemMissing = (facts: RecordInquiryFacts) => ({
    ...facts,
    setup: { ...facts.setup, serviceItems: new Map<never, never>() },
  })

  refusedInOrder<RecordInquiryFacts>(given, (facts) => decideRecordFirstInquiry(body, facts), [
    ['item-unknown', itemMissing],
    ['ticket-unknown', (facts) => ({ ...facts, ticket: undefined })],
    ['ticket-unknown', (facts) => ({ ...facts, ticket: ticketHere({ hallDay: nextDay }) }), 'of another day'],
    ['ticket-not-here', (facts) => ({ ...facts, atWindow: { windowNumber: 1, ticketId: 9 } }), 'in front of the clerk'],
    ['ticket-has-inquiry', (facts) => ({ ...facts, inquiryOfTicket: inquiryWith() })],
    ['party-id-invalid', (facts) => ({ ...facts, party: { kind: 'invalid', problem: '校验位不对' } })],
  ])

  test('a matter outside the catalogue needs its category, and a draft is no item', () => {
    const { itemCode: _, ...without } = body
    expect(refusal(decideRecordFirstInquiry(without, given)).code).toBe('item-or-category-needed')
    expect(decideRecordFirstInquiry({ ...without, category: '邻里纠纷' }, given)).toMatchObject({ kind: 'accepted' })
    expect(refusal(decideRecordFirstInquiry({ ...body, itemCode: 'C-DRAFT' }, given)).code).toBe('item-unknown')
  })

  test('a number that is left out is asked for, a person without papers is taken down all the same', () => {
    const needed = decideRecordFirstInquiry(body, { ...given, party: { kind: 'id-needed' } })
    expect(refusal(needed)).toMatchObject({ code: 'party-id-needed', facts: { who: '申请人' } })
    const known = { kind: 'known', partyId: 'party-1', birthDay: null } as const
    const { events } = accepted(decideRecordFirstInquiry(body, { ...given, party: known }))
    expect(events).toMatchObject([{ body: { partyId: 'party-1' } }])
  })

  test('who is signed in is the first responder and responsible, under the next number of the one register', () => {
    const lastIds = { ...given.lastIds, inquiryId: 41 }
    const lastSerial = (series: string) => (series === 'inquiry' ? 12 : 99)
    const decision = accepted(decideRecordFirstInquiry(body, { ...given, lastIds, lastSerial }))
    expect(decision.made).toEqual({ inquiryId: 42, number: 'SW-2026-000013' })
    expect(lineAfter({ ...given, inquiry: undefined }, decision.events)).toMatchObject({
      inquiryId: 42,
      number: 'SW-2026-000013',
      firstResponder: 'clerk-1',
      responsible: 'clerk-1',
      status: 'open',
      ticketId: 7,
      windowNumber: 1,
    })
  })

  test('the floor staff name any ticket of today', () => {
    for (const actor of [staffActor('guide', 'guide-1'), supervisor]) {
      const decision = accepted(decideRecordFirstInquiry(body, { ...given, actor, atWindow: null }))
      expect(decision.events).toMatchObject([{ body: { ticketId: 7, windowNumber: null } }])
    }
  })
})

describe('AnswerFirstInquiry 答复', () => {
  const decide = (facts: InquiryFacts) =>
    decideAnswerFirstInquiry({ inquiryId: 1, answer: '可以办理', means: 'face' }, facts)
  refusedInOrder(inquiryFacts(), decide, notOpen)

  test('a matter has one answer', () => {
    const { events } = accepted(decide(inquiryFacts()))
    const inquiry = lineAfter(inquiryFacts(), events)
    expect(inquiry).toMatchObject({ status: 'answered', answer: { answer: '可以办理', answeredBy: 'clerk-1' } })
    expect(refusal(decide(inquiryFacts({ inquiry }))).code).toBe('inquiry-answered')
    expect(refusal(decide(inquiryFacts({ inquiry, actor: otherClerk }))).code).toBe('inquiry-not-yours')
  })
})

describe('CorrectAnswer 更正答复', () => {
  const decide = (facts: InquiryFacts) =>
    decideCorrectAnswer({ inquiryId: 1, answer: '不能办理', reason: '政策已变' }, facts)
  refusedInOrder(inquiryFacts({ inquiry: answered, actor: supervisor }), decide, [
    ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
    ['inquiry-not-answered', (facts) => ({ ...facts, inquiry: inquiryWith() })],
  ])

  test('the first answer stays visible beside the corrected one', () => {
    const facts = inquiryFacts({ inquiry: answered, actor: supervisor })
    expect(lineAfter(facts, accepted(decide(facts)).events).answer).toMatchObject({
      answer: '可以办理',
      corrections: [{ answer: '不能办理', reason: '政策已变', correctedBy: 'supervisor-1' }],
    })
  })
})

describe('GuideFirstInquiry 引导', () => {
  const body = { inquiryId: 1, toUnit: '', note: '' }
  const toWindow = (facts: InquiryFacts) => decideGuideFirstInquiry({ ...body, toWindow: 3 }, facts)
  refusedInOrder(inquiryFacts(), toWindow, [
    ...notOpen,
    ['window-unknown', (facts) => ({ ...facts, setup: { ...facts.setup, serviceWindows: new Map() } })],
  ])

  test('goes somewhere: a window or a unit', () => {
    expect(refusal(decideGuideFirstInquiry(body, inquiryFacts())).code).toBe('guide-target-needed')
    const { events } = accepted(decideGuideFirstInquiry({ ...body, toUnit: '县公安局' }, inquiryFacts()))
    expect(lineAfter(inquiryFacts(), events)).toMatchObject({ status: 'guided', guidedTo: { unit: '县公安局' } })
  })
})

describe('OfferFirstInquiry, TakeFirstInquiry, RefuseFirstInquiry 移交、接收、退回', () => {
  const give = (facts: InquiryFacts, toStaffId = 'clerk-2') =>
    decideOfferFirstInquiry({ inquiryId: 1, toStaffId, reason: '属户籍业务' }, facts)
  const transfers = Array.from({ length: 3 }, () => ({ ...offer, takenAt: 0 }))
  refusedInOrder(inquiryFacts(), give, [
    ...notOpen,
    ['offers-used-up', withInquiry({ transfers })],
    ['staff-unknown', (facts) => ({ ...facts, staffOf: () => undefined })],
  ])

  test.each([
    ['clerk-1', 'offer-to-self'],
    ['administrator-1', 'staff-not-handler'],
  ])('not to %s', (toStaffId, code) => {
    expect(refusal(give(inquiryFacts(), toStaffId)).code).toBe(code)
  })

  test('after the last transfer a supervisor says who handles it, also for somebody else’s line', () => {
    const facts = inquiryFacts({ inquiry: inquiryWith({ transfers }), actor: supervisor })
    expect(accepted(give(facts)).events).toMatchObject([{ body: { fromStaffId: 'clerk-1', toStaffId: 'clerk-2' } }])
  })

  const takes = (facts: InquiryFacts) => decideTakeFirstInquiry({ inquiryId: 1 }, facts)
  const refuses = (facts: InquiryFacts) => decideRefuseFirstInquiry({ inquiryId: 1, reason: '不属本窗口' }, facts)
  describe.each([
    ['taking', takes],
    ['refusing', refuses],
  ])('%s', (_, decide) => {
    refusedInOrder(inquiryFacts({ inquiry: offered, actor: otherClerk }), decide, [
      ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
      ['inquiry-not-offered', (facts) => ({ ...facts, inquiry: inquiryWith() })],
      ['inquiry-not-offered', (facts) => ({ ...facts, actor: supervisor }), 'to this person'],
    ])
  })

  test('the giver answers for it until the receiver has taken it, and the first responder never changes', () => {
    const waiting = lineAfter(inquiryFacts(), accepted(give(inquiryFacts())).events)
    expect(waiting).toMatchObject({ status: 'offered', responsible: 'clerk-1', offer: { toStaffId: 'clerk-2' } })

    const facts = inquiryFacts({ inquiry: waiting, actor: otherClerk })
    expect(lineAfter(facts, accepted(takes(facts)).events)).toMatchObject({
      status: 'open',
      firstResponder: 'clerk-1',
      responsible: 'clerk-2',
      offer: null,
      transfers: [{ fromStaffId: 'clerk-1', toStaffId: 'clerk-2', takenAt: facts.now }],
    })
    expect(lineAfter(facts, accepted(refuses(facts)).events)).toMatchObject({
      status: 'open',
      responsible: 'clerk-1',
      offer: null,
      transfers: [],
    })
  })
})

describe('the buttons of a line', () => {
  const foreseen = (inquiry: FirstInquiry, actor = staffActor()) => {
    const refused = inquiryRefusals(inquiryFacts({ inquiry, actor }))
    return Object.fromEntries(Object.entries(refused).map(([type, { code }]) => [type, code]))
  }

  test('an open one offers everything but what waits for another step', () => {
    expect(foreseen(inquiryWith())).toEqual({
      CorrectAnswer: 'inquiry-not-answered',
      TakeFirstInquiry: 'inquiry-not-offered',
      RefuseFirstInquiry: 'inquiry-not-offered',
    })
  })

  test('the receiver of a transfer may take it or give it back, and nothing else', () => {
    const refused = foreseen(offered, otherClerk)
    expect(Object.keys(refused)).not.toContain('TakeFirstInquiry')
    expect(refused).toMatchObject({ AnswerFirstInquiry: 'inquiry-not-yours', ReceiveFiling: 'inquiry-not-yours' })
  })

  test.each<InquiryStatus>(['guided', 'filed'])('one that is %s takes nothing more', (status) => {
    expect(foreseen(inquiryWith({ status }))).toMatchObject({
      AnswerFirstInquiry: 'inquiry-ended',
      GuideFirstInquiry: 'inquiry-ended',
      OfferFirstInquiry: 'inquiry-ended',
      ReceiveFiling: 'inquiry-ended',
    })
  })
})

describe('through any sequence of presses by anybody', () => {
  const staff = ['clerk-1', 'clerk-2', 'guide-1', 'supervisor-1'] as const
  const actorOf = (staffId: string) => staffActor(staffId.split('-')[0] as 'clerk', staffId)
  const presses: Record<string, (facts: InquiryFacts, toStaffId: string) => Decision> = {
    answer: (facts) => decideAnswerFirstInquiry({ inquiryId: 1, answer: '可以', means: 'face' }, facts),
    correct: (facts) => decideCorrectAnswer({ inquiryId: 1, answer: '更正', reason: '有误' }, facts),
    offer: (facts, toStaffId) => decideOfferFirstInquiry({ inquiryId: 1, toStaffId, reason: '转办' }, facts),
    take: (facts) => decideTakeFirstInquiry({ inquiryId: 1 }, facts),
    refuse: (facts) => decideRefuseFirstInquiry({ inquiryId: 1, reason: '不属本窗口' }, facts),
  }
  const somePress = fc.tuple(
    fc.constantFrom(...Object.keys(presses)),
    fc.constantFrom(...staff),
    fc.constantFrom(...staff),
  )

  test('one person answers for it, freed by the receiver alone, and the one answer stays', () => {
    fc.assert(
      fc.property(fc.array(somePress, { maxLength: 40 }), (sequence) => {
        let inquiry = inquiryWith()
        for (const [name, by, toStaffId] of sequence) {
          const facts = inquiryFacts({ inquiry, actor: actorOf(by) })
          const decision = presses[name]!(facts, toStaffId)
          if (decision.kind === 'refused') continue
          const next = lineAfter(facts, decision.events)
          expect(next.firstResponder).toBe('clerk-1')
          expect(next.responsible).toBe(name === 'take' ? by : inquiry.responsible)
          if (inquiry.answer !== null) expect(next.answer!.answer).toBe(inquiry.answer.answer)
          inquiry = next
        }
      }),
      { numRuns: 300 },
    )
  })
})
