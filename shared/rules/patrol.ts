import type { CommandBody } from '../vocabulary/command.ts'
import {
  codesOfCheck,
  type PatrolCheck,
  type PatrolRound,
  type PatrolsMissing,
  type WindowCheck,
} from '../vocabulary/patrol.ts'
import type { PatrolEvent } from '../vocabulary/patrol-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import type { HallSession } from '../vocabulary/timetable.ts'
import { sessionWords } from '../vocabulary/words.ts'
import { type HalfDay, halvesOf } from './attendance.ts'
import { accept, assert, type Decision, refuse, unreachable } from './decision.ts'
import type { PatrolFacts, StartPatrolFacts } from './discipline-facts.ts'
import { staffIdOf } from './may-touch.ts'
import type { HallSchedule } from './timetable.ts'

/** The half-days in which a round may be gone: the link-up hour belongs to the last one. */
function halvesOfWork(schedule: HallSchedule): HalfDay[] {
  const halves = halvesOf(schedule)
  const linkup = schedule.spans.findLast(({ phase }) => phase === 'linkup')
  return halves.map((half, at) =>
    linkup !== undefined && at === halves.length - 1 ? { ...half, endsAt: linkup.endsAt } : half,
  )
}

/** The half-day that an instant (epoch ms) of the schedule's day is in; null outside the hours of work. */
export function halfAt(schedule: HallSchedule, at: number): HallSession | null {
  return halvesOfWork(schedule).find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)?.half ?? null
}

/**
 * 开始巡查: the next round of this half-day (domain 5-20). Refused on a rest day and outside the hours
 * of work, and while another round of the hall is under way.
 */
export function decideStartPatrol(_: CommandBody<'StartPatrol'>, facts: StartPatrolFacts): Decision {
  const { schedule, now, underWay, roundsInHalf } = facts
  const half = halfAt(schedule, now)
  if (half === null) return refuse('patrol-outside-hours')
  if (underWay !== undefined) {
    const { day, ordinal } = underWay
    return refuse('patrol-under-way', { day, half: sessionWords[underWay.half], ordinal })
  }
  const patrolId = facts.lastPatrolId + 1
  const body = { patrolId, day: schedule.day, half, ordinal: roundsInHalf + 1, startedBy: staffIdOf(facts) }
  return accept({ type: 'PatrolStarted', body }, { patrolId })
}

/** Why nothing more is done on a round; null while it is under way. */
function roundRefusal({ patrol }: PatrolFacts): Refusal | null {
  if (patrol === undefined) return refuse('patrol-unknown')
  return patrol.finishedAt === null ? null : refuse('patrol-finished')
}

/**
 * 查一个窗口. What is wrong is about somebody: whoever is in charge of the window, or whom the officer
 * names. An empty seat whose owner is on approved leave is an excused one, and nothing can be held
 * against him (edge 66). In order: patrol-unknown, patrol-finished, patrol-half-over, window-unknown,
 * staff-unknown, patrol-person-needed, patrol-person-excused.
 */
export function decideCheckWindow(body: CommandBody<'CheckWindow'>, facts: PatrolFacts): Decision {
  const { patrolId, check } = body
  const refusal = roundRefusal(facts) ?? halfRefusal(facts)
  if (refusal !== null) return refusal
  const { windowNumber } = check
  if (!facts.setup.serviceWindows.has(windowNumber)) return refuse('window-unknown', { windowNumber })
  if (body.staffId !== undefined && facts.staffOf(body.staffId) === undefined) return refuse('staff-unknown')

  const named = body.staffId ?? facts.inCharge(windowNumber)
  const staffId = check.post === 'not-staffed' ? null : named
  if (staffId === null && codesOfCheck(check).length > 0) return refuse('patrol-person-needed', { windowNumber })
  const isAway = check.post === 'away' || check.post === 'excused'
  const excusedBy = isAway && staffId !== null ? facts.leaveOf(staffId, facts.now) : null
  const decided: WindowCheck = excusedBy === null ? check : { ...check, post: 'excused' }
  if (decided.post === 'excused' && codesOfCheck(decided).length > 0) {
    return refuse('patrol-person-excused', { staffName: facts.staffOf(staffId ?? '')?.name ?? '' })
  }
  return accept({ type: 'PatrolWindowChecked', body: { patrolId, staffId, excusedBy, check: decided } })
}

function halfRefusal({ patrol, schedule, now }: PatrolFacts): Refusal | null {
  const { day, half } = patrol!
  const isNow = day === schedule.day && halfAt(schedule, now) === half
  return isNow ? null : refuse('patrol-half-over', { half: sessionWords[half] })
}

/**
 * 结束巡查, with the state of the hall's equipment. Refused while a window that somebody is in charge of
 * has not been looked at, unless the note says why.
 */
export function decideFinishPatrol(body: CommandBody<'FinishPatrol'>, facts: PatrolFacts): Decision {
  const refusal = roundRefusal(facts)
  if (refusal !== null) return refusal
  const left = uncheckedWindows(facts.patrol!, facts)
  if (left.length > 0 && body.note === '') return refuse('patrol-windows-unchecked', { windows: left.join('、') })
  return accept({ type: 'PatrolFinished', body })
}

/** Windows that somebody is in charge of and that a round has not looked at yet. */
export function uncheckedWindows(
  patrol: PatrolRound,
  { setup, inCharge }: Pick<PatrolFacts, 'setup' | 'inCharge'>,
): number[] {
  const checked = new Set(patrol.checks.map(({ windowNumber }) => windowNumber))
  return [...setup.serviceWindows.keys()].filter((one) => !checked.has(one) && inCharge(one) !== null)
}

/** What a round says of its windows: the newest check of each. */
export function checksInForce(patrol: PatrolRound): PatrolCheck[] {
  return [...new Map(patrol.checks.map((one) => [one.windowNumber, one])).values()]
}

/** 缺少的巡查: the half-days of a day that are over at `now` (epoch ms) with too few finished rounds (domain 5-20). */
export function patrolsMissing(facts: {
  now: number
  schedule: HallSchedule
  /** Rounds of the schedule's day. */
  rounds: readonly PatrolRound[]
  patrolsPerHalfDay: number
}): PatrolsMissing[] {
  const { now, schedule, rounds, patrolsPerHalfDay } = facts
  return halvesOfWork(schedule).flatMap(({ half, endsAt }) => {
    const finished = rounds.filter((one) => one.half === half && one.finishedAt !== null).length
    const missing = patrolsPerHalfDay - finished
    return endsAt <= now && missing > 0 ? [{ half, finished, missing }] : []
  })
}

/** The round after one more event; `at` (epoch ms) is the event's time. */
export function patrolAfter(patrol: PatrolRound | undefined, event: PatrolEvent, at: number): PatrolRound {
  if (event.type === 'PatrolStarted') {
    assert(patrol === undefined, 'a round is started once')
    return { ...event.body, startedAt: at, checks: [], environment: [], finishedAt: null, note: '' }
  }
  assert(patrol?.patrolId === event.body.patrolId, `${event.type} finds its round`)
  assert(patrol.finishedAt === null, `a round under way before ${event.type}`)
  switch (event.type) {
    case 'PatrolWindowChecked': {
      const { check, staffId, excusedBy } = event.body
      return { ...patrol, checks: [...patrol.checks, { ...check, staffId, excusedBy, at }] }
    }
    case 'PatrolFinished': {
      const { environment, note } = event.body
      return { ...patrol, environment, note, finishedAt: at }
    }
    default:
      return unreachable(event)
  }
}
