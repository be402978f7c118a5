import { useEffect, useState } from 'react'
import type { ScreenState } from '../common/hub-link.ts'

/** A hub that starts anew is back within two seconds: nobody needs to hear of it. */
const patienceMs = 2_500

/** Whether the link has been down for longer than a restart of the hub takes. */
export function useLostFor(link: ScreenState<'kiosk'>['link']): boolean {
  const isDown = link !== 'live'
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    if (!isDown) {
      setLost(false)
      return
    }
    const timer = setTimeout(() => setLost(true), patienceMs)
    return () => clearTimeout(timer)
  }, [isDown])
  return isDown && isLost
}
