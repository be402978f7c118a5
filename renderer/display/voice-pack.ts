import { z } from 'zod'
import { comma, everyClipKey } from './announcement.ts'

/** 语音包: pack.json of assets/voice, which the hub serves as it is. How to make one: docs/voice.md. */
export const voicePack = z.object({
  name: z.string(),
  language: z.string(),
  sampleRate: z.int(),
  author: z.string().default(''),
  license: z.string().default(''),
  gapMs: z.object({
    /** Between the clips of one phrase. */
    withinPhrase: z.number().min(0).max(500),
    comma: z.number().min(0).max(2000),
  }),
  /** File of each clip, beside pack.json. */
  clips: z.record(z.string(), z.string().regex(/^[\w.-]+$/)),
})
export type VoicePack = z.infer<typeof voicePack>

/** A pack with every clip decoded. */
export interface LoadedPack {
  gapMs: VoicePack['gapMs']
  clips: ReadonlyMap<string, AudioBuffer>
}

/**
 * Fetches and decodes the pack at `folder` (an address ending in a slash). Rejects unless every clip is
 * there: a number with a digit left out would send a person to the wrong window.
 */
export async function loadVoicePack(
  folder: string,
  context: Pick<BaseAudioContext, 'decodeAudioData'>,
): Promise<LoadedPack> {
  const pack = voicePack.parse(await (await fetchFound(`${folder}pack.json`)).json())
  const clips = await Promise.all(
    everyClipKey.map(async (key): Promise<[string, AudioBuffer]> => {
      const file = pack.clips[key]
      if (file === undefined) throw new Error(`the voice pack has no clip ${key}`)
      const sound = await (await fetchFound(folder + file)).arrayBuffer()
      return [key, await context.decodeAudioData(sound)]
    }),
  )
  return { gapMs: pack.gapMs, clips: new Map(clips) }
}

async function fetchFound(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}

/** Where each clip of a speech begins, and when the last one ends, in seconds from its start. */
export interface Timeline {
  starts: { clip: AudioBuffer; at: number }[]
  duration: number
}

/** Lays the clips of a speech one after another with the pack's gaps. Throws for a key the pack does not have. */
export function timelineOf(keys: readonly string[], pack: LoadedPack): Timeline {
  const starts: Timeline['starts'] = []
  let duration = 0
  let gap = 0
  for (const key of keys) {
    if (key === comma) {
      gap = pack.gapMs.comma / 1000
      continue
    }
    const clip = pack.clips.get(key)
    if (clip === undefined) throw new Error(`the voice pack has no clip ${key}`)
    starts.push({ clip, at: duration + gap })
    duration += gap + clip.duration
    gap = pack.gapMs.withinPhrase / 1000
  }
  return { starts, duration }
}
