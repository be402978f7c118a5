import type { SessionView } from '../../../shared/contract/view.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import type { Hub } from '../hub.ts'
import { tokenHash } from './machine.ts'

/** A working day with its lunch break and the link-up hour. */
export const sessionMs = 12 * 3_600_000

/** Long enough to read a handover and to take it. */
export const ownPageMs = 30 * 60_000

/** In the place of a screen: somebody's own phone or PC, by the page of the handover. */
export const ownPageScreen = 'own-page'

export interface Session {
  tokenHash: string
  actor: Extract<Actor, { kind: 'staff' }>
  /** Good for the handover alone, and on any machine. */
  isOwnPage: boolean
  /** What its screen is told of it; read when it is asked for, because a press needs neither name nor window. */
  view: () => SessionView
}

/** Who is signed in. Kept in the store, so that a restart of the hub signs nobody out. */
export function createSessions(hub: Hub) {
  const { staff, privateRecords, serviceWindow } = hub.tables
  /** Undefined when it has ended, or its owner has left. */
  const ofHash = (hashed: string): Session | undefined => {
    const stored = privateRecords.session(hashed)
    if (stored === undefined || stored.expiresAt <= hub.clock.now()) return undefined
    const who = staff.find(stored.staffId)
    if (who === undefined || who.isRetired) return undefined
    const { staffId, staffNumber, role, windowNumbers } = who
    return {
      tokenHash: hashed,
      isOwnPage: stored.screenId === ownPageScreen,
      actor: { kind: 'staff', staffId, role, screenId: stored.screenId, windowNumbers },
      view: () => ({
        staffId,
        staffNumber,
        role,
        windowNumbers,
        name: privateRecords.nameOf(staffId),
        onDutyAt: serviceWindow.ofStaff(staffId),
      }),
    }
  }
  return {
    ofHash,
    /** The session of a token. */
    of: (token: string | undefined) => (token === undefined ? undefined : ofHash(tokenHash(token))),
  }
}
export type Sessions = ReturnType<typeof createSessions>
