import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type RefusalCode, refusalClause, refusalSentence, refusals } from '../../shared/vocabulary/refusal.ts'

const root = resolve(import.meta.dirname, '../..')
const codes = Object.keys(refusals) as RefusalCode[]

/** The text of every source file below some folders. */
function textBelow(folders: string[], ending: RegExp): string {
  return folders
    .flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true }) as string[]).map((name) => join(root, folder, name)),
    )
    .filter((path) => ending.test(path) && path !== import.meta.filename)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
}
const isIn = (text: string) => (code: string) => text.includes(`'${code}'`)

describe('every way the hall says no', () => {
  /** A grey button says it; the hub takes the press of whoever is there already as done. */
  const saidByScreensAlone = ['window-already-open']
  const saidByHub = codes.filter((code) => !saidByScreensAlone.includes(code))

  test('is said by some rule or the door', () => {
    const hub = textBelow(['shared/rules', 'main/hub'], /\.ts$/)
    expect(codes.filter((code) => !isIn(hub)(code))).toEqual(saidByScreensAlone)
    expect(saidByScreensAlone.filter((code) => !isIn(textBelow(['renderer'], /\.tsx?$/))(code))).toEqual([])
  })

  test('has a test that produces it', () => {
    const tests = textBelow(['test/rules', 'test/hub'], /\.test\.ts$/)
    expect(saidByHub.filter((code) => !isIn(tests)(code))).toEqual([])
  })

  test('is one whole sentence in Chinese and one in English, with blanks of the same names', () => {
    const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
    for (const code of codes) {
      const { zh, en } = refusals[code]
      expect(zh, code).toMatch(/[。：]|\}$/)
      expect(
        blanks(en).filter((blank) => !blanks(zh).includes(blank)),
        code,
      ).toEqual([])
      expect(en, code).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('of the timetable names the clause it rests on', () => {
    for (const code of codes.filter((one) => one.startsWith('hall-') && one !== 'hall-full')) {
      expect(refusalClause(code), code).toBe('篇5.7')
    }
    expect(refusalClause('nobody-waiting')).toBe('')
  })

  test('fills its blanks from its facts, and leaves none to read', () => {
    expect(refusalSentence('call-again-first', { max: 3, count: 1 })).toBe('叫满 3 次未到才能过号，已叫 1 次。')
    for (const code of codes) expect(refusalSentence(code, {}), code).not.toMatch(/[{}]/)
  })
})
