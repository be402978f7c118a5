import type { DisplayView } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'
import { usePages } from './turning.ts'

const queuesPerPage = 10

/** How many wait in each queue. */
export function QueueCounts({ queues }: { queues: DisplayView['queues'] }) {
  const { shown, page, pages } = usePages(queues, queuesPerPage)
  return (
    <section className="queues panel" aria-label={display.queues.title}>
      <h2 className="panel-title">
        {display.queues.title}
        {pages > 1 ? <small className="panel-page">{display.page(page, pages)}</small> : null}
      </h2>
      <ul className="queue-list">
        {shown.map(({ letter, name, waitingCount }) => (
          <li key={letter} className="queue-one">
            <i className="queue-letter">{letter}</i>
            <span className="queue-name">{name}</span>
            <b className="queue-count">{display.queues.people(waitingCount)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
