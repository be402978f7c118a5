import { useStore } from 'zustand'
import type { ClerkView, TicketCard } from '../../shared/contract/view.ts'
import { clerkText } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { clockText, elapsedText } from '../common/time-text.ts'
import { useDesk } from './desk-context.ts'
import { PriorityMark } from './priority-mark.tsx'

interface CurrentTicketProps {
  view: ClerkView
  /** The hub's time, epoch ms. */
  now: number
  onChangeWindow: () => void
}

/** Who is at the window, large enough to read at arm's length. */
export function CurrentTicket({ view, now, onChangeWindow }: CurrentTicketProps) {
  if (view.current !== null) return <TicketAtWindow ticket={view.current} view={view} now={now} />
  if (view.serviceWindow.status === 'closed') return <ClosedWindow onChangeWindow={onChangeWindow} />
  return <EmptyWindow view={view} now={now} />
}

function TicketAtWindow({ ticket, view, now }: { ticket: TicketCard; view: ClerkView; now: number }) {
  const words = clerkText.current
  const isServing = ticket.status === 'serving'
  const since = (isServing ? ticket.startedAt : ticket.calledAt) ?? now
  return (
    <section className={isServing ? 'current is-serving' : 'current is-called'} aria-label={words.title}>
      <div className="current-number">
        <strong>{ticket.number}</strong>
        <span className="current-status">{common.ticketStatus[ticket.status]}</span>
        <PriorityMark ground={ticket.priorityGround} />
      </div>
      <div className="current-person">
        <p className="current-item">{ticket.itemName}</p>
        <p className="current-holder">
          {ticket.holderMask === '' ? words.anonymous : ticket.holderMask}
          <span>{common.holder[ticket.holder]}</span>
          <span>{common.purpose[ticket.purpose]}</span>
        </p>
        <ul className="current-facts">
          <li>{words.takenAt(clockText(ticket.takenAt))}</li>
          <li>{words.waited(ticket.waitMinutes)}</li>
          <li>{words.calls(ticket.callCount, view.settings.missAfterCalls)}</li>
          {ticket.requeueCount > 0 && <li>{words.requeued}</li>}
          {ticket.transferCount > 0 && <li>{words.transferred(ticket.transferCount)}</li>}
        </ul>
      </div>
      <div className="current-stopwatch" role="timer">
        <span>{isServing ? words.serving : words.called}</span>
        <strong>{elapsedText(now - since)}</strong>
      </div>
      <MaterialsAtHand itemCode={ticket.itemCode} />
    </section>
  )
}

/** What the visitor has to bring, in sight from the call on, to be told in one go (篇5.3). */
function MaterialsAtHand({ itemCode }: { itemCode: string }) {
  const items = useStore(useDesk().items)
  const materials = items?.find((item) => item.itemCode === itemCode)?.materials ?? []
  if (materials.length === 0) return null
  return (
    <div className="current-materials">
      <h2>{clerkText.materials.title}</h2>
      <ol>
        {materials.map(({ name, need }) => (
          <li key={name}>
            {name} {need !== 'required' && <small>{clerkText.materials.need[need]}</small>}
          </li>
        ))}
      </ol>
    </div>
  )
}

function EmptyWindow({ view, now }: { view: ClerkView; now: number }) {
  const words = clerkText.current
  const { status, pauseReason, pausedAt } = view.serviceWindow
  if (status === 'paused') {
    const reason = pauseReason === null ? common.windowStatus.paused : common.pauseReason[pauseReason]
    return (
      <section className="current is-paused" aria-label={words.title}>
        <div className="current-empty">
          <strong>{words.paused(reason)}</strong>
          <span>{words.pausedHint}</span>
        </div>
        {pausedAt !== null && (
          <div className="current-stopwatch" role="timer">
            <span>{words.pausedFor}</span>
            <strong>{elapsedText(now - pausedAt)}</strong>
          </div>
        )}
      </section>
    )
  }
  const hint = view.callRefusal === null || view.waitingCount === 0 ? words.emptyHint(view.waitingCount) : ''
  return (
    <section className="current is-empty" aria-label={words.title}>
      <div className="current-empty">
        <strong>{words.empty}</strong>
        <span>{hint}</span>
      </div>
    </section>
  )
}

function ClosedWindow({ onChangeWindow }: { onChangeWindow: () => void }) {
  const desk = useDesk()
  const words = clerkText.current
  return (
    <section className="current is-closed" aria-label={words.title}>
      <div className="current-empty">
        <strong>{words.closed}</strong>
        <span>{words.closedHint}</span>
      </div>
      <div className="current-choices">
        <button type="button" className="desk-button" onClick={() => desk.press('open-window')}>
          {clerkText.closedDesk.openAgain} <kbd>F8</kbd>
        </button>
        <button type="button" className="desk-button" onClick={onChangeWindow}>
          {clerkText.closedDesk.changeWindow}
        </button>
      </div>
    </section>
  )
}
