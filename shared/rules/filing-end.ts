import type { CommandBody } from '../vocabulary/command.ts'
import type { HallFact } from '../vocabulary/event.ts'
import { type Filing, type FilingStatus, openFilingStatuses } from '../vocabulary/filing.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import { deliveryDeadline } from './filing-dates.ts'
import { isPast, pastLimit } from './filing-run.ts'
import { issueDocuments } from './hall-document.ts'
import { dayOf } from './hall-time.ts'
import { visitPassedTo } from './home-visit.ts'
import { toleratedIn } from './material-check.ts'
import { handlerRefusal, mayTouch, touched } from './may-touch.ts'
import type { FilingFactsOf, PromiseDay, ReassignMattersFacts, SignSlipFacts } from './promise-facts.ts'
import { openStageOf, stagesAhead } from './stage-state.ts'

/** From here on the slip can be signed, and stays so after the delivery. */
const decidedStatuses: readonly FilingStatus[] = ['decided', 'produced', 'delivered']
const undecidedStatuses: readonly FilingStatus[] = ['received', 'correcting', 'accepted', 'suspended']

/**
 * 决定: a refusal gives its reason; a late one first says in public why (优化营商环境条例 第三十六条). The
 * open stage ends with it; stages that it came before stand in the event and never begin.
 */
export function decideDecideFiling(body: CommandBody<'DecideFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['accepted'], action: '作出决定' }) ?? mayDecide(facts)
  if (refusal !== null) return refusal
  const { filing } = touched(facts)
  const { decision, reason } = body
  if (decision !== 'granted' && reason === '') return refuse('reason-needed')
  const decidedDay = dayOf(facts.now)
  const { promisedDue, statutoryDue, filingId } = filing
  return accept({
    type: 'FilingDecided',
    body: {
      filingId,
      decision,
      reason,
      decidedDay,
      deliveryDue: deliveryDeadline(decidedDay, facts.setup),
      isPastPromised: isPast(promisedDue, filing, facts.now),
      isPastStatutory: isPast(statutoryDue, filing, facts.now),
      skippedStages: stagesAhead(filing).map(({ name }) => name),
    },
  })
}

function mayDecide(facts: FilingFactsOf): Refusal | null {
  const { filing } = touched(facts)
  const limit = pastLimit(filing, facts.now)
  if (limit === null || filing.overdueReason !== '') return null
  return refuse('overdue-reason-needed', { number: filing.number, limit })
}

/** 出证 */
export function decideProduceResult(body: CommandBody<'ProduceResult'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: ['decided'], action: '登记结果' })
  if (refusal !== null) return refusal
  return accept({ type: 'ResultProduced', body })
}

/** 告知结果 (篇1.4): tried as often as it takes; it counts once the applicant was reached. */
export function decideTellApplicant(body: CommandBody<'TellApplicant'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: decidedStatuses, action: '告知结果' })
  if (refusal !== null) return refusal
  return accept({ type: 'ApplicantTold', body })
}

/** 送达: each way with what proves it; the receipt is issued with it. */
export function decideDeliverResult(body: CommandBody<'DeliverResult'>, facts: FilingFactsOf): Decision {
  const refusal =
    mayTouch(facts, { in: ['produced'], action: '送达' }) ??
    mayDeliver(facts) ??
    wayRefusal(body, touched(facts).filing)
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { filingId: _, ...how } = body
  const papers = [
    { name: filing.resultName, number: filing.resultNumber },
    ...facts.documents
      .filter(({ kind, voided }) => kind === 'acceptance-notice' && voided === null)
      .map(({ number }) => ({ name: '受理通知书', number })),
  ]
  return accept([
    { type: 'ResultDelivered', body },
    ...issueDocuments(facts, filing, inquiry, [
      { kind: 'delivery-receipt', own: { ...how, documents: papers, deliveredAt: facts.now } },
    ]),
  ])
}

function mayDeliver(facts: FilingFactsOf): Refusal | null {
  const open = toleratedIn(touched(facts).filing.lines)
  if (open.length === 0) return null
  return refuse('tolerance-open', { materials: open.map(({ name }) => name).join('、') })
}

function wayRefusal({ way, relation, reason, witness, postNumber }: CommandBody<'DeliverResult'>, filing: Filing) {
  switch (way) {
    case 'entrusted':
      return relation === '' || reason === '' ? refuse('recipient-needed') : null
    case 'left-behind':
      return reason === '' || witness === '' ? refuse('witness-needed') : null
    case 'post':
      if (postNumber === '') return refuse('post-number-needed')
      return filing.toldAt === null ? refuse('applicant-not-told') : null
    case 'electronic':
      return filing.toldAt === null ? refuse('applicant-not-told') : null
    default:
      // Handed over at the window: the person stands there and knows. A public notice is for whom nobody reaches.
      return null
  }
}

/**
 * 承办单签字 (篇1.4): by pad or on paper; a refusal or silence with reason and witness. Who signs for the
 * applicant says how he is related to him; that is his reason (domain 1-12).
 */
export function decideSignHandlingSlip(body: CommandBody<'SignHandlingSlip'>, facts: SignSlipFacts): Decision {
  const refusal = mayTouch(facts, { in: decidedStatuses, action: '签字' }) ?? maySign(facts)
  if (refusal !== null) return refusal
  const { signature: _, ...signed } = body
  const { means, reason, witness, relation } = signed
  if (means === 'pad' && facts.signatureHash === null) return refuse('signature-needed')
  if ((means === 'refused' || means === 'unreachable') && (reason === '' || witness === ''))
    return refuse('witness-needed')
  if (means === 'proxy' && relation === '') return refuse('relation-needed')
  return accept({ type: 'HandlingSlipSigned', body: { ...signed, signatureHash: facts.signatureHash } })
}

function maySign(facts: FilingFactsOf): Refusal | null {
  const { filing } = touched(facts)
  return filing.slipSigned === null ? null : refuse('slip-signed', { number: filing.number })
}

/** 撤回, by the applicant, while nothing is decided. */
export function decideWithdrawFiling(body: CommandBody<'WithdrawFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: undecidedStatuses, action: '撤回' })
  return refusal ?? accept({ type: 'FilingWithdrawn', body })
}

const returnBases = {
  'correction-lapsed': '一次性告知书载明的补正期限和逾期后果',
  'tolerance-lapsed': '容缺受理承诺书载明的补齐期限和逾期后果',
  'by-consent': '申请人书面同意退回',
} as const

/**
 * 退件: never before the day that was printed for the applicant is over. After the decision only what
 * was tolerated and never came is a ground, because its result may not be delivered (容缺受理).
 */
export function decideReturnFiling(body: CommandBody<'ReturnFiling'>, facts: FilingFactsOf): Decision {
  const isTolerance = body.ground === 'tolerance-lapsed' && toleratedIn(facts.filing?.lines ?? []).length > 0
  const statuses = isTolerance ? openFilingStatuses : undecidedStatuses
  const refusal = mayTouch(facts, { in: statuses, action: '退件' }) ?? groundRefusal(body, facts)
  if (refusal !== null) return refusal
  const { filing, inquiry } = touched(facts)
  const { filingId, ground, reason } = body
  const basis = body.basis === '' ? returnBases[ground] : body.basis
  return accept([
    { type: 'FilingReturned', body: { filingId, ground, reason, basis } },
    ...issueDocuments(facts, filing, inquiry, [
      { kind: 'return-notice', own: { ground, reason, basis, lines: handedIn(filing) } },
    ]),
  ])
}

/** What goes back to the applicant with it. */
function handedIn({ lines }: Filing): Filing['lines'] {
  return lines.filter(({ state }) => state === 'in-hand' || state === 'defective')
}

function groundRefusal({ ground }: CommandBody<'ReturnFiling'>, facts: FilingFactsOf): Refusal | null {
  const { filing } = touched(facts)
  const today = dayOf(facts.now)
  if (ground === 'correction-lapsed') {
    const dueDay = filing.status === 'correcting' ? filing.correctionDueDay : null
    return dueDay !== null && today > dueDay ? null : refuse('correction-not-lapsed', { dueDay: dueDay ?? '' })
  }
  if (ground === 'tolerance-lapsed') {
    const [firstDay] = toleratedIn(filing.lines)
      .flatMap(({ dueDay }) => dueDay ?? [])
      .sort()
    if (firstDay === undefined) return refuse('no-tolerance-open', { number: filing.number })
    return today > firstDay ? null : refuse('tolerance-not-lapsed', { dueDay: firstDay })
  }
  return null
}

/** 改派, by a supervisor: a filing is never without an owner. To the one who has it: nothing is to be done. */
export function decideReassignFiling(body: CommandBody<'ReassignFiling'>, facts: FilingFactsOf): Decision {
  const refusal = mayTouch(facts, { in: openFilingStatuses, action: '改派', anybody: true })
  if (refusal !== null) return refusal
  const { filingId, ownerId: fromStaffId } = touched(facts).filing
  if (body.toStaffId === fromStaffId) return accept([])
  const unfit = handlerRefusal(facts.staffOf(body.toStaffId))
  if (unfit !== null) return unfit
  return accept({ type: 'FilingReassigned', body: { ...body, filingId, fromStaffId } })
}

/** 全部改派 (edge 57): everything open that somebody holds goes to another in one act, before he leaves. */
export function decideReassignMatters(body: CommandBody<'ReassignMatters'>, facts: ReassignMattersFacts): Decision {
  const { fromStaffId, toStaffId, reason } = body
  const from = facts.staffOf(fromStaffId)
  if (from === undefined) return refuse('staff-unknown')
  if (fromStaffId === toStaffId) return refuse('offer-to-self')
  const unfit = handlerRefusal(facts.staffOf(toStaffId))
  if (unfit !== null) return unfit
  const { filings, inquiries, visits } = facts
  if (filings.length + inquiries.length + visits.length === 0)
    return refuse('nothing-to-reassign', { staffName: from.name })
  assert(
    filings.every((one) => one.ownerId === fromStaffId || openStageOf(one)?.handlerId === fromStaffId),
    'filings of the one who leaves, or a stage of them',
  )
  const events = mattersPassedTo(facts, { fromStaffId, toStaffId, reason }, facts)
  return accept(events, { count: events.length })
}

/** One event for each matter that goes from one person to another; whoever was asked first stays so. */
export function mattersPassedTo(
  { filings, inquiries, visits }: Pick<ReassignMattersFacts, 'filings' | 'inquiries' | 'visits'>,
  moved: { fromStaffId: string; toStaffId: string; reason: string },
  day: PromiseDay,
): HallFact[] {
  return [
    ...filings.map(({ filingId }): HallFact => ({ type: 'FilingReassigned', body: { filingId, ...moved } })),
    ...inquiries.map(({ inquiryId }): HallFact => ({ type: 'FirstInquiryReassigned', body: { inquiryId, ...moved } })),
    ...visits.map((visit): HallFact => visitPassedTo(visit, moved.toStaffId, day)),
  ]
}
