import { WebSocket } from 'ws'

/*
 * Two hundred boards in a process of their own: each notes when which state reached it. Asked at the
 * end when the last of them had seen what each command did.
 */
const [origin = '', count = '200'] = process.argv.slice(2)

/** Instants that other processes of this machine can compare, in ms. */
const now = () => performance.timeOrigin + performance.now()

interface Seen {
  seq: number
  at: number
}
const seen: Seen[][] = []

function watchBoard(): Promise<void> {
  const noted: Seen[] = []
  seen.push(noted)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`)
  socket.on('open', () => socket.send(JSON.stringify({ kind: 'watch', view: 'display' })))
  return new Promise((resolve) => {
    socket.on('message', (message: Buffer) => {
      const at = now()
      // The sequence number stands at the front of the frame; parsing all of it would measure this process.
      const seq = /^\{"kind":"view","view":"\w+","seq":(\d+)/.exec(message.toString('latin1', 0, 60))?.[1]
      if (seq === undefined) socket.send('{"kind":"alive"}')
      else noted.push({ seq: Number(seq), at })
      resolve()
    })
  })
}

await Promise.all(Array.from({ length: Number(count) }, watchBoard))
process.send?.({ kind: 'watching' })

process.on('message', (pressed: { seq: number; at: number }[]) => {
  let lost = 0
  const ms = pressed.map(({ seq, at }) => {
    const arrivals = seen.map((noted) => noted.find((one) => one.seq >= seq)?.at)
    lost += arrivals.filter((one) => one === undefined).length
    return Math.max(...arrivals.map((one) => one ?? 0)) - at
  })
  process.send?.({ ms, lost })
  process.exit()
})
