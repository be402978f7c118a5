import type { PromiseFigures, RepeatVisitRow } from '../../../shared/contract/promise-view.ts'
import type { Filing } from '../../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../../shared/vocabulary/first-inquiry.ts'
import type { Store } from '../store/store.ts'

/** More lines than a year of a busy hall's register; a longer range is asked in parts. */
const registerMax = 20_000

interface Days {
  from: string
  to: string
}

/** The register of some days, in its order. */
export function inquiriesBetween(store: Store, { from, to }: Days): FirstInquiry[] {
  return store
    .prepare(`SELECT body FROM first_inquiry WHERE day BETWEEN ? AND ? ORDER BY inquiry_id LIMIT ${registerMax}`)
    .pluck()
    .all(from, to)
    .map((body) => JSON.parse(body as string) as FirstInquiry)
}

/** Filings received on some days. */
export function filingsBetween(store: Store, { from, to }: Days): Filing[] {
  return store
    .prepare(`SELECT body FROM filing WHERE received_day BETWEEN ? AND ? ORDER BY filing_id LIMIT ${registerMax}`)
    .pluck()
    .all(from, to)
    .map((body) => JSON.parse(body as string) as Filing)
}

export type RepeatVisit = Omit<RepeatVisitRow, 'partyMask' | 'ownerName' | 'causes'> & {
  partyId: string
  ownerId: string
  causes: string
}

/** 跑冤枉路 (篇4.3): two visits or more after a notice, or a further notice; those received on some days. */
export function repeatVisitsBetween(store: Store, { from, to }: Days): RepeatVisit[] {
  return store
    .prepare(
      `SELECT filing_id AS filingId, number, body ->> '$.itemName' AS itemName, party_id AS partyId, owner_id AS ownerId,
         body ->> '$.visitsAfterNotice' AS visitsAfterNotice, body ->> '$.visitCauses' AS causes,
         body ->> '$.noticeCount' AS noticeCount, received_day AS receivedDay
       FROM filing
       WHERE received_day BETWEEN ? AND ?
         AND (body ->> '$.visitsAfterNotice' >= 2 OR body ->> '$.noticeCount' >= 2)
       ORDER BY visitsAfterNotice DESC, filing_id LIMIT ${registerMax}`,
    )
    .all(from, to) as RepeatVisit[]
}

type Figures = Omit<PromiseFigures, 'byItem'> & { byItem: Omit<PromiseFigures['byItem'][number], 'itemName'>[] }

/**
 * 统计 of some days. What came in is counted on its day, what was decided on the day of the decision,
 * what was delivered by the instant of the delivery in Beijing's days.
 */
export function promiseFigures(store: Store, days: Days): Figures {
  const one = <T>(sql: string): T => store.prepare(sql).get(days) as T
  const beijingDay = (field: string) => `date(${field} / 1000 + 28800, 'unixepoch')`
  const decided = `decided_day BETWEEN @from AND @to`
  // As the decision itself was judged: who is served past closing belongs to his day.
  const isPast = (due: string) =>
    `iif(body ->> '$.itemKind' = 'instant', decided_day > body ->> '$.${due}.day', body ->> '$.decidedAt' >= body ->> '$.${due}.at')`
  const inquiries = one<Figures['inquiries']>(
    `SELECT count(*) AS recorded, total(status = 'answered') AS answered, total(status = 'guided') AS guided,
       total(status = 'filed') AS filed, total(status = 'offered') AS offered, total(status = 'open') AS open
     FROM first_inquiry WHERE day BETWEEN @from AND @to`,
  )
  const notices = one<{ first: number; further: number }>(
    `SELECT total(ordinal = 1) AS first, total(ordinal > 1) AS further FROM one_time_notice WHERE day BETWEEN @from AND @to`,
  )
  const homeVisits = one<Figures['homeVisits']>(
    `SELECT count(*) AS asked, total(status IN ('visited', 'ended')) AS visited, total(status = 'cancelled') AS cancelled,
       total(body ->> '$.isLate') AS late
     FROM home_visit WHERE asked_day BETWEEN @from AND @to`,
  )
  const received = one<Record<string, number>>(
    `SELECT count(*) AS received, total(accepted_day IS NOT NULL) AS accepted,
       total(body ->> '$.isDeemed') AS deemed, total(body ->> '$.isTolerant') AS tolerant,
       total(status = 'declined') AS declined, total(status = 'not-required') AS notRequired,
       total(status = 'returned') AS returned, total(status = 'withdrawn') AS withdrawn,
       total(body ->> '$.extension' IS NOT NULL) AS extended,
       total(status = 'suspended' OR json_array_length(body, '$.excluded') > 0) AS suspended,
       total(body ->> '$.visitsAfterNotice' >= 2) AS repeatVisits
     FROM filing WHERE received_day BETWEEN @from AND @to`,
  )
  const ended = one<Record<string, number>>(
    `SELECT count(*) AS decided,
       total(coalesce(${isPast('promisedDue')}, 0)) AS pastPromised,
       total(coalesce(${isPast('statutoryDue')}, 0)) AS pastStatutory,
       total(NOT coalesce(${isPast('promisedDue')}, 0) AND NOT coalesce(${isPast('statutoryDue')}, 0)) AS onTime
     FROM filing WHERE ${decided}`,
  )
  const delivered = one<{ delivered: number }>(
    `SELECT count(*) AS delivered FROM filing
     WHERE body ->> '$.deliveredAt' IS NOT NULL AND ${beijingDay("(body ->> '$.deliveredAt')")} BETWEEN @from AND @to`,
  )
  const { repeatVisits, ...intake } = received
  const byItem = store
    .prepare(
      `SELECT item_code AS itemCode, total(received_day BETWEEN @from AND @to) AS received, total(${decided}) AS decided,
         total(${decided} AND coalesce(${isPast('promisedDue')}, 0)) AS pastPromised
       FROM filing WHERE received_day BETWEEN @from AND @to OR ${decided} GROUP BY item_code ORDER BY received DESC, item_code`,
    )
    .all(days) as Figures['byItem']
  return {
    ...days,
    inquiries,
    notices: { ...notices, repeatVisits: repeatVisits ?? 0 },
    homeVisits,
    filings: { ...intake, ...ended, ...delivered } as unknown as Figures['filings'],
    byItem,
  }
}
