import { Form, Select } from 'antd'
import type { Setup } from '../../../shared/contract/contract.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { ChoiceField, LinesField, NumberField, optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { setupText } from '../../common/text/console-setup.ts'
import { MaterialFields } from './material-fields.tsx'

const words = setupText.items

/** What a new item begins with; the rest has to be typed. */
const fresh: Typed = {
  nameEnglish: '',
  aliases: [],
  kind: 'instant',
  serviceMinutes: 10,
  materials: [],
  fee: '',
  remark: '',
  identity: 'optional',
  holderRule: 'agent-allowed',
  quotaMorning: null,
  quotaAfternoon: null,
  lastTicketMinutes: 0,
}

interface ItemFormProps {
  setup: Setup
  /** The item to change; left out for a new one. Its code is its identity and stays. */
  published?: ServiceItem
  onDone: () => void
}

export function ItemForm({ setup, published, onDone }: ItemFormProps) {
  return (
    <CommandForm
      type="PublishServiceItem"
      initial={{ serviceItem: published ?? fresh }}
      bodyOf={bodyOf}
      submitText={words.publish}
      doneText={words.published}
      onDone={onDone}
      onCancel={onDone}
    >
      <h3>{words.basics}</h3>
      <BasicFields setup={setup} isNew={published === undefined} />
      <h3>{words.limits}</h3>
      <LimitFields field="statutoryLimit" label={words.statutoryLimit} />
      <LimitFields field="promisedLimit" label={words.promisedLimit} />
      <h3>{words.taking}</h3>
      <TakingFields />
      <h3>{words.materials}</h3>
      <MaterialFields />
    </CommandForm>
  )
}

/** A limit without an amount is no limit: nothing is prescribed. */
function bodyOf(typed: Typed): Typed {
  const serviceItem = typed.serviceItem as Typed
  const { statutoryLimit, promisedLimit } = serviceItem
  return {
    serviceItem: { ...serviceItem, statutoryLimit: limitOf(statutoryLimit), promisedLimit: limitOf(promisedLimit) },
  }
}

function limitOf(typed: unknown): unknown {
  if (typeof typed !== 'object' || typed === null || !('amount' in typed)) return null
  return typed.amount === null || typed.amount === undefined ? null : { unit: 'workday', ...typed }
}

function BasicFields({ setup, isNew }: { setup: Setup; isNew: boolean }) {
  return (
    <div className="form-columns">
      <TextField name={['serviceItem', 'itemCode']} label={words.itemCode} isDisabled={!isNew} />
      <TextField name={['serviceItem', 'name']} label={words.name} />
      <TextField name={['serviceItem', 'nameEnglish']} label={words.nameEnglish} />
      <TextField name={['serviceItem', 'category']} label={words.category} />
      <TextField name={['serviceItem', 'department']} label={words.department} />
      <SelectField
        name={['serviceItem', 'queue']}
        label={words.queue}
        options={setup.queues.map(({ letter, name }) => ({ value: letter, label: `${letter} ${name}` }))}
      />
      <ChoiceField name={['serviceItem', 'kind']} label={words.kind} names={words.kindName} />
      <Form.Item name={['serviceItem', 'aliases']} label={words.aliases}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
      </Form.Item>
      <TextField name={['serviceItem', 'fee']} label={words.fee} />
      <LinesField name={['serviceItem', 'remark']} label={words.remark} rows={1} />
    </div>
  )
}

function LimitFields({ field, label }: { field: 'statutoryLimit' | 'promisedLimit'; label: string }) {
  return (
    <fieldset className="form-columns form-limit">
      <legend className="field-legend">{label}</legend>
      <NumberField name={['serviceItem', field, 'amount']} label={words.amount} example={words.noLimit} />
      <SelectField name={['serviceItem', field, 'unit']} label={words.unit} options={optionsOf(words.unitName)} />
      <TextField name={['serviceItem', field, 'basis']} label={words.basis} />
    </fieldset>
  )
}

function TakingFields() {
  return (
    <div className="form-columns">
      <ChoiceField name={['serviceItem', 'identity']} label={words.identity} names={words.identityName} />
      <ChoiceField name={['serviceItem', 'holderRule']} label={words.holderRule} names={words.holderRuleName} />
      <NumberField name={['serviceItem', 'serviceMinutes']} label={words.serviceMinutes} />
      <NumberField name={['serviceItem', 'quotaMorning']} label={words.quotaMorning} example={words.noQuota} />
      <NumberField name={['serviceItem', 'quotaAfternoon']} label={words.quotaAfternoon} example={words.noQuota} />
      <NumberField name={['serviceItem', 'lastTicketMinutes']} label={words.lastTicketMinutes} />
    </div>
  )
}
