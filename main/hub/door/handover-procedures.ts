import type { Outcome } from '../../../shared/contract/outcome.ts'
import { isOneOf, permissions } from '../../../shared/rules/permission.ts'
import { refused } from '../hub.ts'
import type { DoorContext } from './context.ts'
import { provenStaff } from './credentials.ts'
import { freshToken, tokenHash } from './machine.ts'
import { door, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'
import { ownPageMs, ownPageScreen } from './sessions.ts'

interface Credentials {
  staffNumber: string
  password: string
}

/** The two ways in which a receiver signs in for a handover. */
export function createHandoverProcedures(parts: DoorParts) {
  return {
    takeHandover: door.door.takeHandover.handler(({ input, context }) => takeHandover(parts, input, context)),
    signInForHandover: door.door.signInForHandover.handler(({ input, context }) =>
      signInForHandover(parts, input, context),
    ),
  }
}

/** 第二次登录 on the giver's screen: for this one command, so that nobody's session is lost. */
async function takeHandover(
  parts: DoorParts,
  { commandId, handoverId, ...who }: Credentials & { commandId: string; handoverId: number },
  context: DoorContext,
): Promise<Outcome> {
  const { machine } = context
  const refusal = permissionRefusal(context, permissions.GiveHandover)
  if (refusal !== null || machine.kind === 'unpaired') return refusal ?? refused('not-paired', {})
  const proven = await provenStaff(parts, who, context)
  if (proven.kind === 'refused') return proven
  const { staffId, role, windowNumbers } = proven.staff
  const actor = { kind: 'staff', staffId, role, screenId: machine.screenId, windowNumbers } as const
  if (!isOneOf(actor, permissions.TakeHandover)) return refused('not-permitted', {})
  return parts.hub.submit({
    commandId,
    actor,
    command: { type: 'TakeHandover', body: { handoverId } },
    isSecondSignIn: true,
  })
}

/** 自己的页面: a short session beside whatever else the person has, from any machine of the LAN. */
async function signInForHandover(parts: DoorParts, who: Credentials, context: DoorContext) {
  const { hub } = parts
  const proven = await provenStaff(parts, who, context)
  if (proven.kind === 'refused') return proven
  const { staffId, role, windowNumbers } = proven.staff
  const actor = { kind: 'staff', staffId, role, screenId: ownPageScreen, windowNumbers } as const
  if (!isOneOf(actor, permissions.TakeHandover)) return refused('not-permitted', {})
  const token = freshToken()
  const startedAt = hub.clock.now()
  const session = { kind: 'session', tokenHash: tokenHash(token), staffId, screenId: ownPageScreen } as const
  const outcome = await hub.submit({
    commandId: `sign-in-${hub.freshId()}`,
    actor,
    command: { type: 'SignIn', body: { staffId } },
    keep: () => [{ ...session, startedAt, expiresAt: startedAt + ownPageMs }],
  })
  if (outcome.kind !== 'done') return outcome.kind === 'refused' ? outcome : refused('busy', {})
  const begun = parts.sessions.of(token)
  if (begun === undefined) return refused('not-signed-in', {})
  return { kind: 'done' as const, made: { sessionToken: token, session: begun.view() } }
}
