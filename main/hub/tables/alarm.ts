import { alarmAfter } from '../../../shared/rules/alarm.ts'
import type { Alarm } from '../../../shared/vocabulary/alarm.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { AlarmEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** Of the working day: more are not closed by hand in the days that an alarm looks back. */
const closedOfDayMax = 200

/** The newest that are shown of the alarms of all time. */
const listedMax = 500

/** 预警. */
export function createAlarmTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO alarm (alarm_id, kind, grade, filing_id, inquiry_id, about, status, is_closed_by_hand, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  )
  const update = store.prepare('UPDATE alarm SET status = ?, is_closed_by_hand = ?, body = ? WHERE alarm_id = ?')
  const one = store.prepare('SELECT body FROM alarm WHERE alarm_id = ?').pluck()
  const open = store.prepare(`SELECT body FROM alarm WHERE status <> 'closed' ORDER BY alarm_id DESC`).pluck()
  const all = store.prepare(`SELECT body FROM alarm ORDER BY alarm_id DESC LIMIT ${listedMax}`).pluck()
  const closedByHand = store
    .prepare(
      `SELECT a.body FROM alarm a WHERE a.is_closed_by_hand = 1
         AND (a.filing_id IN (SELECT filing_id FROM filing WHERE is_open = 1 OR is_unsigned = 1)
           OR a.inquiry_id IN (SELECT inquiry_id FROM first_inquiry WHERE offered_to IS NOT NULL)
           OR a.inquiry_id IN (SELECT inquiry_id FROM home_visit WHERE status IN ('asked', 'dispatched')))`,
    )
    .pluck()
  const closedByHandOfDay = store
    .prepare(
      `SELECT body FROM alarm WHERE is_closed_by_hand = 1 AND about IS NOT NULL
       ORDER BY alarm_id DESC LIMIT ${closedOfDayMax}`,
    )
    .pluck()
  const lastId = store.prepare('SELECT coalesce(max(alarm_id), 0) FROM alarm').pluck()

  const read = (body: unknown): Alarm | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as Alarm)
  const readAll = (bodies: unknown[]): Alarm[] => bodies.map((body) => read(body)!)
  const find = (alarmId: number) => read(one.get(alarmId))

  return {
    find,
    /** Newest first; acknowledged ones included. */
    open: () => readAll(open.all()),
    all: () => readAll(all.all()),
    /** Closed by somebody while their matter is still open. */
    closedByHand: () => readAll(closedByHand.all()),
    /** The same of the working day, the newest ones. */
    closedByHandOfDay: () => readAll(closedByHandOfDay.all()),
    lastId: () => lastId.get() as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: AlarmEvent): void {
      const after = alarmAfter(find(event.body.alarmId), event, at)
      const { alarmId, kind, grade, filingId, inquiryId, about = null, status, closedBy } = after
      const body = JSON.stringify(after)
      if (event.type === 'AlarmOpened') {
        return assertOneRow(insert.run(alarmId, kind, grade, filingId, inquiryId, about, status, body), event.type)
      }
      return assertOneRow(update.run(status, Number(closedBy !== null), body, alarmId), event.type)
    },
  }
}
export type AlarmTable = ReturnType<typeof createAlarmTable>
