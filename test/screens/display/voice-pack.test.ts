import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { announcementOf, comma, everyClipKey } from '../../../renderer/display/announcement.ts'
import { type LoadedPack, loadVoicePack, timelineOf, voicePack } from '../../../renderer/display/voice-pack.ts'

const folder = 'assets/voice/'
const bundled = () => voicePack.parse(JSON.parse(readFileSync(`${folder}pack.json`, 'utf8')))

afterEach(() => vi.unstubAllGlobals())

/** Serves files the way the hub does, with `changes` on top; null is a file that is not there. */
function serve(changes: Record<string, string | null> = {}) {
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.replace('/voice/', '')
    const changed = changes[name]
    if (changed === null) return new Response('', { status: 404 })
    return new Response(changed ?? readFileSync(folder + name))
  })
}

/** Reads a WAV's length; the rest of a decoder is the browser's. */
const decoder = {
  decodeAudioData: async (bytes: ArrayBuffer) => {
    const wav = new DataView(bytes)
    return { duration: (bytes.byteLength - 44) / wav.getUint32(28, true) } as AudioBuffer
  },
}

describe('bundled voice pack 语音包', () => {
  test('has a file for every clip, two megabytes together at most', () => {
    const { clips } = bundled()
    const bytes = everyClipKey.map((key) => statSync(folder + clips[key]).size)
    expect(Math.min(...bytes)).toBeGreaterThan(8_000)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2 * 1024 * 1024)
  })

  test('is equally loud from clip to clip, and measured so by the script that makes packs', () => {
    const table = execFileSync(process.execPath, ['scripts/make-voice.mjs', '--check'], { encoding: 'utf8' })
    const levels = [...table.matchAll(/ms\s+(-[\d.]+) dB/g)].map((found) => Number(found[1]))
    expect(levels).toHaveLength(everyClipKey.length)
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThanOrEqual(1)
  })

  test('says where it comes from', () => {
    const { author, license, language } = bundled()
    expect([author !== '', license !== '', language]).toEqual([true, true, 'zh-CN'])
  })
})

describe('loading a voice pack', () => {
  test('every clip is fetched and decoded', async () => {
    serve()
    const { clips } = await loadVoicePack('/voice/', decoder)
    expect([...clips.keys()].sort()).toEqual([...everyClipKey].sort())
    expect(clips.get('chime')?.duration).toBeCloseTo(1.3, 2)
  })

  test('a pack without one of the clips is refused: a number must not lose a digit', async () => {
    serve({ 'digit-0.wav': null })
    await expect(loadVoicePack('/voice/', decoder)).rejects.toThrow('digit-0.wav answered 404')
    const pack = bundled()
    delete pack.clips['letter-Z']
    serve({ 'pack.json': JSON.stringify(pack) })
    await expect(loadVoicePack('/voice/', decoder)).rejects.toThrow('no clip letter-Z')
  })

  test('a file outside the pack’s folder is refused', async () => {
    const pack = bundled()
    serve({ 'pack.json': JSON.stringify({ ...pack, clips: { ...pack.clips, ten: '../pairing/ten.wav' } }) })
    await expect(loadVoicePack('/voice/', decoder)).rejects.toThrow()
  })
})

describe('timeline of a speech', () => {
  const gapMs = { withinPhrase: 50, comma: 280 }
  const packOf = (durations: Record<string, number>): LoadedPack => ({
    gapMs,
    clips: new Map(Object.entries(durations).map(([key, duration]) => [key, { duration } as AudioBuffer])),
  })

  test('clips follow one another with the pack’s gap, phrases with its breath', () => {
    const { starts, duration } = timelineOf(['please', 'ten', comma, 'to'], packOf({ please: 1, ten: 0.5, to: 0.25 }))
    expect(starts.map(({ at }) => at)).toEqual([0, 1.05, 1.05 + 0.5 + 0.28])
    expect(duration).toBeCloseTo(2.08, 9)
  })

  test('no two clips overlap, and the whole lasts as long as clips and gaps together', () => {
    const lengths = fc.record(
      Object.fromEntries(everyClipKey.map((key) => [key, fc.double({ min: 0.05, max: 2, noNaN: true })])),
    )
    fc.assert(
      fc.property(
        lengths,
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        (durations, serial, at) => {
          const number = `A${String(serial).padStart(3, '0')}`
          const { keys } = announcementOf({ number, windowNumber: at, kind: 'recall' }).speech
          const { starts, duration } = timelineOf(keys, packOf(durations))
          const gaps = (keys.length - 3) * 0.05 + 0.28
          expect(duration).toBeCloseTo(starts.reduce((sum, { clip }) => sum + clip.duration, 0) + gaps, 6)
          starts.slice(1).forEach((start, place) => {
            const before = starts[place]!
            expect(start.at - before.at - before.clip.duration).toBeGreaterThanOrEqual(0.05 - 1e-9)
          })
        },
      ),
    )
  })

  test('a clip that the pack does not have throws', () => {
    expect(() => timelineOf(['digit-9'], packOf({ please: 1 }))).toThrow('no clip digit-9')
  })
})
