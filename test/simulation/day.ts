import { nextWorkday } from '../../shared/rules/calendar.ts'
import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import { createAgenda } from './agenda.ts'
import { type Caller, createCaller, createClient, createTraffic, type Traffic } from './caller.ts'
import { planCitizens } from './citizens.ts'
import { createDesk, type Desk, goToLunch, leaveDesk, openDesk, resumeDesk, wishPause } from './desk.ts'
import { createRandom, type Random } from './random.ts'
import { type SimulatedHall, signInStaff, simulatedProfile, startSimulatedHall } from './simulated-hall.ts'
import { arrive, bringBack } from './visit.ts'
import type { DayTimes, World } from './world.ts'

export interface DayOptions {
  seed: number
  citizens: number
  /** How many of the demo hall's ten windows there are. */
  windows: number
}

/** A Tuesday with a published calendar and the hall's regular timetable. */
export const simulatedDay = '2026-11-24'

/** The hours of the demo hall's regular timetable (篇5.7), as its people know them by heart. */
export function timesOf(day: string): DayTimes {
  return {
    opening: instantOf(day, '08:00'),
    lunch: instantOf(day, '12:00'),
    afternoon: instantOf(day, '14:00'),
    split: instantOf(day, '17:00'),
    closing: instantOf(day, '18:00'),
  }
}

export interface SimulatedDay {
  hall: SimulatedHall
  world: World
  traffic: Traffic
  administrator: Caller
}

/** One day and the beginning of the next in a real hall; every press goes through the public contract. */
export async function simulateDay({ seed, citizens, windows }: DayOptions): Promise<SimulatedDay> {
  const profile = simulatedProfile(windows)
  const times = timesOf(simulatedDay)
  const hall = await startSimulatedHall(profile, times.opening - 40 * minuteMs)
  const traffic = createTraffic()
  const lost = createRandom(seed ^ 0x10c7)
  const { administrator, callers, signIn } = await signInStaff(hall.origin, profile.staff, traffic, lost)
  const kiosk = createCaller(createClient(hall.origin), 'kiosk', traffic, lost)

  const world: World = {
    agenda: createAgenda(),
    random: createRandom(seed),
    now: hall.now,
    times,
    catalogue: await kiosk.client.query.catalogue(),
    kiosk,
    guide: callers.get('2001')!,
    supervisor: callers.get('3001')!,
    desks: profile.serviceWindows.map(({ windowNumber, queues }) => {
      const clerk = profile.staff.find((one) => one.role === 'clerk' && one.windowNumbers[0] === windowNumber)!
      return createDesk(windowNumber, queues, callers.get(clerk.staffNumber)!)
    }),
    visits: new Map(),
    turnedAway: 0,
    broughtBack: 0,
  }
  planDay(world)
  planRelief(world, profile.staff, callers)
  for (const citizen of planCitizens(createRandom(seed + 1), world.catalogue.serviceItems, citizens, simulatedDay)) {
    world.agenda.plan(citizen.arrivesAt, () => arrive(world, citizen))
  }
  await play(world, hall)

  world.times = timesOf(nextWorkday(hall.hub.setup().calendar, simulatedDay).day)
  hall.moveTo(world.times.opening - 10 * minuteMs)
  await Promise.all([administrator, world.guide, ...world.desks.map((desk) => desk.clerk)].map(signIn))
  planMorning(world, createRandom(seed + 2))
  await play(world, hall)
  return { hall, world, traffic, administrator }
}

/** Moves the clock from one entry of the agenda to the next until it is empty. */
async function play({ agenda }: World, hall: SimulatedHall): Promise<void> {
  for (let entry = agenda.next(); entry !== undefined; entry = agenda.next()) {
    hall.moveTo(entry.at)
    await entry.work()
  }
}

/** When windows open, rest, go to lunch and close. */
function planDay(world: World): void {
  const { agenda, random, desks, times } = world
  const minutesAfter = (at: number, from: number, to: number) => at + random.between(from, to) * minuteMs
  for (const desk of desks) {
    agenda.plan(minutesAfter(times.opening, -9, random.chance(0.1) ? 5 : -1), () => openDesk(world, desk))
    planBreaks(world, desk)
    agenda.plan(times.lunch + 1_000, () => goToLunch(world, desk))
    agenda.plan(minutesAfter(times.afternoon, -3, 3), () => resumeDesk(world, desk))
  }
  agenda.plan(times.lunch + 5_000, () => openDuty(world, desks, 1, times.lunch + 40 * minuteMs))
  agenda.plan(times.split + 20_000, async () => {
    const onDuty = await openDuty(world, desks, 2, times.closing)
    for (const desk of desks) if (!onDuty.includes(desk)) await leaveDesk(world, desk)
  })
  agenda.plan(times.closing + 1_000, async () => {
    for (const desk of desks) await leaveDesk(world, desk)
  })
}

function planBreaks(world: World, desk: Desk): void {
  const { agenda, random, times } = world
  const plan = (from: number, reason: Parameters<typeof wishPause>[2], minutes: number) =>
    agenda.plan(from, () => wishPause(world, desk, reason, minutes))
  plan(times.opening + random.between(110, 200) * minuteMs, '01', random.between(4, 9))
  if (random.chance(0.6)) plan(times.afternoon + random.between(80, 140) * minuteMs, '01', random.between(4, 9))
  if (random.chance(0.2)) plan(times.opening + random.between(150, 180) * minuteMs, '05', 20)
  if (random.chance(0.15)) plan(times.opening + random.between(30, 480) * minuteMs, '03', random.between(10, 25))
  if (random.chance(0.1)) plan(times.afternoon + random.between(20, 120) * minuteMs, '99', 10)
}

/** 值守窗口: the attended windows with the most people waiting, if anybody waits (D1, D2). */
async function openDuty(world: World, desks: readonly Desk[], count: number, until: number): Promise<Desk[]> {
  const waitingFor = ({ queues }: Desk) =>
    [...world.visits.values()].filter((one) => one.state === 'waiting' && queues.includes(one.queue)).length
  const busiest = desks
    .filter((desk) => desk.state !== 'closed' && !desk.isLeaving && waitingFor(desk) > 0)
    .sort((a, b) => waitingFor(b) - waitingFor(a) || a.windowNumber - b.windowNumber)
    .slice(0, count)
  for (const desk of busiest) {
    const { windowNumber } = desk
    await world.supervisor.send('OpenDutyWindow', { windowNumber, reason: '等候群众较多' })
    desk.pauseWish = null
    await resumeDesk(world, desk)
    world.agenda.plan(until, () => goToLunchOrLeave(world, desk))
  }
  return busiest
}

async function goToLunchOrLeave(world: World, desk: Desk): Promise<void> {
  if (world.now() < world.times.afternoon) return goToLunch(world, desk)
  await leaveDesk(world, desk)
}

/** B 岗: some windows are taken over in the lunch break, by whoever may sit there and has no window of his own. */
function planRelief(
  world: World,
  staff: readonly { staffNumber: string; role: string; windowNumbers: readonly number[] }[],
  callers: ReadonlyMap<string, Caller>,
): void {
  const { times } = world
  const owners = new Set(world.desks.map((desk) => desk.clerk.name))
  const reliefs = staff.filter((one) => one.role === 'clerk' && !owners.has(one.staffNumber))
  for (const { staffNumber, windowNumbers } of reliefs) {
    const desk = world.desks.find((one) => windowNumbers.includes(one.windowNumber))!
    const relief = callers.get(staffNumber)!
    // The relief comes early and finds the window taken.
    world.agenda.plan(times.lunch - 10 * minuteMs, async () => {
      await relief.send('OpenServiceWindow', { windowNumber: desk.windowNumber })
    })
    world.agenda.plan(times.lunch + 2_000, () => leaveDesk(world, desk))
    world.agenda.plan(times.afternoon - 4 * minuteMs, async () => {
      if (desk.state !== 'closed') return
      desk.clerk = relief
      await openDesk(world, desk)
    })
  }
}

/** The next morning until nine: who was carried over comes first. */
function planMorning(world: World, random: Random): void {
  const { agenda, times, desks, visits } = world
  for (const visit of [...visits.values()].filter((one) => one.state === 'waiting')) {
    visit.state = 'ended'
    if (!visit.citizen.comesBack) continue
    agenda.plan(times.opening + random.between(0, 25) * minuteMs, () => bringBack(world, visit))
  }
  for (const desk of desks) {
    desk.held = null
    agenda.plan(times.opening + 30_000, () => openDesk(world, desk))
    agenda.plan(times.opening + 60 * minuteMs, () => leaveDesk(world, desk))
  }
}
