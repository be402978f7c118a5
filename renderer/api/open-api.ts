/** The part of a JSON schema that the hub's document uses. */
export interface JsonSchema {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  additionalProperties?: boolean | JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  description?: string
  $ref?: string
}

export interface Parameter {
  name: string
  required?: boolean
  schema?: JsonSchema
}

interface Content {
  content?: Record<string, { schema?: JsonSchema }>
}

export interface Operation {
  summary?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: Content
  responses?: Record<string, Content>
}

export interface OpenApiDocument {
  info: { title: string; version: string; description?: string }
  servers?: { url: string }[]
  paths: Record<string, Record<string, Operation>>
}

/** One call of the hub, as the page lists it. */
export interface Call {
  method: string
  /** With the server's own part: `/api/commands/take-ticket`. */
  path: string
  group: string
  operation: Operation
}

/** Every call of the document, in its order. */
export function callsOf({ paths, servers }: OpenApiDocument): Call[] {
  const server = servers?.[0]?.url ?? ''
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: `${server}${path}`,
      group: operation.tags?.[0] ?? '',
      operation,
    })),
  )
}

export function bodySchema(content: Content | undefined): JsonSchema | undefined {
  return content?.content?.['application/json']?.schema
}

/** The type of a value with its bounds, such as `string 1–40` or `"self" | "agent"`. */
export function typeText(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? schema.$ref
  const written = schema.enum?.map((value) => JSON.stringify(value)) ?? [schema.type ?? ''].flat()
  const name = written.join(' | ')
  const bounds = [
    range(schema.minimum, schema.maximum),
    range(schema.minLength, schema.maxLength),
    range(schema.minItems, schema.maxItems),
    schema.format ?? '',
    schema.pattern === undefined || schema.format !== undefined ? '' : `/${schema.pattern}/`,
    schema.default === undefined ? '' : `= ${JSON.stringify(schema.default)}`,
  ]
  return [name, ...bounds].filter(Boolean).join(' ')
}

/** The bounds of a safe integer say nothing that `integer` does not. */
const isTold = (bound: number | undefined): bound is number =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER

function range(low: number | undefined, high: number | undefined): string {
  if (isTold(low) && isTold(high)) return `${low}–${high}`
  if (isTold(low)) return `≥ ${low}`
  return isTold(high) ? `≤ ${high}` : ''
}
