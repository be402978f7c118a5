import { z } from 'zod'
import { environmentFault, windowCheck } from './patrol.ts'
import { journalText } from './text-field.ts'

const patrolId = z.int().min(1)

/** What supervisors may wish for on a round. */
export const patrolCommandBodies = {
  StartPatrol: z.strictObject({}),
  /**
   * One window of the round; asked again, it replaces what the round said of it. `staffId` names who
   * is there when it is not the one on duty or assigned.
   */
  CheckWindow: z.strictObject({ patrolId, check: windowCheck, staffId: z.string().min(1).max(40).optional() }),
  FinishPatrol: z.strictObject({
    patrolId,
    environment: z.array(environmentFault).max(7).default([]),
    note: journalText(300).default(''),
  }),
} as const
