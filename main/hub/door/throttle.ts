/** Wrong attempts that cost nothing. */
const freeAttempts = 5
const firstWaitMs = 15_000
const longestWaitMs = 15 * 60_000
/** A name that was not tried for this long starts afresh. */
const forgottenAfterMs = 60 * 60_000
const namesMax = 10_000

/**
 * Slows down guessing: after five wrong attempts the wait is 15 seconds, then doubles up to a
 * quarter of an hour. Counted for each name the caller gives (a staff number, a machine).
 */
export function createThrottle(nowMs: () => number) {
  const wrong = new Map<string, { count: number; at: number }>()
  const waitMs = (name: string) => {
    const found = wrong.get(name)
    if (found === undefined || found.count < freeAttempts) return 0
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (found.count - freeAttempts))
    return Math.max(0, found.at + wait - nowMs())
  }
  return {
    /** Milliseconds to wait before one of the names may try again; 0: now. */
    waitMs: (...names: string[]) => Math.max(...names.map(waitMs)),
    missed(...names: string[]): void {
      const now = nowMs()
      for (const name of names) {
        const found = wrong.get(name)
        const count = found === undefined || now - found.at > forgottenAfterMs ? 1 : found.count + 1
        if (wrong.size >= namesMax) wrong.clear()
        wrong.set(name, { count, at: now })
      }
    },
    passed(...names: string[]): void {
      for (const name of names) wrong.delete(name)
    },
  }
}
export type Throttle = ReturnType<typeof createThrottle>
