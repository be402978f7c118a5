import { describe, expect, test } from 'vitest'
import type { LogView } from '../../shared/contract/log-view.ts'
import type { EventBodies, EventType } from '../../shared/vocabulary/event.ts'
import { instantAt } from '../support/hand-clock.ts'
import { type Counted, recountAttendance } from './recount-attendance.ts'
import { recountDay } from './recount-week.ts'
import { runWeek } from './simulate-week.ts'
import { differences, leaveBreaches } from './week-laws.ts'
import { halfDay, wallDays } from './week-world.ts'

/** What has to happen in the first days of the week for its laws to have been tried at all. */
const tried: EventType[] = [
  ...(['AttendancePunched', 'LeaveAsked', 'LeaveApproved', 'PatrolFinished', 'ServiceWindowPaused'] as const),
  ...(['ViolationProposed', 'ViolationStated', 'ViolationSigned', 'ViolationConfirmed'] as const),
  ...(['ViolationAppealed', 'AppealDecided', 'HandoverRefused', 'HandoverTaken', 'HandoverReturned'] as const),
  ...(['DisciplineLogClosed', 'DisciplineLogNoted', 'TicketMissed', 'ServiceFinished', 'FilingDecided'] as const),
]

describe('a simulated week 模拟周', () => {
  test('every log of it is that of a recount, accuses nobody on leave, and stays as it was closed', async () => {
    const { report, isSound, events, counted } = await runWeek({ seed: 1, citizens: 40, days: 3 })
    expect(isSound, report).toBe(true)
    expect(tried.filter((type) => !events.has(type))).toEqual([])
    const found = counted.flatMap(({ attendance }) => Object.values(attendance).flatMap(({ findings }) => findings))
    const kinds = new Set(found.map((one) => one.split(' ')[0]))
    expect([...kinds]).toEqual(expect.arrayContaining(['late', 'left-early', 'no-punch-out']))
    expect(counted.map(({ patrols }) => Object.keys(patrols).length)).toEqual([4, 2, 4])
  }, 120_000)

  test('has six working days, one of them a Saturday and one a morning', () => {
    expect(wallDays.map(({ halves }) => halves.length)).toEqual([2, 2, 2, 2, 1, 2])
    expect(wallDays.find(({ day }) => day === halfDay)?.linkup).toBeNull()
  })
})

const [monday] = wallDays as [(typeof wallDays)[number]]
const at = (clock: string) => instantAt(monday.day, clock)
const asked = { now: at('18:35'), confirmBy: null }

/** An entry of Monday written by hand: of each event what a recount looks at. */
function entry<T extends EventType>(clock: string, type: T, body: Partial<EventBodies[T]>): Counted {
  return { seq: 1, at: at(clock), hallDay: monday.day, type, body } as unknown as Counted
}
const added = entry('07:00', 'StaffAdded', { staffId: 'clerk', role: 'clerk' })
const punch = (clock: string, kind: EventBodies['AttendancePunched']['kind']) =>
  entry(clock, 'AttendancePunched', { staffId: 'clerk', day: monday.day, kind, punchedAt: at(clock), source: 'window' })
const leave = (from: string, to: string): Counted[] => [
  entry('07:10', 'LeaveAsked', { leaveId: 1, staffId: 'clerk', kind: 'annual', from: at(from), to: at(to) }),
  entry('07:20', 'LeaveApproved', { leaveId: 1 }),
]
const findingsOf = (...entries: Counted[]) => recountAttendance([added, ...entries], monday, asked).clerk!.findings
const wholeDay = [
  ...[punch('07:58', 'morning-in'), punch('12:01', 'morning-out')],
  ...[punch('13:59', 'afternoon-in'), punch('17:02', 'to-home-unit')],
]

describe('an independent recount of the working day', () => {
  test('finds nothing in a day as it should be', () => {
    expect(findingsOf(...wholeDay)).toEqual([])
  })

  test('counts whole minutes, and those of leave not', () => {
    const late = [punch('08:12:30', 'morning-in'), ...wholeDay.slice(1)]
    expect(findingsOf(...late)).toEqual(['late morning 12'])
    expect(findingsOf(...leave('08:00', '08:10'), ...late)).toEqual(['late morning 2'])
    expect(findingsOf(...leave('08:00', '08:13'), ...late)).toEqual([])
  })

  test('finds who is not here, who went early and who forgot to say that he went', () => {
    const [comes, goes, comesAgain, leaves] = wholeDay as [Counted, Counted, Counted, Counted]
    expect(findingsOf(comes, goes)).toEqual(['absent afternoon 180'])
    expect(findingsOf(comes, goes, comesAgain, punch('16:40', 'to-home-unit'))).toEqual(['left-early afternoon 20'])
    expect(findingsOf(comes, comesAgain, leaves)).toEqual(['no-punch-out morning 0'])
    expect(findingsOf(comes, goes, comesAgain)).toEqual(['not-linked-up afternoon 0'])
  })

  test('names each field in which a log differs from it', () => {
    const counted = recountDay([added, ...wholeDay], monday, asked.now, null)
    expect(differences(counted, counted)).toEqual([])
    const said = { ...counted, windows: { ...counted.windows, taken: 1 } }
    expect(differences(said, counted)).toEqual([`${monday.day}, windows.taken: 1 instead of 0`])
  })

  test('finds an accusation of time that leave covers', () => {
    const view = (minutes: number) =>
      ({
        log: { closed: { toSeq: 9 } },
        content: {
          attendance: [{ staffId: 'clerk', findings: [{ kind: 'late', half: 'morning', minutes }] }],
          patrols: [],
          violations: [],
        },
      }) as unknown as LogView
    const covered = leave('08:00', '09:00')
    expect(leaveBreaches(covered, monday, view(180))).toEqual([])
    expect(leaveBreaches(covered, monday, view(181))).toEqual([`${monday.day}: clerk is late in the morning`])
  })
})
