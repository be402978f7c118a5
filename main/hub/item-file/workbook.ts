import type { CellValue, Workbook, Worksheet } from 'exceljs'
import type { ItemFileMistake } from '../../../shared/contract/item-exchange.ts'
import { type ServiceItem, serviceItem } from '../../../shared/vocabulary/service-item.ts'
import { valueSentence } from '../mistake-text.ts'
import { type Column, cellsOf, codeHeading, fieldsOf, headingOf, itemColumns, materialColumns } from './columns.ts'
import { type ItemFile, itemsMax, type PlacedItem, wholeFile } from './read-items.ts'

const sheetNames = { items: '事项', materials: '材料' } as const

/** Read when the first workbook comes: 1 MB of script that a hall's start does without. */
async function freshWorkbook(): Promise<Workbook> {
  const { default: excel } = await import('exceljs')
  return new excel.Workbook()
}

/** The items as a workbook: sheet 事项 with a row an item, sheet 材料 with a row a material. */
export async function writeWorkbook(items: readonly ServiceItem[]): Promise<Uint8Array> {
  const workbook = await freshWorkbook()
  const codeColumn: Pick<Column, 'heading' | 'width'> = { heading: codeHeading, width: 14 }
  addSheet(
    workbook,
    sheetNames.items,
    itemColumns,
    items.map((item) => cellsOf(itemColumns, item)),
  )
  addSheet(
    workbook,
    sheetNames.materials,
    [codeColumn, ...materialColumns],
    items.flatMap(({ itemCode, materials }) =>
      materials.map((material) => [itemCode, ...cellsOf(materialColumns, material)]),
    ),
  )
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
  const items = workbook.getWorksheet(sheetNames.items)
  if (items === undefined) return wholeFile('没有名为“事项”的工作表')
  const itemTable = readTable(items, itemColumns)
  const materials = workbook.getWorksheet(sheetNames.materials)
  const materialTable =
    materials === undefined
      ? { rows: [], mistakes: [] }
      : readTable(materials, [{ heading: codeHeading }, ...materialColumns])
  const placed = itemsOf(itemTable.rows, materialTable.rows)
  const mistakes = [...itemTable.mistakes, ...materialTable.mistakes, ...placed.mistakes]
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes: inOrder(mistakes) }
  if (placed.items.length === 0) return wholeFile('“事项”工作表里没有事项')
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

/** Puts both sheets together, each item with its materials. */
function itemsOf(itemRows: readonly TableRow[], materialRows: readonly TableRow[]) {
  const codeOf = ({ cells }: TableRow) => cells.get(codeHeading) ?? ''
  const rowsOfItem = Map.groupBy(materialRows, codeOf)
  const codes = itemRows.map(codeOf)
  const mistakes: ItemFileMistake[] = materialRows
    .filter((row) => !codes.includes(codeOf(row)))
    .map((row) => ({
      sheet: sheetNames.materials,
      row: row.row,
      column: codeHeading,
      sentence: codeOf(row) === '' ? '没有填写' : `“事项”工作表里没有 ${codeOf(row)}`,
    }))
  const items = itemRows.flatMap((row, at): PlacedItem[] => {
    const isRepeated = codes.indexOf(codes[at]!) < at && codes[at] !== ''
    if (isRepeated) {
      mistakes.push({ sheet: sheetNames.items, row: row.row, column: codeHeading, sentence: '事项编码重复' })
      return []
    }
    const read = itemOf(row, rowsOfItem.get(codes[at]!) ?? [])
    mistakes.push(...read.mistakes)
    return read.item === null ? [] : [{ serviceItem: read.item, sheet: sheetNames.items, row: row.row }]
  })
  return { items, mistakes }
}

function itemOf(row: TableRow, materialRows: readonly TableRow[]) {
  const own = fieldsOf(itemColumns, row.cells)
  const materials = materialRows.map(({ cells }) => fieldsOf(materialColumns, cells))
  const at = (sheet: string, line: TableRow, column: string, sentence: string): ItemFileMistake => ({
    sheet,
    row: line.row,
    column,
    sentence,
  })
  const mistakes = [
    ...own.problems.map(({ heading, sentence }) => at(sheetNames.items, row, heading, sentence)),
    ...materials.flatMap(({ problems }, place) =>
      problems.map(({ heading, sentence }) => at(sheetNames.materials, materialRows[place]!, heading, sentence)),
    ),
  ]
  const item = { ...own.fields, materials: materials.map(({ fields }) => fields) }
  const checked = serviceItem.safeParse(item, { error: () => '', reportInput: true, jitless: true })
  for (const issue of checked.error?.issues ?? []) {
    const [field, place, ...rest] = issue.path
    const isMaterial = field === 'materials' && typeof place === 'number'
    const line = isMaterial ? materialRows[place]! : row
    const columns = isMaterial ? materialColumns : itemColumns
    const column = headingOf(columns, isMaterial ? rest : issue.path)
    const source = line.cells.get(column)
    // What could not be read was told already; the schema only sees that it is missing.
    const isTold = mistakes.some((one) => one.row === line.row && one.column === column)
    if (isTold) continue
    const sentence = issue.input == null ? '没有填写' : issue.message || valueSentence(issue, source)
    mistakes.push(at(isMaterial ? sheetNames.materials : sheetNames.items, line, column, sentence))
  }
  return { item: mistakes.length === 0 && checked.success ? checked.data : null, mistakes }
}

/** As somebody goes through the file to mend it: sheet by sheet, from the top. */
function inOrder(mistakes: ItemFileMistake[]): ItemFileMistake[] {
  const sheets: string[] = [sheetNames.items, sheetNames.materials]
  return mistakes.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.row - b.row)
}
