import type { Outcome } from '../../shared/contract/outcome.ts'
import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'
import { createAgenda } from './agenda.ts'
import { createCaller, createClient, createTraffic, type Traffic } from './caller.ts'
import { planCitizens } from './citizens.ts'
import { createDesk } from './desk.ts'
import { createRandom } from './random.ts'
import { simulatedProfile } from './simulated-hall.ts'
import { arrive } from './visit.ts'
import { planHandovers } from './week-handovers.ts'
import { planMatters } from './week-matters.ts'
import { planConfirmations, planLeaves, planPeople } from './week-people.ts'
import { planCases, planLog, planPatrols } from './week-supervision.ts'
import { halfDayTimetable, restDay, type WallDay, type Week, wallDays, week as weekOf } from './week-world.ts'
import type { World } from './world.ts'

export interface WeekOptions {
  seed: number
  /** Who come on a whole day. */
  citizens: number
  /** How many of the week’s working days are played, from Monday; all of them with the Sunday after. */
  days: number
}

const windows = 6
/** Nobody signs in anew although days pass: a password costs the door 200 ms. */
const daysMs = 20 * 24 * 3_600_000

export const weekProfile = () => {
  const profile = simulatedProfile(windows, ['2001', '3001', '3002', '4001'])
  return { ...profile, timetables: [...profile.timetables, halfDayTimetable] }
}

export interface SimulatedWeek {
  hall: TestHall
  week: Week
  traffic: Traffic
  /** What the hub said of a log for the Sunday; undefined when it was not reached. */
  sundayLog: Outcome | undefined
}

/** Plays a week of working days in a real hall; every press goes through the public contract. */
export async function simulateWeek({ seed, citizens, days }: WeekOptions): Promise<SimulatedWeek> {
  const profile = weekProfile()
  const clock = createHandClock(weekOf.from, '07:00')
  const hall = await startTestHall({ profile, clock })
  const traffic = createTraffic()
  const lost = createRandom(seed ^ 0x10c7)
  const origin = `http://127.0.0.1:${hall.port}`
  const callers = new Map(
    profile.staff.map(({ staffNumber }) => {
      const client = createClient(origin, hall.signIn(staffNumber, daysMs, `pc-of-${staffNumber}`))
      return [staffNumber, createCaller(client, staffNumber, traffic, lost)]
    }),
  )
  const who = (staffNumber: string) => callers.get(staffNumber)!
  const numberOf = new Map(profile.staff.map(({ staffNumber }) => [hall.staff(staffNumber).staffId, staffNumber]))
  const kiosk = createCaller(createClient(origin), 'kiosk', traffic, lost)
  const played = wallDays.slice(0, days)
  const world: World = {
    agenda: createAgenda(),
    random: createRandom(seed),
    now: clock.now,
    times: timesOf(played[0]!),
    catalogue: await kiosk.client.query.catalogue(),
    kiosk,
    guide: who('2001'),
    supervisor: who('3001'),
    desks: profile.serviceWindows.map(({ windowNumber, queues }) =>
      createDesk(windowNumber, queues, who(`100${windowNumber}`)),
    ),
    visits: new Map(),
    turnedAway: 0,
    broughtBack: 0,
  }
  const week: Week = {
    world,
    days: played,
    who,
    staffIdOf: (staffNumber) => hall.staff(staffNumber).staffId,
    callerOf: (staffId) => who(numberOf.get(staffId)!),
    homeUnitOf: (staffNumber) => profile.staff.find((one) => one.staffNumber === staffNumber)!.homeUnit,
    frozen: new Map(),
  }
  planLeaves(week)
  planCases(week)
  for (const wall of played) {
    planPatrols(week, wall)
    planHandovers(week, wall)
    planConfirmations(week, wall)
    planLog(week, wall)
    world.agenda.plan(instantOf(wall.day, '07:30'), () => beginDay(week, wall, seed, citizens))
  }
  const simulated: SimulatedWeek = { hall, week, traffic, sundayLog: undefined }
  if (days === wallDays.length) {
    world.agenda.plan(instantOf(restDay, '10:00'), async () => {
      simulated.sundayLog = await who('3001').send('CloseDisciplineLog', { day: restDay })
    })
  }
  await play(world, hall)
  return simulated
}

/** The people of the day come, and whoever wants something. */
function beginDay(week: Week, wall: WallDay, seed: number, citizens: number): void {
  const { world } = week
  world.times = timesOf(wall)
  planPeople(week, wall)
  planMatters(week, wall)
  const index = week.days.indexOf(wall)
  const count = wall.halves.length === 1 ? Math.round(citizens * 0.6) : citizens
  const random = createRandom(seed * 100 + index)
  for (const citizen of planCitizens(random, world.catalogue.serviceItems, count, wall.day)) {
    world.agenda.plan(citizen.arrivesAt, () => arrive(world, citizen))
  }
}

/** On a half holiday nothing comes after noon. */
function timesOf({ halves, linkup }: WallDay): World['times'] {
  const [morning, afternoon] = halves
  const split = afternoon?.endsAt ?? morning!.endsAt
  return {
    opening: morning!.startsAt,
    lunch: morning!.endsAt,
    afternoon: afternoon?.startsAt ?? morning!.endsAt + 60 * minuteMs,
    split,
    closing: linkup?.endsAt ?? split,
  }
}

/** Moves the clock, by whole seconds, from one entry of the agenda to the next until it is empty. */
async function play({ agenda }: World, { clock, look }: TestHall): Promise<void> {
  for (let entry = agenda.next(); entry !== undefined; entry = agenda.next()) {
    clock.forward(Math.max(0, Math.ceil((entry.at - clock.now()) / 1000)))
    look()
    await entry.work()
  }
}
