import { renderSVG } from 'uqr'
import { weekdayOf } from '../../shared/rules/hall-time.ts'
import type { ClosedLog, DisciplineLog, LogContent, LogDeadline } from '../../shared/vocabulary/discipline-log.ts'
import { lightWords } from '../../shared/vocabulary/words.ts'
import { type Block, dayText, instantText } from './document-content.ts'
import { blockHtml, page, sheetHtml } from './document-page.ts'
import { escaped } from './html.ts'
import { logText as words } from './log-text.ts'

/** What the daily log is drawn from. Instants in epoch ms. */
export interface LogInput {
  hallName: string
  content: LogContent
  /** Null: a draft, for a look before it is closed. */
  closed: Omit<ClosedLog, 'content'> | null
  notes: DisciplineLog['notes']
  /** 工号 and name of whom an id stands for. */
  nameOf: (staffId: string) => string
  printedAt: number
}

/**
 * 每日纪律巡查日志 for A4: sections A to H, page numbers, places to sign, and what proves it: the number
 * with its QR code, the entries of the journal it rests on and the hashes.
 */
export function logPage(input: LogInput): { title: string; html: string } {
  const { content, closed, hallName, printedAt } = input
  const number = closed?.number ?? words.draft
  const code = closed === null ? '' : `<span class="code">${renderSVG(closed.number, { border: 0, ecc: 'M' })}</span>`
  const corner = `<div class="number"><p><b>${escaped(number)}</b><br>${escaped(dayText(content.day))}</p>${code}</div>`
  const body = [...blocksOf(input), ...proofBlocks(input)].map(blockHtml).join('')
  const foot = [`打印 ${instantText(printedAt)}`, words.check]
  const sheet = sheetHtml(hallName, words.title, corner, body, foot)
  return { title: words.title, html: page(`${words.title} ${number}`, sheet, style) }
}

const style = `
@page { margin: 0 0 9mm 0; @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 8.5pt "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin-right: 17mm } }
.sheet { height: 286mm }
h2 { margin-top: 2.5mm }
td, th { padding: .6mm 1.2mm }
.hash { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 7.5pt; overflow-wrap: anywhere }
`

function blocksOf(input: LogInput): Block[] {
  const { content } = input
  return [
    { kind: 'fields', fields: headFields(input) },
    { kind: 'heading', text: words.sections.windows },
    { kind: 'fields', fields: windowFields(content) },
    { kind: 'heading', text: words.sections.deadlines },
    ...deadlineBlocks(input),
    { kind: 'heading', text: words.sections.machines },
    { kind: 'fields', fields: machineFields(content) },
    { kind: 'heading', text: words.sections.incidents },
    { kind: 'text', lines: [content.words.incidents || words.none] },
    { kind: 'heading', text: words.sections.opinion },
    { kind: 'text', lines: [content.words.opinion || words.none] },
    { kind: 'signatures', places: words.signatures.map((label) => ({ label })) },
  ]
}

function headFields({ content, nameOf }: LogInput): [string, string][] {
  const { day, dayKind, timetableName, words: written } = content
  return [
    [words.head.day, `${dayText(day)} 星期${words.weekdays[weekdayOf(day) - 1]}`],
    [words.head.dayKind, words.dayKinds[dayKind]],
    [words.head.timetable, timetableName],
    [words.head.weather, written.weather],
    [words.head.leader, written.leaderId === '' ? '' : nameOf(written.leaderId)],
  ]
}

function windowFields({ windows }: LogContent): [string, string][] {
  const text = words.windows
  const pauses = windows.longestPauses.map(({ windowNumber, minutes }) => words.windowMinutes(windowNumber, minutes))
  return [
    [text.taken, words.count(windows.taken)],
    [text.done, words.count(windows.done)],
    [text.missed, words.count(windows.missed)],
    [text.cancelled, words.count(windows.cancelled)],
    [text.averageWait, words.minutes(windows.averageWaitMinutes)],
    [text.longestWait, words.minutes(windows.longestWaitMinutes)],
    [text.pastClosing, words.count(windows.pastClosing)],
    [text.pauses, pauses.join('、') || words.none],
  ]
}

function deadlineBlocks({ content, nameOf }: LogInput): Block[] {
  const { near, past, dueAndOpen, deemed, secondNotices } = content.deadlines
  const text = words.deadlines
  const table = (label: string, lines: LogDeadline[]): Block[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'text', lines: [label] },
          {
            kind: 'table',
            head: [...text.head],
            widths: [21, 37, 20, 14, 8],
            rows: lines.map((line) => [
              line.number,
              line.itemName,
              nameOf(line.ownerId),
              line.dueDay,
              lightWords[line.light],
            ]),
          },
        ]
  const fields: [string, string][] = [
    [text.near, words.count(near.length)],
    [text.past, words.count(past.length)],
    [text.dueAndOpen, words.count(dueAndOpen.length)],
    [text.deemed, deemed.join('、') || words.none],
    [text.secondNotices, secondNotices.join('、') || words.none],
  ]
  return [
    { kind: 'fields', fields },
    ...table(text.past, past),
    ...table(text.near, near),
    ...table(
      text.dueAndOpen,
      dueAndOpen.filter(({ light }) => light === 'green' || light === 'grey'),
    ),
  ]
}

function machineFields({ machines, words: written }: LogContent): [string, string][] {
  return [
    [words.machines.printFailures, words.count(machines.printFailures)],
    [words.machines.clockJumps, words.count(machines.clockJumps)],
    [words.machines.noted, written.environment || words.none],
  ]
}

function proofBlocks({ closed, notes, nameOf }: LogInput): Block[] {
  if (closed === null) return []
  const added = notes.map(({ at, by, text }) => words.note(instantText(at), nameOf(by), text))
  return [
    ...(added.length === 0
      ? []
      : [{ kind: 'heading', text: words.sections.added } as const, { kind: 'text', lines: added } as const]),
    {
      kind: 'text',
      lines: [
        `${words.closed(instantText(closed.at), nameOf(closed.by), closed.isLate)}；${words.proof(closed.fromSeq, closed.toSeq)}`,
        `${words.contentHash} ${closed.contentHash}`,
        `${words.headHash} ${closed.headHash}`,
      ],
    },
  ]
}
