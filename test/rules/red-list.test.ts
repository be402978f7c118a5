import { describe, expect, test } from 'vitest'
import { spanOfMonth } from '../../shared/rules/month-review.ts'
import { overdueIn } from '../../shared/rules/red-list.ts'
import { createWorkingTime } from '../../shared/rules/working-time.ts'
import type { Filing } from '../../shared/vocabulary/filing.ts'
import { setupOf } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { acceptedFiling, instantFiling } from '../support/run-facts.ts'

const { timetables, calendar } = setupOf()
const { workdaysBetween } = createWorkingTime(timetables, calendar, '2026-06-01')
const dueOn = (day: string) => ({ day, at: instantAt(day, '18:00'), warnAt: 0, isProvisional: false })

/** The line of a filing in May, told on 1 June unless it is said otherwise. */
function lineOf(changes: Partial<Filing>, now = instantAt('2026-06-01', '09:00'), month = '2026-05') {
  const filing = acceptedFiling({ promisedDue: dueOn('2026-05-20'), statutoryDue: dueOn('2026-06-10'), ...changes })
  return overdueIn(filing, spanOfMonth(month, now), workdaysBetween, ({ ownerId }) => ownerId)
}
const decidedOn = (day: string, time = '10:00') => ({ decidedAt: instantAt(day, time), decidedDay: day })

describe('the red list of a month', () => {
  test('has what was decided in it after the promise, with the workdays since', () => {
    expect(lineOf(decidedOn('2026-05-22'))).toMatchObject({
      ...{ limit: 'promised', dueDay: '2026-05-20', endedDay: '2026-05-22', lateWorkdays: 2, reason: '' },
    })
    expect(lineOf({ ...decidedOn('2026-05-20', '18:01'), overdueReason: '系统故障' })).toMatchObject({
      ...{ lateWorkdays: 0, reason: '系统故障' },
    })
  })

  test.each<[string, Partial<Filing>]>([
    ['decided in time', decidedOn('2026-05-20', '17:59')],
    ['decided late in an earlier month', { ...decidedOn('2026-04-24'), promisedDue: dueOn('2026-04-20') }],
    ['not due yet', { promisedDue: dueOn('2026-06-02') }],
    ['without any limit', { promisedDue: null, statutoryDue: null }],
    [
      'held back by a special procedure',
      { suspension: { procedure: 'hearing', fromDay: '2026-05-18', expectedEndDay: '2026-06-18', basis: '' } },
    ],
  ])('has none that was %s', (_, changes) => {
    expect(lineOf(changes)).toBeNull()
  })

  test('has what is open still, up to the end of the month, and up to now while the month goes on', () => {
    expect(lineOf({})).toMatchObject({ endedDay: null, lateWorkdays: 7 })
    expect(lineOf({}, instantAt('2026-05-22', '09:00'))).toMatchObject({ endedDay: null, lateWorkdays: 2 })
    expect(lineOf({}, instantAt('2026-05-20', '17:00'))).toBeNull()
  })

  test('keeps what was decided later: it was late when the month ended', () => {
    expect(lineOf(decidedOn('2026-06-05'), instantAt('2026-07-01', '09:00'))).toMatchObject({ endedDay: null })
    const june = lineOf(decidedOn('2026-06-05'), instantAt('2026-07-01', '09:00'), '2026-06')
    expect(june).toMatchObject({ endedDay: '2026-06-05', limit: 'promised' })
  })

  test('names the law before the promise, and what was withdrawn late too', () => {
    const endedAt = instantAt('2026-05-28', '10:00')
    const withdrawn = lineOf({ status: 'withdrawn', endedAt, statutoryDue: dueOn('2026-05-27') })
    expect(withdrawn).toMatchObject({
      limit: 'statutory',
      dueDay: '2026-05-27',
      endedDay: '2026-05-28',
      lateWorkdays: 1,
    })
  })

  test('leaves an instant matter that was served past closing to its day', () => {
    const due = dueOn('2026-05-20')
    const instant = { ...instantFiling(), promisedDue: due, statutoryDue: null }
    expect(lineOf({ ...instant, ...decidedOn('2026-05-20', '18:30') })).toBeNull()
    expect(lineOf({ ...instant, ...decidedOn('2026-05-21') })).toMatchObject({ lateWorkdays: 1 })
  })

  test('asks who was in charge when it was due', () => {
    const filing = acceptedFiling({ promisedDue: dueOn('2026-05-20'), statutoryDue: null })
    const span = spanOfMonth('2026-05', instantAt('2026-06-01', '09:00'))
    const asked: number[] = []
    const line = overdueIn(filing, span, workdaysBetween, (_, at) => {
      asked.push(at)
      return 'clerk-9'
    })
    expect(line?.staffId).toBe('clerk-9')
    expect(asked).toEqual([instantAt('2026-05-20', '18:00')])
  })
})
