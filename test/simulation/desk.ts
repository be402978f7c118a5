import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { ResultCode } from '../../shared/vocabulary/ticket.ts'
import type { Work } from './agenda.ts'
import type { Caller } from './caller.ts'
import { later, queueOf, soon, type Visit, type World } from './world.ts'

type ClerkResult = Exclude<ResultCode, 'left-open'>
type PauseReason = '01' | '02' | '03' | '05' | '99'

/** A window with whoever works at it. */
export interface Desk {
  windowNumber: number
  queues: readonly string[]
  clerk: Caller
  state: 'closed' | 'idle' | 'busy' | 'paused'
  /** Taken when nobody is in front. */
  pauseWish: { reason: PauseReason; minutes: number } | null
  /** Closes when nobody is in front and nobody on hold. */
  isLeaving: boolean
  isTurnPlanned: boolean
  held: Visit | null
  attendedSince: number
  attendedMs: number
  servingSince: number
  servedMs: number
  services: number
}

export function createDesk(windowNumber: number, queues: readonly string[], clerk: Caller): Desk {
  return {
    windowNumber,
    queues,
    clerk,
    state: 'closed',
    pauseWish: null,
    isLeaving: false,
    isTurnPlanned: false,
    held: null,
    attendedSince: 0,
    attendedMs: 0,
    servingSince: 0,
    servedMs: 0,
    services: 0,
  }
}

/** 上岗 */
export async function openDesk(world: World, desk: Desk): Promise<void> {
  const outcome = await desk.clerk.send('OpenServiceWindow', { windowNumber: desk.windowNumber })
  if (outcome.kind !== 'done') return
  desk.isLeaving = false
  attend(world, desk)
}

function attend(world: World, desk: Desk): void {
  desk.state = 'idle'
  desk.attendedSince = world.now()
  planTurn(world, desk)
}

function rest(world: World, desk: Desk, state: 'closed' | 'paused'): void {
  desk.attendedMs += world.now() - desk.attendedSince
  desk.state = state
}

/** The clerk turns to whoever is next, within seconds. */
export function planTurn(world: World, desk: Desk): void {
  if (desk.state !== 'idle' || desk.isTurnPlanned) return
  desk.isTurnPlanned = true
  soon(world, 3, 15, async () => {
    desk.isTurnPlanned = false
    await turn(world, desk)
  })
}

/** Somebody waits now: idle clerks of the queue see it on their screens. */
export function wake(world: World, visit: Visit): void {
  for (const desk of world.desks) if (isFor(visit, desk)) planTurn(world, desk)
}

function isFor(visit: Visit, desk: Desk): boolean {
  return visit.reservedWindow === null ? desk.queues.includes(visit.queue) : visit.reservedWindow === desk.windowNumber
}

function seesSomebody(world: World, desk: Desk): boolean {
  for (const visit of world.visits.values()) if (visit.state === 'waiting' && isFor(visit, desk)) return true
  return false
}

/** What a clerk does with nobody in front. */
async function turn(world: World, desk: Desk): Promise<void> {
  if (desk.state !== 'idle') return
  const { windowNumber, clerk, held } = desk
  if (held?.isThere) return resumeHeld(world, desk, held)
  if (desk.isLeaving) {
    if (held === null) await closeDesk(world, desk)
    return
  }
  if (desk.pauseWish !== null) return pause(world, desk, desk.pauseWish)
  // Now and then somebody presses without looking.
  if (!seesSomebody(world, desk) && !world.random.chance(0.02)) return
  const outcome = await clerk.send('CallNextTicket', { windowNumber })
  if (outcome.kind === 'refused' && outcome.code === 'hall-on-lunch-break') return waitForAfternoon(world, desk)
  if (outcome.kind === 'refused' && /^hall-/.test(outcome.code)) {
    desk.isLeaving = true
    return planTurn(world, desk)
  }
  if (outcome.kind !== 'done') return
  const visit = world.visits.get(Number(outcome.made.ticketId))!
  visit.state = 'at-window'
  visit.reservedWindow = null
  visit.firstCalledAt ??= world.now()
  desk.state = 'busy'
  awaitVisitor(world, desk, visit, 1)
}

/** Pressed in the break: at its end the clerk stays for the first one, at its beginning he goes. */
async function waitForAfternoon(world: World, desk: Desk): Promise<void> {
  const { afternoon } = world.times
  if (world.now() < afternoon - 15 * minuteMs) return pause(world, desk, lunch)
  world.agenda.plan(afternoon, () => planTurn(world, desk))
}

/** Until two o'clock; whoever opens the afternoon ends it. */
const lunch = { reason: '02', minutes: Number.POSITIVE_INFINITY } as const

async function pause(world: World, desk: Desk, wish: NonNullable<Desk['pauseWish']>): Promise<void> {
  const { windowNumber, clerk } = desk
  desk.pauseWish = null
  const note = wish.reason === '99' ? '接待来访' : ''
  if (wish.reason === '99') await clerk.send('PauseServiceWindow', { windowNumber, reason: '99', note: '' })
  const outcome = await clerk.send('PauseServiceWindow', { windowNumber, reason: wish.reason, note })
  if (outcome.kind !== 'done') return
  rest(world, desk, 'paused')
  if (Number.isFinite(wish.minutes)) later(world, wish.minutes, wish.minutes + 3, () => resumeDesk(world, desk))
}

/** 恢复 */
export async function resumeDesk(world: World, desk: Desk): Promise<void> {
  if (desk.state !== 'paused') return
  const outcome = await desk.clerk.send('ResumeServiceWindow', { windowNumber: desk.windowNumber })
  if (outcome.kind === 'done') attend(world, desk)
}

/** A pause is wished for; one in five presses it at once, with somebody in front. */
export async function wishPause(world: World, desk: Desk, reason: PauseReason, minutes: number): Promise<void> {
  if (desk.state === 'closed' || desk.state === 'paused') return
  desk.pauseWish = { reason, minutes }
  if (desk.state === 'busy' && world.random.chance(0.2)) {
    await desk.clerk.send('PauseServiceWindow', { windowNumber: desk.windowNumber, reason, note: '' })
  }
  planTurn(world, desk)
}

async function closeDesk(world: World, desk: Desk): Promise<void> {
  const outcome = await desk.clerk.send('CloseServiceWindow', { windowNumber: desk.windowNumber })
  if (outcome.kind === 'done') rest(world, desk, 'closed')
}

/** 12:00: whoever has nobody in front goes to lunch, the others when they have finished. */
export function goToLunch(world: World, desk: Desk): void {
  if (desk.state === 'closed' || desk.state === 'paused' || desk.isLeaving) return
  desk.pauseWish = lunch
  planTurn(world, desk)
}

/** The last visitor is served, then the window closes. */
export async function leaveDesk(world: World, desk: Desk): Promise<void> {
  desk.isLeaving = true
  desk.pauseWish = null
  if (desk.state === 'paused') await resumeDesk(world, desk)
  else planTurn(world, desk)
}

/** Called: the visitor comes, or is called again and passed over after the third call (D6). */
function awaitVisitor(world: World, desk: Desk, visit: Visit, calls: number): void {
  const at = { windowNumber: desk.windowNumber, ticketId: visit.ticketId }
  if (visit.isThere) return soon(world, 8, 40, () => startService(world, desk, visit))
  if (calls < 3) {
    const isHasty = world.random.chance(0.08)
    soon(world, isHasty ? 3 : 12, isHasty ? 8 : 25, async () => {
      const outcome = await desk.clerk.send('RecallTicket', at)
      awaitVisitor(world, desk, visit, outcome.kind === 'done' ? calls + 1 : calls)
    })
    if (calls === 1 && world.random.chance(0.05)) soon(world, 2, 3, () => desk.clerk.send('MissTicket', at))
    return
  }
  soon(world, 10, 20, async () => {
    const outcome = await desk.clerk.send('MissTicket', at)
    if (outcome.kind !== 'done') return
    visit.state = 'missed'
    desk.state = 'idle'
    planTurn(world, desk)
    if (visit.citizen.onCall === 'out') later(world, 2, 20, () => reportBack(world, visit))
  })
}

/** 过号激活 at the kiosk; some have not gone far enough and are missed again. */
async function reportBack(world: World, visit: Visit): Promise<void> {
  const found = await world.kiosk.client.query.findTicket({ number: visit.number })
  const outcome = await world.kiosk.send('RequeueTicket', { ticketId: found?.ticketId ?? visit.ticketId })
  if (outcome.kind !== 'done') return
  visit.state = 'waiting'
  visit.isThere = world.random.chance(0.9)
  visit.hasReportedBack = true
  wake(world, visit)
}

async function startService(world: World, desk: Desk, visit: Visit): Promise<void> {
  const at = { windowNumber: desk.windowNumber, ticketId: visit.ticketId }
  const { citizen } = visit
  if (world.random.chance(0.01)) await desk.clerk.send('FinishService', { ...at, resultCode: 'completed' })
  const outcome = await desk.clerk.send('StartService', at)
  if (outcome.kind !== 'done') throw new Error(`${visit.number} could not be started: ${JSON.stringify(outcome)}`)
  desk.servingSince = world.now()
  if (world.random.chance(0.01)) await desk.clerk.send('CallNextTicket', { windowNumber: desk.windowNumber })

  const seconds = citizen.serviceMs / 1000
  const after = (part: number, work: Work) => soon(world, seconds * part, seconds * part + 1, work)
  if (visit.itemCode !== visit.wantedItem) return soon(world, 30, 90, () => correctItem(world, desk, visit))
  if (citizen.fetchesMs !== null && !visit.hasFetched) return after(0.4, () => hold(world, desk, visit))
  if (citizen.transferTo !== null && !visit.wasTransferred) return after(0.5, () => transfer(world, desk, visit))
  after(visit.hasFetched ? 0.6 : 1, () => finish(world, desk, visit, resultOf(world, visit)))
}

function resultOf(world: World, { citizen }: Visit): ClerkResult {
  if (citizen.purpose === 'consult') return 'consulted'
  if (citizen.purpose === 'collect') return 'collected'
  return world.random.weighted<ClerkResult>([
    ['accepted', 50],
    ['completed', 32],
    ['one-time-notice', 13],
    ['declined', 4],
    ['system-failure', 1],
  ])
}

async function finish(world: World, desk: Desk, visit: Visit, resultCode: ClerkResult): Promise<void> {
  const at = { windowNumber: desk.windowNumber, ticketId: visit.ticketId }
  const outcome = await desk.clerk.send('FinishService', { ...at, resultCode })
  if (outcome.kind !== 'done') throw new Error(`${visit.number} could not be finished: ${JSON.stringify(outcome)}`)
  visit.state = 'ended'
  desk.services += 1
  release(world, desk)
}

/** Nobody is in front any more. */
function release(world: World, desk: Desk): void {
  desk.servedMs += world.now() - desk.servingSince
  desk.state = 'idle'
  planTurn(world, desk)
}

/** 取错号: here, or in the right queue at the original time. */
async function correctItem(world: World, desk: Desk, visit: Visit): Promise<void> {
  const at = { windowNumber: desk.windowNumber, ticketId: visit.ticketId }
  const outcome = await desk.clerk.send('CorrectTicketItem', { ...at, itemCode: visit.wantedItem })
  if (outcome.kind !== 'done') return soon(world, 5, 20, () => finish(world, desk, visit, 'wrong-number'))
  visit.itemCode = visit.wantedItem
  visit.queue = queueOf(world, visit.itemCode)
  if (!desk.queues.includes(visit.queue)) return sendOn(world, desk, visit)
  const seconds = visit.citizen.serviceMs / 1000
  soon(world, seconds, seconds + 1, () => finish(world, desk, visit, resultOf(world, visit)))
}

/** 转号 to another business, or to one window of it. */
async function transfer(world: World, desk: Desk, visit: Visit): Promise<void> {
  const itemCode = visit.citizen.transferTo!
  const queue = queueOf(world, itemCode)
  const others = world.desks.filter((one) => one !== desk && one.queues.includes(queue) && one.state !== 'closed')
  const toWindow = others.length > 0 && world.random.chance(0.3) ? world.random.pick(others).windowNumber : undefined
  const outcome = await desk.clerk.send('TransferTicket', {
    windowNumber: desk.windowNumber,
    ticketId: visit.ticketId,
    itemCode,
    ...(toWindow === undefined ? {} : { toWindow }),
    reason: '需先办理关联事项',
  })
  visit.wasTransferred = true
  if (outcome.kind !== 'done') return soon(world, 20, 60, () => finish(world, desk, visit, 'referred'))
  Object.assign(visit, { itemCode, queue, wantedItem: itemCode, reservedWindow: toWindow ?? null })
  sendOn(world, desk, visit)
}

function sendOn(world: World, desk: Desk, visit: Visit): void {
  visit.state = 'waiting'
  release(world, desk)
  wake(world, visit)
}

/** 挂起 while a copy is fetched; where one is on hold already the visitor is told what is missing instead. */
async function hold(world: World, desk: Desk, visit: Visit): Promise<void> {
  const at = { windowNumber: desk.windowNumber, ticketId: visit.ticketId }
  visit.hasFetched = true
  const outcome = await desk.clerk.send('HoldTicket', { ...at, reason: '补复印件' })
  if (outcome.kind !== 'done') return soon(world, 30, 90, () => finish(world, desk, visit, 'one-time-notice'))
  visit.state = 'held'
  visit.isThere = false
  desk.held = visit
  release(world, desk)
  world.agenda.plan(world.now() + visit.citizen.fetchesMs!, () => {
    visit.isThere = true
    planTurn(world, desk)
  })
}

async function resumeHeld(world: World, desk: Desk, visit: Visit): Promise<void> {
  const outcome = await desk.clerk.send('ResumeTicket', { windowNumber: desk.windowNumber, ticketId: visit.ticketId })
  if (outcome.kind !== 'done') return
  desk.held = null
  desk.state = 'busy'
  visit.state = 'at-window'
  awaitVisitor(world, desk, visit, 1)
}
