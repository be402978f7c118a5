import type { Catalogue } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { Command } from '../../shared/vocabulary/command.ts'
import { hub, type SendOutcome, send } from '../common/hub-link.ts'

/** All that the desk asks of the hub; a test answers in the hub's place. */
export interface DeskCalls {
  send: (command: Command) => Promise<SendOutcome>
  signOut: () => Promise<SendOutcome>
  setPassword: (wish: { staffId: string; currentPassword: string; password: string }) => Promise<SendOutcome>
  catalogue: () => Promise<Catalogue>
}

/** The calls of the real hub. */
export const hubCalls: DeskCalls = {
  send: ({ type, body }) => send(type, body),
  signOut: () => orUnreachable(hub.door.signOut({})),
  setPassword: (wish) => orUnreachable(hub.door.setPassword(wish)),
  catalogue: () => hub.query.catalogue({}),
}

async function orUnreachable(answer: Promise<Outcome>): Promise<SendOutcome> {
  try {
    return await answer
  } catch {
    return { kind: 'unreachable' }
  }
}
