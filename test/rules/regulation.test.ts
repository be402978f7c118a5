import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readYamlFile } from '../../main/hub/yaml-file.ts'
import { refusals } from '../../shared/vocabulary/refusal.ts'
import { journalText, label } from '../../shared/vocabulary/text-field.ts'

/** One clause of the service regulations, in our own words. */
const regulationClause = z.strictObject({
  /** As the program cites it: 篇5.7, or 篇5.7（一） for a part of it. */
  clause: z.string().regex(/^篇\d{1,2}\.\d{1,2}(?:（[一二三四五六七八九十]）)?$/, '条款应写成“篇5.7”的样子'),
  title: label(20),
  sentence: label(200),
  /** `enforced`, `recorded`, `shown` by the program, or `later`: the hall sees to it itself. */
  effect: z.enum(['enforced', 'recorded', 'shown', 'later']),
  /** What the program does about it today. */
  program: label(200),
})

/** 服务制度: the clauses that the program enforces, records or shows, as `assets/regulations` holds them. */
const regulations = z
  .strictObject({
    title: label(40),
    articles: z
      .array(
        z.strictObject({
          article: z.int().min(1).max(99),
          title: journalText(40),
          clauses: z.array(regulationClause).min(1, '一篇至少要有一条'),
        }),
      )
      .min(1, '至少要有一篇'),
  })
  .superRefine(({ articles }, context) => {
    const seen = new Set<string>()
    articles.forEach(({ article, clauses }, at) => {
      clauses.forEach(({ clause }, place) => {
        const path = ['articles', at, 'clauses', place, 'clause']
        const complain = (message: string) => context.addIssue({ code: 'custom', path, message })
        if (!clause.startsWith(`篇${article}.`)) complain(`这一条不属于第 ${article} 篇`)
        if (seen.has(clause)) complain('条款重复')
        seen.add(clause)
      })
    })
  })

const file = readYamlFile('assets/regulations/service-regulations.yaml', regulations)
if (file.kind === 'mistakes') throw new Error(JSON.stringify(file.mistakes, null, 2))
const { value } = file
const clauses = value.articles.flatMap((article) => article.clauses)
const effects = new Map(clauses.map(({ clause, effect }) => [clause, effect]))

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
      if ('clause' in refusal) expect(effects.get(refusal.clause), refusal.clause).toBe('enforced')
    }
  })

  test('hold every clause that code, halls and manuals cite', () => {
    const cited = ['shared', 'main', 'renderer', 'assets/halls', 'docs'].flatMap(citationsIn)
    expect(cited.length).toBeGreaterThan(10)
    expect(cited.filter(({ clause }) => !effects.has(clause))).toEqual([])
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
