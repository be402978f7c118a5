import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { LogContent } from '../../shared/vocabulary/discipline-log.ts'
import type { HallFact, JournalEntry } from '../../shared/vocabulary/event.ts'
import { type Counted, type CountedPerson, recountAttendance } from './recount-attendance.ts'
import type { WallDay } from './week-world.ts'

/** A day as its log tells it and as a recount has it, in one form, so that both can be laid side by side. */
export interface CountedDay {
  day: string
  dayKind: string
  timetableName: string
  attendance: Record<string, CountedPerson>
  patrols: Record<string, object>
  /** Such as `afternoon 2`. */
  patrolsMissing: string[]
  violations: Record<string, object>
  decisions: string[]
  windows: LogContent['windows']
  deadlines: Record<keyof LogContent['deadlines'], string[]>
  handovers: Record<string, object>
  machines: LogContent['machines']
}

/** What a frozen log says, in the form of the recount. */
export function saidBy(content: LogContent): CountedDay {
  const { day, dayKind, timetableName, windows, machines, deadlines, decisions } = content
  const numbers = (lines: readonly { number: string }[]) => lines.map(({ number }) => number).sort()
  return {
    ...{ day, dayKind, timetableName, windows, machines },
    attendance: Object.fromEntries(
      content.attendance.map(({ staffId, findings, leaves, punches }) => [
        staffId,
        {
          findings: findings.map(({ kind, half, minutes }) => `${kind} ${half} ${minutes}`),
          leaves: leaves.filter(({ status }) => status === 'approved').map(({ kind }) => kind),
          punches: punches.length,
        },
      ]),
    ),
    patrols: byKey(
      content.patrols,
      ({ patrolId }) => patrolId,
      ({ patrolId: _, day: __, checks, ...round }) => ({
        ...round,
        checks: byKey(
          checks,
          ({ windowNumber }) => windowNumber,
          (check) => check,
        ),
      }),
    ),
    violations: byKey(
      content.violations,
      ({ violationId }) => violationId,
      ({ staffId, code, clause, status, statement, decision }) => ({
        ...{ staffId, code, clause, status, statement: statement?.text ?? '', points: decision?.points ?? null },
      }),
    ),
    patrolsMissing: content.patrolsMissing.map(({ half, missing }) => `${half} ${missing}`),
    decisions: decisions.map(({ violationId, what }) => `${violationId} ${what}`),
    deadlines: {
      near: numbers(deadlines.near),
      past: numbers(deadlines.past),
      dueAndOpen: numbers(deadlines.dueAndOpen),
      deemed: deadlines.deemed,
      secondNotices: deadlines.secondNotices,
    },
    handovers: byKey(
      content.handovers,
      ({ number }) => number,
      ({ number: _, ...sheet }) => sheet,
    ),
  }
}

function byKey<T, R>(all: readonly T[], keyOf: (one: T) => string | number, told: (one: T) => R): Record<string, R> {
  return Object.fromEntries(all.map((one) => [keyOf(one), told(one)]))
}

/** Every entry of a journal, opened once. */
export function opened(entries: Iterable<JournalEntry>): Counted[] {
  return [...entries].map(
    ({ seq, at, hallDay, type, body }) => ({ seq, at, hallDay, type, body: JSON.parse(body) as object }) as Counted,
  )
}

/**
 * Counts one day from the journal’s entries alone, as it was at `now` (epoch ms): no rule, no table and
 * no timetable of the hub has a part in it. `confirmBy`: see recountAttendance.
 */
export function recountDay(
  entries: readonly Counted[],
  wall: WallDay,
  now: number,
  confirmBy: number | null,
): CountedDay {
  const { day, dayKind, timetableName } = wall
  const at = Math.min(now, instantOf(day, '24:00') - 1)
  const ofDay = entries.filter(({ hallDay }) => hallDay === day)
  const times = (type: HallFact['type']) => ofDay.filter((entry) => entry.type === type).length
  return {
    ...{ day, dayKind, timetableName },
    attendance: recountAttendance(entries, wall, { now, confirmBy }),
    patrols: recountPatrols(entries, day),
    patrolsMissing: recountMissing(entries, wall, at),
    ...recountCases(entries, day),
    windows: { ...recountTickets(entries, wall), longestPauses: recountPauses(ofDay, wall, at) },
    deadlines: recountDeadlines(entries, ofDay, day, at),
    handovers: recountHandovers(entries, wall, at),
    machines: { printFailures: times('TicketPrintFailed'), clockJumps: times('ClockJumped') },
  }
}

function recountPatrols(entries: readonly Counted[], day: string): CountedDay['patrols'] {
  const rounds = new Map<number, { checks: Record<string, object>; [field: string]: unknown }>()
  for (const { at, type, body } of entries) {
    if (type === 'PatrolStarted' && body.day === day) {
      const { half, ordinal, startedBy } = body
      const begun = { half, ordinal, startedBy, startedAt: at, environment: [], finishedAt: null, note: '' }
      rounds.set(body.patrolId, { ...begun, checks: {} })
    }
    if (type === 'PatrolWindowChecked') {
      const { patrolId, check, staffId, excusedBy } = body
      const round = rounds.get(patrolId)
      if (round !== undefined) round.checks[check.windowNumber] = { ...check, staffId, excusedBy, at }
    }
    if (type === 'PatrolFinished') {
      const { patrolId, environment, note } = body
      const round = rounds.get(patrolId)
      if (round !== undefined) Object.assign(round, { environment, note, finishedAt: at })
    }
  }
  return Object.fromEntries(rounds)
}

/** Two rounds are walked in each half-day; the hour of the home units belongs to the last one. */
function recountMissing(entries: readonly Counted[], { day, halves, linkup }: WallDay, now: number): string[] {
  const finished = new Set(entries.flatMap(({ type, body }) => (type === 'PatrolFinished' ? [body.patrolId] : [])))
  return halves.flatMap(({ half, endsAt }, at) => {
    const walked = entries.filter(
      ({ type, body }) =>
        type === 'PatrolStarted' && body.day === day && body.half === half && finished.has(body.patrolId),
    ).length
    const isOver = now >= (at === halves.length - 1 ? (linkup?.endsAt ?? endsAt) : endsAt)
    return isOver && walked < 2 ? [`${half} ${2 - walked}`] : []
  })
}

function recountCases(entries: readonly Counted[], day: string): Pick<CountedDay, 'violations' | 'decisions'> {
  const cases = new Map<number, { day: string; seen: Record<string, unknown> }>()
  const decisions: string[] = []
  for (const { hallDay, type, body } of entries) {
    if (type === 'ViolationProposed') {
      const { staffId, code, clause } = body
      const seen = { staffId, code, clause, status: 'proposed', statement: '', points: null }
      cases.set(body.violationId, { day: body.day, seen })
      continue
    }
    const found = 'violationId' in body ? cases.get(Number(body.violationId)) : undefined
    if (found === undefined) continue
    const turn = turnOf(type, body as Record<string, unknown>)
    Object.assign(found.seen, turn)
    const isDecision = type === 'ViolationConfirmed' || type === 'ViolationDismissed' || type === 'AppealDecided'
    if (isDecision && hallDay === day && found.day !== day) decisions.push(`${body.violationId} ${turn.status}`)
  }
  const own = [...cases].filter(([, one]) => one.day === day).map(([id, { seen }]) => [id, seen])
  return { violations: Object.fromEntries(own), decisions }
}

/** What one more step makes of a case. */
function turnOf(type: HallFact['type'], body: Record<string, unknown>): Record<string, unknown> {
  switch (type) {
    case 'ViolationStated':
      return { statement: body.text }
    case 'ViolationConfirmed':
      return { status: 'confirmed', points: body.points }
    case 'ViolationDismissed':
      return { status: 'dismissed', points: 0 }
    case 'ViolationAppealed':
      return { status: 'appealed' }
    case 'AppealDecided':
      return { status: body.isUpheld ? 'upheld' : 'revoked' }
    default:
      return {}
  }
}

interface CountedNumber {
  takenAt: number
  calledAt: number | null
  end: string
  wasMissed: boolean
  isPastClosing: boolean
}

function recountTickets(entries: readonly Counted[], wall: WallDay): Omit<CountedDay['windows'], 'longestPauses'> {
  const numbers = new Map<number, CountedNumber>()
  const isOpen = (at: number) => wall.halves.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  for (const { at, type, body } of entries) {
    if (type === 'TicketTaken' && body.hallDay === wall.day) {
      numbers.set(body.ticketId, { takenAt: at, calledAt: null, end: '', wasMissed: false, isPastClosing: false })
    }
    const number = 'ticketId' in body ? numbers.get(Number(body.ticketId)) : undefined
    if (number === undefined) continue
    if (type === 'TicketCalled') number.calledAt ??= at
    if (type === 'TicketMissed') Object.assign(number, { end: 'missed', wasMissed: true })
    if (type === 'TicketRequeued') number.end = ''
    if (type === 'TicketCancelled') number.end = 'cancelled'
    if (type === 'TicketVoided') number.end = number.wasMissed ? 'missed' : 'void'
    if (type === 'ServiceFinished') number.end = 'done'
    if ((type === 'ServiceStarted' || type === 'ServiceFinished') && !isOpen(at)) number.isPastClosing = true
  }
  const all = [...numbers.values()]
  const waits = all.flatMap(({ takenAt, calledAt }) => (calledAt === null ? [] : [waited(takenAt, calledAt, wall)]))
  const ended = (end: string) => all.filter((one) => one.end === end).length
  return {
    taken: all.length,
    done: ended('done'),
    missed: ended('missed'),
    cancelled: ended('cancelled'),
    averageWaitMinutes: waits.length === 0 ? null : Math.round(waits.reduce((sum, one) => sum + one) / waits.length),
    longestWaitMinutes: waits.length === 0 ? null : waits.sort((a, b) => b - a)[0]!,
    pastClosing: all.filter((one) => one.isPastClosing).length,
  }
}

/** Whole minutes of waiting, lunch and the time before opening left out; the hour of the home units is waited through. */
function waited(from: number, to: number, { halves, linkup }: WallDay): number {
  let ms = 0
  const counted = [...halves, ...(linkup === null ? [] : [linkup])]
  for (let at = from; at < to; at += 1_000) {
    if (counted.some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)) ms += Math.min(1_000, to - at)
  }
  return Math.floor(ms / minuteMs)
}

function recountPauses(ofDay: readonly Counted[], { halves }: WallDay, now: number) {
  const pauses: { windowNumber: number; from: number; to: number }[] = []
  for (const { at, type, body } of ofDay) {
    if (type === 'ServiceWindowPaused') pauses.push({ windowNumber: body.windowNumber, from: at, to: now })
    if (type !== 'ServiceWindowResumed' && type !== 'ServiceWindowClosed') continue
    for (const pause of pauses) if (pause.windowNumber === body.windowNumber) pause.to = Math.min(pause.to, at)
  }
  const total = new Map<number, number>()
  for (const { windowNumber, from, to } of pauses) {
    const ms = halves.map(({ startsAt, endsAt }) => Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from)))
    const minutes = Math.floor(ms.reduce((sum, one) => sum + one) / minuteMs)
    if (minutes > 0) total.set(windowNumber, (total.get(windowNumber) ?? 0) + minutes)
  }
  const longest = [...total].map(([windowNumber, minutes]) => ({ windowNumber, minutes }))
  return longest.sort((a, b) => b.minutes - a.minutes || a.windowNumber - b.windowNumber).slice(0, 3)
}

interface Due {
  day: string
  at: number
  warnAt: number
}

/** The simulated matters are accepted and decided, nothing else: what is open is coloured by its dates alone. */
function recountDeadlines(
  entries: readonly Counted[],
  ofDay: readonly Counted[],
  day: string,
  now: number,
): CountedDay['deadlines'] {
  const numbers = new Map<number, string>()
  const open = new Map<number, Due[]>()
  for (const { type, body } of entries) {
    if (type === 'FilingReceived') numbers.set(body.filingId, body.number)
    if (type === 'FilingAccepted') {
      open.set(
        body.filingId,
        [body.promisedDue, body.statutoryDue].filter((due) => due !== null),
      )
    }
    if (type === 'FilingDecided') open.delete(body.filingId)
  }
  const numbersOf = (is: (dues: Due[]) => boolean) =>
    [...open]
      .filter(([, dues]) => is(dues))
      .map(([filingId]) => numbers.get(filingId)!)
      .sort()
  const isPast = (dues: Due[]) => dues.some(({ at }) => now >= at)
  const isWarned = (dues: Due[]) => dues.some(({ warnAt }) => now >= warnAt)
  const first = (dues: Due[]) => dues.reduce((a, b) => (b.at < a.at ? b : a)).day
  const ofType = (type: HallFact['type']) =>
    ofDay.filter((entry) => entry.type === type).map(({ body }) => body as { filingId: number; ordinal?: number })
  const named = (bodies: { filingId: number }[]) => bodies.map(({ filingId }) => numbers.get(filingId)!)
  return {
    near: numbersOf((dues) => isWarned(dues) && !isPast(dues)),
    past: numbersOf(isPast),
    dueAndOpen: numbersOf((dues) => isWarned(dues) && first(dues) === day),
    deemed: named(ofType('FilingDeemedAccepted')),
    secondNotices: named(ofType('OneTimeNoticeIssued').filter(({ ordinal }) => ordinal! > 1)),
  }
}

interface CountedSheet {
  kind: string
  staffId: string
  windowNumber: number | null
  lineCount: number
  status: string
  givenAt: number | null
  takenBy: string | null
  takenAt: number | null
  heldUntil: number | null
  lateSteps: string[]
}

function recountHandovers(entries: readonly Counted[], wall: WallDay, now: number): CountedDay['handovers'] {
  const sheets = new Map<number, { number: string; seen: CountedSheet }>()
  for (const { at, type, body } of entries) {
    if (type === 'HandoverDrafted' && body.day === wall.day) {
      const { number, kind, staffId, windowNumber, lines } = body
      const untouched = { status: 'drafted', givenAt: null, takenBy: null, takenAt: null, heldUntil: null }
      const seen = { kind, staffId, windowNumber, lineCount: lines.length, ...untouched, lateSteps: [] }
      sheets.set(body.handoverId, { number, seen })
    }
    const sheet = 'handoverId' in body ? sheets.get(Number(body.handoverId))?.seen : undefined
    if (sheet === undefined) continue
    if (type === 'HandoverGiven') {
      const { lines, heldUntil } = body
      Object.assign(sheet, { status: 'given', givenAt: at, lineCount: lines.length, heldUntil })
    }
    if (type === 'HandoverRefused') Object.assign(sheet, { status: 'drafted', givenAt: null })
    if (type === 'HandoverTaken') Object.assign(sheet, { status: 'taken', takenBy: body.takenBy, takenAt: at })
    if (type === 'HandoverReturned') sheet.status = 'returned'
  }
  for (const { seen } of sheets.values()) seen.lateSteps = lateStepsOf(seen, entries, wall, now)
  return Object.fromEntries([...sheets.values()].map(({ number, seen }) => [number, seen]))
}

/** Half an hour for giving, an hour for taking, and a quarter of an hour after a service that ran on. */
function lateStepsOf(sheet: CountedSheet, entries: readonly Counted[], wall: WallDay, now: number): string[] {
  if (sheet.kind !== 'linkup') return []
  const from = wall.linkup?.startsAt ?? wall.halves.at(-1)!.endsAt
  const services = entries.filter(
    ({ at, hallDay, type, body }) =>
      type === 'ServiceFinished' && hallDay === wall.day && at > from && body.windowNumber === sheet.windowNumber,
  )
  const ran = services.length === 0 ? 0 : services.at(-1)!.at + 15 * minuteMs
  const excused = sheet.heldUntil ?? 0
  const isLate = (at: number | null, minutes: number, ...until: number[]) =>
    (at ?? now) >= Math.max(from + minutes * minuteMs, ...until)
  if (sheet.givenAt === null) return isLate(null, 30, ran) ? ['give'] : []
  return [
    ...(isLate(sheet.givenAt, 30, excused) ? ['give'] : []),
    ...(isLate(sheet.takenAt, 60, excused, ran) ? ['take'] : []),
  ]
}
