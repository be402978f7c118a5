import type { Leave } from '../vocabulary/attendance.ts'
import type { Filing } from '../vocabulary/filing.ts'
import type { Handover, HandoverCounts, HandoverSignIn } from '../vocabulary/handover.ts'
import type { StaffRole } from '../vocabulary/staff.ts'
import type { PromiseDay, ReassignMattersFacts } from './promise-facts.ts'

/** What somebody could have to hand over today. */
export interface GiverFacts {
  staffId: string
  role: StaffRole
  homeUnit: string
  /** The window of today, the last one where there were several; null: not on duty today. */
  windowNumber: number | null
  counts: HandoverCounts
  /** Every open filing the person is in charge of, or handles a stage of. */
  filings: readonly Filing[]
  /** Numbers of the window's queues that nobody had called when the public hours ended. */
  waitingNumbers: string[]
}

/** For DraftHandovers. */
export interface DraftHandoversFacts extends PromiseDay {
  people: readonly GiverFacts[]
  /** Who has a sheet of today already. */
  drafted: ReadonlySet<string>
  lastHandoverId: number
  lastHandoverSerial: (year: number) => number
}

/** Whether a giver is still serving, and when the last service at the window ended, epoch ms. */
export interface LateService {
  isRunning: boolean
  lastEndedAt: number | null
}

/** For the decisions on one sheet. */
export interface HandoverFacts extends PromiseDay {
  handover: Handover | undefined
  /** Unit of somebody of the staff; empty when none is known. */
  homeUnitOf: (staffId: string) => string
}

/** For GiveHandover. */
export interface GiveHandoverFacts extends HandoverFacts {
  giver: GiverFacts | undefined
  service: LateService
  /** Filings that are at a home unit, and who has them there. */
  custody: ReadonlyMap<number, string>
}

/** For TakeHandover. */
export interface TakeHandoverFacts extends HandoverFacts {
  /** How the door knows the receiver. */
  signIn: HandoverSignIn
  /** For an AB post: what the giver has open now, on the way back of what had come by it. */
  matters: Matters
  /** The giver's last departure of today is known already. */
  isDayOutKnown: boolean
}

/** Everything open that somebody answers for. */
export type Matters = Pick<ReassignMattersFacts, 'filings' | 'inquiries' | 'visits'>

/** For DraftPostHandover. */
export interface DraftPostFacts extends PromiseDay {
  leave: Leave | undefined
  /** Sheets of this leave, oldest first. */
  sheets: readonly Handover[]
  giverOf: (staffId: string) => GiverFacts | undefined
  lastHandoverId: number
  lastHandoverSerial: (year: number) => number
}
