import { clockText } from '../../common/time-text.ts'
import { useKiosk } from '../kiosk-context.ts'
import { hoursWords, refusalWords } from '../words.ts'

/** What is open now, what closes when, and why no number is given, with the regulation. */
export function PhaseBanner() {
  const { view, catalogue, flow, text } = useKiosk()
  const { phase } = view
  const refusal = phase.issuingRefusal
  const reason = refusal === null ? null : refusalWords(refusal, flow.language, { view, catalogue })
  const open = hoursWords(phase, 'open', text)
  const linkup = hoursWords(phase, 'linkup', text)
  return (
    <section className={`phase-banner ${reason === null ? 'open' : 'shut'}`} role="status">
      <p className="phase-title">
        <strong>{reason === null ? text.banner.open : text.banner.closed}</strong>
        <span className="phase-name">{text.phase[phase.phase]}</span>
      </p>
      <p className="phase-sentence">{reason === null ? <OpenSentence /> : reason.sentence}</p>
      {open === '' ? null : (
        <p className="hours">
          {text.banner.hours(open)}
          {linkup === '' ? '' : `${text.sentenceSeparator}${text.banner.linkup(linkup)}`}
        </p>
      )}
      {reason === null || reason.clause === '' ? null : <p className="hours">{reason.clause}</p>}
      {phase.timetableDocument === '' || open === '' ? null : (
        <p className="hours">
          {phase.timetableName} {phase.timetableDocument}
        </p>
      )}
      {phase.isProvisional ? <p className="hours">{text.banner.provisional}</p> : null}
    </section>
  )
}

const minuteMs = 60_000

function OpenSentence() {
  const { view, text, now } = useKiosk()
  const { phase, phaseEndsAt, closesSoonAt, nextOpenAt } = view.phase
  // Numbers are given some minutes before the windows open.
  if (phase !== 'open') return nextOpenAt === null ? null : text.banner.opensAt(clockText(nextOpenAt))
  if (closesSoonAt === null) return text.banner.openUntil(clockText(phaseEndsAt))
  return text.banner.closesSoon(Math.max(1, Math.ceil((closesSoonAt - now) / minuteMs)))
}
