import { ChoiceField } from '../../common/form/fields.tsx'
import { CommandForm } from '../../common/form/hub-form.tsx'
import { common } from '../../common/text/common.ts'
import { consoleText } from '../../common/text/console.ts'

const words = consoleText.desk

interface CancelTicketFormProps {
  ticketId: number
  number: string
  onDone: () => void
}

export function CancelTicketForm({ ticketId, number, onDone }: CancelTicketFormProps) {
  return (
    <CommandForm
      type="CancelTicket"
      initial={{ ticketId }}
      submitText={words.cancelTicket}
      isDanger
      doneText={words.cancelled(number)}
      onDone={onDone}
    >
      <ChoiceField name={['reason']} label={words.cancelReason} names={common.cancelReason} />
    </CommandForm>
  )
}
