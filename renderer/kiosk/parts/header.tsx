import { clockText, dayText } from '../../common/time-text.ts'
import { useKiosk } from '../kiosk-context.ts'
import { nameIn, weekdayWord } from '../words.ts'

/** Where one is, and the hub's time. */
export function KioskHeader() {
  const { view, flow, text, now } = useKiosk()
  const { hall, phase, isDemo } = view
  return (
    <header className="kiosk-header">
      {isDemo ? <p className="demo-banner">{text.demoBanner}</p> : null}
      <div className="title-row">
        <p className="hall-name">{nameIn(hall, flow.language)}</p>
        <p className="clock">
          <span>
            {dayText(now)} {weekdayWord(phase.weekday, text)}
          </span>
          <strong>{clockText(now)}</strong>
        </p>
      </div>
    </header>
  )
}
