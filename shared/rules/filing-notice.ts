import type { CommandBody } from '../vocabulary/command.ts'
import type { HallFact } from '../vocabulary/event.ts'
import type { Filing, MaterialLine } from '../vocabulary/filing.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { dueDateOf } from './due-date.ts'
import { noticeDeadline } from './filing-dates.ts'
import { issueDocuments } from './hall-document.ts'
import { dayOf } from './hall-time.ts'
import { checkedLines, checksRefusal, isOutstanding, outstandingOf, uncheckedRefusal } from './material-check.ts'
import { mayTouch, staffIdOf, touched } from './may-touch.ts'
import type { FilingFactsOf } from './promise-facts.ts'
import { deemedAcceptance, receivedDayOf } from './received-day.ts'

const beforeAcceptance = ['received', 'correcting'] as const

/**
 * 一次性告知 (篇4.3, 行政许可法 第三十二条第一款第四项): all that the check left open, at once and in
 * writing. A second notice needs a supervisor's word, takes the place of the first and uses the word up.
 */
export function decideIssueOneTimeNotice(body: CommandBody<'IssueOneTimeNotice'>, facts: FilingFactsOf): Decision {
  const refusal = noticeRefusal(facts)
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { filingId, secondNoticeAllowance: allowance } = filing
  const lines = outstandingOf(filing.lines)
  const ordinal = filing.noticeCount + 1
  const correctionDueDay = correctionDueDayOf(body.correctionDays, facts)
  const noticeId = facts.lastIds.noticeId + 1
  const [document] = issueDocuments(facts, filing, inquiry, [
    { kind: 'one-time-notice', own: { lines, correctionDueDay, ordinal, remark: body.remark } },
  ])
  assert(document !== undefined, 'a notice is a document')
  const { number, documentId } = document.body
  const issuedBy = staffIdOf(facts)
  const superseded: HallFact[] =
    facts.notice === null
      ? []
      : [{ type: 'OneTimeNoticeSuperseded', body: { noticeId: facts.notice.noticeId, filingId } }]
  const events: HallFact[] = [
    ...superseded,
    {
      type: 'OneTimeNoticeIssued',
      body: { noticeId, number, filingId, lines, correctionDueDay, ordinal, allowance, issuedBy },
    },
    { type: 'FilingReturnedForCorrection', body: { filingId, noticeId, correctionDueDay } },
    document,
  ]
  return accept(events, { noticeId, number, correctionDueDay, documentIds: [documentId] })
}

/** In natural days from today; on a rest day the next workday (民法典 第二百零三条). */
function correctionDueDayOf(days: number | undefined, { now, setup }: FilingFactsOf): string {
  const { calendar, timetables, promiseSettings } = setup
  return dueDateOf({
    startDay: dayOf(now),
    startAt: now,
    limit: { amount: days ?? promiseSettings.correctionDays, unit: 'natural-day' },
    excluded: [],
    extension: null,
    calendar,
    timetables,
    side: 'citizen',
  }).day
}

/** Why no notice can be issued now, in the order the world is checked. */
export function noticeRefusal(facts: FilingFactsOf): Refusal | null {
  const action = '告知补正'
  const forbidden = mayTouch(facts, { in: beforeAcceptance, action })
  if (forbidden !== null) return forbidden
  const { filing } = touched(facts)
  const { number, noticeCount, secondNoticeAllowance, lines } = filing
  if (noticeCount > 0 && secondNoticeAllowance === null) {
    return refuse('notice-already-issued', { number, noticeNumber: facts.notice?.number ?? '' })
  }
  const refusal = lapsedRefusal(facts, action) ?? uncheckedRefusal(lines)
  if (refusal !== null) return refusal
  return outstandingOf(lines).length === 0 ? refuse('nothing-missing') : null
}

/** When the five workdays are over without a word: by the calendar of now, which a closure may have moved. */
export function deemedAt(filing: Filing, { setup }: Pick<FilingFactsOf, 'setup'>): number {
  return noticeDeadline(filing, setup).at
}

/** From then on the law has accepted it, whether or not the hub has come to write it down. */
export function lapsedRefusal(facts: FilingFactsOf, action: string): Refusal | null {
  const { filing } = touched(facts)
  const isLapsed = filing.status === 'received' && facts.now >= deemedAt(filing, facts)
  return isLapsed ? refuse('filing-status', { number: filing.number, status: '视为受理', action }) : null
}

/** 准许再次告知: by a supervisor; it counts against the hall and stands in the notice. */
export function decideAllowSecondNotice(body: CommandBody<'AllowSecondNotice'>, facts: FilingFactsOf): Decision {
  const refusal = secondNoticeRefusal(facts)
  if (refusal !== null) return refusal
  const { filingId, reason } = body
  return accept({ type: 'SecondNoticeAllowed', body: { filingId, reason, allowedBy: staffIdOf(facts) } })
}

export function secondNoticeRefusal(facts: FilingFactsOf): Refusal | null {
  const forbidden = mayTouch(facts, { in: beforeAcceptance, action: '再次告知', anybody: true })
  if (forbidden !== null) return forbidden
  const { number, noticeCount, secondNoticeAllowance } = touched(facts).filing
  if (noticeCount === 0) return refuse('second-notice-not-needed', { number })
  return secondNoticeAllowance === null ? null : refuse('second-notice-allowed', { number })
}

/** The codes that may still be asked for: all before the notice and once another is allowed, else those it names. */
export function askableIn({ filing, notice }: FilingFactsOf): ReadonlySet<string> | null {
  if (filing === undefined || filing.noticeCount === 0) return null
  const lines = filing.secondNoticeAllowance === null ? (notice?.lines ?? []) : filing.lines
  return new Set(lines.map(({ materialCode }) => materialCode))
}

/**
 * 补件接收: what was brought is taken and not asked for again. A part of it leaves the filing in
 * correction with its clock standing still, and the visit counts with its cause (篇4.3, edge case
 * 47); with all of it the filing is back, and this day is that of its acceptance.
 */
export function decideReceiveCorrection(body: CommandBody<'ReceiveCorrection'>, facts: FilingFactsOf): Decision {
  const forbidden = correctionRefusal(facts)
  if (forbidden !== null) return forbidden
  const { filing, inquiry } = touched(facts)
  const { filingId, conditions } = filing
  const askable = askableIn(facts)
  const refusal = checksRefusal(body.checks, { lines: filing.lines, conditions, today: dayOf(facts.now), askable })
  if (refusal !== null) return refusal
  const lines = checkedLines(filing.lines, body.checks)
  const isComplete = outstandingOf(lines).length === 0
  if (!isComplete && body.cause === undefined) return refuse('visit-cause-needed')

  const { calendar, timetables } = facts.setup
  const correctedDay = receivedDayOf(timetables, calendar, facts.now).day
  const { noticeDueDay } = deemedAcceptance({ receivedDay: correctedDay, calendar, timetables })
  const brought = broughtOf(filing.lines, lines)
  const documents =
    brought.length === 0
      ? []
      : issueDocuments(facts, filing, inquiry, [
          { kind: 'correction-receipt', own: { correctedDay, lines: brought, isComplete } },
        ])
  const event = {
    type: 'CorrectionReceived',
    body: {
      filingId,
      lines,
      isComplete,
      correctedDay: isComplete ? correctedDay : null,
      noticeDueDay: isComplete ? noticeDueDay : null,
      visit: filing.visitsAfterNotice + 1,
      cause: isComplete ? null : body.cause!,
    },
  } as const
  return accept([event, ...documents], { isComplete, documentIds: documents.map((one) => one.body.documentId) })
}

export function correctionRefusal(facts: FilingFactsOf): Refusal | null {
  return mayTouch(facts, { in: ['correcting'], action: '接收补件' })
}

/** What this visit settled. */
function broughtOf(before: readonly MaterialLine[], after: readonly MaterialLine[]): MaterialLine[] {
  return after.filter((line, at) => isOutstanding(before[at]!) && !isOutstanding(line))
}
