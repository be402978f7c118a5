import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AttendanceFacts, attendanceOf, halvesOf, punchKindAt } from '../../shared/rules/attendance.ts'
import { countsOf, nextDirection, totalsOf } from '../../shared/rules/attendance-sums.ts'
import { minuteMs } from '../../shared/rules/hall-time.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { Timetable } from '../../shared/vocabulary/timetable.ts'
import { attendanceFacts, found, leaveOf, punchesOf, stayOf } from '../support/attendance-facts.ts'
import { setupOf } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { sampleProfile, workday } from '../support/sample-hall.ts'

const seasonOf = (
  timetableId: string,
  validFrom: string,
  validTo: string,
  segments: Timetable['segments'],
): Timetable => ({ timetableId, name: timetableId, validFrom, validTo, documentNumber: '', segments })

const summer = seasonOf('summer', '2026-07-01', '2026-09-30', [
  { from: '08:00', to: '12:00', phase: 'open' },
  { from: '15:00', to: '17:30', phase: 'open' },
  { from: '17:30', to: '18:30', phase: 'linkup' },
])
/** 三八节: the afternoon off. */
const womensDay = seasonOf('half', '2026-03-09', '2026-03-09', [{ from: '08:00', to: '12:00', phase: 'open' }])
const setup = { ...setupOf(), timetables: [...sampleProfile().timetables, summer, womensDay] }
const scheduleOn = (day: string) => scheduleOf(setup.timetables, setup.calendar, day)
const fullDay = 'in-am 07:55, out-am 12:03, in-pm 13:58, home 17:04, out 18:01'

describe('which punch a press is', () => {
  test.each([
    ['in', '07:30', 'morning-in'],
    ['in', '11:59:59', 'morning-in'],
    ['in', '12:00', 'afternoon-in'],
    ['in', '17:30', 'afternoon-in'],
    ['in', '18:00', null],
    ['out', '09:00', 'morning-out'],
    ['out', '13:59:59', 'morning-out'],
    ['out', '14:00', 'to-home-unit'],
    ['out', '17:59:59', 'to-home-unit'],
    ['out', '18:00', 'day-out'],
  ] as const)('%s at %s is %s', (direction, time, kind) => {
    expect(punchKindAt(scheduleOn(workday), direction, instantAt(workday, time))).toBe(kind)
  })

  test('follows the season: at 17:10 in summer the hall is open, and leaving is still for the home unit', () => {
    expect(punchKindAt(scheduleOn('2026-07-01'), 'in', instantAt('2026-07-01', '14:30'))).toBe('afternoon-in')
    expect(punchKindAt(scheduleOn('2026-07-01'), 'out', instantAt('2026-07-01', '18:29'))).toBe('to-home-unit')
  })

  test('on a half holiday there is one half, and leaving ends the morning', () => {
    expect(halvesOf(scheduleOn('2026-03-09')).map(({ half }) => half)).toEqual(['morning'])
    expect(punchKindAt(scheduleOn('2026-03-09'), 'out', instantAt('2026-03-09', '15:00'))).toBe('morning-out')
    expect(punchKindAt(scheduleOn('2026-03-09'), 'in', instantAt('2026-03-09', '13:00'))).toBeNull()
  })

  test('on a rest day there is none', () => {
    expect(punchKindAt(scheduleOn('2026-05-16'), 'in', instantAt('2026-05-16', '08:00'))).toBeNull()
  })
})

describe('what is found of a day', () => {
  test.each<[string, string, string[], Parameters<typeof attendanceFacts>[0]?]>([
    ['everything on time', fullDay, []],
    ['8:00:00 sharp', 'in-am 08:00, out-am 12:00, in-pm 14:00, home 17:00, out 18:00', []],
    ['within the first minute', fullDay.replace('07:55', '08:00:59'), []],
    ['late by a minute', fullDay.replace('07:55', '08:01'), ['morning late 1']],
    ['five minutes that the hall allows', fullDay.replace('07:55', '08:05'), [], { lateGraceMinutes: 5 }],
    ['six where it allows five', fullDay.replace('07:55', '08:06'), ['morning late 6'], { lateGraceMinutes: 5 }],
    ['late in the afternoon', fullDay.replace('13:58', '14:20'), ['afternoon late 20']],
    ['never came', '', ['morning absent 240', 'afternoon absent 180']],
    ['came in the afternoon only', 'in-pm 13:50, home 17:01, out 18:00', ['morning absent 240']],
    ['left at 16:40', 'in-am 07:55, out-am 12:03, in-pm 13:58, home 16:40', ['afternoon left-early 20']],
    ['left for the home unit at 17:05', fullDay.replace('17:04', '17:05'), []],
    ['left at 11:30 and came back', `${fullDay}, out-am 11:30, in-am 11:40`, []],
    ['left at 11:30 for good', fullDay.replace('12:03', '11:30'), ['morning left-early 30']],
    ['forgot the noon punch', fullDay.replace('out-am 12:03, ', ''), ['morning no-punch-out']],
    ['never left for the home unit', fullDay.replace(', home 17:04, out 18:01', ''), ['afternoon not-linked-up']],
    ['nobody confirmed the evening', fullDay.replace(', out 18:01', ''), ['afternoon day-out-unconfirmed']],
    [
      'stood at the window through the lunch',
      'in-am 07:55, home 17:04, out 18:00',
      [],
      { stays: [stayOf('07:55', '17:04')] },
    ],
    [
      'served past noon, the window closed after it',
      'in-am 07:55, out-am 12:25, in-pm 14:00, home 17:40, out 18:00',
      [],
    ],
    [
      'pressed by mistake at 11:50 and served until 12:10',
      fullDay.replace('12:03', '11:50'),
      [],
      { stays: [stayOf('07:55', '12:10')] },
    ],
    ['leave over the morning', 'in-pm 13:50, home 17:01, out 18:00', [], { leaves: [leaveOf('08:00', '12:00')] }],
    [
      'leave until 9:30, here at 9:40',
      fullDay.replace('07:55', '09:40'),
      ['morning late 10'],
      { leaves: [leaveOf('08:00', '09:30')] },
    ],
    ['leave until 9:30, here before', fullDay.replace('07:55', '09:20'), [], { leaves: [leaveOf('08:00', '09:30')] }],
    [
      'leave that nobody approved yet',
      fullDay.replace('07:55', '09:20'),
      ['morning late 80'],
      { leaves: [leaveOf('08:00', '09:30', workday, { status: 'asked' })] },
    ],
    [
      'outside duty from ten on, back in the afternoon',
      'in-am 07:55, in-pm 15:00, home 17:01, out 18:00',
      [],
      { leaves: [leaveOf('10:00', '15:00', workday, { kind: 'outside-duty' })] },
    ],
    ['a rest day', '', [], { day: '2026-05-16' }],
    ['a worked Saturday', '', ['morning absent 240', 'afternoon absent 180'], { day: '2026-05-09' }],
    [
      'the first day of summer, here at 14:50 and gone at 17:31',
      '',
      ['morning absent 240'],
      {
        day: '2026-07-01',
        setup,
        punches: punchesOf('in-pm 14:50, home 17:31, out 18:30', '2026-07-01'),
      },
    ],
    [
      'the last day before summer, here at 14:50',
      '',
      ['afternoon late 50'],
      {
        day: '2026-06-30',
        setup,
        punches: punchesOf('in-am 08:00, out-am 12:00, in-pm 14:50, home 17:00, out 18:00', '2026-06-30'),
      },
    ],
    [
      'a half holiday',
      '',
      [],
      { day: '2026-03-09', setup, punches: punchesOf('in-am 07:50, out-am 12:01', '2026-03-09') },
    ],
    [
      'added at ten',
      'in-pm 13:50, home 17:01, out 18:00',
      [],
      { staff: { staffId: 'clerk-1', role: 'clerk', addedAt: instantAt(workday, '10:00'), retiredAt: null } },
    ],
    [
      'retired at noon',
      'in-am 07:55, out-am 12:01',
      [],
      { staff: { staffId: 'clerk-1', role: 'clerk', addedAt: 0, retiredAt: instantAt(workday, '13:00') } },
    ],
    ['an administrator', '', [], { staff: { staffId: 'clerk-1', role: 'administrator', addedAt: 0, retiredAt: null } }],
    ['a hall that does not punch yet', '', [], { beganAt: null }],
    ['a hall that began at noon', 'in-pm 13:50, home 17:01, out 18:00', [], { beganAt: instantAt(workday, '12:30') }],
    [
      'a guide, whose day ends in the hall',
      'in-am 07:55, out-am 12:03, in-pm 13:58, out 18:02',
      [],
      { staff: { staffId: 'clerk-1', role: 'guide', addedAt: 0, retiredAt: null } },
    ],
    [
      'a guide who forgot the evening punch',
      'in-am 07:55, out-am 12:03, in-pm 13:58',
      ['afternoon no-punch-out'],
      { staff: { staffId: 'clerk-1', role: 'guide', addedAt: 0, retiredAt: null } },
    ],
    ['a day whose clock nobody vouches for', '', [], { isClockDoubtful: true }],
  ])('%s', (_, punches, expected, changes = {}) => {
    expect(found(attendanceFacts({ punches: punchesOf(punches), ...changes }))).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    ['07:59', '', []],
    ['10:00', '', ['morning late 120']],
    ['12:00', '', ['morning absent 240']],
    ['11:59', 'in-am 07:55, out-am 11:30', []],
    ['13:00', 'in-am 07:55', []],
    ['14:00', 'in-am 07:55', ['morning no-punch-out']],
    ['18:10', 'in-am 07:55, out-am 12:00, in-pm 13:58', []],
    ['18:30', 'in-am 07:55, out-am 12:00, in-pm 13:58', ['afternoon not-linked-up']],
    ['23:00', 'in-am 07:55, out-am 12:00, in-pm 13:58, home 17:01', []],
  ])('at %s, of «%s» only what has come', (at, punches, expected) => {
    expect(found(attendanceFacts({ at, punches: punchesOf(punches) }))).toEqual(expected)
  })
})

describe('what a supervisor ought to look at', () => {
  const doubtsOf = (facts: AttendanceFacts) => attendanceOf(facts).doubts
  const own = punchesOf('in-am 07:55')

  test('a window that is not the person’s', () => {
    expect(doubtsOf(attendanceFacts({ punches: punchesOf('in-am 07:55', workday, { isOwnWindow: false }) }))).toEqual([
      'foreign-window',
    ])
  })
  test.each([
    ['07:59:59', ['shared-machine']],
    ['08:00', []],
  ])('the same machine for somebody else at %s', (time, expected) => {
    const other = punchesOf(`in-am ${time}`, workday, { staffId: 'clerk-2' })
    expect(doubtsOf(attendanceFacts({ punches: [...own, ...other] }))).toEqual(expected)
  })
  test('but not what a supervisor enters for two people in a row', () => {
    const entered = { source: 'supervisor', screenId: '', recordedBy: 'supervisor-1' } as const
    const punches = [
      ...punchesOf('in-am 07:55', workday, entered),
      ...punchesOf('in-am 07:56', workday, { ...entered, staffId: 'clerk-2' }),
    ]
    expect(doubtsOf(attendanceFacts({ punches }))).toEqual(['by-supervisor'])
  })
  test('a clock that jumped takes the place of every accusation', () => {
    expect(attendanceOf(attendanceFacts({ isClockDoubtful: true }))).toMatchObject({
      findings: [],
      doubts: ['clock-jump'],
    })
  })
})

const minuteOfDay = fc.integer({ min: 6 * 60, max: 20 * 60 })
const clockTime = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
const anyPunches = fc
  .array(fc.record({ direction: fc.constantFrom('in' as const, 'out' as const), minute: minuteOfDay }), {
    maxLength: 8,
  })
  .map((presses) =>
    presses.flatMap(({ direction, minute }) => {
      const punchedAt = instantAt(workday, clockTime(minute))
      const kind = punchKindAt(scheduleOn(workday), direction, punchedAt)
      return kind === null ? [] : punchesOf('in-am 08:00', workday, { kind, punchedAt })
    }),
  )
const anyLeave = fc
  .tuple(minuteOfDay, minuteOfDay)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => leaveOf(clockTime(from), clockTime(to)))
const anyFacts = fc
  .record({
    punches: anyPunches,
    leaves: fc.array(anyLeave, { maxLength: 3 }),
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    role: fc.constantFrom('clerk' as const, 'guide' as const, 'supervisor' as const),
    isNextDay: fc.boolean(),
  })
  .map(({ punches, leaves, minute, role, isNextDay }) =>
    attendanceFacts({
      punches,
      leaves,
      staff: { staffId: 'clerk-1', role, addedAt: 0, retiredAt: null },
      ...(isNextDay ? {} : { at: clockTime(minute) }),
    }),
  )

describe('whatever happens', () => {
  test('whoever is on leave all day is accused of nothing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(found({ ...facts, leaves: [leaveOf('00:00', '24:00')] })).toEqual([])
      }),
    )
  })

  test('minutes are never more than those of the half-day that no leave covers', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { half, minutes } of attendanceOf(facts).findings) {
          const { startsAt, endsAt } = halvesOf(facts.schedule).find((one) => one.half === half)!
          let free = 0
          for (let at = startsAt; at < Math.min(endsAt, facts.now); at += minuteMs) {
            if (!facts.leaves.some(({ from, to }) => from <= at && at < to)) free += 1
          }
          expect(minutes).toBeLessThanOrEqual(free)
        }
      }),
    )
  })

  test('another leave never adds a finding, nor minutes to one', () => {
    fc.assert(
      fc.property(anyFacts, anyLeave, (facts, leave) => {
        const before = attendanceOf(facts).findings
        for (const { kind, half, minutes } of attendanceOf({ ...facts, leaves: [...facts.leaves, leave] }).findings) {
          const same = before.find((one) => one.kind === kind && one.half === half)
          expect(same?.minutes ?? -1).toBeGreaterThanOrEqual(minutes)
        }
      }),
    )
  })

  test('the same punches in another order give the same record', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) =>
          fc
            .shuffledSubarray([...facts.punches], { minLength: facts.punches.length })
            .map((punches) => [facts, { ...facts, punches }] as const),
        ),
        ([facts, shuffled]) => {
          expect(attendanceOf(shuffled)).toEqual(attendanceOf(facts))
        },
      ),
    )
  })
})

describe('sums', () => {
  const records = [
    attendanceOf(attendanceFacts({ at: '10:00', punches: punchesOf('in-am 08:10') })),
    attendanceOf(attendanceFacts({ at: '10:00', leaves: [leaveOf('08:00', '12:00')] })),
    attendanceOf(attendanceFacts({ at: '10:00', leaves: [leaveOf('08:00', '12:00', workday, { kind: 'training' })] })),
    attendanceOf(attendanceFacts({ at: '10:00' })),
  ]
  test('of a day count people: who has not come yet is not late yet in them', () => {
    expect(countsOf(records)).toEqual({
      expected: 4,
      present: 1,
      onLeave: 1,
      outside: 1,
      late: 1,
      leftEarly: 0,
      absent: 0,
      toHomeUnit: 0,
    })
  })
  test('of a person count times and minutes', () => {
    expect(totalsOf(records.slice(0, 2))).toMatchObject({
      expectedDays: 2,
      presentDays: 1,
      lateTimes: 1,
      lateMinutes: 10,
      leaveDays: 1,
    })
  })
})

describe('the one button', () => {
  test.each([
    ['07:50', '', 'in'],
    ['09:00', 'in-am 07:50', null],
    ['12:01', 'in-am 07:50', 'out'],
    ['13:50', 'in-am 07:50, out-am 12:01', 'in'],
    ['17:02', 'in-am 07:50, out-am 12:01, in-pm 13:50', 'out'],
    ['17:30', 'in-am 07:50, out-am 12:01, in-pm 13:50, home 17:02', null],
    ['15:30', 'in-am 07:50, out-am 12:01, in-pm 13:50, home 15:00', 'in'],
    ['19:00', '', null],
  ])('at %s after «%s» is %s', (time, punches, expected) => {
    expect(nextDirection(scheduleOn(workday), punchesOf(punches), instantAt(workday, time))).toBe(expected)
  })
})
