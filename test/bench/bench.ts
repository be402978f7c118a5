import { parseArgs } from 'node:util'
import { bigStoreFile, bigStoreFolder } from './big-store.ts'
import { benchContract, startBenchHub } from './contract-bench.ts'
import { type Figure, printFigures, writeFigures } from './figures.ts'
import { benchInside } from './inside-bench.ts'
import { benchMatters } from './matters-bench.ts'
import { benchReports } from './report-bench.ts'
import { benchScreens } from './screens-bench.ts'
import { benchSqlForm } from './sql-form-bench.ts'
import { benchKiosk, benchStart } from './start-bench.ts'

/*
 * npm run bench [-- --quick] [-- --json FILE] [-- --tickets N]: ratios to limits measured in the same
 * run. `--quick` takes fewer rounds and a store of 100,000 tickets; the goals are for a million.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, tickets: { type: 'string' } },
})
const tickets = Number(values.tickets ?? (values.quick ? 100_000 : 1_000_000))
const say = (line: string) => process.stderr.write(`${line}\n`)
const figures: Figure[] = []

figures.push(...(await benchInside(values.quick ? 3 : 5, tickets, say)))
say('over the contract')
const crowded = await startBenchHub({ windowSets: 9, letterSets: 3 })
try {
  figures.push(...(await benchContract(crowded, values.quick ? 2 : 5)))
} finally {
  await crowded.end()
}
say('two hundred screens')
const hall = await startBenchHub({ windowSets: 1, letterSets: 1 })
try {
  figures.push(...(await benchScreens(hall, values.quick ? 5 : 20)))
  say('kiosk')
  figures.push(...(await benchKiosk(hall.origin)))
} finally {
  await hall.end()
}
say('start')
figures.push(
  ...(await benchStart(bigStoreFolder(tickets), `${tickets.toLocaleString('en')} tickets`, values.quick ? 3 : 7)),
)

figures.push(...(await benchMatters(100_000, values.quick ? 10 : 20, say)))
say('reports')
figures.push(...benchReports(bigStoreFile(tickets), `${tickets.toLocaleString('en')} tickets`, values.quick ? 3 : 7))
figures.push(benchSqlForm())

printFigures(figures)
if (values.json !== undefined) writeFigures(values.json, figures)
