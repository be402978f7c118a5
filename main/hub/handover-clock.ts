import { handoverTimes } from '../../shared/rules/handover.ts'
import type { Committed, Hub } from './hub.ts'
import { wishIfDue } from './hub-wish.ts'

/**
 * 17:00: drafts the sheets of the day, also when the hub was off then and comes back before the day
 * is over. `look` is called with every tick; it costs nothing until the link-up hour begins, and
 * after it until somebody else comes on duty.
 */
export function createHandoverClock(hub: Hub) {
  let lookAt = 0
  const stop = hub.onCommitted(({ events }: Committed) => {
    const isAnew = events.some(
      ({ type }) => type === 'ServiceWindowOpened' || /^(Timetable|Calendar|Holiday)/.test(type),
    )
    if (isAnew) lookAt = 0
  })

  return {
    look(now: number): void {
      // On a clock that has jumped nobody is called to hand anything over until somebody has looked.
      if (now < lookAt || hub.tables.hallDay.openJump() !== null) return
      const schedule = hub.scheduleAt(now)
      const from = handoverTimes(schedule)?.from ?? Number.POSITIVE_INFINITY
      const dayEnd = schedule.spans.at(-1)!.endsAt
      lookAt = now < from ? Math.min(from, dayEnd) : dayEnd
      if (now >= from) wishIfDue(hub, { type: 'DraftHandovers', body: {} }, now)
    },
    end: stop,
  }
}
export type HandoverClock = ReturnType<typeof createHandoverClock>
