import { parseArgs } from 'node:util'
import { type DayOptions, simulateDay } from './day.ts'
import { checkInvariants, journalOf } from './invariants.ts'
import { recount } from './recount.ts'
import { reportOf } from './report.ts'

/** Plays one seeded day and looks at every law. The report has nothing in it that the seed does not decide. */
export async function runSimulation(options: DayOptions): Promise<{ report: string; isSound: boolean }> {
  const day = await simulateDay(options)
  try {
    const counted = recount(journalOf(day.hall.hub.store))
    const invariants = await checkInvariants(day, counted)
    const isSound = invariants.every((one) => one.breaches.length === 0)
    return { report: reportOf(options, day, counted, invariants), isSound }
  } finally {
    await day.hall.close()
  }
}

/** A number of the command line or the environment. */
function numberOf(text: string, what: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`${what} is a whole number above 0, not “${text}”`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, citizens: { type: 'string' }, windows: { type: 'string' } },
  })
  const options = {
    seed: numberOf(values.seed ?? process.env.HALL_SEED ?? '1', 'the seed'),
    citizens: numberOf(values.citizens ?? '800', 'the number of citizens'),
    windows: numberOf(values.windows ?? '10', 'the number of windows'),
  }
  const startedAt = performance.now()
  const { report, isSound } = await runSimulation(options)
  process.stdout.write(`${report}\n`)
  process.stderr.write(`played in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  process.exitCode = isSound ? 0 : 1
}

if (import.meta.main) await main()
