import type { TicketCard } from '../../../shared/contract/view.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { DeskModal } from './desk-modal.tsx'
import { ReasonField, useReason } from './reason-field.tsx'

const { title, remark, confirm: confirmText, reasons } = clerkText.callChosen

/** A call out of order, hence with a reason. */
export function CallChosenDialog({ ticket }: { ticket: TicketCard }) {
  const desk = useDesk()
  const reason = useReason(reasons)
  const { ticketId, number } = ticket

  const confirm = () => {
    const body = { windowNumber: desk.windowNumber, ticketId, reason: reason.text }
    void desk.perform([{ action: 'call-chosen', number, command: { type: 'CallTicket', body } }])
  }
  return (
    <DeskModal
      title={title(number)}
      confirmText={confirmText}
      missing={reason.missing}
      onConfirm={confirm}
      onDigit={reason.onDigit}
      onStep={reason.onStep}
    >
      <p>
        {ticket.itemName} · {remark}
      </p>
      <ReasonField usual={reasons} reason={reason} />
    </DeskModal>
  )
}
