import type { Filing, FilingStatus } from '../vocabulary/filing.ts'
import type { FilingEvent, FilingEventBodies } from '../vocabulary/promise-event.ts'
import { assert } from './decision.ts'
import { dayOf, instantOf } from './hall-time.ts'
import { plannedStages, withNextBegun, withOpenDue, withOpenEnded, withOpenHandedOver } from './stage-state.ts'

type FilingEventType = FilingEvent['type']

/** What an event makes of a filing, and the states in which it may find it. */
interface Move<T extends FilingEventType> {
  from: readonly FilingStatus[]
  change: (filing: Filing, body: FilingEventBodies[T], at: number) => Partial<Filing>
}

const undecided = ['received', 'correcting', 'accepted', 'suspended'] as const
const inReview = ['accepted', 'suspended'] as const
const open = [...undecided, 'decided', 'produced'] as const
const withoutDecision = ['not-required', 'declined', 'withdrawn', 'returned'] as const

/** Every event but the first, with the states that it may follow: no other place moves a filing. */
const moves: { [T in Exclude<FilingEventType, 'FilingReceived'>]: Move<T> } = {
  MaterialsChecked: { from: ['received', 'correcting'], change: (_, { conditions, lines }) => ({ conditions, lines }) },
  FilingCorrectedOnTheSpot: { from: ['received'], change: () => ({}) },
  FilingNotRequired: { from: ['received'], change: (_, __, at) => ({ status: 'not-required', endedAt: at }) },
  FilingDeclined: { from: ['received'], change: (_, __, at) => ({ status: 'declined', endedAt: at }) },
  FilingReturnedForCorrection: {
    from: ['received', 'correcting'],
    change: ({ noticeCount }, { correctionDueDay }, at) => ({
      status: 'correcting',
      correctionDueDay,
      correctedDay: null,
      noticeCount: noticeCount + 1,
      secondNoticeAllowance: null,
      secondNoticeAt: noticeCount === 0 ? null : at,
    }),
  },
  SecondNoticeAllowed: {
    from: ['received', 'correcting'],
    change: (_, { reason, allowedBy }, at) => ({ secondNoticeAllowance: { reason, allowedBy }, secondNoticeAt: at }),
  },
  CorrectionReceived: { from: ['correcting'], change: afterCorrection },
  FilingAccepted: {
    from: ['received'],
    change: ({ stages }, { acceptedDay, isTolerant, promisedDue, statutoryDue, stageDue }, at) => ({
      status: 'accepted',
      acceptedDay,
      acceptedAt: at,
      isTolerant,
      promisedDue,
      statutoryDue,
      stages: withNextBegun(stages, { day: acceptedDay, at, due: stageDue }),
    }),
  },
  FilingDeemedAccepted: {
    from: ['received'],
    change: (filing, { acceptedDay, promisedDue, statutoryDue, stageDue }) => ({
      status: 'accepted',
      acceptedDay,
      acceptedAt: deemedAcceptedAt(filing),
      isDeemed: true,
      promisedDue,
      statutoryDue,
      stages: withNextBegun(filing.stages, { day: acceptedDay, at: deemedAcceptedAt(filing), due: stageDue }),
    }),
  },
  ToleratedMaterialReceived: {
    from: [...inReview, 'decided', 'produced'],
    change: (_, { lines }) => ({ lines }),
  },
  FilingSuspended: {
    from: ['accepted'],
    change: (_, { procedure, fromDay, expectedEndDay, basis }) => ({
      status: 'suspended',
      suspension: { procedure, fromDay, expectedEndDay, basis },
    }),
  },
  FilingResumed: { from: ['suspended'], change: afterResumption },
  ExtensionAsked: {
    from: inReview,
    change: (_, { workdays, reason, askedBy }, at) => ({ extensionAsked: { workdays, reason, askedBy, at } }),
  },
  ExtensionRefused: { from: inReview, change: () => ({ extensionAsked: null }) },
  DeadlineExtended: {
    from: inReview,
    change: (_, { workdays, reason, approvedBy, approver, promisedDue, statutoryDue }, at) => ({
      extension: { workdays, reason, approvedBy, approver, at },
      extensionAsked: null,
      promisedDue,
      statutoryDue,
    }),
  },
  DeadlineRecounted: {
    from: inReview,
    change: ({ stages }, { promisedDue, statutoryDue, stageDue }) => ({
      promisedDue,
      statutoryDue,
      stages: withOpenDue(stages, stageDue),
    }),
  },
  DeliveryDueRecounted: { from: ['decided', 'produced'], change: (_, { deliveryDue }) => ({ deliveryDue }) },
  StageFinished: {
    from: ['accepted'],
    change: (filing, { opinion, nextHandlerId, stageDue }, at) => ({
      stages: withNextBegun(
        withOpenEnded(filing, { at, opinion }),
        { day: dayOf(at), at, due: stageDue },
        nextHandlerId,
      ),
    }),
  },
  FilingConverted: {
    from: ['received', ...inReview],
    change: (_, { limit, promisedDue }) => ({ itemKind: 'promised', promisedLimit: limit, promisedDue }),
  },
  OverdueExplained: {
    from: [...inReview, 'decided', 'produced'],
    change: (_, { reason }) => ({ overdueReason: reason }),
  },
  FilingUrged: { from: open, change: () => ({}) },
  FilingDecided: {
    from: ['accepted'],
    change: (filing, { decision, reason, decidedDay, deliveryDue }, at) => ({
      status: 'decided',
      decision,
      decisionReason: reason,
      decidedAt: at,
      decidedDay,
      deliveryDue,
      stages: withOpenEnded(filing, { at, opinion: reason }),
    }),
  },
  ResultProduced: {
    from: ['decided'],
    change: (_, { resultName, resultNumber }, at) => ({ status: 'produced', resultName, resultNumber, producedAt: at }),
  },
  ApplicantTold: {
    from: ['decided', 'produced', 'delivered'],
    change: ({ toldAt }, { isReached }, at) => ({ toldAt: isReached ? at : toldAt }),
  },
  ResultDelivered: {
    from: ['decided', 'produced'],
    change: (_, { way }, at) => ({ status: 'delivered', deliveredAt: at, deliveryWay: way, endedAt: at }),
  },
  HandlingSlipSigned: {
    from: ['decided', 'produced', 'delivered', ...withoutDecision],
    change: (_, { means }, at) => ({ slipSigned: { means, at } }),
  },
  FilingWithdrawn: {
    from: undecided,
    change: (filing, { reason }, at) => ({
      status: 'withdrawn',
      endedAt: at,
      stages: withOpenEnded(filing, { at, opinion: reason }),
    }),
  },
  FilingReturned: {
    from: open,
    change: (filing, { reason }, at) => ({
      status: 'returned',
      endedAt: at,
      stages: withOpenEnded(filing, { at, opinion: reason }),
    }),
  },
  FilingReassigned: {
    from: open,
    change: ({ ownerId, stages }, { fromStaffId, toStaffId }) => ({
      ownerId: ownerId === fromStaffId ? toStaffId : ownerId,
      stages: withOpenHandedOver(stages, fromStaffId, toStaffId),
    }),
  },
}

/**
 * The filing after one more event; `at` (epoch ms) is the event's time. The same fold serves the
 * tables and the replay. Throws when the event does not fit the state it finds: the journal and
 * the filing then do not belong together, which is our own mistake and never the clerk's.
 */
export function filingAfter(filing: Filing | undefined, event: FilingEvent, at: number): Filing {
  if (event.type === 'FilingReceived') {
    assert(filing === undefined, `filing ${event.body.filingId} is received once`)
    return receivedFiling(event.body, at)
  }
  assert(filing?.filingId === event.body.filingId, `${event.type} finds filing ${event.body.filingId}`)
  return moved(filing, event.type, event.body, at)
}

function moved<T extends keyof typeof moves>(filing: Filing, type: T, body: FilingEventBodies[T], at: number): Filing {
  const { from, change } = moves[type]
  const { filingId, status } = filing
  assert(from.includes(status), `filing ${filingId} is ${from.join(' or ')} before ${type}, not ${status}`)
  return { ...filing, ...change(filing, body, at) }
}

/**
 * Since when (epoch ms) a filing counts as accepted that nobody answered: its receipt, not the lapse
 * (行政许可法 第三十二条); after a correction the beginning of the day it was complete on.
 */
export function deemedAcceptedAt({ correctedDay, receivedAt }: Filing): number {
  return correctedDay === null ? receivedAt : instantOf(correctedDay, '00:00')
}

function receivedFiling(body: FilingEventBodies['FilingReceived'], at: number): Filing {
  const { year: _, serial: __, stages = [], ...asReceived } = body
  return {
    ...asReceived,
    status: 'received',
    receivedAt: at,
    correctionDueDay: null,
    correctedDay: null,
    visitsAfterNotice: 0,
    visitCauses: [],
    acceptedDay: null,
    acceptedAt: null,
    isDeemed: false,
    isTolerant: false,
    promisedDue: null,
    statutoryDue: null,
    suspension: null,
    excluded: [],
    extensionAsked: null,
    extension: null,
    decision: null,
    decisionReason: '',
    decidedAt: null,
    decidedDay: null,
    deliveryDue: null,
    resultName: '',
    resultNumber: '',
    producedAt: null,
    toldAt: null,
    deliveredAt: null,
    deliveryWay: null,
    slipSigned: null,
    secondNoticeAllowance: null,
    secondNoticeAt: null,
    noticeCount: 0,
    overdueReason: '',
    endedAt: null,
    stages: plannedStages(stages),
  }
}

/** Only a complete one brings the filing back; a part of it leaves the clock where it stands (edge case 47). */
function afterCorrection(filing: Filing, body: FilingEventBodies['CorrectionReceived']): Partial<Filing> {
  const { lines, isComplete, correctedDay, noticeDueDay, visit, cause } = body
  const visitCauses = cause === null ? filing.visitCauses : [...filing.visitCauses, cause]
  const visited = { lines, visitsAfterNotice: visit, visitCauses }
  if (!isComplete) return visited
  assert(noticeDueDay !== null, 'a complete correction has a day by which it is accepted')
  return { ...visited, status: 'received', correctionDueDay: null, correctedDay, noticeDueDay }
}

function afterResumption(filing: Filing, body: FilingEventBodies['FilingResumed']): Partial<Filing> {
  const { procedure, excludedFrom, excludedTo, promisedDue, statutoryDue, stageDue } = body
  const hasExcluded = excludedFrom !== null && excludedTo !== null
  const excluded = hasExcluded ? [{ from: excludedFrom, to: excludedTo, cause: procedure }] : []
  return {
    status: 'accepted',
    suspension: null,
    excluded: [...filing.excluded, ...excluded],
    promisedDue,
    statutoryDue,
    stages: withOpenDue(filing.stages, stageDue),
  }
}
