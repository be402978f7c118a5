import { useCallback, useState } from 'react'
import type { InquiryRow } from '../../../shared/contract/promise-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { hub, hubNow } from '../../common/hub-link.ts'
import { InquiryTable } from '../../common/promise/matter-tables.tsx'
import { PrintButton } from '../../common/promise/print-button.tsx'
import { RecordInquiry } from '../../common/promise/record-inquiry.tsx'
import { consolePromise } from '../../common/text/console-promise.ts'
import { promiseText } from '../../common/text/promise.ts'
import { useAskPerPromise } from '../ask-anew.ts'
import { useConsoleState, useConsoleView } from '../console-context.ts'
import { type Days, DaysForm } from '../parts/days-form.tsx'
import { useCatalogue } from '../use-setup.ts'
import { type Matter, OpenedMatter } from './opened-matter.tsx'
import { registerPage } from './register-page.ts'

const words = consolePromise.inquiries
const askOwn = () => hub.query.matters({ scope: 'mine' })

/** 首问登记: the hall's one register, and a line in it for whoever phones, writes or stands at the guide desk. */
export function InquiriesPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [days, setDays] = useState<Days>({ from: today, to: today })
  const [matter, setMatter] = useState<Matter | null>(null)
  const ask = useCallback(async () => ({ days, rows: await hub.query.inquiryRegister(days) }), [days])
  const asked = useAskPerPromise(ask)
  const open = (inquiryId: number) => setMatter({ inquiryId })
  return (
    <>
      <OfferedToMe onOpen={open} />
      <div className="section-head">
        <DaysForm days={days} onChoose={setDays} onAgain={asked.again} />
        <div className="page-actions">
          <RecordButton onRecorded={open} />
        </div>
      </div>
      <AskedFrame asked={asked}>{(register) => <Register {...register} onOpen={open} />}</AskedFrame>
      <OpenedMatter matter={matter} onOpen={setMatter} />
    </>
  )
}

interface RegisterProps {
  /** The days of these rows, which while other days are on their way are not those that are asked for. */
  days: Days
  rows: InquiryRow[]
  onOpen: (inquiryId: number) => void
}

function Register({ days, rows, onOpen }: RegisterProps) {
  const hallName = useConsoleView(({ hall }) => hall.name)
  const toPdf = useConsoleView(({ isDemo }) => isDemo)
  const state = useConsoleState()
  return (
    <>
      {rows.length > 0 && (
        <div className="page-actions">
          <PrintButton
            label={words.print}
            pageOf={() => registerPage({ hallName, days, rows, printedAt: hubNow(state), toPdf })}
          />
          <span className="soft">{words.registerRange(days.from, days.to, rows.length)}</span>
        </div>
      )}
      <InquiryTable inquiries={rows} onOpen={onOpen} emptyText={words.empty} />
    </>
  )
}

/** Transfers that wait for the person signed in; they stand above everything until they are taken or sent back. */
function OfferedToMe({ onOpen }: { onOpen: (inquiryId: number) => void }) {
  const { answer } = useAskPerPromise(askOwn)
  const offered = answer?.offeredToMe ?? []
  if (offered.length === 0) return null
  return (
    <section aria-label={promiseText.panel.tabs.offered}>
      <h2>{promiseText.panel.offered(offered.length)}</h2>
      <InquiryTable inquiries={offered} onOpen={onOpen} />
    </section>
  )
}

function RecordButton({ onRecorded }: { onRecorded: (inquiryId: number) => void }) {
  const { answer: catalogue } = useCatalogue()
  const { newTitle } = promiseText.inquiry
  return (
    <DialogButton label={words.record} title={newTitle} face={{ type: 'primary' }} width={640} isDrawer>
      {(close) => (
        <RecordInquiry
          items={catalogue?.serviceItems ?? []}
          ticket={null}
          onRecorded={(inquiryId) => {
            close()
            onRecorded(inquiryId)
          }}
          onCancel={close}
        />
      )}
    </DialogButton>
  )
}
