import { createStore } from 'zustand/vanilla'
import type { ScreenState, SendOutcome, Watch } from '../../../renderer/common/hub-link.ts'
import type { KioskHub } from '../../../renderer/kiosk/kiosk-hub.ts'
import { type Catalogue, catalogueItem, type TicketFound } from '../../../shared/contract/contract.ts'
import type { KioskView } from '../../../shared/contract/view.ts'
import { beijing, morning, refusedWith } from './clerk-fixtures.ts'
import { noBoards } from './sample-boards.ts'

/** 身份证: agents allowed, the ID number may be left out. */
export const identityCard = catalogueItem.parse({
  itemCode: 'ID-01',
  name: '居民身份证申领、换领、补领',
  nameEnglish: 'Resident ID card',
  searchKeys: ['ju min shen fen zheng shen ling huan ling bu ling', 'resident id card'],
  category: '户籍身份',
  department: '派出所',
  queue: 'C',
  kind: 'promised',
  statutoryLimit: { amount: 60, unit: 'natural-day', basis: '居民身份证法第十二条' },
  promisedLimit: { amount: 20, unit: 'workday' },
  materials: [
    { name: '居民户口簿', form: 'original', source: 'government' },
    { name: '人像和指纹采集', form: 'made-at-window' },
    { name: '原居民身份证', need: 'conditional', source: 'government', condition: '换领时交回' },
    { name: '单位证明', need: 'tolerable', form: 'copy', copies: 2 },
    { name: '租赁关系承诺', need: 'promise' },
  ],
  fee: '到期换领 20 元，以收费公示为准',
})

/** 结婚登记: both in person, and with an ID number. */
export const marriage = catalogueItem.parse({
  itemCode: 'MZ-25',
  name: '结婚登记',
  nameEnglish: 'Marriage registration',
  searchKeys: ['jie hun deng ji', 'marriage registration'],
  category: '生育婚姻',
  department: '民政办',
  queue: 'F',
  kind: 'instant',
  identity: 'required',
  holderRule: 'self-only',
})

/** 居住登记: nobody is asked who he is. */
export const registration = catalogueItem.parse({
  itemCode: 'ID-04',
  name: '流动人口居住登记',
  category: '户籍身份',
  department: '派出所',
  queue: 'C',
  kind: 'instant',
  identity: 'none',
})

export const hallOfKiosk = {
  name: '青溪镇便民服务中心',
  nameEnglish: 'Qingxi Township Service Centre',
  address: '',
  officePhone: '',
  supervisionPhone: '12345',
  ticker: [],
}

export const catalogue: Catalogue = {
  version: 7,
  hall: hallOfKiosk,
  queues: [
    { letter: 'C', name: '户籍身份', nameEnglish: 'Household register' },
    { letter: 'F', name: '民政残联', nameEnglish: 'Civil affairs' },
  ],
  serviceItems: [identityCard, registration, marriage],
  boards: noBoards,
}

export function kioskView(change: Partial<KioskView> = {}): KioskView {
  return {
    hall: hallOfKiosk,
    isDemo: false,
    phase: morning,
    queues: [
      {
        letter: 'C',
        name: '户籍身份',
        nameEnglish: 'Household register',
        waitingCount: 12,
        openWindows: [3, 4],
        estimateMinutes: 35,
        longestWaitMinutes: 20,
      },
      {
        letter: 'F',
        name: '民政残联',
        nameEnglish: 'Civil affairs',
        waitingCount: 0,
        openWindows: [],
        estimateMinutes: null,
        longestWaitMinutes: 0,
      },
    ],
    itemRefusals: {},
    catalogueVersion: 7,
    printer: { kind: 'escpos', host: '192.0.2.9', port: 9100 },
    hasCarriedTickets: false,
    requeueTimesMax: 1,
    ...change,
  }
}

export interface FakeKioskWatch extends Watch<'kiosk'> {
  show: (view: KioskView, at?: number) => void
  lose: () => void
}

/** A watched view that a test moves on by hand. */
export function fakeKioskWatch(view: KioskView | null = kioskView()): FakeKioskWatch {
  const store = createStore<ScreenState<'kiosk'>>(() => ({
    view,
    seq: 1,
    at: beijing('09:40:00'),
    receivedAt: performance.now(),
    link: view === null ? 'connecting' : 'live',
    heardAt: performance.now(),
    refusal: null,
  }))
  return {
    store,
    end: () => undefined,
    show: (next, at = beijing('09:40:00')) =>
      store.setState({ view: next, at, receivedAt: performance.now(), link: 'live', seq: store.getState().seq + 1 }),
    lose: () => store.setState({ link: 'lost' }),
  }
}

export interface SentByKiosk {
  type: string
  body: unknown
  commandId: string
}

/** A hub of paper: it answers what the test put there, and remembers what was asked. */
export interface FakeKioskHub extends KioskHub {
  sent: SentByKiosk[]
  printed: { ticketId: number; isReprint: boolean }[]
  answers: {
    TakeTicket: SendOutcome | Promise<SendOutcome>
    ReprintTicket: SendOutcome | Promise<SendOutcome>
    RequeueTicket: SendOutcome | Promise<SendOutcome>
    ReportTicketPrint: SendOutcome | Promise<SendOutcome>
  }
  found: TicketFound | null
  printer: { isReady: boolean; advice: string }
  paper: { isPrinted: boolean; advice: string }
}

export const takenOutcome: SendOutcome = {
  kind: 'done',
  seq: 9,
  made: {
    ticketId: 41,
    number: 'C017',
    aheadCount: 12,
    estimateMinutes: 35,
    windowNumbers: [3, 4],
    isNearClosing: false,
  },
}

export const waitingTicket: TicketFound = {
  ticketId: 41,
  number: 'C017',
  itemName: identityCard.name,
  status: 'waiting',
  aheadCount: 5,
  mayReprint: true,
  mayRequeue: false,
}

export function fakeKioskHub(change: Partial<FakeKioskHub> = {}): FakeKioskHub {
  const hub: FakeKioskHub = {
    sent: [],
    printed: [],
    answers: {
      TakeTicket: takenOutcome,
      ReprintTicket: { kind: 'done', seq: 10, made: { ticketId: 41, number: 'C017', printCount: 1 } },
      RequeueTicket: { kind: 'done', seq: 11, made: {} },
      ReportTicketPrint: { kind: 'done', seq: 12, made: {} },
    },
    found: waitingTicket,
    printer: { isReady: true, advice: '' },
    paper: { isPrinted: true, advice: '' },
    send: async (type, body, commandId) => {
      hub.sent.push({ type, body, commandId })
      return hub.answers[type]
    },
    catalogue: async () => catalogue,
    findTicket: async () => hub.found,
    ticketPrint: async () => ({ number: 'C017', svg: '<svg></svg>', widthMm: 80, heightMm: 150 }),
    printerState: async () => hub.printer,
    printTicket: async (ticketId, isReprint) => {
      hub.printed.push({ ticketId, isReprint })
      return hub.paper
    },
    ...change,
  }
  return hub
}

export const alreadyWaiting = refusedWith('already-waiting', { ticketId: 33, number: 'C009' })
