import type { PrintRequest } from '../../shared/contract/shell.ts'

/** Chromium cuts a longer address off, and the page travels as one. */
const htmlLengthMax = 1_000_000
const paperMm = { min: 10, max: 1_000 }
const nameLengthMax = 80

/** What a screen sent, checked; undefined when it is not a print request. */
export function readPrintRequest(sent: unknown): PrintRequest | undefined {
  if (!isRecord(sent)) return undefined
  const { html, widthMm, heightMm, fileName } = sent
  const numbersPages = sent.numbersPages === true
  const printer = readPrinter(sent.printer)
  if (typeof html !== 'string' || html === '' || html.length > htmlLengthMax) return undefined
  if (typeof fileName !== 'string' || !isPaperLength(widthMm) || !isPaperLength(heightMm)) return undefined
  return printer && { html, printer, widthMm, heightMm, numbersPages, fileName: safeFileName(fileName) }
}

function readPrinter(sent: unknown): PrintRequest['printer'] | undefined {
  if (!isRecord(sent)) return undefined
  if (sent.kind === 'pdf') return { kind: 'pdf' }
  if (sent.kind !== 'system') return undefined
  if (sent.name === undefined) return { kind: 'system' }
  return typeof sent.name === 'string' ? { kind: 'system', name: sent.name } : undefined
}

function isRecord(sent: unknown): sent is Record<string, unknown> {
  return typeof sent === 'object' && sent !== null
}

function isPaperLength(sent: unknown): sent is number {
  return typeof sent === 'number' && sent >= paperMm.min && sent <= paperMm.max
}

/** A name that every file system takes and that stays in its folder; letters of any script are kept. */
export function safeFileName(wished: string): string {
  const kept = wished.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '')
  return [...kept].slice(0, nameLengthMax).join('') || 'print'
}
