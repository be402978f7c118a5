import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alarmAfter,
  alarmsDue,
  decideAcknowledgeAlarm,
  decideCloseAlarm,
  decideReviewAlarms,
} from '../../shared/rules/alarm.ts'
import type { AlarmFacts, PromiseDay, ReviewAlarmsFacts } from '../../shared/rules/promise-facts.ts'
import type { Alarm, AlarmGrade, AlarmKind } from '../../shared/vocabulary/alarm.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../shared/vocabulary/first-inquiry.ts'
import type { AlarmEvent } from '../../shared/vocabulary/promise-event.ts'
import { accepted, refusal, refusedInOrder } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import {
  correctingFiling,
  filingWith,
  inquiryWith,
  otherClerk,
  promiseDay,
  supervisor,
} from '../support/intake-facts.ts'
import {
  acceptedFiling,
  decidedFiling,
  deliveredFiling,
  houseStages,
  instantFiling,
  producedFiling,
  stagedFiling,
  suspendedFiling,
} from '../support/run-facts.ts'
import { workday } from '../support/sample-hall.ts'
import { askedVisit, dispatchedVisit, visitedVisit } from '../support/visit-facts.ts'
import { daysFrom } from './day-by-day.ts'

function alarmWith(changes: Partial<Alarm> = {}): Alarm {
  return {
    alarmId: 1,
    kind: 'AL02',
    grade: 'yellow',
    filingId: 1,
    inquiryId: null,
    staffIds: ['clerk-1'],
    status: 'open',
    at: instantAt('2026-05-25', '00:00'),
    acknowledgedBy: null,
    acknowledgedAt: null,
    closedBy: null,
    closedAt: null,
    closedNote: '',
    ...changes,
  }
}

function reviewFacts(day: string, time: string, more: Partial<ReviewAlarmsFacts> = {}): ReviewAlarmsFacts {
  const nothing = { filings: [], offered: [], visits: [], alarms: [], closedByHand: [] }
  return { ...promiseDay(time, day, { actor: { kind: 'hub' } }), ...nothing, ...more }
}

function offeredInquiry(time: string, changes: Partial<FirstInquiry> = {}): FirstInquiry {
  const offer = { fromStaffId: 'clerk-1', toStaffId: 'clerk-2', at: instantAt(workday, time), reason: '属户籍业务' }
  return inquiryWith({ status: 'offered', offer, ...changes })
}

const review = (facts: ReviewAlarmsFacts) => accepted(decideReviewAlarms(facts)).events as AlarmEvent[]
const words = (events: readonly AlarmEvent[]) =>
  events.map(({ type, body }) => (type === 'AlarmOpened' ? `${body.kind} ${body.grade}` : `${type} ${body.alarmId}`))

/** The alarms after one more review at the same instant or a later one. */
function reviewed(facts: ReviewAlarmsFacts): ReviewAlarmsFacts {
  const { now, lastIds } = facts
  const alarms = new Map(facts.alarms.map((alarm) => [alarm.alarmId, alarm]))
  for (const event of review(facts)) {
    const { alarmId } = event.body
    alarms.set(alarmId, alarmAfter(alarms.get(alarmId), event, now))
  }
  const open = [...alarms.values()].filter(({ status }) => status !== 'closed')
  return { ...facts, alarms: open, lastIds: { ...lastIds, alarmId: Math.max(lastIds.alarmId, ...alarms.keys()) } }
}

describe('what has to be called out', () => {
  const deemed = acceptedFiling({ isDeemed: true })
  const signed = { means: 'paper', at: 0 } as const
  const allowance = { reason: '政策变化', allowedBy: 'supervisor-1' }
  const { suspension } = suspendedFiling()
  const stillInStage = stagedFiling(houseStages, { status: 'suspended', suspension })
  const corrected = filingWith({ correctedDay: '2026-05-20' })

  test.each<[string, Filing, string, string, string[]]>([
    ['received today', filingWith(), workday, '10:00', []],
    ['its notice due on the next workday', filingWith(), '2026-05-19', '08:00', ['AL01 due-tomorrow']],
    ['its notice due today', filingWith(), '2026-05-20', '17:59', ['AL01 due-today']],
    ['its notice never given', filingWith(), '2026-05-20', '18:00', ['AL01 late']],
    [
      'on a Friday, the notice due on Monday',
      filingWith({ receivedDay: '2026-05-11' }),
      '2026-05-15',
      '08:00',
      ['AL01 due-tomorrow'],
    ],
    ['corrected, and nobody says a word', corrected, '2026-05-27', '09:00', ['AL01 due-today']],
    ['accepted by law', deemed, '2026-05-21', '08:00', ['AL01 late']],
    ['accepted, in time', acceptedFiling(), '2026-05-22', '23:59', []],
    ['near its promise', acceptedFiling(), '2026-05-25', '00:00', ['AL02 yellow']],
    ['past its promise', acceptedFiling(), '2026-05-27', '17:00', ['AL02 orange']],
    ['past the law', acceptedFiling(), '2026-06-10', '17:00', ['AL02 red']],
    ['instant, a day late', instantFiling(), '2026-05-14', '08:00', ['AL02 red']],
    ['with a stage due tomorrow', stagedFiling(), '2026-05-14', '23:59', []],
    ['with a stage due today', stagedFiling(), '2026-05-15', '16:59', ['AL03 due-today']],
    ['with a stage that is late, in time itself', stagedFiling(), '2026-05-15', '17:00', ['AL03 late']],
    ['with a stage that is late, near itself', stagedFiling(), '2026-05-25', '00:00', ['AL02 yellow', 'AL03 late']],
    ['late itself, and so is its stage', stagedFiling(), '2026-05-27', '17:00', ['AL02 orange']],
    ['with a stage that stands still', stillInStage, '2026-05-15', '17:00', ['AL04 due-tomorrow']],
    ['standing still', suspendedFiling(), '2026-05-14', '08:00', []],
    ['standing still until the next workday', suspendedFiling(), '2026-05-15', '08:00', ['AL04 due-tomorrow']],
    ['standing still for too long', suspendedFiling(), '2026-05-28', '08:00', ['AL04 late']],
    ['told to bring more by today', correctingFiling(), '2026-08-11', '08:00', ['AL04 due-today']],
    ['told twice', correctingFiling({ noticeCount: 2 }), '2026-05-20', '08:00', ['AL05 noted']],
    ['to be told again', correctingFiling({ secondNoticeAllowance: allowance }), '2026-05-20', '08:00', ['AL05 noted']],
    ['decided, to be told by today', decidedFiling(), '2026-05-15', '17:59', []],
    ['decided, and nobody was told', decidedFiling(), '2026-05-15', '18:00', ['AL07 late']],
    ['decided, and he was told', producedFiling({ toldAt: 1 }), '2026-05-25', '18:00', []],
    ['delivered, and not signed', deliveredFiling(), '2026-05-18', '18:00', ['AL07 late']],
    ['delivered and signed', deliveredFiling({ slipSigned: signed }), '2026-05-25', '18:00', []],
  ])('of a filing %s', (_, filing, day, time, expected) => {
    const found = alarmsDue(reviewFacts(day, time, { filings: [filing] }))
    expect(found.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual(expected)
    for (const { filingId, staffIds } of found) expect([filingId, staffIds]).toEqual([1, ['clerk-1']])
  })

  test.each([
    ['2026-05-13', '17:59', '12:00', 0],
    ['2026-05-13', '18:00', '12:00', 1],
    ['2026-05-13', '23:00', '16:00', 0],
    ['2026-05-14', '09:59', '16:00', 0],
    ['2026-05-14', '10:00', '16:00', 1],
  ])('at %s %s of a transfer of Wednesday %s, four open hours long: %i (AL06)', (day, time, offeredAt, count) => {
    const found = alarmsDue(reviewFacts(day, time, { offered: [offeredInquiry(offeredAt)] }))
    expect(found).toHaveLength(count)
    for (const one of found) expect(one).toMatchObject({ kind: 'AL06', inquiryId: 1, staffIds: ['clerk-1', 'clerk-2'] })
  })

  test.each([
    ['nobody sent to', askedVisit(), '17:59', []],
    ['nobody sent to by the end of the next workday', askedVisit(), '18:00', ['clerk-1']],
    ['nobody reported on by the end of the agreed day', dispatchedVisit(), '18:00', ['clerk-2', 'clerk-1']],
    ['that who answers for it went to himself', dispatchedVisit({ visitorId: 'clerk-1' }), '18:00', ['clerk-1']],
    ['reported on', visitedVisit(), '18:00', []],
  ])('a home visit %s calls those it concerns (AL21)', (_, visit, time, staffIds) => {
    const visits = [{ visit, inquiry: inquiryWith() }]
    const found = alarmsDue(reviewFacts('2026-05-14', time, { visits }))
    expect(found.flatMap((one) => one.staffIds)).toEqual(staffIds)
    for (const one of found) expect(one).toMatchObject({ kind: 'AL21', grade: 'late', inquiryId: 1, filingId: null })
  })

  test('one who gets his own question back is called once', () => {
    const back = offeredInquiry('08:00', { firstResponder: 'clerk-2' })
    expect(alarmsDue(reviewFacts('2026-05-14', '10:00', { offered: [back] }))[0]?.staffIds).toEqual(['clerk-2'])
  })
})

describe('ReviewAlarms 巡查预警', () => {
  test('what was handed over calls whoever answers for it now, and nobody twice', () => {
    const late = reviewed(reviewFacts('2026-05-27', '17:00', { filings: [acceptedFiling()] }))
    expect(late.alarms).toMatchObject([{ alarmId: 1, grade: 'orange', staffIds: ['clerk-1'] }])
    const given = { ...late, filings: [acceptedFiling({ ownerId: 'clerk-2' })] }
    expect(words(review(given))).toEqual(['AlarmClosed 1', 'AL02 orange'])
    expect(reviewed(given).alarms).toMatchObject([{ alarmId: 2, grade: 'orange', staffIds: ['clerk-2'] }])
    const settled = { ...given, alarms: [], closedByHand: [alarmWith({ grade: 'orange', at: late.now })] }
    expect(review(settled)).toEqual([])
  })

  test('a late stage calls whoever handles it, until it ends (AL03)', () => {
    const { stages, ...rest } = stagedFiling()
    const filing = { ...rest, stages: stages.map((stage) => ({ ...stage, handlerId: 'clerk-2' })) }
    const late = reviewed(reviewFacts('2026-05-18', '08:00', { filings: [filing] }))
    expect(late.alarms).toMatchObject([{ kind: 'AL03', grade: 'late', staffIds: ['clerk-2'], status: 'open' }])
    const [first, ...ahead] = filing.stages
    const ended = { ...first!, ended: { at: late.now, opinion: '同意' } }
    expect(words(review({ ...late, filings: [{ ...filing, stages: [ended, ...ahead] }] }))).toEqual(['AlarmClosed 1'])
  })

  test('what rises is closed at the old grade and opened at the new one', () => {
    const filings = [acceptedFiling()]
    const yellow = reviewed(reviewFacts('2026-05-25', '08:00', { filings }))
    expect(yellow.alarms).toMatchObject([{ alarmId: 1, kind: 'AL02', grade: 'yellow', status: 'open' }])
    const later = { ...yellow, now: instantAt('2026-05-27', '17:00') }
    expect(words(review(later))).toEqual(['AlarmClosed 1', 'AL02 orange'])
    expect(reviewed(later).alarms).toMatchObject([{ alarmId: 2, grade: 'orange' }])
  })

  test('it is closed when its cause has ended', () => {
    const facts = reviewFacts('2026-05-25', '08:00', { alarms: [alarmWith({ status: 'acknowledged' })] })
    expect(review(facts)).toEqual([{ type: 'AlarmClosed', body: { alarmId: 1, staffId: null, note: '' } }])
  })

  const closed = (kind: AlarmKind, grade: AlarmGrade, changes: Partial<Alarm>) =>
    alarmWith({ kind, grade, status: 'closed', closedBy: 'supervisor-1', ...changes })

  test('what somebody closed stays closed at that grade, and the next one is called out', () => {
    const closedByHand = [closed('AL02', 'yellow', {})]
    const facts = reviewFacts('2026-05-26', '08:00', { filings: [acceptedFiling()], closedByHand })
    expect(review(facts)).toEqual([])
    expect(words(review({ ...facts, now: instantAt('2026-05-27', '17:00') }))).toEqual(['AL02 orange'])
  })

  test.each<[string, Alarm, Partial<ReviewAlarmsFacts>, string]>([
    [
      'a transfer to the next one',
      closed('AL06', 'late', { filingId: null, inquiryId: 1, at: instantAt(workday, '12:00') }),
      { offered: [offeredInquiry('16:00')] },
      'AL06 late',
    ],
    [
      'a notice after a correction',
      closed('AL01', 'due-today', { at: instantAt('2026-05-06', '08:00') }),
      { filings: [filingWith({ correctedDay: '2026-05-08' })] },
      'AL01 due-today',
    ],
    [
      'another special procedure',
      closed('AL04', 'due-today', { at: instantAt('2026-05-12', '08:00') }),
      {
        filings: [suspendedFiling({ suspension: { ...suspendedFiling().suspension!, expectedEndDay: '2026-05-14' } })],
      },
      'AL04 due-today',
    ],
    [
      'a further notice',
      closed('AL05', 'noted', { at: instantAt('2026-05-12', '08:00') }),
      { filings: [correctingFiling({ noticeCount: 2, secondNoticeAt: instantAt(workday, '15:00') })] },
      'AL05 noted',
    ],
    [
      'a signature after the word to the applicant',
      closed('AL07', 'late', { at: instantAt('2026-05-11', '08:00') }),
      { filings: [deliveredFiling({ deliveredAt: instantAt(workday, '08:00'), endedAt: 0 })] },
      'AL07 late',
    ],
    [
      'an appointment that is missed after a dispatch that was late',
      closed('AL21', 'late', { filingId: null, inquiryId: 1, at: instantAt(workday, '19:00') }),
      { visits: [{ visit: dispatchedVisit(), inquiry: inquiryWith() }] },
      'AL21 late',
    ],
  ])('but %s is another matter', (_, before, cause, expected) => {
    const facts = reviewFacts('2026-05-14', '17:59', { ...cause, closedByHand: [before] })
    const isDueAtEnd = expected === 'AL07 late' || expected === 'AL21 late'
    const atEnd = isDueAtEnd ? { ...facts, now: instantAt('2026-05-14', '18:00') } : facts
    expect(words(review(atEnd))).toEqual([expected])
    expect(review({ ...atEnd, closedByHand: [{ ...before, at: instantAt('2026-05-14', '17:00') }] })).toEqual([])
  })

  const someFiling = (filingId: number) =>
    fc
      .constantFrom(
        filingWith(),
        correctingFiling({ noticeCount: 2 }),
        acceptedFiling(),
        acceptedFiling({ isDeemed: true }),
        instantFiling(),
        suspendedFiling(),
        decidedFiling(),
        deliveredFiling(),
      )
      .map((filing) => ({ ...filing, filingId }))
  const someHall = fc.record({
    filings: fc.tuple(...[1, 2, 3, 4].map(someFiling)),
    offered: fc.constantFrom([], [offeredInquiry('08:00')]),
    hoursBetween: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
  })

  test('reviewing twice opens nothing twice, and no matter has two alarms of a kind', () => {
    let opened = 0
    fc.assert(
      fc.property(someHall, ({ filings, offered, hoursBetween }) => {
        let facts = reviewFacts(workday, '08:00', { filings, offered })
        for (const hours of hoursBetween) {
          facts = reviewed({ ...facts, now: facts.now + hours * 3_600_000 })
          expect(review(facts)).toEqual([])
          const subjects = facts.alarms.map(({ kind, filingId, inquiryId }) => `${kind} ${filingId}/${inquiryId}`)
          expect(new Set(subjects).size).toBe(subjects.length)
        }
        opened += facts.lastIds.alarmId
      }),
    )
    expect(opened).toBeGreaterThan(50)
  })

  test('ids go on from the last one, without a gap', () => {
    const filings = daysFrom(workday, 5).map((_, at) => acceptedFiling({ filingId: at + 1 }))
    const facts = reviewFacts('2026-05-28', '08:00', { filings })
    const events = review({ ...facts, lastIds: { ...facts.lastIds, alarmId: 41 } })
    expect(events.map(({ body }) => body.alarmId)).toEqual([42, 43, 44, 45, 46])
  })
})

describe('AcknowledgeAlarm 签收 and CloseAlarm 关闭', () => {
  const given = (changes: Partial<PromiseDay> = {}): AlarmFacts => ({ ...promiseDay(), alarm: alarmWith(), ...changes })
  const withAlarm = (changes: Partial<Alarm>) => (facts: AlarmFacts) => ({
    ...facts,
    ...(facts.alarm === undefined ? {} : { alarm: { ...facts.alarm, ...changes } }),
  })
  const acknowledge = (facts: AlarmFacts) => decideAcknowledgeAlarm({ alarmId: 1 }, facts)
  const close = (facts: AlarmFacts) => decideCloseAlarm({ alarmId: 1, note: '已补告知' }, facts)

  refusedInOrder(given(), acknowledge, [
    ['alarm-unknown', (facts) => ({ ...facts, alarm: undefined })],
    ['alarm-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
    ['alarm-ended', withAlarm({ status: 'acknowledged' })],
  ])
  refusedInOrder(given({ actor: supervisor }), close, [
    ['alarm-unknown', (facts) => ({ ...facts, alarm: undefined })],
    ['alarm-ended', withAlarm({ status: 'closed' })],
  ])

  test('a supervisor may acknowledge for those it calls', () => {
    expect(accepted(acknowledge(given({ actor: supervisor }))).events).toEqual([
      { type: 'AlarmAcknowledged', body: { alarmId: 1, staffId: 'supervisor-1' } },
    ])
    expect(refusal(acknowledge(withAlarm({ status: 'closed' })(given()))).facts).toEqual({ status: '关闭' })
  })

  test('one that was acknowledged is closed with what was done', () => {
    const acknowledged = alarmAfter(alarmWith(), accepted(acknowledge(given())).events[0] as AlarmEvent, 7)
    expect(acknowledged).toMatchObject({ status: 'acknowledged', acknowledgedBy: 'clerk-1', acknowledgedAt: 7 })
    const facts = { ...given({ actor: supervisor }), alarm: acknowledged }
    const ended = alarmAfter(acknowledged, accepted(close(facts)).events[0] as AlarmEvent, 9)
    expect(ended).toMatchObject({ status: 'closed', closedBy: 'supervisor-1', closedAt: 9, closedNote: '已补告知' })
    expect(() => alarmAfter(ended, accepted(close(facts)).events[0] as AlarmEvent, 11)).toThrow()
  })
})
