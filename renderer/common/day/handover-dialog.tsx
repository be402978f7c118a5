import { Alert, Button, Modal, Space } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { HandoverView } from '../../../shared/contract/day-view.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { LinesField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { useAsk } from '../form/use-ask.ts'
import { hub } from '../hub-link.ts'
import { PrintButton } from '../promise/print-button.tsx'
import { handoverText as words } from '../text/handover.ts'
import { GiveHandover } from './give-handover.tsx'
import './handover.css'
import { HandoverSheet } from './handover-sheet.tsx'
import { TakeHandoverHere } from './take-handover.tsx'

/** While it waits for a receiver who signs in elsewhere, ms. */
const lookEveryMs = 4_000

interface HandoverDialogProps {
  handoverId: number
  onClose: () => void
  /** Whether its giver stands at this screen: then others may sign in here to take it. */
  isGiversScreen: boolean
}

/** A sheet, opened, with what this person may do with it now. */
export function HandoverDialog({ handoverId, onClose, isGiversScreen }: HandoverDialogProps) {
  const ask = useCallback(() => hub.query.handover({ handoverId }), [handoverId])
  const asked = useAsk(ask)
  const { again } = asked
  const isWaiting = asked.answer?.status === 'given'
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(again, lookEveryMs)
    return () => clearInterval(timer)
  }, [isWaiting, again])
  const title = asked.answer === null ? words.title : titleOf(asked.answer)
  return (
    <Modal
      open
      title={title}
      width={1180}
      footer={null}
      centered
      destroyOnHidden
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <AskedFrame asked={asked}>
        {(view) =>
          view === null ? (
            <Alert type="warning" title={words.gone} />
          ) : (
            <Opened view={view} isGiversScreen={isGiversScreen} onChanged={again} onClose={onClose} />
          )
        }
      </AskedFrame>
    </Modal>
  )
}

function titleOf({ kind, number }: HandoverView): string {
  return kind === 'ab-post' ? words.postNumbered(number) : words.numbered(number)
}

interface OpenedProps {
  view: HandoverView
  isGiversScreen: boolean
  onChanged: () => void
  onClose: () => void
}

function Opened({ view, isGiversScreen, onChanged, onClose }: OpenedProps) {
  if (view.mayGive) return <GiveHandover view={view} onDone={onChanged} />
  return (
    <>
      <HandoverSheet view={view} />
      <Space className="handover-actions">
        <PrintButton label={words.print} pageOf={() => pageOf(view.handoverId)} />
      </Space>
      {isGiversScreen && view.status === 'given' && !view.mayTake && (
        <TakeHandoverHere view={view} onDone={onChanged} />
      )}
      {view.mayTake && <TakeMyself view={view} onDone={onChanged} />}
      {view.mayReturn && (
        <CommandForm
          type="ReturnHandover"
          initial={{ handoverId: view.handoverId, note: '' }}
          submitText={words.returnNow}
          doneText={words.returned}
          onDone={onClose}
        >
          <p className="handover-sentence">{words.returnSentence}</p>
          <LinesField name={['note']} label={words.returnNote} rows={2} />
        </CommandForm>
      )}
    </>
  )
}

async function pageOf(handoverId: number) {
  const page = await hub.query.handoverPrint({ handoverId })
  if (page === null) throw new Error(words.gone)
  return page
}

/** For a colleague or a supervisor who is signed in here as himself. */
function TakeMyself({ view: { handoverId }, onDone }: { view: HandoverView; onDone: () => void }) {
  const [isRefusing, setRefusing] = useState(false)
  if (isRefusing) {
    return (
      <CommandForm
        type="RefuseHandover"
        initial={{ handoverId, reason: '' }}
        submitText={words.refuse}
        isDanger
        doneText={words.refusedNow}
        onDone={onDone}
        onCancel={() => setRefusing(false)}
      >
        <LinesField name={['reason']} label={words.refuseReason} rows={2} />
      </CommandForm>
    )
  }
  return (
    <div className="handover-actions">
      <CommandForm
        type="TakeHandover"
        initial={{ handoverId }}
        submitText={words.takeNow}
        doneText={words.taken}
        onDone={onDone}
      />
      <Button danger onClick={() => setRefusing(true)}>
        {words.refuse}
      </Button>
    </div>
  )
}
