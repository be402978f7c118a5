import { Descriptions, Form, Modal } from 'antd'
import { useState } from 'react'
import type { HomeVisitView, InquiryView } from '../../../shared/contract/promise-view.ts'
import { ChoiceField, LinesField, TextField } from '../form/fields.tsx'
import { CommandForm, type Typed } from '../form/hub-form.tsx'
import { hub } from '../hub-link.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { ActionBar } from './action-bar.tsx'
import { wishText } from './home-visit-book.tsx'
import { PrintButton } from './print-button.tsx'
import { AskHomeVisit } from './record-home-visit.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { StaffField } from './staff-field.tsx'

const words = promiseText.homeVisit
type VisitAction = keyof typeof words.action
const onVisit = [
  'DispatchHomeVisit',
  'RescheduleHomeVisit',
  'ReportHomeVisit',
  'ConfirmHomeVisit',
  'CancelHomeVisit',
] as const satisfies VisitAction[]

interface HomeVisitPartProps {
  view: InquiryView
  /** The hall's own day. */
  today: string
  onChanged: () => void
}

/** 上门服务 of an opened line: what was agreed, what can be done now, and its slip. */
export function HomeVisitPart({ view, today, onChanged }: HomeVisitPartProps) {
  const [action, setAction] = useState<VisitAction | null>(null)
  const { inquiry, homeVisit, refusals, names } = view
  const { inquiryId } = inquiry
  const close = () => setAction(null)
  const done = () => {
    close()
    onChanged()
  }
  const askSlip = async () => (await hub.query.homeVisitPrint({ inquiryId }))!
  return (
    <section className="inquiry-actions" aria-label={words.title}>
      <div className="home-visit-head">
        <h3>{words.title}</h3>
        {homeVisit !== null && <PrintButton label={words.print} size="small" pageOf={askSlip} />}
      </div>
      <ActionBar
        actions={homeVisit === null ? (['AskHomeVisit'] as const) : onVisit}
        names={words.action}
        refusals={refusals}
        size="small"
        onAction={setAction}
      />
      {homeVisit !== null && <What homeVisit={homeVisit} names={names} />}
      {action !== null && (
        <Modal open title={words.action[action]} footer={null} centered width={640} destroyOnHidden onCancel={close}>
          {action === 'AskHomeVisit' ? (
            <AskHomeVisit inquiryId={inquiryId} today={today} onDone={done} onCancel={close} />
          ) : (
            <VisitForm action={action} view={view} onDone={done} onCancel={close} />
          )}
        </Modal>
      )}
    </section>
  )
}

function What({ homeVisit: { visit, party }, names }: { homeVisit: HomeVisitView; names: InquiryView['names'] }) {
  const { appointmentAt, visitorId, reschedules, report, confirmation, cancelled } = visit
  const stamp = (at: number) => `${dayText(at)} ${clockText(at)}`
  const moves = reschedules.map(({ fromAt, reason }) => `${stamp(fromAt)}（${reason}）`).join('；')
  const said = confirmation === null ? [] : [words.confirmation[confirmation.means], confirmation.reason]
  const rows: [string, string][] = [
    [promiseText.columns.number, visit.number],
    [promiseText.columns.status, words.status[visit.status]],
    [promiseText.columns.party, party.name === '' ? promiseText.filing.erased : party.name],
    [promiseText.party.phone, party.phone],
    [words.address, party.address],
    [words.wished, wishText(visit)],
    [words.visitor, visitorId === null ? '' : (names[visitorId] ?? '')],
    [words.appointment, appointmentAt === null ? '' : stamp(appointmentAt)],
    [words.movedFrom, moves],
    [words.report, report === null ? '' : `${words.result[report.result]}：${report.note}`],
    [words.confirmed, said.join(' ').trim()],
    [words.cancelled, cancelled?.reason ?? ''],
  ]
  return (
    <Descriptions
      className="home-visit-what"
      size="small"
      bordered
      column={2}
      items={rows.filter(([, value]) => value !== '').map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

interface VisitFormProps {
  action: (typeof onVisit)[number]
  view: InquiryView
  onDone: () => void
  onCancel: () => void
}

function VisitForm({ action, view, onDone, onCancel }: VisitFormProps) {
  const [signature, setSignature] = useState<string | undefined>(undefined)
  const bodyOf = ({ ...typed }: Typed) =>
    typed.means === 'pad' && signature !== undefined ? { ...typed, signature } : typed
  return (
    <CommandForm
      type={action}
      initial={initialOf(action, view)}
      bodyOf={bodyOf}
      submitText={words.action[action]}
      isDanger={action === 'CancelHomeVisit'}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Fields action={action} onSigned={setSignature} />
    </CommandForm>
  )
}

/** What was wished for, or agreed on before, stands there to begin with. */
function initialOf(action: VisitFormProps['action'], { inquiry, homeVisit }: InquiryView): Typed {
  const { inquiryId, responsible } = inquiry
  if (action === 'DispatchHomeVisit' && homeVisit !== null) {
    const { visitorId, wishedDay, wishedHalf } = homeVisit.visit
    const appointmentTime = wishedHalf === 'afternoon' ? '14:30' : '09:30'
    return { inquiryId, visitorId: visitorId ?? responsible, appointmentDay: wishedDay, appointmentTime }
  }
  if (action === 'ReportHomeVisit') return { inquiryId, result: 'settled' }
  if (action === 'ConfirmHomeVisit') return { inquiryId, means: 'pad' }
  return { inquiryId }
}

function Fields({
  action,
  onSigned,
}: Pick<VisitFormProps, 'action'> & { onSigned: (png: string | undefined) => void }) {
  switch (action) {
    case 'DispatchHomeVisit':
      return (
        <>
          <StaffField name={['visitorId']} label={words.visitor} />
          <AppointmentFields />
        </>
      )
    case 'RescheduleHomeVisit':
      return (
        <>
          <AppointmentFields />
          <TextField name={['reason']} label={promiseText.field.reason} />
        </>
      )
    case 'ReportHomeVisit':
      return (
        <>
          <ChoiceField name={['result']} label={words.report} names={words.result} />
          <LinesField name={['note']} label={words.note} rows={2} />
        </>
      )
    case 'ConfirmHomeVisit':
      return <ConfirmFields onSigned={onSigned} />
    case 'CancelHomeVisit':
      return <TextField name={['reason']} label={promiseText.field.reason} />
  }
}

function AppointmentFields() {
  return (
    <div className="form-columns">
      <TextField name={['appointmentDay']} label={words.appointmentDay} example={words.dayExample} />
      <TextField name={['appointmentTime']} label={words.appointmentTime} example={words.timeExample} />
    </div>
  )
}

function ConfirmFields({ onSigned }: { onSigned: (png: string | undefined) => void }) {
  const means = Form.useWatch<string | undefined>('means')
  return (
    <>
      <ChoiceField name={['means']} label={words.confirmed} names={words.confirmation} />
      {means === 'pad' && <SignaturePad onSigned={onSigned} />}
      {means === 'refused' && <TextField name={['reason']} label={promiseText.field.reason} />}
    </>
  )
}
