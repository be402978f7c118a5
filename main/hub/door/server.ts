import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { RPCHandler } from '@orpc/server/node'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { verifyLogPath } from '../../../shared/contract/log-view.ts'
import type { HubFrame, ViewName, WatchFrame } from '../../../shared/contract/view.ts'
import type { RefusalCode } from '../../../shared/vocabulary/refusal.ts'
import type { Identity } from '../decide-on-facts.ts'
import type { DemoHall } from '../demo.ts'
import { type Hub, refused } from '../hub.ts'
import type { ItemFiles } from '../item-file/item-files.ts'
import type { Live } from '../live.ts'
import type { HallPrinter } from '../printer.ts'
import type { Reports } from '../reports/reports.ts'
import type { DoorContext } from './context.ts'
import { answerEvidence, isEvidence } from './evidence.ts'
import { readBytes, sendJson } from './http.ts'
import { answerItemFile, isItemFile } from './item-file.ts'
import { answerVerifyLog } from './log-queries.ts'
import { isSameOrigin, type Machine, machineOf } from './machine.ts'
import { answerMonthFile, isMonthFile } from './month-file.ts'
import { openApiDocument } from './open-api.ts'
import type { Pace } from './pace.ts'
import { createPages } from './pages.ts'
import type { Pairing } from './pairing.ts'
import { createRouter } from './procedures.ts'
import { answerReportFile, isReportFile } from './report-file.ts'
import type { Sessions } from './sessions.ts'
import type { SignatureRequests } from './signature-requests.ts'
import type { Throttle } from './throttle.ts'
import type { Vault } from './vault.ts'
import { bodyProblem, frameBytesMax } from './well-formed.ts'

/** A screen that watches. */
export interface ConnectedScreen {
  screenId: string
  view: ViewName
  windowNumber: number | null
}

/** What the door works with. */
export interface DoorParts {
  hub: Hub
  isDemo: boolean
  /** Folder of the built screens. */
  pagesFolder: string
  identify: (idNumber: string | undefined) => Identity
  /** Seals what is personal. */
  vault: Vault
  sessions: Sessions
  /** What visitors are asked to sign at the countertops. */
  signatures: SignatureRequests
  pairing: Pairing
  throttle: Throttle
  /** Slows down a kiosk on which somebody drums. */
  pace: Pace
  reports: Reports
  itemFiles: ItemFiles
  printer: HallPrinter
  demo: DemoHall | undefined
  /** Where other machines of the LAN find the hub, without a path; null when they may not. */
  lanOrigin: () => string | null
  live: () => Live
  /** A screen came or went. */
  onScreens: (screens: ConnectedScreen[], changed: ViewName) => void
  onProblem: (problem: unknown, what: string) => void
}

const helloMs = 5_000

const watchFrame = z.strictObject({
  kind: z.literal('watch'),
  view: z.enum(['kiosk', 'display', 'clerk', 'console', 'countertop']),
  windowNumber: z.int().min(1).max(99).optional(),
  session: z.string().max(100).optional(),
})

/** The door: one HTTP server for the contract, the live views and the pages. */
export function createDoor(parts: DoorParts) {
  const router = createRouter(parts)
  const onError = (problem: unknown) => parts.onProblem(problem, 'procedure')
  const rpc = new RPCHandler(router, { clientInterceptors: [errorsTo(onError)] })
  const openApi = new OpenAPIHandler(router, { clientInterceptors: [errorsTo(onError)] })
  const pages = createPages(parts.pagesFolder)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytesMax, perMessageDeflate: false })

  const contextOf = (request: IncomingMessage, response: ServerResponse, machine: Machine): DoorContext => ({
    machine,
    session: parts.sessions.of(/^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]),
    response,
    remoteAddress: request.socket.remoteAddress ?? '',
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const machine = machineOf(request, parts.hub.tables)
    const path = request.url ?? '/'
    const isRpc = path.startsWith('/rpc/')
    const isApi = path.startsWith('/api/') && !path.startsWith('/api/docs')
    if (!isRpc && !isApi) return pages.answer(request, response, machine)
    if (!isSameOrigin(request)) return sendJson(response, 403, { message: '来源不符' })
    if (path === '/api/openapi.json') {
      if (machine.kind === 'unpaired') return sendJson(response, 403, { message: refused('not-paired', {}).sentence })
      return sendJson(response, 200, await openApiDocument())
    }

    if (request.method !== 'POST' && request.method !== 'GET') {
      // Their bodies would not be looked through, and the contract knows none of them.
      response.setHeader('allow', 'GET, POST')
      return sendJson(response, 405, { message: '没有这个接口' })
    }
    if (isItemFile(path)) {
      return answerItemFile(request, response, contextOf(request, response, machine), parts)
    }
    if (path === verifyLogPath) {
      return answerVerifyLog(request, response, contextOf(request, response, machine), parts)
    }
    if (isEvidence(path)) {
      return answerEvidence(request, response, contextOf(request, response, machine), parts)
    }
    if (isMonthFile(path)) return answerMonthFile(request, response, contextOf(request, response, machine), parts)
    if (isReportFile(path)) return answerReportFile(request, response, contextOf(request, response, machine), parts)
    if (request.method === 'POST') {
      const body = await readBody(request)
      if (typeof body.problem === 'string') {
        // What was not read must not be taken for the next request.
        if (body.status === 413) response.setHeader('connection', 'close')
        return sendJson(response, body.status, { message: refused('malformed', { problem: body.problem }).sentence })
      }
      Object.assign(request, { body: body.value })
    }
    const context = contextOf(request, response, machine)
    const { matched } = isRpc
      ? await rpc.handle(request, response, { prefix: '/rpc', context })
      : await openApi.handle(request, response, { prefix: '/api', context })
    if (!matched) sendJson(response, 404, { message: '没有这个接口' })
  }

  const server: Server = createServer({ keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 }, (request, response) => {
    answer(request, response).catch((problem: unknown) => {
      parts.onProblem(problem, `${request.method} ${(request.url ?? '').split('?')[0]}`)
      if (!response.headersSent) sendJson(response, 500, { message: '程序出现异常，操作没有生效' })
      else response.end()
    })
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const machine = machineOf(request, parts.hub.tables)
    const isLive = (request.url ?? '').split('?')[0] === '/live'
    if (!isLive || machine.kind === 'unpaired' || !isSameOrigin(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => greet(webSocket, machine))
  })

  const connected = new Map<WebSocket, ConnectedScreen>()
  const tellScreens = (changed: ViewName) => parts.onScreens([...connected.values()], changed)

  function greet(socket: WebSocket, machine: Exclude<Machine, { kind: 'unpaired' }>): void {
    const impatience = setTimeout(() => socket.close(1008), helloMs)
    socket.on('error', () => socket.terminate())
    socket.once('message', (message) => {
      clearTimeout(impatience)
      const frame = parseFrame(String(message))
      const refusal = frame === undefined ? 'malformed' : watchRefusal(frame, machine, parts)
      if (frame === undefined || refusal !== null) return turnAway(socket, refusal ?? 'malformed')
      const leaveFor = () => watchRefusal(frame, machine, parts)
      if (!parts.live().watch(socket, frame.view, frame.windowNumber, leaveFor))
        return turnAway(socket, 'window-unknown')
      connected.set(socket, {
        screenId: machine.screenId,
        view: frame.view,
        windowNumber: frame.view === 'countertop' ? (frame.windowNumber ?? null) : null,
      })
      tellScreens(frame.view)
    })
    socket.on('close', () => {
      clearTimeout(impatience)
      const gone = connected.get(socket)
      if (connected.delete(socket) && gone !== undefined) tellScreens(gone.view)
    })
  }

  return {
    server,
    /** Listens; answers with the port. `port` 0 takes any. */
    listen: (host: string, port: number): Promise<number> =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve((server.address() as AddressInfo).port)
        })
      }),
    close: (): Promise<void> =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type DoorServer = ReturnType<typeof createDoor>

function errorsTo(tell: (problem: unknown) => void) {
  return async <T>({ next }: { next: () => Promise<T> }): Promise<T> => {
    try {
      return await next()
    } catch (problem) {
      const status = typeof problem === 'object' && problem !== null && 'status' in problem ? problem.status : 500
      if (status === 500) tell(problem)
      throw problem
    }
  }
}

function parseFrame(text: string): WatchFrame | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (bodyProblem(value) !== null) return undefined
    const parsed = watchFrame.safeParse(value)
    return parsed.success ? (parsed.data as WatchFrame) : undefined
  } catch {
    return undefined
  }
}

/** A machine watches its own kind of view, a countertop that of its own window; a clerk's and the console's need somebody signed in. */
function watchRefusal(
  frame: WatchFrame,
  machine: Exclude<Machine, { kind: 'unpaired' }>,
  { sessions, hub }: DoorParts,
): RefusalCode | null {
  if (machine.kind === 'paired') {
    if (hub.tables.screen.find(machine.screenId) === undefined) return 'not-paired'
    // The board is public: a clerk's machine reads the windows from it.
    if (machine.screenKind !== frame.view && frame.view !== 'display') return 'not-permitted'
    if (frame.view === 'countertop' && machine.windowNumber !== frame.windowNumber) return 'not-permitted'
  }
  if (frame.view !== 'clerk' && frame.view !== 'console') return null
  const session = sessions.of(frame.session)
  if (session === undefined || session.isOwnPage) return 'not-signed-in'
  const { role } = session.actor
  const isAllowed =
    frame.view === 'clerk' ? role === 'clerk' || role === 'supervisor' : role !== 'clerk' && role !== 'liaison'
  return isAllowed ? null : 'not-permitted'
}

function turnAway(socket: WebSocket, code: RefusalCode): void {
  const { sentence } = refused(code, { problem: '连接的第一帧' })
  socket.send(JSON.stringify({ kind: 'refused', code, sentence } satisfies HubFrame))
  socket.close(1008)
}

type Body = { value: unknown; problem?: undefined } | { status: number; problem: string }

/** The JSON of a request, looked through before any schema sees it. */
async function readBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, frameBytesMax)
  if (bytes === 'too-long') return { status: 413, problem: '内容超过 64 KiB' }
  if (bytes === 'cut-off') return { status: 400, problem: '内容没有发完' }
  if (bytes.length === 0) return { value: undefined }
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    const problem = bodyProblem(value)
    return problem === null ? { value } : { status: 400, problem }
  } catch {
    return { status: 400, problem: '不是 JSON' }
  }
}
