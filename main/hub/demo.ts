import { randomInt } from 'node:crypto'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import { type HallSpan, phaseAt } from '../../shared/rules/timetable.ts'
import { createMovableClock, type HubClock, type JumpWatch, type MovableClock } from './clock.ts'
import { goDemoRound } from './demo-round.ts'
import { playDemoStaff } from './demo-staff.ts'
import type { Hub } from './hub.ts'

export type DemoMove = 'plus-10-minutes' | 'noon' | 'afternoon' | 'split' | 'closing' | 'next-day'

const tenMinutesMs = 600_000
/** Somebody who starts the demo sees a hall that has been open for an hour. */
const demoOpening = '09:00'
/** By then somebody has gone round, so that the first day has a patrol to look at. */
const demoRoundAt = '08:20'

/** A demo that was closed no longer ago goes on as if it had not been: it may have crashed. */
const pauseMsMax = 10 * 60_000

/** Where the demo hall's clock stood. */
export interface DemoPast {
  /** Epoch ms of the last journal entry; 0 when there is none. */
  lastAt: number
  /** How far the clock was ahead of the PC's; null at the very first start. */
  offsetMs: number | null
  /** When the store was last written, by the PC's clock. */
  writtenAt: number | null
}

/** Whether the demo was open until just now. */
function isPausedBriefly(past: DemoPast, systemNow: number): boolean {
  return past.offsetMs !== null && past.writtenAt !== null && systemNow - past.writtenAt < pauseMsMax
}

/**
 * The demo hall's clock: it goes on after a short pause, and after a long one stands where the journal
 * ended. At the very first start it stands at midnight: the hall is set up before it opens. Were it set
 * up at the PC's hour, the journal, which never goes back, would write that hour on all of the morning.
 */
export function createDemoClock(system: HubClock, past: DemoPast): MovableClock {
  const now = system.now()
  if (isPausedBriefly(past, now)) return createMovableClock(system, past.offsetMs ?? 0)
  const standsAt = past.lastAt === 0 ? instantOf(dayOf(now), '00:00') : past.lastAt
  return createMovableClock(system, standsAt - now)
}

export function createDemoHall(hub: Hub, clock: MovableClock, jumps: JumpWatch, past: DemoPast) {
  function moveTo(at: number): Outcome {
    playDemoStaff(hub, clock, at)
    const offsetMs = clock.moveTo(at)
    jumps.forget()
    return hub.submitNow({
      commandId: `move-demo-clock-${hub.freshId()}`,
      actor: { kind: 'hub' },
      command: { type: 'MoveDemoClock', body: { toAt: at } },
      keep: () => [{ kind: 'demo-clock', offsetMs }],
    })
  }

  /** Where a move leads: the next time the hall reaches it, today or on the next working day. */
  function target(to: DemoMove): number {
    const now = clock.now()
    const tomorrow = nextWorkday(hub.setup().calendar, dayOf(now)).day
    if (to === 'plus-10-minutes') return now + tenMinutesMs
    if (to === 'next-day') return instantOf(tomorrow, demoOpening)
    const spans = [...hub.scheduleAt(now).spans, ...hub.scheduleOn(tomorrow).spans]
    const isWanted: Record<Exclude<DemoMove, 'plus-10-minutes' | 'next-day'>, (span: HallSpan) => boolean> = {
      noon: (span) => span.phase === 'lunch',
      afternoon: (span) => span.session === 'afternoon',
      split: (span) => span.phase === 'linkup',
      closing: (span) => span.phase === 'closed',
    }
    const reached = spans.find((span) => span.startsAt > now && isWanted[to](span))
    return reached?.startsAt ?? instantOf(tomorrow, demoOpening)
  }

  return {
    /**
     * Software is not tried in office hours only: a demo whose clock stands outside the public hours
     * begins at the next 09:00 of a working day, one that stands within them goes on.
     */
    startDay(systemNow: number): void {
      if (isPausedBriefly(past, systemNow)) return
      const now = clock.now()
      const schedule = hub.scheduleOn(dayOf(now))
      if (phaseAt(schedule, now).phase === 'open') return
      const isBeforeOpening = schedule.isWorkday && now < instantOf(schedule.day, demoOpening)
      const day = isBeforeOpening ? schedule.day : nextWorkday(hub.setup().calendar, schedule.day).day
      if (past.lastAt === 0) {
        moveTo(instantOf(day, demoRoundAt))
        goDemoRound(hub)
      }
      moveTo(instantOf(day, demoOpening))
    },
    /** Moves the clock on; it never goes back. */
    moveClock: (to: DemoMove): Outcome => moveTo(target(to)),
    /** Simulated citizens come to the kiosk and take numbers for random items, one in eight with priority at the guide desk. */
    async arriveCitizens(count: number): Promise<{ taken: number; refused: number }> {
      const items = [...hub.setup().serviceItems.values()]
      const outcomes = await Promise.all(
        Array.from({ length: count }, () => {
          const serviceItem = items[randomInt(items.length)]!
          const priorityGround = randomInt(8) === 0 ? ('elderly' as const) : ('none' as const)
          return hub.submit({
            commandId: `demo-citizen-${hub.freshId()}`,
            actor: { kind: 'staff', staffId: 'demo', role: 'guide', screenId: 'demo', windowNumbers: [] },
            command: {
              type: 'TakeTicket',
              body: { itemCode: serviceItem.itemCode, holder: 'self', purpose: 'apply', priorityGround },
            },
          })
        }),
      )
      const taken = outcomes.filter((outcome) => outcome.kind === 'done').length
      return { taken, refused: count - taken }
    },
  }
}
export type DemoHall = ReturnType<typeof createDemoHall>
