import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kebab } from '../../../shared/contract/contract.ts'
import { commandBodies } from '../../../shared/vocabulary/command.ts'
import { lanHost, startTestHall, type TestHall } from '../../support/test-hall.ts'

const secret = 'what stands beside the pages'

let hall: TestHall
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shouwen-pages-'))
  for (const page of ['kiosk', 'clerk', 'assets', 'api', 'pairing'])
    mkdirSync(join(folder, 'pages', page), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), secret)
  writeFileSync(join(folder, 'pages', 'kiosk', 'index.html'), 'the kiosk')
  writeFileSync(join(folder, 'pages', 'clerk', 'index.html'), 'the clerk screen')
  writeFileSync(join(folder, 'pages', 'api', 'index.html'), 'the contract')
  writeFileSync(join(folder, 'pages', 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'pages', 'assets', '字.txt'), 'a name with a letter of ours')
  hall = await startTestHall({ pagesFolder: join(folder, 'pages') })
})
afterAll(async () => {
  expect(hall.problems).toEqual([])
  await hall.close()
  rmSync(folder, { recursive: true })
})

describe('pages', () => {
  test('are served with a policy that lets them speak to the hub alone', async () => {
    const { status, text, headers } = await hall.call({}, '/kiosk/')
    expect([status, text]).toEqual([200, 'the kiosk'])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    expect(policy).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-cache')
  })

  test('of the clerk may have styles in the page, scripts never', async () => {
    const { headers } = await hall.call({}, '/clerk/')
    expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'")
    expect(headers['content-security-policy']).toContain("script-src 'self';")
  })

  test('with a hash in their name are kept for a year', async () => {
    const { headers } = await hall.call({}, '/assets/app-1a2b.js')
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-type']).toContain('text/javascript')
  })

  test('are found by escaped names, and with HEAD without their content', async () => {
    expect((await hall.call({}, '/assets/%E5%AD%97.txt')).status).toBe(200)
    const head = await hall.call({}, '/kiosk/', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test.each([
    '/../secret.txt',
    '/../../secret.txt',
    '/kiosk/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//....//secret.txt',
    '/assets/%252e%252e/%252e%252e/secret.txt',
    '/assets/%00',
    '//secret.txt',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/%',
    '/%E0%A4%A',
    '/assets/%ff',
    '/kiosk/index.html%00.txt',
    '/gone/',
  ])('%s leads nowhere', async (path) => {
    const answer = await hall.call({}, path)
    expect([answer.status, answer.text.includes(secret)]).toEqual([404, false])
  })

  test('the browser’s unasked question for an icon is answered', async () => {
    expect((await hall.call({}, '/favicon.ico')).status).toBe(204)
  })
})

interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, { operationId?: string; responses?: object; requestBody?: object }>>
}

describe('the OpenAPI document', () => {
  const read = async () => (await hall.call({}, '/api/openapi.json')).json as OpenApi

  test('is one of 3.1 with every command as a POST', async () => {
    const { openapi, info, paths } = await read()
    expect(openapi).toMatch(/^3\.1\./)
    expect(info.title).toContain('首问')
    for (const type of Object.keys(commandBodies)) {
      expect(paths[`/commands/${kebab(type)}`]?.post, type).toMatchObject({ requestBody: expect.anything() })
    }
  })

  test('names each operation once and says how each is answered', async () => {
    const operations = Object.values((await read()).paths).flatMap((path) => Object.values(path))
    const names = operations.map((operation) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
    expect(operations.filter((operation) => Object.keys(operation.responses ?? {}).length === 0)).toEqual([])
  })

  test('refers to nothing that it does not contain', async () => {
    const document = await read()
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!)
    const found = (path: string) =>
      path.split('/').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)
    expect(references.filter((path) => found(path) === undefined)).toEqual([])
  })

  test('leads only to addresses that the hub answers', async () => {
    for (const [path, operations] of Object.entries((await read()).paths)) {
      const isPost = 'post' in operations
      const answer = await hall.call({}, `/api${path}`, isPost ? { body: {} } : {})
      expect([path, answer.status]).not.toEqual([path, 404])
      expect([path, answer.status]).not.toEqual([path, 500])
    }
  })

  test('has a page to read it, which a stranger does not get', async () => {
    for (const path of ['/api/docs', '/api/docs/']) {
      const answer = await hall.call({}, path)
      const target = answer.headers.location
      const shown = target === undefined ? answer : await hall.call({}, target)
      expect([shown.status, shown.text]).toEqual([200, 'the contract'])
      expect((await hall.call({ host: lanHost }, path)).headers.location).toBe('/pairing/')
    }
  })
})
