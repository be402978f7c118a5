/*
 * npm start [-- --hall FILE --data DIR --port N]: everything from a fresh clone to open windows. What is
 * already there is not done again. Runs on the system's Node (20 or later), before any install.
 */
import { spawn } from 'node:child_process'
import { basename, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { hallArguments, parseHallArguments } from './lib/arguments.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { findElectron } from './lib/electron.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { builtHub, node24, root } from './lib/place.mjs'
import { exitCode, forwardSignals, main, sayOnStdout as say } from './lib/steps.mjs'
import { text } from './lib/text.mjs'

const demoHall = join(root, 'assets/halls/demo.yaml')
/** An Electron that ends sooner, and not because the hub refused, never showed a window. */
const bornDeadMs = 5_000
const refused = 78

/** The demo hall keeps its store in data/demo, any other hall in data/<name of its file>. */
function completed({ hall = demoHall, data, port }) {
  return { hall, data: data ?? join(root, 'data', basename(hall, extname(hall))), port }
}

/** True when there is no desktop to open a window on. */
function isHeadless(env = process.env) {
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/** @returns {Promise<{code: number, bornDead: boolean}>} */
function runShell(runtime, hall) {
  const started = Date.now()
  return new Promise((done, failed) => {
    const child = spawn(runtime.executable, [...runtime.args, ...hallArguments(hall)], {
      env: { ...process.env, ...runtime.env, SHOUWEN_NODE: node24 },
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    let wasStopped = false
    const stop = forwardSignals(child, () => {
      wasStopped = true
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!isChromiumLog(line)) process.stderr.write(`${line}\n`)
    })
    child.on('error', failed)
    child.on('close', (code, signal) => {
      stop()
      const bornDead = code !== 0 && code !== refused && !wasStopped && Date.now() - started < bornDeadMs
      done({ code: exitCode(code, signal), bornDead })
    })
  })
}

/** Chromium's own log says `[123:0801/090000.123:ERROR:bus.cc(1)]`: noise to whoever runs a hall. */
function isChromiumLog(line) {
  return /^\[(\d+:)?\d{4}\/\d{6}\.\d+:(ERROR|WARNING|INFO|VERBOSE\d):/.test(line)
}

/** Runs the hub without windows and says where a browser finds each screen. */
function runHubAlone(hall) {
  return new Promise((done, failed) => {
    const child = spawn(node24, [builtHub, ...hallArguments(hall)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const stop = forwardSignals(child)
    child.on('message', (message) => {
      if (message.kind !== 'ready') return
      say(text.hubReady)
      for (const [screen, name] of Object.entries(text.screens)) say(`  ${name}  ${message.origin}/${screen}/`)
      say(text.toStop)
    })
    child.on('error', failed)
    child.on('exit', (code, signal) => {
      stop()
      done(exitCode(code, signal))
    })
  })
}

await main(async () => {
  const hall = completed(parseHallArguments(process.argv.slice(2), text.startUsage))
  await ensureInstalled(say)
  await ensureBuilt(say)
  if (isHeadless()) {
    say(text.noDisplay)
    process.exitCode = await runHubAlone(hall)
    return
  }
  const runtime = await findElectron(say)
  if (runtime !== null) {
    say(text.opening)
    const { code, bornDead } = await runShell(runtime, hall)
    process.exitCode = code
    if (!bornDead) return
    say(text.electronDied)
  }
  process.exitCode = await runHubAlone(hall)
})
