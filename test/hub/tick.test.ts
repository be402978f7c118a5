import { afterEach, describe, expect, test } from 'vitest'
import type { ConsoleView } from '../../shared/contract/view.ts'
import { createHandClock, type HandClock } from '../support/hand-clock.ts'
import { watch } from '../support/http-call.ts'
import { nextDay, sampleProfile, workday } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

let hall: TestHall
afterEach(() => hall.close())

const typesAfter = (seq: number) => hall.eventsAfter(seq).map(({ type }) => type)

/** What the console says is wrong. */
async function troubles(): Promise<string[]> {
  const screen = watch(hall.local, { kind: 'watch', view: 'console', session: hall.signIn('3001') })
  const frame = await screen.frame(({ kind }) => kind === 'view')
  screen.socket.close()
  return frame.kind === 'view' ? (frame.body as ConsoleView).troubles.map(({ what }) => what) : []
}

describe('the hub’s own look at the clock', () => {
  test('opens a workday before anybody presses, and a rest day not at all', async () => {
    hall = await startTestHall({ at: '16:00' })
    expect(hall.hub.tables.hallDay.last()?.hallDay).toBe(workday)
    hall.clock.set('2026-05-16', '09:00')
    hall.look()
    expect(hall.hub.tables.hallDay.last()?.hallDay).toBe(workday)
    hall.clock.set('2026-05-18', '00:00')
    hall.look()
    expect(hall.hub.tables.hallDay.last()?.hallDay).toBe('2026-05-18')
  })

  test('splits the day at 17:00, once', async () => {
    hall = await startTestHall({ at: '16:59', profile: sampleProfile({ queueSettings: { atSplit: 'carry' } }) })
    const ticketId = hall.take('A-REG')
    const { seq } = hall.hub.head()
    hall.clock.set(workday, '17:00')
    hall.look()
    hall.look()
    hall.clock.set(workday, '18:00')
    hall.look()
    const ofQueue = typesAfter(seq).filter((type) => !type.startsWith('Alarm'))
    expect(ofQueue).toEqual(['HallDaySplit', 'TicketCarried'])
    expect(hall.ticket(ticketId).validOn).toBe(nextDay)
  })

  test('splits a day also when the PC was off at 17:00', async () => {
    hall = await startTestHall({ at: '16:50', profile: sampleProfile({ queueSettings: { atSplit: 'void' } }) })
    const ticketId = hall.take('A-REG')
    await hall.stop()
    hall.clock.set(workday, '17:30')
    hall = await startTestHall({
      folder: hall.folder,
      clock: hall.clock,
      profile: sampleProfile({ queueSettings: { atSplit: 'void' } }),
    })
    expect(hall.ticket(ticketId).status).toBe('void')
  })

  test('pushes the new phase to the screens without an event', async () => {
    hall = await startTestHall({ at: '11:59:59' })
    const screen = watch(hall.local, { kind: 'watch', view: 'display' })
    await screen.frame(({ kind }) => kind === 'view')
    hall.clock.set(workday, '12:00')
    hall.look()
    await screen.frame((frame) => frame.kind === 'view' && (frame.body as ConsoleView).phase.phase === 'lunch')
    screen.socket.close()
  })
})

/** A hall whose clock can be moved while real time stands. */
async function startOnDoubtfulClock(clock: HandClock = createHandClock(workday, '10:00')): Promise<void> {
  hall = await startTestHall({ clock, monotonicMs: () => 0 })
}

describe('a clock that jumps (edge case 12)', () => {
  test('is journalled, shown on the console, and ends when somebody has looked at it', async () => {
    await startOnDoubtfulClock()
    const { seq } = hall.hub.head()
    hall.clock.forward(3600)
    hall.look()
    expect(typesAfter(seq)).toEqual(['ClockJumped'])
    expect(await troubles()).toContain('clock-jumped')
    await hall.command({ session: hall.signIn('3001') }, 'AcknowledgeClockJump', {})
    expect(await troubles()).not.toContain('clock-jumped')
  })

  test('to tomorrow and back leaves today as it was: nobody’s number is carried away', async () => {
    await startOnDoubtfulClock()
    const waiting = hall.take('A-REG')
    hall.clock.set(nextDay, '10:00')
    hall.look()
    hall.clock.set(workday, '10:01')
    hall.look()
    expect(hall.hub.tables.hallDay.last()?.hallDay).toBe(workday)
    expect(hall.ticket(waiting).status).toBe('waiting')
    expect(hall.ticket(hall.take('A-REG')).serial).toBe(2)
  })

  test('is noticed at the start, when the clock stands before the journal’s end', async () => {
    hall = await startTestHall({ at: '10:00' })
    hall.take('A-REG')
    await hall.stop()
    hall = await startTestHall({ folder: hall.folder, clock: createHandClock('2019-01-01', '00:00') })
    expect(await troubles()).toContain('clock-jumped')
    expect(await hall.command({}, 'TakeTicket', { itemCode: 'A-REG' })).toMatchObject({ code: 'clock-behind' })
  })
})
