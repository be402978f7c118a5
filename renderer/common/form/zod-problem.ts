import type { z } from 'zod'
import { consoleText } from '../text/console.ts'

const words = consoleText.problem

/** What is wrong with a field, for the issues to which the schema gives no sentence of its own. */
export function problemSentence(issue: z.core.$ZodRawIssue): string {
  const isEmpty = issue.input === undefined || issue.input === null || issue.input === ''
  switch (issue.code) {
    case 'invalid_type':
      if (isEmpty) return words.missing
      return issue.expected === 'int' ? words.whole : words.wrong
    case 'invalid_value':
    case 'invalid_union':
      return words.choose
    case 'too_small':
      if (isEmpty) return words.missing
      return sizeSentence(issue.origin, String(issue.minimum), words.numberMin, words.lengthMin, words.countMin)
    case 'too_big':
      return sizeSentence(issue.origin, String(issue.maximum), words.numberMax, words.lengthMax, words.countMax)
    default:
      return isEmpty ? words.missing : words.wrong
  }
}

type Sentence = (limit: string) => string

function sizeSentence(origin: string, limit: string, ofNumber: Sentence, ofText: Sentence, ofList: Sentence): string {
  if (origin === 'string') return ofText(limit)
  return origin === 'array' ? ofList(limit) : ofNumber(limit)
}

export type FieldPath = (string | number)[]

/** Problems by the field they are shown at; those that belong to no field are shown at the head of the form. */
export interface FormProblems {
  fields: { name: FieldPath; errors: string[] }[]
  atHead: string[]
}

/** Puts each issue at the nearest field that the form shows: itself, or the list or part it lies in. */
export function placeIssues(issues: readonly z.core.$ZodIssue[], shown: readonly FieldPath[]): FormProblems {
  const placed = new Map<FieldPath, string[]>()
  const atHead: string[] = []
  for (const issue of issues) {
    const field = nearestField(issue.path, shown)
    if (field === undefined) atHead.push(issue.message)
    else placed.set(field, [...(placed.get(field) ?? []), issue.message])
  }
  return { fields: [...placed].map(([name, errors]) => ({ name, errors })), atHead: [...new Set(atHead)] }
}

function nearestField(path: readonly PropertyKey[], shown: readonly FieldPath[]): FieldPath | undefined {
  const around = shown.filter((field) => field.every((part, at) => part === path[at]))
  return around.reduce<FieldPath | undefined>(
    (best, field) => (best === undefined || field.length > best.length ? field : best),
    undefined,
  )
}
