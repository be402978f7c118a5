import { dayOf } from '../../../shared/rules/hall-time.ts'
import { noticeAfter } from '../../../shared/rules/notice-state.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { OneTimeNotice } from '../../../shared/vocabulary/one-time-notice.ts'
import type { NoticeEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** 一次性告知书: at most one in force for a filing, by index as by rule. */
export function createOneTimeNoticeTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO one_time_notice (notice_id, filing_id, number, day, ordinal, is_in_force, body)
     VALUES (?, ?, ?, ?, ?, 1, ?)`,
  )
  const supersede = store.prepare(
    'UPDATE one_time_notice SET is_in_force = 0, body = ? WHERE notice_id = ? AND is_in_force = 1',
  )
  const one = store.prepare('SELECT body FROM one_time_notice WHERE notice_id = ?').pluck()
  const inForce = store.prepare('SELECT body FROM one_time_notice WHERE filing_id = ? AND is_in_force = 1').pluck()
  const ofFiling = store.prepare('SELECT body FROM one_time_notice WHERE filing_id = +? ORDER BY ordinal').pluck()
  const byNumber = store.prepare('SELECT body FROM one_time_notice WHERE number = ?').pluck()
  const issuedOn = store
    .prepare(`SELECT count(*) FROM one_time_notice WHERE day = ? AND body ->> '$.issuedBy' = ?`)
    .pluck()
  const lastId = store.prepare('SELECT coalesce(max(notice_id), 0) FROM one_time_notice').pluck()

  const read = (body: unknown): OneTimeNotice | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as OneTimeNotice)

  return {
    inForce: (filingId: number) => read(inForce.get(filingId)) ?? null,
    ofFiling: (filingId: number) => ofFiling.all(filingId).map((body) => read(body)!),
    findByNumber: (number: string) => read(byNumber.get(number)),
    issuedOn: (day: string, staffId: string) => issuedOn.get(day, staffId) as number,
    lastId: () => lastId.get() as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: NoticeEvent): void {
      const after = noticeAfter(read(one.get(event.body.noticeId)), event, at)
      const { noticeId, filingId, number, ordinal } = after
      const body = JSON.stringify(after)
      if (event.type === 'OneTimeNoticeSuperseded') return assertOneRow(supersede.run(body, noticeId), event.type)
      return assertOneRow(insert.run(noticeId, filingId, number, dayOf(at), ordinal, body), event.type)
    },
  }
}
export type OneTimeNoticeTable = ReturnType<typeof createOneTimeNoticeTable>
