import { describe, expect, test } from 'vitest'
import type { Staff } from '../../shared/rules/access.ts'
import {
  decideApproveLeave,
  decideAskLeave,
  decideCancelLeave,
  decideRefuseLeave,
  type LeaveDay,
  type LeaveFacts,
  leaveAfter,
} from '../../shared/rules/leave.ts'
import type { LeaveEvent } from '../../shared/vocabulary/attendance-event.ts'
import type { StaffRole } from '../../shared/vocabulary/staff.ts'
import { leaveOf } from '../support/attendance-facts.ts'
import { accepted, dayFacts, refusal, refusedInOrder, staffActor } from '../support/facts.ts'
import { instantAt } from '../support/hand-clock.ts'
import { nextDay } from '../support/sample-hall.ts'

const person = (staffId: string, role: StaffRole = 'clerk', isRetired = false): Staff => ({
  staffId,
  staffNumber: staffId,
  role,
  homeUnit: '',
  windowNumbers: [],
  isRetired,
})
const people = [
  person('clerk-1'),
  person('clerk-2'),
  person('gone', 'clerk', true),
  person('administrator-1', 'administrator'),
  person('supervisor-1', 'supervisor'),
]
const day: LeaveDay = {
  ...dayFacts('09:00'),
  around: [],
  nameOf: (staffId) => `名 ${staffId}`,
  staffOf: (staffId) => people.find((one) => one.staffId === staffId),
}
const supervisor = staffActor('supervisor', 'supervisor-1')

const asked = leaveOf('08:00', '12:00', nextDay, { leaveId: 7, status: 'asked', decidedBy: null, decidedAt: null })
const body = {
  kind: 'personal' as const,
  from: asked.from,
  to: asked.to,
  substituteId: 'clerk-2',
  note: '',
}

describe('asking for leave', () => {
  const given = { ...day, freshLeaveId: 7 }
  const awayToo = { ...asked, staffId: 'clerk-2', leaveId: 8 }

  test('beforehand, with who stands in', () => {
    expect(accepted(decideAskLeave(body, given))).toMatchObject({
      events: [
        {
          type: 'LeaveAsked',
          body: { leaveId: 7, staffId: 'clerk-1', substituteId: 'clerk-2', isAfterwards: false, askedBy: 'clerk-1' },
        },
      ],
      made: { leaveId: 7 },
    })
  })

  test('a whole day is asked for beforehand until its hours begin', () => {
    const wholeDay = { ...body, from: instantAt(nextDay, '00:00'), to: instantAt(nextDay, '24:00') }
    const isAfterwardsAt = (time: string) =>
      accepted(decideAskLeave(wholeDay, { ...given, now: instantAt(nextDay, time) })).events[0]?.body
    expect(isAfterwardsAt('08:00')).toMatchObject({ isAfterwards: false })
    expect(isAfterwardsAt('08:01')).toMatchObject({ isAfterwards: true })
  })

  test('afterwards is shown as such', () => {
    const late = { ...given, now: instantAt(nextDay, '08:01') }
    expect(accepted(decideAskLeave(body, late)).events[0]?.body).toMatchObject({ isAfterwards: true })
  })

  test('a supervisor asks for another, a clerk for himself alone', () => {
    const forOther = { ...body, staffId: 'clerk-2', substituteId: undefined }
    expect(refusal(decideAskLeave(forOther, given)).code).toBe('not-permitted')
    const { events } = accepted(decideAskLeave(forOther, { ...given, actor: supervisor }))
    expect(events[0]?.body).toMatchObject({ staffId: 'clerk-2', askedBy: 'supervisor-1' })
  })

  refusedInOrder(given, (facts) => decideAskLeave(body, facts), [
    ['staff-unknown', (facts) => ({ ...facts, actor: staffActor('clerk', 'gone') })],
    ['leave-overlaps', (facts) => ({ ...facts, around: [...facts.around, asked] })],
    ['substitute-away', (facts) => ({ ...facts, around: [...facts.around, awayToo] })],
    [
      'leave-is-substitute',
      (facts) => ({ ...facts, around: [...facts.around, { ...awayToo, staffId: 'clerk-3', substituteId: 'clerk-1' }] }),
    ],
  ])

  test.each([
    ['nothing', asked.from],
    ['more than a year', asked.from + 367 * 24 * 3_600_000],
  ])('of %s is refused', (_, to) => {
    expect(refusal(decideAskLeave({ ...body, to }, given)).code).toBe('leave-range')
  })

  test.each(['clerk-1', 'gone', 'administrator-1', 'nobody'])('%s cannot stand in', (substituteId) => {
    expect(refusal(decideAskLeave({ ...body, substituteId }, given)).code).toBe('substitute-unfit')
  })

  test('whoever is ill may go although he stands in for somebody', () => {
    const around = [{ ...awayToo, staffId: 'clerk-3', substituteId: 'clerk-1' }]
    expect(decideAskLeave({ ...body, kind: 'sick' }, { ...given, around }).kind).toBe('accepted')
  })
})

describe('deciding on leave', () => {
  const given: LeaveFacts = { ...day, actor: supervisor, leave: asked, hasOtherSupervisor: true }
  const own = { ...asked, staffId: 'supervisor-1', askedBy: 'supervisor-1' }

  test('a supervisor approves, or refuses with the reason', () => {
    expect(accepted(decideApproveLeave({ leaveId: 7 }, given)).events).toEqual([
      { type: 'LeaveApproved', body: { leaveId: 7, approvedBy: 'supervisor-1' } },
    ])
    expect(accepted(decideRefuseLeave({ leaveId: 7, reason: '人手不够' }, given)).events).toEqual([
      { type: 'LeaveRefused', body: { leaveId: 7, refusedBy: 'supervisor-1', reason: '人手不够' } },
    ])
  })

  refusedInOrder(given, (facts) => decideApproveLeave({ leaveId: 7 }, facts), [
    ['leave-unknown', (facts) => ({ ...facts, leave: undefined })],
    ['leave-decided', (facts) => ({ ...facts, leave: { ...asked, status: 'refused' as const } })],
    ['leave-own', (facts) => ({ ...facts, leave: own })],
    [
      'substitute-away',
      (facts) => ({
        ...facts,
        leave: { ...asked, substituteId: 'clerk-2' },
        around: [{ ...asked, leaveId: 8, staffId: 'clerk-2' }],
      }),
    ],
  ])

  test('the only supervisor decides on his own', () => {
    expect(decideApproveLeave({ leaveId: 7 }, { ...given, leave: own, hasOtherSupervisor: false }).kind).toBe(
      'accepted',
    )
  })

  test('it is withdrawn while it waits by whose it is, afterwards by a supervisor alone', () => {
    const cancel = (facts: LeaveFacts) => decideCancelLeave({ leaveId: 7, reason: '改期' }, facts)
    const himself = { ...given, actor: staffActor('clerk', 'clerk-1') }
    const approved = { ...asked, status: 'approved' as const }
    expect(cancel(himself).kind).toBe('accepted')
    expect(refusal(cancel({ ...himself, actor: staffActor('clerk', 'clerk-2') })).code).toBe('leave-by-supervisor')
    expect(refusal(cancel({ ...himself, leave: approved })).code).toBe('leave-by-supervisor')
    expect(cancel({ ...given, leave: approved }).kind).toBe('accepted')
    expect(refusal(cancel({ ...given, leave: { ...asked, status: 'cancelled' } })).code).toBe('leave-decided')
    expect(refusal(cancel({ ...given, leave: undefined })).code).toBe('leave-unknown')
  })
})

test('a leave is what its events made of it, with who decided when and why', () => {
  const events: LeaveEvent[] = [
    {
      type: 'LeaveAsked',
      body: {
        leaveId: 7,
        staffId: 'clerk-1',
        kind: 'annual',
        from: 10,
        to: 20,
        substituteId: null,
        isAfterwards: false,
        askedBy: 'clerk-1',
        note: '',
      },
    },
    { type: 'LeaveApproved', body: { leaveId: 7, approvedBy: 'supervisor-1' } },
    { type: 'LeaveCancelled', body: { leaveId: 7, cancelledBy: 'supervisor-1', reason: '改期' } },
  ]
  const made = events.reduce<ReturnType<typeof leaveAfter> | undefined>(
    (before, event, at) => leaveAfter(before, event, at),
    undefined,
  )
  expect(made).toMatchObject({
    status: 'cancelled',
    askedAt: 0,
    decidedBy: 'supervisor-1',
    decidedAt: 2,
    decidedReason: '改期',
  })
})
