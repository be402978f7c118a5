import { describe, expect, test } from 'vitest'
import {
  decideDecideFiling,
  decideDeliverResult,
  decideProduceResult,
  decideReassignFiling,
  decideReassignMatters,
  decideReturnFiling,
  decideSignHandlingSlip,
  decideTellApplicant,
  decideWithdrawFiling,
} from '../../shared/rules/filing-end.ts'
import { filingRefusals } from '../../shared/rules/filing-refusals.ts'
import type { FilingFactsOf, ReassignMattersFacts, SignSlipFacts } from '../../shared/rules/promise-facts.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import type { HallDocument } from '../../shared/vocabulary/hall-document.ts'
import { accepted, refusal, refusedInOrder } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { atInstant, correctingFiling, filingWith, inquiryWith, linesWith, promiseDay } from '../support/intake-facts.ts'
import {
  acceptedFiling,
  bySupervisor,
  changed,
  decidedFiling,
  deliveredFiling,
  instantFiling,
  movedBy,
  producedFiling,
  runFacts,
  suspendedFiling,
  unfit,
  untouchable,
} from '../support/run-facts.ts'
import { workday } from '../support/sample-hall.ts'
import { appointmentAt, dispatchedVisit } from '../support/visit-facts.ts'

const tolerated = linesWith({ PHOTO: 'tolerated' })

describe('DecideFiling 决定', () => {
  const decide = (facts: FilingFactsOf, more: Partial<CommandBody<'DecideFiling'>> = {}) =>
    decideDecideFiling({ filingId: 1, decision: 'granted', reason: '', ...more }, facts)
  refusedInOrder(runFacts(), (facts) => decide(facts), [
    ...untouchable('suspended'),
    ['overdue-reason-needed', (facts) => atInstant(facts, '2026-05-27', '17:00')],
  ])

  test.each(['refused', 'partly'] as const)('one that is %s gives its reason (行政许可法 第三十八条)', (decision) => {
    expect(refusal(decide(runFacts(), { decision })).code).toBe('reason-needed')
    expect(decide(runFacts(), { decision, reason: '宅基地面积超标' })).toMatchObject({ kind: 'accepted' })
  })

  test.each<[string, Filing, string, string, boolean, boolean]>([
    ['a second before closing on the promised day', acceptedFiling(), '2026-05-27', '16:59:59', false, false],
    ['past the promise', acceptedFiling({ overdueReason: '评审' }), '2026-05-27', '17:00', true, false],
    ['past the law', acceptedFiling({ overdueReason: '评审' }), '2026-06-10', '17:00', true, true],
    ['instant, served past closing', instantFiling(), workday, '17:20', false, false],
    ['instant, on the next day', instantFiling({ overdueReason: '停电' }), '2026-05-14', '08:00', true, false],
  ])('%s: late by the promise, by the law', (_, filing, day, time, isPastPromised, isPastStatutory) => {
    expect(accepted(decide(atInstant(runFacts(filing), day, time))).events).toMatchObject([
      { type: 'FilingDecided', body: { decidedDay: day, isPastPromised, isPastStatutory } },
    ])
  })

  test('starts the second clock: ten workdays to the delivery (edge case 54)', () => {
    const { deliveryDue } = movedBy(runFacts(), accepted(decide(runFacts())).events)
    expect(deliveryDue).toMatchObject({ day: '2026-05-28', at: instantAt('2026-05-28', '17:00') })
  })
})

describe('ProduceResult 出证', () => {
  const body = { filingId: 1, resultName: '建房许可', resultNumber: '建 1 号' }
  refusedInOrder(runFacts(decidedFiling()), (facts) => decideProduceResult(body, facts), untouchable('accepted'))
})

describe('TellApplicant 告知结果', () => {
  const tell = (isReached: boolean) => (facts: FilingFactsOf) =>
    decideTellApplicant({ filingId: 1, means: 'phone', isReached, note: '' }, facts)
  refusedInOrder(runFacts(decidedFiling()), tell(true), untouchable('accepted'))

  test('counts once he was reached, and a later try in vain takes nothing back (edge case 53)', () => {
    const facts = runFacts(producedFiling())
    const tried = movedBy(facts, accepted(tell(false)(facts)).events)
    expect(tried.toldAt).toBeNull()
    const told = movedBy({ ...facts, filing: tried }, accepted(tell(true)(facts)).events)
    expect(told.toldAt).toBe(facts.now)
    expect(movedBy({ ...facts, filing: told, now: facts.now + 1 }, accepted(tell(false)(facts)).events)).toEqual(told)
  })
})

describe('DeliverResult 送达', () => {
  const none = { place: '1 号窗口', relation: '', reason: '', witness: '', postNumber: '' }
  const deliver = (facts: FilingFactsOf, more: Partial<CommandBody<'DeliverResult'>> = {}) =>
    decideDeliverResult({ filingId: 1, way: 'collected', ...none, ...more }, facts)
  refusedInOrder(runFacts(producedFiling()), (facts) => deliver(facts), [
    ...untouchable<FilingFactsOf>('decided'),
    ['tolerance-open', changed({ lines: tolerated })],
  ])

  const told = producedFiling({ toldAt: 1 })
  test.each<[string, Partial<CommandBody<'DeliverResult'>>, Filing, string]>([
    ['entrusted without a relation', { way: 'entrusted', reason: '本人外出' }, told, 'recipient-needed'],
    ['entrusted without a reason', { way: 'entrusted', relation: '父子' }, told, 'recipient-needed'],
    ['left behind without a witness', { way: 'left-behind', reason: '拒收' }, told, 'witness-needed'],
    ['left behind without a reason', { way: 'left-behind', witness: '村主任' }, told, 'witness-needed'],
    ['posted without its number', { way: 'post' }, told, 'post-number-needed'],
    [
      'posted to somebody who was not told',
      { way: 'post', postNumber: 'EMS1' },
      producedFiling(),
      'applicant-not-told',
    ],
    ['sent to somebody who was not told', { way: 'electronic' }, producedFiling(), 'applicant-not-told'],
  ])('%s is refused (edge case 55)', (_, more, filing, code) => {
    expect(refusal(deliver(runFacts(filing), more)).code).toBe(code)
  })

  test.each<[Partial<CommandBody<'DeliverResult'>>, Filing]>([
    [{ way: 'direct' }, producedFiling()],
    [{ way: 'collected' }, producedFiling()],
    [{ way: 'public-notice' }, producedFiling()],
    [{ way: 'entrusted', relation: '父子', reason: '本人外出' }, producedFiling()],
    [{ way: 'left-behind', reason: '拒收', witness: '村主任' }, producedFiling()],
    [{ way: 'post', postNumber: 'EMS1' }, told],
    [{ way: 'electronic' }, told],
  ])('with what proves it: %o', (more, filing) => {
    const facts = runFacts(filing)
    const { events } = accepted(deliver(facts, more))
    expect(movedBy(facts, events)).toMatchObject({ status: 'delivered', deliveryWay: more.way, endedAt: facts.now })
    expect(events[1]).toMatchObject({ type: 'DocumentIssued', body: { documentKind: 'delivery-receipt' } })
  })

  test('the receipt names the result and the notice of acceptance that is valid', () => {
    const paper = (number: string, voided: HallDocument['voided']) =>
      ({ kind: 'acceptance-notice', number, voided }) as HallDocument
    const documents = [
      paper('SL-2026-000001', { reason: '写错', voidedBy: 'supervisor-1', at: 0 }),
      paper('SL-2026-000002', null),
      { kind: 'handling-slip', number: 'CB-2026-000001', voided: null } as HallDocument,
    ]
    expect(accepted(deliver({ ...runFacts(producedFiling()), documents })).events[1]).toMatchObject({
      body: {
        facts: {
          own: {
            documents: [
              { name: '建房许可', number: '建 1 号' },
              { name: '受理通知书', number: 'SL-2026-000002' },
            ],
          },
        },
      },
    })
  })
})

describe('SignHandlingSlip 承办单签字', () => {
  const given: SignSlipFacts = { ...runFacts(deliveredFiling()), signatureHash: 'a1b2' }
  const plain = { filingId: 1, means: 'pad', reason: '', witness: '', relation: '' } as const
  const sign = (facts: SignSlipFacts, more: Partial<CommandBody<'SignHandlingSlip'>> = {}) =>
    decideSignHandlingSlip({ ...plain, ...more }, facts)
  refusedInOrder(given, (facts) => sign(facts), [
    ...untouchable<SignSlipFacts>('returned'),
    ['slip-signed', changed({ slipSigned: { means: 'paper', at: 0 } })],
    ['signature-needed', (facts) => ({ ...facts, signatureHash: null })],
  ])

  test.each<[Partial<CommandBody<'SignHandlingSlip'>>, string]>([
    [{ means: 'refused', reason: '不愿签字' }, 'witness-needed'],
    [{ means: 'refused', witness: '村主任' }, 'witness-needed'],
    [{ means: 'unreachable', reason: '电话停机' }, 'witness-needed'],
    [{ means: 'proxy', reason: '本人外出' }, 'relation-needed'],
  ])('%o is refused with %s', (more, code) => {
    expect(refusal(sign(given, more)).code).toBe(code)
  })

  test.each<Partial<CommandBody<'SignHandlingSlip'>>>([
    { means: 'pad' },
    { means: 'paper' },
    { means: 'refused', reason: '不愿签字', witness: '村主任' },
    { means: 'unreachable', reason: '电话停机', witness: '村主任' },
    { means: 'proxy', relation: '父子' },
  ])('%o ends the slip; the picture itself is not told', (more) => {
    const { events } = accepted(sign(given, { ...more, signature: 'data:image/png;base64,AAAA' }))
    expect(events).toEqual([
      { type: 'HandlingSlipSigned', body: { ...plain, ...more, signatureHash: given.signatureHash } },
    ])
  })
})

describe('WithdrawFiling 撤回', () => {
  const decide = (facts: FilingFactsOf) => decideWithdrawFiling({ filingId: 1, reason: '不建了' }, facts)
  refusedInOrder(runFacts(), decide, untouchable('decided'))

  test('while nothing is decided, also while it stands still', () => {
    for (const filing of [filingWith(), correctingFiling(), acceptedFiling(), suspendedFiling()]) {
      expect(decide(runFacts(filing))).toMatchObject({ kind: 'accepted' })
    }
  })
})

describe('ReturnFiling 退件', () => {
  const give =
    (ground: CommandBody<'ReturnFiling'>['ground'], basis = '') =>
    (facts: FilingFactsOf) =>
      decideReturnFiling({ filingId: 1, ground, reason: '逾期未补', basis }, facts)
  refusedInOrder(runFacts(correctingFiling(), '2026-08-12'), give('correction-lapsed'), [
    ...untouchable('decided'),
    ['correction-not-lapsed', (facts) => atInstant(facts, '2026-08-11', '23:59')],
  ])
  refusedInOrder(runFacts(acceptedFiling({ lines: tolerated }), '2026-05-21'), give('tolerance-lapsed'), [
    ...untouchable('delivered'),
    ['no-tolerance-open', changed({ lines: linesWith() })],
    ['tolerance-not-lapsed', (facts) => atInstant(facts, '2026-05-20', '23:59')],
  ])

  test.each([
    ['decided', decidedFiling],
    ['produced', producedFiling],
  ])('once %s, only what was tolerated and never came is a ground', (_, made) => {
    const filing = made({ lines: tolerated })
    const facts = runFacts(filing, '2026-05-21')
    const { events } = accepted(give('tolerance-lapsed')(facts))
    expect(movedBy(facts, events)).toMatchObject({ status: 'returned', endedAt: facts.now, decision: 'granted' })
    expect(events[1]).toMatchObject({
      body: { documentKind: 'return-notice', facts: { own: { basis: '容缺受理承诺书载明的补齐期限和逾期后果' } } },
    })
    expect(refusal(give('by-consent')(facts)).code).toBe('filing-status')
    expect(refusal(give('tolerance-lapsed')(runFacts(made(), '2026-05-21'))).code).toBe('filing-status')
    const early = refusal(give('tolerance-lapsed')(runFacts(filing, '2026-05-20')))
    expect(early).toMatchObject({ code: 'tolerance-not-lapsed', facts: { dueDay: '2026-05-20' } })
  })

  test('what was never told cannot lapse, and what came after all has not', () => {
    expect(refusal(give('correction-lapsed')(runFacts(filingWith(), '2030-01-02'))).code).toBe('correction-not-lapsed')
    expect(refusal(give('tolerance-lapsed')(runFacts(acceptedFiling(), '2030-01-02'))).code).toBe('no-tolerance-open')
  })

  test('gives back what was handed in, with the ground that stands on the paper he has', () => {
    const lines = linesWith({ PLAN: 'defective', PHOTO: 'missing' })
    const facts = runFacts(correctingFiling({ lines }), '2026-08-12')
    const { events } = accepted(give('correction-lapsed')(facts))
    expect(movedBy(facts, events)).toMatchObject({ status: 'returned', endedAt: facts.now })
    expect(events[1]).toMatchObject({
      body: { documentKind: 'return-notice', facts: { own: { basis: '一次性告知书载明的补正期限和逾期后果' } } },
    })
    const [, paper] = events as [unknown, { body: { facts: { own: { lines: { materialCode: string }[] } } } }]
    const back = paper.body.facts.own.lines.map(({ materialCode }) => materialCode)
    expect(back).toContain('PLAN')
    expect(back).not.toContain('PHOTO')
  })

  test('by consent at once, on the basis that the clerk names', () => {
    expect(accepted(give('by-consent', '申请人书面同意')(runFacts())).events[0]).toMatchObject({
      body: { ground: 'by-consent', basis: '申请人书面同意' },
    })
  })
})

describe('ReassignFiling 改派', () => {
  const to = (toStaffId: string) => (facts: FilingFactsOf) =>
    decideReassignFiling({ filingId: 1, toStaffId, reason: '休假' }, facts)
  const given = bySupervisor(runFacts())
  refusedInOrder(given, to('clerk-2'), [
    ...unfit<FilingFactsOf>('delivered'),
    ['staff-unknown', (facts) => ({ ...facts, staffOf: () => undefined })],
  ])

  test('to those alone who handle filings', () => {
    for (const staffId of ['guide-1', 'administrator-1'])
      expect(refusal(to(staffId)(given)).code).toBe('staff-not-handler')
    expect(movedBy(given, accepted(to('supervisor-1')(given)).events).ownerId).toBe('supervisor-1')
  })

  test('to the one who has it is true already', () => {
    expect(accepted(to('clerk-1')(given)).events).toEqual([])
  })
})

describe('ReassignMatters 全部改派', () => {
  const body = { fromStaffId: 'clerk-1', toStaffId: 'clerk-2', reason: '调离' }
  const decide = (facts: ReassignMattersFacts) => decideReassignMatters(body, facts)
  const given: ReassignMattersFacts = {
    ...promiseDay(),
    filings: [acceptedFiling(), filingWith({ filingId: 2 })],
    inquiries: [inquiryWith({ inquiryId: 3 })],
    visits: [dispatchedVisit({ inquiryId: 4 })],
  }
  const without = (staffId: string) => (facts: ReassignMattersFacts) => ({
    ...facts,
    staffOf: (one: string) => (one === staffId ? undefined : facts.staffOf(one)),
  })
  refusedInOrder<ReassignMattersFacts>(given, decide, [
    ['staff-unknown', without('clerk-1'), 'of those who leave'],
    ['staff-unknown', without('clerk-2'), 'of those who take over'],
    ['nothing-to-reassign', (facts) => ({ ...facts, filings: [], inquiries: [], visits: [] })],
  ])

  test('moves every filing, every question and every visit in one act (edge case 57)', () => {
    const { events, made } = accepted(decide(given))
    expect(events).toEqual([
      { type: 'FilingReassigned', body: { filingId: 1, ...body } },
      { type: 'FilingReassigned', body: { filingId: 2, ...body } },
      { type: 'FirstInquiryReassigned', body: { inquiryId: 3, ...body } },
      { type: 'HomeVisitDispatched', body: { inquiryId: 4, visitorId: 'clerk-2', appointmentAt, isLate: false } },
    ])
    expect(made).toEqual({ count: 4 })
  })

  test('not to himself, nor to somebody who handles no filings', () => {
    expect(refusal(decideReassignMatters({ ...body, toStaffId: 'clerk-1' }, given)).code).toBe('offer-to-self')
    expect(refusal(decideReassignMatters({ ...body, toStaffId: 'guide-1' }, given)).code).toBe('staff-not-handler')
  })
})

describe('what a screen greys', () => {
  const offeredFor = (facts: FilingFactsOf) => {
    const refusals = filingRefusals(facts)
    return (type: keyof typeof refusals) => refusals[type]?.code ?? 'free'
  }

  test('is what a press would be refused for', () => {
    const code = offeredFor(runFacts())
    expect(
      ['SuspendFiling', 'AskExtension', 'DecideFiling', 'WithdrawFiling'].map((type) => code(type as never)),
    ).toEqual(['free', 'free', 'free', 'free'])
    expect(code('ResumeFiling')).toBe('filing-status')
    expect(code('ConvertFiling')).toBe('not-an-instant-item')
    expect(code('ExplainOverdue')).toBe('not-overdue')
    expect(code('ApproveExtension')).toBe('extension-not-asked')
  })

  test('does not depend on what is still to be typed in', () => {
    const code = offeredFor(runFacts(instantFiling({ statutoryLimit: null, statutoryDue: null }), workday))
    expect(code('ConvertFiling')).toBe('free')
    expect(offeredFor(runFacts(correctingFiling()))('ReturnFiling')).toBe('free')
    const owing = decidedFiling({ lines: tolerated })
    expect(offeredFor(runFacts(owing, '2026-05-20'))('ReturnFiling')).toBe('tolerance-not-lapsed')
    expect(offeredFor(runFacts(owing, '2026-05-21'))('ReturnFiling')).toBe('free')
    expect(offeredFor(runFacts(decidedFiling()))('ReturnFiling')).toBe('filing-status')
    expect(offeredFor(runFacts(producedFiling()))('DeliverResult')).toBe('free')
    expect(offeredFor(runFacts(deliveredFiling()))('SignHandlingSlip')).toBe('free')
  })
})
