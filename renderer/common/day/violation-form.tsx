import { Form, Radio } from 'antd'
import { useState } from 'react'
import type { ViolationAction, ViolationView } from '../../../shared/contract/day-view.ts'
import { ChoiceField, LinesField, NumberField, TextField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { SignaturePad } from '../promise/signature-pad.tsx'
import { violationText } from '../text/violation.ts'

const words = violationText.field

interface ViolationFormProps {
  action: Exclude<ViolationAction, 'AttachEvidence'>
  view: ViolationView
  onDone: () => void
  onCancel: () => void
}

/** One command on a violation: its few fields, checked by the vocabulary's own schema. */
export function ViolationForm({ action, view, onDone, onCancel }: ViolationFormProps) {
  const { violationId } = view.violation
  const [signature, setSignature] = useState<string | undefined>(undefined)
  const bodyOf = (typed: Typed) => (signature === undefined ? typed : { ...typed, signature })
  return (
    <CommandForm
      type={action}
      initial={{ violationId, ...initialOf(action, view) }}
      bodyOf={action === 'SignViolation' ? bodyOf : (typed) => typed}
      submitText={violationText.action[action]}
      isDanger={action === 'ConfirmViolation'}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Fields action={action} view={view} onSigned={setSignature} />
    </CommandForm>
  )
}

function initialOf(action: ViolationFormProps['action'], view: ViolationView): Typed {
  if (action === 'ConfirmViolation') return { points: view.proposedPoints, note: '' }
  if (action === 'SignViolation') return { means: 'pad', note: '' }
  if (action === 'DismissViolation') return { reason: '' }
  return action === 'DecideAppeal' ? { reason: '' } : { text: '' }
}

interface FieldsProps {
  action: ViolationFormProps['action']
  view: ViolationView
  onSigned: (png: string | undefined) => void
}

function Fields({ action, view, onSigned }: FieldsProps) {
  switch (action) {
    case 'StateOnViolation':
    case 'AppealViolation':
      return <LinesField name={['text']} label={words.text} remark={words.textRemark} rows={4} />
    case 'SignViolation':
      return <SignatureFields onSigned={onSigned} />
    case 'ConfirmViolation': {
      const { proposedPoints, isRepeated, pointsOfMonth } = view
      const proposal = isRepeated ? words.pointsRepeated(proposedPoints) : words.pointsProposed(proposedPoints)
      return (
        <>
          <NumberField
            name={['points']}
            label={words.points}
            remark={`${proposal}${words.pointsOfMonth(pointsOfMonth)}`}
          />
          <LinesField name={['note']} label={words.note} rows={2} />
        </>
      )
    }
    case 'DismissViolation':
      return <LinesField name={['reason']} label={words.reason} rows={2} />
    case 'DecideAppeal':
      return (
        <>
          <Form.Item name={['isUpheld']} label={words.isUpheld}>
            <Radio.Group
              options={[
                { value: true, label: words.uphold },
                { value: false, label: words.revoke },
              ]}
            />
          </Form.Item>
          <LinesField name={['reason']} label={words.reason} rows={2} />
        </>
      )
  }
}

/** Drawn on the pad, on paper, or refused with who saw it. */
function SignatureFields({ onSigned }: { onSigned: (png: string | undefined) => void }) {
  const means: unknown = Form.useWatch(['means'])
  return (
    <>
      <ChoiceField name={['means']} label={words.means} names={violationText.signature} />
      {means === 'pad' && <SignaturePad label={words.signHere} onSigned={onSigned} />}
      {means === 'refused' && <TextField name={['note']} label={words.witness} remark={words.witnessRemark} />}
    </>
  )
}
