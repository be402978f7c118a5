import type { DisciplineSettings } from '../vocabulary/discipline-settings.ts'
import { type Violation, violationCodes } from '../vocabulary/violation.ts'

/** More often in one month doubles the points (domain §3.12). */
const repeatsMax = 5

/** Whether a case counts against its person: confirmed, or upheld on appeal. One under appeal does not yet. */
export function isCounted({ status }: Pick<Violation, 'status'>): boolean {
  return status === 'confirmed' || status === 'upheld'
}

/** Points of a month (`2026-05`) by person; only what counts, by the day on which it happened. */
export function pointsOfMonth(violations: readonly Violation[], month: string): Map<string, number> {
  const points = new Map<string, number>()
  for (const one of violations) {
    if (!isCounted(one) || !one.day.startsWith(`${month}-`)) continue
    points.set(one.staffId, (points.get(one.staffId) ?? 0) + (one.decision?.points ?? 0))
  }
  return points
}

/**
 * 建议扣分: what the hall's table says, doubled from the sixth case of the same kind in a month on. It is
 * a proposal; the supervisor decides. `others` are cases of the same person.
 */
export function proposedPoints(
  violation: Pick<Violation, 'violationId' | 'code' | 'day'>,
  others: readonly Violation[],
  settings: DisciplineSettings,
): { points: number; isRepeated: boolean } {
  const month = violation.day.slice(0, 7)
  const before = others.filter(
    (one) =>
      one.violationId !== violation.violationId &&
      one.code === violation.code &&
      one.day.startsWith(month) &&
      isCounted(one),
  )
  const isRepeated = before.length >= repeatsMax
  const points = settings.points[violation.code] ?? violationCodes[violation.code].points
  return { points: isRepeated ? points * 2 : points, isRepeated }
}
