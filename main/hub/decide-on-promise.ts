import * as alarms from '../../shared/rules/alarm.ts'
import { numberOf } from '../../shared/rules/at-window.ts'
import { accept, type Decision, unreachable } from '../../shared/rules/decision.ts'
import * as acceptance from '../../shared/rules/filing-acceptance.ts'
import * as end from '../../shared/rules/filing-end.ts'
import * as intake from '../../shared/rules/filing-intake.ts'
import * as notices from '../../shared/rules/filing-notice.ts'
import * as run from '../../shared/rules/filing-run.ts'
import { decideFinishStage } from '../../shared/rules/filing-stage.ts'
import * as inquiries from '../../shared/rules/first-inquiry.ts'
import * as documents from '../../shared/rules/hall-document.ts'
import * as visits from '../../shared/rules/home-visit.ts'
import type {
  AtWindowNow,
  DocumentFactsOf,
  FilingFactsOf,
  HomeVisitFacts,
  InquiryFacts,
  PartyFacts,
  PromiseDay,
  RecordInquiryFacts,
  ReviewAlarmsFacts,
} from '../../shared/rules/promise-facts.ts'
import * as boards from '../../shared/rules/service-boards.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { PromiseHubCommandBodies, promiseCommandBodies } from '../../shared/vocabulary/promise-command.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import type { Tables } from './tables/apply.ts'

/** A wish around the promise, by staff or by the hub itself. */
export type PromiseCommandType = keyof typeof promiseCommandBodies | keyof PromiseHubCommandBodies
export type PromiseCommand = CommandOf<PromiseCommandType>

/** Loads the facts of a command around the promise and lets its rule decide on them. */
export function decideOnPromise(command: PromiseCommand, context: DecisionContext, tables: Tables): Decision {
  const day = promiseDay(context, tables)
  const inquiry = (inquiryId: number) => inquiryFacts(inquiryId, context, tables)
  const visit = (inquiryId: number) => homeVisitFacts(inquiryId, context, tables)
  const document = (documentId: number) => documentFacts(documentId, context, tables)
  const alarm = (alarmId: number) => ({ ...day, alarm: tables.alarm.find(alarmId) })

  switch (command.type) {
    case 'RecordFirstInquiry':
      return inquiries.decideRecordFirstInquiry(command.body, recordFacts(command.body.ticketId, context, tables))
    case 'RecordHomeVisit':
      return visits.decideRecordHomeVisit(command.body, recordFacts(undefined, context, tables))
    case 'AskHomeVisit':
      return visits.decideAskHomeVisit(command.body, { ...visit(command.body.inquiryId), party: partyOf(context) })
    case 'DispatchHomeVisit':
      return visits.decideDispatchHomeVisit(command.body, visit(command.body.inquiryId))
    case 'RescheduleHomeVisit':
      return visits.decideRescheduleHomeVisit(command.body, visit(command.body.inquiryId))
    case 'ReportHomeVisit':
      return visits.decideReportHomeVisit(command.body, visit(command.body.inquiryId))
    case 'ConfirmHomeVisit':
      return visits.decideConfirmHomeVisit(command.body, {
        ...visit(command.body.inquiryId),
        signatureHash: context.signatureHash ?? null,
      })
    case 'CancelHomeVisit':
      return visits.decideCancelHomeVisit(command.body, visit(command.body.inquiryId))
    case 'AnswerFirstInquiry':
      return inquiries.decideAnswerFirstInquiry(command.body, inquiry(command.body.inquiryId))
    case 'CorrectAnswer':
      return inquiries.decideCorrectAnswer(command.body, inquiry(command.body.inquiryId))
    case 'GuideFirstInquiry':
      return inquiries.decideGuideFirstInquiry(command.body, inquiry(command.body.inquiryId))
    case 'OfferFirstInquiry':
      return inquiries.decideOfferFirstInquiry(command.body, inquiry(command.body.inquiryId))
    case 'TakeFirstInquiry':
      return inquiries.decideTakeFirstInquiry(command.body, inquiry(command.body.inquiryId))
    case 'RefuseFirstInquiry':
      return inquiries.decideRefuseFirstInquiry(command.body, inquiry(command.body.inquiryId))
    case 'ReceiveFiling':
      return intake.decideReceiveFiling(command.body, receiveFacts(command.body, context, tables))
    case 'ReassignMatters':
      return end.decideReassignMatters(command.body, {
        ...day,
        filings: tables.filing.openOf(command.body.fromStaffId),
        inquiries: tables.firstInquiry.openOf(command.body.fromStaffId),
        visits: tables.homeVisit.awaitedOf(command.body.fromStaffId),
      })
    case 'ReprintDocument':
      return documents.decideReprintDocument(command.body, document(command.body.documentId))
    case 'SignDocument':
      return documents.decideSignDocument(command.body, document(command.body.documentId))
    case 'VoidDocument':
      return documents.decideVoidDocument(command.body, document(command.body.documentId))
    case 'AcknowledgeAlarm':
      return alarms.decideAcknowledgeAlarm(command.body, alarm(command.body.alarmId))
    case 'CloseAlarm':
      return alarms.decideCloseAlarm(command.body, alarm(command.body.alarmId))
    case 'ReviewAlarms':
      return alarms.decideReviewAlarms(reviewFacts(context, tables))
    case 'PublishServiceBoards':
      return accept({ type: 'ServiceBoardsPublished', body: command.body })
    case 'IssueContactCard':
      return boards.decideIssueContactCard(command.body, day)
    default:
      return decideOnFiling(command, context, filingFacts(command.body.filingId, context, tables))
  }
}

/** A wish about one filing that is there already. */
export type FilingCommand = Extract<PromiseCommand, { body: { filingId: number } }>

/** Each by its own rule; pure, so that a view may ask what would be refused. */
export function decideOnFiling(
  command: FilingCommand,
  { signatureHash = null }: { signatureHash?: string | null | undefined },
  facts: FilingFactsOf,
): Decision {
  switch (command.type) {
    case 'CheckMaterials':
      return intake.decideCheckMaterials(command.body, facts)
    case 'CorrectOnTheSpot':
      return intake.decideCorrectOnTheSpot(command.body, facts)
    case 'DeclareNotRequired':
      return intake.decideDeclareNotRequired(command.body, facts)
    case 'DeclineFiling':
      return intake.decideDeclineFiling(command.body, facts)
    case 'IssueOneTimeNotice':
      return notices.decideIssueOneTimeNotice(command.body, facts)
    case 'AllowSecondNotice':
      return notices.decideAllowSecondNotice(command.body, facts)
    case 'ReceiveCorrection':
      return notices.decideReceiveCorrection(command.body, facts)
    case 'AcceptFiling':
      return acceptance.decideAcceptFiling(command.body, facts)
    case 'DeemAcceptance':
      return acceptance.decideDeemAcceptance(command.body, facts)
    case 'ReceiveToleratedMaterial':
      return acceptance.decideReceiveToleratedMaterial(command.body, facts)
    case 'SuspendFiling':
      return run.decideSuspendFiling(command.body, facts)
    case 'ResumeFiling':
      return run.decideResumeFiling(command.body, facts)
    case 'AskExtension':
      return run.decideAskExtension(command.body, facts)
    case 'ApproveExtension':
      return run.decideApproveExtension(command.body, facts)
    case 'RefuseExtension':
      return run.decideRefuseExtension(command.body, facts)
    case 'ConvertFiling':
      return run.decideConvertFiling(command.body, facts)
    case 'ExplainOverdue':
      return run.decideExplainOverdue(command.body, facts)
    case 'UrgeFiling':
      return run.decideUrgeFiling(command.body, facts)
    case 'FinishStage':
      return decideFinishStage(command.body, facts)
    case 'RecountDeadline':
      return run.decideRecountDeadline(command.body, facts)
    case 'DecideFiling':
      return end.decideDecideFiling(command.body, facts)
    case 'ProduceResult':
      return end.decideProduceResult(command.body, facts)
    case 'TellApplicant':
      return end.decideTellApplicant(command.body, facts)
    case 'DeliverResult':
      return end.decideDeliverResult(command.body, facts)
    case 'SignHandlingSlip':
      return end.decideSignHandlingSlip(command.body, { ...facts, signatureHash })
    case 'WithdrawFiling':
      return end.decideWithdrawFiling(command.body, facts)
    case 'ReturnFiling':
      return end.decideReturnFiling(command.body, facts)
    case 'ReassignFiling':
      return end.decideReassignFiling(command.body, facts)
    default:
      return unreachable(command)
  }
}

/** What the loaders need of a decision's context; a view brings its own. */
export type PromiseContext = Pick<DecisionContext, 'now' | 'actor' | 'schedule' | 'setup'>

/** What every decision around the promise and the handover knows of the day. */
export function promiseDay({ now, actor, schedule, setup }: PromiseContext, tables: Tables): PromiseDay {
  return {
    now,
    actor,
    schedule,
    setup,
    scheduleOn: (day) => (day === schedule.day ? schedule : scheduleOf(setup.timetables, setup.calendar, day)),
    staffOf: (staffId) => {
      const found = tables.staff.find(staffId)
      if (found === undefined || found.isRetired) return undefined
      return { staffId, role: found.role, name: tables.privateRecords.nameOf(staffId) }
    },
    lastSerial: (series, year) => {
      if (series === 'inquiry') return tables.firstInquiry.lastSerial(year)
      if (series === 'home-visit') return tables.homeVisit.lastSerial(year)
      if (series === 'filing') return tables.filing.lastSerial(year)
      if (series === 'contact-card') return tables.contactCard.lastSerial(year)
      return tables.hallDocument.lastSerial(series, year)
    },
    lastIds: {
      inquiryId: tables.firstInquiry.lastId(),
      filingId: tables.filing.lastId(),
      noticeId: tables.oneTimeNotice.lastId(),
      documentId: tables.hallDocument.lastId(),
      alarmId: tables.alarm.lastId(),
    },
  }
}

function atWindowOf({ actor }: PromiseContext, tables: Tables): AtWindowNow | null {
  const windowNumber = actor.kind === 'staff' ? tables.serviceWindow.ofStaff(actor.staffId) : null
  if (windowNumber === null) return null
  return { windowNumber, ticketId: tables.ticket.atWindow(windowNumber)?.ticketId ?? null }
}

/** Everything a rule may look at before it decides on a line of the register. */
export function inquiryFacts(inquiryId: number, context: PromiseContext, tables: Tables): InquiryFacts {
  return { ...promiseDay(context, tables), inquiry: tables.firstInquiry.find(inquiryId) }
}

/** The same before it decides on the line's home visit. */
export function homeVisitFacts(inquiryId: number, context: PromiseContext, tables: Tables): HomeVisitFacts {
  return { ...inquiryFacts(inquiryId, context, tables), visit: tables.homeVisit.find(inquiryId) }
}

function recordFacts(ticketId: number | undefined, context: DecisionContext, tables: Tables): RecordInquiryFacts {
  return {
    ...promiseDay(context, tables),
    party: partyOf(context),
    ticket: ticketId === undefined ? undefined : tables.ticket.find(ticketId),
    inquiryOfTicket: ticketId === undefined ? undefined : tables.firstInquiry.ofTicket(ticketId),
    atWindow: atWindowOf(context, tables),
  }
}

function partyOf({ parties }: DecisionContext): PartyFacts {
  return parties?.party ?? { kind: 'none' }
}

/** Everything a rule may look at before it decides on a document. */
export function documentFacts(
  documentId: number,
  context: PromiseContext & { signatureHash?: string | null | undefined },
  tables: Tables,
): DocumentFactsOf & { signatureHash: string } {
  const document = tables.hallDocument.find(documentId)
  return { ...promiseDay(context, tables), document, signatureHash: context.signatureHash ?? '' }
}

/** Everything a rule may look at before it decides on a filing. */
export function filingFacts(filingId: number, context: PromiseContext, tables: Tables): FilingFactsOf {
  const filing = tables.filing.find(filingId)
  const inquiry = filing === undefined ? undefined : tables.firstInquiry.find(filing.inquiryId)
  return {
    ...promiseDay(context, tables),
    filing,
    inquiry,
    notice: tables.oneTimeNotice.inForce(filingId),
    documents: tables.hallDocument.ofFiling(filingId),
    ticketNumber: ticketNumberOf(inquiry?.ticketId ?? null, tables),
    atWindow: atWindowOf(context, tables),
  }
}

function receiveFacts(
  { inquiryId, itemCode }: { inquiryId: number; itemCode: string },
  context: DecisionContext,
  tables: Tables,
): Parameters<typeof intake.decideReceiveFiling>[1] {
  const inquiry = tables.firstInquiry.find(inquiryId)
  return {
    ...promiseDay(context, tables),
    inquiry,
    ticketNumber: ticketNumberOf(inquiry?.ticketId ?? null, tables),
    party: partyOf(context),
    agent: context.parties?.agent ?? { kind: 'none' },
    atWindow: atWindowOf(context, tables),
    itemVersion: context.setup.itemVersions.get(itemCode) ?? 0,
  }
}

function reviewFacts(context: DecisionContext, tables: Tables): ReviewAlarmsFacts {
  return {
    ...promiseDay(context, tables),
    filings: tables.filing.watched(),
    offered: tables.firstInquiry.offered(),
    visits: tables.homeVisit.awaited().map((visit) => ({ visit, inquiry: tables.firstInquiry.find(visit.inquiryId)! })),
    alarms: tables.alarm.open().filter(({ about }) => about === undefined),
    closedByHand: tables.alarm.closedByHand(),
  }
}

/** The number on a ticket, such as C017; empty without one. */
export function ticketNumberOf(ticketId: number | null, tables: Tables): string {
  const ticket = ticketId === null ? undefined : tables.ticket.find(ticketId)
  return ticket === undefined ? '' : numberOf(ticket)
}

/** Inquiries and filings that somebody answers for, and home visits before him. */
export function openMattersOf(staffId: string, tables: Tables): number {
  const { filing, firstInquiry, homeVisit } = tables
  return filing.openCountOf(staffId) + firstInquiry.openOf(staffId).length + homeVisit.awaitedOf(staffId).length
}
