import type { HallReport, ReportRow } from '../../shared/contract/hall-report.ts'
import {
  definitionsOf,
  figuresOf,
  figureText,
  type ReportSplit,
  type ReportTable,
  reportFigures,
  reportSplitWords,
  reportTables,
  reportTableWords,
} from '../../shared/vocabulary/report-figure.ts'
import { instantText } from './document-content.ts'
import { page, sheetHtml } from './document-page.ts'
import { escaped } from './html.ts'
import { pageNumbersStyle } from './page-numbers.ts'

interface ReportInput {
  hallName: string
  report: HallReport
  split: ReportSplit
  /** Name of whoever prints it. */
  printedBy: string
}

const style = `
${pageNumbersStyle}
.sheet { height: auto }
.foot { padding-bottom: 0 }
.report { font-size: 8.5pt }
.report th, .report td { padding: .7mm 1mm }
.report td + td, .report th + th { text-align: right }
.report .sum td { font-weight: bold; background: #f1f1f1 }
dl { columns: 2; column-gap: 6mm; font-size: 8.5pt }
dl div { break-inside: avoid; padding-top: .8mm }
dt { display: inline; font-weight: bold }
dd { display: inline; margin: 0 }
`

/** 报表 on A4: a table for each group of figures, the sum of all in its last line, then what each figure counts. */
export function reportPage({ hallName, report, split, printedBy }: ReportInput) {
  const { from, to, madeAt } = report
  const range = from === to ? from : `${from} 至 ${to}`
  const words = reportSplitWords[split]
  const title = `业务报表（${words.name}）`
  const tables = (Object.keys(reportTables) as ReportTable[]).map((table) => tableHtml(report, split, table))
  const body = `<p>${escaped(`统计范围：${range}`)}</p>${tables.join('')}${definitionsHtml(split)}`
  const foot = [`统计、打印 ${instantText(madeAt)}`, `打印人 ${printedBy}`]
  return {
    title,
    html: page(title, sheetHtml(hallName, title, `<p>${escaped(range)}</p>`, body, foot), style),
    fileName: `业务报表 ${from} ${to} ${words.name}`,
    widthMm: 210,
    heightMm: 297,
    numbersPages: true,
  }
}

function tableHtml({ total, splits }: HallReport, split: ReportSplit, table: ReportTable): string {
  const figures = figuresOf(table, split)
  const cells = (row: ReportRow) =>
    figures.map((figure) => `<td>${escaped(figureText(figure, row.figures[figure]))}</td>`).join('')
  const head = figures.map((figure) => `<th>${escaped(reportFigures[figure].name)}</th>`).join('')
  const rows = splits[split].map((row) => `<tr><td>${escaped(row.name)}</td>${cells(row)}</tr>`)
  const sum = `<tr class="sum"><td>合计</td>${cells(total)}</tr>`
  return `<h2>${escaped(reportTableWords[table])}</h2><table class="report"><colgroup><col style="width:38mm"></colgroup><thead><tr><th>${escaped(reportSplitWords[split].key)}</th>${head}</tr></thead><tbody>${rows.join('')}${sum}</tbody></table>`
}

function definitionsHtml(split: ReportSplit): string {
  const lines = definitionsOf(split).map(
    ({ name, definition }) => `<div><dt>${escaped(name)}</dt>：<dd>${escaped(definition)}</dd></div>`,
  )
  return `<h2>怎么算</h2><dl>${lines.join('')}</dl>`
}
