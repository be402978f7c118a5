import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'

/**
 * What a value says beside the defaults of its schema: a field that has its default is as good as not
 * written. So a program that knows one field more than the last one finds the same said.
 */
export function saidBeside(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return saidBeside(schema.def.innerType as z.ZodType, value)
  }
  if (schema instanceof z.ZodNullable) return value === null ? null : saidBeside(schema.unwrap() as z.ZodType, value)
  if (schema instanceof z.ZodArray)
    return (value as unknown[]).map((one) => saidBeside(schema.element as z.ZodType, one))
  if (!(schema instanceof z.ZodObject)) return value
  const fields = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(
    fields
      .filter(([name, one]) => !hasDefault(schema.shape[name] as z.ZodType | undefined, one))
      .map(([name, one]) => [name, saidBeside(schema.shape[name] as z.ZodType, one)]),
  )
}

function hasDefault(schema: z.ZodType | undefined, value: unknown): boolean {
  if (value === undefined || schema === undefined) return true
  if (schema instanceof z.ZodDefault) return isDeepStrictEqual(schema.def.defaultValue, value)
  if (!(schema instanceof z.ZodPrefault)) return false
  return isDeepStrictEqual((schema.def.innerType as z.ZodType).parse(schema.def.defaultValue), value)
}
