import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, minuteMs } from '../../shared/rules/hall-time.ts'
import {
  type HallSchedule,
  issuingSpanAt,
  issuingSpans,
  nextOpenAt,
  nextOpening,
  openMinutesBetween,
  phaseAt,
  scheduleOf,
  timetableOn,
} from '../../shared/rules/timetable.ts'
import type { Calendar } from '../../shared/vocabulary/calendar.ts'
import { type Timetable, type TimetableSegment, timetable } from '../../shared/vocabulary/timetable.ts'
import { regular } from './day-by-day.ts'
import { calendarOf2025And2026 as calendar } from './notices.ts'

const summer: Timetable = {
  ...regular,
  timetableId: 'summer-2026',
  name: '2026 年夏令时作息',
  validFrom: '2026-06-01',
  validTo: '2026-09-30',
  segments: [
    { from: '08:00', to: '12:00', phase: 'open' },
    { from: '15:00', to: '17:00', phase: 'open' },
    { from: '17:00', to: '18:00', phase: 'linkup' },
  ],
}

const both = [regular, summer]
const noMargins = { preOpenMinutes: 0, lastTicketMinutes: 0 }
const workday = '2026-05-08'

function scheduleOn(day: string): HallSchedule {
  return scheduleOf(both, calendar, day)
}

function at(day: string, clock: string): number {
  const [hours, minutes, seconds = '0'] = clock.split(':')
  return instantOf(day, `${hours}:${minutes}`) + Number(seconds) * 1000
}

/** The spans of a day as a person would write them down. */
function written(spans: readonly { startsAt: number; endsAt: number }[], day = workday): string[] {
  const clock = (instant: number) => {
    const minutes = (instant - instantOf(day, '00:00')) / minuteMs
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  return spans.map(({ startsAt, endsAt, ...rest }) =>
    [clock(startsAt), clock(endsAt), ...Object.values(rest)].join(' ').trim(),
  )
}

describe('timetableOn 作息版本', () => {
  test.each([
    ['2026-05-31', 'regular'],
    ['2026-06-01', 'summer-2026'],
    ['2026-09-30', 'summer-2026'],
    ['2026-10-01', 'regular'],
    ['2020-01-01', 'regular'],
    ['2019-12-31', undefined],
  ])('on %s the version in force is %s', (day, timetableId) => {
    expect(timetableOn(both, day)?.timetableId).toBe(timetableId)
    expect(timetableOn([...both].reverse(), day)?.timetableId).toBe(timetableId)
  })

  test('a new regular version that begins within the season does not end the season', () => {
    const renewed = { ...regular, timetableId: 'renewed', validFrom: '2026-07-01' }
    expect(timetableOn([regular, summer, renewed], '2026-07-01')?.timetableId).toBe('summer-2026')
    expect(timetableOn([regular, summer, renewed], '2026-10-01')?.timetableId).toBe('renewed')
  })

  test('of two seasonal versions the one that began later is in force', () => {
    const heat = { ...summer, timetableId: 'heat', validFrom: '2026-07-20', validTo: '2026-08-10' }
    expect(timetableOn([heat, ...both], '2026-07-20')?.timetableId).toBe('heat')
    expect(timetableOn([heat, ...both], '2026-08-11')?.timetableId).toBe('summer-2026')
  })
})

describe('scheduleOf 一天的时段', () => {
  test('a workday of 篇5.7 is cut at 8, 12, 14, 17 and 18', () => {
    expect(written(scheduleOn(workday).spans)).toEqual([
      '00:00 08:00 before-open',
      '08:00 12:00 open morning',
      '12:00 14:00 lunch',
      '14:00 17:00 open afternoon',
      '17:00 18:00 linkup',
      '18:00 24:00 closed',
    ])
  })

  test('a rest day is one span, and still tells the hours it would have', () => {
    const schedule = scheduleOn('2026-05-05')
    expect(written(schedule.spans, '2026-05-05')).toEqual(['00:00 24:00 rest-day'])
    expect(schedule).toMatchObject({
      isWorkday: false,
      dayKind: 'adjusted-rest',
      timetable: { timetableId: 'regular' },
    })
    expect(schedule.reason).toBe('国办发明电〔2025〕7号')
  })

  test('a workday without a timetable is closed, not open by guess', () => {
    const schedule = scheduleOf([summer], calendar, workday)
    expect(written(schedule.spans)).toEqual(['00:00 24:00 closed'])
    expect(schedule).toMatchObject({ isWorkday: true, timetable: null })
  })

  test('a day of a year without a notice is worked out and called provisional', () => {
    expect(scheduleOn('2027-01-04')).toMatchObject({ isWorkday: true, isProvisional: true })
    expect(scheduleOn(workday).isProvisional).toBe(false)
  })

  test('hours without a break are one morning, and segments that meet are one span', () => {
    const segments = [
      { from: '00:00', to: '09:00', phase: 'open' },
      { from: '09:00', to: '24:00', phase: 'open' },
    ] as const
    expect(written(scheduleOf([{ ...regular, segments: [...segments] }], calendar, workday).spans)).toEqual([
      '00:00 24:00 open morning',
    ])
  })

  test('a pause before the first public hour is no lunch, and one after the last is none either', () => {
    const segments: TimetableSegment[] = [
      { from: '07:00', to: '07:30', phase: 'linkup' },
      { from: '08:00', to: '12:00', phase: 'open' },
      { from: '13:00', to: '14:00', phase: 'linkup' },
    ]
    expect(written(scheduleOf([{ ...regular, segments }], calendar, workday).spans)).toEqual([
      '00:00 07:00 before-open',
      '07:00 07:30 linkup',
      '07:30 08:00 before-open',
      '08:00 12:00 open morning',
      '12:00 13:00 closed',
      '13:00 14:00 linkup',
      '14:00 24:00 closed',
    ])
  })
})

describe('phaseAt 此刻的时段', () => {
  test.each([
    ['00:00:00', 'before-open', null],
    ['07:59:59', 'before-open', null],
    ['08:00:00', 'open', 'morning'],
    ['11:59:59', 'open', 'morning'],
    ['12:00:00', 'lunch', null],
    ['13:59:59', 'lunch', null],
    ['14:00:00', 'open', 'afternoon'],
    ['16:59:59', 'open', 'afternoon'],
    ['17:00:00', 'linkup', null],
    ['17:59:59', 'linkup', null],
    ['18:00:00', 'closed', null],
    ['23:59:59', 'closed', null],
  ])('at %s of a workday it is %s', (clock, phase, session) => {
    expect(phaseAt(scheduleOn(workday), at(workday, clock))).toMatchObject({ phase, session })
  })

  test.each([
    ['2026-05-09', '10:00', 'open'],
    ['2026-05-05', '10:00', 'rest-day'],
    ['2026-10-03', '10:00', 'rest-day'],
  ])('on %s at %s it is %s', (day, clock, phase) => {
    expect(phaseAt(scheduleOn(day), at(day, clock)).phase).toBe(phase)
  })

  test('the season begins on its first day: what was open at 14:20 the workday before is lunch', () => {
    expect(phaseAt(scheduleOn('2026-05-29'), at('2026-05-29', '14:20')).phase).toBe('open')
    expect(phaseAt(scheduleOn('2026-06-01'), at('2026-06-01', '14:20')).phase).toBe('lunch')
    expect(phaseAt(scheduleOn('2026-09-30'), at('2026-09-30', '14:20')).phase).toBe('lunch')
    expect(phaseAt(scheduleOn('2026-10-08'), at('2026-10-08', '14:20')).phase).toBe('open')
  })

  test('summer hours are another timetable and not another clock: noon is at the same instant', () => {
    expect(at('2026-07-01', '12:00') - at('2026-05-29', '12:00')).toBe(33 * 24 * 60 * minuteMs)
    expect(phaseAt(scheduleOn('2026-07-01'), Date.UTC(2026, 6, 1, 3, 59, 59, 999)).phase).toBe('open')
    expect(phaseAt(scheduleOn('2026-07-01'), Date.UTC(2026, 6, 1, 4)).phase).toBe('lunch')
  })

  test('an instant of another day is our own mistake and throws', () => {
    expect(() => phaseAt(scheduleOn(workday), at('2026-05-09', '00:00'))).toThrow('is not on 2026-05-08')
    expect(() => phaseAt(scheduleOn(workday), at(workday, '00:00') - 1)).toThrow(RangeError)
  })
})

describe('nextOpenAt 下次开放', () => {
  test.each([
    [workday, '07:00', workday, '08:00'],
    [workday, '08:00', workday, '14:00'],
    [workday, '11:59:59', workday, '14:00'],
    [workday, '12:00', workday, '14:00'],
    [workday, '17:00', '2026-05-09', '08:00'],
    ['2026-05-09', '18:00', '2026-05-11', '08:00'],
    ['2026-02-14', '18:00', '2026-02-24', '08:00'],
    ['2026-09-30', '14:30', '2026-09-30', '15:00'],
    ['2026-09-30', '18:00', '2026-10-08', '08:00'],
  ])('%s %s: on %s at %s', (day, clock, openDay, openClock) => {
    expect(nextOpenAt(both, calendar, at(day, clock))).toBe(at(openDay, openClock))
  })

  test('an opening that rests on a guess of the calendar says so', () => {
    expect(nextOpening(both, calendar, at('2026-12-31', '18:00'))).toEqual({
      startsAt: at('2027-01-01', '08:00'),
      isProvisional: true,
    })
    expect(nextOpening(both, calendar, at('2026-12-30', '18:00'))?.isProvisional).toBe(false)
  })

  test('an opening on a certain day behind guessed rest days says so too', () => {
    const monday = { day: '2027-01-04', isWorkday: true, reason: '开门办公', documentNumber: '' }
    const known: Calendar = { ...calendar, overrides: [monday] }
    expect(nextOpening(both, known, at('2027-01-01', '18:00'))).toEqual({
      startsAt: at('2027-01-04', '08:00'),
      isProvisional: true,
    })
  })

  test('nothing within 31 days is null', () => {
    const days = Array.from({ length: 40 }, (_, index) => addDays('2026-07-01', index))
    const overrides = days.map((day) => ({ day, isWorkday: false, reason: '搬迁', documentNumber: '' }))
    const closed: Calendar = { ...calendar, overrides }
    expect(nextOpenAt(both, closed, at('2026-07-01', '09:00'))).toBeNull()
    expect(nextOpenAt(both, closed, at('2026-07-10', '09:00'))).toBe(at('2026-08-10', '08:00'))
    expect(nextOpenAt([], calendar, at(workday, '09:00'))).toBeNull()
  })
})

describe('openMinutesBetween 等候时长', () => {
  test.each([
    [workday, '09:00', workday, '09:42:59', 42],
    [workday, '11:59:30', workday, '14:00:30', 1],
    [workday, '11:30', workday, '14:30', 60],
    [workday, '12:00', workday, '14:00', 0],
    [workday, '07:30', workday, '08:10', 10],
    [workday, '16:58', workday, '17:20', 22],
    [workday, '17:30', workday, '19:00', 30],
    [workday, '16:00', '2026-05-09', '09:00', 180],
    ['2026-04-30', '17:30', '2026-05-06', '08:30', 60],
    [workday, '10:00', workday, '10:00', 0],
    [workday, '10:00', workday, '09:00', 0],
  ])('from %s %s to %s %s somebody waited %i minutes', (fromDay, from, toDay, to, minutes) => {
    expect(openMinutesBetween(scheduleOn, at(fromDay, from), at(toDay, to))).toBe(minutes)
  })

  test('a clock that jumped by decades costs no more than a month of days', () => {
    let asked = 0
    const counting = (day: string) => {
      asked += 1
      return scheduleOn(day)
    }
    expect(openMinutesBetween(counting, 0, at(workday, '18:00'))).toBeGreaterThan(0)
    expect(asked).toBe(32)
  })
})

describe('issuingSpans 取号时段', () => {
  test('numbers are given in the public hours', () => {
    expect(written(issuingSpans(scheduleOn(workday), noMargins))).toEqual([
      '08:00 12:00 morning',
      '14:00 17:00 afternoon',
    ])
  })

  test('numbers are given before a session and not in its last minutes, where the hall says so', () => {
    const margins = { preOpenMinutes: 30, lastTicketMinutes: 15 }
    expect(written(issuingSpans(scheduleOn(workday), margins))).toEqual([
      '07:30 11:45 morning',
      '13:30 16:45 afternoon',
    ])
  })

  test('the lead before a session stays within the break and never reaches into the link-up hour', () => {
    const segments: TimetableSegment[] = [
      { from: '00:10', to: '12:00', phase: 'open' },
      { from: '12:00', to: '13:00', phase: 'linkup' },
      { from: '13:00', to: '14:00', phase: 'open' },
      { from: '14:05', to: '15:00', phase: 'open' },
    ]
    const schedule = scheduleOf([{ ...regular, segments }], calendar, workday)
    expect(written(issuingSpans(schedule, { preOpenMinutes: 30, lastTicketMinutes: 0 }))).toEqual([
      '00:00 12:00 morning',
      '13:00 14:00 afternoon',
      '14:00 15:00 afternoon',
    ])
  })

  test('a session no longer than its last minutes gives no numbers at all', () => {
    const margins = { preOpenMinutes: 30, lastTicketMinutes: 180 }
    expect(written(issuingSpans(scheduleOn(workday), margins))).toEqual(['07:30 09:00 morning'])
  })

  test.each([
    ['07:59:59', null],
    ['08:00:00', 'morning'],
    ['11:59:59', 'morning'],
    ['12:00:00', null],
    ['13:59:59', null],
    ['14:00:00', 'afternoon'],
    ['16:59:58', 'afternoon'],
    ['17:00:00', null],
    ['18:00:00', null],
  ])('at %s a number is given for: %s', (clock, session) => {
    expect(issuingSpanAt(scheduleOn(workday), at(workday, clock), noMargins)?.session ?? null).toBe(session)
  })

  test('no number is given on a rest day', () => {
    expect(issuingSpanAt(scheduleOn('2026-05-05'), at('2026-05-05', '09:00'), noMargins)).toBeNull()
  })
})

const clockOfMinute = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Any timetable that the schema lets through. */
const timetables = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 12 })
  .chain((minutes) => {
    const edges = [...minutes].sort((a, b) => a - b)
    return fc
      .array(fc.constantFrom('open', 'linkup', 'gap'), { minLength: edges.length - 1, maxLength: edges.length - 1 })
      .map((phases): TimetableSegment[] =>
        phases.flatMap((phase, index) =>
          phase === 'gap'
            ? []
            : [
                {
                  from: clockOfMinute(edges[index]!),
                  to: clockOfMinute(edges[index + 1]!),
                  phase: phase as 'open' | 'linkup',
                },
              ],
        ),
      )
  })
  .map((segments): Timetable => ({ ...regular, segments }))
  .filter((candidate) => timetable.safeParse(candidate).success)

const days = fc.integer({ min: 0, max: 900 }).map((count) => addDays('2025-01-01', count))
const margins = fc.record({
  preOpenMinutes: fc.integer({ min: 0, max: 30 }),
  lastTicketMinutes: fc.integer({ min: 0, max: 120 }),
})

/** The phase of one minute, found without spans: by asking every segment about that minute alone. */
function phaseByHand({ segments }: Timetable, minute: number): string {
  const clock = clockOfMinute(minute)
  const within = segments.find(({ from, to }) => from <= clock && clock < to)
  if (within !== undefined) return within.phase
  const opens = segments.filter(({ phase }) => phase === 'open')
  const worked = segments.some(({ to }) => to <= clock)
  if (!opens.some(({ to }) => to <= clock)) return 'before-open'
  return worked && opens.some(({ from }) => from > clock) ? 'lunch' : 'closed'
}

describe('for every timetable and day', () => {
  test('the spans cover the day from 00:00 to 24:00 without gap or overlap', () => {
    fc.assert(
      fc.property(timetables, days, (some, day) => {
        const { spans } = scheduleOf([some], calendar, day)
        let reachedAt = instantOf(day, '00:00')
        for (const { startsAt, endsAt } of spans) {
          expect(startsAt).toBe(reachedAt)
          expect(endsAt).toBeGreaterThan(startsAt)
          reachedAt = endsAt
        }
        expect(reachedAt).toBe(instantOf(day, '24:00'))
      }),
    )
  })

  test('the phase of any minute is what asking each segment gives', () => {
    fc.assert(
      fc.property(timetables, fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 50 }), (some, minutes) => {
        const schedule = scheduleOf([some], calendar, workday)
        for (const minute of minutes)
          expect(phaseAt(schedule, at(workday, clockOfMinute(minute))).phase).toBe(phaseByHand(some, minute))
      }),
    )
  })

  test('each edge belongs to the span that begins there', () => {
    fc.assert(
      fc.property(timetables, days, (some, day) => {
        const schedule = scheduleOf([some], calendar, day)
        schedule.spans.forEach((span, index) => {
          expect(phaseAt(schedule, span.startsAt)).toBe(span)
          expect(phaseAt(schedule, span.endsAt - 1)).toBe(span)
          if (index > 0) expect(phaseAt(schedule, span.startsAt - 1)).toBe(schedule.spans[index - 1])
        })
      }),
    )
  })

  test('the first public hours are the morning, all later ones the afternoon', () => {
    fc.assert(
      fc.property(timetables, (some) => {
        const sessions = scheduleOf([some], calendar, workday).spans.flatMap(({ session }) => session ?? [])
        expect(sessions).toEqual(sessions.map((_, index) => (index === 0 ? 'morning' : 'afternoon')))
      }),
    )
  })

  test('numbers are given one session after another, never in link-up, after closing or on a rest day', () => {
    fc.assert(
      fc.property(timetables, days, margins, (some, day, given) => {
        const schedule = scheduleOf([some], calendar, day)
        let reachedAt = instantOf(day, '00:00')
        for (const { startsAt, endsAt } of issuingSpans(schedule, given)) {
          expect(startsAt).toBeGreaterThanOrEqual(reachedAt)
          expect(endsAt).toBeGreaterThan(startsAt)
          reachedAt = endsAt
          for (let minute = startsAt; minute < endsAt; minute += minuteMs)
            expect(['before-open', 'open', 'lunch']).toContain(phaseAt(schedule, minute).phase)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('waiting adds up: from a to b and from b to c is from a to c, to the minute', () => {
    const instants = fc
      .integer({ min: 0, max: 20 * 24 * 60 })
      .map((minute) => at('2026-04-25', '00:00') + minute * minuteMs)
    fc.assert(
      fc.property(instants, instants, instants, (...picked) => {
        const [a, b, c] = picked.sort((x, y) => x - y) as [number, number, number]
        const inTwo = openMinutesBetween(scheduleOn, a, b) + openMinutesBetween(scheduleOn, b, c)
        expect(openMinutesBetween(scheduleOn, a, c)).toBe(inTwo)
      }),
    )
  })

  test('the next opening is the first instant after now at which public hours begin', () => {
    const instants = fc
      .integer({ min: 0, max: 480 * 24 * 60 })
      .map((minute) => at('2025-01-01', '00:00') + minute * minuteMs)
    fc.assert(
      fc.property(instants, (now) => {
        const openAt = nextOpenAt(both, calendar, now)!
        expect(openAt).toBeGreaterThan(now)
        expect(openMinutesBetween(scheduleOn, openAt - minuteMs, openAt)).toBe(0)
        expect(openMinutesBetween(scheduleOn, openAt, openAt + minuteMs)).toBe(1)
      }),
    )
  })
})
