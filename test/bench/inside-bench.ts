import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../main/hub/store/store.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { type BenchHall, createBenchHall, createHandClock, firstBenchDay, mustBeDone } from './bench-hall.ts'
import { type BigStore, openBigStore } from './big-store.ts'
import { type Figure, median, percentile, shown } from './figures.ts'
import { createRawCommit, type RawCommit } from './raw-commit.ts'

const togetherCount = 32
const blocksInRound = 8
const warmUpBlocks = 3
/** Windows that press one after the other before the next hall has its turn: some milliseconds. */
const windowsInTurn = 10

/** Rates a second, one a round, and milliseconds of single commits. */
interface Rates {
  single: number[]
  together: number[]
  issueMs: number[]
  callMs: number[]
}

const emptyRates = (): Rates => ({ single: [], together: [], issueMs: [], callMs: [] })

/**
 * Commands inside the hub, one at a time and 32 at once, on an empty store and on one with a history,
 * and raw commits: by turns in blocks of some fifty milliseconds, so that all see the same machine.
 */
export async function benchInside(rounds: number, tickets: number, say: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-bench-'))
  const opened = openStore(folder)
  const raw = createRawCommit(folder)
  let big: BigStore | undefined
  try {
    const empty = await createBenchHall(opened.store, createHandClock(instantOf(firstBenchDay, '07:00')))
    big = await openBigStore(tickets, say)
    const halls = [
      { hall: empty, rates: emptyRates() },
      { hall: big.hall, rates: emptyRates() },
    ] as const
    const rawRates: number[] = []
    const rawMs: number[] = []
    for (let round = -1; round < rounds; round += 1) {
      for (const { hall } of halls) await hall.openDay()
      const measured = await playRound(
        halls.map((one) => one.hall),
        raw,
        round < 0 ? warmUpBlocks : blocksInRound,
      )
      if (round < 0) continue
      say(`inside the hub: round ${round + 1} of ${rounds}`)
      rawRates.push(rateOf(measured.rawMs))
      rawMs.push(...measured.rawMs)
      halls.forEach(({ rates }, at) => {
        addRound(rates, measured.halls[at]!)
      })
    }
    return figuresOf(rawRates, rawMs, halls[0].rates, halls[1].rates, big.size)
  } finally {
    raw.close()
    opened.close()
    big?.close()
    rmSync(folder, { recursive: true })
  }
}

interface Block {
  issueMs: number[]
  callMs: number[]
  togetherMs: number
  togetherDone: number
}

async function playRound(halls: readonly BenchHall[], raw: RawCommit, blocks: number) {
  const rawMs: number[] = []
  const played = halls.map((): Block => ({ issueMs: [], callMs: [], togetherMs: 0, togetherDone: 0 }))
  for (let block = 0; block < blocks; block += 1) {
    for (let from = 0; from < halls[0]!.windows.length; from += windowsInTurn) {
      for (let at = 0; at < windowsInTurn * 2; at += 1) rawMs.push(timed(raw.commitOne))
      for (const [at, hall] of halls.entries()) await oneByOne(hall, from, played[at]!)
    }
    for (const hall of halls) await hall.finishAll()
    for (let from = 0; from + togetherCount / 2 <= halls[0]!.windows.length; from += togetherCount / 2) {
      for (const [at, hall] of halls.entries()) await allTogether(hall, from, played[at]!)
    }
    for (const hall of halls) await hall.finishAll()
  }
  return { rawMs, halls: played }
}

/** Some windows issue and call once, one after the other. */
async function oneByOne(hall: BenchHall, from: number, block: Block): Promise<void> {
  for (const serviceWindow of hall.windows.slice(from, from + windowsInTurn)) {
    block.issueMs.push(await awaited(() => hall.issueFor(serviceWindow)))
    block.callMs.push(await awaited(() => hall.callNext(serviceWindow)))
  }
}

/** Sixteen issues and sixteen calls on their way at once. */
async function allTogether(hall: BenchHall, from: number, block: Block): Promise<void> {
  const windows = hall.windows.slice(from, from + togetherCount / 2)
  const beginAt = performance.now()
  const outcomes = await Promise.all(
    windows.flatMap((serviceWindow) => [hall.issueFor(serviceWindow), hall.callNext(serviceWindow)]),
  )
  block.togetherMs += performance.now() - beginAt
  block.togetherDone += outcomes.length
  for (const outcome of outcomes) mustBeDone(outcome, { type: 'one of 32 commands' })
}

function timed(work: () => void): number {
  const beginAt = performance.now()
  work()
  return performance.now() - beginAt
}

async function awaited(command: () => ReturnType<BenchHall['issueFor']>): Promise<number> {
  const beginAt = performance.now()
  const outcome = await command()
  const ms = performance.now() - beginAt
  mustBeDone(outcome, { type: 'a single command' })
  return ms
}

const rateOf = (ms: readonly number[]) => (1000 * ms.length) / ms.reduce((sum, one) => sum + one, 0)

function addRound(rates: Rates, block: Block): void {
  rates.single.push(rateOf([...block.issueMs, ...block.callMs]))
  rates.together.push((1000 * block.togetherDone) / block.togetherMs)
  rates.issueMs.push(...block.issueMs)
  rates.callMs.push(...block.callMs)
}

/** Median over the rounds of what one rate is of the other in the same round. */
const ratioOf = (rates: readonly number[], limits: readonly number[]) =>
  median(rates.map((rate, round) => rate / limits[round]!))

function figuresOf(rawRates: number[], rawMs: number[], empty: Rates, big: Rates, size: string): Figure[] {
  const us = (ms: readonly number[]) => `${Math.round(1000 * median(ms))} µs`
  const tail = (ms: readonly number[]) => `${Math.round(1000 * percentile(ms, 0.99))} µs`
  const rawP50 = us(rawMs)
  const commandMs = [...empty.issueMs, ...empty.callMs]
  return [
    {
      name: 'raw single-row commit, WAL and FULL: the limit',
      value: median(rawRates),
      unit: 'a second',
      target: null,
      beside: `p50 ${rawP50}, p99 ${tail(rawMs)}`,
      heldBackBy: '',
    },
    {
      name: 'one command at a time / raw commit',
      value: ratioOf(empty.single, rawRates),
      unit: '×',
      target: { atLeast: 0.75 },
      beside: `p50 issue ${us(empty.issueMs)}, call-next ${us(empty.callMs)}, raw ${rawP50}; by p50 ${shown(median(rawMs) / median(commandMs))}; p99 ${tail(commandMs)}`,
      heldBackBy: `a command takes ${Math.round(1000 * (median(commandMs) - median(rawMs)))} µs more than the raw commit: four to five pages instead of one, and its own work on caches that the sync left cold`,
    },
    {
      name: '32 at once / raw commit',
      value: ratioOf(empty.together, rawRates),
      unit: '×',
      target: { atLeast: 5 },
      beside: `${shown(median(empty.together))} commands a second`,
      heldBackBy: `processor time: ${shown(1e6 / median(empty.together))} µs a command, the shared commit included`,
    },
    {
      name: `one at a time with ${size} / on an empty store`,
      value: ratioOf(big.single, empty.single),
      unit: '×',
      target: { atLeast: 0.95 },
      beside: `p50 issue ${us(big.issueMs)}, call-next ${us(big.callMs)}`,
      heldBackBy: 'pages of the long indexes that are not in the caches',
    },
    {
      name: `32 at once with ${size} / on an empty store`,
      value: ratioOf(big.together, empty.together),
      unit: '×',
      target: { atLeast: 0.95 },
      beside: `${shown(median(big.together))} commands a second`,
      heldBackBy: 'pages of the long indexes that are not in the caches',
    },
  ]
}
