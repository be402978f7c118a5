import type { ErrorCode, YAMLError } from 'yaml'
import type { z } from 'zod'

/** What is wrong with a file as a whole. */
export const fileSentence = {
  empty: '文件是空的，可以从 assets/halls/example.yaml 复制一份开始',
  noFields: '文件最外层应是“字段: 内容”，每个字段一行',
  notAFile: '这不是普通文件',
  tooBig: '文件超过 2 MB，请检查是不是选错了文件',
  notUtf8: '文字编码不是 UTF-8，请用记事本打开后“另存为”，编码选 UTF-8',
  strayReference: '引用（*名称）在前面没有对应的定义（&名称）；文字以“*”开头时请加引号',
  endless: '文件中的引用（*名称）互相套用，展开后太大',
  unreadable: (code: string) => unreadable[code] ?? `文件打不开（${code}），请检查磁盘和权限`,
}

const unreadable: Record<string, string> = {
  ENOENT: '没有这个文件，请检查路径和文件名',
  ENOTDIR: '没有这个文件，请检查路径和文件名',
  EACCES: '没有权限读取这个文件',
  EPERM: '没有权限读取这个文件',
}

const yamlSentences: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: '缩进不能用制表符（Tab），请改用空格',
  BAD_INDENT: '缩进没有对齐，同一级的内容要从同一列开始',
  BAD_SCALAR_START: '文字不能以这个符号开头，请给整段文字加上引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠“\\”写法不对，请改用单引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“: ”，或者这一行多缩进了；含冒号的文字请加引号',
  BLOCK_IN_FLOW: '方括号或花括号里不能再分行写列表',
  MULTILINE_IMPLICIT_KEY: '字段名后面要有英文冒号和一个空格',
  MULTIPLE_DOCS: '一个文件只能有一份配置，请删去“---”及其后的内容',
  NON_STRING_KEY: '字段名应是文字',
  UNEXPECTED_TOKEN: '这里多出了内容，请检查前面的缩进、引号和括号',
  RESOURCE_EXHAUSTION: '括号套得太深',
  TAG_RESOLVE_FAILED: '不认识以“!”开头的标记，文字以“!”开头时请加引号',
  BAD_ALIAS: '引用（*）或定义（&）的写法不对，文字以这两个符号开头时请加引号',
}

const chineseColon = '字段名后面是中文冒号“：”，请改成英文冒号和一个空格'

const missingSign: [begin: string, sentence: string][] = [
  ['Missing closing', '引号没有结束'],
  ['Implicit map keys', '字段名后面要有英文冒号和一个空格'],
  ['Sequence item', '列表的每一项要以“- ”开头，同一项的字段要对齐'],
  ['Comments must', '注释符号“#”前面要有空格'],
  ['Missing ,', '方括号或花括号里的各项要用英文逗号隔开'],
]

/** What is wrong with the YAML itself; `text` begins where it is wrong, `line` is the line around it. */
export function yamlSentence({ code, message }: YAMLError, text: string, line: string): string {
  if (/^\s*\u3000/.test(line)) return '缩进用了中文空格，请改用英文空格'
  if (code === 'DUPLICATE_KEY') {
    const [key = ''] = text.split(/[:\s]/, 1)
    return `${quoted(key)}在同一处写了两次，请删去一个`
  }
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return '方括号或花括号没有结束'
  const lacksSign = code === 'MISSING_CHAR' || code === 'MULTILINE_IMPLICIT_KEY'
  if (lacksSign && line.includes('：')) return chineseColon
  const sign = code === 'MISSING_CHAR' ? missingSign.find(([begin]) => message.startsWith(begin)) : undefined
  return sign?.[1] ?? yamlSentences[code] ?? '写法不符合 YAML 格式，请对照 assets/halls/example.yaml'
}

/** An unknown field, with the known one that was probably meant. */
export function keySentence(key: string, known: readonly string[]): string {
  if (/[\u3000：]/.test(key)) return `${quoted(key)}里有中文空格或中文冒号，请改成英文的`
  const meant = nearest(key, known)
  return meant === undefined ? `没有 ${quoted(key)} 这个字段` : `没有 ${quoted(key)} 这个字段，是不是 ${quoted(meant)}`
}

/**
 * What is wrong with a value, for the issues to which the schema gives no sentence of its own.
 * `source` is the value as it is written in the file; undefined when it is missing or no single value.
 */
export function valueSentence(issue: z.core.$ZodIssue, source: string | undefined): string {
  const name = fieldName(issue.path)
  if (issue.input === undefined || ('discriminator' in issue && source === undefined)) return `缺少${name}`
  if (issue.input === null) return `${name}没有填写`
  switch (issue.code) {
    case 'invalid_type':
      return `${name}${typeSentence(issue.expected, issue.input, source)}`
    case 'invalid_value':
      return `${name}${choiceSentence(issue.values, source)}`
    case 'invalid_union':
      return `${name}${choiceSentence('options' in issue ? (issue.options ?? []) : [], source)}`
    case 'too_small':
      return `${name}${issue.origin === 'array' ? '至少要有' : '不能小于'} ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `${name}${issue.origin === 'array' || issue.origin === 'string' ? '最多' : '不能大于'} ${issue.maximum}${unitOf(issue.origin)}`
    default:
      return `${name}的写法不符合要求`
  }
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表，每一项以“- ”开头，或写在方括号里',
  object: '一组“字段: 内容”，在下面缩进两格书写',
}

function typeSentence(expected: string, input: unknown, source: string | undefined): string {
  if (expected === 'object' && source?.includes('：')) return `下面的${chineseColon}`
  if (expected === 'string' && source !== undefined) return `应为文字，请加引号：'${source}'`
  const found = source === undefined ? `一${Array.isArray(input) ? '个列表' : '组字段'}` : ` ${source}`
  return `应为${typeNames[expected] ?? expected}，这里是${found}`
}

function choiceSentence(choices: readonly unknown[], source: string | undefined): string {
  return `只能是 ${choices.join('、')}${source === undefined ? '' : `，这里是 ${source}`}`
}

function unitOf(origin: string): string {
  if (origin === 'array') return ' 项'
  return origin === 'string' ? ' 个字' : ''
}

function quoted(key: string): string {
  return `“${key}”`
}

/** The Chinese name of the field at a path, with its own name where that helps to find it. */
function fieldName(path: readonly PropertyKey[]): string {
  const key = path.findLast((step) => typeof step === 'string') ?? ''
  const last = path.at(-1)
  const known = fieldNames[key]
  const name = known === undefined ? key : `${known}（${key}）`
  return typeof last === 'number' ? `${name}第 ${last + 1} 项` : name
}

/** The known name that is at most two letters off, or differs in case and hyphens only. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '')
  const ranked = known
    .map((name) => ({ name, distance: distanceOf(plain(key), plain(name)) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= 2 && best.distance < best.name.length / 2 ? best.name : undefined
}

/** Letters to insert, remove or replace to turn one text into the other. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced))
    }
    row = next
  }
  return row[b.length]!
}

/** The parts of a hall profile, for the beginning of a line that names a mistake. */
export const sectionNames: Record<string, string> = {
  hall: '大厅',
  demo: '演示',
  queues: '队列',
  serviceItems: '事项',
  serviceWindows: '窗口',
  staff: '人员',
  timetables: '作息时间',
  publishedYears: '放假安排',
  overrides: '本厅调整',
  queueSettings: '排队设置',
  promise: '首问与时限',
  discipline: '考勤与纪律',
  boards: '公开内容',
  voice: '语音',
  printer: '打印机',
  network: '网络',
  screens: '屏幕',
}

/** Every field of a profile as the people call it. */
export const fieldNames: Record<string, string> = {
  ...sectionNames,
  // hall, queues
  name: '名称',
  nameEnglish: '英文名称',
  address: '地址',
  officePhone: '办公电话',
  supervisionPhone: '监督电话',
  ticker: '滚动字幕',
  letter: '队列字母',
  // serviceItems
  itemCode: '事项编码',
  aliases: '别名',
  category: '分类',
  department: '部门',
  queue: '所属队列',
  kind: '类型',
  status: '发布状态',
  effectiveFrom: '生效日期',
  isOrgan: '是否行政机关事项',
  elderlyWish: '是否询问老人意愿',
  conditions: '条件',
  quantity: '数量',
  procedure: '程序',
  sample: '申请书示范文本',
  statutoryLimit: '法定时限',
  promisedLimit: '承诺时限',
  stages: '环节',
  limit: '时限',
  amount: '数量',
  unit: '单位',
  basis: '依据',
  serviceMinutes: '办理分钟数',
  materials: '申请材料',
  materialCode: '材料编号',
  need: '是否必需',
  when: '情形',
  note: '要求说明',
  form: '形式',
  copies: '份数',
  source: '来源',
  condition: '适用情形',
  fee: '收费',
  remark: '备注',
  identity: '身份证号要求',
  holderRule: '取号人要求',
  quotaMorning: '上午限号',
  quotaAfternoon: '下午限号',
  lastTicketMinutes: '提前停止取号分钟数',
  // serviceWindows, staff
  windowNumber: '窗口号',
  staffNumber: '工号',
  role: '岗位',
  homeUnit: '原单位',
  windowNumbers: '可上岗窗口',
  // timetables, publishedYears, overrides
  timetableId: '作息时间编号',
  validFrom: '生效日期',
  validTo: '失效日期',
  documentNumber: '文号',
  segments: '时段',
  from: '开始时间',
  to: '结束时间',
  phase: '时段性质',
  year: '年份',
  restDays: '放假日',
  workedDays: '调休上班日',
  statutoryDays: '法定节假日',
  day: '日期',
  isWorkday: '是否上班',
  reason: '原因',
  // queueSettings
  priorityInterleave: '优先号连叫数',
  missAfterCalls: '过号前叫号次数',
  recallSpacingSeconds: '重呼间隔秒数',
  requeueAfter: '过号激活后排在几人之后',
  elderlyAge: '老年优先年龄',
  requeueTimesMax: '过号激活次数上限',
  perIdDailyMax: '每人每事项每日取号上限',
  transfersMax: '转号次数上限',
  preOpenMinutes: '提前取号分钟数',
  atSplit: '17 点时的等候号',
  atDayEnd: '下班时的等候号',
  linkupCalls: '衔接时段叫号',
  waitingMax: '大厅等候上限',
  // discipline
  pauseMinutesMax: '暂停时长上限',
  unattendedMinutesMax: '窗口空着的分钟数',
  unfollowedMinutesMax: '叫号后无人处理的分钟数',
  pastClosingMinutesMax: '过时办理的分钟数',
  idleMinutesMax: '排队时空闲的分钟数',
  longQueue: '队列很长的人数',
  longWaitMinutes: '等候太久的分钟数',
  patrolsPerHalfDay: '每半天巡查轮数',
  lateGraceMinutes: '迟到宽限的分钟数',
  points: '建议扣分',
  // promise
  correctionDays: '补正期限天数',
  offerHoursMax: '移交预警小时数',
  tellWorkdaysMax: '告知期限工作日数',
  offersMax: '移交次数上限',
  partyKeptYears: '申请人信息保存年数',
  // boards
  procedures: '办理程序',
  phrases: '文明用语',
  regulations: '规章制度',
  duties: '工作职责',
  contacts: '受理人员名单',
  position: '岗位',
  promises: '服务承诺',
  responsible: '联系卡责任人',
  deputy: '联系卡 B 岗',
  homeVisit: '上门服务约定方式',
  serviceHours: '服务时间',
  // voice, printer, network, screens
  repeat: '播报遍数',
  volume: '音量',
  host: '打印机地址',
  port: '端口',
  lan: '局域网',
  fullscreen: '全屏',
}
