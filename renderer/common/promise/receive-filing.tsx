import { Checkbox, Form, Switch } from 'antd'
import { useState } from 'react'
import type { MaterialCondition, RequiredMaterial, ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { SelectField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'
import { MaterialChecklist, type Ticked, tally } from './material-checklist.tsx'
import { freshAgent, freshParty, PartyFields } from './party-fields.tsx'

const words = promiseText.receive

interface ReceiveFilingProps {
  inquiryId: number
  /** The item of the inquiry; null when it named none. */
  itemCode: string | null
  items: readonly ServiceItem[]
  onReceived: (filingId: number) => void
  onCancel: () => void
}

/** 收件: who applies, what applies to him, and the whole list ticked line by line. */
export function ReceiveFiling({ inquiryId, itemCode, items, onReceived, onCancel }: ReceiveFilingProps) {
  const [ticked, setTicked] = useState<Ticked>({})
  const [conditions, setConditions] = useState<MaterialCondition[]>([])
  const [isByAgent, setByAgent] = useState(false)
  const applying = isByAgent ? [...conditions, 'agent' as const] : conditions
  return (
    <CommandForm
      type="ReceiveFiling"
      initial={{ inquiryId, party: freshParty, agent: freshAgent, ...(itemCode === null ? {} : { itemCode }) }}
      bodyOf={({ agent, ...typed }) => ({
        ...typed,
        conditions: knownIn(applying, itemOf(items, typed)),
        checks: checksFor(applying, itemOf(items, typed), ticked),
        ...(isByAgent ? { agent } : {}),
      })}
      submitText={words.submit}
      onDone={(made) => onReceived(Number(made.filingId))}
      onCancel={onCancel}
    >
      <SelectField
        name={['itemCode']}
        label={promiseText.inquiry.item}
        options={items.map((one) => ({ value: one.itemCode, label: one.name }))}
      />
      <PartyFields field="party" />
      <Form.Item label={promiseText.party.byAgent}>
        <Switch checked={isByAgent} onChange={setByAgent} aria-label={promiseText.party.byAgent} />
      </Form.Item>
      {isByAgent && <PartyFields field="agent" />}
      <Checklist
        items={items}
        conditions={conditions}
        applying={applying}
        onConditions={setConditions}
        ticked={ticked}
        onTick={setTicked}
      />
    </CommandForm>
  )
}

function itemOf(items: readonly ServiceItem[], typed: Typed): ServiceItem | undefined {
  return items.find(({ itemCode }) => itemCode === typed.itemCode)
}

/** The list as the circumstances pick it; what has a condition of its own words stands there to be ticked off. */
function linesFor(applying: readonly MaterialCondition[], item: ServiceItem | undefined): RequiredMaterial[] {
  return (item?.materials ?? []).filter(({ when }) => when === null || when === 'other' || applying.includes(when))
}

function knownIn(applying: readonly MaterialCondition[], item: ServiceItem | undefined): MaterialCondition[] {
  const known = new Set((item?.materials ?? []).map(({ when }) => when))
  return applying.filter((one) => known.has(one))
}

function checksFor(applying: readonly MaterialCondition[], item: ServiceItem | undefined, ticked: Ticked) {
  return linesFor(applying, item).flatMap(({ materialCode }) => ticked[materialCode] ?? [])
}

interface ChecklistProps {
  items: readonly ServiceItem[]
  conditions: MaterialCondition[]
  applying: readonly MaterialCondition[]
  onConditions: (conditions: MaterialCondition[]) => void
  ticked: Ticked
  onTick: (ticked: Ticked) => void
}

function Checklist({ items, conditions, applying, onConditions, ticked, onTick }: ChecklistProps) {
  const itemCode = Form.useWatch<string | undefined>('itemCode')
  const item = items.find((one) => one.itemCode === itemCode)
  if (item === undefined) return null
  const known = [...new Set(item.materials.flatMap(({ when }) => (when === null || when === 'agent' ? [] : [when])))]
  const lines = linesFor(applying, item)
  const { open, wanting } = tally(lines, ticked)
  const follows = open > 0 ? words.notTicked(open) : wanting > 0 ? words.incomplete(wanting) : words.complete
  return (
    <>
      {known.length > 0 && (
        <Form.Item label={words.conditions}>
          <Checkbox.Group<MaterialCondition>
            value={conditions}
            onChange={onConditions}
            options={known.map((value) => ({ value, label: promiseText.condition[value] }))}
          />
        </Form.Item>
      )}
      <Form.Item label={words.checklist}>
        <MaterialChecklist lines={lines} ticked={ticked} onTick={onTick} />
        <p className="soft">{follows}</p>
      </Form.Item>
    </>
  )
}
