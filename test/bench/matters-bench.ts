import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../main/hub/store/store.ts'
import { promiseCounts } from '../../main/hub/views/promise/counts.ts'
import { mattersView } from '../../main/hub/views/promise/matters.ts'
import { minuteMs } from '../../shared/rules/hall-time.ts'
import type { BenchHall } from './bench-hall.ts'
import { type Figure, median, shown } from './figures.ts'
import { createMattersHall } from './matters-store.ts'

const openFilings = 5_000
const warmUpRounds = 4
/** Enough calls of each reading that one takes some milliseconds. */
const readings = {
  'matters of the hall': { calls: 1, read: readHall },
  'matters of one clerk': { calls: 20, read: readOwn },
  'counts of due and overdue': { calls: 20, read: readCounts },
} as const
type Reading = keyof typeof readings

/**
 * What is due and overdue, read as the screens ask for it, in a hall with a history of closed filings
 * and in one with the same open ones and no history, by turns.
 */
export async function benchMatters(closed: number, rounds: number, say: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shouwen-matters-'))
  const [big, small] = ['big', 'small'].map((name) => openStore(join(folder, name)))
  try {
    say(`matters: ${closed.toLocaleString('en')} closed filings`)
    const old = await createMattersHall(big!.store, closed, openFilings)
    const fresh = await createMattersHall(small!.store, 0, openFilings)
    return (Object.keys(readings) as Reading[]).map((name) => figureOf(name, closed, measure(name, old, fresh, rounds)))
  } finally {
    big!.close()
    small!.close()
    rmSync(folder, { recursive: true })
  }
}

function measure(name: Reading, old: BenchHall, fresh: BenchHall, rounds: number): (readonly [number, number])[] {
  const { calls, read } = readings[name]
  const millisecondsIn = (hall: BenchHall): number => {
    const beginAt = performance.now()
    for (let call = 0; call < calls; call += 1) read(hall, call)
    return (performance.now() - beginAt) / calls
  }
  const inTurn = (round: number): readonly [number, number] => {
    // Whoever comes second clears away what the first has left on the heap.
    if (round % 2 === 0) return [millisecondsIn(old), millisecondsIn(fresh)]
    const withoutHistory = millisecondsIn(fresh)
    return [millisecondsIn(old), withoutHistory]
  }
  return Array.from({ length: warmUpRounds + rounds }, (_, round) => inTurn(round)).slice(warmUpRounds)
}

function readHall({ hub }: BenchHall): void {
  const { filings } = mattersView(hub, '', 'hall', hub.clock.now())
  if (filings.length !== openFilings) throw new Error(`${filings.length} filings were read`)
}

function readOwn({ hub, windows }: BenchHall, call: number): void {
  const { actor } = windows[call % windows.length]!
  if (actor.kind === 'staff') mattersView(hub, actor.staffId, 'mine', hub.clock.now())
}

let minute = 0

/** Counts are kept for a minute: each call asks in another one. */
function readCounts({ hub }: BenchHall): void {
  minute += 1
  const { yellow, overdue } = promiseCounts(hub, hub.clock.now() + (minute % 60) * minuteMs)
  if (yellow === 0 || overdue === 0) throw new Error('nothing was due')
}

function figureOf(name: string, closed: number, rounds: readonly (readonly [number, number])[]): Figure {
  const [withHistory, without] = [0, 1].map((at) => median(rounds.map((round) => round[at]!)))
  return {
    name: `${name}, ${openFilings.toLocaleString('en')} open: with ${closed.toLocaleString('en')} closed / with none`,
    value: median(rounds.map(([one, other]) => one / other)),
    unit: '×',
    target: { atMost: 1.2 },
    beside: `${shown(withHistory!)} ms and ${shown(without!)} ms`,
    heldBackBy: 'the old ones among the open filings, each on pages of its own',
  }
}
