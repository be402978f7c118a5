import { z } from 'zod'
import {
  declineGround,
  deliveryWay,
  filingDecision,
  materialCheck,
  notifyMeans,
  returnGround,
  signatureMeans,
  specialProcedure,
  visitCause,
} from './filing.ts'
import { answerMeans, inquiryChannel } from './first-inquiry.ts'
import { clockTime, hallDate } from './hall-date.ts'
import { visitConfirmation, visitParty, visitResult, wishedHalf } from './home-visit.ts'
import { agent, party, signatureImage, specialGroup } from './party.ts'
import { serviceBoards } from './service-board.ts'
import { timeLimit } from './service-item.ts'
import { journalText, label } from './text-field.ts'

const id = z.int().min(1)
const windowNumber = z.int().min(1).max(99)
const staffId = z.string().min(1).max(40)
const itemCode = z.string().min(1).max(20)
const reason = label(200)
const checks = z.array(materialCheck).max(40)
const wish = { party: visitParty, wishedDay: hallDate, wishedHalf: wishedHalf.default('either') }
const appointment = { appointmentDay: hallDate, appointmentTime: clockTime }
const conditions = z.array(z.string().min(1).max(20)).max(20)

/** What staff may wish for around the promise: first inquiry, one-time notice, filing, deadline, slip. */
export const promiseCommandBodies = {
  // 首问
  /** 首问登记: who is signed in is the first responder, for good (篇1.3, 篇5.3). */
  RecordFirstInquiry: z.strictObject({
    channel: inquiryChannel,
    /** The ticket that stands at the own window; a ticket has one line in the register. */
    ticketId: id.optional(),
    itemCode: itemCode.optional(),
    /** For a matter that is none of the items. */
    category: journalText(20).default(''),
    matter: label(300),
    party: party.optional(),
    specialGroup: specialGroup.default('none'),
    isWish: z.boolean().default(false),
  }),
  /** 答复: once. */
  AnswerFirstInquiry: z.strictObject({ inquiryId: id, answer: label(500), means: answerMeans.default('face') }),
  /** 更正答复, by a supervisor; the first one stays visible. */
  CorrectAnswer: z.strictObject({ inquiryId: id, answer: label(500), reason }),
  /** 引导: to a window of this hall, or to the unit whose business it is. */
  GuideFirstInquiry: z.strictObject({
    inquiryId: id,
    toWindow: windowNumber.optional(),
    toUnit: journalText(60).default(''),
    note: journalText(200).default(''),
  }),
  /** 移交: the giver stays responsible until the receiver has taken it. */
  OfferFirstInquiry: z.strictObject({ inquiryId: id, toStaffId: staffId, reason }),
  TakeFirstInquiry: z.strictObject({ inquiryId: id }),
  RefuseFirstInquiry: z.strictObject({ inquiryId: id, reason }),

  // 上门服务
  /** 登记上门服务: a line of the register and the visit that it asks for (篇1.2). */
  RecordHomeVisit: z.strictObject({
    channel: inquiryChannel.default('phone'),
    itemCode: itemCode.optional(),
    category: journalText(20).default(''),
    matter: label(300),
    specialGroup: specialGroup.default('none'),
    ...wish,
  }),
  /** 预约上门, for a matter that stands in the register. */
  AskHomeVisit: z.strictObject({ inquiryId: id, ...wish }),
  /** 派单: who goes and when; once more, when somebody else has to. */
  DispatchHomeVisit: z.strictObject({ inquiryId: id, visitorId: staffId, ...appointment }),
  /** 改约 */
  RescheduleHomeVisit: z.strictObject({ inquiryId: id, ...appointment, reason }),
  /** 上门结果 */
  ReportHomeVisit: z.strictObject({ inquiryId: id, result: visitResult, note: label(300) }),
  /** 申请人确认: ends the visit. */
  ConfirmHomeVisit: z.strictObject({
    inquiryId: id,
    means: visitConfirmation,
    reason: journalText(100).default(''),
    signature: signatureImage.optional(),
  }),
  CancelHomeVisit: z.strictObject({ inquiryId: id, reason }),

  // 收件、告知、受理
  /** 收件: a filing rests on a line of the register. */
  ReceiveFiling: z.strictObject({
    inquiryId: id,
    itemCode,
    party,
    agent: agent.optional(),
    conditions: conditions.default([]),
    checks: checks.default([]),
  }),
  CheckMaterials: z.strictObject({ filingId: id, conditions, checks }),
  /** 当场更正 */
  CorrectOnTheSpot: z.strictObject({ filingId: id, note: label(200) }),
  /** 不需许可，即时告知 */
  DeclareNotRequired: z.strictObject({ filingId: id, reason }),
  /** 不予受理 */
  DeclineFiling: z.strictObject({
    filingId: id,
    ground: declineGround,
    reason,
    basis: journalText(200).default(''),
    /** Whom to ask instead, when it is not this organ's business. */
    competentOrgan: journalText(60).default(''),
  }),
  /** 一次性告知: the lines are those that the check left open; nothing can be added to them. */
  IssueOneTimeNotice: z.strictObject({
    filingId: id,
    /** Natural days to bring the rest; the hall's setting when left out. */
    correctionDays: z.int().min(1).max(365).optional(),
    remark: journalText(200).default(''),
  }),
  /** 准许再次告知: counts against the hall and stands in the day's log. */
  AllowSecondNotice: z.strictObject({ filingId: id, reason }),
  /** 补件接收: what the applicant brought after the notice; `cause` when it was not all. */
  ReceiveCorrection: z.strictObject({ filingId: id, checks, cause: visitCause.optional() }),
  /** 受理 */
  AcceptFiling: z.strictObject({ filingId: id, collectBy: z.enum(['window', 'post', 'agent']).default('window') }),
  /** 容缺材料补齐 */
  ReceiveToleratedMaterial: z.strictObject({ filingId: id, checks }),

  // 时限
  /** 特别程序开始: told to the applicant in writing; from today. */
  SuspendFiling: z.strictObject({
    filingId: id,
    procedure: specialProcedure,
    basis: label(200),
    expectedWorkdays: z.int().min(1).max(365),
  }),
  /** 结果收到: the days in between do not count. */
  ResumeFiling: z.strictObject({ filingId: id, note: journalText(200).default('') }),
  AskExtension: z.strictObject({ filingId: id, workdays: z.int().min(1).max(30), reason }),
  /** 批准延期, by a supervisor, with the position of the head who decided. */
  ApproveExtension: z.strictObject({ filingId: id, approver: label(20) }),
  RefuseExtension: z.strictObject({ filingId: id, reason }),
  /** 即办件转承诺件: an instant item that cannot be finished today, with its reason. */
  ConvertFiling: z.strictObject({ filingId: id, limit: timeLimit, reason }),
  /** 超时说明: said in public when a limit was missed (优化营商环境条例 第三十六条). */
  ExplainOverdue: z.strictObject({ filingId: id, reason }),
  /** 催办, by a supervisor */
  UrgeFiling: z.strictObject({ filingId: id, demand: label(200) }),

  /** 办结环节: the next one begins, with whom it names or with the one in charge. */
  FinishStage: z.strictObject({ filingId: id, opinion: label(200), nextHandlerId: staffId.optional() }),

  // 决定、结果、送达
  DecideFiling: z.strictObject({
    filingId: id,
    decision: filingDecision,
    /** Needed for anything but a full grant. */
    reason: journalText(200).default(''),
  }),
  ProduceResult: z.strictObject({ filingId: id, resultName: label(60), resultNumber: journalText(40).default('') }),
  /** 告知办理结果 */
  TellApplicant: z.strictObject({
    filingId: id,
    means: notifyMeans,
    isReached: z.boolean(),
    note: journalText(100).default(''),
  }),
  /** 送达 */
  DeliverResult: z.strictObject({
    filingId: id,
    way: deliveryWay,
    place: journalText(60).default(''),
    /** 与受送达人关系 and 代收原因 when somebody else received it. */
    relation: journalText(20).default(''),
    reason: journalText(100).default(''),
    /** 见证人 of a 留置送达, by position; never a private person's name. */
    witness: journalText(40).default(''),
    postNumber: journalText(40).default(''),
  }),
  /** 承办单签字 */
  SignHandlingSlip: z.strictObject({
    filingId: id,
    means: signatureMeans,
    reason: journalText(100).default(''),
    witness: journalText(40).default(''),
    relation: journalText(20).default(''),
    signature: signatureImage.optional(),
  }),
  WithdrawFiling: z.strictObject({ filingId: id, reason }),
  /** 退件 */
  ReturnFiling: z.strictObject({ filingId: id, ground: returnGround, reason, basis: journalText(200).default('') }),
  /** 改派: a filing is never without an owner. */
  ReassignFiling: z.strictObject({ filingId: id, toStaffId: staffId, reason }),
  /** 全部改派: everything somebody holds, before he leaves. */
  ReassignMatters: z.strictObject({ fromStaffId: staffId, toStaffId: staffId, reason }),

  // 文书、预警、公开
  ReprintDocument: z.strictObject({ documentId: id }),
  /** 签收: the applicant has got a notice or a receipt, and signs for it on a pad. */
  SignDocument: z.strictObject({ documentId: id, signature: signatureImage }),
  /** 作废并重开: the old number keeps its reason, the new one follows at once. */
  VoidDocument: z.strictObject({ documentId: id, reason }),
  AcknowledgeAlarm: z.strictObject({ alarmId: id }),
  CloseAlarm: z.strictObject({ alarmId: id, note: label(200) }),
  PublishServiceBoards: z.strictObject({ boards: serviceBoards }),
  /** 发放便民联系卡 to a household, by village group and door; no names. */
  IssueContactCard: z.strictObject({ household: label(40) }),
} as const

/** The wishes of the hub around the promise: what the calendar and the clock bring about. */
export interface PromiseHubCommandBodies {
  /** 视为受理: nobody gave notice within five workdays. */
  DeemAcceptance: { filingId: number }
  /** The calendar has changed: a date may move later, never silently earlier. */
  RecountDeadline: { filingId: number }
  /** What has to be called out by now, and what no longer. */
  ReviewAlarms: Record<string, never>
}
