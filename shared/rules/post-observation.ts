import type { CommandBody } from '../vocabulary/command.ts'
import type { PostEvent } from '../vocabulary/event.ts'
import type { PostObservation } from '../vocabulary/post.ts'
import type { Actor } from '../vocabulary/staff.ts'
import { accept, assert, type Decision, refuse, unreachable } from './decision.ts'
import { minuteMs } from './hall-time.ts'
import { isBy, staffIdOf } from './may-touch.ts'

/** What a decision on one observation looks at. */
export interface ObservationFacts {
  now: number
  actor: Actor
  observation: PostObservation | undefined
}

/** Minutes in which the clerk is heard before anything may be proposed without a word of his (edge 66). */
const heardWithinMinutes = 30

/**
 * Whether a supervisor may propose it for the log at `now` (epoch ms): explained, or half an hour
 * without a word; never what was excused, or 延时服务, which is to somebody's credit.
 */
export function isProposable(observation: PostObservation, now: number): boolean {
  const { kind, explanation, excused, openedAt } = observation
  if (kind === 'past-closing' || excused !== null) return false
  return explanation !== null || now >= openedAt + heardWithinMinutes * minuteMs
}

/** 说明, once, by the clerk it is about. */
export function decideExplainObservation(body: CommandBody<'ExplainObservation'>, facts: ObservationFacts): Decision {
  const { observation } = facts
  if (observation === undefined) return refuse('observation-unknown')
  if (!isBy(facts, observation.staffId)) return refuse('observation-not-yours')
  if (observation.explanation !== null) return refuse('observation-explained')
  if (observation.excused !== null) return refuse('observation-excused')
  return accept({ type: 'ObservationExplained', body: { ...body, staffId: staffIdOf(facts) } })
}

/** 采纳: nothing of it goes into the log, whether it was explained or not. */
export function decideExcuseObservation(body: CommandBody<'ExcuseObservation'>, facts: ObservationFacts): Decision {
  const { observation } = facts
  if (observation === undefined) return refuse('observation-unknown')
  if (observation.excused !== null) return refuse('observation-excused')
  return accept({ type: 'ObservationExcused', body: { ...body, heardBy: staffIdOf(facts) } })
}

/** What an event makes of an observation. `at` in epoch ms. */
export function observationAfter(
  observation: PostObservation | undefined,
  event: PostEvent,
  at: number,
): PostObservation {
  if (event.type === 'ObservationOpened') {
    assert(observation === undefined, 'a new observation')
    return { ...event.body, openedAt: at, endedAt: null, minutes: null, explanation: null, excused: null }
  }
  assert(observation !== undefined, `an observation before ${event.type}`)
  switch (event.type) {
    case 'ObservationEnded':
      assert(observation.endedAt === null, 'an observation ends once')
      return { ...observation, endedAt: at, minutes: event.body.minutes }
    case 'ObservationExplained': {
      assert(observation.explanation === null, 'an observation is explained once')
      const { reason, note, staffId } = event.body
      return { ...observation, explanation: { reason, note, staffId, at } }
    }
    case 'ObservationExcused':
      return { ...observation, excused: { note: event.body.note, by: event.body.heardBy, at } }
    default:
      return unreachable(event)
  }
}
