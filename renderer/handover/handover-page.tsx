import { useMemo, useState } from 'react'
import type { HandoverLineView, HandoverView } from '../../shared/contract/day-view.ts'
import { filingStatusWords } from '../../shared/vocabulary/words.ts'
import { useAsk } from '../common/form/use-ask.ts'
import { freshCommandId, hub, type SendOutcome, send } from '../common/hub-link.ts'
import { common } from '../common/text/common.ts'
import { handoverText as words } from '../common/text/handover.ts'
import { promiseText } from '../common/text/promise.ts'
import { clockText } from '../common/time-text.ts'
import { AskedPart, noticing } from './asked.tsx'

interface HandoverPageProps {
  handoverId: number
  onBack: () => void
  onSessionLost: () => void
}

/** One sheet on a phone: who gives what, then take or refuse. */
export function HandoverPage({ handoverId, onBack, onSessionLost }: HandoverPageProps) {
  const ask = useMemo(
    () => noticing(() => hub.query.handover({ handoverId }), onSessionLost),
    [handoverId, onSessionLost],
  )
  const asked = useAsk(ask)
  return (
    <>
      <AskedPart asked={asked}>
        {(view) =>
          view === null ? <p className="own-card">{words.gone}</p> : <Sheet view={view} onDone={asked.again} />
        }
      </AskedPart>
      <button type="button" className="own-quiet" onClick={onBack}>
        {words.own.back}
      </button>
    </>
  )
}

function Sheet({ view, onDone }: { view: HandoverView; onDone: () => void }) {
  const { number, status, staffName, homeUnit, windowNumber, givenAt, lines, counts } = view
  const facts: [string, string][] = [
    [words.giver, staffName],
    [words.unit, homeUnit],
    [words.window, windowNumber === null ? words.noWindow : common.windowName(windowNumber)],
    [words.givenAt, givenAt === null ? '' : clockText(givenAt)],
    [words.counts, words.countsText(counts.received, counts.instant, counts.notices, counts.corrections)],
    [words.waitingNumbers, view.waitingNumbers.join('、')],
    [words.receipts, view.receipts],
    [words.remark, view.remark],
    [words.takenAt, view.takenAt === null ? '' : `${clockText(view.takenAt)} ${view.takenByName}`],
  ]
  return (
    <section className="own-card" aria-label={words.numbered(number)}>
      <h2>
        {number} <span className={`own-state is-${status}`}>{words.status[status]}</span>
      </h2>
      <dl className="own-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3>{words.own.lines(lines.length)}</h3>
      <ul className="own-lines">
        {lines.map((line) => (
          <Line key={line.filingId} line={line} />
        ))}
      </ul>
      {view.mayTake && <TakeOrRefuse view={view} onDone={onDone} />}
    </section>
  )
}

function Line({ line }: { line: HandoverLineView }) {
  const { number, itemName, partyMask, light, remainingWorkdays, status, stage, originals, action } = line
  const isAlong = originals.length > 0 || action !== ''
  return (
    <li className={isAlong ? 'own-line is-along' : 'own-line'}>
      <p>
        <b className={`own-light is-${light}`}>{promiseText.light[light]}</b> {itemName}
      </p>
      <small>
        {[number, partyMask, stage ?? filingStatusWords[status], words.left(remainingWorkdays)]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
      {originals.length > 0 && (
        <p>
          {words.columns.originals}：{originals.join('、')}
        </p>
      )}
      {action !== '' && (
        <p>
          {words.columns.action}：{action}
        </p>
      )}
    </li>
  )
}

/** One press takes; refusing asks for the reason first. */
function TakeOrRefuse({ view: { handoverId, number }, onDone }: { view: HandoverView; onDone: () => void }) {
  const [reason, setReason] = useState<string | null>(null)
  const [sentence, setSentence] = useState('')
  const [isAsking, setAsking] = useState(false)
  const press = async (asked: Promise<SendOutcome>, done: string) => {
    setAsking(true)
    const outcome = await asked
    setAsking(false)
    setSentence(outcome.kind === 'done' ? done : sentenceOf(outcome))
    if (outcome.kind === 'done') onDone()
  }
  const take = () => void press(send('TakeHandover', { handoverId }, freshCommandId()), words.own.done(number))
  const refuse = () => {
    if (reason === null) return setReason('')
    void press(
      send('RefuseHandover', { handoverId, reason: reason.trim() }, freshCommandId()),
      words.own.doneRefused(number),
    )
  }
  return (
    <div className="own-actions">
      <p className="own-problem" role="alert">
        {sentence}
      </p>
      {reason !== null && (
        <label>
          {words.refuseReason}
          <textarea
            className="own-field"
            rows={3}
            maxLength={200}
            value={reason}
            onChange={(change) => setReason(change.target.value)}
          />
        </label>
      )}
      {reason === null && (
        <button type="button" className="own-button" disabled={isAsking} onClick={take}>
          {words.own.confirm}
        </button>
      )}
      <button
        type="button"
        className="own-button is-refusing"
        disabled={isAsking || reason?.trim() === ''}
        onClick={refuse}
      >
        {words.refuse}
      </button>
      {reason !== null && (
        <button type="button" className="own-quiet" onClick={() => setReason(null)}>
          {words.own.cancel}
        </button>
      )}
    </div>
  )
}

function sentenceOf(outcome: Exclude<SendOutcome, { kind: 'done' }>): string {
  if (outcome.kind === 'refused') return outcome.sentence
  return outcome.kind === 'unreachable' ? common.unreachable : common.fault(outcome.incident)
}
