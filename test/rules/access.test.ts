import { describe, expect, test } from 'vitest'
import {
  decideAddStaff,
  decideChangeStaff,
  decideEnrolScreen,
  decideRetireStaff,
  decideRevokeScreen,
  decideSignOut,
  type Staff,
  type StaffFacts,
} from '../../shared/rules/access.ts'
import type { StaffMember, StaffRole } from '../../shared/vocabulary/staff.ts'
import { accepted, dayFacts, refusedInOrder, staffActor, ticketWith } from '../support/facts.ts'

const known = (changes: Partial<Staff> = {}): Staff => ({
  staffId: 'staff-1',
  staffNumber: '1001',
  role: 'clerk',
  homeUnit: '',
  windowNumbers: [],
  isRetired: false,
  ...changes,
})
const form = (changes: Partial<StaffMember> = {}): StaffMember => ({
  staffNumber: '1001',
  name: '钱一',
  role: 'clerk',
  homeUnit: '人社所',
  windowNumbers: [1],
  ...changes,
})
const facts = (changes: Partial<StaffFacts> = {}): StaffFacts => ({
  ...dayFacts('09:00', { actor: staffActor('administrator', 'admin-1') }),
  staff: undefined,
  sameNumber: undefined,
  administratorCount: 1,
  freshStaffId: 'staff-9',
  onDutyAt: null,
  openMatters: 0,
  handoversOut: 0,
  staffName: '钱一',
  ...changes,
})
interface Press {
  staff: StaffMember
  facts: StaffFacts
}

describe('AddStaff 增加人员', () => {
  refusedInOrder<Press>({ staff: form(), facts: facts() }, (press) => decideAddStaff(press, press.facts), [
    ['staff-number-taken', (press) => ({ ...press, facts: { ...press.facts, sameNumber: known() } })],
    ['window-unknown', (press) => ({ ...press, staff: form({ windowNumbers: [1, 77] }) })],
  ])

  test('the name stays out of the journal', () => {
    const { events, made } = accepted(decideAddStaff({ staff: form() }, facts()))
    expect(events).toMatchObject([{ type: 'StaffAdded', body: { staffId: 'staff-9', homeUnit: '人社所' } }])
    expect(JSON.stringify({ events, made })).not.toContain('钱一')
  })
})

describe('ChangeStaff 变更人员', () => {
  const change = (press: Press) => decideChangeStaff({ staffId: 'staff-1', staff: press.staff }, press.facts)
  const administrator = known({ role: 'administrator' })

  refusedInOrder<Press>({ staff: form(), facts: facts({ staff: known(), sameNumber: known() }) }, change, [
    ['staff-unknown', (press) => ({ ...press, facts: { ...press.facts, staff: undefined } })],
    [
      'staff-unknown',
      (press) => ({ ...press, facts: { ...press.facts, staff: known({ isRetired: true }) } }),
      'once retired',
    ],
    [
      'staff-number-taken',
      (press) => ({ ...press, facts: { ...press.facts, sameNumber: known({ staffId: 'staff-2' }) } }),
    ],
    ['window-unknown', (press) => ({ ...press, staff: form({ windowNumbers: [77] }) })],
    ['last-administrator', (press) => ({ ...press, facts: { ...press.facts, staff: administrator } })],
  ])

  test('of two administrators one may become something else', () => {
    const press = { staff: form(), facts: facts({ staff: administrator, administratorCount: 2 }) }
    expect(accepted(change(press)).events).toMatchObject([{ type: 'StaffChanged', body: { role: 'clerk' } }])
  })
})

describe('RetireStaff 离岗', () => {
  const retire = (given: StaffFacts) => decideRetireStaff({ staffId: 'staff-1', reason: '调离' }, given)
  refusedInOrder<StaffFacts>(facts({ staff: known() }), retire, [
    ['staff-unknown', (given) => ({ ...given, staff: undefined })],
    ['staff-unknown', (given) => ({ ...given, staff: known({ isRetired: true }) }), 'a second time'],
    ['window-in-use', (given) => ({ ...given, onDutyAt: 1 })],
    ['last-administrator', (given) => ({ ...given, staff: known({ role: 'administrator' }) })],
  ])

  test.each<[StaffRole, number]>([
    ['clerk', 1],
    ['administrator', 2],
  ])('a %s among %i administrators may go', (role, administratorCount) => {
    const given = facts({ staff: known({ role }), administratorCount })
    expect(accepted(retire(given)).events).toEqual([
      { type: 'StaffRetired', body: { staffId: 'staff-1', reason: '调离' } },
    ])
  })
})

describe('SignOut 退出登录', () => {
  type SignOutFacts = Parameters<typeof decideSignOut>[0]
  const at = (changes: Partial<SignOutFacts> = {}): SignOutFacts => ({
    ...dayFacts(),
    staffId: 'staff-1',
    onDutyAt: null,
    atWindow: null,
    reserved: [],
    ...changes,
  })
  refusedInOrder<SignOutFacts>(at(), decideSignOut, [
    ['window-has-ticket', (given) => ({ ...given, onDutyAt: 1, atWindow: 'A007' })],
  ])

  test('whoever leaves keeps nobody who was transferred to the window', () => {
    const reserved = [ticketWith({ ticketId: 7, queue: 'B', status: 'waiting', reservedWindow: 1 })]
    expect(accepted(decideSignOut(at({ onDutyAt: 1, reserved }))).events[0]).toEqual({
      type: 'TicketReleased',
      body: { ticketId: 7, fromWindow: 1, queue: 'B' },
    })
  })

  test('whoever is on duty leaves the window with it', () => {
    expect(accepted(decideSignOut(at({ onDutyAt: 1 }))).events).toMatchObject([
      { type: 'ServiceWindowClosed', body: { windowNumber: 1, reason: 'signed-out' } },
      { type: 'StaffSignedOut', body: { staffId: 'staff-1', reason: 'pressed' } },
    ])
  })
})

describe('EnrolScreen and RevokeScreen 设备配对', () => {
  type EnrolFacts = Parameters<typeof decideEnrolScreen>[1]
  const body = { pairingCode: '123456', kind: 'display', name: '大屏', windowNumber: null } as const
  const enrol = (given: EnrolFacts) => decideEnrolScreen(body, given)

  refusedInOrder<EnrolFacts>({ ...dayFacts(), pairing: { screenId: 'screen-1' } }, enrol, [
    ['pairing-code-unknown', (given) => ({ ...given, pairing: undefined })],
  ])

  test('the journal learns the machine and not the code that was typed', () => {
    const { events } = accepted(enrol({ ...dayFacts(), pairing: { screenId: 'screen-1' } }))
    expect(events).toEqual([{ type: 'ScreenEnrolled', body: { screenId: 'screen-1', kind: 'display', name: '大屏' } }])
  })

  describe('a countertop 前置屏', () => {
    const countertop = { ...body, kind: 'countertop', name: '2 号窗口前置屏', windowNumber: 2 } as const
    const given = { ...dayFacts(), pairing: { screenId: 'screen-1' } }

    test('stands at one window, which the journal learns', () => {
      expect(accepted(decideEnrolScreen(countertop, given)).events).toEqual([
        {
          type: 'ScreenEnrolled',
          body: { screenId: 'screen-1', kind: 'countertop', name: '2 号窗口前置屏', windowNumber: 2 },
        },
      ])
    })

    test.each([
      [null, 'countertop-window-needed'],
      [99, 'window-unknown'],
    ] as const)('is refused for window %s', (windowNumber, code) => {
      expect(decideEnrolScreen({ ...countertop, windowNumber }, given)).toMatchObject({ kind: 'refused', code })
    })
  })

  describe('revoking', () => {
    const revoke = (given: { isEnrolled: boolean }) =>
      decideRevokeScreen({ screenId: 'screen-1', reason: '遗失' }, { ...dayFacts(), ...given })
    refusedInOrder<{ isEnrolled: boolean }>({ isEnrolled: true }, revoke, [
      ['screen-unknown', () => ({ isEnrolled: false })],
    ])
  })
})
