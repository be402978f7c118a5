import { describe, expect, test } from 'vitest'
import {
  callingRefusal,
  closedRefusal,
  type DayFacts,
  decideOpenHallDay,
  decideSplitHallDay,
  isPastClosing,
  issuingRefusal,
  nextOpenText,
  type OpenTicket,
} from '../../shared/rules/hall-day.ts'
import type { HallSetup } from '../../shared/rules/setup.ts'
import type { RefusalCode } from '../../shared/vocabulary/refusal.ts'
import type { TicketStatus } from '../../shared/vocabulary/ticket.ts'
import { accepted, atTime, dayFacts, openWindow, setupOf, ticketWith, withSettings } from '../support/facts.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'

describe('the phases of a working day', () => {
  const rows: [string, RefusalCode | null, RefusalCode | null, boolean][] = [
    ['07:59:59', 'hall-not-yet-open', 'hall-not-yet-open', true],
    ['08:00', null, null, false],
    ['11:59:59', null, null, false],
    ['12:00', 'hall-on-lunch-break', 'hall-on-lunch-break', true],
    ['13:59:59', 'hall-on-lunch-break', 'hall-on-lunch-break', true],
    ['14:00', null, null, false],
    ['16:59:59', null, null, false],
    ['17:00', 'hall-linkup', 'hall-linkup', true],
    ['17:59:59', 'hall-linkup', 'hall-linkup', true],
    ['18:00', 'hall-closed', 'hall-closed', true],
  ]
  test.each(rows)('at %s: a number %s, a call %s, service past closing %s', (time, issuing, calling, isPast) => {
    const facts = atTime(dayFacts(), time)
    expect(issuingRefusal(facts)?.code ?? null).toBe(issuing)
    expect(callingRefusal(facts, openWindow())?.code ?? null).toBe(calling)
    expect(isPastClosing(facts)).toBe(isPast)
  })

  test('on a day behind the one that is open nothing is given and nobody is called (edge case 12)', () => {
    const behind = { ...dayFacts(), hallDay: '2026-05-14' }
    expect(issuingRefusal(behind)?.code).toBe('clock-behind')
    expect(callingRefusal(behind, openWindow({ dutyUntil: behind.now + 1 }))?.code).toBe('clock-behind')
  })

  test('every refusal of a phase names its clause and when the hall opens again', () => {
    expect(closedRefusal(atTime(dayFacts(), '12:10'))?.facts).toEqual({ nextOpen: '今天 14:00 开放' })
    expect(closedRefusal(dayFacts('10:00'))).toBeNull()
  })

  test('before a long holiday the next opening is the day after it', () => {
    expect(nextOpenText(dayFacts('18:30', { day: '2026-09-30' }))).toBe('10 月 8 日（星期四）08:00 开放')
  })

  test('over a calendar that nobody has published the next opening is no promise', () => {
    expect(nextOpenText(dayFacts('18:30', { day: '2026-12-31' }))).toContain('以放假通知为准')
  })

  test('a hall without opening in the next month says so', () => {
    const setup: HallSetup = { ...setupOf(), timetables: [] }
    expect(nextOpenText(dayFacts('10:00', { setup }))).toBe('开放时间另行公布')
  })

  test('a workday without any timetable is closed', () => {
    const setup: HallSetup = { ...setupOf(), timetables: [] }
    expect(closedRefusal(dayFacts('10:00', { setup }))?.code).toBe('hall-closed')
  })
})

describe('OpenHallDay 换日', () => {
  type OpenFacts = Parameters<typeof decideOpenHallDay>[0]
  const facts = (changes: Partial<OpenFacts> = {}, day = workday): OpenFacts => ({
    ...dayFacts('08:00', { day, hallDay: '2026-05-12' }),
    openTickets: [],
    openWindows: [],
    ...changes,
  })
  const open = (status: TicketStatus): OpenTicket =>
    ticketWith({ status, windowNumber: ['called', 'serving', 'held'].includes(status) ? 2 : null })

  test('a first day is opened with its kind and its timetable', () => {
    expect(accepted(decideOpenHallDay(facts({ hallDay: null }))).events).toEqual([
      {
        type: 'HallDayOpened',
        body: {
          hallDay: workday,
          previousHallDay: null,
          dayKind: 'workday',
          isProvisional: false,
          timetableId: 'regular',
        },
      },
    ])
  })

  test('a day of a year without a published calendar is opened as provisional', () => {
    expect(accepted(decideOpenHallDay(facts({}, '2027-03-03'))).events).toMatchObject([
      { body: { isProvisional: true } },
    ])
  })

  const rows: [TicketStatus, 'carry' | 'void', object][] = [
    ['waiting', 'carry', { type: 'TicketCarried', body: { wasWaiting: true, validOn: workday } }],
    ['called', 'carry', { type: 'TicketCarried', body: { wasWaiting: false, validOn: workday } }],
    ['held', 'carry', { type: 'TicketCarried', body: { wasWaiting: false, validOn: workday } }],
    ['missed', 'carry', { type: 'TicketVoided', body: { wasWaiting: false, reason: 'day-end' } }],
    ['serving', 'carry', { type: 'ServiceFinished', body: { resultCode: 'left-open', isPastClosing: true } }],
    ['waiting', 'void', { type: 'TicketVoided', body: { wasWaiting: true, reason: 'day-end' } }],
    ['called', 'void', { type: 'TicketVoided', body: { wasWaiting: false, reason: 'day-end' } }],
    ['held', 'void', { type: 'TicketVoided', body: { wasWaiting: false, reason: 'day-end' } }],
    ['missed', 'void', { type: 'TicketVoided', body: { wasWaiting: false, reason: 'day-end' } }],
    ['serving', 'void', { type: 'ServiceFinished', body: { resultCode: 'left-open', windowNumber: 2 } }],
  ]
  test.each(rows)('a ticket left %s, day’s end %s (edge cases 4, 14, 62)', (status, atDayEnd, event) => {
    const given = withSettings(facts({ openTickets: [open(status)] }), { atDayEnd })
    const [closed, opened] = accepted(decideOpenHallDay(given)).events
    expect(closed).toMatchObject(event)
    expect(opened?.type).toBe('HallDayOpened')
  })

  test('windows that nobody closed are closed by the day’s end, after their tickets', () => {
    const types = accepted(decideOpenHallDay(facts({ openTickets: [open('called')], openWindows: [2, 3] }))).events
    expect(types.map(({ type }) => type)).toEqual([
      'TicketCarried',
      'ServiceWindowClosed',
      'ServiceWindowClosed',
      'HallDayOpened',
    ])
    expect(types[1]).toMatchObject({ body: { windowNumber: 2, reason: 'day-end' } })
  })

  test('opened on a rest day, what is carried is good for the next workday', () => {
    const saturday = facts({ openTickets: [open('waiting')] }, '2026-05-16')
    expect(accepted(decideOpenHallDay(saturday)).events).toMatchObject([{ body: { validOn: '2026-05-18' } }, {}])
  })

  test('the same day is not opened twice, nor one before it', () => {
    for (const hallDay of [workday, '2026-05-14']) {
      expect(accepted(decideOpenHallDay(facts({ hallDay, openTickets: [open('waiting')] }))).events).toEqual([])
    }
  })
})

describe('SplitHallDay 17:00', () => {
  type SplitFacts = DayFacts & { isSplit: boolean; waitingTickets: OpenTicket[] }
  const waiting = [ticketWith({ ticketId: 7 }), ticketWith({ ticketId: 8, priorityClass: 1 })]
  const facts = (changes: Partial<SplitFacts> = {}): SplitFacts => ({
    ...dayFacts('17:00'),
    isSplit: false,
    waitingTickets: waiting,
    ...changes,
  })
  const split = { type: 'HallDaySplit', body: { hallDay: workday, waitingCount: 2 } }

  test('where duty windows serve on, nobody loses his number (D1)', () => {
    expect(accepted(decideSplitHallDay(facts())).events).toEqual([split])
  })

  test('where the hall carries, every waiting number is good for the next workday', () => {
    const friday = withSettings(atTime(facts(), '17:00', '2026-05-15'), { atSplit: 'carry' })
    expect(accepted(decideSplitHallDay(friday)).events).toMatchObject([
      { type: 'HallDaySplit' },
      { type: 'TicketCarried', body: { ticketId: 7, wasWaiting: true, validOn: '2026-05-18' } },
      { type: 'TicketCarried', body: { ticketId: 8, wasWaiting: true, priorityClass: 1 } },
    ])
  })

  test('where the hall voids, the reason is the split', () => {
    expect(accepted(decideSplitHallDay(withSettings(facts(), { atSplit: 'void' }))).events).toMatchObject([
      split,
      { type: 'TicketVoided', body: { ticketId: 7, reason: 'split' } },
      { type: 'TicketVoided', body: { ticketId: 8, reason: 'split' } },
    ])
  })

  test.each<[string, Partial<SplitFacts>]>([
    ['a second time', { isSplit: true }],
    ['before 17:00', atTime(facts(), '16:59:59')],
    ['at lunch', atTime(facts(), '12:30')],
    ['on a day that was not opened', { hallDay: '2026-05-12' }],
  ])('the day is not split %s', (_, changes) => {
    expect(accepted(decideSplitHallDay(withSettings(facts(changes), { atSplit: 'void' }))).events).toEqual([])
  })

  test('a hall that closes without a link-up hour splits at its end', () => {
    const timetables = [
      { ...sampleProfile().timetables[0]!, segments: [{ from: '08:00', to: '12:00', phase: 'open' as const }] },
    ]
    const setup = { ...setupOf(), timetables }
    expect(accepted(decideSplitHallDay({ ...facts(), ...dayFacts('12:00', { setup }) })).events).toEqual([split])
  })
})
