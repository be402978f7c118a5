import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerkView } from '../../main/hub/views/clerk.ts'
import type { InquiryView, MattersView } from '../../shared/contract/promise-view.ts'
import { aMonthMs, applicant, expectReplayEqual, type Opened, openHall } from '../support/promise-hall.ts'
import { demoIds } from '../support/sample-hall.ts'

describe('a matter from the question to the signature', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openHall()
  })
  afterAll(() => opened.hall.close())

  test('is asked once, noticed once, corrected, accepted, suspended, extended, decided, signed and delivered', async () => {
    const { clerk, supervisor, must, codeOf, receive, filing, pass } = opened
    const { filingId } = await receive({ M02: 'missing' })
    expect(await codeOf(clerk, 'AcceptFiling', { filingId })).toBe('materials-missing')
    await must(clerk, 'IssueOneTimeNotice', { filingId })
    expect((await filing(filingId)).light).toBe('grey')

    await pass('2026-05-15', '10:00')
    await must(clerk, 'ReceiveCorrection', { filingId, checks: [{ materialCode: 'M02', state: 'in-hand' }] as never })
    await must(clerk, 'AcceptFiling', { filingId })
    const accepted = (await filing(filingId)).filing
    expect(accepted).toMatchObject({ status: 'accepted', acceptedDay: '2026-05-15' })
    expect(accepted.promisedDue?.day).toBe('2026-05-29')

    await must(clerk, 'SuspendFiling', {
      filingId,
      procedure: 'appraisal',
      basis: '样本条例第九条',
      expectedWorkdays: 3,
    })
    await pass('2026-05-20', '10:00')
    await must(clerk, 'ResumeFiling', { filingId })
    // 18, 19 and 20 May do not count.
    expect((await filing(filingId)).filing.promisedDue?.day).toBe('2026-06-03')

    await must(clerk, 'AskExtension', { filingId, workdays: 5, reason: '需要核实' })
    expect(await codeOf(clerk, 'ApproveExtension', { filingId, approver: '局长' })).toBe('not-permitted')
    await must(supervisor, 'ApproveExtension', { filingId, approver: '局长' })
    expect((await filing(filingId)).filing.promisedDue?.day).toBe('2026-06-10')
    expect(await codeOf(clerk, 'AskExtension', { filingId, workdays: 5, reason: '再延' })).toBe('extension-used')

    await pass('2026-06-05', '15:00')
    await must(clerk, 'DecideFiling', { filingId, decision: 'granted' })
    await must(clerk, 'ProduceResult', { filingId, resultName: '样本许可证', resultNumber: '样 1 号' })
    await must(clerk, 'TellApplicant', { filingId, means: 'phone', isReached: true })
    await must(clerk, 'DeliverResult', { filingId, way: 'collected', place: '2 号窗口' })
    await must(clerk, 'SignHandlingSlip', { filingId, means: 'pad', signature: 'data:image/png;base64,AAAA' })
    const { filing: ended, documents, explanation } = await filing(filingId)
    expect(ended).toMatchObject({ status: 'delivered', slipSigned: { means: 'pad' } })
    expect(documents.map(({ kind }) => kind)).toEqual([
      'handling-slip',
      'one-time-notice',
      'correction-receipt',
      'acceptance-notice',
      'special-procedure-notice',
      'extension-approval',
      'extension-notice',
      'delivery-receipt',
    ])
    const counted = explanation
      .promised!.days.filter(({ counts }) => counts)
      .reduce((sum, { amount }) => sum + amount, 0)
    expect(counted).toBe(15)
  })

  test('leaves papers that lack nothing, say who applied, and carry no personal data in their code', async () => {
    const { clerk, ask, filing } = opened
    for (const { documentId, number } of (await filing(1)).documents) {
      const print = await ask<{ html: string; lacking: string[] }>(clerk, `document-print?documentId=${documentId}`)
      expect({ number, lacking: print.lacking }).toEqual({ number, lacking: [] })
      expect(print.html).toContain(number)
      expect(print.html).toContain(applicant.name)
      expect(print.html).not.toContain(demoIds.adult)
    }
  })

  test('replaying the journal into empty tables gives equal tables', () => expectReplayEqual(opened.hall))
})

describe('the one-time notice', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openHall()
  })
  afterAll(() => opened.hall.close())

  test('is issued once; a second one needs a supervisor and counts against the hall', async () => {
    const { clerk, supervisor, must, codeOf, receive, ask, filing, pass } = opened
    const { filingId } = await receive({ M02: 'missing' })
    await must(clerk, 'IssueOneTimeNotice', { filingId })
    expect(await codeOf(clerk, 'IssueOneTimeNotice', { filingId })).toBe('notice-already-issued')
    expect(
      await codeOf(clerk, 'ReceiveCorrection', {
        filingId,
        checks: [{ materialCode: 'M01', state: 'missing' }] as never,
      }),
    ).toMatch(/^material-/)
    expect(await codeOf(clerk, 'AllowSecondNotice', { filingId, reason: '漏告' })).toBe('not-permitted')
    await must(supervisor, 'AllowSecondNotice', { filingId, reason: '首次告知有遗漏' })
    const calledOut = async (time: string) => {
      await pass('2026-05-13', time)
      return ask<{ alarmId: number; kind: string }[]>(supervisor, 'alarms')
    }
    const [allowed] = await calledOut('09:10')
    expect(allowed).toMatchObject({ kind: 'AL05', grade: 'noted' })
    await must(supervisor, 'CloseAlarm', { alarmId: allowed!.alarmId, note: '已核对' })
    expect(await calledOut('09:20')).toEqual([])
    await must(clerk, 'IssueOneTimeNotice', { filingId })
    // What was closed was about the permission; that a further notice went out is called out anew.
    expect(await calledOut('09:30')).toMatchObject([{ kind: 'AL05', filingId }])
    const { notices } = await filing(filingId)
    expect(notices.map(({ ordinal, isInForce }) => [ordinal, isInForce])).toEqual([
      [1, false],
      [2, true],
    ])
    const figures = await ask<{ notices: object }>(supervisor, 'promise-figures?from=2026-05-13&to=2026-05-13')
    expect(figures.notices).toMatchObject({ first: 1, further: 1 })
  })

  test('not given within five workdays, the filing counts as accepted on the day of receipt, unasked', async () => {
    const { receive, filing, pass } = opened
    const { filingId } = await receive({ M02: 'missing' })
    await pass('2026-05-20', '17:59')
    expect((await filing(filingId)).filing.status).toBe('received')
    await pass('2026-05-20', '18:00')
    const { filing: deemed } = await filing(filingId)
    expect(deemed).toMatchObject({ status: 'accepted', isDeemed: true, acceptedDay: '2026-05-13' })
    expect(deemed.promisedDue?.day).toBe('2026-05-27')
  })

  test('the applicant is found again by notice number, by ticket and by ID, and never by a piece of it', async () => {
    const { clerk, hall } = opened
    const find = async (text: string) =>
      (await hall.call(clerk, '/api/door/find-matter', { body: { text } })).json as {
        made: { filings: { filingId: number }[] }
      }
    expect((await find('GZ-2026-000001')).made.filings.map(({ filingId }) => filingId)).toEqual([1])
    expect((await find(demoIds.adult)).made.filings.length).toBe(2)
    expect((await find('99999919900101')).made.filings).toEqual([])
  })

  test('replaying the journal into empty tables gives equal tables', () => expectReplayEqual(opened.hall))
})

describe('first inquiry', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openHall()
  })
  afterAll(() => opened.hall.close())

  test('nobody is freed before the receiver has taken it over, and both are called when nobody does', async () => {
    const { hall, clerk, other, must, codeOf, ask, pass } = opened
    const { inquiryId: made } = await must(clerk, 'RecordFirstInquiry', {
      channel: 'phone',
      category: '其他',
      matter: '问修路',
    })
    const inquiryId = Number(made)
    const to = hall.hub.tables.staff.findByNumber('1003')!.staffId
    await must(clerk, 'OfferFirstInquiry', { inquiryId, toStaffId: to, reason: '属于对方业务' })
    const line = async () => (await ask<InquiryView>(clerk, `inquiry?inquiryId=${inquiryId}`)).inquiry
    expect(await line()).toMatchObject({ status: 'offered', responsible: (await line()).firstResponder })
    expect((await ask<MattersView>(other, 'matters')).offeredToMe).toHaveLength(1)

    await pass('2026-05-13', '15:01')
    const alarms = await ask<{ kind: string; staffIds: string[] }[]>(clerk, 'alarms')
    expect(alarms).toMatchObject([{ kind: 'AL06', staffIds: [(await line()).firstResponder, to] }])

    await must(other, 'TakeFirstInquiry', { inquiryId })
    expect(await line()).toMatchObject({ responsible: to, status: 'open' })
    await pass('2026-05-13', '15:01:03')
    expect(await ask(clerk, 'alarms')).toEqual([])
    expect(await codeOf(clerk, 'AnswerFirstInquiry', { inquiryId, answer: '已修' })).toBe('inquiry-not-yours')
    await must(other, 'AnswerFirstInquiry', { inquiryId, answer: '已修好' })
    expect(await codeOf(other, 'AnswerFirstInquiry', { inquiryId, answer: '再答' })).toBe('inquiry-answered')
  })

  test('who answers for something cannot leave before another has it', async () => {
    const { hall, clerk, supervisor, must, codeOf, receive, filing } = opened
    const { filingId } = await receive()
    const { ownerId } = (await filing(filingId)).filing
    const administrator = { session: hall.signIn('9001', aMonthMs) }
    await must(clerk, 'CloseServiceWindow', { windowNumber: 2 })
    expect(await codeOf(administrator, 'RetireStaff', { staffId: ownerId, reason: '调离' })).toBe('staff-owns-matters')
    const to = hall.hub.tables.staff.findByNumber('1003')!.staffId
    await must(supervisor, 'ReassignMatters', { fromStaffId: ownerId, toStaffId: to, reason: '调离' })
    await must(administrator, 'RetireStaff', { staffId: ownerId, reason: '调离' })
    expect((await filing(filingId, supervisor)).filing.ownerId).toBe(to)
  })

  test('replaying the journal into empty tables gives equal tables', () => expectReplayEqual(opened.hall))
})

test('a date that was printed moves later with the calendar, never silently earlier', async () => {
  const { hall, must, clerk, receive, filing, pass } = await openHall()
  const { filingId } = await receive()
  await must(clerk, 'AcceptFiling', { filingId })
  expect((await filing(filingId)).filing.promisedDue?.day).toBe('2026-05-27')
  const administrator = { session: hall.signIn('9001', aMonthMs) }
  await must(administrator, 'OverrideCalendarDay', {
    override: { day: '2026-05-20', isWorkday: false, reason: '停电', documentNumber: '' },
  })
  await pass('2026-05-13', '10:00')
  expect((await filing(filingId)).filing.promisedDue?.day).toBe('2026-05-28')
  await must(administrator, 'WithdrawCalendarOverride', { day: '2026-05-20' })
  await pass('2026-05-13', '10:10')
  expect((await filing(filingId)).filing.promisedDue?.day).toBe('2026-05-28')

  await must(clerk, 'DecideFiling', { filingId, decision: 'granted', reason: '' })
  expect((await filing(filingId)).filing.deliveryDue?.day).toBe('2026-05-27')
  await must(administrator, 'OverrideCalendarDay', {
    override: { day: '2026-05-21', isWorkday: false, reason: '停电', documentNumber: '' },
  })
  await pass('2026-05-13', '10:20')
  expect((await filing(filingId)).filing.deliveryDue?.day).toBe('2026-05-28')
  expectReplayEqual(hall)
  await hall.close()
})

test('who signs in at a window sees at once how much he has in hand', async () => {
  const { hall, must, clerk, other, receive } = await openHall()
  await receive()
  const inHand = (windowNumber: number) =>
    clerkView(hall.hub, windowNumber, { state: 'none', request: null }, hall.clock.now(), false)?.promise.inHand
  expect(inHand(2)).toBe(1)
  await must(clerk, 'CloseServiceWindow', { windowNumber: 2 })
  expect(inHand(2)).toBe(0)
  await must(other, 'OpenServiceWindow', { windowNumber: 2 })
  expect(inHand(2)).toBe(0)
  await must(clerk, 'OpenServiceWindow', { windowNumber: 1 })
  expect(inHand(1)).toBe(1)
  await hall.close()
})

test('what was tolerated and never came is returned after its last day, although it was decided', async () => {
  const { hall, must, clerk, receive, filing, pass } = await openHall()
  const { filingId } = await receive({ M03: 'tolerated' })
  await must(clerk, 'AcceptFiling', { filingId })
  await must(clerk, 'DecideFiling', { filingId, decision: 'granted', reason: '' })
  const lapsed = { filingId, ground: 'tolerance-lapsed', reason: '逾期未补齐' } as const
  await pass('2026-05-20', '16:00')
  const early = await hall.command(clerk, 'ReturnFiling', lapsed)
  expect(early).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('2026-05-20') })
  await pass('2026-05-21', '09:00')
  await must(clerk, 'ReturnFiling', lapsed)
  const returned = await filing(filingId)
  expect(returned.filing.status).toBe('returned')
  expect(returned.documents.map(({ kind }) => kind)).toContain('return-notice')
  expectReplayEqual(hall)
  await hall.close()
})

test('who applied is forgotten when the years of the setting are over, and not while something is open', async () => {
  const { hall, clerk, must, receive, filing, pass } = await openHall()
  const { filingId: ended } = await receive()
  await must(clerk, 'WithdrawFiling', { filingId: ended, reason: '不办了' })
  const { filingId: open } = await receive()
  await pass('2036-05-12', '09:00')
  await must({ session: hall.signIn('1002', aMonthMs) }, 'OpenServiceWindow', { windowNumber: 2 })
  const names = async () => {
    const who = { session: hall.signIn('3001', aMonthMs) }
    return [(await filing(ended, who)).party.name, (await filing(open, who)).party.name]
  }
  expect(await names()).toEqual([applicant.name, applicant.name])
  await pass('2036-06-12', '09:00')
  await must({ session: hall.signIn('1003', aMonthMs) }, 'OpenServiceWindow', { windowNumber: 3 })
  expect(await names()).toEqual(['', applicant.name])
  await hall.close()
})
