import type { CommandType } from '../vocabulary/command.ts'
import type { Actor, ScreenKind, StaffRole } from '../vocabulary/staff.ts'

/** Who may wish for a command: somebody signed in with a role, or a machine by itself. */
export type Who = StaffRole | `${ScreenKind}-screen`

const everyStaff: readonly Who[] = ['clerk', 'guide', 'supervisor', 'administrator']
const atWindow: readonly Who[] = ['clerk', 'supervisor']
const floor: readonly Who[] = ['guide', 'supervisor']
const setupBy: readonly Who[] = ['administrator']
const supervisors: readonly Who[] = ['supervisor']
/** Whoever may be handed something at 17:00. */
const receivers: readonly Who[] = ['clerk', 'guide', 'supervisor', 'liaison']
const asked: readonly Who[] = ['clerk', 'guide', 'supervisor']

/**
 * 岗位与操作: the one table of who may do what. An administrator sets the hall up and cannot touch
 * tickets; a supervisor may put a window right; a kiosk takes numbers and nothing else; the liaison of
 * a home unit takes what is handed over to it and nothing else.
 */
export const permissions: Record<CommandType, readonly Who[]> = {
  TakeTicket: ['kiosk-screen', 'clerk', ...floor],
  ReprintTicket: ['kiosk-screen', 'clerk', ...floor],
  ReportTicketPrint: ['kiosk-screen', 'clerk', ...floor],
  RequeueTicket: ['kiosk-screen', 'clerk', ...floor],
  CancelTicket: ['clerk', ...floor],
  CallNextTicket: atWindow,
  CallTicket: atWindow,
  RecallTicket: atWindow,
  MissTicket: atWindow,
  StartService: atWindow,
  FinishService: atWindow,
  HoldTicket: atWindow,
  ResumeTicket: atWindow,
  TransferTicket: atWindow,
  CorrectTicketItem: atWindow,
  OpenServiceWindow: atWindow,
  PauseServiceWindow: atWindow,
  ResumeServiceWindow: atWindow,
  CloseServiceWindow: atWindow,
  OpenDutyWindow: supervisors,
  CloseDutyWindow: supervisors,
  AcknowledgeClockJump: ['supervisor', 'administrator'],
  PublishHall: setupBy,
  PublishQueue: setupBy,
  WithdrawQueue: setupBy,
  PublishServiceItem: setupBy,
  WithdrawServiceItem: setupBy,
  PublishServiceWindow: setupBy,
  WithdrawServiceWindow: setupBy,
  PublishTimetable: setupBy,
  WithdrawTimetable: setupBy,
  PublishHolidayTable: setupBy,
  OverrideCalendarDay: ['supervisor', 'administrator'],
  WithdrawCalendarOverride: ['supervisor', 'administrator'],
  PublishQueueSettings: setupBy,
  PublishVoiceSettings: setupBy,
  PublishPrinterSettings: setupBy,
  PublishPromiseSettings: setupBy,
  PublishDisciplineSettings: setupBy,
  PublishServiceBoards: ['supervisor', 'administrator'],
  IssueContactCard: asked,
  RecordFirstInquiry: asked,
  AnswerFirstInquiry: asked,
  CorrectAnswer: supervisors,
  GuideFirstInquiry: asked,
  OfferFirstInquiry: asked,
  TakeFirstInquiry: asked,
  RefuseFirstInquiry: asked,
  RecordHomeVisit: asked,
  AskHomeVisit: asked,
  DispatchHomeVisit: asked,
  RescheduleHomeVisit: asked,
  ReportHomeVisit: asked,
  ConfirmHomeVisit: asked,
  CancelHomeVisit: asked,
  ReceiveFiling: atWindow,
  CheckMaterials: atWindow,
  CorrectOnTheSpot: atWindow,
  DeclareNotRequired: atWindow,
  DeclineFiling: atWindow,
  IssueOneTimeNotice: atWindow,
  AllowSecondNotice: supervisors,
  ReceiveCorrection: atWindow,
  AcceptFiling: atWindow,
  ReceiveToleratedMaterial: atWindow,
  SuspendFiling: atWindow,
  ResumeFiling: atWindow,
  AskExtension: atWindow,
  ApproveExtension: supervisors,
  RefuseExtension: supervisors,
  ConvertFiling: atWindow,
  ExplainOverdue: atWindow,
  UrgeFiling: supervisors,
  FinishStage: atWindow,
  DecideFiling: atWindow,
  ProduceResult: atWindow,
  TellApplicant: atWindow,
  DeliverResult: atWindow,
  SignHandlingSlip: atWindow,
  WithdrawFiling: atWindow,
  ReturnFiling: atWindow,
  ReassignFiling: supervisors,
  ReassignMatters: ['supervisor', 'administrator'],
  ReprintDocument: asked,
  VoidDocument: supervisors,
  AcknowledgeAlarm: asked,
  CloseAlarm: supervisors,
  WriteDisciplineLog: supervisors,
  CloseDisciplineLog: supervisors,
  NoteOnDisciplineLog: supervisors,
  RecordLogPrint: supervisors,
  GiveHandover: atWindow,
  TakeHandover: receivers,
  RefuseHandover: receivers,
  ReturnHandover: atWindow,
  AddStaff: setupBy,
  ChangeStaff: setupBy,
  RetireStaff: setupBy,
  EnrolScreen: setupBy,
  RevokeScreen: setupBy,
}

/** What may be read, by the same people and machines. */
export const readPermissions = {
  catalogue: ['kiosk-screen', 'display-screen', 'clerk-screen', 'console-screen', ...everyStaff],
  findTicket: ['kiosk-screen', ...everyStaff],
  ticketPrint: ['kiosk-screen', ...everyStaff],
  printerState: ['kiosk-screen', ...everyStaff],
  setup: ['supervisor', 'administrator'],
  itemVersions: ['supervisor', 'administrator'],
  itemFile: ['administrator'],
  journal: ['supervisor', 'administrator'],
  verifyChain: ['supervisor', 'administrator'],
  dayFigures: ['supervisor', 'administrator'],
  matters: asked,
  filing: asked,
  inquiry: asked,
  homeVisits: asked,
  homeVisitPrint: asked,
  inquiryRegister: asked,
  filingRegister: asked,
  repeatVisits: ['supervisor', 'administrator'],
  promiseFigures: ['supervisor', 'administrator'],
  alarms: asked,
  disciplineLog: ['supervisor', 'administrator'],
  disciplineLogs: ['supervisor', 'administrator'],
  logPrint: ['supervisor', 'administrator'],
  verifyLog: ['supervisor', 'administrator'],
  staffDirectory: everyStaff,
  documentPrint: asked,
  findMatter: asked,
  handover: receivers,
  handovers: supervisors,
  myHandovers: receivers,
  handoverPrint: atWindow,
  boards: ['kiosk-screen', 'display-screen', 'clerk-screen', 'console-screen', ...everyStaff],
  boardPrint: everyStaff,
} as const satisfies Record<string, readonly Who[]>

/** All that a sign-in on one's own page of the handover is good for; any other machine asks for more. */
export const ownPageMay: ReadonlySet<string> = new Set<CommandType | keyof typeof readPermissions>([
  'TakeHandover',
  'RefuseHandover',
  'handover',
  'myHandovers',
])

/** Whether an actor is one of those who may. The hub itself may everything. */
export function isOneOf(actor: Actor, allowed: readonly Who[]): boolean {
  if (actor.kind === 'hub') return true
  return allowed.includes(actor.kind === 'staff' ? actor.role : `${actor.screenKind}-screen`)
}
