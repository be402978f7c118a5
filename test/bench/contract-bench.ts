import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { type BenchSize, benchCommandId, mustBeDone } from './bench-hall.ts'
import { type Figure, percentile, shown } from './figures.ts'

const clientCount = 16

export interface BenchHub {
  origin: string
  seats: { windowNumber: number; token: string }[]
  itemCodes: string[]
  /** Asks the process of the hub, and waits for its answer. */
  ask: (kind: 'free' | 'used') => Promise<{ cpu: { user: number; system: number }; rss: number }>
  end: () => Promise<void>
}

/** A hub of a size in a process of its own, with its windows open. */
export async function startBenchHub({ windowSets, letterSets }: BenchSize): Promise<BenchHub> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./bench-hub.ts', import.meta.url)), [
    String(windowSets),
    String(letterSets),
  ])
  const [ready] = (await once(child, 'message')) as [{ origin: string; seats: BenchHub['seats']; itemCodes: string[] }]
  return {
    ...ready,
    async ask(kind) {
      child.send({ kind })
      const [answer] = (await once(child, 'message')) as [Awaited<ReturnType<BenchHub['ask']>>]
      return answer
    },
    async end() {
      child.send({ kind: 'end' })
      await once(child, 'exit')
    },
  }
}

/** One keep-alive client of the contract as a screen is, without a browser around it. */
export function createCaller(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: clientCount })
  const { hostname, port } = new URL(origin)
  return (type: string, body: object, token?: string): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const payload = JSON.stringify({ json: { commandId: benchCommandId(), body } })
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      }
      const options = { hostname, port, path: `/rpc/command/${type}`, method: 'POST', headers, agent }
      const sent = request(options, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve((JSON.parse(text) as { json: Outcome }).json))
      })
      sent.on('error', reject)
      sent.end(payload)
    })
}
export type Caller = ReturnType<typeof createCaller>

interface Measured {
  ms: number[]
  rate: number
}

/** Sixteen clients take one job after another until none is left. */
async function together(jobs: (() => Promise<void>)[]): Promise<Measured> {
  const ms: number[] = []
  const waiting = [...jobs]
  const beginAt = performance.now()
  const client = async () => {
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) {
      const at = performance.now()
      await job()
      ms.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: clientCount }, client))
  return { ms, rate: (1000 * ms.length) / (performance.now() - beginAt) }
}

/** 取号 and 叫号 over the real door by sixteen clients in this process, the hub in its own. */
export async function benchContract(hub: BenchHub, rounds: number): Promise<Figure[]> {
  const call = createCaller(hub.origin)
  const numbers: string[] = []
  const calledTickets: number[] = []
  const issue = (at: number) => async () => {
    const outcome = await call('TakeTicket', { itemCode: hub.itemCodes[at % hub.itemCodes.length] })
    mustBeDone(outcome, { type: 'TakeTicket' })
    if (outcome.kind === 'done') numbers.push(String(outcome.made.number))
  }
  const callNext =
    ({ windowNumber, token }: BenchHub['seats'][number]) =>
    async () => {
      const outcome = await call('CallNextTicket', { windowNumber }, token)
      mustBeDone(outcome, { type: 'CallNextTicket' })
      if (outcome.kind === 'done') calledTickets.push(Number(outcome.made.ticketId))
    }
  const jobsPerRound = 3_000
  const issued: Measured[] = []
  const called: Measured[] = []
  await together(Array.from({ length: jobsPerRound }, (_, at) => issue(at)))
  for (let round = 0; round < rounds; round += 1) {
    issued.push(await together(Array.from({ length: jobsPerRound }, (_, at) => issue(at))))
    for (let burst = 0; burst < 8; burst += 1) {
      called.push(await together(hub.seats.map(callNext)))
      await hub.ask('free')
    }
  }
  const repeated = numbers.length - new Set(numbers).size
  const twice = calledTickets.length - new Set(calledTickets).size
  return [
    ...figuresOf('issue', issued, `${repeated} of ${numbers.length} numbers twice`),
    ...figuresOf('call-next', called, `${twice} of ${calledTickets.length} tickets called twice`),
    {
      name: 'numbers given or tickets called twice',
      value: repeated + twice,
      unit: '',
      target: { atMost: 0 },
      beside: '',
      heldBackBy: 'a fault',
    },
  ]
}

function figuresOf(name: string, measured: Measured[], beside: string): Figure[] {
  const ms = measured.flatMap((one) => one.ms)
  const rate = percentile(
    measured.map((one) => one.rate),
    0.5,
  )
  const heldBackBy = 'client, hub and whatever else runs share two cores; most of a call is HTTP and validation'
  return [
    {
      name: `${name} over the contract, 16 clients`,
      value: rate,
      unit: 'a second',
      target: { atLeast: 4_000 },
      beside,
      heldBackBy,
    },
    {
      name: `${name} over the contract, p99`,
      value: percentile(ms, 0.99),
      unit: 'ms',
      target: { atMost: 12 },
      beside: `p50 ${shown(percentile(ms, 0.5))} ms`,
      heldBackBy,
    },
  ]
}
