import type { DisplayCall } from '../../shared/contract/view.ts'
import { display } from '../common/text/display.ts'

const digitKeys = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `digit-${digit}`)
const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ']

/** Every clip that a voice pack must have. */
export const everyClipKey: readonly string[] = [
  'chime',
  ...digitKeys,
  'ten',
  ...letters.map((letter) => `letter-${letter}`),
  'please',
  'number',
  'to',
  'number-window',
  'on-business',
]

/** The breath between two phrases; a place in a list of clips, not a clip. */
export const comma = 'comma'

/** Something to say: the clips to join, and the same as text for the system's voice (empty for the chime). */
export interface Speech {
  keys: readonly string[]
  text: string
}

/** 语音播报: one call as it is heard and read. */
export interface Announcement {
  speech: Speech
  /** Shown as long as it is spoken, for who cannot hear it. */
  subtitle: string
}

export const chime: Speech = { keys: ['chime'], text: '' }

/**
 * How a call is announced: the ticket number sign by sign, digits one by one (零, never 洞; 一, never
 * 幺), the window as a cardinal. A recall says a little more than the call before it.
 * Throws for a number or window that the hub cannot have given.
 */
export function announcementOf(call: Pick<DisplayCall, 'number' | 'windowNumber' | 'kind'>): Announcement {
  const { number, windowNumber } = call
  const isRecall = call.kind === 'recall'
  const signs = [...number].map(signOf)
  const cardinal = cardinalOf(windowNumber)
  const keys = [
    'please',
    ...signs.map((sign) => sign.key),
    'number',
    comma,
    'to',
    ...cardinal.map((part) => part.key),
    'number-window',
    ...(isRecall ? ['on-business'] : []),
  ]
  const spelt = signs.map((sign) => sign.text).join(' ')
  const counted = cardinal.map((part) => part.text).join('')
  return {
    speech: { keys, text: (isRecall ? display.spokenRecall : display.spokenCall)(spelt, counted) },
    subtitle: (isRecall ? display.subtitleRecall : display.subtitleCall)(number, windowNumber),
  }
}

interface Said {
  key: string
  text: string
}

const saidDigit = (digit: number): Said => ({ key: `digit-${digit}`, text: display.digit(digit) })
const saidTen: Said = { key: 'ten', text: display.ten }

function signOf(sign: string): Said {
  if (/^\d$/.test(sign)) return saidDigit(Number(sign))
  if (letters.includes(sign)) return { key: `letter-${sign}`, text: sign }
  throw new RangeError(`not a sign of a ticket number: ${sign}`)
}

/** 1 to 99 as it is counted: 三, 十, 十二, 二十, 三十五. */
function cardinalOf(count: number): Said[] {
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new RangeError(`not a window number: ${count}`)
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return [
    ...(tens > 1 ? [saidDigit(tens)] : []),
    ...(tens > 0 ? [saidTen] : []),
    ...(ones > 0 ? [saidDigit(ones)] : []),
  ]
}
