import type { CommandBody, CommandType } from '../vocabulary/command.ts'
import type { Deadline } from '../vocabulary/filing.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import type { HomeVisit, HomeVisitStatus } from '../vocabulary/home-visit.ts'
import type { HomeVisitEvent } from '../vocabulary/promise-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { homeVisitStatusWords } from '../vocabulary/words.ts'
import { dayKindOn, nextWorkday } from './calendar.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { hallDeadline, hallDeadlineAfter } from './filing-dates.ts'
import { decideRecordFirstInquiry, onlyRefused, openRefusal } from './first-inquiry.ts'
import { lackingOnPaper, type PaperSetting } from './hall-document.ts'
import { dayOf, instantOf, yearOf } from './hall-time.ts'
import { isBy, isSupervisor } from './may-touch.ts'
import { partyRefusal } from './party-refusal.ts'
import type {
  AskVisitFacts,
  ConfirmVisitFacts,
  HomeVisitFacts,
  PromiseDay,
  RecordInquiryFacts,
} from './promise-facts.ts'
import { numberOfSeries, seriesLetters } from './series-number.ts'
import type { HallSetup } from './setup.ts'

/**
 * 登记上门服务, by whoever is asked (篇1.2, 篇1.3): one line of the one register, and the visit that
 * hangs on it. Refused as the line would be; visit-time-past when the wished day is over.
 */
export function decideRecordHomeVisit(body: CommandBody<'RecordHomeVisit'>, facts: RecordInquiryFacts): Decision {
  const { party: _, wishedDay: __, wishedHalf: ___, ...line } = body
  const refusal = wishRefusal(body, facts)
  if (refusal !== null) return refusal
  const recorded = decideRecordFirstInquiry({ ...line, isWish: false }, facts)
  if (recorded.kind === 'refused') return recorded
  const asked = visitAsked(body, { ...facts, inquiryId: Number(recorded.made.inquiryId) })
  return accept([...recorded.events, asked], { ...recorded.made, visitNumber: asked.body.number })
}

/** 预约上门, of a line that is open, by its responsible or a supervisor; a line has one visit. */
export function decideAskHomeVisit(body: CommandBody<'AskHomeVisit'>, facts: AskVisitFacts): Decision {
  const refusal = askRefusal(facts) ?? wishRefusal(body, facts) ?? partyRefusal(facts.party, '申请人')
  if (refusal !== null) return refusal
  const asked = visitAsked(body, { ...facts, inquiryId: body.inquiryId })
  return accept(asked, { inquiryId: body.inquiryId, visitNumber: asked.body.number })
}

function askRefusal(facts: HomeVisitFacts): Refusal | null {
  const refusal = openRefusal(facts, { isForSupervisor: true })
  if (refusal !== null || facts.visit === undefined) return refusal
  return refuse('visit-asked', { number: facts.inquiry!.number, visitNumber: facts.visit.number })
}

function wishRefusal({ wishedDay }: { wishedDay: string }, { now }: PromiseDay): Refusal | null {
  return wishedDay < dayOf(now) ? refuse('visit-time-past', { time: wishedDay }) : null
}

function visitAsked(
  { wishedDay, wishedHalf }: Pick<HomeVisit, 'wishedDay' | 'wishedHalf'>,
  { inquiryId, party, now, lastSerial }: Pick<AskVisitFacts, 'party' | 'now' | 'lastSerial'> & { inquiryId: number },
): Extract<HomeVisitEvent, { type: 'HomeVisitAsked' }> {
  assert(party.kind === 'known', 'a party that was taken down')
  const year = yearOf(dayOf(now))
  const serial = lastSerial('home-visit', year) + 1
  const number = numberOfSeries(seriesLetters['home-visit'], year, serial)
  return {
    type: 'HomeVisitAsked',
    body: { inquiryId, number, year, serial, partyId: party.partyId, wishedDay, wishedHalf },
  }
}

/**
 * 派单: the floor staff send anybody who may handle matters, the line's responsible and who was sent
 * go themselves. Once more, it changes who goes and when. The day of the call must not have passed.
 */
export function decideDispatchHomeVisit(body: CommandBody<'DispatchHomeVisit'>, facts: HomeVisitFacts): Decision {
  const refusal = touchRefusal('DispatchHomeVisit', facts)
  if (refusal !== null) return refusal
  const { inquiryId, visitorId } = body
  const visitor = facts.staffOf(visitorId)
  if (visitor === undefined) return refuse('staff-unknown')
  if (visitor.role === 'administrator') return refuse('staff-not-handler', { staffName: visitor.name })
  if (!isFloor(facts) && !isBy(facts, visitorId)) return refuse('visit-for-others')
  const appointmentAt = appointmentOf(body, facts)
  if (typeof appointmentAt !== 'number') return appointmentAt
  const isLate = isVisitLate(found(facts).visit, facts)
  return accept({ type: 'HomeVisitDispatched', body: { inquiryId, visitorId, appointmentAt, isLate } })
}

/** 改派: somebody else goes, at the time that the applicant was told. */
export function visitPassedTo(
  visit: HomeVisit,
  visitorId: string,
  facts: PromiseDay,
): Extract<HomeVisitEvent, { type: 'HomeVisitDispatched' }> {
  const { inquiryId, appointmentAt } = visit
  assert(appointmentAt !== null, 'a visit that was dispatched')
  return {
    type: 'HomeVisitDispatched',
    body: { inquiryId, visitorId, appointmentAt, isLate: isVisitLate(visit, facts) },
  }
}

/** 改约, with its reason; each time is counted. */
export function decideRescheduleHomeVisit(body: CommandBody<'RescheduleHomeVisit'>, facts: HomeVisitFacts): Decision {
  const refusal = touchRefusal('RescheduleHomeVisit', facts)
  if (refusal !== null) return refusal
  const toAt = appointmentOf(body, facts)
  if (typeof toAt !== 'number') return toAt
  const { visit } = found(facts)
  const { inquiryId, reason } = body
  const isLate = isVisitLate(visit, facts)
  return accept({
    type: 'HomeVisitRescheduled',
    body: { inquiryId, fromAt: visit.appointmentAt!, toAt, reason, isLate },
  })
}

/** 上门结果, by who went or a supervisor, not before the day of the appointment. What was settled at the door is the answer of the line, while it is open. */
export function decideReportHomeVisit(body: CommandBody<'ReportHomeVisit'>, facts: HomeVisitFacts): Decision {
  const refusal = touchRefusal('ReportHomeVisit', facts)
  if (refusal !== null) return refusal
  const { visit, inquiry } = found(facts)
  const day = dayOf(visit.appointmentAt!)
  if (dayOf(facts.now) < day) return refuse('visit-not-due', { visitNumber: visit.number, day })
  const { inquiryId, result, note } = body
  const isAnswer = result === 'settled' && inquiry.status === 'open'
  const answered = { inquiryId, answer: note, means: 'face', answeredBy: visit.visitorId! } as const
  return accept([
    { type: 'HomeVisitReported', body: { ...body, isLate: isVisitLate(visit, facts) } },
    ...(isAnswer ? [{ type: 'FirstInquiryAnswered', body: answered } as const] : []),
  ])
}

/** 申请人确认, which ends the visit: on the pad, on paper, or refused with the reason. */
export function decideConfirmHomeVisit(body: CommandBody<'ConfirmHomeVisit'>, facts: ConfirmVisitFacts): Decision {
  const refusal = touchRefusal('ConfirmHomeVisit', facts)
  if (refusal !== null) return refusal
  const { inquiryId, means, reason } = body
  const { signatureHash } = facts
  if (means === 'pad' && signatureHash === null) return refuse('signature-needed')
  if (means === 'refused' && reason === '') return refuse('reason-needed')
  return accept({ type: 'HomeVisitConfirmed', body: { inquiryId, means, reason, signatureHash } })
}

/** 取消, before anybody went; the line of the register stays with its responsible. */
export function decideCancelHomeVisit(body: CommandBody<'CancelHomeVisit'>, facts: HomeVisitFacts): Decision {
  return touchRefusal('CancelHomeVisit', facts) ?? accept({ type: 'HomeVisitCancelled', body })
}

/** When a visit is late: not dispatched by the end of the next workday, or without a report at the end of the workday it was for. Null: it is not waited for. */
export function visitDeadline(visit: HomeVisit, setup: Pick<HallSetup, 'calendar' | 'timetables'>): Deadline | null {
  if (visit.status === 'asked') return hallDeadlineAfter(dayOf(visit.askedAt), 1, setup)
  if (visit.status !== 'dispatched') return null
  const day = dayOf(visit.appointmentAt!)
  const { isWorkday, isProvisional } = dayKindOn(setup.calendar, day)
  if (isWorkday) return hallDeadline(day, isProvisional, setup)
  const next = nextWorkday(setup.calendar, day)
  return hallDeadline(next.day, next.isProvisional, setup)
}

/** Whether what is waited for should have happened by `now` (epoch ms). */
export function isVisitLate(visit: HomeVisit, { now, setup }: Pick<PromiseDay, 'now' | 'setup'>): boolean {
  const deadline = visitDeadline(visit, setup)
  return deadline !== null && now >= deadline.at
}

/** What a slip lacks before it may be printed, in Chinese, by field: nobody goes without a time and a name. */
export function visitLacking({ visitorId, appointmentAt }: HomeVisit, setting: PaperSetting): string[] {
  return lackingOnPaper(setting, [
    ['上门人', visitorId],
    ['约定时间', appointmentAt],
  ])
}

type VisitAction =
  | 'DispatchHomeVisit'
  | 'RescheduleHomeVisit'
  | 'ReportHomeVisit'
  | 'ConfirmHomeVisit'
  | 'CancelHomeVisit'

interface Touch {
  in: readonly HomeVisitStatus[]
  /** What it does, as a refusal says it: 不能{action}. */
  action: string
  /** Whose it is to do, beside a supervisor: of those who arrange visits, or of who goes. */
  by: 'arrangers' | 'visitor'
}

const touches: Record<VisitAction, Touch> = {
  DispatchHomeVisit: { in: ['asked', 'dispatched'], action: '派单', by: 'arrangers' },
  RescheduleHomeVisit: { in: ['dispatched'], action: '改约', by: 'arrangers' },
  ReportHomeVisit: { in: ['dispatched'], action: '登记上门结果', by: 'visitor' },
  ConfirmHomeVisit: { in: ['visited'], action: '确认', by: 'visitor' },
  CancelHomeVisit: { in: ['asked', 'dispatched'], action: '取消', by: 'arrangers' },
}

/** In the order the world is checked: inquiry-unknown, visit-unknown, visit-not-yours, visit-status. */
function touchRefusal(type: VisitAction, facts: HomeVisitFacts): Refusal | null {
  const { inquiry, visit } = facts
  if (inquiry === undefined) return refuse('inquiry-unknown')
  if (visit === undefined) return refuse('visit-unknown', { number: inquiry.number })
  const { in: states, action, by } = touches[type]
  const { visitorId, number: visitNumber, status } = visit
  const goes = visitorId !== null && isBy(facts, visitorId)
  const arranges = by === 'arrangers' && (isFloor(facts) || isBy(facts, inquiry.responsible))
  if (!isSupervisor(facts) && !goes && !arranges) {
    const staffName = facts.staffOf(visitorId ?? inquiry.responsible)?.name ?? ''
    return refuse('visit-not-yours', { visitNumber, staffName })
  }
  if (states.includes(status)) return null
  return refuse('visit-status', { visitNumber, status: homeVisitStatusWords[status], action })
}

/** Why each command on a line's visit would be refused now, before anything is typed in. */
export function visitRefusals(facts: HomeVisitFacts): Partial<Record<CommandType, Refusal>> {
  const foreseen = (Object.keys(touches) as VisitAction[]).map((type) => [type, touchRefusal(type, facts)])
  return onlyRefused({ AskHomeVisit: askRefusal(facts), ...Object.fromEntries(foreseen) })
}

function isFloor(facts: PromiseDay): boolean {
  return isSupervisor(facts) || (facts.actor.kind === 'staff' && facts.actor.role === 'guide')
}

function appointmentOf(
  { appointmentDay, appointmentTime }: { appointmentDay: string; appointmentTime: string },
  { now }: PromiseDay,
): number | Refusal {
  const at = instantOf(appointmentDay, appointmentTime)
  return at > now ? at : refuse('visit-time-past', { time: `${appointmentDay} ${appointmentTime}` })
}

function found({ visit, inquiry }: HomeVisitFacts): { visit: HomeVisit; inquiry: FirstInquiry } {
  assert(visit !== undefined && inquiry !== undefined, 'a visit that may be acted on, with its line')
  return { visit, inquiry }
}
