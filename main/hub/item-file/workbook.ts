import type { CellValue, Workbook, Worksheet } from 'exceljs'
import type { ItemFileMistake } from '../../../shared/contract/item-exchange.ts'
import { type ServiceItem, serviceItem } from '../../../shared/vocabulary/service-item.ts'
import { valueSentence } from '../mistake-text.ts'
import {
  type Column,
  cellsOf,
  codeHeading,
  fieldsOf,
  headingOf,
  itemColumns,
  itemSheet,
  listSheets,
} from './columns.ts'
import { type ItemFile, itemsMax, type PlacedItem, wholeFile } from './read-items.ts'

/** Read when the first workbook comes: 1 MB of script that a hall's start does without. */
export async function freshWorkbook(): Promise<Workbook> {
  const { default: excel } = await import('exceljs')
  return new excel.Workbook()
}

/** The items as a workbook: sheet 事项 with a row an item, and a sheet for each list that an item has. */
export async function writeWorkbook(items: readonly ServiceItem[]): Promise<Uint8Array> {
  const workbook = await freshWorkbook()
  const codeColumn: Pick<Column, 'heading' | 'width'> = { heading: codeHeading, width: 14 }
  addSheet(
    workbook,
    itemSheet,
    itemColumns,
    items.map((item) => cellsOf(itemColumns, item)),
  )
  for (const { field, sheet, columns } of listSheets) {
    addSheet(
      workbook,
      sheet,
      [codeColumn, ...columns],
      items.flatMap((item) => item[field].map((one) => [item.itemCode, ...cellsOf(columns, one)])),
    )
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(
  workbook: Workbook,
  name: string,
  columns: readonly Pick<Column, 'heading' | 'width'>[],
  rows: (string | number)[][],
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) {
    sheet.addRow(row.map((cell) => (cell === '' ? null : cell))).alignment = { wrapText: true, vertical: 'top' }
  }
}

/** Reads a workbook of items. What is wrong is told row by row, in the order of the file. */
export async function readWorkbook(bytes: Uint8Array): Promise<ItemFile> {
  const workbook = await freshWorkbook()
  try {
    await workbook.xlsx.load(bytes.slice().buffer)
  } catch {
    return wholeFile('这不是 xlsx 文件，请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”')
  }
  const items = workbook.getWorksheet(itemSheet)
  if (items === undefined) return wholeFile(`没有名为“${itemSheet}”的工作表`)
  const itemTable = readTable(items, itemColumns)
  const lists = listSheets.map(({ field, sheet, columns }) => {
    const found = workbook.getWorksheet(sheet)
    const table =
      found === undefined ? { rows: [], mistakes: [] } : readTable(found, [{ heading: codeHeading }, ...columns])
    return { field, sheet, columns, ...table }
  })
  const placed = itemsOf(itemTable.rows, lists)
  const mistakes = [itemTable, ...lists, placed].flatMap((part) => part.mistakes)
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes: inOrder(mistakes) }
  if (placed.items.length === 0) return wholeFile(`“${itemSheet}”工作表里没有事项`)
  if (placed.items.length > itemsMax) return wholeFile(`一次最多导入 ${itemsMax} 个事项`)
  return { kind: 'read', items: placed.items }
}

interface TableRow {
  row: number
  cells: Map<string, string>
}

/** The rows below the headings, without empty ones; an unknown or repeated heading is a mistake, not passed over. */
function readTable(sheet: Worksheet, columns: readonly Pick<Column, 'heading'>[]) {
  const mistakes: ItemFileMistake[] = []
  const complain = (column: string, sentence: string) => mistakes.push({ sheet: sheet.name, row: 1, column, sentence })
  const headings = new Map<number, string>()
  sheet.getRow(1).eachCell((cell, at) => {
    const heading = textOf(cell.value)
    if (heading === '') return
    if (!columns.some((one) => one.heading === heading)) complain(heading, `没有“${heading}”这一列`)
    else if ([...headings.values()].includes(heading)) complain(heading, `“${heading}”这一列写了两次`)
    else headings.set(at, heading)
  })
  if (![...headings.values()].includes(codeHeading)) complain(codeHeading, `缺少“${codeHeading}”这一列`)
  const rows: TableRow[] = []
  sheet.eachRow((line, row) => {
    if (row === 1) return
    const cells = new Map([...headings].map(([at, heading]) => [heading, textOf(line.getCell(at).value)]))
    if ([...cells.values()].some((text) => text !== '')) rows.push({ row, cells })
  })
  return { rows, mistakes }
}

/** What a person sees in a cell. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  // A date of a spreadsheet has no zone; exceljs gives it as that of UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).replace(/\r\n?/g, '\n').trim()
  if ('richText' in value) return textOf(value.richText.map((part) => part.text).join(''))
  if ('text' in value) return textOf(value.text)
  if ('result' in value) return textOf(value.result as CellValue)
  return ''
}

/** The rows of a sheet that says what items have several of. */
interface ListRows {
  field: (typeof listSheets)[number]['field']
  sheet: string
  columns: readonly Column[]
  rows: TableRow[]
}

/** Puts the sheets together, each item with its lists. */
function itemsOf(itemRows: readonly TableRow[], lists: readonly ListRows[]) {
  const codeOf = ({ cells }: TableRow) => cells.get(codeHeading) ?? ''
  const codes = itemRows.map(codeOf)
  const mistakes: ItemFileMistake[] = lists.flatMap(({ sheet, rows }) =>
    rows
      .filter((row) => !codes.includes(codeOf(row)))
      .map((row) => ({
        sheet,
        row: row.row,
        column: codeHeading,
        sentence: codeOf(row) === '' ? '没有填写' : `“${itemSheet}”工作表里没有 ${codeOf(row)}`,
      })),
  )
  const byCode = lists.map(({ rows }) => Map.groupBy(rows, codeOf))
  const items = itemRows.flatMap((row, at): PlacedItem[] => {
    const code = codes[at]!
    const isRepeated = codes.indexOf(code) < at && code !== ''
    if (isRepeated) {
      mistakes.push({ sheet: itemSheet, row: row.row, column: codeHeading, sentence: '事项编码重复' })
      return []
    }
    const read = itemOf(
      row,
      lists.map((list, place) => ({ ...list, rows: byCode[place]!.get(code) ?? [] })),
    )
    mistakes.push(...read.mistakes)
    return read.item === null ? [] : [{ serviceItem: read.item, sheet: itemSheet, row: row.row }]
  })
  return { items, mistakes }
}

function itemOf(row: TableRow, lists: readonly ListRows[]) {
  const mistakes: ItemFileMistake[] = []
  const fieldsIn = (sheet: string, columns: readonly Column[], line: TableRow) => {
    const { fields, problems } = fieldsOf(columns, line.cells)
    mistakes.push(...problems.map(({ heading, sentence }) => ({ sheet, row: line.row, column: heading, sentence })))
    return fields
  }
  const item = {
    ...fieldsIn(itemSheet, itemColumns, row),
    ...Object.fromEntries(
      lists.map(({ field, sheet, columns, rows }) => [field, rows.map((line) => fieldsIn(sheet, columns, line))]),
    ),
  }
  const checked = serviceItem.safeParse(item, { error: () => '', reportInput: true, jitless: true })
  for (const issue of checked.error?.issues ?? []) {
    const { sheet, columns, line, path } = placeOf(issue.path, row, lists)
    const column = headingOf(columns, path)
    // What could not be read was told already; the schema only sees that it is missing.
    const isTold = mistakes.some((one) => one.sheet === sheet && one.row === line.row && one.column === column)
    if (isTold) continue
    const sentence = issue.input == null ? '没有填写' : issue.message || valueSentence(issue, line.cells.get(column))
    mistakes.push({ sheet, row: line.row, column, sentence })
  }
  return { item: mistakes.length === 0 && checked.success ? checked.data : null, mistakes }
}

/** The line and the columns that a complaint about a field of an item is about. */
function placeOf(path: readonly PropertyKey[], row: TableRow, lists: readonly ListRows[]) {
  const [field, place, ...rest] = path
  const list = lists.find((one) => one.field === field)
  if (list === undefined || typeof place !== 'number')
    return { sheet: itemSheet, columns: itemColumns, line: row, path }
  return { sheet: list.sheet, columns: list.columns, line: list.rows[place]!, path: rest }
}

/** As somebody goes through the file to mend it: sheet by sheet, from the top. */
function inOrder(mistakes: ItemFileMistake[]): ItemFileMistake[] {
  const sheets: string[] = [itemSheet, ...listSheets.map(({ sheet }) => sheet)]
  return mistakes.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row)
}
