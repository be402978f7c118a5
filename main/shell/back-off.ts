/** How long to wait before trying again, in milliseconds. */
export interface BackOff {
  /**
   * The wait after a failure. Doubles from failure to failure up to `maxMs`; whoever lived at least
   * `healthyMs` starts again from `firstMs`.
   */
  after(livedMs: number): number
}

export function createBackOff({ firstMs = 100, maxMs = 5_000, healthyMs = 30_000 } = {}): BackOff {
  let nextMs = firstMs
  return {
    after(livedMs) {
      if (livedMs >= healthyMs) nextMs = firstMs
      const waitMs = nextMs
      nextMs = Math.min(maxMs, nextMs * 2)
      return waitMs
    },
  }
}
