import { Alert, Descriptions, Drawer, Modal, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { ViolationAction, ViolationView } from '../../../shared/contract/day-view.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { useAsk } from '../form/use-ask.ts'
import { hub } from '../hub-link.ts'
import { ActionBar } from '../promise/action-bar.tsx'
import { violationText } from '../text/violation.ts'
import { AddEvidence, EvidenceList } from './evidence-list.tsx'
import { ViolationForm } from './violation-form.tsx'
import { ViolationHistory } from './violation-history.tsx'

type FormAction = Exclude<ViolationAction, 'AttachEvidence'>

interface ViolationDrawerProps {
  violationId: number
  /** Grows with every change around the working day; the case is asked for again then. */
  daySeq: number
  /** A supervisor decides, and has the person sign. */
  isSupervisor: boolean
  onClose: () => void
}

/** 违纪记录: one case with its whole history, and what can be done about it. */
export function ViolationDrawer({ violationId, daySeq, isSupervisor, onClose }: ViolationDrawerProps) {
  const ask = useCallback(() => hub.query.violation({ violationId }), [violationId])
  const asked = useAsk(ask)
  const { again } = asked
  useEffect(() => {
    if (daySeq > 0) again()
  }, [daySeq, again])
  return (
    <Drawer open onClose={onClose} title={violationText.title} size={720} destroyOnHidden>
      <AskedFrame asked={asked}>
        {(view) =>
          view === null ? (
            <Alert type="warning" title={violationText.gone} />
          ) : (
            <OpenedViolation view={view} isSupervisor={isSupervisor} onChanged={again} />
          )
        }
      </AskedFrame>
    </Drawer>
  )
}

interface OpenedProps {
  view: ViolationView
  isSupervisor: boolean
  onChanged: () => void
}

const ofPerson: FormAction[] = ['StateOnViolation', 'SignViolation', 'AppealViolation']
const ofSupervisor: FormAction[] = ['SignViolation', 'ConfirmViolation', 'DismissViolation', 'DecideAppeal']

/** What is the person's own, or a supervisor's over others: the rest is not shown at all. */
function actionsFor({ refusals }: ViolationView, isSupervisor: boolean): FormAction[] {
  const isOwn = refusals.StateOnViolation?.code !== 'violation-not-yours'
  return isOwn ? ofPerson : isSupervisor ? ofSupervisor : []
}

function OpenedViolation({ view, isSupervisor, onChanged }: OpenedProps) {
  const [action, setAction] = useState<FormAction | null>(null)
  const { violation, names, refusals } = view
  const done = () => {
    setAction(null)
    onChanged()
  }
  return (
    <>
      <section className="inquiry-actions">
        <ActionBar
          actions={actionsFor(view, isSupervisor)}
          names={violationText.action}
          refusals={refusals}
          size="middle"
          onAction={setAction}
        />
      </section>
      <What view={view} />
      <h3>{violationText.column.evidence}</h3>
      <EvidenceList violationId={violation.violationId} evidence={violation.evidence} names={names} />
      {refusals.AttachEvidence === undefined && <AddEvidence violationId={violation.violationId} onAdded={onChanged} />}
      <h3>{violationText.history.title}</h3>
      <ViolationHistory view={view} />
      {action !== null && (
        <Modal open title={violationText.action[action]} footer={null} destroyOnHidden onCancel={() => setAction(null)}>
          <ViolationForm action={action} view={view} onDone={done} onCancel={() => setAction(null)} />
        </Modal>
      )}
    </>
  )
}

function What({ view: { violation, isGrave, names } }: { view: ViolationView }) {
  const { day, staffId, windowNumber, code, clause, source, onTheSpot, status } = violation
  const { column } = violationText
  const shown: [string, string][] = [
    [column.person, names[staffId] ?? ''],
    [column.day, day],
    [column.code, `${violationText.code[code]}（${clause}）`],
    [column.status, violationText.status[status]],
    [column.window, windowNumber === null ? '' : violationText.windowName(windowNumber)],
    [column.source, violationText.source[source]],
    [column.onTheSpot, violationText.onTheSpot[onTheSpot]],
  ]
  return (
    <>
      {isGrave && <Tag color="red">{violationText.grave}</Tag>}
      <Descriptions
        bordered
        size="small"
        column={2}
        items={shown.filter(([, value]) => value !== '').map(([label, children]) => ({ key: label, label, children }))}
      />
    </>
  )
}
