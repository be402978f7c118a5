import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import type { PatrolFacts } from '../../shared/rules/discipline-facts.ts'
import * as patrols from '../../shared/rules/patrol.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { patrolCommandBodies } from '../../shared/vocabulary/patrol-command.ts'
import { type PromiseContext, promiseDay } from './decide-on-promise.ts'
import type { Tables } from './tables/apply.ts'

/** A wish of a supervisor on a round. */
export type PatrolCommandType = keyof typeof patrolCommandBodies
export type PatrolCommand = CommandOf<PatrolCommandType>

/** Loads the facts of a command on a round and lets its rule decide on them. */
export function decideOnPatrol(command: PatrolCommand, context: PromiseContext, tables: Tables): Decision {
  const day = promiseDay(context, tables)
  const facts = (patrolId: number) => ({
    ...day,
    ...patrolFacts(context, tables),
    patrol: tables.patrol.find(patrolId),
  })
  switch (command.type) {
    case 'StartPatrol': {
      const half = patrols.halfAt(context.schedule, context.now)
      return patrols.decideStartPatrol(command.body, {
        ...day,
        underWay: tables.patrol.underWay(),
        roundsInHalf: tables.patrol.ofDay(context.schedule.day).filter((one) => one.half === half).length,
        lastPatrolId: tables.patrol.lastId(),
      })
    }
    case 'CheckWindow':
      return patrols.decideCheckWindow(command.body, facts(command.body.patrolId))
    case 'FinishPatrol':
      return patrols.decideFinishPatrol(command.body, facts(command.body.patrolId))
    default:
      return unreachable(command)
  }
}

/** Who is in charge of a window now, and who is away by leave. */
export function patrolFacts(
  { setup }: Pick<PromiseContext, 'setup'>,
  { serviceWindow, staff, leave }: Tables,
): Pick<PatrolFacts, 'setup' | 'inCharge' | 'leaveOf'> {
  const assigned = new Map(
    staff
      .all()
      .filter(({ isRetired, windowNumbers }) => !isRetired && windowNumbers.length > 0)
      .reverse()
      .map(({ staffId, windowNumbers }) => [windowNumbers[0]!, staffId]),
  )
  return {
    setup,
    inCharge: (windowNumber) => {
      const onDuty = serviceWindow.find(windowNumber)?.staffId ?? null
      const first = assigned.get(windowNumber) ?? null
      return onDuty ?? (first !== null && serviceWindow.ofStaff(first) === null ? first : null)
    },
    leaveOf: (staffId, at) => leave.approvedAt(staffId, at)?.leaveId ?? null,
  }
}
