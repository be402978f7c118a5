/* node scripts/run.mjs FILE.ts [ARGUMENTS…]: runs a TypeScript file on Node 24, installed and built. */
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node24 } from './lib/place.mjs'
import { main, Problem, runAttached, sayOnStderr as say } from './lib/steps.mjs'
import { text } from './lib/text.mjs'

await main(async () => {
  const [file, ...rest] = process.argv.slice(2)
  if (file === undefined) throw new Problem(text.runUsage)
  await ensureInstalled(say)
  await ensureBuilt(say)
  process.exitCode = await runAttached(node24, [file, ...rest])
})
