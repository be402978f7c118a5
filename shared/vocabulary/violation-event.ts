import type { HallSession } from './timetable.ts'
import type { Evidence, OnTheSpotAction, ViolationCode, ViolationSignatureMeans, ViolationSource } from './violation.ts'

/** 违纪、申诉. People by id only; facts are told without names. */
export interface ViolationEventBodies {
  ViolationProposed: {
    violationId: number
    day: string
    staffId: string
    windowNumber: number | null
    code: ViolationCode
    clause: string
    source: ViolationSource
    sourceId: number | null
    half: HallSession | null
    facts: string
    onTheSpot: OnTheSpotAction
    /** Null: by the hub, from what it computed. */
    proposedBy: string | null
  }
  EvidenceAttached: { violationId: number } & Omit<Evidence, 'at'>
  ViolationStated: { violationId: number; text: string }
  ViolationSigned: {
    violationId: number
    means: ViolationSignatureMeans
    note: string
    signatureHash: string | null
  }
  ViolationConfirmed: { violationId: number; points: number; note: string; confirmedBy: string }
  ViolationDismissed: { violationId: number; reason: string; dismissedBy: string }
  ViolationAppealed: { violationId: number; text: string }
  /** `day`: when it was decided, for that day's log. */
  AppealDecided: { violationId: number; isUpheld: boolean; reason: string; decidedBy: string; day: string }
}

export type ViolationEvent = {
  [T in keyof ViolationEventBodies]: { type: T; body: ViolationEventBodies[T] }
}[keyof ViolationEventBodies]
