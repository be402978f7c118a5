import { readFileSync, statSync } from 'node:fs'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { z } from 'zod'
import { keepContent, keptContent } from './kept-content.ts'
import { fileSentence, keySentence, valueSentence, yamlSentence } from './mistake-text.ts'
import { keysAt } from './schema-keys.ts'

/** One thing wrong in a file. `line` and `column` count from 1; both are 0 when the file as a whole is meant. */
export interface Mistake {
  line: number
  column: number
  /** The field, such as `serviceItems[3].queue`; empty for the file itself. */
  path: string
  /** One Chinese sentence. */
  sentence: string
}

/** A file that is right as a whole, with its text as it was read, or all that is wrong with it. */
export type YamlFile<T> = { kind: 'read'; value: T; text: string } | Mistakes
export interface Mistakes {
  kind: 'mistakes'
  mistakes: Mistake[]
}

/** A hall with 500 items fills a quarter of it; a bigger file is not a setting but a slip. */
const bytesMax = 2 * 1024 * 1024

/**
 * Reads a YAML file that has to satisfy `schema`. A file that cannot be read, is no YAML or breaks
 * the schema is answered with its mistakes in the order of the file; never with half of a value.
 * With `keptIn`, the path of a JSON file, an unchanged file is not parsed again: YAML takes 60 ms
 * of a cold start for the demo's 30 KB, its JSON one.
 */
export function readYamlFile<S extends z.ZodType>(path: string, schema: S, keptIn?: string): YamlFile<z.output<S>> {
  const text = readText(path)
  if (typeof text !== 'string') return text
  const kept = keptIn === undefined ? undefined : check(keptContent(keptIn, text), schema)
  if (kept?.success) return { kind: 'read', value: kept.data, text }

  const read = readYamlText(text, schema)
  if (read.kind === 'mistakes') return read
  if (keptIn !== undefined) keepContent(keptIn, text, read.content)
  return { kind: 'read', value: read.value, text }
}

interface YamlText<T> {
  kind: 'read'
  value: T
  /** The file as plain values, before the schema. */
  content: unknown
  /** The line on which a field of it stands, from 1. */
  lineOf: (path: readonly PropertyKey[]) => number
}

/** The same for what was sent instead of kept in a file. */
export function readYamlBytes<S extends z.ZodType>(bytes: Uint8Array, schema: S): YamlText<z.output<S>> | Mistakes {
  const text = textOf(bytes)
  return typeof text === 'string' ? readYamlText(text, schema) : text
}

function readYamlText<S extends z.ZodType>(text: string, schema: S): YamlText<z.output<S>> | Mistakes {
  const lines = new LineCounter()
  const parsed = parseYaml(text, lines)
  if (parsed.kind === 'mistakes') return parsed
  const { document, content } = parsed
  const checked = check(content, schema)
  if (!checked.success) return { kind: 'mistakes', mistakes: mistakesIn(document, lines, schema, checked.error) }
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line
  return { kind: 'read', value: checked.data, content, lineOf }
}

/** A file is read once, so compiling the schema would cost more (10 ms) than it gains. */
function check<S extends z.ZodType>(content: unknown, schema: S) {
  // An empty sentence marks the issues for which the schema has no Chinese one of its own.
  return schema.safeParse(content, { error: () => '', reportInput: true, jitless: true })
}

interface ParsedYaml {
  kind: 'parsed'
  document: Document.Parsed
  content: unknown
}

function parseYaml(text: string, lines: LineCounter): ParsedYaml | Mistakes {
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const { contents } = document
  const stumbles = stumblesOf(document)
  if (stumbles.length > 0) {
    const mistakes = stumbles.map(({ offset, error }) =>
      mistakeAt(lines, offset, '', yamlSentence(error, text.slice(offset), lineAround(text, offset))),
    )
    return { kind: 'mistakes', mistakes }
  }
  if (contents === null) return wholeFile(fileSentence.empty)
  const astray = strayReference(document)
  if (!isMap(contents))
    return { kind: 'mistakes', mistakes: [mistakeAt(lines, contents.range[0], '', fileSentence.noFields)] }
  if (astray !== null) {
    return { kind: 'mistakes', mistakes: [mistakeAt(lines, astray, '', fileSentence.strayReference)] }
  }
  const content = expand(document)
  return content === undefined ? wholeFile(fileSentence.endless) : { kind: 'parsed', document, content }
}

/** The issues of the schema where they stand in the file, in the order of the file. */
function mistakesIn(document: Document.Parsed, lines: LineCounter, schema: z.ZodType, error: z.ZodError): Mistake[] {
  const at = (path: PropertyKey[], sentence: string) =>
    mistakeAt(lines, offsetOf(document, path), pathText(path), sentence)
  const mistakes = withoutConsequences(error.issues).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, issue.path)
      return issue.keys.map((key) => at([...issue.path, key], keySentence(key, known)))
    }
    const isAbsent = issue.code !== 'custom' && issue.input == null
    const own = isAbsent ? '' : issue.message
    return [at(issue.path, own || valueSentence(issue, sourceOf(document, issue.path)))]
  })
  return mistakes.sort((a, b) => a.line - b.line || a.column - b.column)
}

function mistakeAt(lines: LineCounter, offset: number, path: string, sentence: string): Mistake {
  const { line, col } = lines.linePos(offset)
  return { line, column: col, path, sentence }
}

function wholeFile(sentence: string): Mistakes {
  return { kind: 'mistakes', mistakes: [{ line: 0, column: 0, path: '', sentence }] }
}

function readText(path: string): string | Mistakes {
  try {
    const stat = statSync(path)
    // A pipe or a device would hold the start for ever.
    if (!stat.isFile()) return wholeFile(fileSentence.notAFile)
    if (stat.size > bytesMax) return wholeFile(fileSentence.tooBig)
    return textOf(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '') throw error
    return wholeFile(fileSentence.unreadable(code))
  }
}

function textOf(bytes: Uint8Array): string | Mistakes {
  const text = decode(bytes)
  if (text !== null) return text
  return {
    kind: 'mistakes',
    mistakes: [{ line: firstLineNotUtf8(bytes), column: 1, path: '', sentence: fileSentence.notUtf8 }],
  }
}

/** The text without its byte order mark; null when the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end + 1
    if (decode(bytes.subarray(from, to)) === null) return line
    from = to
  }
  return 1
}

/** Errors after which the parser still knows where it is. */
const selfContained = new Set([
  'DUPLICATE_KEY',
  'TAB_AS_INDENT',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'TAG_RESOLVE_FAILED',
])

/** What is no YAML, in the order of the file. After most errors the parser is lost, so only the first is told. */
function stumblesOf(document: Document.Parsed): { offset: number; error: YAMLError }[] {
  return [...document.errors, ...document.warnings]
    .map((error) => ({ offset: offsetOfError(document, error), error }))
    .sort((a, b) => a.offset - b.offset)
    .filter(({ error }, at) => at === 0 || selfContained.has(error.code))
}

/** An unclosed quote is noticed at the end of the file; the mistake is where it opens. */
function offsetOfError(document: Document.Parsed, { message, pos: [noticedAt] }: YAMLError): number {
  let offset = noticedAt
  if (message.startsWith('Missing closing')) {
    visit(document, {
      Scalar(_key, { type, range }) {
        const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
        if (isQuoted && range != null && range[0] < noticedAt && noticedAt <= range[2]) offset = range[0]
      },
    })
  }
  return offset
}

/** The first reference to something that is not defined above it. */
function strayReference(document: Document.Parsed): number | null {
  let offset: number | null = null
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return undefined
      offset = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

/** The document as plain values; undefined when its references multiply without end. */
function expand(document: Document.Parsed): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

/**
 * What the schema says of several fields together holds only for fields that are right one by one:
 * of `from: 8:00` nobody wants to hear that it is later than 12:00.
 */
function withoutConsequences(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const causes = issues.filter(({ code }) => code !== 'custom').map(({ path }) => path)
  const isWithin = (path: PropertyKey[], mapping: PropertyKey[]) => mapping.every((step, at) => path[at] === step)
  return issues.filter(
    ({ code, path }) => code !== 'custom' || !causes.some((cause) => isWithin(cause, path.slice(0, -1))),
  )
}

/**
 * Where the field at `path` stands: its name in a mapping, its beginning in a list. A field that
 * is missing is where the mapping that lacks it begins.
 */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  return stepsTo(document, path).at(-1)!.offset
}

/** The value at `path` as it is written in the file; undefined when it is no single value. */
function sourceOf(document: Document.Parsed, path: readonly PropertyKey[]): string | undefined {
  const steps = stepsTo(document, path)
  const node = steps.at(-1)!.node
  return steps.length > path.length && isScalar(node) ? node.source : undefined
}

/** The nodes from the root to `path`, as far as they exist, each with the offset that stands for it. */
function stepsTo(document: Document.Parsed, path: readonly PropertyKey[]): { offset: number; node: Node | null }[] {
  const root = document.contents
  const steps: { offset: number; node: Node | null }[] = [{ offset: root?.range[0] ?? 0, node: root }]
  for (const step of path) {
    const last = steps.at(-1)!.node
    const parent = isAlias(last) ? last.resolve(document) : last
    const next = childOf(parent, step)
    if (next === null) break
    steps.push(next)
  }
  return steps
}

function childOf(parent: unknown, step: PropertyKey): { offset: number; node: Node | null } | null {
  if (isSeq<Node>(parent)) {
    const node = parent.items[Number(step)]
    return node?.range == null ? null : { offset: node.range[0], node }
  }
  if (!isMap<Node, Node | null>(parent)) return null
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === step)
  return pair?.key.range == null ? null : { offset: pair.key.range[0], node: pair.value }
}

function lineAround(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', offset - 1) + 1
  const to = text.indexOf('\n', offset)
  return text.slice(from, to < 0 ? text.length : to)
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}
