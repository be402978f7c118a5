import { useEffect, useState } from 'react'
import { clerkText } from '../common/text/clerk.ts'
import { clockSecondsText } from '../common/time-text.ts'
import type { Answer } from './answer.ts'
import { useDeskState } from './desk-context.ts'

/** Long enough to look up from the papers and read it. */
const shownMs = { done: 4_000, refused: 9_000, unreachable: 20_000, fault: 20_000 } satisfies Record<
  Answer['tone'],
  number
>

/** What came of the last press, beside the keys for some seconds, and a list of those before it. */
export function AnswerLine() {
  const { answers } = useDeskState()
  const [isListShown, setListShown] = useState(false)
  const newest = answers[0]
  const isShown = useShown(newest)
  const { history, close } = clerkText.answers
  return (
    <section className="answer-line" aria-label={clerkText.answers.title}>
      <div className="answer-newest" role={newest?.tone === 'done' ? 'status' : 'alert'}>
        {isShown && newest !== undefined && <AnswerText answer={newest} />}
      </div>
      <button
        type="button"
        className="answer-toggle"
        aria-expanded={isListShown}
        onClick={() => setListShown(!isListShown)}
      >
        {isListShown ? close : history}
      </button>
      {isListShown && <AnswerList answers={answers} />}
    </section>
  )
}

function AnswerText({ answer }: { answer: Answer }) {
  return (
    <p className={`answer is-${answer.tone}`}>
      <span className="answer-tone">{clerkText.answers.tone[answer.tone]}</span>
      {answer.sentence}
    </p>
  )
}

function AnswerList({ answers }: { answers: readonly Answer[] }) {
  if (answers.length === 0) return <p className="answer-list is-empty">{clerkText.answers.none}</p>
  return (
    <ol className="answer-list" aria-label={clerkText.answers.history}>
      {answers.map((answer) => (
        <li key={answer.answerId}>
          <time>{clockSecondsText(answer.at)}</time>
          <span className="answer-action">{clerkText.actions[answer.action]}</span>
          <AnswerText answer={answer} />
        </li>
      ))}
    </ol>
  )
}

function useShown(answer: Answer | undefined): boolean {
  const [hiddenId, setHiddenId] = useState(0)
  useEffect(() => {
    if (answer === undefined) return
    const timer = setTimeout(() => setHiddenId(answer.answerId), shownMs[answer.tone])
    return () => clearTimeout(timer)
  }, [answer])
  return answer !== undefined && answer.answerId !== hiddenId
}
