import { attendanceOf, confirmByOf, type StaffTerm } from '../../shared/rules/attendance.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { addDays, dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { AttendanceRecord } from '../../shared/vocabulary/attendance.ts'
import type { Tables } from './tables/apply.ts'

/** What attendance is read on: the hub's time, what the hall is set up with, the tables. */
export interface AttendanceReader {
  now: number
  setup: HallSetup
  tables: Pick<Tables, 'attendancePunch' | 'leave' | 'postStay' | 'staff' | 'hallDay'>
}

/** 考勤 of everybody who was of the staff on a day, by staff number; also for the log of the day. */
export function attendanceOfDay(day: string, reader: AttendanceReader): AttendanceRecord[] {
  return attendanceOfDays(day, day, reader)
}

/**
 * 考勤 of each day of a range, both included, that is not still to come: the rows of all days are
 * read once, then each day is worked out. `isWanted` narrows it to some people.
 */
export function attendanceOfDays(
  from: string,
  to: string,
  { now, setup, tables }: AttendanceReader,
  isWanted: (staff: StaffTerm) => boolean = () => true,
): AttendanceRecord[] {
  const staff = tables.staff.terms().filter(isWanted)
  const beganAt = tables.attendancePunch.beganAt()
  const jumps = tables.hallDay.openJumps()
  const punches = Map.groupBy(tables.attendancePunch.ofDays(from, to), (punch) => punch.day)
  const stays = Map.groupBy(tables.postStay.ofDays(from, to), (stay) => stay.day)
  const leaves = tables.leave.within(instantOf(from, '00:00'), instantOf(to, '24:00'))
  const scheduleOn = (day: string) => scheduleOf(setup.timetables, setup.calendar, day)
  const { lateGraceMinutes } = setup.disciplineSettings

  const records: AttendanceRecord[] = []
  for (let day = from; day <= to && day <= dayOf(now); day = addDays(day, 1)) {
    const [startsAt, endsAt] = [instantOf(day, '00:00'), instantOf(day, '24:00')]
    const facts = {
      schedule: scheduleOn(day),
      now,
      lateGraceMinutes,
      beganAt,
      punches: punches.get(day) ?? [],
      stays: stays.get(day) ?? [],
      leaves: leaves.filter((leave) => leave.from < endsAt && leave.to > startsAt),
      confirmBy: confirmByOf(scheduleOn(nextWorkday(setup.calendar, day).day)),
      isClockDoubtful: jumps.some(({ at, fromAt, toAt }) =>
        [at, fromAt, toAt].some((one) => one >= startsAt && one < endsAt),
      ),
    }
    const present = staff.filter(({ addedAt, retiredAt }) => addedAt < endsAt && (retiredAt ?? endsAt) >= startsAt)
    records.push(...present.map((one) => attendanceOf({ ...facts, staff: one })))
  }
  return records
}
