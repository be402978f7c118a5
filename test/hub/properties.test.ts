import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesAfter, firstBreak } from '../../main/hub/journal.ts'
import { openStore, type Store } from '../../main/hub/store/store.ts'
import { applyToTables, createTables } from '../../main/hub/tables/apply.ts'
import { createSettledCommandTable } from '../../main/hub/tables/settled-command.ts'
import { dayOf } from '../../shared/rules/hall-time.ts'
import type { HallFact } from '../../shared/vocabulary/event.ts'
import { notices } from '../rules/notices.ts'
import { createPlay, hallDays, type Play, type Played, type Step } from '../support/hall-play.ts'
import { madeByJournal } from '../support/made-by-journal.ts'

const runs = 100
/** The runs take ten seconds; the rest is for making the steps to a failure shorter. */
const searchMsMax = 60_000

/** A law is looked at around each command, and once more when the days are over. */
interface Law {
  before?: (play: Play, step: Step) => void
  after?: (play: Play, played: Played) => void
  atEnd?: (play: Play) => void
}

/** What is wrong by a law, told with its name. */
class LawBroken extends Error {
  readonly law: string
  constructor(law: string, problem: unknown) {
    super(`${law}: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem })
    this.law = law
  }
}

/** Plays random days in fresh halls, with all laws looking on. A failure names the seed and the shortest steps to it. */
async function playDays(laws: Record<string, (play: Play) => Law>): Promise<{ law: string; problem: unknown } | null> {
  const walk = fc.asyncProperty(hallDays, async (steps) => {
    const play = await createPlay()
    const looking = Object.entries(laws).map(([name, law]) => ({ name, law: law(play) }))
    const each = (look: (law: Law) => void) => {
      for (const { name, law } of looking) {
        try {
          look(law)
        } catch (problem) {
          throw new LawBroken(name, problem)
        }
      }
    }
    for (const step of steps) {
      each((law) => law.before?.(play, step))
      const played = play.play(step)
      if (played !== undefined) each((law) => law.after?.(play, played))
    }
    each((law) => law.atEnd?.(play))
    play.hub.store.close()
  })
  try {
    await fc.assert(walk, { numRuns: runs, interruptAfterTimeLimit: searchMsMax })
    return null
  } catch (problem) {
    const { cause } = problem as Error
    return { law: cause instanceof LawBroken ? cause.law : 'every step can be played', problem }
  }
}

interface Question {
  all: (...values: unknown[]) => unknown[]
}
const prepared = new WeakMap<Store, Map<string, Question>>()

/** Prepared once a store: the laws ask the same of it after each of some thousand commands. */
function ask(store: Store, sql: string): Question {
  const known = prepared.get(store) ?? new Map<string, Question>()
  prepared.set(store, known)
  const question = known.get(sql) ?? store.prepare<unknown[]>(sql)
  known.set(sql, question)
  return question
}
const rowsOf = (store: Store, sql: string, ...values: unknown[]) =>
  ask(store, sql).all(...values) as Record<string, never>[]
const one = (store: Store, sql: string, ...values: unknown[]) => Object.values(rowsOf(store, sql, ...values)[0]!)[0]

const contentOf = (store: Store) =>
  Object.fromEntries(madeByJournal.map((name) => [name, rowsOf(store, `SELECT * FROM ${name}`)]))

/** Everything a command may change, as one text. */
const everythingIn = (store: Store) =>
  JSON.stringify([
    contentOf(store),
    rowsOf(store, 'SELECT * FROM settled_command'),
    rowsOf(store, 'SELECT * FROM person'),
    one(store, 'SELECT max(seq) FROM journal'),
  ])

const laws: Record<string, (play: Play) => Law> = {
  'replaying the journal into empty tables gives equal tables, and its chain is whole': () => ({
    atEnd({ hub }) {
      const replayed = openStore(':memory:')
      const tables = createTables(replayed.store)
      for (const entry of entriesAfter(hub.store, 0, 100_000)) {
        applyToTables(tables, entry, { type: entry.type, body: JSON.parse(entry.body) } as HallFact)
      }
      expect(contentOf(replayed.store)).toEqual(contentOf(hub.store))
      replayed.close()
      expect(firstBreak(hub.store).brokenAt).toBeNull()
    },
  }),

  'a ticket is never at two windows, nor a window with two, nor anybody at a closed one': () => ({
    after({ hub }) {
      const present = `SELECT window_number FROM ticket WHERE status IN ('called', 'serving')`
      expect(rowsOf(hub.store, `${present} GROUP BY window_number HAVING count(*) > 1`)).toEqual([])
      const held = `SELECT window_number FROM ticket WHERE status = 'held'`
      expect(rowsOf(hub.store, `${held} GROUP BY window_number HAVING count(*) > 1`)).toEqual([])
      const closed = `SELECT window_number FROM service_window WHERE status = 'closed'`
      const atClosed = `SELECT * FROM (${present} UNION ${held}) WHERE window_number IN (${closed})`
      expect(rowsOf(hub.store, atClosed)).toEqual([])
      const twice =
        'SELECT staff_id FROM service_window WHERE staff_id IS NOT NULL GROUP BY staff_id HAVING count(*) > 1'
      expect(rowsOf(hub.store, twice)).toEqual([])
    },
  }),

  'numbers of a day are unique and gapless for each letter': () => ({
    after({ hub }) {
      const series = rowsOf(
        hub.store,
        `SELECT hall_day, letter, count(*) AS taken, count(DISTINCT serial) AS numbers, min(serial) AS first,
           max(serial) AS last FROM ticket GROUP BY hall_day, letter`,
      )
      for (const { taken, numbers, first, last } of series) expect([numbers, first, last]).toEqual([taken, 1, taken])
    },
  }),

  'a command that is sent twice equals one sent once': () => {
    let before = ''
    return {
      before({ hub }, step) {
        if (step.kind === 'again') before = everythingIn(hub.store)
      },
      after({ hub, sent }, { envelope, outcome, isResend }) {
        if (!isResend) return
        expect(outcome).toEqual(sent.find((each) => each.envelope === envelope)?.outcome)
        expect(everythingIn(hub.store)).toBe(before)
      },
    }
  },

  'a hub that starts again gives every command its first answer, and none to what was a fault': () => ({
    atEnd({ hub, sent }) {
      const settled = createSettledCommandTable(hub.store)
      for (const { envelope, outcome } of sent) {
        const answer = outcome.kind === 'fault' ? undefined : outcome
        expect(settled.find(envelope.commandId)?.outcome).toEqual(answer)
      }
    },
  }),

  'a fault leaves nothing behind, and there is none but those we cause': () => {
    let before = ''
    return {
      before({ hub }, step) {
        if ('poison' in step && step.poison) before = everythingIn(hub.store)
      },
      after({ hub, faults }, { outcome, seqBefore }) {
        expect(faults.filter((problem) => (problem as Error).message !== 'poisoned')).toEqual([])
        if (outcome.kind !== 'fault') return
        expect(everythingIn(hub.store)).toBe(before)
        expect(hub.head().seq).toBe(seqBefore)
      },
    }
  },

  'no number is given and nobody called outside its hours': createTimetableLaw,

  'what tables keep in memory equals a recount': () => ({
    after({ hub, clock }) {
      const { ticket, serviceWindow, hallDay, callLog } = hub.tables
      const { store } = hub
      const waiting = `SELECT count(*) FROM ticket WHERE status = 'waiting'`
      expect(ticket.waitingInHall()).toBe(one(store, waiting))
      const day = dayOf(clock.now())
      for (const letter of ['A', 'B', 'C', 'D']) {
        expect(ticket.waitingIn(letter)).toBe(one(store, `${waiting} AND queue = ?`, letter))
        const last = 'SELECT coalesce(max(serial), 0) FROM ticket WHERE hall_day = ? AND letter = ?'
        expect(ticket.lastSerial(day, letter)).toBe(one(store, last, day, letter))
      }
      expect(ticket.lastTicketId()).toBe(one(store, 'SELECT coalesce(max(ticket_id), 0) FROM ticket'))
      expect(hallDay.last()?.hallDay ?? null).toBe(one(store, 'SELECT max(hall_day) FROM hall_day'))
      expect(callLog.latestOn(day)).toEqual(callsInJournal(store, day))
      for (const found of serviceWindow.all()) expect(serviceWindow.find(found.windowNumber)).toEqual(found)
    },
  }),

  'the next in line is the first of its class, and an ordinary one comes after k priority ones at the latest':
    createFairnessLaw,

  'times of the journal never decrease': () => ({
    atEnd({ hub }) {
      const times = hub.store.prepare('SELECT at FROM journal ORDER BY seq').pluck().all() as number[]
      expect(times).toEqual([...times].sort((a, b) => a - b))
    },
  }),

  'a person waits once in a queue': () => ({
    after({ hub }) {
      const twice = `SELECT person_id FROM ticket WHERE status = 'waiting' AND person_id IS NOT NULL
        GROUP BY person_id, queue HAVING count(*) > 1`
      expect(rowsOf(hub.store, twice)).toEqual([])
    },
  }),
}

describe('whatever happens in a hall', () => {
  const played = playDays(laws)

  test.each(['every step can be played', ...Object.keys(laws)])('%s', { timeout: 120_000 }, async (law) => {
    const failure = await played
    if (failure?.law === law) throw failure.problem
  })
})

/** The calls of a day among the last sixteen, newest first. */
const callsInJournal = (store: Store, day: string) =>
  rowsOf(
    store,
    `SELECT * FROM (
       SELECT seq, at, hall_day AS hallDay, body ->> '$.number' AS number, body ->> '$.windowNumber' AS windowNumber,
         iif(type = 'TicketCalled', 'call', 'recall') AS kind
       FROM journal WHERE type IN ('TicketCalled', 'TicketRecalled', 'TicketResumed') ORDER BY seq DESC LIMIT 16)
     WHERE hallDay = ?`,
    day,
  )

/** The hours of the sample hall, worked out without the program's own timetable. */
function phaseByHand(at: number): 'open' | 'lunch' | 'linkup' | 'shut' {
  const beijing = new Date(at + 8 * 3_600_000)
  const day = beijing.toISOString().slice(0, 10)
  const isRest = notices.some((notice) => notice.restDays.includes(day))
  const isWorked = notices.some((notice) => notice.workedDays.includes(day))
  const isWeekend = beijing.getUTCDay() === 0 || beijing.getUTCDay() === 6
  if (isRest || (isWeekend && !isWorked)) return 'shut'
  const hour = beijing.getUTCHours()
  if ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 17)) return 'open'
  if (hour >= 12 && hour < 14) return 'lunch'
  return hour === 17 ? 'linkup' : 'shut'
}

function createTimetableLaw(play: Play): Law {
  const dutyUntil = new Map<number, number>()
  let { seq } = play.hub.head()
  return {
    after({ hub, clock, eventsAfter }) {
      const now = clock.now()
      const phase = phaseByHand(now)
      for (const { type, body } of eventsAfter(seq)) {
        const windowNumber = Number(body.windowNumber)
        if (type === 'DutyWindowOpened') dutyUntil.set(windowNumber, Number(body.until))
        if (type === 'DutyWindowClosed' || type === 'ServiceWindowClosed') dutyUntil.delete(windowNumber)
        if (type === 'TicketTaken') {
          expect(phase).toBe('open')
          expect(body.hallDay).toBe(dayOf(now))
        }
        if (type === 'TicketCalled' && phase !== 'open') {
          const isAllowed = phase === 'linkup' && hub.setup().queueSettings.linkupCalls === 'every-window'
          expect(isAllowed || (dutyUntil.get(windowNumber) ?? 0) > now).toBe(true)
        }
      }
      seq = hub.head().seq
    },
  }
}

interface Waiting {
  ticketId: number
  queue: string
  priorityClass: number
  sortKey: number
  reservedWindow: number | null
}

function createFairnessLaw(play: Play): Law {
  const inARow = new Map<number, number>()
  const waitingNow = () =>
    rowsOf(
      play.hub.store,
      `SELECT ticket_id AS ticketId, queue, priority_class AS priorityClass, sort_key AS sortKey,
         reserved_window AS reservedWindow FROM ticket WHERE status = 'waiting' ORDER BY sort_key, ticket_id`,
    ) as unknown as Waiting[]
  let before = waitingNow()
  let { seq } = play.hub.head()
  return {
    after({ hub, eventsAfter }) {
      for (const { type, body } of eventsAfter(seq)) {
        const windowNumber = Number(body.windowNumber)
        if (type === 'ServiceWindowOpened') inARow.set(windowNumber, 0)
        if (type !== 'TicketCalled') continue
        const isPriority = body.priorityClass === 1
        const queues = hub.setup().serviceWindows.get(windowNumber)?.queues ?? []
        const mine = before.filter((each) =>
          each.reservedWindow === null ? queues.includes(each.queue) : each.reservedWindow === windowNumber,
        )
        if (body.reason === null) {
          expect(body.ticketId).toBe(mine.find((each) => each.priorityClass === body.priorityClass)?.ticketId)
          const others = mine.some((each) => each.priorityClass !== body.priorityClass)
          const isOrdinaryDue = (inARow.get(windowNumber) ?? 0) >= hub.setup().queueSettings.priorityInterleave
          if (others) expect(isPriority).toBe(!isOrdinaryDue)
        }
        inARow.set(windowNumber, isPriority ? (inARow.get(windowNumber) ?? 0) + 1 : 0)
      }
      before = waitingNow()
      seq = hub.head().seq
    },
  }
}
