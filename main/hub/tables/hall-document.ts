import { documentAfter } from '../../../shared/rules/hall-document.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { DocumentKind, HallDocument } from '../../../shared/vocabulary/hall-document.ts'
import type { DocumentEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 文书: every numbered paper, the void ones with their reason. */
export function createHallDocumentTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO hall_document (document_id, kind, year, serial, number, filing_id, is_void, body)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?)`,
  )
  const update = store.prepare('UPDATE hall_document SET is_void = ?, body = ? WHERE document_id = ?')
  const one = store.prepare('SELECT body FROM hall_document WHERE document_id = ?').pluck()
  const ofFiling = store.prepare('SELECT body FROM hall_document WHERE filing_id = +? ORDER BY document_id').pluck()
  const byNumber = store.prepare('SELECT body FROM hall_document WHERE number = ?').pluck()
  const newest = store
    .prepare('SELECT body FROM hall_document WHERE kind = +? AND year = +? ORDER BY serial DESC')
    .pluck()
  const lastId = store.prepare('SELECT coalesce(max(document_id), 0) FROM hall_document').pluck()
  const lastSerial = store
    .prepare('SELECT coalesce(max(serial), 0) FROM hall_document WHERE kind = +? AND year = +?')
    .pluck()

  const read = (body: unknown): HallDocument | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as HallDocument)
  const find = (documentId: number) => read(one.get(documentId))

  return {
    find,
    ofFiling: (filingId: number) => ofFiling.all(filingId).map((body) => read(body)!),
    findByNumber: (number: string) => read(byNumber.get(number)),
    /** Those of a kind from an instant of their year on (epoch ms), newest first. */
    issuedSince(kind: DocumentKind, year: number, since: number): HallDocument[] {
      const found: HallDocument[] = []
      for (const body of newest.iterate(kind, year)) {
        const document = read(body)!
        if (document.at < since) break
        found.push(document)
      }
      return found
    },
    lastId: () => lastId.get() as number,
    lastSerial: (kind: DocumentKind, year: number) => lastSerial.get(kind, year) as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: DocumentEvent): void {
      const after = documentAfter(find(event.body.documentId), event, at)
      const { documentId, kind, year, serial, number, filingId } = after
      const body = JSON.stringify(after)
      if (event.type === 'DocumentIssued') {
        return assertOneRow(insert.run(documentId, kind, year, serial, number, filingId, body), event.type)
      }
      return assertOneRow(update.run(Number(after.voided !== null), body, documentId), event.type)
    },
  }
}
export type HallDocumentTable = ReturnType<typeof createHallDocumentTable>
