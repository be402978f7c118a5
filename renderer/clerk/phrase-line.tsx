import type { ClerkView } from '../../shared/contract/view.ts'
import { clerkText } from '../common/text/clerk.ts'

const phraseMs = 20_000

/** A line of polite speech for what is going on at the window, another every twenty seconds. */
export function phraseAt(view: ClerkView, now: number): string {
  const phrases = phrasesFor(view)
  return phrases[Math.floor(now / phraseMs) % phrases.length] ?? ''
}

function phrasesFor({ current, phase }: ClerkView): readonly string[] {
  const { idle, called, serving, linkup } = clerkText.phrases
  if (current === null) return idle
  if (current.status === 'called') return called
  const isOver = phase.phase === 'linkup' || phase.phase === 'closed'
  return isOver ? [...linkup, ...serving] : serving
}

export function PhraseLine({ view, now }: { view: ClerkView; now: number }) {
  return (
    <footer className="phrase-line">
      <b>{clerkText.phrases.title}</b>
      <span>{phraseAt(view, now)}</span>
    </footer>
  )
}
