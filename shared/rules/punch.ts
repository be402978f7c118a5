import type { AttendancePunch, PunchDirection } from '../vocabulary/attendance.ts'
import type { AttendanceEvent } from '../vocabulary/attendance-event.ts'
import type { CommandBody } from '../vocabulary/command.ts'
import type { HallFact } from '../vocabulary/event.ts'
import type { ServiceWindow } from '../vocabulary/ticket.ts'
import { punchKindWords } from '../vocabulary/words.ts'
import type { Staff } from './access.ts'
import { halfOfPunch, halvesOf, inOrder, isArrival, punchKindAt, worksInHall } from './attendance.ts'
import { accept, type Decision, refuse } from './decision.ts'
import type { DayFacts } from './hall-day.ts'
import { clockOf, dayOf, type HallDate, instantOf, minuteMs } from './hall-time.ts'
import { isBy, staffIdOf } from './may-touch.ts'
import type { HallSchedule } from './timetable.ts'

/** A second press of the same button within this time is the same departure. */
const doublePressMs = minuteMs

/** A pause for these reasons is a departure once the public hours of the half are over: 用餐午休, 回原单位衔接. */
const departingPauses: ReadonlySet<string> = new Set(['02', '11'])

/** What a punch of the acting person looks at. */
export interface PunchFacts extends DayFacts {
  /** The person's punches of today. */
  punches: readonly AttendancePunch[]
  /** Where the person stands, or stood before what is being decided. */
  atWindow: Pick<ServiceWindow, 'windowNumber' | 'status'> | null
}

/** 打卡, for whoever has no window to open. Who stands at an open one closes or pauses it to leave. */
export function decidePunchAttendance({ direction }: CommandBody<'PunchAttendance'>, facts: PunchFacts): Decision {
  const kind = punchKindAt(facts.schedule, direction, facts.now)
  if (kind === null) return refuse('no-punch-now')
  if (direction === 'out' && facts.atWindow?.status === 'open') {
    return refuse('punch-at-open-window', { windowNumber: facts.atWindow.windowNumber })
  }
  const last = lastOfHalf(direction, facts)
  const isAgain = last !== undefined && isArrival(last) === (direction === 'in')
  const isDouble = isAgain && (direction === 'in' || facts.now - last.punchedAt < doublePressMs)
  if (isDouble) return accept([], { kind: last.kind, punchedAt: last.punchedAt })
  const punch = punchNow(direction, facts, facts.atWindow?.windowNumber ?? null)
  return punch === null ? refuse('no-punch-now') : accept(punch, { kind, punchedAt: facts.now })
}

/**
 * What happens at a window as a punch of who stands there: opening or resuming is an arrival when the
 * person is not here in this half-day, closing and leaving for lunch or the home unit a departure once
 * its public hours are over. Before that people close their window for a moment. A supervisor who
 * puts somebody else's window right punches for nobody.
 */
export function withPunch(
  decision: Decision,
  facts: PunchFacts & { windowNumber: number; isOfAnother: boolean },
): Decision {
  if (decision.kind === 'refused' || facts.isOfAnother) return decision
  const direction = decision.events.map(directionOf).find((found) => found !== undefined)
  if (direction === undefined) return decision
  const last = lastOfHalf(direction, facts)
  const isIn = last !== undefined && isArrival(last)
  const isNews = direction === 'in' ? !isIn : isPastPublicHours(facts) && (last === undefined || isIn)
  const punch = isNews ? punchNow(direction, facts, facts.windowNumber) : null
  return punch === null ? decision : { ...decision, events: [...decision.events, punch] }
}

function directionOf(event: HallFact): PunchDirection | undefined {
  switch (event.type) {
    case 'ServiceWindowOpened':
    case 'ServiceWindowResumed':
      return 'in'
    case 'ServiceWindowClosed':
      return 'out'
    case 'ServiceWindowPaused':
      return departingPauses.has(event.body.reason) ? 'out' : undefined
    default:
      return undefined
  }
}

/** The latest punch of the half-day that a press now belongs to. */
function lastOfHalf(direction: PunchDirection, { punches, schedule, now }: PunchFacts): AttendancePunch | undefined {
  const kind = punchKindAt(schedule, direction, now)
  if (kind === null) return undefined
  return inOrder(punches).findLast((punch) => halfOfPunch(punch.kind) === halfOfPunch(kind))
}

/** Whether a departure now comes after the public hours of its half-day. */
function isPastPublicHours({ schedule, now }: PunchFacts): boolean {
  const kind = punchKindAt(schedule, 'out', now)
  if (kind === null) return false
  const half = halvesOf(schedule).find((one) => one.half === halfOfPunch(kind)) ?? halvesOf(schedule).at(-1)
  return half !== undefined && now >= half.endsAt
}

function punchNow(
  direction: PunchDirection,
  { schedule, now, actor }: PunchFacts,
  windowNumber: number | null,
): AttendanceEvent | null {
  const kind = punchKindAt(schedule, direction, now)
  if (kind === null || actor.kind !== 'staff') return null
  const { staffId, screenId, windowNumbers } = actor
  return {
    type: 'AttendancePunched',
    body: {
      staffId,
      day: schedule.day,
      kind,
      punchedAt: now,
      source: windowNumber === null ? 'console' : 'window',
      screenId,
      windowNumber,
      isOwnWindow: windowNumber === null || windowNumbers.length === 0 || windowNumbers.includes(windowNumber),
      recordedBy: null,
      reason: '',
    },
  }
}

/** What a supervisor's entry for somebody looks at. */
export interface RecordPunchFacts extends DayFacts {
  /** Undefined when nobody has the id. */
  staff: Staff | undefined
  /** The hours of the day that the body names. */
  scheduleOfDay: HallSchedule
  hasOtherSupervisor: boolean
}

/** 补卡: with its reason and the name of who entered it; one's own is entered by another supervisor where there is one. */
export function decideRecordPunch(body: CommandBody<'RecordPunch'>, facts: RecordPunchFacts): Decision {
  const { staffId, day, kind, punchedAt, reason } = body
  const { staff, now } = facts
  if (staff === undefined || !worksInHall(staff.role)) return refuse('staff-unknown')
  if (isBy(facts, staffId) && facts.hasOtherSupervisor) return refuse('punch-own')
  const direction = isArrival({ kind }) ? 'in' : 'out'
  const isFitting = dayOf(punchedAt) === day && punchKindAt(facts.scheduleOfDay, direction, punchedAt) === kind
  if (punchedAt > now || !isFitting) {
    return refuse('punch-not-fitting', { day, clock: clockOf(punchedAt).slice(0, 5), kind: punchKindWords[kind] })
  }
  return accept(
    punchOfAnother({ staffId, day, kind, punchedAt, source: 'supervisor', recordedBy: staffIdOf(facts), reason }),
  )
}

/** What a confirmation of one's own last departure looks at. */
export interface ConfirmDayOutFacts extends DayFacts {
  /** The person's punches of the day that the body names. */
  punches: readonly AttendancePunch[]
  /** The workday before today. */
  lastWorkday: HallDate
}

/** 次日确认: of the last workday, between the last known punch and midnight. */
export function decideConfirmDayOut(body: CommandBody<'ConfirmDayOut'>, facts: ConfirmDayOutFacts): Decision {
  const { day, punchedAt } = body
  const last = inOrder(facts.punches).at(-1)
  if (day !== facts.lastWorkday || last === undefined) return refuse('day-out-not-asked', { day: facts.lastWorkday })
  if (facts.punches.some(({ kind }) => kind === 'day-out')) return refuse('day-out-known')
  if (punchedAt < last.punchedAt || punchedAt > instantOf(day, '24:00')) {
    return refuse('day-out-impossible', { from: clockOf(last.punchedAt).slice(0, 5) })
  }
  const own = { staffId: staffIdOf(facts), day, punchedAt, recordedBy: null, reason: '' }
  return accept(punchOfAnother({ ...own, kind: 'day-out', source: 'next-morning' }))
}

/**
 * The last departure of a day as the receiver of a handover confirms it, to be journalled beside the
 * event of the taking. `punchedAt` in epoch ms, `recordedBy` the receiver's staffId.
 */
export function dayOutByHandover(
  departure: Pick<AttendancePunch, 'staffId' | 'day' | 'punchedAt' | 'recordedBy'>,
): AttendanceEvent {
  return punchOfAnother({ ...departure, kind: 'day-out', source: 'handover', reason: '' })
}

/** A punch that no machine saw. */
function punchOfAnother(
  punch: Omit<AttendancePunch, 'screenId' | 'windowNumber' | 'isOwnWindow'>,
): Extract<AttendanceEvent, { type: 'AttendancePunched' }> {
  return { type: 'AttendancePunched', body: { ...punch, screenId: '', windowNumber: null, isOwnWindow: true } }
}
