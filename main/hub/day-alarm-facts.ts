import type { DayAlarmFacts, WaitingQueue } from '../../shared/rules/day-alarm.ts'
import { logsMissing } from '../../shared/rules/discipline-log.ts'
import { addDays, type HallDate } from '../../shared/rules/hall-time.ts'
import { handoversDue } from '../../shared/rules/handover.ts'
import { patrolsMissing } from '../../shared/rules/patrol.ts'
import { openMinutesBetween, scheduleOf } from '../../shared/rules/timetable.ts'
import { attendanceOfDay } from './attendance.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import { lateServiceOf } from './decide-on-handover.ts'
import type { Tables } from './tables/apply.ts'

/** How far back a missing log is called out; an older one stands in the list of logs. */
const logDaysMax = 14

/** What the alarms of the working day are decided on. */
export function dayAlarmFacts(context: DecisionContext, tables: Tables): DayAlarmFacts {
  const { now, setup, schedule } = context
  const scheduleOn = (day: HallDate) => scheduleOf(setup.timetables, setup.calendar, day)
  const closedDays = tables.disciplineLog.closedDays(addDays(schedule.day, -logDaysMax), schedule.day)
  const hallDays = daysBack(schedule.day, logDaysMax).filter((day) => tables.hallDay.has(day))
  const missing = logsMissing(closedDays, hallDays, { now, setup, scheduleOn })
  // The last day of work stays called out until its log is closed, or overdue itself.
  const last = hallDays.find((day) => scheduleOn(day).isWorkday)
  const isLastOpen = last !== undefined && !closedDays.has(last) && !missing.includes(last)
  const days = isLastOpen ? [schedule.day, last] : [schedule.day]
  const { patrolsPerHalfDay } = setup.disciplineSettings
  return {
    now,
    schedule,
    settings: setup.disciplineSettings,
    handovers: handoversDue({
      now,
      schedule,
      handovers: tables.handover.ofDay(schedule.day),
      serviceOf: (staffId) => lateServiceOf(staffId, context, tables),
    }),
    attendance: days.flatMap((day) => attendanceOfDay(day, { now, setup, tables })),
    patrols: days.flatMap((day) => {
      const rounds = tables.patrol.ofDay(day)
      return patrolsMissing({ now, schedule: scheduleOn(day), rounds, patrolsPerHalfDay }).map((one) => ({
        ...one,
        day,
      }))
    }),
    observations: tables.postObservation.running(),
    queues: [...setup.queues.keys()].map((letter) => waitingQueue(letter, now, scheduleOn, tables)),
    logsMissing: missing,
    alarms: tables.alarm.open().filter(({ about }) => about !== undefined),
    closedByHand: tables.alarm.closedByHandOfDay(),
    lastAlarmId: tables.alarm.lastId(),
  }
}

/** The days before one, the newest first. */
function daysBack(day: HallDate, count: number): HallDate[] {
  return Array.from({ length: count }, (_, at) => addDays(day, -at - 1))
}

function waitingQueue(
  letter: string,
  now: number,
  scheduleOn: Parameters<typeof openMinutesBetween>[0],
  { ticket }: Tables,
): WaitingQueue {
  const waitingCount = ticket.waitingIn(letter)
  const since = waitingCount === 0 ? null : ticket.longestWaitingSince(letter)
  return { letter, waitingCount, longestWaitMinutes: since === null ? 0 : openMinutesBetween(scheduleOn, since, now) }
}
