import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MonthReviewView } from '../../shared/contract/month-view.ts'
import type { PagePrint } from '../../shared/contract/promise-view.ts'
import { instantAt } from '../support/hand-clock.ts'
import { aMonthMs, expectReplayEqual, type Opened, openHall } from '../support/promise-hall.ts'
import { workday } from '../support/sample-hall.ts'

const month = 'month=2026-05'
let t: Opened
let ids: { clerk: string; other: string; away: string; leftOpen: number }
beforeAll(async () => {
  t = await openHall()
  const { hall, clerk, other, supervisor, must, pass } = t
  const idOf = (staffNumber: string) => hall.staff(staffNumber).staffId
  ids = { clerk: idOf('1002'), other: idOf('1003'), away: idOf('1004'), leftOpen: 0 }
  const from = instantAt(workday, '00:00')
  const { leaveId } = await must(supervisor, 'AskLeave', {
    ...{ staffId: ids.away, kind: 'sick', from, to: instantAt('2026-06-01', '00:00') },
  })
  await must(supervisor, 'ApproveLeave', { leaveId: Number(leaveId) })
  await serve(clerk, 2)
  await must(other, 'OpenServiceWindow', { windowNumber: 3 })
  await serve(other, 3)
  await serve(other, 3)

  await confirmCase(other, ids.other, 'badge', 2)
  const revoked = await confirmCase(clerk, ids.clerk, 'drinking', 10)
  await must(clerk, 'AppealViolation', { violationId: revoked, text: '是药酒擦伤口' })
  await must(supervisor, 'DecideAppeal', { violationId: revoked, isUpheld: false, reason: '有病历' })

  // Promised for 27 May. The first is taken over late, and the second decided late.
  const first = await t.receive()
  const second = await t.receive()
  for (const { filingId } of [first, second]) await must(clerk, 'AcceptFiling', { filingId })
  ids.leftOpen = first.filingId
  await pass('2026-05-29', '09:00')
  await must(supervisor, 'ReassignFiling', { filingId: first.filingId, toStaffId: ids.other, reason: '调整' })
  await must(clerk, 'ExplainOverdue', { filingId: second.filingId, reason: '系统故障' })
  await must(clerk, 'DecideFiling', { filingId: second.filingId, decision: 'granted' })
  await pass('2026-06-01', '09:00')

  async function serve(who: typeof clerk, windowNumber: number) {
    await must(who, 'TakeTicket', { itemCode: 'B-REG', holder: 'self', purpose: 'apply', priorityGround: 'none' })
    const { ticketId } = await must(who, 'CallNextTicket', { windowNumber })
    const at = { windowNumber, ticketId: Number(ticketId) }
    await must(who, 'StartService', at)
    await must(who, 'FinishService', { ...at, resultCode: 'completed' })
  }
  async function confirmCase(who: typeof clerk, staffId: string, code: 'badge' | 'drinking', points: number) {
    const { violationId } = await must(supervisor, 'ProposeViolation', {
      ...{
        staffId,
        day: workday,
        code,
        source: 'other',
        facts: '督查发现',
        onTheSpot: 'registered',
      },
    })
    const id = { violationId: Number(violationId) }
    await must(who, 'StateOnViolation', { ...id, text: '知道了' })
    await must(supervisor, 'ConfirmViolation', { ...id, points })
    return id.violationId
  }
})
afterAll(() => t.hall.close())

const ask = async <T>(what: string) => t.ask<T>(t.supervisor, `${what}?${month}`)
const file = () =>
  fetch(`http://127.0.0.1:${t.hall.port}/api/month-file?${month}`, {
    headers: { authorization: `Bearer ${t.supervisor.session}` },
  })

describe('月度考核 of a hall', () => {
  test('ranks by confirmed points, and a case that was revoked costs and withholds nothing', async () => {
    const { review } = await ask<MonthReviewView>('month-review')
    expect(review.isOver).toBe(true)
    expect(
      review.people
        .slice(0, 3)
        .map(({ staffId, place, score, served, hasFlag }) => [staffId, place, score, served, hasFlag]),
    ).toEqual([
      [ids.clerk, 1, 100, 1, true],
      [ids.other, 2, 98, 2, false],
      [expect.any(String), null, 100, 0, false],
    ])
    expect(
      review.windows.map(({ windowNumber, score, place, hasFlag }) => [windowNumber, score, place, hasFlag]),
    ).toEqual([
      [2, 100, 1, true],
      [3, 98, 2, false],
    ])
    expect(review.violations.map(({ code, points }) => [code, points])).toEqual([['badge', 2]])
  })

  test('counts leave as leave, and ranks nobody who was away all month', async () => {
    const { review } = await ask<MonthReviewView>('month-review')
    const away = review.people.find(({ staffId }) => staffId === ids.away)!
    expect(away).toMatchObject({ place: null, attendance: { presentDays: 0, absentTimes: 0, lateTimes: 0 } })
    expect(away.attendance.leaveDays).toBe(away.attendance.expectedDays)
  })

  test('lists what was late with whoever was in charge when it was due', async () => {
    const { review, names } = await ask<MonthReviewView>('month-review')
    expect(review.overdue).toEqual([
      expect.objectContaining({
        ...{ filingId: ids.leftOpen, staffId: ids.clerk, limit: 'promised', dueDay: '2026-05-27' },
        ...{ endedDay: null, lateWorkdays: 2, reason: '' },
      }),
      expect.objectContaining({ staffId: ids.clerk, endedDay: '2026-05-29', lateWorkdays: 2, reason: '系统故障' }),
    ])
    expect(names.staff[ids.clerk]).toEqual({ staffNumber: '1002', name: '钱二' })
  })

  test('is the same whenever it is asked after the month, and of another month its own', async () => {
    const { review } = await ask<MonthReviewView>('month-review')
    t.hall.clock.set('2026-06-10', '09:00')
    expect((await ask<MonthReviewView>('month-review')).review).toEqual(review)
    const june = await t.ask<MonthReviewView>(t.supervisor, 'month-review?month=2026-06')
    expect(june.review.overdue.map(({ filingId }) => filingId)).toEqual([ids.leftOpen])
    expect(june.review.overdue[0]!.lateWorkdays).toBeGreaterThan(2)
    expect(june.review.violations).toEqual([])
    expectReplayEqual(t.hall)
  })

  test('is read by supervisors and administrators, of a month that is one', async () => {
    const administrator = { session: t.hall.signIn('9001', aMonthMs) }
    const statusOf = async (who: { session: string }, path: string) => (await t.hall.call(who, `/api/${path}`)).status
    expect(await statusOf(administrator, `queries/month-review?${month}`)).toBe(200)
    for (const path of ['queries/month-review', 'queries/month-print', 'month-file']) {
      expect(await statusOf(t.clerk, `${path}?${month}`)).toBe(403)
      expect(await statusOf(t.supervisor, `${path}?month=2026-13`)).toBe(400)
    }
  })

  test('on paper has the four parts, the formula, places to sign and page numbers', async () => {
    const { html, title, lacking } = await ask<PagePrint>('month-print')
    expect(title).toBe('月度考核表')
    expect(lacking).toEqual([])
    for (const part of [
      ...['一、红旗窗口', '二、考勤', '三、违纪', '四、超时红单', '人员得分 = 100 −', '钱二（1002）', '系统故障'],
      ...['分管领导', 'counter(page)', '2026 年 5 月'],
    ])
      expect(html).toContain(part)
    expect(html).not.toContain('饮酒')
  })

  test('as a workbook has a sheet a table, with numbers, definitions and the formula', async () => {
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(await (await file()).arrayBuffer())
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['红旗窗口', '服务标兵', '考勤合计', '违纪合计', '违纪明细', '超时红单', '说明'],
    ])
    const people = workbook.getWorksheet('服务标兵')!
    expect(people.getRow(1).values).toEqual(expect.arrayContaining(['名次', '得分', '一票否决']))
    expect(people.getRow(2).values).toEqual([undefined, 1, '钱二（1002）', 100, 0, 1, 0, '', '★'])
    expect(people.getColumn(1).values).toContain('扣分')
    expect(workbook.getWorksheet('超时红单')!.getRow(3).values).toContain('系统故障')
    const explained = workbook.getWorksheet('说明')!.getColumn(2).values
    expect(explained).toEqual(expect.arrayContaining([expect.stringContaining('人员得分 = 100 −')]))
  })
})
