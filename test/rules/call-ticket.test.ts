import { describe, expect, test } from 'vitest'
import type { AtWindowFacts } from '../../shared/rules/at-window.ts'
import {
  decideCallNextTicket,
  decideCallTicket,
  decideMissTicket,
  decideRecallTicket,
  decideRequeueTicket,
  type WaitingTicket,
} from '../../shared/rules/call-ticket.ts'
import type { Ticket } from '../../shared/vocabulary/ticket.ts'
import {
  accepted,
  atTime,
  closedWindow,
  dayFacts,
  kiosk,
  type Obstacle,
  openWindow,
  refusal,
  refusedInOrder,
  staffActor,
  ticketHere,
  ticketWith,
  windowFacts,
  withSettings,
} from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

type NextFacts = AtWindowFacts & { heads: readonly WaitingTicket[] }
type ChosenFacts = AtWindowFacts & { ticket: Ticket | undefined }

const ordinary = (ticketId: number) => ticketWith({ ticketId })
const priority = (ticketId: number) => ticketWith({ ticketId, priorityClass: 1, priorityGround: 'soldier' })
const nextFacts = (changes: Partial<NextFacts> = {}): NextFacts => ({
  ...windowFacts(),
  heads: [ordinary(7)],
  ...changes,
})
const chosenFacts = (changes: Partial<ChosenFacts> = {}): ChosenFacts => ({
  ...windowFacts(),
  ticket: ordinary(7),
  ...changes,
})

/** What forbids every call, whoever is to be called. */
function obstaclesToCalling<F extends AtWindowFacts>(): Obstacle<F>[] {
  return [
    ['window-unknown', (facts) => ({ ...facts, serviceWindow: undefined })],
    ['not-permitted', (facts) => ({ ...facts, actor: kiosk }), 'for a machine without a person'],
    ['window-not-open', (facts) => ({ ...facts, serviceWindow: closedWindow() })],
    ['not-your-window', (facts) => ({ ...facts, actor: staffActor('clerk', 'clerk-2') }), 'for another clerk'],
    ['clock-behind', (facts) => ({ ...facts, hallDay: '2026-06-01' })],
    ['hall-rest-day', (facts) => atTime(facts, '09:00', '2026-05-16')],
    ['hall-not-yet-open', (facts) => atTime(facts, '07:59:59')],
    ['hall-on-lunch-break', (facts) => atTime(facts, '12:00')],
    ['hall-linkup', (facts) => atTime(facts, '17:00')],
    ['hall-closed', (facts) => atTime(facts, '18:00')],
    ['window-paused', (facts) => ({ ...facts, serviceWindow: openWindow({ status: 'paused', pauseReason: '01' }) })],
    ['window-has-ticket', (facts) => ({ ...facts, current: ticketHere({ ticketId: 5 }) })],
  ]
}

describe('CallNextTicket 叫号', () => {
  const decide = (facts: NextFacts) => decideCallNextTicket({ windowNumber: 1 }, facts)
  const called = (facts: NextFacts) => {
    const [event] = accepted(decide(facts)).events
    if (event?.type !== 'TicketCalled') throw new Error('nobody was called')
    return event.body
  }

  refusedInOrder<NextFacts>(nextFacts(), decide, [
    ...obstaclesToCalling<NextFacts>(),
    ['nobody-waiting', (facts) => ({ ...facts, heads: [] })],
  ])

  test('the first ticket is called to the window of whoever is on duty', () => {
    expect(called(nextFacts({ heads: [ordinary(9), ordinary(7), ordinary(8)] }))).toEqual({
      ticketId: 7,
      number: 'A007',
      windowNumber: 1,
      staffId: 'clerk-1',
      queue: 'A',
      priorityClass: 0,
      callCount: 1,
      priorityStreak: 0,
      reason: null,
      waitMinutes: 30,
    })
  })

  test.each([
    ['09:00', '09:20:59', 20],
    ['07:40', '08:10', 10],
    ['11:50', '14:05', 15],
    ['16:50', '17:20', 30],
  ])('who took a number at %s and is called at %s has waited %i minutes of open hall', (taken, call, minutes) => {
    const takenAt = instantAt(workday, taken)
    const serviceWindow = openWindow({ dutyUntil: instantAt(workday, '18:00') })
    const facts = atTime(nextFacts({ heads: [ticketWith({ ticketId: 7, takenAt })], serviceWindow }), call)
    expect(called(facts).waitMinutes).toBe(minutes)
  })

  test('only the first call ends a wait: after a transfer or a miss none is counted', () => {
    const heads = [ticketWith({ ticketId: 7, firstCalledAt: instantAt(workday, '08:40') })]
    expect(called(nextFacts({ heads })).waitMinutes).toBeNull()
  })

  test('the priority ticket is called before an earlier ordinary one', () => {
    expect(called(nextFacts({ heads: [ordinary(7), priority(9)] }))).toMatchObject({
      number: 'VA009',
      priorityStreak: 1,
    })
  })

  test('after two priority tickets in a row an ordinary one is called (D5, edge case 29)', () => {
    const heads = [ordinary(7), priority(9)]
    expect(called(nextFacts({ heads, serviceWindow: openWindow({ priorityStreak: 2 }) }))).toMatchObject({
      ticketId: 7,
      priorityStreak: 0,
    })
  })

  test('where only priority tickets wait, the third in a row is called as well', () => {
    const serviceWindow = openWindow({ priorityStreak: 2 })
    expect(called(nextFacts({ heads: [priority(9)], serviceWindow })).priorityStreak).toBe(3)
  })

  test('a supervisor does not call for somebody else', () => {
    expect(refusal(decide(nextFacts({ actor: staffActor('supervisor', 'supervisor-1') }))).code).toBe('not-your-window')
  })

  test('who waits at 12:00 is called at 14:00, not before (edge case 1)', () => {
    expect(refusal(decide(atTime(nextFacts(), '13:59:59'))).code).toBe('hall-on-lunch-break')
    expect(called(atTime(nextFacts(), '14:00')).ticketId).toBe(7)
  })

  test('in the link-up hour a window on duty calls, until its duty ends (D2)', () => {
    const serviceWindow = openWindow({ dutyUntil: atTime(nextFacts(), '18:00').now })
    expect(called(atTime(nextFacts({ serviceWindow }), '17:59:59')).ticketId).toBe(7)
    expect(refusal(decide(atTime(nextFacts({ serviceWindow }), '18:00'))).code).toBe('hall-closed')
  })

  test('a hall may let every window call in the link-up hour, but not at lunch', () => {
    const everyWindow = withSettings(nextFacts(), { linkupCalls: 'every-window' })
    expect(called(atTime(everyWindow, '17:30')).ticketId).toBe(7)
    expect(refusal(decide(atTime(everyWindow, '12:30'))).code).toBe('hall-on-lunch-break')
  })
})

describe('CallTicket 指定叫号', () => {
  const body = { windowNumber: 1, ticketId: 7, reason: '行动不便' }
  const decide = (facts: ChosenFacts) => decideCallTicket(body, facts)

  refusedInOrder<ChosenFacts>(chosenFacts(), decide, [
    ...obstaclesToCalling<ChosenFacts>(),
    ['ticket-unknown', (facts) => ({ ...facts, ticket: undefined })],
    ['ticket-not-waiting', (facts) => ({ ...facts, ticket: ticketHere({ windowNumber: 2 }) }), 'when called elsewhere'],
    ['ticket-other-window', (facts) => ({ ...facts, ticket: ticketWith({ reservedWindow: 2 }) })],
    ['queue-not-served', (facts) => ({ ...facts, ticket: ticketWith({ queue: 'B' }) })],
  ])

  test('a chosen ticket is called out of order, and the reason is kept', () => {
    expect(accepted(decide(chosenFacts())).events).toMatchObject([
      { type: 'TicketCalled', body: { ticketId: 7, reason: '行动不便' } },
    ])
  })

  test('a ticket kept for this window is called there, whatever its queue', () => {
    const ticket = ticketWith({ queue: 'B', reservedWindow: 1 })
    expect(accepted(decide(chosenFacts({ ticket }))).events).toMatchObject([{ body: { queue: 'B' } }])
  })

  test('two windows that want the same ticket: the second is told that it has been called (edge case 28)', () => {
    const ticket = ticketHere({ windowNumber: 2 })
    expect(refusal(decide(chosenFacts({ ticket }))).facts).toEqual({ number: 'A007', status: '已叫号' })
  })
})

/** What forbids to act on the ticket in front of a clerk. */
function obstaclesAtWindow<F extends ChosenFacts>(): Obstacle<F>[] {
  return [
    ['window-unknown', (facts) => ({ ...facts, serviceWindow: undefined })],
    ['not-permitted', (facts) => ({ ...facts, actor: kiosk })],
    ['not-your-window', (facts) => ({ ...facts, actor: staffActor('clerk', 'clerk-2') })],
    ['ticket-unknown', (facts) => ({ ...facts, ticket: undefined })],
    ['ticket-not-here', (facts) => ({ ...facts, ticket: ticketHere({ windowNumber: 2 }) }), 'at another window'],
    ['ticket-not-here', (facts) => ({ ...facts, ticket: ticketHere({ status: 'held' }) }), 'when it is on hold'],
    ['service-started', (facts) => ({ ...facts, ticket: ticketHere({ status: 'serving' }) })],
  ]
}

describe('RecallTicket 重呼', () => {
  const decide = (facts: ChosenFacts) => decideRecallTicket({ windowNumber: 1, ticketId: 7 }, facts)
  const atNine = dayFacts('09:00').now
  const calledAt = (secondsAgo: number) => ticketHere({ callCount: 1, calledAt: atNine - secondsAgo * 1000 })

  refusedInOrder<ChosenFacts>(chosenFacts({ ticket: ticketHere() }), decide, [
    ...obstaclesAtWindow<ChosenFacts>(),
    ['recall-too-soon', (facts) => ({ ...facts, ticket: calledAt(3) })],
  ])

  test('a call has ten seconds to be heard before the next', () => {
    expect(refusal(decide(chosenFacts({ ticket: calledAt(0) }))).facts.seconds).toBe(10)
    expect(refusal(decide(chosenFacts({ ticket: calledAt(9) }))).facts.seconds).toBe(1)
    expect(accepted(decide(chosenFacts({ ticket: calledAt(10) }))).events).toMatchObject([
      { type: 'TicketRecalled', body: { number: 'A007', callCount: 2 } },
    ])
  })

  test('a clock that was set back does not hold up the recall until it has caught up (edge case 12)', () => {
    expect(accepted(decide(chosenFacts({ ticket: calledAt(-3600) }))).events).toHaveLength(1)
  })

  test('a supervisor may recall for a clerk who left', () => {
    const facts = chosenFacts({ ticket: ticketHere(), actor: staffActor('supervisor', 'supervisor-1') })
    expect(accepted(decide(facts)).events).toHaveLength(1)
  })
})

describe('MissTicket 过号', () => {
  const decide = (facts: ChosenFacts) => decideMissTicket({ windowNumber: 1, ticketId: 7 }, facts)
  const called = (changes: Partial<Ticket> = {}) => chosenFacts({ ticket: ticketHere({ callCount: 3, ...changes }) })

  refusedInOrder<ChosenFacts>(called(), decide, [
    ...obstaclesAtWindow<ChosenFacts>(),
    ['call-again-first', (facts) => ({ ...facts, ticket: ticketHere({ callCount: 2 }) })],
  ])

  test('called three times and nobody came: the ticket is missed (D6)', () => {
    expect(accepted(decide(called())).events).toEqual([
      { type: 'TicketMissed', body: { ticketId: 7, windowNumber: 1, missCount: 1 } },
    ])
  })

  test('who reported back once and is missed again is void', () => {
    expect(accepted(decide(called({ requeueCount: 1, missCount: 1 }))).events).toMatchObject([
      { type: 'TicketVoided', body: { reason: 'missed-again', wasWaiting: false } },
    ])
  })

  test('where reporting back is not allowed at all, the first miss is still a miss and no void', () => {
    const facts = withSettings(called(), { requeueTimesMax: 0 })
    expect(accepted(decide(facts)).events).toMatchObject([{ type: 'TicketMissed' }])
  })
})

describe('RequeueTicket 过号激活', () => {
  type RequeueFacts = Parameters<typeof decideRequeueTicket>[0]
  const facts = (changes: Partial<RequeueFacts> = {}): RequeueFacts => ({
    ...dayFacts(),
    ticket: ticketHere({ status: 'missed', missCount: 1 }),
    placeAfter: null,
    waitingOfPerson: null,
    ...changes,
  })

  refusedInOrder<RequeueFacts>(facts(), decideRequeueTicket, [
    ['ticket-unknown', (given) => ({ ...given, ticket: undefined })],
    ['ticket-not-missed', (given) => ({ ...given, ticket: ticketWith() })],
    ['requeue-used-up', (given) => ({ ...given, ticket: ticketHere({ status: 'missed', requeueCount: 1 }) })],
    ['person-already-waiting', (given) => ({ ...given, waitingOfPerson: 'A009' })],
  ])

  const placed = (given: RequeueFacts) => {
    const [event] = accepted(decideRequeueTicket(given)).events
    return event?.type === 'TicketRequeued' ? event.body.sortKey : undefined
  }

  test('the visitor waits right behind the ticket that was third in line (edge case 25)', () => {
    expect(placed(facts({ placeAfter: 12 * 1024 }))).toBe(12 * 1024 + 1)
  })

  test('nobody is put before his original place', () => {
    expect([placed(facts()), placed(facts({ placeAfter: 3 * 1024 }))]).toEqual([7 * 1024, 7 * 1024])
  })

  test('a ticket of the day before cannot report back: the day’s end made it void (edge case 25)', () => {
    const yesterday = ticketWith({ status: 'void', hallDay: '2026-05-12' })
    expect(refusal(decideRequeueTicket(facts({ ticket: yesterday }))).code).toBe('ticket-not-missed')
  })
})
