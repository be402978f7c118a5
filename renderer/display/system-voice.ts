import type { Player } from './announcer.ts'

/** A voice that never says it ended is given up after this long; a call takes six seconds. */
const speechMaxMs = 20_000

/** The system's Chinese voice: Mandarin before other Chinese, one on this machine before one from a network. */
export function chineseVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const rank = ({ lang, localService }: SpeechSynthesisVoice) => {
    const isMandarin = /^(zh[-_](cn|hans)|cmn)/i.test(lang)
    return (isMandarin ? 2 : 0) + (localService ? 1 : 0)
  }
  return voices.filter((voice) => /^(zh|cmn)/i.test(voice.lang)).sort((one, other) => rank(other) - rank(one))[0]
}

/**
 * Speaks text with the system's Chinese voice, and what has no text (the chime) or fails with `clips`.
 * Voices are asked for each time: a browser lists them late, and they come and go with the system's settings.
 */
export function createSystemPlayer(options: {
  synthesis: Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'> | undefined
  volume: () => number
  clips: Player
}): Player {
  const { synthesis, volume, clips } = options
  return {
    async play(speech) {
      const voice = synthesis === undefined ? undefined : chineseVoice(synthesis.getVoices())
      if (synthesis === undefined || voice === undefined || speech.text === '') return clips.play(speech)
      const utterance = new SpeechSynthesisUtterance(speech.text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.volume = volume()
      const end = await spoken(synthesis, utterance)
      if (end !== 'spoken') synthesis.cancel()
      if (end === 'failed') await clips.play(speech)
    },
  }
}

/** Said to the end, refused by the browser before a word was heard, or silent for far too long. */
function spoken(
  synthesis: Pick<SpeechSynthesis, 'speak'>,
  utterance: SpeechSynthesisUtterance,
): Promise<'spoken' | 'failed' | 'overdue'> {
  return new Promise((settle) => {
    const overdue = setTimeout(() => settle('overdue'), speechMaxMs)
    const settleOnce = (end: 'spoken' | 'failed') => {
      clearTimeout(overdue)
      settle(end)
    }
    utterance.onend = () => settleOnce('spoken')
    utterance.onerror = () => settleOnce('failed')
    synthesis.speak(utterance)
  })
}
