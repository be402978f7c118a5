import type {
  AttendanceDoubt,
  AttendanceFinding,
  AttendancePunch,
  AttendanceRecord,
  Leave,
  PostStay,
  PunchDirection,
  PunchKind,
} from '../vocabulary/attendance.ts'
import type { StaffRole } from '../vocabulary/staff.ts'
import type { HallSession } from '../vocabulary/timetable.ts'
import { instantOf, minuteMs } from './hall-time.ts'
import type { HallSchedule, HallSpan } from './timetable.ts'

/** Two people who press on one machine within this time show; neighbours at a shared PC are further apart. */
const sharedMachineMs = 5 * minuteMs

/** Until then after the end of the day whoever forgot to press may still do it; the log closes then. */
const departureGraceMs = 30 * minuteMs

/** A half of a working day by its public hours, epoch ms, half-open. */
export interface HalfDay {
  half: HallSession
  startsAt: number
  endsAt: number
}

/** The halves that are worked on a day, by the timetable in force: none on a rest day, one on a half holiday. */
export function halvesOf({ spans }: HallSchedule): HalfDay[] {
  return (['morning', 'afternoon'] as const).flatMap((half) => {
    const open = spans.filter(({ session }) => session === half)
    const [first, last] = [open[0], open.at(-1)]
    return first === undefined || last === undefined ? [] : [{ half, startsAt: first.startsAt, endsAt: last.endsAt }]
  })
}

function linkupOf({ spans }: HallSchedule): HallSpan | undefined {
  return spans.findLast(({ phase }) => phase === 'linkup')
}

/** When the staff's day is over, epoch ms: the end of the last span of work. */
function dayEndOf(schedule: HallSchedule): number {
  return schedule.spans.findLast(({ phase }) => phase === 'open' || phase === 'linkup')?.endsAt ?? 0
}

/**
 * Which of the five punches a press is (domain 5-13); null when none is expected: on a rest day, or
 * for an arrival after the day's end. Whoever leaves in the afternoon leaves for the home unit; the
 * last departure of a day happens there.
 */
export function punchKindAt(schedule: HallSchedule, direction: PunchDirection, at: number): PunchKind | null {
  const [morning, afternoon] = halvesOf(schedule)
  if (morning === undefined) return null
  if (direction === 'in') {
    if (at < morning.endsAt) return 'morning-in'
    return afternoon === undefined || at >= dayEndOf(schedule) ? null : 'afternoon-in'
  }
  const linkup = linkupOf(schedule)
  const leavesMorningUntil = afternoon?.startsAt ?? linkup?.startsAt ?? Number.POSITIVE_INFINITY
  if (at < leavesMorningUntil) return 'morning-out'
  return linkup !== undefined && at < linkup.endsAt ? 'to-home-unit' : 'day-out'
}

export function halfOfPunch(kind: PunchKind): HallSession {
  return kind === 'morning-in' || kind === 'morning-out' ? 'morning' : 'afternoon'
}

export function isArrival({ kind }: Pick<AttendancePunch, 'kind'>): boolean {
  return kind === 'morning-in' || kind === 'afternoon-in'
}

/** In the order they happened; of one instant always in the same order, however they were told. */
export function inOrder(punches: readonly AttendancePunch[]): AttendancePunch[] {
  const key = (punch: AttendancePunch) => `${punch.kind} ${punch.source} ${punch.screenId} ${punch.reason}`
  return [...punches].sort((a, b) => a.punchedAt - b.punchedAt || key(a).localeCompare(key(b), 'en'))
}

/** Somebody of the staff with the time of belonging to it, epoch ms. */
export interface StaffTerm {
  staffId: string
  role: StaffRole
  addedAt: number
  /** Null: of the staff still. */
  retiredAt: number | null
}

/** What the attendance of a person on a day is worked out from. Instants in epoch ms. */
export interface AttendanceFacts {
  staff: StaffTerm
  /** The hours of the day, by the timetable in force then. */
  schedule: HallSchedule
  now: number
  lateGraceMinutes: number
  /** The first punch of this hall ever: before it nobody could have punched. Null: nobody has yet. */
  beganAt: number | null
  /** Punches, leave and stays at windows of that day; everybody's, because a machine may be shared. */
  punches: readonly AttendancePunch[]
  leaves: readonly Leave[]
  stays: readonly PostStay[]
  /** Until when the last departure can be confirmed before it is missing: an hour into the next workday. */
  confirmBy: number
  /** The clock jumped on that day and nobody has looked at it. */
  isClockDoubtful: boolean
}

/**
 * 考勤 of one person on one day (篇5.7 一, domain 5-13, edge cases 17, 18, 35, 66). Pure: the same
 * rows give the same record, in whatever order. Whole minutes: whoever comes within the first is on
 * time. Approved leave takes its time out of every accusation; who stands at a window is there, punch
 * or not; nothing is said of time that has not come, or in which the person was not of the staff.
 */
export function attendanceOf(facts: AttendanceFacts): AttendanceRecord {
  const { staff, schedule } = facts
  const punches = inOrder(facts.punches.filter(({ staffId }) => staffId === staff.staffId))
  const leaves = facts.leaves.filter((leave) => leave.staffId === staff.staffId && isShown(leave))
  const halves = expectedHalves(facts)
  const own: Own = {
    facts,
    punches: punches.filter(({ punchedAt }) => punchedAt <= facts.now),
    away: leaves.filter(({ status }) => status === 'approved'),
    stays: facts.stays.filter(({ staffId }) => staffId === staff.staffId),
  }
  const findings = facts.isClockDoubtful ? [] : halves.flatMap((half) => findingsOf(half, own))
  return {
    staffId: staff.staffId,
    day: schedule.day,
    isExpected: halves.length > 0,
    punches,
    leaves,
    findings,
    doubts: doubtsOf(punches, facts),
  }
}

function isShown({ status }: Leave): boolean {
  return status === 'approved' || status === 'asked'
}

/** An administrator keeps no hours of the hall, and a liaison works at a home unit. */
export function worksInHall(role: StaffRole): boolean {
  return role !== 'administrator' && role !== 'liaison'
}

/** The halves through which the person was of the staff, in a hall that punches. */
function expectedHalves({ staff, schedule, beganAt }: AttendanceFacts): HalfDay[] {
  const { role, addedAt, retiredAt } = staff
  if (!worksInHall(role) || beganAt === null) return []
  const from = Math.max(addedAt, beganAt)
  return halvesOf(schedule).filter(
    ({ startsAt, endsAt }) => startsAt >= from && (retiredAt === null || retiredAt >= endsAt),
  )
}

/** What is known of one person on the day. */
interface Own {
  facts: AttendanceFacts
  punches: readonly AttendancePunch[]
  away: readonly Leave[]
  stays: readonly PostStay[]
}

function findingsOf(half: HalfDay, own: Own): AttendanceFinding[] {
  const { now, lateGraceMinutes } = own.facts
  const arrivedAt = arrivalIn(half, own)
  const find = (kind: AttendanceFinding['kind'], minutes = 0): AttendanceFinding => ({ kind, half: half.half, minutes })
  if (now < half.startsAt) return []
  if (arrivedAt === undefined) {
    const minutes = minutesNotAway(half.startsAt, Math.min(now, half.endsAt), own)
    if (minutes <= lateGraceMinutes) return []
    return [find(now >= half.endsAt ? 'absent' : 'late', minutes)]
  }
  const lateMinutes = minutesNotAway(half.startsAt, arrivedAt, own)
  return [...(lateMinutes > lateGraceMinutes ? [find('late', lateMinutes)] : []), ...departureFindings(half, own, find)]
}

/** The first arrival of a half, or the half's beginning for somebody who stood at his window then. */
function arrivalIn({ half, startsAt, endsAt }: HalfDay, { punches, stays, facts }: Own): number | undefined {
  const arrivals = punches
    .filter((punch) => isArrival(punch) && halfOfPunch(punch.kind) === half && punch.punchedAt < endsAt)
    .map(({ punchedAt }) => punchedAt)
  const atWindow = stays
    .filter(({ from, to }) => from < endsAt && (to ?? facts.now) > startsAt)
    .map(({ from }) => Math.max(from, startsAt))
  const earliest = Math.min(...arrivals, ...atWindow)
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest
}

type Find = (kind: AttendanceFinding['kind'], minutes?: number) => AttendanceFinding

/** Of somebody who came: how the half ended. Only what happened after the last arrival counts. */
function departureFindings(half: HalfDay, own: Own, find: Find): AttendanceFinding[] {
  const { facts, punches, stays } = own
  const { now } = facts
  const { startsAt, endsAt } = half
  // What somebody says of himself next morning proves no departure from the hall.
  const moves = punches.filter(({ kind, source }) => halfOfPunch(kind) === half.half && source !== 'next-morning')
  const leftAfterEnd = moves.some((punch) => !isArrival(punch) && punch.punchedAt >= endsAt)
  const stayedToEnd = stays.some(({ from, to }) => from < endsAt && (to ?? now) >= endsAt)
  const last = moves.at(-1)
  const leftAt = last === undefined || isArrival(last) ? undefined : last.punchedAt

  if (!leftAfterEnd && !stayedToEnd && leftAt !== undefined) {
    const minutes = now >= endsAt ? minutesNotAway(Math.max(leftAt, startsAt), endsAt, own) : 0
    return minutes > 0 ? [find('left-early', minutes)] : []
  }
  if (isLastHalf(half, facts)) return lastDepartureFindings(half, leftAfterEnd, stayedToEnd, own, find)
  const isMissing = !leftAfterEnd && !stayedToEnd && !isAwayAt(endsAt - 1, own)
  return isMissing && now >= departureDue(half, facts) ? [find('no-punch-out')] : []
}

/** 17:00 and after: the window staff go to their home units, and somebody confirms when their day ended. */
function lastDepartureFindings(
  { endsAt }: HalfDay,
  leftAfterEnd: boolean,
  stayedToEnd: boolean,
  own: Own,
  find: Find,
): AttendanceFinding[] {
  const { staff, schedule, now, confirmBy } = own.facts
  const linkup = linkupOf(schedule)
  const goesToHomeUnit = staff.role === 'clerk' && linkup !== undefined
  if (!leftAfterEnd) {
    if (now < dayEndOf(schedule) + departureGraceMs || isAwayAt(endsAt - 1, own)) return []
    if (goesToHomeUnit) return isAwayWithin(linkup, own) ? [] : [find('not-linked-up')]
    return stayedToEnd ? [] : [find('no-punch-out')]
  }
  const isConfirmed = own.punches.some(({ kind }) => kind === 'day-out')
  const isDue = goesToHomeUnit && now >= confirmBy && (staff.retiredAt ?? confirmBy) >= confirmBy
  return isDue && !isConfirmed && !isAwayAt(linkup.endsAt - 1, own) ? [find('day-out-unconfirmed')] : []
}

function isLastHalf({ half }: HalfDay, { schedule }: AttendanceFacts): boolean {
  return halvesOf(schedule).at(-1)?.half === half
}

/** Until the next half begins, a departure may still be pressed. */
function departureDue({ half }: HalfDay, { schedule }: AttendanceFacts): number {
  const halves = halvesOf(schedule)
  return halves[halves.findIndex((one) => one.half === half) + 1]?.startsAt ?? dayEndOf(schedule)
}

function isAwayAt(at: number, { away }: Own): boolean {
  return away.some(({ from, to }) => from <= at && at < to)
}

function isAwayWithin({ startsAt, endsAt }: HallSpan, { away }: Own): boolean {
  return away.some(({ from, to }) => from < endsAt && to > startsAt)
}

/** Whole minutes of a stretch that no approved leave covers. */
function minutesNotAway(from: number, to: number, { away }: Own): number {
  let reachedAt = from
  let ms = 0
  for (const leave of [...away].sort((a, b) => a.from - b.from)) {
    ms += Math.max(0, Math.min(leave.from, to) - reachedAt)
    reachedAt = Math.max(reachedAt, leave.to)
  }
  ms += Math.max(0, to - reachedAt)
  return Math.floor(ms / minuteMs)
}

function doubtsOf(own: readonly AttendancePunch[], facts: AttendanceFacts): AttendanceDoubt[] {
  const pressed = own.filter(isPressed)
  const found: [AttendanceDoubt, boolean][] = [
    ['foreign-window', own.some(({ isOwnWindow }) => !isOwnWindow)],
    ['shared-machine', pressed.some((punch) => facts.punches.some((other) => isSameMachine(punch, other)))],
    ['by-supervisor', own.some(({ source }) => source === 'supervisor')],
    ['clock-jump', facts.isClockDoubtful],
  ]
  return found.filter(([, isFound]) => isFound).map(([doubt]) => doubt)
}

/** Pressed by the person there and then. */
function isPressed({ source }: AttendancePunch): boolean {
  return source === 'window' || source === 'console'
}

function isSameMachine(one: AttendancePunch, other: AttendancePunch): boolean {
  return (
    isPressed(other) &&
    other.staffId !== one.staffId &&
    other.screenId === one.screenId &&
    Math.abs(other.punchedAt - one.punchedAt) < sharedMachineMs
  )
}

/**
 * Until when somebody can confirm how a day ended before it is missing, epoch ms: an hour into the
 * next workday. `nextDay` is that day's hours.
 */
export function confirmByOf(nextDay: HallSchedule): number {
  return (halvesOf(nextDay)[0]?.startsAt ?? instantOf(nextDay.day, '24:00')) + 60 * minuteMs
}
