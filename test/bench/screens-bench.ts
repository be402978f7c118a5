import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { mustBeDone } from './bench-hall.ts'
import { type BenchHub, createCaller } from './contract-bench.ts'
import { type Figure, percentile, shown } from './figures.ts'

const screenCount = 200
const perSecond = 50
/** Presses before the count begins: a hub that has just started compiles its code. */
const warmUpPresses = 100

const now = () => performance.timeOrigin + performance.now()

/** From the press of a key to the last of two hundred boards of a ten-window hall, at fifty presses a second. */
export async function benchScreens(hub: BenchHub, seconds: number): Promise<Figure[]> {
  await hub.ask('free')
  const screens = fork(fileURLToPath(new URL('./bench-screens.ts', import.meta.url)), [hub.origin, String(screenCount)])
  await once(screens, 'message')
  const call = createCaller(hub.origin)
  const pressed: { seq: number; at: number }[] = []
  let before = await hub.ask('used')
  let beginAt = now()
  for (let press = -warmUpPresses; press < seconds * perSecond; press += 1) {
    if (press === 0) {
      pressed.length = 0
      before = await hub.ask('used')
      beginAt = now()
    }
    const dueAt = beginAt + ((press < 0 ? press + warmUpPresses : press) * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - now())))
    const at = now()
    const outcome = await call('TakeTicket', { itemCode: hub.itemCodes[Math.abs(press) % hub.itemCodes.length] })
    mustBeDone(outcome, { type: 'TakeTicket' })
    if (outcome.kind === 'done') pressed.push({ seq: outcome.seq, at })
  }
  const after = await hub.ask('used')
  const took = now() - beginAt
  await new Promise((resolve) => setTimeout(resolve, 500))
  screens.send(pressed)
  const [{ ms, lost }] = (await once(screens, 'message')) as [{ ms: number[]; lost: number }]
  const cpuMs = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1000
  const heldBackBy = 'hub, boards and presses share two cores'
  return [
    {
      name: `press to last of ${screenCount} screens at ${perSecond} a second, p99`,
      value: percentile(ms, 0.99),
      unit: 'ms',
      target: { atMost: 15 },
      beside: `p50 ${shown(percentile(ms, 0.5))} ms, ${pressed.length} presses`,
      heldBackBy,
    },
    {
      name: 'presses that a screen never showed',
      value: lost,
      unit: '',
      target: { atMost: 0 },
      beside: '',
      heldBackBy: 'a fault',
    },
    {
      name: 'processor of the hub meanwhile',
      value: (100 * cpuMs) / took,
      unit: '% of a core',
      target: { atMost: 25 },
      beside: `memory ${shown(after.rss / 2 ** 20)} MB`,
      heldBackBy: 'two hundred writes to sockets for every press',
    },
  ]
}
