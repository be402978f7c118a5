import type { MonthReviewView } from '../../shared/contract/month-view.ts'
import {
  type MonthPart,
  type MonthTable,
  monthCells,
  monthColumns,
  monthDefinitions,
  monthFormula,
  monthParts,
  monthState,
  monthTableWords,
} from '../../shared/vocabulary/month-columns.ts'
import { type Block, instantText } from './document-content.ts'
import { blocksHtml, page, sheetHtml } from './document-page.ts'
import { escaped } from './html.ts'
import { pageNumbersStyle } from './page-numbers.ts'

const title = '月度考核表'
const signatures = ['制表人', '值班主任', '分管领导', '公示起止日期']

const style = `
${pageNumbersStyle}
.sheet { height: auto }
.foot { padding-bottom: 2mm }
h3 { margin-top: 2.5mm; margin-bottom: 0; font-size: 10pt; break-after: avoid }
table { font-size: 8.5pt }
td, th { padding: .6mm 1.2mm }
.definitions { margin-top: 1mm; font-size: 8pt; color: #333 }
`

/** 月度考核 on A4: the four parts with formula and definitions, page numbers, places to sign. */
export function monthPage(input: MonthReviewView & { printedAt: number }): {
  title: string
  html: string
  fileName: string
} {
  const { review, hallName, printedAt } = input
  const parts = (Object.keys(monthParts) as MonthPart[]).map((part) => partHtml(part, input))
  const body = [
    blocksHtml([{ kind: 'text', lines: [monthState(review)] }]),
    ...parts,
    blocksHtml([{ kind: 'signatures', places: signatures.map((label) => ({ label })) }]),
  ]
  const [year, month] = review.month.split('-')
  const corner = `<p><b>${year} 年 ${Number(month)} 月</b></p>`
  const foot = [`统计到 ${instantText(review.asOf)}`, `打印 ${instantText(printedAt)}`]
  const name = `${title} ${review.month}`
  return { title, html: page(name, sheetHtml(hallName, title, corner, body.join(''), foot), style), fileName: name }
}

const numerals = ['一', '二', '三', '四']

function partHtml(part: MonthPart, view: MonthReviewView): string {
  const { title: name, tables } = monthParts[part]
  const numeral = numerals[Object.keys(monthParts).indexOf(part)]
  const formula: Block[] = part === 'flags' ? [{ kind: 'text', lines: [...monthFormula] }] : []
  const ofTables = tables.map((table: MonthTable) => tableHtml(table, tables.length > 1, view))
  return blocksHtml([{ kind: 'heading', text: `${numeral}、${name}` }, ...formula]) + ofTables.join('')
}

function tableHtml(table: MonthTable, isNamed: boolean, { review, names }: MonthReviewView): string {
  const columns = monthColumns[table]
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const rows = monthCells(table, review, names).map((cells) => cells.map(String))
  const widths = columns.map(({ width }) => (width / whole) * 100)
  const drawn = blocksHtml([{ kind: 'table', head: columns.map(({ name }) => name), rows, widths }])
  const heading = isNamed ? `<h3>${escaped(monthTableWords[table])}</h3>` : ''
  const definitions = monthDefinitions(table).map(([name, definition]) => `${name}：${definition}`)
  const explained = definitions.length === 0 ? '' : `<p class="definitions">${escaped(definitions.join('；'))}。</p>`
  return heading + drawn + explained
}
