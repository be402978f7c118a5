import { useEffect, useState } from 'react'

/** Which of `count` things is shown now: each in turn for `everyMs`. */
export function useTurn(count: number, everyMs: number): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (count <= 1) return
    const timer = setInterval(() => setTurn((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [count, everyMs])
  return count === 0 ? 0 : turn % count
}

const portrait = '(orientation: portrait)'

/** How the board hangs. */
export function useOrientation(): 'landscape' | 'portrait' {
  const [isPortrait, setIsPortrait] = useState(() => matchMedia(portrait).matches)
  useEffect(() => {
    const query = matchMedia(portrait)
    const follow = () => setIsPortrait(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return isPortrait ? 'portrait' : 'landscape'
}

const pageMs = 8_000

export interface Page<T> {
  shown: T[]
  /** From 1. */
  page: number
  pages: number
}

/** A list longer than its place, page by page. */
export function usePages<T>(all: readonly T[], pageLength: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / pageLength))
  const page = useTurn(pages, pageMs)
  return { shown: all.slice(page * pageLength, (page + 1) * pageLength), page: page + 1, pages }
}
