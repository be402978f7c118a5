import { Alert, Button, Descriptions, Drawer, Modal, Space, Table, Tabs } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { FilingView, PartyView } from '../../../shared/contract/promise-view.ts'
import type { Deadline, MaterialLine } from '../../../shared/vocabulary/filing.ts'
import type { SignedPaper } from '../../../shared/vocabulary/signature.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { useAsk } from '../form/use-ask.ts'
import { hub } from '../hub-link.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'
import { ActionBar } from './action-bar.tsx'
import { ActionForm, type FilingAction } from './action-form.tsx'
import { DocumentList, usePrintDocument } from './document-list.tsx'
import { DueExplanations } from './due-explanation.tsx'
import { HistoryList } from './history-list.tsx'
import { LightMark, remainingText } from './light-mark.tsx'
import { SignDocumentModal } from './sign-document.tsx'
import { StageTable } from './stage-table.tsx'
import { VoidDocumentModal } from './void-document.tsx'

const words = promiseText.filing

interface FilingDrawerProps {
  filingId: number
  /** Grows with every change around the promise; the filing is asked for again then. */
  promiseSeq: number
  onClose: () => void
  /** A supervisor may do more than the one in charge. */
  isSupervisor: boolean
  /** It was received a moment ago: what was put out with it is offered to be printed. */
  isJustReceived?: boolean
}

/** 办件: all about one filing, and what can be done with it. */
export function FilingDrawer(props: FilingDrawerProps) {
  const { filingId, promiseSeq, onClose, isSupervisor, isJustReceived = false } = props
  const ask = useCallback(() => hub.query.filing({ filingId }), [filingId])
  const asked = useAsk(ask)
  const { again } = asked
  useEffect(() => {
    if (promiseSeq > 0) again()
  }, [promiseSeq, again])
  const number = asked.answer?.filing.number ?? ''
  return (
    <Drawer open onClose={onClose} title={words.title(number)} size={1080} destroyOnHidden>
      <AskedFrame asked={asked}>
        {(view) =>
          view === null ? (
            <Alert type="warning" title={promiseText.nothingFound} />
          ) : (
            <OpenedFiling view={view} isSupervisor={isSupervisor} isJustReceived={isJustReceived} onChanged={again} />
          )
        }
      </AskedFrame>
    </Drawer>
  )
}

interface OpenedProps {
  view: FilingView
  isSupervisor: boolean
  isJustReceived: boolean
  onChanged: () => void
}

function OpenedFiling(props: OpenedProps) {
  const { view, isSupervisor, onChanged } = props
  const { parts } = words
  const [voiding, setVoiding] = useState<number | null>(null)
  const [signing, setSigning] = useState<{ documentId: number; paper: SignedPaper } | null>(null)
  return (
    <>
      <Actions {...props} />
      <Tabs
        items={[
          { key: 'what', label: parts.what, children: <What view={view} /> },
          { key: 'materials', label: parts.materials, children: <Materials lines={view.filing.lines} /> },
          ...(view.stages.length === 0
            ? []
            : [{ key: 'stages', label: parts.stages, children: <StageTable view={view} /> }]),
          { key: 'due', label: parts.due, children: <DueExplanations explanation={view.explanation} /> },
          {
            key: 'documents',
            label: parts.documents,
            children: (
              <DocumentList
                documents={view.documents}
                onSign={(documentId, paper) => setSigning({ documentId, paper })}
                {...(isSupervisor ? { onVoid: ({ documentId }) => setVoiding(documentId) } : {})}
              />
            ),
          },
          { key: 'history', label: parts.history, children: <HistoryList history={view.history} /> },
        ]}
      />
      {signing !== null && (
        <SignDocumentModal
          toSign={{ filingId: view.filing.filingId, ...signing }}
          onClose={() => {
            setSigning(null)
            onChanged()
          }}
        />
      )}
      {voiding !== null && (
        <VoidDocumentModal
          documentId={voiding}
          onClose={() => {
            setVoiding(null)
            onChanged()
          }}
        />
      )}
    </>
  )
}

const clerkActions: FilingAction[] = [
  'CheckMaterials',
  'CorrectOnTheSpot',
  'IssueOneTimeNotice',
  'ReceiveCorrection',
  'AcceptFiling',
  'DeclareNotRequired',
  'DeclineFiling',
  'SuspendFiling',
  'ResumeFiling',
  'AskExtension',
  'ConvertFiling',
  'ExplainOverdue',
  'ReceiveToleratedMaterial',
  'FinishStage',
  'DecideFiling',
  'ProduceResult',
  'TellApplicant',
  'DeliverResult',
  'SignHandlingSlip',
  'WithdrawFiling',
  'ReturnFiling',
]
const supervisorActions: FilingAction[] = [
  'AllowSecondNotice',
  'ApproveExtension',
  'RefuseExtension',
  'UrgeFiling',
  'ReassignFiling',
]

/** What can be done now stands in front. */
function Actions({ view, isSupervisor, isJustReceived, onChanged }: OpenedProps) {
  const [action, setAction] = useState<FilingAction | null>(null)
  const [issuedBefore, setIssuedBefore] = useState<number | null>(isJustReceived ? 0 : null)
  const offered = isSupervisor ? [...clerkActions, ...supervisorActions] : clerkActions
  const isOff = (one: FilingAction) => view.refusals[one] !== undefined
  const sorted = [...offered.filter((one) => !isOff(one)), ...offered.filter(isOff)]
  const done = () => {
    setIssuedBefore(view.documents.length)
    setAction(null)
    onChanged()
  }
  return (
    <section className="filing-actions" aria-label={words.parts.actions}>
      <ActionBar
        actions={sorted}
        names={promiseText.action}
        refusals={view.refusals}
        size="small"
        onAction={setAction}
      />
      <IssuedNow view={view} issuedBefore={issuedBefore} />
      {action !== null && (
        <Modal
          open
          title={promiseText.action[action]}
          footer={null}
          centered
          width={760}
          destroyOnHidden
          onCancel={() => setAction(null)}
        >
          <ActionForm action={action} view={view} onDone={done} onCancel={() => setAction(null)} />
        </Modal>
      )}
    </section>
  )
}

/** What an action has just put out, offered to be printed at once. */
function IssuedNow({ view, issuedBefore }: { view: FilingView; issuedBefore: number | null }) {
  const { print, busy } = usePrintDocument()
  const issued = issuedBefore === null ? [] : view.documents.slice(issuedBefore)
  if (issued.length === 0) return null
  return (
    <Alert
      className="form-answer"
      type="success"
      showIcon
      title={promiseText.documents.issued}
      description={
        <Space wrap>
          {issued.map(({ documentId, kind, number }) => (
            <Button key={documentId} size="small" disabled={busy} onClick={() => void print(documentId, false)}>
              {`${promiseText.documents.print} ${promiseText.documentKind[kind]} ${number}`}
            </Button>
          ))}
        </Space>
      }
    />
  )
}

function What({ view }: { view: FilingView }) {
  const { filing, light, remaining, names, inquiry } = view
  const { columns } = promiseText
  const stamp = (at: number | null) => (at === null ? '' : `${dayText(at)} ${clockText(at)}`)
  const marks = [filing.isDeemed ? words.deemed : '', filing.isTolerant ? words.tolerant : ''].filter(
    (one) => one !== '',
  )
  const rows: [string, string][] = [
    [words.item, `${filing.itemName}（${promiseText.itemKind[filing.itemKind]}）`],
    [columns.status, [promiseText.filingStatus[filing.status], ...marks].join(' · ')],
    [words.stage, stageText(view)],
    [words.received, filing.receivedDay],
    [words.noticeDue, filing.noticeDueDay],
    [words.correctionDue, filing.correctionDueDay ?? ''],
    [words.accepted, filing.acceptedDay ?? ''],
    [words.promised, deadlineText(filing.promisedDue)],
    [words.statutory, filing.statutoryLimit === null ? promiseText.noLimit : deadlineText(filing.statutoryDue)],
    [words.delivery, deadlineText(filing.deliveryDue)],
    [words.owner, promiseText.heldBy(names[filing.ownerId] ?? '', view.heldByName)],
    [words.firstResponder, names[inquiry.firstResponder] ?? ''],
    [words.decision, filing.decision === null ? '' : promiseText.decision[filing.decision]],
    [words.result, `${filing.resultName} ${filing.resultNumber}`.trim()],
    [words.told, stamp(filing.toldAt)],
    [words.signed, filing.slipSigned === null ? '' : promiseText.signature[filing.slipSigned.means]],
    [words.overdueReason, filing.overdueReason],
    [words.visits, filing.visitsAfterNotice === 0 ? '' : words.times(filing.visitsAfterNotice)],
    ...partyRows(words.applicant, view.party),
    ...(view.agent === null ? [] : partyRows(words.agent, view.agent)),
  ]
  return (
    <>
      <p>
        <LightMark light={light} /> {remainingText(remaining)}
      </p>
      <Descriptions
        size="small"
        bordered
        column={2}
        items={rows.filter(([, value]) => value !== '').map(([label, children]) => ({ key: label, label, children }))}
      />
    </>
  )
}

/** The open stage, with when it is due. */
function stageText({ stages }: FilingView): string {
  const open = stages.find(({ begun, ended }) => begun !== null && ended === null)
  return open?.begun == null ? '' : promiseText.stages.dueBy(open.name, open.begun.due.day)
}

function partyRows(who: string, { name, idKind, idMasked, phone, address }: PartyView): [string, string][] {
  if (name === '') return [[who, words.erased]]
  return [
    [who, name],
    [`${who}${words.idNumber}`, idMasked === '' ? promiseText.idKind[idKind] : idMasked],
    [`${who}${words.phone}`, phone],
    [`${who}${words.address}`, address],
  ]
}

function deadlineText(due: Deadline | null): string {
  if (due === null) return ''
  return due.isProvisional ? `${due.day}（${promiseText.provisional}）` : due.day
}

function Materials({ lines }: { lines: MaterialLine[] }) {
  const { materialColumns: columns } = words
  return (
    <Table<MaterialLine>
      size="small"
      rowKey="materialCode"
      pagination={false}
      dataSource={lines}
      columns={[
        { title: columns.name, dataIndex: 'name' },
        {
          title: columns.form,
          key: 'form',
          width: 120,
          render: (_, { form, copies }) => `${promiseText.materialForm[form]} ×${copies}`,
        },
        {
          title: columns.source,
          key: 'source',
          width: 130,
          render: (_, { source }) => promiseText.materialSource[source],
        },
        {
          title: columns.state,
          key: 'state',
          width: 220,
          render: (_, { state, dueDay }) =>
            promiseText.materialState[state] + (dueDay === null ? '' : words.until(dueDay)),
        },
        { title: columns.problem, dataIndex: 'problem' },
      ]}
    />
  )
}
