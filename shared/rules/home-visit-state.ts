import type { HomeVisit, HomeVisitStatus } from '../vocabulary/home-visit.ts'
import type { HomeVisitEvent, HomeVisitEventBodies } from '../vocabulary/promise-event.ts'
import { assert, unreachable } from './decision.ts'

type HomeVisitMove = Exclude<HomeVisitEvent, { type: 'HomeVisitAsked' }>

const mayFollow: Record<HomeVisitMove['type'], readonly HomeVisitStatus[]> = {
  HomeVisitDispatched: ['asked', 'dispatched'],
  HomeVisitRescheduled: ['dispatched'],
  HomeVisitReported: ['dispatched'],
  HomeVisitConfirmed: ['visited'],
  HomeVisitCancelled: ['asked', 'dispatched'],
}

/**
 * The home visit after one more event; `at` (epoch ms) is the event's time. From the dispatch on
 * somebody goes, and none ends without a report. Throws when the event does not fit the state it finds.
 */
export function homeVisitAfter(visit: HomeVisit | undefined, event: HomeVisitEvent, at: number): HomeVisit {
  const { inquiryId } = event.body
  if (event.type === 'HomeVisitAsked') {
    assert(visit === undefined, `the visit of inquiry ${inquiryId} is asked for once`)
    return askedVisit(event.body, at)
  }
  assert(visit?.inquiryId === inquiryId, `${event.type} finds the visit of inquiry ${inquiryId}`)
  const from = mayFollow[event.type]
  assert(from.includes(visit.status), `the visit of inquiry ${inquiryId} is ${from.join(' or ')} before ${event.type}`)
  const isLate = visit.isLate || ('isLate' in event.body && event.body.isLate)
  return { ...visit, ...changeOf(visit, event, at), isLate }
}

function askedVisit(body: HomeVisitEventBodies['HomeVisitAsked'], at: number): HomeVisit {
  const { year: _, serial: __, ...asAsked } = body
  return {
    ...asAsked,
    status: 'asked',
    askedAt: at,
    visitorId: null,
    appointmentAt: null,
    reschedules: [],
    report: null,
    confirmation: null,
    cancelled: null,
    isLate: false,
  }
}

function changeOf({ reschedules }: HomeVisit, event: HomeVisitMove, at: number): Partial<HomeVisit> {
  switch (event.type) {
    case 'HomeVisitDispatched': {
      const { visitorId, appointmentAt } = event.body
      return { status: 'dispatched', visitorId, appointmentAt }
    }
    case 'HomeVisitRescheduled': {
      const { fromAt, toAt, reason } = event.body
      return { appointmentAt: toAt, reschedules: [...reschedules, { fromAt, toAt, reason, at }] }
    }
    case 'HomeVisitReported': {
      const { result, note } = event.body
      return { status: 'visited', report: { result, note, at } }
    }
    case 'HomeVisitConfirmed': {
      const { means, reason } = event.body
      return { status: 'ended', confirmation: { means, reason, at } }
    }
    case 'HomeVisitCancelled':
      return { status: 'cancelled', cancelled: { reason: event.body.reason, at } }
    default:
      return unreachable(event)
  }
}
