import type { FilingView } from '../../shared/contract/promise-view.ts'
import { addDays, dayOf, instantOf, minuteMs, weekdayOf } from '../../shared/rules/hall-time.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { Agenda } from './agenda.ts'
import type { Caller } from './caller.ts'
import type { Random } from './random.ts'

/** Spring Festival (15 to 23 February) lies in it, and the worked Saturdays 14 and 28 February (国办发明电〔2025〕7号). */
export const month = { from: '2026-02-02', to: '2026-03-06' }

/** Written down a second time on purpose: the simulated people read the wall calendar, not the hub's. */
const restDays = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23']
const workedSaturdays = ['2026-02-14', '2026-02-28']

/** Workdays of the wall calendar until the next rest days, Qingming from 4 April. */
const workdays: readonly string[] = Array.from({ length: 61 }, (_, at) => addDays(month.from, at)).filter(
  (day) => workedSaturdays.includes(day) || (weekdayOf(day) <= 5 && !restDays.includes(day)),
)

/** Days on which the hall of the month is open. */
export const openDays = workdays.filter((day) => day <= month.to)

/** The so many-th workday after a day of the month; undefined when it lies beyond the wall calendar. */
export function workdayAfter(day: string, count: number): string | undefined {
  return workdays.filter((one) => one > day)[count - 1]
}

/** Steps are gathered into slots of five minutes: the hub looks at the clock once a slot, as it does when nobody presses. */
const slotMs = 5 * minuteMs

/** What the people of a simulated month share. */
export interface Month {
  random: Random
  agenda: Agenda
  now: () => number
  clerks: Caller[]
  guide: Caller
  supervisor: Caller
  /** Who sits behind a staffId, and the other way round. */
  callerOf: (staffId: string) => Caller
  staffIdOf: (caller: Caller) => string
  items: readonly { itemCode: string; name: string; holderRule: string }[]
  /** Serial of the next made-up person. */
  people: number
}

/** A time of a day at which the hall serves; one visitor in twenty-five comes when it has closed already. */
export function timeOn(random: Random, day: string): number {
  const [from, to] = random.weighted<readonly [string, string]>([
    [['08:00', '12:00'], 55],
    [['14:00', '17:00'], 41],
    [['17:00', '18:00'], 4],
  ])
  return slot(random.between(instantOf(day, from), instantOf(day, to)))
}

const slot = (at: number) => Math.ceil(at / slotMs) * slotMs

/** Plans a step so many open days from now; 0: still today, in some minutes. What would come after the month is left. */
export function inDays(play: Month, [from, to]: readonly [number, number], work: () => unknown): void {
  const { random, agenda, now } = play
  const days = Math.floor(random.between(from, to + 1))
  const today = openDays.findIndex((day) => day >= dayOf(now()))
  const day = openDays[today + days]
  if (days === 0) agenda.plan(slot(now() + random.between(5, 60) * minuteMs), work)
  else if (day !== undefined) agenda.plan(timeOn(random, day), work)
}

/** Sends a press; whether it was done. What was refused is counted by the caller's traffic. */
export async function did<T extends CommandType>(caller: Caller, type: T, body: CommandBody<T>): Promise<boolean> {
  return (await caller.send(type, body)).kind === 'done'
}

/** A filing as its clerk sees it, with whoever has it now. */
export async function look(play: Month, filingId: number): Promise<FilingView & { owner: Caller }> {
  const view = await play.supervisor.client.query.filing({ filingId })
  if (view === null) throw new Error(`there is no filing ${filingId}`)
  return { ...view, owner: play.callerOf(view.filing.ownerId) }
}
