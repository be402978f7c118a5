import { type Decision, unreachable } from '../../shared/rules/decision.ts'
import type { ViolationFacts } from '../../shared/rules/discipline-facts.ts'
import * as violations from '../../shared/rules/violation.ts'
import type { AttendanceRecord } from '../../shared/vocabulary/attendance.ts'
import type { CommandOf } from '../../shared/vocabulary/command.ts'
import type { PostObservation } from '../../shared/vocabulary/post.ts'
import type { ViolationHubCommandBodies, violationCommandBodies } from '../../shared/vocabulary/violation-command.ts'
import { attendanceOfDays } from './attendance.ts'
import type { DecisionContext } from './decide-on-facts.ts'
import { type PromiseContext, promiseDay } from './decide-on-promise.ts'
import type { Tables } from './tables/apply.ts'

/** A wish around a violation, by staff or by the hub itself. */
export type ViolationCommandType = keyof typeof violationCommandBodies | keyof ViolationHubCommandBodies
export type ViolationCommand = CommandOf<ViolationCommandType>

/** Loads the facts of a command around a violation and lets its rule decide on them. */
export function decideOnViolation(command: ViolationCommand, context: DecisionContext, tables: Tables): Decision {
  if (command.type === 'ProposeViolation') {
    const { body } = command
    const isOfPatrol = body.source === 'patrol' && body.sourceId !== undefined
    return violations.decideProposeViolation(body, {
      ...promiseDay(context, tables),
      patrol: isOfPatrol ? tables.patrol.find(body.sourceId!) : undefined,
      attendance: body.source === 'attendance' ? attendanceOn(body, context, tables) : undefined,
      observation: body.source === 'observation' ? observationOf(body.sourceId ?? 0, tables) : undefined,
      same: tables.violation.findSame(body),
      lastViolationId: tables.violation.lastId(),
    })
  }
  const facts = violationFacts(command.body.violationId, context, tables)
  switch (command.type) {
    case 'StateOnViolation':
      return violations.decideStateOnViolation(command.body, facts)
    case 'SignViolation':
      return violations.decideSignViolation(command.body, { ...facts, signatureHash: context.signatureHash ?? null })
    case 'ConfirmViolation':
      return violations.decideConfirmViolation(command.body, facts)
    case 'DismissViolation':
      return violations.decideDismissViolation(command.body, facts)
    case 'AppealViolation':
      return violations.decideAppealViolation(command.body, facts)
    case 'DecideAppeal':
      return violations.decideDecideAppeal(command.body, facts)
    case 'AttachEvidence':
      return violations.decideAttachEvidence(command.body, facts)
    default:
      return unreachable(command)
  }
}

function attendanceOn(
  { staffId, day }: { staffId: string; day: string },
  { now, setup }: PromiseContext,
  tables: Tables,
): AttendanceRecord | undefined {
  const [record] = attendanceOfDays(day, day, { now, setup, tables }, (one) => one.staffId === staffId)
  return record
}

/** What the hub saw; nothing, when leave that was approved since says why (edge 66). */
function observationOf(observationId: number, tables: Tables): PostObservation | undefined {
  const found = tables.postObservation.find(observationId)
  const isOnLeave = found !== undefined && tables.leave.approvedAt(found.staffId, found.since) !== undefined
  return isOnLeave ? undefined : found
}

/** Everything a rule may look at before it decides on a violation. */
export function violationFacts(violationId: number, context: PromiseContext, tables: Tables): ViolationFacts {
  return {
    ...promiseDay(context, tables),
    violation: tables.violation.find(violationId),
    supervisorIds: tables.staff
      .all()
      .filter(({ role, isRetired }) => role === 'supervisor' && !isRetired)
      .map(({ staffId }) => staffId),
  }
}
