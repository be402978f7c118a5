import type { Handover, HandoverKind, HandoverLine, HandoverSignIn, MovedMatters } from './handover.ts'

/** 业务交接. */
export interface HandoverEventBodies {
  HandoverDrafted: {
    handoverId: number
    number: string
    year: number
    serial: number
    kind: HandoverKind
    day: string
    staffId: string
    toStaffId: string | null
    leaveId: number | null
    backOf: number | null
    windowNumber: number | null
    homeUnit: string
    counts: Handover['counts']
    lines: HandoverLine[]
    waitingNumbers: string[]
    waitingRule: Handover['waitingRule']
  }
  HandoverGiven: {
    handoverId: number
    counts: Handover['counts']
    lines: HandoverLine[]
    receipts: string
    remark: string
    heldUntil: number | null
  }
  HandoverTaken: { handoverId: number; takenBy: string; signIn: HandoverSignIn; moved: MovedMatters | null }
  HandoverRefused: { handoverId: number; refusedBy: string; reason: string }
  HandoverReturned: { handoverId: number; returnedBy: string; note: string }
}

export type HandoverEvent = {
  [T in keyof HandoverEventBodies]: { type: T; body: HandoverEventBodies[T] }
}[keyof HandoverEventBodies]
