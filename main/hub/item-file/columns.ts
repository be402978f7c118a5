import type { z } from 'zod'
import type {
  ItemStage,
  RequiredMaterial,
  requiredMaterial,
  ServiceItem,
  serviceItem,
} from '../../../shared/vocabulary/service-item.ts'
import {
  itemKindWords,
  limitUnitWords,
  materialFormWords,
  materialSourceWords,
} from '../../../shared/vocabulary/words.ts'

/** What stands in a cell: its text read as a value, or what is wrong with it. */
type Reading = { value: unknown } | { sentence: string }

/** One column of a sheet: its heading, the field it stands for, and both ways between them. */
export interface Column {
  heading: string
  path: readonly string[]
  width: number
  read: (text: string) => Reading
  write: (value: unknown) => string | number
}

type Kind = Pick<Column, 'read' | 'write'>

const text: Kind = { read: (cell) => ({ value: cell }), write: (value) => String(value ?? '') }
/** Several short texts: one a line of the cell. */
const lines: Kind = {
  read: (cell) => ({
    value: cell
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  }),
  write: (value) => (Array.isArray(value) ? value.join('\n') : ''),
}
const number: Kind = {
  read: (cell) => (Number.isFinite(Number(cell)) ? { value: Number(cell) } : { sentence: `应填数字，这里是“${cell}”` }),
  write: (value) => (typeof value === 'number' ? value : ''),
}
/** Chinese words for the values of a field. */
function choice<K extends string>(names: Readonly<Record<K, string>>): Kind {
  const values = new Map(Object.entries<string>(names).map(([value, name]) => [name, value]))
  return {
    read: (cell) => {
      const value = values.get(cell)
      return value === undefined ? { sentence: `只能填 ${[...values.keys()].join('、')}，这里是“${cell}”` } : { value }
    },
    write: (value) => (value === null || value === undefined ? '' : names[value as K]),
  }
}
const yesNo: Kind = {
  read: (cell) =>
    cell === '是' || cell === '否' ? { value: cell === '是' } : { sentence: `只能填 是、否，这里是“${cell}”` },
  write: (value) => (value === true ? '是' : '否'),
}

const dayMs = 24 * 3_600_000
/** Day 0 of a spreadsheet: a cell without a date's format holds the count of days since. */
const dayZero = Date.UTC(1899, 11, 30)
/** A day as people and spreadsheets write it; whether there is such a day, the schema says. */
const day: Kind = {
  read: (cell) => {
    if (/^\d{5}$/.test(cell)) return { value: new Date(dayZero + Number(cell) * dayMs).toISOString().slice(0, 10) }
    const [year = '', month = '', date = ''] = cell.split(/[-/.]/)
    return { value: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` }
  },
  write: (value) => String(value ?? ''),
}

const wide = 40
const column = (heading: string, path: string, kind: Kind = text, width = 14): Column => ({
  heading,
  path: path.split('.'),
  width,
  ...kind,
})

const unit = choice(limitUnitWords)

/** Sheet 事项: a row an item. */
export const itemColumns: readonly Column[] = [
  column('事项编码', 'itemCode'),
  column('名称', 'name', text, wide),
  column('英文名称', 'nameEnglish', text, wide),
  column('俗称旧称', 'aliases', lines),
  column('类别', 'category'),
  column('部门', 'department'),
  column('队列', 'queue'),
  column('状态', 'status', choice<ServiceItem['status']>({ published: '发布', draft: '草稿' })),
  column('生效日期', 'effectiveFrom', day),
  column('行政机关', 'isOrgan', yesNo),
  column('询问老人意愿', 'elderlyWish', yesNo),
  column('办件类型', 'kind', choice(itemKindWords)),
  column('依据', 'basis', text, wide),
  column('条件', 'conditions', text, wide),
  column('数量', 'quantity'),
  column('程序', 'procedure', lines, wide),
  column('法定时限', 'statutoryLimit.amount', number),
  column('法定时限单位', 'statutoryLimit.unit', unit),
  column('法定时限依据', 'statutoryLimit.basis', text, wide),
  column('承诺时限', 'promisedLimit.amount', number),
  column('承诺时限单位', 'promisedLimit.unit', unit),
  column('承诺时限依据', 'promisedLimit.basis', text, wide),
  column('办理分钟数', 'serviceMinutes', number),
  column('申请书示范文本', 'sample', text, wide),
  column('收费', 'fee', text, wide),
  column('备注', 'remark', text, wide),
  column(
    '取号用身份证',
    'identity',
    choice<ServiceItem['identity']>({ required: '必须', optional: '可选', none: '不用' }),
  ),
  column(
    '取号人',
    'holderRule',
    choice<ServiceItem['holderRule']>({ 'self-only': '限本人', 'agent-allowed': '可代办' }),
  ),
  column('上午限号', 'quotaMorning', number),
  column('下午限号', 'quotaAfternoon', number),
  column('提前停止取号分钟数', 'lastTicketMinutes', number),
]

/** Sheet 材料: a row a material, in the order in which the citizen is told; 事项编码 says whose it is. */
const materialColumns: readonly Column[] = [
  column('材料编号', 'materialCode'),
  column('材料名称', 'name', text, wide),
  column(
    '要求',
    'need',
    choice<RequiredMaterial['need']>({
      required: '必要',
      conditional: '符合条件时',
      tolerable: '可容缺',
      promise: '可告知承诺',
    }),
  ),
  column('形式', 'form', choice(materialFormWords)),
  column('份数', 'copies', number),
  column('来源', 'source', choice(materialSourceWords)),
  column(
    '情形',
    'when',
    choice<NonNullable<RequiredMaterial['when']>>({
      agent: '委托代办',
      'under-16': '未满 16 周岁',
      elderly: '老年人',
      'rented-home': '租房居住',
      married: '已婚',
      unit: '单位',
      renewal: '换领、变更、延续',
      other: '其他（见适用情形）',
    }),
  ),
  column('适用情形', 'condition', text, wide),
  column('依据', 'basis', text, wide),
  column('要求说明', 'note', text, wide),
]

/** Sheet 环节: a row a stage, in their order. */
const stageColumns: readonly Column[] = [
  column('环节名称', 'name', text, wide),
  column('时限', 'limit.amount', number),
  column('时限单位', 'limit.unit', unit),
  column('时限依据', 'limit.basis', text, wide),
]

export const itemSheet = '事项'
export const codeHeading = '事项编码'

/** What an item has several of: a sheet each, whose rows say by 事项编码 whose they are. */
export const listSheets = [
  { field: 'materials', sheet: '材料', columns: materialColumns },
  { field: 'stages', sheet: '环节', columns: stageColumns },
] as const

/** A row's cells by heading as the fields they stand for; an empty cell is left out, so that its default holds. */
export function fieldsOf(
  columns: readonly Column[],
  cells: ReadonlyMap<string, string>,
): { fields: Record<string, unknown>; problems: { heading: string; sentence: string }[] } {
  const fields: Record<string, unknown> = {}
  const problems: { heading: string; sentence: string }[] = []
  for (const { heading, path, read } of columns) {
    const cell = cells.get(heading) ?? ''
    if (cell === '') continue
    const reading = read(cell)
    if ('sentence' in reading) {
      problems.push({ heading, sentence: reading.sentence })
      continue
    }
    const [first, second] = path as [string, string?]
    if (second === undefined) fields[first] = reading.value
    else fields[first] = { ...(fields[first] as object | undefined), [second]: reading.value }
  }
  return { fields, problems }
}

/** What stands in the cells of a row. */
export function cellsOf(
  columns: readonly Column[],
  of: z.infer<typeof serviceItem> | z.infer<typeof requiredMaterial> | ItemStage,
): (string | number)[] {
  return columns.map(({ path, write }) => {
    const value = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], of)
    return write(value)
  })
}

/** The column a complaint about a field belongs to. */
export function headingOf(columns: readonly Column[], field: readonly PropertyKey[]): string {
  const isAbout = ({ path }: Column) => path.every((key, at) => field[at] === undefined || field[at] === key)
  return columns.find(isAbout)?.heading ?? ''
}
