import { Alert, App, Drawer, Input, Modal, Tabs } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AlarmRow, MattersView } from '../../shared/contract/promise-view.ts'
import type { ClerkView } from '../../shared/contract/view.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import { lastMessageOnly } from '../common/antd-theme.tsx'
import { AskedFrame } from '../common/form/asked-frame.tsx'
import { useAsk } from '../common/form/use-ask.ts'
import { hub, send } from '../common/hub-link.ts'
import { CountertopProvider } from '../common/promise/countertop-signature.tsx'
import { FilingDrawer } from '../common/promise/filing-drawer.tsx'
import { HomeVisitBook } from '../common/promise/home-visit-book.tsx'
import { InquiryDrawer } from '../common/promise/inquiry-drawer.tsx'
import { AlarmTable, FilingTable, InquiryTable } from '../common/promise/matter-tables.tsx'
import { RecordInquiry } from '../common/promise/record-inquiry.tsx'
import { promiseText } from '../common/text/promise.ts'
import type { Desk } from './desk.ts'
import { useDesk, useDeskState } from './desk-context.ts'

const words = promiseText.panel

/** F9 and F10, with what waits for this clerk; the panel they open stands over the desk. */
export function PromiseBar({ view }: { view: ClerkView }) {
  const desk = useDesk()
  const { inHand, offeredToMe, alarms, yellow, overdue } = view.promise
  const urgent = offeredToMe + overdue + alarms
  const waiting = [
    inHand > 0 ? words.inHand(inHand) : '',
    offeredToMe > 0 ? words.offered(offeredToMe) : '',
    overdue > 0 ? words.overdue(overdue) : '',
    yellow > 0 ? words.yellow(yellow) : '',
    alarms > 0 ? words.alarms(alarms) : '',
  ].filter((one) => one !== '')
  return (
    <section className="promise-bar" aria-label={words.title}>
      <button type="button" className="desk-button" aria-keyshortcuts="F9" onClick={() => desk.openPanel('record')}>
        <kbd>F9</kbd> {words.record}
        {view.currentInquiry !== null && (
          <small className="promise-bar-note">{words.hasInquiry(view.currentInquiry.number)}</small>
        )}
      </button>
      <button type="button" className="desk-button" aria-keyshortcuts="F10" onClick={() => desk.openPanel('matters')}>
        <kbd>F10</kbd> {words.matters}
        {urgent > 0 && (
          <b className="promise-bar-count" aria-hidden="true">
            {urgent}
          </b>
        )}
        {waiting.length > 0 && <small className="promise-bar-note">{waiting.join(' · ')}</small>}
      </button>
    </section>
  )
}

/** What stands over the desk: the register, or one's matters. */
export function PromisePanel({ view }: { view: ClerkView }) {
  const { panel } = useDeskState()
  const desk = useDesk()
  if (panel !== 'record' && panel !== 'matters') return null
  return (
    <App component={false} message={lastMessageOnly}>
      <CountertopProvider value={view.countertop}>
        {panel === 'record' ? <Register view={view} desk={desk} /> : <Matters view={view} desk={desk} />}
      </CountertopProvider>
    </App>
  )
}

interface PanelProps {
  view: ClerkView
  desk: Desk
}

/** 首问登记 of the number at the window, or without one; then straight to what follows from it. */
function Register({ view, desk }: PanelProps) {
  const items = useStore(desk.items) ?? []
  const [recorded, setRecorded] = useState<number | null>(view.currentInquiry?.inquiryId ?? null)
  const [known] = useState<number | null>(view.currentInquiry?.filingId ?? null)
  const [received, setReceived] = useState<number | null>(null)
  const current = view.current
  const filingId = received ?? known
  if (filingId !== null) {
    return <OpenedFiling filingId={filingId} received={received} view={view} desk={desk} onClose={desk.closePanel} />
  }
  if (recorded !== null) {
    return (
      <InquiryDrawer
        inquiryId={recorded}
        promiseSeq={view.promiseSeq}
        items={items}
        today={view.phase.hallDay}
        isSupervisor={desk.session.role === 'supervisor'}
        mayReceive
        onClose={desk.closePanel}
        onReceived={setReceived}
      />
    )
  }
  return (
    <Modal
      open
      title={promiseText.inquiry.newTitle}
      footer={null}
      centered
      width={760}
      destroyOnHidden
      onCancel={desk.closePanel}
    >
      <RecordInquiry
        items={items}
        ticket={
          current === null ? null : { ticketId: current.ticketId, number: current.number, itemCode: current.itemCode }
        }
        onRecorded={setRecorded}
        onCancel={desk.closePanel}
      />
    </Modal>
  )
}

interface OpenedFilingProps extends PanelProps {
  filingId: number
  /** The one that was received here a moment ago. */
  received: number | null
  onClose: () => void
}

function OpenedFiling({ filingId, received, view, desk, onClose }: OpenedFilingProps) {
  return (
    <FilingDrawer
      filingId={filingId}
      promiseSeq={view.promiseSeq}
      isSupervisor={desk.session.role === 'supervisor'}
      isJustReceived={filingId === received}
      onClose={onClose}
    />
  )
}

const askMine = () => hub.query.matters({ scope: 'mine' })

/** 我的办件: what this person answers for, what waits to be taken over, what is called out, and the search. */
function Matters({ view, desk }: PanelProps) {
  const asked = useAsk(askMine)
  const { again } = asked
  const { promiseSeq } = view
  useEffect(() => {
    if (promiseSeq > 0) again()
  }, [promiseSeq, again])
  const items = useStore(desk.items) ?? []
  const [filingId, setFilingId] = useState<number | null>(null)
  const [received, setReceived] = useState<number | null>(null)
  const [inquiryId, setInquiryId] = useState<number | null>(null)
  return (
    <Drawer open onClose={desk.closePanel} title={words.title} size={1180} destroyOnHidden>
      <FindMatter onFiling={setFilingId} onInquiry={setInquiryId} />
      <AskedFrame asked={asked}>
        {(matters) => (
          <Lists matters={matters} view={view} items={items} onFiling={setFilingId} onInquiry={setInquiryId} />
        )}
      </AskedFrame>
      {filingId !== null && (
        <OpenedFiling
          filingId={filingId}
          received={received}
          view={view}
          desk={desk}
          onClose={() => setFilingId(null)}
        />
      )}
      {inquiryId !== null && (
        <InquiryDrawer
          inquiryId={inquiryId}
          promiseSeq={promiseSeq}
          items={items}
          today={view.phase.hallDay}
          isSupervisor={desk.session.role === 'supervisor'}
          mayReceive
          onClose={() => setInquiryId(null)}
          onReceived={(made) => {
            setReceived(made)
            setFilingId(made)
          }}
        />
      )}
    </Drawer>
  )
}

interface Opening {
  onFiling: (filingId: number) => void
  onInquiry: (inquiryId: number) => void
}

interface ListsProps extends Opening {
  matters: MattersView
  view: ClerkView
  items: readonly ServiceItem[]
}

function Lists({ matters, view, items, onFiling, onInquiry }: ListsProps) {
  const { message } = App.useApp()
  const { tabs } = words
  const acknowledge = async (alarmId: number) => {
    const outcome = await send('AcknowledgeAlarm', { alarmId })
    if (outcome.kind === 'refused') void message.error(outcome.sentence)
  }
  const desk = useDesk()
  const openAlarm = ({ filingId, inquiryId }: AlarmRow) => {
    if (filingId !== null) return onFiling(filingId)
    if (inquiryId !== null) return onInquiry(inquiryId)
    // Of the working day a clerk is called for one thing alone: the sheet that is still to be handed over.
    desk.openPanel('handover')
  }
  const { filings, inquiries, offeredToMe, alarms } = matters
  const named = (name: string, count: number) => (count === 0 ? name : `${name} ${count}`)
  return (
    <Tabs
      items={[
        {
          key: 'filings',
          label: named(tabs.filings, filings.length),
          children: <FilingTable filings={filings} onOpen={onFiling} />,
        },
        {
          key: 'inquiries',
          label: named(tabs.inquiries, inquiries.length),
          children: <InquiryTable inquiries={inquiries} onOpen={onInquiry} />,
        },
        {
          key: 'offered',
          label: named(tabs.offered, offeredToMe.length),
          children: <InquiryTable inquiries={offeredToMe} onOpen={onInquiry} emptyText={promiseText.emptyOffers} />,
        },
        {
          key: 'visits',
          label: tabs.visits,
          children: (
            <HomeVisitBook promiseSeq={view.promiseSeq} items={items} today={view.phase.hallDay} onOpen={onInquiry} />
          ),
        },
        {
          key: 'alarms',
          label: named(tabs.alarms, alarms.length),
          children: (
            <AlarmTable alarms={alarms} onOpen={openAlarm} onAcknowledge={(alarmId) => void acknowledge(alarmId)} />
          ),
        },
      ]}
    />
  )
}

/** 找办件: by any number on its papers, today's ticket or the ID number, which goes in no address. */
function FindMatter({ onFiling, onInquiry }: Opening) {
  const [text, setText] = useState('')
  const ask = useCallback(async () => {
    if (text === '') return null
    const found = await hub.door.findMatter({ text })
    return found.kind === 'done' ? found.made : null
  }, [text])
  const { answer, problem } = useAsk(ask)
  const isNothing = answer !== null && answer.filings.length + answer.inquiries.length === 0
  return (
    <section className="find-matter">
      <Input.Search
        aria-label={words.find}
        placeholder={words.findHint}
        enterButton={words.find}
        allowClear
        autoComplete="off"
        onSearch={(typed) => setText(typed.trim())}
      />
      {problem !== '' && <Alert className="form-answer" type="warning" title={problem} />}
      {isNothing && <Alert className="form-answer" type="info" title={promiseText.nothingFound} />}
      {answer !== null && answer.filings.length > 0 && <FilingTable filings={answer.filings} onOpen={onFiling} />}
      {answer !== null && answer.inquiries.length > 0 && (
        <InquiryTable inquiries={answer.inquiries} onOpen={onInquiry} />
      )}
    </section>
  )
}
