import { type ReactNode, useEffect, useState } from 'react'
import type { ClerkView } from '../../shared/contract/view.ts'
import type { ScreenState } from '../common/hub-link.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { closedSentence, phaseLine } from './hall-phase.ts'

interface BannersProps {
  view: ClerkView
  link: ScreenState<'clerk'>['link']
  /** The hub's time, epoch ms. */
  now: number
  /** What else waits for the clerk. */
  children?: ReactNode
}

/** The hall's phase with its countdown, why nobody may be called, and how old the picture is. */
export function Banners({ view, link, now, children }: BannersProps) {
  const line = phaseLine(view.phase, now)
  const closed = closedSentence(view, now)
  const isFinishing = closed !== null && view.current?.status === 'serving'
  return (
    <div className="banners">
      {link === 'lost' && <LinkLost />}
      <p className={line.isUrgent || closed !== null ? 'banner is-phase is-urgent' : 'banner is-phase'}>
        <b>{line.name}</b>
        <span>{line.hours}</span>
        {line.countdown !== '' && <span>{line.countdown}</span>}
        {closed !== null && <span>{closed}</span>}
        {isFinishing && <span>{clerkText.phase.finishUnderWay}</span>}
        {view.phase.isProvisional && <span>{common.provisional}</span>}
        {view.isDemo && <span className="banner-demo">{common.demoBanner}</span>}
      </p>
      {children}
    </div>
  )
}

/** Counts from when the break was noticed: until then heartbeats vouched for the picture. */
function LinkLost() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const lostAt = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - lostAt) / 1_000)), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <p className="banner is-lost" role="alert">
      {clerkText.link.lost(clerkText.link.age(seconds))}
    </p>
  )
}
