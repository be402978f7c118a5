import { type HubMessage, type HubReady, hubRefusedToStart } from '../../shared/contract/shell.ts'
import type { BackOff } from './back-off.ts'

/** A running hub process, however it was started. */
export interface HubChild {
  onMessage(listener: (message: unknown) => void): void
  /** `lastWords`: the end of what it wrote to standard error. */
  onExit(listener: (code: number | null, lastWords: string) => void): void
  kill(signal: 'SIGTERM' | 'SIGKILL'): void
}

export interface HubKeeperOptions {
  /** On the given port; undefined leaves it to the hub. */
  startChild(port: number | undefined): HubChild
  port: number | undefined
  backOff: BackOff
  /** Each time it serves, also after a restart; the origin stays the same. */
  onReady(ready: HubReady): void
  /**
   * It will not start: it refused (a wrong profile), or died `deathsMax` times without ever serving. Nothing is
   * tried any more. A hub that has served is always started again: its screens say that it is away meanwhile.
   */
  onGivenUp(why: 'refused' | 'keeps-dying', lastWords: string): void
  silenceMs?: number
  startSilenceMs?: number
  deathsMax?: number
  stopMs?: number
}

export interface HubKeeper {
  /** Ends the hub: politely, after five seconds by force. */
  stop(): Promise<void>
}

/** Keeps one hub process alive: starts it anew when it dies or falls silent. */
export function keepHub(options: HubKeeperOptions): HubKeeper {
  // A store that is migrated at the start says nothing for a while.
  const { silenceMs = 10_000, startSilenceMs = 60_000, deathsMax = 5, stopMs = 5_000 } = options
  let { port } = options
  let child: HubChild | undefined
  let stopped = false
  let hasServed = false
  let deaths = 0
  let restart: NodeJS.Timeout | undefined
  let onGone = (): void => {}

  function start(): void {
    const started = Date.now()
    const running = options.startChild(port)
    child = running
    let silence = setTimeout(() => running.kill('SIGKILL'), startSilenceMs)
    running.onMessage((message) => {
      if (!isHubMessage(message)) return
      clearTimeout(silence)
      silence = setTimeout(() => running.kill('SIGKILL'), silenceMs)
      if (message.kind === 'ready') served(message)
    })
    running.onExit((code, lastWords) => {
      clearTimeout(silence)
      child = undefined
      onGone()
      if (!stopped) died(code, lastWords, Date.now() - started)
    })
  }

  function served(ready: HubReady): void {
    hasServed = true
    // The screens reconnect to the origin they know.
    port = Number(new URL(ready.origin).port)
    options.onReady(ready)
  }

  function died(code: number | null, lastWords: string, livedMs: number): void {
    deaths += 1
    if (!hasServed && code === hubRefusedToStart) return giveUp('refused', lastWords)
    if (!hasServed && deaths >= deathsMax) return giveUp('keeps-dying', lastWords)
    restart = setTimeout(start, options.backOff.after(livedMs))
  }

  function giveUp(why: 'refused' | 'keeps-dying', lastWords: string): void {
    stopped = true
    options.onGivenUp(why, lastWords)
  }

  start()
  return {
    async stop() {
      stopped = true
      clearTimeout(restart)
      if (child === undefined) return
      const running = child
      await new Promise<void>((gone) => {
        onGone = gone
        const force = setTimeout(() => running.kill('SIGKILL'), stopMs)
        force.unref()
        running.kill('SIGTERM')
      })
    },
  }
}

function isHubMessage(message: unknown): message is HubMessage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false
  if (message.kind === 'alive') return true
  return message.kind === 'ready' && 'origin' in message && typeof message.origin === 'string'
}
