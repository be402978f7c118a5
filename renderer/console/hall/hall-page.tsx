import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'
import { useConsoleView, useSession } from '../console-context.ts'
import { FindTicketButton } from '../desk/find-ticket.tsx'
import { QueueTable } from './queue-table.tsx'
import { Troubles } from './troubles.tsx'
import { WindowCard } from './window-card.tsx'

const words = consoleText.hall

/** 大厅现况: who serves whom, who waits how long, and what needs somebody's hand. */
export function HallPage() {
  const serviceWindows = useConsoleView((view) => view.serviceWindows)
  const isSupervisor = useSession().role === 'supervisor'
  return (
    <>
      <Troubles />
      <TodayFigures />
      <div className="hall-map">
        <section aria-label={words.windows}>
          <h2>{words.windows}</h2>
          <div className="window-cards">
            {serviceWindows.map((one) => (
              <WindowCard key={one.windowNumber} serviceWindow={one} mayAct={isSupervisor} />
            ))}
          </div>
        </section>
        <section aria-label={words.queues}>
          <div className="section-head">
            <h2>{words.queues}</h2>
            {isSupervisor && <FindTicketButton />}
          </div>
          <QueueTable />
        </section>
      </div>
    </>
  )
}

function TodayFigures() {
  const today = useConsoleView((view) => view.today)
  const average = today.averageWaitMinutes
  const figures: [string, string][] = [
    [words.taken, String(today.taken)],
    [words.waiting, String(today.waiting)],
    [words.done, String(today.done)],
    [words.missed, String(today.missed)],
    [words.cancelled, String(today.cancelled)],
    [words.averageWait, average === null ? consoleText.none : common.minutes(Math.round(average))],
  ]
  return (
    <dl className="today-figures" aria-label={words.today}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
