import { freshFlow, isBusy, type KioskFlow, pageOf } from './flow.ts'

/** How long a page stays when nobody touches it: quiet first, then a countdown that is seen. */
export interface IdleLimits {
  quietMs: number
  countdownMs: number
}

const usual: IdleLimits = { quietMs: 30_000, countdownMs: 10_000 }
/** Who needs large print needs more time. */
const unhurried: IdleLimits = { quietMs: 60_000, countdownMs: 10_000 }
const ticketShown: IdleLimits = { quietMs: 0, countdownMs: 15_000 }
/** Without paper the number has to be remembered or photographed. */
const ticketWithoutPaper: IdleLimits = { quietMs: 0, countdownMs: 30_000 }

/** Null: the page does not end by itself, because it is fresh, or waits for an answer that always comes. */
export function idleLimitsOf(flow: KioskFlow): IdleLimits | null {
  const page = pageOf(flow)
  if (isBusy(page)) return null
  if (page.name === 'ticket') {
    if (page.paper.state === 'printing') return null
    return page.paper.state === 'printed' ? ticketShown : ticketWithoutPaper
  }
  const isFresh = page.name === 'home' && flow.language === freshFlow.language && flow.size === freshFlow.size
  if (isFresh) return null
  return flow.size === 'large' ? unhurried : usual
}

/** Whole seconds of the countdown that are left, 0 when the time is over; null before it begins. */
export function secondsLeft({ quietMs, countdownMs }: IdleLimits, idleMs: number): number | null {
  if (idleMs < quietMs) return null
  return Math.max(0, Math.ceil((quietMs + countdownMs - idleMs) / 1000))
}
