import type { Deadline, Filing, Light } from '../vocabulary/filing.ts'
import { noticeDeadline } from './filing-dates.ts'
import { addDays, type HallDate } from './hall-time.ts'
import { lightOf, remainingOf } from './light.ts'
import type { HallSetup } from './setup.ts'
import type { WorkingTime } from './working-time.ts'

type Calendars = Pick<HallSetup, 'calendar' | 'timetables'>

/** The clock that runs for a filing now: the notice, the decision or the delivery. */
interface RunningClock {
  promised: Deadline | null
  statutory: Deadline | null
  isInstant: boolean
  stoppedFrom: HallDate | null
  decidedAt: number | null
}

/**
 * Which clock runs (domain §2.1, edge 54): until acceptance the five workdays for the notice, which
 * begin anew with a correction, then
 * the promise and the law, after the decision the ten workdays to the delivery. One that has ended
 * keeps the light it was judged by.
 */
function clockOf(filing: Filing, setup: Calendars): RunningClock {
  const { status, promisedDue, statutoryDue, decidedAt, deliveryDue } = filing
  const none = { promised: null, statutory: null, isInstant: false, stoppedFrom: null, decidedAt: null }
  switch (status) {
    case 'received':
      return { ...none, statutory: noticeDeadline(filing, setup) }
    case 'correcting':
      return { ...none, stoppedFrom: filing.receivedDay }
    case 'decided':
    case 'produced':
      return { ...none, statutory: deliveryDue }
    default:
      return {
        promised: promisedDue,
        statutory: statutoryDue,
        isInstant: filing.itemKind === 'instant',
        // A filing that was withdrawn while it stood still had nothing to be late with.
        stoppedFrom: filing.suspension === null ? null : addDays(filing.suspension.fromDay, 1),
        decidedAt: decidedAt ?? filing.endedAt,
      }
  }
}

/** The light of a filing at an instant (epoch ms); the one function of every screen. */
export function lightOfFiling(filing: Filing, now: number, setup: Calendars): Light {
  return lightOf({ now, ...clockOf(filing, setup) })
}

/** The day the clock that runs now is up, or a correction is due; null when none runs. */
export function runningDueDay(filing: Filing, setup: Calendars): HallDate | null {
  if (filing.status === 'correcting') return filing.correctionDueDay
  const { promised, statutory } = clockOf(filing, setup)
  return earlier(promised, statutory)?.day ?? null
}

/** 剩余: workdays, or public minutes of an instant matter and of limits in hours and minutes; negative when late. */
export function remainingOfFiling(
  filing: Filing,
  now: number,
  setup: Calendars,
  workingTime: WorkingTime,
): { workdays: number | null; minutes: number | null } {
  const clock = clockOf(filing, setup)
  const due = earlier(clock.promised, clock.statutory)
  if (due === null || clock.decidedAt !== null) return { workdays: null, minutes: null }
  const limit = filing.status === 'accepted' || filing.status === 'suspended' ? filing.promisedLimit : null
  const isMinutes = clock.isInstant || limit?.unit === 'hour' || limit?.unit === 'minute'
  const unit = isMinutes ? 'minute' : 'workday'
  const { count, isLate } = remainingOf({ now, due, unit, stoppedFrom: clock.stoppedFrom, workingTime })
  // Minus nothing would be late by nothing: late today is said by the light.
  const signed = isLate && count > 0 ? -count : count
  return isMinutes ? { workdays: null, minutes: signed } : { workdays: signed, minutes: null }
}

function earlier(one: Deadline | null, other: Deadline | null): Deadline | null {
  if (one === null || other === null) return one ?? other
  return other.at < one.at ? other : one
}
