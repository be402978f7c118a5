import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { isFlawless } from './check-store.ts'
import { type KillReport, killHub, quantile, seededRandom } from './kill-hub.ts'

/** A screen has to be back so soon after its hub. */
const screenMsMax = 2_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const spread = (values: readonly number[]) =>
  `p50 ${quantile(values, 0.5).toFixed(0)} ms, p99 ${quantile(values, 0.99).toFixed(0)} ms, max ${Math.max(...values).toFixed(0)} ms`

function tell(report: KillReport): boolean {
  const { presses, acknowledged, resent, findings, restartMs, screenMs } = report
  const numbers = presses.filter((press) => press.type === 'TakeTicket' && press.outcome?.kind === 'done').length
  say(
    `${report.cycles} kills under load, ${presses.length} presses, ${numbers} numbers given, ${resent} presses sent again`,
  )
  say(
    `acknowledged ${acknowledged} of ${presses.length}, lost ${findings.lost.length}, doubled ${findings.doubled.length}`,
  )
  say(
    `gaps in numbers ${findings.gaps.length}, chain, integrity and replay: ${findings.broken.length === 0 ? 'whole' : 'broken'}`,
  )
  say(`restart to serving: ${spread(restartMs)}`)
  say(`serving to the newest view on a screen: ${spread(screenMs)}`)
  for (const finding of Object.values(findings).flat().slice(0, 20)) say(`  ${finding}`)
  const areScreensBack = Math.max(...screenMs) <= screenMsMax
  if (!areScreensBack) say(`  a screen was not back within ${screenMsMax} ms`)
  return isFlawless(findings) && acknowledged === presses.length && areScreensBack
}

const { values } = parseArgs({ options: { cycles: { type: 'string' }, seed: { type: 'string' } } })
const cycles = Number(values.cycles ?? 100)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
say(`seed ${seed}`)
const report = await killHub(cycles, seededRandom(seed), (done) => {
  if (done % 10 === 0) say(`${done} of ${cycles}`)
})
const isGood = tell(report)
if (isGood) rmSync(dirname(report.folder), { recursive: true })
else say(`the store is kept in ${report.folder}`)
process.exit(isGood ? 0 : 1)
