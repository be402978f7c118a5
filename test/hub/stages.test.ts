import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerkView } from '../../main/hub/views/clerk.ts'
import type { AlarmRow, DocumentPrint, FilingView, MattersView } from '../../shared/contract/promise-view.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import { aMonthMs, expectReplayEqual, type Opened, openHall, permit } from '../support/promise-hall.ts'

const workdays = (amount: number) => ({ amount, unit: 'workday', basis: '' }) as const
const staged: ServiceItem = {
  ...permit,
  stages: [
    { name: '受理审查', limit: workdays(2) },
    { name: '现场勘验', limit: workdays(4) },
    { name: '审核决定', limit: workdays(3) },
  ],
}

describe('a filing goes through the stages of its item', () => {
  let opened: Opened
  let filingId: number
  beforeAll(async () => {
    opened = await openHall({ item: staged })
    filingId = (await opened.receive()).filingId
    await opened.must(opened.clerk, 'AcceptFiling', { filingId })
  })
  afterAll(() => opened.hall.close())

  const stagesOf = ({ stages }: FilingView) =>
    stages.map(({ handlerName, begun, ended, light }) => [handlerName, begun?.due.day, ended?.opinion, light])
  const staffId = (staffNumber: string) => opened.hall.hub.tables.staff.findByNumber(staffNumber)!.staffId
  const alarmsOf = async () =>
    (await opened.ask<AlarmRow[]>(opened.clerk, 'alarms')).map(({ kind, grade, staffIds, sentence }) => ({
      kind,
      grade,
      staffIds,
      sentence,
    }))

  test('the first begins with the acceptance and stands in the list', async () => {
    const { clerk, filing, ask } = opened
    expect(stagesOf(await filing(filingId))).toEqual([
      ['钱二', '2026-05-15', undefined, 'green'],
      ['', undefined, undefined, null],
      ['', undefined, undefined, null],
    ])
    expect((await ask<MattersView>(clerk, 'matters')).filings[0]?.stageName).toBe('受理审查')
  })

  test('at the instant its time is over whoever handles it is called, the whole being in time (AL03)', async () => {
    const { pass } = opened
    await pass('2026-05-15', '16:59:59')
    expect((await alarmsOf()).map(({ grade }) => grade)).toEqual(['due-today'])
    await pass('2026-05-15', '17:00')
    expect(await alarmsOf()).toMatchObject([
      { kind: 'AL03', grade: 'late', staffIds: [staffId('1002')], sentence: expect.stringContaining('受理审查') },
    ])
  })

  test('finished, it calls nobody any more, and the one who was named finds the matter among his own', async () => {
    const { clerk, other, must, codeOf, pass, filing, ask } = opened
    await must(clerk, 'FinishStage', { filingId, opinion: '材料相符', nextHandlerId: staffId('1003') })
    await pass('2026-05-15', '17:00:03')
    expect(await alarmsOf()).toEqual([])
    expect(stagesOf(await filing(filingId))).toEqual([
      ['钱二', '2026-05-15', '材料相符', 'orange'],
      ['钱三', '2026-05-21', undefined, 'green'],
      ['', undefined, undefined, null],
    ])
    const mine = await ask<MattersView>(other, 'matters')
    expect(mine.filings).toMatchObject([{ filingId, ownerName: '钱二', stageName: '现场勘验' }])
    expect(await codeOf(other, 'DecideFiling', { filingId, decision: 'granted' })).toBe('filing-not-yours')
    await must(other, 'OpenServiceWindow', { windowNumber: 3 })
    const { hall } = opened
    expect(clerkView(hall.hub, 3, { state: 'none', request: null }, hall.clock.now(), false)?.promise.inHand).toBe(1)
    await must(other, 'CloseServiceWindow', { windowNumber: 3 })
  })

  test('a site visit is not counted to its stage', async () => {
    const { clerk, must, pass, filing } = opened
    await pass('2026-05-18', '09:00')
    await must(clerk, 'SuspendFiling', {
      filingId,
      procedure: 'site-visit',
      basis: '样本条例第九条',
      expectedWorkdays: 2,
    })
    await pass('2026-05-20', '09:00')
    await must(clerk, 'ResumeFiling', { filingId })
    expect((await filing(filingId)).stages[1]?.begun?.due.day).toBe('2026-05-25')
  })

  test('who handles a stage cannot leave before another has it', async () => {
    const { hall, clerk, supervisor, must, codeOf } = opened
    const administrator = { session: hall.signIn('9001', aMonthMs) }
    const [from, to] = [staffId('1003'), staffId('1004')]
    expect(await codeOf(administrator, 'RetireStaff', { staffId: from, reason: '调离' })).toBe('staff-owns-matters')
    await must(supervisor, 'ReassignMatters', { fromStaffId: from, toStaffId: to, reason: '调离' })
    await must(administrator, 'RetireStaff', { staffId: from, reason: '调离' })
    expect((await opened.filing(filingId, clerk)).stages[1]?.handlerName).toBe('钱四')
  })

  test('the decision ends what is open, says what it came before, and the slip prints what is known', async () => {
    const { clerk, must, ask, filing } = opened
    await must(clerk, 'DecideFiling', { filingId, decision: 'granted' })
    const { stages, history, documents } = await filing(filingId)
    expect(stages.map(({ begun, ended }) => [begun !== null, ended !== null])).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ])
    expect(history.find(({ type }) => type === 'FilingDecided')?.body).toMatchObject({ skippedStages: ['审核决定'] })
    const slip = documents.find(({ kind }) => kind === 'handling-slip')!
    const { html } = await ask<DocumentPrint>(clerk, `document-print?documentId=${slip.documentId}`)
    for (const known of ['办理环节', '受理审查', '钱二', '材料相符', '钱四', '未经此环节'])
      expect(html).toContain(known)
  })

  test('replaying the journal into empty tables gives equal tables', () => expectReplayEqual(opened.hall))
})

test('what was received before its item had stages goes on without', async () => {
  const { hall, clerk, must, codeOf, receive, filing } = await openHall()
  const { filingId } = await receive()
  const administrator = { session: hall.signIn('9001', aMonthMs) }
  await must(administrator, 'PublishServiceItem', { serviceItem: staged })
  await must(clerk, 'AcceptFiling', { filingId })
  expect((await filing(filingId)).stages).toEqual([])
  expect(await codeOf(clerk, 'FinishStage', { filingId, opinion: '同意' })).toBe('no-stage-open')
  await hall.close()
})

describe('what is counted as near or late', () => {
  test('a decided matter whose delivery is near or late is counted until it is delivered', async () => {
    const { hall, clerk, must, receive, pass } = await openHall()
    const { filingId } = await receive()
    await must(clerk, 'AcceptFiling', { filingId })
    await must(clerk, 'DecideFiling', { filingId, decision: 'granted' })
    const counted = () =>
      hall.hub.tables.filing.countsAt(hall.clock.now()).map(({ yellow, overdue }) => [yellow, overdue])
    // Ten workdays after 13 May: near from the 25th, late when the windows close on the 27th.
    await pass('2026-05-22', '17:00')
    expect(counted()).toEqual([[0, 0]])
    await pass('2026-05-25', '09:00')
    expect(counted()).toEqual([[1, 0]])
    await pass('2026-05-27', '17:00')
    expect(counted()).toEqual([[0, 1]])
    await must(clerk, 'ProduceResult', { filingId, resultName: '样本许可证' })
    expect(counted()).toEqual([[0, 1]])
    await must(clerk, 'TellApplicant', { filingId, means: 'phone', isReached: true })
    await must(clerk, 'DeliverResult', { filingId, way: 'collected', place: '2 号窗口' })
    expect(counted()).toEqual([])
    await hall.close()
  })
})
