import { useEffect, useRef, useState } from 'react'
import { type IdleLimits, secondsLeft } from './idle.ts'

const lookEveryMs = 200

/**
 * Counts the time since the last touch or key, or since the page came, whichever is later. Calls
 * `onOver` when the limits are reached; gives the seconds of the countdown, null before it.
 */
export function useIdle(limits: IdleLimits | null, page: unknown, onOver: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const over = useRef(onOver)
  over.current = onOver
  const quietMs = limits?.quietMs
  const countdownMs = limits?.countdownMs

  useEffect(() => {
    void page
    if (quietMs === undefined || countdownMs === undefined) {
      setLeft(null)
      return
    }
    let since = performance.now()
    const look = () => {
      const seconds = secondsLeft({ quietMs, countdownMs }, performance.now() - since)
      setLeft(seconds)
      if (seconds === 0) over.current()
    }
    const touched = () => {
      since = performance.now()
      look()
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, touched, true)
    return () => {
      clearInterval(timer)
      for (const touch of ['pointerdown', 'keydown']) document.removeEventListener(touch, touched, true)
    }
  }, [quietMs, countdownMs, page])

  return left
}
