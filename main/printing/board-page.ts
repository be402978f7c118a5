import { dayOf } from '../../shared/rules/hall-time.ts'
import { type HallSetup, publishedItems } from '../../shared/rules/setup.ts'
import type { BoardContact } from '../../shared/vocabulary/service-board.ts'
import { dayText } from './document-content.ts'
import { page, sheetHtml } from './document-page.ts'
import { documentText as words } from './document-text.ts'
import { escaped } from './html.ts'

/** What the boards and the card are drawn from; `printedAt` in epoch ms. */
export interface BoardInput extends Pick<HallSetup, 'hall' | 'serviceBoards' | 'serviceItems'> {
  nameOf: (staffId: string) => string
  printedAt: number
}

/** 公开上墙 (篇1.4) on A4, or 便民联系卡 (篇1.2) on A6, both from the same data. */
export function boardPage(kind: 'wall' | 'card', input: BoardInput) {
  return kind === 'wall' ? wallPage(input) : cardPage(input)
}

function wallPage({ hall, serviceBoards: boards, serviceItems, nameOf, printedAt }: BoardInput) {
  const title = '为民服务公开栏'
  const categories = Map.groupBy(publishedItems({ serviceItems }), ({ category }) => category)
  const items = [...categories].map(([category, list]) => `${category}：${list.map(({ name }) => name).join('、')}`)
  const sections: [string, string[]][] = [
    ['一、代理事项', items],
    ['二、办理程序', boards.procedures],
    ['三、文明用语', boards.phrases],
    ['四、规章制度', boards.regulations],
    ['五、工作职责', boards.duties],
    ['六、受理人员名单', boards.contacts.map((contact) => contactLine(contact, nameOf))],
    ['服务承诺', boards.promises],
  ]
  const body = sections.map(
    ([head, lines]) =>
      `<section><h2>${escaped(head)}</h2><ol>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ol></section>`,
  )
  const corner = `<p>${escaped(dayText(dayOf(printedAt)))}</p>`
  const foot = [words.noFee, `监督电话 ${hall.supervisionPhone}`]
  const sheet = sheetHtml(hall.name, title, corner, `<div class="boards">${body.join('')}</div>`, foot)
  return {
    title,
    html: page(
      title,
      sheet,
      '.boards{columns:2;column-gap:9mm}section section{break-inside:avoid;padding-top:3.5mm}.boards h2{margin-top:0}ol{margin:0;padding-left:6mm}',
    ),
    fileName: '公开栏',
    widthMm: 210,
    heightMm: 297,
  }
}

function cardPage({ hall, serviceBoards: boards, serviceItems, nameOf, printedAt }: BoardInput) {
  const title = '便民联系卡'
  const classes = [...new Set(publishedItems({ serviceItems }).map(({ category }) => category))]
  const person = (contact: BoardContact | null) => (contact === null ? '' : contactLine(contact, nameOf))
  const rows: [string, string][] = [
    ['地址', hall.address],
    ['服务时间', boards.serviceHours],
    ['责任人', person(boards.responsible)],
    ['B 岗', person(boards.deputy)],
    ['监督投诉', hall.supervisionPhone],
    ['服务事项', classes.join('、')],
    ['服务承诺', boards.promises.join('；')],
    ['上门服务', boards.homeVisit],
  ]
  const shown = rows.filter(([, value]) => value !== '')
  const list = shown.map(([label, value]) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`)
  const sheet = `<section class="card"><p class="hall">${escaped(hall.name)}</p><h1>${title}</h1><table>${list.join('')}</table><p>${escaped(words.noFee)}</p><p>${escaped(dayText(dayOf(printedAt)))} 印制</p></section>`
  const style =
    '@page{size:105mm 148mm;margin:0}.card{padding:6mm 7mm;font-size:9pt}.card h1{margin-bottom:2mm;font-size:15pt}.card table{width:91mm}.card th{width:18mm}'
  return { title, html: page(title, sheet, style), fileName: '便民联系卡', widthMm: 105, heightMm: 148 }
}

function contactLine({ staffId, position, officePhone }: BoardContact, nameOf: (staffId: string) => string): string {
  return [nameOf(staffId), position, officePhone].filter((part) => part !== '').join(' ')
}
