import { describe, expect, test } from 'vitest'
import { nextDay, sampleProfile, workday } from '../support/sample-hall.ts'
import { createTestHub, kioskActor, person, type TestHub } from '../support/test-hub.ts'

const anything = { itemCode: 'A-REG', holder: 'self', purpose: 'apply', priorityGround: 'none' } as const

/** Windows 1 (1002), 2 (1003) and 3 (1004) open: A at 1 and 2, B at 2 and 3. */
async function openHall(): Promise<TestHub> {
  const t = await createTestHub()
  t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
  t.must(t.staff('1003'), 'OpenServiceWindow', { windowNumber: 2 })
  t.must(t.staff('1004'), 'OpenServiceWindow', { windowNumber: 3 })
  return t
}
const clerkOf: Record<number, string> = { 1: '1002', 2: '1003', 3: '1004' }
const callNext = (t: TestHub, windowNumber: number) =>
  Number(t.must(t.staff(clerkOf[windowNumber]!), 'CallNextTicket', { windowNumber }).ticketId)
const finish = (t: TestHub, windowNumber: number, ticketId: number) => {
  const clerk = t.staff(clerkOf[windowNumber]!)
  t.must(clerk, 'StartService', { windowNumber, ticketId })
  t.must(clerk, 'FinishService', { windowNumber, ticketId, resultCode: 'completed' })
}
const priority = (t: TestHub, itemCode = 'A-REG') =>
  t.take(itemCode, { actor: t.staff('2001'), body: { priorityGround: 'soldier' } })

describe('calling', () => {
  test('goes two priority to one ordinary while both wait (D5, edge case 29)', async () => {
    const t = await openHall()
    for (let at = 0; at < 3; at += 1) t.take('A-REG')
    for (let at = 0; at < 6; at += 1) priority(t)
    const classes = Array.from({ length: 9 }, () => {
      const ticketId = callNext(t, 1)
      finish(t, 1, ticketId)
      return t.ticket(ticketId).priorityClass
    })
    expect(classes.join('')).toBe('110110110')
  })

  test('of two windows that call in the same instant the second gets the next in line (edge case 28)', async () => {
    const t = await openHall()
    const [first, second] = [t.take('A-REG'), t.take('A-REG')]
    const calls = [1, 2].map((windowNumber) =>
      t.hub.submit(t.envelope(t.staff(clerkOf[windowNumber]!), 'CallNextTicket', { windowNumber })),
    )
    const called = (await Promise.all(calls)).map((one) => one.kind === 'done' && one.made.ticketId)
    expect(called).toEqual([first, second])
  })

  test('of two windows that want the same ticket one is told that it has been called (edge case 28)', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    const wish = (windowNumber: number) =>
      t.envelope(t.staff(clerkOf[windowNumber]!), 'CallTicket', { windowNumber, ticketId, reason: '行动不便' })
    const outcomes = await Promise.all([t.hub.submit(wish(2)), t.hub.submit(wish(1))])
    expect(outcomes).toMatchObject([{ kind: 'done' }, { kind: 'refused', code: 'ticket-not-waiting' }])
    expect(t.ticket(ticketId).windowNumber).toBe(2)
  })

  test('a window that serves two queues calls whoever came first to either', async () => {
    const t = await openHall()
    const [first, second] = [t.take('B-REG'), t.take('A-REG')]
    expect(callNext(t, 2)).toBe(first)
    expect(callNext(t, 1)).toBe(second)
  })
})

describe('a transferred ticket', () => {
  test('keeps its time: it comes before whoever took a number after it (edge case 26)', async () => {
    const t = await openHall()
    const moved = t.take('A-REG')
    const later = t.take('B-REG')
    callNext(t, 1)
    t.clock.forward(1800)
    t.must(t.staff('1002'), 'TransferTicket', { windowNumber: 1, ticketId: moved, itemCode: 'B-REG', reason: '改办' })
    expect(t.ticket(moved)).toMatchObject({ queue: 'B', letter: 'A', status: 'waiting', windowNumber: null })
    expect(callNext(t, 3)).toBe(moved)
    expect(callNext(t, 2)).toBe(later)
  })

  test('is called three times at its new window before it can be passed over', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    callNext(t, 1)
    for (const windowNumber of [1, 1]) {
      t.clock.forward(10)
      t.must(t.staff('1002'), 'RecallTicket', { windowNumber, ticketId })
    }
    t.must(t.staff('1002'), 'TransferTicket', { windowNumber: 1, ticketId, toWindow: 3, reason: '改办' })
    expect(callNext(t, 3)).toBe(ticketId)
    expect(t.refusalOf(t.staff('1004'), 'MissTicket', { windowNumber: 3, ticketId })).toBe('call-again-first')
  })

  test('to one window waits for that one, and it cannot be withdrawn meanwhile', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    callNext(t, 1)
    t.must(t.staff('1002'), 'TransferTicket', { windowNumber: 1, ticketId, toWindow: 3, reason: '找李工' })
    const chosen = { windowNumber: 2, ticketId, reason: '空闲' }
    expect(t.refusalOf(t.staff('1003'), 'CallTicket', chosen)).toBe('ticket-other-window')
    expect(t.refusalOf(t.staff('1003'), 'CallNextTicket', { windowNumber: 2 })).toBe('nobody-waiting')
    expect(t.refusalOf(t.staff('9001'), 'WithdrawServiceWindow', { windowNumber: 3 })).toBe('window-in-use')
    expect(callNext(t, 3)).toBe(ticketId)
  })

  test('to a window that closes waits in the queue again, before whoever took a number after it', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    callNext(t, 1)
    const later = t.take('A-REG')
    t.must(t.staff('1002'), 'TransferTicket', { windowNumber: 1, ticketId, toWindow: 3, reason: '找李工' })
    t.must(t.staff('1004'), 'CloseServiceWindow', { windowNumber: 3 })
    expect(t.ticket(ticketId)).toMatchObject({ status: 'waiting', reservedWindow: null })
    expect(callNext(t, 1)).toBe(ticketId)
    expect(callNext(t, 2)).toBe(later)
  })

  test('goes to no window that is paused or left (edge case 27)', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    callNext(t, 1)
    t.must(t.staff('1004'), 'PauseServiceWindow', { windowNumber: 3, reason: '01', note: '' })
    const there = { windowNumber: 1, ticketId, toWindow: 3, reason: '改办' }
    expect(t.refusalOf(t.staff('1002'), 'TransferTicket', there)).toBe('transfer-target-closed')
  })

  test('does not meet another number of its holder in the queue it would go to', async () => {
    const t = await openHall()
    const moved = t.take('A-REG', { extra: person('anna') })
    const { personId } = t.ticket(moved)
    t.hub.tables.privateRecords.write({
      kind: 'person',
      personId: personId!,
      idHash: 'hash-of-anna',
      mask: '',
      seenOn: workday,
    })
    callNext(t, 1)
    t.take('B-REG', { extra: person('anna') })
    const away = { windowNumber: 1, ticketId: moved, itemCode: 'B-REG', reason: '改办' }
    expect(t.refusalOf(t.staff('1002'), 'TransferTicket', away)).toBe('person-already-waiting')
    const correction = { windowNumber: 1, ticketId: moved, itemCode: 'B-REG' }
    expect(t.refusalOf(t.staff('1002'), 'CorrectTicketItem', correction)).toBe('person-already-waiting')
  })
})

describe('a person with an ID number', () => {
  /** The door keeps the person with the number; here by hand. */
  function takeAs(t: TestHub, name: string, itemCode = 'A-REG'): number {
    return t.take(itemCode, {
      extra: {
        ...person(name),
        keep: ({ events }) =>
          events.flatMap((event) =>
            event.type === 'TicketTaken' && event.body.personId !== null
              ? [
                  {
                    kind: 'person' as const,
                    personId: event.body.personId,
                    idHash: `hash-of-${name}`,
                    mask: '',
                    seenOn: event.body.hallDay,
                  },
                ]
              : [],
          ),
      },
    })
  }

  test('waits once for a business, and may take one for another (edge case 22)', async () => {
    const t = await openHall()
    takeAs(t, 'anna')
    expect(t.refusalOf(kioskActor, 'TakeTicket', anything, person('anna'))).toBe('already-waiting')
    expect(t.ticket(takeAs(t, 'anna', 'B-REG')).letter).toBe('B')
    expect(t.ticket(takeAs(t, 'ben')).serial).toBe(2)
  })

  test('takes two numbers for an item a day, and again the day after (D7)', async () => {
    const t = await openHall()
    for (let at = 0; at < 2; at += 1) {
      takeAs(t, 'anna')
      finish(t, 1, callNext(t, 1))
    }
    expect(t.refusalOf(kioskActor, 'TakeTicket', anything, person('anna'))).toBe('daily-limit-reached')
    t.clock.set(nextDay, '08:00')
    expect(t.ticket(takeAs(t, 'anna')).serial).toBe(1)
  })

  test('who was passed over and took a new number cannot report back with the old one as well', async () => {
    const t = await openHall()
    const missed = takeAs(t, 'anna')
    callNext(t, 1)
    for (let at = 0; at < 2; at += 1) {
      t.clock.forward(10)
      t.must(t.staff('1002'), 'RecallTicket', { windowNumber: 1, ticketId: missed })
    }
    t.must(t.staff('1002'), 'MissTicket', { windowNumber: 1, ticketId: missed })
    takeAs(t, 'anna')
    expect(t.refusalOf(kioskActor, 'RequeueTicket', { ticketId: missed })).toBe('person-already-waiting')
  })
})

describe('who reports back after being passed over', () => {
  test('waits behind three others, keeps the number, and may do so once (D6, edge case 25)', async () => {
    const t = await openHall()
    const missed = t.take('A-REG')
    const others = Array.from({ length: 5 }, () => t.take('A-REG'))
    const miss = () => {
      for (let at = 0; at < 2; at += 1) {
        t.clock.forward(10)
        t.must(t.staff('1002'), 'RecallTicket', { windowNumber: 1, ticketId: missed })
      }
      t.must(t.staff('1002'), 'MissTicket', { windowNumber: 1, ticketId: missed })
    }
    expect(callNext(t, 1)).toBe(missed)
    miss()
    t.must(kioskActor, 'RequeueTicket', { ticketId: missed })
    const order = Array.from({ length: 4 }, () => {
      const ticketId = callNext(t, 1)
      if (ticketId !== missed) finish(t, 1, ticketId)
      return ticketId
    })
    expect(order).toEqual([...others.slice(0, 3), missed])
    miss()
    expect(t.ticket(missed).status).toBe('void')
    expect(t.refusalOf(kioskActor, 'RequeueTicket', { ticketId: missed })).toBe('ticket-not-missed')
  })
})

describe('a window', () => {
  test('that dies while serving and comes back is as it was: its visitor, its hold (edge case 34)', async () => {
    const t = await openHall()
    const held = t.take('A-REG')
    const serving = t.take('A-REG')
    callNext(t, 1)
    t.must(t.staff('1002'), 'HoldTicket', { windowNumber: 1, ticketId: held, reason: '补材料' })
    callNext(t, 1)
    t.must(t.staff('1002'), 'StartService', { windowNumber: 1, ticketId: serving })
    const { seq } = t.hub.head()
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    expect(t.hub.head().seq).toBe(seq)
    expect(t.hub.tables.ticket.atWindow(1)?.ticketId).toBe(serving)
    finish1(t, serving)
    t.must(t.staff('1002'), 'ResumeTicket', { windowNumber: 1, ticketId: held })
    expect(t.hub.tables.ticket.atWindow(1)?.ticketId).toBe(held)
  })

  test('of a clerk who left with somebody on hold is put right by a supervisor', async () => {
    const t = await openHall()
    const held = t.take('A-REG')
    callNext(t, 1)
    t.must(t.staff('1002'), 'HoldTicket', { windowNumber: 1, ticketId: held, reason: '补材料' })
    expect(t.refusalOf(t.staff('1002'), 'CloseServiceWindow', { windowNumber: 1 })).toBe('window-has-ticket')
    expect(t.refusalOf(t.staff('1002'), 'SignOut', { staffId: t.staff('1002').staffId, reason: 'pressed' })).toBe(
      'window-has-ticket',
    )
    t.must(t.staff('3001'), 'CancelTicket', { ticketId: held, reason: 'visitor-left' })
    t.must(t.staff('3001'), 'CloseServiceWindow', { windowNumber: 1 })
    expect(t.hub.tables.serviceWindow.find(1)).toMatchObject({ status: 'closed', staffId: null })
  })

  test('holds one ticket, which blocks nobody else (edge case 33)', async () => {
    const t = await openHall()
    const [first, second] = [t.take('A-REG'), t.take('A-REG')]
    callNext(t, 1)
    t.must(t.staff('1002'), 'HoldTicket', { windowNumber: 1, ticketId: first, reason: '补材料' })
    expect(callNext(t, 1)).toBe(second)
    const again = { windowNumber: 1, ticketId: second, reason: '补材料' }
    expect(t.refusalOf(t.staff('1002'), 'HoldTicket', again)).toBe('hold-occupied')
    t.clock.set(nextDay, '09:00')
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    expect(t.refusalOf(t.staff('1002'), 'ResumeTicket', { windowNumber: 1, ticketId: first })).toBe('ticket-not-held')
  })

  test('is taken over by whoever covers for the clerk, with what waits there (edge case 35)', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    t.must(t.staff('1002'), 'CloseServiceWindow', { windowNumber: 1 })
    t.must(t.staff('1001'), 'OpenServiceWindow', { windowNumber: 1 })
    expect(t.must(t.staff('1001'), 'CallNextTicket', { windowNumber: 1 }).ticketId).toBe(ticketId)
  })

  test('keeps its streak over a pause and begins anew with a new clerk', async () => {
    const t = await openHall()
    for (let at = 0; at < 2; at += 1) {
      priority(t)
      finish(t, 1, callNext(t, 1))
    }
    t.must(t.staff('1002'), 'PauseServiceWindow', { windowNumber: 1, reason: '01', note: '' })
    t.must(t.staff('1002'), 'ResumeServiceWindow', { windowNumber: 1 })
    expect(t.hub.tables.serviceWindow.find(1)?.priorityStreak).toBe(2)
    t.must(t.staff('1002'), 'CloseServiceWindow', { windowNumber: 1 })
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    expect(t.hub.tables.serviceWindow.find(1)?.priorityStreak).toBe(0)
  })
})

function finish1(t: TestHub, ticketId: number): void {
  t.must(t.staff('1002'), 'FinishService', { windowNumber: 1, ticketId, resultCode: 'completed' })
}

describe('a number for the wrong business (edge case 37)', () => {
  test('waits in the right queue at its own time, without counting as a transfer', async () => {
    const t = await openHall()
    const wrong = t.take('A-REG')
    t.take('B-REG')
    callNext(t, 1)
    t.must(t.staff('1002'), 'CorrectTicketItem', { windowNumber: 1, ticketId: wrong, itemCode: 'B-REG' })
    expect(t.ticket(wrong)).toMatchObject({ status: 'waiting', itemCode: 'B-REG', transferCount: 0 })
    expect(callNext(t, 3)).toBe(wrong)
  })

  test('is served on the spot where the window serves both', async () => {
    const t = await openHall()
    const wrong = t.take('A-REG')
    callNext(t, 2)
    t.must(t.staff('1003'), 'CorrectTicketItem', { windowNumber: 2, ticketId: wrong, itemCode: 'B-REG' })
    expect(t.ticket(wrong)).toMatchObject({ status: 'called', windowNumber: 2, queue: 'B' })
  })
})

describe('paper', () => {
  test('a reprint makes no number and is counted (edge case 23)', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    t.must(kioskActor, 'ReportTicketPrint', { ticketId, isPrinted: true, trouble: '' })
    t.must(kioskActor, 'ReprintTicket', { ticketId })
    expect(t.ticket(ticketId).printCount).toBe(2)
    expect(t.hub.tables.ticket.lastSerial(workday, 'A')).toBe(1)
  })

  test('a number whose paper failed stays in its place (edge case 24)', async () => {
    const t = await openHall()
    const ticketId = t.take('A-REG')
    t.must(kioskActor, 'ReportTicketPrint', { ticketId, isPrinted: false, trouble: '缺纸' })
    expect(t.ticket(ticketId)).toMatchObject({ status: 'waiting', printCount: 0 })
    expect(callNext(t, 1)).toBe(ticketId)
  })
})

describe('quotas and limits of the hall', () => {
  test('a quota counts the item’s numbers of this session, cancelled ones given back', async () => {
    const t = await openHall()
    const [first] = Array.from({ length: 3 }, () => t.take('B-QUOTA'))
    const more = { ...anything, itemCode: 'B-QUOTA' }
    expect(t.refusalOf(kioskActor, 'TakeTicket', more)).toBe('quota-used-up')
    t.must(t.staff('2001'), 'CancelTicket', { ticketId: first!, reason: 'visitor-left' })
    expect(t.ticket(t.take('B-QUOTA')).serial).toBe(4)
    t.clock.set(workday, '14:00')
    expect(t.ticket(t.take('B-QUOTA')).session).toBe('afternoon')
  })

  test('numbers of a letter end at 9999, those of another go on (edge case 16)', async () => {
    const t = await createTestHub({ profile: sampleProfile({ queueSettings: { waitingMax: 100_000 } }) })
    const taken = await Promise.all(
      Array.from({ length: 10_000 }, () => t.hub.submit(t.envelope(kioskActor, 'TakeTicket', anything))),
    )
    expect(taken.slice(-2)).toMatchObject([
      { kind: 'done', made: { number: 'A9999' } },
      { kind: 'refused', code: 'numbers-used-up' },
    ])
    expect(t.ticket(t.take('B-REG')).serial).toBe(1)
  })

  test('with as many waiting as it may hold the hall is full until somebody is called', async () => {
    const t = await createTestHub({ profile: sampleProfile({ queueSettings: { waitingMax: 10 } }) })
    t.must(t.staff('1002'), 'OpenServiceWindow', { windowNumber: 1 })
    for (let at = 0; at < 10; at += 1) t.take('A-REG')
    expect(t.refusalOf(kioskActor, 'TakeTicket', { ...anything, itemCode: 'B-REG' })).toBe('hall-full')
    callNext(t, 1)
    t.take('B-REG')
  })
})
