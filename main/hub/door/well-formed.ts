/** A frame or body is never larger; the largest command is an item with its materials. */
export const frameBytesMax = 64 * 1024

/** Deeper than any command of the contract; a deep one could exhaust the stack of whoever walks it. */
const depthMax = 12

const controlCharacters = /(?![\t\n\r])\p{Cc}/u

/** What is wrong with a body before any schema looks at it; null when nothing is. */
export function bodyProblem(value: unknown, depth = 0): string | null {
  if (depth > depthMax) return '嵌套过深'
  if (typeof value === 'string') return textProblem(value)
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return firstProblem(value, depth)
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return '字段名不允许'
    const problem = textProblem(key)
    if (problem !== null) return problem
  }
  return firstProblem(Object.values(value), depth)
}

function firstProblem(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const problem = bodyProblem(value, depth + 1)
    if (problem !== null) return problem
  }
  return null
}

function textProblem(text: string): string | null {
  if (!text.isWellFormed()) return '文字编码不完整'
  return controlCharacters.test(text) ? '文字中有控制字符' : null
}
