import { phaseAt } from '../../shared/rules/timetable.ts'
import type { Committed, Hub } from './hub.ts'
import { wishIfDue } from './hub-wish.ts'
import { isOfPost } from './tables/apply.ts'

/** A pause, a call or an empty seat is looked for this often, ms: a few windows, a few rows. */
const reviewEveryMs = 10_000

/** The alarms of the working day read attendance, rounds and logs: less often, ms. */
const alarmsEveryMs = 30_000

/**
 * What the clock brings about around the posts, and the alarms of the working day. `look` is called with every tick and costs nothing
 * until the next look; what runs is ended with the tick after the press that ends it.
 */
export function createPostClock(hub: Hub) {
  let lookAt = 0
  let lookedAt = 0
  let isStirred = false
  let alarmsAt = 0
  let hasRunning = true
  /** Since when (epoch ms) each window has been seen without a visitor; a restart begins anew, to nobody's harm. */
  const freeSince = new Map<number, number>()

  const stop = hub.onCommitted(({ events }: Committed) => {
    for (const { type, body } of events) {
      if (type === 'TicketCalled' || type === 'TicketResumed') freeSince.delete(body.windowNumber)
    }
    if (hasRunning && events.some((event) => !isOfPost(event))) isStirred = true
    if (events.some(isOfPost)) alarmsAt = 0
  })

  function noteFree(now: number): void {
    for (const { windowNumber, status } of hub.tables.serviceWindow.all()) {
      const isFree = status === 'open' && hub.tables.ticket.atWindow(windowNumber) === undefined
      if (!isFree) freeSince.delete(windowNumber)
      else if (!freeSince.has(windowNumber)) freeSince.set(windowNumber, now)
    }
  }

  return {
    look(now: number): void {
      // On a clock that has jumped nothing is held against anybody until somebody has looked.
      if (hub.tables.hallDay.openJump() !== null) return freeSince.clear()
      if (now < lookAt && now >= lookedAt && !isStirred) return
      noteFree(now)
      wishIfDue(hub, { type: 'ReviewPosts', body: { freeSince: Object.fromEntries(freeSince) } }, now)
      if (now >= alarmsAt || now < lookedAt) {
        wishIfDue(hub, { type: 'ReviewDayAlarms', body: {} }, now)
        alarmsAt = now + alarmsEveryMs
      }
      hasRunning = hub.tables.postObservation.running().length > 0
      const { endsAt } = phaseAt(hub.scheduleAt(now), now)
      lookAt = Math.min(now + reviewEveryMs, endsAt)
      alarmsAt = Math.min(alarmsAt, endsAt)
      lookedAt = now
      isStirred = false
    },
    end: stop,
  }
}
export type PostClock = ReturnType<typeof createPostClock>
