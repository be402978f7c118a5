import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { ChoiceField, LinesField, optionsOf, SelectField, TextField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'
import { freshParty, PartyFields } from './party-fields.tsx'

const words = promiseText.homeVisit

/** Papers are shown at the door; whoever phones has none at hand. */
const freshVisitParty = { ...freshParty, idKind: 'none' }

interface RecordHomeVisitProps {
  items: readonly ServiceItem[]
  today: string
  onRecorded: (inquiryId: number) => void
  onCancel: () => void
}

/** 登记上门服务: one line of the register, and the visit that hangs on it. */
export function RecordHomeVisit({ items, today, onRecorded, onCancel }: RecordHomeVisitProps) {
  const { inquiry } = promiseText
  const initial = {
    channel: 'phone',
    matter: '',
    category: '',
    specialGroup: 'none',
    party: freshVisitParty,
    wishedDay: today,
    wishedHalf: 'either',
  }
  return (
    <CommandForm
      type="RecordHomeVisit"
      initial={initial}
      submitText={inquiry.record}
      onDone={(made) => onRecorded(Number(made.inquiryId))}
      onCancel={onCancel}
    >
      <LinesField name={['matter']} label={inquiry.matter} rows={2} />
      <div className="form-columns">
        <SelectField
          name={['itemCode']}
          label={inquiry.item}
          options={items.map(({ itemCode, name }) => ({ value: itemCode, label: name }))}
        />
        <TextField name={['category']} label={inquiry.category} />
        <SelectField name={['channel']} label={inquiry.channel} options={optionsOf(promiseText.channel)} />
        <SelectField name={['specialGroup']} label={inquiry.group} options={optionsOf(promiseText.group)} />
      </div>
      <WishFields />
    </CommandForm>
  )
}

/** 预约上门 of a matter that stands in the register. */
export function AskHomeVisit({ inquiryId, today, onDone, onCancel }: AskHomeVisitProps) {
  const initial = { inquiryId, party: freshVisitParty, wishedDay: today, wishedHalf: 'either' }
  return (
    <CommandForm
      type="AskHomeVisit"
      initial={initial}
      submitText={words.action.AskHomeVisit}
      onDone={onDone}
      onCancel={onCancel}
    >
      <WishFields />
    </CommandForm>
  )
}

interface AskHomeVisitProps {
  inquiryId: number
  today: string
  onDone: () => void
  onCancel: () => void
}

/** Who waits at home, and when. */
function WishFields() {
  return (
    <>
      <PartyFields field="party" />
      <div className="form-columns">
        <TextField name={['wishedDay']} label={words.wishedDay} />
        <ChoiceField name={['wishedHalf']} label={words.wished} names={words.half} />
      </div>
    </>
  )
}
