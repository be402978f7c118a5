import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEarlier, nextTicket, sortKeyOf, streakAfter, type WaitingHead } from '../../shared/rules/next-ticket.ts'

const waiting = fc.uniqueArray(
  fc.record({
    ticketId: fc.integer({ min: 1, max: 200 }),
    queue: fc.constantFrom('A', 'B'),
    priorityClass: fc.integer({ min: 0, max: 1 }),
    sortKey: fc.integer({ min: 1, max: 40 }),
  }),
  { selector: (one) => one.ticketId, minLength: 1, maxLength: 30 },
)
const interleave = fc.integer({ min: 1, max: 4 })

/** Everybody, in the order in which one window calls them. */
function callAll(tickets: readonly WaitingHead[], priorityInterleave: number): WaitingHead[] {
  const left = [...tickets]
  const called: WaitingHead[] = []
  let streak = 0
  for (let next = nextTicket(left, streak, priorityInterleave); next; ) {
    called.push(next)
    streak = streakAfter(streak, next)
    left.splice(left.indexOf(next), 1)
    next = nextTicket(left, streak, priorityInterleave)
  }
  return called
}

describe('who is next', () => {
  test('nobody, when nobody waits', () => {
    expect(nextTicket([], 0, 2)).toBeUndefined()
  })

  test('with ten priority and three ordinary tickets it goes two to one', () => {
    const heads = Array.from({ length: 13 }, (_, at) => ({
      ticketId: at + 1,
      queue: 'A',
      priorityClass: Number(at >= 3),
      sortKey: sortKeyOf(at + 1),
    }))
    const classes = callAll(heads, 2).map((one) => one.priorityClass)
    expect(classes.join('')).toBe('1101101101111')
  })

  test('equal places go by the number of the slip', () => {
    const one = { ticketId: 3, queue: 'A', priorityClass: 0, sortKey: 5 }
    expect(isEarlier(one, { ...one, ticketId: 4 })).toBe(true)
    expect(isEarlier({ ...one, ticketId: 4 }, one)).toBe(false)
  })

  test('everybody is called, each once', () => {
    fc.assert(
      fc.property(waiting, interleave, (tickets, k) => {
        expect(callAll(tickets, k).sort((a, b) => a.ticketId - b.ticketId)).toEqual(
          [...tickets].sort((a, b) => a.ticketId - b.ticketId),
        )
      }),
    )
  })

  test('within a class nobody is called before somebody with an earlier place', () => {
    fc.assert(
      fc.property(waiting, interleave, (tickets, k) => {
        for (const priorityClass of [0, 1]) {
          const ofClass = callAll(tickets, k).filter((one) => one.priorityClass === priorityClass)
          ofClass.slice(1).forEach((one, at) => {
            expect(isEarlier(ofClass[at]!, one)).toBe(true)
          })
        }
      }),
    )
  })

  test('while an ordinary ticket waits, never more than k priority ones are called in a row', () => {
    fc.assert(
      fc.property(waiting, interleave, (tickets, k) => {
        const classes = callAll(tickets, k).map((one) => one.priorityClass)
        const lastOrdinary = classes.lastIndexOf(0)
        const run = classes.slice(0, lastOrdinary + 1).join('')
        expect(run).not.toContain('1'.repeat(k + 1))
      }),
    )
  })

  test('while a priority ticket waits, no two ordinary ones are called in a row', () => {
    fc.assert(
      fc.property(waiting, interleave, (tickets, k) => {
        const classes = callAll(tickets, k).map((one) => one.priorityClass)
        expect(classes.slice(0, classes.lastIndexOf(1) + 1).join('')).not.toContain('00')
      }),
    )
  })
})
