import { minuteMs } from '../../../shared/rules/hall-time.ts'
import { type ReportFigure, resultFigure } from '../../../shared/vocabulary/report-figure.ts'
import { type ResultCode, resultCode, type TicketStatus } from '../../../shared/vocabulary/ticket.ts'

/** How often each value came: minutes of waits, seconds of services. */
export type Spread = Map<number, number>

export function addTo(spread: Spread, value: number, times = 1): void {
  spread.set(value, (spread.get(value) ?? 0) + times)
}

/** A ticket as a tally counts it; what is true or false is 1 or 0, as SQLite has it. */
export interface CountedTicket {
  /** What became of it: the result of a service, else its state. */
  fate: ResultCode | TicketStatus
  isNoShow: number
  priorityClass: number
  isPastClosing: number
  transferCount: number
  /** Null: it was not served to an end. */
  serviceSeconds: number | null
}

/** One line of a report while it is counted. */
export interface Tally {
  fates: Map<CountedTicket['fate'], number>
  taken: number
  noShow: number
  priority: number
  pastClosing: number
  transfers: number
  waits: Spread
  services: Spread
  attendedMs: number
}

export function emptyTally(): Tally {
  const counts = { taken: 0, noShow: 0, priority: 0, pastClosing: 0, transfers: 0 }
  return { ...counts, fates: new Map(), waits: new Map(), services: new Map(), attendedMs: 0 }
}

/** Counts a ticket, but not its wait: of days and the hall that comes from an index. */
export function count(tally: Tally, ticket: CountedTicket): void {
  tally.taken += 1
  tally.fates.set(ticket.fate, (tally.fates.get(ticket.fate) ?? 0) + 1)
  tally.transfers += ticket.transferCount
  tally.noShow += ticket.isNoShow
  tally.priority += ticket.priorityClass
  if (ticket.serviceSeconds === null) return
  tally.pastClosing += ticket.isPastClosing
  addTo(tally.services, ticket.serviceSeconds)
}

/** Adds one tally to another. */
export function addTally(sum: Tally, one: Tally): void {
  for (const key of ['taken', 'noShow', 'priority', 'pastClosing', 'transfers', 'attendedMs'] as const)
    sum[key] += one[key]
  for (const [fate, times] of one.fates) sum.fates.set(fate, (sum.fates.get(fate) ?? 0) + times)
  for (const [minutes, times] of one.waits) addTo(sum.waits, minutes, times)
  for (const [seconds, times] of one.services) addTo(sum.services, seconds, times)
}

const secondsPerMinute = 60

/** The figures of a line; `waiting` is known to hours alone. */
export function figuresOf(tally: Tally): Record<ReportFigure, number | null> {
  const fate = (one: CountedTicket['fate']) => tally.fates.get(one) ?? 0
  const results = Object.fromEntries(resultCode.options.map((code) => [resultFigure(code), fate(code)]))
  const leftOpen = fate('left-open')
  const served = resultCode.options.reduce((sum, code) => sum + fate(code), 0) - leftOpen
  const waits = summary(tally.waits)
  const services = summary(tally.services)
  const attendedMinutes = tally.attendedMs / minuteMs
  const serviceMinutes = services.sum / secondsPerMinute
  const minutes = (seconds: number | null) => (seconds === null ? null : seconds / secondsPerMinute)
  return {
    ...(results as Record<ReturnType<typeof resultFigure>, number>),
    taken: tally.taken,
    served,
    leftOpen,
    noShow: tally.noShow,
    noShowRate: share(tally.noShow, tally.taken),
    cancelled: fate('cancelled'),
    carried: fate('carried'),
    expired: fate('void') + fate('missed') - tally.noShow,
    unsettled: fate('waiting') + fate('called') + fate('serving') + fate('held'),
    priority: tally.priority,
    priorityShare: share(tally.priority, tally.taken),
    called: waits.count,
    waitMean: share(waits.sum, waits.count),
    waitMedian: waits.median,
    waitP90: waits.p90,
    waitLongest: waits.longest,
    waiting: null,
    serviceMean: minutes(share(services.sum, services.count)),
    serviceMedian: minutes(services.median),
    serviceP90: minutes(services.p90),
    pastClosing: tally.pastClosing,
    transfers: tally.transfers,
    serviceMinutes,
    attendedMinutes,
    utilisation: share(serviceMinutes, attendedMinutes),
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** Of a spread: how many, their sum, and the smallest values that half and nine tenths of them do not exceed. */
export function summary(spread: Spread) {
  const values = [...spread].sort(([one], [other]) => one - other)
  const total = values.reduce((sum, [, times]) => sum + times, 0)
  const atRank = (part: number): number | null => {
    let reached = 0
    for (const [value, times] of values) {
      reached += times
      if (reached >= part * total) return value
    }
    return null
  }
  return {
    count: total,
    sum: values.reduce((sum, [value, times]) => sum + value * times, 0),
    median: atRank(0.5),
    p90: atRank(0.9),
    longest: values.at(-1)?.[0] ?? null,
  }
}
