import { apiText } from '../common/text/api.ts'
import { type JsonSchema, typeText } from './open-api.ts'

/** Deeper than any body of the contract; a schema that refers to itself would never end. */
const depthMax = 12

/** A schema as an indented tree: names, types, bounds. */
export function SchemaTree({ schema, depth = 0 }: { schema: JsonSchema; depth?: number }) {
  if (depth > depthMax) return <span>{apiText.recursive}</span>
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return <Choices choices={choices} depth={depth} />
  if (schema.properties !== undefined) return <Properties schema={schema} depth={depth} />
  if (schema.items !== undefined) {
    return (
      <>
        <span className="api-type">{[apiText.listOf, typeText({ ...schema, type: '' })].join(' ').trim()}</span>
        <ul>
          <li>
            <SchemaTree schema={schema.items} depth={depth + 1} />
          </li>
        </ul>
      </>
    )
  }
  if (typeof schema.additionalProperties === 'object') {
    return (
      <>
        <span className="api-type">{apiText.mapOf}</span>{' '}
        <SchemaTree schema={schema.additionalProperties} depth={depth + 1} />
      </>
    )
  }
  return <span className="api-type">{typeText(schema) || apiText.anyValue}</span>
}

function Choices({ choices, depth }: { choices: JsonSchema[]; depth: number }) {
  const areSimple = choices.every(({ properties, items, anyOf }) => !properties && !items && !anyOf)
  if (areSimple) return <span className="api-type">{choices.map(typeText).join(' | ')}</span>
  return (
    <>
      <span className="api-type">{apiText.oneOf}</span>
      <ul>
        {choices.map((choice) => (
          <li key={JSON.stringify(choice)}>
            <SchemaTree schema={choice} depth={depth + 1} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Properties({ schema, depth }: { schema: JsonSchema; depth: number }) {
  return (
    <ul>
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <li key={name}>
          <code>{name}</code>
          {schema.required?.includes(name) && <span className="api-required">{apiText.required}</span>}{' '}
          <SchemaTree schema={property} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}
