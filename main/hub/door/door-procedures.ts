import type { Outcome } from '../../../shared/contract/outcome.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { demoPassword } from '../../../shared/vocabulary/profile.ts'
import { refused } from '../hub.ts'
import type { DoorContext } from './context.ts'
import { provenStaff } from './credentials.ts'
import { findMatter } from './find-matter.ts'
import { createHandoverProcedures } from './handover-procedures.ts'
import { freshToken, screenCookie, tokenHash } from './machine.ts'
import { hashPassword, isPassword } from './password.ts'
import { actorOf, door, permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'
import { sessionMs } from './sessions.ts'
import { createSignatureProcedures } from './signature-procedures.ts'

type Refused = Extract<Outcome, { kind: 'refused' }>

/** Who you are, and which machine this is. */
export function createDoorProcedures(parts: DoorParts) {
  const { hub, pairing } = parts
  return {
    ...createSignatureProcedures(parts),
    ...createHandoverProcedures(parts),
    welcome: door.door.welcome.handler(({ context }) => welcome(parts, context)),
    signIn: door.door.signIn.handler(({ input, context }) => signIn(parts, input, context)),
    signOut: door.door.signOut.handler(({ context }) => signOut(parts, context)),
    setPassword: door.door.setPassword.handler(({ input, context }) => setPassword(parts, input, context)),
    createFirstAdministrator: door.door.createFirstAdministrator.handler(async ({ input, context }) => {
      if (context.machine.kind !== 'local') return refused('not-permitted', {})
      if (!needsAdministrator(parts)) return refused('already-set-up', {})
      const passwordHash = await hashPassword(input.password)
      // While the hash was made somebody else may have been quicker.
      if (!needsAdministrator(parts)) return refused('already-set-up', {})
      const added = await hub.submit({
        commandId: `first-administrator-${hub.freshId()}`,
        actor: { kind: 'hub' },
        command: { type: 'AddStaff', body: { staff: { ...input.staff, role: 'administrator' } } },
        keep: ({ made }) => [
          { kind: 'staff-name', staffId: String(made.staffId), name: input.staff.name },
          { kind: 'password', staffId: String(made.staffId), passwordHash },
        ],
      })
      if (added.kind !== 'done') return added.kind === 'refused' ? added : refused('busy', {})
      return { kind: 'done' as const, made: { staffId: String(added.made.staffId) } }
    }),
    findMatter: door.door.findMatter.handler(({ input, context }) => {
      const refusal = permissionRefusal(context, readPermissions.findMatter)
      return refusal ?? { kind: 'done' as const, made: findMatter(hub, parts, input.text) }
    }),
    requestPairing: door.door.requestPairing.handler(({ input, context }) => {
      const requested = pairing.request(input.kind, input.name, context.remoteAddress)
      parts.live().refresh('console')
      // Too many machines wait: an expired code tells the page to try again later.
      return requested ?? { pairingCode: '', pollToken: '', expiresAt: 0 }
    }),
    collectPairing: door.door.collectPairing.handler(({ input, context }) => {
      const collected = pairing.collect(input.pollToken)
      if (collected.state !== 'approved') return { state: collected.state, path: '' }
      context.response.setHeader('set-cookie', screenCookie(collected.token))
      return { state: 'approved' as const, path: collected.path }
    }),
    printTicket: door.door.printTicket.handler(async ({ input, context }) => {
      const refusal = permissionRefusal(context, ['kiosk-screen', 'clerk', 'guide', 'supervisor'])
      if (refusal !== null) return { isPrinted: false, advice: refusal.sentence }
      return parts.printer.print(input.ticketId, input.isReprint)
    }),
  }
}

function needsAdministrator({ hub }: DoorParts): boolean {
  const withPassword = hub.tables.privateRecords.staffWithPassword()
  return !hub.tables.staff
    .all()
    .some((one) => one.role === 'administrator' && !one.isRetired && withPassword.has(one.staffId))
}

function welcome(parts: DoorParts, { machine, session }: DoorContext) {
  const { hub, isDemo } = parts
  const isKnown = machine.kind !== 'unpaired'
  const nameOf = (staffId: string) => hub.tables.privateRecords.nameOf(staffId)
  return {
    hallName: hub.setup().hall.name,
    isDemo,
    needsAdministrator: isKnown && needsAdministrator(parts),
    isPaired: isKnown,
    isLocal: machine.kind === 'local',
    session: isKnown && !session?.isOwnPage ? (session?.view() ?? null) : null,
    demoStaff:
      isDemo && isKnown
        ? hub.tables.staff
            .all()
            .filter((one) => !one.isRetired)
            .map(({ staffId, staffNumber, role, windowNumbers }) => ({
              staffNumber,
              role,
              windowNumbers,
              name: nameOf(staffId),
            }))
        : [],
    demoPassword: isDemo && isKnown ? demoPassword : '',
  }
}

async function signIn(parts: DoorParts, input: { staffNumber: string; password: string }, context: DoorContext) {
  const { hub } = parts
  if (context.machine.kind === 'unpaired') return refused('not-paired', {})
  const { screenId } = context.machine
  const proven = await provenStaff(parts, input, context)
  if (proven.kind === 'refused') return proven
  const { staff } = proven

  const token = freshToken()
  const startedAt = hub.clock.now()
  const outcome = await hub.submit({
    commandId: `sign-in-${hub.freshId()}`,
    actor: { kind: 'staff', staffId: staff.staffId, role: staff.role, screenId, windowNumbers: staff.windowNumbers },
    command: { type: 'SignIn', body: { staffId: staff.staffId } },
    // A second sign-in ends the first: one person, one place.
    keep: () => [
      { kind: 'session-ended', staffId: staff.staffId },
      {
        kind: 'session',
        tokenHash: tokenHash(token),
        staffId: staff.staffId,
        screenId,
        startedAt,
        expiresAt: startedAt + sessionMs,
      },
    ],
  })
  if (outcome.kind !== 'done') return outcome.kind === 'refused' ? outcome : refused('busy', {})
  const session = parts.sessions.of(token)
  // The same person signed in twice in one instant: the later one is the one that counts.
  if (session === undefined) return refused('not-signed-in', {})
  return { kind: 'done' as const, made: { sessionToken: token, session: session.view() } }
}

async function signOut({ hub }: DoorParts, { session }: DoorContext): Promise<Outcome> {
  // One's own page has a session of its own, which must not end the work at the window.
  if (session === undefined || session.isOwnPage) return { kind: 'done', seq: hub.head().seq, made: {} }
  const { staffId } = session.actor
  return hub.submit({
    commandId: `sign-out-${hub.freshId()}`,
    actor: session.actor,
    command: { type: 'SignOut', body: { staffId, reason: 'pressed' } },
    keep: () => [{ kind: 'session-ended', staffId }],
  })
}

async function setPassword(
  parts: DoorParts,
  input: { staffId: string; currentPassword?: string | undefined; password: string },
  context: DoorContext,
): Promise<Outcome> {
  const { hub } = parts
  const actor = actorOf(context)
  if (actor?.kind !== 'staff') return refused('not-signed-in', {})
  const staff = hub.tables.staff.find(input.staffId)
  if (staff === undefined || staff.isRetired) return refused('staff-unknown', {})
  const isOwn = actor.staffId === input.staffId
  if (!isOwn && actor.role !== 'administrator') return refused('not-permitted', {})
  const refusal = isOwn ? await currentPasswordRefusal(parts, input, staff.staffNumber) : null
  if (refusal !== null) return refusal
  const passwordHash = await hashPassword(input.password)
  return hub.submit({
    commandId: `set-password-${hub.freshId()}`,
    actor,
    command: { type: 'SetPassword', body: { staffId: input.staffId } },
    keep: () => [
      { kind: 'password', staffId: input.staffId, passwordHash },
      // Whoever was signed in with the old one has to know the new one.
      ...(isOwn ? [] : [{ kind: 'session-ended', staffId: input.staffId } as const]),
    ],
  })
}

/** Whoever finds a clerk's screen unlocked must not be able to make it his own. */
async function currentPasswordRefusal(
  { hub, throttle }: DoorParts,
  input: { staffId: string; currentPassword?: string | undefined },
  staffNumber: string,
): Promise<Refused | null> {
  const name = `staff ${staffNumber}`
  const waitMs = throttle.waitMs(name)
  if (waitMs > 0) return refused('sign-in-throttled', { seconds: Math.ceil(waitMs / 1000) })
  throttle.missed(name)
  const kept = hub.tables.privateRecords.passwordHashOf(input.staffId)
  if (!(await isPassword(input.currentPassword ?? '', kept))) return refused('wrong-credentials', {})
  throttle.passed(name)
  return null
}
