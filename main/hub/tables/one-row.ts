import { assert } from '../../../shared/rules/decision.ts'

/** An event moves exactly one row; anything else means that the tables no longer agree with the journal. */
export function assertOneRow(result: { changes: number }, type: string): void {
  assert(result.changes === 1, `${type} moves one row, it moved ${result.changes}`)
}
