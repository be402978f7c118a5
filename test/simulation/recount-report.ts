import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'
import type { ReportFigure, ReportSplit } from '../../shared/vocabulary/report-figure.ts'

/** A number as its entries tell of it, for a recount of the reports. */
interface Seen {
  day: string
  item: string
  hour: string
  takenAt: number
  window: string
  clerk: string
  priority: boolean
  /** Result code, or what else became of it. */
  end: string
  wait: number | null
  firstCalledAt: number | null
  endedAt: number | null
  startedAt: number | null
  heldSince: number | null
  heldMs: number
  seconds: number | null
  isPastClosing: boolean
  transfers: number
  missed: boolean
}

interface SeenSpan {
  day: string
  window: string
  clerk: string
  from: number
  to: number | null
}

type Line = Partial<Record<ReportFigure, number | null>>
export type RecountedReport = Record<ReportSplit | 'total', Map<string, Line>>

/** The hours of the demo hall, link-up included, written down here a second time on purpose. */
const workingHours = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
] as const

function workingMs(day: string, from: number, to: number): number {
  const parts = workingHours.map(([opens, closes]) => [instantOf(day, opens), instantOf(day, closes)] as const)
  return parts.reduce((sum, [opens, closes]) => sum + Math.max(0, Math.min(to, closes) - Math.max(from, opens)), 0)
}

/** Counts a report anew from the journal alone: no rule and no table of the hub has a part in it. */
export function recountReport(
  entries: Iterable<JournalEntry>,
  { from, to }: { from: string; to: string },
  now: number,
): RecountedReport {
  const tickets = new Map<number, Seen>()
  const spans: SeenSpan[] = []
  for (const entry of entries) {
    const event = { type: entry.type, body: JSON.parse(entry.body) } as HallFact
    noteTicket(tickets, entry.at, event)
    noteWindow(spans, entry, event)
  }
  const isAsked = ({ day }: { day: string }) => from <= day && day <= to
  const asked = [...tickets.values()].filter(isAsked)
  const attended = spans.filter(isAsked)
  const split = (keyOf: (one: Seen) => string, spanKeyOf?: (one: SeenSpan) => string) => {
    const keys = new Set([...asked.map(keyOf), ...(spanKeyOf === undefined ? [] : attended.map(spanKeyOf))])
    return new Map(
      [...keys].map((key) => [
        key,
        lineOf(
          asked.filter((one) => keyOf(one) === key),
          attended.filter((one) => spanKeyOf?.(one) === key),
          now,
        ),
      ]),
    )
  }
  const byHour = split(({ hour }) => hour)
  for (const [hour, line] of byHour) line.waiting = asked.filter((one) => waitedIn(one, Number(hour))).length
  return {
    total: split(
      () => '',
      () => '',
    ),
    window: split(
      ({ window }) => window,
      ({ window }) => window,
    ),
    clerk: split(
      ({ clerk }) => clerk,
      ({ clerk }) => clerk,
    ),
    item: split(({ item }) => item),
    hour: byHour,
    day: split(
      ({ day }) => day,
      ({ day }) => day,
    ),
  }
}

/** Waited at some time between the strokes of two hours. */
function waitedIn({ day, takenAt, firstCalledAt, endedAt }: Seen, hour: number): boolean {
  const startsAt = instantOf(day, `${String(hour).padStart(2, '0')}:00`)
  const leftAt = firstCalledAt ?? endedAt ?? Number.POSITIVE_INFINITY
  return takenAt < startsAt + 60 * minuteMs && leftAt >= startsAt
}

function noteTicket(tickets: Map<number, Seen>, at: number, event: HallFact): void {
  if (event.type === 'TicketTaken') {
    const { ticketId, hallDay, itemCode, priorityClass } = event.body
    const hour = String(new Date(at + 8 * 60 * minuteMs).getUTCHours()).padStart(2, '0')
    const nothing = { window: '', clerk: '', end: 'open', isPastClosing: false, missed: false, heldMs: 0, transfers: 0 }
    const never = { wait: null, firstCalledAt: null, endedAt: null, startedAt: null, heldSince: null, seconds: null }
    const priority = priorityClass > 0
    tickets.set(ticketId, { day: hallDay, item: itemCode, hour, takenAt: at, priority, ...nothing, ...never })
    return
  }
  const ticket = 'ticketId' in event.body ? tickets.get(event.body.ticketId as number) : undefined
  if (ticket !== undefined) noteStep(ticket, at, event)
}

function noteStep(ticket: Seen, at: number, event: HallFact): void {
  switch (event.type) {
    case 'TicketCalled':
      Object.assign(ticket, { window: String(event.body.windowNumber), clerk: event.body.staffId })
      ticket.firstCalledAt ??= at
      ticket.wait ??= Math.floor(workingMs(ticket.day, ticket.takenAt, at) / minuteMs)
      return
    case 'ServiceStarted':
      ticket.startedAt ??= at
      ticket.isPastClosing = event.body.isPastClosing
      return
    case 'TicketHeld':
      ticket.heldSince = at
      return
    case 'TicketResumed':
      if (ticket.startedAt !== null) ticket.heldMs += at - ticket.heldSince!
      return
    case 'ServiceFinished':
      ticket.end = event.body.resultCode
      ticket.endedAt = at
      if (ticket.end === 'left-open') return
      ticket.isPastClosing ||= event.body.isPastClosing
      ticket.seconds = Math.floor((at - ticket.startedAt! - ticket.heldMs) / 1000)
      return
    case 'TicketTransferred':
      Object.assign(ticket, { item: event.body.itemCode, startedAt: null, heldMs: 0 })
      // A wrong number that was put right is no transfer.
      ticket.transfers = event.body.transferCount
      return
    case 'TicketItemCorrected':
      ticket.item = event.body.itemCode
      return
    case 'TicketMissed':
      ticket.missed = true
      return
    case 'TicketRequeued':
      ticket.missed = false
      return
    case 'TicketVoided':
      ticket.missed ||= event.body.reason === 'missed-again'
      Object.assign(ticket, { end: 'void', endedAt: at })
      return
    case 'TicketCancelled':
      Object.assign(ticket, { end: 'cancelled', endedAt: at, missed: false })
      return
    case 'TicketCarried':
      Object.assign(ticket, { end: 'carried', endedAt: at })
  }
}

function noteWindow(spans: SeenSpan[], { at, hallDay }: JournalEntry, event: HallFact): void {
  switch (event.type) {
    case 'ServiceWindowOpened':
    case 'ServiceWindowPaused':
    case 'ServiceWindowResumed':
    case 'ServiceWindowClosed': {
      const window = String(event.body.windowNumber)
      const running = spans.find((span) => span.window === window && span.to === null)
      if (running !== undefined) running.to = at
      if (event.type === 'ServiceWindowClosed' || event.type === 'ServiceWindowPaused') return
      const before = spans.findLast((span) => span.window === window)
      const clerk = event.type === 'ServiceWindowOpened' ? event.body.staffId : before!.clerk
      spans.push({ day: hallDay, window, clerk, from: at, to: null })
    }
  }
}

/** The value at a place of a sorted list: the first of which so large a part is no greater. */
function atPart(values: readonly number[], part: number): number | null {
  return [...values].sort((one, other) => one - other)[Math.ceil(part * values.length) - 1] ?? null
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
const over = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function lineOf(tickets: readonly Seen[], spans: readonly SeenSpan[], now: number): Line {
  const ended = (...ends: string[]) => tickets.filter(({ end, missed }) => ends.includes(end) && !missed).length
  const waits = tickets.flatMap(({ wait }) => (wait === null ? [] : [wait]))
  const services = tickets.flatMap(({ seconds }) => (seconds === null ? [] : [seconds / 60]))
  const attendedMinutes = sum(spans.map(({ day, from, to }) => workingMs(day, from, to ?? now) / minuteMs))
  const noShow = tickets.filter(({ missed }) => missed).length
  const priority = tickets.filter((one) => one.priority).length
  const results = Map.groupBy(tickets, ({ end }) => end)
  const codes = [...results].filter(([end]) => !['open', 'void', 'cancelled', 'carried'].includes(end))
  return {
    ...Object.fromEntries(codes.map(([end, those]) => [`result-${end}`, those.length])),
    taken: tickets.length,
    served: services.length,
    leftOpen: ended('left-open'),
    noShow,
    noShowRate: over(noShow, tickets.length),
    cancelled: ended('cancelled'),
    carried: ended('carried'),
    expired: ended('void'),
    unsettled: ended('open'),
    priority,
    priorityShare: over(priority, tickets.length),
    called: waits.length,
    waitMean: over(sum(waits), waits.length),
    waitMedian: atPart(waits, 0.5),
    waitP90: atPart(waits, 0.9),
    waitLongest: atPart(waits, 1),
    serviceMean: over(sum(services), services.length),
    serviceMedian: atPart(services, 0.5),
    serviceP90: atPart(services, 0.9),
    pastClosing: tickets.filter(({ seconds, isPastClosing }) => seconds !== null && isPastClosing).length,
    transfers: sum(tickets.map((one) => one.transfers)),
    serviceMinutes: sum(services),
    attendedMinutes,
    utilisation: over(sum(services), attendedMinutes),
  }
}

/** Where a report says something else than the recount, in words. */
export function reportDifferences(
  report: { total: ReportLine; splits: Record<ReportSplit, readonly ReportLine[]> },
  counted: RecountedReport,
): string[] {
  const told: [ReportSplit | 'total', readonly ReportLine[]][] = [
    ['total', [report.total]],
    ...(Object.entries(report.splits) as [ReportSplit, readonly ReportLine[]][]),
  ]
  return told.flatMap(([split, rows]) => {
    const lines = counted[split]
    const keys = new Set([...lines.keys(), ...rows.map(({ key }) => key)])
    return [...keys].flatMap((key) => {
      const row = rows.find((one) => one.key === key)
      const line = lines.get(key)
      if (row === undefined || line === undefined) return [`${split} ${key}: only on one side`]
      return (Object.entries(row.figures) as [ReportFigure, number | null][]).flatMap(([figure, value]) => {
        const expected = line[figure] ?? (figure.startsWith('result-') ? 0 : null)
        const isAlike = value === expected || Math.abs((value ?? Number.NaN) - (expected ?? Number.NaN)) < 1e-9
        return isAlike ? [] : [`${split} ${key} ${figure}: ${value} instead of ${expected}`]
      })
    })
  })
}

interface ReportLine {
  key: string
  figures: Record<ReportFigure, number | null>
}
