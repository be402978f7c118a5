import type { Filing, FilingStatus } from '../vocabulary/filing.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { filingStatusWords } from '../vocabulary/words.ts'
import { assert, refuse } from './decision.ts'
import type { FilingFactsOf, PromiseDay, StaffFacts } from './promise-facts.ts'

/** What a command needs of the filing it acts on. */
export interface Touch {
  /** The states it may act on. */
  in: readonly FilingStatus[]
  /** What it does, as a refusal says it: 不能{action}. */
  action: string
  /** Anybody whose role permits the command may press it, not the owner alone. */
  anybody?: boolean
  /** Somebody beside the owner who may: the one a part of it was given to. */
  alsoBy?: string | null
}

/**
 * Why nobody, or not this person, may act on a filing now; null when he may. In the order the world
 * is checked: filing-unknown, filing-not-yours (篇1.3: one person is responsible; a supervisor may
 * step in), filing-status.
 */
export function mayTouch(facts: FilingFactsOf, touch: Touch): Refusal | null {
  const { filing, actor } = facts
  if (filing === undefined) return refuse('filing-unknown')
  const isTheirs = [filing.ownerId, touch.alsoBy].some((staffId) => staffId != null && isBy(facts, staffId))
  const isFree = touch.anybody === true || actor.kind === 'hub' || isSupervisor(facts) || isTheirs
  if (!isFree) {
    return refuse('filing-not-yours', { number: filing.number, staffName: facts.staffOf(filing.ownerId)?.name ?? '' })
  }
  if (touch.in.includes(filing.status)) return null
  const status = filingStatusWords[filing.status]
  return refuse('filing-status', { number: filing.number, status, action: touch.action })
}

/** The filing and its line in the register, after `mayTouch` found them. */
export function touched(facts: FilingFactsOf): { filing: Filing; inquiry: FirstInquiry } {
  const { filing, inquiry } = facts
  assert(filing !== undefined && inquiry !== undefined, 'a filing that may be acted on, with its inquiry')
  return { filing, inquiry }
}

/** Why somebody cannot be given a filing or a part of it; null when he can. */
export function handlerRefusal(staff: StaffFacts | undefined): Refusal | null {
  if (staff === undefined) return refuse('staff-unknown')
  const mayHandle = staff.role === 'clerk' || staff.role === 'supervisor'
  return mayHandle ? null : refuse('staff-not-handler', { staffName: staff.name })
}

export function isSupervisor({ actor }: Pick<PromiseDay, 'actor'>): boolean {
  return actor.kind === 'staff' && actor.role === 'supervisor'
}

export function isBy({ actor }: Pick<PromiseDay, 'actor'>, staffId: string): boolean {
  return actor.kind === 'staff' && actor.staffId === staffId
}

/** Who acts; these commands are never sent by a machine. */
export function staffIdOf({ actor }: Pick<PromiseDay, 'actor'>): string {
  assert(actor.kind === 'staff', 'somebody of the staff')
  return actor.staffId
}
