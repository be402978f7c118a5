import { describe, expect, test } from 'vitest'
import {
  decideAcceptFiling,
  decideDeemAcceptance,
  decideReceiveToleratedMaterial,
} from '../../shared/rules/filing-acceptance.ts'
import {
  decideCheckMaterials,
  decideCorrectOnTheSpot,
  decideDeclareNotRequired,
  decideDeclineFiling,
  decideReceiveFiling,
  intakeRefusals,
} from '../../shared/rules/filing-intake.ts'
import {
  decideAllowSecondNotice,
  decideIssueOneTimeNotice,
  decideReceiveCorrection,
} from '../../shared/rules/filing-notice.ts'
import type { FilingFactsOf, ReceiveFilingFacts } from '../../shared/rules/promise-facts.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import { accepted, type Obstacle, refusal, refusedInOrder } from '../support/facts.ts'
import {
  atInstant,
  check,
  correctingFiling,
  filingFacts,
  filingWith,
  inquiryFacts,
  inquiryWith,
  linesWith,
  noticeWith,
  otherClerk,
  supervisor,
  withFiling,
} from '../support/intake-facts.ts'
import { workday } from '../support/sample-hall.ts'

const hub = { kind: 'hub' } as const
const ready = (changes: Partial<Filing> = {}) => filingWith({ lines: linesWith(), ...changes })
const lacking = (changes: Partial<Filing> = {}) => filingWith({ lines: linesWith({ PLAN: 'missing' }), ...changes })
const allowance = { reason: '政策变化', allowedBy: 'supervisor-1' }

/** What forbids the owner of a filing in a wrong state to act on it. */
const untouchable = (status: Filing['status']): Obstacle<FilingFactsOf>[] => [
  ['filing-unknown', (facts) => ({ ...facts, filing: undefined })],
  ['filing-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
  ['filing-status', (facts) => withFiling(facts, { status })],
]
const lapsed: Obstacle<FilingFactsOf> = ['filing-status', (facts) => atInstant(facts, '2026-05-20', '18:00'), 'lapsed']

function bodyOf<T>(facts: { events: readonly { type: string; body: unknown }[] }, type: string): T {
  return facts.events.find((one) => one.type === type)!.body as T
}
const typesOf = (decision: { events: readonly { type: string }[] }) => decision.events.map(({ type }) => type)
const papersOf = (decision: { events: readonly { type: string; body: object }[] }) =>
  decision.events.flatMap(({ body }) => ('documentKind' in body ? [body.documentKind] : []))

describe('ReceiveFiling 收件', () => {
  const party = { name: '张三', idKind: 'resident-id', idNumber: '', phone: '', address: '' } as const
  const body: CommandBody<'ReceiveFiling'> = {
    inquiryId: 1,
    itemCode: 'C-HOUSE',
    party,
    agent: { ...party, relation: '父子', authority: 'letter-seen' },
    conditions: ['rented-home'],
    checks: [check('FORM', 'in-hand'), check('PLAN', 'defective', { problem: '没有盖章' })],
  }
  const given: ReceiveFilingFacts = {
    ...inquiryFacts(),
    ticketNumber: 'C007',
    party: { kind: 'known', partyId: 'party-1', birthDay: '2012-01-01' },
    agent: { kind: 'known', partyId: 'party-2', birthDay: null },
    atWindow: { windowNumber: 1, ticketId: 7 },
    itemVersion: 33,
  }
  const decide = (facts: ReceiveFilingFacts) => decideReceiveFiling(body, facts)

  refusedInOrder<ReceiveFilingFacts>(given, decide, [
    ['inquiry-unknown', (facts) => ({ ...facts, inquiry: undefined })],
    ['inquiry-not-yours', (facts) => ({ ...facts, actor: otherClerk })],
    ['inquiry-ended', (facts) => ({ ...facts, inquiry: inquiryWith({ status: 'answered' }) })],
    ['item-unknown', (facts) => ({ ...facts, setup: { ...facts.setup, serviceItems: new Map() } })],
    ['party-id-invalid', (facts) => ({ ...facts, party: { kind: 'invalid', problem: '校验位不对' } })],
    ['party-id-needed', (facts) => ({ ...facts, agent: { kind: 'id-needed' } })],
  ])

  test.each<[string, Partial<CommandBody<'ReceiveFiling'>>]>([
    ['agent-not-allowed', { itemCode: 'C-SELF' }],
    ['item-unknown', { itemCode: 'C-DRAFT' }],
    ['condition-unknown', { conditions: ['married'] }],
    ['material-unknown', { checks: [check('PHOTO-2', 'missing')] }],
    ['material-problem-needed', { checks: [check('PLAN', 'defective')] }],
    ['material-not-tolerable', { checks: [check('PLAN', 'tolerated', { dueDay: '2026-05-15' })] }],
    ['material-due-needed', { checks: [check('PHOTO', 'tolerated')] }],
    ['material-due-needed', { checks: [check('PHOTO', 'tolerated', { dueDay: '2026-05-12' })] }],
    ['material-not-promisable', { checks: [check('PLAN', 'promised')] }],
  ])('is refused with %s', (code, changes) => {
    expect(refusal(decideReceiveFiling({ ...body, ...changes }, given)).code).toBe(code)
  })

  test('a filing keeps what was published that day, with its slip', () => {
    const decision = accepted(decide(given))
    expect(typesOf(decision)).toEqual(['FilingReceived', 'DocumentIssued'])
    expect(papersOf(decision)).toEqual(['handling-slip'])
    expect(decision.made).toEqual({ filingId: 1, number: 'BJ-2026-000001', documentIds: [1] })
    expect(bodyOf(decision, 'FilingReceived')).toMatchObject({
      inquiryId: 1,
      ticketId: 7,
      ownerId: 'clerk-1',
      itemVersion: 33,
      promisedLimit: { amount: 10, unit: 'workday' },
      receivedDay: workday,
      noticeDueDay: '2026-05-20',
      conditions: ['agent', 'rented-home', 'under-16'],
    })
  })

  test('materials that hang on a circumstance are asked for in it alone; age and agent speak for themselves', () => {
    const grown = { ...given, party: { ...given.party, birthDay: '2010-05-13' } } as ReceiveFilingFacts
    const { agent: _, ...alone } = { ...body, conditions: ['under-16', 'agent'] }
    const decision = decideReceiveFiling(alone, { ...grown, agent: { kind: 'none' } })
    const { lines } = bodyOf<Filing>(accepted(decision), 'FilingReceived')
    expect(lines.map(({ materialCode, state }) => [materialCode, state])).toEqual([
      ['FORM', 'in-hand'],
      ['PLAN', 'defective'],
      ['PHOTO', 'unchecked'],
      ['NONE', 'unchecked'],
      ['LETTER', 'not-needed'],
      ['GUARD', 'not-needed'],
      ['RENT', 'not-needed'],
    ])
  })

  test.each([
    ['16:59:59', workday, '2026-05-20'],
    ['17:05', '2026-05-14', '2026-05-21'],
  ])('what comes at %s is received on %s and told by %s', (time, receivedDay, noticeDueDay) => {
    const decision = accepted(decide(atInstant(given, workday, time)))
    expect(bodyOf(decision, 'FilingReceived')).toMatchObject({ receivedDay, noticeDueDay })
  })
})

describe('CheckMaterials 核对材料', () => {
  const decide = (facts: FilingFactsOf, checks = [check('PLAN', 'missing')], conditions: string[] = []) =>
    decideCheckMaterials({ filingId: 1, conditions, checks }, facts)
  refusedInOrder(filingFacts(), decide, untouchable('accepted'))

  test('a circumstance found out later opens its material, and one taken back closes it', () => {
    const rented = accepted(decide(filingFacts(), [check('RENT', 'in-hand')], ['rented-home']))
    const { lines, conditions } = bodyOf<Filing>(rented, 'MaterialsChecked')
    expect(lines.find(({ materialCode }) => materialCode === 'RENT')?.state).toBe('in-hand')
    const back = accepted(decide(filingFacts(filingWith({ lines, conditions })), []))
    expect(bodyOf<Filing>(back, 'MaterialsChecked').lines.at(-1)).toMatchObject({ state: 'not-needed' })
  })

  test('a material of another circumstance cannot be asked for', () => {
    expect(refusal(decide(filingFacts(), [check('RENT', 'missing')])).code).toBe('material-unknown')
  })

  test('before the notice a slip of the pen can be put right, after it nothing new is asked for (篇4.3)', () => {
    expect(decide(filingFacts(ready()))).toMatchObject({ kind: 'accepted' })
    const corrected = ready({ noticeCount: 1, correctedDay: workday })
    expect(refusal(decide(filingFacts(corrected))).code).toBe('material-already-in-hand')
    const withTolerated = { ...corrected, lines: linesWith({ PHOTO: 'tolerated' }) }
    expect(refusal(decide(filingFacts(withTolerated), [check('PHOTO', 'missing')])).code).toBe('material-not-in-notice')
  })

  test('a second notice that was allowed opens the list once more, but not for what is in hand', () => {
    const lines = linesWith({ PLAN: 'missing', PHOTO: 'tolerated' })
    const facts = filingFacts(correctingFiling({ secondNoticeAllowance: allowance, lines }))
    expect(decide(facts, [check('PHOTO', 'missing')])).toMatchObject({ kind: 'accepted' })
    expect(refusal(decide(facts, [check('FORM', 'missing')])).code).toBe('material-already-in-hand')
  })
})

describe('the three short ways of 行政许可法 第三十二条', () => {
  const decline = (facts: FilingFactsOf, changes: Partial<CommandBody<'DeclineFiling'>> = {}) =>
    decideDeclineFiling(
      { filingId: 1, ground: 'not-competent', reason: '属县级事权', basis: '', competentOrgan: '县公安局', ...changes },
      facts,
    )
  const notRequired = (facts: FilingFactsOf) => decideDeclareNotRequired({ filingId: 1, reason: '小修小补' }, facts)

  describe('CorrectOnTheSpot 当场更正', () => {
    const decide = (facts: FilingFactsOf) => decideCorrectOnTheSpot({ filingId: 1, note: '补填日期' }, facts)
    refusedInOrder(filingFacts(), decide, untouchable('accepted'))
  })
  describe('DeclareNotRequired 不需许可', () => {
    refusedInOrder(filingFacts(), notRequired, [...untouchable('correcting'), lapsed])
  })
  describe('DeclineFiling 不予受理', () => {
    refusedInOrder(filingFacts(), decline, [...untouchable('correcting'), lapsed])

    test('says whom to ask instead, and on what law', () => {
      expect(refusal(decline(filingFacts(), { competentOrgan: '' })).code).toBe('competent-organ-needed')
      expect(refusal(decline(filingFacts(), { ground: 'other-by-law' })).code).toBe('basis-needed')
    })
  })

  test('none of them goes without its paper', () => {
    const declined = accepted(decline(filingFacts()))
    expect([typesOf(declined), papersOf(declined)]).toEqual([['FilingDeclined', 'DocumentIssued'], ['decline-notice']])
    expect(bodyOf(declined, 'FilingDeclined')).toMatchObject({ basis: '行政许可法 第三十二条第一款第二项' })
    expect(papersOf(accepted(notRequired(filingFacts())))).toEqual(['decline-notice'])
  })
})

describe('IssueOneTimeNotice 一次性告知', () => {
  const decide = (facts: FilingFactsOf, correctionDays?: number) =>
    decideIssueOneTimeNotice({ filingId: 1, remark: '', ...(correctionDays && { correctionDays }) }, facts)
  refusedInOrder(filingFacts(lacking()), decide, [
    ...untouchable('accepted'),
    ['notice-already-issued', (facts) => withFiling({ ...facts, notice: noticeWith() }, { noticeCount: 1 })],
    lapsed,
    ['materials-unchecked', (facts) => withFiling(facts, { lines: linesWith({ FORM: 'unchecked' }) })],
    ['nothing-missing', (facts) => withFiling(facts, { lines: linesWith() })],
  ])

  test('names all that is missing or wrong and nothing else, with the day by which it is brought', () => {
    const lines = linesWith({ FORM: 'defective', PLAN: 'missing', PHOTO: 'tolerated', NONE: 'promised' })
    const decision = accepted(decide(filingFacts(filingWith({ lines }))))
    expect(typesOf(decision)).toEqual(['OneTimeNoticeIssued', 'FilingReturnedForCorrection', 'DocumentIssued'])
    const notice = bodyOf<{ lines: Filing['lines'] }>(decision, 'OneTimeNoticeIssued')
    expect(notice.lines.map(({ materialCode }) => materialCode)).toEqual(['FORM', 'PLAN'])
    expect(notice).toMatchObject({ number: 'GZ-2026-000001', ordinal: 1, allowance: null, issuedBy: 'clerk-1' })
    expect(decision.made).toMatchObject({ number: 'GZ-2026-000001', correctionDueDay: '2026-08-11' })
  })

  test('the time to bring it is in natural days, and ends on no rest day', () => {
    const dueDay = (days: number) => accepted(decide(filingFacts(lacking()), days)).made.correctionDueDay
    expect([dueDay(5), dueDay(10)]).toEqual(['2026-05-18', '2026-05-25'])
  })

  test('the last minute of the fifth workday is in time', () => {
    const facts = atInstant(filingFacts(lacking()), '2026-05-20', '17:59')
    expect(decide(facts)).toMatchObject({ kind: 'accepted' })
  })

  test('a second one takes the place of the first, says who allowed it and uses that up', () => {
    const facts = filingFacts(correctingFiling({ secondNoticeAllowance: allowance }))
    const decision = accepted(decide(facts))
    expect(typesOf(decision).slice(0, 2)).toEqual(['OneTimeNoticeSuperseded', 'OneTimeNoticeIssued'])
    expect(bodyOf(decision, 'OneTimeNoticeIssued')).toMatchObject({ ordinal: 2, allowance })
  })
})

describe('AllowSecondNotice 准许再次告知', () => {
  const decide = (facts: FilingFactsOf) => decideAllowSecondNotice({ filingId: 1, reason: '政策变化' }, facts)
  refusedInOrder(filingFacts(correctingFiling(), { actor: supervisor }), decide, [
    ['filing-unknown', (facts) => ({ ...facts, filing: undefined })],
    ['filing-status', (facts) => withFiling(facts, { status: 'accepted' })],
    ['second-notice-not-needed', (facts) => withFiling(facts, { noticeCount: 0 })],
    ['second-notice-allowed', (facts) => withFiling(facts, { secondNoticeAllowance: allowance })],
  ])
})

describe('ReceiveCorrection 补件接收', () => {
  const decide = (facts: FilingFactsOf, checks = [check('PLAN', 'in-hand')], cause?: 'applicant') =>
    decideReceiveCorrection({ filingId: 1, checks, ...(cause && { cause }) }, facts)
  refusedInOrder(filingFacts(correctingFiling()), decide, untouchable('received'))

  test('all of it brings the filing back on the day it was handed in', () => {
    const decision = accepted(decide(atInstant(filingFacts(correctingFiling()), '2026-06-01', '17:10')))
    expect(papersOf(decision)).toEqual(['correction-receipt'])
    expect(bodyOf(decision, 'CorrectionReceived')).toMatchObject({
      isComplete: true,
      correctedDay: '2026-06-02',
      noticeDueDay: '2026-06-09',
      visit: 1,
      cause: null,
    })
  })

  test('a part of it leaves the rest to be brought, and the visit has its cause (edge case 47)', () => {
    const filing = correctingFiling({ lines: linesWith({ PLAN: 'missing', FORM: 'missing' }) })
    const facts = filingFacts(filing, { notice: noticeWith({ lines: linesWith().slice(0, 2) }) })
    expect(refusal(decide(facts)).code).toBe('visit-cause-needed')
    expect(bodyOf(accepted(decide(facts, undefined, 'applicant')), 'CorrectionReceived')).toMatchObject({
      isComplete: false,
      correctedDay: null,
      visit: 1,
      cause: 'applicant',
    })
    expect(papersOf(accepted(decide(facts, [], 'applicant')))).toEqual([])
  })

  test('what was in hand is not asked again, and nothing that the notice did not name', () => {
    const facts = filingFacts(correctingFiling({ lines: linesWith({ PLAN: 'missing', PHOTO: 'tolerated' }) }))
    const asked = (code: string) => refusal(decide(facts, [check(code, 'missing')], 'applicant')).code
    expect([asked('FORM'), asked('PHOTO')]).toEqual(['material-already-in-hand', 'material-not-in-notice'])
  })
})

describe('AcceptFiling 受理', () => {
  const decide = (facts: FilingFactsOf) => decideAcceptFiling({ filingId: 1, collectBy: 'window' }, facts)
  const tolerated = (dueDay: string) =>
    linesWith({ PHOTO: 'tolerated' }).map((line) => (line.state === 'tolerated' ? { ...line, dueDay } : line))
  refusedInOrder(filingFacts(ready()), decide, [
    ...untouchable('correcting'),
    ['materials-unchecked', (facts) => withFiling(facts, { lines: linesWith({ FORM: 'unchecked' }) })],
    ['materials-missing', (facts) => withFiling(facts, { lines: linesWith({ PLAN: 'missing' }) })],
    ['material-due-needed', (facts) => withFiling(facts, { lines: tolerated('2026-05-28') })],
  ])

  test('both limits run from the day of the press', () => {
    const decision = accepted(decide(atInstant(filingFacts(ready()), '2026-05-15', '10:00')))
    expect(papersOf(decision)).toEqual(['acceptance-notice'])
    expect(bodyOf(decision, 'FilingAccepted')).toMatchObject({
      acceptedDay: '2026-05-15',
      isTolerant: false,
      promisedDue: { day: '2026-05-29' },
      statutoryDue: { day: '2026-06-12' },
    })
  })

  test('after a correction they run from the day on which all of it was there, whenever it is pressed', () => {
    const filing = ready({ noticeCount: 1, correctedDay: '2026-05-14' })
    const decision = accepted(decide(atInstant(filingFacts(filing), '2026-05-18', '10:00')))
    expect(bodyOf(decision, 'FilingAccepted')).toMatchObject({
      acceptedDay: '2026-05-14',
      promisedDue: { day: '2026-05-28' },
    })
  })

  test('with a secondary material to come, on a promise in writing and up to the promised day (容缺)', () => {
    const decision = accepted(decide(filingFacts(ready({ lines: tolerated('2026-05-27') }))))
    expect(bodyOf(decision, 'FilingAccepted')).toMatchObject({ isTolerant: true, promisedDue: { day: '2026-05-27' } })
    expect(papersOf(decision)).toEqual(['acceptance-notice', 'tolerance-promise', 'tolerance-notice'])
  })

  test('an instant matter is due when the windows close', () => {
    const filing = ready({ itemKind: 'instant', promisedLimit: null, statutoryLimit: null })
    const { promisedDue } = bodyOf<Filing>(accepted(decide(filingFacts(filing))), 'FilingAccepted')
    expect(promisedDue).toMatchObject({ day: workday, at: atInstant(filingFacts(), workday, '17:00').now })
  })
})

describe('ReceiveToleratedMaterial 容缺材料补齐', () => {
  const filing = filingWith({ status: 'accepted', lines: linesWith({ PHOTO: 'tolerated' }) })
  const decide = (facts: FilingFactsOf, checks = [check('PHOTO', 'in-hand')]) =>
    decideReceiveToleratedMaterial({ filingId: 1, checks }, facts)
  refusedInOrder(filingFacts(filing), decide, [
    ...untouchable('received'),
    ['no-tolerance-open', (facts) => withFiling(facts, { lines: linesWith() })],
  ])

  test('what came is in hand; what was not right is still owed', () => {
    const photo = (checks: CommandBody<'ReceiveToleratedMaterial'>['checks']) =>
      bodyOf<Filing>(accepted(decide(filingFacts(filing), checks)), 'ToleratedMaterialReceived').lines[2]
    expect(photo([check('PHOTO', 'in-hand')])).toMatchObject({ state: 'in-hand', dueDay: null })
    expect(photo([check('PHOTO', 'defective', { problem: '太暗' })])).toMatchObject({
      state: 'tolerated',
      problem: '太暗',
      dueDay: '2026-05-20',
    })
  })

  test.each([
    ['material-unknown', check('X', 'in-hand')],
    ['material-already-in-hand', check('FORM', 'in-hand')],
    ['material-problem-needed', check('PHOTO', 'defective')],
  ])('is refused with %s', (code, one) => {
    expect(refusal(decide(filingFacts(filing), [one])).code).toBe(code)
  })
})

describe('DeemAcceptance 视为受理', () => {
  const decide = (facts: FilingFactsOf) => decideDeemAcceptance({ filingId: 1 }, facts)
  const late = atInstant(filingFacts(filingWith(), { actor: hub }), '2026-05-20', '18:00')
  refusedInOrder(late, decide, [
    ['filing-unknown', (facts) => ({ ...facts, filing: undefined })],
    ['filing-status', (facts) => withFiling(facts, { status: 'accepted' })],
    ['filing-not-due-yet', (facts) => atInstant(facts, '2026-05-20', '17:59:59')],
  ])

  test('counts from the receipt, so that five of the twenty workdays are used already (edge case 44)', () => {
    const decision = accepted(decide(late))
    expect(typesOf(decision)).toEqual(['FilingDeemedAccepted', 'DocumentIssued'])
    expect(bodyOf(decision, 'FilingDeemedAccepted')).toMatchObject({
      acceptedDay: workday,
      promisedDue: { day: '2026-05-27' },
      statutoryDue: { day: '2026-06-10' },
    })
  })

  test('a corrected filing that nobody accepts counts from the day it was complete', () => {
    const filing = ready({ noticeCount: 1, correctedDay: '2026-06-01' })
    expect(refusal(decide(withFiling(late, filing))).code).toBe('filing-not-due-yet')
    const decision = accepted(decide(atInstant(withFiling(late, filing), '2026-06-08', '18:00')))
    expect(bodyOf(decision, 'FilingDeemedAccepted')).toMatchObject({ acceptedDay: '2026-06-01' })
  })

  test('a closure of the hall gives the clerk the day that it took', () => {
    const overrides = [{ day: '2026-05-18', isWorkday: false, reason: '台风停工', documentNumber: '' }]
    const setup = { ...late.setup, calendar: { ...late.setup.calendar, overrides } }
    expect(refusal(decide({ ...late, setup })).code).toBe('filing-not-due-yet')
  })
})

describe('the buttons of the intake', () => {
  const foreseen = (filing: Filing) =>
    Object.fromEntries(Object.entries(intakeRefusals(filingFacts(filing))).map(([type, { code }]) => [type, code]))

  test('a filing with something missing can be told so and not accepted', () => {
    expect(foreseen(lacking())).toEqual({
      AllowSecondNotice: 'second-notice-not-needed',
      ReceiveCorrection: 'filing-status',
      AcceptFiling: 'materials-missing',
      ReceiveToleratedMaterial: 'filing-status',
    })
  })

  test('one that has been told waits for what is missing', () => {
    const refused = foreseen(correctingFiling())
    expect(refused).toMatchObject({ IssueOneTimeNotice: 'notice-already-issued', AcceptFiling: 'filing-status' })
    expect(Object.keys(refused)).not.toContain('ReceiveCorrection')
  })
})
