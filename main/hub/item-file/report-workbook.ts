import type { Workbook } from 'exceljs'
import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import { clockOf, dayOf } from '../../../shared/rules/hall-time.ts'
import {
  definitionsOf,
  type FigureUnit,
  figuresOf,
  type ReportFigure,
  type ReportTable,
  reportFigures,
  reportSplits,
  reportSplitWords,
  reportTables,
} from '../../../shared/vocabulary/report-figure.ts'
import { freshWorkbook } from './workbook.ts'

/** How a spreadsheet shows a figure; the number in the cell is whole. */
const formats: Record<FigureUnit, string> = { count: '0', minutes: '0.0', share: '0.0%' }

/** 报表 as a workbook: a sheet for each split, and one that says what each figure counts. */
export async function writeReport(report: HallReport, hallName: string): Promise<Uint8Array> {
  const workbook = await freshWorkbook()
  for (const split of reportSplits) {
    const { name, key } = reportSplitWords[split]
    const tables = Object.keys(reportTables) as ReportTable[]
    const figures = [...new Set(tables.flatMap((table) => figuresOf(table, split)))]
    addSheet(workbook, name, key, figures, [...report.splits[split], { ...report.total, name: '合计' }])
  }
  addDefinitions(workbook, report, hallName)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: Workbook, name: string, key: string, figures: ReportFigure[], rows: ReportRow[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  sheet.columns = [
    { header: key, width: 28 },
    ...figures.map((figure) => ({
      header: reportFigures[figure].name,
      width: 12,
      style: { numFmt: formats[reportFigures[figure].unit] },
    })),
  ]
  for (const row of rows) sheet.addRow([row.name, ...figures.map((figure) => row.figures[figure])])
  sheet.getRow(1).font = { bold: true }
  sheet.lastRow!.font = { bold: true }
}

function addDefinitions(workbook: Workbook, { from, to, madeAt }: HallReport, hallName: string): void {
  const sheet = workbook.addWorksheet('说明')
  sheet.columns = [{ width: 24 }, { width: 90 }]
  sheet.addRows([
    ['大厅', hallName],
    ['统计范围', `${from} 至 ${to}`],
    ['统计时间', `${dayOf(madeAt)} ${clockOf(madeAt)}`],
    [],
    ...new Map(reportSplits.flatMap(definitionsOf).map(({ name, definition }) => [name, definition])),
  ])
}
