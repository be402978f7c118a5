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
  const code = renderSVG(number, { border: 0, ecc: 'M' })
  return `<section class="sheet">
    <header><div><p class="hall">${escaped(setting.hallName)}</p><h1>${escaped(title)}</h1></div>
      <div class="number"><span class="code">${code}</span><p><b>${escaped(number)}</b><br>${escaped(copy)}${
        printCount > 1 ? `<br>${escaped(words.reprint(printCount))}` : ''
      }</p></div></header>
    ${voided === null ? '' : `<p class="void">${escaped(`${words.voided}：${voided.reason}`)}</p>`}
    <main>${blocks.map(blockHtml).join('')}</main>
    <footer><span>出具：${escaped(dayText(dayOf(at)))} ${escaped(nameOf(issuedBy))}</span>
      <span>窗口电话 ${escaped(setting.officePhone)}</span><span>监督电话 ${escaped(setting.supervisionPhone)}</span>
      <span>打印 ${escaped(instantText(printedAt))}</span></footer>
  </section>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'fields': {
      const shown = block.fields.filter(([, value]) => value !== '')
      return `<dl>${shown.map(([label, value]) => `<div${value.length > 22 ? ' class="wide"' : ''}><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
    }
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

const style = `
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; font: 10.5pt/1.55 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000 }
.sheet { width: 210mm; min-height: 297mm; padding: 16mm 17mm 14mm; display: flex; flex-direction: column; break-after: page }
.sheet:last-child { break-after: auto }
header { display: flex; justify-content: space-between; align-items: flex-start; border-bottom: .6mm solid #000; padding-bottom: 3mm }
.hall { margin: 0; font-size: 11pt }
h1 { margin: 1mm 0 0; font-size: 20pt; letter-spacing: .08em }
h2 { margin: 4mm 0 1.5mm; font-size: 11.5pt }
.number { display: flex; gap: 3mm; text-align: right; font-size: 9.5pt }
.number p { margin: 0 }
.number { flex-direction: row-reverse }
.code svg { width: 20mm; height: 20mm; display: block }
.void { margin: 3mm 0 0; border: .5mm solid #000; padding: 1mm 3mm; font-weight: bold }
main { flex: 1 }
dl { display: grid; grid-template-columns: 1fr 1fr; margin: 4mm 0 0; border-top: .25mm solid #555; border-left: .25mm solid #555 }
dl div { display: flex; border-right: .25mm solid #555; border-bottom: .25mm solid #555 }
dl .wide { grid-column: 1 / -1 }
dt { flex: none; width: 30mm; padding: 1.2mm 2mm; background: #f1f1f1; border-right: .25mm solid #555 }
dd { margin: 0; padding: 1.2mm 2mm; overflow-wrap: anywhere }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 1mm }
th, td { border: .25mm solid #555; padding: 1.1mm 1.6mm; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere }
th { background: #f1f1f1 }
thead { display: table-header-group }
tr { break-inside: avoid }
p { margin: 2.2mm 0 0 }
.none { color: #333 }
.signatures { display: flex; gap: 4mm; margin-top: 6mm; break-inside: avoid }
.signatures div { flex: 1; min-height: 24mm; border: .25mm solid #555; padding: 1.5mm 2mm; display: flex; flex-direction: column }
.signatures span { flex: 1; display: flex; flex-direction: column; justify-content: flex-end; font-size: 9pt }
.signatures img { max-width: 100%; height: 14mm; object-fit: contain }
footer { display: flex; justify-content: space-between; gap: 4mm; margin-top: 5mm; padding-top: 2mm; border-top: .25mm solid #555; font-size: 8.5pt }
`

/** A whole document around some sheets; nothing is loaded and nothing runs. */
export function page(title: string, body: string, extraStyle = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}${extraStyle}</style></head><body>${body}</body></html>`
}
