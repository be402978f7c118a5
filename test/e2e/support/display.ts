import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface TestDisplay {
  /** For the environment variable DISPLAY, `:99`. */
  name: string
  stop(): Promise<void>
}

/** Starts an X server without a monitor on a free display number. */
export async function startDisplay(width = 1920, height = 1080): Promise<TestDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((done) => server.once('close', () => done()))
  const number = await new Promise<string>((found, failed) => {
    server.once('error', failed)
    server.once('exit', (code) => failed(new Error(`Xvfb ended with code ${code}`)))
    const numbers = server.stdio[3] as Readable
    numbers.once('data', (line: Buffer) => found(line.toString('utf8').trim()))
  })
  return {
    name: `:${number}`,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}
