import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstBreak } from '../../main/hub/journal.ts'
import { sampleProfile } from '../support/sample-hall.ts'
import { startTestHall, type TestHall } from '../support/test-hall.ts'

const callersMax = 64
const waitingMax = 500

let hall: TestHall
let clerks: { windowNumber: number; session: string }[]
beforeAll(async () => {
  const windowNumbers = Array.from({ length: callersMax }, (_, at) => at + 1)
  const staffNumberOf = (windowNumber: number) => String(5000 + windowNumber)
  hall = await startTestHall({
    profile: sampleProfile({
      serviceWindows: windowNumbers.map((windowNumber) => ({
        windowNumber,
        name: `${windowNumber}`,
        queues: ['A', 'B'],
      })),
      staff: windowNumbers.map((one) => ({ staffNumber: staffNumberOf(one), name: '窗口员', role: 'clerk' })),
    }),
  })
  clerks = windowNumbers.map((windowNumber) => {
    hall.must(hall.staff(staffNumberOf(windowNumber)), 'OpenServiceWindow', { windowNumber })
    return { windowNumber, session: hall.signIn(staffNumberOf(windowNumber)) }
  })
})
afterAll(() => hall.close())

/** Calls and serves until nobody waits; the tickets in the order of their calls. */
async function work({ windowNumber, session }: { windowNumber: number; session: string }): Promise<number[]> {
  const served: number[] = []
  for (;;) {
    const called = await hall.command({ session }, 'CallNextTicket', { windowNumber })
    if (called.kind !== 'done') {
      expect(called).toMatchObject({ code: 'nobody-waiting' })
      return served
    }
    const ticketId = Number(called.made.ticketId)
    served.push(ticketId)
    await hall.command({ session }, 'StartService', { windowNumber, ticketId })
    const finish = { windowNumber, ticketId, resultCode: 'completed' }
    expect(await hall.command({ session }, 'FinishService', finish)).toMatchObject({ kind: 'done' })
  }
}

describe('sixty-four windows that call at once', () => {
  test('call five hundred waiting numbers: none twice, none lost', { timeout: 90_000 }, async () => {
    const kiosks = Array.from({ length: waitingMax }, (_, at) =>
      hall.command({}, 'TakeTicket', { itemCode: at % 3 === 0 ? 'B-REG' : 'A-REG' }),
    )
    const taken = (await Promise.all(kiosks)).map((one) => (one.kind === 'done' ? Number(one.made.ticketId) : 0))
    const served = (await Promise.all(clerks.map(work))).flat()

    expect(new Set(taken).size).toBe(waitingMax)
    expect(served.length).toBe(waitingMax)
    expect(served.sort((a, b) => a - b)).toEqual(taken.sort((a, b) => a - b))
    expect(hall.hub.tables.ticket.waitingInHall()).toBe(0)
    const calls = hall.eventsAfter(0).filter(({ type }) => type === 'TicketCalled')
    expect(new Set(calls.map(({ body }) => body.ticketId)).size).toBe(calls.length)
    expect(firstBreak(hall.hub.store).brokenAt).toBeNull()
    expect(hall.problems).toEqual([])
  })

  test('that all want one and the same number: one gets it', async () => {
    const ticketId = hall.take('A-REG')
    const wish = { ticketId, reason: '行动不便' }
    const outcomes = await Promise.all(
      clerks.map(({ windowNumber, session }) => hall.command({ session }, 'CallTicket', { ...wish, windowNumber })),
    )
    expect(outcomes.filter((one) => one.kind === 'done')).toHaveLength(1)
    expect(outcomes.filter((one) => one.kind === 'refused' && one.code === 'ticket-not-waiting')).toHaveLength(63)
  })

  test('whose answers were lost and who ask again get the same, and nobody is called twice', async () => {
    const [caller] = clerks.slice(-1)
    const { windowNumber, session } = caller!
    const before = hall.hub.tables.ticket.atWindow(windowNumber)
    if (before !== undefined)
      hall.must(hall.staff('5064'), 'CancelTicket', { ticketId: before.ticketId, reason: 'visitor-left' })
    hall.take('A-REG')
    hall.take('A-REG')
    const id = 'the-same-press-again'
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => hall.command({ session }, 'CallNextTicket', { windowNumber }, id)),
    )
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({ kind: 'done' })
    expect(hall.hub.tables.ticket.waitingInHall()).toBe(1)
  })
})
