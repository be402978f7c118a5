import type { HallFact } from '../vocabulary/event.ts'
import type { Refusal, RefusalCode, RefusalFacts } from '../vocabulary/refusal.ts'

/** 裁定: what happened because of a command, or why nothing did. */
export type Decision = Accepted | Refusal

export interface Accepted {
  kind: 'accepted'
  /** In the order they happened; may be empty when the wish is already true. */
  events: HallFact[]
  /** What the screen is told of it, such as the new number. */
  made: Record<string, unknown>
}

export function accept(events: HallFact | HallFact[], made: Record<string, unknown> = {}): Accepted {
  return { kind: 'accepted', events: Array.isArray(events) ? events : [events], made }
}

export function refuse(code: RefusalCode, facts: RefusalFacts = {}): Refusal {
  return { kind: 'refused', code, facts }
}

/** States what must be true if the program is right; the message says what was expected. */
export function assert(isTrue: boolean, expectation: string): asserts isTrue {
  if (!isTrue) throw new Error(`expected: ${expectation}`)
}

/** The end of a switch over a closed union. */
export function unreachable(value: never): never {
  throw new Error(`not a known case: ${JSON.stringify(value)}`)
}
