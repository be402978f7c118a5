import type { DisplayView, PhaseView } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { display } from '../common/text/display.ts'
import { clockSecondsText, dayText } from '../common/time-text.ts'
import { hoursWords, phaseWords } from './phase-words.ts'

/** Name, date and the hub's clock: a board that is never switched off rolls its date at midnight. */
export function BoardHeader({ view, now }: { view: DisplayView; now: number }) {
  const day = dayText(now)
  // 0 Sunday to 6 Saturday; the words begin with Monday.
  const weekday = common.weekday[(new Date(day).getUTCDay() + 6) % 7]
  return (
    <header className="board-header">
      <h1 className="hall-name">{view.hall.name}</h1>
      <p className="day">
        {display.date(day)} {weekday}
      </p>
      <p className="clock">{clockSecondsText(now)}</p>
      <PhaseBanner phase={view.phase} />
    </header>
  )
}

function PhaseBanner({ phase }: { phase: PhaseView }) {
  const { tone, title, sentence, clause } = phaseWords(phase)
  return (
    <div className={`phase-banner ${tone}`} role="status">
      <strong className="phase-title">{title}</strong>
      <span className="phase-sentence">{sentence}</span>
      {clause === '' ? null : <span className="phase-clause">{clause}</span>}
      <span className="phase-hours">{hoursWords(phase)}</span>
      {phase.isProvisional ? <span className="phase-clause">{common.provisional}</span> : null}
    </div>
  )
}
