import { homeVisitAfter } from '../../shared/rules/home-visit-state.ts'
import type { HomeVisitFacts } from '../../shared/rules/promise-facts.ts'
import type { HomeVisit } from '../../shared/vocabulary/home-visit.ts'
import type { HomeVisitEvent } from '../../shared/vocabulary/promise-event.ts'
import { instantAt } from './hand-clock.ts'
import { inquiryWith, promiseDay } from './intake-facts.ts'
import { nextDay, workday } from './sample-hall.ts'

/** When the visit of `dispatchedVisit` is agreed on: Thursday 14 May, 09:30. */
export const appointmentAt = instantAt(nextDay, '09:30')

/** Asked for on Wednesday 13 May, 09:00; nobody is sent yet. */
export function askedVisit(changes: Partial<HomeVisit> = {}): HomeVisit {
  const asked = {
    inquiryId: 1,
    number: 'SM-2026-000001',
    year: 2026,
    serial: 1,
    partyId: 'party-1',
    wishedDay: nextDay,
    wishedHalf: 'morning',
  } as const
  return {
    ...homeVisitAfter(undefined, { type: 'HomeVisitAsked', body: asked }, instantAt(workday, '09:00')),
    ...changes,
  }
}

/** `clerk-2` goes, for a line that `clerk-1` answers for. */
export function dispatchedVisit(changes: Partial<HomeVisit> = {}): HomeVisit {
  return askedVisit({ status: 'dispatched', visitorId: 'clerk-2', appointmentAt, ...changes })
}

export function visitedVisit(changes: Partial<HomeVisit> = {}): HomeVisit {
  const report = { result: 'settled', note: '照片已拍', at: appointmentAt } as const
  return dispatchedVisit({ status: 'visited', report, ...changes })
}

export function visitFacts(visit: HomeVisit | undefined, day = workday, time = '10:00'): HomeVisitFacts {
  return { ...promiseDay(time, day), inquiry: inquiryWith(), visit }
}

/** The visit after the events of a decision that move it. */
export function visitAfter(facts: HomeVisitFacts, events: readonly { type: string; body: object }[]): HomeVisit {
  const moves = events.filter(({ type }) => type.startsWith('HomeVisit')) as HomeVisitEvent[]
  return moves.reduce<HomeVisit | undefined>((one, event) => homeVisitAfter(one, event, facts.now), facts.visit)!
}
