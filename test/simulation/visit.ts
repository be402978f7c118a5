import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { Caller } from './caller.ts'
import type { Citizen } from './citizens.ts'
import { wake } from './desk.ts'
import { later, queueOf, soon, type Visit, type World } from './world.ts'

/** Somebody stands at the kiosk, or at the guide desk with a proof of priority. */
export async function arrive(world: World, citizen: Citizen): Promise<void> {
  const { random, kiosk, guide } = world
  const hasProof = citizen.priorityGround !== 'none'
  // The kiosk does not offer priority; another vendor's machine might try.
  if (hasProof && random.chance(0.1)) await kiosk.send('TakeTicket', wishOf(citizen))
  if (citizen.mistyped !== undefined) {
    await kiosk.send('TakeTicket', { ...wishOf(citizen), priorityGround: 'none', idNumber: citizen.mistyped })
  }
  await takeNumber(world, citizen, hasProof ? guide : kiosk)
}

function wishOf({ pressedItem: itemCode, holder, purpose, priorityGround, idNumber }: Citizen) {
  return {
    itemCode,
    holder,
    purpose,
    priorityGround,
    ...(idNumber === undefined ? {} : { idNumber }),
  } satisfies CommandBody<'TakeTicket'>
}

async function takeNumber(world: World, citizen: Citizen, by: Caller): Promise<void> {
  const outcome = await by.send('TakeTicket', wishOf(citizen))
  if (outcome.kind === 'done') return holdNumber(world, citizen, outcome.made, by)
  if (outcome.kind !== 'refused') return
  switch (outcome.code) {
    case 'hall-not-yet-open':
      return comeBackAt(world, world.times.opening, () => takeNumber(world, citizen, by))
    case 'hall-on-lunch-break':
      return comeBackAt(world, world.times.afternoon, () => takeNumber(world, citizen, by))
    case 'id-number-needed':
    case 'self-only':
      // Without papers the guide decides, not the kiosk.
      return soon(world, 60, 180, () => takeNumber(world, { ...citizen, holder: 'self' }, world.guide))
    case 'already-waiting': {
      const ticketId = Number(outcome.facts.ticketId)
      await by.send('ReprintTicket', { ticketId })
      return
    }
    default:
      world.turnedAway += 1
  }
}

/** Most come when it opens, some a little late; a few watch the clock badly and come too early again. */
function comeBackAt(world: World, at: number, work: () => Promise<void>): void {
  const isEarly = world.random.chance(0.1) && world.now() < at - 2 * minuteMs
  world.agenda.plan(at + (isEarly ? -minuteMs : world.random.between(0, 6) * minuteMs), work)
}

async function holdNumber(world: World, citizen: Citizen, made: Record<string, unknown>, by: Caller): Promise<void> {
  const ticketId = Number(made.ticketId)
  const visit: Visit = {
    citizen,
    ticketId,
    number: String(made.number),
    takenAt: world.now(),
    itemCode: citizen.pressedItem,
    queue: queueOf(world, citizen.pressedItem),
    wantedItem: citizen.itemCode,
    reservedWindow: null,
    state: 'waiting',
    isThere: citizen.onCall === 'there',
    firstCalledAt: null,
    hasFetched: false,
    wasTransferred: false,
    hasReportedBack: false,
  }
  world.visits.set(ticketId, visit)
  wake(world, visit)
  const isPrinted = !citizen.paperJams
  await by.send('ReportTicketPrint', { ticketId, isPrinted, trouble: isPrinted ? '' : '卡纸' })
  if (!isPrinted) soon(world, 60, 240, () => world.guide.send('ReprintTicket', { ticketId }))
  if (citizen.pressesTwice) soon(world, 20, 90, () => pressAgain(world, citizen))
  world.agenda.plan(world.now() + citizen.patienceMs, () => losePatience(world, visit))
}

/** The kiosk offers the number again; once it was called a new one is given, which the guide takes back. */
async function pressAgain(world: World, citizen: Citizen): Promise<void> {
  const outcome = await world.kiosk.send('TakeTicket', { ...wishOf(citizen), priorityGround: 'none' })
  if (outcome.kind === 'done') {
    await world.guide.send('CancelTicket', { ticketId: Number(outcome.made.ticketId), reason: 'duplicate' })
  } else if (outcome.kind === 'refused' && outcome.code === 'already-waiting') {
    await world.kiosk.send('ReprintTicket', { ticketId: Number(outcome.facts.ticketId) })
  }
}

/** Who has waited too long goes home; the next call finds nobody, unless the guide was told. */
async function losePatience(world: World, visit: Visit): Promise<void> {
  if (visit.state !== 'waiting') return
  visit.isThere = false
  if (!visit.citizen.tellsWhenLeaving) return
  const outcome = await world.guide.send('CancelTicket', { ticketId: visit.ticketId, reason: 'visitor-left' })
  if (outcome.kind === 'done') visit.state = 'ended'
}

/** 次日转结: the number of yesterday comes first today. */
export async function bringBack(world: World, visit: Visit): Promise<void> {
  const citizen = { ...visit.citizen, onCall: 'there' as const, pressedItem: visit.itemCode, itemCode: visit.itemCode }
  if (world.random.chance(0.05)) {
    await world.kiosk.send('TakeTicket', { ...wishOf(citizen), priorityGround: 'none', carriedNumber: 'Z999' })
  }
  const wish = { ...wishOf(citizen), priorityGround: 'none' as const, carriedNumber: visit.number }
  const outcome = await world.kiosk.send('TakeTicket', wish)
  if (outcome.kind === 'done') {
    world.broughtBack += 1
    return holdNumber(world, { ...citizen, paperJams: false, pressesTwice: false }, outcome.made, world.kiosk)
  }
  if (outcome.kind === 'refused' && outcome.code === 'id-number-needed') {
    later(world, 1, 3, async () => {
      const again = await world.guide.send('TakeTicket', wish)
      if (again.kind === 'done') await holdNumber(world, citizen, again.made, world.guide)
    })
  }
}
