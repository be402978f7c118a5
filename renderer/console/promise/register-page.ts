import type { InquiryRow, PagePrint } from '../../../shared/contract/promise-view.ts'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import type { Days } from '../parts/days-form.tsx'

const words = consolePromise.inquiries
const { columns } = promiseText

interface RegisterInput {
  hallName: string
  days: Days
  rows: readonly InquiryRow[]
  /** Epoch ms. */
  printedAt: number
  toPdf: boolean
}

/** 首问登记簿 of some days on A4, as it is filed. People who asked stand in it by surname only. */
export function registerPage({ hallName, days, rows, printedAt, toPdf }: RegisterInput): PagePrint {
  const title = words.registerTitle
  const head = [
    columns.number,
    columns.at,
    columns.channel,
    columns.item,
    columns.matter,
    columns.party,
    columns.firstResponder,
    columns.responsible,
    words.outcome,
  ]
  const range = words.registerRange(days.from, days.to, rows.length)
  const foot = words.printedAt(`${dayText(printedAt)} ${clockText(printedAt)}`)
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>
<header><p>${escaped(hallName)}</p><h1>${escaped(title)}</h1><p>${escaped(range)}</p></header>
<table><thead><tr>${cellsOf('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cellsOf('td', lineOf(row))}</tr>`).join('')}</tbody></table>
<footer>${escaped(foot)}</footer></body></html>`
  return {
    toPdf,
    number: '',
    title,
    html,
    fileName: `${title} ${days.from} ${days.to}`,
    widthMm: 210,
    heightMm: 297,
    lacking: [],
  }
}

function lineOf(row: InquiryRow): string[] {
  return [
    row.number,
    `${dayText(row.at)} ${clockText(row.at)}`,
    promiseText.channel[row.channel],
    row.itemName || row.category,
    row.matter,
    row.partyMask,
    row.firstResponderName,
    row.responsibleName,
    [promiseText.inquiryStatus[row.status], row.filingNumber, row.answer].filter((part) => part !== '').join(' '),
  ]
}

function cellsOf(tag: 'th' | 'td', texts: readonly string[]): string {
  return texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')
}

/** What a person has typed never becomes markup of the page. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const style = `
@page { size: A4 portrait; margin: 12mm 10mm }
body { margin: 0; font: 8.5pt/1.45 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000 }
header { text-align: center }
header p { margin: 0 }
h1 { margin: 1mm 0; font-size: 16pt }
table { width: 100%; border-collapse: collapse; margin-top: 3mm }
th, td { border: .25mm solid #555; padding: 1mm 1.2mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere }
th { background: #f1f1f1; white-space: nowrap }
thead { display: table-header-group }
tr { break-inside: avoid }
footer { margin-top: 3mm; text-align: right }
`
