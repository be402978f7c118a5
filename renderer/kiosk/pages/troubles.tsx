import type { Errand, ShownRefusal } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { PageFrame } from '../parts/page-frame.tsx'
import { refusalWords } from '../words.ts'

/** The printer is not ready, and is told so before a number is given (edge case 24). */
export function PrinterDownPage({ errand, advice }: { errand: Errand; advice: string }) {
  const { text, press } = useKiosk()
  const foot = (
    <div className="key-row">
      {errand.kind === 'take' ? (
        <button type="button" className="main-key" onClick={() => press({ type: 'take-without-paper' })}>
          {text.printerDown.withoutPaper}
        </button>
      ) : null}
      <button type="button" className="plain-key" onClick={() => press({ type: 'try-again' })}>
        {text.printerDown.tryAgain}
      </button>
    </div>
  )
  return (
    <PageFrame title={text.printerDown.title} layout="message" foot={foot}>
      <p className="sentence" role="alert">
        {advice}
      </p>
      {errand.kind === 'take' ? null : (
        <p className="sentence">
          <strong>{text.printerDown.numberStays(errand.number)}</strong>
        </p>
      )}
    </PageFrame>
  )
}

/** The hall says no: why, on what ground, and what can be done instead. */
export function RefusedPage({ refusal }: { refusal: ShownRefusal }) {
  const { view, catalogue, flow, text, press } = useKiosk()
  const { sentence, clause } = refusalWords(refusal, flow.language, { view, catalogue })
  const isWaiting = refusal.code === 'already-waiting'
  const foot = isWaiting ? (
    <OwnNumberKeys refusal={refusal} />
  ) : (
    <button type="button" className="main-key" onClick={() => press({ type: 'go-home' })}>
      {text.refused.chooseAgain}
    </button>
  )
  return (
    <PageFrame title={isWaiting ? text.refused.titleWaiting : text.refused.title} layout="message" foot={foot}>
      {isWaiting ? <p className="number">{refusal.facts.number}</p> : null}
      <p className="sentence" role="alert">
        {sentence}
      </p>
      {clause === '' ? null : <p className="minor">{clause}</p>}
      <p>{text.guideDesk}</p>
    </PageFrame>
  )
}

/** One waiting number for a person and business: a reprint instead of a second one (edge case 22). */
function OwnNumberKeys({ refusal }: { refusal: ShownRefusal }) {
  const { text, hasPrinter, press, freshCommandId } = useKiosk()
  const number = String(refusal.facts.number)
  const ticketId = Number(refusal.facts.ticketId)
  return (
    <div className="key-row">
      {hasPrinter ? (
        <button
          type="button"
          className="main-key"
          onClick={() => press({ type: 'reprint', commandId: freshCommandId(), ticketId, number })}
        >
          {text.refused.reprint}
        </button>
      ) : null}
      <button type="button" className="plain-key" onClick={() => press({ type: 'look-up', number })}>
        {text.refused.lookUp}
      </button>
    </div>
  )
}

/** No answer came: the same press can be sent again, it counts once. */
export function UnansweredPage() {
  const { text, press } = useKiosk()
  const foot = (
    <button type="button" className="main-key" onClick={() => press({ type: 'try-again' })}>
      {text.unanswered.tryAgain}
    </button>
  )
  return (
    <PageFrame title={text.unanswered.title} layout="message" foot={foot}>
      <p className="sentence" role="alert">
        {text.unanswered.sentence}
      </p>
      <p>{text.guideDesk}</p>
    </PageFrame>
  )
}

export function FaultPage({ incident }: { incident: string }) {
  const { text } = useKiosk()
  return (
    <PageFrame title={text.fault.title} layout="message">
      <p className="sentence" role="alert">
        {text.fault.sentence(incident)}
      </p>
    </PageFrame>
  )
}
