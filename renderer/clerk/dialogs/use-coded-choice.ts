import { useState } from 'react'
import { stepCode, typeDigit } from '../typed-code.ts'

/** A choice among codes that are typed, stepped through or clicked. */
export function useCodedChoice(codes: readonly string[], first: string | null = null) {
  const [chosen, setChosen] = useState(first)
  const [typed, setTyped] = useState('')
  return {
    chosen,
    onChoose: (code: string | null) => {
      setChosen(code)
      setTyped('')
    },
    onDigit: (digit: string) => {
      const next = typeDigit(codes, typed, digit)
      setTyped(next.typed)
      if (next.code !== null) setChosen(next.code)
    },
    onStep: (step: 1 | -1) => {
      setChosen(stepCode(codes, chosen, step))
      setTyped('')
    },
  }
}
