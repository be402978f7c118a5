import type { DisplayCall } from '../../../shared/contract/view.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 叫号记录: every call that is announced, in order. */
export function createCallLogTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO call_log (seq, at, hall_day, ticket_id, number, window_number, kind) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const latest = store.prepare(
    `SELECT seq, at, hall_day AS hallDay, number, window_number AS windowNumber, kind
     FROM call_log ORDER BY seq DESC LIMIT ?`,
  )
  return {
    /** The newest calls of a hall day, newest first. */
    latestOn: (hallDay: string, limit: number) =>
      (latest.all(limit) as (Omit<DisplayCall, 'windowName'> & { hallDay: string })[]).filter(
        (call) => call.hallDay === hallDay,
      ),

    apply({ at, seq, hallDay }: Pick<JournalEntry, 'at' | 'seq' | 'hallDay'>, event: HallFact): void {
      switch (event.type) {
        case 'TicketCalled':
        case 'TicketRecalled':
        case 'TicketResumed': {
          const { ticketId, number, windowNumber } = event.body
          const kind = event.type === 'TicketCalled' ? 'call' : 'recall'
          return assertOneRow(insert.run(seq, at, hallDay, ticketId, number, windowNumber, kind), event.type)
        }
        default:
          throw new Error(`${event.type} (entry ${seq}) is no call`)
      }
    },
  }
}
export type CallLogTable = ReturnType<typeof createCallLogTable>
