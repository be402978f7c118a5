import type { ClerkView, TicketCard } from '../../shared/contract/view.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'
import { useDesk } from './desk-context.ts'

/** A number on hold for longer than this has been forgotten (edge case 33). */
const heldLongMs = 15 * 60_000

/** The held number of this window and the passed ones of its queues. */
export function SetAside({ view, now }: { view: ClerkView; now: number }) {
  const words = clerkText.lists
  const { held, missed } = view
  return (
    <section className="set-aside" aria-label={words.aside}>
      <h2>{words.aside}</h2>
      {held === null && missed.length === 0 && <p className="set-aside-none">{words.nothingAside}</p>}
      <ul>
        {held !== null && <HeldRow ticket={held} now={now} />}
        {missed.map((ticket) => (
          <li key={ticket.ticketId}>
            <b>{ticket.number}</b>
            <span className="set-aside-state">{words.missed}</span>
            <span className="set-aside-item">{ticket.itemName}</span>
            <RowButton action="requeue" word={words.requeue} ticket={ticket} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function HeldRow({ ticket, now }: { ticket: TicketCard; now: number }) {
  const words = clerkText.lists
  const heldMs = now - (ticket.heldAt ?? now)
  const isLong = heldMs >= heldLongMs
  return (
    <li className={isLong ? 'is-long' : undefined}>
      <b>{ticket.number}</b>
      <span className="set-aside-state">{words.held(Math.max(0, Math.floor(heldMs / 60_000)))}</span>
      <span className="set-aside-item">{isLong ? words.heldLong : ticket.itemName}</span>
      <RowButton action="resume" word={words.resume} ticket={ticket} />
      <RowButton action="cancel" word={words.cancel} ticket={ticket} />
    </li>
  )
}

function RowButton({ action, word, ticket }: { action: DeskAction; word: string; ticket: TicketCard }) {
  const desk = useDesk()
  return (
    <button
      type="button"
      className="row-button"
      aria-label={clerkText.lists.actOn(word, ticket.number)}
      onClick={() => desk.press(action, ticket)}
    >
      {word}
    </button>
  )
}
