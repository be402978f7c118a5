import { Tag } from 'antd'
import type { ConsoleView } from '../../../shared/contract/view.ts'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { clockText, elapsedText } from '../../common/time-text.ts'
import { useHubNow } from '../../common/use-view.ts'
import { useConsoleState } from '../console-context.ts'
import { WindowActions } from './window-actions.tsx'

const words = consoleText.hall

export type WindowOnMap = ConsoleView['serviceWindows'][number]

/** One window of the map: its state, its clerk, whom it serves and for how long. */
export function WindowCard({ serviceWindow, mayAct }: { serviceWindow: WindowOnMap; mayAct: boolean }) {
  const { windowNumber, name, queues, status, staffName, heldNumber, servedToday, dutyUntil } = serviceWindow
  return (
    <article className={`window-card is-${status}`} aria-label={common.windowName(windowNumber)}>
      <header>
        <strong className="window-number">{windowNumber}</strong>
        <span className="window-name">{name}</span>
        <Tag color={statusColours[status]}>{common.windowStatus[status]}</Tag>
      </header>
      <p className="window-clerk">
        <span>{staffName ?? words.nobody}</span>
        <PauseLine serviceWindow={serviceWindow} />
        {dutyUntil !== null && <Tag color="processing">{words.onDuty(clockText(dutyUntil))}</Tag>}
      </p>
      <Current serviceWindow={serviceWindow} />
      <p className="window-foot">
        <span className="window-letters">{queues.join(' ')}</span>
        {heldNumber !== null && <span>{words.held(heldNumber)}</span>}
        <span>{words.served(servedToday)}</span>
      </p>
      {mayAct && <WindowActions serviceWindow={serviceWindow} />}
    </article>
  )
}

const statusColours = { open: 'success', paused: 'warning', closed: 'default' } as const

/** Why a paused window is paused, and since when. */
function PauseLine({ serviceWindow: { status, pauseReason, since } }: { serviceWindow: WindowOnMap }) {
  if (status !== 'paused' || pauseReason === null) return null
  return (
    <span className="soft">
      {common.pauseReason[pauseReason]} {since !== null && clockText(since)}
    </span>
  )
}

function Current({ serviceWindow: { current } }: { serviceWindow: WindowOnMap }) {
  const now = useHubNow(useConsoleState())
  if (current === null) return <p className="window-current is-idle">{words.idle}</p>
  return (
    <p className="window-current">
      <strong className="window-ticket">{current.number}</strong>
      <span className="window-since">
        <span>{common.ticketStatus[current.status]}</span>
        <span>{elapsedText(now - current.since)}</span>
      </span>
      <span className="window-item" title={current.itemName}>
        {current.itemName}
      </span>
    </p>
  )
}
