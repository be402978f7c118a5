import type { DisplayView } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { display } from '../common/text/display.ts'
import { isFresh } from './latest-call.tsx'
import { type WindowState, windowState } from './window-state.ts'

/** 窗口屏: the small screen above one window. */
export function WindowBoard(props: { view: DisplayView; now: number; windowNumber: number }) {
  const { view, now, windowNumber } = props
  const card = view.windows.find((one) => one.windowNumber === windowNumber)
  if (card === undefined) return <p className="whole-message">{display.windowBoard.unknown(windowNumber)}</p>

  const state = windowState(card, view.phase.phase)
  const call = view.calls.find((one) => one.windowNumber === windowNumber)
  const fresh = state.kind === 'called' && call !== undefined && isFresh(call, now)
  return (
    <main className={`window-board ${state.kind}${fresh ? ' fresh' : ''}`}>
      <header className="window-board-name">
        <b className="window-board-number">{common.windowName(windowNumber)}</b>
        <span>{card.name}</span>
        {card.department === '' || card.department === card.name ? null : <small>{card.department}</small>}
        {card.isOnDuty ? <em className="window-board-duty">{display.windowState.duty}</em> : null}
      </header>
      <p className="window-board-now" role="status">
        <StateWords state={state} />
      </p>
      <footer className="window-board-queues">{card.queueNames.join(' · ')}</footer>
    </main>
  )
}

function StateWords({ state: { kind, word, number, reason } }: { state: WindowState }) {
  if (kind === 'called') return <b className="window-board-figure">{display.windowBoard.please(number)}</b>
  if (kind === 'serving') {
    return (
      <>
        <small className="window-board-words">{display.windowBoard.serving}</small>
        <b className="window-board-figure">{number}</b>
      </>
    )
  }
  return (
    <>
      <b className="window-board-figure">{kind === 'idle' ? display.welcome : word}</b>
      {reason === '' ? null : <small className="window-board-words">{reason}</small>}
    </>
  )
}
