import type { Calendar } from '../vocabulary/calendar.ts'
import type { Timetable } from '../vocabulary/timetable.ts'
import { addWorkdays, type CountedDay, dayKindOn, nextWorkday } from './calendar.ts'
import { dayOf, type HallDate } from './hall-time.ts'
import { endOfBusiness } from './working-time.ts'

/** 行政许可法 32(1)④: what is missing must be told at once or within five days, which are workdays by 82. */
const noticeWorkdays = 5

/**
 * The day on which materials count as received. What comes after the windows closed or on a rest
 * day (by post, in the drop box, online at 20:00) is received on the next workday; the instant it
 * came at is kept beside. Before they open it is received that day.
 */
export function receivedDayOf(timetables: readonly Timetable[], calendar: Calendar, at: number): CountedDay {
  const day = dayOf(at)
  const { isWorkday, isProvisional } = dayKindOn(calendar, day)
  if (isWorkday && at < endOfBusiness(timetables, day, 'citizen')) return { day, isProvisional }
  const next = nextWorkday(calendar, day)
  return { day: next.day, isProvisional: isProvisional || next.isProvisional }
}

/** 视为受理: what follows when nobody tells the applicant what is missing. */
export interface DeemedAcceptance {
  /** The last day on which the one-time notice may be given. */
  noticeDueDay: HallDate
  /** Epoch ms, the end of the hall's own work on that day; from here on the filing is accepted. */
  lapsesAt: number
  /** The day of receipt, not that of the lapse: the limit of the decision has used five days already. */
  acceptedDay: HallDate
  isProvisional: boolean
}

/** 行政许可法 32(1)④, the consequence. */
export function deemedAcceptance(facts: {
  receivedDay: HallDate
  calendar: Calendar
  timetables: readonly Timetable[]
}): DeemedAcceptance {
  const { receivedDay, calendar, timetables } = facts
  const { day, isProvisional } = addWorkdays(calendar, receivedDay, noticeWorkdays)
  return {
    noticeDueDay: day,
    lapsesAt: endOfBusiness(timetables, day, 'hall'),
    acceptedDay: receivedDay,
    isProvisional,
  }
}
