import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { node24, root } from '../../scripts/lib/place.mjs'

/** A first start writes the profile into an empty store; a loaded machine takes its time. */
const readyWithinMs = 60_000

export interface HubProcessOptions {
  hallFile: string
  folder: string
  port: number
  /** How far the hub's time is from the machine's, in seconds. */
  offsetSeconds: number
}

export interface HubProcess {
  /** Milliseconds from its start until it served. */
  readyMs: number
  /** Ends it as a power switch would; resolves when it is gone. */
  kill: () => Promise<void>
}

/** Debian's libfaketime: it moves a whole process in time, without the program's help. */
function fakeTimeLibrary(): string {
  const libraries = '/usr/lib'
  const found = readdirSync(libraries)
    .map((machine) => join(libraries, machine, 'faketime', 'libfaketimeMT.so.1'))
    .find((path) => existsSync(path))
  if (found === undefined) throw new Error('libfaketime is not installed (Debian: faketime)')
  return found
}

/** Starts main/hub/start.ts as a service would and waits until it says that it serves. */
export async function startHubProcess(options: HubProcessOptions): Promise<HubProcess> {
  const { hallFile, folder, port, offsetSeconds } = options
  const startedAt = performance.now()
  const hub = spawn(
    node24,
    [join(root, 'main/hub/start.ts'), '--hall', hallFile, '--data', folder, '--port', String(port)],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        LD_PRELOAD: fakeTimeLibrary(),
        FAKETIME: `${offsetSeconds < 0 ? '' : '+'}${offsetSeconds}`,
        DONT_FAKE_MONOTONIC: '1',
      },
    },
  )
  await untilReady(hub)
  return { readyMs: performance.now() - startedAt, kill: () => kill(hub) }
}

function untilReady(hub: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      hub.kill('SIGKILL')
      reject(new Error(`the hub was not ready within ${readyWithinMs} ms; it said: ${said}`))
    }, readyWithinMs)
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (!said.includes('首问主机已就绪')) return
      clearTimeout(late)
      resolve()
    }
    hub.stdout?.on('data', hear)
    hub.stderr?.on('data', hear)
    hub.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the hub ended with ${code}; it said: ${said}`))
    })
  })
}

function kill(hub: ChildProcess): Promise<void> {
  if (hub.exitCode !== null || hub.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    hub.once('exit', () => resolve())
    hub.kill('SIGKILL')
  })
}

/** A port that nobody listens on, the same for every start of a hub: its screens know the address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
