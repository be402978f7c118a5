import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { Outcome } from '../../../shared/contract/outcome.ts'
import { surnameMask } from '../../../shared/rules/name-mask.ts'
import { isOneOf, ownPageMay, permissions, type Who } from '../../../shared/rules/permission.ts'
import { type Command, type CommandType, commandBodies } from '../../../shared/vocabulary/command.ts'
import type { HallFact } from '../../../shared/vocabulary/event.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { type Envelope, refused } from '../hub.ts'
import type { Tables } from '../tables/apply.ts'
import type { PrivateRecord } from '../tables/private-records.ts'
import { namesIn } from '../views/day/log-names.ts'
import type { DoorContext } from './context.ts'
import { createDemoProcedures } from './demo-procedures.ts'
import { createDoorProcedures } from './door-procedures.ts'
import { freshToken, tokenHash } from './machine.ts'
import type { Pairing } from './pairing.ts'
import { type PartyParts, withParties } from './parties.ts'
import { createQueryProcedures } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** The contract's builders, with who asks as their context. */
export const door = implement(contract).$context<DoorContext>()
export type Door = typeof door

/**
 * Who acts: whoever is signed in, else the machine. The hub's own PC may do what a kiosk does. A
 * sign-in on one's own page counts for what it is good for, and nowhere else.
 */
export function actorOf({ session, machine }: DoorContext, what = ''): Actor | undefined {
  if (session?.isOwnPage && ownPageMay.has(what)) return session.actor
  if (session !== undefined && !session.isOwnPage && machine.kind !== 'unpaired') return session.actor
  if (machine.kind === 'local') return { kind: 'screen', screenKind: 'kiosk', screenId: machine.screenId }
  if (machine.kind === 'paired') return { kind: 'screen', screenKind: machine.screenKind, screenId: machine.screenId }
  return undefined
}

/** Why an actor may not; null when it may. */
export function permissionRefusal(
  context: DoorContext,
  allowed: readonly Who[],
  /** The command or query that is asked for. */
  what = '',
): Extract<Outcome, { kind: 'refused' }> | null {
  const actor = actorOf(context, what)
  if (actor === undefined) return refused('not-paired', {})
  if (isOneOf(actor, allowed)) return null
  return refused(actor.kind === 'screen' ? 'not-signed-in' : 'not-permitted', {})
}

/** Everything a screen or another program may ask of the hub. */
export function createRouter(parts: DoorParts) {
  return door.router({
    command: createCommandProcedures(parts),
    query: createQueryProcedures(parts),
    door: createDoorProcedures(parts),
    demo: createDemoProcedures(parts),
  })
}

type CommandHandlers = Parameters<Door['router']>[0]['command']

function createCommandProcedures(parts: DoorParts): CommandHandlers {
  const types = Object.keys(commandBodies) as CommandType[]
  const handlers = types.map((type) => {
    // All commands have the same form; the type of each body is checked by its own schema before this.
    const procedure = door.command[type] as Door['command']['StartService']
    const handler = procedure.handler(({ input, context }) => {
      const refusal = permissionRefusal(context, permissions[type], type)
      if (refusal !== null) return refusal
      if (type === 'TakeTicket' && isTooFast(context, parts)) return refused('busy', {})
      const command = { type, body: input.body } as Command
      return parts.hub.submit(
        envelopeOf(input.commandId, actorOf(context, type)!, command, { ...parts, freshId: parts.hub.freshId }),
      )
    })
    return [type, handler]
  })
  return Object.fromEntries(handlers) as CommandHandlers
}

/** A kiosk in the hall is used by anybody; staff and the hub's own PC are known. */
function isTooFast({ machine, session }: DoorContext, { pace }: DoorParts): boolean {
  return machine.kind === 'paired' && session === undefined && !pace.mayPass(machine.screenId)
}

/** Adds to a command what the rules must not see: hashes, names, tokens. */
export function envelopeOf(
  commandId: string,
  actor: Actor,
  command: Command,
  parts: PartyParts & { pairing: Pairing; hub: { tables: Tables } },
): Envelope {
  const { identify, pairing } = parts
  const envelope: Envelope = { commandId, actor, command }
  switch (command.type) {
    case 'TakeTicket':
      return withIdentity(envelope, command.body, identify)
    case 'AddStaff':
      return {
        ...envelope,
        keep: ({ made }) => [{ kind: 'staff-name', staffId: String(made.staffId), name: command.body.staff.name }],
      }
    case 'ChangeStaff': {
      const { staffId, staff } = command.body
      return { ...envelope, keep: () => [{ kind: 'staff-name', staffId, name: staff.name }] }
    }
    case 'RetireStaff':
      return { ...envelope, keep: () => [{ kind: 'session-ended', staffId: command.body.staffId }] }
    case 'EnrolScreen': {
      const { pairingCode, kind, windowNumber } = command.body
      const pending = pairing.find(pairingCode)
      return {
        ...envelope,
        pairing: pending,
        keep: ({ made }) => {
          const token = freshToken()
          const screenId = String(made.screenId)
          pairing.approve(screenId, kind, windowNumber, token)
          return [{ kind: 'screen-token', screenId, tokenHash: tokenHash(token) }]
        },
      }
    }
    case 'CloseDisciplineLog':
      return { ...envelope, keep: ({ events }) => namesOfClosed(events, parts.hub.tables) }
    default:
      return withParties(envelope, command, parts)
  }
}

/** Whom the ids of a closed log stand for: kept with it, so that the paper says tomorrow what it says today. */
function namesOfClosed(events: readonly HallFact[], tables: Tables): PrivateRecord[] {
  return events.flatMap((event): PrivateRecord[] => {
    if (event.type !== 'DisciplineLogClosed') return []
    const { day, content } = event.body
    return [{ kind: 'log-names', day, names: JSON.stringify(namesIn(content, tables)) }]
  })
}

function withIdentity(
  envelope: Envelope,
  body: Extract<Command, { type: 'TakeTicket' }>['body'],
  identify: DoorParts['identify'],
): Envelope {
  const identity = identify(body.idNumber)
  const mask = surnameMaskOf(body.holderName)
  return {
    ...envelope,
    identity,
    keep: ({ events }) =>
      events.flatMap((event): PrivateRecord[] => {
        if (event.type !== 'TicketTaken') return []
        const { ticketId, personId, hallDay } = event.body
        if (personId !== null && identity.kind === 'valid') {
          return [{ kind: 'person', personId, idHash: identity.idHash, mask, seenOn: hallDay }]
        }
        return mask === '' ? [] : [{ kind: 'ticket-mask', ticketId, mask }]
      }),
  }
}

function surnameMaskOf(name: string | undefined): string {
  return name === undefined || name.trim() === '' ? '' : surnameMask(name.trim())
}
