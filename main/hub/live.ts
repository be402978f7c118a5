import type { WebSocket } from 'ws'
import type { HubFrame, ViewName } from '../../shared/contract/view.ts'
import type { EventType, HallFact } from '../../shared/vocabulary/event.ts'
import { type RefusalCode, refusalSentence } from '../../shared/vocabulary/refusal.ts'
import type { Committed, Hub } from './hub.ts'

/** A screen that reads slower than this is dropped; it comes back and gets the newest view. */
const bufferedBytesMax = 1024 * 1024
const heartbeatMs = 3_000
/** Three heartbeats: the line is dead although nobody closed it. */
const silenceMaxMs = 10_000
/** Waiting minutes on the screens grow without an event. */
const refreshMs = 20_000

/**
 * Views are pushed right after the commit, but not more often than this: a clerk's press must be
 * seen at once, the kiosk's waiting counts need not.
 */
const gapMs: Record<ViewName, number> = { display: 12, clerk: 12, countertop: 12, console: 200, kiosk: 250 }

/** Views of one window; the others are of the whole hall. */
const ofOneWindow: ReadonlySet<ViewName> = new Set<ViewName>(['clerk', 'countertop'])

/** After these somebody may watch no longer: gone, with another role, or on a machine that is not ours any more. */
const changesWhoMayWatch: ReadonlySet<EventType> = new Set<EventType>([
  'StaffSignedIn',
  'StaffSignedOut',
  'StaffChanged',
  'StaffRetired',
  'ScreenRevoked',
])
const signedOutSentence = '您已退出登录，或已在别处登录。'

interface Screen {
  socket: WebSocket
  heardAt: number
  /** Why its watcher may not watch any longer; asked anew when somebody signs out, and now and then. */
  leaveFor: () => RefusalCode | null
}

interface Channel {
  view: ViewName
  windowNumber: number | undefined
  screens: Set<Screen>
  isDirty: boolean
  pushedAt: number
  timer: ReturnType<typeof setTimeout> | undefined
}

export interface LiveOptions {
  hub: Hub
  /** Reads a view afresh; null when it does not exist. */
  read: (view: ViewName, windowNumber: number | undefined, now: number) => object | null
  monotonicMs?: () => number
}

/** Live views: each is read once and made into one frame for all who watch it. */
export function createLive({ hub, read, monotonicMs = () => performance.now() }: LiveOptions) {
  const channels = new Map<string, Channel>()
  const keyOf = (view: ViewName, windowNumber: number | undefined) =>
    ofOneWindow.has(view) ? `${view}/${windowNumber}` : view

  const frameOf = (channel: Channel): Buffer | null => {
    const at = hub.clock.now()
    const body = read(channel.view, channel.windowNumber, at)
    if (body === null) return null
    const frame = { kind: 'view', view: channel.view, seq: hub.head().seq, at, body } as HubFrame
    return Buffer.from(JSON.stringify(frame))
  }

  const sendTo = (screen: Screen, frame: Buffer) => {
    if (screen.socket.bufferedAmount > bufferedBytesMax) return screen.socket.terminate()
    screen.socket.send(frame, { binary: false })
  }

  // Screens that close while the hub ends would have the console's view read from a closed store.
  let isEnded = false

  const push = (channel: Channel) => {
    if (isEnded) return
    channel.timer = undefined
    channel.isDirty = false
    channel.pushedAt = monotonicMs()
    const frame = frameOf(channel)
    if (frame === null) return
    for (const screen of channel.screens) sendTo(screen, frame)
  }

  const soil = (channel: Channel) => {
    if (channel.isDirty || channel.screens.size === 0) return
    channel.isDirty = true
    const wait = channel.pushedAt + gapMs[channel.view] - monotonicMs()
    if (wait > 0) channel.timer = setTimeout(() => push(channel), wait)
    else setImmediate(() => push(channel))
  }

  const soilAll = (only?: ViewName) => {
    for (const channel of channels.values()) if (only === undefined || channel.view === only) soil(channel)
  }

  const committed = ({ events }: Committed) => {
    const touched = touchedBy(events)
    for (const channel of channels.values()) {
      if (!ofOneWindow.has(channel.view) || touched === 'everything') soil(channel)
      else if (isTouched(hub, channel.windowNumber!, touched)) soil(channel)
    }
    if (events.some(({ type }) => changesWhoMayWatch.has(type))) dropUnwelcome()
  }

  const dropUnwelcome = () => {
    for (const channel of channels.values()) {
      for (const screen of channel.screens) {
        const code = screen.leaveFor()
        if (code === null) continue
        const sentence = code === 'not-signed-in' ? signedOutSentence : refusalSentence(code, {})
        screen.socket.send(JSON.stringify({ kind: 'refused', code, sentence } satisfies HubFrame))
        screen.socket.close(1008)
      }
    }
  }

  let beatAt = monotonicMs()
  const beat = setInterval(() => {
    const now = monotonicMs()
    // A hub that slept has not heard anybody either; that is not the screens' silence.
    const late = Math.max(0, now - beatAt - heartbeatMs)
    beatAt = now
    const alive = Buffer.from(JSON.stringify({ kind: 'alive', at: hub.clock.now() } satisfies HubFrame))
    for (const channel of channels.values()) {
      for (const screen of channel.screens) {
        if (now - screen.heardAt > silenceMaxMs + late) screen.socket.terminate()
        else sendTo(screen, alive)
      }
    }
  }, heartbeatMs)
  const refresh = setInterval(() => {
    soilAll()
    // A session ends by the clock, without an event.
    dropUnwelcome()
  }, refreshMs)
  const stopListening = hub.onCommitted(committed)

  return {
    /** A screen begins to watch: it gets the whole view at once. False when there is no such view. */
    watch(socket: WebSocket, view: ViewName, windowNumber: number | undefined, leaveFor: Screen['leaveFor']): boolean {
      const key = keyOf(view, windowNumber)
      const channel = channels.get(key) ?? {
        view,
        windowNumber,
        screens: new Set<Screen>(),
        isDirty: false,
        pushedAt: -1_000,
        timer: undefined,
      }
      const frame = frameOf(channel)
      if (frame === null) return false
      channels.set(key, channel)
      const screen: Screen = { socket, heardAt: monotonicMs(), leaveFor }
      channel.screens.add(screen)
      socket.on('message', () => {
        screen.heardAt = monotonicMs()
      })
      socket.on('close', () => {
        channel.screens.delete(screen)
        if (channel.screens.size === 0) channels.delete(key)
      })
      socket.send(frame, { binary: false })
      return true
    },
    /** Whether somebody watches a view now. */
    isWatched: (view: ViewName, windowNumber: number | undefined) => channels.has(keyOf(view, windowNumber)),
    /** Something outside the store has changed: the phase of the day, a pairing, a screen, a signature that is asked for. */
    refresh: soilAll,
    watcherCount: () => [...channels.values()].reduce((sum, channel) => sum + channel.screens.size, 0),
    end(): void {
      isEnded = true
      clearInterval(beat)
      clearInterval(refresh)
      stopListening()
      for (const channel of channels.values()) {
        clearTimeout(channel.timer)
        for (const screen of channel.screens) screen.socket.close(1001)
      }
    },
  }
}
export type Live = ReturnType<typeof createLive>

interface Touched {
  queues: Set<string>
  windows: Set<number>
}

/**
 * A ticket that ends may stand at a window, or wait for one, that does not serve its queue. These are
 * rare beside the calls.
 */
const concernsEverybody: ReadonlySet<EventType> = new Set<EventType>([
  'TicketHeld',
  'TicketMissed',
  'TicketCancelled',
  'TicketCarried',
  'TicketVoided',
])

/** Queues and windows that some events concern; anything else concerns everybody. */
function touchedBy(events: readonly HallFact[]): Touched | 'everything' {
  const touched: Touched = { queues: new Set(), windows: new Set() }
  for (const { type, body } of events) {
    const isOfTicket = type.startsWith('Ticket') || (type.startsWith('Service') && !type.startsWith('ServiceWindow'))
    if (!isOfTicket || concernsEverybody.has(type)) return 'everything'
    if ('queue' in body) touched.queues.add(body.queue as string)
    if ('fromQueue' in body) touched.queues.add(body.fromQueue)
    if ('windowNumber' in body) touched.windows.add(body.windowNumber as number)
    if ('fromWindow' in body) touched.windows.add(body.fromWindow)
    if ('toWindow' in body && body.toWindow !== null) touched.windows.add(body.toWindow)
  }
  return touched
}

function isTouched(hub: Hub, windowNumber: number, touched: Touched): boolean {
  if (touched.windows.has(windowNumber)) return true
  const queues = hub.setup().serviceWindows.get(windowNumber)?.queues ?? []
  return queues.some((queue) => touched.queues.has(queue))
}
