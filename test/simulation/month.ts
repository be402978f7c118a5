import { addDays, dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'
import { createAgenda } from './agenda.ts'
import { type Caller, createCaller, createClient, createTraffic, type Traffic } from './caller.ts'
import { openMatter } from './matter.ts'
import { type Month, month, openDays, timeOn } from './month-world.ts'
import { createRandom } from './random.ts'
import { simulatedProfile } from './simulated-hall.ts'

export interface MonthOptions {
  seed: number
  filings: number
}

const windows = 10
/** Nobody signs in anew although days pass: a password costs the door 200 ms. */
const aMonthMs = 35 * 24 * 3_600_000
const linesWithoutFiling = 0.3

export interface SimulatedMonth {
  hall: TestHall
  traffic: Traffic
  supervisor: Caller
}

/** Plays a month of filings in a real hall; every press goes through the public contract. */
export async function simulateMonth({ seed, filings }: MonthOptions): Promise<SimulatedMonth> {
  const profile = simulatedProfile(windows)
  const clock = createHandClock(month.from, '07:30')
  const hall = await startTestHall({ profile, clock })
  const traffic = createTraffic()
  const lost = createRandom(seed ^ 0x10c7)
  const origin = `http://127.0.0.1:${hall.port}`
  const callers = new Map(
    profile.staff.map(({ staffNumber }) => {
      const client = createClient(origin, hall.signIn(staffNumber, aMonthMs))
      return [hall.staff(staffNumber).staffId, createCaller(client, staffNumber, traffic, lost)]
    }),
  )
  const staffIds = new Map([...callers].map(([staffId, caller]) => [caller, staffId]))
  const callerOf = (staffId: string) => callers.get(staffId)!
  const ofNumber = (staffNumber: string) => callerOf(hall.staff(staffNumber).staffId)
  const play: Month = {
    random: createRandom(seed),
    agenda: createAgenda(),
    now: clock.now,
    clerks: profile.staff.filter(({ role }) => role === 'clerk').map(({ staffNumber }) => ofNumber(staffNumber)),
    guide: ofNumber('2001'),
    supervisor: ofNumber('3001'),
    callerOf,
    staffIdOf: (caller) => staffIds.get(caller)!,
    items: (await ofNumber('3001').client.query.catalogue()).serviceItems,
    people: 0,
  }
  planArrivals(play, filings)
  planHandover(play)
  await playAll(play, hall)
  return { hall, traffic, supervisor: play.supervisor }
}

function planArrivals(play: Month, filings: number): void {
  const { random, agenda } = play
  const lines = Math.round(filings * linesWithoutFiling)
  for (let count = 0; count < filings + lines; count += 1) {
    const isFiling = count < filings
    agenda.plan(timeOn(random, random.pick(openDays)), () => openMatter(play, isFiling))
  }
}

/** 全部改派 in the middle of it: one clerk leaves for another post, and another has all of his from then on. */
function planHandover({ agenda, clerks, supervisor, staffIdOf }: Month): void {
  agenda.plan(instantOf('2026-02-26', '11:00'), () => {
    const [leaving, staying] = clerks.map(staffIdOf)
    return supervisor.send('ReassignMatters', { fromStaffId: leaving!, toStaffId: staying!, reason: '轮岗' })
  })
}

async function playAll({ agenda }: Month, hall: TestHall): Promise<void> {
  for (let entry = agenda.next(); entry !== undefined; entry = agenda.next()) {
    if (entry.at > instantOf(month.to, '23:00')) continue
    moveTo(hall, entry.at)
    await entry.work()
  }
  moveTo(hall, instantOf(month.to, '23:00'))
}

/** Every night the clock passes closing, so that what lapses then lapses without anybody pressing. */
function moveTo({ clock, look }: TestHall, at: number): void {
  const seconds = (to: number) => Math.round((to - clock.now()) / 1000)
  for (let closing = instantOf(dayOf(clock.now()), '18:00'); closing < at; ) {
    if (closing > clock.now()) {
      clock.forward(seconds(closing))
      look()
    }
    closing = instantOf(addDays(dayOf(closing), 1), '18:00')
  }
  if (at <= clock.now()) return
  clock.forward(seconds(at))
  look()
}
