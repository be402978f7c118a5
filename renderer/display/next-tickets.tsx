import type { DisplayView } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'

/** 请准备: who had better not leave the room now. */
export function NextTickets({ next }: { next: DisplayView['next'] }) {
  return (
    <section className="next panel" aria-label={display.next.title}>
      <h2 className="panel-title">{display.next.title}</h2>
      {next.length === 0 ? <p className="nobody">{display.next.nobody}</p> : null}
      <ol className="next-list">
        {next.map(({ number, queueName }) => (
          <li key={number} className="next-one">
            <b className="next-number">{number}</b>
            <span className="next-queue">{queueName}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
