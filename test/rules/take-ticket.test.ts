import { describe, expect, test } from 'vitest'
import {
  decideTakeTicket,
  estimateMinutes,
  itemRefusal,
  sessionNow,
  type TakeTicketFacts,
} from '../../shared/rules/take-ticket.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import {
  accepted,
  atTime,
  dayFacts,
  kiosk,
  refusal,
  refusedInOrder,
  setupOf,
  staffActor,
  withSettings,
} from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'

type Body = CommandBody<'TakeTicket'>
interface Press {
  body: Body
  facts: TakeTicketFacts
}

const body = (changes: Partial<Body> = {}): Body => ({
  itemCode: 'A-REG',
  holder: 'self',
  purpose: 'apply',
  priorityGround: 'none',
  ...changes,
})

const facts = (changes: Partial<TakeTicketFacts> = {}): TakeTicketFacts => ({
  ...dayFacts('09:00', { actor: kiosk }),
  identity: { kind: 'none' },
  waitingOfPerson: null,
  takenByPersonToday: 0,
  takenInSession: 0,
  waitingInQueue: 0,
  waitingWithPriority: 0,
  waitingInHall: 0,
  lastSerial: 0,
  freshTicketId: 1,
  carried: null,
  openWindows: [],
  serviceMinutes: 10,
  ...changes,
})

const adult = { kind: 'valid', personId: 'person-1', age: 36 } as const
const decide = ({ body, facts }: Press) => decideTakeTicket(body, facts)
const press = (changes: { body?: Partial<Body>; facts?: Partial<TakeTicketFacts> } = {}): Press => ({
  body: body(changes.body),
  facts: facts(changes.facts),
})
const taken = (one: Press) => {
  const { events, made } = accepted(decide(one))
  if (events[0]?.type !== 'TicketTaken') throw new Error('no number was taken')
  return { ...events[0].body, made }
}

describe('TakeTicket 取号', () => {
  refusedInOrder<Press>(press({ facts: { identity: adult } }), decide, [
    ['item-unknown', ({ body, facts }) => ({ body: { ...body, itemCode: 'GONE' }, facts })],
    ['clock-behind', ({ body, facts }) => ({ body, facts: { ...facts, hallDay: '2026-06-01' } })],
    ['hall-rest-day', ({ body, facts }) => ({ body, facts: atTime(facts, '09:00', '2026-05-16') }), 'on a Saturday'],
    ['hall-not-yet-open', ({ body, facts }) => ({ body, facts: atTime(facts, '07:59:59') })],
    ['hall-on-lunch-break', ({ body, facts }) => ({ body, facts: atTime(facts, '12:00') }), 'at 12:00:00 sharp'],
    ['hall-linkup', ({ body, facts }) => ({ body, facts: atTime(facts, '17:00') }), 'at 17:00:00 sharp'],
    ['hall-closed', ({ body, facts }) => ({ body, facts: atTime(facts, '18:00') }), 'at 18:00:00 sharp'],
    [
      'issuing-ended',
      ({ body, facts }) => ({ body, facts: withSettings(atTime(facts, '11:50'), { lastTicketMinutes: 15 }) }),
    ],
    ['item-without-window', ({ body, facts }) => ({ body: { ...body, itemCode: 'D-NONE' }, facts })],
    [
      'quota-used-up',
      ({ body, facts }) => ({ body: { ...body, itemCode: 'B-QUOTA' }, facts: { ...facts, takenInSession: 3 } }),
    ],
    ['priority-by-staff', ({ body, facts }) => ({ body: { ...body, priorityGround: 'soldier' }, facts })],
    ['self-only', ({ body, facts }) => ({ body: { ...body, itemCode: 'A-SELF', holder: 'agent' }, facts })],
    [
      'id-number-fifteen',
      ({ body, facts }) => ({ body, facts: { ...facts, identity: { kind: 'fifteen-digit' } as const } }),
    ],
    [
      'id-number-invalid',
      ({ body, facts }) => ({
        body,
        facts: { ...facts, identity: { kind: 'invalid', problem: '校验位不符' } as const },
      }),
    ],
    [
      'id-number-needed',
      ({ body, facts }) => ({
        body: { ...body, itemCode: 'A-SELF' },
        facts: { ...facts, identity: { kind: 'none' } as const },
      }),
    ],
    [
      'already-waiting',
      ({ body, facts }) => ({ body, facts: { ...facts, waitingOfPerson: { ticketId: 3, number: 'A003' } } }),
    ],
    ['daily-limit-reached', ({ body, facts }) => ({ body, facts: { ...facts, takenByPersonToday: 2 } })],
    ['hall-full', ({ body, facts }) => ({ body, facts: { ...facts, waitingInHall: 2000 } })],
    ['numbers-used-up', ({ body, facts }) => ({ body, facts: { ...facts, lastSerial: 9999 } })],
    ['carried-number-unknown', ({ body, facts }) => ({ body: { ...body, carriedNumber: 'A017' }, facts })],
  ])

  test('the number carries the next serial of its queue, the place after all others and the session', () => {
    expect(taken(press({ facts: { lastSerial: 11, freshTicketId: 40, waitingInQueue: 4 } }))).toMatchObject({
      letter: 'A',
      serial: 12,
      ticketId: 40,
      sortKey: 40 * 1024,
      hallDay: workday,
      session: 'morning',
      personId: null,
      made: { number: 'A012', aheadCount: 4 },
    })
  })

  test('from the thousandth on a number has four digits (edge case 16)', () => {
    expect(taken(press({ facts: { lastSerial: 999 } })).made.number).toBe('A1000')
  })

  test('a number at 11:59:30 is valid, and the visitor is told that it may not be reached (edge case 1)', () => {
    const late = taken({ body: body(), facts: atTime(facts(), '11:59:30') })
    expect(late.made).toMatchObject({ number: 'A001', isNearClosing: true })
    expect(taken({ body: body(), facts: atTime(facts(), '11:29:59') }).made.isNearClosing).toBe(false)
  })

  test('the press decides, not the page: confirmed at 16:59:59 it is given, at 17:00:00 refused (edge case 5)', () => {
    expect(taken({ body: body(), facts: atTime(facts(), '16:59:59') }).session).toBe('afternoon')
    expect(refusal(decide({ body: body(), facts: atTime(facts(), '17:00') })).code).toBe('hall-linkup')
  })

  test('a refusal by the hour says when the hall opens again', () => {
    const closed = (day: string, time: string) => refusal(decide({ body: body(), facts: atTime(facts(), time, day) }))
    expect(closed(workday, '12:30').facts.nextOpen).toBe('今天 14:00 开放')
    expect(closed('2026-05-15', '17:30').facts.nextOpen).toBe('5 月 18 日（星期一）08:00 开放')
    expect(closed('2026-05-16', '10:00').facts).toMatchObject({ dayKind: '周末' })
    expect(closed('2026-05-01', '10:00').facts).toMatchObject({ dayKind: '法定节假日' })
  })

  test('a worked Saturday is a day like any other (调休上班)', () => {
    expect(taken({ body: body(), facts: atTime(facts(), '09:00', '2026-05-09') }).hallDay).toBe('2026-05-09')
  })

  test('with pre-open minutes numbers are given before the session and count for it', () => {
    const early = withSettings(atTime(facts(), '07:45'), { preOpenMinutes: 15 })
    expect(taken({ body: body(), facts: early }).session).toBe('morning')
    const atNoon = withSettings(atTime(facts(), '13:45'), { preOpenMinutes: 15 })
    expect(taken({ body: body(), facts: atNoon }).session).toBe('afternoon')
    expect(refusal(decide({ body: body(), facts: atTime(early, '07:44:59') })).code).toBe('hall-not-yet-open')
  })

  test('the earlier end of one item holds for that item alone', () => {
    const late = atTime(facts(), '11:30')
    expect(refusal(decide({ body: body({ itemCode: 'B-EARLY' }), facts: late })).facts.minutes).toBe(30)
    expect(taken({ body: body({ itemCode: 'B-REG' }), facts: late }).letter).toBe('B')
    expect(taken({ body: body({ itemCode: 'B-EARLY' }), facts: atTime(facts(), '11:29:59') }).letter).toBe('B')
  })

  test('a quota is counted for morning and afternoon apart', () => {
    const quota = (time: string, takenInSession: number) =>
      decide({ body: body({ itemCode: 'B-QUOTA' }), facts: { ...atTime(facts(), time), takenInSession } })
    expect(accepted(quota('09:00', 2)).made.number).toBe('B001')
    expect(refusal(quota('15:00', 2)).code).toBe('quota-used-up')
    expect(sessionNow(atTime(facts(), '15:00'))).toBe('afternoon')
  })

  test.each([
    ['64 on the day before the birthday', 64, 'self', 'none', 'A001'],
    ['65 on the birthday', 65, 'self', 'elderly', 'VA001'],
    ['65 as an agent: the other person is not here', 65, 'agent', 'none', 'A001'],
  ] as const)('age read from the ID number: %s', (_, age, holder, ground, number) => {
    const identity = { kind: 'valid', personId: 'person-1', age } as const
    const one = taken(press({ body: { holder }, facts: { identity } }))
    expect(one).toMatchObject({ priorityGround: ground, made: { number } })
  })

  test('a hall may set the age, or give no priority by age', () => {
    const identity = { kind: 'valid', personId: 'person-1', age: 62 } as const
    const ground = (elderlyAge: number) =>
      taken({ body: body(), facts: withSettings(facts({ identity }), { elderlyAge }) }).priorityGround
    expect([ground(60), ground(65), ground(0)]).toEqual(['elderly', 'none', 'none'])
  })

  test('staff give priority after looking at the papers, also to somebody without any (edge cases 30, 31)', () => {
    const guide = staffActor('guide', 'guide-1')
    expect(taken(press({ body: { priorityGround: 'soldier' }, facts: { actor: guide } })).priorityClass).toBe(1)
    expect(taken(press({ body: { itemCode: 'A-SELF' }, facts: { actor: guide } })).personId).toBeNull()
  })

  test('the daily limit is for one’s own business: an agent may take for others (edge case 39)', () => {
    const limited = { identity: adult, takenByPersonToday: 2 }
    expect(taken(press({ body: { holder: 'agent' }, facts: limited })).personId).toBe('person-1')
    expect(refusal(decide(press({ facts: limited }))).facts.max).toBe(2)
  })

  test('whoever waits already is offered the number he has, not a second one (edge case 22)', () => {
    const facts = { identity: adult, waitingOfPerson: { ticketId: 3, number: 'A003' } }
    expect(refusal(decide(press({ facts }))).facts).toEqual({ ticketId: 3, number: 'A003' })
  })

  test('a carried number of the day before comes with priority and is named in the new one (edge case 4)', () => {
    const carried = { ticketId: 5, queue: 'A' }
    expect(taken(press({ body: { carriedNumber: 'A017' }, facts: { carried } }))).toMatchObject({
      priorityGround: 'carried-over',
      priorityClass: 1,
      carriedFrom: 5,
      made: { number: 'VA001' },
    })
  })

  test('a carried number is good for its own queue only', () => {
    const other = press({ body: { carriedNumber: 'B017' }, facts: { carried: { ticketId: 5, queue: 'B' } } })
    expect(refusal(decide(other)).code).toBe('carried-number-unknown')
  })

  test('the answer names the open windows, or those of the timetable when none is open yet', () => {
    expect(taken(press()).made).toMatchObject({ windowNumbers: [1, 2], estimateMinutes: null })
    const open = taken(press({ facts: { openWindows: [2], waitingInQueue: 3 } }))
    expect(open.made).toMatchObject({ windowNumbers: [2], estimateMinutes: 30 })
  })

  test('an estimate is shared by the open windows and never promises too little', () => {
    expect([estimateMinutes(5, 2, 7), estimateMinutes(0, 3, 10), estimateMinutes(4, 0, 10)]).toEqual([18, 0, null])
  })

  test('the kiosk greys an item that nobody could take now (edge case 36)', () => {
    const { serviceItems } = setupOf(sampleProfile())
    const shown = { ...facts(), now: instantAt(workday, '09:00') }
    expect(itemRefusal(serviceItems.get('A-REG'), shown)).toBeNull()
    expect(itemRefusal(serviceItems.get('D-NONE'), shown)?.code).toBe('item-without-window')
    expect(itemRefusal(undefined, shown)?.code).toBe('item-unknown')
  })

  test('numbers are never given on a day that was not opened: that would be our own mistake', () => {
    expect(() => decide(press({ facts: { hallDay: '2026-05-12' } }))).toThrow('the hall day is opened')
  })
})

describe('people ahead of a number', () => {
  const waiting = { waitingInQueue: 9, waitingWithPriority: 2, openWindows: [1, 2], serviceMinutes: 10 }

  test('an ordinary number has everybody in its queue ahead', () => {
    expect(taken(press({ facts: waiting }))).toMatchObject({ made: { aheadCount: 9, estimateMinutes: 45 } })
  })

  test('a priority number has only the other priority numbers ahead', () => {
    const elderly = { identity: { kind: 'valid', personId: 'p1', age: 70 } } as const
    expect(taken(press({ facts: { ...waiting, ...elderly } }))).toMatchObject({
      made: { aheadCount: 2, estimateMinutes: 10 },
    })
  })
})
