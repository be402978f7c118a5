import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CloseLogFacts,
  closeBy,
  decideCloseDisciplineLog,
  decideNoteOnDisciplineLog,
  decideRecordLogPrint,
  decideWriteDisciplineLog,
  logAfter,
  logsMissing,
  workEndsAt,
} from '../../shared/rules/discipline-log.ts'
import { addDays, clockOf, dayOf } from '../../shared/rules/hall-time.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import type { DisciplineLog, LogContent, LogWords } from '../../shared/vocabulary/discipline-log.ts'
import type { LogEvent } from '../../shared/vocabulary/event.ts'
import { setupOf, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const setup = setupOf()
const words: LogWords = { weather: '晴', leaderId: 'leader', environment: '', incidents: '', opinion: '无' }
const content = { form: 1, day: workday } as unknown as LogContent

function facts(changes: Partial<CloseLogFacts> & { time?: string } = {}): CloseLogFacts {
  const { time = '18:30', ...rest } = changes
  return {
    now: instantAt(workday, time),
    actor: staffActor('supervisor', 'supervisor-1'),
    setup,
    scheduleOn: (day) => scheduleOf(setup.timetables, setup.calendar, day),
    log: { day: workday, words, closed: null, notes: [], prints: [] },
    wasHallDay: true,
    isStaff: (staffId) => staffId === 'leader',
    hasOpenPatrol: false,
    lastSerial: () => 230,
    head: { seq: 900, hash: 'head' },
    fromSeq: 41,
    content: () => content,
    hashOf: (text) => `hash of ${text.length}`,
    namesIn: () => ({ leader: {} }),
    ...rest,
  }
}
const close = (changes?: Parameters<typeof facts>[0]) => decideCloseDisciplineLog({ day: workday }, facts(changes))
const codeOf = (decision: ReturnType<typeof close>) => (decision.kind === 'refused' ? decision.code : decision.kind)

const closedLog = (): DisciplineLog => {
  const decision = close()
  if (decision.kind !== 'accepted') throw new Error(decision.code)
  return logAfter(facts().log, decision.events[0] as LogEvent, instantAt(workday, '18:30'))
}

describe('结账', () => {
  test('covers the journal from the first entry of the day to the last before it, under the next number', () => {
    const decision = close()
    expect(decision).toMatchObject({
      events: [{ body: { number: 'RZ-2026-000231', fromSeq: 41, toSeq: 900, headHash: 'head', isLate: false } }],
      made: { number: 'RZ-2026-000231' },
    })
  })

  test.each([
    ['before the work of the day is over', { time: '17:59:59' }, 'log-too-early'],
    ['while a round of the patrol is open', { hasOpenPatrol: true }, 'log-patrol-open'],
    ['of a day to come', { now: instantAt(addDays(workday, -1), '18:30') }, 'log-day-to-come'],
    ['twice', { log: closedLog() }, 'log-closed'],
    ['without a leader', { log: { ...facts().log!, words: { ...words, leaderId: '' } } }, 'log-lacks'],
    ['without an opinion', { log: { ...facts().log!, words: { ...words, opinion: '' } } }, 'log-lacks'],
    ['before anything was written', { log: undefined }, 'log-lacks'],
  ] as const)('is refused %s', (_, changes, code) => {
    expect(codeOf(close(changes as Parameters<typeof facts>[0]))).toBe(code)
  })

  test('of a rest day is refused, unless the hall was open on it', () => {
    const saturday = '2026-05-16'
    const at = { now: instantAt(saturday, '18:30') }
    const decide = (wasHallDay: boolean) =>
      codeOf(decideCloseDisciplineLog({ day: saturday }, facts({ ...at, wasHallDay })))
    expect(decide(false)).toBe('log-rest-day')
    expect(decide(true)).toBe('accepted')
  })

  test.each([
    [workday, '2026-05-14'],
    ['2026-05-15', '2026-05-18'],
    // A worked Saturday is a workday like any other.
    ['2026-05-08', '2026-05-09'],
    // Before the National Day of 2026, which is off until the seventh.
    ['2026-09-30', '2026-10-08'],
  ])('of %s is due by 09:00 of %s', (day, next) => {
    const due = closeBy(day, facts())
    expect([dayOf(due), clockOf(due)]).toEqual([next, '09:00:00'])
  })

  test('late is late, and is done all the same', () => {
    const at = (time: string) => close({ now: instantAt('2026-05-14', time) })
    expect(at('08:59:59')).toMatchObject({ events: [{ body: { isLate: false } }] })
    expect(at('09:00')).toMatchObject({ events: [{ body: { isLate: true } }] })
  })
})

describe('a log', () => {
  test('that is closed takes notes and prints and nothing else', () => {
    const closed = facts({ log: closedLog() })
    expect(codeOf(decideWriteDisciplineLog({ day: workday, words }, closed))).toBe('log-closed')
    expect(codeOf(decideNoteOnDisciplineLog({ day: workday, text: '补记' }, closed))).toBe('accepted')
    expect(codeOf(decideRecordLogPrint({ day: workday, fileHash: null }, closed))).toBe('accepted')
  })

  test('that is open takes neither', () => {
    expect(codeOf(decideNoteOnDisciplineLog({ day: workday, text: '补记' }, facts()))).toBe('log-not-closed')
    expect(codeOf(decideRecordLogPrint({ day: workday, fileHash: null }, facts()))).toBe('log-not-closed')
  })

  test('names only staff as its leader', () => {
    const stranger = { ...words, leaderId: 'nobody' }
    expect(codeOf(decideWriteDisciplineLog({ day: workday, words: stranger }, facts()))).toBe('staff-unknown')
  })

  test('keeps what was closed, whatever comes after', () => {
    const later = fc.array(
      fc.oneof(
        fc
          .record({ text: fc.string() })
          .map(({ text }): LogEvent => ({ type: 'DisciplineLogNoted', body: { day: workday, text, notedBy: 'a' } })),
        fc.constant<LogEvent>({
          type: 'DisciplineLogPrinted',
          body: { day: workday, fileHash: null, printedBy: 'a' },
        }),
      ),
    )
    fc.assert(
      fc.property(later, (events) => {
        const before = closedLog()
        const after = events.reduce((log, event, at) => logAfter(log, event, at), before)
        expect(after.closed).toEqual(before.closed)
        expect(after.notes.length + after.prints.length).toBe(events.length)
      }),
    )
  })
})

describe('missing logs', () => {
  test('are those of workdays whose time is over, rest days and closed ones not among them', () => {
    const days = ['2026-05-07', '2026-05-08', '2026-05-09', '2026-05-10', '2026-05-11', '2026-05-12', workday]
    const at = (day: string, time: string) =>
      logsMissing(new Set(['2026-05-08']), days, { ...facts(), now: instantAt(day, time) })
    expect(at(workday, '08:59')).toEqual(['2026-05-07', '2026-05-09', '2026-05-11'])
    expect(at(workday, '09:00')).toEqual(['2026-05-07', '2026-05-09', '2026-05-11', '2026-05-12'])
  })

  test('the work of a day ends with its last hours, link-up included; a rest day has none', () => {
    const { scheduleOn } = facts()
    expect(clockOf(workEndsAt(scheduleOn(workday)))).toBe('18:00:00')
    expect(clockOf(workEndsAt(scheduleOn('2026-05-16')))).toBe('00:00:00')
  })
})
