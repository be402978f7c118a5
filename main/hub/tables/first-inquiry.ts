import { dayOf } from '../../../shared/rules/hall-time.ts'
import { type InquiryMove, inquiryAfter } from '../../../shared/rules/inquiry-state.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { FirstInquiry } from '../../../shared/vocabulary/first-inquiry.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 首问登记: the hall's one register. */
export function createFirstInquiryTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO first_inquiry (inquiry_id, year, serial, number, day, status, ticket_id, first_responder, responsible,
       offered_to, filing_id, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = store.prepare(
    `UPDATE first_inquiry SET status = ?, responsible = ?, offered_to = ?, filing_id = ?, body = ? WHERE inquiry_id = ?`,
  )
  const one = store.prepare('SELECT body FROM first_inquiry WHERE inquiry_id = ?').pluck()
  const ofTicket = store.prepare('SELECT body FROM first_inquiry WHERE ticket_id = ?').pluck()
  const byNumber = store.prepare('SELECT body FROM first_inquiry WHERE number = ?').pluck()
  const openOf = store
    .prepare(
      `SELECT body FROM first_inquiry WHERE responsible = +? AND (status = 'open' OR status = 'offered')
       ORDER BY inquiry_id`,
    )
    .pluck()
  const openAll = store
    .prepare(`SELECT body FROM first_inquiry WHERE status = 'open' OR status = 'offered' ORDER BY inquiry_id`)
    .pluck()
  const offered = store.prepare('SELECT body FROM first_inquiry WHERE offered_to IS NOT NULL').pluck()
  const offeredTo = store.prepare('SELECT body FROM first_inquiry WHERE offered_to = ?').pluck()
  const offeredCounts = store.prepare(
    `SELECT offered_to AS staffId, count(*) AS offered FROM first_inquiry WHERE offered_to IS NOT NULL GROUP BY offered_to`,
  )
  const lastId = store.prepare('SELECT coalesce(max(inquiry_id), 0) FROM first_inquiry').pluck()
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM first_inquiry WHERE year = +?').pluck()

  const read = (body: unknown): FirstInquiry | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as FirstInquiry)
  const readAll = (bodies: unknown[]): FirstInquiry[] => bodies.map((body) => read(body)!)
  const find = (inquiryId: number) => read(one.get(inquiryId))

  return {
    find,
    ofTicket: (ticketId: number) => read(ofTicket.get(ticketId)),
    findByNumber: (number: string) => read(byNumber.get(number)),
    openOf: (staffId: string) => readAll(openOf.all(staffId)),
    open: () => readAll(openAll.all()),
    /** Every line that waits to be taken over. */
    offered: () => readAll(offered.all()),
    offeredTo: (staffId: string) => readAll(offeredTo.all(staffId)),
    offeredCounts: () => offeredCounts.all() as { staffId: string; offered: number }[],
    lastId: () => lastId.get() as number,
    lastSerial: (year: number) => lastSerial.get(year) as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: InquiryMove): void {
      const after = inquiryAfter(find(event.body.inquiryId), event, at)
      const { inquiryId, number, status, ticketId, firstResponder, responsible, offer, filingId } = after
      const offeredTo = status === 'offered' ? (offer?.toStaffId ?? null) : null
      const body = JSON.stringify(after)
      if (event.type === 'FirstInquiryRecorded') {
        const { year, serial } = event.body
        const day = dayOf(at)
        const keys = [inquiryId, year, serial, number, day, status, ticketId, firstResponder, responsible]
        return assertOneRow(insert.run(...keys, offeredTo, filingId, body), event.type)
      }
      return assertOneRow(update.run(status, responsible, offeredTo, filingId, body, inquiryId), event.type)
    },
  }
}
export type FirstInquiryTable = ReturnType<typeof createFirstInquiryTable>
