import fc from 'fast-check'
import { identify } from '../../main/hub/door/identity.ts'
import { createPairing } from '../../main/hub/door/pairing.ts'
import { envelopeOf } from '../../main/hub/door/procedures.ts'
import { createVault } from '../../main/hub/door/vault.ts'
import type { Envelope } from '../../main/hub/hub.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { addDays, dayOf } from '../../shared/rules/hall-time.ts'
import type { Command, CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { QueueSettings } from '../../shared/vocabulary/hall.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'
import { instantAt } from './hand-clock.ts'
import { demoIds, sampleProfile } from './sample-hall.ts'
import { createTestHub, hubActor, kioskActor, seededIds, type TestHub } from './test-hub.ts'

const windowNumbers = [1, 2, 3, 4] as const
const items = ['A-REG', 'A-PAY', 'A-SELF', 'B-REG', 'B-QUOTA', 'B-EARLY', 'C-ASK', 'D-NONE'] as const
const people = [undefined, undefined, demoIds.adult, demoIds.elderly, demoIds.minor] as const
/** What is pressed, by what stands at the window; the more often it stands here, the more often it is pressed. */
const pressesAt = {
  closed: ['OpenServiceWindow', 'OpenServiceWindow', 'OpenServiceWindow', 'OpenDutyWindow'],
  paused: ['ResumeServiceWindow', 'ResumeServiceWindow', 'CloseServiceWindow', 'ResumeTicket'],
  nobody: [
    ...([
      'CallNextTicket',
      'CallNextTicket',
      'CallNextTicket',
      'CallNextTicket',
      'CallTicket',
      'RequeueTicket',
    ] as const),
    ...(['ResumeTicket', 'CancelTicket', 'CloseServiceWindow', 'PauseServiceWindow', 'ReprintTicket'] as const),
    ...(['OpenDutyWindow', 'CloseDutyWindow', 'RequeueTicket'] as const),
  ],
  called: [
    ...(['StartService', 'StartService', 'RecallTicket', 'MissTicket', 'MissTicket', 'HoldTicket'] as const),
    ...(['TransferTicket', 'CorrectTicketItem', 'CancelTicket', 'CallNextTicket'] as const),
  ],
  serving: [
    ...(['FinishService', 'FinishService', 'FinishService', 'HoldTicket', 'TransferTicket'] as const),
    ...(['CorrectTicketItem', 'CallNextTicket', 'PauseServiceWindow'] as const),
  ],
} as const
type Press = (typeof pressesAt)[keyof typeof pressesAt][number]

/** Where a clock may go: on, to the next edge of the day, to the next public hours, to another day, or back. */
const clockMoves = [
  ...(['+5s', '+5s', '+15s', '+15s', '+1m', '+1m', '+10m', '+10m', '+40m'] as const),
  ...(['edge', 'edge', 'open', 'open', 'open', 'open', '-90m', 'tomorrow', 'week', 'yesterday'] as const),
] as const

/** One thing somebody does; which window, ticket or person it concerns is picked when its turn comes. */
export type Step =
  | { kind: 'take'; item: number; person: number; isAgent: boolean; isPriority: boolean; poison: boolean }
  | { kind: 'press'; window: number; what: number; pick: number; isOwn: boolean; poison: boolean }
  | { kind: 'clock'; move: (typeof clockMoves)[number] }
  | { kind: 'split' }
  | { kind: 'settings'; settings: Partial<QueueSettings> }
  | { kind: 'again'; pick: number }

const poison = fc.integer({ min: 0, max: 29 }).map((one) => one === 0)
const pick = fc.nat({ max: 1000 })
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      item: pick,
      person: pick,
      isAgent: fc.boolean(),
      isPriority: fc.boolean(),
      poison,
    }),
  },
  {
    weight: 44,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      window: fc.constantFrom(...windowNumbers),
      what: pick,
      pick,
      isOwn: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
      poison,
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('clock' as const), move: fc.constantFrom(...clockMoves) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'split' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      settings: fc.record({
        priorityInterleave: fc.integer({ min: 1, max: 3 }),
        requeueAfter: fc.integer({ min: 0, max: 3 }),
        missAfterCalls: fc.integer({ min: 1, max: 2 }),
        requeueTimesMax: fc.integer({ min: 0, max: 2 }),
        atSplit: fc.constantFrom('duty' as const, 'carry' as const, 'void' as const),
        atDayEnd: fc.constantFrom('carry' as const, 'void' as const),
        linkupCalls: fc.constantFrom('duty-window' as const, 'every-window' as const),
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), pick }) },
)

/** Days of a hall: three open windows and five people to begin with, then whatever anybody may do. */
export const hallDays: fc.Arbitrary<Step[]> = fc.array(steps, { minLength: 60, maxLength: 90, size: 'max' })

/** What became of a step: the command, its outcome and the first entry after what was there before. */
export interface Played {
  envelope: Envelope
  outcome: Outcome
  /** Head of the journal before it. */
  seqBefore: number
  isResend: boolean
}

/** The sample hall where a day moves on faster: passed over after one call. */
export const playProfile = () => sampleProfile({ queueSettings: { missAfterCalls: 1, recallSpacingSeconds: 5 } })

/** A hub alone, or that of a whole hall. */
export type PlayGround = Omit<TestHub, 'opened' | 'complaints'>

/** A hall in which steps are played. */
export async function createPlay(ground?: PlayGround) {
  const t = ground ?? (await createTestHub({ at: '08:30', profile: playProfile() }))
  const { hub, clock } = t
  const key = Buffer.alloc(32, 7)
  const freshCommandId = seededIds('play-command-id')
  const parts = {
    identify: (idNumber: string | undefined) => identify(idNumber, dayOf(clock.now()), key),
    pairing: createPairing(() => clock.now(), seededIds('screen')),
    vault: createVault(key),
    freshId: seededIds('party'),
    hub,
  }
  const sent: { envelope: Envelope; outcome: Outcome }[] = []
  const clerks = ['1001', '1003', '1004', '1002'].map((staffNumber) => t.staff(staffNumber))
  const guide = t.staff('2001')
  const supervisor = t.staff('3001')

  const submit = (envelope: Envelope): Played => {
    const seqBefore = hub.head().seq
    const outcome = hub.submitNow(envelope)
    sent.push({ envelope, outcome })
    return { envelope, outcome, seqBefore, isResend: false }
  }
  const send = <T extends CommandType>(actor: Actor, type: T, body: CommandBody<T>, isPoisoned = false): Played => {
    const envelope = envelopeOf(freshCommandId(), actor, { type, body } as Command, parts)
    if (!isPoisoned) return submit(envelope)
    const keep = (): never => {
      throw new Error('poisoned')
    }
    return submit({ ...envelope, keep })
  }

  function take(step: Extract<Step, { kind: 'take' }>): Played {
    const idNumber = people[step.person % people.length]
    const ground = step.isPriority && step.person % 3 === 0 ? 'soldier' : 'none'
    const body: CommandBody<'TakeTicket'> = {
      itemCode: items[step.item % items.length]!,
      holder: step.isAgent ? 'agent' : 'self',
      purpose: 'apply',
      priorityGround: ground,
      ...(idNumber === undefined ? {} : { idNumber, holderName: '张小三' }),
      ...(step.item % 11 === 0 ? { carriedNumber: `A00${1 + (step.person % 3)}` } : {}),
    }
    return send(ground === 'none' ? kioskActor : guide, 'TakeTicket', body, step.poison)
  }

  /** Whoever is on duty there; on a closed window the clerk of the same place. */
  function clerkAt(windowNumber: number, isOwn: boolean): Actor {
    const onDuty = clerks.find((one) => one.staffId === hub.tables.serviceWindow.find(windowNumber)?.staffId)
    return isOwn ? (onDuty ?? clerks[windowNumber - 1]!) : supervisor
  }

  /** What somebody would press there as things stand; anybody may press anything now and then. */
  function typeOf({ window, what, isOwn }: Extract<Step, { kind: 'press' }>): Press {
    const status = hub.tables.serviceWindow.find(window)?.status ?? 'closed'
    const current = hub.tables.ticket.atWindow(window)?.status as 'called' | 'serving' | undefined
    const state = current ?? (status === 'open' ? 'nobody' : status)
    const presses: readonly Press[] = isOwn ? pressesAt[state] : Object.values(pressesAt).flat()
    return presses[what % presses.length]!
  }

  function ticketFor(type: Press, { window, pick: chosen, isOwn }: Extract<Step, { kind: 'press' }>): number {
    const { ticket } = hub.tables
    const anyOf = (ids: number[]) => ids[chosen % Math.max(1, ids.length)] ?? 1 + (chosen % 30)
    const open = () => ticket.open().map((one) => one.ticketId)
    if (!isOwn || type === 'CancelTicket' || type === 'ReprintTicket') return anyOf(open())
    if (type === 'RequeueTicket') return anyOf(ticket.missedOn(dayOf(clock.now())).map((one) => one.ticketId))
    if (type === 'ResumeTicket') return ticket.heldAt(window)?.ticketId ?? anyOf(open())
    if (type === 'CallTicket') {
      return anyOf(ticket.open().flatMap((one) => (one.status === 'waiting' ? [one.ticketId] : [])))
    }
    return ticket.atWindow(window)?.ticketId ?? anyOf(open())
  }

  function press(step: Extract<Step, { kind: 'press' }>): Played {
    const { window: windowNumber, isOwn, poison: isPoisoned } = step
    const type = typeOf(step)
    const at = { windowNumber, ticketId: ticketFor(type, step) }
    const actor = clerkAt(windowNumber, isOwn)
    const itemCode = items[step.pick % items.length]!
    switch (type) {
      case 'CallNextTicket':
      case 'OpenServiceWindow':
      case 'CloseServiceWindow':
      case 'ResumeServiceWindow':
        return send(actor, type, { windowNumber }, isPoisoned)
      case 'PauseServiceWindow':
        return send(actor, type, { windowNumber, reason: '01', note: '' }, isPoisoned)
      case 'OpenDutyWindow':
        return send(supervisor, type, { windowNumber, reason: '群众较多' }, isPoisoned)
      case 'CloseDutyWindow':
        return send(supervisor, type, { windowNumber }, isPoisoned)
      case 'CallTicket':
      case 'HoldTicket':
        return send(actor, type, { ...at, reason: '说明' }, isPoisoned)
      case 'FinishService':
        return send(actor, type, { ...at, resultCode: 'completed' }, isPoisoned)
      case 'CorrectTicketItem':
        return send(actor, type, { ...at, itemCode }, isPoisoned)
      case 'TransferTicket': {
        const target = step.pick % 2 === 0 ? { itemCode } : { toWindow: 1 + (step.pick % 4) }
        return send(actor, type, { ...at, ...target, reason: '改办' }, isPoisoned)
      }
      case 'CancelTicket':
        return send(isOwn ? guide : supervisor, type, { ticketId: at.ticketId, reason: 'visitor-left' }, isPoisoned)
      case 'RequeueTicket':
      case 'ReprintTicket':
        return send(kioskActor, type, { ticketId: at.ticketId }, isPoisoned)
      case 'StartService':
      case 'RecallTicket':
      case 'MissTicket':
      case 'ResumeTicket':
        return send(actor, type, at, isPoisoned)
    }
  }

  /** The public hours that come next, never before a day that was opened. */
  function nextHours(): [day: string, time: string] {
    const today = dayOf(clock.now())
    const opened = hub.tables.hallDay.last()?.hallDay ?? today
    if (today < opened) return [opened, '09:00']
    if (clock.now() < instantAt(today, '14:00')) return [today, '14:05']
    return [nextWorkday(hub.setup().calendar, today).day, '09:00']
  }

  function moveClock(move: (typeof clockMoves)[number]): void {
    const day = dayOf(clock.now())
    const edges = ['08:00', '12:00', '14:00', '17:00', '18:00']
    const seconds = /^([+-]\d+)([sm])$/.exec(move)
    if (seconds !== null) return clock.forward(Number(seconds[1]) * (seconds[2] === 'm' ? 60 : 1))
    if (move === 'edge') {
      const next = edges.find((edge) => instantAt(day, edge) > clock.now())
      return next === undefined ? clock.set(addDays(day, 1), '08:00') : clock.set(day, next)
    }
    if (move === 'open') return clock.set(...nextHours())
    const days = { tomorrow: 1, week: 7, yesterday: -1 }[move as 'tomorrow' | 'week' | 'yesterday']
    clock.set(addDays(day, days), '09:15')
  }

  /** Sends a command again, byte for byte, whatever the clock says meanwhile. */
  function again(step: Extract<Step, { kind: 'again' }>): Played | undefined {
    const answered = sent.filter((one) => one.outcome.kind !== 'fault')
    const one = answered[step.pick % Math.max(1, answered.length)]
    if (one === undefined) return undefined
    const seqBefore = hub.head().seq
    return { envelope: one.envelope, outcome: hub.submitNow(one.envelope), seqBefore, isResend: true }
  }

  clerks.slice(0, 3).forEach((clerk, at) => {
    t.must(clerk, 'OpenServiceWindow', { windowNumber: at + 1 })
  })
  for (const itemCode of ['A-REG', 'B-REG', 'A-PAY', 'B-REG', 'C-ASK']) t.take(itemCode)

  return {
    ...t,
    sent,
    /** Does what the step says; undefined when it sends no command. */
    play(step: Step): Played | undefined {
      switch (step.kind) {
        case 'take':
          return take(step)
        case 'press':
          return press(step)
        case 'split': {
          const day = dayOf(clock.now())
          if (clock.now() < instantAt(day, '17:00')) clock.set(day, '17:00')
          return submit({ commandId: freshCommandId(), actor: hubActor, command: { type: 'SplitHallDay', body: {} } })
        }
        case 'settings':
          return send(t.staff('9001'), 'PublishQueueSettings', {
            settings: { ...hub.setup().queueSettings, ...step.settings },
          })
        case 'again':
          return again(step)
        case 'clock':
          moveClock(step.move)
          return undefined
      }
    },
  }
}
export type Play = Awaited<ReturnType<typeof createPlay>>
