import { z } from 'zod'
import { pauseReason } from './ticket.ts'
import { violationCode } from './violation.ts'

const minutes = z.int().min(1).max(240)

/** Settings of the working day where no regulation gives the number (domain §2.10, §3.12, decisions with a default). */
export const disciplineSettings = z.strictObject({
  /** Minutes a window may be paused by reason; lunch, meetings and the like have their own end. */
  pauseMinutesMax: z.partialRecord(pauseReason, minutes).default({ '01': 10, '07': 10, '09': 30, '99': 15 }),
  /** Minutes a window may be without anybody while people wait. */
  unattendedMinutesMax: minutes.default(10),
  /** Minutes after a call in which nobody came and nobody pressed. */
  unfollowedMinutesMax: minutes.default(5),
  /** Minutes of service past the end of the public hours that are asked about. */
  pastClosingMinutesMax: minutes.default(30),
  /** Minutes of idleness beside a queue of `longQueue` people. */
  idleMinutesMax: minutes.default(10),
  longQueue: z.int().min(1).max(500).default(10),
  longWaitMinutes: minutes.default(30),
  /** Rounds of the patrol in each half-day (domain 5-20). */
  patrolsPerHalfDay: z.int().min(1).max(10).default(2),
  /** Minutes after the beginning that are not late yet; none by the regulation. */
  lateGraceMinutes: z.int().min(0).max(30).default(0),
  /** Points of each code that this hall values differently. */
  points: z.partialRecord(violationCode, z.int().min(0).max(100)).default({}),
})
export type DisciplineSettings = z.infer<typeof disciplineSettings>
