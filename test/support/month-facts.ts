import type { MonthFacts } from '../../shared/rules/month-review.ts'
import type { AttendanceRecord, PostStay } from '../../shared/vocabulary/attendance.ts'
import type { OverdueFiling } from '../../shared/vocabulary/month-review.ts'
import type { Violation, ViolationCode } from '../../shared/vocabulary/violation.ts'
import { violationCodes } from '../../shared/vocabulary/violation.ts'
import { confirmed, violationWith } from './discipline-facts.ts'
import { instantAt } from './hand-clock.ts'
import { workday } from './sample-hall.ts'

export const month = workday.slice(0, 7)

/** A confirmed case, of `clerk-1` at window 1 unless it is said otherwise. */
export function caseOf(violationId: number, code: ViolationCode, points: number, changes: Partial<Violation> = {}) {
  const { clause } = violationCodes[code]
  const decision = { ...confirmed.decision, points }
  return violationWith({ ...confirmed, violationId, code, clause, decision, ...changes })
}

/** A day on which somebody came and nothing is wrong, unless it is said otherwise. */
export function recordOf(staffId: string, day: string, changes: Partial<AttendanceRecord> = {}): AttendanceRecord {
  const punch = {
    staffId,
    day,
    kind: 'morning-in' as const,
    punchedAt: instantAt(day, '07:55'),
    source: 'window' as const,
  }
  return {
    ...{ staffId, day, isExpected: true, leaves: [], findings: [], doubts: [] },
    punches: [{ ...punch, screenId: 'screen-1', windowNumber: 1, isOwnWindow: true, recordedBy: null, reason: '' }],
    ...changes,
  }
}

export function stayAt(staffId: string, windowNumber: number, day: string): PostStay & { day: string } {
  return { staffId, windowNumber, day, from: instantAt(day, '08:00'), to: instantAt(day, '12:00') }
}

export function overdueFiling(changes: Partial<OverdueFiling> = {}): OverdueFiling {
  return {
    ...{ filingId: 1, number: 'BJ-2026-000001', itemName: '样本许可', staffId: 'clerk-1', dueDay: workday },
    ...{ limit: 'promised' as const, endedDay: null, lateWorkdays: 3, reason: '' },
    ...changes,
  }
}

/** A month that is over: two clerks at windows 1 and 2 who came and served, a guide, a supervisor. */
export function monthFacts(changes: Partial<MonthFacts> = {}): MonthFacts {
  return {
    month,
    now: instantAt('2026-06-01', '09:00'),
    people: [
      { staffId: 'clerk-1', role: 'clerk' },
      { staffId: 'clerk-2', role: 'clerk' },
      { staffId: 'guide-1', role: 'guide' },
      { staffId: 'supervisor-1', role: 'supervisor' },
    ],
    records: ['clerk-1', 'clerk-2', 'guide-1'].map((staffId) => recordOf(staffId, workday)),
    violations: [],
    overdue: [],
    stays: [stayAt('clerk-1', 1, workday), stayAt('clerk-2', 2, workday)],
    servedByPerson: new Map([
      ['clerk-1', { served: 30, pastClosing: 2 }],
      ['clerk-2', { served: 20, pastClosing: 0 }],
    ]),
    servedAtWindow: new Map([
      [1, { served: 30, pastClosing: 2 }],
      [2, { served: 20, pastClosing: 0 }],
    ]),
    ...changes,
  }
}
