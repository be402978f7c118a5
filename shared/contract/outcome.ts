import { z } from 'zod'
import { refusalCodes } from '../vocabulary/refusal.ts'

const refusalFacts = z.record(z.string(), z.union([z.string(), z.number()]))

/** 裁定 as the screen gets it. The same command id always gets the same outcome. */
export const outcome = z.discriminatedUnion('kind', [
  /** Done and on disk; `seq` is the journal entry that ended it, `made` what was made by it. */
  z.object({ kind: z.literal('done'), seq: z.number(), made: z.record(z.string(), z.unknown()).default({}) }),
  z.object({
    kind: z.literal('refused'),
    code: z.enum(refusalCodes),
    facts: refusalFacts,
    /** One clear Chinese sentence. */
    sentence: z.string(),
    /** The regulation it rests on, such as 篇5.7; empty when none. */
    clause: z.string(),
  }),
  /** We are wrong; nothing was changed. The incident number stands in the hub's log. */
  z.object({ kind: z.literal('fault'), incident: z.string() }),
])
export type Outcome = z.infer<typeof outcome>
