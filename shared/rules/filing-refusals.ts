import type { CommandType } from '../vocabulary/command.ts'
import type { Refusal, RefusalCode } from '../vocabulary/refusal.ts'
import type { Decision } from './decision.ts'
import * as end from './filing-end.ts'
import { intakeRefusals } from './filing-intake.ts'
import * as run from './filing-run.ts'
import { decideFinishStage } from './filing-stage.ts'
import { onlyRefused } from './first-inquiry.ts'
import { touched } from './may-touch.ts'
import type { FilingFactsOf } from './promise-facts.ts'

/** What only the typed-in body can bring about; it greys no button. */
const ofTheBody: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['promise-over-statutory'])

/**
 * Why each command on a filing would be refused now, before anything is typed in: the rules
 * themselves are asked with the plainest body, so that a grey button and a refused press are one.
 */
export function filingRefusals(facts: FilingFactsOf): Partial<Record<CommandType, Refusal>> {
  const { filingId, ownerId, decidedDay } = touched(facts).filing
  // By consent at any time until the decision; then by nothing but the lapse.
  const ground = decidedDay === null ? 'by-consent' : 'tolerance-lapsed'
  const asked: Partial<Record<CommandType, Decision>> = {
    SuspendFiling: run.decideSuspendFiling(
      { filingId, procedure: 'hearing', basis: '依据', expectedWorkdays: 1 },
      facts,
    ),
    ResumeFiling: run.decideResumeFiling({ filingId, note: '' }, facts),
    AskExtension: run.decideAskExtension({ filingId, workdays: 1, reason: '理由' }, facts),
    ApproveExtension: run.decideApproveExtension({ filingId, approver: '负责人' }, facts),
    RefuseExtension: run.decideRefuseExtension({ filingId, reason: '理由' }, facts),
    ConvertFiling: run.decideConvertFiling(
      { filingId, limit: { amount: 1, unit: 'workday', basis: '' }, reason: '理由' },
      facts,
    ),
    ExplainOverdue: run.decideExplainOverdue({ filingId, reason: '理由' }, facts),
    FinishStage: decideFinishStage({ filingId, opinion: '意见' }, facts),
    DecideFiling: end.decideDecideFiling({ filingId, decision: 'granted', reason: '' }, facts),
    ProduceResult: end.decideProduceResult({ filingId, resultName: '结果', resultNumber: '' }, facts),
    TellApplicant: end.decideTellApplicant({ filingId, means: 'phone', isReached: true, note: '' }, facts),
    DeliverResult: end.decideDeliverResult(
      { filingId, way: 'direct', place: '', relation: '', reason: '', witness: '', postNumber: '' },
      facts,
    ),
    SignHandlingSlip: end.decideSignHandlingSlip(
      { filingId, means: 'paper', reason: '', witness: '', relation: '' },
      { ...facts, signatureHash: null },
    ),
    WithdrawFiling: end.decideWithdrawFiling({ filingId, reason: '理由' }, facts),
    ReturnFiling: end.decideReturnFiling({ filingId, ground, reason: '理由', basis: '' }, facts),
    ReassignFiling: end.decideReassignFiling({ filingId, toStaffId: ownerId, reason: '理由' }, facts),
  }
  const refused = Object.entries(asked).map(([type, decision]) => [type, refusalIn(decision)])
  return {
    ...intakeRefusals(facts),
    ...onlyRefused({ ...Object.fromEntries(refused), UrgeFiling: run.urgeRefusal(facts) }),
  }
}

function refusalIn(decision: Decision): Refusal | null {
  return decision.kind === 'refused' && !ofTheBody.has(decision.code) ? decision : null
}
