import { announcementOf } from '../../../renderer/display/announcement.ts'
import { createClipPlayer, scheduleTimeline } from '../../../renderer/display/clip-player.ts'
import { loadVoicePack, timelineOf } from '../../../renderer/display/voice-pack.ts'

/*
 * Runs inside a real browser: joins one announcement exactly as the board does and gives back what would
 * be heard. Built and injected by the test beside it.
 */

export interface RenderedCall {
  /** Seconds: of the sound as a whole, and of its clips and gaps added up from the pack. */
  duration: number
  sumOfParts: number
  /** Length of each silence inside it, seconds, longest first: the breath between the phrases, then the joins. */
  silences: number[]
  /** Seconds from the last heard sample to the end. */
  tail: number
  peak: number
}

export interface PlayedCall {
  state: AudioContextState
  /** Seconds of the announcement, and how long the player took. */
  duration: number
  took: number
}

/** Quieter than this nobody hears in a hall: 46 dB below full scale. */
const heard = 0.005
const rate = 48_000

async function renderCall(number: string, windowNumber: number): Promise<RenderedCall> {
  const pack = await loadVoicePack('/voice/', new OfflineAudioContext(1, 1, rate))
  const { keys } = announcementOf({ number, windowNumber, kind: 'call' }).speech
  const timeline = timelineOf(keys, pack)
  const context = new OfflineAudioContext(1, Math.ceil((timeline.duration + 0.5) * rate), rate)
  scheduleTimeline(timeline, context.destination, 0)
  const samples = (await context.startRendering()).getChannelData(0)

  const silences: number[] = []
  let last = -1
  let peak = 0
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < heard) return
    peak = Math.max(peak, Math.abs(sample))
    if (last >= 0 && at - last > 0.02 * rate) silences.push((at - last) / rate)
    last = at
  })
  const clips = timeline.starts.reduce((sum, { clip }) => sum + clip.duration, 0)
  const gaps = (timeline.starts.length - 2) * pack.gapMs.withinPhrase + pack.gapMs.comma
  return {
    duration: timeline.duration,
    sumOfParts: clips + gaps / 1000,
    silences: silences.sort((one, other) => other - one),
    tail: timeline.duration - last / rate,
    peak,
  }
}

async function playCall(number: string, windowNumber: number): Promise<PlayedCall> {
  const context = new AudioContext()
  // Without leave to sound this promise stays open until somebody touches the page.
  void context.resume()
  await new Promise((go) => setTimeout(go, 200))
  const pack = await loadVoicePack('/voice/', context)
  const { speech } = announcementOf({ number, windowNumber, kind: 'call' })
  const { duration } = timelineOf(speech.keys, pack)
  const began = performance.now()
  await createClipPlayer({ context, pack, into: context.destination }).play(speech)
  return { state: context.state, duration, took: (performance.now() - began) / 1000 }
}

declare global {
  var voiceProbe: { renderCall: typeof renderCall; playCall: typeof playCall }
}

globalThis.voiceProbe = { renderCall, playCall }

// The test's own questions count as a touch of the page, so an untouched page has to tell by itself.
if (location.pathname === '/untouched') {
  void playCall('A017', 1).then((played) => console.log(JSON.stringify(played)))
}
