import type { Deadline, Filing } from '../vocabulary/filing.ts'
import type { OverdueFiling } from '../vocabulary/month-review.ts'
import { isPast } from './filing-run.ts'
import { dayOf, type HallDate } from './hall-time.ts'

/** A month as instants, epoch ms, half-open; it is told at `now` if it is not over. */
export interface MonthSpan {
  startsAt: number
  endsAt: number
  now: number
}

/**
 * 超时红单 (domain §3.12): a filing that ended late in the month, or was late and had not ended when the
 * month did. Judged by the rule of the decision itself, as light and figures are; what a special
 * procedure holds back is not late. Null when it is none of the month. `ownerAt` says who was in
 * charge at an instant: who takes a late matter over does not answer for it.
 */
export function overdueIn(
  filing: Filing,
  { startsAt, endsAt, now }: MonthSpan,
  workdaysBetween: (after: HallDate, through: HallDate) => number,
  ownerAt: (filing: Filing, at: number) => string,
): OverdueFiling | null {
  const endedAt = filing.decidedAt ?? filing.endedAt
  if (endedAt !== null && endedAt < startsAt) return null
  const isEnded = endedAt !== null && endedAt < endsAt
  const judgedAt = isEnded ? endedAt : Math.min(now, endsAt - 1)
  const past = (due: Deadline | null) => due !== null && !isHeld(due, filing) && isPast(due, filing, judgedAt)
  const limit = past(filing.statutoryDue) ? 'statutory' : past(filing.promisedDue) ? 'promised' : null
  if (limit === null) return null
  const due = (limit === 'statutory' ? filing.statutoryDue : filing.promisedDue)!
  const { filingId, number, itemName, overdueReason } = filing
  return {
    ...{ filingId, number, itemName, limit },
    staffId: ownerAt(filing, due.at),
    dueDay: due.day,
    endedDay: isEnded ? dayOf(endedAt) : null,
    lateWorkdays: workdaysBetween(due.day, dayOf(judgedAt)),
    reason: overdueReason,
  }
}

/** A stop holds back what is due after the day of its notice. */
function isHeld(due: Deadline, { suspension }: Filing): boolean {
  return suspension !== null && due.day > suspension.fromDay
}
