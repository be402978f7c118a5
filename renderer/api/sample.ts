import { bodySchema, type Call, type JsonSchema } from './open-api.ts'

/** A command id must have 16 characters at least. */
const sampleId = 'example-000000000001'

/** A value that a schema allows or nearly so: required fields only, the first of several choices. */
export function sampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (choice !== undefined) return sampleOf(choice, name)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, key)]),
      )
    case 'array':
      return (schema.minItems ?? 0) > 0 && schema.items !== undefined ? [sampleOf(schema.items)] : []
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return name === 'commandId' ? sampleId : sampleText(schema)
  }
}

function sampleText({ format }: JsonSchema): string {
  return format === 'date' ? '2026-05-09' : '…'
}

/** A command line that makes the call. `origin` is where the hub is, such as `http://127.0.0.1:8610`. */
export function curlLine({ method, path, operation }: Call, origin: string): string {
  const required = (operation.parameters ?? []).filter((parameter) => parameter.required)
  const query = required
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(sampleOf(schema ?? {}, name)))}`)
    .join('&')
  const address = `'${origin}${path}${query === '' ? '' : `?${query}`}'`
  const body = bodySchema(operation.requestBody)
  if (method === 'GET') return `curl ${address}`
  const content = body === undefined ? '{}' : JSON.stringify(sampleOf(body))
  return `curl -X ${method} ${address} -H 'content-type: application/json' -d '${content.replaceAll("'", "'\\''")}'`
}
