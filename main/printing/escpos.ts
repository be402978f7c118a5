import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { transform } from 'receiptline'
import type { PrinterState } from '../../shared/contract/contract.ts'
import { conditionOf, createReplyReader, printerStateOf, type StatusBytes } from './printer-status.ts'
import { type PrinterCondition, printerAdvice } from './printing-text.ts'
import { charactersPerLine } from './ticket-receipt.ts'

export interface PrinterAddress {
  host: string
  /** Raw printing is 9100 with nearly all makers. */
  port: number
}

/** What became of the paper. `advice` is one Chinese sentence, empty when it came out. */
export interface PrintResult {
  isPrinted: boolean
  advice: string
}

/**
 * A receiptline document as bytes for an ESC/POS printer, in GB18030 (rare characters of names take
 * four bytes there and are lost in GBK), with a cut and a last question (GS r) that the printer
 * answers when it has come so far.
 */
export function escposBytes(receipt: string): Uint8Array {
  // 'generic' keeps to commands that printers made for China know: pictures by GS v 0, not GS 8 L.
  const commands = transform(receipt, {
    command: 'generic',
    encoding: 'gb18030',
    cpl: charactersPerLine,
    spacing: true,
    cutting: true,
  })
  return Buffer.from(commands, 'latin1')
}

const connectMsMax = 2_000
/** A printer that has just hung up on somebody else refuses for a moment. */
const connectAgainMs = 300
const closeMsMax = 500
const statusMsMax = 1_500
/** How long a printer may take over one ticket: a slow head prints 15 cm in about 3 s. */
const printMsMax = 10_000
/** From then on a printer that is well but has not said it is done counts as one that never says it. */
const silenceMsMax = 4_000
const askAgainMs = 700

/** Asks a printer how it is (DLE EOT 1 to 4). Never rejects; answers within about four seconds. */
export async function askPrinterState(address: PrinterAddress, statusMs: number = statusMsMax): Promise<PrinterState> {
  const link = await openLink(address, connectMsMax)
  if (typeof link === 'string') return printerStateOf(link)
  try {
    return printerStateOf(conditionOf(await link.askStatus(statusMs)))
  } finally {
    await link.close()
  }
}

/**
 * Sends a ticket and waits until the printer says that it printed it. That the bytes were accepted
 * means nothing: a printer without paper accepts them too. Never rejects.
 */
export async function sendToPrinter(
  job: PrinterAddress & { bytes: Uint8Array; timeoutMs?: number },
): Promise<PrintResult> {
  const { bytes, timeoutMs = printMsMax } = job
  const link = await openLink(job, Math.min(connectMsMax, timeoutMs))
  if (typeof link === 'string') return failed(link)
  try {
    link.write(bytes)
    return await awaitPaper(link, timeoutMs)
  } finally {
    await link.close()
  }
}

/** Polls between answers, because a paper that runs out midway is told only to who asks. */
async function awaitPaper(link: PrinterLink, timeoutMs: number): Promise<PrintResult> {
  const start = performance.now()
  const elapsed = () => performance.now() - start
  while (elapsed() < timeoutMs) {
    await link.somethingHappens(Math.min(askAgainMs, timeoutMs - elapsed()))
    if (link.isAllPrinted()) return { isPrinted: true, advice: '' }
    if (link.isBroken()) return failed('link-broken')

    const condition = conditionOf(await link.askStatus(Math.min(askAgainMs, timeoutMs - elapsed())))
    if (link.isAllPrinted()) return { isPrinted: true, advice: '' }
    if (link.isBroken()) return failed('link-broken')
    const isWell = condition === null || condition === 'paper-near-end'
    if (isWell && elapsed() >= Math.min(silenceMsMax, timeoutMs / 2)) return { isPrinted: true, advice: '' }
    if (!isWell && condition !== 'no-answer') return failed(condition)
  }
  return failed('unconfirmed')
}

function failed(condition: PrinterCondition): PrintResult {
  return { isPrinted: false, advice: printerAdvice[condition] }
}

/**
 * The way to one printer for all who print on it. Most printers take one connection at a time and
 * refuse or mix up a second one, hence jobs and questions go one after another.
 */
export interface PrinterLine {
  askState: () => Promise<PrinterState>
  print: (receipt: string) => Promise<PrintResult>
}

export function createPrinterLine(address: PrinterAddress): PrinterLine {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const mine = last.then(job)
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    askState: () => inTurn(() => askPrinterState(address)),
    print: (receipt) => inTurn(() => sendToPrinter({ ...address, bytes: escposBytes(receipt) })),
  }
}

interface PrinterLink {
  write: (bytes: Uint8Array) => void
  /** The real-time status; answers that do not come within the time are missing. */
  askStatus: (withinMs: number) => Promise<StatusBytes>
  /** Until the printer says something or hangs up, or the time is over. */
  somethingHappens: (withinMs: number) => Promise<void>
  isAllPrinted: () => boolean
  isBroken: () => boolean
  /** Until the printer has hung up too: before that it takes no new connection. */
  close: () => Promise<void>
}

async function openLink(address: PrinterAddress, withinMs: number): Promise<PrinterLink | PrinterCondition> {
  const link = await tryLink(address, withinMs)
  if (link !== 'refused') return link
  await pause(connectAgainMs)
  return tryLink(address, withinMs)
}

function tryLink({ host, port }: PrinterAddress, withinMs: number): Promise<PrinterLink | PrinterCondition> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true })
    const giveUp = (condition: PrinterCondition) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(condition)
    }
    const timer = setTimeout(() => giveUp('no-answer'), withinMs)
    socket.once('error', (problem: NodeJS.ErrnoException) => giveUp(conditionOfConnecting(problem.code)))
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.removeAllListeners('error')
      resolve(linkOver(socket))
    })
  })
}

function conditionOfConnecting(code: string | undefined): PrinterCondition {
  if (code === 'ECONNREFUSED') return 'refused'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return 'host-unknown'
  }
  return 'no-answer'
}

function linkOver(socket: Socket): PrinterLink {
  const readReplies = createReplyReader()
  const statusBytes: number[] = []
  let allPrinted = false
  let broken = false
  let wake: () => void = () => undefined

  socket.on('data', (chunk) => {
    for (const reply of readReplies(chunk)) {
      if (reply.kind === 'all-printed') allPrinted = true
      else statusBytes.push(reply.byte)
    }
    wake()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => {
    broken = true
    wake()
  })
  socket.on('end', () => {
    broken = true
    wake()
  })

  const somethingHappens = (withinMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, withinMs))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** One question after the other: some printers forget a second one that comes before the first answer. */
  const askOne = async (question: number, until: number): Promise<number | undefined> => {
    statusBytes.length = 0
    socket.write(Uint8Array.of(0x10, 0x04, question))
    while (statusBytes.length === 0 && !broken && performance.now() < until) {
      await somethingHappens(until - performance.now())
    }
    return statusBytes[0]
  }

  return {
    write: (bytes) => void socket.write(bytes),
    askStatus: async (withinMs) => {
      const until = performance.now() + withinMs
      const status: StatusBytes = {}
      const names = ['printer', 'offlineCause', 'errorCause', 'paper'] as const
      for (const [index, name] of names.entries()) {
        const byte = await askOne(index + 1, until)
        if (byte === undefined) break
        status[name] = byte
      }
      return status
    },
    somethingHappens,
    isAllPrinted: () => allPrinted,
    isBroken: () => broken,
    close: async () => {
      if (socket.closed) return
      const closed = new Promise((resolve) => socket.once('close', resolve))
      socket.end()
      await Promise.race([closed, pause(closeMsMax, undefined, { ref: false })])
      socket.destroy()
    },
  }
}
