import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { BoardEventBodies } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 便民联系卡 given out, by household. */
export function createContactCardTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO contact_card (card_number, year, serial, issued_at, household, boards_version)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM contact_card WHERE year = +?').pluck()
  return {
    lastSerial: (year: number) => lastSerial.get(year) as number,
    apply({ at }: Pick<JournalEntry, 'at'>, body: BoardEventBodies['ContactCardIssued']): void {
      const { cardNumber, year, serial, household, boardsVersion } = body
      assertOneRow(insert.run(cardNumber, year, serial, at, household, boardsVersion), 'ContactCardIssued')
    },
  }
}
export type ContactCardTable = ReturnType<typeof createContactCardTable>
