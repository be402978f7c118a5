import type { Violation, ViolationStatus } from '../vocabulary/violation.ts'
import type { ViolationEvent } from '../vocabulary/violation-event.ts'
import { assert, unreachable } from './decision.ts'

type LaterEvent = Exclude<ViolationEvent, { type: 'ViolationProposed' }>

const open: readonly ViolationStatus[] = ['proposed', 'confirmed', 'appealed']
const mayFollow: Record<LaterEvent['type'], readonly ViolationStatus[]> = {
  EvidenceAttached: open,
  ViolationStated: ['proposed'],
  ViolationSigned: open,
  ViolationConfirmed: ['proposed'],
  ViolationDismissed: ['proposed'],
  ViolationAppealed: ['confirmed'],
  AppealDecided: ['appealed'],
}

/**
 * The case after one more event; `at` (epoch ms) is the event's time. What stands in it stays: each
 * event fills what was empty, or adds to a list. Throws when the event does not fit the state it finds.
 */
export function violationAfter(violation: Violation | undefined, event: ViolationEvent, at: number): Violation {
  const { violationId } = event.body
  if (event.type === 'ViolationProposed') {
    assert(violation === undefined, `violation ${violationId} is proposed once`)
    const untouched = { signed: null, statement: null, decision: null, appeal: null, appealDecision: null }
    return { ...event.body, foundAt: at, evidence: [], status: 'proposed', ...untouched }
  }
  assert(violation?.violationId === violationId, `${event.type} finds violation ${violationId}`)
  const from = mayFollow[event.type]
  assert(from.includes(violation.status), `violation ${violationId} is ${from.join(' or ')} before ${event.type}`)
  return { ...violation, ...changeOf(violation, event, at) }
}

function changeOf(violation: Violation, event: LaterEvent, at: number): Partial<Violation> {
  switch (event.type) {
    case 'EvidenceAttached': {
      const { violationId: _, ...evidence } = event.body
      return { evidence: [...violation.evidence, { ...evidence, at }] }
    }
    case 'ViolationStated':
      return { statement: { text: event.body.text, at } }
    case 'ViolationSigned': {
      const { means, note } = event.body
      return { signed: { means, note, at } }
    }
    case 'ViolationConfirmed': {
      const { points, note, confirmedBy } = event.body
      return { status: 'confirmed', decision: { points, note, by: confirmedBy, at } }
    }
    case 'ViolationDismissed': {
      const { reason, dismissedBy } = event.body
      return { status: 'dismissed', decision: { points: 0, note: reason, by: dismissedBy, at } }
    }
    case 'ViolationAppealed':
      return { status: 'appealed', appeal: { text: event.body.text, at } }
    case 'AppealDecided': {
      const { isUpheld, reason, decidedBy, day } = event.body
      const appealDecision = { isUpheld, reason, by: decidedBy, at, day }
      return { status: isUpheld ? 'upheld' : 'revoked', appealDecision }
    }
    default:
      return unreachable(event)
  }
}
