import type { Workbook } from 'exceljs'
import type { MonthReviewView } from '../../../shared/contract/month-view.ts'
import { clockOf, dayOf } from '../../../shared/rules/hall-time.ts'
import {
  type MonthTable,
  monthCells,
  monthColumns,
  monthDefinitions,
  monthFormula,
  monthState,
  monthTableWords,
} from '../../../shared/vocabulary/month-columns.ts'
import { freshWorkbook } from './workbook.ts'

/** 月度考核 as a workbook: a sheet for each table, with what its columns count below it, and the formula. */
export async function writeMonth(view: MonthReviewView): Promise<Uint8Array> {
  const workbook = await freshWorkbook()
  for (const table of Object.keys(monthTableWords) as MonthTable[]) addSheet(workbook, table, view)
  addFormula(workbook, view)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A character of a column's share of paper is about as wide in a spreadsheet. */
function addSheet(workbook: Workbook, table: MonthTable, { review, names }: MonthReviewView): void {
  const sheet = workbook.addWorksheet(monthTableWords[table], { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = monthColumns[table].map(({ name, width }) => ({ header: name, width }))
  sheet.addRows(monthCells(table, review, names))
  sheet.getRow(1).font = { bold: true }
  const definitions = monthDefinitions(table)
  if (definitions.length > 0) sheet.addRows([[], ...definitions])
}

function addFormula(workbook: Workbook, { review, hallName }: MonthReviewView): void {
  const sheet = workbook.addWorksheet('说明')
  sheet.columns = [{ width: 16 }, { width: 120 }]
  sheet.addRows([
    ['大厅', hallName],
    ['月份', review.month],
    ['统计到', `${dayOf(review.asOf)} ${clockOf(review.asOf)}`],
    ['状态', monthState(review)],
    [],
    ...monthFormula.map((line, at) => [at === 0 ? '计算公式' : '', line]),
  ])
}
