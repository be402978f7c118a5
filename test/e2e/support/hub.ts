import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtHub, node24, root } from '../../../scripts/lib/place.mjs'

export interface HubAlone {
  port: number
  /** `http://127.0.0.1:8610`, for the hub's own PC. */
  origin: string
  close(): Promise<void>
}

/** Runs the built hub with the demo hall on an empty store and a free port, as a service would; `onLan`: other machines reach it. */
export async function startHubAlone({ onLan = false } = {}): Promise<HubAlone> {
  const folder = await mkdtemp(join(tmpdir(), 'shouwen-hub-'))
  const demo = join(root, 'assets/halls/demo.yaml')
  const hall = onLan ? await openedToLan(demo, folder) : demo
  const hub = spawn(node24, [builtHub, '--hall', hall, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => hub.once('close', () => done()))
  let said = ''
  const origin = await new Promise<string>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found !== null) ready(found[0])
    }
    hub.stdout.on('data', hear)
    hub.stderr.on('data', hear)
    hub.once('error', failed)
    hub.once('close', (code) => failed(new Error(`the hub ended with code ${code}: ${said}`)))
  })
  return {
    port: Number(new URL(origin).port),
    origin,
    async close() {
      hub.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same hall, heard by the LAN. */
async function openedToLan(hall: string, folder: string): Promise<string> {
  const opened = join(folder, 'hall.yaml')
  await writeFile(opened, `${await readFile(hall, 'utf8')}\nnetwork: { lan: true }\n`)
  return opened
}
