import type { OpenTicket } from '../../../shared/rules/hall-day.ts'
import type { LogWindows } from '../../../shared/vocabulary/discipline-log.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Ticket } from '../../../shared/vocabulary/ticket.ts'
import type { Store } from '../store/store.ts'
import { createLastNumbers } from './last-numbers.ts'
import { assertOneRow } from './one-row.ts'
import { createWaitingList } from './waiting-list.ts'

const columns = `ticket_id AS ticketId, hall_day AS hallDay, letter, serial, queue, item_code AS itemCode, holder,
  purpose, priority_ground AS priorityGround, priority_class AS priorityClass, person_id AS personId, status,
  sort_key AS sortKey, session, reserved_window AS reservedWindow, window_number AS windowNumber,
  taken_at AS takenAt, first_called_at AS firstCalledAt, called_at AS calledAt, started_at AS startedAt,
  held_at AS heldAt, ended_at AS endedAt, call_count AS callCount, miss_count AS missCount,
  requeue_count AS requeueCount, transfer_count AS transferCount, print_count AS printCount,
  result_code AS resultCode, is_past_closing AS isPastClosing, carried_from AS carriedFrom, valid_on AS validOn`

const openColumns = `ticket_id AS ticketId, status, queue, priority_class AS priorityClass, window_number AS windowNumber`

/** What a ticket's row is read as: SQLite has no booleans. */
function ticketOf(row: unknown): Ticket | undefined {
  if (row === undefined) return undefined
  const ticket = row as Ticket & { isPastClosing: number | boolean }
  return { ...ticket, isPastClosing: Boolean(ticket.isPastClosing) }
}

/** 号: tickets of all days. */
export function createTicketTable(store: Store) {
  const waiting = createWaitingList(store)
  const read = createReads(store)
  const move = createMoves(store)
  const last = createLastNumbers(store)

  return {
    ...read,
    headsFor: waiting.headsFor,
    waitingIn: (queue: string) => waiting.waitingInClass(queue, 0) + waiting.waitingInClass(queue, 1),
    waitingInClass: waiting.waitingInClass,
    waitingInHall: waiting.waitingInHall,
    lastSerial: last.serial,
    lastTicketId: last.ticketId,
    /** After a rollback what is kept in memory is what the store says. */
    restore(): void {
      waiting.restore()
      last.restore()
    },

    apply({ at, seq }: Pick<JournalEntry, 'at' | 'seq'>, event: HallFact): void {
      switch (event.type) {
        case 'TicketTaken':
          waiting.take(event.body, at)
          last.note(event.body)
          return assertOneRow(move.taken(event.body, at), event.type)
        case 'TicketCalled':
          waiting.leave(event.body)
          return assertOneRow(move.called(event.body, at), event.type)
        case 'TicketRecalled':
          return assertOneRow(move.recalled.run(event.body.callCount, at, event.body.ticketId), event.type)
        case 'TicketResumed':
          return assertOneRow(move.resumed.run(event.body.callCount, at, at, event.body.ticketId), event.type)
        case 'ServiceStarted':
          return assertOneRow(move.started.run(at, Number(event.body.isPastClosing), event.body.ticketId), event.type)
        case 'ServiceFinished':
          return assertOneRow(
            move.finished.run(event.body.resultCode, Number(event.body.isPastClosing), at, event.body.ticketId),
            event.type,
          )
        case 'TicketMissed':
          return assertOneRow(move.missed.run(event.body.missCount, event.body.ticketId), event.type)
        case 'TicketRequeued':
          assertOneRow(move.requeued.run(event.body.sortKey, event.body.requeueCount, event.body.ticketId), event.type)
          return waiting.rejoin(event.body.ticketId)
        case 'TicketHeld':
          return assertOneRow(move.held.run(at, event.body.ticketId), event.type)
        case 'TicketTransferred':
          assertOneRow(move.transferred(event.body), event.type)
          return waiting.rejoin(event.body.ticketId)
        case 'TicketReleased':
          assertOneRow(move.released.run(event.body.ticketId), event.type)
          return waiting.release(event.body.ticketId)
        case 'TicketItemCorrected':
          return assertOneRow(
            move.corrected.run(event.body.itemCode, event.body.queue, event.body.ticketId),
            event.type,
          )
        case 'TicketCancelled':
        case 'TicketCarried':
        case 'TicketVoided': {
          const { ticketId, wasWaiting } = event.body
          if (wasWaiting) waiting.leave(event.body)
          const status = { TicketCancelled: 'cancelled', TicketCarried: 'carried', TicketVoided: 'void' }[event.type]
          const validOn = event.type === 'TicketCarried' ? event.body.validOn : null
          const isMissedAgain = event.type === 'TicketVoided' && event.body.reason === 'missed-again'
          return assertOneRow(move.ended.run(status, at, validOn, Number(isMissedAgain), ticketId), event.type)
        }
        case 'TicketPrinted':
        case 'TicketPrintFailed':
          return assertOneRow(move.printed.run(Number(event.type === 'TicketPrinted'), event.body.ticketId), event.type)
        case 'TicketReprinted':
          return assertOneRow(move.reprinted.run(event.body.printCount, event.body.ticketId), event.type)
        default:
          throw new Error(`${event.type} (entry ${seq}) is no event of a ticket`)
      }
    },
  }
}
export type TicketTable = ReturnType<typeof createTicketTable>

// `= +?` keeps SQLite from preparing a statement with ORDER BY anew at every call; ten times cheaper.
function createReads(store: Store) {
  const one = store.prepare(`SELECT ${columns} FROM ticket WHERE ticket_id = ?`)
  const byNumber = store.prepare(`SELECT ${columns} FROM ticket WHERE hall_day = ? AND letter = ? AND serial = ?`)
  const carriedByNumber = store.prepare(
    `SELECT ticket_id AS ticketId, queue FROM ticket
     WHERE valid_on = +? AND status = 'carried' AND letter = +? AND serial = +?
       AND ticket_id NOT IN (SELECT carried_from FROM ticket WHERE carried_from IS NOT NULL)`,
  )
  const hasCarried = store.prepare(`SELECT 1 FROM ticket WHERE valid_on = ? AND status = 'carried' LIMIT 1`).pluck()
  const atWindow = store.prepare(
    `SELECT ${columns} FROM ticket WHERE window_number = ? AND status IN ('called', 'serving')`,
  )
  const heldAt = store.prepare(`SELECT ${columns} FROM ticket WHERE window_number = ? AND status = 'held'`)
  const placeBehind = store
    .prepare(
      `SELECT sort_key FROM ticket WHERE queue = +? AND priority_class = +? AND status = 'waiting'
         AND reserved_window IS NULL ORDER BY sort_key, ticket_id LIMIT 1 OFFSET ?`,
    )
    .pluck()
  const lastPlace = store
    .prepare(
      `SELECT sort_key FROM ticket WHERE queue = +? AND priority_class = +? AND status = 'waiting'
         AND reserved_window IS NULL ORDER BY sort_key DESC LIMIT 1`,
    )
    .pluck()
  const waitingInOrder = store.prepare(
    `SELECT ${columns} FROM ticket
     WHERE queue = +? AND priority_class = +? AND status = 'waiting' AND reserved_window IS NULL
     ORDER BY sort_key, ticket_id LIMIT +?`,
  )
  const waitingReserved = store.prepare(
    `SELECT ${columns} FROM ticket WHERE reserved_window = +? AND status = 'waiting' ORDER BY priority_class, sort_key, ticket_id`,
  )
  const missed = store.prepare(
    `SELECT ${columns} FROM ticket WHERE hall_day = +? AND status = 'missed' ORDER BY called_at DESC LIMIT 100`,
  )
  const waitingOfPerson = store.prepare(
    `SELECT ${columns} FROM ticket WHERE person_id = ? AND queue = ? AND status = 'waiting'`,
  )
  const takenByPerson = store
    .prepare(
      `SELECT count(*) FROM ticket
       WHERE person_id = +? AND hall_day = +? AND item_code = +? AND holder = 'self' AND status <> 'cancelled'`,
    )
    .pluck()
  const takenInSession = store
    .prepare(
      `SELECT count(*) FROM ticket
       WHERE hall_day = +? AND letter = +? AND item_code = +? AND session = +? AND status <> 'cancelled'`,
    )
    .pluck()
  const open = store.prepare(
    `SELECT ${openColumns} FROM ticket WHERE status = 'waiting' AND reserved_window IS NULL
     UNION ALL SELECT ${openColumns} FROM ticket WHERE status = 'waiting' AND reserved_window IS NOT NULL
     UNION ALL SELECT ${openColumns} FROM ticket WHERE window_number IS NOT NULL AND status IN ('called', 'serving')
     UNION ALL SELECT ${openColumns} FROM ticket WHERE window_number IS NOT NULL AND status = 'held'
     UNION ALL SELECT ${openColumns} FROM ticket WHERE hall_day IS NOT NULL AND status = 'missed'`,
  )
  const ahead = store
    .prepare(
      `SELECT count(*) FROM ticket WHERE queue = +? AND status = 'waiting' AND reserved_window IS NULL
         AND (priority_class > +? OR priority_class = +? AND (sort_key, ticket_id) < (+?, +?))`,
    )
    .pluck()
  // Today's rows are found by the index of numbers; a day has a few thousand at most.
  const doneAt = store
    .prepare(`SELECT count(*) FROM ticket WHERE hall_day = ? AND window_number = ? AND status = 'done'`)
    .pluck()
  const lastDoneAt = store
    .prepare(`SELECT max(ended_at) FROM ticket WHERE hall_day = +? AND window_number = +? AND status = 'done'`)
    .pluck()
  const neverCalled = store.prepare(
    `SELECT letter, serial, priority_class AS priorityClass FROM ticket
     WHERE hall_day = +? AND queue = +? AND (status = 'waiting' OR first_called_at IS NULL AND ended_at >= +?)
     ORDER BY priority_class DESC, sort_key, ticket_id`,
  )
  const figures = store.prepare(
    `SELECT count(*) AS taken, total(status = 'done') AS done, total(status = 'missed') AS missed,
       total(status = 'cancelled') AS cancelled,
       avg(wait_minutes) AS averageWaitMinutes
     FROM ticket WHERE hall_day = ?`,
  )
  const dayFigures = store.prepare(
    `SELECT count(*) AS taken, count(*) FILTER (WHERE status = 'done') AS done,
       count(*) FILTER (WHERE status = 'missed' OR (status = 'void' AND miss_count > 0)) AS missed,
       count(*) FILTER (WHERE status = 'cancelled') AS cancelled,
       CAST(round(avg(wait_minutes)) AS INTEGER) AS averageWaitMinutes, max(wait_minutes) AS longestWaitMinutes,
       count(*) FILTER (WHERE is_past_closing = 1) AS pastClosing
     FROM ticket WHERE hall_day = +?`,
  )
  const longestWaiting = store
    .prepare(`SELECT min(taken_at) FROM ticket WHERE queue = +? AND status = 'waiting' AND reserved_window IS NULL`)
    .pluck()
  const waitingSince = store
    .prepare(
      `SELECT taken_at FROM ticket WHERE queue = +? AND status = 'waiting' AND reserved_window IS NULL
       ORDER BY taken_at LIMIT 1 OFFSET ?`,
    )
    .pluck()

  return {
    find: (ticketId: number) => ticketOf(one.get(ticketId)),
    findByNumber: (hallDay: string, letter: string, serial: number) => ticketOf(byNumber.get(hallDay, letter, serial)),
    /** A ticket carried to `day` under its old number, if it was not used yet. */
    findCarried: (day: string, letter: string, serial: number) =>
      (carriedByNumber.get(day, letter, serial) as { ticketId: number; queue: string } | undefined) ?? null,
    hasCarriedTo: (day: string) => hasCarried.get(day) !== undefined,
    atWindow: (windowNumber: number) => ticketOf(atWindow.get(windowNumber)),
    heldAt: (windowNumber: number) => ticketOf(heldAt.get(windowNumber)),
    /** The place of the ticket a requeued one goes behind; null when nobody of its class waits. */
    placeAfter(queue: string, priorityClass: number, others: number): number | null {
      if (others === 0) return null
      const place = placeBehind.get(queue, priorityClass, others - 1) ?? lastPlace.get(queue, priorityClass)
      return (place as number | undefined) ?? null
    },
    /** The first `limit` of each class that wait in a queue, in no particular order of classes. */
    firstInQueue: (queue: string, limit: number): Ticket[] =>
      [1, 0].flatMap((priorityClass) => waitingInOrder.all(queue, priorityClass, limit).map((row) => ticketOf(row)!)),
    waitingReservedFor: (windowNumber: number) =>
      waitingReserved.all(windowNumber).map((row) => ticketOf(row)!) as Ticket[],
    missedOn: (hallDay: string) => missed.all(hallDay).map((row) => ticketOf(row)!) as Ticket[],
    waitingOfPerson: (personId: string, queue: string) => ticketOf(waitingOfPerson.get(personId, queue)),
    takenByPerson: (personId: string, hallDay: string, itemCode: string) =>
      takenByPerson.get(personId, hallDay, itemCode) as number,
    takenInSession: (hallDay: string, letter: string, itemCode: string, session: string) =>
      takenInSession.get(hallDay, letter, itemCode, session) as number,
    /** Every ticket without an end, of whatever day. */
    open: () => open.all() as OpenTicket[],
    /** How many of its queue come before a waiting ticket, if no more priority tickets arrive. */
    aheadOf: ({ queue, priorityClass, sortKey, ticketId }: Ticket) =>
      ahead.get(queue, priorityClass, priorityClass, sortKey, ticketId) as number,
    /** Services a window finished on a day. */
    doneAt: (windowNumber: number, hallDay: string) => doneAt.get(hallDay, windowNumber) as number,
    /** When a window finished its last service of a day, epoch ms. */
    lastDoneAt: (windowNumber: number, hallDay: string) =>
      (lastDoneAt.get(hallDay, windowNumber) as number | null) ?? null,
    /** Numbers of a day and queue that wait, or were carried, void or given up uncalled from an instant on (epoch ms). */
    neverCalled: (hallDay: string, queue: string, since: number) =>
      neverCalled.all(hallDay, queue, since) as Pick<Ticket, 'letter' | 'serial' | 'priorityClass'>[],
    /** Counts of a day. The average is of the waits until the first call, in minutes of open hall. */
    /** What section C of the daily log says of the tickets taken on a day. */
    dayFiguresOf: (hallDay: string) => dayFigures.get(hallDay) as Omit<LogWindows, 'longestPauses'>,
    figuresOf: (hallDay: string) =>
      figures.get(hallDay) as {
        taken: number
        done: number
        missed: number
        cancelled: number
        averageWaitMinutes: number | null
      },
    /** When the `place`-th of those who wait in a queue took his number, epoch ms; null when fewer wait. */
    waitingSince: (queue: string, place: number) => (waitingSince.get(queue, place - 1) as number | undefined) ?? null,
    longestWaitingSince: (queue: string) => (longestWaiting.get(queue) as number | null) ?? null,
  }
}

function createMoves(store: Store) {
  const taken = store.prepare(
    `INSERT INTO ticket (ticket_id, hall_day, letter, serial, queue, item_code, holder, purpose, priority_ground,
       priority_class, person_id, status, sort_key, session, taken_at, carried_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?)`,
  )
  const called = store.prepare(
    `UPDATE ticket SET status = 'called', window_number = ?, last_window = ?, last_clerk = ?, call_count = ?,
       called_at = ?, first_called_at = coalesce(first_called_at, ?), wait_minutes = coalesce(wait_minutes, ?),
       reserved_window = NULL
     WHERE ticket_id = ? AND status = 'waiting'`,
  )
  const transferred = store.prepare(
    `UPDATE ticket SET status = 'waiting', window_number = NULL, queue = ?, item_code = ?, reserved_window = ?,
       sort_key = ?, transfer_count = ?, call_count = 0, started_at = NULL, held_ms = 0
     WHERE ticket_id = ? AND status IN ('called', 'serving')`,
  )
  type Body<T extends HallFact['type']> = Extract<HallFact, { type: T }>['body']
  return {
    taken: (body: Body<'TicketTaken'>, at: number) =>
      taken.run(
        body.ticketId,
        body.hallDay,
        body.letter,
        body.serial,
        body.queue,
        body.itemCode,
        body.holder,
        body.purpose,
        body.priorityGround,
        body.priorityClass,
        body.personId,
        body.sortKey,
        body.session,
        at,
        body.carriedFrom,
      ),
    called: ({ ticketId, windowNumber, staffId, callCount, waitMinutes = null }: Body<'TicketCalled'>, at: number) =>
      called.run(windowNumber, windowNumber, staffId, callCount, at, at, waitMinutes, ticketId),
    transferred: (body: Body<'TicketTransferred'>) =>
      transferred.run(body.queue, body.itemCode, body.toWindow, body.sortKey, body.transferCount, body.ticketId),
    released: store.prepare(
      `UPDATE ticket SET reserved_window = NULL
       WHERE ticket_id = ? AND status = 'waiting' AND reserved_window IS NOT NULL`,
    ),
    recalled: store.prepare(
      `UPDATE ticket SET call_count = ?, called_at = ? WHERE ticket_id = ? AND status = 'called'`,
    ),
    resumed: store.prepare(
      `UPDATE ticket SET status = 'called', call_count = ?, called_at = ?, held_at = NULL,
         held_ms = held_ms + iif(started_at IS NULL, 0, ? - held_at)
       WHERE ticket_id = ? AND status = 'held'`,
    ),
    started: store.prepare(
      `UPDATE ticket SET status = 'serving', started_at = coalesce(started_at, ?), is_past_closing = is_past_closing | ?
       WHERE ticket_id = ? AND status = 'called'`,
    ),
    finished: store.prepare(
      `UPDATE ticket SET status = 'done', result_code = ?, is_past_closing = is_past_closing | ?, ended_at = ?
       WHERE ticket_id = ? AND status = 'serving'`,
    ),
    missed: store.prepare(
      `UPDATE ticket SET status = 'missed', miss_count = ? WHERE ticket_id = ? AND status = 'called'`,
    ),
    requeued: store.prepare(
      `UPDATE ticket SET status = 'waiting', window_number = NULL, call_count = 0, sort_key = ?, requeue_count = ?
       WHERE ticket_id = ? AND status = 'missed'`,
    ),
    held: store.prepare(
      `UPDATE ticket SET status = 'held', held_at = ? WHERE ticket_id = ? AND status IN ('called', 'serving')`,
    ),
    corrected: store.prepare(
      `UPDATE ticket SET item_code = ?, queue = ? WHERE ticket_id = ? AND status IN ('called', 'serving')`,
    ),
    ended: store.prepare(
      `UPDATE ticket SET status = ?, ended_at = ?, valid_on = ?, window_number = NULL, reserved_window = NULL,
         miss_count = miss_count + ?
       WHERE ticket_id = ? AND status IN ('waiting', 'called', 'held', 'missed')`,
    ),
    printed: store.prepare('UPDATE ticket SET print_count = max(print_count, ?) WHERE ticket_id = ?'),
    reprinted: store.prepare('UPDATE ticket SET print_count = ? WHERE ticket_id = ?'),
  }
}
