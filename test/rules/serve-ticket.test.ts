import { describe, expect, test } from 'vitest'
import {
  decideCancelTicket,
  decideCorrectTicketItem,
  decideFinishService,
  decideHoldTicket,
  decideReportTicketPrint,
  decideReprintTicket,
  decideResumeTicket,
  decideStartService,
  decideTransferTicket,
  type MoveFacts,
  type TicketAtWindowFacts,
  type TransferFacts,
} from '../../shared/rules/serve-ticket.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import type { Ticket, TicketStatus } from '../../shared/vocabulary/ticket.ts'
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
} from '../support/facts.ts'

const facts = (changes: Partial<TicketAtWindowFacts> = {}): TicketAtWindowFacts => ({
  ...windowFacts(),
  ticket: ticketHere(),
  held: undefined,
  ...changes,
})
const serving = (changes: Partial<Ticket> = {}) => ticketHere({ status: 'serving', ...changes })
const supervisor = staffActor('supervisor', 'supervisor-1')
const here = { windowNumber: 1, ticketId: 7 }

/** What forbids to act on the ticket in front of a clerk. */
function obstaclesAtWindow<F extends TicketAtWindowFacts>(): Obstacle<F>[] {
  return [
    ['window-unknown', (given) => ({ ...given, serviceWindow: undefined })],
    ['not-permitted', (given) => ({ ...given, actor: kiosk })],
    ['not-your-window', (given) => ({ ...given, actor: staffActor('clerk', 'clerk-2') }), 'for another clerk'],
    ['ticket-unknown', (given) => ({ ...given, ticket: undefined })],
    ['ticket-not-here', (given) => ({ ...given, ticket: ticketHere({ windowNumber: 2 }) }), 'at another window'],
  ]
}

describe('StartService 开始办理', () => {
  const decide = (given: TicketAtWindowFacts) => decideStartService(here, given)
  refusedInOrder<TicketAtWindowFacts>(facts(), decide, [
    ...obstaclesAtWindow<TicketAtWindowFacts>(),
    ['service-started', (given) => ({ ...given, ticket: serving() })],
  ])

  test.each([
    ['11:59:59', false],
    ['12:00', true],
    ['17:01', true],
  ])('called before and begun at %s: past closing %s (edge case 3)', (time, isPastClosing) => {
    expect(accepted(decide(atTime(facts(), time))).events).toEqual([
      { type: 'ServiceStarted', body: { ...here, isPastClosing } },
    ])
  })
})

describe('FinishService 办理结束', () => {
  const decide = (given: TicketAtWindowFacts) => decideFinishService({ ...here, resultCode: 'completed' }, given)
  refusedInOrder<TicketAtWindowFacts>(facts({ ticket: serving() }), decide, [
    ...obstaclesAtWindow<TicketAtWindowFacts>(),
    ['service-not-started', (given) => ({ ...given, ticket: ticketHere() })],
  ])

  test.each([
    ['12:00', true],
    ['17:10', true],
    ['18:30', true],
    ['16:59:59', false],
  ])('a service runs to its end at any hour; at %s it is stamped past closing: %s (edge case 2)', (time, isPast) => {
    expect(accepted(decide(atTime(facts({ ticket: serving() }), time))).events).toMatchObject([
      { type: 'ServiceFinished', body: { resultCode: 'completed', isPastClosing: isPast } },
    ])
  })
})

describe('HoldTicket 挂起', () => {
  const decide = (given: TicketAtWindowFacts) => decideHoldTicket({ ...here, reason: '补材料' }, given)
  refusedInOrder<TicketAtWindowFacts>(facts(), decide, [
    ...obstaclesAtWindow<TicketAtWindowFacts>(),
    ['hold-occupied', (given) => ({ ...given, held: ticketWith({ ticketId: 5, status: 'held', windowNumber: 1 }) })],
  ])

  test('a window holds one ticket, called or served (edge case 33)', () => {
    for (const ticket of [ticketHere(), serving()]) {
      expect(accepted(decide(facts({ ticket }))).events).toMatchObject([{ type: 'TicketHeld' }])
    }
  })
})

describe('ResumeTicket 回呼', () => {
  const held = ticketHere({ status: 'held', callCount: 2 })
  const decide = (given: TicketAtWindowFacts) => decideResumeTicket(here, given)
  refusedInOrder<TicketAtWindowFacts>(facts({ ticket: held }), decide, [
    ['window-unknown', (given) => ({ ...given, serviceWindow: undefined })],
    ['not-permitted', (given) => ({ ...given, actor: kiosk })],
    ['not-your-window', (given) => ({ ...given, actor: staffActor('clerk', 'clerk-2') })],
    ['window-not-open', (given) => ({ ...given, actor: supervisor, serviceWindow: closedWindow() })],
    ['window-paused', (given) => ({ ...given, serviceWindow: openWindow({ status: 'paused', pauseReason: '01' }) })],
    ['ticket-unknown', (given) => ({ ...given, ticket: undefined })],
    ['ticket-not-held', (given) => ({ ...given, ticket: ticketHere() })],
    ['ticket-not-held', (given) => ({ ...given, ticket: { ...held, windowNumber: 2 } }), 'by this window'],
    ['window-has-ticket', (given) => ({ ...given, current: ticketHere({ ticketId: 9 }) })],
  ])

  test('it is announced again, also after the public hours: it had been called within them', () => {
    expect(accepted(decide(atTime(facts({ ticket: held }), '17:20'))).events).toEqual([
      { type: 'TicketResumed', body: { ...here, number: 'A007', callCount: 3 } },
    ])
  })
})

describe('TransferTicket 转号', () => {
  interface Press {
    body: CommandBody<'TransferTicket'>
    facts: TransferFacts
  }
  const press = (body: Partial<Press['body']> = {}, changes: Partial<TransferFacts> = {}): Press => ({
    body: { ...here, itemCode: 'B-REG', reason: '业务不同', ...body },
    facts: { ...facts(), attendedWindows: [1, 2, 3], waitingOfPerson: null, ...changes },
  })
  const decide = ({ body, facts: given }: Press) => decideTransferTicket(body, given)
  const transferred = (one: Press) => {
    const [event] = accepted(decide(one)).events
    if (event?.type !== 'TicketTransferred') throw new Error('nothing was transferred')
    return event.body
  }
  const onFacts = (obstacle: Obstacle<TransferFacts>): Obstacle<Press> => {
    const [code, stand, when = ''] = obstacle
    return [code, (one) => ({ ...one, facts: stand(one.facts) }), when]
  }

  refusedInOrder<Press>(press(), decide, [
    ...obstaclesAtWindow<TransferFacts>().map(onFacts),
    ['transfer-target-missing', (one) => ({ ...one, body: { windowNumber: 1, ticketId: 7, reason: '业务不同' } })],
    ['item-unknown', (one) => ({ ...one, body: { ...one.body, itemCode: 'GONE' } })],
    ['window-unknown', (one) => ({ ...one, body: { ...one.body, toWindow: 9 } }), 'as the target'],
    ['transfer-same-place', (one) => ({ ...one, body: { ...one.body, toWindow: 1 } }), 'to the same window'],
    ['transfer-same-place', (one) => ({ ...one, body: { ...one.body, itemCode: 'A-PAY' } }), 'to the own queue'],
    ['transfer-target-closed', (one) => ({ ...one, facts: { ...one.facts, attendedWindows: [1] } })],
    ['person-already-waiting', (one) => ({ ...one, facts: { ...one.facts, waitingOfPerson: 'B009' } })],
    ['transfer-limit', (one) => ({ ...one, facts: { ...one.facts, ticket: ticketHere({ transferCount: 2 }) } })],
  ])

  test('the time of taking is kept, and the class: no priority by transfer (edge case 26)', () => {
    expect(transferred(press())).toMatchObject({
      fromQueue: 'A',
      queue: 'B',
      itemCode: 'B-REG',
      toWindow: null,
      sortKey: 7 * 1024,
      priorityClass: 0,
      transferCount: 1,
    })
  })

  test('to one window: only that one may call it', () => {
    const body = { windowNumber: 1, ticketId: 7, toWindow: 3, reason: '找李工' }
    expect(transferred({ ...press(), body })).toMatchObject({ queue: 'A', itemCode: 'A-REG', toWindow: 3 })
  })

  test('to a window without anybody it is refused, with those that are attended (edge case 27)', () => {
    const paused = press({ toWindow: 3 }, { attendedWindows: [1, 2] })
    expect(refusal(decide(paused)).facts).toEqual({ target: '3 号窗口', alternatives: '2 号窗口' })
    const nobody = press({}, { attendedWindows: [1] })
    expect(refusal(decide(nobody)).facts).toEqual({ target: '户籍', alternatives: '导办台' })
  })

  test('a third transfer is for the supervisor to make (edge case 26)', () => {
    const twice = { ticket: ticketHere({ transferCount: 2 }) }
    expect(refusal(decide(press({}, twice))).code).toBe('transfer-limit')
    expect(transferred(press({}, { ...twice, actor: supervisor })).transferCount).toBe(3)
  })
})

describe('CorrectTicketItem 取错号', () => {
  const moveFacts = (changes: Partial<MoveFacts> = {}): MoveFacts => ({
    ...facts(),
    waitingOfPerson: null,
    ...changes,
  })
  const correct = (itemCode: string) => (given: MoveFacts) => decideCorrectTicketItem({ ...here, itemCode }, given)

  describe('to another business', () => {
    refusedInOrder<MoveFacts>(moveFacts(), correct('B-REG'), [
      ...obstaclesAtWindow<MoveFacts>(),
      [
        'item-unknown',
        (given) => ({ ...given, setup: { ...given.setup, serviceItems: new Map() } }),
        'when the item was withdrawn',
      ],
      ['transfer-same-place', (given) => ({ ...given, ticket: ticketHere({ itemCode: 'B-REG' }) })],
      [
        'item-without-window',
        (given) => ({ ...given, setup: { ...given.setup, serviceWindows: new Map() } }),
        'when no window serves it',
      ],
      ['person-already-waiting', (given) => ({ ...given, waitingOfPerson: 'B009' })],
    ])
  })

  test('the number is kept and waits in the right queue at its original time (edge case 37)', () => {
    expect(accepted(correct('B-REG')(moveFacts())).events).toMatchObject([
      { type: 'TicketTransferred', body: { queue: 'B', sortKey: 7 * 1024, transferCount: 0, toWindow: null } },
    ])
  })

  test('where this window serves it too, the visitor stays', () => {
    expect(accepted(correct('A-PAY')(moveFacts())).events).toEqual([
      { type: 'TicketItemCorrected', body: { ...here, fromItem: 'A-REG', itemCode: 'A-PAY', queue: 'A' } },
    ])
  })
})

describe('CancelTicket 弃号', () => {
  type CancelFacts = Parameters<typeof decideCancelTicket>[1]
  const body = { ticketId: 7, reason: 'visitor-left' } as const
  const cancelFacts = (changes: Partial<CancelFacts> = {}): CancelFacts => ({
    ...dayFacts(),
    ticket: ticketHere(),
    staffAtItsWindow: 'clerk-1',
    ...changes,
  })
  const decide = (given: CancelFacts) => decideCancelTicket(body, given)

  refusedInOrder<CancelFacts>(cancelFacts(), decide, [
    ['ticket-unknown', (given) => ({ ...given, ticket: undefined })],
    ['service-started', (given) => ({ ...given, ticket: serving() })],
    ['ticket-ended', (given) => ({ ...given, ticket: ticketWith({ status: 'done' }) })],
    ['not-your-window', (given) => ({ ...given, actor: staffActor('guide', 'guide-1') })],
  ])

  test.each<[TicketStatus, string]>([
    ['waiting', 'guide'],
    ['missed', 'guide'],
    ['called', 'clerk'],
    ['held', 'clerk'],
    ['called', 'supervisor'],
  ])('a %s ticket is cancelled by the %s', (status, who) => {
    const isAtWindow = status === 'called' || status === 'held'
    const ticket = isAtWindow ? ticketHere({ status }) : ticketWith({ status })
    const actor = who === 'clerk' ? staffActor() : who === 'guide' ? staffActor('guide', 'guide-1') : supervisor
    expect(accepted(decide(cancelFacts({ ticket, actor }))).events).toMatchObject([
      { type: 'TicketCancelled', body: { wasWaiting: status === 'waiting', reason: 'visitor-left' } },
    ])
  })

  test.each<TicketStatus>(['done', 'cancelled', 'carried', 'void'])('a %s ticket has ended', (status) => {
    expect(refusal(decide(cancelFacts({ ticket: ticketWith({ status }) }))).code).toBe('ticket-ended')
  })
})

describe('ReprintTicket 补打', () => {
  type PrintFacts = Parameters<typeof decideReprintTicket>[0]
  const printFacts = (ticket: Ticket | undefined): PrintFacts => ({ ...dayFacts(), ticket })

  refusedInOrder<PrintFacts>(printFacts(ticketWith()), decideReprintTicket, [
    ['ticket-unknown', (given) => ({ ...given, ticket: undefined })],
    ['ticket-ended', (given) => ({ ...given, ticket: ticketWith({ status: 'cancelled' }) })],
  ])

  test('makes no number and counts the paper (edge case 23)', () => {
    const { events, made } = accepted(decideReprintTicket(printFacts(ticketWith({ printCount: 1 }))))
    expect(events).toEqual([{ type: 'TicketReprinted', body: { ticketId: 7, printCount: 2 } }])
    expect(made.number).toBe('A007')
  })
})

describe('ReportTicketPrint', () => {
  const report = (isPrinted: boolean, ticket: Ticket | undefined) =>
    decideReportTicketPrint({ ticketId: 7, isPrinted, trouble: '缺纸' }, { ...dayFacts(), ticket })

  test('refused with ticket-unknown', () => {
    expect(refusal(report(true, undefined)).code).toBe('ticket-unknown')
  })

  test('a number whose paper failed stays valid, and the trouble is kept (edge case 24)', () => {
    expect(accepted(report(false, ticketWith())).events).toEqual([
      { type: 'TicketPrintFailed', body: { ticketId: 7, trouble: '缺纸' } },
    ])
    expect(accepted(report(true, ticketWith())).events).toEqual([{ type: 'TicketPrinted', body: { ticketId: 7 } }])
  })
})
