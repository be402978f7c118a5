import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyProblem, frameBytesMax } from '../../../main/hub/door/well-formed.ts'
import { startTestHall, type TestHall } from '../../support/test-hall.ts'

let hall: TestHall
beforeAll(async () => {
  hall = await startTestHall()
})
afterAll(async () => {
  // Whatever was sent: no press changed anything, and nothing of it was our own mistake.
  expect(hall.hub.tables.ticket.lastTicketId()).toBe(0)
  expect(hall.problems).toEqual([])
  await hall.close()
})

const path = '/api/commands/take-ticket'
const body = { itemCode: 'A-REG' }
const commandId = 'a-command-id-of-mine'
const isAlive = async () => (await hall.call({}, '/api/door/welcome', { body: {} })).status === 200

/** An array in an array in an array. */
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('a body that is not what it should be is answered, and the hub lives', () => {
  test.each<[string, string | Buffer, number]>([
    ['not JSON', 'take a ticket', 400],
    ['half of a JSON', '{"commandId":', 400],
    ['no body at all', '', 400],
    ['a number', '7', 400],
    ['null', 'null', 400],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a lone surrogate', `{"commandId":"${commandId}","body":{"itemCode":"\\ud800"}}`, 400],
    ['a control character', `{"commandId":"${commandId}","body":{"itemCode":"A\\u0000"}}`, 400],
    ['a control character in a name', `{"commandId":"${commandId}","body":{"item\\u0007Code":"A"}}`, 400],
    ['a field named __proto__', `{"commandId":"${commandId}","body":{"__proto__":{"itemCode":"A-REG"}}}`, 400],
    ['a field nobody knows', JSON.stringify({ commandId, body, isAdministrator: true }), 400],
    ['a field nobody knows inside', JSON.stringify({ commandId, body: { ...body, priority: 9 } }), 400],
    ['no command id', JSON.stringify({ body }), 400],
    ['a command id that is none', JSON.stringify({ commandId: 'x', body }), 400],
    ['a text for an object', JSON.stringify({ commandId, body: 'A-REG' }), 400],
    ['nested thirteen deep', JSON.stringify({ commandId, body: { itemCode: JSON.parse(nested(13)) } }), 400],
    ['nested so deep that a walk would fall', `{"body":${nested(30_000)}}`, 400],
    ['more than 64 KiB', JSON.stringify({ commandId, body: { itemCode: 'A'.repeat(frameBytesMax) } }), 413],
    ['ten megabytes', Buffer.alloc(10_000_000, 0x20), 413],
  ])('%s', async (_, raw, status) => {
    const answer = await hall.call({}, path, { method: 'POST', raw }).catch((problem: Error) => problem)
    // A hub that has seen enough may close before the rest is sent.
    if (answer instanceof Error) expect(answer.message).toMatch(/ECONNRESET|EPIPE|socket hang up/)
    else expect(answer.status).toBe(status)
    expect(await isAlive()).toBe(true)
  })

  /** What comes back for bytes that no client library would send. */
  const answerTo = (head: string[], rest: string, isAll: boolean): Promise<string> =>
    new Promise((resolve) => {
      let answer = ''
      const line = connect(hall.port, '127.0.0.1', () => {
        line.write([`POST ${path} HTTP/1.1`, 'host: 127.0.0.1', ...head, '', ''].join('\r\n') + rest)
        if (isAll) line.end()
      })
      line.on('data', (bytes) => {
        answer += String(bytes)
        if (answer.includes('\r\n\r\n')) line.end()
      })
      line.on('error', () => {})
      line.on('close', () => resolve(answer.split('\r\n')[0]!))
    })
  const chunked = 'transfer-encoding: chunked'
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

  test.each<[string, string[], string, RegExp]>([
    ['in chunks, of more than 64 KiB', [chunked], chunk('a'.repeat(40_000)).repeat(2), /^$|^HTTP\/1.1 413 /],
    ['in chunks, short', [chunked], `${chunk('{"commandId"')}${chunk(':7}')}0\r\n\r\n`, /^HTTP\/1.1 400 /],
    ['longer than it says', ['content-length: 2'], `{}${'a'.repeat(100_000)}`, /^HTTP\/1.1 400 /],
    ['of a length and in chunks', ['content-length: 2', chunked], `${chunk('{}')}0\r\n\r\n`, /^HTTP\/1.1 400 /],
    ['of two lengths', ['content-length: 2', 'content-length: 90000'], '{}', /^HTTP\/1.1 400 /],
    ['of a length that is none', ['content-length: many'], '{}', /^HTTP\/1.1 400 /],
    ['that says 90,000 and sends them', ['content-length: 90000'], ' '.repeat(90_000), /^$|^HTTP\/1.1 413 /],
    ['shorter than it says, and then nothing', ['content-length: 20'], '{}', /^$|^HTTP\/1.1 400 /],
  ])('a body %s', async (_, head, rest, status) => {
    expect(await answerTo(head, rest, rest === '{}')).toMatch(status)
    expect(await isAlive()).toBe(true)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is not answered by looking at its body', async (method) => {
    for (const address of [path, '/rpc/command/TakeTicket']) {
      const raw = JSON.stringify({ json: { commandId, body } })
      expect((await hall.call({}, address, { method, raw })).status).toBe(405)
    }
  })

  test('what is refused in a note is an ID or mobile number: the journal is kept for years', async () => {
    const session = hall.signIn('1002')
    for (const reason of ['办 999999199001010016 的事', '回电 13812345678']) {
      const wish = { commandId, body: { windowNumber: 1, ticketId: 1, reason } }
      const answer = await hall.call({ session }, '/api/commands/hold-ticket', { body: wish })
      expect([answer.status, answer.text.includes('999999199001010016')]).toEqual([400, false])
    }
  })

  test('an address that is none leads nowhere', async () => {
    for (const address of ['/api/', '/api/commands/', '/api/commands/take-a-ticket', '/rpc/', '/rpc/command/Gone']) {
      expect((await hall.call({}, address, { body: {} })).status).toBe(404)
    }
  })

  test('bytes that are no HTTP close that line alone', async () => {
    for (const bytes of ['\x16\x03\x01\x02\x00', 'GET\r\n\r\n', 'POST / HTTP/9.9\r\n\r\n', '\0'.repeat(70_000)]) {
      await new Promise<void>((resolve) => {
        const line = connect(hall.port, '127.0.0.1', () => line.write(bytes))
        line.on('close', () => resolve())
        line.on('error', () => {})
        line.on('data', () => line.end())
      })
    }
    expect(await isAlive()).toBe(true)
  })

  test('a header of more than 16 KiB is refused', async () => {
    const headers = { 'x-long': 'a'.repeat(17_000) }
    expect((await hall.call({}, '/api/queries/catalogue', { headers })).status).toBe(431)
  })

  test('any JSON for any command is answered with 200 or 400', async () => {
    const commands = ['take-ticket', 'call-next-ticket', 'publish-queue-settings', 'add-staff', 'enrol-screen']
    const session = hall.signIn('3001')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), fc.jsonValue(), async (command, value) => {
        const answer = await hall.call({ session }, `/api/commands/${command}`, { body: { commandId, body: value } })
        expect([200, 400]).toContain(answer.status)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a page of another origin', () => {
  test.each(['http://evil.example', 'null', 'https://localhost.evil.example'])('%s is turned away', async (origin) => {
    const answer = await hall.call({ origin }, path, { body: { commandId, body } })
    expect(answer.status).toBe(403)
    expect((await hall.call({ origin }, '/api/queries/catalogue')).status).toBe(403)
  })

  test('with the own origin is let in', async () => {
    const origin = `http://127.0.0.1:${hall.port}`
    const answer = await hall.call({ origin, host: `127.0.0.1:${hall.port}` }, '/api/queries/catalogue')
    expect(answer.status).toBe(200)
  })
})

describe('bodyProblem', () => {
  test('lets Chinese, emoji, tabs and line breaks through', () => {
    expect(bodyProblem({ 姓名: '欧阳修\t👍\r\n', list: [1, true, null, { a: '𠮷' }] })).toBeNull()
  })

  test.each([
    ['a lone surrogate', { a: ['\ud800'] }],
    ['a control character', { a: '\u0001' }],
    ['a C1 control character', { a: '\u0085' }],
    ['a strange name', { '\u0000': 1 }],
    ['__proto__', JSON.parse('{"__proto__":1}')],
  ])('complains about %s', (_, value) => {
    expect(bodyProblem(value)).not.toBeNull()
  })

  test('twelve levels are enough for every command, thirteen are too many', () => {
    expect(bodyProblem(JSON.parse(nested(12)))).toBeNull()
    expect(bodyProblem(JSON.parse(nested(14)))).not.toBeNull()
  })
})
