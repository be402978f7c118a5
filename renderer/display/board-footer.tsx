import type { Hall } from '../../shared/vocabulary/hall.ts'
import { display } from '../common/text/display.ts'
import { useTurn } from './turning.ts'

const tickerLineMs = 9_000

/** What is being said, large, while it is said; else the hall's lines, one after another. Below stands the fixed hint. */
export function BoardFooter({ hall, subtitle }: { hall: Hall; subtitle: string | null }) {
  const turn = useTurn(hall.ticker.length, tickerLineMs)
  const line = hall.ticker[turn] ?? ''
  return (
    <footer className="board-footer">
      {subtitle === null ? (
        <p className="ticker">{line}</p>
      ) : (
        <p className="subtitle" role="status">
          <small className="subtitle-badge">{display.speaking}</small>
          {subtitle}
        </p>
      )}
      <p className="hint">
        <span>{display.footer.hint}</span>
        {hall.supervisionPhone === '' ? null : <span>{display.footer.supervision(hall.supervisionPhone)}</span>}
      </p>
    </footer>
  )
}
