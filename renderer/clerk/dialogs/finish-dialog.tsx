import { useStore } from 'zustand'
import type { TicketCard } from '../../../shared/contract/view.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { ChoiceList } from './choice-list.tsx'
import { DeskModal } from './desk-modal.tsx'
import { likelyResultCode, resultChoices, resultDigits, resultOf } from './result-choice.ts'
import { useCodedChoice } from './use-coded-choice.ts'

/** F4: the result of the visit. */
export function FinishDialog({ ticket }: { ticket: TicketCard }) {
  const desk = useDesk()
  const items = useStore(desk.items)
  const { chosen, onChoose, onDigit, onStep } = useCodedChoice(resultDigits, likelyResultCode(ticket, items))
  const resultCode = resultOf(chosen)
  const { windowNumber } = desk
  const { ticketId, number } = ticket

  const confirm = () => {
    if (resultCode === null) return
    const body = { windowNumber, ticketId, resultCode }
    void desk.perform([{ action: 'finish', number, command: { type: 'FinishService', body } }])
  }
  return (
    <DeskModal
      title={clerkText.finish.title(number)}
      confirmText={clerkText.finish.confirm}
      missing={resultCode === null ? clerkText.finish.resultNeeded : ''}
      onConfirm={confirm}
      onDigit={onDigit}
      onStep={onStep}
    >
      <p>{ticket.itemName}</p>
      <ChoiceList
        legend={`${clerkText.finish.result} · ${clerkText.dialog.digits}`}
        choices={resultChoices}
        chosen={chosen}
        onChoose={onChoose}
        hasKeys
        columns={2}
      />
    </DeskModal>
  )
}
