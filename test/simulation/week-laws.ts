import type { LogView } from '../../shared/contract/log-view.ts'
import type { LogContent } from '../../shared/vocabulary/discipline-log.ts'
import { type Invariant, journalOf, replayBreaches } from './invariants.ts'
import { approvedLeaves, type Counted, minutesUncovered } from './recount-attendance.ts'
import { type CountedDay, opened, recountDay, saidBy } from './recount-week.ts'
import { flat } from './simulate-month.ts'
import type { SimulatedWeek } from './week.ts'
import { restDay, type WallDay, wallDays } from './week-world.ts'

/** What is looked at once the week is over. */
export interface CheckedWeek {
  invariants: Invariant[]
  counted: CountedDay[]
}

/** Every law of the working day that the hall can be asked while it runs. */
export async function checkWeek(simulated: SimulatedWeek): Promise<CheckedWeek> {
  const { hall, week, traffic, sundayLog } = simulated
  const entries = opened(journalOf(hall.hub.store))
  const logs = week.days.map((wall) => ({ wall, view: week.frozen.get(wall.day)! }))
  const counted = logs.map(({ wall, view }) => recountOf(entries, wall, view))
  const chain = await week.who('3001').client.query.verifyChain()
  const rest = await week.who('3001').client.query.attendanceOfDay({ day: restDay })
  const broken = (law: string, breaches: string[]): Invariant => ({ law, breaches })
  const invariants = [
    broken(
      `the journal’s chain is whole (${chain.entriesChecked} entries)`,
      chain.isWhole ? [] : [`broken at entry ${chain.brokenAt}`],
    ),
    broken('replaying the journal into empty tables gives equal tables', replayBreaches(hall.hub.store)),
    broken(
      'every closed log is that of an independent recount, field by field',
      logs.flatMap(({ view }, at) => differences(saidBy(view.content), counted[at]!)),
    ),
    broken(
      'nobody on approved leave is accused of the time it covers',
      logs.flatMap(({ wall, view }) => leaveBreaches(entries, wall, view)),
    ),
    broken('nothing is found outside the working hours, nor on the Sunday', [
      ...logs.flatMap(({ wall, view }) => hoursBreaches(wall, view.content)),
      ...rest.rows
        .filter(({ isExpected, findings }) => isExpected || findings.length > 0)
        .map(({ staffId }) => staffId),
      ...(sundayLog === undefined || (sundayLog.kind === 'refused' && sundayLog.code === 'log-rest-day')
        ? []
        : [`a log of the Sunday: ${JSON.stringify(sundayLog)}`]),
    ]),
    broken('the numbers of the logs are gapless', serialBreaches(logs.map(({ view }) => view))),
    broken(
      `a command sent twice is answered alike and done once (${traffic.resent} resent)`,
      traffic.answeredDifferently,
    ),
    broken('nothing faults', [...traffic.faults, ...hall.problems.map(String)]),
  ]
  return { invariants, counted }
}

/** The day counted from the entries that its log rests on, as it was when that was closed. */
export function recountOf(entries: readonly Counted[], wall: WallDay, { log }: LogView): CountedDay {
  const { toSeq, at } = log.closed!
  const next = wallDays[wallDays.indexOf(wall) + 1]
  const confirmBy = next === undefined ? null : next.halves[0]!.startsAt + 3_600_000
  return recountDay(
    entries.filter(({ seq }) => seq <= toSeq),
    wall,
    at,
    confirmBy,
  )
}

/** What a log says otherwise than the recount, field by field. */
export function differences(said: CountedDay, counted: CountedDay): string[] {
  const [ofLog, ofRecount] = [flat(said), flat(counted)]
  return [...new Set([...ofLog.keys(), ...ofRecount.keys()])]
    .filter((path) => ofLog.get(path) !== ofRecount.get(path))
    .map((path) => `${counted.day}, ${path}: ${ofLog.get(path)} instead of ${ofRecount.get(path)}`)
}

/** An accusation of time that somebody had leave for when the log was closed. */
export function leaveBreaches(
  entries: readonly Counted[],
  { day, halves }: WallDay,
  { content, log }: LogView,
): string[] {
  const leaves = approvedLeaves(entries.filter(({ seq }) => seq <= log.closed!.toSeq))
  const awayOf = (id: string | null) => leaves.filter(({ staffId }) => staffId === id)
  const uncovered = (id: string, half: string) => {
    const { startsAt, endsAt } = halves.find((one) => one.half === half)!
    return minutesUncovered(startsAt, endsAt, awayOf(id))
  }
  const ofAttendance = content.attendance.flatMap(({ staffId, findings }) =>
    findings
      .filter(({ half, minutes }) => minutes > uncovered(staffId, half) || uncovered(staffId, half) === 0)
      .map(({ kind, half }) => `${day}: ${staffId} is ${kind} in the ${half}`),
  )
  const ofPatrols = content.patrols.flatMap(({ checks }) =>
    checks
      .filter(
        ({ post, staffId, at }) => post === 'away' && awayOf(staffId).some(({ from, to }) => from <= at && at < to),
      )
      .map(({ staffId }) => `${day}: ${staffId} is away on a round`),
  )
  const ofCases = content.violations
    .filter(({ source, half, staffId }) => source === 'attendance' && half !== null && uncovered(staffId, half) === 0)
    .map(({ staffId, code }) => `${day}: ${staffId} is proposed for ${code}`)
  return [...ofAttendance, ...ofPatrols, ...ofCases]
}

function hoursBreaches({ day, halves, linkup }: WallDay, { attendance, patrols, violations }: LogContent): string[] {
  const halfOf = (half: string | null) => halves.find((one) => one.half === half)
  const isLong = (half: string, minutes: number) => {
    const hours = halfOf(half)
    return hours === undefined || minutes > (hours.endsAt - hours.startsAt) / 60_000
  }
  const isWorked = (at: number) =>
    [...halves, ...(linkup === null ? [] : [linkup])].some(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  return [
    ...attendance.flatMap(({ staffId, findings }) =>
      findings
        .filter(({ half, minutes }) => isLong(half, minutes))
        .map(({ kind, half, minutes }) => `${day}: ${staffId} ${kind} ${half} ${minutes}`),
    ),
    ...patrols.flatMap(({ checks }) =>
      checks.filter(({ at }) => !isWorked(at)).map(({ at }) => `${day}: a check at ${at}`),
    ),
    ...violations
      .filter(({ half }) => half !== null && halfOf(half) === undefined)
      .map(({ code, half }) => `${day}: ${code} in the ${half}`),
  ]
}

function serialBreaches(views: readonly LogView[]): string[] {
  const inOrder = views.map(({ log }) => log.closed!).sort((a, b) => a.at - b.at)
  return inOrder.flatMap(({ serial, number }, at) => (serial === at + 1 ? [] : [`${number} is the ${at + 1}th`]))
}
