import Excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HallReport } from '../../../shared/contract/hall-report.ts'
import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import { workday } from '../../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../../support/test-hall.ts'

let hall: TestHall
let supervisor: { session: string }
beforeAll(async () => {
  hall = await startTestHall()
  supervisor = { session: hall.signIn('3001') }
  const clerk = { session: hall.signIn('1002') }
  const here = { windowNumber: 1 }
  await hall.command(clerk, 'OpenServiceWindow', here)
  for (const _ of [1, 2]) {
    await hall.command({}, 'TakeTicket', {
      itemCode: 'A-REG',
      holder: 'self',
      purpose: 'apply',
      priorityGround: 'none',
    })
  }
  await hall.command(clerk, 'CallNextTicket', here)
})
afterAll(() => hall.close())

const nameOf = (staffNumber: string) => hall.hub.tables.privateRecords.nameOf(hall.staff(staffNumber).staffId)
const days = `from=${workday}&to=${workday}`
const ask = async (what: string) => (await hall.call(supervisor, `/api/queries/${what}`)).json

describe('报表 of a hall', () => {
  test('has its lines by the names of windows, clerks and items', async () => {
    const { total, splits } = (await ask(`hall-report?${days}`)) as HallReport
    expect(total.figures).toMatchObject({ taken: 2, called: 1, unsettled: 2, served: 0 })
    expect(splits.window.map(({ name, figures }) => [name, figures.taken])).toEqual([
      [expect.stringMatching(/^1 号 ./), 1],
      ['没有叫过', 1],
    ])
    expect(splits.clerk.map(({ name }) => name)).toEqual([nameOf('1002'), '没有叫过'])
    expect(splits.item).toHaveLength(1)
    expect(splits.item[0]!.name).not.toBe('A-REG')
  })

  test('is asked for a year at most, from the first day to the last', async () => {
    for (const range of ['from=2026-05-13&to=2026-05-12', 'from=2024-01-01&to=2026-05-13']) {
      expect((await hall.call(supervisor, `/api/queries/hall-report?${range}`)).status).toBe(400)
      expect((await hall.call(supervisor, `/api/report-file?${range}`)).status).toBe(400)
    }
    expect((await hall.call(supervisor, '/api/queries/hall-report?from=2024-01-01&to=2024-12-31')).status).toBe(200)
  })

  test('on paper says its range, what each figure counts and who printed it', async () => {
    const { html, lacking } = (await ask(`report-print?${days}&split=clerk`)) as PagePrint
    expect(lacking).toEqual([])
    for (const part of [workday, '按人员', '合计', '过号作废 ÷ 取号', `打印人 ${nameOf('3001')}`, 'counter(page)'])
      expect(html).toContain(part)
  })

  test('as a workbook has a sheet a split, numbers that can be reckoned with, and what they count', async () => {
    const answer = await fetch(`http://127.0.0.1:${hall.port}/api/report-file?${days}`, {
      headers: { authorization: `Bearer ${supervisor.session}` },
    })
    const workbook = new Excel.Workbook()
    await workbook.xlsx.load(await answer.arrayBuffer())
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['按窗口', '按人员', '按事项', '按时段', '按日', '说明'],
    ])
    const items = workbook.getWorksheet('按事项')!
    expect(items.getRow(1).values).toContain('平均等候')
    expect(items.lastRow!.values).toEqual(expect.arrayContaining(['合计', 2]))
    const explained = workbook.getWorksheet('说明')!.getColumn(1).values
    expect(explained).toEqual(expect.arrayContaining(['利用率', '窗口', '时段']))
  })
})
