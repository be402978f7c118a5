import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

export interface EnrolledScreen {
  screenId: string
  kind: ScreenKind
  name: string
}

/** 配对的设备 */
export function createScreenTable(store: Store) {
  const enrol = store.prepare('INSERT INTO screen (screen_id, kind, name) VALUES (?, ?, ?)')
  const revoke = store.prepare('UPDATE screen SET is_revoked = 1 WHERE screen_id = ? AND is_revoked = 0')
  const one = store.prepare(
    'SELECT screen_id AS screenId, kind, name FROM screen WHERE screen_id = ? AND is_revoked = 0',
  )
  const all = store.prepare('SELECT screen_id AS screenId, kind, name FROM screen WHERE is_revoked = 0 ORDER BY name')

  return {
    find: (screenId: string) => one.get(screenId) as EnrolledScreen | undefined,
    all: () => all.all() as EnrolledScreen[],

    apply({ seq }: Pick<JournalEntry, 'seq'>, event: HallFact): void {
      switch (event.type) {
        case 'ScreenEnrolled':
          return assertOneRow(enrol.run(event.body.screenId, event.body.kind, event.body.name), event.type)
        case 'ScreenRevoked':
          return assertOneRow(revoke.run(event.body.screenId), event.type)
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a screen`)
      }
    },
  }
}
export type ScreenTable = ReturnType<typeof createScreenTable>
