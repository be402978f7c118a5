import type { Paper, ShownTicket } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'

/** The number, as large as the glass allows, and what became of the paper. */
export function TicketPage({ ticket, paper }: { ticket: ShownTicket; paper: Paper }) {
  const { text, press } = useKiosk()
  const foot = (
    <button type="button" className="main-key" onClick={() => press({ type: 'go-home' })}>
      {text.ticket.done}
    </button>
  )
  return (
    <PageFrame title={ticket.isReprint ? text.ticket.titleReprint : text.ticket.title} layout="message" foot={foot}>
      <div className="own-ticket">
        <p className="number own" role="status">
          {ticket.number}
        </p>
        <div className="ticket-words">
          <p className="where">
            {ticket.windowNumbers.length > 0 ? text.ticket.goTo(ticket.windowNumbers) : text.ticket.anyWindow}
          </p>
          {ticket.aheadCount === null ? null : (
            <Wait aheadCount={ticket.aheadCount} estimate={ticket.estimateMinutes} />
          )}
          <PaperState ticket={ticket} paper={paper} />
          {ticket.isNearClosing ? <p className="complaint">{text.ticket.nearClosing}</p> : null}
          <p>{text.ticket.watch}</p>
        </div>
      </div>
    </PageFrame>
  )
}

function Wait({ aheadCount, estimate }: { aheadCount: number; estimate: number | null }) {
  const { text } = useKiosk()
  if (aheadCount === 0) return <p className="wait">{text.ticket.nobodyAhead}</p>
  return (
    <p className="wait">
      <span>
        {text.ticket.ahead} <strong>{text.ticket.people(aheadCount)}</strong>
      </span>
      <span>
        {text.ticket.estimate}{' '}
        <strong>{estimate === null ? text.ticket.noEstimate : text.queue.estimate(estimate)}</strong>
      </span>
    </p>
  )
}

function PaperState({ ticket, paper }: { ticket: ShownTicket; paper: Paper }) {
  const { text, press, freshCommandId } = useKiosk()
  const { ticketId, number } = ticket
  return (
    <div className={`paper ${paper.state}`} role="status">
      <strong>{text.ticket.paper[paper.state]}</strong>
      {'advice' in paper && paper.advice !== '' ? <span>{paper.advice}</span> : null}
      {paper.state === 'failed' ? (
        <button
          type="button"
          className="plain-key"
          onClick={() => press({ type: 'reprint', commandId: freshCommandId(), ticketId, number })}
        >
          {text.ticket.printAgain}
        </button>
      ) : null}
    </div>
  )
}
