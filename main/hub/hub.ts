import { randomUUID } from 'node:crypto'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { Accepted, Decision } from '../../shared/rules/decision.ts'
import { addDays, dayOf } from '../../shared/rules/hall-time.ts'
import type { PartyFacts } from '../../shared/rules/promise-facts.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { type HallSchedule, scheduleOf } from '../../shared/rules/timetable.ts'
import type { AnyCommand, AnyCommandType } from '../../shared/vocabulary/command.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { type RefusalCode, type RefusalFacts, refusalClause, refusalSentence } from '../../shared/vocabulary/refusal.ts'
import { type Actor, actorName } from '../../shared/vocabulary/staff.ts'
import type { HubClock } from './clock.ts'
import { type DecisionContext, decideOnFacts, type Identity } from './decide-on-facts.ts'
import { createJournal } from './journal.ts'
import { setupOn } from './setup-on.ts'
import type { Store } from './store/store.ts'
import { applyToTables, createTables, restoreTables } from './tables/apply.ts'
import type { PrivateRecord } from './tables/private-records.ts'

/** A command on its way: what is wished, by whom, under which id. */
export interface Envelope {
  commandId: string
  actor: Actor
  command: AnyCommand
  /** What the door made of the ID number of a TakeTicket. */
  identity?: Identity
  /** The waiting machine under the code of an EnrolScreen. */
  pairing?: { screenId: string } | undefined
  /** What the door made of the people in a command of the promise. */
  parties?: { party: PartyFacts; agent?: PartyFacts }
  /** SHA-256 of the signature that came with it. */
  signatureHash?: string
  /** The actor signed in for this command alone, on somebody else's screen. */
  isSecondSignIn?: boolean
  /** Personal or secret records that belong to what happened; written with it, or not at all. */
  keep?: (accepted: Accepted) => PrivateRecord[]
}

/** What is told after a commit. */
export interface Committed {
  /** Events of the batch, in the journal's order. */
  events: HallFact[]
  seq: number
}

export interface HubOptions {
  store: Store
  clock: HubClock
  /** Ids of people, staff and screens; seeded in tests. */
  freshId?: () => string
  /** Told of a fault with its incident number; the log is the caller's. */
  onFault?: (incident: string, problem: unknown, envelope: Envelope) => void
}

/** More would let one burst hold the others up; 128 reach seven times the rate of single commits. */
const batchMax = 128

/** D12: identity of a queue ticket is forgotten after this many days. */
const personKeptDays = 30

/** Of 366 days: nobody is forgotten a day too early. */
const yearMs = 366 * 24 * 3_600_000

/** Commands of the queue: they act on a hall day and open it when a later date has come. */
const actsOnDay: ReadonlySet<AnyCommandType> = new Set<AnyCommandType>([
  'TakeTicket',
  'CallNextTicket',
  'CallTicket',
  'RecallTicket',
  'MissTicket',
  'RequeueTicket',
  'StartService',
  'FinishService',
  'HoldTicket',
  'ResumeTicket',
  'TransferTicket',
  'CorrectTicketItem',
  'CancelTicket',
  'OpenServiceWindow',
  'PauseServiceWindow',
  'ResumeServiceWindow',
  'OpenDutyWindow',
  'OpenHallDay',
  'SplitHallDay',
])

const setupEvent =
  /^(Hall|Queue|ServiceItem|ServiceWindow|Timetable|HolidayTable|CalendarOverride|QueueSettings|VoiceSettings|PrinterSettings|PromiseSettings|DisciplineSettings|ServiceBoards)(Published|Withdrawn)$|^CalendarDayOverridden$/

/** 中枢: the only writer of the hall. */
export function createHub({ store, clock, freshId = randomUUID, onFault = () => {} }: HubOptions) {
  const tables = createTables(store)
  const journal = createJournal(store)
  const listeners = new Set<(committed: Committed) => void>()
  let setup: HallSetup = setupOn(dayOf(clock.now()), tables)
  let schedule = scheduleOf(setup.timetables, setup.calendar, dayOf(clock.now()))

  const begin = store.prepare('BEGIN IMMEDIATE')
  const commit = store.prepare('COMMIT')
  const rollback = store.prepare('ROLLBACK')

  function readSetup(day = dayOf(clock.now())): void {
    setup = setupOn(day, tables)
    schedule = scheduleOf(setup.timetables, setup.calendar, day)
  }

  /** The hours of the day that an instant is in, worked out once a day; a new day may bring new versions of items. */
  function scheduleAt(now: number): HallSchedule {
    const isToday = now >= schedule.spans[0]!.startsAt && now < schedule.spans.at(-1)!.endsAt
    if (!isToday) readSetup(dayOf(now))
    return schedule
  }

  function record(envelope: Envelope, accepted: Accepted, now: number): HallFact[] {
    const origin = {
      now,
      hallDay: dayOf(Math.max(now, journal.head().at)),
      actor: actorName(envelope.actor),
      commandId: envelope.commandId,
      answer: { command: envelope.command.type, made: accepted.made },
    }
    const entries = journal.append(accepted.events, origin)
    entries.forEach((entry, at) => {
      applyToTables(tables, entry, accepted.events[at]!)
    })
    if (entries.length > 0) tables.settledCommand.rememberEntry(envelope.commandId, journal.head().seq)
    for (const kept of envelope.keep?.(accepted) ?? []) tables.privateRecords.write(kept)
    if (accepted.events.some((event) => setupEvent.test(event.type))) readSetup()
    return accepted.events
  }

  /** What a decision of the hub's own is taken on; a command from outside brings more. */
  function contextAt(now: number): DecisionContext {
    return {
      now,
      actor: { kind: 'hub' },
      schedule: scheduleAt(now),
      setup,
      identity: { kind: 'none' },
      pairing: undefined,
      parties: undefined,
      signatureHash: undefined,
      isSecondSignIn: false,
      freshId,
    }
  }

  function decide(envelope: Envelope, now: number): Decision {
    const { actor, identity = { kind: 'none' }, pairing, parties, signatureHash, isSecondSignIn = false } = envelope
    const context = { ...contextAt(now), actor, identity, pairing, parties, signatureHash, isSecondSignIn }
    return decideOnFacts(envelope.command, context, tables)
  }

  /** A new date opens its hall day before anything else happens on it. */
  function openHallDay(now: number): HallFact[] {
    const last = tables.hallDay.last()
    const today = scheduleAt(now).day
    if (last !== null && last.hallDay >= today) return []
    const envelope: Envelope = {
      commandId: `open-hall-day-${today}`,
      actor: { kind: 'hub' },
      command: { type: 'OpenHallDay', body: {} },
    }
    const decision = decide(envelope, now)
    if (decision.kind !== 'accepted') return []
    tables.privateRecords.forgetPersonsBefore(addDays(today, -personKeptDays))
    const keptSince = now - setup.promiseSettings.partyKeptYears * yearMs
    tables.privateRecords.forgetPartiesBefore(keptSince, dayOf(keptSince))
    return record(envelope, decision, now)
  }

  /** The six steps for one command; the caller holds the transaction. */
  function settle(envelope: Envelope): { outcome: Outcome; events: HallFact[] } {
    const { type } = envelope.command
    const actor = actorName(envelope.actor)
    const earlier = tables.settledCommand.find(envelope.commandId)
    if (earlier !== undefined) {
      const isSame = earlier.type === type && earlier.actor === actor
      return { outcome: isSame ? earlier.outcome : refused('command-id-reused', {}), events: [] }
    }
    const now = clock.now()
    const opened = actsOnDay.has(type) ? openHallDay(now) : []
    const decision = decide(envelope, now)
    const events = decision.kind === 'accepted' ? record(envelope, decision, now) : []
    const outcome: Outcome =
      decision.kind === 'accepted'
        ? { kind: 'done', seq: journal.head().seq, made: decision.made }
        : refused(decision.code, decision.facts)
    if (events.length === 0) tables.settledCommand.rememberOutcome(envelope.commandId, type, actor, outcome)
    return { outcome, events: opened.length === 0 ? events : [...opened, ...events] }
  }

  /** All or nothing, and one wait for the disk. */
  function settleTogether(envelopes: readonly Envelope[]): { outcomes: Outcome[]; events: HallFact[] } {
    begin.run()
    try {
      const settled = envelopes.map(settle)
      commit.run()
      return { outcomes: settled.map((one) => one.outcome), events: settled.flatMap((one) => one.events) }
    } catch (problem) {
      if (store.inTransaction) rollback.run()
      journal.restoreHead()
      restoreTables(tables)
      readSetup()
      throw problem
    }
  }

  /** A fault spoils its own command only: what came together is settled again one by one. */
  function settleApart(envelopes: readonly Envelope[]): { outcomes: Outcome[]; events: HallFact[] } {
    const events: HallFact[] = []
    const outcomes = envelopes.map((envelope): Outcome => {
      try {
        const settled = settleTogether([envelope])
        events.push(...settled.events)
        return settled.outcomes[0]!
      } catch (problem) {
        const incident = freshId().slice(0, 8)
        onFault(incident, problem, envelope)
        return { kind: 'fault', incident }
      }
    })
    return { outcomes, events }
  }

  function settleBatch(envelopes: readonly Envelope[]): Outcome[] {
    let settled: { outcomes: Outcome[]; events: HallFact[] }
    try {
      settled = settleTogether(envelopes)
    } catch {
      settled = settleApart(envelopes)
    }
    // After the commit, never inside it: no screen may show what a rollback could take back.
    if (settled.events.length > 0) {
      const committed = { events: settled.events, seq: journal.head().seq }
      for (const listener of listeners) listener(committed)
    }
    return settled.outcomes
  }

  const arrived: { envelope: Envelope; answer: (outcome: Outcome) => void }[] = []
  let isDrainDue = false

  function drain(): void {
    isDrainDue = false
    const batch = arrived.splice(0, batchMax)
    if (arrived.length > 0) dueDrain()
    const outcomes = settleBatch(batch.map((one) => one.envelope))
    batch.forEach((one, at) => {
      one.answer(outcomes[at]!)
    })
  }

  function dueDrain(): void {
    if (isDrainDue) return
    isDrainDue = true
    setImmediate(drain)
  }

  return {
    tables,
    store,
    clock,
    freshId,
    setup: () => setup,
    scheduleAt,
    /** For asking a rule without a command: what a look or a view decides on. */
    contextAt,
    /** The hours of any day, for waits that began on another one. */
    scheduleOn: (day: string): HallSchedule =>
      day === schedule.day ? schedule : scheduleOf(setup.timetables, setup.calendar, day),
    head: () => journal.head(),
    /** Tells of every commit, after it. Returns the end of the telling. */
    onCommitted(listener: (committed: Committed) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /**
     * The only way anything changes. Commands that arrive in one turn of the event loop share one
     * commit; the answer comes when it is on disk.
     */
    submit: (envelope: Envelope): Promise<Outcome> =>
      new Promise((answer) => {
        arrived.push({ envelope, answer })
        dueDrain()
      }),
    /** One command at once, for the hub's own start and for tests. */
    submitNow: (envelope: Envelope): Outcome => settleBatch([envelope])[0]!,
  }
}
export type Hub = ReturnType<typeof createHub>

/** A refusal as a screen gets it. */
export function refused(code: RefusalCode, facts: RefusalFacts): Extract<Outcome, { kind: 'refused' }> {
  return { kind: 'refused', code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}
