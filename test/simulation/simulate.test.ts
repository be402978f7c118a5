import { describe, expect, test } from 'vitest'
import { checkCitizenId } from '../../shared/rules/citizen-id.ts'
import type { EventBodies, EventType, JournalEntry } from '../../shared/vocabulary/event.ts'
import { instantAt } from '../support/hand-clock.ts'
import { demoIdNumber } from './citizens.ts'
import { simulatedDay } from './day.ts'
import { createRandom } from './random.ts'
import { publicMinutes, type Recount, recount } from './recount.ts'
import { runSimulation } from './simulate.ts'

describe('a simulated day 模拟日', () => {
  const smallDay = { seed: 7, citizens: 40, windows: 2 }

  test('one seed is one day, and every law of the hall holds in it', async () => {
    const [once, again] = await Promise.all([runSimulation(smallDay), runSimulation(smallDay)])
    expect(once.report).toContain('numbers given')
    expect(once.isSound, once.report).toBe(true)
    expect(again.report).toBe(once.report)
  }, 60_000)

  test('another seed is another day', () => {
    const dice = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next)
    expect(dice(1)).toEqual(dice(1))
    expect(dice(1)).not.toEqual(dice(2))
  })

  test('its ID numbers are right and belong to nobody', () => {
    const random = createRandom(3)
    for (let serial = 0; serial < 200; serial += 1) {
      const idNumber = demoIdNumber(random, serial)
      expect(idNumber.startsWith('999999')).toBe(true)
      expect(checkCitizenId(idNumber, simulatedDay).kind).toBe('valid')
    }
  })

  test('the lunch break is no waiting', () => {
    const at = (time: string) => instantAt(simulatedDay, time)
    expect(publicMinutes(at('11:50'), at('14:10'))).toBe(20)
    expect(publicMinutes(at('09:00'), at('09:30'))).toBe(30)
    expect(publicMinutes(at('12:30'), at('14:05'))).toBe(5)
  })
})

/** A journal written by hand: times and events, without the chain that a recount does not look at. */
function journal(...facts: { [T in EventType]: [time: string, type: T, body: EventBodies[T]] }[EventType][]): Recount {
  return recount(
    facts.map(([time, type, body], at): JournalEntry => {
      const origin = { hallDay: simulatedDay, actor: 'hub', commandId: '', version: 1, previousHash: '', hash: '' }
      return { seq: at + 1, at: instantAt(simulatedDay, time), type, body: JSON.stringify(body), ...origin }
    }),
  )
}

const setup = { name: '窗口', department: '', queues: ['A'] }
const published = (windowNumber: number) =>
  ['07:00', 'ServiceWindowPublished', { serviceWindow: { ...setup, windowNumber } }] as const
const taken = (time: string, ticketId: number, serial: number, priorityClass = 0) =>
  [
    time,
    'TicketTaken',
    {
      ...{ ticketId, serial, priorityClass, hallDay: simulatedDay, letter: 'A', queue: 'A', itemCode: 'A-1' },
      ...({ holder: 'self', purpose: 'apply', priorityGround: 'none', personId: null } as const),
      ...({ sortKey: ticketId, session: 'morning', carriedFrom: null } as const),
    },
  ] as [string, 'TicketTaken', EventBodies['TicketTaken']]
const called = (time: string, ticketId: number, windowNumber: number, priorityClass = 0) =>
  [
    time,
    'TicketCalled',
    {
      ...{ ticketId, windowNumber, priorityClass, number: '', staffId: '', queue: 'A' },
      ...{ callCount: 1, priorityStreak: 0, reason: null },
    },
  ] as [string, 'TicketCalled', EventBodies['TicketCalled']]
const first = published(1) as [string, 'ServiceWindowPublished', EventBodies['ServiceWindowPublished']]
const second = published(2) as typeof first

describe('an independent recount', () => {
  const lawsBroken = ({ breaches }: Recount) => [...breaches.keys()]

  test('finds nothing in a morning without a fault', () => {
    const count = journal(first, taken('08:00', 1, 1), taken('08:01', 2, 2), called('08:02', 1, 1))
    expect(lawsBroken(count)).toEqual([])
    expect(count.tickets.get(1)).toMatchObject({ state: 'called', window: 1 })
  })

  test('finds a number left out and a number given twice', () => {
    expect(lawsBroken(journal(taken('08:00', 1, 1), taken('08:01', 2, 3)))).toEqual(['gapless'])
    expect(lawsBroken(journal(taken('08:00', 1, 1), taken('08:01', 2, 1)))).toEqual(['gapless'])
  })

  test('finds one person called to two windows, and two to one', () => {
    const two = [taken('08:00', 1, 1), taken('08:00', 2, 2)]
    expect(lawsBroken(journal(first, second, ...two, called('08:01', 1, 1), called('08:02', 1, 2)))).toEqual(['single'])
    expect(lawsBroken(journal(first, ...two, called('08:01', 1, 1), called('08:02', 2, 1)))).toEqual(['single'])
  })

  test('finds a number at noon sharp, and a call after five but for a duty window', () => {
    expect(lawsBroken(journal(taken('12:00', 1, 1)))).toEqual(['phases'])
    const late = called('17:10', 1, 1)
    expect(lawsBroken(journal(first, taken('16:59:59', 1, 1), late))).toEqual(['phases'])
    const until = instantAt(simulatedDay, '18:00')
    const duty = ['17:01', 'DutyWindowOpened', { windowNumber: 1, until, reason: '' }] as [
      string,
      'DutyWindowOpened',
      EventBodies['DutyWindowOpened'],
    ]
    expect(lawsBroken(journal(first, taken('16:59:59', 1, 1), duty, late))).toEqual([])
  })

  test('finds who was passed over, in the class and between the classes', () => {
    const two = [taken('08:00', 1, 1), taken('08:00', 2, 2)]
    expect(lawsBroken(journal(first, ...two, called('08:01', 2, 1)))).toEqual(['turns'])
    const priority = [taken('08:00', 1, 1), taken('08:00', 2, 2, 1)]
    expect(lawsBroken(journal(first, ...priority, called('08:01', 1, 1)))).toEqual(['turns'])
    expect(lawsBroken(journal(first, ...priority, called('08:01', 2, 1, 1)))).toEqual([])
  })
})
