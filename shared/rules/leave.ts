import type { Leave } from '../vocabulary/attendance.ts'
import type { LeaveEvent } from '../vocabulary/attendance-event.ts'
import type { CommandBody } from '../vocabulary/command.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { leaveStatusWords } from '../vocabulary/words.ts'
import type { Staff } from './access.ts'
import { halvesOf, worksInHall } from './attendance.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import type { DayFacts } from './hall-day.ts'
import { dayOf, minuteMs } from './hall-time.ts'
import { isBy, isSupervisor, staffIdOf } from './may-touch.ts'
import { scheduleOf } from './timetable.ts'

/** Longer ones are entered anew; a slip in the year must not excuse somebody for a decade. */
export const leaveMsMax = 366 * 24 * 60 * minuteMs

/** What every decision on leave looks at. */
export interface LeaveDay extends DayFacts {
  /** Asked and approved leave of anybody that overlaps the range in question. */
  around: readonly Leave[]
  /** For a refusal's sentence. */
  nameOf: (staffId: string) => string
  /** Somebody of the staff; undefined when unknown. */
  staffOf: (staffId: string) => Staff | undefined
}

/** A leave as the events make it. */
export function leaveAfter(before: Leave | undefined, event: LeaveEvent, at: number): Leave {
  if (event.type === 'LeaveAsked') {
    return { ...event.body, status: 'asked', askedAt: at, decidedBy: null, decidedAt: null, decidedReason: '' }
  }
  assert(before !== undefined, `leave ${event.body.leaveId} before ${event.type}`)
  switch (event.type) {
    case 'LeaveApproved':
      return { ...before, status: 'approved', decidedBy: event.body.approvedBy, decidedAt: at }
    case 'LeaveRefused': {
      const { refusedBy, reason } = event.body
      return { ...before, status: 'refused', decidedBy: refusedBy, decidedAt: at, decidedReason: reason }
    }
    case 'LeaveCancelled': {
      const { cancelledBy, reason } = event.body
      return { ...before, status: 'cancelled', decidedBy: cancelledBy, decidedAt: at, decidedReason: reason }
    }
  }
}

/**
 * 请假: beforehand, or afterwards and shown as such (补办). AB岗 (domain §3.12): whoever stands in is
 * here all the time, and who stands in for somebody does not leave as well, unless he is ill.
 */
export function decideAskLeave(body: CommandBody<'AskLeave'>, facts: LeaveDay & { freshLeaveId: number }): Decision {
  const askedBy = staffIdOf(facts)
  const { staffId = askedBy, kind, from, to, substituteId = null, note } = body
  if (staffId !== askedBy && !isSupervisor(facts)) return refuse('not-permitted')
  if (!isAtWork(facts.staffOf(staffId))) return refuse('staff-unknown')
  if (from >= to || to - from > leaveMsMax) return refuse('leave-range')
  if (facts.around.some((leave) => leave.staffId === staffId)) return refuse('leave-overlaps')
  const refusal = substituteRefusal({ staffId, substituteId }, facts)
  if (refusal !== null) return refusal
  const standsInFor = facts.around.find((leave) => leave.substituteId === staffId)
  if (standsInFor !== undefined && kind !== 'sick') {
    return refuse('leave-is-substitute', { staffName: facts.nameOf(standsInFor.staffId) })
  }
  const leaveId = facts.freshLeaveId
  const isAfterwards = facts.now > workFrom(from, facts)
  return accept(
    {
      type: 'LeaveAsked',
      body: { leaveId, staffId, kind, from, to, substituteId, isAfterwards, askedBy, note },
    },
    { leaveId },
  )
}

/** The first working moment of a leave on its first day, epoch ms: asked for before it, it was asked beforehand. */
function workFrom(from: number, { setup }: DayFacts): number {
  const halves = halvesOf(scheduleOf(setup.timetables, setup.calendar, dayOf(from)))
  return Math.max(from, halves.find(({ endsAt }) => endsAt > from)?.startsAt ?? from)
}

function isAtWork(staff: Staff | undefined): boolean {
  return staff !== undefined && !staff.isRetired && worksInHall(staff.role)
}

/** Why somebody cannot stand in; null when he can, or when nobody is to. */
function substituteRefusal(
  { staffId, substituteId }: Pick<Leave, 'staffId' | 'substituteId'>,
  facts: LeaveDay,
): Refusal | null {
  if (substituteId === null) return null
  if (substituteId === staffId || !isAtWork(facts.staffOf(substituteId))) return refuse('substitute-unfit')
  const isAway = facts.around.some((leave) => leave.staffId === substituteId)
  return isAway ? refuse('substitute-away', { staffName: facts.nameOf(substituteId) }) : null
}

/** What a decision on one leave looks at. */
export interface LeaveFacts extends LeaveDay {
  leave: Leave | undefined
  hasOtherSupervisor: boolean
}

/** 批准: by a supervisor, not of his own leave where there is another supervisor. */
export function decideApproveLeave(body: CommandBody<'ApproveLeave'>, facts: LeaveFacts): Decision {
  const refusal = decidingRefusal(facts) ?? substituteRefusal(facts.leave!, facts)
  if (refusal !== null) return refusal
  return accept({ type: 'LeaveApproved', body: { leaveId: body.leaveId, approvedBy: staffIdOf(facts) } })
}

/** 不批准, with the reason. */
export function decideRefuseLeave(body: CommandBody<'RefuseLeave'>, facts: LeaveFacts): Decision {
  const refusal = decidingRefusal(facts)
  if (refusal !== null) return refusal
  return accept({ type: 'LeaveRefused', body: { ...body, refusedBy: staffIdOf(facts) } })
}

function decidingRefusal(facts: LeaveFacts): Refusal | null {
  const { leave } = facts
  if (leave === undefined) return refuse('leave-unknown')
  if (leave.status !== 'asked') return refuse('leave-decided', { status: leaveStatusWords[leave.status] })
  return isBy(facts, leave.staffId) && facts.hasOtherSupervisor ? refuse('leave-own') : null
}

/** 撤销: while it waits by who asked or whose it is; afterwards by a supervisor alone. */
export function decideCancelLeave(body: CommandBody<'CancelLeave'>, facts: LeaveFacts): Decision {
  const { leave } = facts
  if (leave === undefined) return refuse('leave-unknown')
  if (leave.status !== 'asked' && leave.status !== 'approved') {
    return refuse('leave-decided', { status: leaveStatusWords[leave.status] })
  }
  const isTheirs = isBy(facts, leave.askedBy) || isBy(facts, leave.staffId)
  if (!isSupervisor(facts) && (!isTheirs || leave.status === 'approved')) return refuse('leave-by-supervisor')
  return accept({ type: 'LeaveCancelled', body: { ...body, cancelledBy: staffIdOf(facts) } })
}
