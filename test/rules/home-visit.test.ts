import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../shared/rules/decision.ts'
import {
  decideAskHomeVisit,
  decideCancelHomeVisit,
  decideConfirmHomeVisit,
  decideDispatchHomeVisit,
  decideRecordHomeVisit,
  decideReportHomeVisit,
  decideRescheduleHomeVisit,
  isVisitLate,
  visitLacking,
  visitRefusals,
} from '../../shared/rules/home-visit.ts'
import { homeVisitAfter } from '../../shared/rules/home-visit-state.ts'
import { inquiryAfter } from '../../shared/rules/inquiry-state.ts'
import type {
  AskVisitFacts,
  ConfirmVisitFacts,
  HomeVisitFacts,
  PartyFacts,
  RecordInquiryFacts,
} from '../../shared/rules/promise-facts.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import type { HomeVisit, HomeVisitStatus } from '../../shared/vocabulary/home-visit.ts'
import type { InquiryEvent } from '../../shared/vocabulary/promise-event.ts'
import { accepted, type Obstacle, refusal, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { house, inquiryWith, otherClerk, promiseDay, supervisor } from '../support/intake-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'
import {
  appointmentAt,
  askedVisit,
  dispatchedVisit,
  visitAfter,
  visitedVisit,
  visitFacts,
} from '../support/visit-facts.ts'

const guide = staffActor('guide', 'guide-1')
const party = { name: '', idKind: 'none', idNumber: '', phone: '1', address: '一组' } as const
const wish = { party, wishedDay: nextDay, wishedHalf: 'morning' } as const
const known: PartyFacts = { kind: 'known', partyId: 'party-1', birthDay: null }
const appointment = { appointmentDay: nextDay, appointmentTime: '09:30' }

function unknown<F extends HomeVisitFacts>(): Obstacle<F>[] {
  return [
    ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
    ['visit-unknown', (facts) => ({ ...facts, visit: undefined })],
  ]
}
function inStatus<F extends HomeVisitFacts>(status: HomeVisitStatus): Obstacle<F> {
  return [
    'visit-status',
    (facts) => (facts.visit === undefined ? facts : { ...facts, visit: { ...facts.visit, status } }),
  ]
}
const stranger = <F extends HomeVisitFacts>(facts: F): F => ({ ...facts, actor: staffActor('clerk', 'clerk-3') })

describe('RecordHomeVisit 登记上门服务', () => {
  const body: CommandBody<'RecordHomeVisit'> = {
    channel: 'phone',
    itemCode: house.itemCode,
    category: '',
    matter: '行动不便，想在家办',
    specialGroup: 'elderly',
    ...wish,
  }
  const nobody = { ticket: undefined, inquiryOfTicket: undefined, atWindow: null }
  const given: RecordInquiryFacts = { ...promiseDay(), ...nobody, party: known }

  test('whoever is asked records one line of the register and the visit that hangs on it', () => {
    const lastIds = { ...given.lastIds, inquiryId: 41 }
    const lastSerial = (series: string) => (series === 'inquiry' ? 12 : series === 'home-visit' ? 3 : 99)
    const { events, made } = accepted(decideRecordHomeVisit(body, { ...given, lastIds, lastSerial }))
    expect(events.map(({ type }) => type)).toEqual(['FirstInquiryRecorded', 'HomeVisitAsked'])
    expect(made).toEqual({ inquiryId: 42, number: 'SW-2026-000013', visitNumber: 'SM-2026-000004' })
    expect(events[0]).toMatchObject({ body: { channel: 'phone', specialGroup: 'elderly', firstResponder: 'clerk-1' } })
    expect(events[1]).toMatchObject({ body: { inquiryId: 42, partyId: 'party-1', wishedDay: nextDay } })
  })

  test('what forbids the line forbids the visit, and nobody is visited yesterday', () => {
    const { itemCode: _, ...without } = body
    expect(refusal(decideRecordHomeVisit(without, given)).code).toBe('item-or-category-needed')
    expect(refusal(decideRecordHomeVisit({ ...body, wishedDay: '2026-05-12' }, given))).toMatchObject({
      code: 'visit-time-past',
      facts: { time: '2026-05-12' },
    })
    expect(decideRecordHomeVisit({ ...body, wishedDay: workday }, given)).toMatchObject({ kind: 'accepted' })
  })
})

describe('AskHomeVisit 预约上门', () => {
  const given: AskVisitFacts = { ...visitFacts(undefined), party: known }
  refusedInOrder<AskVisitFacts>(given, (facts) => decideAskHomeVisit({ inquiryId: 1, ...wish }, facts), [
    ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
    ['inquiry-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
    ['inquiry-ended', (facts) => ({ ...facts, inquiry: inquiryWith({ status: 'answered' }) })],
    ['visit-asked', (facts) => ({ ...facts, visit: askedVisit() })],
    ['visit-time-past', (facts) => ({ ...facts, now: instantAt('2026-05-15', '08:00') })],
    ['party-id-invalid', (facts) => ({ ...facts, party: { kind: 'invalid', problem: '校验位不对' } })],
  ])

  test('the register gets no second line', () => {
    const { events } = accepted(decideAskHomeVisit({ inquiryId: 1, ...wish }, given))
    expect(events.map(({ type }) => type)).toEqual(['HomeVisitAsked'])
  })
})

describe('DispatchHomeVisit 派单', () => {
  const dispatch =
    (visitorId: string, more: Partial<typeof appointment> = {}) =>
    (facts: HomeVisitFacts) =>
      decideDispatchHomeVisit({ inquiryId: 1, visitorId, ...appointment, ...more }, facts)

  refusedInOrder<HomeVisitFacts>(visitFacts(askedVisit()), dispatch('clerk-1'), [
    ...unknown(),
    ['visit-not-yours', stranger],
    inStatus('ended'),
    ['staff-unknown', (facts) => ({ ...facts, staffOf: () => undefined })],
    [
      'staff-not-handler',
      (facts) => ({ ...facts, staffOf: (staffId) => ({ staffId, role: 'administrator', name: '周' }) }),
    ],
    [
      'visit-for-others',
      (facts) => ({ ...facts, inquiry: inquiryWith({ responsible: 'clerk-2' }), actor: otherClerk }),
    ],
    ['visit-time-past', (facts) => ({ ...facts, now: appointmentAt })],
  ])

  test('guide and supervisor send anybody, whoever answers for the line goes himself', () => {
    for (const actor of [guide, supervisor]) {
      const facts = { ...visitFacts(askedVisit()), actor }
      expect(visitAfter(facts, accepted(dispatch('clerk-2')(facts)).events)).toMatchObject({
        status: 'dispatched',
        visitorId: 'clerk-2',
        appointmentAt,
        isLate: false,
      })
    }
    expect(refusal(dispatch('clerk-2')(visitFacts(askedVisit()))).code).toBe('visit-for-others')
  })

  test('sent once more, another goes', () => {
    const facts = { ...visitFacts(dispatchedVisit()), actor: supervisor }
    expect(visitAfter(facts, accepted(dispatch('guide-1')(facts)).events).visitorId).toBe('guide-1')
  })

  test('after the next workday it was late, and stays so', () => {
    const facts = visitFacts(askedVisit(), '2026-05-15', '08:00')
    const late = visitAfter(facts, accepted(dispatch('clerk-1', { appointmentDay: '2026-05-18' })(facts)).events)
    expect(late.isLate).toBe(true)
    const onTime = { ...visitFacts(late, '2026-05-18', '10:00') }
    const reported = decideReportHomeVisit({ inquiryId: 1, result: 'settled', note: '办好' }, onTime)
    expect(visitAfter(onTime, accepted(reported).events).isLate).toBe(true)
  })
})

describe('RescheduleHomeVisit 改约', () => {
  const body = { inquiryId: 1, appointmentDay: '2026-05-18', appointmentTime: '14:30', reason: '老人住院' }
  const decide = (facts: HomeVisitFacts) => decideRescheduleHomeVisit(body, facts)
  refusedInOrder<HomeVisitFacts>(visitFacts(dispatchedVisit()), decide, [
    ...unknown(),
    ['visit-not-yours', stranger],
    inStatus('asked'),
    ['visit-time-past', (facts) => ({ ...facts, now: instantAt('2026-05-18', '14:30') })],
  ])

  test('each time is kept with its reason', () => {
    const facts = visitFacts(dispatchedVisit())
    const moved = visitAfter(facts, accepted(decide(facts)).events)
    const toAt = instantAt('2026-05-18', '14:30')
    expect(moved).toMatchObject({ appointmentAt: toAt, status: 'dispatched', isLate: false })
    expect(moved.reschedules).toEqual([{ fromAt: appointmentAt, toAt, reason: '老人住院', at: facts.now }])
  })
})

describe('ReportHomeVisit 上门结果', () => {
  const report = (result: 'settled' | 'taken-along') => (facts: HomeVisitFacts) =>
    decideReportHomeVisit({ inquiryId: 1, result, note: '照片已拍' }, facts)
  const given = { ...visitFacts(dispatchedVisit(), nextDay, '11:00'), actor: otherClerk }
  refusedInOrder<HomeVisitFacts>(given, report('settled'), [
    ...unknown(),
    ['visit-not-yours', (facts) => ({ ...facts, actor: staffActor() })],
    inStatus('asked'),
    ['visit-not-due', (facts) => ({ ...facts, now: instantAt(workday, '17:00') })],
  ])

  test('what was settled at the door is the answer of its line', () => {
    const { events } = accepted(report('settled')(given))
    expect(events.map(({ type }) => type)).toEqual(['HomeVisitReported', 'FirstInquiryAnswered'])
    expect(events[1]).toMatchObject({ body: { answer: '照片已拍', means: 'face', answeredBy: 'clerk-2' } })
  })

  test('what was taken along leaves the line open, and a line that ended keeps its answer', () => {
    expect(accepted(report('taken-along')(given)).events).toHaveLength(1)
    for (const status of ['answered', 'guided', 'filed', 'offered'] as const) {
      const facts = { ...given, inquiry: inquiryWith({ status }) }
      expect(accepted(report('settled')(facts)).events).toHaveLength(1)
    }
  })
})

describe('ConfirmHomeVisit 申请人确认', () => {
  const confirm =
    (means: 'pad' | 'paper' | 'refused', reason = '') =>
    (facts: ConfirmVisitFacts) =>
      decideConfirmHomeVisit({ inquiryId: 1, means, reason }, facts)
  const given: ConfirmVisitFacts = { ...visitFacts(visitedVisit()), actor: otherClerk, signatureHash: 'abc' }
  refusedInOrder<ConfirmVisitFacts>(given, confirm('pad'), [
    ...unknown<ConfirmVisitFacts>(),
    ['visit-not-yours', (facts) => ({ ...facts, actor: staffActor() })],
    inStatus('dispatched'),
    ['signature-needed', (facts) => ({ ...facts, signatureHash: null })],
  ])

  test('signed on the pad or on paper, or refused with the reason, it ends the visit', () => {
    const unsigned = { ...given, signatureHash: null }
    expect(refusal(confirm('refused')(unsigned)).code).toBe('reason-needed')
    for (const decision of [
      confirm('pad')(given),
      confirm('paper')(unsigned),
      confirm('refused', '不识字')(unsigned),
    ]) {
      expect(visitAfter(given, accepted(decision).events).status).toBe('ended')
    }
  })
})

describe('CancelHomeVisit 取消上门', () => {
  const decide = (facts: HomeVisitFacts) => decideCancelHomeVisit({ inquiryId: 1, reason: '家人来办' }, facts)
  refusedInOrder<HomeVisitFacts>(visitFacts(askedVisit()), decide, [
    ...unknown(),
    ['visit-not-yours', stranger],
    inStatus('visited'),
  ])

  test('the line of the register stays with its responsible', () => {
    expect(accepted(decide(visitFacts(dispatchedVisit()))).events.map(({ type }) => type)).toEqual([
      'HomeVisitCancelled',
    ])
  })
})

describe('when a visit is late', () => {
  test.each<[string, HomeVisit, string, string, boolean]>([
    ['nobody sent, the next workday not over', askedVisit(), nextDay, '17:59', false],
    ['nobody sent by the end of the next workday', askedVisit(), nextDay, '18:00', true],
    [
      'asked on a Friday, the weekend does not count',
      askedVisit({ askedAt: instantAt('2026-05-15', '16:00') }),
      '2026-05-18',
      '17:59',
      false,
    ],
    [
      'asked on a Friday, Monday is over',
      askedVisit({ askedAt: instantAt('2026-05-15', '16:00') }),
      '2026-05-18',
      '18:00',
      true,
    ],
    ['the appointment has passed, its day has not', dispatchedVisit(), nextDay, '17:59', false],
    ['the day of the appointment is over', dispatchedVisit(), nextDay, '18:00', true],
    [
      'an appointment on a Saturday waits for Monday',
      dispatchedVisit({ appointmentAt: instantAt('2026-05-16', '10:00') }),
      '2026-05-18',
      '17:59',
      false,
    ],
    [
      'and no longer',
      dispatchedVisit({ appointmentAt: instantAt('2026-05-16', '10:00') }),
      '2026-05-18',
      '18:00',
      true,
    ],
    ['reported on', visitedVisit(), '2026-06-30', '18:00', false],
    ['cancelled', askedVisit({ status: 'cancelled' }), '2026-06-30', '18:00', false],
  ])('%s', (_, visit, day, time, isLate) => {
    expect(isVisitLate(visit, promiseDay(time, day))).toBe(isLate)
  })
})

test('a slip without a name and a time is not printed', () => {
  const setting = { hallName: '大厅', officePhone: '1', supervisionPhone: '12345' }
  expect(visitLacking(askedVisit(), setting)).toEqual(['上门人', '约定时间'])
  expect(visitLacking(dispatchedVisit(), { ...setting, supervisionPhone: '' })).toEqual(['监督电话'])
})

test('a button that is not grey is not refused for what stands in the books', () => {
  expect(Object.keys(visitRefusals(visitFacts(undefined)))).not.toContain('AskHomeVisit')
  const free = visitRefusals({ ...visitFacts(dispatchedVisit()), actor: supervisor })
  expect(Object.keys(free).sort()).toEqual(['AskHomeVisit', 'ConfirmHomeVisit'])
})

/** Whatever anybody tries, in whatever order. */
const oneTry = fc.record({
  press: fc.constantFrom('dispatch', 'reschedule', 'settled', 'taken-along', 'confirm', 'cancel'),
  who: fc.constantFrom(staffActor(), otherClerk, guide, supervisor),
  to: fc.constantFrom('clerk-1', 'clerk-2', 'guide-1', 'nobody'),
  hours: fc.integer({ min: 0, max: 40 }),
  ahead: fc.integer({ min: -20, max: 100 }),
})
type Try = typeof oneTry extends fc.Arbitrary<infer T> ? T : never

function decideTry({ press, to, ahead }: Try, facts: HomeVisitFacts): Decision {
  const at = new Date(facts.now + ahead * 3_600_000 + 8 * 3_600_000).toISOString()
  const time = { appointmentDay: at.slice(0, 10), appointmentTime: at.slice(11, 16) }
  if (press === 'dispatch') return decideDispatchHomeVisit({ inquiryId: 1, visitorId: to, ...time }, facts)
  if (press === 'reschedule') return decideRescheduleHomeVisit({ inquiryId: 1, ...time, reason: '改' }, facts)
  if (press === 'confirm')
    return decideConfirmHomeVisit({ inquiryId: 1, means: 'paper', reason: '' }, { ...facts, signatureHash: null })
  if (press === 'cancel') return decideCancelHomeVisit({ inquiryId: 1, reason: '不去' }, facts)
  return decideReportHomeVisit({ inquiryId: 1, result: press, note: '办' }, facts)
}

test('a visit never ends without a result, and from the dispatch on somebody goes', () => {
  const ended = new Set<string>()
  fc.assert(
    fc.property(fc.array(oneTry, { maxLength: 14 }), (all) => {
      let facts = visitFacts(askedVisit())
      for (const one of all) {
        const now = facts.now + one.hours * 3_600_000
        facts = { ...facts, now, actor: one.who }
        const decision = decideTry(one, facts)
        if (decision.kind === 'refused') continue
        const events: HallFact[] = decision.events
        const lines = events.filter(({ type }) => type.startsWith('FirstInquiry')) as InquiryEvent[]
        const inquiry = lines.reduce((line, event) => inquiryAfter(line, event, now), facts.inquiry)
        facts = { ...facts, inquiry, visit: visitAfter(facts, events) }
        const visit = facts.visit!
        ended.add(visit.status)
        if (visit.status !== 'asked' && visit.status !== 'cancelled') {
          expect(visit.visitorId).not.toBeNull()
          expect(visit.appointmentAt).not.toBeNull()
        }
        if (visit.status === 'ended') expect(visit.report).not.toBeNull()
        expect(lines.every(({ type }) => type !== 'FirstInquiryRecorded')).toBe(true)
      }
    }),
    { numRuns: 400, seed: 21 },
  )
  expect([...ended].sort()).toEqual(['cancelled', 'dispatched', 'ended', 'visited'])
})

test('the fold takes no event that does not fit', () => {
  const cancelled = { type: 'HomeVisitCancelled', body: { inquiryId: 1, reason: '不去' } } as const
  expect(() => homeVisitAfter(visitedVisit(), cancelled, 0)).toThrow(/asked or dispatched/)
  expect(() => homeVisitAfter(undefined, cancelled, 0)).toThrow(/finds the visit/)
})
