import { z } from 'zod'
import { hallDate } from './hall-date.ts'
import { signatureImage } from './party.ts'
import { journalText, label } from './text-field.ts'
import { hallSession } from './timetable.ts'
import { type Evidence, onTheSpotAction, violationCode, violationSignatureMeans, violationSource } from './violation.ts'

const id = z.int().min(1)
const reason = label(200)

/** What people may wish for around a violation. */
export const violationCommandBodies = {
  /** 提请记录, with the facts; the person is heard before anything is decided. */
  ProposeViolation: z.strictObject({
    staffId: z.string().min(1).max(40),
    day: hallDate,
    windowNumber: z.int().min(1).max(99).optional(),
    code: violationCode,
    source: violationSource,
    sourceId: id.optional(),
    half: hallSession.optional(),
    facts: label(300),
    onTheSpot: onTheSpotAction.default('registered'),
  }),
  /** 本人陈述 */
  StateOnViolation: z.strictObject({ violationId: id, text: label(500) }),
  /** 本人签字: drawn, on paper, or refused with who saw it. */
  SignViolation: z.strictObject({
    violationId: id,
    means: violationSignatureMeans,
    note: journalText(60).default(''),
    signature: signatureImage.optional(),
  }),
  ConfirmViolation: z.strictObject({
    violationId: id,
    points: z.int().min(0).max(100),
    note: journalText(200).default(''),
  }),
  DismissViolation: z.strictObject({ violationId: id, reason }),
  /** 申诉, by the person, of what was confirmed. */
  AppealViolation: z.strictObject({ violationId: id, text: label(500) }),
  /** 申诉复核, by another supervisor than the one who confirmed, where the hall has one. */
  DecideAppeal: z.strictObject({ violationId: id, isUpheld: z.boolean(), reason }),
} as const

/** What the hub itself wishes for around a violation. */
export interface ViolationHubCommandBodies {
  /** 附证据: a file that came in by its own door. */
  AttachEvidence: { violationId: number } & Pick<Evidence, 'hash' | 'bytes' | 'mediaType'>
}
