import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { ServiceItem } from '../../shared/vocabulary/service-item.ts'
import type { PriorityGround, TicketHolder, TicketPurpose } from '../../shared/vocabulary/ticket.ts'
import type { Random } from './random.ts'

/** Somebody who comes to the hall, with all that will happen because of who it is. */
export interface Citizen {
  arrivesAt: number
  /** What brings the citizen here. */
  itemCode: string
  /** What is pressed at the kiosk: now and then the wrong business. */
  pressedItem: string
  purpose: TicketPurpose
  holder: TicketHolder
  /** Given at the kiosk; absent when none is at hand. */
  idNumber: string | undefined
  /** A slip in typing it: refused, then typed again. */
  mistyped: string | undefined
  /** Proof shown at the guide desk. */
  priorityGround: Exclude<PriorityGround, 'carried-over'>
  pressesTwice: boolean
  paperJams: boolean
  patienceMs: number
  /** Who leaves tells the guide, or is simply gone when called. */
  tellsWhenLeaving: boolean
  /** On the first call: there, out for a while and back after it was passed, or gone. */
  onCall: 'there' | 'out' | 'gone'
  serviceMs: number
  /** In the middle of the service the citizen fetches a copy. */
  fetchesMs: number | null
  /** Another item the matter needs first. */
  transferTo: string | null
  /** Comes back the next morning when not served today. */
  comesBack: boolean
}

/** How many come for which queue; three of four matters of a township are insurance, registers and the general window. */
const queueWeights: readonly (readonly [string, number])[] = [
  ['A', 17],
  ['B', 24],
  ['C', 22],
  ['D', 7],
  ['E', 10],
  ['F', 11],
  ['G', 9],
]

const purposeWeights: readonly (readonly [TicketPurpose, number])[] = [
  ['apply', 42],
  ['consult', 26],
  ['collect', 22],
  ['continue', 10],
]

/** Part of an item's usual minutes that a visit takes. */
const purposePart: Record<TicketPurpose, number> = { apply: 0.62, consult: 0.25, collect: 0.15, continue: 0.4 }

const groundWeights: readonly (readonly [Citizen['priorityGround'], number])[] = [
  ['none', 925],
  ['elderly', 15],
  ['pregnant', 15],
  ['disabled', 15],
  ['soldier', 10],
  ['veteran', 15],
  ['acute-illness', 5],
]

/** Everybody who comes on `day`, by the time of coming: a crowd about nine, another about fifteen o'clock. */
export function planCitizens(random: Random, items: readonly ServiceItem[], count: number, day: string): Citizen[] {
  const citizens = Array.from({ length: count }, (_, at) => planCitizen(random, items, day, at))
  return citizens.sort((a, b) => a.arrivesAt - b.arrivesAt)
}

function arrival(random: Random, day: string): number {
  const hours = random.weighted<() => number>([
    [() => random.normal(9, 0.6), 46],
    [() => random.normal(15, 0.6), 34],
    [() => random.between(7.75, 17.25), 20],
  ])()
  return Math.round(instantOf(day, '00:00') + Math.min(17.5, Math.max(7.6, hours)) * 60 * minuteMs)
}

function planCitizen(random: Random, items: readonly ServiceItem[], day: string, at: number): Citizen {
  const served = queueWeights.filter(([queue]) => items.some((one) => one.queue === queue))
  const queue = random.weighted(served)
  const item = random.pick(items.filter((one) => one.queue === queue))
  const others = items.filter((one) => one.queue !== queue && one.identity !== 'required')
  const isWrong = others.length > 0 && random.chance(0.04)
  const transfers = others.length > 0 && random.chance(0.03)
  const purpose = random.weighted(purposeWeights)
  const forgotId = random.chance(item.identity === 'required' ? 0.08 : 0.45)
  const idNumber = forgotId ? undefined : demoIdNumber(random, at)
  return {
    arrivesAt: arrival(random, day),
    itemCode: item.itemCode,
    pressedItem: isWrong ? random.pick(others).itemCode : item.itemCode,
    purpose,
    holder: random.chance(item.holderRule === 'agent-allowed' ? 0.12 : 0.05) ? 'agent' : 'self',
    idNumber,
    mistyped: idNumber !== undefined && random.chance(0.02) ? mistype(random, idNumber) : undefined,
    priorityGround: random.weighted(groundWeights),
    pressesTwice: idNumber !== undefined && random.chance(0.02),
    paperJams: random.chance(0.015),
    patienceMs: random.logNormal(75, 0.5) * minuteMs,
    tellsWhenLeaving: random.chance(0.4),
    onCall: random.weighted([
      ['there', 93],
      ['out', 5],
      ['gone', 2],
    ]),
    serviceMs: Math.max(40_000, random.logNormal(item.serviceMinutes * purposePart[purpose], 0.4) * minuteMs),
    fetchesMs: random.chance(0.03) ? random.between(4, 12) * minuteMs : null,
    transferTo: transfers ? random.pick(others).itemCode : null,
    comesBack: random.chance(0.75),
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An ID number that belongs to nobody: address 999999, a birth day, a serial, and the check character of GB 11643. */
export function demoIdNumber(random: Random, serial: number): string {
  const year = Math.floor(random.between(1938, 2008))
  const month = Math.floor(random.between(1, 13))
  const date = Math.floor(random.between(1, 29))
  const birth = `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`
  const digits = `999999${birth}${String(serial % 1000).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

/** One digit wrong, or the fifteen digits of the old card. */
function mistype(random: Random, idNumber: string): string {
  if (random.chance(0.3)) return idNumber.slice(0, 6) + idNumber.slice(8, 17)
  const at = 14 + Math.floor(random.between(0, 3))
  const wrong = (Number(idNumber[at]) + 1) % 10
  return `${idNumber.slice(0, at)}${wrong}${idNumber.slice(at + 1)}`
}
