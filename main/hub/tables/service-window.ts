import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { ServiceWindow } from '../../../shared/vocabulary/ticket.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

const columns = `window_number AS windowNumber, status, staff_id AS staffId, pause_reason AS pauseReason, since,
  priority_streak AS priorityStreak, duty_until AS dutyUntil`

/** 窗口 as they are now. */
export function createServiceWindowTable(store: Store) {
  const one = store.prepare(`SELECT ${columns} FROM service_window WHERE window_number = ?`)
  const all = store.prepare(`SELECT ${columns} FROM service_window ORDER BY window_number`)
  const ofStaff = store.prepare('SELECT window_number FROM service_window WHERE staff_id = ?').pluck()
  const publish = store.prepare(
    `INSERT INTO service_window (window_number, status) VALUES (?, 'closed')
     ON CONFLICT (window_number) DO UPDATE SET window_number = excluded.window_number`,
  )
  const withdraw = store.prepare(`DELETE FROM service_window WHERE window_number = ? AND status = 'closed'`)
  const open = store.prepare(
    `UPDATE service_window SET status = 'open', staff_id = ?, since = ?, priority_streak = 0
     WHERE window_number = ? AND status = 'closed'`,
  )
  const paused = store.prepare(
    `UPDATE service_window SET status = 'paused', pause_reason = ?, since = ? WHERE window_number = ? AND status = 'open'`,
  )
  const resumed = store.prepare(
    `UPDATE service_window SET status = ?, pause_reason = NULL, since = ? WHERE window_number = ? AND status = 'paused'`,
  )
  const closed = store.prepare(
    `UPDATE service_window SET status = 'closed', staff_id = NULL, pause_reason = NULL, since = ?, duty_until = 0
     WHERE window_number = ? AND status <> 'closed'`,
  )
  const duty = store.prepare('UPDATE service_window SET duty_until = ? WHERE window_number = ?')
  const streak = store.prepare('UPDATE service_window SET priority_streak = ? WHERE window_number = ?')

  return {
    find: (windowNumber: number) => one.get(windowNumber) as ServiceWindow | undefined,
    all: () => all.all() as ServiceWindow[],
    /** The window where somebody is on duty; null when nowhere. */
    ofStaff: (staffId: string) => (ofStaff.get(staffId) as number | undefined) ?? null,

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: HallFact): void {
      switch (event.type) {
        case 'ServiceWindowPublished':
          return assertOneRow(publish.run(event.body.serviceWindow.windowNumber), event.type)
        case 'ServiceWindowWithdrawn':
          return assertOneRow(withdraw.run(event.body.windowNumber), event.type)
        case 'ServiceWindowOpened':
          return assertOneRow(open.run(event.body.staffId, at, event.body.windowNumber), event.type)
        case 'ServiceWindowPaused':
          return assertOneRow(paused.run(event.body.reason, at, event.body.windowNumber), event.type)
        case 'ServiceWindowResumed':
          return assertOneRow(resumed.run(event.body.status, at, event.body.windowNumber), event.type)
        case 'ServiceWindowClosed':
          return assertOneRow(closed.run(at, event.body.windowNumber), event.type)
        case 'DutyWindowOpened':
          return assertOneRow(duty.run(event.body.until, event.body.windowNumber), event.type)
        case 'DutyWindowClosed':
          return assertOneRow(duty.run(0, event.body.windowNumber), event.type)
        case 'TicketCalled':
          return assertOneRow(streak.run(event.body.priorityStreak, event.body.windowNumber), event.type)
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a service window`)
      }
    },
  }
}
export type ServiceWindowTable = ReturnType<typeof createServiceWindowTable>
