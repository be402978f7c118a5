import type { ResultCode } from '../../../shared/vocabulary/ticket.ts'
import { itemKindWords } from '../../../shared/vocabulary/words.ts'

const actionNames = {
  'call-next': '叫下一个',
  'call-chosen': '指定叫号',
  recall: '重呼',
  start: '开始办理',
  finish: '办结',
  miss: '过号',
  hold: '挂起',
  resume: '回呼挂起',
  requeue: '过号激活',
  transfer: '转号',
  correct: '取错号',
  cancel: '弃号',
  pause: '暂停',
  'resume-window': '恢复服务',
  'open-window': '开放窗口',
  'close-window': '关闭窗口',
  materials: '材料清单',
  password: '修改口令',
  'sign-out': '退出登录',
} as const

/** Words of the clerk screen. */
export const clerkText = {
  programName: '窗口端',
  actions: actionNames,

  chooseWindow: {
    title: '选择窗口',
    remark: '开放后开始计上岗时间，大屏显示“开放”。',
    lastTime: '上次使用',
    taken: '已有人上岗',
    none: '您没有被安排到任何窗口，请联系值班主任。',
    opening: '正在开放…',
    number: '窗口号',
    serves: (queueNames: readonly string[]) => `受理：${queueNames.join('、')}`,
  },

  session: {
    ended: '登录已失效（可能已在别处登录、被停用或超时），请重新登录。',
    signedOut: '已退出登录。',
    windowTaken: (windowNumber: number, staffName: string) =>
      `${windowNumber} 号窗口现由 ${staffName} 上岗，请另选窗口。`,
  },

  top: {
    openCountertop: '打开前置屏',
    window: (windowNumber: number, name: string) => `${windowNumber} 号窗口 ${name}`,
    servedToday: (count: number) => `今日已办 ${count} 件`,
    duty: (until: string) => `值守至 ${until}`,
    connecting: '正在连接主机…',
  },

  phase: {
    untilPause: (clock: string, left: string) => `距 ${clock} 午休还有 ${left}`,
    untilLinkup: (clock: string, left: string) => `距 ${clock} 停止叫号、转入衔接还有 ${left}`,
    untilClose: (clock: string, left: string) => `距 ${clock} 下班还有 ${left}`,
    untilOpen: (clock: string, left: string) => `距 ${clock} 对外办公还有 ${left}`,
    span: (from: string, to: string) => `${from}–${to}`,
    since: (clock: string) => `${clock} 起`,
    until: (clock: string) => `至 ${clock}`,
    finishUnderWay: '正在办理的可以办完，将记为延时办结。',
  },

  link: {
    lost: (age: string) => `与主机的连接中断，正在重连。画面是${age}前的；仍可操作，但要等主机应答才算数。`,
    age: (seconds: number) => (seconds < 60 ? ` ${seconds} 秒` : ` ${Math.floor(seconds / 60)} 分钟`),
  },

  current: {
    title: '当前办事人',
    priority: (ground: string) => `优先 · ${ground}`,
    pausedFor: '已暂停',
    empty: '窗口空闲',
    emptyHint: (count: number) => (count === 0 ? '现在没有人等候' : `${count} 人等候，按 F1 叫下一个`),
    paused: (reason: string) => `暂停服务：${reason}`,
    pausedHint: '按 F8 恢复服务后才能叫号',
    closed: '窗口没有开放',
    closedHint: '按 F8 开放窗口',
    waited: (minutes: number) => `等了 ${minutes} 分钟`,
    takenAt: (clock: string) => `${clock} 取号`,
    calls: (count: number, max: number) => `已叫 ${count}/${max} 次`,
    anonymous: '未登记身份',
    serving: '办理用时',
    called: '叫号后',
    transferred: (count: number) => `转过 ${count} 次`,
    requeued: '过号后重排',
  },

  keys: {
    title: '操作键',
    busy: '正在发送…',
    recallIn: (seconds: number) => `${seconds} 秒后可重呼`,
    asksFirst: '先问办理结果',
  },

  lists: {
    waiting: (count: number) => `等候 ${count} 人`,
    waitingMore: (count: number) => `后面还有 ${count} 人`,
    nobody: '没有人等候',
    number: '号码',
    item: '事项',
    waited: '已等',
    actions: '操作',
    call: '叫此号',
    cancel: '弃号',
    queue: (name: string, count: number) => `${name} ${count} 人`,
    aside: '挂起与过号',
    nothingAside: '没有挂起或过号的号',
    held: (minutes: number) => `挂起 ${minutes} 分钟`,
    heldLong: '挂起已久，请处理',
    missed: '过号',
    resume: '回呼',
    requeue: '激活',
    actOn: (action: string, number: string) => `${action} ${number}`,
  },

  answers: {
    title: '操作提示',
    history: '最近提示',
    none: '还没有提示',
    close: '收起',
    done: (action: string, number: string) => (number === '' ? action : `${action} ${number}`),
    called: (number: string) => `已叫 ${number}`,
    unreachable: (action: string) => `主机没有应答，“${action}”可能没有生效，以恢复后的画面为准。`,
    gone: (number: string) => `${number} 的情况已有变化，已放弃刚才打开的操作。`,
    withClause: (sentence: string, clause: string) => (clause === '' ? sentence : `${sentence}（${clause}）`),
    tone: { done: '完成', refused: '不能办', unreachable: '无应答', fault: '异常' },
  },

  why: {
    nobodyHere: '窗口前没有叫到的人。',
    notServing: (number: string) => `${number} 已叫号还没有开始办理，请先按 F3 开始，或 F5 过号。`,
    nobodyHeld: '本窗口没有挂起的号。',
    finishFirst: '没有人等候；办结当前的人请按 F4。',
  },

  dialog: {
    back: '返回',
    enter: 'Enter',
    escape: 'Esc',
    digits: '按数字键选择，Enter 确认',
    reason: '原因',
    otherReason: '其他原因（可手写）',
    reasonNeeded: '请选择或写明原因',
    choiceNeeded: '请先选择',
  },

  finish: {
    title: (number: string) => `办结 ${number}`,
    result: '办理结果',
    resultNeeded: '请先选择办理结果',
    confirm: '办结',
    codes: [
      ['1', 'completed'],
      ['2', 'accepted'],
      ['3', 'one-time-notice'],
      ['4', 'declined'],
      ['5', 'referred'],
      ['6', 'consulted'],
      ['7', 'collected'],
      ['8', 'wrong-number'],
      ['9', 'abandoned'],
      ['0', 'system-failure'],
    ] satisfies [string, Exclude<ResultCode, 'left-open'>][],
  },

  guard: {
    title: (number: string) => `正在办理 ${number}`,
    remark: (number: string) => `${number} 的办理还没有结束。叫号前要先办结，请选择办理结果；按错了就继续办理。`,
    stay: '继续办理',
    finishAndCallNext: '办结并叫下一个',
    finishAndCall: (number: string) => `办结并叫 ${number}`,
  },

  hold: {
    title: (number: string) => `挂起 ${number}`,
    remark: '挂起的号留在本窗口，办完别人后按 F6 回呼。',
    confirm: '挂起',
    reasons: ['补充材料、填表', '复印、拍照', '缴费', '等待系统或后台审核', '等待同行人'],
  },

  transfer: {
    title: (number: string) => `转号 ${number}`,
    remark: '保留原取号时间，在新队列里排在同类最前。',
    toItem: '转到事项',
    toWindow: '转到窗口',
    noWindow: '现在没有别的窗口开放',
    windowOf: (windowNumber: number, name: string, staffName: string) => `${windowNumber} 号 ${name}（${staffName}）`,
    confirm: '转号',
    reasons: ['本窗口不受理这项业务', '还需办理另一事项', '需要后台或专人办理', '办事人要求'],
  },

  correct: {
    title: (number: string) => `${number} 取错号`,
    remark: '改成正确的事项，号码和取号时间不变；本窗口能办就留在这里，不能办的转到对应队列。',
    confirm: '改正',
  },

  search: {
    placeholder: '名称、俗称、编码、拼音或首字母（如 sfz），多个词用空格分开',
    found: (count: number) => `找到 ${count} 项`,
    none: '没有找到事项',
    label: '查找事项',
    loading: '正在读取事项目录…',
  },

  cancel: {
    title: (number: string) => `弃号 ${number}`,
    remark: '弃号后这个号不再排队，不能恢复。',
    confirm: '弃号',
  },

  callChosen: {
    title: (number: string) => `指定叫号 ${number}`,
    remark: '不按顺序叫号，原因记入流水。',
    confirm: '叫号',
    reasons: ['老弱病残孕需要照顾', '材料已备齐，补交即走', '与刚才办理的是同一件事', '值班主任安排'],
  },

  pause: {
    title: '暂停服务',
    remark: '大屏显示“暂停服务”，不再叫号。',
    note: '说明（选“其他”时必填）',
    confirm: '暂停',
  },

  closeWindow: {
    title: (windowNumber: number) => `关闭 ${windowNumber} 号窗口`,
    remark: '关闭后本窗口不再叫号，登录仍然有效，可以重新开放或换一个窗口。',
    confirm: '关闭窗口',
  },

  signOut: {
    title: '退出登录',
    remark: (windowNumber: number) => `退出时同时关闭 ${windowNumber} 号窗口。`,
    remarkClosed: '窗口已关闭，退出后需重新登录。',
    confirm: '退出登录',
  },

  closedDesk: {
    openAgain: '开放本窗口',
    changeWindow: '换一个窗口',
  },

  materials: {
    title: '材料清单',
    forItem: (name: string) => `材料清单：${name}`,
    none: '没有登记需要的材料',
    need: { required: '必备', conditional: '视情况', tolerable: '可容缺', promise: '可告知承诺' },
    form: {
      original: '原件',
      copy: '复印件',
      electronic: '电子件',
      'checked-online': '在线核验，免交',
      'made-at-window': '窗口填写',
    },
    source: { applicant: '申请人提供', government: '政府部门核发', 'shared-data': '数据共享获取' },
    copies: (count: number) => (count === 0 ? '' : `${count} 份`),
    material: '材料',
    needed: '要求',
    as: '形式',
    from: '来源',
    condition: (text: string) => `适用：${text}`,
    kind: itemKindWords,
    promisedLimit: (text: string) => `承诺 ${text}`,
    statutoryLimit: (text: string) => `法定 ${text}`,
    noStatutoryLimit: '法定时限未规定',
    unit: { workday: '个工作日', 'natural-day': '日', hour: '小时', minute: '分钟' },
    fee: (text: string) => `收费：${text}`,
    remark: (text: string) => `备注：${text}`,
    another: '查看其他事项',
    close: '看完了',
    oneGo: '一次说全：照单逐项告知，并写明哪一项缺。',
    clause: '篇5.3',
  },

  password: {
    title: '修改口令',
    current: '现在的口令',
    currentNeeded: '请填写现在的口令',
    next: '新口令（至少 8 位）',
    again: '再输一遍新口令',
    different: '两遍新口令不一样',
    same: '新口令和现在的一样',
    confirm: '修改',
  },

  /** 规范用语, by what is going on at the window; in our own words (篇5.5 asks for polite speech). */
  phrases: {
    title: '规范用语',
    idle: [
      '起身或点头示意，先开口问好，不让人等着先问。',
      '不归本窗口办的，说清楚到哪里办，最好送过去或帮忙转号。',
      '答不准的先记下来，问清楚再回复，不说“不知道”。',
    ],
    called: ['您好，请坐，今天想办什么事？', '您好，麻烦出示一下身份证和材料。', '让您久等了，我马上给您办。'],
    serving: [
      '请稍等，我核对一下材料。',
      '还差这几样，我一次给您写全，您照着准备就行。',
      '这一步要等系统几分钟，您先坐。',
      '不该收的一分不收，这项业务的收费都写在公示栏上。',
      '这项业务在别的窗口办，我帮您把号转过去，不用重新排。',
      '办好了，请核对一下姓名和内容。',
      '请您对我的服务作个评价，慢走。',
    ],
    linkup: ['对外办公已结束，这位办完为止；后面的请按提示下一个工作日来。'],
  },
} as const

/** What a clerk can do at the desk; each has its name above. */
export type DeskAction = keyof typeof actionNames
