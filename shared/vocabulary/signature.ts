import type { z } from 'zod'
import type { CommandType } from './command.ts'
import { documentKind } from './hall-document.ts'

/** Papers that an applicant can be asked to sign at the countertop: 承办单. */
export const signedPaper = documentKind.extract(['handling-slip'])
export type SignedPaper = z.infer<typeof signedPaper>

/** The command that a signature is asked for. */
export const signedBy = { 'handling-slip': 'SignHandlingSlip' } as const satisfies Record<SignedPaper, CommandType>
