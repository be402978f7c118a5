import type { ObservationKind, ObservationReason } from './post.ts'

/** 在岗. */
export interface PostEventBodies {
  ObservationOpened: {
    observationId: number
    kind: ObservationKind
    windowNumber: number
    staffId: string
    day: string
    since: number
    limitMinutes: number
  }
  /** `minutes`: of the whole of it, lunch and closed hours left out. */
  ObservationEnded: { observationId: number; minutes: number }
  ObservationExplained: { observationId: number; staffId: string; reason: ObservationReason; note: string }
  ObservationExcused: { observationId: number; heardBy: string; note: string }
}
