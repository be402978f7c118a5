import { z } from 'zod'

/** The names that may stand in the mapping at `path` of a schema; none when it is no mapping. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const keys = schemasAt([schema], path).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []))
  return [...new Set(keys)]
}

/** What a path leads to; more than one where a field has several forms, such as the printer. */
function schemasAt(schemas: z.core.$ZodType[], path: readonly PropertyKey[]): z.core.$ZodType[] {
  const bare = schemas.flatMap(unwrapped)
  const [step, ...rest] = path
  if (step === undefined) return bare
  const next = bare.flatMap((one) => {
    if (one instanceof z.ZodArray) return typeof step === 'number' ? [one.element] : []
    const field: z.core.$ZodType | undefined = one instanceof z.ZodObject ? one.shape[String(step)] : undefined
    return field === undefined ? [] : [field]
  })
  return schemasAt(next, rest)
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(unwrapped)
  const hasInner =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  return hasInner ? unwrapped(schema.unwrap()) : [schema]
}
