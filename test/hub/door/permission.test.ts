import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import { permissions, readPermissions, type Who } from '../../../shared/rules/permission.ts'
import type { CommandType, commandBodies } from '../../../shared/vocabulary/command.ts'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'
import type { Caller } from '../../support/http-call.ts'
import { sampleProfile } from '../../support/sample-hall.ts'
import { lanHost, startTestHall, type TestHall } from '../../support/test-hall.ts'

const profile = sampleProfile()
const [serviceItem] = profile.serviceItems
const [timetable] = profile.timetables
const staff = { staffNumber: '7777', name: '新人', role: 'clerk' } as const
const atHome = { name: '某甲', phone: '0000-1', address: '一组 1 号' }
const appointment = { appointmentDay: '2026-05-14', appointmentTime: '09:30' }
const liaison = { staffNumber: '4001', name: '吴联络', role: 'liaison', homeUnit: '户籍科' } as const
const atNine = { windowNumber: 9, ticketId: 99 }

/**
 * A body of every command that its schema lets through. Most are refused by the rules, because the
 * ticket, the window or the person is not there: the door has let them in then.
 */
const bodies: { [T in CommandType]: z.input<(typeof commandBodies)[T]> } = {
  TakeTicket: { itemCode: 'GONE' },
  ReprintTicket: { ticketId: 99 },
  ReportTicketPrint: { ticketId: 99, isPrinted: true },
  CallNextTicket: { windowNumber: 9 },
  CallTicket: { ...atNine, reason: '试' },
  RecallTicket: atNine,
  MissTicket: atNine,
  RequeueTicket: { ticketId: 99 },
  StartService: atNine,
  FinishService: { ...atNine, resultCode: 'completed' },
  HoldTicket: { ...atNine, reason: '试' },
  ResumeTicket: atNine,
  TransferTicket: { ...atNine, itemCode: 'B-REG', reason: '试' },
  CorrectTicketItem: { ...atNine, itemCode: 'B-REG' },
  CancelTicket: { ticketId: 99, reason: 'visitor-left' },
  OpenServiceWindow: { windowNumber: 9 },
  PauseServiceWindow: { windowNumber: 9, reason: '01' },
  ResumeServiceWindow: { windowNumber: 9 },
  CloseServiceWindow: { windowNumber: 9 },
  OpenDutyWindow: { windowNumber: 9, reason: '试' },
  CloseDutyWindow: { windowNumber: 9 },
  PublishHall: { hall: profile.hall },
  PublishQueue: { queue: { letter: 'A', name: '社保' } },
  WithdrawQueue: { letter: 'Z' },
  PublishServiceItem: { serviceItem: serviceItem! },
  WithdrawServiceItem: { itemCode: 'GONE' },
  PublishServiceWindow: { serviceWindow: profile.serviceWindows[0]! },
  WithdrawServiceWindow: { windowNumber: 9 },
  PublishTimetable: { timetable: timetable! },
  WithdrawTimetable: { timetableId: 'gone' },
  PublishHolidayTable: { publishedYear: { year: 2031, restDays: ['2031-01-01'], workedDays: [] } },
  OverrideCalendarDay: { override: { day: '2031-06-12', isWorkday: false, reason: '停电' } },
  WithdrawCalendarOverride: { day: '2031-07-07' },
  PublishQueueSettings: { settings: {} },
  PublishVoiceSettings: { settings: {} },
  PublishPrinterSettings: { settings: { kind: 'none' } },
  AddStaff: { staff },
  ChangeStaff: { staffId: 'gone', staff },
  RetireStaff: { staffId: 'gone', reason: '试' },
  EnrolScreen: { pairingCode: '000000', kind: 'kiosk', name: '试' },
  RevokeScreen: { screenId: 'gone', reason: '试' },
  AcknowledgeClockJump: {},
  RecordFirstInquiry: { channel: 'phone', matter: '问', category: '其他' },
  AnswerFirstInquiry: { inquiryId: 99, answer: '答' },
  ExplainObservation: { observationId: 99, reason: 'unwell' },
  ExcuseObservation: { observationId: 99 },
  CorrectAnswer: { inquiryId: 99, answer: '答', reason: '试' },
  GuideFirstInquiry: { inquiryId: 99, toWindow: 1 },
  OfferFirstInquiry: { inquiryId: 99, toStaffId: 'gone', reason: '试' },
  TakeFirstInquiry: { inquiryId: 99 },
  RefuseFirstInquiry: { inquiryId: 99, reason: '试' },
  RecordHomeVisit: { matter: '上门', category: '其他', party: atHome, wishedDay: '2026-05-14' },
  AskHomeVisit: { inquiryId: 99, party: atHome, wishedDay: '2026-05-14' },
  DispatchHomeVisit: { inquiryId: 99, visitorId: 'gone', ...appointment },
  RescheduleHomeVisit: { inquiryId: 99, reason: '试', ...appointment },
  ReportHomeVisit: { inquiryId: 99, result: 'settled', note: '试' },
  ConfirmHomeVisit: { inquiryId: 99, means: 'paper' },
  CancelHomeVisit: { inquiryId: 99, reason: '试' },
  ReceiveFiling: { inquiryId: 99, itemCode: 'GONE', party: { name: '某甲', idKind: 'none' } },
  CheckMaterials: { filingId: 99, conditions: [], checks: [] },
  CorrectOnTheSpot: { filingId: 99, note: '试' },
  DeclareNotRequired: { filingId: 99, reason: '试' },
  DeclineFiling: { filingId: 99, ground: 'repeated', reason: '试' },
  IssueOneTimeNotice: { filingId: 99 },
  AllowSecondNotice: { filingId: 99, reason: '试' },
  ReceiveCorrection: { filingId: 99, checks: [] },
  AcceptFiling: { filingId: 99 },
  ReceiveToleratedMaterial: { filingId: 99, checks: [] },
  SuspendFiling: { filingId: 99, procedure: 'hearing', basis: '法', expectedWorkdays: 5 },
  ResumeFiling: { filingId: 99 },
  AskExtension: { filingId: 99, workdays: 5, reason: '试' },
  ApproveExtension: { filingId: 99, approver: '负责人' },
  RefuseExtension: { filingId: 99, reason: '试' },
  ConvertFiling: { filingId: 99, limit: { amount: 3, unit: 'workday' }, reason: '试' },
  ExplainOverdue: { filingId: 99, reason: '试' },
  UrgeFiling: { filingId: 99, demand: '试' },
  FinishStage: { filingId: 99, opinion: '试' },
  DecideFiling: { filingId: 99, decision: 'granted' },
  ProduceResult: { filingId: 99, resultName: '证' },
  TellApplicant: { filingId: 99, means: 'phone', isReached: true },
  DeliverResult: { filingId: 99, way: 'collected' },
  SignHandlingSlip: { filingId: 99, means: 'paper' },
  WithdrawFiling: { filingId: 99, reason: '试' },
  ReturnFiling: { filingId: 99, ground: 'by-consent', reason: '试' },
  ReassignFiling: { filingId: 99, toStaffId: 'gone', reason: '试' },
  ReassignMatters: { fromStaffId: 'gone', toStaffId: 'gone', reason: '试' },
  ReprintDocument: { documentId: 99 },
  SignDocument: { documentId: 99, signature: 'data:image/png;base64,AAAA' },
  VoidDocument: { documentId: 99, reason: '试' },
  AcknowledgeAlarm: { alarmId: 99 },
  CloseAlarm: { alarmId: 99, note: '试' },
  PublishServiceBoards: { boards: {} },
  IssueContactCard: { household: '一组 1 号' },
  GiveHandover: { handoverId: 99 },
  TakeHandover: { handoverId: 99 },
  RefuseHandover: { handoverId: 99, reason: '试' },
  ReturnHandover: { handoverId: 99 },
  DraftPostHandover: { leaveId: 99 },
  StartPatrol: {},
  CheckWindow: { patrolId: 99, check: { windowNumber: 1, post: 'on-post' } },
  FinishPatrol: { patrolId: 99 },
  ProposeViolation: { staffId: 'gone', day: '2026-05-13', code: 'dress', source: 'other', facts: '试' },
  StateOnViolation: { violationId: 99, text: '试' },
  SignViolation: { violationId: 99, means: 'paper' },
  ConfirmViolation: { violationId: 99, points: 1 },
  DismissViolation: { violationId: 99, reason: '试' },
  AppealViolation: { violationId: 99, text: '试' },
  DecideAppeal: { violationId: 99, isUpheld: true, reason: '试' },
  PublishPromiseSettings: { settings: {} },
  PublishDisciplineSettings: { settings: {} },
  WriteDisciplineLog: { day: '2026-05-13', words: {} },
  CloseDisciplineLog: { day: '2026-05-13' },
  NoteOnDisciplineLog: { day: '2026-05-13', text: '试' },
  RecordLogPrint: { day: '2026-05-13', fileHash: null },
  PunchAttendance: { direction: 'in' },
  RecordPunch: { staffId: 'gone', day: '2026-05-13', kind: 'morning-in', punchedAt: 0, reason: '试' },
  ConfirmDayOut: { day: '2026-05-12', punchedAt: 0 },
  AskLeave: { kind: 'personal', from: 1, to: 0 },
  ApproveLeave: { leaveId: 99 },
  RefuseLeave: { leaveId: 99, reason: '试' },
  CancelLeave: { leaveId: 99, reason: '试' },
}

const someDays = 'from=2026-05-01&to=2026-05-31'

/** Asked by POST because of what is asked, or by those concerned alone: their own tests say who may. */
type Asked = Exclude<keyof typeof readPermissions, 'findMatter' | 'evidence'>

const questions: Record<Asked, string> = {
  catalogue: '/api/queries/catalogue',
  setup: '/api/queries/setup',
  itemVersions: '/api/queries/item-versions?itemCode=A-REG',
  itemFile: '/api/item-file?format=yaml',
  journal: '/api/queries/journal?limit=1',
  verifyChain: '/api/queries/verify-chain',
  hallReport: '/api/queries/hall-report?from=2026-05-01&to=2026-05-13',
  reportPrint: '/api/queries/report-print?from=2026-05-01&to=2026-05-13&split=clerk',
  reportFile: '/api/report-file?from=2026-05-01&to=2026-05-13',
  findTicket: '/api/queries/find-ticket?number=A001',
  ticketPrint: '/api/queries/ticket-print?ticketId=99',
  printerState: '/api/queries/printer-state',
  matters: '/api/queries/matters?scope=hall',
  filing: '/api/queries/filing?filingId=99',
  inquiry: '/api/queries/inquiry?inquiryId=99',
  homeVisits: '/api/queries/home-visits?scope=all',
  homeVisitPrint: '/api/queries/home-visit-print?inquiryId=99',
  inquiryRegister: `/api/queries/inquiry-register?${someDays}`,
  filingRegister: `/api/queries/filing-register?${someDays}`,
  repeatVisits: `/api/queries/repeat-visits?${someDays}`,
  promiseFigures: `/api/queries/promise-figures?${someDays}`,
  alarms: '/api/queries/alarms?scope=all',
  staffDirectory: '/api/queries/staff-directory',
  documentPrint: '/api/queries/document-print?documentId=99',
  disciplineLogs: `/api/queries/discipline-logs?${someDays}`,
  disciplineLog: '/api/queries/discipline-log?day=2026-05-13',
  logPrint: '/api/queries/log-print?day=2026-05-13',
  verifyLog: '/api/queries/verify-log?number=RZ-2026-000001',
  myHandovers: '/api/queries/my-handovers',
  handover: '/api/queries/handover?handoverId=99',
  handovers: '/api/queries/handovers?day=2026-05-13',
  postsToHandOver: '/api/queries/posts-to-hand-over',
  handoverPrint: '/api/queries/handover-print?handoverId=99',
  patrols: '/api/queries/patrols',
  violations: `/api/queries/violations?${someDays}`,
  ownViolations: '/api/queries/own-violations',
  violation: '/api/queries/violation?violationId=99',
  boards: '/api/queries/boards',
  boardPrint: '/api/queries/board-print?kind=card',
  attendanceOfDay: '/api/queries/attendance-of-day?day=2026-05-13',
  attendanceOfMonth: '/api/queries/attendance-of-month?month=2026-05',
  monthReview: '/api/queries/month-review?month=2026-05',
  monthPrint: '/api/queries/month-print?month=2026-05',
  ownAttendance: '/api/queries/own-attendance',
  leaves: `/api/queries/leaves?${someDays}`,
}

const roles = { clerk: '1002', guide: '2001', supervisor: '3001', administrator: '9001', liaison: '4001' } as const
const screenKinds: ScreenKind[] = ['kiosk', 'clerk', 'display', 'console', 'countertop']
const everybody = [...(Object.keys(roles) as (keyof typeof roles)[]), ...screenKinds.map((kind) => `${kind}-screen`)]

let hall: TestHall
const callers = new Map<string, Partial<Caller>>()
beforeAll(async () => {
  hall = await startTestHall({ profile: sampleProfile({ staff: [...profile.staff, liaison] }) })
  for (const [role, staffNumber] of Object.entries(roles)) callers.set(role, { session: hall.signIn(staffNumber) })
  const administrator = callers.get('administrator')?.session ?? ''
  for (const kind of screenKinds) {
    callers.set(`${kind}-screen`, {
      host: lanHost,
      cookie: await hall.pair(kind, administrator, kind === 'countertop' ? 1 : null),
    })
  }
})
afterAll(() => hall.close())

const turnedAway = ['not-paired', 'not-signed-in', 'not-permitted']
const codeOf = (outcome: Outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)

describe.each(everybody)('%s', (who) => {
  const mayNot = who.endsWith('-screen') ? 'not-signed-in' : 'not-permitted'

  test.each(Object.keys(bodies) as CommandType[])('%s', async (type) => {
    const code = codeOf(await hall.command(callers.get(who)!, type, bodies[type]))
    if (permissions[type].includes(who as Who)) expect(turnedAway).not.toContain(code)
    else expect(code).toBe(mayNot)
  })

  test.each(Object.keys(questions) as (keyof typeof questions)[])('asks for %s', async (question) => {
    const answer = await hall.call(callers.get(who)!, questions[question])
    const mayRead = (readPermissions[question] as readonly string[]).includes(who)
    expect(answer.status).toBe(mayRead ? 200 : 403)
    if (!mayRead) expect(answer.json).toMatchObject({ data: { code: mayNot } })
  })
})

describe('a machine that is not paired', () => {
  test.each(Object.keys(bodies) as CommandType[])('%s is refused with not-paired', async (type) => {
    expect(codeOf(await hall.command({ host: lanHost }, type, bodies[type]))).toBe('not-paired')
  })

  test.each(Object.keys(questions) as (keyof typeof questions)[])('is not told %s', async (question) => {
    const answer = await hall.call({ host: lanHost }, questions[question])
    expect([answer.status, answer.json]).toEqual([403, expect.objectContaining({ data: { code: 'not-paired' } })])
  })

  test('gains nothing by the session of somebody who is signed in', async () => {
    const stolen = { host: lanHost, session: callers.get('administrator')!.session }
    expect(codeOf(await hall.command(stolen, 'PublishHall', bodies.PublishHall))).toBe('not-paired')
    expect((await hall.call(stolen, questions.journal)).status).toBe(403)
  })

  test('is not shown the contract either', async () => {
    expect((await hall.call({ host: lanHost }, '/api/openapi.json')).status).toBe(403)
  })
})

describe('the hub’s own PC', () => {
  test('may do by itself what a kiosk may', async () => {
    expect(codeOf(await hall.command({}, 'TakeTicket', { itemCode: 'A-REG' }))).toBe('done')
    expect(codeOf(await hall.command({}, 'CallNextTicket', { windowNumber: 1 }))).toBe('not-signed-in')
  })

  test('cannot wish what only the hub wishes', async () => {
    const { session } = callers.get('administrator')!
    for (const path of ['open-hall-day', 'split-hall-day', 'sign-in', 'set-password', 'move-demo-clock']) {
      const body = { commandId: 'a-command-id-of-mine', body: {} }
      expect((await hall.call({ session }, `/api/commands/${path}`, { body })).status).toBe(404)
    }
  })

  test('has nothing of the demo hall', async () => {
    const { session } = callers.get('administrator')!
    const moved = await hall.call({ session }, '/api/door/demo/move-clock', { body: { to: 'noon' } })
    expect(moved.json).toMatchObject({ kind: 'refused', code: 'demo-only' })
    const arrived = await hall.call({ session }, '/api/door/demo/arrive-citizens', { body: { count: 5 } })
    expect(arrived.json).toEqual({ taken: 0, refused: 0 })
  })
})
