import { useMemo } from 'react'
import { useAsk } from '../common/form/use-ask.ts'
import { hub } from '../common/hub-link.ts'
import { handoverText } from '../common/text/handover.ts'
import { clockText } from '../common/time-text.ts'
import { AskedPart, noticing } from './asked.tsx'

const words = handoverText.own

interface HandoverListProps {
  onOpen: (handoverId: number) => void
  onSessionLost: () => void
}

/** What waits for somebody of this unit. */
export function HandoverList({ onOpen, onSessionLost }: HandoverListProps) {
  const ask = useMemo(() => noticing(() => hub.query.myHandovers({}), onSessionLost), [onSessionLost])
  const asked = useAsk(ask)
  return (
    <AskedPart asked={asked}>
      {({ toTake }) => (
        <section className="own-card" aria-label={words.list}>
          <h2>{words.list}</h2>
          {toTake.length === 0 && <p>{words.listEmpty}</p>}
          {toTake.map(({ handoverId, number, staffName, homeUnit, lineCount, givenAt }) => (
            <button key={handoverId} type="button" className="own-choice" onClick={() => onOpen(handoverId)}>
              <b>{staffName}</b>
              <span>{homeUnit}</span>
              <small>
                {number} · {words.lines(lineCount)} · {givenAt === null ? '' : clockText(givenAt)}
              </small>
            </button>
          ))}
          <button type="button" className="own-quiet" onClick={asked.again}>
            {words.refresh}
          </button>
        </section>
      )}
    </AskedPart>
  )
}
