import type { TicketFound } from '../../../shared/contract/contract.ts'
import type { KioskText } from '../../common/text/kiosk.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'

/** How a number stands, and what its holder can do: reprint, or report back after it was missed. */
export function FoundPage({ ticket, isBackInQueue }: { ticket: TicketFound; isBackInQueue: boolean }) {
  const { text, hasPrinter, press, freshCommandId } = useKiosk()
  const { ticketId, number } = ticket
  const isWaiting = ticket.status === 'waiting'
  const hint = isBackInQueue ? text.found.isBack : hintOf(ticket, text)
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
          {text.found.state} <strong>{text.found.status[ticket.status]}</strong>
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

function hintOf({ status, mayRequeue }: TicketFound, text: KioskText): string {
  if (status === 'called') return text.found.calledNow
  return status === 'missed' && !mayRequeue ? text.found.missedFinally : ''
}
