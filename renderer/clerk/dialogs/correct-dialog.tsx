import type { TicketCard } from '../../../shared/contract/view.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { DeskModal } from './desk-modal.tsx'
import { ItemSearch, useItemSearch } from './item-search.tsx'

const { title, remark, confirm: confirmText } = clerkText.correct

/** 取错号: the right business without a new number. */
export function CorrectDialog({ ticket }: { ticket: TicketCard }) {
  const desk = useDesk()
  const search = useItemSearch()
  const itemCode = search.chosen?.itemCode
  const { ticketId, number } = ticket

  const confirm = () => {
    if (itemCode === undefined) return
    const body = { windowNumber: desk.windowNumber, ticketId, itemCode }
    void desk.perform([{ action: 'correct', number, command: { type: 'CorrectTicketItem', body } }])
  }
  return (
    <DeskModal
      title={title(number)}
      confirmText={confirmText}
      missing={itemCode === undefined ? clerkText.dialog.choiceNeeded : ''}
      onConfirm={confirm}
      onStep={search.onStep}
      width={720}
    >
      <p>
        {ticket.itemName} · {remark}
      </p>
      <ItemSearch search={search} />
    </DeskModal>
  )
}
