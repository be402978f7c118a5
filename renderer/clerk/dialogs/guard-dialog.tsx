import type { TicketCard } from '../../../shared/contract/view.ts'
import { clerkText } from '../../common/text/clerk.ts'
import { finishAndCall } from '../desk.ts'
import { useDesk } from '../desk-context.ts'
import { ChoiceList } from './choice-list.tsx'
import { DeskModal } from './desk-modal.tsx'
import { ReasonField, useReason } from './reason-field.tsx'
import { resultChoices, resultDigits, resultOf } from './result-choice.ts'
import { useCodedChoice } from './use-coded-choice.ts'

const { title, remark, stay, finishAndCallNext, finishAndCall: finishAndCallNumber } = clerkText.guard

/**
 * A call pressed while somebody is served: a misclick must not end a service. No result is chosen
 * beforehand here, so that Enter alone changes nothing.
 */
export function GuardDialog({ ticket, chosen }: { ticket: TicketCard; chosen: TicketCard | null }) {
  const desk = useDesk()
  const result = useCodedChoice(resultDigits)
  const reason = useReason(clerkText.callChosen.reasons)
  const resultCode = resultOf(result.chosen)

  const confirm = () => {
    if (resultCode === null) return
    const call = chosen === null ? null : { ticket: chosen, reason: reason.text }
    void desk.perform(finishAndCall(desk.windowNumber, ticket, resultCode, call))
  }
  const missingReason = chosen === null ? '' : reason.missing
  return (
    <DeskModal
      title={title(ticket.number)}
      backText={stay}
      confirmText={chosen === null ? finishAndCallNext : finishAndCallNumber(chosen.number)}
      missing={resultCode === null ? clerkText.finish.resultNeeded : missingReason}
      onConfirm={confirm}
      onDigit={result.onDigit}
      onStep={result.onStep}
    >
      <p>{remark(ticket.number)}</p>
      <ChoiceList
        legend={`${clerkText.finish.result} · ${clerkText.dialog.digits}`}
        choices={resultChoices}
        chosen={result.chosen}
        onChoose={result.onChoose}
        hasKeys
        columns={2}
      />
      {chosen !== null && <ReasonField usual={clerkText.callChosen.reasons} reason={reason} hasKeys={false} />}
    </DeskModal>
  )
}
