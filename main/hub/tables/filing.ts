import { filingAfter } from '../../../shared/rules/filing-state.ts'
import { handlerOf, openStageOf } from '../../../shared/rules/stage-state.ts'
import type { JournalEntry } from '../../../shared/vocabulary/event.ts'
import { type Deadline, type Filing, openFilingStatuses } from '../../../shared/vocabulary/filing.ts'
import type { FilingEvent } from '../../../shared/vocabulary/promise-event.ts'
import type { Store } from '../store/store.ts'
import { assertOneRow } from './one-row.ts'

/** How many of somebody's filings are near their limit or past it. */
export interface OwnerCounts {
  ownerId: string
  yellow: number
  overdue: number
}

/** What the lists and the invariants ask a filing for beside its body. */
function columnsOf(filing: Filing) {
  const { status, ownerId, acceptedDay, decidedDay, deliveredAt, slipSigned } = filing
  const dues = runningDues(filing)
  const stage = openStageOf(filing)
  const isHandledByOwner = stage === undefined || handlerOf(stage, filing) === ownerId
  return [
    status,
    ownerId,
    acceptedDay,
    decidedDay,
    dues.length === 0 ? null : Math.min(...dues.map(({ warnAt }) => warnAt)),
    dues.length === 0 ? null : Math.min(...dues.map(({ at }) => at)),
    status === 'accepted' ? (stage?.begun?.due.at ?? null) : null,
    isHandledByOwner ? null : stage.handlerId,
    Number(openFilingStatuses.some((open) => open === status)),
    Number(deliveredAt !== null && slipSigned === null),
    JSON.stringify(filing),
  ]
}

/** The deadlines that run now: until the decision those of the promise and the law, then that of the delivery. */
function runningDues({ status, promisedDue, statutoryDue, deliveryDue }: Filing): Deadline[] {
  const isDecided = status === 'decided' || status === 'produced'
  const running = status === 'accepted' ? [promisedDue, statutoryDue] : isDecided ? [deliveryDue] : []
  return running.filter((due) => due !== null)
}

/** 办件 of all years; what is open is found by partial indexes, so that the closed ones cost nothing. */
export function createFilingTable(store: Store) {
  const insert = store.prepare(
    `INSERT INTO filing (status, owner_id, accepted_day, decided_day, warn_at, due_at, stage_due_at, stage_handler_id,
       is_open, is_unsigned, body, filing_id, year, serial, number, inquiry_id, item_code, party_id, received_day)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = store.prepare(
    `UPDATE filing SET status = ?, owner_id = ?, accepted_day = ?, decided_day = ?, warn_at = ?, due_at = ?,
       stage_due_at = ?, stage_handler_id = ?, is_open = ?, is_unsigned = ?, body = ? WHERE filing_id = ?`,
  )
  const one = store.prepare('SELECT body FROM filing WHERE filing_id = ?').pluck()
  const byNumber = store.prepare('SELECT body FROM filing WHERE number = ?').pluck()
  const ofIdHash = store
    .prepare(
      `SELECT f.body FROM party p JOIN filing f ON f.party_id = p.party_id WHERE p.id_hash = +?
       ORDER BY f.filing_id DESC LIMIT 50`,
    )
    .pluck()
  const openOf = store
    .prepare(
      `SELECT body FROM (
         SELECT filing_id, body FROM filing WHERE owner_id = +@staffId AND is_open = 1
         UNION ALL SELECT filing_id, body FROM filing WHERE stage_handler_id = +@staffId
       ) ORDER BY filing_id`,
    )
    .pluck()
  const open = store.prepare('SELECT body FROM filing WHERE is_open = 1').pluck()
  const unsigned = store.prepare('SELECT body FROM filing WHERE is_unsigned = 1').pluck()
  const received = store.prepare(`SELECT body FROM filing WHERE status = 'received'`).pluck()
  const near = store
    .prepare('SELECT body FROM filing WHERE due_at IS NOT NULL AND warn_at <= +? ORDER BY due_at, filing_id')
    .pluck()
  const counts = store.prepare(
    `SELECT owner_id AS ownerId, total(warn_at <= ? AND due_at > ?) AS yellow, total(due_at <= ?) AS overdue
     FROM filing WHERE due_at IS NOT NULL GROUP BY owner_id`,
  )
  const openCounts = store.prepare(
    'SELECT owner_id AS ownerId, count(*) AS count FROM filing WHERE is_open = 1 GROUP BY owner_id',
  )
  const stageCounts = store.prepare(
    `SELECT stage_handler_id AS staffId, count(*) AS count FROM filing WHERE stage_handler_id IS NOT NULL
     GROUP BY stage_handler_id`,
  )
  const openCountOf = store
    .prepare(
      `SELECT (SELECT count(*) FROM filing WHERE owner_id = @staffId AND is_open = 1)
         + (SELECT count(*) FROM filing WHERE stage_handler_id = @staffId)`,
    )
    .pluck()
  const nextEdge = store
    .prepare(
      `SELECT min(edge) FROM (SELECT min(warn_at) AS edge FROM filing WHERE due_at IS NOT NULL AND warn_at > ?
         UNION ALL SELECT min(due_at) FROM filing WHERE due_at > ?
         UNION ALL SELECT min(stage_due_at) FROM filing WHERE stage_due_at > ?)`,
    )
    .pluck()
  const receivedOn = store.prepare(
    `SELECT count(*) AS received, count(*) FILTER (WHERE body ->> '$.itemKind' = 'instant') AS instant
     FROM filing WHERE received_day = ? AND owner_id = ?`,
  )
  const lastId = store.prepare('SELECT coalesce(max(filing_id), 0) FROM filing').pluck()
  const lastSerial = store.prepare('SELECT coalesce(max(serial), 0) FROM filing WHERE year = +?').pluck()

  const read = (body: unknown): Filing | undefined =>
    body === undefined ? undefined : (JSON.parse(body as string) as Filing)
  const readAll = (bodies: unknown[]): Filing[] => bodies.map((body) => read(body)!)
  const find = (filingId: number) => read(one.get(filingId))

  return {
    find,
    findByNumber: (number: string) => read(byNumber.get(number)),
    /** Filings of whoever showed this ID, newest first. */
    ofIdHash: (idHash: string) => readAll(ofIdHash.all(idHash)),
    /** Open ones that somebody is in charge of, or handles the stage of. */
    openOf: (staffId: string) => readAll(openOf.all({ staffId })),
    open: () => readAll(open.all()),
    /** How many are open, by owner. */
    openCounts: () => openCounts.all() as { ownerId: string; count: number }[],
    /** How many open stages somebody handles for another. */
    stageCounts: () => stageCounts.all() as { staffId: string; count: number }[],
    openCountOf: (staffId: string) => openCountOf.get({ staffId }) as number,
    /** Received and neither told nor accepted yet. */
    received: () => readAll(received.all()),
    /** Whose limit runs and is near or past at an instant (epoch ms), the nearest first. */
    near: (at: number) => readAll(near.all(at)),
    /** What alarms look at: every open one, and delivered ones that nobody signed for. */
    watched: () => [...readAll(open.all()), ...readAll(unsigned.all())],
    /** Lights of those whose limit runs, by owner, at an instant (epoch ms). */
    countsAt: (now: number) => counts.all(now, now, now) as OwnerCounts[],
    /** The next instant (epoch ms) at which a light changes or a stage is late; null when none does. */
    nextEdge: (now: number) => nextEdge.get(now, now, now) as number | null,
    /** How many that somebody is in charge of came in on a day, the instant ones among them. */
    receivedOn: (day: string, ownerId: string) => receivedOn.get(day, ownerId) as { received: number; instant: number },
    lastId: () => lastId.get() as number,
    lastSerial: (year: number) => lastSerial.get(year) as number,

    apply({ at }: Pick<JournalEntry, 'at'>, event: FilingEvent): void {
      const after = filingAfter(find(event.body.filingId), event, at)
      const { filingId, number, inquiryId, itemCode, partyId, receivedDay } = after
      if (event.type === 'FilingReceived') {
        const { year, serial } = event.body
        const keys = [filingId, year, serial, number, inquiryId, itemCode, partyId, receivedDay]
        return assertOneRow(insert.run(...columnsOf(after), ...keys), event.type)
      }
      return assertOneRow(update.run(...columnsOf(after), filingId), event.type)
    },
  }
}
export type FilingTable = ReturnType<typeof createFilingTable>
