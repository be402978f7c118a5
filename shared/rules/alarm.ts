import type { Alarm, AlarmGrade, AlarmKind } from '../vocabulary/alarm.ts'
import type { CommandBody } from '../vocabulary/command.ts'
import type { Filing, Light } from '../vocabulary/filing.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import type { HomeVisit } from '../vocabulary/home-visit.ts'
import type { AlarmEvent } from '../vocabulary/promise-event.ts'
import { nextWorkday } from './calendar.ts'
import { accept, assert, type Decision, refuse, unreachable } from './decision.ts'
import { hallDeadline, hallDeadlineAfter, noticeDeadline } from './filing-dates.ts'
import { lightOfFiling } from './filing-light.ts'
import { lightOfStage } from './filing-stage.ts'
import { dayOf, type HallDate, instantOf } from './hall-time.ts'
import { isVisitLate } from './home-visit.ts'
import { isSupervisor, staffIdOf } from './may-touch.ts'
import type { AlarmFacts, ReviewAlarmsFacts } from './promise-facts.ts'
import { handlerOf, openStageOf } from './stage-state.ts'
import { openMinutesBetween } from './timetable.ts'

/** Something that has to be called out now. */
export interface DueAlarm {
  kind: AlarmKind
  grade: AlarmGrade
  filingId: number | null
  inquiryId: number | null
  about?: string
  staffIds: string[]
  /** When its cause could begin, epoch ms; what was closed by hand before was about another one. */
  since: number
}

/** 预警 (domain §2.10): everything that has to be called out at `facts.now`, each kind once for a subject. */
export function alarmsDue(facts: ReviewAlarmsFacts): DueAlarm[] {
  return [
    ...facts.filings.flatMap((filing) => filingAlarms(filing, facts)),
    ...facts.offered.flatMap((inquiry) => offerAlarms(inquiry, facts)),
    ...facts.visits.flatMap(({ visit, inquiry }) => visitAlarms(visit, inquiry, facts)),
  ]
}

function filingAlarms(filing: Filing, facts: ReviewAlarmsFacts): DueAlarm[] {
  const { filingId, ownerId, receivedDay, correctedDay, receivedAt, suspension, decidedAt, deliveredAt } = filing
  const found: [AlarmKind, AlarmGrade | null, since: number][] = [
    ['AL01', noticeGrade(filing, facts), instantOf(correctedDay ?? receivedDay, '00:00')],
    ['AL02', lightGrade(filing, facts), countedSince(filing)],
    ['AL04', standstillGrade(filing, facts), suspension === null ? receivedAt : instantOf(suspension.fromDay, '00:00')],
    ['AL05', hasSecondNotice(filing) ? 'noted' : null, filing.secondNoticeAt ?? receivedAt],
    ['AL07', afterDecisionGrade(filing, facts), deliveredAt ?? decidedAt ?? receivedAt],
  ]
  const called = found.flatMap(([kind, grade, since]) =>
    grade === null ? [] : [{ kind, grade, filingId, inquiryId: null, staffIds: [ownerId], since }],
  )
  return [...called, ...stageAlarms(filing, facts)]
}

/** Since when the dates of a filing are what they are: its acceptance, its extension, its last special procedure. */
function countedSince({ receivedAt, acceptedAt, extension, excluded }: Filing): number {
  return Math.max(receivedAt, acceptedAt ?? 0, extension?.at ?? 0, ...proceduresEnded(excluded))
}

function proceduresEnded(excluded: Filing['excluded']): number[] {
  return excluded.map(({ to }) => instantOf(to, '00:00'))
}

/** AL03: the open stage is due today, or late while the whole is in time; when the whole is late, AL02 calls. */
function stageAlarms(filing: Filing, facts: ReviewAlarmsFacts): DueAlarm[] {
  const stage = openStageOf(filing)
  if (stage === undefined || stage.begun === null) return []
  const grade = stageGrade(lightOfStage(stage, filing, facts.now), stage.begun.due.day === dayOf(facts.now))
  if (grade === null) return []
  const since = Math.max(stage.begun.at, ...proceduresEnded(filing.excluded))
  const { filingId } = filing
  return [{ kind: 'AL03', grade, filingId, inquiryId: null, staffIds: [handlerOf(stage, filing)], since }]
}

function stageGrade(light: Light | null, isDueToday: boolean): AlarmGrade | null {
  if (light === 'orange') return 'late'
  return isDueToday && (light === 'green' || light === 'yellow') ? 'due-today' : null
}

/** AL01: the notice, or a word on what was corrected, is due tomorrow (the next workday, edge 7), today, or has lapsed. */
function noticeGrade(filing: Filing, facts: ReviewAlarmsFacts): AlarmGrade | null {
  if (filing.isDeemed && filing.status === 'accepted') return 'late'
  if (filing.status !== 'received') return null
  return dayGrade(noticeDeadline(filing, facts.setup).day, facts)
}

/** AL05: told again, or about to be, and not ended yet. */
function hasSecondNotice({ noticeCount, secondNoticeAllowance, endedAt }: Filing): boolean {
  return endedAt === null && (noticeCount > 1 || secondNoticeAllowance !== null)
}

/** AL02: by the light, once a filing has been accepted. */
function lightGrade(filing: Filing, { now, setup }: ReviewAlarmsFacts): AlarmGrade | null {
  const isUnderWay = filing.status === 'accepted' || filing.status === 'suspended'
  if (!isUnderWay) return null
  const light = lightOfFiling(filing, now, setup)
  return light === 'yellow' || light === 'orange' || light === 'red' ? light : null
}

/** AL04: a standstill has an end of its own: that of the procedure, or of the time to bring the rest. */
function standstillGrade(filing: Filing, facts: ReviewAlarmsFacts): AlarmGrade | null {
  if (filing.status === 'suspended' && filing.suspension !== null)
    return dayGrade(filing.suspension.expectedEndDay, facts)
  if (filing.status === 'correcting' && filing.correctionDueDay !== null)
    return dayGrade(filing.correctionDueDay, facts)
  return null
}

/** AL07: decided and nobody was told in time, or delivered and the slip is not signed. */
function afterDecisionGrade(filing: Filing, { now, setup }: ReviewAlarmsFacts): AlarmGrade | null {
  const { decidedDay, deliveredAt, toldAt, slipSigned } = filing
  if (decidedDay === null) return null
  const days = setup.promiseSettings.tellWorkdaysMax
  const isSilent = toldAt === null && deliveredAt === null && now >= hallDeadlineAfter(decidedDay, days, setup).at
  const signBy = deliveredAt === null ? null : hallDeadlineAfter(dayOf(deliveredAt), days, setup)
  const isUnsigned = signBy !== null && slipSigned === null && now >= signBy.at
  return isSilent || isUnsigned ? 'late' : null
}

function dayGrade(dueDay: HallDate, { now, setup }: ReviewAlarmsFacts): AlarmGrade | null {
  const today = dayOf(now)
  if (now >= hallDeadline(dueDay, false, setup).at) return 'late'
  if (dueDay === today) return 'due-today'
  return dueDay <= nextWorkday(setup.calendar, today).day ? 'due-tomorrow' : null
}

/** AL06: nobody took the transfer within the hall's open hours; both sides are called. */
function offerAlarms(inquiry: FirstInquiry, facts: ReviewAlarmsFacts): DueAlarm[] {
  const { offer, inquiryId } = inquiry
  if (offer === null) return []
  const waited = openMinutesBetween(facts.scheduleOn, offer.at, facts.now)
  if (waited < facts.setup.promiseSettings.offerHoursMax * 60) return []
  const staffIds = [...new Set([inquiry.firstResponder, offer.toStaffId])]
  return [{ kind: 'AL06', grade: 'late', filingId: null, inquiryId, staffIds, since: offer.at }]
}

/** AL21: nobody was sent in time, or the day of the appointment is over without a report; calls who goes and who answers for it. */
function visitAlarms(visit: HomeVisit, { responsible }: FirstInquiry, facts: ReviewAlarmsFacts): DueAlarm[] {
  if (!isVisitLate(visit, facts)) return []
  const { inquiryId, visitorId, appointmentAt, askedAt } = visit
  const staffIds = [...new Set([visitorId ?? responsible, responsible])]
  return [{ kind: 'AL21', grade: 'late', filingId: null, inquiryId, staffIds, since: appointmentAt ?? askedAt }]
}

/**
 * 巡查预警, by the hub: opens what is due and not open, and closes what has ended, has risen to
 * another grade or calls somebody who no longer answers for it. What somebody closed by hand is not opened again at the same grade, as long as it
 * is about the same thing.
 */
export function decideReviewAlarms(facts: ReviewAlarmsFacts): Decision {
  return alarmChanges(alarmsDue(facts), { ...facts, lastAlarmId: facts.lastIds.alarmId })
}

/** The alarms of some kinds as they stand, and the id given last. */
export interface StandingAlarms {
  /** Alarms that are not closed. */
  alarms: readonly Alarm[]
  closedByHand: readonly Alarm[]
  lastAlarmId: number
}

/** What has to be opened and closed so that what is called out is what is due. */
export function alarmChanges(due: readonly DueAlarm[], facts: StandingAlarms): Decision {
  const dueCalls = new Set(due.map(callOf))
  const openCalls = new Set(facts.alarms.map(callOf))
  const isSettled = (one: DueAlarm) =>
    facts.closedByHand.some((alarm) => keyOf(alarm) === keyOf(one) && alarm.at >= one.since)

  const ended = facts.alarms
    .filter((alarm) => !dueCalls.has(callOf(alarm)))
    .map(({ alarmId }): AlarmEvent => ({ type: 'AlarmClosed', body: { alarmId, staffId: null, note: '' } }))
  const opened = due
    .filter((one) => !openCalls.has(callOf(one)) && !isSettled(one))
    .map(({ since: _, ...one }, at): AlarmEvent => {
      return { type: 'AlarmOpened', body: { alarmId: facts.lastAlarmId + at + 1, ...one } }
    })
  return accept([...ended, ...opened])
}

type Subject = Pick<Alarm, 'kind' | 'grade' | 'filingId' | 'inquiryId' | 'about'>

function keyOf({ kind, grade, filingId, inquiryId, about = '' }: Subject): string {
  return `${kind} ${grade} ${filingId ?? ''}/${inquiryId ?? ''} ${about}`
}

/** What is called out, and to whom. */
function callOf(alarm: Subject & Pick<Alarm, 'staffIds'>): string {
  return `${keyOf(alarm)} ${alarm.staffIds.join(' ')}`
}

/** 签收: by those it calls, or a supervisor. */
export function decideAcknowledgeAlarm(_: CommandBody<'AcknowledgeAlarm'>, facts: AlarmFacts): Decision {
  const { alarm } = facts
  if (alarm === undefined) return refuse('alarm-unknown')
  const staffId = staffIdOf(facts)
  if (!isSupervisor(facts) && !alarm.staffIds.includes(staffId)) return refuse('alarm-not-yours')
  if (alarm.status !== 'open') return refuse('alarm-ended', { status: alarm.status === 'closed' ? '关闭' : '签收' })
  return accept({ type: 'AlarmAcknowledged', body: { alarmId: alarm.alarmId, staffId } })
}

/** 关闭, by a supervisor, with what was done. */
export function decideCloseAlarm({ note }: CommandBody<'CloseAlarm'>, facts: AlarmFacts): Decision {
  const { alarm } = facts
  if (alarm === undefined) return refuse('alarm-unknown')
  if (alarm.status === 'closed') return refuse('alarm-ended', { status: '关闭' })
  return accept({ type: 'AlarmClosed', body: { alarmId: alarm.alarmId, staffId: staffIdOf(facts), note } })
}

/** What an event makes of an alarm. `at` in epoch ms. */
export function alarmAfter(alarm: Alarm | undefined, event: AlarmEvent, at: number): Alarm {
  if (event.type === 'AlarmOpened') {
    assert(alarm === undefined, 'a new alarm')
    const untouched = { acknowledgedBy: null, acknowledgedAt: null, closedBy: null, closedAt: null, closedNote: '' }
    return { ...event.body, status: 'open', at, ...untouched }
  }
  assert(alarm !== undefined && alarm.status !== 'closed', `an open alarm before ${event.type}`)
  switch (event.type) {
    case 'AlarmAcknowledged':
      return { ...alarm, status: 'acknowledged', acknowledgedBy: event.body.staffId, acknowledgedAt: at }
    case 'AlarmClosed':
      return { ...alarm, status: 'closed', closedBy: event.body.staffId, closedAt: at, closedNote: event.body.note }
    default:
      return unreachable(event)
  }
}
