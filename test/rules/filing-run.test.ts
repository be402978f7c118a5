import { describe, expect, test } from 'vitest'
import {
  decideApproveExtension,
  decideAskExtension,
  decideConvertFiling,
  decideExplainOverdue,
  decideRecountDeadline,
  decideRefuseExtension,
  decideResumeFiling,
  decideSuspendFiling,
  decideUrgeFiling,
} from '../../shared/rules/filing-run.ts'
import type { FilingFactsOf } from '../../shared/rules/promise-facts.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import type { DocumentKind } from '../../shared/vocabulary/hall-document.ts'
import { accepted, refusal, refusedInOrder } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { atInstant, filingWith } from '../support/intake-facts.ts'
import {
  acceptedFiling,
  bySupervisor,
  changed,
  decidedFiling,
  instantFiling,
  movedBy,
  producedFiling,
  runFacts,
  suspendedFiling,
  unfit,
  untouchable,
} from '../support/run-facts.ts'
import { workday } from '../support/sample-hall.ts'

const asked = { workdays: 5, reason: '需要现场核实', askedBy: 'clerk-1', at: 0 }
const extension = { workdays: 5, reason: '需要现场核实', approvedBy: 'supervisor-1', approver: '镇长', at: 0 }

/** Facts in a hall whose calendar says something of its own about days. */
function withDays<F extends FilingFactsOf>(facts: F, isWorkday: boolean, ...days: string[]): F {
  const { calendar } = facts.setup
  const own = days.map((day) => ({ day, isWorkday, reason: '本厅安排', documentNumber: '' }))
  return { ...facts, setup: { ...facts.setup, calendar: { ...calendar, overrides: [...calendar.overrides, ...own] } } }
}

/** The facts of the document of a kind that was issued. */
function paperIn(events: readonly HallFact[], kind: DocumentKind): unknown {
  const papers = events.flatMap((event) => (event.type === 'DocumentIssued' ? [event.body.facts] : []))
  return papers.find((facts) => facts.kind === kind)
}

describe('SuspendFiling 特别程序开始', () => {
  const body = { filingId: 1, procedure: 'appraisal', basis: '样本条例第九条', expectedWorkdays: 3 } as const
  const decide = (facts: FilingFactsOf) => decideSuspendFiling(body, facts)
  refusedInOrder(runFacts(), decide, untouchable('received'))

  test('is told in writing today, and says when it is expected to end', () => {
    const { events, made } = accepted(decide(runFacts()))
    expect(events).toMatchObject([
      { type: 'FilingSuspended', body: { fromDay: '2026-05-14', expectedEndDay: '2026-05-19' } },
      { type: 'DocumentIssued', body: { documentKind: 'special-procedure-notice', number: 'TBC-2026-000001' } },
    ])
    expect(made).toEqual({ expectedEndDay: '2026-05-19' })
  })

  test('does not stand still twice at the same time (edge case 49)', () => {
    expect(refusal(decide(runFacts(suspendedFiling()))).code).toBe('filing-status')
  })
})

describe('ResumeFiling 特别程序结束', () => {
  const decide = (facts: FilingFactsOf) => decideResumeFiling({ filingId: 1, note: '' }, facts)
  const given = runFacts(suspendedFiling({ suspension: { ...suspendedFiling().suspension!, fromDay: '2026-05-14' } }))
  refusedInOrder(given, decide, untouchable('accepted'))

  test.each([
    ['2026-05-14', null, null, '2026-05-27'],
    ['2026-05-15', '2026-05-15', '2026-05-15', '2026-05-28'],
    ['2026-05-18', '2026-05-15', '2026-05-18', '2026-05-29'],
    ['2026-05-17', '2026-05-15', '2026-05-17', '2026-05-28'],
  ])('told on Thursday 14 May and back on %s: out are %s to %s, due on %s', (day, from, to, due) => {
    const { events, made } = accepted(decide(atInstant(given, day, '10:00')))
    expect(events).toMatchObject([{ type: 'FilingResumed', body: { excludedFrom: from, excludedTo: to } }])
    expect(made).toEqual({ promisedDueDay: due })
  })

  test('a date that the calendar would now count earlier stays as it was printed', () => {
    const shorter = withDays(given, true, '2026-05-16', '2026-05-17')
    expect(accepted(decide(shorter)).made).toEqual({ promisedDueDay: '2026-05-27' })
  })
})

describe('AskExtension 申请延期', () => {
  const ask = (workdays: number) => (facts: FilingFactsOf) =>
    decideAskExtension({ filingId: 1, workdays, reason: '需要现场核实' }, facts)

  refusedInOrder(runFacts(), ask(5), [
    ...untouchable('suspended'),
    ['extension-used', changed({ extension })],
    ['no-limit-to-extend', changed({ promisedDue: null, statutoryDue: null })],
  ])
  refusedInOrder(runFacts(), ask(5), [
    ['extension-too-late', (facts) => atInstant(facts, '2026-05-27', '17:00')],
    ['extension-asked', changed({ extensionAsked: asked })],
  ])

  test.each([
    ['promised', 10],
    ['joint', 15],
  ] as const)('of a %s matter: at most %i workdays (行政许可法 第四十二条)', (itemKind, max) => {
    const facts = runFacts(acceptedFiling({ itemKind }))
    expect(accepted(ask(max)(facts)).events).toMatchObject([{ type: 'ExtensionAsked', body: { askedBy: 'clerk-1' } }])
    expect(refusal(ask(max + 1)(facts))).toMatchObject({ code: 'extension-too-long', facts: { max } })
  })

  test('an instant matter has no limit to extend, and one by law alone is extended by that', () => {
    expect(refusal(ask(1)(runFacts(instantFiling()))).code).toBe('no-limit-to-extend')
    expect(ask(1)(runFacts(acceptedFiling({ promisedDue: null })))).toMatchObject({ kind: 'accepted' })
  })

  test('a second before the windows close on the due day it may still be asked for (edge case 48)', () => {
    expect(ask(5)(atInstant(runFacts(), '2026-05-27', '16:59:59'))).toMatchObject({ kind: 'accepted' })
  })
})

describe('ApproveExtension 批准延期', () => {
  const decide = (facts: FilingFactsOf) => decideApproveExtension({ filingId: 1, approver: '镇长' }, facts)
  const given = bySupervisor(runFacts(acceptedFiling({ extensionAsked: asked })))
  refusedInOrder(given, decide, [
    ...unfit<FilingFactsOf>('suspended'),
    ['extension-not-asked', changed({ extensionAsked: null })],
    ['extension-used', changed({ extension })],
    ['extension-too-late', (facts) => atInstant(facts, '2026-05-27', '17:00')],
  ])

  test('both limits move from the original date, and the applicant gets his own notice', () => {
    const decision = accepted(decide(given))
    expect(decision.events.map(({ type }) => type)).toEqual(['DeadlineExtended', 'DocumentIssued', 'DocumentIssued'])
    expect(decision.events[0]).toMatchObject({
      body: {
        promisedDue: { day: '2026-06-03' },
        statutoryDue: { day: '2026-06-17' },
        approvedBy: 'supervisor-1',
      },
    })
    const told = { originalDueDay: '2026-05-27', workdays: 5, newDueDay: '2026-06-03', approver: '镇长' }
    expect(paperIn(decision.events, 'extension-notice')).toMatchObject({ own: told })
    expect(paperIn(decision.events, 'extension-approval')).toMatchObject({ own: { ...told, usedWorkdays: 1 } })
  })

  test('the used workdays leave out those of a special procedure', () => {
    const excluded = [{ from: '2026-05-15', to: '2026-05-18', cause: 'appraisal' as const }]
    const facts = bySupervisor(runFacts(acceptedFiling({ extensionAsked: asked, excluded }), '2026-05-20'))
    // 14, 19 and 20 May; the 15th and 18th do not count, nor does the weekend between.
    expect(paperIn(accepted(decide(facts)).events, 'extension-approval')).toMatchObject({ own: { usedWorkdays: 3 } })
  })

  test('is added to the printed date, which a changed calendar has left later than a fresh count', () => {
    const facts = withDays(given, true, '2026-05-16')
    expect(accepted(decide(facts)).made).toEqual({ dueDay: '2026-06-03' })
    const moved = movedBy(facts, accepted(decide(facts)).events)
    expect(decideRecountDeadline({ filingId: 1 }, { ...facts, filing: moved })).toMatchObject({ events: [] })
  })
})

describe('RefuseExtension 不批准延期', () => {
  const decide = (facts: FilingFactsOf) => decideRefuseExtension({ filingId: 1, reason: '可以按期办结' }, facts)
  const given = bySupervisor(runFacts(acceptedFiling({ extensionAsked: asked })))
  refusedInOrder(given, decide, [
    ...unfit<FilingFactsOf>('decided'),
    ['extension-not-asked', changed({ extensionAsked: null })],
  ])

  test('and it may be asked for again', () => {
    const filing = movedBy(given, accepted(decide(given)).events)
    expect(filing).toMatchObject({ extensionAsked: null, promisedDue: { day: '2026-05-27' } })
    const again = decideAskExtension({ filingId: 1, workdays: 2, reason: '缺少图纸' }, runFacts(filing))
    expect(again).toMatchObject({ kind: 'accepted' })
  })
})

describe('ConvertFiling 即办件转承诺件', () => {
  const body = (amount: number): CommandBody<'ConvertFiling'> => ({
    filingId: 1,
    limit: { amount, unit: 'workday', basis: '' },
    reason: '系统故障',
  })
  const decide = (facts: FilingFactsOf) => decideConvertFiling(body(3), facts)
  refusedInOrder(runFacts(instantFiling(), workday), decide, [
    ...untouchable('received'),
    ['not-an-instant-item', changed({ itemKind: 'promised' })],
    ['extension-too-late', (facts) => atInstant(facts, '2026-05-14', '00:00')],
  ])

  test('gives it a date instead of leaving it silently late (edge case 50)', () => {
    const facts = runFacts(instantFiling(), workday)
    const converted = movedBy(facts, accepted(decide(facts)).events)
    expect(converted).toMatchObject({ itemKind: 'promised', promisedDue: { day: '2026-05-18' } })
  })

  test('a promise cannot be longer than the law allows', () => {
    const facts = runFacts(instantFiling(), workday)
    expect(refusal(decideConvertFiling(body(21), facts)).code).toBe('promise-over-statutory')
    expect(decideConvertFiling(body(20), facts)).toMatchObject({ kind: 'accepted' })
    const unlimited = instantFiling({ statutoryLimit: null, statutoryDue: null })
    expect(decideConvertFiling(body(21), runFacts(unlimited, workday))).toMatchObject({ kind: 'accepted' })
  })
})

describe('ExplainOverdue 超时说明', () => {
  const decide = (facts: FilingFactsOf) => decideExplainOverdue({ filingId: 1, reason: '评审专家未到' }, facts)
  const late = runFacts(acceptedFiling(), '2026-05-28')
  refusedInOrder(late, decide, [
    ...untouchable('decided'),
    ['not-overdue', (facts) => atInstant(facts, '2026-05-27', '16:59:59')],
  ])

  test.each<[string, Filing, string, string, 'accepted' | 'refused']>([
    ['a promised one at closing time', acceptedFiling(), '2026-05-27', '17:00', 'accepted'],
    ['one by law alone', acceptedFiling({ promisedDue: null }), '2026-06-10', '17:00', 'accepted'],
    ['an instant one served past closing', instantFiling(), workday, '17:10', 'refused'],
    ['an instant one on the next day', instantFiling(), '2026-05-14', '08:00', 'accepted'],
    [
      'one without any limit',
      acceptedFiling({ promisedDue: null, statutoryDue: null }),
      '2030-01-01',
      '08:00',
      'refused',
    ],
  ])('%s', (_, filing, day, time, kind) => {
    const scheduled = runFacts(filing)
    expect(decide({ ...atInstant(scheduled, day, time) }).kind).toBe(kind)
  })
})

describe('UrgeFiling 催办', () => {
  const decide = (facts: FilingFactsOf) => decideUrgeFiling({ filingId: 1, demand: '今日内报进度' }, facts)
  refusedInOrder(bySupervisor(runFacts()), decide, unfit<FilingFactsOf>('withdrawn'))

  test.each<[string, Filing, string, string, number | null]>([
    ['in time', acceptedFiling(), '2026-05-14', 'green', 9],
    ['due on the next workday', acceptedFiling(), '2026-05-26', 'yellow', 1],
    ['past the promise', acceptedFiling(), '2026-05-29', 'orange', -2],
    ['that stands still', suspendedFiling(), '2026-05-20', 'grey', 10],
    ['without a limit', acceptedFiling({ promisedDue: null, statutoryDue: null }), '2026-05-29', 'green', null],
    ['not accepted yet, its notice due today', filingWith(), '2026-05-20', 'yellow', 0],
  ])('says of a matter %s what its light says', (_, filing, day, light, remainingWorkdays) => {
    const { events } = accepted(decide(bySupervisor(runFacts(filing, day))))
    expect(paperIn(events, 'urge-slip')).toMatchObject({ own: { light, remainingWorkdays, urgedById: 'supervisor-1' } })
  })
})

describe('RecountDeadline 重算期限', () => {
  const decide = (facts: FilingFactsOf) => decideRecountDeadline({ filingId: 1 }, facts)
  const given: FilingFactsOf = { ...runFacts(), actor: { kind: 'hub' } }
  refusedInOrder(given, decide, unfit<FilingFactsOf>('received'))

  test('the ten workdays to the delivery move later as well, and never earlier (行政许可法 第四十四条)', () => {
    for (const filing of [decidedFiling(), producedFiling()]) {
      const decided = { ...given, filing }
      expect(accepted(decide(decided)).events).toEqual([])
      const later = withDays(decided, false, '2026-05-20')
      const moved = movedBy(later, accepted(decide(later)).events)
      expect(moved.deliveryDue).toMatchObject({ day: '2026-05-29', at: instantAt('2026-05-29', '17:00') })
      expect(accepted(decide({ ...decided, filing: moved })).events).toEqual([])
      expect(accepted(decide(withDays(decided, true, '2026-05-16'))).events).toEqual([])
    }
  })

  test('nothing is written when nothing changes', () => {
    expect(accepted(decide(given)).events).toEqual([])
  })

  test('a closed day moves both dates later, also of one that stands still', () => {
    for (const filing of [acceptedFiling(), suspendedFiling()]) {
      expect(accepted(decide(withDays({ ...given, filing }, false, '2026-05-20'))).events).toMatchObject([
        {
          type: 'DeadlineRecounted',
          body: { promisedDue: { day: '2026-05-28' }, statutoryDue: { day: '2026-06-11' } },
        },
      ])
    }
  })

  test('a worked Saturday moves no printed date (domain 6.3)', () => {
    expect(accepted(decide(withDays(given, true, '2026-05-16'))).events).toEqual([])
  })

  test('the warning of a date that was kept follows the new calendar', () => {
    // The 16th is worked instead of the 26th: both counts end on 27 May, two workdays before it is the 22nd.
    const facts = withDays(withDays(given, true, '2026-05-16'), false, '2026-05-26')
    const { promisedDue } = movedBy(facts, accepted(decide(facts)).events)
    expect(promisedDue).toMatchObject({ day: '2026-05-27', warnAt: instantAt('2026-05-22', '00:00') })
  })

  test('a date that was never printed is counted as it is', () => {
    const filing = acceptedFiling({ promisedDue: null })
    expect(movedBy({ ...given, filing }, accepted(decide({ ...given, filing })).events).promisedDue?.day).toBe(
      '2026-05-27',
    )
  })
})
