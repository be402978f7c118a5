import type { ReactNode } from 'react'
import { isAnswer } from '../common/form/pressed.ts'
import type { Asked } from '../common/form/use-ask.ts'
import { handoverText } from '../common/text/handover.ts'

const words = handoverText.own

interface AskedPartProps<T> {
  asked: Asked<T>
  children: (answer: T) => ReactNode
}

/** What was asked for, that it is on its way, or why it did not come. */
export function AskedPart<T>({ asked, children }: AskedPartProps<T>) {
  const { answer, problem, isAsking, again } = asked
  // To say that there is no such thing is an answer as well.
  if (answer !== null || (!isAsking && problem === '')) return children(answer as T)
  if (problem === '') return <p className="own-card">{words.loading}</p>
  return (
    <div className="own-card">
      <p className="own-problem" role="alert">
        {problem}
      </p>
      <button type="button" className="own-button" onClick={again}>
        {words.again}
      </button>
    </div>
  )
}

/** Asks in a way that notices when the hub knows the sign-in no longer. */
export function noticing<T>(ask: () => Promise<T>, onSessionLost: () => void): () => Promise<T> {
  return async () => {
    try {
      return await ask()
    } catch (problem) {
      if (isAnswer(problem) && problem.status === 403) onSessionLost()
      throw problem
    }
  }
}
