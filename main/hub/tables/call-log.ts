import type { DisplayCall } from '../../../shared/contract/view.ts'
import type { HallFact, JournalEntry } from '../../../shared/vocabulary/event.ts'
import type { Store } from '../store/store.ts'

/** Calls that are kept; a portrait board shows about fifteen. */
const callsKept = 16
/** Entries from the end of the journal that are looked through for them: a start takes no longer after years without a call. */
const entriesRead = 20_000

type Call = Omit<DisplayCall, 'windowName'> & { hallDay: string }
type CallEvent = Extract<HallFact, { type: 'TicketCalled' | 'TicketRecalled' | 'TicketResumed' }>

function callOf({ seq, at, hallDay }: Pick<JournalEntry, 'seq' | 'at' | 'hallDay'>, { type, body }: CallEvent): Call {
  const { number, windowNumber } = body
  return { seq, at, hallDay, number, windowNumber, kind: type === 'TicketCalled' ? 'call' : 'recall' }
}

/**
 * 叫号记录: the last calls that were announced. The journal is the record; they are kept in memory,
 * and read from its end at the start and after a rollback.
 */
export function createCallLog(store: Store) {
  const latest = store.prepare(
    `SELECT seq, at, hall_day AS hallDay, type, body FROM journal
     WHERE seq > (SELECT max(seq) FROM journal) - ?
       AND type IN ('TicketCalled', 'TicketRecalled', 'TicketResumed')
     ORDER BY seq DESC LIMIT +?`,
  )
  /** Newest first. */
  let calls: Call[] = []

  function restore(): void {
    const entries = latest.all(entriesRead, callsKept) as Pick<
      JournalEntry,
      'seq' | 'at' | 'hallDay' | 'type' | 'body'
    >[]
    calls = entries.map((entry) =>
      callOf(entry, { type: entry.type, body: JSON.parse(entry.body) as object } as CallEvent),
    )
  }
  restore()

  return {
    restore,
    /** The newest calls of a hall day, newest first. */
    latestOn: (hallDay: string): Call[] => calls.filter((call) => call.hallDay === hallDay),

    apply(entry: Pick<JournalEntry, 'at' | 'seq' | 'hallDay'>, event: CallEvent): void {
      calls = [callOf(entry, event), ...calls.slice(0, callsKept - 1)]
    },
  }
}
export type CallLog = ReturnType<typeof createCallLog>
