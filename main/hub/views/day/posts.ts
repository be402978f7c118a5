import type { ObservationView } from '../../../../shared/contract/view.ts'
import { isProposable } from '../../../../shared/rules/post-observation.ts'
import { observedMinutes } from '../../../../shared/rules/post-review.ts'
import type { Hub } from '../../hub.ts'

/** What the hub saw of the windows today, newest first; minutes up to `now` (epoch ms). */
export function observationViews(hub: Hub, now: number): ObservationView[] {
  const schedule = hub.scheduleAt(now)
  return hub.tables.postObservation.ofDay(schedule.day).map((one) => {
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

/** What is asked at a window: about it, or about who stands there, and answered by nobody yet. */
export function askedAt(
  hub: Hub,
  { windowNumber, staffId }: { windowNumber: number; staffId: string | null },
  now: number,
): ObservationView[] {
  return observationViews(hub, now).filter(
    (one) =>
      one.explanation === null &&
      one.excused === null &&
      (one.windowNumber === windowNumber || one.staffId === staffId),
  )
}
