import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import { minuteMs, minuteOfDay } from '../../../shared/rules/hall-time.ts'
import { type HallSchedule, openMsIn, scheduleOf } from '../../../shared/rules/timetable.ts'
import type { Calendar } from '../../../shared/vocabulary/calendar.ts'
import { type ReportSplit, reportSplits } from '../../../shared/vocabulary/report-figure.ts'
import type { Timetable } from '../../../shared/vocabulary/timetable.ts'
import type { Store } from '../store/store.ts'
import { addTally, addTo, type CountedTicket, count, emptyTally, figuresOf, type Tally } from './tally.ts'

interface Days {
  from: string
  to: string
}

/** What a report needs beside the store: the hall's hours, and when it is asked, epoch ms. */
export interface ReportHours {
  now: number
  timetables: readonly Timetable[]
  calendar: Calendar
}

type Lines = Record<ReportSplit, Map<string, Tally>>
type ScheduleOn = (day: string) => HallSchedule

/** 报表 of some days, first and last included. Names are left empty: who is who is not known here. */
export function hallReport(store: Store, days: Days, hours: ReportHours): HallReport {
  const scheduleOn = schedulesOf(hours)
  const lines: Lines = { window: new Map(), clerk: new Map(), item: new Map(), hour: new Map(), day: new Map() }
  const left = countTickets(store, days, scheduleOn, lines)
  for (const [day, waits] of waitsByDay(store, days, scheduleOn)) lineOf(lines.day, day).waits = waits
  countStays(store, days, scheduleOn, hours.now, lines)
  const total = emptyTally()
  for (const tally of lines.day.values()) addTally(total, tally)
  const rowsOf = (split: ReportSplit) => [...lines[split]].map(([key, tally]) => rowOf(key, tally)).sort(inOrder)
  const splits = Object.fromEntries(reportSplits.map((split) => [split, rowsOf(split)])) as HallReport['splits']
  addWaiting(splits.hour, left)
  return { ...days, madeAt: hours.now, total: rowOf('', total), splits }
}

/**
 * How long people waited for their first call, minutes with how often, by hall day. Read from an index
 * alone: percentiles of a year touch no ticket.
 */
export function waitsByDay(store: Store, days: Days, scheduleOn: ScheduleOn): Map<string, Tally['waits']> {
  const waits = new Map<string, Tally['waits']>()
  const add = (day: string, minutes: number, times: number) => {
    const spread = waits.get(day) ?? new Map<number, number>()
    waits.set(day, spread)
    addTo(spread, minutes, times)
  }
  const rows = store
    .prepare(
      `SELECT hall_day, wait_minutes, count(*) FROM ticket
       WHERE wait_minutes IS NOT NULL AND hall_day BETWEEN @from AND @to GROUP BY hall_day, wait_minutes`,
    )
    .raw()
    .iterate(days) as IterableIterator<[string, number, number]>
  for (const row of rows) add(...row)
  const older = store
    .prepare(
      `SELECT hall_day, taken_at, first_called_at FROM ticket
       WHERE first_called_at IS NOT NULL AND wait_minutes IS NULL AND hall_day BETWEEN @from AND @to`,
    )
    .raw()
    .iterate(days) as IterableIterator<[string, number, number]>
  for (const [day, takenAt, calledAt] of older) add(day, waitOf(scheduleOn(day), takenAt, calledAt), 1)
  return waits
}

/** The wait of a call whose entry does not tell it (0.2 and before), by the hours that are now known of its day. */
function waitOf(schedule: HallSchedule, takenAt: number, calledAt: number): number {
  return Math.floor(openMsIn(schedule, takenAt, calledAt) / minuteMs)
}

/** Read in one go: one by one costs a third more, all at once the memory of a year. */
const ticketsAtOnce = 5_000

type TicketRow = [
  day: string,
  window: number | null,
  clerk: string | null,
  item: string,
  takenAt: number,
  leftAt: number | null,
  waitMinutes: number | null,
  fate: CountedTicket['fate'],
  isNoShow: number,
  priorityClass: number,
  isPastClosing: number,
  transferCount: number,
  serviceSeconds: number | null,
]

/**
 * Counts every ticket once for each split. Numbers of the days are those between two ids, since ids
 * and days grow together: walked in the order in which they lie. Returns who left the queue in which
 * hour: was called first, or ended without a call.
 */
function countTickets(store: Store, days: Days, scheduleOn: ScheduleOn, lines: Lines): Map<number, number> {
  const left = new Map<number, number>()
  const between = store
    .prepare(
      `SELECT hall_day, last_window, last_clerk, item_code, taken_at, coalesce(first_called_at, ended_at),
         wait_minutes, coalesce(result_code, status), status IN ('missed', 'void') AND miss_count > requeue_count,
         priority_class, is_past_closing, transfer_count,
         CASE WHEN result_code <> 'left-open' THEN (ended_at - started_at - held_ms) / 1000 END
       FROM ticket WHERE ticket_id BETWEEN ? AND ?`,
    )
    .raw()
  const note = (row: TicketRow) => {
    const [day, window, clerk, item, takenAt, leftAt, ownWait] = row
    const [, , , , , , , fate, isNoShow, priorityClass, isPastClosing, transferCount, serviceSeconds] = row
    const ticket = { fate, isNoShow, priorityClass, isPastClosing, transferCount, serviceSeconds }
    const isOlder = ownWait === null && window !== null
    const wait = isOlder ? waitOf(scheduleOn(day), takenAt, leftAt!) : ownWait
    const hour = hourOf(takenAt)
    countWithWait(lineOf(lines.window, window === null ? '' : String(window)), ticket, wait)
    countWithWait(lineOf(lines.clerk, clerk ?? ''), ticket, wait)
    countWithWait(lineOf(lines.item, item), ticket, wait)
    countWithWait(lineOf(lines.hour, hourKeys[hour]!), ticket, wait)
    count(lineOf(lines.day, day), ticket)
    // What the day's end closes left at the end of its day, whenever the next one opened.
    const isOfDay = leftAt !== null && leftAt < scheduleOn(day).spans.at(-1)!.endsAt
    addTo(left, isOfDay ? hourOf(leftAt) : hourKeys.length)
  }
  const [first, last] = idsOf(store, days)
  for (let id = first; id <= last; id += ticketsAtOnce) {
    for (const row of between.all(id, Math.min(id + ticketsAtOnce - 1, last)) as TicketRow[]) note(row)
  }
  return left
}

function countWithWait(tally: Tally, ticket: CountedTicket, wait: number | null): void {
  count(tally, ticket)
  if (wait !== null) addTo(tally.waits, wait)
}

const hourKeys = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const hourOf = (at: number) => Math.floor(minuteOfDay(at) / 60)

/** The first and the last ticket of some days; an empty range when they have none. */
function idsOf(store: Store, days: Days): [number, number] {
  const edge = (extreme: 'min' | 'max') =>
    store
      .prepare(
        `SELECT ${extreme}(ticket_id) FROM ticket
         WHERE hall_day = (SELECT ${extreme}(hall_day) FROM ticket WHERE hall_day BETWEEN @from AND @to)`,
      )
      .pluck()
      .get(days) as number | null
  return [edge('min') ?? 1, edge('max') ?? 0]
}

/** 在岗 within the hours of the day, for windows, clerks and days. */
function countStays(store: Store, days: Days, scheduleOn: ScheduleOn, now: number, lines: Lines): void {
  const stays = store
    .prepare('SELECT day, window_number, staff_id, from_at, to_at FROM post_stay WHERE day BETWEEN @from AND @to')
    .raw()
    .iterate(days) as IterableIterator<[string, number, string, number, number | null]>
  for (const [day, windowNumber, staffId, from, to] of stays) {
    const ms = openMsIn(scheduleOn(day), from, to ?? now)
    lineOf(lines.window, String(windowNumber)).attendedMs += ms
    lineOf(lines.clerk, staffId).attendedMs += ms
    lineOf(lines.day, day).attendedMs += ms
  }
}

function lineOf(lines: Map<string, Tally>, key: string): Tally {
  const known = lines.get(key)
  if (known !== undefined) return known
  const fresh = emptyTally()
  lines.set(key, fresh)
  return fresh
}

function rowOf(key: string, tally: Tally): ReportRow {
  return { key, name: key, figures: figuresOf(tally) }
}

/** By number where keys are numbers; those never called come last. */
function inOrder({ key: one }: ReportRow, { key: other }: ReportRow): number {
  if (one === '' || other === '') return one === '' ? 1 : -1
  return one.localeCompare(other, 'en', { numeric: true })
}

/** 在等: who took a number up to this hour and had not left the queue when it began. */
function addWaiting(rows: ReportRow[], left: ReadonlyMap<number, number>): void {
  let waiting = 0
  let hour = 0
  for (const row of rows) {
    for (; hour < Number(row.key); hour += 1) waiting -= left.get(hour) ?? 0
    waiting += row.figures.taken ?? 0
    row.figures.waiting = waiting
  }
}

function schedulesOf({ timetables, calendar }: ReportHours): ScheduleOn {
  const known = new Map<string, HallSchedule>()
  return (day) => {
    const schedule = known.get(day) ?? scheduleOf(timetables, calendar, day)
    known.set(day, schedule)
    return schedule
  }
}
