import { filingAfter } from '../../shared/rules/filing-state.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import { linesOf } from '../../shared/rules/material-check.ts'
import type { FilingFactsOf, InquiryFacts, PromiseDay, StaffFacts } from '../../shared/rules/promise-facts.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import type { Filing, MaterialCheck, MaterialLine, MaterialState } from '../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../shared/vocabulary/first-inquiry.ts'
import type { OneTimeNotice } from '../../shared/vocabulary/one-time-notice.ts'
import { promiseSettings } from '../../shared/vocabulary/promise-settings.ts'
import { serviceBoards } from '../../shared/vocabulary/service-board.ts'
import { type ServiceItem, serviceItem } from '../../shared/vocabulary/service-item.ts'
import { setupOf, staffActor } from './facts.ts'
import { instantAt } from './hand-clock.ts'
import { workday } from './sample-hall.ts'

/** 建房: ten workdays promised, twenty by law; a material of each kind. */
export const house: ServiceItem = serviceItem.parse({
  itemCode: 'C-HOUSE',
  name: '村民建房申请',
  category: '综合',
  department: '便民服务中心',
  queue: 'C',
  kind: 'promised',
  promisedLimit: { amount: 10, unit: 'workday' },
  statutoryLimit: { amount: 20, unit: 'workday' },
  materials: [
    { materialCode: 'FORM', name: '申请表' },
    { materialCode: 'PLAN', name: '设计图' },
    { materialCode: 'PHOTO', name: '现场照片', need: 'tolerable' },
    { materialCode: 'NONE', name: '无房证明', need: 'promise' },
    { materialCode: 'LETTER', name: '委托书', need: 'conditional', when: 'agent' },
    { materialCode: 'GUARD', name: '监护关系证明', need: 'conditional', when: 'under-16' },
    { materialCode: 'RENT', name: '租房合同', need: 'conditional', when: 'rented-home' },
  ],
})
const inPerson: ServiceItem = { ...house, itemCode: 'C-SELF', name: '身份证办理', holderRule: 'self-only' }
const draft: ServiceItem = { ...house, itemCode: 'C-DRAFT', status: 'draft' }

const people: StaffFacts[] = [
  { staffId: 'clerk-1', role: 'clerk', name: '钱一' },
  { staffId: 'clerk-2', role: 'clerk', name: '钱二' },
  { staffId: 'guide-1', role: 'guide', name: '孙导' },
  { staffId: 'supervisor-1', role: 'supervisor', name: '李主任' },
  { staffId: 'administrator-1', role: 'administrator', name: '周管理' },
]
export const supervisor = staffActor('supervisor', 'supervisor-1')
export const otherClerk = staffActor('clerk', 'clerk-2')

/** The sample hall with items that filings are taken on for. */
export function intakeSetup(): HallSetup {
  const hall = setupOf()
  const serviceItems = new Map(hall.serviceItems)
  for (const item of [house, inPerson, draft]) serviceItems.set(item.itemCode, item)
  return {
    ...hall,
    serviceItems,
    promiseSettings: promiseSettings.parse({}),
    disciplineSettings: disciplineSettings.parse({}),
    serviceBoards: serviceBoards.parse({}),
  }
}

export function promiseDay(time = '09:00', day = workday, changes: Partial<PromiseDay> = {}): PromiseDay {
  const setup = changes.setup ?? intakeSetup()
  const scheduleOn = (one: string) => scheduleOf(setup.timetables, setup.calendar, one)
  return {
    now: instantAt(day, time),
    actor: staffActor(),
    schedule: scheduleOn(day),
    setup,
    scheduleOn,
    staffOf: (staffId) => people.find((one) => one.staffId === staffId),
    lastSerial: () => 0,
    lastIds: { inquiryId: 0, filingId: 0, noticeId: 0, documentId: 0, alarmId: 0 },
    ...changes,
  }
}

/** A line of the register that `clerk-1` opened and answers for. */
export function inquiryWith(changes: Partial<FirstInquiry> = {}): FirstInquiry {
  return {
    inquiryId: 1,
    number: 'SW-2026-000001',
    at: instantAt(workday, '08:55'),
    channel: 'window',
    ticketId: 7,
    windowNumber: 1,
    firstResponder: 'clerk-1',
    responsible: 'clerk-1',
    status: 'open',
    itemCode: house.itemCode,
    category: '',
    matter: '申请建房',
    partyId: null,
    specialGroup: 'none',
    isWish: false,
    offer: null,
    transfers: [],
    answer: null,
    guidedTo: null,
    filingId: null,
    ...changes,
  }
}

export function inquiryFacts(changes: Partial<InquiryFacts> = {}): InquiryFacts {
  return { ...promiseDay(), inquiry: inquiryWith(), ...changes }
}

/** Lines of the house item; states by code, those that are not named are in hand. */
export function linesWith(states: Partial<Record<string, MaterialState>> = {}): MaterialLine[] {
  return linesOf(house.materials, []).map((line) => {
    const state = states[line.materialCode] ?? (line.state === 'unchecked' ? 'in-hand' : line.state)
    return { ...line, state, dueDay: state === 'tolerated' ? '2026-05-20' : null }
  })
}

export function check(materialCode: string, state: MaterialCheck['state'], more: Partial<MaterialCheck> = {}) {
  return { materialCode, state, problem: '', dueDay: null, ...more }
}

/** A filing of `clerk-1` that was received on the workday at 09:00, its list not gone through yet. */
export function filingWith(changes: Partial<Filing> = {}): Filing {
  const body = {
    filingId: 1,
    number: 'BJ-2026-000001',
    year: 2026,
    serial: 1,
    inquiryId: 1,
    ticketId: 7,
    windowNumber: 1,
    itemCode: house.itemCode,
    itemName: house.name,
    itemKind: house.kind,
    itemVersion: 1,
    isOrgan: true,
    promisedLimit: house.promisedLimit,
    statutoryLimit: house.statutoryLimit,
    ownerId: 'clerk-1',
    partyId: 'party-1',
    agentId: null,
    conditions: [],
    lines: linesOf(house.materials, []),
    receivedDay: workday,
    noticeDueDay: '2026-05-20',
  }
  return { ...filingAfter(undefined, { type: 'FilingReceived', body }, instantAt(workday, '09:00')), ...changes }
}

/** A filing that was told to bring its plan. */
export function correctingFiling(changes: Partial<Filing> = {}): Filing {
  const lines = linesWith({ PLAN: 'missing' })
  return filingWith({ status: 'correcting', lines, noticeCount: 1, correctionDueDay: '2026-08-11', ...changes })
}

export function noticeWith(changes: Partial<OneTimeNotice> = {}): OneTimeNotice {
  return {
    noticeId: 1,
    filingId: 1,
    number: 'GZ-2026-000001',
    at: instantAt(workday, '09:30'),
    issuedBy: 'clerk-1',
    lines: linesWith({ PLAN: 'missing' }).filter(({ state }) => state === 'missing'),
    correctionDueDay: '2026-08-11',
    ordinal: 1,
    allowance: null,
    isInForce: true,
    ...changes,
  }
}

export function filingFacts(filing: Filing = filingWith(), changes: Partial<FilingFactsOf> = {}): FilingFactsOf {
  return {
    ...promiseDay('10:00'),
    filing,
    inquiry: inquiryWith({ status: 'filed', filingId: 1 }),
    notice: filing.noticeCount > 0 ? noticeWith() : null,
    documents: [],
    ticketNumber: 'C007',
    atWindow: { windowNumber: 1, ticketId: 7 },
    ...changes,
  }
}

/** The same facts with the filing changed. */
export function withFiling(facts: FilingFactsOf, changes: Partial<Filing>): FilingFactsOf {
  return { ...facts, filing: { ...facts.filing!, ...changes } }
}

/** The same facts at another instant. */
export function atInstant<F extends PromiseDay>(facts: F, day: string, time: string): F {
  const now = instantAt(day, time)
  return { ...facts, now, schedule: facts.scheduleOn(dayOf(now)) }
}
