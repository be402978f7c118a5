import type { ViolationAction, ViolationRow, ViolationView } from '../../../../shared/contract/day-view.ts'
import type { Foreseen } from '../../../../shared/contract/view.ts'
import type { ViolationFacts } from '../../../../shared/rules/discipline-facts.ts'
import { appealUntil, hearUntil, violationRefusals } from '../../../../shared/rules/violation.ts'
import { isCounted, pointsOfMonth, proposedPoints } from '../../../../shared/rules/violation-points.ts'
import { type Violation, violationCodes } from '../../../../shared/vocabulary/violation.ts'
import type { Vault } from '../../door/vault.ts'
import type { Hub } from '../../hub.ts'
import { foreseen } from '../phase.ts'
import { namesIn } from '../promise/filing.ts'

/** A violation in a list. */
export function violationRow(hub: Hub, violation: Violation): ViolationRow {
  const { violationId, day, windowNumber, code, clause, source, facts, foundAt, status, staffId, proposedBy } =
    violation
  return {
    ...{ violationId, day, windowNumber, code, clause, source, facts, foundAt, status, staffId, proposedBy },
    staffName: hub.tables.privateRecords.nameOf(staffId),
    isGrave: violationCodes[code].isGrave,
    isStated: violation.statement !== null,
    evidenceCount: violation.evidence.length,
    points: isCounted(violation) ? (violation.decision?.points ?? 0) : null,
  }
}

/** Those of a range of days, and whatever waits for a decision; newest first. */
export function violationRows(hub: Hub, { from, to }: { from: string; to: string }): ViolationRow[] {
  const { violation } = hub.tables
  const found = new Map([...violation.between(from, to), ...violation.undecided()].map((one) => [one.violationId, one]))
  return [...found.values()].sort((a, b) => b.violationId - a.violationId).map((one) => violationRow(hub, one))
}

/** All about one violation that somebody may see. */
export function violationView(
  { hub, vault }: { hub: Hub; vault: Vault },
  facts: ViolationFacts & { violation: Violation },
): ViolationView {
  const { violation, setup } = facts
  const { violationId, staffId, day, code } = violation
  const month = day.slice(0, 7)
  const ofMonth = hub.tables.violation.ofMonth(staffId, month)
  const { points, isRepeated } = proposedPoints(violation, ofMonth, setup.disciplineSettings)
  const sealed = hub.tables.privateRecords.violationSignature(violationId)
  const refusals = Object.entries(violationRefusals(facts)).map(([action, refusal]) => [action, foreseen(refusal)])
  return {
    violation,
    isGrave: violationCodes[code].isGrave,
    hearUntil: hearUntil(violation, setup),
    appealUntil: appealUntil(violation, setup)?.day ?? null,
    proposedPoints: points,
    isRepeated,
    pointsOfMonth: pointsOfMonth(ofMonth, month).get(staffId) ?? 0,
    signature: sealed === undefined ? null : vault.open<string>(sealed),
    names: namesIn(hub, [violation]),
    refusals: Object.fromEntries(refusals) as Partial<Record<ViolationAction, Foreseen>>,
  }
}
