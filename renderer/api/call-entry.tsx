import { useState } from 'react'
import { apiText } from '../common/text/api.ts'
import { bodySchema, type Call } from './open-api.ts'
import { curlLine } from './sample.ts'
import { SchemaTree } from './schema-tree.tsx'

/** One call: closed it is a line, open it is all that one must know to make it. */
export function CallEntry({ call }: { call: Call }) {
  const [isOpen, setOpen] = useState(false)
  const { method, path, operation } = call
  return (
    <details className="api-call" onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        <span className={`api-method is-${method.toLowerCase()}`}>{method}</span>
        <code className="api-path">{path}</code>
        <span>{operation.summary}</span>
      </summary>
      {isOpen && <CallBody call={call} />}
    </details>
  )
}

function CallBody({ call }: { call: Call }) {
  const { operation } = call
  const body = bodySchema(operation.requestBody)
  const parameters = operation.parameters ?? []
  return (
    <div className="api-body">
      <h4>{apiText.curl}</h4>
      <CurlLine line={curlLine(call, location.origin)} />
      {parameters.length > 0 && (
        <>
          <h4>{apiText.parameters}</h4>
          <ul className="api-tree">
            {parameters.map(({ name, required, schema }) => (
              <li key={name}>
                <code>{name}</code>
                {required && <span className="api-required">{apiText.required}</span>}{' '}
                {schema !== undefined && <SchemaTree schema={schema} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {body !== undefined && (
        <>
          <h4>{apiText.body}</h4>
          <div className="api-tree">
            <SchemaTree schema={body} />
          </div>
        </>
      )}
      {Object.entries(operation.responses ?? {}).map(([status, answer]) => (
        <Answer key={status} status={status} schema={bodySchema(answer)} />
      ))}
    </div>
  )
}

function Answer({ status, schema }: { status: string; schema: ReturnType<typeof bodySchema> }) {
  return (
    <>
      <h4>
        {apiText.answers} {status}
      </h4>
      <div className="api-tree">{schema === undefined ? apiText.noBody : <SchemaTree schema={schema} />}</div>
    </>
  )
}

function CurlLine({ line }: { line: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      // A page that came over plain HTTP from another machine has no clipboard.
      await navigator.clipboard.writeText(line)
      setSaid(apiText.copied)
    } catch {
      setSaid(apiText.copyFailed)
    }
  }
  return (
    <div className="api-curl">
      <code>{line}</code>
      <button type="button" onClick={() => void copy()}>
        {apiText.copy}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}
