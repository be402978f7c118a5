import type { PauseReason } from '../../../shared/vocabulary/ticket.ts'
import { common } from './common.ts'

const spokenDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** What the boards show and say. Public: no word here may say who is ill or who somebody is. */
export const display = {
  documentTitle: '叫号大屏',
  connecting: '正在连接主机…',
  waitingForCalls: '暂无叫号',
  welcome: '欢迎您',
  /** `2026-11-24` as it is written on a wall. */
  date: (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  digit: (digit: number) => spokenDigits[digit] ?? '',
  ten: '十',

  /** For the system's voice: `number` and `serviceWindow` are already spelt out. */
  spokenCall: (number: string, serviceWindow: string) => `请 ${number} 号，到 ${serviceWindow} 号窗口`,
  spokenRecall: (number: string, serviceWindow: string) => `请 ${number} 号，到 ${serviceWindow} 号窗口办理业务`,
  /** What is being said, for who cannot hear it: written as on the slip and over the window. */
  subtitleCall: (number: string, windowNumber: number) => `请 ${number} 号，到 ${windowNumber} 号窗口`,
  subtitleRecall: (number: string, windowNumber: number) => `请 ${number} 号，到 ${windowNumber} 号窗口办理业务`,
  speaking: '正在播报',

  latest: { title: '最新叫号', fresh: '正在叫号', please: '请', number: '号', to: '到', windowWord: '号窗口' },
  calls: { title: '叫号记录', number: '排队号', serviceWindow: '窗口', time: '时间' },
  next: { title: '请准备', nobody: '当前没有等候', notCalling: '现在不叫号' },
  queues: { title: '等候人数', people: (count: number) => `${count}人` },
  windows: { title: '窗口状态' },
  page: (page: number, pages: number) => `${page}/${pages}`,

  windowState: {
    called: '请',
    serving: '办理中',
    idle: '欢迎办理',
    closed: common.windowStatus.closed,
    paused: common.windowStatus.paused,
    linkup: common.phase.linkup,
    duty: '值守窗口',
  },
  /** On the wall a clerk's health is nobody's business. */
  pauseReason: { ...common.pauseReason, '09': common.pauseReason['01'], '99': '' } satisfies Record<
    PauseReason,
    string
  >,

  phase: {
    open: (until: string) => `至 ${until} 结束，现在可以取号`,
    closesSoon: (at: string) => `${at} 结束对外办公，现在取的号可能轮不到`,
    issuing: '现在可以取号',
    opensAt: (at: string) => `${at} 开始对外办公`,
    clause: (article: string, clause: string) => `依据服务制度第${article}篇第${clause}条`,
    hours: '今日对外办公',
    hoursLinkup: '衔接办理',
    noHours: '今日不对外办公',
  },

  windowBoard: {
    please: (number: string) => `请 ${number} 号`,
    serving: '正在办理',
    unknown: (windowNumber: number) => `没有 ${windowNumber} 号窗口，请核对屏幕地址`,
    badAddress: '屏幕地址中的窗口号应为 1 至 99',
  },

  footer: {
    hint: '取号后请在休息区等候，留意大屏和语音叫号',
    supervision: (phone: string) => `监督电话 ${phone}`,
  },

  sound: {
    unlock: '点击开启语音',
    broken: '语音包不可用，请看屏幕；请管理员检查语音包',
  },

  lost: {
    title: '网络连接异常，以窗口叫号为准',
    age: (elapsed: string) => `画面已停止更新 ${elapsed}`,
    asOf: (clock: string) => `画面为 ${clock} 的情况`,
    minutes: (minutes: number, seconds: number) => (minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds} 秒`),
  },
} as const
