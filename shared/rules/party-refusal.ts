import type { Refusal } from '../vocabulary/refusal.ts'
import { refuse } from './decision.ts'
import type { PartyFacts } from './promise-facts.ts'

/** Why a party cannot be taken down as it was typed in; `who` names it in the sentence. */
export function partyRefusal(party: PartyFacts, who: '申请人' | '代办人'): Refusal | null {
  if (party.kind === 'invalid') return refuse('party-id-invalid', { who, problem: party.problem })
  return party.kind === 'id-needed' ? refuse('party-id-needed', { who }) : null
}
