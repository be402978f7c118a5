import type { EnvironmentFault, WindowCheck } from './patrol.ts'
import type { HallSession } from './timetable.ts'

/** 巡查. */
export interface PatrolEventBodies {
  PatrolStarted: { patrolId: number; day: string; half: HallSession; ordinal: number; startedBy: string }
  /** `excusedBy`: the approved leave that makes an empty seat an excused one (edge 66). */
  PatrolWindowChecked: { patrolId: number; staffId: string | null; excusedBy: number | null; check: WindowCheck }
  PatrolFinished: { patrolId: number; environment: EnvironmentFault[]; note: string }
}

export type PatrolEvent = {
  [T in keyof PatrolEventBodies]: { type: T; body: PatrolEventBodies[T] }
}[keyof PatrolEventBodies]
