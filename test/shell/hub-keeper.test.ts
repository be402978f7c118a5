import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'
import { createBackOff } from '../../main/shell/back-off.ts'
import { type HubChild, type HubKeeper, type HubKeeperOptions, keepHub } from '../../main/shell/hub-keeper.ts'
import type { HubReady } from '../../shared/contract/shell.ts'

const ready = `process.send({ kind: 'ready', origin: 'http://127.0.0.1:' + (Number(process.argv[1]) || 4321), screens: [], demo: true });`
const alive = `setInterval(() => process.send({ kind: 'alive' }), 20);`

/** What the keeper did, with real processes that run the given programs one after another. */
interface Kept {
  keeper: HubKeeper
  children: ChildProcess[]
  ports: (number | undefined)[]
  readies: HubReady[]
  givenUp: Promise<{ why: string; lastWords: string }>
}

const running: Kept[] = []
afterEach(async () => {
  for (const { keeper } of running.splice(0)) await keeper.stop()
})

function keep(programs: string[], limits: Partial<HubKeeperOptions> = {}): Kept {
  const children: ChildProcess[] = []
  const ports: (number | undefined)[] = []
  const readies: HubReady[] = []
  let giveUp: (told: { why: string; lastWords: string }) => void = () => {}
  const givenUp = new Promise<{ why: string; lastWords: string }>((told) => {
    giveUp = told
  })
  const keeper = keepHub({
    port: undefined,
    backOff: createBackOff({ firstMs: 1, maxMs: 10 }),
    onReady: (message) => readies.push(message),
    onGivenUp: (why, lastWords) => giveUp({ why, lastWords }),
    startChild(port) {
      ports.push(port)
      const program = programs[Math.min(children.length, programs.length - 1)] ?? ''
      const child = spawn(process.execPath, ['-e', program, String(port ?? 0)], {
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      children.push(child)
      return asHubChild(child)
    },
    ...limits,
  })
  const kept = { keeper, children, ports, readies, givenUp }
  running.push(kept)
  return kept
}

function asHubChild(child: ChildProcess): HubChild {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8')
  })
  return {
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('close', (code) => listener(code, words.trim())),
    kill: (signal) => child.kill(signal),
  }
}

test('a hub that is killed is started again on the port it had', async () => {
  const kept = keep([ready + alive])
  await expect.poll(() => kept.readies.length).toBe(1)
  kept.children[0]?.kill('SIGKILL')
  await expect.poll(() => kept.readies.length).toBe(2)
  expect(kept.ports).toEqual([undefined, 4321])
  expect(kept.readies[1]?.origin).toBe(kept.readies[0]?.origin)
})

test('a hub that falls silent is killed and started again', async () => {
  const kept = keep([`${ready} setInterval(() => {}, 1000)`, ready + alive], { silenceMs: 150 })
  await expect.poll(() => kept.readies.length, { timeout: 5_000 }).toBe(2)
  expect(kept.children[0]?.signalCode).toBe('SIGKILL')
})

test('a hub that says it is alive is left alone', async () => {
  const kept = keep([ready + alive], { silenceMs: 150 })
  await expect.poll(() => kept.readies.length).toBe(1)
  await new Promise((later) => setTimeout(later, 500))
  expect(kept.children).toHaveLength(1)
  expect(kept.children[0]?.exitCode).toBeNull()
})

test('a hub that refuses to start is not started again, and its reason is passed on', async () => {
  const kept = keep([`console.error('第 3 行：窗口号重复'); process.exitCode = 78; process.disconnect()`])
  expect(await kept.givenUp).toEqual({ why: 'refused', lastWords: '第 3 行：窗口号重复' })
  await new Promise((later) => setTimeout(later, 100))
  expect(kept.children).toHaveLength(1)
})

test('a hub that dies again and again before it ever served is given up', async () => {
  const kept = keep([`console.error('out of luck'); process.exitCode = 1; process.disconnect()`], { deathsMax: 3 })
  expect(await kept.givenUp).toEqual({ why: 'keeps-dying', lastWords: 'out of luck' })
  expect(kept.children).toHaveLength(3)
})

test('a hub that once served is started again however often it dies', async () => {
  const kept = keep([ready + alive, 'process.exit(1)', 'process.exit(78)', 'process.exit(1)', ready + alive], {
    deathsMax: 2,
  })
  await expect.poll(() => kept.readies.length).toBe(1)
  kept.children[0]?.kill('SIGKILL')
  await expect.poll(() => kept.readies.length, { timeout: 5_000 }).toBe(2)
})

test('messages of another shape are not taken for readiness', async () => {
  const kept = keep([`process.send('ready'); process.send(null); process.send({ kind: 'ready' }); ${alive}`])
  await new Promise((later) => setTimeout(later, 300))
  expect(kept.readies).toEqual([])
})

test('stopping asks first and uses force only when that is not heard', async () => {
  const deaf = keep([`process.on('SIGTERM', () => {}); ${ready} ${alive}`], { stopMs: 100 })
  const polite = keep([ready + alive], { stopMs: 60_000 })
  await expect.poll(() => deaf.readies.length + polite.readies.length).toBe(2)
  await Promise.all([deaf.keeper.stop(), polite.keeper.stop()])
  expect(deaf.children[0]?.signalCode).toBe('SIGKILL')
  expect(polite.children[0]?.signalCode).toBe('SIGTERM')
})

test('a hub that died just before the stop is not started again', async () => {
  const kept = keep([ready + alive], { backOff: createBackOff({ firstMs: 50 }) })
  await expect.poll(() => kept.readies.length).toBe(1)
  const gone = new Promise((done) => kept.children[0]?.once('close', done))
  kept.children[0]?.kill('SIGKILL')
  await gone
  await kept.keeper.stop()
  await new Promise((later) => setTimeout(later, 150))
  expect(kept.children).toHaveLength(1)
})
