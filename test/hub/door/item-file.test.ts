import Excel, { type Workbook } from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Hub } from '../../../main/hub/hub.ts'
import { readItemFile, writeItemFile } from '../../../main/hub/item-file/formats.ts'
import { importItems } from '../../../main/hub/item-file/import-items.ts'
import { readProfile } from '../../../main/hub/profile.ts'
import type { ItemFileFormat, ItemImport } from '../../../shared/contract/item-exchange.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { call } from '../../support/http-call.ts'
import { nextDay, sampleProfile } from '../../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../../support/test-hall.ts'
import { createTestHub, type TestHub } from '../../support/test-hub.ts'

const registration = sampleProfile().serviceItems[0]!
let t: TestHub
beforeEach(async () => {
  t = await createTestHub()
})

const importAs = async (format: ItemFileFormat, bytes: Uint8Array) =>
  importItems(t.hub, t.staff('9001'), await readItemFile(format, bytes))
const exportItems = (hub: Hub, format: ItemFileFormat) => writeItemFile(format, [...hub.setup().newestItems.values()])
const yaml = (...serviceItems: unknown[]) => new TextEncoder().encode(stringify({ serviceItems }))
const mistakesOf = (answer: ItemImport) => (answer.kind === 'mistakes' ? answer.mistakes : [])

/** The exported workbook, changed as somebody changes it in a spreadsheet. */
async function changedWorkbook(change: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.load(new Uint8Array(await exportItems(t.hub, 'xlsx')).buffer)
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
/** Writes below a heading of a sheet. */
function put(workbook: Workbook, sheetName: string, heading: string, row: number, value: Excel.CellValue): void {
  const sheet = workbook.getWorksheet(sheetName)!
  const headings = sheet.getRow(1).values as string[]
  sheet.getCell(row, headings.indexOf(heading)).value = value
}

describe.each(['xlsx', 'yaml'] as const)('items as %s', (format) => {
  test('what was exported and comes back changes nothing', async () => {
    t.must(t.staff('9001'), 'PublishServiceItem', {
      serviceItem: { ...registration, itemCode: 'A-NEW', status: 'draft', basis: '', effectiveFrom: nextDay },
    })
    const { seq } = t.hub.head()
    expect(await importAs(format, await exportItems(t.hub, format))).toEqual({
      kind: 'done',
      published: 0,
      unchanged: 9,
    })
    expect(t.hub.head().seq).toBe(seq)
  })

  test('all items of the demo hall, with their materials, come into another hall as they were', async () => {
    const profile = readProfile('assets/halls/demo.yaml')
    if (profile.kind === 'mistakes') throw new Error('the demo hall cannot be read')
    const demo = await createTestHub({ profile: profile.profile })
    const { queues, serviceItems } = profile.profile
    const empty = await createTestHub({
      profile: sampleProfile({
        queues,
        serviceItems: serviceItems.slice(0, 1),
        serviceWindows: profile.profile.serviceWindows,
        staff: profile.profile.staff,
      }),
    })
    const administrator = empty.hub.tables.staff.all().find(({ role }) => role === 'administrator')!
    const answer = await importItems(
      empty.hub,
      empty.staff(administrator.staffNumber),
      await readItemFile(format, await exportItems(demo.hub, format)),
    )
    expect(answer).toEqual({ kind: 'done', published: serviceItems.length - 1, unchanged: 1 })
    expect([...empty.hub.setup().serviceItems.values()]).toEqual(serviceItems)
  })

  test('a file that is none is said so', async () => {
    expect(mistakesOf(await importAs(format, new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa])))).toHaveLength(1)
    expect(mistakesOf(await importAs(format, new Uint8Array()))).toHaveLength(1)
  })
})

describe('a workbook of items', () => {
  test('a changed cell makes one new version, and the others keep theirs', async () => {
    const versions = new Map(t.hub.setup().itemVersions)
    const file = await changedWorkbook((workbook) => {
      put(workbook, '事项', '承诺时限', 2, 5)
      put(workbook, '事项', '承诺时限单位', 2, '工作日')
      put(workbook, '事项', '生效日期', 2, new Date(`${nextDay}T00:00:00Z`))
    })
    expect(await importAs('xlsx', file)).toEqual({ kind: 'done', published: 1, unchanged: 7 })
    expect(t.hub.setup().newestItems.get('A-REG')).toEqual({
      ...registration,
      promisedLimit: { amount: 5, unit: 'workday', basis: '' },
      effectiveFrom: nextDay,
    })
    expect(t.hub.setup().itemVersions).toEqual(versions)
  })

  test.each([['2026/5/14'], ['2026.05.14'], [46_156], [new Date('2026-05-14T00:00:00Z')]])(
    'a day may be written %s',
    async (written) => {
      await importAs('xlsx', await changedWorkbook((workbook) => put(workbook, '事项', '生效日期', 2, written)))
      expect(t.hub.setup().newestItems.get('A-REG')?.effectiveFrom).toBe('2026-05-14')
    },
  )

  test('every mistake is told with its sheet, row and column, and nothing is published', async () => {
    const { seq } = t.hub.head()
    const file = await changedWorkbook((workbook) => {
      put(workbook, '事项', '名称', 2, '改过的名称')
      put(workbook, '事项', '办件类型', 3, '当场件')
      put(workbook, '事项', '名称', 4, null)
      put(workbook, '事项', '办理分钟数', 5, '十')
      put(workbook, '事项', '办理分钟数', 6, 999)
      put(workbook, '材料', '材料名称', 3, null)
      put(workbook, '材料', '事项编码', 4, 'GONE')
    })
    expect(await importAs('xlsx', file)).toEqual({
      kind: 'mistakes',
      mistakes: [
        {
          sheet: '事项',
          row: 3,
          column: '办件类型',
          sentence: '只能填 即办件、承诺件、联办件、上报件，这里是“当场件”',
        },
        { sheet: '事项', row: 4, column: '名称', sentence: '没有填写' },
        { sheet: '事项', row: 5, column: '办理分钟数', sentence: '应填数字，这里是“十”' },
        { sheet: '事项', row: 6, column: '办理分钟数', sentence: '办理分钟数（serviceMinutes）不能大于 240' },
        { sheet: '材料', row: 3, column: '材料名称', sentence: '没有填写' },
        { sheet: '材料', row: 4, column: '事项编码', sentence: '“事项”工作表里没有 GONE' },
      ],
    })
    expect(t.hub.head().seq).toBe(seq)
  })

  test('what the hall refuses is told by its row, and the right rows are not published either', async () => {
    const { seq } = t.hub.head()
    const file = await changedWorkbook((workbook) => {
      put(workbook, '事项', '名称', 2, '改过的名称')
      put(workbook, '事项', '依据', 3, null)
      put(workbook, '事项', '队列', 4, 'Z')
    })
    expect(mistakesOf(await importAs('xlsx', file)).map(({ row, sentence }) => [row, sentence])).toEqual([
      [3, '“事项 A-PAY”应当公示的内容不全，缺：依据。请补齐，或先存为草稿。'],
      [4, expect.stringContaining('Z')],
    ])
    expect(t.hub.head().seq).toBe(seq)
  })

  test('an unknown heading is a mistake, so that no column is passed over in silence', async () => {
    const file = await changedWorkbook((workbook) => put(workbook, '事项', '备注', 1, '备住'))
    expect(mistakesOf(await importAs('xlsx', file))[0]).toEqual({
      sheet: '事项',
      row: 1,
      column: '备住',
      sentence: '没有“备住”这一列',
    })
  })

  test('stages stand in a sheet of their own, a row each, and a longer sum than the promise is told', async () => {
    const stage = (workbook: Workbook, row: number, name: string, amount: Excel.CellValue) => {
      for (const [heading, value] of Object.entries({
        事项编码: 'A-REG',
        环节名称: name,
        时限: amount,
        时限单位: '工作日',
      }))
        put(workbook, '环节', heading, row, value)
    }
    const promised = (workbook: Workbook) => {
      put(workbook, '事项', '办件类型', 2, '承诺件')
      put(workbook, '事项', '承诺时限', 2, 5)
      put(workbook, '事项', '承诺时限单位', 2, '工作日')
    }
    const tooLong = await changedWorkbook((workbook) => {
      promised(workbook)
      stage(workbook, 2, '受理审查', 4)
      stage(workbook, 3, '现场勘验', 2)
    })
    expect(mistakesOf(await importAs('xlsx', tooLong))).toMatchObject([
      { sheet: '事项', row: 2, sentence: expect.stringContaining('合计不能超过承诺时限') },
    ])
    const wrong = await changedWorkbook((workbook) => stage(workbook, 2, '受理审查', '两'))
    expect(mistakesOf(await importAs('xlsx', wrong))).toEqual([
      { sheet: '环节', row: 2, column: '时限', sentence: '应填数字，这里是“两”' },
    ])
    const right = await changedWorkbook((workbook) => {
      promised(workbook)
      stage(workbook, 2, '受理审查', 3)
      stage(workbook, 3, '现场勘验', 2)
    })
    expect(await importAs('xlsx', right)).toMatchObject({ kind: 'done', published: 1 })
    expect(t.hub.setup().newestItems.get('A-REG')?.stages).toEqual([
      { name: '受理审查', limit: { amount: 3, unit: 'workday', basis: '' } },
      { name: '现场勘验', limit: { amount: 2, unit: 'workday', basis: '' } },
    ])
  })

  test('an item twice in a file is a mistake', async () => {
    const file = await changedWorkbook((workbook) => put(workbook, '事项', '事项编码', 3, 'A-REG'))
    expect(mistakesOf(await importAs('xlsx', file))).toContainEqual({
      sheet: '事项',
      row: 3,
      column: '事项编码',
      sentence: '事项编码重复',
    })
  })
})

describe('a YAML list of items', () => {
  test('a mistake is told with its line and field, and nothing is published', async () => {
    const { seq } = t.hub.head()
    const wrong: Partial<ServiceItem> = { ...registration, serviceMinutes: 0 }
    const answer = await importAs(
      'yaml',
      yaml({ ...registration, name: '改过的名称' }, { ...wrong, itemCode: 'A-PAY' }),
    )
    expect(mistakesOf(answer)).toMatchObject([{ sheet: '', column: 'serviceItems[1].serviceMinutes' }])
    expect(mistakesOf(answer)[0]!.row).toBeGreaterThan(20)
    expect(t.hub.head().seq).toBe(seq)
  })

  test('an item that lacks a block is told with its line', async () => {
    const answer = await importAs('yaml', yaml({ ...registration, basis: '' }))
    expect(mistakesOf(answer)).toMatchObject([{ row: 2, sentence: expect.stringContaining('依据') }])
  })
})

describe('at the door', () => {
  let hall: TestHall
  beforeAll(async () => {
    hall = await startTestHall()
  })
  afterAll(() => hall.close())
  const path = '/api/item-file?format=yaml'
  const as = (staffNumber: string) => ({ port: hall.port, session: hall.signIn(staffNumber) })

  test('an administrator exports and imports a file larger than a frame', async () => {
    const { text } = await call(as('9001'), path)
    const raw = `${text}${'# 说明\n'.repeat(20_000)}`
    expect((await call(as('9001'), path, { raw })).json).toEqual({ kind: 'done', published: 0, unchanged: 8 })
  })

  test('a workbook goes out and comes in, in a thread of its own', async () => {
    const address = '/api/item-file?format=xlsx'
    const answer = await fetch(`http://127.0.0.1:${hall.port}${address}`, {
      headers: { authorization: `Bearer ${hall.signIn('9001')}` },
    })
    const raw = Buffer.from(await answer.arrayBuffer())
    expect((await call(as('9001'), address, { raw })).json).toEqual({ kind: 'done', published: 0, unchanged: 8 })
  })

  test('a file that is no workbook is a mistake of the file', async () => {
    const answer = await call(as('9001'), '/api/item-file?format=xlsx', { raw: Buffer.alloc(100_000, 'PK') })
    expect(answer.json).toMatchObject({ kind: 'mistakes', mistakes: [{ row: 0 }] })
  })

  test('nobody else imports', async () => {
    for (const staffNumber of ['1001', '2001', '3001']) {
      expect((await call(as(staffNumber), path, { raw: 'serviceItems: []' })).status).toBe(403)
    }
    expect((await call({ port: hall.port }, path, { raw: 'serviceItems: []' })).status).toBe(403)
  })

  test('a file beyond 2 MB is turned away', async () => {
    const raw = Buffer.alloc(2 * 1024 * 1024 + 1, '#')
    expect((await call(as('9001'), path, { raw })).status).toBe(413)
  })

  test('another format is not known', async () => {
    expect((await call(as('9001'), '/api/item-file?format=csv')).status).toBe(400)
  })
})
