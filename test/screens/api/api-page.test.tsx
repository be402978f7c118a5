import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../../main/hub/door/open-api.ts'
import { ApiPage } from '../../../renderer/api/api-page.tsx'
import { callsOf, type JsonSchema, type OpenApiDocument, typeText } from '../../../renderer/api/open-api.ts'
import { curlLine, sampleOf } from '../../../renderer/api/sample.ts'
import { type CommandType, commandBodies } from '../../../shared/vocabulary/command.ts'

const openApi = (await openApiDocument()) as OpenApiDocument
const calls = callsOf(openApi)
const callAt = (path: string) => calls.find((call) => call.path === path)!

beforeEach(() => {
  globalThis.fetch = async () => new Response(JSON.stringify(openApi))
})
afterEach(cleanup)

const openCall = async (path: string) => {
  const details = (await screen.findByText(path)).closest('details')!
  details.open = true
  fireEvent(details, new Event('toggle'))
  return within(details)
}

describe('the API page', () => {
  test('shows every command of the vocabulary in its group', async () => {
    render(<ApiPage />)
    expect(await screen.findByText(`${Object.keys(commandBodies).length} 个接口`)).toBeDefined()
    for (const type of Object.keys(commandBodies) as CommandType[]) expect(screen.getByText(type)).toBeDefined()
  })

  test('an open call shows its fields, what is required, and the answers', async () => {
    render(<ApiPage />)
    const call = await openCall('/api/commands/take-ticket')
    expect(call.getByText('priorityGround')).toBeDefined()
    expect(call.getByText('itemCode').closest('li')!.textContent).toContain('必填')
    expect(call.getByText('idNumber').closest('li')!.textContent).not.toContain('必填')
    expect(call.getByText('"refused"')).toBeDefined()
  })

  test('the filter leaves what has every word in it', async () => {
    render(<ApiPage />)
    fireEvent.change(await screen.findByLabelText('筛选接口'), { target: { value: 'call next' } })
    expect(screen.getByText('CallNextTicket')).toBeDefined()
    expect(screen.queryByText('TakeTicket')).toBeNull()
    fireEvent.change(screen.getByLabelText('筛选接口'), { target: { value: 'no such thing' } })
    expect(screen.getByText('没有符合的接口。')).toBeDefined()
  })

  test('a hub that does not answer is said', async () => {
    globalThis.fetch = async () => new Response('', { status: 503 })
    render(<ApiPage />)
    expect(await screen.findByText(/没有读到/)).toBeDefined()
  })
})

describe('the command line of a call', () => {
  test('names address, method and the required fields only', () => {
    expect(curlLine(callAt('/api/commands/call-next-ticket'), 'http://127.0.0.1:8610')).toBe(
      `curl -X POST 'http://127.0.0.1:8610/api/commands/call-next-ticket' -H 'content-type: application/json' -d '{"commandId":"example-000000000001","body":{"windowNumber":1}}'`,
    )
  })

  test('puts what a query requires into its address', () => {
    expect(curlLine(callAt('/api/queries/attendance-of-day'), 'http://127.0.0.1:8610')).toBe(
      `curl 'http://127.0.0.1:8610/api/queries/attendance-of-day?day=2026-05-09'`,
    )
  })

  test('can be made of every call', () => {
    for (const call of calls) expect(curlLine(call, 'http://hub')).toContain(call.path)
  })

  test('has a body of the form that the hub asks for', () => {
    const schema = callAt('/api/commands/finish-service').operation.requestBody!.content!['application/json']!.schema!
    const sample = sampleOf(schema) as { body: unknown }
    expect(commandBodies.FinishService.safeParse(sample.body).success).toBe(true)
  })
})

describe('the type of a value', () => {
  test.each<[JsonSchema, string]>([
    [{ type: 'string', maxLength: 20 }, 'string ≤ 20'],
    [{ type: 'integer', minimum: 1, maximum: 99 }, 'integer 1–99'],
    [{ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }, 'integer'],
    [{ enum: ['self', 'agent'], type: 'string', default: 'self' }, '"self" | "agent" = "self"'],
    [{ const: 'done' }, '"done"'],
    [{ type: 'string', format: 'date', pattern: '^x$' }, 'string date'],
    [{}, ''],
  ])('is written with its bounds: %j', (schema, text) => {
    expect(typeText(schema)).toBe(text)
  })
})
