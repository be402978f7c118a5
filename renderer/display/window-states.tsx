import type { DisplayView, PhaseKind } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { display } from '../common/text/display.ts'
import { useOrientation, usePages } from './turning.ts'
import { windowState } from './window-state.ts'

// As many as the style sheet has places for.
const windowsPerPage = { landscape: 12, portrait: 8 }

/** What every window does now. */
export function WindowStates({ windows, phase }: { windows: DisplayView['windows']; phase: PhaseKind }) {
  const { shown, page, pages } = usePages(windows, windowsPerPage[useOrientation()])
  return (
    <section className="windows panel" aria-label={display.windows.title}>
      <h2 className="panel-title">
        {display.windows.title}
        {pages > 1 ? <small className="panel-page">{display.page(page, pages)}</small> : null}
      </h2>
      <ul className="window-list">
        {shown.map((card) => {
          const { kind, word, number, reason } = windowState(card, phase)
          return (
            <li key={card.windowNumber} className={`window-one ${kind}`}>
              <span className="window-label">
                <b className="window-number">{common.windowName(card.windowNumber)}</b>
                <span className="window-name">{card.name}</span>
                {card.isOnDuty ? <em className="window-duty">{display.windowState.duty}</em> : null}
              </span>
              <span className="window-state">
                {word}
                {number === '' ? null : <b className="window-figure">{number}</b>}
                {reason === '' ? null : <small className="window-reason">{reason}</small>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
