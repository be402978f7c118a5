import { addDays, dayOf } from '../../../shared/rules/hall-time.ts'
import { daysOfMonth, spanOfMonth } from '../../../shared/rules/month-review.ts'
import { type MonthSpan, overdueIn } from '../../../shared/rules/red-list.ts'
import { createWorkingTime } from '../../../shared/rules/working-time.ts'
import type { Filing } from '../../../shared/vocabulary/filing.ts'
import type { OverdueFiling } from '../../../shared/vocabulary/month-review.ts'
import type { Store } from '../store/store.ts'
import type { ReportHours } from './hall-report.ts'

/** Nobody withdraws or returns a filing later than this after its receipt. */
const endedWithinDays = 731

/** 超时红单 of a month such as `2026-05`, in the order of the filings. */
export function redList(store: Store, month: string, { now, timetables, calendar }: ReportHours): OverdueFiling[] {
  const span = spanOfMonth(month, now)
  const { workdaysBetween } = createWorkingTime(timetables, calendar, dayOf(Math.min(now, span.endsAt)))
  const ownerAt = readOwners(store)
  return candidates(store, month, span)
    .map((filing) => overdueIn(filing, span, workdaysBetween, ownerAt))
    .filter((one) => one !== null)
}

/**
 * What may be late in the month: promised for before its end, and open still, decided since it began,
 * or withdrawn or returned since. Found by the indexes of what is open, decided and received.
 */
function candidates(store: Store, month: string, { startsAt, endsAt }: MonthSpan): Filing[] {
  const { from, to } = daysOfMonth(month)
  const bodies = store
    .prepare(
      `SELECT body FROM filing
       WHERE filing_id IN (
         SELECT filing_id FROM filing WHERE is_open = 1
         UNION SELECT filing_id FROM filing WHERE decided_day >= @from AND received_day <= @to
         UNION SELECT filing_id FROM filing
           WHERE received_day BETWEEN @since AND @to AND status IN ('withdrawn', 'returned')
             AND body ->> '$.endedAt' >= @startsAt
       ) AND min(coalesce(body ->> '$.promisedDue.at', @endsAt), coalesce(body ->> '$.statutoryDue.at', @endsAt)) < @endsAt
       ORDER BY filing_id`,
    )
    .pluck()
    .all({ from, to, since: addDays(from, -endedWithinDays), startsAt, endsAt })
  return bodies.map((body) => JSON.parse(body as string) as Filing)
}

/** Who was in charge of a filing at an instant: whoever the first reassignment since took it from. */
function readOwners(store: Store): (filing: Filing, at: number) => string {
  const movedFrom = store
    .prepare(
      `SELECT j.body ->> '$.fromStaffId' FROM matter_entry m JOIN journal j ON j.seq = m.seq
       WHERE m.subject = 'filing' AND m.id = +? AND j.type = 'FilingReassigned' AND j.at >= ? ORDER BY m.seq LIMIT 1`,
    )
    .pluck()
  return ({ filingId, ownerId }, at) => (movedFrom.get(filingId, at) as string | undefined) ?? ownerId
}
