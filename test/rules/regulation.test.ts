import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readYamlFile } from '../../main/hub/yaml-file.ts'
import { findClause, regulations } from '../../shared/rules/regulation.ts'
import { refusals } from '../../shared/vocabulary/refusal.ts'

const file = readYamlFile('assets/regulations/service-regulations.yaml', regulations)
if (file.kind === 'mistakes') throw new Error(JSON.stringify(file.mistakes, null, 2))
const { value } = file
const clauses = value.articles.flatMap((article) => article.clauses)

describe('the service regulations', () => {
  test('hold articles 1, 4 and 5 without a gap', () => {
    const numbers = clauses.map(({ clause }) => clause).filter((clause) => !clause.includes('（'))
    const expected = [
      [1, 5],
      [4, 4],
      [5, 8],
    ].flatMap(([article, last]) => Array.from({ length: last! }, (_, at) => `篇${article}.${at + 1}`))
    expect(numbers).toEqual(expected)
  })

  test('hold every clause that a refusal names, as one the program enforces', () => {
    for (const refusal of Object.values(refusals)) {
      if ('clause' in refusal) expect(findClause(value, refusal.clause)?.effect, refusal.clause).toBe('enforced')
    }
  })

  test('hold every clause that code, halls and manuals cite', () => {
    const cited = ['shared', 'main', 'renderer', 'assets/halls', 'docs'].flatMap(citationsIn)
    expect(cited.length).toBeGreaterThan(10)
    expect(cited.filter(({ clause }) => findClause(value, clause) === undefined)).toEqual([])
  })

  test('a clause under the wrong article or given twice is a mistake', () => {
    const [first] = value.articles
    const wrong = { ...value, articles: [{ ...first!, article: 2 }, first!] }
    const messages = regulations.safeParse(wrong).error?.issues.map(({ message }) => message)
    expect(messages).toContain('这一条不属于第 2 篇')
    expect(messages).toContain('条款重复')
  })
})

function citationsIn(folder: string): { path: string; clause: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|yaml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/篇\d+\.\d+/g)].map(([clause]) => ({ path, clause })))
}
