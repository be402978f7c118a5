import type {
  AttendanceCounts,
  AttendanceFindingKind,
  AttendancePunch,
  AttendanceRecord,
  AttendanceTotals,
  LeaveKind,
  PunchDirection,
} from '../vocabulary/attendance.ts'
import { halfOfPunch, halvesOf, inOrder, isArrival, punchKindAt } from './attendance.ts'
import type { HallSchedule } from './timetable.ts'

/** Work somewhere else; any other leave is rest. */
const outsideKinds: ReadonlySet<LeaveKind> = new Set<LeaveKind>(['outside-duty', 'training', 'meeting', 'home-visit'])

/** 考勤汇总 (domain §4.10 A) of the records of one day, in people. */
export function countsOf(records: readonly AttendanceRecord[]): AttendanceCounts {
  const expected = records.filter(({ isExpected }) => isExpected)
  const count = (isCounted: (record: AttendanceRecord) => boolean) => expected.filter(isCounted).length
  return {
    expected: expected.length,
    present: count(hasCome),
    onLeave: count((record) => approvedKinds(record).some((kind) => !outsideKinds.has(kind))),
    outside: count((record) => approvedKinds(record).some((kind) => outsideKinds.has(kind))),
    late: count((record) => timesOf(record, 'late') > 0 && hasCome(record)),
    leftEarly: count((record) => timesOf(record, 'left-early') > 0),
    absent: count((record) => timesOf(record, 'absent') > 0),
    toHomeUnit: count(({ punches }) => punches.some(({ kind }) => kind === 'to-home-unit')),
  }
}

/** 考勤合计 of one person's records. */
export function totalsOf(records: readonly AttendanceRecord[]): AttendanceTotals {
  const expected = records.filter(({ isExpected }) => isExpected)
  const times = (...kinds: AttendanceFindingKind[]) =>
    expected.reduce((sum, record) => sum + kinds.reduce((of, kind) => of + timesOf(record, kind), 0), 0)
  const lateMinutes = expected
    .flatMap(({ findings }) => findings)
    .reduce((sum, { kind, minutes }) => (kind === 'late' ? sum + minutes : sum), 0)
  return {
    expectedDays: expected.length,
    presentDays: expected.filter(hasCome).length,
    lateTimes: times('late'),
    lateMinutes,
    leftEarlyTimes: times('left-early'),
    absentTimes: times('absent'),
    missingPunches: times('no-punch-out', 'not-linked-up', 'day-out-unconfirmed'),
    leaveDays: expected.filter((record) => approvedKinds(record).length > 0).length,
  }
}

function hasCome({ punches }: AttendanceRecord): boolean {
  return punches.some(isArrival)
}

function timesOf({ findings }: AttendanceRecord, kind: AttendanceFindingKind): number {
  return findings.filter((finding) => finding.kind === kind).length
}

function approvedKinds({ leaves }: AttendanceRecord): LeaveKind[] {
  return leaves.filter(({ status }) => status === 'approved').map(({ kind }) => kind)
}

/**
 * What the one button of a person's screen is now: an arrival while he is not here, a departure once
 * the public hours of the half-day are over. Null when there is nothing to press; whoever leaves
 * before that says so on purpose.
 */
export function nextDirection(
  schedule: HallSchedule,
  punches: readonly AttendancePunch[],
  now: number,
): PunchDirection | null {
  const last = inOrder(punches).at(-1)
  const half = halvesOf(schedule).find((one) => last !== undefined && one.half === halfOfPunch(last.kind))
  const isOver = half !== undefined && now >= half.endsAt
  if (last !== undefined && isArrival(last)) return isOver ? 'out' : null
  const isDayOver =
    last !== undefined && halfOfPunch(last.kind) === 'afternoon' && last.punchedAt >= (half?.endsAt ?? 0)
  return isDayOver || punchKindAt(schedule, 'in', now) === null ? null : 'in'
}
