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

  // Every press at a window and every number taken looks at some of the few windows there are.
  const kept = new Map<number, ServiceWindow | undefined>()
  const find = (windowNumber: number): ServiceWindow | undefined => {
    if (!kept.has(windowNumber)) kept.set(windowNumber, one.get(windowNumber) as ServiceWindow | undefined)
    return kept.get(windowNumber)
  }

  return {
    find,
    /** After a rollback the windows are what the store says. */
    restore: () => kept.clear(),
    all: () => all.all() as ServiceWindow[],
    /** The window where somebody is on duty; null when nowhere. */
    ofStaff: (staffId: string) => (ofStaff.get(staffId) as number | undefined) ?? null,

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: HallFact): void {
      if (event.type !== 'TicketCalled') kept.delete(windowOf(event))
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
        case 'TicketCalled': {
          const { windowNumber, priorityStreak } = event.body
          // Most calls are ordinary after ordinary: the row says so already.
          if (find(windowNumber)?.priorityStreak === priorityStreak) return
          kept.delete(windowNumber)
          return assertOneRow(streak.run(priorityStreak, windowNumber), event.type)
        }
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a service window`)
      }
    },
  }
}

/** The window an event of this table moves. */
function windowOf({ type, body }: HallFact): number {
  if (type === 'ServiceWindowPublished') return body.serviceWindow.windowNumber
  return 'windowNumber' in body ? (body.windowNumber ?? 0) : 0
}

export type ServiceWindowTable = ReturnType<typeof createServiceWindowTable>
