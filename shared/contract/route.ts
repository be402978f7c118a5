import { oc } from '@orpc/contract'
import { z } from 'zod'
import { outcome } from './outcome.ts'
import type { SessionView } from './view.ts'

/** A question, asked by GET. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  path: `/${string}`,
  summary: string,
  input: I,
  output: O,
) {
  return oc
    .route({ method: 'GET', path: `/queries${path}`, tags: ['queries'], summary })
    .input(input)
    .output(output)
}

/** Who one is, and what needs a password: by POST. */
export function door<I extends z.ZodType, O extends z.ZodType>(
  path: `/${string}`,
  summary: string,
  input: I,
  output: O,
) {
  return oc
    .route({ method: 'POST', path: `/door${path}`, tags: ['door'], summary })
    .input(input)
    .output(output)
}

/** Asks for nothing in particular. */
export const nothing = z.object({}).default({})

/** Who is signed in. */
export const session = z.custom<SessionView>((value) => typeof value === 'object')

/** A read view that the hub makes and only screens take apart; its form stands in a file of views. */
export function viewOf<T>() {
  return z.custom<T>((value) => typeof value === 'object')
}

/** A range of days, both included. */
export const days = z.strictObject({ from: z.iso.date(), to: z.iso.date() })
/** One day. */
export const oneDay = z.strictObject({ day: z.iso.date() })
/** One thing by its id. */
export const idOf = <K extends string>(name: K) =>
  z.strictObject({ [name]: z.coerce.number().int().min(1) } as Record<K, z.ZodCoercedNumber>)

/** Answer of a door procedure that can be refused. */
export function orRefused<O extends z.ZodType>(made: O) {
  return z.union([z.object({ kind: z.literal('done'), made }), outcome.options[1]])
}
