import type { CountertopView } from '../../shared/contract/view.ts'
import type { Watch } from '../common/hub-link.ts'
import { common } from '../common/text/common.ts'
import { countertopText as words } from '../common/text/countertop.ts'
import { clockText } from '../common/time-text.ts'
import { useHubNow, useView } from '../common/use-view.ts'
import { Idle } from './idle.tsx'
import { Served } from './served.tsx'
import { Signing } from './signing.tsx'

/** 前置屏: what the visitor of one window sees and signs. */
export function CountertopScreen({ watch }: { watch: Watch<'countertop'> }) {
  const state = useView(watch)
  const now = useHubNow(state)
  const { view, link } = state
  if (view === null) return <p className="whole-message">{state.refusal?.sentence ?? words.connecting}</p>
  const isLost = link !== 'live'
  return (
    <div className="countertop">
      <Header view={view} now={now} />
      {isLost && (
        <p className="lost" role="alert">
          {state.refusal?.sentence ?? words.lost}
        </p>
      )}
      <Body view={view} isLost={isLost} />
      {view.isDemo && <footer className="demo">{common.demoBanner}</footer>}
    </div>
  )
}

function Body({ view, isLost }: { view: CountertopView; isLost: boolean }) {
  const { signing, filing, current } = view
  if (signing !== null && filing !== null) {
    // A new request begins with an empty pad.
    return <Signing key={signing.requestId} signing={signing} filing={filing} isLost={isLost} />
  }
  return current === null ? <Idle view={view} /> : <Served current={current} filing={filing} />
}

function Header({ view: { serviceWindow, phase, hall }, now }: { view: CountertopView; now: number }) {
  const name = common.phase[phase.phase]
  return (
    <header className="head">
      <b className="head-number">{common.windowName(serviceWindow.windowNumber)}</b>
      <span className="head-name">
        {serviceWindow.name}
        <small>{hall.name}</small>
      </span>
      <span className="head-phase">
        {phase.phase === 'open' ? words.openUntil(name, clockText(phase.phaseEndsAt)) : name}
      </span>
      <time className="head-clock">{clockText(now)}</time>
    </header>
  )
}
