import type { Handover } from '../../shared/vocabulary/handover.ts'
import { waitingRuleWords } from '../../shared/vocabulary/words.ts'

/** What stands on the paper of a handover. */
export const handoverText = {
  title: '业务交接单',
  postTitle: 'AB岗交接单',
  copies: ['交出联', '接收联'],
  draft: '尚未交出',
  noWindow: '未在窗口',
  none: '无',
  count: (count: number) => `${count} 件`,
  linesTitle: (count: number) => `在办件（${count} 件）`,
  head: ['序', '办件编号', '申请人', '事项', '类型', '受理日期', '环节', '剩余时限', '随交原件', '需原单位办理'],
  notAccepted: '未受理',
  left: (count: number) => (count === 0 ? '今天到期' : `${count} 个工作日`),
  late: (count: number) => `超 ${count} 个工作日`,
  due: (day: string) => `至 ${day.slice(5)}`,
  takenBy: (name: string) => `接收：${name}`,
  waiting: (numbers: readonly string[], rule: Handover['waitingRule']) =>
    `${numbers.join('、')}（${waitingRuleWords[rule]}）`,
  held: (until: string) => `服务过时，交接顺延至 ${until}`,
  giver: (from: string, by: string) => `交出人签字、时间（${from}—${by}）`,
  taker: (by: string) => `接收人签字、时间（${by} 前）`,
  direction: (from: string, to: string) => `${from} 交 ${to}`,
  postSentence: '接收前各件仍由交出人负责；接收后全部在办事项由接收人承办，首问责任人不变。',
  postGiver: '交出人签字、时间',
  postTaker: '接收人签字、时间',
  headSigns: '负责人签字、时间',
  nameAndTime: '　　　　　　　年　月　日　时　分',
  signedIn: (name: string, time: string) => `${name} ${time} 登录确认`,
  returnTitle: '次日返回（次日上班前回执）',
  notReturned: '返回材料：',
  returned: (note: string) => (note === '' ? '返回材料：随交原件已全部返回。' : `返回材料：${note}`),
  returnedBy: '收回人签字、时间',
  madeAt: (time: string) => `生成 ${time}`,
  madeFor: (name: string) => `交出人 ${name}`,
  printed: (time: string) => `打印 ${time}`,
} as const
