import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

export interface EnrolledScreen {
  screenId: string
  kind: ScreenKind
  name: string
  /** The window of a countertop; null for the other kinds. */
  windowNumber: number | null
}

/** 配对的设备 */
export function createScreenTable(store: Store) {
  const enrol = store.prepare('INSERT INTO screen (screen_id, kind, name, window_number) VALUES (?, ?, ?, ?)')
  const revoke = store.prepare('UPDATE screen SET is_revoked = 1 WHERE screen_id = ? AND is_revoked = 0')
  const enrolled = 'SELECT screen_id AS screenId, kind, name, window_number AS windowNumber FROM screen'
  const one = store.prepare(`${enrolled} WHERE screen_id = ? AND is_revoked = 0`)
  const all = store.prepare(`${enrolled} WHERE is_revoked = 0 ORDER BY name`)
  const countertop = store.prepare('SELECT 1 FROM screen WHERE window_number = ? AND is_revoked = 0').pluck()

  return {
    /** Whether a window has a countertop of its own machine. */
    hasCountertop: (windowNumber: number) => countertop.get(windowNumber) !== undefined,
    find: (screenId: string) => one.get(screenId) as EnrolledScreen | undefined,
    all: () => all.all() as EnrolledScreen[],

    apply({ seq }: Pick<JournalEntry, 'seq'>, event: HallFact): void {
      switch (event.type) {
        case 'ScreenEnrolled': {
          const { screenId, kind, name, windowNumber = null } = event.body
          return assertOneRow(enrol.run(screenId, kind, name, windowNumber), event.type)
        }
        case 'ScreenRevoked':
          return assertOneRow(revoke.run(event.body.screenId), event.type)
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a screen`)
      }
    },
  }
}
export type ScreenTable = ReturnType<typeof createScreenTable>
