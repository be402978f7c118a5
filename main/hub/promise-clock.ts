import { deemedAt } from '../../shared/rules/filing-notice.ts'
import type { Committed, Hub } from './hub.ts'
import { wishIfDue } from './hub-wish.ts'
import { isOfPromise } from './tables/apply.ts'

/** Alarms that come by the hour (a transfer nobody takes, a day that turns) are looked for this often, ms. */
const reviewEveryMs = 5 * 60_000

/** A look that an event asks for reads every open filing: in a busy hour one look serves many events, ms. */
const pauseMs = 3_000

const movesTheCalendar =
  /^(HolidayTablePublished|CalendarDayOverridden|CalendarOverrideWithdrawn|Timetable(Published|Withdrawn))$/

/**
 * What the clock and the calendar bring about around the promise: acceptance for want of a notice,
 * alarms, dates counted anew. `look` is called with every tick and costs nothing until the next
 * instant at which something can have changed.
 */
export function createPromiseClock(hub: Hub) {
  let lookAt = 0
  let lookedAt = Number.NEGATIVE_INFINITY
  /** Something has happened since the last look. */
  let isStirred = false
  // The program itself may have brought a newly published year.
  let isCalendarMoved = true

  const stop = hub.onCommitted(({ events }: Committed) => {
    if (events.some((event) => movesTheCalendar.test(event.type))) isCalendarMoved = true
    if (events.some((event) => isOfPromise(event) && !event.type.startsWith('Alarm'))) isStirred = true
  })

  /** Dates that were printed stay or move later (domain §6.3). */
  function recount(now: number): void {
    isCalendarMoved = false
    for (const { filingId, status } of hub.tables.filing.open()) {
      const isDated = status !== 'received' && status !== 'correcting'
      if (isDated) wishIfDue(hub, { type: 'RecountDeadline', body: { filingId } }, now)
    }
  }

  /** Accepts what nobody gave notice of in time; when the next one lapses, epoch ms. */
  function deem(now: number): number {
    let nextLapse = Number.POSITIVE_INFINITY
    for (const filing of hub.tables.filing.received()) {
      const lapsesAt = deemedAt(filing, { setup: hub.setup() })
      if (now >= lapsesAt) wishIfDue(hub, { type: 'DeemAcceptance', body: { filingId: filing.filingId } }, now)
      else nextLapse = Math.min(nextLapse, lapsesAt)
    }
    return nextLapse
  }

  /** An edge of time is met to the tick; an event waits for the pause, unless it has set an edge within it. */
  function isDue(now: number): boolean {
    if (now >= lookAt || now < lookedAt) return true
    if (!isStirred) return false
    return now >= lookedAt + pauseMs || now >= (hub.tables.filing.nextEdge(lookedAt) ?? Number.POSITIVE_INFINITY)
  }

  return {
    look(now: number): void {
      // On a clock that has jumped nothing is accepted and nobody called until somebody has looked.
      if (hub.tables.hallDay.openJump() !== null) return
      if (isCalendarMoved) recount(now)
      if (!isDue(now)) return
      const nextLapse = deem(now)
      wishIfDue(hub, { type: 'ReviewAlarms', body: {} }, now)
      const nextLight = hub.tables.filing.nextEdge(now) ?? Number.POSITIVE_INFINITY
      lookAt = Math.min(nextLapse, nextLight, now + reviewEveryMs)
      lookedAt = now
      isStirred = false
    },
    end: stop,
  }
}
export type PromiseClock = ReturnType<typeof createPromiseClock>
