import { WebSocket } from 'ws'
import type { HubFrame } from '../../shared/contract/view.ts'

/** As a screen of the program waits between its attempts. */
const reconnectMsMin = 200
const reconnectMsMax = 1_500

/** A display that is never told that the hub was gone: it comes back by itself, as the program's screens do. */
export function watchThroughRestarts(port: number) {
  let socket: WebSocket
  let retry: NodeJS.Timeout | undefined
  let waitMs = reconnectMsMin
  let isEnding = false
  let seq = 0
  let seqMax = 0
  const waiting = new Set<{ seq: number; resolve: () => void }>()

  function hear(frame: HubFrame): void {
    waitMs = reconnectMsMin
    if (frame.kind === 'alive') socket.send('{"kind":"alive"}')
    if (frame.kind !== 'view') return
    seq = frame.seq
    seqMax = Math.max(seqMax, seq)
    for (const one of [...waiting]) {
      if (seq < one.seq) continue
      waiting.delete(one)
      one.resolve()
    }
  }

  function connect(): void {
    socket = new WebSocket(`ws://127.0.0.1:${port}/live`)
    socket.on('open', () => socket.send('{"kind":"watch","view":"display"}'))
    socket.on('message', (message) => hear(JSON.parse(String(message)) as HubFrame))
    socket.on('error', () => {})
    socket.on('close', () => {
      if (isEnding) return
      // What it still shows is old from here on.
      seq = 0
      retry = setTimeout(connect, waitMs)
      waitMs = Math.min(reconnectMsMax, waitMs * 2)
    })
  }
  connect()

  return {
    /** The newest entry that the screen ever showed; it must never have been taken back. */
    seqMax: () => seqMax,
    /** Resolves with a view that is at least as new as an entry of the journal. */
    shows: (wanted: number): Promise<void> =>
      new Promise((resolve) => {
        if (seq >= wanted) resolve()
        else waiting.add({ seq: wanted, resolve })
      }),
    end(): void {
      isEnding = true
      clearTimeout(retry)
      socket.terminate()
    },
  }
}
