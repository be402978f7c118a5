import { z } from 'zod'
import { journalText, label } from '../vocabulary/text-field.ts'

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
export type RegulationClause = z.infer<typeof regulationClause>

/** 服务制度: the clauses that the program enforces, records or shows, as `assets/regulations` holds them. */
export const regulations = z
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
export type Regulations = z.infer<typeof regulations>

/** The clause a refusal or a screen cites, such as 篇5.7; undefined when the file does not hold it. */
export function findClause({ articles }: Regulations, clause: string): RegulationClause | undefined {
  return articles.flatMap((article) => article.clauses).find((one) => one.clause === clause)
}
