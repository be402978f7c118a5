import type { CommandBody } from '../vocabulary/command.ts'
import type { StaffRole } from '../vocabulary/staff.ts'
import type { Ticket } from '../vocabulary/ticket.ts'
import { accept, type Decision, refuse } from './decision.ts'
import type { DayFacts } from './hall-day.ts'
import { windowClosed } from './service-window.ts'

/** One of the staff as the rules see them; names are none of their business. */
export interface Staff {
  staffId: string
  staffNumber: string
  role: StaffRole
  homeUnit: string
  windowNumbers: number[]
  isRetired: boolean
}

export interface StaffFacts extends DayFacts {
  staff: Staff | undefined
  /** Whoever has the wanted staff number already. */
  sameNumber: Staff | undefined
  administratorCount: number
  freshStaffId: string
  /** The window where the person is on duty. */
  onDutyAt: number | null
  /** Inquiries and filings that this person answers for. */
  openMatters: number
  /** Handovers this person took and that are not back yet. */
  handoversOut: number
  /** For a refusal's sentence. */
  staffName: string
}

/** 增加人员 */
export function decideAddStaff(body: CommandBody<'AddStaff'>, facts: StaffFacts): Decision {
  const { staffNumber, role, homeUnit, windowNumbers } = body.staff
  if (facts.sameNumber !== undefined) return refuse('staff-number-taken', { staffNumber })
  const unknown = windowNumbers.find((one) => !facts.setup.serviceWindows.has(one))
  if (unknown !== undefined) return refuse('window-unknown', { windowNumber: unknown })
  const staffId = facts.freshStaffId
  return accept({ type: 'StaffAdded', body: { staffId, staffNumber, role, homeUnit, windowNumbers } }, { staffId })
}

/** 变更人员: the last administrator stays one. */
export function decideChangeStaff(body: CommandBody<'ChangeStaff'>, facts: StaffFacts): Decision {
  const { staff, sameNumber } = facts
  const { staffNumber, role, homeUnit, windowNumbers } = body.staff
  if (staff === undefined || staff.isRetired) return refuse('staff-unknown')
  if (sameNumber !== undefined && sameNumber.staffId !== staff.staffId)
    return refuse('staff-number-taken', { staffNumber })
  const unknown = windowNumbers.find((one) => !facts.setup.serviceWindows.has(one))
  if (unknown !== undefined) return refuse('window-unknown', { windowNumber: unknown })
  if (staff.role === 'administrator' && role !== 'administrator' && facts.administratorCount <= 1) {
    return refuse('last-administrator')
  }
  const { staffId } = staff
  return accept({ type: 'StaffChanged', body: { staffId, staffNumber, role, homeUnit, windowNumbers } })
}

/** 离岗: not while on duty at a window; what the person did stays under the same id. */
export function decideRetireStaff(body: CommandBody<'RetireStaff'>, facts: StaffFacts): Decision {
  const { staff } = facts
  if (staff === undefined || staff.isRetired) return refuse('staff-unknown')
  if (facts.onDutyAt !== null) return refuse('window-in-use')
  if (staff.role === 'administrator' && facts.administratorCount <= 1) return refuse('last-administrator')
  // 篇1.3: nothing that is open is ever without somebody who answers for it.
  if (facts.openMatters > 0)
    return refuse('staff-owns-matters', { staffName: facts.staffName, count: facts.openMatters })
  if (facts.handoversOut > 0)
    return refuse('staff-holds-originals', { staffName: facts.staffName, count: facts.handoversOut })
  return accept({ type: 'StaffRetired', body: { staffId: staff.staffId, reason: body.reason } })
}

/** 退出登录: leaving the window is a press of its own, so that nobody is left at an empty one. */
export function decideSignOut(
  facts: DayFacts & {
    staffId: string
    onDutyAt: number | null
    atWindow: string | null
    /** Numbers that wait for that window alone. */
    reserved: readonly Ticket[]
  },
): Decision {
  const { staffId, onDutyAt, atWindow, reserved } = facts
  if (atWindow !== null) return refuse('window-has-ticket', { number: atWindow })
  const signedOut = { type: 'StaffSignedOut', body: { staffId, reason: 'pressed' } } as const
  if (onDutyAt === null) return accept(signedOut)
  return accept([...windowClosed(onDutyAt, 'signed-out', reserved), signedOut])
}

/** 设备配对: a machine whose code an administrator compared and approved; a countertop for one window. */
export function decideEnrolScreen(
  body: CommandBody<'EnrolScreen'>,
  facts: DayFacts & { pairing: { screenId: string } | undefined },
): Decision {
  if (facts.pairing === undefined) return refuse('pairing-code-unknown')
  const { kind, name, windowNumber } = body
  const { screenId } = facts.pairing
  const enrolled = { screenId, kind, name }
  if (kind !== 'countertop') return accept({ type: 'ScreenEnrolled', body: enrolled }, { screenId })
  if (windowNumber === null) return refuse('countertop-window-needed')
  if (!facts.setup.serviceWindows.has(windowNumber)) return refuse('window-unknown', { windowNumber })
  return accept({ type: 'ScreenEnrolled', body: { ...enrolled, windowNumber } }, { screenId })
}

export function decideRevokeScreen(
  body: CommandBody<'RevokeScreen'>,
  facts: DayFacts & { isEnrolled: boolean },
): Decision {
  return facts.isEnrolled ? accept({ type: 'ScreenRevoked', body }) : refuse('screen-unknown')
}
