import { instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { dayEndOf, type WallDay, type WallHalf } from './week-world.ts'

/** An entry of the journal, opened. */
export type Counted = { seq: number; at: number; hallDay: string } & HallFact

/** Stretches of time, epoch ms, half-open. */
interface Stretch {
  from: number
  to: number
}

interface Move {
  at: number
  isIn: boolean
  half: WallHalf['half']
  /** Seen by a machine, a supervisor or a receiver, not only said by the person next morning. */
  isSeen: boolean
  isDayOut: boolean
}

/** What is known of one person on one day by counting the journal alone. */
export interface CountedPerson {
  /** Such as `late morning 12`. */
  findings: string[]
  /** Kinds of approved leave that touch the day. */
  leaves: string[]
  punches: number
}

interface Person {
  isClerk: boolean
  away: (Stretch & { kind: string })[]
  moves: Move[]
  stays: Stretch[]
}

/** An hour into the next working day nobody waits for a confirmation any more; `null`: it does not come in this week. */
export interface AskedAt {
  now: number
  confirmBy: number | null
}

/**
 * 考勤 counted minute by minute: everybody of the hall who is no liaison, from the entries up to the
 * closing of the day’s log. It knows the hours from the wall, and nothing of the program’s rules.
 */
export function recountAttendance(
  entries: readonly Counted[],
  wall: WallDay,
  asked: AskedAt,
): Record<string, CountedPerson> {
  const people = peopleOf(entries, wall, asked.now)
  return Object.fromEntries(
    [...people].map(([staffId, person]) => [
      staffId,
      {
        findings: wall.halves.flatMap((half) => findingsOf(person, half, wall, asked)),
        leaves: person.away.map(({ kind }) => kind),
        punches: person.moves.length,
      },
    ]),
  )
}

/** Approved leave of everybody as it stands after the entries. */
export function approvedLeaves(entries: readonly Counted[]): (Stretch & { staffId: string; kind: string })[] {
  const standing = new Map<number, { staffId: string; kind: string; from: number; to: number; isApproved: boolean }>()
  for (const { type, body } of entries) {
    if (type === 'LeaveAsked') standing.set(body.leaveId, { ...body, isApproved: false })
    if (type === 'LeaveApproved') standing.get(body.leaveId)!.isApproved = true
    if (type === 'LeaveCancelled' || type === 'LeaveRefused') standing.delete(body.leaveId)
  }
  return [...standing.values()].filter(({ isApproved }) => isApproved)
}

function peopleOf(entries: readonly Counted[], { day }: WallDay, now: number): Map<string, Person> {
  const people = new Map<string, Person>()
  const opened = new Map<number, { staffId: string; since: number | null }>()
  const stay = (windowNumber: number, to: number) => {
    const at = opened.get(windowNumber)
    if (at?.since != null) people.get(at.staffId)?.stays.push({ from: at.since, to })
    if (at !== undefined) at.since = null
  }
  for (const { at, type, body } of entries) {
    if (type === 'StaffAdded' && body.role !== 'liaison' && body.role !== 'administrator') {
      people.set(body.staffId, { isClerk: body.role === 'clerk', away: [], moves: [], stays: [] })
    }
    if (type === 'ServiceWindowOpened') opened.set(body.windowNumber, { staffId: body.staffId, since: at })
    if (type === 'ServiceWindowResumed') opened.get(body.windowNumber)!.since ??= at
    if (type === 'ServiceWindowPaused' || type === 'ServiceWindowClosed') stay(body.windowNumber, at)
    if (type === 'AttendancePunched' && body.day === day) {
      people.get(body.staffId)!.moves.push({
        at: body.punchedAt,
        isIn: body.kind.endsWith('-in'),
        half: body.kind.startsWith('morning') ? 'morning' : 'afternoon',
        isSeen: body.source !== 'next-morning',
        isDayOut: body.kind === 'day-out',
      })
    }
  }
  for (const windowNumber of opened.keys()) stay(windowNumber, now)
  const [startsAt, endsAt] = [instantOf(day, '00:00'), instantOf(day, '24:00')]
  for (const leave of approvedLeaves(entries)) {
    if (leave.from < endsAt && leave.to > startsAt) people.get(leave.staffId)?.away.push(leave)
  }
  return people
}

/** Whole minutes from one instant to another, one by one, that no leave touches. */
export function minutesUncovered(from: number, to: number, away: readonly Stretch[]): number {
  let minutes = 0
  for (let at = from; at + minuteMs <= to; at += minuteMs) {
    if (!away.some((leave) => leave.from < at + minuteMs && leave.to > at)) minutes += 1
  }
  return minutes
}

function findingsOf(person: Person, half: WallHalf, wall: WallDay, asked: AskedAt): string[] {
  const { away, moves, stays } = person
  const here = stays.filter(({ from, to }) => from < half.endsAt && to > half.startsAt)
  const own = moves.filter((move) => move.half === half.half).sort((a, b) => a.at - b.at)
  const comes = [
    ...own.filter(({ isIn, at }) => isIn && at < half.endsAt).map(({ at }) => at),
    ...here.map(({ from }) => Math.max(from, half.startsAt)),
  ]
  if (comes.length === 0) {
    const minutes = minutesUncovered(half.startsAt, half.endsAt, away)
    return minutes === 0 ? [] : [`absent ${half.half} ${minutes}`]
  }
  const late = minutesUncovered(half.startsAt, Math.min(...comes), away)
  return [...(late === 0 ? [] : [`late ${half.half} ${late}`]), ...departure(person, half, wall, asked)]
}

/** How the half ended for somebody who came. */
function departure(person: Person, half: WallHalf, wall: WallDay, { now, confirmBy }: AskedAt): string[] {
  const { away, moves, stays, isClerk } = person
  const seen = moves.filter((move) => move.half === half.half && move.isSeen).sort((a, b) => a.at - b.at)
  const satToEnd = stays.some(({ from, to }) => from < half.endsAt && to >= half.endsAt)
  const leftAfter = seen.some(({ isIn, at }) => !isIn && at >= half.endsAt)
  const last = seen.at(-1)
  const isAwayAtEnd = away.some(({ from, to }) => from < half.endsAt && to >= half.endsAt)
  if (!satToEnd && !leftAfter && last !== undefined && !last.isIn) {
    const minutes = minutesUncovered(Math.max(last.at, half.startsAt), half.endsAt, away)
    return minutes === 0 ? [] : [`left-early ${half.half} ${minutes}`]
  }
  const isLast = wall.halves.at(-1) === half
  const isDue = now >= (isLast ? dayEndOf(wall) + 30 * minuteMs : wall.halves[1]!.startsAt)
  const goesToHomeUnit = isLast && isClerk && wall.linkup !== null
  if (!leftAfter) {
    if (!isDue || isAwayAtEnd) return []
    if (goesToHomeUnit) return [`not-linked-up ${half.half} 0`]
    return satToEnd ? [] : [`no-punch-out ${half.half} 0`]
  }
  const isUnconfirmed = goesToHomeUnit && confirmBy !== null && now >= confirmBy
  return isUnconfirmed && !moves.some(({ isDayOut }) => isDayOut) ? [`day-out-unconfirmed ${half.half} 0`] : []
}
