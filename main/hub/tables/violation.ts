import { violationAfter } from '../../../shared/rules/violation-state.ts'
import type { CommandBody } from '../../../shared/vocabulary/command.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Violation } from '../../../shared/vocabulary/violation.ts'
import type { ViolationEvent } from '../../../shared/vocabulary/violation-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** The newest that are shown of one person’s violations of all time. */
const listedMax = 200

/** What makes a case of a source one case; null: complaints and the like, of which there may be several a day. */
function sourceKeyOf(
  one: Pick<CommandBody<'ProposeViolation'>, 'staffId' | 'day' | 'code' | 'source'> & {
    sourceId?: number | null | undefined
    half?: string | null | undefined
  },
): string | null {
  if (one.source === 'other') return null
  return [one.source, one.sourceId ?? '', one.half ?? '', one.day, one.staffId, one.code].join(' ')
}

/** 违纪. */
export function createViolationTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO violation (violation_id, day, staff_id, code, status, is_stated, proposed_by, source_key, body)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)`,
  )
  const update = store.prepare('UPDATE violation SET status = ?, is_stated = ?, body = ? WHERE violation_id = ?')
  const one = store.prepare('SELECT body FROM violation WHERE violation_id = ?').pluck()
  const bySource = store.prepare('SELECT body FROM violation WHERE source_key = ?').pluck()
  const between = store
    .prepare('SELECT body FROM violation WHERE day BETWEEN +? AND +? ORDER BY violation_id DESC')
    .pluck()
  const concerning = store
    .prepare(
      `SELECT body FROM violation WHERE staff_id = @staffId OR proposed_by = @staffId ORDER BY day DESC, violation_id DESC LIMIT ${listedMax}`,
    )
    .pluck()
  const ofMonth = store.prepare('SELECT body FROM violation WHERE staff_id = +? AND day BETWEEN +? AND +?').pluck()
  const undecided = store
    .prepare(`SELECT body FROM violation WHERE status IN ('proposed', 'appealed') ORDER BY violation_id DESC`)
    .pluck()
  const undecidedCount = store
    .prepare(`SELECT count(*) FROM violation WHERE status IN ('proposed', 'appealed')`)
    .pluck()
  const unstatedCount = store
    .prepare(`SELECT count(*) FROM violation WHERE staff_id = +? AND status = 'proposed' AND is_stated = 0`)
    .pluck()
  const lastId = store.prepare('SELECT coalesce(max(violation_id), 0) FROM violation').pluck()

  const read = (body: unknown): Violation | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as Violation)
  const readAll = (bodies: unknown[]): Violation[] => bodies.map((body) => read(body)!)
  const find = (violationId: number) => read(one.get(violationId))

  return {
    find,
    /** The same case of the same source. */
    findSame: (body: CommandBody<'ProposeViolation'>) => read(bySource.get(sourceKeyOf(body))),
    /** Of a range of days, both included; newest first. */
    between: (from: string, to: string) => readAll(between.all(from, to)),
    /** About somebody, or proposed by him; newest first. */
    concerning: (staffId: string) => readAll(concerning.all({ staffId })),
    /** One person's of a month such as 2026-05. */
    ofMonth: (staffId: string, month: string) => readAll(ofMonth.all(staffId, `${month}-01`, `${month}-31`)),
    /** Everything that waits for a decision; newest first. */
    undecided: () => readAll(undecided.all()),
    undecidedCount: () => undecidedCount.get() as number,
    /** Cases on which a person has yet to be heard. */
    unstatedCount: (staffId: string) => unstatedCount.get(staffId) as number,
    lastId: () => lastId.get() as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: ViolationEvent): void {
      const after = violationAfter(find(event.body.violationId), event, at)
      const { violationId, day, staffId, code, status, statement, proposedBy } = after
      const body = JSON.stringify(after)
      if (event.type === 'ViolationProposed') {
        const keys = [violationId, day, staffId, code, status, proposedBy, sourceKeyOf(after)]
        return assertOneRow(insert.run(...keys, body), event.type)
      }
      return assertOneRow(update.run(status, Number(statement !== null), body, violationId), event.type)
    },
  }
}
export type ViolationTable = ReturnType<typeof createViolationTable>
