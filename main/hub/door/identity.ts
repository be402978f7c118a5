import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCitizenId } from '../../../shared/rules/citizen-id.ts'
import type { Identity } from '../decide-on-facts.ts'

const keyBytes = 32

const problems = {
  length: '应为 18 位',
  characters: '含有不能识别的字符',
  'birth-date': '出生日期不存在',
  checksum: '校验位不符',
} as const

/** The key that ID numbers are hashed with; made once, beside the store and not in it. */
export function readHallKey(folder: string): Buffer {
  const path = join(folder, 'hall.key')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, randomBytes(keyBytes).toString('hex'), { mode: 0o400, flag: 'wx' })
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (key.length !== keyBytes) throw new Error('hall.key is not a key of this program')
  return key
}

/**
 * What an ID number turns out to be on `today`. From here on only its keyed hash exists: a bare
 * hash of an ID number is searched through in minutes.
 */
export function identify(idNumber: string | undefined, today: string, key: Buffer): Identity {
  if (idNumber === undefined || idNumber.trim() === '') return { kind: 'none' }
  const check = checkCitizenId(idNumber, today)
  if (check.kind === 'valid') {
    const idHash = createHmac('sha256', key).update(check.normalized).digest('base64url')
    return { kind: 'valid', idHash, birthDay: check.birthDay }
  }
  if (check.reason === 'fifteen-digit') return { kind: 'fifteen-digit' }
  return { kind: 'invalid', problem: problems[check.reason] }
}
