import type { DisplayView } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'

/** 请准备: who had better not leave the room now. In the lunch break nobody is sent to stand and wait. */
export function NextTickets({ next, isCalling }: { next: DisplayView['next']; isCalling: boolean }) {
  const shown = isCalling ? next : []
  const nobody = isCalling ? display.next.nobody : display.next.notCalling
  return (
    <section className="next panel" aria-label={display.next.title}>
      <h2 className="panel-title">{display.next.title}</h2>
      {shown.length === 0 ? <p className="nobody">{nobody}</p> : null}
      <ol className="next-list">
        {shown.map(({ number, queueName }) => (
          <li key={number} className="next-one">
            <b className="next-number">{number}</b>
            <span className="next-queue">{queueName}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
