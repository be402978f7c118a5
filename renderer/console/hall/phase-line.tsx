import { Tag } from 'antd'
import type { PhaseView } from '../../../shared/contract/view.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import { useConsoleView } from '../console-context.ts'

const colours: Partial<Record<PhaseView['phase'], string>> = { open: 'success', lunch: 'warning', linkup: 'processing' }

/** Where the hall is in its day, until when, and when it opens next if it is not open. */
export function PhaseLine() {
  const phase = useConsoleView((view) => view.phase)
  const { hallDay, weekday, phaseEndsAt, nextOpenAt, dayReason } = phase
  const name = common.phase[phase.phase]
  return (
    <span className="phase-line">
      <span>
        {hallDay} {common.weekday[weekday - 1]}
      </span>
      <Tag color={colours[phase.phase] ?? 'default'}>
        {phase.phase === 'rest-day' ? name : consoleText.phaseUntil(name, endText(phaseEndsAt))}
      </Tag>
      {phase.phase !== 'open' && nextOpenAt !== null && (
        <span>{consoleText.nextOpen(dayText(nextOpenAt), clockText(nextOpenAt))}</span>
      )}
      {phase.phase === 'rest-day' && dayReason !== '' && <span>{dayReason}</span>}
    </span>
  )
}

/** The end of a day is written 24:00 and not 00:00 of the next. */
function endText(at: number): string {
  const text = clockText(at)
  return text === '00:00' ? '24:00' : text
}
