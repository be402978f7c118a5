/*
 * npm run hub -- --hall FILE --data DIR [--port N]: the hub alone, as a service would run it. Standard
 * output carries the hub's one line and nothing else.
 */
import { hallArguments, parseHallArguments } from './lib/arguments.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { builtHub, node24 } from './lib/place.mjs'
import { main, runAttached, sayOnStderr as say } from './lib/steps.mjs'
import { text } from './lib/text.mjs'

await main(async () => {
  const hall = parseHallArguments(process.argv.slice(2), text.hubUsage)
  await ensureInstalled(say)
  await ensureBuilt(say)
  process.exitCode = await runAttached(node24, [builtHub, ...hallArguments(hall)])
})
