import { useEffect, useId, useState } from 'react'
import { apiText } from '../common/text/api.ts'
import { CallEntry } from './call-entry.tsx'
import { type Call, callsOf, type OpenApiDocument } from './open-api.ts'

const documentPath = '/api/openapi.json'

/** The hub's OpenAPI document, readable without a network and without a library. */
export function ApiPage() {
  const { openApi, problem } = useDocument()
  const [text, setText] = useState('')
  const id = useId()
  if (openApi === null) return <main className="api">{problem === '' ? apiText.loading : problem}</main>

  const { title, version, description } = openApi.info
  const found = callsOf(openApi).filter((call) => isFound(call, text))
  return (
    <main className="api">
      <h1>
        {title} {apiText.title} <span className="api-soft">{version}</span>
      </h1>
      <p>
        {description} <a href={documentPath}>{apiText.document}</a>
      </p>
      <p>{apiText.howToAsk}</p>
      <label htmlFor={id}>{apiText.filter}</label>{' '}
      <input
        id={id}
        value={text}
        placeholder={apiText.filterExample}
        onChange={(change) => setText(change.target.value)}
      />
      {found.length === 0 && <p>{apiText.none}</p>}
      {[...new Set(found.map(({ group }) => group))].map((group) => (
        <CallGroup key={group} group={group} calls={found.filter((call) => call.group === group)} />
      ))}
    </main>
  )
}

function CallGroup({ group, calls }: { group: string; calls: Call[] }) {
  return (
    <section>
      <h2>
        {apiText.group[group] ?? (group || apiText.otherGroup)}{' '}
        <span className="api-soft">{apiText.count(calls.length)}</span>
      </h2>
      {calls.map((call) => (
        <CallEntry key={`${call.method} ${call.path}`} call={call} />
      ))}
    </section>
  )
}

function isFound({ method, path, operation }: Call, text: string): boolean {
  const fields = `${method} ${path} ${operation.summary ?? ''}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => fields.includes(word))
}

function useDocument() {
  const [openApi, setOpenApi] = useState<OpenApiDocument | null>(null)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    const read = async () => {
      const answer = await fetch(documentPath)
      if (!answer.ok) throw new Error(`expected the document, got status ${answer.status}`)
      setOpenApi((await answer.json()) as OpenApiDocument)
    }
    read().catch(() => setProblem(apiText.unreachable))
  }, [])
  return { openApi, problem }
}
