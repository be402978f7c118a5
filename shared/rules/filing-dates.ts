import type { Deadline, Filing } from '../vocabulary/filing.ts'
import type { TimeLimit } from '../vocabulary/service-item.ts'
import { addWorkdays } from './calendar.ts'
import { type DueDate, dueDateOf, instantDueTime } from './due-date.ts'
import { instantOf } from './hall-time.ts'
import { warningAt } from './light.ts'
import type { LimitOfTime } from './limit-count.ts'
import { deemedAcceptance } from './received-day.ts'
import type { HallSetup } from './setup.ts'
import { openStageOf } from './stage-state.ts'
import { endOfBusiness } from './working-time.ts'

/** 行政许可法 第四十四条: a permit is issued and delivered within ten workdays of the decision. */
export const deliveryLimit: LimitOfTime = { amount: 10, unit: 'workday' }

type Calendars = Pick<HallSetup, 'calendar' | 'timetables'>

/** What the due dates of a filing follow from; nothing else moves them. */
export type DatedFiling = Pick<
  Filing,
  'itemKind' | 'promisedLimit' | 'statutoryLimit' | 'excluded' | 'extension' | 'receivedAt'
> & { acceptedDay: string; acceptedAt: number | null }

export interface DueDates {
  promised: DueDate | null
  statutory: DueDate | null
}

/**
 * Both due dates of an accepted filing with every day of the way. An instant matter without a
 * promise in days is due when the windows close on its day; a limit that is not set is null and
 * never 0 (edge 51).
 */
export function dueDatesOf(filing: DatedFiling, setup: Calendars): DueDates {
  const count = (limit: TimeLimit | null): DueDate | null => (limit === null ? null : countedFrom(filing, limit, setup))
  return { promised: count(filing.promisedLimit) ?? instantDue(filing, setup), statutory: count(filing.statutoryLimit) }
}

type CountedFrom = Pick<DatedFiling, 'acceptedDay' | 'acceptedAt' | 'excluded' | 'extension'>

function countedFrom(filing: CountedFrom, limit: TimeLimit, { calendar, timetables }: Calendars): DueDate {
  const { acceptedDay, acceptedAt, excluded, extension } = filing
  return dueDateOf({
    startDay: acceptedDay,
    startAt: acceptedAt ?? instantOf(acceptedDay, '00:00'),
    limit,
    excluded,
    extension: extension === null ? null : { amount: extension.workdays, unit: 'workday' },
    calendar,
    timetables,
    side: 'citizen',
  })
}

function instantDue({ itemKind, acceptedAt, receivedAt }: DatedFiling, setup: Calendars): DueDate | null {
  if (itemKind !== 'instant') return null
  const due = instantDueTime(setup.timetables, setup.calendar, acceptedAt ?? receivedAt)
  return { ...due, isProvisional: false, explanation: [] }
}

/** A due date as a filing keeps it. `limit` null: an instant matter. */
export function deadlineOf(due: DueDate | null, limit: LimitOfTime | null, setup: Calendars): Deadline | null {
  if (due === null) return null
  const { day, at, isProvisional } = due
  return { day, at, isProvisional, warnAt: warningAt(due, limit, setup) }
}

/** Both deadlines of an accepted filing. */
export function deadlinesOf(
  filing: DatedFiling,
  setup: Calendars,
): { promisedDue: Deadline | null; statutoryDue: Deadline | null } {
  const { promised, statutory } = dueDatesOf(filing, setup)
  return {
    promisedDue: deadlineOf(promised, filing.promisedLimit, setup),
    statutoryDue: deadlineOf(statutory, filing.statutoryLimit, setup),
  }
}

/**
 * When a stage is due that is counted from a day and an instant (epoch ms): like the filing's own
 * clock, days of a special procedure left out. An extension is given to the whole and lengthens no
 * stage, so that the house sees where the time went.
 */
export function stageDeadline(
  limit: TimeLimit,
  begun: { day: string; at: number },
  excluded: Filing['excluded'],
  setup: Calendars,
): Deadline {
  const due = countedFrom({ acceptedDay: begun.day, acceptedAt: begun.at, excluded, extension: null }, limit, setup)
  return { day: due.day, at: due.at, isProvisional: due.isProvisional, warnAt: warningAt(due, limit, setup) }
}

/** When the open stage of a filing is due, counted anew; null without one. */
export function openStageDue(filing: Pick<Filing, 'stages' | 'excluded'>, setup: Calendars): Deadline | null {
  const open = openStageOf(filing)
  if (open === undefined || open.begun === null) return null
  return stageDeadline(open.limit, open.begun, filing.excluded, setup)
}

/** The second clock, from the decision to the delivery, with its days. */
export function deliveryDueDate(decidedDay: string, { calendar, timetables }: Calendars): DueDate {
  return dueDateOf({
    startDay: decidedDay,
    startAt: instantOf(decidedDay, '00:00'),
    limit: deliveryLimit,
    excluded: [],
    extension: null,
    calendar,
    timetables,
    side: 'citizen',
  })
}

export function deliveryDeadline(decidedDay: string, setup: Calendars): Deadline {
  const due = deliveryDueDate(decidedDay, setup)
  return { day: due.day, at: due.at, isProvisional: due.isProvisional, warnAt: warningAt(due, deliveryLimit, setup) }
}

/** The deadline of a one-time notice, or of another day counted in workdays by the hall itself: the end of its own work. */
export function hallDeadline(day: string, isProvisional: boolean, setup: Calendars): Deadline {
  const due = { day, at: endOfBusiness(setup.timetables, day, 'hall') }
  return { ...due, isProvisional, warnAt: warningAt(due, { amount: 1, unit: 'workday' }, setup) }
}

/**
 * By when somebody must say what is missing, or the law accepts the filing: by the calendar of now,
 * which may have moved since receipt, so that light, alarm and acceptance speak of the same day.
 */
export function noticeDeadline(
  { receivedDay, correctedDay }: Pick<Filing, 'receivedDay' | 'correctedDay'>,
  setup: Calendars,
): Deadline {
  const { calendar, timetables } = setup
  const { noticeDueDay, isProvisional } = deemedAcceptance({
    receivedDay: correctedDay ?? receivedDay,
    calendar,
    timetables,
  })
  return hallDeadline(noticeDueDay, isProvisional, setup)
}

/** The workday `count` after `day`, with the deadline at the end of the hall's work on it. */
export function hallDeadlineAfter(day: string, count: number, setup: Calendars): Deadline {
  const reached = addWorkdays(setup.calendar, day, count)
  return hallDeadline(reached.day, reached.isProvisional, setup)
}
