import { Alert, Form, Input, Select } from 'antd'
import type { CatalogueItem, Setup } from '../../../shared/contract/contract.ts'
import { missingBlocks } from '../../../shared/vocabulary/item-blocks.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { ChoiceField, LinesField, NumberField, optionsOf, SelectField, TextField } from '../../common/form/fields.tsx'
import { CommandForm, type Typed } from '../../common/form/hub-form.tsx'
import { setupText } from '../../common/text/console-setup.ts'
import { MaterialFields } from './material-fields.tsx'
import { StageFields } from './stage-fields.tsx'

const words = setupText.items

/** What a new item begins with; the rest has to be typed. */
const fresh = {
  nameEnglish: '',
  aliases: [],
  status: 'published',
  effectiveFrom: null,
  isOrgan: true,
  elderlyWish: false,
  kind: 'instant',
  basis: '',
  conditions: '',
  quantity: '',
  procedure: [],
  statutoryLimit: null,
  promisedLimit: null,
  stages: [],
  serviceMinutes: 10,
  materials: [],
  sample: '',
  fee: '',
  remark: '',
  identity: 'optional',
  holderRule: 'agent-allowed',
  quotaMorning: null,
  quotaAfternoon: null,
  lastTicketMinutes: 0,
} satisfies Partial<ServiceItem>

interface ItemFormProps {
  setup: Setup
  /** The item to change; left out for a new one. Its code is its identity and stays. */
  published?: CatalogueItem
  onDone: () => void
}

export function ItemForm({ setup, published, onDone }: ItemFormProps) {
  return (
    <CommandForm
      type="PublishServiceItem"
      initial={{ serviceItem: published === undefined ? fresh : withoutKeys(published) }}
      bodyOf={bodyOf}
      submitText={words.save}
      doneText={words.saved}
      onDone={onDone}
      onCancel={onDone}
    >
      <h3>{words.basics}</h3>
      <BasicFields setup={setup} isNew={published === undefined} />
      <h3>{words.blocks}</h3>
      <BlockFields />
      <h3>{words.limits}</h3>
      <LimitFields field="statutoryLimit" label={words.statutoryLimit} />
      <LimitFields field="promisedLimit" label={words.promisedLimit} />
      <h3>{words.stages}</h3>
      <StageFields />
      <h3>{words.materials}</h3>
      <MaterialFields />
      <h3>{words.taking}</h3>
      <TakingFields />
      <h3>{words.version}</h3>
      <VersionFields />
      <MissingBlocks />
    </CommandForm>
  )
}

/** The hub spells an item's names itself. */
function withoutKeys({ searchKeys: _, ...serviceItem }: CatalogueItem): ServiceItem {
  return serviceItem
}

/** A limit without an amount is no limit, a day that was left empty is at once, an empty line is no step. */
function bodyOf(typed: Typed): Typed {
  const serviceItem = typed.serviceItem as Typed
  const { statutoryLimit, promisedLimit, effectiveFrom, procedure } = serviceItem
  return {
    serviceItem: {
      ...serviceItem,
      statutoryLimit: limitOf(statutoryLimit),
      promisedLimit: limitOf(promisedLimit),
      effectiveFrom: effectiveFrom === '' ? null : effectiveFrom,
      procedure: (procedure as string[]).filter((step) => step.trim() !== ''),
    },
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
      <YesNoField name="isOrgan" label={words.isOrgan} names={words.isOrganName} />
      <YesNoField name="elderlyWish" label={words.elderlyWish} names={words.elderlyWishName} />
    </div>
  )
}

/** 公示要素 beside name, limits and materials, which have their own places in the form. */
function BlockFields() {
  return (
    <div className="form-halves">
      <LinesField name={['serviceItem', 'basis']} label={words.itemBasis} rows={2} />
      <LinesField name={['serviceItem', 'conditions']} label={words.conditions} rows={2} />
      <Form.Item
        name={['serviceItem', 'procedure']}
        label={words.procedure}
        getValueProps={(steps: string[] | undefined) => ({ value: steps?.join('\n') })}
        normalize={(text: string) => text.split('\n')}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} spellCheck={false} />
      </Form.Item>
      <div>
        <TextField name={['serviceItem', 'quantity']} label={words.quantity} />
        <TextField name={['serviceItem', 'sample']} label={words.sample} />
      </div>
      <LinesField name={['serviceItem', 'fee']} label={words.fee} rows={1} />
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

function VersionFields() {
  return (
    <div className="form-halves">
      <ChoiceField name={['serviceItem', 'status']} label={words.status} names={words.statusName} />
      <TextField
        name={['serviceItem', 'effectiveFrom']}
        label={words.effectiveFrom}
        example={words.atOnce}
        remark={words.effectiveFromRemark}
      />
    </div>
  )
}

interface YesNoParts {
  name: 'isOrgan' | 'elderlyWish'
  label: string
  names: { yes: string; no: string }
}

function YesNoField({ name, label, names }: YesNoParts) {
  const options = [
    { value: true, label: names.yes },
    { value: false, label: names.no },
  ]
  return (
    <Form.Item name={['serviceItem', name]} label={label}>
      <Select options={options} />
    </Form.Item>
  )
}

/** What still has to be written before the item may be published; the hub would refuse it. */
function MissingBlocks() {
  const form = Form.useFormInstance<Typed>()
  const typed = Form.useWatch('serviceItem', { form, preserve: true }) as Typed | undefined
  if (typed === undefined) return null
  const { serviceItem } = bodyOf({ serviceItem: { ...fresh, ...typed } })
  const missing = missingBlocks({ name: '', ...(serviceItem as Partial<ServiceItem>) } as ServiceItem)
  if (missing.length === 0) return null
  return <Alert className="form-answer" type="warning" showIcon title={words.stillMissing(missing)} />
}
