/** The hub's time in epoch ms. Every instant the hub knows comes from one of these. */
export interface HubClock {
  now: () => number
}

/** The PC's clock: the one place where the hub reads the time. */
export const systemClock: HubClock = { now: () => Date.now() }

/** A clock that is ahead of another by an offset that can be moved: the demo hall's. */
export function createMovableClock(behind: HubClock, offsetMs: number) {
  let offset = offsetMs
  return {
    now: () => behind.now() + offset,
    /** Moves the clock to `at`; returns the new offset in ms. */
    moveTo(at: number): number {
      offset = at - behind.now()
      return offset
    },
  }
}
export type MovableClock = ReturnType<typeof createMovableClock>

/** A correction by the network time service is smaller; a person who sets the clock moves it further. */
const jumpMsMin = 60_000

/**
 * Watches a clock against the monotonic time of the process, which no setting of the clock moves.
 * Each look answers with the jump since the last one, or null. A PC that slept jumps too: it is
 * noted all the same, because the hall cannot tell it from a clock that was set.
 */
export function createJumpWatch(clock: HubClock, monotonicMs: () => number) {
  let seenAt = clock.now()
  let seenMonotonic = monotonicMs()
  return {
    look(): { fromAt: number; toAt: number } | null {
      const now = clock.now()
      const monotonic = monotonicMs()
      const expected = seenAt + (monotonic - seenMonotonic)
      seenAt = now
      seenMonotonic = monotonic
      return Math.abs(now - expected) >= jumpMsMin ? { fromAt: Math.round(expected), toAt: now } : null
    },
    /** After a move that everybody knows of, such as the demo hall's. */
    forget(): void {
      seenAt = clock.now()
      seenMonotonic = monotonicMs()
    },
  }
}
export type JumpWatch = ReturnType<typeof createJumpWatch>
