import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { WebSocket } from 'ws'
import type { HubFrame, WatchFrame } from '../../shared/contract/view.ts'

/** Sockets are kept open between the calls of a test, as a screen keeps its own. */
const agent = new Agent({ keepAlive: true, maxSockets: 128 })

export interface Caller {
  port: number
  /** What stands in the Host header; a name that is not the own PC's makes the caller a machine of the LAN. */
  host?: string | undefined
  session?: string | undefined
  cookie?: string | undefined
  origin?: string | undefined
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** The body as JSON; undefined when it is none. */
  json: unknown
}

export interface CallOptions {
  method?: string
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is. */
  raw?: string | Buffer
  headers?: Record<string, string>
}

function headersOf({ host, session, cookie, origin }: Caller): Record<string, string> {
  return {
    ...(host === undefined ? {} : { host }),
    ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
    ...(cookie === undefined ? {} : { cookie }),
    ...(origin === undefined ? {} : { origin }),
  }
}

/** One HTTP request, with the path sent as it is written. */
export function call(caller: Caller, path: string, options: CallOptions = {}): Promise<Answer> {
  const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  const method = options.method ?? (payload === undefined ? 'GET' : 'POST')
  const headers = {
    ...headersOf(caller),
    ...(payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    ...options.headers,
  }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: caller.port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonOf(text) })
      })
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface Watcher {
  socket: WebSocket
  frames: HubFrame[]
  /** Resolves with the first frame for which the question is answered with true, already come or to come. */
  frame: (isIt: (frame: HubFrame) => boolean) => Promise<HubFrame>
  /** The code with which the socket was closed. */
  closed: Promise<number>
  /** The newest whole view. */
  view: () => Extract<HubFrame, { kind: 'view' }> | undefined
}

/** Opens the live socket and, unless told not to, says what it watches. */
export function watch(caller: Caller, first?: WatchFrame | string | Buffer): Watcher {
  const socket = new WebSocket(`ws://127.0.0.1:${caller.port}/live`, {
    headers: headersOf({ ...caller, session: undefined }),
  })
  const frames: HubFrame[] = []
  const waiting = new Set<() => void>()
  socket.on('open', () => {
    if (first !== undefined)
      socket.send(typeof first === 'string' || Buffer.isBuffer(first) ? first : JSON.stringify(first))
  })
  socket.on('message', (message) => {
    frames.push(JSON.parse(String(message)) as HubFrame)
    for (const look of [...waiting]) look()
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code))
    socket.on('error', () => {})
  })
  return {
    socket,
    frames,
    closed,
    view: () => frames.findLast((frame) => frame.kind === 'view'),
    frame: (isIt) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = frames.find(isIt)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        void closed.then(() =>
          reject(new Error(`the socket closed after ${JSON.stringify(frames.at(-1))?.slice(0, 300)}`)),
        )
        look()
      }),
  }
}
