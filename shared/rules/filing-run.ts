import type { CommandBody } from '../vocabulary/command.ts'
import { type Deadline, type Filing, openFilingStatuses } from '../vocabulary/filing.ts'
import type { PromiseHubCommandBodies } from '../vocabulary/promise-command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { TimeLimit } from '../vocabulary/service-item.ts'
import { addWorkdays, workdaysBetween } from './calendar.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { excludedDaysOf, recountAfterCalendarChange } from './due-date.ts'
import { type DatedFiling, deadlinesOf, deliveryDeadline, deliveryLimit, openStageDue } from './filing-dates.ts'
import { lightOfFiling, remainingOfFiling } from './filing-light.ts'
import { issueDocuments } from './hall-document.ts'
import { addDays, dayOf } from './hall-time.ts'
import { warningAt } from './light.ts'
import type { LimitOfTime } from './limit-count.ts'
import { mayTouch, staffIdOf, touched } from './may-touch.ts'
import type { FilingFactsOf } from './promise-facts.ts'
import { openStageOf } from './stage-state.ts'
import { createWorkingTime, endOfBusiness } from './working-time.ts'

/** 行政许可法 第四十二条: ten workdays more, and fifteen for joint handling. */
const extensionWorkdaysMax = 10
const jointExtensionWorkdaysMax = 15

/** A filing whose limit runs; its acceptance is what the dates are counted from. */
function dated(filing: Filing): Filing & DatedFiling {
  const { acceptedDay } = filing
  assert(acceptedDay !== null, 'an accepted filing')
  return { ...filing, acceptedDay }
}

/** 特别程序开始: told in writing today; from tomorrow its days do not count (行政许可法 第四十五条). */
export function decideSuspendFiling(body: CommandBody<'SuspendFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '进入特别程序' })
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { procedure, basis, expectedWorkdays } = body
  const fromDay = dayOf(facts.now)
  const expectedEndDay = addWorkdays(facts.setup.calendar, fromDay, expectedWorkdays).day
  const { filingId } = filing
  return accept(
    [
      { type: 'FilingSuspended', body: { filingId, procedure, basis, fromDay, expectedEndDay } },
      ...issueDocuments(facts, filing, inquiry, [
        { kind: 'special-procedure-notice', own: { procedure, basis, fromDay, expectedEndDay, expectedWorkdays } },
      ]),
    ],
    { expectedEndDay },
  )
}

/** 特别程序结束: the result is here today; the dates are counted anew over the union of what does not count. */
export function decideResumeFiling({ note }: CommandBody<'ResumeFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['suspended'], action: '恢复计时' })
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  assert(filing.suspension !== null, 'a suspended filing knows its procedure')
  const { procedure, fromDay } = filing.suspension
  const days = excludedDaysOf(fromDay, dayOf(facts.now), procedure)
  const excluded = days === null ? filing.excluded : [...filing.excluded, { ...days, cause: procedure }]
  const dues = duesInForce(filing, deadlinesOf({ ...dated(filing), excluded }, facts.setup), facts)
  const { filingId } = filing
  return accept(
    {
      type: 'FilingResumed',
      body: {
        filingId,
        procedure,
        excludedFrom: days?.from ?? null,
        excludedTo: days?.to ?? null,
        ...dues,
        stageDue: openStageDue({ ...filing, excluded }, facts.setup),
        note,
      },
    },
    { promisedDueDay: dues.promisedDue?.day ?? null },
  )
}

/** 申请延期: once, and before the limit is over; afterwards it is late and needs its reason instead (edge 48). */
export function decideAskExtension(body: CommandBody<'AskExtension'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '申请延期' }) ?? mayExtend(facts)
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  if (filing.extensionAsked !== null) return refuse('extension-asked', { number: filing.number })
  const max = filing.itemKind === 'joint' ? jointExtensionWorkdaysMax : extensionWorkdaysMax
  if (body.workdays > max) return refuse('extension-too-long', { max })
  const { workdays, reason } = body
  return accept({
    type: 'ExtensionAsked',
    body: { filingId: filing.filingId, workdays, reason, askedBy: staffIdOf(facts) },
  })
}

function mayExtend(facts: FilingFactsOf): Refusal | null {
  const { filing } = touched(facts)
  const { number, itemName } = filing
  if (filing.extension !== null) return refuse('extension-used', { number })
  const due = dueToExtend(filing)
  if (due === null || filing.itemKind === 'instant') return refuse('no-limit-to-extend', { itemName })
  return facts.now >= due.at ? refuse('extension-too-late', { number, dueDay: due.day }) : null
}

/** The promise is what is extended; the law's limit moves with it. */
function dueToExtend({ promisedDue, statutoryDue }: Filing): Deadline | null {
  return promisedDue ?? statutoryDue
}

/** 批准延期: added to the original date, never to today; the applicant gets its own notice. */
export function decideApproveExtension({ approver }: CommandBody<'ApproveExtension'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '批准延期', anybody: true })
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const asked = filing.extensionAsked
  if (asked === null) return refuse('extension-not-asked', { number: filing.number })
  const late = mayExtend(facts)
  if (late !== null) return late

  const { workdays, reason, askedBy } = asked
  const approvedBy = staffIdOf(facts)
  const extension = { workdays, reason, approvedBy, approver, at: facts.now }
  const dues = extendedDues({ ...dated(filing), extension }, facts)
  const original = dueToExtend(filing)
  const extended = dues.promisedDue ?? dues.statutoryDue
  assert(original !== null && extended !== null, 'a filing with a limit')
  const common = { originalDueDay: original.day, workdays, reason, newDueDay: extended.day, approver }
  const usedWorkdays = usedWorkdaysOf(dated(filing), facts)
  const { filingId } = filing
  return accept(
    [
      { type: 'DeadlineExtended', body: { filingId, workdays, reason, approvedBy, approver, ...dues } },
      ...issueDocuments(facts, { ...filing, ...dues }, inquiry, [
        { kind: 'extension-approval', own: { ...common, usedWorkdays, askedById: askedBy, approvedById: approvedBy } },
        { kind: 'extension-notice', own: common },
      ]),
    ],
    { dueDay: extended.day },
  )
}

/**
 * The dates with an extension: counted from the date in force, which a change of the calendar may
 * have left later than a fresh count, so that the notice adds up.
 */
function extendedDues(filing: Filing & DatedFiling, facts: FilingFactsOf): ReturnType<typeof deadlinesOf> {
  const { setup } = facts
  const { promisedDue, statutoryDue, extension, promisedLimit, statutoryLimit } = filing
  assert(extension !== null, 'an extension to add')
  const fresh = deadlinesOf(filing, setup)
  const add = (printed: Deadline | null, counted: Deadline | null, limit: TimeLimit | null) => {
    if (printed === null || counted === null) return counted
    const { day } = addWorkdays(setup.calendar, printed.day, extension.workdays)
    const added = { ...counted, day, at: endOfBusiness(setup.timetables, day, 'citizen') }
    return laterOf(added, counted, limit, facts)
  }
  return {
    promisedDue: add(promisedDue, fresh.promisedDue, promisedLimit),
    statutoryDue: add(statutoryDue, fresh.statutoryDue, statutoryLimit),
  }
}

/** Workdays of the limit that are gone; those of a special procedure are not. */
function usedWorkdaysOf({ acceptedDay, excluded }: DatedFiling, { now, setup }: FilingFactsOf): number {
  const taken = excluded.map(({ from, to }) => workdaysBetween(setup.calendar, addDays(from, -1), to))
  return workdaysBetween(setup.calendar, acceptedDay, dayOf(now)) - taken.reduce((sum, days) => sum + days, 0)
}

export function decideRefuseExtension({ reason }: CommandBody<'RefuseExtension'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted', 'suspended'], action: '处理延期申请', anybody: true })
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  if (filing.extensionAsked === null) return refuse('extension-not-asked', { number: filing.number })
  return accept({
    type: 'ExtensionRefused',
    body: { filingId: filing.filingId, reason, refusedBy: staffIdOf(facts) },
  })
}

/** 即办件转承诺件 (edge 50): it cannot be finished today, says why and gets a date instead of being silently late; late already, it stays so. */
export function decideConvertFiling(body: CommandBody<'ConvertFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '转为承诺件' })
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  if (filing.itemKind !== 'instant') return refuse('not-an-instant-item')
  const { number, promisedDue: due } = filing
  if (due !== null && isPast(due, filing, facts.now)) return refuse('extension-too-late', { number, dueDay: due.day })
  const { limit, reason } = body
  const { statutoryDue } = filing
  const converted = { ...dated(filing), itemKind: 'promised' as const, promisedLimit: limit }
  const { promisedDue } = deadlinesOf(converted, facts.setup)
  if (promisedDue !== null && statutoryDue !== null && promisedDue.at > statutoryDue.at) {
    return refuse('promise-over-statutory')
  }
  return accept({ type: 'FilingConverted', body: { filingId: filing.filingId, limit, reason, promisedDue } })
}

/** 超时说明 (优化营商环境条例 第三十六条). */
export function decideExplainOverdue({ reason }: CommandBody<'ExplainOverdue'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '说明超时' })
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  if (pastLimit(filing, facts.now) === null) return refuse('not-overdue', { number: filing.number })
  return accept({ type: 'OverdueExplained', body: { filingId: filing.filingId, reason } })
}

/** Which limit a filing has passed, the law's first; null when none. */
export function pastLimit(filing: Filing, now: number): '法定时限' | '承诺时限' | null {
  if (isPast(filing.statutoryDue, filing, now)) return '法定时限'
  return isPast(filing.promisedDue, filing, now) ? '承诺时限' : null
}

/** Whether a decision at `now` is late. Who is served past closing belongs to his day (as with the light). */
export function isPast(due: Deadline | null, { itemKind }: Filing, now: number): boolean {
  if (due === null) return false
  return itemKind === 'instant' ? dayOf(now) > due.day : now >= due.at
}

/** 催办: a slip for the one in charge, with the light and what is left. */
export function decideUrgeFiling({ demand }: CommandBody<'UrgeFiling'>, facts: FilingFactsOf): Decision {
  const refusal = urgeRefusal(facts)
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { now, setup } = facts
  const urgedBy = staffIdOf(facts)
  const workingTime = createWorkingTime(setup.timetables, setup.calendar, dayOf(now))
  const { workdays } = remainingOfFiling(filing, now, setup, workingTime)
  const light = lightOfFiling(filing, now, setup)
  return accept([
    { type: 'FilingUrged', body: { filingId: filing.filingId, demand, urgedBy } },
    ...issueDocuments(facts, filing, inquiry, [
      { kind: 'urge-slip', own: { light, remainingWorkdays: workdays, demand, urgedById: urgedBy } },
    ]),
  ])
}

/** Why nobody can be urged now; asked for the buttons without counting what is left. */
export function urgeRefusal(facts: FilingFactsOf): Refusal | null {
  return mayTouch(facts, { in: openFilingStatuses, action: '催办', anybody: true })
}

/**
 * 重算期限, by the hub, after the calendar or the hours changed. A date may move later; one that was
 * printed is never silently moved earlier (domain §6.3); that of a stage was given to nobody and
 * follows the calendar. No event when nothing changes.
 */
export function decideRecountDeadline(_: PromiseHubCommandBodies['RecountDeadline'], facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted', 'suspended', 'decided', 'produced'], action: '重算期限' })
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  if (filing.decidedDay !== null) return recountedDelivery(filing, filing.decidedDay, facts)
  const { promisedDue, statutoryDue } = duesInForce(filing, deadlinesOf(dated(filing), facts.setup), facts)
  const stageDue = openStageDue(filing, facts.setup)
  const isSame =
    isSameDeadline(promisedDue, filing.promisedDue) &&
    isSameDeadline(statutoryDue, filing.statutoryDue) &&
    isSameDeadline(stageDue, openStageOf(filing)?.begun?.due ?? null)
  if (isSame) return accept([])
  return accept({ type: 'DeadlineRecounted', body: { filingId: filing.filingId, promisedDue, statutoryDue, stageDue } })
}

/** The second clock moves by the same law (行政许可法 第四十四条). */
function recountedDelivery({ filingId, deliveryDue }: Filing, decidedDay: string, facts: FilingFactsOf): Decision {
  const moved = laterOf(deliveryDue, deliveryDeadline(decidedDay, facts.setup), deliveryLimit, facts)
  if (moved === null || isSameDeadline(moved, deliveryDue)) return accept([])
  return accept({ type: 'DeliveryDueRecounted', body: { filingId, deliveryDue: moved } })
}

/** Freshly counted dates, where they are not earlier than what the applicant was given in print. */
function duesInForce(filing: Filing, fresh: ReturnType<typeof deadlinesOf>, facts: FilingFactsOf): typeof fresh {
  return {
    promisedDue: laterOf(filing.promisedDue, fresh.promisedDue, filing.promisedLimit, facts),
    statutoryDue: laterOf(filing.statutoryDue, fresh.statutoryDue, filing.statutoryLimit, facts),
  }
}

/** The date in force; whether it still leans on a guess, and when it is near, follows the new calendar. */
function laterOf(
  printed: Deadline | null,
  fresh: Deadline | null,
  limit: LimitOfTime | null,
  { setup }: FilingFactsOf,
): Deadline | null {
  if (printed === null || fresh === null) return fresh
  const { inForce } = recountAfterCalendarChange({ printed, fresh })
  return { ...inForce, isProvisional: fresh.isProvisional, warnAt: warningAt(inForce, limit, setup) }
}

function isSameDeadline(one: Deadline | null, other: Deadline | null): boolean {
  if (one === null || other === null) return one === other
  return one.at === other.at && one.isProvisional === other.isProvisional && one.warnAt === other.warnAt
}
