import type { CommandBody } from '../vocabulary/command.ts'
import type { Filing, FilingStage, Light } from '../vocabulary/filing.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { stageDeadline } from './filing-dates.ts'
import { addDays, dayOf } from './hall-time.ts'
import { lightOf } from './light.ts'
import { handlerRefusal, mayTouch, touched } from './may-touch.ts'
import type { FilingFactsOf } from './promise-facts.ts'
import { openStageOf, stagesAhead } from './stage-state.ts'

/**
 * 办结环节: the open stage ends with what came of it and the next one begins, today not counted. By
 * whoever handles it or is in charge of the filing. The last one ends with the decision alone, so
 * that an accepted filing is never between two stages.
 */
export function decideFinishStage(body: CommandBody<'FinishStage'>, facts: FilingFactsOf): Decision {
  const refusal = finishRefusal(facts)
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  const { filingId, opinion, nextHandlerId } = body
  const unfit = nextHandlerId === undefined ? null : handlerRefusal(facts.staffOf(nextHandlerId))
  if (unfit !== null) return unfit
  const open = openStageOf(filing)
  const [next] = stagesAhead(filing)
  assert(open !== undefined && next !== undefined, 'a stage to end and one to begin')
  const begun = { day: dayOf(facts.now), at: facts.now }
  const stageDue = stageDeadline(next.limit, begun, filing.excluded, facts.setup)
  const isOwn = nextHandlerId === undefined || nextHandlerId === filing.ownerId
  return accept(
    {
      type: 'StageFinished',
      body: {
        filingId,
        stageName: open.name,
        opinion,
        nextStageName: next.name,
        nextHandlerId: isOwn ? null : nextHandlerId,
        stageDue,
      },
    },
    { nextStageName: next.name, stageDueDay: stageDue.day },
  )
}

function finishRefusal(facts: FilingFactsOf): Refusal | null {
  const open = facts.filing === undefined ? undefined : openStageOf(facts.filing)
  const forbidden = mayTouch(facts, { in: ['accepted'], action: '办结环节', alsoBy: open?.handlerId ?? null })
  if (forbidden !== null) return forbidden
  const { filing } = touched(facts)
  if (open === undefined) return refuse('no-stage-open', { itemName: filing.itemName })
  return stagesAhead(filing).length === 0 ? refuse('last-stage', { stageName: open.name }) : null
}

/**
 * The light of a stage: its own time stands in the place of the promise and that of the whole in the
 * place of the law, so that orange is a stage that is late while the whole is in time. What has
 * ended keeps the light it was judged by; null: it has not begun.
 */
export function lightOfStage({ begun, ended }: FilingStage, filing: Filing, now: number): Light | null {
  if (begun === null) return null
  const { suspension, endedAt, promisedDue, statutoryDue } = filing
  return lightOf({
    now,
    promised: begun.due,
    statutory: promisedDue ?? statutoryDue,
    isInstant: false,
    stoppedFrom: suspension === null ? null : addDays(suspension.fromDay, 1),
    decidedAt: ended?.at ?? endedAt,
  })
}
