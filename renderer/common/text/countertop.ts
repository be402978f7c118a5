import type { LightName } from '../../../shared/contract/promise-view.ts'
import type { SignedPaper } from '../../../shared/vocabulary/signature.ts'

/** What the countertop says. It faces the public: numbers and masks, no word about who somebody is. */
export const countertopText = {
  documentTitle: '窗口前置屏',
  connecting: '正在连接主机…',
  badAddress: '屏幕地址中没有窗口号，应如 /countertop/?window=3',
  lost: '与主机的连接中断，请看窗口人员的屏幕或纸质文书',
  openUntil: (phase: string, until: string) => `${phase}，至 ${until}`,
  welcome: '欢迎办理',
  /** Of a hall that has published none of its own. */
  promises: ['首问负责：来意当场登记，一人负责到底', '一次告知：缺什么一次列全，给书面单子'],
  noFee: '代理服务不收取任何费用',
  called: '请到本窗口',
  serving: '正在办理',
  limit: (amount: number, unit: string) => `承诺 ${amount} ${unit}办结`,
  filing: '办件编号',
  state: '办到哪里',
  due: '期限',
  light: {
    green: '按期',
    yellow: '临近期限',
    orange: '超过承诺期限',
    red: '已超期',
    grey: '暂停计时',
  } satisfies Record<LightName, string>,
  dueBy: {
    notice: (day: string) => `${day} 前告知是否受理`,
    correction: (day: string) => `请在 ${day} 前补齐材料`,
    promise: (until: string) => `承诺 ${until} 前办结`,
    suspended: '特别程序期间不计入期限',
    decided: '已作出决定，正在出具结果',
    produced: '结果已出具，可以领取',
  },
  copies: (form: string, copies: number) => `${form} ${copies} 份`,
  declares: {
    'handling-slip': '本人已知悉办理结果，请在框内签字',
    'one-time-notice': '本人已看清要补的材料，请在框内签字',
    'delivery-receipt': '本人已收到办理结果，请在框内签字',
  } satisfies Record<SignedPaper, string>,
  emptyPad: '请先在框内签字，再按确认。',
  notSent: '没有送到，请再按一次确认。',
  signed: '签字已送到窗口，请等窗口人员提交。',
  anew: '重写',
  confirm: '确认',
} as const
