import { Timeline } from 'antd'
import type { HistoryRow } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'
import { clockText, dayText } from '../time-text.ts'

/** Codes of a history's facts that have a name of their own. */
const namesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  procedure: promiseText.procedure,
  decision: promiseText.decision,
  ground: { ...promiseText.declineGround, ...promiseText.returnGround },
  cause: promiseText.visitCause,
  means: { ...promiseText.notifyMeans, ...promiseText.answerMeans, ...promiseText.signature },
  way: promiseText.way,
}

/** 经过: who did what when, from the journal itself. */
export function HistoryList({ history }: { history: readonly HistoryRow[] }) {
  return (
    <Timeline
      className="history"
      items={history.map(({ seq, at, actorName, type, body }) => ({
        key: seq,
        content: (
          <>
            <b>{eventName(type)}</b> <span className="soft">{`${dayText(at)} ${clockText(at)} ${actorName}`}</span>
            <div>{factsOf(body)}</div>
          </>
        ),
      }))}
    />
  )
}

/** A newer event that this screen does not know yet is shown as it is written. */
function eventName(type: string): string {
  return (promiseText.event as Readonly<Record<string, string>>)[type] ?? type
}

function factsOf(body: Record<string, unknown>): string {
  return Object.entries(promiseText.historyFact)
    .flatMap(([key, name]) => {
      const value = body[key]
      const text = Array.isArray(value) ? value.join('、') : String(value ?? '')
      return text === '' ? [] : [`${name} ${namesOf[key]?.[text] ?? text}`]
    })
    .join('，')
}
