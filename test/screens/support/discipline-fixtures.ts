import type { PatrolsView, ViolationRow, ViolationView } from '../../../shared/contract/day-view.ts'
import type { Violation } from '../../../shared/vocabulary/violation.ts'
import { instantAt } from '../../support/hand-clock.ts'

/** What the paper hub answers about patrols and violations. */
export interface PaperDiscipline {
  patrols: PatrolsView
  violations: ViolationRow[]
  violation: ViolationView | null
}

const day = '2026-05-13'
const names = { 'id-clerk': '赵甲', 'id-supervisor': '李主任' }

/** Two windows; nobody has gone round yet. */
export function patrolsView(changes: Partial<PatrolsView> = {}): PatrolsView {
  return {
    day,
    half: 'morning',
    rounds: [],
    patrolsPerHalfDay: 2,
    missing: [],
    underWay: null,
    windows: [
      { windowNumber: 1, name: '综合一', staffId: 'id-clerk', isOnLeave: false },
      { windowNumber: 2, name: '综合二', staffId: null, isOnLeave: false },
    ],
    names,
    ...changes,
  }
}

/** The first round of the morning with nothing looked at yet. */
export function patrolRound(changes: Partial<NonNullable<PatrolsView['underWay']>> = {}) {
  return {
    ...{ patrolId: 1, day, half: 'morning' as const, ordinal: 1, startedAt: instantAt(day, '09:00') },
    ...{ startedBy: 'id-supervisor', checks: [], environment: [], finishedAt: null, note: '', unchecked: [1] },
    ...changes,
  }
}

/** 玩游戏 at window 1, proposed on a round. */
export function violationWith(changes: Partial<Violation> = {}): Violation {
  return {
    violationId: 1,
    day,
    staffId: 'id-clerk',
    windowNumber: 1,
    code: 'computer-game',
    clause: '篇5.7（三）',
    source: 'patrol',
    sourceId: 1,
    half: null,
    facts: '在窗口用电脑玩纸牌',
    foundAt: instantAt(day, '09:10'),
    onTheSpot: 'corrected',
    proposedBy: 'id-supervisor',
    evidence: [],
    status: 'proposed',
    signed: null,
    statement: null,
    decision: null,
    appeal: null,
    appealDecision: null,
    ...changes,
  }
}

export function violationRow(changes: Partial<ViolationRow> = {}): ViolationRow {
  const { violationId, windowNumber, code, clause, source, facts, foundAt, status, staffId, proposedBy } =
    violationWith()
  return {
    ...{ violationId, day, windowNumber, code, clause, source, facts, foundAt, status, staffId, proposedBy },
    ...{ staffName: '赵甲', isGrave: false, isStated: false, evidenceCount: 0, points: null },
    ...changes,
  }
}

export function violationView(changes: Partial<ViolationView> = {}): ViolationView {
  return {
    violation: violationWith(),
    isGrave: false,
    hearUntil: instantAt('2026-05-14', '18:00'),
    appealUntil: null,
    proposedPoints: 1,
    isRepeated: false,
    pointsOfMonth: 0,
    signature: null,
    names,
    refusals: {},
    ...changes,
  }
}

export function paperDiscipline(): PaperDiscipline {
  return { patrols: patrolsView(), violations: [], violation: null }
}
