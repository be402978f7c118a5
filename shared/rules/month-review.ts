import type { AttendanceRecord, PostStay } from '../vocabulary/attendance.ts'
import {
  basePoints,
  type CodeSum,
  flagShare,
  type MonthPerson,
  type MonthReview,
  type MonthVeto,
  type MonthViolation,
  type MonthWindow,
  type OverdueFiling,
  type Ranked,
} from '../vocabulary/month-review.ts'
import { codesOfProhibition } from '../vocabulary/patrol.ts'
import type { StaffRole } from '../vocabulary/staff.ts'
import { type Violation, type ViolationCode, violationCodes } from '../vocabulary/violation.ts'
import { totalsOf } from './attendance-sums.ts'
import { addDays, type HallDate, instantOf } from './hall-time.ts'
import type { MonthSpan } from './red-list.ts'
import { isCounted, pointsOfMonth } from './violation-points.ts'

/** What a clerk or a window has served in the month, as the reports count it. */
export interface Served {
  served: number
  pastClosing: number
}

/** What a month is told from. */
export interface MonthFacts {
  month: string
  /** Epoch ms. */
  now: number
  /** Everybody ever of the staff, by staff number. */
  people: readonly { staffId: string; role: StaffRole }[]
  records: readonly AttendanceRecord[]
  /** Of the month, whatever became of them. */
  violations: readonly Violation[]
  overdue: readonly OverdueFiling[]
  stays: readonly (PostStay & { day: HallDate })[]
  servedByPerson: ReadonlyMap<string, Served>
  servedAtWindow: ReadonlyMap<number, Served>
}

/** First and last day of a month such as `2026-05`. */
export function daysOfMonth(month: string): { from: HallDate; to: HallDate } {
  const inNextMonth = addDays(`${month}-28`, 4)
  return { from: `${month}-01`, to: addDays(`${inNextMonth.slice(0, 7)}-01`, -1) }
}

export function spanOfMonth(month: string, now: number): MonthSpan {
  const { from, to } = daysOfMonth(month)
  return { startsAt: instantOf(from, '00:00'), endsAt: instantOf(to, '24:00'), now }
}

/**
 * 月度考核 (domain §3.12). 得分 = 100 − points of the month's confirmed violations: attendance costs through
 * them alone and never twice, what was revoked or is not decided costs nothing. A window has the mean
 * of those who stood there, weighted by days. Who serves most goes first among equals; the flag goes
 * to the first fifth, unless a confirmed prohibition (篇5.7), a grave case or a filing past the law's
 * limit withholds it. Ranked are clerks and windows that have served somebody.
 */
export function monthReview(facts: MonthFacts): MonthReview {
  const { month, now } = facts
  const { endsAt } = spanOfMonth(month, now)
  const ofMonth = facts.violations.filter(({ day }) => day.startsWith(`${month}-`))
  const violations = ofMonth.filter(isCounted).map(countedOf).sort(byDay)
  const days = daysAtWindows(facts.stays)
  const vetoes = [...violations.flatMap(vetoOf), ...facts.overdue.flatMap(vetoOfFiling)]
  const people = peopleOf(facts, vetoes)
  const clerks = new Set(facts.people.filter(({ role }) => role === 'clerk').map(({ staffId }) => staffId))
  return {
    month,
    asOf: Math.min(now, endsAt),
    isOver: now >= endsAt,
    people: inPlaces(people, ({ staffId }) => clerks.has(staffId)),
    windows: inPlaces(windowsOf(facts, people, days, vetoes), () => true),
    violations,
    codes: codesOf(violations),
    pendingCount: ofMonth.filter(({ status }) => status === 'proposed' || status === 'appealed').length,
    overdue: [...facts.overdue].sort((a, b) => a.dueDay.localeCompare(b.dueDay, 'en') || a.filingId - b.filingId),
  }
}

const prohibited: ReadonlySet<ViolationCode> = new Set(Object.values(codesOfProhibition).flat())

function countedOf({ violationId, day, staffId, windowNumber, code, clause, decision }: Violation): MonthViolation {
  return {
    ...{ violationId, day, staffId, windowNumber, code, clause },
    points: decision?.points ?? 0,
    isProhibition: prohibited.has(code),
    isGrave: violationCodes[code].isGrave,
  }
}

function byDay(one: MonthViolation, other: MonthViolation): number {
  return one.day.localeCompare(other.day, 'en') || one.violationId - other.violationId
}

/** A veto with whom it concerns, and where it happened if that was said. */
interface FoundVeto {
  staffId: string
  windowNumber: number | null
  veto: MonthVeto
}

function vetoOf({ violationId, code, isProhibition, isGrave, staffId, windowNumber }: MonthViolation): FoundVeto[] {
  if (!isProhibition && !isGrave) return []
  return [{ staffId, windowNumber, veto: { kind: isProhibition ? 'prohibition' : 'grave', violationId, code } }]
}

function vetoOfFiling({ limit, staffId, filingId, number }: OverdueFiling): FoundVeto[] {
  return limit === 'statutory' ? [{ staffId, windowNumber: null, veto: { kind: 'statutory', filingId, number } }] : []
}

type Placed = Pick<Ranked, 'place' | 'hasFlag'>
/** Without a place yet. */
type Unplaced<T extends Ranked> = Omit<T, keyof Placed>

/** Everybody of whom the month knows something. */
function peopleOf(facts: MonthFacts, vetoes: readonly FoundVeto[]): Unplaced<MonthPerson>[] {
  const records = Map.groupBy(facts.records, ({ staffId }) => staffId)
  const points = pointsOfMonth(facts.violations, facts.month)
  return facts.people.flatMap(({ staffId }) => {
    const own = records.get(staffId) ?? []
    const isOwn = (one: { staffId: string }) => one.staffId === staffId
    const { served = 0, pastClosing = 0 } = facts.servedByPerson.get(staffId) ?? {}
    const overdueTimes = facts.overdue.filter(isOwn).length
    const isKnown =
      own.some(({ isExpected, punches }) => isExpected || punches.length > 0) ||
      [facts.stays, facts.violations].some((list) => list.some(isOwn)) ||
      served + overdueTimes > 0
    if (!isKnown) return []
    const deducted = points.get(staffId) ?? 0
    return {
      ...{ staffId, served, pastClosing, overdueTimes },
      attendance: totalsOf(own),
      points: deducted,
      score: basePoints - deducted,
      vetoes: vetoes.filter(isOwn).map(({ veto }) => veto),
    }
  })
}

type DaysAtWindow = Map<number, Map<string, number>>

/** Days on which somebody stood at a window, by window and person. */
function daysAtWindows(stays: MonthFacts['stays']): DaysAtWindow {
  const days: DaysAtWindow = new Map()
  const seen = new Set<string>()
  for (const { windowNumber, staffId, day } of stays) {
    const key = `${windowNumber} ${staffId} ${day}`
    if (seen.has(key)) continue
    seen.add(key)
    const atWindow = days.get(windowNumber) ?? new Map<string, number>()
    days.set(windowNumber, atWindow.set(staffId, (atWindow.get(staffId) ?? 0) + 1))
  }
  return days
}

/** The window at which somebody stood on most days, the smallest number among equals. */
function mainWindowOf(staffId: string, days: DaysAtWindow): number | undefined {
  const most = [...days].map(([windowNumber, people]) => ({ windowNumber, days: people.get(staffId) ?? 0 }))
  return most.filter((one) => one.days > 0).sort((a, b) => b.days - a.days || a.windowNumber - b.windowNumber)[0]
    ?.windowNumber
}

function windowsOf(
  facts: MonthFacts,
  people: readonly Unplaced<MonthPerson>[],
  days: DaysAtWindow,
  vetoes: readonly FoundVeto[],
): Unplaced<MonthWindow>[] {
  const personOf = new Map(people.map((person) => [person.staffId, person]))
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([windowNumber, stood]) => {
      const standing = [...stood].map(([staffId, count]) => ({ staffId, days: count }))
      const { served = 0, pastClosing = 0 } = facts.servedAtWindow.get(windowNumber) ?? {}
      const weights = standing.map((one) => ({ days: one.days, points: personOf.get(one.staffId)?.points ?? 0 }))
      const points = weightedMean(weights)
      return {
        ...{ windowNumber, served, pastClosing, points },
        people: standing.sort((a, b) => b.days - a.days || a.staffId.localeCompare(b.staffId, 'en')),
        score: inTenths(basePoints - points),
        vetoes: vetoes
          .filter((one) => (one.windowNumber ?? mainWindowOf(one.staffId, days)) === windowNumber)
          .map(({ veto }) => veto),
      }
    })
}

/** In tenths, since two scores that read the same must be the same. */
function weightedMean(weights: readonly { days: number; points: number }[]): number {
  const sumOf = (of: (one: { days: number; points: number }) => number) =>
    weights.reduce((sum, one) => sum + of(one), 0)
  return inTenths(sumOf(({ days, points }) => days * points) / sumOf(({ days }) => days))
}

const inTenths = (value: number) => Math.round(value * 10) / 10

/**
 * By place, those without one at the end in the order they came in. Whoever served nobody, such as
 * somebody on leave all month, has none.
 */
function inPlaces<T extends Unplaced<Ranked>>(all: readonly T[], mayRank: (one: T) => boolean): (T & Placed)[] {
  const isRanked = (one: T) => one.served > 0 && mayRank(one)
  const ranked = all.filter(isRanked).sort(better)
  const flags = Math.max(1, Math.floor(ranked.length * flagShare))
  const placed = ranked.map((one) => {
    const place = ranked.findIndex((other) => better(other, one) === 0) + 1
    return { ...one, place, hasFlag: place <= flags && one.vetoes.length === 0 }
  })
  const others = all.filter((one) => !isRanked(one)).map((one) => ({ ...one, place: null, hasFlag: false }))
  return [...placed, ...others]
}

type Comparable = Pick<Ranked, 'score' | 'served' | 'pastClosing' | 'vetoes'>

/** Without a veto before with one, then the higher score, then more services, then more of them past closing. */
function better(one: Comparable, other: Comparable): number {
  const isVetoed = ({ vetoes }: Comparable) => Number(vetoes.length > 0)
  const byScore = isVetoed(one) - isVetoed(other) || other.score - one.score
  return byScore || other.served - one.served || other.pastClosing - one.pastClosing
}

/** 违纪合计 by person and case, most points first. */
function codesOf(violations: readonly MonthViolation[]): CodeSum[] {
  const sums = [...Map.groupBy(violations, ({ staffId, code }) => `${staffId} ${code}`).values()].map((ofCode) => {
    const { staffId, code } = ofCode[0]!
    return { staffId, code, times: ofCode.length, points: ofCode.reduce((sum, { points }) => sum + points, 0) }
  })
  return sums.sort(
    (a, b) => b.points - a.points || `${a.staffId} ${a.code}`.localeCompare(`${b.staffId} ${b.code}`, 'en'),
  )
}
