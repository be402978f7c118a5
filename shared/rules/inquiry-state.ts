import type { FirstInquiry, InquiryStatus } from '../vocabulary/first-inquiry.ts'
import type { FilingEvent, InquiryEvent, InquiryEventBodies } from '../vocabulary/promise-event.ts'
import { assert, unreachable } from './decision.ts'

/** What moves a line of the register: its own events, and the receipt of the filing that it led to. */
export type InquiryMove = InquiryEvent | Extract<FilingEvent, { type: 'FilingReceived' }>

const mayFollow: Record<Exclude<InquiryMove['type'], 'FirstInquiryRecorded'>, readonly InquiryStatus[]> = {
  FirstInquiryAnswered: ['open'],
  FirstInquiryAnswerCorrected: ['answered'],
  FirstInquiryGuided: ['open'],
  FirstInquiryOffered: ['open'],
  FirstInquiryTaken: ['offered'],
  FirstInquiryRefused: ['offered'],
  FirstInquiryReassigned: ['open', 'offered'],
  FilingReceived: ['open'],
}

/**
 * The line of the register after one more event; `at` (epoch ms) is the event's time. Whatever
 * happens, `firstResponder` stays and somebody is `responsible` (篇1.3). Throws when the event does
 * not fit the state it finds.
 */
export function inquiryAfter(inquiry: FirstInquiry | undefined, event: InquiryMove, at: number): FirstInquiry {
  const { inquiryId } = event.body
  if (event.type === 'FirstInquiryRecorded') {
    assert(inquiry === undefined, `inquiry ${inquiryId} is recorded once`)
    return recordedInquiry(event.body, at)
  }
  assert(inquiry?.inquiryId === inquiryId, `${event.type} finds inquiry ${inquiryId}`)
  const from = mayFollow[event.type]
  assert(from.includes(inquiry.status), `inquiry ${inquiryId} is ${from.join(' or ')} before ${event.type}`)
  return { ...inquiry, ...changeOf(inquiry, event, at) }
}

function recordedInquiry(body: InquiryEventBodies['FirstInquiryRecorded'], at: number): FirstInquiry {
  const { year: _, serial: __, ...asRecorded } = body
  return {
    ...asRecorded,
    at,
    responsible: body.firstResponder,
    status: 'open',
    offer: null,
    transfers: [],
    answer: null,
    guidedTo: null,
    filingId: null,
  }
}

function changeOf(
  inquiry: FirstInquiry,
  event: Exclude<InquiryMove, { type: 'FirstInquiryRecorded' }>,
  at: number,
): Partial<FirstInquiry> {
  switch (event.type) {
    case 'FirstInquiryAnswered': {
      const { answer, means, answeredBy } = event.body
      return { status: 'answered', answer: { answer, means, answeredBy, at, corrections: [] } }
    }
    case 'FirstInquiryAnswerCorrected': {
      const { answer, reason, correctedBy } = event.body
      const corrections = [...inquiry.answer!.corrections, { answer, reason, correctedBy, at }]
      return { answer: { ...inquiry.answer!, corrections } }
    }
    case 'FirstInquiryGuided': {
      const { windowNumber, unit, note } = event.body
      return { status: 'guided', guidedTo: { windowNumber, unit, note, at } }
    }
    case 'FirstInquiryOffered': {
      const { fromStaffId, toStaffId, reason } = event.body
      return { status: 'offered', offer: { fromStaffId, toStaffId, at, reason } }
    }
    case 'FirstInquiryTaken': {
      const transfers = [...inquiry.transfers, { ...inquiry.offer!, takenAt: at }]
      return { status: 'open', responsible: event.body.toStaffId, offer: null, transfers }
    }
    case 'FirstInquiryRefused':
      return { status: 'open', offer: null }
    case 'FirstInquiryReassigned':
      return { status: 'open', responsible: event.body.toStaffId, offer: null }
    case 'FilingReceived':
      return { status: 'filed', filingId: event.body.filingId }
    default:
      return unreachable(event)
  }
}
