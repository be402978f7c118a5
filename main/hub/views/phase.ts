import type { Foreseen, PhaseView } from '../../../shared/contract/view.ts'
import { issuingRefusal } from '../../../shared/rules/hall-day.ts'
import { minuteMs, weekdayOf } from '../../../shared/rules/hall-time.ts'
import { nextOpenAt, phaseAt } from '../../../shared/rules/timetable.ts'
import { type Refusal, refusalClause, refusalSentence } from '../../../shared/vocabulary/refusal.ts'
import type { Hub } from '../hub.ts'

/** In the last half hour of a session people are told that their number may not be reached. */
const closesSoonMs = 30 * minuteMs

/** Where the hall is in its day, at `now` (epoch ms). */
export function phaseView(hub: Hub, now: number): PhaseView {
  const setup = hub.setup()
  const schedule = hub.scheduleAt(now)
  const span = phaseAt(schedule, now)
  const hallDay = hub.tables.hallDay.last()?.hallDay ?? null
  const closesSoon = span.phase === 'open' && span.endsAt - now <= closesSoonMs
  return {
    hallDay: schedule.day,
    weekday: weekdayOf(schedule.day),
    phase: span.phase,
    session: span.session,
    phaseStartsAt: span.startsAt,
    phaseEndsAt: span.endsAt,
    nextOpenAt: nextOpenAt(setup.timetables, setup.calendar, now),
    issuingRefusal: foreseen(issuingRefusal({ now, hallDay, schedule, setup })),
    closesSoonAt: closesSoon ? span.endsAt : null,
    isProvisional: schedule.isProvisional,
    segments: schedule.isWorkday ? (schedule.timetable?.segments ?? []) : [],
    timetableName: schedule.timetable?.name ?? '',
    timetableDocument: schedule.timetable?.documentNumber ?? '',
    dayReason: schedule.reason,
  }
}

/** A refusal as a screen foresees it. */
export function foreseen(refusal: Refusal): Foreseen
export function foreseen(refusal: Refusal | null): Foreseen | null
export function foreseen(refusal: Refusal | null): Foreseen | null {
  if (refusal === null) return null
  const { code, facts } = refusal
  return { code, facts, sentence: refusalSentence(code, facts), clause: refusalClause(code) }
}
