import { Alert, Descriptions, Drawer, Modal } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { InquiryView } from '../../../shared/contract/promise-view.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { ChoiceField, LinesField, NumberField, TextField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { useAsk } from '../form/use-ask.ts'
import { hub } from '../hub-link.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { ActionBar } from './action-bar.tsx'
import { HistoryList } from './history-list.tsx'
import { HomeVisitPart } from './home-visit-part.tsx'
import { ReceiveFiling } from './receive-filing.tsx'
import { StaffField } from './staff-field.tsx'

const words = promiseText.inquiry

interface InquiryDrawerProps {
  inquiryId: number
  promiseSeq: number
  items: readonly ServiceItem[]
  /** The hall's own day. */
  today: string
  isSupervisor: boolean
  /** Guides record and answer; they receive no filing. */
  mayReceive: boolean
  onClose: () => void
  onReceived: (filingId: number) => void
}

/** 首问: one line of the register, what became of it, and what can be done now. */
export function InquiryDrawer(props: InquiryDrawerProps) {
  const { inquiryId, promiseSeq, onClose } = props
  const ask = useCallback(() => hub.query.inquiry({ inquiryId }), [inquiryId])
  const asked = useAsk(ask)
  const { again } = asked
  useEffect(() => {
    if (promiseSeq > 0) again()
  }, [promiseSeq, again])
  return (
    <Drawer open onClose={onClose} title={words.title(asked.answer?.inquiry.number ?? '')} size={880} destroyOnHidden>
      <AskedFrame asked={asked}>
        {(view) =>
          view === null ? (
            <Alert type="warning" title={promiseText.nothingFound} />
          ) : (
            <>
              <Actions {...props} view={view} onChanged={again} />
              <What view={view} />
              <HomeVisitPart view={view} today={props.today} onChanged={again} />
              <HistoryList history={view.history} />
            </>
          )
        }
      </AskedFrame>
    </Drawer>
  )
}

const actions = {
  AnswerFirstInquiry: words.next.answer,
  GuideFirstInquiry: words.next.guide,
  ReceiveFiling: words.next.file,
  OfferFirstInquiry: words.next.offer,
  TakeFirstInquiry: words.take,
  RefuseFirstInquiry: words.refuse,
  CorrectAnswer: words.correct,
} as const
type InquiryAction = keyof typeof actions

function Actions(props: InquiryDrawerProps & { view: InquiryView; onChanged: () => void }) {
  const { view, isSupervisor, mayReceive, onChanged } = props
  const [action, setAction] = useState<InquiryAction | null>(null)
  const offered = (Object.keys(actions) as InquiryAction[]).filter(
    (one) => (one !== 'CorrectAnswer' || isSupervisor) && (one !== 'ReceiveFiling' || mayReceive),
  )
  const done = () => {
    setAction(null)
    onChanged()
  }
  return (
    <section className="inquiry-actions">
      <ActionBar actions={offered} names={actions} refusals={view.refusals} size="middle" onAction={setAction} />
      {action !== null && (
        <Modal
          open
          title={actions[action]}
          footer={null}
          centered
          width={action === 'ReceiveFiling' ? 860 : 560}
          destroyOnHidden
          onCancel={() => setAction(null)}
        >
          <ActionBody {...props} action={action} onDone={done} onCancel={() => setAction(null)} />
        </Modal>
      )}
    </section>
  )
}

interface ActionBodyProps extends InquiryDrawerProps {
  view: InquiryView
  action: InquiryAction
  onDone: () => void
  onCancel: () => void
}

function ActionBody(props: ActionBodyProps) {
  const { action, inquiryId, view, items, onReceived, onDone, onCancel } = props
  if (action === 'ReceiveFiling') {
    return (
      <ReceiveFiling
        inquiryId={inquiryId}
        itemCode={view.inquiry.itemCode}
        items={items}
        onReceived={(filingId) => {
          onDone()
          onReceived(filingId)
        }}
        onCancel={onCancel}
      />
    )
  }
  return (
    <CommandForm
      type={action}
      initial={{ inquiryId, ...(action === 'AnswerFirstInquiry' ? { means: 'face' } : {}) }}
      submitText={actions[action]}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Fields action={action} />
    </CommandForm>
  )
}

function Fields({ action }: { action: Exclude<InquiryAction, 'ReceiveFiling'> }) {
  switch (action) {
    case 'AnswerFirstInquiry':
      return (
        <>
          <LinesField name={['answer']} label={words.answer} rows={3} />
          <ChoiceField name={['means']} label={words.means} names={promiseText.answerMeans} />
        </>
      )
    case 'CorrectAnswer':
      return (
        <>
          <LinesField name={['answer']} label={words.answer} rows={3} />
          <TextField name={['reason']} label={words.reason} />
        </>
      )
    case 'GuideFirstInquiry':
      return (
        <>
          <NumberField name={['toWindow']} label={words.toWindow} />
          <TextField name={['toUnit']} label={words.toUnit} />
          <TextField name={['note']} label={words.note} />
        </>
      )
    case 'OfferFirstInquiry':
      return (
        <>
          <StaffField name={['toStaffId']} label={words.toStaff} />
          <TextField name={['reason']} label={words.reason} />
        </>
      )
    case 'RefuseFirstInquiry':
      return <TextField name={['reason']} label={words.reason} />
    case 'TakeFirstInquiry':
      return null
  }
}

function What({ view }: { view: InquiryView }) {
  const { inquiry, names, itemName, ticketNumber, filingNumber, party } = view
  const { columns } = promiseText
  const { answer, guidedTo, offer } = inquiry
  const corrected = answer?.corrections.map((one) => `${one.answer}（${one.reason}）`).join('；') ?? ''
  const guided = guidedTo === null ? '' : [guidedTo.windowNumber ?? '', guidedTo.unit, guidedTo.note].join(' ').trim()
  const rows: [string, string][] = [
    [columns.status, promiseText.inquiryStatus[inquiry.status]],
    [columns.at, `${dayText(inquiry.at)} ${clockText(inquiry.at)}`],
    [columns.channel, promiseText.channel[inquiry.channel]],
    [columns.ticket, ticketNumber],
    [columns.item, itemName === '' ? inquiry.category : itemName],
    [columns.matter, inquiry.matter],
    [columns.firstResponder, names[inquiry.firstResponder] ?? ''],
    [columns.responsible, names[inquiry.responsible] ?? ''],
    [words.toStaff, offer === null ? '' : `${names[offer.toStaffId] ?? ''}（${offer.reason}）`],
    [words.answered, answer?.answer ?? ''],
    [words.corrections, corrected],
    [words.guided, guided],
    [columns.filing, filingNumber],
    [columns.party, party === null ? '' : party.name],
  ]
  return (
    <Descriptions
      className="inquiry-what"
      size="small"
      bordered
      column={2}
      items={rows.filter(([, value]) => value !== '').map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}
