import type { LogRow, LogView, NamesOfLog } from '../../../../shared/contract/log-view.ts'
import type { PagePrint } from '../../../../shared/contract/promise-view.ts'
import type { Foreseen } from '../../../../shared/contract/view.ts'
import { closeBy, logsMissing } from '../../../../shared/rules/discipline-log.ts'
import { addDays, dayOf, type HallDate } from '../../../../shared/rules/hall-time.ts'
import type { DisciplineLog } from '../../../../shared/vocabulary/discipline-log.ts'
import { refusalClause, refusalSentence } from '../../../../shared/vocabulary/refusal.ts'
import type { Actor } from '../../../../shared/vocabulary/staff.ts'
import { logPage } from '../../../printing/log-page.ts'
import { attendanceOfDay } from '../../attendance.ts'
import { decideOnLog, logFacts } from '../../decide-on-log.ts'
import type { Hub } from '../../hub.ts'
import { writesPdf } from '../parts.ts'
import { logContent } from './log-content.ts'
import { namesIn } from './log-names.ts'

const noWords = { weather: '', leaderId: '', environment: '', incidents: '', opinion: '' }

/** The logs of a range of days, newest first: what is closed, what is written, what is missing. */
export function logRows(hub: Hub, from: HallDate, to: HallDate, actor: Actor): LogRow[] {
  const { tables } = hub
  const now = hub.clock.now()
  const logs = new Map(tables.disciplineLog.between(from, to).map((log) => [log.day, log]))
  const first = tables.hallDay.first() ?? dayOf(now)
  const days = daysBetween(from > first ? from : first, to < dayOf(now) ? to : dayOf(now))
  const facts = logFacts(from, { now, actor, setup: hub.setup() }, tables)
  const listed = days.filter((day) => logs.has(day) || tables.hallDay.has(day) || facts.scheduleOn(day).isWorkday)
  const closedDays = new Set([...logs.values()].filter(({ closed }) => closed !== null).map(({ day }) => day))
  const missing = new Set(logsMissing(closedDays, listed, facts))
  return listed.reverse().map((day) => rowOf(hub, day, logs.get(day), missing.has(day)))
}

function rowOf(hub: Hub, day: HallDate, log: DisciplineLog | undefined, isMissing: boolean): LogRow {
  const closed = log?.closed ?? null
  return {
    day,
    number: closed?.number ?? null,
    closedAt: closed?.at ?? null,
    closedByName: closed === null ? '' : hub.tables.privateRecords.nameOf(closed.by),
    isLate: closed?.isLate ?? false,
    noteCount: log?.notes.length ?? 0,
    printCount: log?.prints.length ?? 0,
    isMissing,
  }
}

function daysBetween(from: HallDate, to: HallDate): HallDate[] {
  const days: HallDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The log of a day: frozen once it is closed, else as the day's events have it now. */
export function logView(hub: Hub, day: HallDate, actor: Actor): LogView {
  const { tables } = hub
  const now = hub.clock.now()
  const facts = logFacts(day, { now, actor, setup: hub.setup() }, tables)
  const stored = facts.log ?? { day, words: noWords, closed: null, notes: [], prints: [] }
  const { content: frozen, ...closed } = stored.closed ?? { content: null }
  const content = frozen ?? logContent(day, stored.words, now, hub.setup(), tables)
  return {
    day,
    log: { ...stored, closed: stored.closed === null ? null : (closed as NonNullable<LogView['log']['closed']>) },
    content,
    names: namesOf(hub, day, { content, stored, violations: tables.violation.between(day, day) }),
    closeRefusal: stored.closed === null ? closeRefusal(hub, day, actor) : null,
    closeBy: closeBy(day, facts),
  }
}

/** Of a closed log as they were kept; people who came later, such as who wrote a note, as they are called now. */
function namesOf(hub: Hub, day: HallDate, named: unknown): NamesOfLog {
  const kept = hub.tables.privateRecords.namesOfLog(day)
  return { ...namesIn(named, hub.tables), ...(kept === undefined ? {} : (JSON.parse(kept) as NamesOfLog)) }
}

function closeRefusal(hub: Hub, day: HallDate, actor: Actor): Foreseen | null {
  const now = hub.clock.now()
  const context = { ...hub.contextAt(now), actor }
  const decision = decideOnLog({ type: 'CloseDisciplineLog', body: { day } }, context, hub.tables)
  if (decision.kind === 'accepted') return null
  const { code, facts } = decision
  return { code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}

/** The log of a day on A4. */
export function logPrint(hub: Hub, day: HallDate, actor: Actor): PagePrint {
  const { log, content, names } = logView(hub, day, actor)
  const { title, html } = logPage({
    hallName: hub.setup().hall.name,
    content,
    closed: log.closed,
    notes: log.notes,
    attendanceNow: attendanceOfDay(day, { now: hub.clock.now(), setup: hub.setup(), tables: hub.tables }),
    violationsNow: hub.tables.violation.between(day, day).toReversed(),
    nameOf: (staffId) => {
      const named = names[staffId]
      return named === undefined ? '' : `${named.name}（${named.staffNumber}）`
    },
    printedAt: hub.clock.now(),
  })
  const number = log.closed?.number ?? ''
  const fileName = number === '' ? `${title} ${day}` : number
  return {
    number,
    title,
    html,
    fileName,
    widthMm: 210,
    heightMm: 297,
    numbersPages: true,
    lacking: [],
    toPdf: writesPdf(hub),
  }
}
