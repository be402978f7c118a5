import { fileURLToPath } from 'node:url'
import { applyProfile } from '../../main/hub/apply-profile.ts'
import type { HubClock } from '../../main/hub/clock.ts'
import { createHub, type Hub } from '../../main/hub/hub.ts'
import { readProfile } from '../../main/hub/profile.ts'
import type { Store } from '../../main/hub/store/store.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import type { Command } from '../../shared/vocabulary/command.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'

const demoProfile = fileURLToPath(new URL('../../assets/halls/demo.yaml', import.meta.url))

/** How many demo halls under one roof. */
export interface BenchSize {
  /** The ten windows so many times over, at most nine: many calls can be made before one is finished. */
  windowSets: number
  /** The seven queues and their items so many times over, at most three: a letter has 9,999 numbers a day. */
  letterSets: number
}

/** 32 callers at once need more windows than one township has. */
export const insideSize: BenchSize = { windowSets: 4, letterSets: 1 }

const letterSets = [
  ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  ['H', 'J', 'K', 'L', 'M', 'N', 'P'],
  ['Q', 'R', 'S', 'T', 'U', 'V', 'W'],
]

/** Tickets that wait in each of the queues when a round begins: a full hall. */
const waitingAtOpening = 15

/** A day with a published calendar before which the store has nothing. */
export const firstBenchDay = '2025-02-05'

/**
 * Some demo halls under one roof as a real one: the windows each with a clerk of its own, and neither
 * quotas nor a limit on who waits.
 */
export function benchProfile(size: BenchSize): Profile {
  const reading = readProfile(demoProfile)
  if (reading.kind === 'mistakes') throw new Error('the demo hall’s profile is wrong')
  const { profile } = reading
  const sets = letterSets.slice(0, size.letterSets)
  const moved = (letter: string, set: number) => sets[set % sets.length]![letterSets[0]!.indexOf(letter)]!
  const serviceWindows = Array.from({ length: size.windowSets }, (_, set) =>
    profile.serviceWindows.map(({ windowNumber, queues, ...one }) => ({
      ...one,
      windowNumber: windowNumber + set * 10,
      queues: queues.map((letter) => moved(letter, set)),
    })),
  ).flat()
  const clerks = serviceWindows.map(({ windowNumber }) => ({
    staffNumber: String(5000 + windowNumber),
    name: '测试员',
    role: 'clerk' as const,
    homeUnit: '',
    windowNumbers: [windowNumber],
  }))
  // The wall names people whom this hall does not have.
  const { boards: _, ...hall } = profile
  return {
    ...hall,
    demo: false,
    printer: { kind: 'none' },
    network: { lan: false, port: 8610 },
    queueSettings: { ...profile.queueSettings, waitingMax: 100_000, atDayEnd: 'void' },
    queues: sets.flatMap((_, set) => profile.queues.map((one) => ({ ...one, letter: moved(one.letter, set) }))),
    serviceItems: sets.flatMap((_, set) =>
      profile.serviceItems.map((one) => ({
        ...one,
        itemCode: set === 0 ? one.itemCode : `${one.itemCode}-${set + 1}`,
        queue: moved(one.queue, set),
        identity: 'optional' as const,
        quotaMorning: null,
        quotaAfternoon: null,
        lastTicketMinutes: 0,
      })),
    ),
    serviceWindows,
    staff: [...profile.staff.filter((one) => one.role !== 'clerk'), ...clerks],
  }
}

/** A clock that stands until it is moved. */
export function createHandClock(at: number): HubClock & { at: number } {
  const clock = { at, now: () => clock.at }
  return clock
}

let sent = 0

/** As long as a screen's, and never the same twice. */
export function benchCommandId(): string {
  sent += 1
  return `${Date.now().toString(16).padStart(12, '0')}${String(sent).padStart(20, '0')}`
}

const kiosk: Actor = { kind: 'screen', screenKind: 'kiosk', screenId: 'local' }

/** A hub of the bench hall on a store, with its windows open at 09:00 of a working day. */
export async function createBenchHall(store: Store, clock: HubClock & { at: number }) {
  const hub = createHub({ store, clock })
  await applyProfile(hub, benchProfile(insideSize))
  const windows = clerksOf(hub)

  const submit = (actor: Actor, command: Command) => hub.submit({ commandId: benchCommandId(), actor, command })
  const must = async (actor: Actor, command: Command): Promise<void> =>
    mustBeDone(await submit(actor, command), command)
  const items = itemsByQueue(hub)
  let turn = 0
  const issueIn = (queue: string): Promise<Outcome> => {
    turn += 1
    const ofQueue = items.get(queue)!
    const itemCode = ofQueue[turn % ofQueue.length]!
    const body = { itemCode, holder: 'self', purpose: 'apply', priorityGround: 'none' } as const
    return submit(kiosk, { type: 'TakeTicket', body })
  }

  return {
    hub,
    windows,
    /** The next working day, 09:00, every window open, some waiting in every queue. */
    async openDay(): Promise<void> {
      clock.at = instantOf(nextWorkday(hub.setup().calendar, dayOf(clock.now())).day, '09:00')
      await Promise.all(
        windows.map(({ windowNumber, actor }) => must(actor, { type: 'OpenServiceWindow', body: { windowNumber } })),
      )
      const stock = [...items.keys()].flatMap((queue) => Array.from({ length: waitingAtOpening }, () => issueIn(queue)))
      for (const outcome of await Promise.all(stock)) mustBeDone(outcome, { type: 'TakeTicket' })
    },
    /** 取号 of an item that a window serves, in turn. */
    issueFor({ queues }: BenchWindow): Promise<Outcome> {
      turn += 1
      return issueIn(queues[turn % queues.length]!)
    },
    callNext: ({ windowNumber, actor }: BenchWindow) =>
      submit(actor, { type: 'CallNextTicket', body: { windowNumber } }),
    /** Starts and finishes what stands at the windows, so that they can call again. */
    async finishAll(): Promise<void> {
      await Promise.all(
        windows.map(async ({ windowNumber, actor }) => {
          const ticketId = hub.tables.ticket.atWindow(windowNumber)?.ticketId
          if (ticketId === undefined) return
          const body = { windowNumber, ticketId }
          await must(actor, { type: 'StartService', body })
          await must(actor, { type: 'FinishService', body: { ...body, resultCode: 'completed' } })
        }),
      )
    },
  }
}
export type BenchHall = Awaited<ReturnType<typeof createBenchHall>>

export interface BenchWindow {
  windowNumber: number
  queues: string[]
  actor: Actor
}

export function itemsByQueue(hub: Hub): Map<string, string[]> {
  const { queues, serviceItems } = hub.setup()
  const itemsOf = (letter: string) => [...serviceItems.values()].filter((one) => one.queue === letter)
  return new Map([...queues.keys()].map((letter) => [letter, itemsOf(letter).map((one) => one.itemCode)]))
}

/** Every window with the clerk who belongs to it. */
export function clerksOf(hub: Hub): BenchWindow[] {
  return hub.tables.staff
    .all()
    .filter((one) => one.role === 'clerk' && !one.isRetired)
    .map(({ staffId, role, windowNumbers }) => ({
      windowNumber: windowNumbers[0]!,
      queues: hub.setup().serviceWindows.get(windowNumbers[0]!)!.queues,
      actor: { kind: 'staff', staffId, role, screenId: 'bench', windowNumbers },
    }))
}

/** A bench whose commands are refused measures nothing. */
export function mustBeDone(outcome: Outcome, command: { type: string }): void {
  if (outcome.kind !== 'done') throw new Error(`${command.type} was not done: ${JSON.stringify(outcome)}`)
}
