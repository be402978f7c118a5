import { Segmented } from 'antd'
import { useState } from 'react'
import type { ClerkView, TicketCard } from '../../../shared/contract/view.ts'
import type { CommandBody } from '../../../shared/vocabulary/command.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { useDesk } from '../desk-context.ts'
import { whyOf } from '../foresee.ts'
import { stepCode } from '../typed-code.ts'
import { ChoiceList } from './choice-list.tsx'
import { DeskModal } from './desk-modal.tsx'
import { ItemSearch, useItemSearch } from './item-search.tsx'
import { ReasonField, useReason } from './reason-field.tsx'

const words = clerkText.transfer

interface TransferDialogProps {
  ticket: TicketCard
  transferWindows: ClerkView['transferWindows']
}

/** F7: to another item's queue or to one open window, with the original time of taking. */
export function TransferDialog({ ticket, transferWindows }: TransferDialogProps) {
  const desk = useDesk()
  const [target, setTarget] = useState<'item' | 'window'>('item')
  const [toWindow, setToWindow] = useState<string | null>(null)
  const search = useItemSearch()
  const reason = useReason(words.reasons)
  const { ticketId, number } = ticket
  const others = transferWindows.filter((one) => one.windowNumber !== desk.windowNumber)
  const codes = others.map((one) => String(one.windowNumber))

  const place = placeOf(target, search.chosen?.itemCode, toWindow)
  const confirm = () => {
    if (place === null) return
    const body = { windowNumber: desk.windowNumber, ticketId, reason: reason.text, ...place }
    void desk.perform([{ action: 'transfer', number, command: { type: 'TransferTicket', body } }])
  }
  return (
    <DeskModal
      title={words.title(number)}
      confirmText={words.confirm}
      missing={place === null ? whyOf('transfer-target-missing').sentence : reason.missing}
      onConfirm={confirm}
      onDigit={reason.onDigit}
      onStep={target === 'item' ? search.onStep : (step) => setToWindow(stepCode(codes, toWindow, step))}
      width={720}
    >
      <p>
        {ticket.itemName} · {words.remark}
      </p>
      <Segmented
        value={target}
        onChange={setTarget}
        options={[
          { value: 'item', label: words.toItem },
          { value: 'window', label: words.toWindow },
        ]}
      />
      {target === 'item' && <ItemSearch search={search} />}
      {target === 'window' && others.length === 0 && <p>{words.noWindow}</p>}
      {target === 'window' && others.length > 0 && (
        <ChoiceList
          legend={words.toWindow}
          choices={others.map((one) => ({
            code: String(one.windowNumber),
            label: words.windowOf(one.windowNumber, one.name, one.staffName),
          }))}
          chosen={toWindow}
          onChoose={setToWindow}
        />
      )}
      <ReasonField usual={words.reasons} reason={reason} />
    </DeskModal>
  )
}

function placeOf(
  target: 'item' | 'window',
  itemCode: string | undefined,
  toWindow: string | null,
): Pick<CommandBody<'TransferTicket'>, 'itemCode' | 'toWindow'> | null {
  if (target === 'item') return itemCode === undefined ? null : { itemCode }
  return toWindow === null ? null : { toWindow: Number(toWindow) }
}
