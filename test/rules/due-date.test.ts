import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CountedSpan,
  type DueDateFacts,
  dueDateOf,
  excludedDaysOf,
  instantDueTime,
  recountAfterCalendarChange,
} from '../../shared/rules/due-date.ts'
import type { ExcludedDays, LimitOfTime } from '../../shared/rules/limit-count.ts'
import { deemedAcceptance, receivedDayOf } from '../../shared/rules/received-day.ts'
import { endOfBusiness } from '../../shared/rules/working-time.ts'
import type { Calendar } from '../../shared/vocabulary/calendar.ts'
import {
  beijing,
  closingOf,
  daysFrom,
  dueDayByHand,
  dueMinuteByHand,
  isWorked,
  regular,
  someDay,
  someExcluded,
  someOverrides,
  timetables,
} from './day-by-day.ts'
import { calendarOf2025And2026 as calendar, notices, workdayExamples } from './notices.ts'

const emptyCalendar: Calendar = { publishedYears: [], overrides: [] }

const workdays = (amount: number): LimitOfTime => ({ amount, unit: 'workday' })
const naturalDays = (amount: number): LimitOfTime => ({ amount, unit: 'natural-day' })
const hours = (amount: number): LimitOfTime => ({ amount, unit: 'hour' })
const minutes = (amount: number): LimitOfTime => ({ amount, unit: 'minute' })

function facts(startDay: string, limit: LimitOfTime, more: Partial<DueDateFacts> = {}): DueDateFacts {
  return {
    startDay,
    startAt: beijing(startDay, '09:00'),
    limit,
    excluded: [],
    extension: null,
    calendar,
    timetables,
    side: 'citizen',
    ...more,
  }
}

function dueDay(startDay: string, limit: LimitOfTime, more: Partial<DueDateFacts> = {}): string {
  return dueDateOf(facts(startDay, limit, more)).day
}

/** An explanation as it would be written on the back of the notice. */
function written(explanation: readonly CountedSpan[]): string[] {
  return explanation.map(({ from, to, reason, counted, cause, clause }) =>
    [from === to ? from : `${from}..${to}`, reason, counted, cause, clause].filter((part) => part !== '').join(' '),
  )
}

describe('workdays 工作日', () => {
  test.each(workdayExamples)('%s and %i workdays is due on %s', (startDay, amount, day) => {
    expect(dueDateOf(facts(startDay, workdays(amount)))).toMatchObject({ day, isProvisional: false })
  })

  test('what is due on a worked Saturday is due that Saturday', () => {
    const due = dueDateOf(facts('2026-05-08', workdays(1)))
    expect(due).toMatchObject({ day: '2026-05-09', at: beijing('2026-05-09', '17:00') })
  })

  test('the applicant has until the windows close, the hall until its last segment ends', () => {
    expect(dueDateOf(facts('2026-03-02', workdays(10))).at).toBe(beijing('2026-03-16', '17:00'))
    expect(dueDateOf(facts('2026-03-02', workdays(10), { side: 'hall' })).at).toBe(beijing('2026-03-16', '18:00'))
  })

  test('the hours in force on the due day end it, not those of the day of acceptance', () => {
    expect(dueDateOf(facts('2026-05-28', workdays(5))).at).toBe(beijing('2026-06-04', '17:30'))
    expect(dueDateOf(facts('2026-09-28', workdays(5))).at).toBe(beijing('2026-10-10', '17:00'))
  })

  test('without any hours in force a day ends with the day', () => {
    expect(endOfBusiness([], '2026-03-16', 'citizen')).toBe(beijing('2026-03-17', '00:00'))
    expect(dueDateOf(facts('2026-03-02', workdays(10), { timetables: [] })).at).toBe(beijing('2026-03-17', '00:00'))
  })
})

describe('natural days 自然日', () => {
  test.each([
    ['2026-09-20', 15, '2026-10-08'],
    ['2026-02-03', 15, '2026-02-24'],
    ['2026-05-01', 8, '2026-05-09'],
    ['2026-03-02', 15, '2026-03-17'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-02-10', 5, '2026-02-24'],
  ])('%s and %i natural days is due on %s', (startDay, amount, day) => {
    expect(dueDateOf(facts(startDay, naturalDays(amount)))).toMatchObject({ day, isProvisional: false })
  })

  test('fifteen days are not fifteen workdays: the unit is kept as it is printed', () => {
    expect(dueDay('2026-03-02', naturalDays(15))).toBe('2026-03-17')
    expect(dueDay('2026-03-02', workdays(15))).toBe('2026-03-23')
  })

  test('a day that is rolled to must be a day on which the clock runs', () => {
    const excluded = [{ from: '2026-03-09', to: '2026-03-10', cause: '检验' }]
    expect(dueDay('2026-03-02', naturalDays(6), { excluded })).toBe('2026-03-11')
  })
})

describe('hours and minutes 小时、分钟', () => {
  test.each([
    ['within a morning', '2026-03-02', '09:00', hours(2), '2026-03-02', '11:00'],
    ['up to the very end of the morning', '2026-03-02', '09:00', hours(3), '2026-03-02', '12:00'],
    ['across lunch', '2026-03-02', '11:30', hours(1), '2026-03-02', '14:30'],
    ['asked at lunch', '2026-03-02', '12:40', minutes(30), '2026-03-02', '14:30'],
    ['across the night', '2026-03-02', '16:00', hours(4), '2026-03-03', '11:00'],
    ['not through the link-up hour', '2026-03-02', '17:20', hours(1), '2026-03-03', '09:00'],
    ['across a weekend', '2026-03-06', '16:30', hours(1), '2026-03-09', '08:30'],
    ['on a worked Saturday', '2026-05-08', '16:30', hours(1), '2026-05-09', '08:30'],
    ['out of a holiday', '2026-02-18', '10:00', hours(4), '2026-02-24', '12:00'],
    ['into summer hours', '2026-05-29', '16:00', hours(6), '2026-06-01', '16:00'],
    ['of a part of a minute, never early', '2026-03-02', '09:00:20', minutes(30), '2026-03-02', '09:31'],
  ])('%s', (_, startDay, clock, limit, day, dueClock) => {
    const due = dueDateOf(facts(startDay, limit, { startAt: beijing(startDay, clock) }))
    expect(due).toMatchObject({ day, at: beijing(day, dueClock) })
  })

  test('no minute runs on an excluded day, the first one included', () => {
    const excluded = [{ from: '2026-03-02', to: '2026-03-03', cause: '检测' }]
    const due = dueDateOf(facts('2026-03-02', hours(1), { excluded }))
    expect(due.at).toBe(beijing('2026-03-04', '09:00'))
    expect(written(due.explanation)).toEqual([
      '2026-03-02..2026-03-03 excluded 0 检测 行政许可法 第四十五条',
      '2026-03-04 workday 60 行政许可法 第八十二条',
    ])
  })

  test('says which days had hours left', () => {
    const due = dueDateOf(facts('2026-03-06', hours(8), { startAt: beijing('2026-03-06', '17:20') }))
    expect(written(due.explanation)).toEqual([
      '2026-03-06 no-open-hours 0 民法典 第二百零三条',
      '2026-03-07..2026-03-08 weekend 0 行政许可法 第八十二条',
      '2026-03-09..2026-03-10 workday 480 行政许可法 第八十二条',
    ])
  })

  test('a hall without any hours can promise none, and that is our own mistake', () => {
    expect(() => dueDateOf(facts('2026-03-02', hours(1), { timetables: [] }))).toThrow('no end of a limit')
  })
})

describe('stops and extension 除外期间、延期', () => {
  const tenFromSecondOfMarch = facts('2026-03-02', workdays(10))

  test('the days from the one after the notice to that of the result are left out', () => {
    const stop = excludedDaysOf('2026-03-05', '2026-03-10', '听证')!
    expect(stop).toEqual({ from: '2026-03-06', to: '2026-03-10', cause: '听证' })
    const due = dueDateOf({ ...tenFromSecondOfMarch, excluded: [stop] })
    expect(due.day).toBe('2026-03-19')
    expect(due.explanation.find(({ reason }) => reason === 'excluded')).toMatchObject({ days: 5, workdays: 3 })
  })

  test('a result on the day of its notice takes no day', () => {
    expect(excludedDaysOf('2026-03-05', '2026-03-05', '听证')).toBeNull()
  })

  test('overlapping, nested and doubled stops exclude a day once', () => {
    const stop = { from: '2026-03-06', to: '2026-03-10', cause: '听证' }
    const nested = { from: '2026-03-09', to: '2026-03-09', cause: '补正' }
    const overlapping = { from: '2026-03-10', to: '2026-03-11', cause: '补正' }
    const excluded = [stop, stop, nested, overlapping]
    const due = dueDateOf({ ...tenFromSecondOfMarch, excluded })
    expect(due.day).toBe('2026-03-20')
    expect(written(due.explanation).filter((line) => line.includes('excluded'))).toEqual([
      '2026-03-06..2026-03-10 excluded 0 听证 行政许可法 第四十五条',
      '2026-03-11 excluded 0 补正 行政许可法 第四十五条',
    ])
  })

  test('an extension adds to the original date, stops included', () => {
    const excluded = [{ from: '2026-03-06', to: '2026-03-10', cause: '听证' }]
    expect(dueDay('2026-03-02', workdays(10), { excluded, extension: workdays(10) })).toBe('2026-04-02')
    expect(dueDay('2026-03-02', workdays(10), { extension: workdays(10) })).toBe('2026-03-30')
  })

  test('an extension of a date that rolled adds to the date that was printed', () => {
    expect(dueDay('2026-09-20', naturalDays(15), { extension: naturalDays(5) })).toBe('2026-10-13')
  })

  test('each unit extends each', () => {
    const startAt = beijing('2026-03-02', '16:00')
    const due = (limit: LimitOfTime, extension: LimitOfTime) =>
      dueDateOf(facts('2026-03-02', limit, { startAt, extension })).at
    expect(due(hours(2), hours(2))).toBe(beijing('2026-03-03', '11:00'))
    expect(due(hours(2), workdays(1))).toBe(beijing('2026-03-04', '17:00'))
    expect(due(workdays(1), hours(2))).toBe(beijing('2026-03-04', '10:00'))
  })
})

describe('the calendar of next year 日历未公布', () => {
  test('a count into a year without a notice is provisional, never silent', () => {
    expect(dueDateOf(facts('2026-12-31', workdays(1)))).toMatchObject({ day: '2027-01-01', isProvisional: true })
    expect(dueDateOf(facts('2026-12-30', workdays(1)))).toMatchObject({ day: '2026-12-31', isProvisional: false })
    expect(dueDateOf(facts('2026-12-20', naturalDays(15)))).toMatchObject({ day: '2027-01-04', isProvisional: true })
    const startAt = beijing('2026-12-31', '16:30')
    expect(dueDateOf(facts('2026-12-31', minutes(30), { startAt })).isProvisional).toBe(false)
    expect(dueDateOf(facts('2026-12-31', minutes(31), { startAt })).isProvisional).toBe(true)
  })

  test('a natural day rolled into a year without a notice is provisional', () => {
    const overrides = [{ day: '2026-12-31', isWorkday: false, reason: '停电', documentNumber: '' }]
    const due = dueDateOf(facts('2026-12-30', naturalDays(1), { calendar: { ...calendar, overrides } }))
    expect(due).toMatchObject({ day: '2027-01-01', isProvisional: true })
  })

  test('an excluded day is not counted whatever it turns out to be', () => {
    const excluded = [{ from: '2024-12-30', to: '2024-12-31', cause: '检验' }]
    expect(dueDateOf(facts('2024-12-29', workdays(1), { excluded })).isProvisional).toBe(false)
    expect(dueDateOf(facts('2024-12-29', workdays(3))).isProvisional).toBe(true)
  })
})

describe('every due date explains itself', () => {
  test('twenty workdays across a holiday are a handful of lines', () => {
    const due = dueDateOf(facts('2026-04-20', workdays(20)))
    expect(due.day).toBe('2026-05-20')
    expect(written(due.explanation)).toEqual([
      '2026-04-20 start-day-not-counted 0 民法典 第二百零一条',
      '2026-04-21..2026-04-24 workday 4 行政许可法 第八十二条',
      '2026-04-25..2026-04-26 weekend 0 行政许可法 第八十二条',
      '2026-04-27..2026-04-30 workday 4 行政许可法 第八十二条',
      '2026-05-01..2026-05-02 statutory-holiday 0 国办发明电〔2025〕7号 行政许可法 第八十二条',
      '2026-05-03..2026-05-05 adjusted-rest 0 国办发明电〔2025〕7号 行政许可法 第八十二条',
      '2026-05-06..2026-05-08 workday 3 行政许可法 第八十二条',
      '2026-05-09 adjusted-workday 1 国办发明电〔2025〕7号 行政许可法 第八十二条',
      '2026-05-10 weekend 0 行政许可法 第八十二条',
      '2026-05-11..2026-05-15 workday 5 行政许可法 第八十二条',
      '2026-05-16..2026-05-17 weekend 0 行政许可法 第八十二条',
      '2026-05-18..2026-05-20 workday 3 行政许可法 第八十二条',
    ])
  })

  test('natural days, the roll and the extension are told apart', () => {
    const due = dueDateOf(facts('2026-09-20', naturalDays(15), { extension: naturalDays(1) }))
    expect(written(due.explanation)).toEqual([
      '2026-09-20 start-day-not-counted 0 民法典 第二百零一条',
      '2026-09-21..2026-10-05 natural-day 15 民法典 第二百条',
      '2026-10-06..2026-10-08 rolled-forward 0 民法典 第二百零三条',
      '2026-10-09 extension 1 行政许可法 第四十二条',
    ])
  })

  test('the hall’s own days speak in its own words', () => {
    const overrides = [
      { day: '2026-03-03', isWorkday: false, reason: '台风停工', documentNumber: '' },
      { day: '2026-03-07', isWorkday: true, reason: '周六延时', documentNumber: '' },
    ]
    const due = dueDateOf(facts('2026-03-02', workdays(4), { calendar: { ...calendar, overrides } }))
    expect(written(due.explanation).filter((line) => line.includes('local'))).toEqual([
      '2026-03-03 local-closure 0 台风停工',
      '2026-03-07 local-workday 1 周六延时',
    ])
  })
})

describe('a date that was printed 日历更新后', () => {
  const printed = { day: '2027-03-01', at: beijing('2027-03-01', '17:00') }

  test('is moved later, and said so, when the new calendar comes out later', () => {
    const fresh = { day: '2027-03-03', at: beijing('2027-03-03', '17:00') }
    expect(recountAfterCalendarChange({ printed, fresh })).toEqual({ kind: 'moved-later', inForce: fresh })
  })

  test('is never moved earlier', () => {
    const fresh = { day: '2027-02-26', at: beijing('2027-02-26', '17:00') }
    expect(recountAfterCalendarChange({ printed, fresh })).toEqual({
      kind: 'kept',
      inForce: printed,
      reason: 'never-earlier',
    })
    expect(recountAfterCalendarChange({ printed, fresh: printed })).toMatchObject({ kind: 'kept', reason: 'same' })
  })

  test('entered before the notice of the Spring Festival, it comes out later after it', () => {
    const [of2025, of2026] = notices
    const before = dueDateOf(facts('2026-02-12', workdays(5), { calendar: { ...calendar, publishedYears: [of2025] } }))
    const after = dueDateOf(facts('2026-02-12', workdays(5), { calendar: { ...calendar, publishedYears: [of2026] } }))
    expect([before.day, before.isProvisional, after.day, after.isProvisional]).toEqual([
      '2026-02-19',
      true,
      '2026-02-26',
      false,
    ])
    expect(recountAfterCalendarChange({ printed: before, fresh: after }).kind).toBe('moved-later')
  })
})

describe('receipt 收到', () => {
  test.each([
    ['in the public hours', '2026-03-02', '09:00', '2026-03-02'],
    ['before they begin', '2026-03-02', '06:30', '2026-03-02'],
    ['at lunch', '2026-03-02', '12:30', '2026-03-02'],
    ['in the last second before closing', '2026-03-02', '16:59:59', '2026-03-02'],
    ['at closing', '2026-03-02', '17:00', '2026-03-03'],
    ['online at 20:00', '2026-03-06', '20:00', '2026-03-09'],
    ['on a Sunday', '2026-03-08', '10:00', '2026-03-09'],
    ['on a worked Saturday', '2026-05-09', '10:00', '2026-05-09'],
    ['in a holiday', '2026-02-18', '10:00', '2026-02-24'],
  ])('%s: %s %s is received on %s', (_, day, clock, received) => {
    expect(receivedDayOf(timetables, calendar, beijing(day, clock))).toEqual({ day: received, isProvisional: false })
  })

  test('on a day of a year without a notice is provisional', () => {
    expect(receivedDayOf(timetables, calendar, beijing('2026-12-31', '20:00'))).toEqual({
      day: '2027-01-01',
      isProvisional: true,
    })
  })

  test('an instant matter is due when the windows close on the day it is received', () => {
    const due = (day: string, clock: string) => instantDueTime(timetables, calendar, beijing(day, clock))
    expect(due('2026-03-02', '09:00')).toEqual({ day: '2026-03-02', at: beijing('2026-03-02', '17:00') })
    expect(due('2026-03-06', '17:10')).toEqual({ day: '2026-03-09', at: beijing('2026-03-09', '17:00') })
  })
})

describe('deemed acceptance 视为受理', () => {
  test('without a notice by the end of the fifth workday the filing is accepted, from the day of receipt', () => {
    expect(deemedAcceptance({ receivedDay: '2026-04-30', calendar, timetables })).toEqual({
      noticeDueDay: '2026-05-11',
      lapsesAt: beijing('2026-05-11', '18:00'),
      acceptedDay: '2026-04-30',
      isProvisional: false,
    })
  })

  test('the decision’s twenty workdays have used five when it lapses', () => {
    const { acceptedDay, noticeDueDay } = deemedAcceptance({ receivedDay: '2026-03-02', calendar, timetables })
    expect(dueDay(acceptedDay, workdays(20))).toBe(dueDay(noticeDueDay, workdays(15)))
  })

  test('is provisional when its days are guessed', () => {
    expect(deemedAcceptance({ receivedDay: '2026-12-29', calendar, timetables }).isProvisional).toBe(true)
  })
})

const someDayLimit = fc.record({
  amount: fc.integer({ min: 1, max: 45 }),
  unit: fc.constantFrom<LimitOfTime['unit']>('workday', 'natural-day'),
})

/** A filing with any stops and any extension in a hall with any days of its own. */
const someFiling = someDay.chain((startDay) =>
  fc.record({
    startDay: fc.constant(startDay),
    startAt: fc.integer({ min: 0, max: 24 * 3600 - 1 }).map((second) => beijing(startDay, '00:00') + second * 1000),
    limit: someDayLimit,
    excluded: someExcluded(startDay),
    extension: fc.option(someDayLimit),
    overrides: someOverrides,
    side: fc.constantFrom('citizen' as const, 'hall' as const),
  }),
)

type SomeFiling = typeof someFiling extends fc.Arbitrary<infer Filing> ? Filing : never

function factsOf({ overrides, ...filing }: SomeFiling, more: Partial<DueDateFacts> = {}): DueDateFacts {
  return { ...filing, calendar: { ...calendar, overrides }, timetables, ...more }
}

describe('for every filing', () => {
  test('the due date is what counting day by day on the wall comes to', () => {
    fc.assert(
      fc.property(someFiling, (filing) => {
        const due = dueDateOf(factsOf(filing))
        const byHand = dueDayByHand(filing)
        expect(due).toMatchObject({ day: byHand, at: closingOf(byHand, filing.side) })
      }),
      { numRuns: 500 },
    )
  })

  test('a limit in hours or minutes ends with the minute that counting each of them comes to', () => {
    const someAmount = fc.integer({ min: 1, max: 2500 })
    fc.assert(
      fc.property(someFiling, someAmount, fc.option(someAmount), (filing, amount, more) => {
        const limit = amount % 60 === 0 ? hours(amount / 60) : minutes(amount)
        const due = dueDateOf(factsOf(filing, { limit, extension: more === null ? null : minutes(more) }))
        expect(due.at).toBe(dueMinuteByHand({ ...filing, minutes: amount + (more ?? 0) }))
      }),
      { numRuns: 200 },
    )
  })

  test('one more stop never makes the date earlier, and a doubled one changes nothing', () => {
    fc.assert(
      fc.property(someFiling, fc.nat(), (filing, pick) => {
        const { excluded } = filing
        const without = excluded.slice(1)
        const all = dueDateOf(factsOf(filing))
        expect(all.at).toBeGreaterThanOrEqual(dueDateOf(factsOf(filing, { excluded: without })).at)

        const doubled = excluded.length === 0 ? [] : [...excluded, excluded[pick % excluded.length]!]
        expect(dueDateOf(factsOf(filing, { excluded: doubled }))).toEqual(all)
      }),
    )
  })

  test('the order in which stops were entered changes neither the date nor its explanation', () => {
    const shuffled = someFiling.chain((filing) =>
      fc.record({
        filing: fc.constant(filing),
        excluded: fc.shuffledSubarray(filing.excluded, { minLength: filing.excluded.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ filing, excluded }) => {
        expect(dueDateOf(factsOf(filing, { excluded }))).toEqual(dueDateOf(factsOf(filing)))
      }),
    )
  })

  test('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(someFiling, (filing) => {
        const longer = { ...filing.limit, amount: filing.limit.amount + 1 }
        expect(dueDateOf(factsOf(filing, { limit: longer })).at).toBeGreaterThanOrEqual(dueDateOf(factsOf(filing)).at)
      }),
    )
  })

  test('the explanation covers each day from the start to the end once, and what counts adds up', () => {
    fc.assert(
      fc.property(someFiling, (filing) => {
        const { explanation, day } = dueDateOf(factsOf(filing))
        const covered = explanation.flatMap(({ from, days }) => daysFrom(from, days))
        expect(covered).toEqual(daysFrom(filing.startDay, covered.length))
        expect(explanation.at(-1)!.to).toBe(day)

        const sum = (isOfExtension: boolean) =>
          explanation
            .filter(({ reason }) => (reason === 'extension') === isOfExtension)
            .reduce((total, { counted }) => total + counted, 0)
        expect([sum(false), sum(true)]).toEqual([filing.limit.amount, filing.extension?.amount ?? 0])
        for (const { counts, counted, from, to, days, workdays: worked } of explanation) {
          expect(counted).toBe(counts ? days : 0)
          expect(daysFrom(from, days).at(-1)).toBe(to)
          expect(worked).toBe(daysFrom(from, days).filter((one) => isWorked(one, filing.overrides)).length)
        }
      }),
    )
  })

  test('two spans in a row have different reasons', () => {
    fc.assert(
      fc.property(someFiling, (filing) => {
        const lines = dueDateOf(factsOf(filing)).explanation.map(({ reason, cause }) => `${reason} ${cause}`)
        expect(lines.every((line, index) => line !== lines[index - 1])).toBe(true)
      }),
    )
  })

  test('through any sequence of notices and own days the date in force is the latest that was ever counted', () => {
    const someCalendar = fc.record({
      publishedYears: fc.subarray([...notices]),
      overrides: someOverrides,
    })
    fc.assert(
      fc.property(someFiling, fc.array(someCalendar, { minLength: 1, maxLength: 6 }), (filing, imports) => {
        const counted = [emptyCalendar, ...imports].map((one) => dueDateOf(factsOf(filing, { calendar: one })))
        let inForce = counted[0]!.at
        for (const fresh of counted.slice(1)) {
          const printed = { day: '', at: inForce }
          const recount = recountAfterCalendarChange({ printed, fresh })
          expect(recount.inForce.at).toBeGreaterThanOrEqual(inForce)
          inForce = recount.inForce.at
        }
        expect(inForce).toBe(Math.max(...counted.map(({ at }) => at)))
      }),
    )
  })

  test('a count is certain exactly when every day it leaned on is of a published year or the hall’s own', () => {
    fc.assert(
      fc.property(someFiling, fc.subarray([...notices]), (filing, publishedYears) => {
        const limit = { ...filing.limit, unit: 'workday' as const }
        const known = { publishedYears, overrides: filing.overrides }
        const due = dueDateOf(factsOf(filing, { limit, extension: null, calendar: known }))
        const isHeld = (day: string, { from, to }: ExcludedDays) => day >= from && day <= to
        const leanedOn = daysFrom(filing.startDay, 900)
          .slice(1)
          .filter((day) => day <= due.day && !filing.excluded.some((one) => isHeld(day, one)))
        const isKnown = (day: string) =>
          publishedYears.some(({ year }) => day.startsWith(`${year}`)) ||
          filing.overrides.some((override) => override.day === day)
        expect(due.isProvisional).toBe(!leanedOn.every(isKnown))
      }),
    )
  })
})

test('the hours of 篇5.7 alone do as well as two versions', () => {
  expect(dueDateOf(facts('2026-05-28', workdays(5), { timetables: [regular] })).at).toBe(beijing('2026-06-04', '17:00'))
})
