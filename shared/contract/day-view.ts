import type { Handover, HandoverLine } from '../vocabulary/handover.ts'
import type { PagePrint } from './promise-view.ts'

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
  /** Given today by others to this person’s unit. */
  toTake: HandoverRow[]
}

/** A sheet as it is printed. */
export type HandoverPrint = PagePrint
