import type { TicketFound } from '../../../shared/contract/contract.ts'
import type { TicketStatus } from '../../../shared/vocabulary/ticket.ts'
import type { KioskText } from '../../common/text/kiosk.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'

/** How a number stands, and what its holder can do: reprint, or report back after it was missed. */
export function FoundPage({ ticket, isBackInQueue }: { ticket: TicketFound; isBackInQueue: boolean }) {
  const { text, hasPrinter, press, freshCommandId } = useKiosk()
  const { ticketId, number } = ticket
  const status = statusIn(ticket.status, text)
  const isWaiting = status === 'waiting' || (status === null && ticket.aheadCount > 0)
  const hint = isBackInQueue ? text.found.isBack : hintOf(ticket, status, text)
  const foot = (
    <div className="key-row">
      {ticket.mayRequeue ? (
        <button
          type="button"
          className="main-key"
          onClick={() => press({ type: 'report-back', commandId: freshCommandId(), ticketId, number })}
        >
          {text.found.reportBack}
        </button>
      ) : null}
      {ticket.mayReprint && hasPrinter ? (
        <button
          type="button"
          className="plain-key"
          onClick={() => press({ type: 'reprint', commandId: freshCommandId(), ticketId, number })}
        >
          {text.found.reprint}
        </button>
      ) : null}
    </div>
  )
  return (
    <PageFrame title={text.found.title} layout="message" foot={foot}>
      <p className="number">{number}</p>
      <p>{ticket.itemName}</p>
      <p className="wait">
        <span>
          {text.found.state} <strong>{status === null ? ticket.status : text.found.status[status]}</strong>
        </span>
        {isWaiting ? (
          <span>
            {text.found.ahead} <strong>{text.ticket.people(ticket.aheadCount)}</strong>
          </span>
        ) : null}
      </p>
      {hint === '' ? null : (
        <p className="sentence" role="status">
          {hint}
        </p>
      )}
      {ticket.mayRequeue ? <p className="minor">{text.found.reportBackHint}</p> : null}
    </PageFrame>
  )
}

/** The contract leaves the state a text; null for one this screen has no word for. */
function statusIn(status: string, text: KioskText): TicketStatus | null {
  const known = Object.keys(text.found.status) as TicketStatus[]
  return known.find((one) => one === status) ?? null
}

function hintOf(ticket: TicketFound, status: TicketStatus | null, text: KioskText): string {
  if (status === 'called') return text.found.calledNow
  return status === 'missed' && !ticket.mayRequeue ? text.found.missedFinally : ''
}
