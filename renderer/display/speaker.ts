import { createStore, type StoreApi } from 'zustand/vanilla'
import type { VoiceSettings } from '../../shared/vocabulary/hall.ts'
import type { Player } from './announcer.ts'
import { createClipPlayer, silence, silentPlayer } from './clip-player.ts'
import { chineseVoice, createSystemPlayer } from './system-voice.ts'
import { loadVoicePack } from './voice-pack.ts'

/** `blocked`: the browser wants a touch first. `broken`: the voice pack cannot be read. */
export type SoundState = 'off' | 'loading' | 'ready' | 'blocked' | 'broken'

export interface Speaker extends Player {
  /** Follows the hall's settings; the first call loads the pack unless the sound is off. */
  use(voice: VoiceSettings): void
  /** To be called on a touch or key: what a browser wants before it makes a sound. */
  unlock(): void
  store: StoreApi<{ sound: SoundState }>
}

const packFolder = '/voice/'
/** A pack that could not be read is tried again: the hub may have been restarting. */
const reloadMs = 15_000

interface Output {
  context: AudioContext
  gain: GainNode
}

function openOutput(onChange: () => void): Output {
  const context = new AudioContext()
  const gain = context.createGain()
  gain.connect(context.destination)
  context.onstatechange = onChange
  // A shell or a browser started for this page allows sound at once; others wait for a touch.
  void context.resume()
  return { context, gain }
}

/** The loudspeaker of this screen. It speaks as the settings say, and is silent for as long where it cannot. */
export function createSpeaker(): Speaker {
  const store = createStore<{ sound: SoundState }>(() => ({ sound: 'off' }))
  let voice: VoiceSettings | undefined
  let output: Output | undefined
  let clips: Player | undefined
  let isBroken = false
  // Absent in some browsers of TV boxes.
  const synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis

  const tell = () => {
    const sound = (): SoundState => {
      if (voice === undefined || voice.source === 'off') return 'off'
      if (output !== undefined && output.context.state !== 'running') return 'blocked'
      if (clips !== undefined) return 'ready'
      if (voice.source === 'system' && chineseVoice(synthesis?.getVoices() ?? []) !== undefined) return 'ready'
      return isBroken ? 'broken' : 'loading'
    }
    store.setState({ sound: sound() })
  }

  const load = async ({ context, gain }: Output) => {
    while (clips === undefined) {
      try {
        clips = createClipPlayer({ context, pack: await loadVoicePack(packFolder, context), into: gain })
        isBroken = false
      } catch {
        // Trouble, shown on the screen until the pack can be read.
        isBroken = true
        tell()
        await silence(reloadMs)
      }
    }
    tell()
  }

  const play: Player['play'] = (speech) => {
    if (voice === undefined || voice.source === 'off') return silentPlayer.play(speech)
    const fromClips = clips ?? silentPlayer
    if (voice.source === 'clips') return fromClips.play(speech)
    const { volume } = voice
    return createSystemPlayer({ synthesis, volume: () => volume, clips: fromClips }).play(speech)
  }

  // Browsers list their voices some time after the page began.
  synthesis?.addEventListener('voiceschanged', tell)
  return {
    play,
    store,
    use(settings) {
      voice = settings
      if (settings.source !== 'off' && output === undefined) {
        output = openOutput(tell)
        void load(output)
      }
      if (output !== undefined) output.gain.gain.value = settings.volume
      tell()
    },
    unlock() {
      void output?.context.resume()
    },
  }
}
