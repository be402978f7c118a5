import type { AttendanceTotals } from './attendance.ts'
import {
  basePoints,
  type CodeSum,
  flagShare,
  type MonthPerson,
  type MonthReview,
  type MonthVeto,
  type MonthViolation,
  type MonthWindow,
  type OverdueFiling,
  type Ranked,
} from './month-review.ts'
import { violationCodes } from './violation.ts'
import { attendanceTotalWords, violationCodeWords } from './words.ts'

/** Who ids stand for, and what windows are called. */
export interface MonthNames {
  staff: Record<string, { staffNumber: string; name: string }>
  windows: Record<number, string>
}

/** Tables of 月度考核 with what a line of each is. */
interface MonthRows {
  windows: MonthWindow
  people: MonthPerson
  attendance: MonthPerson
  codes: CodeSum
  violations: MonthViolation
  overdue: OverdueFiling
}
export type MonthTable = keyof MonthRows

/** One column, the same on the page, on paper and in the workbook. */
export interface MonthColumn<Row> {
  name: string
  /** 怎么算; empty: the name says it. */
  definition: string
  /** Of the width of paper, in parts. */
  width: number
  cell: (row: Row, names: MonthNames) => string | number
  /** What of a line is opened by a press on it. */
  target?: (row: Row) => MonthTarget
}

/** A person's month, a case, a filing. */
export type MonthTarget = { staffId: string } | { violationId: number } | { filingId: number }

/** 四个部分, each with its tables. */
export const monthParts = {
  flags: { title: '红旗窗口', tables: ['windows', 'people'] },
  attendance: { title: '考勤', tables: ['attendance'] },
  violations: { title: '违纪', tables: ['codes', 'violations'] },
  overdue: { title: '超时红单', tables: ['overdue'] },
} as const satisfies Record<string, { title: string; tables: readonly MonthTable[] }>
export type MonthPart = keyof typeof monthParts

export const monthTableWords: Record<MonthTable, string> = {
  windows: '红旗窗口',
  people: '服务标兵',
  attendance: '考勤合计',
  codes: '违纪合计',
  violations: '违纪明细',
  overdue: '超时红单',
}

const flagPercent = `${flagShare * 100}%`

/** 计算公式, as page, paper and workbook show it (domain §3.12). */
export const monthFormula: readonly string[] = [
  `人员得分 = ${basePoints} − 当月认定的违纪扣分之和。撤销的、没有认定的不扣；申诉中的等复核以后再计。`,
  '考勤异常本身不扣分，经听取本人意见、认定为违纪后才扣，不重复扣。',
  `窗口得分 = ${basePoints} − 各人扣分按在本窗口上岗天数的加权平均，保留一位小数。`,
  '名次：没有一票否决的在前；得分高的在前；同分的，办结多的在前，再是延时服务多的；都相同的并列。',
  '一票否决：认定的六个严禁（篇5.7）、通报纪检的情形、超过法定时限的办件。违纪否决发生的窗口；没有写窗口的违纪、超时的办件，否决本人当月上岗天数最多的窗口。',
  `授旗：名次在前 ${flagPercent} 的（不足一个按一个），没有一票否决的才授。当月没有办结的不排名；导办、值班主任不参加评比。`,
  '群众评价（好差评）和投诉登记还没有，不计入。查实的投诉、擅自收费，由值班主任提请违纪，认定后计入。',
]

const personOf = (staffId: string, { staff }: MonthNames) => {
  const { name = '', staffNumber = '' } = staff[staffId] ?? {}
  return `${name}（${staffNumber}）`
}
const windowOf = (windowNumber: number | null, { windows }: MonthNames) =>
  windowNumber === null ? '' : `${windowNumber} 号 ${windows[windowNumber] ?? ''}`.trim()

/** A veto in words. */
export function vetoText(veto: MonthVeto): string {
  if (veto.kind === 'statutory') return `${veto.number} 超过法定时限`
  return `${violationCodeWords[veto.code]} ${violationCodes[veto.code].clause}`
}

function column<Row>(name: string, width: number, cell: MonthColumn<Row>['cell'], definition = ''): MonthColumn<Row> {
  return { name, width, cell, definition }
}

const person = <Row extends { staffId: string }>(name = '姓名'): MonthColumn<Row> => ({
  ...column<Row>(name, 17, ({ staffId }, names) => personOf(staffId, names)),
  target: ({ staffId }) => ({ staffId }),
})

/** Columns that people and windows have in common, and the last one with the flag. */
const scored = <Row extends Ranked>(flag: string): MonthColumn<Row>[] => [
  column('得分', 9, ({ score }) => score, '见计算公式'),
  column('扣分', 9, ({ points }) => points, '认定的违纪扣分之和；窗口是按上岗天数的加权平均'),
  column('办结', 9, ({ served }) => served, '叫号并办结的，与报表相同；同分时比它'),
  column(
    '延时',
    9,
    ({ pastClosing }) => pastClosing,
    '其中对外办公时间过了还在办的延时服务：不加分，同分且办结一样多时占先',
  ),
  column('一票否决', 26, ({ vetoes }) => vetoes.map(vetoText).join('；')),
  column(flag, 11, ({ hasFlag }) => (hasFlag ? '★' : '')),
]
const place = <Row extends Ranked>() => column<Row>('名次', 8, (row) => row.place ?? '—', '“—”：不参加排名')

const totalDefinitions: Record<keyof AttendanceTotals, string> = {
  expectedDays: '作息规定上班、本人在册的日子，含请假',
  presentDays: '应出勤日中打过到岗卡的',
  lateTimes: '按半天计，扣除批准的请假',
  lateMinutes: '迟到的分钟数之和',
  leftEarlyTimes: '下班前离岗没有回来，扣除批准的请假',
  absentTimes: '整个半天没有到岗，也没有批准的请假',
  missingPunches: '来了，但没有下班、离厅或次日确认的记录',
  leaveDays: '有批准的请假或外出的日子',
}

const totals = (Object.keys(totalDefinitions) as (keyof AttendanceTotals)[]).map((key) =>
  column<MonthPerson>(attendanceTotalWords[key], 10, ({ attendance }) => attendance[key], totalDefinitions[key]),
)

export const monthColumns: { [T in MonthTable]: MonthColumn<MonthRows[T]>[] } = {
  windows: [
    place(),
    column('窗口', 17, ({ windowNumber }, names) => windowOf(windowNumber, names)),
    ...scored<MonthWindow>('红旗窗口'),
    column(
      '上岗人员',
      26,
      ({ people }, { staff }) =>
        people.map(({ staffId, days }) => `${staff[staffId]?.name ?? ''} ${days} 天`).join('、'),
      '当月在本窗口上岗的天数',
    ),
  ],
  people: [place(), person(), ...scored<MonthPerson>('服务标兵')],
  attendance: [person(), ...totals],
  codes: [
    person(),
    column('情形', 18, ({ code }) => violationCodeWords[code]),
    column('依据', 16, ({ code }) => violationCodes[code].clause),
    column('次数', 8, ({ times }) => times),
    column('扣分', 8, ({ points }) => points),
  ],
  violations: [
    column('日期', 15, ({ day }) => day),
    person('当事人'),
    column('窗口', 15, ({ windowNumber }, names) => windowOf(windowNumber, names)),
    {
      ...column<MonthViolation>('情形', 16, ({ code }) => violationCodeWords[code]),
      target: ({ violationId }) => ({ violationId }),
    },
    column('依据', 14, ({ clause }) => clause),
    column('扣分', 8, ({ points }) => points, '认定时定的分'),
    column('性质', 16, ({ isProhibition, isGrave }) =>
      [isProhibition ? '六个严禁' : '', isGrave ? '通报纪检' : ''].filter((one) => one !== '').join('、'),
    ),
  ],
  overdue: [
    {
      ...column<OverdueFiling>('办件编号', 21, ({ number }) => number),
      target: ({ filingId }) => ({ filingId }),
    },
    column('事项', 22, ({ itemName }) => itemName),
    person('承办人'),
    column('到期日', 15, ({ dueDay }) => dueDay),
    column('超过', 11, ({ limit }) => (limit === 'statutory' ? '法定时限' : '承诺时限')),
    column('超时', 15, ({ lateWorkdays }) => lateText(lateWorkdays), '到期日以后的工作日；算到办结或统计时'),
    column('结束', 15, ({ endedDay }) => endedDay ?? '未决定'),
    column('超时说明', 22, ({ reason }) => reason || '没有说明', '优化营商环境条例第三十六条'),
  ],
}

const lateText = (workdays: number) => (workdays === 0 ? '当天' : `${workdays} 个工作日`)

/** Lines of a table, in their order. */
export function monthRows<T extends MonthTable>(table: T, review: MonthReview): MonthRows[T][] {
  const rows: { [K in MonthTable]: MonthRows[K][] } = { ...review, attendance: review.people }
  return rows[table]
}

/** Lines and columns of a table as text and numbers, for paper and workbook. */
export function monthCells<T extends MonthTable>(
  table: T,
  review: MonthReview,
  names: MonthNames,
): (string | number)[][] {
  return monthRows(table, review).map((row) => monthColumns[table].map(({ cell }) => cell(row, names)))
}

/** What stands in a table, where its name does not say it. */
const tableDefinitions: Partial<Record<MonthTable, string>> = {
  violations: '只列已认定和申诉维持的',
  overdue: '当月超时才决定、撤回、退件的，和月末（本月为现在）超时还没有决定的；承办人是到期时的，特别程序期间不算',
}

/** What stands in a table and what its columns count, as far as their names do not say it. */
export function monthDefinitions(table: MonthTable): [name: string, definition: string][] {
  const whole = tableDefinitions[table]
  const ofColumns = monthColumns[table].flatMap(({ name, definition }): [string, string][] =>
    definition === '' ? [] : [[name, definition]],
  )
  return whole === undefined ? ofColumns : [[monthTableWords[table], whole], ...ofColumns]
}

/** How far the month is told: what may still change is said on every copy. */
export function monthState({ isOver, pendingCount }: MonthReview): string {
  const month = isOver ? '本月已结束' : '本月未结束，名次暂列'
  return pendingCount === 0 ? `${month}。` : `${month}；还有 ${pendingCount} 件违纪没有认定或在申诉，认定后才计入。`
}
