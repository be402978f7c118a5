import { Alert, Form } from 'antd'
import { useState } from 'react'
import type { FilingView } from '../../../shared/contract/promise-view.ts'
import type { CommandType } from '../../../shared/vocabulary/command.ts'
import type { DeliveryWay } from '../../../shared/vocabulary/filing.ts'
import { ChoiceField, LinesField, NumberField, optionsOf, SelectField, TextField, YesNoField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { promiseText } from '../text/promise.ts'
import { SignatureField } from './countertop-signature.tsx'
import { type ChecklistLine, MaterialChecklist, type Ticked } from './material-checklist.tsx'
import { StaffField } from './staff-field.tsx'

const words = promiseText.field

/** The commands on a filing that are there as a button. */
export type FilingAction = keyof typeof promiseText.action & CommandType

interface ActionFormProps {
  action: FilingAction
  view: Pick<FilingView, 'filing' | 'stages'>
  onDone: (made: Record<string, unknown>) => void
  onCancel: () => void
}

/** One command on a filing: its few fields, checked by the vocabulary's own schema before they are sent. */
export function ActionForm({ action, view, onDone, onCancel }: ActionFormProps) {
  const { filing } = view
  const [ticked, setTicked] = useState<Ticked>({})
  const [signature, setSignature] = useState<string | undefined>(undefined)
  const checks = Object.values(ticked)
  const bodyOf = (typed: Typed) => ({
    ...typed,
    ...(checkingActions.has(action) ? { checks } : {}),
    ...(action === 'CheckMaterials' ? { conditions: filing.conditions } : {}),
    ...(typed.means === 'pad' && signature !== undefined ? { signature } : {}),
  })
  return (
    <CommandForm
      type={action}
      initial={{ filingId: filing.filingId, ...(action === 'ReturnFiling' ? returnOf(view) : initials[action]) }}
      bodyOf={bodyOf}
      submitText={promiseText.action[action]}
      isDanger={dangerous.has(action)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {checkingActions.has(action) && (
        <MaterialChecklist
          lines={linesFor(action, view)}
          ticked={ticked}
          onTick={setTicked}
          isSettled={({ state }) => action === 'ReceiveCorrection' && isKept(state)}
        />
      )}
      <StageRemark action={action} view={view} />
      <Fields action={action} filingId={filing.filingId} signature={signature} onSigned={setSignature} />
    </CommandForm>
  )
}

const checkingActions: ReadonlySet<FilingAction> = new Set<FilingAction>([
  'CheckMaterials',
  'ReceiveCorrection',
  'ReceiveToleratedMaterial',
])
const dangerous: ReadonlySet<FilingAction> = new Set<FilingAction>(['DeclineFiling', 'ReturnFiling', 'WithdrawFiling'])

const initials: Partial<Record<FilingAction, Typed>> = {
  DeclineFiling: { ground: 'not-competent' },
  AcceptFiling: { collectBy: 'window' },
  SuspendFiling: { expectedWorkdays: 5 },
  AskExtension: { workdays: 5 },
  ConvertFiling: { limit: { amount: 3, unit: 'workday', basis: '' } },
  DecideFiling: { decision: 'granted' },
  TellApplicant: { means: 'phone', isReached: true },
  DeliverResult: { way: 'collected' },
  SignHandlingSlip: { means: 'pad' },
}

/** The ground that a filing in this state is returned on. */
function returnOf({ filing }: ActionFormProps['view']): Typed {
  if (filing.status === 'correcting') return { ground: 'correction-lapsed' }
  return { ground: filing.lines.some(({ state }) => state === 'tolerated') ? 'tolerance-lapsed' : 'by-consent' }
}

function isKept(state: ChecklistLine['state']): boolean {
  return state === 'in-hand' || state === 'promised' || state === 'not-needed'
}

function linesFor(action: FilingAction, { filing }: ActionFormProps['view']): ChecklistLine[] {
  if (action === 'ReceiveToleratedMaterial') return filing.lines.filter(({ state }) => state === 'tolerated')
  return filing.lines.filter(({ state }) => action !== 'CheckMaterials' || state !== 'not-needed')
}

/** Which stage comes next, or which ones a decision now would come before. */
function StageRemark({ action, view }: { action: FilingAction; view: ActionFormProps['view'] }) {
  const ahead = view.stages.filter(({ begun }) => begun === null).map(({ name }) => name)
  const [next] = ahead
  if (next === undefined) return null
  if (action === 'FinishStage') return <p>{promiseText.stages.next(next)}</p>
  if (action !== 'DecideFiling') return null
  return <Alert className="form-answer" type="warning" showIcon title={promiseText.stages.willSkip(ahead)} />
}

interface FieldsProps {
  action: FilingAction
  filingId: number
  signature: string | undefined
  onSigned: (png: string | undefined) => void
}

function Fields(props: FieldsProps) {
  const { action } = props
  switch (action) {
    case 'CorrectOnTheSpot':
    case 'ResumeFiling':
      return <LinesField name={['note']} label={words.note} rows={2} />
    case 'DeclareNotRequired':
    case 'AllowSecondNotice':
    case 'RefuseExtension':
    case 'ExplainOverdue':
    case 'WithdrawFiling':
      return <LinesField name={['reason']} label={words.reason} rows={2} />
    case 'DeclineFiling':
      return (
        <>
          <ChoiceField name={['ground']} label={words.ground} names={promiseText.declineGround} />
          <LinesField name={['reason']} label={words.reason} rows={2} />
          <TextField name={['basis']} label={words.basis} />
          <TextField name={['competentOrgan']} label={words.competentOrgan} />
        </>
      )
    case 'IssueOneTimeNotice':
      return (
        <>
          <NumberField name={['correctionDays']} label={words.correctionDays} />
          <LinesField name={['remark']} label={words.remark} rows={2} />
        </>
      )
    case 'ReceiveCorrection':
      return <SelectField name={['cause']} label={words.cause} options={optionsOf(promiseText.visitCause)} />
    case 'AcceptFiling':
      return <ChoiceField name={['collectBy']} label={words.collectBy} names={promiseText.collectBy} />
    case 'UrgeFiling':
      return <LinesField name={['demand']} label={words.demand} rows={2} />
    case 'ReassignFiling':
      return (
        <>
          <StaffField name={['toStaffId']} label={words.toStaffId} />
          <TextField name={['reason']} label={words.reason} />
        </>
      )
    default:
      return <LaterFields {...props} />
  }
}

/** While the limit runs. */
function LaterFields(props: FieldsProps) {
  const { action } = props
  switch (action) {
    case 'SuspendFiling':
      return (
        <>
          <SelectField name={['procedure']} label={words.procedure} options={optionsOf(promiseText.procedure)} />
          <TextField name={['basis']} label={words.basis} />
          <NumberField name={['expectedWorkdays']} label={words.expectedWorkdays} />
        </>
      )
    case 'AskExtension':
      return (
        <>
          <NumberField name={['workdays']} label={words.workdays} />
          <LinesField name={['reason']} label={words.reason} rows={2} />
        </>
      )
    case 'FinishStage':
      return (
        <>
          <LinesField name={['opinion']} label={words.opinion} rows={2} />
          <StaffField name={['nextHandlerId']} label={words.nextHandlerId} />
        </>
      )
    case 'ApproveExtension':
      return <TextField name={['approver']} label={words.approver} />
    case 'ConvertFiling':
      return (
        <>
          <NumberField name={['limit', 'amount']} label={words.amount} />
          <SelectField name={['limit', 'unit']} label={words.unit} options={optionsOf(promiseText.unit)} />
          <LinesField name={['reason']} label={words.reason} rows={2} />
        </>
      )
    default:
      return <EndFields {...props} />
  }
}

/** From the decision to the signature. */
function EndFields(props: FieldsProps) {
  const { action } = props
  switch (action) {
    case 'DecideFiling':
      return (
        <>
          <ChoiceField name={['decision']} label={words.decision} names={promiseText.decision} />
          <LinesField name={['reason']} label={words.reason} rows={2} />
        </>
      )
    case 'ProduceResult':
      return (
        <>
          <TextField name={['resultName']} label={words.resultName} />
          <TextField name={['resultNumber']} label={words.resultNumber} />
        </>
      )
    case 'TellApplicant':
      return (
        <>
          <ChoiceField name={['means']} label={words.means} names={promiseText.notifyMeans} />
          <YesNoField name={['isReached']} label={words.isReached} />
          <TextField name={['note']} label={words.note} />
        </>
      )
    case 'DeliverResult':
      return <DeliveryFields />
    case 'SignHandlingSlip':
      return <SignatureFields {...props} />
    case 'ReturnFiling':
      return (
        <>
          <ChoiceField name={['ground']} label={words.ground} names={promiseText.returnGround} />
          <LinesField name={['reason']} label={words.reason} rows={2} />
          <TextField name={['basis']} label={words.basis} />
        </>
      )
    default:
      return null
  }
}

/** What proves each way beside the place. */
const proofOfWay: Record<DeliveryWay, ('relation' | 'reason' | 'witness' | 'postNumber')[]> = {
  direct: ['relation', 'reason'],
  'left-behind': ['reason', 'witness'],
  entrusted: ['relation', 'reason'],
  post: ['postNumber'],
  electronic: [],
  'public-notice': ['reason'],
  collected: [],
}

function DeliveryFields() {
  const way = Form.useWatch<DeliveryWay | undefined>('way')
  return (
    <>
      <SelectField name={['way']} label={words.way} options={optionsOf(promiseText.way)} />
      <TextField name={['place']} label={words.place} />
      {way !== undefined &&
        proofOfWay[way].map((field) => <TextField key={field} name={[field]} label={words[field]} />)}
    </>
  )
}

function SignatureFields({ filingId, signature, onSigned }: FieldsProps) {
  const means = Form.useWatch<string | undefined>('means')
  return (
    <>
      <ChoiceField name={['means']} label={words.means} names={promiseText.signature} />
      {means === 'pad' && (
        <SignatureField
          toSign={{ filingId, paper: 'handling-slip', documentId: null }}
          signature={signature}
          onSigned={onSigned}
        />
      )}
      {means === 'proxy' && <TextField name={['relation']} label={words.relation} />}
      {(means === 'refused' || means === 'unreachable') && (
        <>
          <TextField name={['reason']} label={words.reason} />
          <TextField name={['witness']} label={words.witness} />
        </>
      )}
    </>
  )
}
