import type { Outcome } from '../../../shared/contract/outcome.ts'
import type { Staff } from '../../../shared/rules/access.ts'
import { refused } from '../hub.ts'
import type { DoorContext } from './context.ts'
import { isPassword } from './password.ts'
import type { DoorParts } from './server.ts'

/**
 * Whose staff number and password these are. Guessing is slowed down by staff number and by
 * machine: one that is not of the hall is known by its address.
 */
export async function provenStaff(
  { hub, throttle }: DoorParts,
  { staffNumber, password }: { staffNumber: string; password: string },
  { machine, remoteAddress }: DoorContext,
): Promise<{ kind: 'proven'; staff: Staff } | Extract<Outcome, { kind: 'refused' }>> {
  const place = machine.kind === 'paired' ? machine.screenId : remoteAddress
  const names = [`staff ${staffNumber}`, `screen ${place}`]
  // Only the account's own count slows it down on the hub's PC; another machine is slowed as a whole.
  const counted = machine.kind === 'local' ? names.slice(0, 1) : names
  const waitMs = throttle.waitMs(...counted)
  if (waitMs > 0) return refused('sign-in-throttled', { seconds: Math.ceil(waitMs / 1000) })

  // Counted before the password is looked at, which takes its time: a hundred guesses at once are a hundred.
  throttle.missed(...counted)
  const staff = hub.tables.staff.findByNumber(staffNumber)
  const kept = staff === undefined ? null : hub.tables.privateRecords.passwordHashOf(staff.staffId)
  if (!(await isPassword(password, kept)) || staff === undefined) return refused('wrong-credentials', {})
  throttle.passed(...counted)
  return { kind: 'proven', staff }
}
