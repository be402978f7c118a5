import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'

/** How the printer of a test behaves; it may be changed while it runs. */
export interface PrinterMood {
  coverOpen: boolean
  /** `out` from the start, `near-end`, or `full`. */
  paper: 'full' | 'near-end' | 'out'
  /** Runs out of paper after so many bytes of a job. */
  paperForBytes: number
  bytesPerSecond: number
  /** Reads all and never says a word. */
  isSilent: boolean
  /** Knows DLE EOT but not GS r, as cheap ones do. */
  knowsEndOfJob: boolean
  /** Hangs up after so many bytes of a job. */
  hangUpAfterBytes: number
  /** Switched off at the panel. */
  isOffline: boolean
  cutterJammed: boolean
}

const wellBehaved: PrinterMood = {
  coverOpen: false,
  paper: 'full',
  paperForBytes: Number.POSITIVE_INFINITY,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  isSilent: false,
  knowsEndOfJob: true,
  hangUpAfterBytes: Number.POSITIVE_INFINITY,
  isOffline: false,
  cutterJammed: false,
}

export interface TcpPrinter {
  port: number
  mood: PrinterMood
  /** What came out on paper, job after job. */
  papers: Buffer[]
  /** The most connections that were open at once. */
  connectionsAtOnceMax: () => number
  close: () => Promise<void>
}

const endOfJob = Buffer.of(0x1d, 0x72, 0x01)

/** A printer on a real TCP port: answers real-time status at once and prints the rest at its own pace. */
export async function startTcpPrinter(mood: Partial<PrinterMood> = {}): Promise<TcpPrinter> {
  const printer = { mood: { ...wellBehaved, ...mood }, papers: [] as Buffer[] }
  const sockets = new Set<Socket>()
  let atOnceMax = 0
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    atOnceMax = Math.max(atOnceMax, sockets.size)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    serve(socket, printer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    ...printer,
    port: address.port,
    connectionsAtOnceMax: () => atOnceMax,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function serve(socket: Socket, printer: { mood: PrinterMood; papers: Buffer[] }): void {
  let buffer = Buffer.alloc(0)
  let paper = Buffer.alloc(0)
  let isOutOfPaper = printer.mood.paper === 'out'
  let isPrinting = false

  const print = async () => {
    if (isPrinting) return
    isPrinting = true
    while (buffer.length > 0 && !isOutOfPaper && !socket.destroyed) {
      const { mood } = printer
      const step = mood.bytesPerSecond === Number.POSITIVE_INFINITY ? buffer.length : mood.bytesPerSecond / 20
      if (mood.bytesPerSecond !== Number.POSITIVE_INFINITY) await new Promise((resolve) => setTimeout(resolve, 50))
      const room = Math.min(mood.paperForBytes, mood.hangUpAfterBytes) - paper.length
      const printed = buffer.subarray(0, Math.max(0, Math.min(Math.ceil(step), room)))
      paper = Buffer.concat([paper, printed])
      buffer = buffer.subarray(printed.length)
      if (paper.length >= mood.hangUpAfterBytes) socket.destroy()
      if (paper.length >= mood.paperForBytes) isOutOfPaper = true
      if (paper.subarray(-3).equals(endOfJob)) {
        printer.papers.push(paper)
        paper = Buffer.alloc(0)
        if (mood.knowsEndOfJob && !mood.isSilent) socket.write(Buffer.of(0x00))
      }
    }
    isPrinting = false
  }

  socket.on('data', (chunk) => {
    let rest = Buffer.from(chunk)
    for (;;) {
      const at = rest.indexOf(Buffer.of(0x10, 0x04))
      if (at < 0 || at + 2 >= rest.length) break
      const question = rest[at + 2] ?? 0
      if (!printer.mood.isSilent) socket.write(Buffer.of(statusByte(question, printer.mood, isOutOfPaper)))
      rest = Buffer.concat([rest.subarray(0, at), rest.subarray(at + 3)])
    }
    buffer = Buffer.concat([buffer, rest])
    void print()
  })
}

/** The answer to DLE EOT 1 to 4, with the bits as the makers' manuals have them. */
function statusByte(question: number, mood: PrinterMood, isOutOfPaper: boolean): number {
  const fixed = 0x12
  const isStopped = isOutOfPaper || mood.coverOpen || mood.cutterJammed || mood.isOffline
  if (question === 1) return fixed | (isStopped ? 0x08 : 0)
  if (question === 2)
    return fixed | (mood.coverOpen ? 0x04 : 0) | (isOutOfPaper ? 0x20 : 0) | (mood.cutterJammed ? 0x40 : 0)
  if (question === 3) return fixed | (mood.cutterJammed ? 0x08 : 0)
  return fixed | (isOutOfPaper ? 0x6c : mood.paper === 'near-end' ? 0x0c : 0)
}
