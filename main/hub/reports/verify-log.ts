import { hash } from 'node:crypto'
import type { LogVerification } from '../../../shared/contract/log-view.ts'
import type { LogContent } from '../../../shared/vocabulary/discipline-log.ts'
import type { LogEventBodies } from '../../../shared/vocabulary/log-event.ts'
import { firstBreak } from '../journal.ts'
import type { Store } from '../store/store.ts'
import { recountLog } from './recount-log.ts'

/** What is to be checked: a file by its hash and the number it bears, or a number alone. */
export interface AskedLog {
  fileHash: string | null
  number: string | null
}

type Closing = { seq: number; at: number } & LogEventBodies['DisciplineLogClosed']

/**
 * Proves that a printed log is what the journal says, from the journal alone: its chain is whole, the
 * closing entry has the content that its hash names, a recount of all entries before it gives the
 * same content, and the file is byte for byte one that was made of it.
 */
export function verifyLog(store: Store, storePath: string, asked: AskedLog): LogVerification {
  const startedAt = performance.now()
  const { closings, prints } = entriesOfLogs(store)
  const printed = asked.fileHash === null ? undefined : prints.find(({ fileHash }) => fileHash === asked.fileHash)
  const closing = closings.find(({ day, number }) =>
    printed === undefined ? number === asked.number : day === printed.day,
  )
  const { brokenAt, checked } = firstBreak(store)
  const chain = { isWhole: brokenAt === null, brokenAt, entriesChecked: checked }
  const file = asked.fileHash === null ? 'not-asked' : printed === undefined ? 'altered' : 'registered'
  const isContentWhole = closing !== undefined && isWhole(closing)
  // A broken chain cannot be recounted from: whatever came of it would prove nothing.
  const differences =
    closing === undefined || !chain.isWhole
      ? null
      : sectionsThatDiffer(closing.content, recountLog(storePath, closing.toSeq, closing.content, closing.at))
  return {
    isGenuine: chain.isWhole && isContentWhole && differences?.length === 0 && file !== 'altered',
    number: closing?.number ?? asked.number,
    day: closing?.day ?? null,
    closedAt: closing?.at ?? null,
    file,
    fileHash: asked.fileHash,
    chain,
    isContentWhole,
    contentHash: closing?.contentHash ?? null,
    range:
      closing === undefined ? null : { fromSeq: closing.fromSeq, toSeq: closing.toSeq, headHash: closing.headHash },
    differences,
    milliseconds: Math.round(performance.now() - startedAt),
  }
}

/** From the journal and not from a table: a table has no chain. */
function entriesOfLogs(store: Store): { closings: Closing[]; prints: LogEventBodies['DisciplineLogPrinted'][] } {
  const rows = store
    .prepare(
      `SELECT seq, at, type, body FROM journal WHERE type IN ('DisciplineLogClosed', 'DisciplineLogPrinted') ORDER BY seq`,
    )
    .all() as { seq: number; at: number; type: string; body: string }[]
  const closings: Closing[] = []
  const prints: LogEventBodies['DisciplineLogPrinted'][] = []
  for (const { seq, at, type, body } of rows) {
    if (type === 'DisciplineLogClosed') closings.push({ seq, at, ...JSON.parse(body) })
    else prints.push(JSON.parse(body))
  }
  return { closings, prints }
}

/** The entry stands where it says it does, and its content has its hash. */
function isWhole({ seq, toSeq, content, contentHash }: Closing): boolean {
  return seq === toSeq + 1 && hash('sha256', JSON.stringify(content), 'hex') === contentHash
}

function sectionsThatDiffer(closed: LogContent, recounted: LogContent): string[] {
  const names = new Set([...Object.keys(closed), ...Object.keys(recounted)]) as Set<keyof LogContent>
  return [...names].filter((name) => JSON.stringify(closed[name]) !== JSON.stringify(recounted[name]))
}

const numberPattern = /RZ-\d{4}-\d{6}/

/** The number that a PDF says it bears: in its title, as bytes, UTF-16 or, as Chromium writes it, UTF-16 in hexadecimal; null when it says none. */
export function numberInPdf(bytes: Buffer): string | null {
  const plain = bytes.toString('latin1')
  const [, title = ''] = /\/Title <([0-9A-F]+)>/i.exec(plain) ?? []
  const readings = [
    plain,
    plain.replaceAll('\0', ''),
    Buffer.from(title, 'hex').toString('latin1').replaceAll('\0', ''),
  ]
  return readings.map((text) => numberPattern.exec(text)?.[0]).find((found) => found !== undefined) ?? null
}
