import type { Calendar } from '../vocabulary/calendar.ts'
import type { Timetable } from '../vocabulary/timetable.ts'
import { dayKindOn, workdaysBetween } from './calendar.ts'
import { addDays, dayOf, type HallDate, instantOf, minuteMs } from './hall-time.ts'
import { type HallSchedule, scheduleOf, timetableOn } from './timetable.ts'

/** Days on either side of today that are looked up and not walked: nearly every open filing is due within. */
const reachDays = 400

/**
 * For whom a day ends: an act at the window ends with the public hours (篇5.7: 17:00), the hall's
 * own act with its last segment (18:00). Papers carry the date alone, which is the same.
 */
export type DaySide = 'citizen' | 'hall'

/**
 * The instant (epoch ms) at which a day's business stops by the hours in force on it; where there
 * are none, the day's own end (民法典 203).
 */
export function endOfBusiness(timetables: readonly Timetable[], day: HallDate, side: DaySide): number {
  const segments = timetableOn(timetables, day)?.segments ?? []
  const last = segments.findLast(({ phase }) => side === 'hall' || phase === 'open')
  return instantOf(day, last?.to ?? '24:00')
}

/** How much working time lies between two points of time; both negative when the second is the earlier. */
export interface WorkingTime {
  /** Workdays after `after` up to and with `through`. */
  workdaysBetween(after: HallDate, through: HallDate): number
  /** Whole minutes of public hours. Of a longer time the last 400 days alone: nobody reads more. */
  publicMinutesBetween(from: number, to: number): number
}

/**
 * Made once for a day, a calendar and its timetables, so that a list of thousands of filings only
 * looks up. It remembers what it worked out, and must be made anew when one of the three changes.
 */
export function createWorkingTime(timetables: readonly Timetable[], calendar: Calendar, today: HallDate): WorkingTime {
  const numbers = workdayNumbers(calendar, today)
  const schedules = new Map<HallDate, HallSchedule>()

  function scheduleOn(day: HallDate): HallSchedule {
    const known = schedules.get(day) ?? scheduleOf(timetables, calendar, day)
    schedules.set(day, known)
    return known
  }

  function publicMinutesBetween(from: number, to: number): number {
    if (to < from) return -publicMinutesBetween(to, from)
    const lastDay = dayOf(to)
    const firstDay = [dayOf(from), addDays(lastDay, -reachDays)].sort().at(-1)!
    let openMs = 0
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
      for (const { phase, startsAt, endsAt } of scheduleOn(day).spans)
        if (phase === 'open') openMs += Math.max(0, Math.min(endsAt, to) - Math.max(startsAt, from))
    }
    return Math.floor(openMs / minuteMs)
  }

  return {
    workdaysBetween(after, through) {
      const first = numbers.get(after)
      const last = numbers.get(through)
      return first === undefined || last === undefined ? workdaysBetween(calendar, after, through) : last - first
    },
    publicMinutesBetween,
  }
}

/** Each day within reach with the number of workdays up to it: two of them subtract to the workdays between. */
function workdayNumbers(calendar: Calendar, today: HallDate): Map<HallDate, number> {
  const numbers = new Map<HallDate, number>()
  let number = 0
  for (let ahead = -reachDays; ahead <= reachDays; ahead += 1) {
    const day = addDays(today, ahead)
    if (dayKindOn(calendar, day).isWorkday) number += 1
    numbers.set(day, number)
  }
  return numbers
}
