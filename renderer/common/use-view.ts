import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ViewName } from '../../shared/contract/view.ts'
import { hubNow, type ScreenState, type Watch } from './hub-link.ts'

/** The state of a watched view; the component follows every new one. */
export function useView<V extends ViewName>(watch: Watch<V>): ScreenState<V> {
  return useStore(watch.store)
}

/** The hub's time, anew every second, epoch ms. */
export function useHubNow(state: { at: number; receivedAt: number }): number {
  const [now, setNow] = useState(() => hubNow(state))
  useEffect(() => {
    setNow(hubNow(state))
    const timer = setInterval(() => setNow(hubNow(state)), 1_000)
    return () => clearInterval(timer)
  }, [state])
  return now
}
