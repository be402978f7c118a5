import { dayOf } from '../../../shared/rules/hall-time.ts'
import { homeVisitAfter } from '../../../shared/rules/home-visit-state.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { HomeVisit } from '../../../shared/vocabulary/home-visit.ts'
import type { HomeVisitEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** The newest that are shown of the visits of all time. */
const listedMax = 500

/** 上门服务: the side book of the register, by the line that each visit hangs on. */
export function createHomeVisitTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO home_visit (inquiry_id, year, serial, number, asked_day, status, body) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = store.prepare(
    'UPDATE home_visit SET status = ?, visitor_id = ?, appointment_at = ?, body = ? WHERE inquiry_id = ?',
  )
  const one = store.prepare('SELECT body FROM home_visit WHERE inquiry_id = ?').pluck()
  const byNumber = store.prepare('SELECT body FROM home_visit WHERE number = ?').pluck()
  const open = store
    .prepare(`SELECT body FROM home_visit WHERE status IN ('asked', 'dispatched', 'visited') ORDER BY inquiry_id`)
    .pluck()
  const appointedIn = store
    .prepare(
      `SELECT body FROM home_visit WHERE appointment_at >= +? AND appointment_at < +? AND status <> 'cancelled'
       ORDER BY appointment_at`,
    )
    .pluck()
  const all = store.prepare(`SELECT body FROM home_visit ORDER BY inquiry_id DESC LIMIT ${listedMax}`).pluck()
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM home_visit WHERE year = +?').pluck()

  const read = (body: unknown): HomeVisit | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as HomeVisit)
  const readAll = (bodies: unknown[]): HomeVisit[] => bodies.map((body) => read(body)!)
  const find = (inquiryId: number) => read(one.get(inquiryId))
  const awaited = () => readAll(open.all()).filter(({ status }) => status !== 'visited')

  return {
    find,
    findByNumber: (number: string) => read(byNumber.get(number)),
    /** Every visit that has not ended, oldest first. */
    open: () => readAll(open.all()),
    /** Every visit that nobody has reported on. */
    awaited,
    /** Visits that somebody has before him. */
    awaitedOf: (staffId: string) => awaited().filter(({ visitorId }) => visitorId === staffId),
    /** Appointments from one instant to another (epoch ms), in the order of the day. */
    appointedIn: (from: number, to: number) => readAll(appointedIn.all(from, to)),
    /** Newest first. */
    all: () => readAll(all.all()),
    lastSerial: (year: number) => lastSerial.get(year) as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: HomeVisitEvent): void {
      const after = homeVisitAfter(find(event.body.inquiryId), event, at)
      const { inquiryId, number, status, visitorId, appointmentAt } = after
      const body = JSON.stringify(after)
      if (event.type === 'HomeVisitAsked') {
        const { year, serial } = event.body
        return assertOneRow(insert.run(inquiryId, year, serial, number, dayOf(at), status, body), event.type)
      }
      return assertOneRow(update.run(status, visitorId, appointmentAt, body, inquiryId), event.type)
    },
  }
}
export type HomeVisitTable = ReturnType<typeof createHomeVisitTable>
