import { lightOfFiling } from '../../../../shared/rules/filing-light.ts'
import { addDays, dayOf, type HallDate, instantOf, minuteMs } from '../../../../shared/rules/hall-time.ts'
import { lateSteps } from '../../../../shared/rules/handover.ts'
import { patrolsMissing } from '../../../../shared/rules/patrol.ts'
import type { HallSetup } from '../../../../shared/rules/setup.ts'
import { type HallSchedule, scheduleOf } from '../../../../shared/rules/timetable.ts'
import type {
  LogContent,
  LogDeadline,
  LogDeadlines,
  LogDecision,
  LogHandover,
  LogMachines,
  LogWindows,
  LogWords,
} from '../../../../shared/vocabulary/discipline-log.ts'
import type { Filing } from '../../../../shared/vocabulary/filing.ts'
import type { Handover } from '../../../../shared/vocabulary/handover.ts'
import { attendanceOfDay } from '../../attendance.ts'
import { lateServiceOf } from '../../decide-on-handover.ts'
import type { Tables } from '../../tables/apply.ts'
import type { EntryOf } from '../../tables/discipline-log.ts'

/** Windows that section C names for their pauses. */
const pausesShown = 3

/** A day of the log, and the instant (epoch ms) up to which it is told: the end of the day at the latest. */
interface LogDay {
  day: HallDate
  at: number
  setup: HallSetup
  tables: Tables
  schedule: HallSchedule
}

/**
 * 日志内容: sections A to H of a day as the tables have them now. Nothing of it depends on when it is
 * asked, once the day is over and no later fact concerns it; nothing comes from beside the journal.
 */
export function logContent(day: HallDate, words: LogWords, now: number, setup: HallSetup, tables: Tables): LogContent {
  const schedule = scheduleOf(setup.timetables, setup.calendar, day)
  const logDay: LogDay = { day, at: Math.min(now, instantOf(day, '24:00') - 1), setup, tables, schedule }
  return {
    form: 1,
    day,
    dayKind: schedule.dayKind,
    timetableName: schedule.timetable?.name ?? '',
    words,
    attendance: attendanceOfDay(day, { now, setup, tables }).filter(({ isExpected }) => isExpected),
    patrols: tables.patrol.ofDay(day),
    patrolsMissing: missingOf(logDay),
    violations: tables.violation.between(day, day).toReversed(),
    decisions: decisionsOf(logDay),
    windows: windowsOf(logDay),
    deadlines: deadlinesOf(logDay),
    handovers: tables.handover.ofDay(day).map((one) => handoverOf(one, logDay, now)),
    machines: machinesOf(logDay),
  }
}

/** The next day's first instant is where a day's entries end. */
function eventsOf<T extends Parameters<Tables['journalDays']['eventsBetween']>[2][number]>(
  { day, tables }: LogDay,
  types: readonly T[],
) {
  return tables.journalDays.eventsBetween(day, addDays(day, 1), types)
}

function decisionsOf(logDay: LogDay): LogDecision[] {
  const { day, tables } = logDay
  const decided = eventsOf(logDay, ['ViolationConfirmed', 'ViolationDismissed', 'AppealDecided'])
  return decided.flatMap((entry): LogDecision[] => {
    const violation = tables.violation.find(entry.body.violationId)
    if (violation === undefined || violation.day === day) return []
    const { violationId, staffId, code, clause } = violation
    return [{ violationId, day: violation.day, staffId, code, clause, ...outcomeOf(entry) }]
  })
}

function outcomeOf(
  entry: EntryOf<'ViolationConfirmed' | 'ViolationDismissed' | 'AppealDecided'>,
): Pick<LogDecision, 'what' | 'points' | 'reason'> {
  switch (entry.type) {
    case 'ViolationConfirmed':
      return { what: 'confirmed', points: entry.body.points, reason: entry.body.note }
    case 'ViolationDismissed':
      return { what: 'dismissed', points: 0, reason: entry.body.reason }
    case 'AppealDecided':
      return { what: entry.body.isUpheld ? 'upheld' : 'revoked', points: 0, reason: entry.body.reason }
  }
}

function missingOf({ day, at, setup, tables, schedule }: LogDay): LogContent['patrolsMissing'] {
  const { patrolsPerHalfDay } = setup.disciplineSettings
  return patrolsMissing({ now: at, schedule, rounds: tables.patrol.ofDay(day), patrolsPerHalfDay })
}

function handoverOf(handover: Handover, { day, at, schedule, tables }: LogDay, now: number): LogHandover {
  const { number, kind, staffId, windowNumber, status, givenAt, takenBy, takenAt, heldUntil, lines } = handover
  const { isRunning, lastEndedAt } = lateServiceOf(staffId, { schedule }, tables)
  // Whoever serves next morning, when a log is closed late, is no longer held up by it.
  const service = { isRunning: isRunning && dayOf(now) === day, lastEndedAt }
  return {
    number,
    kind,
    staffId,
    windowNumber,
    status,
    givenAt,
    takenBy,
    takenAt,
    heldUntil,
    lineCount: lines.length,
    lateSteps: lateSteps(handover, { now: at, schedule, service }),
  }
}

function windowsOf(logDay: LogDay): LogWindows {
  return { ...logDay.tables.ticket.dayFiguresOf(logDay.day), longestPauses: longestPauses(logDay) }
}

function longestPauses(logDay: LogDay): LogWindows['longestPauses'] {
  const { at, schedule } = logDay
  const since = new Map<number, number>()
  const minutes = new Map<number, number>()
  const end = (windowNumber: number, until: number) => {
    const began = since.get(windowNumber)
    if (began === undefined) return
    since.delete(windowNumber)
    minutes.set(windowNumber, (minutes.get(windowNumber) ?? 0) + publicMinutes(schedule, began, until))
  }
  for (const entry of eventsOf(logDay, ['ServiceWindowPaused', 'ServiceWindowResumed', 'ServiceWindowClosed'])) {
    const { windowNumber } = entry.body
    if (entry.type === 'ServiceWindowPaused') since.set(windowNumber, entry.at)
    else end(windowNumber, entry.at)
  }
  for (const windowNumber of [...since.keys()]) end(windowNumber, at)
  return [...minutes]
    .map(([windowNumber, total]) => ({ windowNumber, minutes: total }))
    .filter((one) => one.minutes > 0)
    .sort((one, other) => other.minutes - one.minutes || one.windowNumber - other.windowNumber)
    .slice(0, pausesShown)
}

/** Whole minutes within the public hours of the day. */
function publicMinutes({ spans }: HallSchedule, from: number, to: number): number {
  const within = spans
    .filter(({ phase }) => phase === 'open')
    .reduce((sum, { startsAt, endsAt }) => sum + Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from)), 0)
  return Math.floor(within / minuteMs)
}

function deadlinesOf(logDay: LogDay): LogDeadlines {
  const { day, at, setup, tables } = logDay
  const near = tables.filing.near(at).map((filing) => deadlineOf(filing, at, setup))
  const numberOf = (filingId: number) => tables.filing.find(filingId)?.number ?? ''
  return {
    near: near.filter(({ light }) => light === 'yellow'),
    past: near.filter(({ light }) => light === 'orange' || light === 'red'),
    dueAndOpen: near.filter(({ dueDay }) => dueDay === day),
    deemed: eventsOf(logDay, ['FilingDeemedAccepted']).map(({ body }) => numberOf(body.filingId)),
    secondNotices: eventsOf(logDay, ['OneTimeNoticeIssued'])
      .filter(({ body }) => body.ordinal > 1)
      .map(({ body }) => numberOf(body.filingId)),
  }
}

function deadlineOf(filing: Filing, at: number, setup: HallSetup): LogDeadline {
  const { number, itemName, ownerId, promisedDue, statutoryDue } = filing
  const dues = [promisedDue, statutoryDue].filter((due) => due !== null).sort((one, other) => one.at - other.at)
  return { number, itemName, ownerId, dueDay: dues[0]?.day ?? '', light: lightOfFiling(filing, at, setup) }
}

function machinesOf(logDay: LogDay): LogMachines {
  return {
    printFailures: eventsOf(logDay, ['TicketPrintFailed']).length,
    clockJumps: eventsOf(logDay, ['ClockJumped']).length,
  }
}
