import type { AttendanceFinding, AttendanceRecord, Leave } from '../../../shared/vocabulary/attendance.ts'
import { attendanceFindingWords, leaveKindWords, leaveStatusWords } from '../../../shared/vocabulary/words.ts'
import { attendanceText } from '../text/attendance.ts'
import { clockText, dayText } from '../time-text.ts'

/** Late without an arrival: late so far. */
export function isOnTheWay({ kind, half }: AttendanceFinding, { punches }: AttendanceRecord): boolean {
  return kind === 'late' && !punches.some((punch) => punch.kind === `${half}-in`)
}

/** `上午迟到 5 分钟`; who has not come yet is told so. */
export function findingText(finding: AttendanceFinding, record: AttendanceRecord): string {
  const { kind, half, minutes } = finding
  const word = isOnTheWay(finding, record) ? attendanceText.notYet : attendanceFindingWords[kind]
  return `${attendanceText.half[half]}${word}${minutes === 0 ? '' : ` ${attendanceText.minutes(minutes)}`}`
}

export function findingTexts(record: AttendanceRecord): string[] {
  return record.findings.map((finding) => findingText(finding, record))
}

/** `公出 05-13 08:00 至 12:00`, and its state while it is not approved. */
export function leaveText(leave: Leave): string {
  const state = leave.status === 'approved' ? '' : `（${leaveStatusWords[leave.status]}）`
  return `${leaveKindWords[leave.kind]} ${rangeText(leave)}${state}`
}

/** The stretch of a leave as people say it: whole days, hours of one day, or from and to. */
export function rangeText({ from, to }: Pick<Leave, 'from' | 'to'>): string {
  const [fromDay, lastDay] = [dayText(from), dayText(to - 1)]
  const isWhole = clockText(from) === '00:00' && clockText(to) === '00:00'
  if (isWhole)
    return fromDay === lastDay ? attendanceText.leave.allDay(fromDay) : attendanceText.leave.allDays(fromDay, lastDay)
  const toClock = clockText(to) === '00:00' ? '24:00' : clockText(to)
  const end = fromDay === lastDay ? toClock : `${lastDay} ${toClock}`
  return attendanceText.leave.until(`${fromDay} ${clockText(from)}`, end)
}
