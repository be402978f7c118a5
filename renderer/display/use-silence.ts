import { useEffect, useState } from 'react'
import type { ScreenState } from '../common/hub-link.ts'

/** Longer than three heartbeats: from here on the picture may be wrong, and says so. */
export const lostAfterMs = 10_000

/**
 * Milliseconds since the hub was last heard, anew every second; the link's own `heardAt` is no measure,
 * because it is set anew with each attempt to reconnect.
 */
export function useSilence(state: Pick<ScreenState<'display'>, 'link' | 'heardAt'>): number {
  const [heardAt, setHeardAt] = useState(() => performance.now())
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    if (state.link !== 'live') return
    setHeardAt(state.heardAt)
    setNow(performance.now())
  }, [state])
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, now - heardAt)
}
