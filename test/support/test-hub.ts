import { applyProfile } from '../../main/hub/apply-profile.ts'
import { createHub, type Envelope, type Hub } from '../../main/hub/hub.ts'
import { type OpenedStore, openStore } from '../../main/hub/store/store.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { AnyCommandType, CommandOf } from '../../shared/vocabulary/command.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import type { RefusalCode } from '../../shared/vocabulary/refusal.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'
import { createHandClock, type HandClock } from './hand-clock.ts'
import { sampleProfile, workday } from './sample-hall.ts'

export interface TestHubOptions {
  profile?: Profile
  /** Clock time of the start, on the sample workday. */
  at?: string
  clock?: HandClock
  /** `:memory:` when absent. */
  folder?: string
  /** Goes on with a store that was opened elsewhere. */
  opened?: OpenedStore
}

type Extra = Partial<Pick<Envelope, 'commandId' | 'identity' | 'pairing' | 'keep'>>

/** Ids that are the same in every run. */
export function seededIds(prefix: string): () => string {
  let made = 0
  return () => {
    made += 1
    return `${prefix}-${String(made).padStart(8, '0')}`
  }
}

/** Two hubs of one test may follow each other on a store: their ids differ. */
let hubsMade = 0

export const kioskActor: Actor = { kind: 'screen', screenKind: 'kiosk', screenId: 'kiosk-1' }
export const hubActor: Actor = { kind: 'hub' }

/** A real hub on a real store with the sample hall, a clock moved by hand and seeded ids. */
export async function createTestHub(options: TestHubOptions = {}) {
  const clock = options.clock ?? createHandClock(workday, options.at ?? '09:00')
  const opened = options.opened ?? openStore(options.folder ?? ':memory:')
  const faults: unknown[] = []
  hubsMade += 1
  const hub = createHub({
    store: opened.store,
    clock,
    freshId: seededIds(`id-${hubsMade}`),
    onFault: (_, problem) => faults.push(problem),
  })
  const complaints = await applyProfile(hub, options.profile ?? sampleProfile())
  return {
    ...createSpeech(hub, `test-command-${hubsMade}`),
    hub,
    opened,
    clock,
    faults,
    complaints,
    staff: createStaff(hub),
  }
}
export type TestHub = Awaited<ReturnType<typeof createTestHub>>

/** The people of the hall as actors, by staff number. */
function createStaff(hub: Hub) {
  return (staffNumber: string): Extract<Actor, { kind: 'staff' }> => {
    const found = hub.tables.staff.findByNumber(staffNumber)
    if (found === undefined) throw new Error(`nobody has staff number ${staffNumber}`)
    const { staffId, role, windowNumbers } = found
    return { kind: 'staff', staffId, role, screenId: `screen-${staffNumber}`, windowNumbers }
  }
}

/** Short ways to send a command and look at what became of it. */
export function createSpeech(hub: Hub, idPrefix: string) {
  const freshCommandId = seededIds(idPrefix)

  function envelope<T extends AnyCommandType>(
    actor: Actor,
    type: T,
    body: CommandOf<T>['body'],
    extra: Extra = {},
  ): Envelope {
    return { commandId: freshCommandId(), actor, command: { type, body } as CommandOf<T>, ...extra }
  }
  const say = <T extends AnyCommandType>(actor: Actor, type: T, body: CommandOf<T>['body'], extra?: Extra): Outcome =>
    hub.submitNow(envelope(actor, type, body, extra))

  function must<T extends AnyCommandType>(actor: Actor, type: T, body: CommandOf<T>['body'], extra?: Extra) {
    const outcome = say(actor, type, body, extra)
    if (outcome.kind !== 'done') throw new Error(`${type} was not done: ${JSON.stringify(outcome)}`)
    return outcome.made
  }
  return {
    envelope,
    say,
    /** Sends what has to be done; returns what was made. */
    must,
    /** Sends what has to be refused; returns the code. */
    refusalOf<T extends AnyCommandType>(
      actor: Actor,
      type: T,
      body: CommandOf<T>['body'],
      extra?: Extra,
    ): RefusalCode | 'done' | 'fault' {
      const outcome = say(actor, type, body, extra)
      return outcome.kind === 'refused' ? outcome.code : outcome.kind
    },
    /** A number of an item, for whoever comes; the ticket's id. */
    take(
      itemCode: string,
      more: { actor?: Actor; extra?: Extra; body?: Partial<CommandOf<'TakeTicket'>['body']> } = {},
    ) {
      const body = { itemCode, holder: 'self', purpose: 'apply', priorityGround: 'none', ...more.body } as const
      return Number(must(more.actor ?? kioskActor, 'TakeTicket', body, more.extra).ticketId)
    },
    /** The events of the journal's end, oldest first, after a sequence number. */
    eventsAfter(seq: number): { seq: number; type: string; body: Record<string, unknown> }[] {
      const rows = hub.store.prepare('SELECT seq, type, body FROM journal WHERE seq > ? ORDER BY seq').all(seq)
      return (rows as { seq: number; type: string; body: string }[]).map((row) => ({
        ...row,
        body: JSON.parse(row.body) as Record<string, unknown>,
      }))
    },
    ticket(ticketId: number) {
      const found = hub.tables.ticket.find(ticketId)
      if (found === undefined) throw new Error(`there is no ticket ${ticketId}`)
      return found
    },
  }
}

/** An ID number as the door would have made it, without the hall's key: one letter is one person. */
export function person(name: string, birthDay = '1990-01-01'): Pick<Envelope, 'identity'> {
  return { identity: { kind: 'valid', idHash: `hash-of-${name}`, birthDay } }
}
