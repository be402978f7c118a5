import { ORPCError } from '@orpc/server'
import { evidenceRefusal } from '../../../shared/rules/violation.ts'
import { violationFacts } from '../decide-on-violation.ts'
import { refused } from '../hub.ts'
import { monthPrint } from '../views/day/month.ts'
import { patrolsView } from '../views/day/patrols.ts'
import { violationRow, violationRows, violationView } from '../views/day/violations.ts'
import type { DoorContext } from './context.ts'
import { monthOf } from './month-file.ts'
import { actorOf, door } from './procedures.ts'
import { mustRead } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** Reading around the working day: patrols, violations and the month. */
export function createDayQueries(parts: DoorParts) {
  const { hub, vault } = parts
  const queries = door.query
  return {
    patrols: queries.patrols.handler(({ input, context }) => {
      mustRead(context, 'patrols')
      const now = hub.clock.now()
      return patrolsView(hub, input.day ?? hub.scheduleAt(now).day, now)
    }),
    violations: queries.violations.handler(({ input, context }) => {
      mustRead(context, 'violations')
      return violationRows(hub, input)
    }),
    ownViolations: queries.ownViolations.handler(({ context }) => {
      mustRead(context, 'ownViolations')
      return hub.tables.violation.concerning(staffIdIn(context)).map((one) => violationRow(hub, one))
    }),
    violation: queries.violation.handler(({ input, context }) => {
      mustRead(context, 'violation')
      const now = hub.clock.now()
      const of = { now, actor: actorOf(context)!, schedule: hub.scheduleAt(now), setup: hub.setup() }
      const { violation, ...facts } = violationFacts(input.violationId, of, hub.tables)
      if (violation === undefined) return null
      const refusal = evidenceRefusal({ ...facts, violation })
      if (refusal !== null) {
        const { sentence: message, code } = refused(refusal.code, refusal.facts)
        throw new ORPCError('FORBIDDEN', { message, data: { code } })
      }
      return violationView({ hub, vault }, { ...facts, violation })
    }),
    monthReview: queries.monthReview.handler(({ input, context }) => {
      mustRead(context, 'monthReview')
      return monthOf(parts, input.month)
    }),
    monthPrint: queries.monthPrint.handler(async ({ input, context }) => {
      mustRead(context, 'monthPrint')
      return monthPrint(hub, await monthOf(parts, input.month), hub.clock.now())
    }),
  }
}

function staffIdIn(context: DoorContext): string {
  const actor = actorOf(context)
  return actor?.kind === 'staff' ? actor.staffId : ''
}
