import type { z } from 'zod'
import type { CommandType } from './command.ts'
import { documentKind } from './hall-document.ts'

/** Papers that an applicant can be asked to sign: 承办单 at the end, 告知书 and 送达回证 when he gets them. */
export const signedPaper = documentKind.extract(['handling-slip', 'one-time-notice', 'delivery-receipt'])
export type SignedPaper = z.infer<typeof signedPaper>

/** The command that a signature is asked for. */
export const signedBy = {
  'handling-slip': 'SignHandlingSlip',
  'one-time-notice': 'SignDocument',
  'delivery-receipt': 'SignDocument',
} as const satisfies Record<SignedPaper, CommandType>
