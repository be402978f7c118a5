import type {
  PatrolFacts,
  ProposeViolationFacts,
  StartPatrolFacts,
  ViolationFacts,
} from '../../shared/rules/discipline-facts.ts'
import { scheduleOf } from '../../shared/rules/timetable.ts'
import { type PatrolRound, type WindowCheck, windowCheck } from '../../shared/vocabulary/patrol.ts'
import type { PostObservation } from '../../shared/vocabulary/post.ts'
import type { Violation } from '../../shared/vocabulary/violation.ts'
import { instantAt } from './hand-clock.ts'
import { intakeSetup, promiseDay, supervisor } from './intake-facts.ts'
import { workday } from './sample-hall.ts'

/** Parsed once: properties ask for thousands of facts. */
const setup = intakeSetup()
const day = () => promiseDay('09:00', workday, { setup, actor: supervisor })

/** A window as a round finds it, in order unless `changes` say otherwise. */
export function checkWith(changes: Partial<WindowCheck> = {}): WindowCheck {
  return windowCheck.parse({ windowNumber: 1, post: 'on-post', ...changes })
}

/** The first round of the sample workday's morning, under way. */
export function roundWith(changes: Partial<PatrolRound> = {}): PatrolRound {
  return {
    ...{ patrolId: 1, day: workday, half: 'morning' as const, ordinal: 1, startedAt: instantAt(workday, '09:00') },
    ...{ startedBy: 'supervisor-1', checks: [], environment: [], finishedAt: null, note: '' },
    ...changes,
  }
}

export function startFacts(changes: Partial<StartPatrolFacts> = {}): StartPatrolFacts {
  return { ...day(), underWay: undefined, roundsInHalf: 0, lastPatrolId: 0, ...changes }
}

/** `clerk-1` is in charge of window 1; nobody is of the others, and nobody is on leave. */
export function patrolFacts(changes: Partial<PatrolFacts> = {}): PatrolFacts {
  return {
    ...day(),
    patrol: roundWith(),
    inCharge: (windowNumber) => (windowNumber === 1 ? 'clerk-1' : null),
    leaveOf: () => null,
    ...changes,
  }
}

/** A round that found `clerk-1` at a game. */
export const foundPlaying = roundWith({
  checks: [
    {
      ...checkWith({ prohibitions: ['screen-leisure'] }),
      ...{ staffId: 'clerk-1', excusedBy: null, at: instantAt(workday, '09:10') },
    },
  ],
})

export function proposeFacts(changes: Partial<ProposeViolationFacts> = {}): ProposeViolationFacts {
  const sources = { patrol: foundPlaying, attendance: undefined, observation: undefined }
  return { ...day(), ...sources, same: undefined, lastViolationId: 0, ...changes }
}

/** 玩游戏 of `clerk-1`, proposed at 09:10 of the sample workday. */
export function violationWith(changes: Partial<Violation> = {}): Violation {
  return {
    violationId: 1,
    day: workday,
    staffId: 'clerk-1',
    windowNumber: 1,
    code: 'computer-game',
    clause: '篇5.7（三）',
    source: 'patrol',
    sourceId: 1,
    half: null,
    facts: '在窗口用电脑玩纸牌',
    foundAt: instantAt(workday, '09:10'),
    onTheSpot: 'corrected',
    proposedBy: 'supervisor-1',
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

export const heard = { statement: { text: '只开了一下', at: instantAt(workday, '09:30') } }
export const confirmed = {
  ...heard,
  status: 'confirmed' as const,
  decision: { points: 1, note: '', by: 'supervisor-1', at: instantAt(workday, '10:00') },
}
export const appealed = {
  ...confirmed,
  status: 'appealed' as const,
  appeal: { text: '是系统弹窗', at: instantAt(workday, '11:00') },
}

/** Decided on by the only supervisor, at 09:00 of a day. */
export function violationFacts(changes: Partial<ViolationFacts> = {}): ViolationFacts {
  return {
    ...day(),
    violation: violationWith(),
    supervisorIds: ['supervisor-1'],
    ...changes,
  }
}

/** The same facts at another time. */
export function atInstant<F extends ViolationFacts | PatrolFacts | StartPatrolFacts>(
  facts: F,
  on: string,
  time: string,
): F {
  const { timetables, calendar } = facts.setup
  return { ...facts, now: instantAt(on, time), schedule: scheduleOf(timetables, calendar, on) }
}

/** A pause of `clerk-1` at window 1 since 09:00, called out at 09:10 of the sample workday. */
export function observationWith(changes: Partial<PostObservation> = {}): PostObservation {
  return {
    observationId: 1,
    kind: 'pause-too-long',
    windowNumber: 1,
    staffId: 'clerk-1',
    day: workday,
    since: instantAt(workday, '09:00'),
    limitMinutes: 10,
    openedAt: instantAt(workday, '09:10'),
    endedAt: null,
    minutes: null,
    explanation: null,
    excused: null,
    ...changes,
  }
}
