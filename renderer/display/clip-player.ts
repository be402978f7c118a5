import type { Speech } from './announcement.ts'
import type { Player } from './announcer.ts'
import { type LoadedPack, type Timeline, timelineOf } from './voice-pack.ts'

/**
 * Puts every clip of a timeline on the audio clock at once, beginning at `startsAt` (seconds of that
 * clock). The sound card joins them to the sample; no timer of the page can tear a gap.
 */
export function scheduleTimeline(timeline: Timeline, into: AudioNode, startsAt: number): AudioBufferSourceNode[] {
  return timeline.starts.map(({ clip, at }) => {
    const source = into.context.createBufferSource()
    source.buffer = clip
    source.connect(into)
    source.start(startsAt + at)
    return source
  })
}

/** The audio clock needs a moment before the first clip, or its attack is cut. */
const leadSeconds = 0.06
/** A sound device that vanished never says that a clip ended. */
const overdueMs = 1_500

/** Speaks from the clips of the voice pack. With the context suspended it is silent for as long as it would speak. */
export function createClipPlayer(options: { context: AudioContext; pack: LoadedPack; into: AudioNode }): Player {
  const { context, pack, into } = options
  return {
    async play({ keys }: Speech) {
      const timeline = timelineOf(keys, pack)
      const wholeMs = (timeline.duration + leadSeconds) * 1000
      if (context.state !== 'running') return silence(wholeMs)
      const sources = scheduleTimeline(timeline, into, context.currentTime + leadSeconds)
      const last = sources.at(-1)
      if (last === undefined) return
      let overdue: ReturnType<typeof setTimeout> | undefined
      await Promise.race([
        new Promise<void>((ended) => {
          last.onended = () => ended()
        }),
        new Promise<void>((given) => {
          overdue = setTimeout(given, wholeMs + overdueMs)
        }),
      ])
      clearTimeout(overdue)
      // Overdue clips must not sound into the next announcement.
      for (const source of sources) {
        source.onended = null
        source.disconnect()
      }
    },
  }
}

/** About as long as a clip lasts, where there is none to ask. */
const wordMs = 500

/** Says nothing, for as long as it would take: the subtitle is shown all the same. */
export const silentPlayer: Player = {
  play: ({ keys }) => silence(keys.length * wordMs),
}

export function silence(ms: number): Promise<void> {
  return new Promise((ended) => setTimeout(ended, ms))
}
