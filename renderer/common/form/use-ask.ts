import { useCallback, useEffect, useRef, useState } from 'react'
import { consoleText } from '../text/console.ts'
import { isAnswer } from './pressed.ts'

export interface Asked<T> {
  /** The newest answer; it stays while the next one is on its way. */
  answer: T | null
  /** Why there is no answer; empty when there is one. */
  problem: string
  isAsking: boolean
  again: () => void
}

/** Asks the hub now and whenever `ask` becomes another function, which must be memoised. */
export function useAsk<T>(ask: () => Promise<T>): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ answer: null, problem: '', isAsking: true })
  const turns = useRef({ last: 0 })

  const again = useCallback(() => {
    turns.current.last += 1
    const turn = turns.current.last
    const settle = (next: Partial<Asked<T>>) => {
      if (turn === turns.current.last) setState((before) => ({ ...before, isAsking: false, ...next }))
    }
    setState((before) => ({ ...before, isAsking: true }))
    ask().then(
      (answer) => settle({ answer, problem: '' }),
      (problem: unknown) => settle({ problem: problemText(problem) }),
    )
  }, [ask])

  useEffect(() => {
    const current = turns.current
    again()
    return () => {
      current.last += 1
    }
  }, [again])
  return { ...state, again }
}

function problemText(problem: unknown): string {
  return isAnswer(problem) ? consoleText.queryFailed(problem.message) : consoleText.queryUnreachable
}
