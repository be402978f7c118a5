import type { Store } from '../../main/hub/store/store.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { deadlinesOf, deliveryDeadline } from '../../shared/rules/filing-dates.ts'
import { filingAfter } from '../../shared/rules/filing-state.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { linesOf } from '../../shared/rules/material-check.ts'
import { numberOfSeries } from '../../shared/rules/series-number.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import type { FilingEvent } from '../../shared/vocabulary/promise-event.ts'
import { type BenchHall, clerksOf, createBenchHall, createHandClock } from './bench-hall.ts'

/** An item with both limits and a good many materials. */
const itemCode = 'SC-03'
const firstDay = '2025-11-03'
/** Workdays over which the open filings came in: of seven promised days some are green, some late. */
const intakeDays = 12
const year = 2025
/** A limit is some weeks, so what is open is new but for what stands still; that lies scattered among the closed ones. */
const oldPart = 0.1

/** A hall at 10:00 of the day after the last intake, with so many closed filings and so many open ones. */
export async function createMattersHall(store: Store, closed: number, open: number): Promise<BenchHall> {
  const clock = createHandClock(instantOf(firstDay, '07:00'))
  const hall = await createBenchHall(store, clock)
  const { calendar } = hall.hub.setup()
  const days = [firstDay]
  while (days.length <= intakeDays) days.push(nextWorkday(calendar, days.at(-1)!).day)
  const today = days.pop()!
  clock.at = instantOf(today, '10:00')
  const owners = clerksOf(hall.hub).map(({ actor }) => (actor.kind === 'staff' ? actor.staffId : ''))
  const accepted = days.map((day) => acceptedOn(hall, day))
  const delivered = accepted.map((filing) => deliveredFrom(hall, filing))
  const write = createWriter(store)
  store.transaction(() => {
    const old = Math.ceil(open * oldPart)
    const every = Math.floor((closed + old) / old)
    for (let filingId = 1; filingId <= closed + open; filingId += 1) {
      const isNew = filingId > closed + old
      const isOpen = isNew || filingId % every === 0
      const kinds = isOpen ? accepted : delivered
      write({ ...kinds[filingId % kinds.length]!, ownerId: owners[filingId % owners.length]! }, filingId)
    }
  })()
  store.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)')
  return hall
}

/** A filing received and accepted on a day, as the events make it. */
function acceptedOn({ hub }: BenchHall, day: string): Filing {
  const setup = hub.setup()
  const item = setup.serviceItems.get(itemCode)!
  const { promisedLimit, statutoryLimit } = item
  const at = instantOf(day, '09:00')
  const lines = linesOf(item.materials, []).map((line) => ({ ...line, state: 'in-hand' as const }))
  const received = filingAfter(
    undefined,
    {
      type: 'FilingReceived',
      body: {
        ...{ filingId: 1, number: '', year, serial: 1, inquiryId: 1, ticketId: null, windowNumber: 1, itemCode },
        ...{ itemName: item.name, itemKind: item.kind, itemVersion: 1, isOrgan: true, promisedLimit, statutoryLimit },
        ...{ ownerId: '', partyId: '', agentId: null, conditions: [], lines, receivedDay: day, noticeDueDay: day },
      },
    },
    at,
  )
  const dues = deadlinesOf({ ...received, acceptedDay: day, acceptedAt: at }, setup)
  const body = { filingId: 1, acceptedDay: day, isTolerant: false, ...dues }
  return filingAfter(received, { type: 'FilingAccepted', body }, at)
}

/** The same, decided on its day, delivered and signed for. */
function deliveredFrom({ hub }: BenchHall, filing: Filing): Filing {
  const decidedDay = filing.receivedDay
  const late = { isPastPromised: false, isPastStatutory: false }
  const deliveryDue = deliveryDeadline(decidedDay, hub.setup())
  const way = { way: 'collected', place: '', relation: '', reason: '', witness: '', postNumber: '' } as const
  const signed = { means: 'pad', reason: '', witness: '', relation: '', signatureHash: null } as const
  const events: FilingEvent[] = [
    {
      type: 'FilingDecided',
      body: { filingId: 1, decision: 'granted', reason: '', decidedDay, deliveryDue, ...late },
    },
    { type: 'ResultProduced', body: { filingId: 1, resultName: '食品经营许可证', resultNumber: '样 1 号' } },
    { type: 'ResultDelivered', body: { filingId: 1, ...way } },
    { type: 'HandlingSlipSigned', body: { filingId: 1, ...signed } },
  ]
  const at = instantOf(decidedDay, '15:00')
  return events.reduce((one, event) => filingAfter(one, event, at), filing)
}

/** Writes the rows of a filing as its events would leave them, with its applicant, its line and an alarm that ended. */
function createWriter(store: Store) {
  const insertFiling = store.prepare(
    `INSERT INTO filing (filing_id, year, serial, number, inquiry_id, item_code, status, owner_id, party_id, received_day,
       accepted_day, decided_day, warn_at, due_at, is_open, is_unsigned, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  )
  const insertParty = store.prepare('INSERT INTO party (party_id, id_hash, mask, cipher) VALUES (?, ?, ?, ?)')
  const insertInquiry = store.prepare(
    `INSERT INTO first_inquiry (inquiry_id, year, serial, number, day, status, first_responder, responsible, filing_id, body)
     VALUES (?, ?, ?, ?, ?, 'filed', ?, ?, ?, '{}')`,
  )
  const insertAlarm = store.prepare(
    `INSERT INTO alarm (alarm_id, kind, grade, filing_id, status, is_closed_by_hand, body)
     VALUES (?, 'AL02', 'yellow', ?, 'closed', 0, '{}')`,
  )
  const cipher = Buffer.alloc(160)

  return (filing: Filing, filingId: number): void => {
    const { ownerId, status, receivedDay, acceptedDay, decidedDay, promisedDue, statutoryDue } = filing
    const partyId = `party-${filingId}`
    const number = numberOfSeries('BJ', year, filingId)
    const isOpen = status === 'accepted'
    const dues = isOpen ? [promisedDue, statutoryDue].filter((due) => due !== null) : []
    const first = (of: 'warnAt' | 'at') => (dues.length === 0 ? null : Math.min(...dues.map((due) => due[of])))
    const body = JSON.stringify({ ...filing, filingId, number, inquiryId: filingId, partyId })
    insertFiling.run(
      ...[filingId, year, filingId, number, filingId, itemCode, status, ownerId, partyId, receivedDay],
      ...[acceptedDay, decidedDay, first('warnAt'), first('at'), Number(isOpen), body],
    )
    insertParty.run(partyId, `hash-${filingId}`, '张*', cipher)
    const line = numberOfSeries('SW', year, filingId)
    insertInquiry.run(filingId, year, filingId, line, receivedDay, ownerId, ownerId, filingId)
    if (!isOpen) insertAlarm.run(filingId, filingId)
  }
}
