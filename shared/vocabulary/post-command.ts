import { z } from 'zod'
import { observationReason } from './post.ts'
import { journalText } from './text-field.ts'

const observationId = z.int().min(1)

/** 在岗. */
export const postCommandBodies = {
  /** 说明, by the clerk it is about: one tap. */
  ExplainObservation: z.strictObject({
    observationId,
    reason: observationReason,
    note: journalText(100).default(''),
  }),
  /** 采纳, by a supervisor: nothing goes into the log. */
  ExcuseObservation: z.strictObject({ observationId, note: journalText(100).default('') }),
} as const

/** The wishes of the hub around the posts. */
export interface PostHubCommandBodies {
  /**
   * Looks at every window and its queues: opens and ends what it sees. `freeSince`: since when (epoch
   * ms) each window has been seen open and without a visitor, without a break.
   */
  ReviewPosts: { freeSince: Record<number, number> }
  /** What of the working day has to be called out by now, and what no longer. */
  ReviewDayAlarms: Record<string, never>
}
