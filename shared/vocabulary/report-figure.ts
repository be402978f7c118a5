import { type ResultCode, resultCode, resultCodesOfClerk } from './ticket.ts'
import { resultCodeWords } from './words.ts'

/** 窗口 / 人员 / 事项 / 时段 / 日 */
export const reportSplits = ['window', 'clerk', 'item', 'hour', 'day'] as const
export type ReportSplit = (typeof reportSplits)[number]

/** How a figure reads; a share is 1 for all. */
export type FigureUnit = 'count' | 'minutes' | 'share'

export interface FigureWords {
  unit: FigureUnit
  name: string
  /** What exactly it counts: stands beside it on the screen, on paper and in the workbook. */
  definition: string
}

const counted = {
  taken: { unit: 'count', name: '取号', definition: '这些天取的号' },
  served: { unit: 'count', name: '办理', definition: '其中按了“办理结束”的号，不论结果' },
  leftOpen: { unit: 'count', name: '未点办结', definition: '其中当天没有按“办理结束”，换日时由系统了结的号' },
  noShow: { unit: 'count', name: '过号作废', definition: '其中叫到没有来的号，含当天过号还没有回来的' },
  noShowRate: { unit: 'share', name: '弃号率', definition: '过号作废 ÷ 取号' },
  cancelled: { unit: 'count', name: '取消', definition: '其中办事人或工作人员取消的号' },
  carried: { unit: 'count', name: '转次日', definition: '其中没有办、次日优先的号' },
  expired: { unit: 'count', name: '日终作废', definition: '其中分段或换日时还没有办而作废的号，不含过号的' },
  unsettled: { unit: 'count', name: '未了', definition: '其中出表时还在等候、已叫、办理或挂起的号' },
  priority: { unit: 'count', name: '优先号', definition: '其中有优先依据的号，含次日转结的' },
  priorityShare: { unit: 'share', name: '优先占比', definition: '优先号 ÷ 取号' },
  called: { unit: 'count', name: '叫到', definition: '其中叫过的号' },
  waitMean: {
    unit: 'minutes',
    name: '平均等候',
    definition: '取号到第一次叫号的整分钟，按当天作息扣除午休和下班；过号、转号后再叫的不计',
  },
  waitMedian: { unit: 'minutes', name: '等候中位数', definition: '叫到的号有一半等候不超过它' },
  waitP90: { unit: 'minutes', name: '等候九成位', definition: '叫到的号有九成等候不超过它' },
  waitLongest: { unit: 'minutes', name: '最长等候', definition: '叫到的号中等得最久的' },
  waiting: { unit: 'count', name: '在等', definition: '这个小时里等过的号，含上个小时留下的' },
  serviceMean: {
    unit: 'minutes',
    name: '平均办理',
    definition: '开始办理到办理结束的分钟，扣除挂起；转号的只计最后一处',
  },
  serviceMedian: { unit: 'minutes', name: '办理中位数', definition: '办理的号有一半不超过它' },
  serviceP90: { unit: 'minutes', name: '办理九成位', definition: '办理的号有九成不超过它' },
  pastClosing: { unit: 'count', name: '延时', definition: '办理中开始或结束在对外办公时间以外的' },
  transfers: { unit: 'count', name: '转号', definition: '这些号被转的次数，算在最后叫它的窗口和人员' },
  serviceMinutes: { unit: 'minutes', name: '办理分钟', definition: '办理时间之和' },
  attendedMinutes: {
    unit: 'minutes',
    name: '在岗分钟',
    definition: '上岗到下岗，扣除暂停，只计作息时间以内（含衔接办理）',
  },
  utilisation: {
    unit: 'share',
    name: '利用率',
    definition: '办理分钟 ÷ 在岗分钟；午间值守和延时的办理也在内，所以可以超过 100%',
  },
} as const satisfies Record<string, FigureWords>

export type ResultFigure = `result-${ResultCode}`
export type ReportFigure = keyof typeof counted | ResultFigure

/** The figure that counts a result. */
export const resultFigure = (code: ResultCode): ResultFigure => `result-${code}`

const results = Object.fromEntries(
  resultCode.options.map((code): [ResultFigure, FigureWords] => [
    resultFigure(code),
    { unit: 'count', name: resultCodeWords[code], definition: `办理结果为“${resultCodeWords[code]}”` },
  ]),
) as Record<ResultFigure, FigureWords>

/** Every figure of the reports, in order. */
export const reportFigures: Record<ReportFigure, FigureWords> = { ...counted, ...results }

/** Tables of a report: no more figures in one than fit on paper beside each other. */
export const reportTables = {
  outcomes: ['taken', 'served', 'leftOpen', 'noShow', 'noShowRate', 'cancelled', 'carried', 'expired', 'unsettled'],
  waits: ['called', 'waitMean', 'waitMedian', 'waitP90', 'waitLongest', 'priority', 'priorityShare', 'waiting'],
  services: [
    ...(['served', 'serviceMean', 'serviceMedian', 'serviceP90', 'pastClosing', 'transfers'] as const),
    ...(['serviceMinutes', 'attendedMinutes', 'utilisation'] as const),
  ],
  results: resultCodesOfClerk.options.map(resultFigure),
} as const satisfies Record<string, readonly ReportFigure[]>
export type ReportTable = keyof typeof reportTables

export const reportTableWords: Record<ReportTable, string> = {
  outcomes: '取号与去向',
  waits: '等候',
  services: '办理与在岗',
  results: '办理结果',
}

/** How rows come about, for the head of each split. */
export const reportSplitWords: Record<ReportSplit, { name: string; key: string; definition: string }> = {
  window: { name: '按窗口', key: '窗口', definition: '号算在最后叫它的窗口，没有叫过的单列' },
  clerk: { name: '按人员', key: '人员', definition: '号算在最后叫它的人员，没有叫过的单列' },
  item: { name: '按事项', key: '事项', definition: '转号、更正后的事项' },
  hour: { name: '按时段', key: '时段', definition: '取号的钟点' },
  day: { name: '按日', key: '日期', definition: '取号的开厅日' },
}

const onPost: ReadonlySet<ReportFigure> = new Set(['attendedMinutes', 'utilisation'])

/** The figures of a table that a split has: nobody is on post for an item, and only an hour knows who waited in it. */
export function figuresOf(table: ReportTable, split: ReportSplit | 'total'): ReportFigure[] {
  const figures: readonly ReportFigure[] = reportTables[table]
  return figures.filter((figure) => {
    if (figure === 'waiting') return split === 'hour'
    return !onPost.has(figure) || (split !== 'item' && split !== 'hour')
  })
}

/** What the figures of a split count, each once; results explain themselves together. */
export function definitionsOf(split: ReportSplit): Pick<FigureWords, 'name' | 'definition'>[] {
  const tables = (Object.keys(reportTables) as ReportTable[]).filter((table) => table !== 'results')
  const figures = new Set(tables.flatMap((table) => figuresOf(table, split)))
  const words = reportSplitWords[split]
  return [
    { name: words.key, definition: words.definition },
    ...[...figures].map((figure) => reportFigures[figure]),
    { name: reportTableWords.results, definition: '按“办理结束”时选的结果，合起来是办理' },
  ]
}

/** A figure as it is read; empty where there is none. */
export function figureText(figure: ReportFigure, value: number | null): string {
  if (value === null) return ''
  const { unit } = reportFigures[figure]
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`
  return unit === 'minutes' ? value.toFixed(1) : String(value)
}
