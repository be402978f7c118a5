import type { HandoverSignIn } from '../../../shared/vocabulary/handover.ts'
import { handoverStatusWords, waitingRuleWords } from '../../../shared/vocabulary/words.ts'

/** What the clerk, the console and the receiver's own page say of a handover. */
export const handoverText = {
  title: '业务交接单',
  numbered: (number: string) => `业务交接单 ${number}`,
  status: handoverStatusWords,
  refused: '退回待交',
  waitingRule: waitingRuleWords,
  signIn: { 'clerk-screen': '窗口第二次登录', 'own-page': '本人登录' } satisfies Record<HandoverSignIn, string>,
  missing: { give: '逾时未交', take: '逾时未接' },
  none: '无',
  gone: '没有这份交接单，或者不属于您的单位。',

  // what waits for somebody
  toGive: (count: number) => `交接单待交：${count} 件在办`,
  refusedBack: (name: string, reason: string) => `交接单被${name}退回：${reason}`,
  waiting: (number: string) => `${number} 已交出，等原单位接收`,
  toReturn: (number: string, count: number) => `${number} 带出 ${count} 件，收回后请确认返回`,
  toTake: (name: string, count: number) => `${name}的交接单待接收：${count} 件`,
  post: (giver: string, to: string, isBack: boolean) =>
    isBack ? `返岗回交：${giver} 交回 ${to}` : `AB 岗交接：${giver} 请假，${to} 顶岗`,
  draftPost: '生成 AB 岗交接单',
  postNumbered: (number: string) => `AB岗交接单 ${number}`,
  postGiveSentence: '全部在办事项随本单交给对方；对方接收前仍由您负责，首问责任人不变。',
  waitingFor: (number: string, name: string) => `${number} 已交出，等${name}接收`,
  give: '交接',
  take: '查看并接收',
  receive: '请人接收',
  return: '确认返回',

  // the sheet
  day: '日期',
  window: '窗口',
  noWindow: '未在窗口',
  giver: '交出人',
  unit: '原单位',
  to: '接收人',
  counts: '当日',
  countsText: (received: number, instant: number, notices: number, corrections: number) =>
    `收件 ${received}（即办 ${instant}）· 一次性告知 ${notices} · 补件接收 ${corrections}`,
  waitingNumbers: '大厅未办号码',
  waitingText: (numbers: readonly string[], rule: string) => `${numbers.join('、')}（${rule}）`,
  receipts: '票据号段',
  receiptsRemark: '没有现金票据就空着。',
  remark: '异常说明',
  remarkRemark: '只写事实，不写群众姓名。',
  givenAt: '交出',
  takenAt: '接收',
  takenBy: (name: string, how: string) => `${name}（${how}）`,
  returnedAt: '返回',
  refusal: '退回原因',
  held: (until: string) => `服务过时，交接顺延至 ${until}`,
  columns: {
    light: '灯',
    left: '剩余',
    number: '办件编号',
    party: '申请人',
    item: '事项',
    stage: '环节',
    due: '到期',
    originals: '随交原件及份数',
    action: '需原单位办理',
    homeUnit: '原单位',
    status: '状态',
    giver: '窗口人员',
    lines: '在办',
    along: '随交',
    given: '交出',
    taken: '接收',
    returned: '返回',
  },
  emptyLines: '没有在办件，交接单照交。',
  originalsHint: '不带原件就空着',
  actionHint: '如：现场核查、盖章',
  atUnit: (name: string) => `在原单位：${name}`,
  originalsText: (originals: readonly string[], holder: string) => {
    if (holder === '') return originals.join('、')
    return originals.length === 0 ? `在原单位：${holder}` : `${originals.join('、')}（在原单位：${holder}）`
  },
  left: (workdays: number | null) =>
    workdays === null
      ? ''
      : workdays < 0
        ? `超 ${-workdays} 个工作日`
        : workdays === 0
          ? '今天'
          : `${workdays} 个工作日`,

  // giving
  giveNow: '交出',
  giveSentence: '核对在办件，写明随交的原件和要办的事，再交出。办件仍由您承办，原件和要办的事由接收人负责。',
  given: '已交出，请原单位的人接收。',
  print: '打印交接单（两联）',

  // taking
  takeTitle: '请接收人接收',
  scan: '用手机扫码，在自己的页面登录接收（手机须连大厅网络）',
  noLan: '大厅没有开放局域网，请在本窗口登录接收。',
  secondSignIn: '或在本窗口登录接收（不影响您的登录）',
  staffNumber: '接收人工号',
  password: '接收人口令',
  takeHere: '登录并接收',
  taken: '已接收。',
  takeNow: '接收',
  refuse: '退回',
  refuseReason: '退回原因',
  refusedNow: '已退回，交出人可以改后再交。',

  // returning
  returnTitle: '确认返回',
  returnSentence: '随交的原件都收回了，要办的事有了结果，再确认。',
  returnNote: '返回说明',
  returnNow: '收回了，确认返回',
  returned: '已确认返回。',

  // console
  page: '17:00 交接',
  every: '全部',
  stateFilter: '状态',
  open: '打开',
  empty: '这一天没有交接单。',
  summary: { all: '应交', given: '已交', taken: '已接', missing: '逾时' },
  today: '今天',

  // the receiver's own page
  own: {
    title: '业务交接',
    sentence: '请用自己的工号和口令登录。登录只用于接收交接单，半小时后自动失效。',
    list: '等您单位接收的交接单',
    listEmpty: '现在没有等您接收的交接单。交出人交出以后，扫单上的二维码就能打开。',
    back: '返回列表',
    leave: '退出',
    lines: (count: number) => `在办件 ${count} 件`,
    done: (number: string) => `${number} 已由您接收。`,
    doneRefused: (number: string) => `${number} 已退回。`,
    others: '没有随交的原件和要办的事',
    confirm: '我已核对，接收',
    cancel: '再看看',
    loading: '正在打开…',
    again: '重试',
    refresh: '刷新',
  },
} as const
