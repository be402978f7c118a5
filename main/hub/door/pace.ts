/** A fast reader takes a number in ten seconds; a group at one kiosk is still served at this pace. */
const perMinuteMax = 30
const minuteMs = 60_000
const namesMax = 1_000

/** Lets each name pass so many times a minute and no more. */
export function createPace(nowMs: () => number) {
  const passed = new Map<string, number[]>()
  return {
    mayPass(name: string): boolean {
      const now = nowMs()
      const recent = (passed.get(name) ?? []).filter((at) => now - at < minuteMs)
      if (passed.size >= namesMax) passed.clear()
      const isAllowed = recent.length < perMinuteMax
      passed.set(name, isAllowed ? [...recent, now] : recent)
      return isAllowed
    },
  }
}
export type Pace = ReturnType<typeof createPace>
