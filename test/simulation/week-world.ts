import type { LogView } from '../../shared/contract/log-view.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import type { DayKind } from '../../shared/vocabulary/calendar.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { Timetable } from '../../shared/vocabulary/timetable.ts'
import type { Work } from './agenda.ts'
import type { Caller } from './caller.ts'
import type { World } from './world.ts'

/** One half of a day as the wall clock has it, epoch ms. */
export interface WallHalf {
  half: 'morning' | 'afternoon'
  startsAt: number
  endsAt: number
}

/** A working day by the notice on the wall: its halves, and the hour of the home units where it has one. */
export interface WallDay {
  day: string
  dayKind: DayKind
  timetableName: string
  halves: WallHalf[]
  linkup: { startsAt: number; endsAt: number } | null
}

/**
 * Monday to Sunday: Friday is worked in the morning only, Saturday the whole day (国办发明电〔2025〕7号),
 * and on Sunday the Spring Festival begins. Written down a second time on purpose: the simulated people
 * and the recount read the wall, not the hub.
 */
export const week = { from: '2026-02-09', to: '2026-02-15' }
export const restDay = '2026-02-15'
export const halfDay = '2026-02-13'
const workedSaturday = '2026-02-14'
const worked = ['2026-02-09', '2026-02-10', '2026-02-11', '2026-02-12', halfDay, workedSaturday]

/** The morning of the half holiday, as the hall publishes it. */
export const halfDayTimetable: Timetable = {
  timetableId: 'half-day',
  name: '节前半天',
  validFrom: halfDay,
  validTo: halfDay,
  documentNumber: '',
  segments: [{ from: '08:00', to: '12:00', phase: 'open' }],
}

export const wallDays: readonly WallDay[] = worked.map((day) => {
  const half = (name: WallHalf['half'], from: string, to: string): WallHalf => ({
    half: name,
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, to),
  })
  const morning = half('morning', '08:00', '12:00')
  if (day === halfDay) {
    return { day, dayKind: 'workday', timetableName: halfDayTimetable.name, halves: [morning], linkup: null }
  }
  return {
    day,
    dayKind: day === workedSaturday ? 'adjusted-workday' : 'workday',
    timetableName: '常年作息',
    halves: [morning, half('afternoon', '14:00', '17:00')],
    linkup: { startsAt: instantOf(day, '17:00'), endsAt: instantOf(day, '18:00') },
  }
})

/** When everybody’s day is over, epoch ms. */
export function dayEndOf({ halves, linkup }: WallDay): number {
  return linkup?.endsAt ?? halves.at(-1)!.endsAt
}

/** What the people of a simulated week share: the hall with its visitors, and everybody by staff number. */
export interface Week {
  world: World
  days: readonly WallDay[]
  who: (staffNumber: string) => Caller
  staffIdOf: (staffNumber: string) => string
  /** Who sits behind a staffId. */
  callerOf: (staffId: string) => Caller
  homeUnitOf: (staffNumber: string) => string
  /** What each log was when it was closed, by day. */
  frozen: Map<string, LogView>
}

/** Sends what must be done; a refusal is a mistake of the simulation. */
export async function must<T extends CommandType>(caller: Caller, type: T, body: CommandBody<T>) {
  const outcome = await caller.send(type, body)
  if (outcome.kind !== 'done') throw new Error(`${type} of ${caller.name}: ${JSON.stringify(outcome)}`)
  return outcome.made
}

/** Plans a step for a clock time of the so many-th working day; beyond the days that are played it is left. */
export function planOn(week: Week, index: number, clock: string, work: Work): void {
  const wall = week.days[index]
  if (wall !== undefined) week.world.agenda.plan(instantOf(wall.day, clock), work)
}
