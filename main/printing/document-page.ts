import { renderSVG } from 'uqr'
import { dayOf } from '../../shared/rules/hall-time.ts'
import { type Block, contentOf, type DocumentInput, dayText, instantText } from './document-content.ts'
import { documentText as words } from './document-text.ts'
import { escaped } from './html.ts'

/**
 * A document as a whole page for A4 that loads nothing: one sheet a copy, with number, copy mark,
 * reprint count, places for seal and signatures, and a QR code that leads to the number. Personal
 * data stands in the text alone, never in the code.
 */
export function documentPage(input: DocumentInput): { title: string; html: string } {
  const { document } = input
  const title = titleOf(input)
  const blocks = contentOf(input)
  const sheets = words.copies[document.kind].map((copy) => sheet(input, title, copy, blocks))
  return { title, html: page(`${title} ${document.number}`, sheets.join('')) }
}

function titleOf({ document }: DocumentInput): string {
  const { facts } = document
  const isNotRequired = facts.kind === 'decline-notice' && facts.own.ground === 'not-required'
  return isNotRequired ? words.notRequiredTitle : words.titles[document.kind]
}

function sheet(input: DocumentInput, title: string, copy: string, blocks: readonly Block[]): string {
  const { document, setting, nameOf, printedAt } = input
  const { number, printCount, voided, at, issuedBy } = document
  const marks = [copy, ...(printCount > 1 ? [words.reprint(printCount)] : [])]
  const isVoid = voided === null ? '' : `<p class="void">${escaped(`${words.voided}：${voided.reason}`)}</p>`
  return sheetHtml(setting.hallName, title, numberCorner(number, marks) + isVoid, blocksHtml(blocks), [
    `出具：${dayText(dayOf(at))} ${nameOf(issuedBy)}`,
    `窗口电话 ${setting.officePhone}`,
    `监督电话 ${setting.supervisionPhone}`,
    `打印 ${instantText(printedAt)}`,
  ])
}

/** The corner of a sheet: its number, what kind of copy it is, and the code that leads to the number. */
export function numberCorner(number: string, marks: readonly string[]): string {
  const code = renderSVG(number, { border: 0, ecc: 'M' })
  const mark = marks.map(escaped).join('<br>')
  return `<div class="number"><p><b>${escaped(number)}</b><br>${mark}</p><span class="code">${code}</span></div>`
}

/**
 * One sheet, of as many pages as it needs: head and foot are those of a table, because a printer
 * repeats them on every page, so that a page that got lost says what it belongs to.
 */
export function sheetHtml(hallName: string, title: string, corner: string, body: string, foot: string[]): string {
  const spans = foot.map((part) => `<span>${escaped(part)}</span>`).join('')
  return `<section class="sheet"><header><div class="head"><div><p class="hall">${escaped(hallName)}</p><h1>${escaped(title)}</h1></div>${corner}</div></header>
    <main>${body}</main>
    <footer><div class="foot">${spans}</div></footer></section>`
}

/** The parts of a sheet, in order. */
export function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('')
}

/** One part of a page. */
export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'fields':
      return fieldTable(block.fields.filter(([, value]) => value !== ''))
    case 'table': {
      if (block.rows.length === 0) return '<p class="none">（无）</p>'
      const columns = block.widths.map((width) => `<col style="width:${width}%">`).join('')
      const head = block.head.map((cell) => `<th>${escaped(cell)}</th>`).join('')
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
      return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
    case 'text':
      return block.lines
        .filter((line) => line !== '')
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')
    case 'heading':
      return `<h2>${escaped(block.text)}</h2>`
    case 'signatures':
      return `<div class="signatures">${block.places
        .map(({ label, picture, note }) => {
          const drawn = picture === undefined ? '' : `<img alt="" src="${escaped(picture)}">`
          return `<div><b>${escaped(label)}</b><span>${drawn}${escaped(note ?? '')}</span></div>`
        })
        .join('')}</div>`
  }
}

/** Longer than this does not fit beside another one. */
const narrowCharacters = 20

/** Two fields a line; a long one, or one that is left over, has a line of its own. */
function fieldTable(fields: readonly [label: string, value: string][]): string {
  const lines: (readonly [label: string, value: string])[][] = []
  const isNarrow = ([, value]: readonly [string, string]) => value.length <= narrowCharacters
  for (const field of fields) {
    const last = lines.at(-1)
    const hasRoom = last?.length === 1 && isNarrow(last[0]!) && isNarrow(field)
    if (hasRoom) last.push(field)
    else lines.push([field])
  }
  const rows = lines.map((line) => {
    const span = line.length === 1 ? ' colspan="3"' : ''
    return `<tr>${line.map(([label, value]) => `<th>${escaped(label)}</th><td${span}>${escaped(value)}</td>`).join('')}</tr>`
  })
  return `<table class="fields"><colgroup><col class="label"><col><col class="label"><col></colgroup><tbody>${rows.join('')}</tbody></table>`
}

const style = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; font: 10pt/1.45 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000 }
.sheet { display: table; width: 100%; height: 296mm; break-after: page }
.sheet:last-child { break-after: auto }
header { display: table-header-group; break-inside: avoid }
main { display: table-row-group }
footer { display: table-footer-group; break-inside: avoid }
.head { display: flex; justify-content: space-between; align-items: flex-end; margin: 0 17mm; padding: 13mm 0 3mm; border-bottom: .6mm solid #000; flex-wrap: wrap; row-gap: 2mm }
.hall { margin: 0; font-size: 11pt }
h1 { margin: 1mm 0 0; font-size: 20pt; line-height: 1.3; letter-spacing: .08em }
h2 { margin: 3.5mm 0 1.5mm; font-size: 11pt; break-after: avoid }
.number { display: flex; gap: 3mm; text-align: right; font-size: 9.5pt }
.number p { margin: 0 }
.code svg { width: 20mm; height: 20mm; display: block }
.void { flex: none; width: 100%; border: .5mm solid #000; padding: 1mm 3mm; font-weight: bold }
main > * { margin-left: 17mm; margin-right: 17mm }
table { width: 176mm; table-layout: fixed; border-collapse: collapse; margin-top: 1mm }
table + table, .fields { margin-top: 3mm }
.fields .label { width: 29mm }
th, td { border: .3mm solid #555; padding: .9mm 1.4mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere }
th { background: #f1f1f1 }
thead { display: table-header-group }
tr { break-inside: avoid }
p { margin-top: 1.8mm; margin-bottom: 0 }
.none { color: #333 }
.signatures { display: flex; gap: 4mm; margin-top: 4mm; break-inside: avoid }
.signatures div { flex: 1; min-height: 22mm; border: .3mm solid #555; padding: 1.2mm 2mm; display: flex; flex-direction: column }
.signatures span { flex: 1; display: flex; flex-direction: column; justify-content: flex-end; font-size: 9pt }
.signatures img { max-width: 100%; height: 12mm; object-fit: contain }
.foot { display: flex; justify-content: space-between; gap: 4mm; margin: 4mm 17mm 0; padding: 1.5mm 0 10mm; border-top: .3mm solid #555; font-size: 8.5pt }
`

/** A whole document around some sheets; nothing is loaded and nothing runs. */
export function page(title: string, body: string, extraStyle = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}${extraStyle}</style></head><body>${body}</body></html>`
}
