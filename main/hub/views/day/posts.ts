import type { ObservationView } from '../../../../shared/contract/view.ts'
import { isProposable } from '../../../../shared/rules/post-observation.ts'
import { observedMinutes } from '../../../../shared/rules/post-review.ts'
import type { PostObservation } from '../../../../shared/vocabulary/post.ts'
import type { Hub } from '../../hub.ts'

/** What the hub saw of the windows today, newest first; minutes up to `now` (epoch ms). */
export function observationViews(hub: Hub, now: number): ObservationView[] {
  return viewsOf(hub, now, () => true)
}

/** What is asked at a window: about it, or about who stands there, and answered by nobody yet. */
export function askedAt(
  hub: Hub,
  { windowNumber, staffId }: { windowNumber: number; staffId: string | null },
  now: number,
): ObservationView[] {
  return viewsOf(
    hub,
    now,
    (one) =>
      one.explanation === null &&
      one.excused === null &&
      (one.windowNumber === windowNumber || one.staffId === staffId),
  )
}

/** Only of those that are shown are names and minutes read: a clerk's screen is pushed with every press. */
function viewsOf(hub: Hub, now: number, isShown: (one: PostObservation) => boolean): ObservationView[] {
  const schedule = hub.scheduleAt(now)
  const shown = hub.tables.postObservation.ofDay(schedule.day).filter(isShown)
  return shown.map((one) => {
    const { observationId, kind, windowNumber, staffId, since, limitMinutes, endedAt, explanation, excused } = one
    return {
      observationId,
      kind,
      windowNumber,
      staffId,
      since,
      limitMinutes,
      endedAt,
      explanation,
      excused,
      staffName: hub.tables.privateRecords.nameOf(staffId),
      minutes: one.minutes ?? observedMinutes(one, now, schedule),
      isProposable: isProposable(one, now),
    }
  })
}
