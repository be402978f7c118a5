import type { Setup } from '../../../shared/contract/contract.ts'
import type { ConsoleView, ObservationView, PhaseView, SessionView } from '../../../shared/contract/view.ts'
import { disciplineSettings } from '../../../shared/vocabulary/discipline-settings.ts'
import { queueSettings } from '../../../shared/vocabulary/hall.ts'
import { promiseSettings } from '../../../shared/vocabulary/promise-settings.ts'
import { serviceItem } from '../../../shared/vocabulary/service-item.ts'
import type { StaffRole } from '../../../shared/vocabulary/staff.ts'

/** 2026-11-24 09:30 in Beijing, a Tuesday. */
export const atHalfPastNine = Date.UTC(2026, 10, 24, 1, 30)

const minutes = (count: number) => count * 60_000

export function sessionOf(role: StaffRole): SessionView {
  return { staffId: `id-${role}`, staffNumber: '9001', name: '尤申', role, windowNumbers: [], onDutyAt: null }
}

export function phaseView(changes: Partial<PhaseView> = {}): PhaseView {
  return {
    hallDay: '2026-11-24',
    weekday: 2,
    phase: 'open',
    session: 'morning',
    phaseStartsAt: atHalfPastNine - minutes(90),
    phaseEndsAt: atHalfPastNine + minutes(150),
    nextOpenAt: null,
    issuingRefusal: null,
    closesSoonAt: null,
    isProvisional: false,
    segments: [],
    timetableName: '常年作息',
    timetableDocument: '',
    dayReason: '',
    ...changes,
  }
}

/** A pause of window 1 that has gone on for twelve minutes. */
export function observation(changes: Partial<ObservationView> = {}): ObservationView {
  return {
    observationId: 3,
    kind: 'pause-too-long',
    windowNumber: 1,
    staffId: 'staff-1',
    staffName: '赵甲',
    since: atHalfPastNine - minutes(12),
    limitMinutes: 10,
    endedAt: null,
    minutes: 12,
    explanation: null,
    excused: null,
    isProposable: false,
    ...changes,
  }
}

type WindowOnMap = ConsoleView['serviceWindows'][number]

export function windowOnMap(changes: Partial<WindowOnMap> = {}): WindowOnMap {
  return {
    windowNumber: 1,
    name: '综合受理',
    queues: ['A', 'B'],
    status: 'open',
    pauseReason: null,
    since: atHalfPastNine - minutes(60),
    dutyUntil: null,
    staffName: '赵甲',
    current: {
      ticketId: 7,
      number: 'A003',
      itemName: '居民身份证申领',
      status: 'serving',
      since: atHalfPastNine - minutes(4),
    },
    heldNumber: null,
    servedToday: 2,
    ...changes,
  }
}

const closedWindow: Partial<WindowOnMap> = {
  windowNumber: 2,
  name: '户籍身份',
  queues: ['C'],
  status: 'closed',
  since: null,
  staffName: null,
  current: null,
  servedToday: 0,
}

export function consoleView(changes: Partial<ConsoleView> = {}): ConsoleView {
  return {
    hall: setup().hall,
    isDemo: false,
    phase: phaseView(),
    troubles: [],
    serviceWindows: [windowOnMap(), windowOnMap(closedWindow)],
    queues: [
      {
        letter: 'A',
        name: '综合受理',
        nameEnglish: '',
        waitingCount: 5,
        openWindows: [1],
        estimateMinutes: 40,
        longestWaitMinutes: 23,
      },
    ],
    today: { taken: 12, done: 6, waiting: 5, missed: 1, cancelled: 0, averageWaitMinutes: 8 },
    screens: [],
    pairings: [],
    clock: { now: atHalfPastNine, isDemo: false, jump: null },
    journal: { seq: 40, hash: 'ab12' },
    catalogueVersion: 1,
    promiseSeq: 0,
    handoverSeq: 0,
    daySeq: 0,
    violationsToDecide: 0,
    attendance: { seq: 0, waitingLeaves: 0 },
    promise: { alarms: 0, openFilings: 0, yellow: 0, overdue: 0, offered: 0 },
    observations: [],
    ...changes,
  }
}

export const identityCard = serviceItem.parse({
  itemCode: 'GA-01',
  name: '居民身份证申领',
  aliases: ['二代证'],
  category: '户籍',
  department: '派出所',
  queue: 'A',
  kind: 'promised',
  statutoryLimit: { amount: 60, unit: 'natural-day', basis: '身份证法 12' },
  promisedLimit: { amount: 20, unit: 'workday', basis: '' },
  materials: [{ name: '户口簿' }],
})

/** 2026 as its notice says in part; 2027 is not published. */
export function setup(changes: Partial<Setup> = {}): Setup {
  return {
    version: 1,
    hall: {
      name: '青溪镇便民服务中心',
      nameEnglish: '',
      address: '便民路 1 号',
      officePhone: '0000-0000001',
      supervisionPhone: '12345',
      ticker: ['第一行', '第二行'],
    },
    queues: [
      { letter: 'A', name: '综合受理', nameEnglish: '' },
      { letter: 'C', name: '户籍身份', nameEnglish: '' },
    ],
    serviceItems: [{ ...identityCard, searchKeys: [] }],
    serviceWindows: [
      { windowNumber: 1, name: '综合受理', department: '便民中心', queues: ['A'] },
      { windowNumber: 2, name: '户籍身份', department: '派出所', queues: ['C'] },
    ],
    timetables: [
      {
        timetableId: 'regular',
        name: '常年作息',
        validFrom: '2020-01-01',
        validTo: null,
        documentNumber: '',
        segments: [
          { from: '08:00', to: '12:00', phase: 'open' },
          { from: '14:00', to: '17:00', phase: 'open' },
          { from: '17:00', to: '18:00', phase: 'linkup' },
        ],
      },
    ],
    publishedYears: [
      {
        year: 2026,
        documentNumber: '国办发明电〔2025〕7号',
        restDays: ['2026-01-01', '2026-01-02', '2026-01-03'],
        workedDays: ['2026-01-04'],
        statutoryDays: ['2026-01-01'],
      },
    ],
    overrides: [],
    queueSettings: queueSettings.parse({}),
    voiceSettings: { source: 'clips', repeat: 2, volume: 0.9 },
    printerSettings: { kind: 'none' },
    promiseSettings: promiseSettings.parse({}),
    disciplineSettings: disciplineSettings.parse({}),
    staff: [
      {
        staffId: 'id-zhao',
        staffNumber: '1001',
        name: '赵甲',
        role: 'clerk',
        homeUnit: '便民中心',
        windowNumbers: [1],
        hasPassword: true,
        isRetired: false,
      },
    ],
    ...changes,
  }
}
