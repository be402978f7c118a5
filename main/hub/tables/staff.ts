import type { Staff } from '../../../shared/rules/access.ts'
import type { StaffTerm } from '../../../shared/rules/attendance.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

const columns = `staff_id AS staffId, staff_number AS staffNumber, role, home_unit AS homeUnit,
  window_numbers AS windowNumbers, is_retired AS isRetired`

function staffOf(row: unknown): Staff | undefined {
  if (row === undefined) return undefined
  const stored = row as Omit<Staff, 'windowNumbers' | 'isRetired'> & { windowNumbers: string; isRetired: number }
  return {
    ...stored,
    windowNumbers: JSON.parse(stored.windowNumbers) as number[],
    isRetired: stored.isRetired === 1,
  }
}

/** 人员: without names; those are kept beside the journal. */
export function createStaffTable(store: Store) {
  const insert = store.prepare(
    'INSERT INTO staff (staff_id, staff_number, role, home_unit, window_numbers, added_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const change = store.prepare(
    `UPDATE staff SET staff_number = ?, role = ?, home_unit = ?, window_numbers = ?
     WHERE staff_id = ? AND is_retired = 0`,
  )
  const retire = store.prepare('UPDATE staff SET is_retired = 1, retired_at = ? WHERE staff_id = ? AND is_retired = 0')
  const one = store.prepare(`SELECT ${columns} FROM staff WHERE staff_id = ?`)
  const byNumber = store.prepare(`SELECT ${columns} FROM staff WHERE staff_number = ? AND is_retired = 0`)
  const all = store.prepare(`SELECT ${columns} FROM staff ORDER BY staff_number`)
  const terms = store.prepare(
    'SELECT staff_id AS staffId, role, added_at AS addedAt, retired_at AS retiredAt FROM staff ORDER BY staff_number',
  )
  const administrators = store
    .prepare(`SELECT count(*) FROM staff WHERE role = 'administrator' AND is_retired = 0`)
    .pluck()

  // Every request of somebody signed in asks who it is, and people change a few times a year.
  const kept = new Map<string, Staff>()
  const find = (staffId: string): Staff | undefined => {
    const known = kept.get(staffId) ?? staffOf(one.get(staffId))
    if (known !== undefined) kept.set(staffId, known)
    return known
  }

  return {
    find,
    /** After a rollback the people are those of the store. */
    restore: () => kept.clear(),
    findByNumber: (staffNumber: string) => staffOf(byNumber.get(staffNumber)),
    all: () => all.all().map((row) => staffOf(row)!),
    /** Everybody ever, with the time of belonging to the staff. */
    terms: () => terms.all() as StaffTerm[],
    administratorCount: () => administrators.get() as number,

    apply({ seq, at }: Pick<JournalEntry, 'seq' | 'at'>, event: HallFact): void {
      kept.clear()
      switch (event.type) {
        case 'StaffAdded': {
          const { staffId, staffNumber, role, homeUnit, windowNumbers } = event.body
          return assertOneRow(
            insert.run(staffId, staffNumber, role, homeUnit, JSON.stringify(windowNumbers), at),
            event.type,
          )
        }
        case 'StaffChanged': {
          const { staffId, staffNumber, role, homeUnit, windowNumbers } = event.body
          return assertOneRow(
            change.run(staffNumber, role, homeUnit, JSON.stringify(windowNumbers), staffId),
            event.type,
          )
        }
        case 'StaffRetired':
          return assertOneRow(retire.run(at, event.body.staffId), event.type)
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of the staff`)
      }
    },
  }
}
export type StaffTable = ReturnType<typeof createStaffTable>
