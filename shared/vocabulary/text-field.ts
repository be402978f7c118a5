import { z } from 'zod'

/** No free text of a command is longer; a note is a note, not a file. */
export const textLengthMax = 500

const controlCharacters = /\p{Cc}/u
const looksLikeIdNumber = /(?<!\d)\d{17}[\dXx](?!\d)/
const looksLikePhone = /(?<!\d)1[3-9]\d{9}(?!\d)/

/**
 * Free text that goes into the journal: well-formed, without control characters and without
 * anything that looks like an ID or mobile number, because the journal is kept for years.
 */
export function journalText(lengthMax: number = textLengthMax) {
  return z
    .string()
    .trim()
    .max(lengthMax, `文字不能超过 ${lengthMax} 个字`)
    .refine((text) => text.isWellFormed() && !controlCharacters.test(text), '文字中有不能识别的字符')
    .refine((text) => !looksLikeIdNumber.test(text) && !looksLikePhone.test(text), '请不要在说明中填写身份证号或手机号')
}

/** A required label, such as a name painted on a window. */
export function label(lengthMax: number = 60) {
  return journalText(lengthMax).min(1, '不能为空')
}
