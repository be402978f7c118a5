import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { announcementOf, chime, type Speech } from '../../../renderer/display/announcement.ts'
import { chineseVoice, createSystemPlayer } from '../../../renderer/display/system-voice.ts'

function voiceOf(lang: string, localService = true): SpeechSynthesisVoice {
  return { lang, localService, name: `${lang} ${localService}`, default: false, voiceURI: lang }
}

class Utterance {
  voice: SpeechSynthesisVoice | null = null
  lang = ''
  volume = 1
  onend: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The browser's speech, which ends as it is told to. */
function systemOf(voices: SpeechSynthesisVoice[], end: 'spoken' | 'failed' | 'never') {
  const said: Utterance[] = []
  const byClips: Speech[] = []
  let cancelled = 0
  const synthesis = {
    getVoices: () => voices,
    speak: (utterance: SpeechSynthesisUtterance) => {
      const one = utterance as unknown as Utterance
      said.push(one)
      if (end === 'spoken') queueMicrotask(() => one.onend?.())
      if (end === 'failed') queueMicrotask(() => one.onerror?.())
    },
    cancel: () => {
      cancelled += 1
    },
  }
  const player = createSystemPlayer({
    synthesis,
    volume: () => 0.7,
    clips: { play: async (speech) => void byClips.push(speech) },
  })
  return { player, said, byClips, cancelled: () => cancelled }
}

const { speech } = announcementOf({ number: 'A017', windowNumber: 12, kind: 'call' })

beforeEach(() => {
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the system’s voice', () => {
  test('Mandarin goes before other Chinese, and a voice of this machine before one from a network', () => {
    const voices = [voiceOf('en-US'), voiceOf('zh-HK'), voiceOf('zh-CN', false), voiceOf('zh-CN'), voiceOf('zh-TW')]
    expect(chineseVoice(voices)).toBe(voices[3])
    expect(chineseVoice([voiceOf('zh-HK'), voiceOf('zh_CN', false)])?.lang).toBe('zh_CN')
    expect(chineseVoice([voiceOf('cmn-Hans-CN')])?.lang).toBe('cmn-Hans-CN')
    expect(chineseVoice([voiceOf('en-US'), voiceOf('ja-JP')])).toBeUndefined()
  })

  test('the text is spoken with the Chinese voice at the hall’s volume; the chime is a clip', async () => {
    const { player, said, byClips } = systemOf([voiceOf('zh-CN')], 'spoken')
    await player.play(chime)
    await player.play(speech)
    expect(byClips).toEqual([chime])
    expect(said.map(({ text, lang, volume }) => [text, lang, volume])).toEqual([[speech.text, 'zh-CN', 0.7]])
  })

  test('without a Chinese voice, or without speech at all, the clips speak', async () => {
    const { player, said, byClips } = systemOf([voiceOf('en-US')], 'spoken')
    await player.play(speech)
    expect([said, byClips]).toEqual([[], [speech]])
    const none = createSystemPlayer({ synthesis: undefined, volume: () => 1, clips: { play: async () => {} } })
    await expect(none.play(speech)).resolves.toBeUndefined()
  })

  test('a voice that fails gives way to the clips for this announcement', async () => {
    const { player, byClips } = systemOf([voiceOf('zh-CN')], 'failed')
    await player.play(speech)
    expect(byClips).toEqual([speech])
  })

  test('a voice that never ends is cancelled after twenty seconds, so that the next call is heard', async () => {
    vi.useFakeTimers()
    const { player, cancelled } = systemOf([voiceOf('zh-CN')], 'never')
    const playing = player.play(speech)
    await vi.advanceTimersByTimeAsync(20_000)
    await playing
    expect(cancelled()).toBe(1)
  })
})
