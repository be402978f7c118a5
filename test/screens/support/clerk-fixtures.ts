import { createStore } from 'zustand/vanilla'
import type { DeskCalls } from '../../../renderer/clerk/desk-calls.ts'
import type { ScreenState, SendOutcome, Watch } from '../../../renderer/common/hub-link.ts'
import { catalogueItem } from '../../../shared/contract/contract.ts'
import type { ClerkView, PhaseView, QueueView, SessionView, TicketCard } from '../../../shared/contract/view.ts'
import type { Command } from '../../../shared/vocabulary/command.ts'
import {
  type RefusalCode,
  type RefusalFacts,
  refusalClause,
  refusalSentence,
} from '../../../shared/vocabulary/refusal.ts'
import { noBoards } from './sample-boards.ts'

/** Epoch ms of a Beijing wall clock on Tuesday, 24 November 2026. */
export function beijing(clock: string): number {
  return Date.parse(`2026-11-24T${clock}+08:00`)
}

export const session: SessionView = {
  staffId: 'staff-1',
  staffNumber: '1001',
  name: '赵甲',
  role: 'clerk',
  windowNumbers: [1, 2],
  onDutyAt: null,
}

export const morning: PhaseView = {
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
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '14:00', to: '17:00', phase: 'open' },
    { from: '17:00', to: '18:00', phase: 'linkup' },
  ],
  timetableName: '常年作息',
  timetableDocument: '',
  dayReason: '',
}

export function foreseen(code: RefusalCode, facts: RefusalFacts = {}) {
  return { code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}

/** The hub's no to a command. */
export function refusedWith(code: RefusalCode, facts: RefusalFacts = {}): SendOutcome {
  return { kind: 'refused', ...foreseen(code, facts) }
}

export const lunch: PhaseView = {
  ...morning,
  phase: 'lunch',
  session: null,
  phaseStartsAt: beijing('12:00:00'),
  phaseEndsAt: beijing('14:00:00'),
  issuingRefusal: foreseen('hall-on-lunch-break', { nextOpen: '今天 14:00 开放' }),
}

export const linkup: PhaseView = {
  ...morning,
  phase: 'linkup',
  session: null,
  phaseStartsAt: beijing('17:00:00'),
  phaseEndsAt: beijing('18:00:00'),
  nextOpenAt: beijing('08:00:00') + 86_400_000,
  issuingRefusal: foreseen('hall-linkup', { nextOpen: '11 月 25 日（星期三）08:00 开放' }),
}

export function ticketCard(change: Partial<TicketCard> = {}): TicketCard {
  return {
    ticketId: 12,
    number: 'A012',
    queue: 'A',
    itemCode: 'ZH-01',
    itemName: '生育登记',
    priorityGround: 'none',
    status: 'waiting',
    holder: 'self',
    purpose: 'apply',
    holderMask: '王**',
    takenAt: beijing('09:20:00'),
    calledAt: null,
    startedAt: null,
    heldAt: null,
    callCount: 0,
    requeueCount: 0,
    transferCount: 0,
    windowNumber: null,
    waitMinutes: 18,
    ...change,
  }
}

/** A012 called to window 1 once, twenty seconds before `viewAt`. */
export const called = ticketCard({
  status: 'called',
  windowNumber: 1,
  callCount: 1,
  calledAt: beijing('09:39:40'),
})
export const serving = ticketCard({ ...called, status: 'serving', startedAt: beijing('09:39:50') })
export const held = ticketCard({
  ticketId: 9,
  number: 'B009',
  status: 'held',
  windowNumber: 1,
  heldAt: beijing('09:30:00'),
})
export const missed = ticketCard({ ticketId: 7, number: 'A007', status: 'missed' })
export const next = ticketCard({ ticketId: 13, number: 'A013' })
export const elderly = ticketCard({ ticketId: 14, number: 'VA014', priorityGround: 'elderly', waitMinutes: 3 })

/** The hub's time of every view here. */
export const viewAt = beijing('09:40:00')

const queueA: QueueView = {
  letter: 'A',
  name: '综合受理',
  nameEnglish: 'General',
  waitingCount: 2,
  openWindows: [1],
  estimateMinutes: 10,
  longestWaitMinutes: 18,
}

/** Window 1, open, staffed by `session`, empty, two people waiting. */
export function clerkView(change: Partial<ClerkView> = {}): ClerkView {
  return {
    hall: {
      name: '青溪镇便民服务中心',
      nameEnglish: '',
      address: '',
      officePhone: '',
      supervisionPhone: '',
      ticker: [],
    },
    isDemo: false,
    phase: morning,
    serviceWindow: {
      windowNumber: 1,
      name: '综合受理一',
      queues: ['A', 'B'],
      status: 'open',
      pauseReason: null,
      pausedAt: null,
      dutyUntil: null,
      staff: { staffId: session.staffId, name: session.name },
    },
    current: null,
    held: null,
    missed: [],
    waiting: [next, elderly],
    queues: [queueA],
    waitingCount: 2,
    servedToday: 4,
    callRefusal: null,
    transferWindows: [{ windowNumber: 3, name: '户籍身份一', staffName: '孙丙' }],
    catalogueVersion: 1,
    promiseSeq: 0,
    handoverSeq: 0,
    daySeq: 0,
    violationsToState: 0,
    promise: { inHand: 0, offeredToMe: 0, alarms: 0, yellow: 0, overdue: 0 },
    attendanceSeq: 0,
    currentInquiry: null,
    settings: { missAfterCalls: 3, recallSpacingSeconds: 10, transfersMax: 2 },
    countertop: { state: 'none', request: null },
    observations: [],
    ...change,
  }
}

export function windowIs(change: Partial<ClerkView['serviceWindow']>): ClerkView['serviceWindow'] {
  return { ...clerkView().serviceWindow, ...change }
}

/** With somebody in front of the clerk the hub foresees that a call would be refused. */
export function viewWith(current: TicketCard, change: Partial<ClerkView> = {}): ClerkView {
  return clerkView({ current, callRefusal: foreseen('window-has-ticket', { number: current.number }), ...change })
}

export const items = [
  catalogueItem.parse({
    itemCode: 'ZH-01',
    name: '生育登记',
    aliases: ['准生证'],
    category: '综合',
    department: '卫健办',
    queue: 'A',
    kind: 'instant',
    materials: [{ name: '居民身份证' }, { name: '结婚证', need: 'tolerable' }],
  }),
  catalogueItem.parse({
    itemCode: 'GA-01',
    name: '居民身份证申领、换领、补领',
    aliases: ['办身份证'],
    category: '户籍',
    department: '派出所',
    queue: 'C',
    kind: 'promised',
  }),
  catalogueItem.parse({
    itemCode: 'GA-05',
    name: '出生登记',
    aliases: ['上户口'],
    category: '户籍',
    department: '派出所',
    queue: 'C',
    kind: 'instant',
  }),
]

export interface FakeWatch extends Watch<'clerk'> {
  /** The hub pushes another view. */
  push: (view: ClerkView, seq?: number) => void
  lose: () => void
  refuse: (code: RefusalCode) => void
  isEnded: () => boolean
}

/** A watch whose views the test pushes. */
export function fakeWatch(view: ClerkView): FakeWatch {
  const frame = (body: ClerkView, seq: number): ScreenState<'clerk'> => {
    const heardAt = performance.now()
    return { view: body, seq, at: viewAt, receivedAt: heardAt, heardAt, link: 'live', refusal: null }
  }
  const store = createStore<ScreenState<'clerk'>>(() => frame(view, 100))
  let isEnded = false
  return {
    store,
    end: () => {
      isEnded = true
    },
    isEnded: () => isEnded,
    push: (body, seq = store.getState().seq + 1) => store.setState(frame(body, seq)),
    lose: () => store.setState({ link: 'lost' }),
    refuse: (code) => store.setState({ link: 'refused', refusal: { code, sentence: refusalSentence(code, {}) } }),
  }
}

export interface FakeHub extends DeskCalls {
  sent: Command[]
  passwords: { staffId: string; currentPassword: string; password: string }[]
  /** What the next commands are answered with, in turn; `done` after that. */
  answers: SendOutcome[]
  /** Holds answers back until `release`. */
  hold: () => void
  release: () => void
}

/** The hub at the screen's boundary: notes what is sent and answers as told. */
export function fakeHub(): FakeHub {
  let gate: Promise<void> = Promise.resolve()
  let open = () => {}
  const answer = async (): Promise<SendOutcome> => {
    await gate
    return fake.answers.shift() ?? { kind: 'done', seq: 100, made: {} }
  }
  const fake: FakeHub = {
    sent: [],
    passwords: [],
    answers: [],
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open(),
    send: (command) => {
      fake.sent.push(command)
      return answer()
    },
    signOut: answer,
    setPassword: (wish) => {
      fake.passwords.push(wish)
      return answer()
    },
    catalogue: async () => ({
      version: 1,
      hall: clerkView().hall,
      boards: noBoards,
      queues: [{ letter: 'A', name: '综合受理', nameEnglish: '' }],
      serviceItems: items,
    }),
  }
  return fake
}
