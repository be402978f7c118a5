import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshToken, tokenHash } from '../../main/hub/door/machine.ts'
import { createHandClock } from '../support/hand-clock.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'
import { createTestHub } from '../support/test-hub.ts'
import { checkStore, type Findings } from './check-store.ts'
import { freePort, startHubProcess } from './hub-process.ts'
import { createPressing, type Press } from './pressed.ts'
import { watchThroughRestarts } from './screen.ts'

/** Six machines with four presses under way each: half of them kiosks, half windows. */
const clients = 6
const inFlightEach = 4
const windowNumbers = Array.from({ length: (clients * inFlightEach) / 2 }, (_, at) => at + 1)
/** Milliseconds of load after which a hub is killed. */
const killAfterMs = { min: 15, max: 135 }
const monthMs = 30 * 24 * 3_600_000

export interface KillReport {
  cycles: number
  presses: Press[]
  acknowledged: number
  /** Presses that were sent again, because the hub died before it had answered. */
  resent: number
  findings: Findings
  /** From the start of a process until it serves, each. */
  restartMs: number[]
  /** From the restart of a hub until a screen shows the newest view again, each. */
  screenMs: number[]
  folder: string
}

/**
 * Runs a hub under load, kills it with SIGKILL at a random moment, starts it again, as often as
 * asked; then lets every press be answered and looks at the store. `random` gives 0 to 1.
 */
export async function killHub(
  cycles: number,
  random: () => number,
  onCycle: (done: number) => void = () => {},
): Promise<KillReport> {
  const base = mkdtempSync(join(tmpdir(), 'shouwen-kill-'))
  const { folder, hallFile, sessions } = await makeHall(base)
  const port = await freePort()
  const offsetSeconds = Math.round((createHandClock(workday, '09:30').now() - Date.now()) / 1000)
  const start = () => startHubProcess({ hallFile, folder, port, offsetSeconds })

  const pressing = createPressing(port)
  const working = [
    ...windowNumbers.map((windowNumber, at) => pressing.serve(windowNumber, sessions[at]!)),
    ...windowNumbers.map((_, at) => pressing.takeNumbers(at % 2 === 0 ? ['A-REG', 'B-REG'] : ['C-ASK', 'NOT-OFFERED'])),
  ]
  const everybody = Promise.all(working)
  // A worker that fails stops the whole run; without this the process would end before it is awaited.
  everybody.catch(() => {})

  let hub = await start()
  const screen = watchThroughRestarts(port)
  const restartMs: number[] = []
  const screenMs: number[] = []
  try {
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      pressing.hubIsUp()
      // By turns: while it wakes up, and in the middle of its work.
      if (cycle % 2 === 1) await Promise.race([pressing.nextAnswer(), everybody])
      await pause(killAfterMs.min + random() * (killAfterMs.max - killAfterMs.min))
      pressing.hubIsDown()
      await hub.kill()
      const told = newestTold(pressing.presses)
      hub = await start()
      restartMs.push(hub.readyMs)
      const startedAt = performance.now()
      await Promise.race([screen.shows(told), everybody])
      screenMs.push(performance.now() - startedAt)
      onCycle(cycle + 1)
    }
    pressing.stop()
    pressing.hubIsUp()
    await everybody
  } finally {
    screen.end()
    await hub.kill()
  }
  return {
    cycles,
    presses: pressing.presses,
    acknowledged: pressing.presses.filter((press) => press.outcome !== undefined).length,
    resent: pressing.presses.filter((press) => press.sends > 1).length,
    findings: checkStore(folder, pressing.presses, screen.seqMax()),
    restartMs,
    screenMs,
    folder,
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The newest entry that any caller was told of. */
function newestTold(presses: readonly Press[]): number {
  return presses.reduce((newest, { outcome }) => (outcome?.kind === 'done' ? Math.max(newest, outcome.seq) : newest), 0)
}

/** A hall with open windows, its clerks signed in for a month, and its file. */
async function makeHall(base: string): Promise<{ folder: string; hallFile: string; sessions: string[] }> {
  const profile = sampleProfile({
    serviceWindows: windowNumbers.map((windowNumber) => ({
      windowNumber,
      name: `${windowNumber}`,
      queues: ['A', 'B', 'C'],
    })),
    staff: windowNumbers.map((one) => ({ staffNumber: String(5000 + one), name: '窗口员', role: 'clerk' as const })),
    queueSettings: { waitingMax: 100_000 },
  })
  const folder = join(base, 'data')
  const hallFile = join(base, 'hall.yaml')
  mkdirSync(folder)
  // A JSON text is a YAML text.
  writeFileSync(hallFile, JSON.stringify(profile))

  const t = await createTestHub({ profile, folder, at: '09:29' })
  const sessions = windowNumbers.map((windowNumber) => {
    const who = t.staff(String(5000 + windowNumber))
    t.must(who, 'OpenServiceWindow', { windowNumber })
    const token = freshToken()
    const startedAt = t.clock.now()
    const session = {
      kind: 'session',
      tokenHash: tokenHash(token),
      staffId: who.staffId,
      screenId: 'local',
      startedAt,
      expiresAt: startedAt + monthMs,
    } as const
    t.must(who, 'SignIn', { staffId: who.staffId }, { keep: () => [session] })
    return token
  })
  t.opened.close()
  return { folder, hallFile, sessions }
}

/** A share of values that lie below: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** A seeded source of numbers from 0 to 1, so that a run can be told and done again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
