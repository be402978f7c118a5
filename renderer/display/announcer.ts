import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DisplayCall, DisplayView } from '../../shared/contract/view.ts'
import { type Announcement, announcementOf, chime, type Speech } from './announcement.ts'

/** Says one thing to its end. It resolves when it was said, or when it would have been with the sound off. */
export interface Player {
  play(speech: Speech): Promise<void>
}

/** What the announcer needs of a pushed view: the hub's journal number and time, and the calls in it. */
export interface SeenView {
  seq: number
  at: number
  view: Pick<DisplayView, 'calls' | 'voice'>
}

export interface Announcer {
  /** To be told every pushed view once, in the order of their coming. */
  see(seen: SeenView): void
  /** What is being announced now; null in between. */
  store: StoreApi<{ speaking: Announcement | null }>
}

/** With more than this many still to come, each is said once only: late calls help nobody. */
export const backlogMax = 3
/** A call first seen later than this after it was made (the link was down) is shown but not said. */
export const staleAfterMs = 120_000
export const betweenTimesMs = 2_000
const betweenCallsMs = 600
/** Calls remembered so that none is said twice: more than a view holds, however it is reordered. */
const rememberedMax = 1_000

/**
 * Announces every call once, one after another, none cut off. What the first view after a start shows
 * was announced before, or belongs to people already served: it is only shown. A ticket that is called
 * again while its announcement still waits keeps its place there and the newer call is said instead.
 */
export function createAnnouncer(options: {
  player: Player
  pause: (ms: number) => Promise<void>
  reportFault: (fault: unknown) => void
}): Announcer {
  const { player, pause, reportFault } = options
  const store = createStore<{ speaking: Announcement | null }>(() => ({ speaking: null }))
  const waiting: DisplayCall[] = []
  const known = new Set<string>()
  let seenSeq = -1
  let repeat = 1
  let isSpeaking = false

  const perform = async (call: DisplayCall) => {
    const announcement = announcementOf(call)
    store.setState({ speaking: announcement })
    await player.play(chime)
    await player.play(announcement.speech)
    for (let time = 2; time <= repeat && waiting.length <= backlogMax; time++) {
      await pause(betweenTimesMs)
      await player.play(announcement.speech)
    }
  }

  const performAll = async () => {
    if (isSpeaking) return
    isSpeaking = true
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      // One announcement that fails must not silence all that follow.
      await perform(call).catch(reportFault)
      store.setState({ speaking: null })
      await pause(betweenCallsMs)
    }
    isSpeaking = false
  }

  const see = ({ seq, at, view }: SeenView) => {
    repeat = view.voice.repeat
    // A smaller journal number is another store (a demo begun anew): its calls are a first view again.
    const isFirst = seq < seenSeq || seenSeq < 0
    seenSeq = seq
    for (const call of view.calls.toReversed()) {
      const key = `${call.seq} ${call.at} ${call.number} ${call.windowNumber}`
      if (known.has(key)) continue
      known.add(key)
      if (!isFirst && at - call.at <= staleAfterMs) enqueue(waiting, call)
    }
    forgetOldest(known)
    void performAll()
  }

  return { see, store }
}

function enqueue(waiting: DisplayCall[], call: DisplayCall): void {
  const earlier = waiting.findIndex((one) => one.number === call.number)
  if (earlier < 0) waiting.push(call)
  else waiting[earlier] = call
}

function forgetOldest(known: Set<string>): void {
  for (const key of known) {
    if (known.size <= rememberedMax) return
    known.delete(key)
  }
}
