import type { DisplayView } from '../../shared/contract/view.ts'
import { common } from '../common/text/common.ts'
import { BoardFooter } from './board-footer.tsx'
import { BoardHeader } from './board-header.tsx'
import { CallList, latestOfEach } from './call-list.tsx'
import { LatestCall } from './latest-call.tsx'
import { NextTickets } from './next-tickets.tsx'
import { QueueCounts } from './queue-counts.tsx'
import { WindowStates } from './window-states.tsx'

/** 综合屏: landscape and portrait differ in the style sheets alone. */
export function HallBoard({ view, now, subtitle }: { view: DisplayView; now: number; subtitle: string | null }) {
  const [latest, ...earlier] = latestOfEach(view.calls)
  const isCalling = view.phase.phase === 'open' || view.windows.some((card) => card.isOnDuty)
  return (
    <main className="hall-board">
      <BoardHeader view={view} now={now} />
      {view.isDemo ? <p className="demo-banner">{common.demoBanner}</p> : null}
      <LatestCall call={latest} now={now} />
      <CallList calls={earlier} />
      <NextTickets next={view.next} isCalling={isCalling} />
      <QueueCounts queues={view.queues} />
      <WindowStates windows={view.windows} phase={view.phase.phase} />
      <BoardFooter hall={view.hall} subtitle={subtitle} />
    </main>
  )
}
