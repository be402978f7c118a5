import { hallDate } from '../vocabulary/hall-date.ts'
import { type HallDate, yearOf } from './hall-time.ts'

/** 公民身份号码 after GB 11643, as a card or a person gives it. */
export type CitizenIdCheck =
  | {
      kind: 'valid'
      /** Eighteen characters, half-width, with a capital X. */
      normalized: string
      birthDay: HallDate
      sex: 'male' | 'female'
      /** 港澳台居民居住证 carries a number of the same make; every other number counts as mainland. */
      holder: 'mainland' | 'hong-kong-macao-taiwan'
    }
  | { kind: 'invalid'; reason: CitizenIdProblem }

/** In the order they are looked for. A fifteen-digit number is an old one, not a wrong one. */
export type CitizenIdProblem = 'fifteen-digit' | 'length' | 'characters' | 'birth-date' | 'checksum'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** The check character for each remainder of the weighted sum by 11. */
const checkCharacters = '10X98765432'
const hongKongMacaoTaiwan = ['810000', '820000', '830000']

/** The standard's own example was born in 1880; a record of the 1700s is a misreading. */
const birthYearMin = 1800

/**
 * Whether `text` can be somebody's number. The address code is not looked up: codes are abolished
 * while their numbers live on, and the demo's 999999 belongs to nobody. Given `today`, a birth after
 * it is refused.
 */
export function checkCitizenId(text: string, today?: HallDate): CitizenIdCheck {
  const id = normalize(text)
  if (/^\d{15}$/.test(id)) return invalid('fifteen-digit')
  if (id.length !== 18) return invalid('length')
  if (!/^\d{17}[\dX]$/.test(id)) return invalid('characters')

  const birthDay = birthDayIn(id)
  if (birthDay === undefined || (today !== undefined && birthDay > today)) return invalid('birth-date')
  if (id[17] !== checkCharacterOf(id)) return invalid('checksum')

  return {
    kind: 'valid',
    normalized: id,
    birthDay,
    sex: Number(id[16]) % 2 === 1 ? 'male' : 'female',
    holder: hongKongMacaoTaiwan.includes(id.slice(0, 6)) ? 'hong-kong-macao-taiwan' : 'mainland',
  }
}

/** 周岁 on `day`: it grows on the birthday; who was born on 29 February grows on 1 March in a common year. */
export function ageOn(birthDay: HallDate, day: HallDate): number {
  const hadBirthday = day.slice(5) >= birthDay.slice(5)
  return yearOf(day) - yearOf(birthDay) - (hadBirthday ? 0 : 1)
}

/** Input methods type full-width digits, people type groups and a small x. */
function normalize(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace('x', 'X')
}

function invalid(reason: CitizenIdProblem): CitizenIdCheck {
  return { kind: 'invalid', reason }
}

function birthDayIn(id: string): HallDate | undefined {
  const day = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  return yearOf(day) >= birthYearMin && hallDate.safeParse(day).success ? day : undefined
}

function checkCharacterOf(id: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return checkCharacters[sum % 11]!
}
