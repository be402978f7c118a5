import { entriesAfter } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import { addDays } from '../../shared/rules/hall-time.ts'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'
import { madeByJournal } from '../support/made-by-journal.ts'
import { type SimulatedDay, simulatedDay } from './day.ts'
import { laws, type Recount } from './recount.ts'
import { recountReport, reportDifferences } from './recount-report.ts'

/** A law of the hall, and what was found: nothing when it holds. */
export interface Invariant {
  law: string
  breaches: string[]
}

/** All laws, looked at when the day is over. */
export async function checkInvariants(day: SimulatedDay, counted: Recount): Promise<Invariant[]> {
  const { hall, traffic, administrator } = day
  const chain = await administrator.client.query.verifyChain()
  const ofRecount = Object.entries(laws).map(([key, law]) => ({
    law,
    breaches: counted.breaches.get(key as keyof typeof laws) ?? [],
  }))
  return [
    {
      law: `the journal’s chain is whole (${chain.entriesChecked} entries)`,
      breaches: chain.isWhole ? [] : [`broken at entry ${chain.brokenAt}`],
    },
    { law: 'replaying the journal into empty tables gives equal tables', breaches: replayBreaches(hall.hub.store) },
    ...ofRecount,
    { law: 'the waiting counts are those of an independent count', breaches: countBreaches(day, counted) },
    {
      law: `a command sent twice is answered alike and done once (${traffic.resent} resent)`,
      breaches: traffic.answeredDifferently,
    },
    {
      law: 'the reports of the days, whole and split, are those of an independent count',
      breaches: await reportBreaches(day),
    },
    { law: 'nothing faults', breaches: [...traffic.faults, ...hall.problems] },
  ]
}

/** The journal from its beginning, in order. */
export function* journalOf(store: Store): Generator<JournalEntry> {
  for (let seq = 0; ; ) {
    const entries = entriesAfter(store, seq, 5_000)
    yield* entries
    if (entries.length === 0) return
    seq = entries.at(-1)!.seq
  }
}

/** Tables that a replay of the journal into empty ones makes otherwise. */
export function replayBreaches(store: Store): string[] {
  const replayed = openStore(':memory:')
  const tables = createTables(replayed.store)
  for (const entry of journalOf(store)) {
    applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
  }
  const contentOf = (of: Store, table: string) => JSON.stringify(of.prepare(`SELECT * FROM ${table}`).all())
  const different = madeByJournal.filter((table) => contentOf(replayed.store, table) !== contentOf(store, table))
  replayed.close()
  return different.map((table) => `table ${table}`)
}

/** Asked over the contract: of the day, of the next morning, and of both. */
async function reportBreaches({ hall, administrator }: SimulatedDay): Promise<string[]> {
  const nextDay = addDays(simulatedDay, 1)
  const ranges = [
    { from: simulatedDay, to: simulatedDay },
    { from: nextDay, to: nextDay },
    { from: simulatedDay, to: nextDay },
  ]
  const found = await Promise.all(
    ranges.map(async (days) => {
      const report = await administrator.client.query.hallReport(days)
      return reportDifferences(report, recountReport(journalOf(hall.hub.store), days, report.madeAt))
    }),
  )
  return found.flat()
}

function countBreaches({ hall, world }: SimulatedDay, counted: Recount): string[] {
  const waiting = [...counted.tickets.values()].filter((one) => one.state === 'waiting')
  const { ticket: tickets } = hall.hub.tables
  const ofQueues = world.catalogue.queues.flatMap(({ letter }) => {
    const own = waiting.filter((one) => one.queue === letter).length
    const told = tickets.waitingIn(letter)
    return own === told ? [] : [`queue ${letter}: ${told} instead of ${own}`]
  })
  return tickets.waitingInHall() === waiting.length
    ? ofQueues
    : [...ofQueues, `in the hall: ${tickets.waitingInHall()}`]
}
