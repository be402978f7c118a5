import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import type { HubChild } from './hub-keeper.ts'

const lastWordsLength = 4_000
/** better-sqlite3 13 needs Node-API 10; on less it does not refuse, it crashes. */
const napiNeeded = 10

/** Starts the built hub: inside Electron where its Node is new enough, else on the Node of SHOUWEN_NODE. */
export function startHubChild(hubFile: string, args: string[]): HubChild {
  const ownNode = process.env.SHOUWEN_NODE
  return Number(process.versions.napi) >= napiNeeded || ownNode === undefined
    ? startUtility(hubFile, args)
    : startNode(ownNode, hubFile, args)
}

function startUtility(hubFile: string, args: string[]): HubChild {
  const child = utilityProcess.fork(hubFile, args, { serviceName: 'shouwen-hub', stdio: ['ignore', 'inherit', 'pipe'] })
  const lastWords = collectLastWords(child.stderr as Readable)
  return {
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.on('exit', (code) => listener(code, lastWords())),
    kill(signal) {
      if (child.pid !== undefined) signalProcess(child.pid, signal)
    },
  }
}

function startNode(node: string, hubFile: string, args: string[]): HubChild {
  const child = spawn(node, [hubFile, ...args], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'], windowsHide: true })
  const lastWords = collectLastWords(child.stderr as Readable)
  let failure = ''
  child.on('error', (error) => {
    failure = error.message
  })
  return {
    onMessage: (listener) => child.on('message', listener),
    // 'close', not 'exit': by then the last words have arrived.
    onExit: (listener) => child.on('close', (code) => listener(code, failure || lastWords())),
    kill: (signal) => child.kill(signal),
  }
}

/** utilityProcess.kill() knows no signal; a hub that hangs needs the hard one. */
function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in the meantime.
  }
}

/** Passes standard error on and remembers its end. */
function collectLastWords(stderr: Readable): () => string {
  let words = ''
  stderr.setEncoding('utf8')
  stderr.on('data', (chunk: string) => {
    process.stderr.write(chunk)
    words = (words + chunk).slice(-lastWordsLength)
  })
  return () => words.trim()
}

/** The wished port, or 0 (any) while another program has it. */
export function portOrAny(wished: number): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.once('error', () => found(0))
    probe.listen(wished, () => probe.close(() => found(wished)))
  })
}
