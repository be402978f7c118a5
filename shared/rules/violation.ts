import type { CommandBody, CommandOf, CommandType } from '../vocabulary/command.ts'
import { codesOfCheck } from '../vocabulary/patrol.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { evidenceCountMax, type Violation, type ViolationStatus, violationCodes } from '../vocabulary/violation.ts'
import { violationStatusWords } from '../vocabulary/words.ts'
import { accept, assert, type Decision, refuse } from './decision.ts'
import type { ProposeViolationFacts, ViolationFacts } from './discipline-facts.ts'
import { hallDeadlineAfter } from './filing-dates.ts'
import { clockOf, dayOf } from './hall-time.ts'
import { isBy, isSupervisor, staffIdOf } from './may-touch.ts'
import { checksInForce } from './patrol.ts'
import { isProposable } from './post-observation.ts'
import type { HallSetup } from './setup.ts'

/** Workdays after the proposal in which the person can be heard before it is decided without him. */
const hearWorkdays = 1
/** Workdays after the confirmation in which it can be appealed. */
const appealWorkdays = 5

type Calendars = Pick<HallSetup, 'calendar' | 'timetables'>

/** From when (epoch ms) a case may be decided although the person said nothing: the end of the next workday. */
export function hearUntil({ foundAt }: Pick<Violation, 'foundAt'>, setup: Calendars): number {
  return hallDeadlineAfter(dayOf(foundAt), hearWorkdays, setup).at
}

/** The last day and instant (epoch ms) of an appeal; null before the confirmation. */
export function appealUntil(
  { decision }: Pick<Violation, 'decision'>,
  setup: Calendars,
): { day: string; at: number } | null {
  return decision === null ? null : hallDeadlineAfter(dayOf(decision.at), appealWorkdays, setup)
}

/**
 * 提请记录: a case with its clause, from somebody on the floor or from the hub itself. In order:
 * staff-unknown, violation-day-to-come, window-unknown, violation-source-unknown (a log that accuses
 * has to be right: the source must say this of this person), violation-proposed-already.
 */
export function decideProposeViolation(body: CommandBody<'ProposeViolation'>, facts: ProposeViolationFacts): Decision {
  const { staffId, day, code, source, windowNumber = null, sourceId = null, half = null } = body
  if (facts.staffOf(staffId) === undefined) return refuse('staff-unknown')
  if (day > facts.schedule.day) return refuse('violation-day-to-come', { day })
  if (windowNumber !== null && !facts.setup.serviceWindows.has(windowNumber)) {
    return refuse('window-unknown', { windowNumber })
  }
  if (!isFoundInSource(body, facts)) return refuse('violation-source-unknown')
  if (facts.same !== undefined) return refuse('violation-proposed-already')

  const violationId = facts.lastViolationId + 1
  const proposedBy = facts.actor.kind === 'staff' ? facts.actor.staffId : null
  const { clause } = violationCodes[code]
  const { facts: told, onTheSpot } = body
  return accept(
    {
      type: 'ViolationProposed',
      body: {
        ...{ violationId, day, staffId, windowNumber, code, clause, source, sourceId, half },
        ...{ facts: told, onTheSpot, proposedBy },
      },
    },
    { violationId },
  )
}

function isFoundInSource(body: CommandBody<'ProposeViolation'>, facts: ProposeViolationFacts): boolean {
  const { patrol, attendance, observation } = facts
  const { source, sourceId, half, staffId, code, day, windowNumber } = body
  if (source === 'patrol') {
    const check = patrol && checksInForce(patrol).find((one) => one.windowNumber === windowNumber)
    return check?.staffId === staffId && patrol?.day === day && codesOfCheck(check).includes(code)
  }
  if (source === 'attendance') {
    return attendance?.findings.some((finding) => finding.kind === code && finding.half === half) ?? false
  }
  if (source === 'observation') {
    const isOfIt = observation?.staffId === staffId && observation.day === day
    return isOfIt && observation.windowNumber === windowNumber && isProposable(observation, facts.now)
  }
  return source === 'other' || sourceId !== undefined
}

interface Touch {
  /** The states it may act on. */
  in: readonly ViolationStatus[]
  /** What it does, as a refusal says it: 不能{action}. */
  action: string
}

/** Why nothing is done on a case in this state; null when it may be. */
function stateRefusal({ violation }: ViolationFacts, touch: Touch): Refusal | null {
  if (violation === undefined) return refuse('violation-unknown')
  if (touch.in.includes(violation.status)) return null
  return refuse('violation-status', { status: violationStatusWords[violation.status], action: touch.action })
}

/** Only the person himself; null for him. */
function personRefusal(facts: ViolationFacts): Refusal | null {
  const { violation } = facts
  return violation === undefined || isBy(facts, violation.staffId) ? null : refuse('violation-not-yours')
}

/** Nobody decides his own case; null for everybody else. */
function ownRefusal(facts: ViolationFacts): Refusal | null {
  const { violation } = facts
  return violation !== undefined && isBy(facts, violation.staffId) ? refuse('violation-own') : null
}

function found({ violation }: ViolationFacts): Violation {
  assert(violation !== undefined, 'a violation that was found')
  return violation
}

/** 本人陈述, once, before it is decided. In order: violation-unknown, violation-not-yours, violation-status, violation-stated. */
export function decideStateOnViolation(body: CommandBody<'StateOnViolation'>, facts: ViolationFacts): Decision {
  const refusal = personRefusal(facts) ?? stateRefusal(facts, { in: ['proposed'], action: '陈述' })
  if (refusal !== null) return refusal
  if (found(facts).statement !== null) return refuse('violation-stated')
  return accept({ type: 'ViolationStated', body })
}

/**
 * 本人签字 of what was found; a refusal to sign has its witness. The person himself presses it, or a
 * supervisor on the round's tablet.
 */
export function decideSignViolation(
  body: CommandBody<'SignViolation'>,
  facts: ViolationFacts & { signatureHash: string | null },
): Decision {
  const refusal = isSupervisor(facts) ? null : personRefusal(facts)
  const inState = refusal ?? stateRefusal(facts, { in: ['proposed', 'confirmed', 'appealed'], action: '签字' })
  if (inState !== null) return inState
  if (found(facts).signed !== null) return refuse('violation-signed')
  const { violationId, means, note } = body
  const { signatureHash } = facts
  if (means === 'pad' && signatureHash === null) return refuse('person-signature-needed')
  if (means === 'refused' && note === '') return refuse('witness-needed')
  return accept({ type: 'ViolationSigned', body: { violationId, means, note, signatureHash } })
}

/** Before the person was heard, or had a whole workday for it; null afterwards. */
function unheardRefusal(facts: ViolationFacts): Refusal | null {
  const violation = found(facts)
  const until = hearUntil(violation, facts.setup)
  if (violation.statement !== null || facts.now >= until) return null
  return refuse('person-not-heard', { until: `${dayOf(until)} ${clockOf(until).slice(0, 5)}` })
}

/** 认定, with its points. In order: violation-unknown, violation-own, violation-status, person-not-heard. */
export function decideConfirmViolation(body: CommandBody<'ConfirmViolation'>, facts: ViolationFacts): Decision {
  const refusal =
    ownRefusal(facts) ?? stateRefusal(facts, { in: ['proposed'], action: '认定' }) ?? unheardRefusal(facts)
  if (refusal !== null) return refusal
  return accept({ type: 'ViolationConfirmed', body: { ...body, confirmedBy: staffIdOf(facts) } })
}

/** 不予认定; nobody has to be heard for it. */
export function decideDismissViolation(body: CommandBody<'DismissViolation'>, facts: ViolationFacts): Decision {
  const refusal = ownRefusal(facts) ?? stateRefusal(facts, { in: ['proposed'], action: '不予认定' })
  if (refusal !== null) return refusal
  return accept({ type: 'ViolationDismissed', body: { ...body, dismissedBy: staffIdOf(facts) } })
}

/** 申诉, by the person, within five workdays of the confirmation. */
export function decideAppealViolation(body: CommandBody<'AppealViolation'>, facts: ViolationFacts): Decision {
  const refusal = personRefusal(facts) ?? stateRefusal(facts, { in: ['confirmed'], action: '申诉' })
  if (refusal !== null) return refusal
  const until = appealUntil(found(facts), facts.setup)!
  if (facts.now >= until.at) return refuse('appeal-lapsed', { lastDay: until.day })
  return accept({ type: 'ViolationAppealed', body })
}

/**
 * 申诉复核: upheld, or revoked, which stays visible beside what it corrects. By another supervisor than
 * the one who confirmed, where the hall has one.
 */
export function decideDecideAppeal(body: CommandBody<'DecideAppeal'>, facts: ViolationFacts): Decision {
  const refusal = ownRefusal(facts) ?? stateRefusal(facts, { in: ['appealed'], action: '复核' })
  if (refusal !== null) return refusal
  const { decision, staffId } = found(facts)
  const others = facts.supervisorIds.filter((one) => one !== decision?.by && one !== staffId)
  if (isBy(facts, decision?.by ?? '') && others.length > 0) return refuse('appeal-same-person')
  return accept({ type: 'AppealDecided', body: { ...body, decidedBy: staffIdOf(facts), day: facts.schedule.day } })
}

/** Those who may see and add the evidence of a case: a supervisor, who proposed it, and the person. */
export function evidenceRefusal(facts: ViolationFacts): Refusal | null {
  const { violation } = facts
  if (violation === undefined) return refuse('violation-unknown')
  const isConcerned = isSupervisor(facts) || isBy(facts, violation.staffId) || isBy(facts, violation.proposedBy ?? '')
  return isConcerned ? null : refuse('evidence-not-allowed')
}

/** 附证据, until the case has ended. The same file a second time is there already. */
export function decideAttachEvidence(body: CommandOf<'AttachEvidence'>['body'], facts: ViolationFacts): Decision {
  const refusal =
    evidenceRefusal(facts) ?? stateRefusal(facts, { in: ['proposed', 'confirmed', 'appealed'], action: '附证据' })
  if (refusal !== null) return refusal
  const { evidence } = found(facts)
  if (evidence.some(({ hash }) => hash === body.hash)) return accept([])
  if (evidence.length >= evidenceCountMax) return refuse('evidence-full', { max: evidenceCountMax })
  return accept({ type: 'EvidenceAttached', body: { ...body, addedBy: staffIdOf(facts) } })
}

/**
 * Why each action on a case would be refused now, before anything is typed in: the rules themselves are
 * asked with the plainest body, so that a grey button and a refused press are one.
 */
export function violationRefusals(facts: ViolationFacts): Partial<Record<CommandType | 'AttachEvidence', Refusal>> {
  const { violationId } = found(facts)
  const reason = '理由'
  const asked = {
    StateOnViolation: decideStateOnViolation({ violationId, text: reason }, facts),
    SignViolation: decideSignViolation({ violationId, means: 'paper', note: '' }, { ...facts, signatureHash: null }),
    ConfirmViolation: decideConfirmViolation({ violationId, points: 0, note: '' }, facts),
    DismissViolation: decideDismissViolation({ violationId, reason }, facts),
    AppealViolation: decideAppealViolation({ violationId, text: reason }, facts),
    DecideAppeal: decideDecideAppeal({ violationId, isUpheld: true, reason }, facts),
    AttachEvidence: decideAttachEvidence({ violationId, hash: '', bytes: 0, mediaType: 'image/jpeg' }, facts),
  }
  const refused = Object.entries(asked).filter(([, decision]) => decision.kind === 'refused')
  return Object.fromEntries(refused) as Partial<Record<CommandType | 'AttachEvidence', Refusal>>
}
