import { randomInt } from 'node:crypto'
import type { ConsoleView } from '../../../shared/contract/view.ts'
import { type ScreenKind, screenPath } from '../../../shared/vocabulary/staff.ts'
import { freshToken } from './machine.ts'

/** Long enough to walk from the new machine to the console. */
const validMs = 10 * 60_000
/** More machines than this do not wait at once; a stranger cannot fill the list. */
const pendingMax = 20

interface Pending {
  pairingCode: string
  pollToken: string
  screenId: string
  kind: ScreenKind
  name: string
  from: string
  requestedAt: number
  expiresAt: number
  /** Set once approved: the secret the machine collects. */
  token: string | null
  /** Where its screen begins, once approved. */
  path: string
}

/** 配对: machines that show a code and wait for an administrator. In memory: after a restart they ask anew. */
export function createPairing(nowMs: () => number, freshId: () => string) {
  let pending: Pending[] = []
  const sweep = () => {
    pending = pending.filter((one) => one.expiresAt > nowMs())
  }
  const freshCode = (): string => {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
    return pending.some((one) => one.pairingCode === code) ? freshCode() : code
  }

  return {
    /** A code for a new machine; undefined when too many wait. */
    request(kind: ScreenKind, name: string, from: string) {
      sweep()
      if (pending.length >= pendingMax) return undefined
      const now = nowMs()
      const one: Pending = {
        pairingCode: freshCode(),
        pollToken: freshToken(),
        screenId: freshId(),
        kind,
        name,
        from,
        requestedAt: now,
        expiresAt: now + validMs,
        token: null,
        path: '',
      }
      pending.push(one)
      return { pairingCode: one.pairingCode, pollToken: one.pollToken, expiresAt: one.expiresAt }
    },
    /** The machine that waits under a code, not yet approved. */
    find(pairingCode: string) {
      sweep()
      return pending.find((one) => one.pairingCode === pairingCode && one.token === null)
    },
    /** The hall has approved it: the machine may collect its secret once. */
    approve(screenId: string, kind: ScreenKind, windowNumber: number | null, token: string): void {
      const one = pending.find((each) => each.screenId === screenId)
      if (one === undefined) return
      one.token = token
      one.path = screenPath(kind, kind === 'countertop' ? windowNumber : null)
    },
    collect(pollToken: string): { state: 'waiting' | 'expired' } | { state: 'approved'; token: string; path: string } {
      sweep()
      const one = pending.find((each) => each.pollToken === pollToken)
      if (one === undefined) return { state: 'expired' }
      if (one.token === null) return { state: 'waiting' }
      pending = pending.filter((each) => each !== one)
      return { state: 'approved', token: one.token, path: one.path }
    },
    waiting(): ConsoleView['pairings'] {
      sweep()
      return pending
        .filter((one) => one.token === null)
        .map(({ pairingCode, kind, name, from, requestedAt }) => ({ pairingCode, kind, name, from, requestedAt }))
    },
  }
}
export type Pairing = ReturnType<typeof createPairing>
