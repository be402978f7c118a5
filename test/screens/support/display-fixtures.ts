import type { DisplayCall, DisplayView, PhaseView } from '../../../shared/contract/view.ts'
import { refusalClause, refusalSentence } from '../../../shared/vocabulary/refusal.ts'

/** Epoch ms of a Beijing wall clock on Tuesday, 24 November 2026. */
export function beijing(clock: string): number {
  return Date.parse(`2026-11-24T${clock}+08:00`)
}

const segments: PhaseView['segments'] = [
  { from: '08:00', to: '12:00', phase: 'open' },
  { from: '14:00', to: '17:00', phase: 'open' },
  { from: '17:00', to: '18:00', phase: 'linkup' },
]

export const openPhase: PhaseView = {
  hallDay: '2026-11-24',
  weekday: 2,
  phase: 'open',
  session: 'morning',
  phaseStartsAt: beijing('08:00:00'),
  phaseEndsAt: beijing('12:00:00'),
  nextOpenAt: beijing('14:00:00'),
  issuingRefusal: null,
  closesSoonAt: null,
  isProvisional: false,
  segments,
  timetableName: '全年作息',
  timetableDocument: '',
  dayReason: '',
}

const linkupFacts = { nextOpen: '明天 08:00 开始对外办公' }

export const linkupPhase: PhaseView = {
  ...openPhase,
  phase: 'linkup',
  session: null,
  phaseStartsAt: beijing('17:00:00'),
  phaseEndsAt: beijing('18:00:00'),
  nextOpenAt: beijing('08:00:00') + 86_400_000,
  issuingRefusal: {
    code: 'hall-linkup',
    facts: linkupFacts,
    sentence: refusalSentence('hall-linkup', linkupFacts),
    clause: refusalClause('hall-linkup'),
  },
}

const queueNames = {
  A: '综合受理',
  B: '社保医保',
  C: '户籍身份',
  D: '不动产',
  E: '市场准入',
  F: '民政残联',
  G: '农林宅基地',
  H: '咨询帮办',
  L: '领证',
  Z: '投诉受理',
}

/** A call as the hub lists it. */
export function callOf(
  seq: number,
  number: string,
  windowNumber: number,
  more: Partial<DisplayCall> = {},
): DisplayCall {
  return {
    seq,
    at: beijing('10:00:00') + seq * 1000,
    number,
    windowNumber,
    windowName: `${Object.values(queueNames)[windowNumber % 10]}窗口`,
    kind: 'call',
    ...more,
  }
}

/** Sixteen calls, newest first, some of them recalls. */
export const sixteenCalls: DisplayCall[] = Array.from({ length: 16 }, (_, earlier) => {
  const seq = 100 - 5 * earlier
  const letter = 'ABCDEFGHLZ'[(seq / 5) % 10] ?? 'A'
  return callOf(seq, `${letter}${String(seq).padStart(3, '0')}`, 1 + ((seq / 5) % 10))
})

type WindowCard = DisplayView['windows'][number]

/** A window that is open and free, unless told otherwise. */
export function windowOf(windowNumber: number, more: Partial<WindowCard> = {}): WindowCard {
  return {
    windowNumber,
    name: `${Object.values(queueNames)[windowNumber % 10]}窗口`,
    department: '',
    status: 'open',
    pauseReason: null,
    isOnDuty: false,
    number: null,
    isServing: false,
    queueNames: ['综合受理', '咨询帮办'],
    ...more,
  }
}

export const displayView: DisplayView = {
  hall: {
    name: '清河镇便民服务中心',
    nameEnglish: '',
    address: '',
    officePhone: '',
    supervisionPhone: '0000-12345',
    ticker: [
      '本中心办事不收取任何代办服务费。',
      '窗口拒收材料又不出具一次性告知书的，请向值班主任反映，或者拨打监督电话；您反映的情况当日登记，并在规定时限内给您一个答复。请您在办理前核对所带材料，身份证原件请随身携带，注意保管好个人物品和证件，谢谢您的配合。',
    ],
  },
  isDemo: true,
  phase: openPhase,
  calls: sixteenCalls,
  next: [
    { number: 'A018', queueName: '综合受理' },
    { number: 'VB031', queueName: '社保医保' },
    { number: 'C007', queueName: '户籍身份' },
  ],
  queues: Object.entries(queueNames).map(([letter, name], place) => ({ letter, name, waitingCount: place * 3 })),
  windows: [
    windowOf(1, { number: 'A017' }),
    windowOf(2, { number: 'B030', isServing: true }),
    windowOf(3),
    windowOf(4, { status: 'paused', pauseReason: '05' }),
    windowOf(5, { status: 'closed' }),
    windowOf(6, { number: 'VA1012', isServing: true, isOnDuty: true }),
    windowOf(7, { status: 'paused', pauseReason: '09' }),
    windowOf(8),
    windowOf(9),
    windowOf(10, { status: 'paused', pauseReason: '11' }),
  ],
  voice: { source: 'clips', repeat: 2, volume: 0.9 },
}
