import type { ClerkView, TicketCard } from '../../shared/contract/view.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { useDesk } from './desk-context.ts'
import { waitMinutesNow } from './hall-phase.ts'
import { PriorityMark } from './priority-mark.tsx'

interface WaitingListProps {
  view: ClerkView
  /** When the view came, and now: the hub's time, epoch ms. */
  viewAt: number
  now: number
}

/** Who waits for this window, for what and how long, in calling order. */
export function WaitingList({ view, viewAt, now }: WaitingListProps) {
  const words = clerkText.lists
  const left = view.waitingCount - view.waiting.length
  return (
    <section className="waiting" aria-label={words.waiting(view.waitingCount)}>
      <header className="waiting-head">
        <h2>{words.waiting(view.waitingCount)}</h2>
        <ul className="waiting-queues">
          {view.queues.map((queue) => (
            <li key={queue.letter}>
              <b>{queue.letter}</b> {words.queue(queue.name, queue.waitingCount)}
            </li>
          ))}
        </ul>
      </header>
      <div className="waiting-rows">
        {view.waiting.length === 0 ? (
          <p className="waiting-nobody">{words.nobody}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.waited}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {view.waiting.map((ticket) => (
                <WaitingRow
                  key={ticket.ticketId}
                  ticket={ticket}
                  minutes={waitMinutesNow(ticket, view.phase, viewAt, now)}
                />
              ))}
            </tbody>
          </table>
        )}
        {left > 0 && <p className="waiting-more">{words.waitingMore(left)}</p>}
      </div>
    </section>
  )
}

function WaitingRow({ ticket, minutes }: { ticket: TicketCard; minutes: number }) {
  const desk = useDesk()
  const words = clerkText.lists
  return (
    <tr>
      <td className="waiting-number">{ticket.number}</td>
      <td>
        <span className="waiting-item">{ticket.itemName}</span>
        <span className="waiting-person">
          <PriorityMark ground={ticket.priorityGround} />
          {ticket.holderMask}
          {ticket.holder === 'agent' && <span>{common.holder.agent}</span>}
          {ticket.purpose !== 'apply' && <span>{common.purpose[ticket.purpose]}</span>}
          {ticket.windowNumber !== null && <span>{common.windowName(ticket.windowNumber)}</span>}
          {ticket.requeueCount > 0 && <span>{clerkText.current.requeued}</span>}
          {ticket.transferCount > 0 && <span>{clerkText.current.transferred(ticket.transferCount)}</span>}
        </span>
      </td>
      <td className="waiting-minutes">{common.minutes(minutes)}</td>
      <td className="waiting-actions">
        <button
          type="button"
          className="row-button"
          aria-label={words.actOn(words.call, ticket.number)}
          onClick={() => desk.press('call-chosen', ticket)}
        >
          {words.call}
        </button>
        <button
          type="button"
          className="row-button"
          aria-label={words.actOn(words.cancel, ticket.number)}
          onClick={() => desk.press('cancel', ticket)}
        >
          {words.cancel}
        </button>
      </td>
    </tr>
  )
}
