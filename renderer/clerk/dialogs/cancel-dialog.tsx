import type { TicketCard } from '../../../shared/contract/view.ts'
import { cancelReason } from '../../../shared/vocabulary/ticket.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { common } from '../../common/text/common.ts'
import { useDesk } from '../desk-context.ts'
import { ChoiceList } from './choice-list.tsx'
import { DeskModal } from './desk-modal.tsx'
import { useCodedChoice } from './use-coded-choice.ts'

const { title, remark, confirm: confirmText } = clerkText.cancel
const reasons = cancelReason.options
const codes = reasons.map((_, place) => String(place + 1))
const choices = reasons.map((reason, place) => ({ code: String(place + 1), label: common.cancelReason[reason] }))

/** 弃号: the number leaves the queue for good. */
export function CancelDialog({ ticket }: { ticket: TicketCard }) {
  const desk = useDesk()
  const { chosen, onChoose, onDigit, onStep } = useCodedChoice(codes)
  const reason = chosen === null ? undefined : reasons[codes.indexOf(chosen)]
  const { ticketId, number } = ticket

  const confirm = () => {
    if (reason === undefined) return
    void desk.perform([{ action: 'cancel', number, command: { type: 'CancelTicket', body: { ticketId, reason } } }])
  }
  return (
    <DeskModal
      title={title(number)}
      confirmText={confirmText}
      missing={reason === undefined ? clerkText.dialog.choiceNeeded : ''}
      onConfirm={confirm}
      onDigit={onDigit}
      onStep={onStep}
      isDangerous
    >
      <p>
        {ticket.itemName} · {remark}
      </p>
      <ChoiceList
        legend={`${clerkText.dialog.reason} · ${clerkText.dialog.digits}`}
        choices={choices}
        chosen={chosen}
        onChoose={onChoose}
        hasKeys
      />
    </DeskModal>
  )
}
