import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { HubFrame, ViewName, Views, WatchFrame } from '../../shared/contract/view.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'

const sessionKey = 'shouwen-session'

/** The session token lives as long as this page's tab; a second tab is a second sign-in. */
export const sessionToken = {
  read: (): string | null => sessionStorage.getItem(sessionKey),
  keep: (token: string): void => sessionStorage.setItem(sessionKey, token),
  drop: (): void => sessionStorage.removeItem(sessionKey),
}

/** Typed calls of the hub's contract. */
export const hub: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({
    url: () => `${location.origin}/rpc`,
    headers: () => {
      const token = sessionToken.read()
      return token === null ? {} : { authorization: `Bearer ${token}` }
    },
  }),
)

/** The time and eighty bits of chance: no two presses share an id. */
export function freshCommandId(): string {
  const stamp = Date.now().toString(16).padStart(12, '0')
  const random = crypto.getRandomValues(new Uint8Array(10))
  return stamp + Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The hub did not answer within the time a person waits; what was pressed may or may not have happened. */
export type SendOutcome = Outcome | { kind: 'unreachable' }

const resendForMs = 8_000
const resendEveryMs = 300

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Sends one press to the hub. A lost answer is asked for again with the same command id, so the
 * command takes effect once at most, however often it is sent.
 */
export async function send<T extends CommandType>(
  type: T,
  body: CommandBody<T>,
  commandId: string = freshCommandId(),
): Promise<SendOutcome> {
  // One form for all commands; the body was typed by the parameter above.
  const procedure = hub.command[type] as (input: { commandId: string; body: unknown }) => Promise<Outcome>
  const until = performance.now() + resendForMs
  for (;;) {
    try {
      return await procedure({ commandId, body })
    } catch (problem) {
      // An answer of the hub (bad input, not allowed) is final; only a lost connection is tried again.
      if (typeof problem === 'object' && problem !== null && 'status' in problem && problem.status !== 500) {
        return { kind: 'fault', incident: String((problem as { message?: unknown }).message ?? '') }
      }
      if (performance.now() >= until) return { kind: 'unreachable' }
      await pause(resendEveryMs)
    }
  }
}

export interface ScreenState<V extends ViewName> {
  /** The newest whole view; null until the first one came. */
  view: Views[V] | null
  seq: number
  /** The hub's time of the view, epoch ms, and this page's monotonic time when it came. */
  at: number
  receivedAt: number
  link: 'connecting' | 'live' | 'lost' | 'refused'
  /** Monotonic time of the last frame of any kind. */
  heardAt: number
  refusal: { code: string; sentence: string } | null
}

export interface Watch<V extends ViewName> {
  store: StoreApi<ScreenState<V>>
  /** Ends the watch and its socket. */
  end: () => void
}

/** Three heartbeats missed: a half-open line does not say that it is dead. */
const silenceMaxMs = 8_000
/** A hub that was restarted is back within two seconds; it must not find its screens asleep. */
const reconnectMsSoon = 300
const reconnectMsLater = 1_500
const soonTriesMax = 20

/**
 * Watches one live view over a socket of its own and keeps the newest whole view in a store.
 * After a break the newest view is simply the truth; nothing is folded or repaired here.
 */
export function watchView<V extends ViewName>(view: V, options: { windowNumber?: number } = {}): Watch<V> {
  const store = createStore<ScreenState<V>>(() => ({
    view: null,
    seq: 0,
    at: 0,
    receivedAt: 0,
    link: 'connecting',
    heardAt: performance.now(),
    refusal: null,
  }))
  let socket: WebSocket | undefined
  let ended = false
  let tries = 0
  let retry: ReturnType<typeof setTimeout> | undefined

  const hear = (frame: HubFrame) => {
    tries = 0
    if (frame.kind === 'alive') socket?.send('{"kind":"alive"}')
    store.setState(stateAfter(frame))
  }

  const connect = () => {
    if (ended) return
    const current = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`)
    socket = current
    current.onopen = () => {
      const session = sessionToken.read()
      const frame: WatchFrame = { kind: 'watch', view, ...options, ...(session === null ? {} : { session }) }
      current.send(JSON.stringify(frame))
      store.setState({ heardAt: performance.now() })
    }
    current.onmessage = (message) => {
      // A half-open socket that was replaced may still deliver what it held back.
      if (socket === current) hear(JSON.parse(String(message.data)) as HubFrame)
    }
    current.onclose = () => {
      if (ended || socket !== current) return
      // The hub is there but does not let this machine in: its pairing was revoked.
      void leaveIfUnpaired()
      if (store.getState().link !== 'refused') store.setState({ link: 'lost' })
      tries += 1
      retry = setTimeout(connect, tries <= soonTriesMax ? reconnectMsSoon : reconnectMsLater)
    }
  }

  const watchdog = setInterval(() => {
    if (performance.now() - store.getState().heardAt < silenceMaxMs) return
    store.setState({ link: 'lost', heardAt: performance.now() })
    const silent = socket
    silent?.close()
    // A half-open socket may take minutes to close by itself.
    if (silent !== undefined && silent.readyState !== WebSocket.CLOSED) {
      socket = undefined
      clearTimeout(retry)
      connect()
    }
  }, 1_000)

  connect()
  return {
    store,
    end: () => {
      ended = true
      clearInterval(watchdog)
      clearTimeout(retry)
      socket?.close()
    },
  }
}

/** A machine that is no longer paired has nothing to wait for here. */
async function leaveIfUnpaired(): Promise<void> {
  try {
    const { isPaired } = await hub.door.welcome({})
    if (!isPaired) location.assign('/pairing/')
  } catch {
    // No hub, no answer: the socket is tried again anyway.
  }
}

/** What a frame of the hub changes in the state of a screen. */
function stateAfter<V extends ViewName>(frame: HubFrame): Partial<ScreenState<V>> {
  const heardAt = performance.now()
  switch (frame.kind) {
    case 'view': {
      const { seq, at } = frame
      return { view: frame.body as Views[V], seq, at, receivedAt: heardAt, heardAt, link: 'live', refusal: null }
    }
    case 'refused':
      return { link: 'refused', refusal: { code: frame.code, sentence: frame.sentence }, heardAt }
    case 'alive':
      return { heardAt }
  }
}

/** The hub's time now, epoch ms, as far as this page can tell: for clocks and elapsed minutes on the screen only. */
export function hubNow(state: { at: number; receivedAt: number }): number {
  return state.at + (performance.now() - state.receivedAt)
}
