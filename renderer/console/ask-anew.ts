import { useEffect, useRef } from 'react'
import { type Asked, useAsk } from '../common/form/use-ask.ts'
import { useConsoleView } from './console-context.ts'

/** Asks now, and again whenever the live view tells of a newer `version` of what was asked for. */
export function useAskAnew<T>(ask: () => Promise<T>, version: number): Asked<T> {
  const asked = useAsk(ask)
  const { again } = asked
  const askedFor = useRef(version)
  useEffect(() => {
    if (askedFor.current === version) return
    askedFor.current = version
    again()
  }, [version, again])
  return asked
}

/** Asks again with every change around the working day. */
export function useAskPerDay<T>(ask: () => Promise<T>): Asked<T> {
  return useAskAnew(
    ask,
    useConsoleView(({ daySeq }) => daySeq),
  )
}

/** Asks again with every change around the promise. */
export function useAskPerPromise<T>(ask: () => Promise<T>): Asked<T> {
  return useAskAnew(
    ask,
    useConsoleView(({ promiseSeq }) => promiseSeq),
  )
}
