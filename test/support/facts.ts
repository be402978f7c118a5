import { describe, expect, test } from 'vitest'
import type { AtWindowFacts } from '../../shared/rules/at-window.ts'
import type { Accepted, Decision } from '../../shared/rules/decision.ts'
import type { DayFacts } from '../../shared/rules/hall-day.ts'
import { sortKeyOf } from '../../shared/rules/next-ticket.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import { disciplineSettings } from '../../shared/vocabulary/discipline-settings.ts'
import type { Profile } from '../../shared/vocabulary/profile.ts'
import { promiseSettings } from '../../shared/vocabulary/promise-settings.ts'
import type { Refusal, RefusalCode } from '../../shared/vocabulary/refusal.ts'
import { serviceBoards } from '../../shared/vocabulary/service-board.ts'
import type { Actor, StaffRole } from '../../shared/vocabulary/staff.ts'
import type { ServiceWindow, Ticket } from '../../shared/vocabulary/ticket.ts'
import { calendarOf2025And2026 } from '../rules/notices.ts'
import { instantAt } from './hand-clock.ts'
import { sampleProfile, workday } from './sample-hall.ts'

/** The sample hall as rules read it. */
export function setupOf(profile: Profile = sampleProfile()): HallSetup {
  const { queues, serviceItems, serviceWindows, hall, timetables, queueSettings, voice, printer, overrides } = profile
  return {
    version: 1,
    hall,
    queues: new Map(queues.map((one) => [one.letter, one])),
    serviceItems: new Map(serviceItems.map((one) => [one.itemCode, one])),
    itemVersions: new Map(serviceItems.map((one, at) => [one.itemCode, at + 1])),
    newestItems: new Map(serviceItems.map((one) => [one.itemCode, one])),
    serviceWindows: new Map(serviceWindows.map((one) => [one.windowNumber, one])),
    timetables,
    calendar: { ...calendarOf2025And2026, overrides },
    queueSettings,
    voiceSettings: voice,
    printerSettings: printer,
    promiseSettings: promiseSettings.parse({}),
    disciplineSettings: disciplineSettings.parse({}),
    serviceBoards: serviceBoards.parse({}),
  }
}

export function staffActor(role: StaffRole = 'clerk', staffId = 'clerk-1', windowNumbers: number[] = []): Actor {
  return { kind: 'staff', staffId, role, screenId: 'screen-1', windowNumbers }
}
export const kiosk: Actor = { kind: 'screen', screenKind: 'kiosk', screenId: 'kiosk-1' }

/** Facts of an instant; the hall day is open unless `hallDay` says otherwise. */
export function dayFacts(time = '09:00', changes: Partial<DayFacts> & { day?: string } = {}): DayFacts {
  const { day = workday, ...rest } = changes
  const setup = rest.setup ?? setupOf()
  return {
    now: instantAt(day, time),
    hallDay: day,
    schedule: scheduleOf(setup.timetables, setup.calendar, day),
    setup,
    actor: staffActor(),
    ...rest,
  }
}

/** The same facts at another time of the same day, or of another day that the hall has opened. */
export function atTime<F extends DayFacts>(facts: F, time: string, day = facts.schedule.day): F {
  const schedule = scheduleOf(facts.setup.timetables, facts.setup.calendar, day)
  return { ...facts, schedule, hallDay: day, now: instantAt(day, time) }
}

/** The same facts in a hall whose queue settings differ. */
export function withSettings<F extends DayFacts>(facts: F, changes: Partial<HallSetup['queueSettings']>): F {
  return { ...facts, setup: { ...facts.setup, queueSettings: { ...facts.setup.queueSettings, ...changes } } }
}

export function ticketWith(changes: Partial<Ticket> = {}): Ticket {
  const ticketId = changes.ticketId ?? 7
  return {
    ticketId,
    hallDay: workday,
    letter: 'A',
    serial: ticketId,
    queue: 'A',
    itemCode: 'A-REG',
    holder: 'self',
    purpose: 'apply',
    priorityGround: 'none',
    priorityClass: 0,
    personId: null,
    status: 'waiting',
    sortKey: sortKeyOf(ticketId),
    session: 'morning',
    reservedWindow: null,
    windowNumber: null,
    takenAt: instantAt(workday, '08:30'),
    firstCalledAt: null,
    calledAt: null,
    startedAt: null,
    heldAt: null,
    endedAt: null,
    callCount: 0,
    missCount: 0,
    requeueCount: 0,
    transferCount: 0,
    printCount: 0,
    resultCode: null,
    isPastClosing: false,
    carriedFrom: null,
    validOn: null,
    ...changes,
  }
}

/** A ticket in front of the clerk at window 1. */
export function ticketHere(changes: Partial<Ticket> = {}): Ticket {
  const calledAt = instantAt(workday, '08:50')
  return ticketWith({ status: 'called', windowNumber: 1, callCount: 1, calledAt, firstCalledAt: calledAt, ...changes })
}

/** Window 1, open, with `clerk-1` on duty. */
export function openWindow(changes: Partial<ServiceWindow> = {}): ServiceWindow {
  return {
    windowNumber: 1,
    status: 'open',
    staffId: 'clerk-1',
    pauseReason: null,
    since: instantAt(workday, '08:00'),
    priorityStreak: 0,
    dutyUntil: 0,
    ...changes,
  }
}
export const closedWindow = (): ServiceWindow => openWindow({ status: 'closed', staffId: null })

export function windowFacts(time = '09:00', changes: Partial<AtWindowFacts> = {}): AtWindowFacts {
  return { ...dayFacts(time), serviceWindow: openWindow(), current: undefined, ...changes }
}

export function accepted(decision: Decision): Accepted {
  if (decision.kind === 'refused') throw new Error(`refused with ${decision.code}`)
  return decision
}

export function refusal(decision: Decision): Refusal {
  if (decision.kind === 'accepted') throw new Error(`accepted with ${JSON.stringify(decision.events)}`)
  return decision
}

/** One thing that forbids a command: the code, and what it does to facts that would be accepted. */
export type Obstacle<F> = [RefusalCode, (facts: F) => F, string?]

/**
 * States for a command every refusal of its rule in the order in which the world is checked: facts
 * with an obstacle and all that come after it are refused with that obstacle's code.
 */
export function refusedInOrder<F>(given: F, decide: (facts: F) => Decision, obstacles: Obstacle<F>[]): void {
  describe('is refused in the order of checking', () => {
    test('but not when nothing stands against it', () => {
      expect(decide(given)).toMatchObject({ kind: 'accepted' })
    })
    const rows = obstacles.map(([code, , when], at) => [code, when === undefined ? '' : ` ${when}`, at] as const)
    test.each(rows)('with %s%s', (code, _, at) => {
      const [, stand] = obstacles[at]!
      expect(decide(stand(given))).toMatchObject({ kind: 'refused', code })
      const facts = obstacles.slice(at).reduceRight((all, [, obstacle]) => obstacle(all), given)
      expect(decide(facts)).toMatchObject({ kind: 'refused', code })
    })
  })
}
