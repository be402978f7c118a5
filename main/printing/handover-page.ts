import { renderSVG } from 'uqr'
import { clockOf } from '../../shared/rules/hall-time.ts'
import type { Leave } from '../../shared/vocabulary/attendance.ts'
import type { Handover, HandoverLine } from '../../shared/vocabulary/handover.ts'
import { filingStatusWords, itemKindWords, leaveKindWords } from '../../shared/vocabulary/words.ts'
import { type Block, dayText, instantText } from './document-content.ts'
import { blockHtml, page, sheetHtml } from './document-page.ts'
import { documentText } from './document-text.ts'
import { handoverText as words } from './handover-text.ts'
import { escaped } from './html.ts'

/** What a 业务交接单 is drawn from; `printedAt` in epoch ms. */
export interface HandoverInput {
  handover: Handover
  hallName: string
  nameOf: (staffId: string) => string
  /** Surname mask of the applicant of a filing: the sheet leaves the hall. */
  partyMaskOf: (filingId: number) => string
  /** Where the receiver opens it on his own phone; null without a LAN. */
  address: string | null
  /** For an AB post: the leave it belongs to. */
  leave: Leave | null
  /** When the sheets of its day are given and taken, epoch ms. */
  times: { from: number; giveBy: number; takeBy: number }
  printedAt: number
}

/** The sheet on A4 in two copies, with all that domain §4.9 asks for; the code leads to its page, or says its number. */
export function handoverPage(input: HandoverInput): { title: string; html: string } {
  const { handover, hallName, nameOf, address, printedAt } = input
  const { number, status, draftedAt, staffId, kind } = handover
  const title = kind === 'ab-post' ? words.postTitle : words.title
  const body = blocksOf(input).map(blockHtml).join('')
  const code = renderSVG(address ?? number, { border: 0, ecc: 'M' })
  const state = status === 'drafted' ? `<br>${words.draft}` : ''
  const foot = [
    words.madeAt(instantText(draftedAt)),
    words.madeFor(nameOf(staffId)),
    words.printed(instantText(printedAt)),
  ]
  const sheets = words.copies.map((copy) => {
    const corner = `<div class="number"><p><b>${escaped(number)}</b><br>${copy}${state}</p><span class="code">${code}</span></div>`
    return sheetHtml(hallName, title, corner, body, foot)
  })
  return { title, html: page(`${title} ${number}`, sheets.join('')) }
}

function blocksOf(input: HandoverInput): Block[] {
  const { lines, kind } = input.handover
  return [
    { kind: 'fields', fields: headOf(input) },
    { kind: 'heading', text: words.linesTitle(lines.length) },
    {
      kind: 'table',
      head: [...words.head],
      widths: [4, 18, 7, 12, 7, 13, 8, 11, 10, 10],
      rows: lines.map(rowOf(input)),
    },
    { kind: 'fields', fields: restOf(input) },
    ...(kind === 'ab-post' ? postSignatures(input) : linkupSignatures(input)),
  ]
}

type Fields = [label: string, value: string][]

function headOf({ handover, leave, nameOf }: HandoverInput): Fields {
  const { day, windowNumber, staffId, toStaffId, homeUnit, counts } = handover
  const place: Fields = [
    ['日期', dayText(day)],
    ['窗口', windowNumber === null ? words.noWindow : `${windowNumber} 号窗口`],
  ]
  if (toStaffId === null || leave === null) {
    return [
      ...place,
      ['窗口人员', nameOf(staffId)],
      ['派驻单位', homeUnit],
      ['当日收件', words.count(counts.received)],
      ['其中即办件', words.count(counts.instant)],
      ['一次性告知', words.count(counts.notices)],
      ['补件接收', words.count(counts.corrections)],
    ]
  }
  return [
    ...place,
    ['A 岗', nameOf(leave.staffId)],
    ['B 岗', nameOf(leave.substituteId ?? '')],
    ['原因', leaveKindWords[leave.kind]],
    ['起止', `${instantText(leave.from)} 至 ${instantText(leave.to)}`],
    ['交接方向', words.direction(nameOf(staffId), nameOf(toStaffId))],
  ]
}

function restOf({ handover, nameOf }: HandoverInput): Fields {
  const { lines, receipts, remark, waitingNumbers, waitingRule, refusal, heldUntil } = handover
  const toIssue = lines.filter(({ status }) => status === 'decided').map(({ number }) => number)
  return [
    ['票据', receipts === '' ? words.none : receipts],
    ['待签发证照', toIssue.length === 0 ? words.none : toIssue.join('、')],
    ['大厅未办号码', waitingNumbers.length === 0 ? words.none : words.waiting(waitingNumbers, waitingRule)],
    ['延时办结', heldUntil === null ? '' : words.held(instantText(heldUntil))],
    ['退回原因', refusal === null ? '' : `${refusal.reason}（${nameOf(refusal.by)}）`],
    ['异常说明', remark === '' ? words.none : remark],
  ]
}

function linkupSignatures(input: HandoverInput): Block[] {
  const { handover, nameOf, times } = input
  const { returned } = handover
  const label = { giver: words.giver(clock(times.from), clock(times.giveBy)), taker: words.taker(clock(times.takeBy)) }
  return [
    { kind: 'signatures', places: [gaveIt(input, label.giver), tookIt(input, label.taker)] },
    { kind: 'heading', text: words.returnTitle },
    { kind: 'text', lines: [returned === null ? words.notReturned : words.returned(returned.note)] },
    {
      kind: 'signatures',
      places: [
        {
          label: words.returnedBy,
          note: returned === null ? words.nameAndTime : `${nameOf(returned.by)} ${instantText(returned.at)}`,
        },
      ],
    },
  ]
}

function postSignatures(input: HandoverInput): Block[] {
  const head = { label: words.headSigns, note: words.nameAndTime }
  return [
    { kind: 'text', lines: [words.postSentence] },
    { kind: 'signatures', places: [gaveIt(input, words.postGiver), tookIt(input, words.postTaker), head] },
  ]
}

function rowOf({ partyMaskOf, handover, nameOf }: HandoverInput) {
  const { takenBy } = handover
  return (line: HandoverLine, at: number): string[] => {
    const { number, filingId, itemName, itemKind, acceptedDay, status, stage, originals, action } = line
    return [
      String(at + 1),
      number,
      partyMaskOf(filingId),
      itemName,
      itemKindWords[itemKind],
      acceptedDay ?? words.notAccepted,
      stage ?? filingStatusWords[status],
      remainingText(line),
      originals.length === 0 ? words.none : originals.join('、'),
      [action === '' ? words.none : action, ...(takenBy === null ? [] : [words.takenBy(nameOf(takenBy))])].join('；'),
    ]
  }
}

/** What is left in workdays and the light by name, which black ink still tells. */
function remainingText({ remainingWorkdays: left, light, dueDay }: HandoverLine): string {
  const name = documentText.lights[light]
  const days = left === null ? '' : left < 0 ? words.late(-left) : words.left(left)
  return [days, dueDay === null ? '' : words.due(dueDay), name].filter((part) => part !== '').join(' ')
}

const clock = (at: number) => clockOf(at).slice(0, 5)

function gaveIt({ handover, nameOf }: HandoverInput, label: string) {
  const { givenAt, staffId } = handover
  return {
    label,
    note: givenAt === null ? words.nameAndTime : words.signedIn(nameOf(staffId), instantText(givenAt)),
  }
}

function tookIt({ handover, nameOf }: HandoverInput, label: string) {
  const { takenBy, takenAt } = handover
  const isTaken = takenBy !== null && takenAt !== null
  return {
    label,
    note: isTaken ? words.signedIn(nameOf(takenBy), instantText(takenAt)) : words.nameAndTime,
  }
}
