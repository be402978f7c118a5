import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * What a text file held when it was last parsed, kept as JSON in `keptIn`; undefined when nothing is
 * kept of this very text. It saves time and is no second truth: whoever takes it checks it like a
 * fresh one.
 */
export function keptContent(keptIn: string, text: string): unknown {
  try {
    const kept: unknown = JSON.parse(readFileSync(keptIn, 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('textHash' in kept) || !('content' in kept)) return undefined
    return kept.textHash === hashOf(text) ? kept.content : undefined
  } catch {
    // Never kept, or cut off by a power failure: the text is parsed again.
    return undefined
  }
}

/** Keeps the content of a text for the next start. A folder that cannot be written only makes that start slower. */
export function keepContent(keptIn: string, text: string, content: unknown): void {
  try {
    mkdirSync(dirname(keptIn), { recursive: true })
    writeFileSync(`${keptIn}.new`, JSON.stringify({ textHash: hashOf(text), content }))
    renameSync(`${keptIn}.new`, keptIn)
  } catch {
    // What matters in this folder is the store, and the store says so when it cannot be written.
  }
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url')
}
