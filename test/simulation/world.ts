import type { Catalogue } from '../../shared/contract/contract.ts'
import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { Agenda, Work } from './agenda.ts'
import type { Caller } from './caller.ts'
import type { Citizen } from './citizens.ts'
import type { Desk } from './desk.ts'
import type { Random } from './random.ts'

/** A citizen with a number in the hand. */
export interface Visit {
  citizen: Citizen
  ticketId: number
  number: string
  takenAt: number
  /** Item and queue as they are now: a wrong business is put right, a transfer leads elsewhere. */
  itemCode: string
  queue: string
  /** What the citizen is here for. */
  wantedItem: string
  /** Transferred to one window: it alone may call. */
  reservedWindow: number | null
  state: 'waiting' | 'at-window' | 'held' | 'missed' | 'ended'
  /** Is in the hall and hears the call. */
  isThere: boolean
  firstCalledAt: number | null
  hasFetched: boolean
  wasTransferred: boolean
  /** 过号激活 was used. */
  hasReportedBack: boolean
}

/** When the simulated day turns, epoch ms. */
export interface DayTimes {
  opening: number
  lunch: number
  afternoon: number
  split: number
  closing: number
}

/** All that the people of a simulated day share. */
export interface World {
  agenda: Agenda
  random: Random
  now: () => number
  times: DayTimes
  catalogue: Catalogue
  kiosk: Caller
  guide: Caller
  supervisor: Caller
  desks: Desk[]
  /** Everybody with a number, by ticket id. */
  visits: Map<number, Visit>
  /** Citizens who got no number in the end. */
  turnedAway: number
  /** Numbers that were carried over and brought back the next morning. */
  broughtBack: number
}

/** Plans work so many seconds from now. */
export function soon(world: World, secondsMin: number, secondsMax: number, work: Work): void {
  world.agenda.plan(world.now() + world.random.between(secondsMin, secondsMax) * 1000, work)
}

export function later(world: World, minutesMin: number, minutesMax: number, work: Work): void {
  world.agenda.plan(world.now() + world.random.between(minutesMin, minutesMax) * minuteMs, work)
}

export function queueOf(world: World, itemCode: string): string {
  return world.catalogue.serviceItems.find((one) => one.itemCode === itemCode)!.queue
}
