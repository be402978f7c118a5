import { describe, expect, test } from 'vitest'
import { decideGiveHandover, decideTakeHandover } from '../../shared/rules/handover.ts'
import type { DraftPostFacts, GiverFacts, TakeHandoverFacts } from '../../shared/rules/handover-facts.ts'
import { decideDraftPostHandover, mattersOnTheWayBack } from '../../shared/rules/handover-post.ts'
import { handoverAfter, isOut } from '../../shared/rules/handover-state.ts'
import type { Leave } from '../../shared/vocabulary/attendance.ts'
import type { Handover } from '../../shared/vocabulary/handover.ts'
import type { HandoverEvent } from '../../shared/vocabulary/handover-event.ts'
import type { Actor } from '../../shared/vocabulary/staff.ts'
import { accepted, refusal, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { inquiryWith, otherClerk, promiseDay, supervisor } from '../support/intake-facts.ts'
import { acceptedFiling } from '../support/run-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'

const a = staffActor()
const b = otherClerk
const filings = [1, 2].map((filingId) => acceptedFiling({ filingId, number: `BJ-2026-00000${filingId}` }))
const later = '2026-05-20'

function leaveWith(changes: Partial<Leave> = {}): Leave {
  return {
    ...{ leaveId: 3, staffId: 'clerk-1', kind: 'annual', substituteId: 'clerk-2', isAfterwards: false },
    from: instantAt(nextDay, '00:00'),
    to: instantAt('2026-05-19', '24:00'),
    ...{ status: 'approved', askedBy: 'clerk-1', askedAt: 0, decidedBy: 'supervisor-1', decidedAt: 0 },
    ...{ decidedReason: '', note: '' },
    ...changes,
  }
}

function giverWith(staffId: string, owned = filings): GiverFacts {
  const counts = { received: 0, instant: 0, notices: 0, corrections: 0 }
  return { staffId, role: 'clerk', homeUnit: '户籍科', windowNumber: null, counts, filings: owned, waitingNumbers: [] }
}

function draftFacts(changes: Partial<DraftPostFacts> = {}, day = workday, actor: Actor = a): DraftPostFacts {
  return {
    ...promiseDay('16:00', day, { actor }),
    leave: leaveWith(),
    sheets: [],
    giverOf: (staffId) => giverWith(staffId),
    lastHandoverId: 4,
    lastHandoverSerial: () => 4,
    ...changes,
  }
}

function drafted(facts: DraftPostFacts): Handover {
  const [event] = accepted(decideDraftPostHandover({ leaveId: 3 }, facts)).events as HandoverEvent[]
  return handoverAfter(undefined, event!, 1)
}

function given(handover: Handover, actor: Actor, owned = filings): Handover {
  const decision = decideGiveHandover(
    { handoverId: handover.handoverId, lines: [], receipts: '', remark: '' },
    {
      ...promiseDay('16:10', workday, { actor }),
      handover,
      homeUnitOf: () => '户籍科',
      giver: giverWith(handover.staffId, owned),
      service: { isRunning: false, lastEndedAt: null },
      custody: new Map([[1, 'liaison-1']]),
    },
  )
  const [event] = accepted(decision).events as HandoverEvent[]
  return handoverAfter(handover, event!, 2)
}

const inquiry = inquiryWith({ inquiryId: 9 })

function takeFacts(handover: Handover, actor: Actor = b): TakeHandoverFacts {
  return {
    ...promiseDay('16:20', workday, { actor }),
    handover,
    homeUnitOf: () => '户籍科',
    signIn: 'own-page',
    matters: { filings, inquiries: [inquiry], visits: [] },
    isDayOutKnown: false,
  }
}

function taken(handover: Handover, actor: Actor): Handover {
  const decision = decideTakeHandover({ handoverId: handover.handoverId }, takeFacts(handover, actor))
  const [event] = accepted(decision).events as HandoverEvent[]
  return handoverAfter(handover, event!, 3)
}

describe('an AB post', () => {
  test('is one sheet of everything open, for who stands in', () => {
    expect(drafted(draftFacts())).toMatchObject({
      ...{
        kind: 'ab-post',
        number: 'JJ-2026-000005',
        staffId: 'clerk-1',
        toStaffId: 'clerk-2',
        leaveId: 3,
        backOf: null,
      },
      lines: [{ filingId: 1 }, { filingId: 2 }],
    })
  })

  test.each<[string, Partial<DraftPostFacts>, string]>([
    ['a leave that nobody knows', { leave: undefined }, 'handover-leave-unfit'],
    ['one that is not approved', { leave: leaveWith({ status: 'asked' }) }, 'handover-leave-unfit'],
    ['one in which nobody stands in', { leave: leaveWith({ substituteId: null }) }, 'handover-leave-unfit'],
    ['one that is over', { now: instantAt(later, '09:00') }, 'handover-leave-unfit'],
    ['one with a sheet under way', { sheets: [drafted(draftFacts())] }, 'handover-under-way'],
    ['somebody else’s', { actor: staffActor('clerk', 'clerk-9') }, 'not-permitted'],
  ])('is not drafted for %s', (_, changes, code) => {
    expect(refusal(decideDraftPostHandover({ leaveId: 3 }, draftFacts(changes))).code).toBe(code)
  })

  test('is given by a supervisor for somebody who is away all of a sudden', () => {
    expect(given(drafted(draftFacts({}, workday, supervisor)), supervisor).status).toBe('given')
  })

  test('is taken by who stands in alone, not by a colleague and not by a supervisor', () => {
    const sheet = given(drafted(draftFacts()), a)
    const codeFor = (actor: Actor) => {
      const decision = decideTakeHandover({ handoverId: 5 }, takeFacts(sheet, actor))
      return decision.kind === 'refused' ? decision.code : decision.kind
    }
    expect([a, supervisor, staffActor('clerk', 'clerk-9'), b].map(codeFor)).toEqual([
      ...['handover-own', 'handover-not-for-you', 'handover-not-for-you', 'accepted'],
    ])
  })

  test('nothing moves before it is taken; then everything does, in one decision', () => {
    const sheet = given(drafted(draftFacts()), a)
    const { events } = accepted(decideTakeHandover({ handoverId: 5 }, takeFacts(sheet)))
    const moved = { fromStaffId: 'clerk-1', toStaffId: 'clerk-2', reason: 'AB岗交接 JJ-2026-000005' }
    expect(events).toEqual([
      {
        type: 'HandoverTaken',
        body: {
          ...{ handoverId: 5, takenBy: 'clerk-2', signIn: 'own-page' },
          moved: { filingIds: [1, 2], inquiryIds: [9], visitIds: [] },
        },
      },
      { type: 'FilingReassigned', body: { filingId: 1, ...moved } },
      { type: 'FilingReassigned', body: { filingId: 2, ...moved } },
      { type: 'FirstInquiryReassigned', body: { inquiryId: 9, ...moved } },
    ])
  })

  test('is never out at a home unit', () => {
    expect(isOut(taken(given(drafted(draftFacts()), a), b))).toBe(false)
  })

  test('filings go to nobody who cannot have them in charge', () => {
    const sheet = given(drafted(draftFacts({ leave: leaveWith({ substituteId: 'guide-1' }) })), a)
    const facts = takeFacts(sheet, staffActor('guide', 'guide-1'))
    expect(refusal(decideTakeHandover({ handoverId: 5 }, facts)).code).toBe('staff-not-handler')
  })
})

describe('the way back', () => {
  const outward = taken(given(drafted(draftFacts()), a), b)
  const back = (changes: Partial<DraftPostFacts> = {}, day = later) =>
    draftFacts({ sheets: [outward], lastHandoverId: 5, lastHandoverSerial: () => 5, ...changes }, day)

  test('has what came by the sheet and is still open, and nothing of one’s own', () => {
    const own = acceptedFiling({ filingId: 7, ownerId: 'clerk-2' })
    const sheet = drafted(back({ giverOf: (staffId) => giverWith(staffId, [filings[1]!, own]) }))
    expect(sheet).toMatchObject({ staffId: 'clerk-2', toStaffId: 'clerk-1', backOf: 5, lines: [{ filingId: 2 }] })
    expect(sheet.lines).toHaveLength(1)
    const open = { filings: [filings[1]!, own], inquiries: [inquiry, inquiryWith({ inquiryId: 10 })], visits: [] }
    expect(mattersOnTheWayBack(open, outward)).toEqual({ filings: [filings[1]], inquiries: [inquiry], visits: [] })
  })

  test('is not drafted while the leave runs, but when it was cancelled', () => {
    expect(refusal(decideDraftPostHandover({ leaveId: 3 }, back({}, workday))).code).toBe('handover-leave-runs')
    const cancelled = back({ leave: leaveWith({ status: 'cancelled' }) }, workday)
    expect(drafted(cancelled).backOf).toBe(5)
  })

  test('is drafted once', () => {
    const sheet = { ...drafted(back()), status: 'taken' as const }
    const facts = back({ sheets: [outward, sheet] })
    expect(refusal(decideDraftPostHandover({ leaveId: 3 }, facts)).code).toBe('handover-under-way')
  })
})
