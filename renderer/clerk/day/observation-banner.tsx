import { useState } from 'react'
import type { ClerkView, ObservationView } from '../../../shared/contract/view.ts'
import { type ObservationReason, observationReason } from '../../../shared/vocabulary/post.ts'
import { observationReasonWords } from '../../../shared/vocabulary/words.ts'
import { send } from '../../common/hub-link.ts'
import { clerkDay } from '../../common/text/clerk-day.ts'
import { useDesk } from '../desk-context.ts'

const words = clerkDay.observation

/** 在岗提示: asked of whom it is about, answered with one tap; it stands in no key's way. */
export function ObservationBanner({ view }: { view: ClerkView }) {
  const { session } = useDesk()
  const [problem, setProblem] = useState('')
  const asked = view.observations.filter(({ staffId }) => staffId === session.staffId)
  const [first, ...more] = asked
  if (first === undefined) return null
  const explain = async (reason: ObservationReason) => {
    const outcome = await send('ExplainObservation', { observationId: first.observationId, reason, note: '' })
    setProblem(outcome.kind === 'refused' ? outcome.sentence : outcome.kind === 'done' ? '' : words.unreachable)
  }
  return (
    <section className="banner is-observation" aria-label={words.label}>
      <b>{words.ask(first.windowNumber, words.what[first.kind], first.minutes, first.endedAt === null)}</b>
      <span className="observation-reasons">
        {reasonsOf(first).map((reason) => (
          <button key={reason} type="button" onClick={() => void explain(reason)}>
            {observationReasonWords[reason]}
          </button>
        ))}
      </span>
      {more.length > 0 && <span>{words.more(more.length)}</span>}
      {problem !== '' && <span role="alert">{problem}</span>}
    </section>
  )
}

/** Whoever serves on is asked nothing else than that, or whether 办结 was forgotten. */
function reasonsOf({ kind }: ObservationView): readonly ObservationReason[] {
  if (kind === 'past-closing') return ['serving-on', 'wrong-press']
  return observationReason.options.filter((one) => one !== 'serving-on')
}
