import { randomInt } from 'node:crypto'
import type { Outcome } from '../../shared/contract/outcome.ts'
import { nextWorkday } from '../../shared/rules/calendar.ts'
import { dayOf, instantOf } from '../../shared/rules/hall-time.ts'
import { phaseAt } from '../../shared/rules/timetable.ts'
import { createMovableClock, type HubClock, type JumpWatch, type MovableClock } from './clock.ts'
import type { Hub } from './hub.ts'

export type DemoMove = 'plus-10-minutes' | 'noon' | 'afternoon' | 'split' | 'closing' | 'next-day'

const tenMinutesMs = 600_000
/** Somebody who starts the demo sees a hall that has been open for an hour. */
const demoOpening = '09:00'

/** The demo hall's clock starts where the last entry of the journal stands; see startDemoDay. */
export function createDemoClock(system: HubClock, lastAt: number): MovableClock {
  return createMovableClock(system, lastAt === 0 ? 0 : lastAt - system.now())
}

export function createDemoHall(hub: Hub, clock: MovableClock, jumps: JumpWatch) {
  function moveTo(at: number): Outcome {
    const offsetMs = clock.moveTo(at)
    jumps.forget()
    return hub.submitNow({
      commandId: `move-demo-clock-${hub.freshId()}`,
      actor: { kind: 'hub' },
      command: { type: 'MoveDemoClock', body: { toAt: at } },
      keep: () => [{ kind: 'demo-clock', offsetMs }],
    })
  }

  function target(to: DemoMove): number {
    const now = clock.now()
    const { spans, day } = hub.scheduleAt(now)
    const startOf = (phase: string) => spans.find((span) => span.phase === phase && span.startsAt > now)?.startsAt
    const tomorrow = () => instantOf(nextWorkday(hub.setup().calendar, day).day, demoOpening)
    switch (to) {
      case 'plus-10-minutes':
        return now + tenMinutesMs
      case 'noon':
        return startOf('lunch') ?? tomorrow()
      case 'afternoon':
        return spans.find((span) => span.session === 'afternoon' && span.startsAt > now)?.startsAt ?? tomorrow()
      case 'split':
        return startOf('linkup') ?? tomorrow()
      case 'closing':
        return startOf('closed') ?? tomorrow()
      case 'next-day':
        return tomorrow()
    }
  }

  return {
    /**
     * Software is not tried in office hours only: a demo that starts outside the public hours
     * stands at 09:00 of the next working day, one that starts within them goes on.
     */
    startDay(systemNow: number): void {
      const isFirst = hub.tables.privateRecords.demoOffsetMs() === null
      const now = isFirst ? systemNow : clock.now()
      const schedule = hub.scheduleOn(dayOf(now))
      if (!isFirst && phaseAt(schedule, now).phase === 'open') return
      const isBeforeOpening = schedule.isWorkday && now < instantOf(schedule.day, demoOpening)
      const useToday = schedule.isWorkday && (isFirst || isBeforeOpening)
      const day = useToday ? schedule.day : nextWorkday(hub.setup().calendar, schedule.day).day
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
