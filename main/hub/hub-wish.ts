import type { AnyCommand, HubCommand } from '../../shared/vocabulary/command.ts'
import { decideOnFacts } from './decide-on-facts.ts'
import type { Hub } from './hub.ts'

/** The hub's own wish, as the clock brings it about. Asks the rule first, so that a look that finds nothing writes nothing. */
export function wishIfDue(hub: Hub, command: HubCommand, now: number): void {
  const decision = decideOnFacts(command, hub.contextAt(now), hub.tables)
  if (decision.kind !== 'accepted' || decision.events.length === 0) return
  const wish: AnyCommand = command
  hub.submitNow({ commandId: `${command.type}-${hub.freshId()}`, actor: { kind: 'hub' }, command: wish })
}
