import type { Handover, HandoverLine } from '../vocabulary/handover.ts'
import type { PatrolCheck, PatrolRound } from '../vocabulary/patrol.ts'
import type { HallSession } from '../vocabulary/timetable.ts'
import type { Violation } from '../vocabulary/violation.ts'
import type { violationCommandBodies } from '../vocabulary/violation-command.ts'
import type { PagePrint } from './promise-view.ts'
import type { Foreseen } from './view.ts'
/** One 业务交接单 in a list. Instants in epoch ms. */
export interface HandoverRow
  extends Pick<
    Handover,
    | 'handoverId'
    | 'number'
    | 'kind'
    | 'day'
    | 'staffId'
    | 'windowNumber'
    | 'homeUnit'
    | 'status'
    | 'givenAt'
    | 'takenAt'
  > {
  staffName: string
  /** Who alone may take it; empty: the home unit. */
  toName: string
  lineCount: number
  /** Lines of which originals went along, or something is to be done at the home unit. */
  alongCount: number
  takenByName: string
  signIn: Handover['signIn']
  heldUntil: number | null
  refusal: { reason: string; byName: string; at: number } | null
  returned: { note: string; byName: string; at: number } | null
  /** What should have happened by now and did not. */
  missing: 'give' | 'take' | null
  /** What went along is not back yet. */
  isOut: boolean
}

/** One filing on the sheet. */
export interface HandoverLineView extends HandoverLine {
  /** Surname mask of the applicant. */
  partyMask: string
  /** Originals that the file holds, to choose from. */
  materials: string[]
  /** Who has it at the home unit now, from a handover before; empty: nobody. */
  heldByName: string
}

/** A sheet, opened: a drafted one with the filings as they are now. */
export interface HandoverView
  extends HandoverRow,
    Pick<Handover, 'draftedAt' | 'counts' | 'waitingNumbers' | 'waitingRule' | 'receipts' | 'remark'> {
  lines: HandoverLineView[]
  /** Where its receiver opens it on his own phone; null: the hall is not on the LAN. */
  ownPage: { address: string; picture: string } | null
  mayGive: boolean
  mayTake: boolean
  mayReturn: boolean
}

/** What somebody has to do with handovers now. */
export interface MyHandovers {
  /** Drafted for this person, and not given yet. */
  toGive: HandoverRow[]
  /** Given by this person, and not taken yet. */
  waiting: HandoverRow[]
  /** What went along and has to come back to this person. */
  toReturn: HandoverRow[]
  /** Given by others to this person, or today to this person’s unit. */
  toTake: HandoverRow[]
  /** Leave of this person for which a post can be handed over now. */
  posts: PostToHandOver[]
}

/** A leave whose AB post can be handed over, or back. Instants in epoch ms. */
export interface PostToHandOver {
  leaveId: number
  from: number
  to: number
  giverName: string
  toName: string
  isBack: boolean
}

/** A sheet as it is printed. */
export type HandoverPrint = PagePrint

/** Where a piece of evidence is attached and read back: `?violationId=`, and `&hash=` for reading. */
export const evidencePath = '/api/evidence'

/** Names of the staff by id, of all who stand in a view. */
export type StaffNames = Record<string, string>

/** 巡查 of one day, with the windows as they are now. */
export interface PatrolsView {
  day: string
  /** The half-day of now; null outside the hours of work. */
  half: HallSession | null
  rounds: PatrolRoundView[]
  /** Rounds that each half-day should have. */
  patrolsPerHalfDay: number
  /** Half-days that are over with too few finished rounds. */
  missing: { half: HallSession; finished: number; missing: number }[]
  /** The round that has not been finished, of whatever day. */
  underWay: PatrolRoundView | null
  windows: {
    windowNumber: number
    name: string
    /** Who is in charge now. */
    staffId: string | null
    /** Away by an approved leave or outside duty. */
    isOnLeave: boolean
  }[]
  names: StaffNames
}

/** A round with the newest check of each window, and the windows still to be looked at. */
export type PatrolRoundView = Omit<PatrolRound, 'checks'> & { checks: PatrolCheck[]; unchecked: number[] }

/** One violation in a list. */
export interface ViolationRow
  extends Pick<
    Violation,
    | 'violationId'
    | 'day'
    | 'windowNumber'
    | 'code'
    | 'clause'
    | 'source'
    | 'facts'
    | 'foundAt'
    | 'status'
    | 'staffId'
    | 'proposedBy'
  > {
  staffName: string
  /** 通报纪检 */
  isGrave: boolean
  isStated: boolean
  evidenceCount: number
  /** Points that count; null while nothing is decided, or when it was revoked or not confirmed. */
  points: number | null
}

/** What somebody can do about one violation. */
export type ViolationAction = Exclude<keyof typeof violationCommandBodies, 'ProposeViolation'> | 'AttachEvidence'

/** All about one violation: what was found, said, signed, decided, appealed and corrected. */
export interface ViolationView {
  violation: Violation
  isGrave: boolean
  /** By when the person can be heard before it is decided without him; epoch ms. */
  hearUntil: number
  /** Last day of an appeal; null before it was confirmed. */
  appealUntil: string | null
  proposedPoints: number
  /** The sixth of its kind in a month, or a later one: the proposal is doubled. */
  isRepeated: boolean
  /** Points of the person in the month of the case, as they count now. */
  pointsOfMonth: number
  /** As it was drawn on the pad; null without one. */
  signature: string | null
  names: StaffNames
  /** Why an action would be refused now; one that is not here can be done. */
  refusals: Partial<Record<ViolationAction, Foreseen>>
}
