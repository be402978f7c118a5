import { parseArgs } from 'node:util'
import type { PromiseFigures } from '../../shared/contract/promise-view.ts'
import { addDays } from '../../shared/rules/hall-time.ts'
import { type Invariant, journalOf, replayBreaches } from './invariants.ts'
import { type MonthOptions, type SimulatedMonth, simulateMonth } from './month.ts'
import { month } from './month-world.ts'
import { figuresOf, type PromiseRecount, promiseLaws, recountPromise } from './recount-promise.ts'
import { figures, table, words } from './report.ts'

export interface MonthResult {
  report: string
  isSound: boolean
  /** How many events of each type there are, and of each way or means. */
  events: Map<string, number>
}

/** The month, the week before the festival with its worked Saturday, and a day on which only what is late is read. */
const ranges = [
  { from: month.from, to: month.to },
  { from: '2026-02-09', to: '2026-02-14' },
  { from: '2026-02-28', to: '2026-02-28' },
  // Who came after closing on the last day was received on the next one.
  { from: addDays(month.to, 1), to: addDays(month.to, 4) },
]

/** Plays one seeded month and looks at every law of the promise. */
export async function runMonth(options: MonthOptions): Promise<MonthResult> {
  const played = await simulateMonth(options)
  try {
    const { store } = played.hall.hub
    const counted = recountPromise(journalOf(store))
    const told = await Promise.all(ranges.map((days) => played.supervisor.client.query.promiseFigures(days)))
    const invariants = await checkMonth(played, counted, told)
    const events = new Map<string, number>()
    const add = (kind: string) => events.set(kind, (events.get(kind) ?? 0) + 1)
    for (const { type, body } of journalOf(store)) {
      add(type)
      const { way, means, ground } = JSON.parse(body) as Partial<Record<string, string>>
      for (const kind of [way, means, ground]) if (kind !== undefined) add(`${type} ${kind}`)
    }
    const isSound = invariants.every(({ breaches }) => breaches.length === 0)
    return { report: reportOf(options, played, told[0]!, events, invariants), isSound, events }
  } finally {
    await played.hall.close()
  }
}

async function checkMonth(
  { hall, traffic, supervisor }: SimulatedMonth,
  counted: PromiseRecount,
  told: readonly PromiseFigures[],
): Promise<Invariant[]> {
  const chain = await supervisor.client.query.verifyChain()
  return [
    {
      law: `the journal’s chain is whole (${chain.entriesChecked} entries)`,
      breaches: chain.isWhole ? [] : [`broken at entry ${chain.brokenAt}`],
    },
    { law: 'replaying the journal into empty tables gives equal tables', breaches: replayBreaches(hall.hub.store) },
    ...Object.entries(promiseLaws).map(([key, law]) => ({
      law,
      breaches: counted.breaches.get(key as keyof typeof promiseLaws) ?? [],
    })),
    {
      law: 'the hub’s figures are those of an independent recount',
      breaches: ranges.flatMap((days, at) => differences(told[at]!, figuresOf(counted, days))),
    },
    {
      law: `a command sent twice is answered alike and done once (${traffic.resent} resent)`,
      breaches: traffic.answeredDifferently,
    },
    { law: 'nothing faults', breaches: [...traffic.faults, ...hall.problems.map(String)] },
  ]
}

/** What the hub tells otherwise than the recount, figure by figure. */
export function differences(told: PromiseFigures, counted: ReturnType<typeof figuresOf>): string[] {
  const items = [...told.byItem]
    .map(({ itemName: _, ...row }) => row)
    .sort((a, b) => a.itemCode.localeCompare(b.itemCode))
  const ofHub = flat({ ...told, byItem: items })
  const ofRecount = flat(counted)
  return [...new Set([...ofHub.keys(), ...ofRecount.keys()])]
    .filter((key) => ofHub.get(key) !== ofRecount.get(key))
    .map((key) => `${told.from} to ${told.to}, ${key}: ${ofHub.get(key)} instead of ${ofRecount.get(key)}`)
}

/** Every figure by its path. */
export function flat(value: object, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, one]): [string, unknown][] =>
      typeof one === 'object' && one !== null ? [...flat(one, `${path}${key}.`)] : [[`${path}${key}`, one]],
    ),
  )
}

function reportOf(
  { seed, filings }: MonthOptions,
  { traffic }: SimulatedMonth,
  told: PromiseFigures,
  events: ReadonlyMap<string, number>,
  invariants: readonly Invariant[],
): string {
  const rowsOf = (part: object) => Object.entries(part).map(([figure, value]) => [figure, String(value)])
  const tableOf = (title: string, part: object) => table([...words(title), ...figures('')], rowsOf(part))
  const items = told.byItem.map((one) =>
    [one.itemCode, one.itemName, one.received, one.decided, one.pastPromised].map(String),
  )
  const refusals = [...traffic.refusals].sort((a, b) => b[1].times - a[1].times || a[0].localeCompare(b[0]))
  const checked = invariants.flatMap(({ law, breaches }) => [
    `${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${law}`,
    ...breaches.slice(0, 8).map((one) => `        ${one}`),
  ])
  const head = [
    `seed ${seed}: ${filings} filings, ${month.from} to ${month.to}`,
    `${traffic.sent} commands over the contract`,
  ]
  const parts = [
    head.join('\n'),
    tableOf('inquiries', told.inquiries),
    tableOf('notices', told.notices),
    tableOf('filings', told.filings),
    table([...words('item', ''), ...figures('received', 'decided', 'past promised')], items),
    table(
      [...words('event'), ...figures('times')],
      [...events].sort().map(([type, times]) => [type, String(times)]),
    ),
    table(
      [...words('refused because'), ...figures('times'), ...words('said the first time')],
      refusals.map(([code, { times, sentence }]) => [code, String(times), sentence]),
    ),
    checked.join('\n'),
  ]
  return parts.join('\n\n')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, filings: { type: 'string' } } })
  const startedAt = performance.now()
  const { report, isSound } = await runMonth({
    seed: Number(values.seed ?? 1),
    filings: Number(values.filings ?? 2_000),
  })
  process.stdout.write(`${report}\n`)
  process.stderr.write(`played in ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
  process.exitCode = isSound ? 0 : 1
}

if (import.meta.main) await main()
