import { hallReport, waitsByDay } from '../../main/hub/reports/hall-report.ts'
import { setupOn } from '../../main/hub/setup-on.ts'
import { openForReading, type Store } from '../../main/hub/store/store.ts'
import { createTables } from '../../main/hub/tables/apply.ts'
import { logContent } from '../../main/hub/views/day/log-content.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import { logWords } from '../../shared/vocabulary/discipline-log.ts'
import { type Figure, median, shown } from './figures.ts'

const warmUpRounds = 1
const monthDays = 22
const yearDays = 250

/** Hours of a week without holidays: a report asks for nothing else of the setup. */
const timetable = {
  ...{ timetableId: 'regular', name: '常年', validFrom: '2000-01-01', validTo: null, documentNumber: '' },
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' as const },
    { from: '14:00', to: '17:00', phase: 'open' as const },
    { from: '17:00', to: '18:00', phase: 'linkup' as const },
  ],
}
const hours = {
  now: Date.parse('2100-01-01'),
  timetables: [timetable],
  calendar: { publishedYears: [], overrides: [] },
}
const scheduleOn = (day: string) => scheduleOf(hours.timetables, hours.calendar, day)

/** Reports over a long history, each beside a bare walk over the tickets of the same days. */
export function benchReports(storePath: string, size: string, rounds: number): Figure[] {
  const store = openForReading(storePath)
  try {
    const days = store.prepare('SELECT hall_day FROM hall_day ORDER BY hall_day DESC').pluck().all() as string[]
    const last = days[1]!
    const month = { from: days[monthDays]!, to: last }
    const year = { from: days[yearDays]!, to: last }
    return [
      figureOf('the report of a month, by window, clerk, item, hour and day', size, store, month, 60, rounds, () =>
        hallReport(store, month, hours),
      ),
      figureOf('the report of a year', size, store, year, null, rounds, () => hallReport(store, year, hours)),
      figureOf('the data of a daily log', size, store, { from: last, to: last }, 10, rounds, dailyLogOf(store, last)),
      figureOf('percentiles of the waits of a year', size, store, year, 300, rounds, () =>
        waitsByDay(store, year, scheduleOn),
      ),
    ]
  } finally {
    store.close()
  }
}

/** 日志 of a day as it is closed, with all its sections. */
function dailyLogOf(store: Store, day: string): () => unknown {
  const tables = createTables(store)
  const words = logWords.parse({})
  const closedAt = instantOf(day, '18:30')
  const setup = setupOn(day, tables)
  return () => logContent(day, words, closedAt, setup, tables)
}

function figureOf(
  name: string,
  size: string,
  store: Store,
  days: { from: string; to: string },
  msMax: number | null,
  rounds: number,
  read: () => unknown,
): Figure {
  const walk = store.prepare(
    'SELECT count(*), total(ended_at - started_at) FROM ticket WHERE hall_day BETWEEN @from AND @to',
  )
  const turns = Array.from({ length: warmUpRounds + rounds }, () => [timed(read), timed(() => walk.get(days))] as const)
  const measured = turns.slice(warmUpRounds)
  return {
    name: `${name}, ${size}`,
    value: median(measured.map(([ms]) => ms)),
    unit: 'ms',
    target: msMax === null ? null : { atMost: msMax },
    beside: `${shown(median(measured.map(([ms, bare]) => ms / bare)))} × a bare walk over the same tickets`,
    heldBackBy: 'reading the tickets: three quarters of the time',
  }
}

function timed(work: () => unknown): number {
  const beginAt = performance.now()
  work()
  return performance.now() - beginAt
}
