// Makes a voice pack: every clip trimmed, equally loud, written as 16-bit mono WAV, with its pack.json.
// Run by hand when the voice changes; what it is for and how a hall records its own: docs/voice.md.
//
//   node scripts/make-voice.mjs                      synthesise the bundled pack with espeak-ng
//   node scripts/make-voice.mjs --from recordings    make it from recordings/<key>.wav instead
//   node scripts/make-voice.mjs --check              measure the pack that is there, change nothing
//   … --to DIR                                       another place than assets/voice
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const bundledPack = fileURLToPath(new URL('../assets/voice', import.meta.url))

/** All speech of a pack has this level; the loudest sample stays below the ceiling. */
const targetDb = -20
const ceilingDb = -1
/** What is this much quieter than the loudest 10 ms of a clip is silence at its ends. */
const silenceDb = -32
const frameSeconds = 0.01

// espeak-ng 1.51 reads Chinese characters through an English "yi one"; from pinyin with tone numbers it speaks them.
const mandarin = { voice: 'cmn-latn-pinyin+f2', wordsPerMinute: 155 }
const english = { voice: 'en-us+f2', wordsPerMinute: 150 }
const digits = ['ling2', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3']
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']

/** Every clip but the chime: what is said, and by which voice. */
const utterances = {
  ...Object.fromEntries(digits.map((said, digit) => [`digit-${digit}`, { ...mandarin, said }])),
  ten: { ...mandarin, said: 'shi2' },
  ...Object.fromEntries(letters.map((letter) => [`letter-${letter}`, { ...english, said: letter }])),
  // "zee" is mistaken for C: this is "zed", in espeak's own phonemes.
  'letter-Z': { ...english, said: '[[zEd]]' },
  please: { ...mandarin, said: 'qing3' },
  number: { ...mandarin, said: 'hao4' },
  to: { ...mandarin, said: 'dao4' },
  'number-window': { ...mandarin, said: 'hao4 chuang1kou3' },
  'on-business': { ...mandarin, said: 'ban4li3 ye4wu4' },
}

const decibels = (value) => 20 * Math.log10(Math.max(value, 1e-9))
const amplitude = (db) => 10 ** (db / 20)

/** A 16-bit PCM WAV of any rate and channels, as mono samples from -1 to 1. */
function readWav(file) {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error(`${file} is no WAV file`)
  let format
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4)
    // A WAV written to a pipe leaves its length open.
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8)
    const body = bytes.subarray(at + 8, at + 8 + size)
    if (name === 'fmt ') {
      format = { channels: body.readUInt16LE(2), rate: body.readUInt32LE(4), bits: body.readUInt16LE(14) }
      if (format.bits !== 16) throw new Error(`${file} has ${format.bits} bits; save it as 16-bit PCM`)
    }
    if (name === 'data' && format !== undefined) {
      const samples = new Float64Array(Math.floor(size / 2 / format.channels))
      for (let sample = 0; sample < samples.length; sample++) {
        for (let channel = 0; channel < format.channels; channel++) {
          samples[sample] += body.readInt16LE(2 * (sample * format.channels + channel)) / 32768 / format.channels
        }
      }
      return { rate: format.rate, samples }
    }
    at += 8 + size + (size % 2)
  }
  throw new Error(`${file} has no sound in it`)
}

function writeWav(file, { rate, samples }) {
  const bytes = Buffer.alloc(44 + 2 * samples.length)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + 2 * samples.length, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(2 * rate, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(2 * samples.length, 40)
  samples.forEach((sample, at) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), 44 + 2 * at)
  })
  writeFileSync(file, bytes)
}

/** The root mean square of each whole 10 ms. */
function frameLevels({ rate, samples }) {
  const size = Math.round(rate * frameSeconds)
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, frame) => {
    const part = samples.subarray(frame * size, (frame + 1) * size)
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length)
  })
}

const isHeard = (levels) => (level) => level > Math.max(...levels) * amplitude(silenceDb)

/** Without the silence at both ends; a breath of it stays and is faded, so that no join clicks. */
function trim(sound) {
  const { rate, samples } = sound
  const levels = frameLevels(sound)
  const size = Math.round(rate * frameSeconds)
  const from = Math.max(0, (levels.findIndex(isHeard(levels)) - 1) * size)
  const to = Math.min(samples.length, (levels.findLastIndex(isHeard(levels)) + 3) * size)
  const [fadeIn, fadeOut] = [Math.round(rate * 0.004), Math.round(rate * 0.015)]
  const kept = samples.slice(from, to)
  return {
    rate,
    samples: kept.map(
      (sample, at) => sample * Math.min(1, at / fadeIn) * Math.min(1, (kept.length - 1 - at) / fadeOut),
    ),
  }
}

/** Level of what is heard, and of the loudest sample, in dB below full scale. */
function measure(sound) {
  const levels = frameLevels(sound)
  const heard = levels.filter(isHeard(levels))
  const power = heard.reduce((sum, level) => sum + level * level, 0) / heard.length
  const peak = sound.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return {
    milliseconds: Math.round((sound.samples.length / sound.rate) * 1000),
    levelDb: decibels(Math.sqrt(power)),
    peakDb: decibels(peak),
  }
}

/** As loud as every other clip, or as loud as its peak allows. */
function level(sound) {
  const { levelDb, peakDb } = measure(sound)
  const gain = amplitude(Math.min(targetDb - levelDb, ceilingDb - peakDb))
  return { rate: sound.rate, samples: sound.samples.map((sample) => sample * gain) }
}

/** Two struck bars, a third apart. */
function chime(rate) {
  const strikes = [
    { at: 0, hertz: 659.26 },
    { at: 0.38, hertz: 523.25 },
  ]
  const samples = new Float64Array(Math.round(rate * 1.3)).map((_, index) => {
    const now = index / rate
    return strikes.reduce((sum, { at, hertz }) => {
      if (now < at) return sum
      const since = now - at
      const envelope = Math.min(1, since / 0.004) * Math.exp(-since / 0.28)
      const turn = 2 * Math.PI * hertz * since
      return sum + envelope * (Math.sin(turn) + 0.35 * Math.sin(2 * turn) + 0.12 * Math.sin(3 * turn))
    }, 0)
  })
  return { rate, samples }
}

function synthesise(scratch, key) {
  const { voice, wordsPerMinute, said } = utterances[key]
  const file = join(scratch, `${key}.wav`)
  execFileSync('espeak-ng', ['-v', voice, '-s', String(wordsPerMinute), '-w', file, said])
  return readWav(file)
}

function makePack({ to, from }) {
  mkdirSync(to, { recursive: true })
  const scratch = mkdtempSync(join(tmpdir(), 'shouwen-voice-'))
  const keys = Object.keys(utterances)
  const recorded = (key) => join(from ?? '', `${key}.wav`)
  const missing = from === undefined ? [] : keys.filter((key) => !existsSync(recorded(key)))
  if (missing.length > 0) throw new Error(`recordings missing in ${from}: ${missing.join(', ')}`)

  let rate = 0
  for (const key of keys) {
    const sound = from === undefined ? synthesise(scratch, key) : readWav(recorded(key))
    rate = sound.rate
    writeWav(join(to, `${key}.wav`), level(trim(sound)))
  }
  const ownChime = from !== undefined && existsSync(recorded('chime'))
  writeWav(join(to, 'chime.wav'), level(ownChime ? trim(readWav(recorded('chime'))) : chime(rate)))
  rmSync(scratch, { recursive: true })

  const pack = {
    name: from === undefined ? '合成普通话（随程序提供）' : '本厅录音',
    language: 'zh-CN',
    sampleRate: rate,
    author: from === undefined ? 'Shouwen, synthesised with espeak-ng' : '',
    license: from === undefined ? 'Made for Shouwen and part of it; no recorded person' : '',
    gapMs: { withinPhrase: 50, comma: 280, afterChime: 250, betweenTimes: 2000 },
    clips: Object.fromEntries(['chime', ...keys].map((key) => [key, `${key}.wav`])),
  }
  writeFileSync(join(to, 'pack.json'), `${JSON.stringify(pack, null, 2)}\n`)
}

/** Prints what is in the pack. Says no to one with clips missing, silent, or of unequal loudness. */
function checkPack(folder) {
  const { clips } = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8'))
  const problems = ['chime', ...Object.keys(utterances)]
    .filter((key) => clips[key] === undefined)
    .map((key) => `${key}: not in pack.json`)
  for (const [key, file] of Object.entries(clips)) {
    const { milliseconds, levelDb, peakDb } = measure(readWav(join(folder, file)))
    console.log(
      `${key.padEnd(14)} ${String(milliseconds).padStart(5)} ms  ${levelDb.toFixed(1)} dB  peak ${peakDb.toFixed(1)} dB`,
    )
    if (Math.abs(levelDb - targetDb) > 3) problems.push(`${key}: ${levelDb.toFixed(1)} dB instead of ${targetDb} dB`)
  }
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length === 0 ? 0 : 1
}

const { values: options } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string', default: bundledPack },
    check: { type: 'boolean', default: false },
  },
})
if (!options.check) makePack(options)
checkPack(options.to)
