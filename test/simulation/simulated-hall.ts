import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHall, programFiles } from '../../main/hub/hall.ts'
import { readProfile } from '../../main/hub/profile.ts'
import { openStore } from '../../main/hub/store/store.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import { type Caller, createCaller, createClient, type Traffic } from './caller.ts'
import type { Random } from './random.ts'

const demoFile = fileURLToPath(new URL('../../assets/halls/demo.yaml', import.meta.url))
const hallModule = new URL('../../main/hub/hall.ts', import.meta.url).href
const password = 'simulated-2026'

/** Whoever stands in for two clerks, the guide and the supervisor. */
const reliefs = 2
const onTheFloor = ['2001', '3001']

/** The demo hall as a real one: its first windows, a clerk for each, and who else takes part, by staff number. */
export function simulatedProfile(windowsMax: number, others: readonly string[] = onTheFloor): Profile {
  const reading = readProfile(demoFile)
  if (reading.kind === 'mistakes') throw new Error('the demo hall’s profile is wrong')
  const { profile } = reading
  const serviceWindows = profile.serviceWindows.slice(0, windowsMax)
  const numbers = new Set(serviceWindows.map((one) => one.windowNumber))
  const letters = new Set(serviceWindows.flatMap((one) => one.queues))
  const clerks = profile.staff
    .filter((one) => one.role === 'clerk')
    .map((one) => ({ ...one, windowNumbers: one.windowNumbers.filter((number) => numbers.has(number)) }))
    .filter((one) => one.windowNumbers.length > 0)
  const owners = serviceWindows.map(({ windowNumber }) => clerks.find((one) => one.windowNumbers[0] === windowNumber)!)
  const standIns = clerks.filter((one) => !owners.includes(one)).slice(0, reliefs)
  const floor = profile.staff.filter((one) => others.includes(one.staffNumber))
  return {
    ...profile,
    demo: false,
    network: { lan: false, port: 8610 },
    printer: { kind: 'system', name: '' },
    serviceWindows,
    staff: [...owners, ...standIns, ...floor],
    queues: profile.queues.filter((one) => letters.has(one.letter)),
    serviceItems: profile.serviceItems.filter((one) => letters.has(one.queue)),
  }
}

/** A real hall on a fresh store with its HTTP door open, whose clock stands until it is moved. */
export async function startSimulatedHall(profile: Profile, at: number) {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-simulation-'))
  let now = at
  const clock = { now: () => now }
  const problems: string[] = []
  const hall = await createHall({
    opened: openStore(folder),
    folder,
    profile,
    ...programFiles(hallModule),
    clock,
    monotonicMs: clock.now,
    onProblem: (problem, what) => problems.push(`${what}: ${String(problem)}`),
  })
  if (hall.complaints.length > 0) throw new Error(`the profile was not applied whole: ${hall.complaints.join(' ')}`)
  const port = await hall.door.listen('127.0.0.1', 0)
  return {
    hub: hall.hub,
    origin: `http://127.0.0.1:${port}`,
    problems,
    /** Moves the clock on; what is due at the new time is done before anybody presses. */
    moveTo(instant: number): void {
      now = Math.max(now, instant)
      hall.look()
    },
    now: clock.now,
    async close(): Promise<void> {
      await hall.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type SimulatedHall = Awaited<ReturnType<typeof startSimulatedHall>>

/** Signs a hall's staff in as their screens do, after an administrator of the first run gave everybody a password. */
export async function signInStaff(origin: string, staff: Profile['staff'], traffic: Traffic, random: Random) {
  const first = { staffNumber: '9999', name: '管理员', role: 'administrator' as const, homeUnit: '', windowNumbers: [] }
  await createClient(origin).door.createFirstAdministrator({ staff: first, password })
  const signIn = async (caller: Caller): Promise<Caller> => {
    const signed = await createClient(origin).door.signIn({ staffNumber: caller.name, password })
    if (signed.kind !== 'done') throw new Error(`${caller.name} could not sign in: ${signed.sentence}`)
    caller.client = createClient(origin, signed.made.sessionToken)
    return caller
  }
  const callerOf = (staffNumber: string) => createCaller(createClient(origin), staffNumber, traffic, random)
  const administrator = await signIn(callerOf(first.staffNumber))
  const { staff: known } = await administrator.client.query.setup()
  const callers = await Promise.all(
    staff.map(async ({ staffNumber }) => {
      const { staffId } = known.find((one) => one.staffNumber === staffNumber)!
      await administrator.client.door.setPassword({ staffId, password })
      return signIn(callerOf(staffNumber))
    }),
  )
  return { administrator, callers: new Map(callers.map((caller) => [caller.name, caller])), signIn }
}
