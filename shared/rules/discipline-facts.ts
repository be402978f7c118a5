import type { AttendanceRecord } from '../vocabulary/attendance.ts'
import type { PatrolRound } from '../vocabulary/patrol.ts'
import type { PostObservation } from '../vocabulary/post.ts'
import type { Violation } from '../vocabulary/violation.ts'
import type { PromiseDay } from './promise-facts.ts'

/** What every decision around the working day knows of the day and of who acts. */
export type WorkingDay = Pick<PromiseDay, 'now' | 'actor' | 'schedule' | 'setup' | 'scheduleOn' | 'staffOf'>

/** For StartPatrol. */
export interface StartPatrolFacts extends WorkingDay {
  /** The round that has not been finished, of whatever day. */
  underWay: PatrolRound | undefined
  /** Rounds begun so far in the half-day of now. */
  roundsInHalf: number
  lastPatrolId: number
}

/** For what is done on a round. */
export interface PatrolFacts extends WorkingDay {
  patrol: PatrolRound | undefined
  /** Who is on duty at a window, else who is assigned to it first and is nowhere else; null: nobody. */
  inCharge: (windowNumber: number) => string | null
  /** The approved leave or outside duty of somebody at an instant (epoch ms); null: none. */
  leaveOf: (staffId: string, at: number) => number | null
}

/** For ProposeViolation. */
export interface ProposeViolationFacts extends WorkingDay {
  /** The round that the body names as its source. */
  patrol: PatrolRound | undefined
  /** The person's attendance on the day, as it is worked out now. */
  attendance: AttendanceRecord | undefined
  /** What the hub saw that the body names as its source; undefined too when its person was on leave then. */
  observation: PostObservation | undefined
  /** The same case of the same source, whatever became of it. */
  same: Violation | undefined
  lastViolationId: number
}

/** For every other decision on one violation. */
export interface ViolationFacts extends WorkingDay {
  violation: Violation | undefined
  /** Supervisors who work here. */
  supervisorIds: readonly string[]
}
