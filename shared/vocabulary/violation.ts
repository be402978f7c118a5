import { z } from 'zod'
import type { HallSession } from './timetable.ts'

/**
 * 违纪情形, each with the clause it breaks and the points the demo table proposes (domain 5-01 … 5-20,
 * §3.12). A hall edits the points, never the clause. `grave` ones are told to 纪检 (5-01, 5-17).
 */
export const violationCodes = {
  late: { clause: '篇5.7（一）', points: 1, isGrave: false },
  'left-early': { clause: '篇5.7（一）', points: 1, isGrave: false },
  absent: { clause: '篇5.7（一）', points: 10, isGrave: false },
  'off-post': { clause: '篇5.7（一）', points: 1, isGrave: false },
  'breakfast-out': { clause: '篇5.7（二）', points: 1, isGrave: false },
  'private-errand': { clause: '篇5.7（二）', points: 1, isGrave: false },
  'computer-game': { clause: '篇5.7（三）', points: 1, isGrave: false },
  'watching-films': { clause: '篇5.7（三）', points: 1, isGrave: false },
  'stock-trading': { clause: '篇5.7（三）', points: 1, isGrave: false },
  'unrelated-screen': { clause: '篇5.7（三）', points: 1, isGrave: false },
  chatting: { clause: '篇5.7（四）', points: 1, isGrave: false },
  eating: { clause: '篇5.7（四）', points: 1, isGrave: false },
  'unrelated-matter': { clause: '篇5.7（四）', points: 1, isGrave: false },
  drinking: { clause: '篇5.7（五）', points: 10, isGrave: true },
  'other-discipline': { clause: '篇5.7（六）', points: 1, isGrave: false },
  'forbidden-phrase': { clause: '篇5.5', points: 1, isGrave: false },
  'neglecting-visitor': { clause: '篇5.5', points: 2, isGrave: false },
  quarrel: { clause: '篇5.5', points: 2, isGrave: false },
  'four-difficulties': { clause: '篇5.3', points: 2, isGrave: false },
  dress: { clause: '篇5.6', points: 1, isGrave: false },
  badge: { clause: '篇5.6', points: 1, isGrave: false },
  'untidy-desk': { clause: '篇5.8', points: 1, isGrave: false },
  overdue: { clause: '篇5.4', points: 5, isGrave: false },
  'handover-missed': { clause: '篇5.7', points: 1, isGrave: false },
  shirking: { clause: '篇5.1', points: 5, isGrave: true },
  'taking-favours': { clause: '篇5.1', points: 10, isGrave: true },
} as const satisfies Record<string, { clause: string; points: number; isGrave: boolean }>

export type ViolationCode = keyof typeof violationCodes
export const violationCode = z.enum(Object.keys(violationCodes) as [ViolationCode, ...ViolationCode[]])

/** 巡查, 考勤, 在岗提示, 业务交接, 其他来源（投诉、上级督查）. */
export const violationSource = z.enum(['patrol', 'attendance', 'observation', 'handover', 'other'])
export type ViolationSource = z.infer<typeof violationSource>

/** 现场处置: 提醒, 纠正, 登记. */
export const onTheSpotAction = z.enum(['reminded', 'corrected', 'registered'])
export type OnTheSpotAction = z.infer<typeof onTheSpotAction>

/** 待核实 / 已认定 / 不予认定 / 申诉中 / 维持 / 已更正（撤销） */
export const violationStatus = z.enum(['proposed', 'confirmed', 'dismissed', 'appealed', 'upheld', 'revoked'])
export type ViolationStatus = z.infer<typeof violationStatus>

/** 本人签字: on the pad, on paper, or refused, with who saw it. */
export const violationSignatureMeans = z.enum(['pad', 'paper', 'refused'])
export type ViolationSignatureMeans = z.infer<typeof violationSignatureMeans>

/** What may be evidence: a photo or a PDF. */
export const evidenceMediaType = z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

/** 每件证据不超过 5 MB，每条违纪不超过 6 件. */
export const evidenceBytesMax = 5 * 1024 * 1024
export const evidenceCountMax = 6

/** 证据: kept beside the journal by its hash; the journal knows the hash, the size and the kind. */
export interface Evidence {
  /** SHA-256, hex. */
  hash: string
  bytes: number
  mediaType: z.infer<typeof evidenceMediaType>
  addedBy: string
  at: number
}

/**
 * 违纪一条: found, heard, decided, appealed. Nothing is overwritten: what was confirmed stays, a
 * correction stands beside it (篇5.7, domain 5-20, edge 66). People by id; instants in epoch ms.
 */
export interface Violation {
  violationId: number
  day: string
  staffId: string
  windowNumber: number | null
  code: ViolationCode
  clause: string
  source: ViolationSource
  /** The round, observation or handover it comes from. */
  sourceId: number | null
  /** For attendance: which finding of the day, so that it is proposed once. */
  half: HallSession | null
  facts: string
  foundAt: number
  onTheSpot: OnTheSpotAction
  proposedBy: string | null
  evidence: Evidence[]
  status: ViolationStatus
  /** 本人签字, on paper or refused with a witness. */
  signed: { means: ViolationSignatureMeans; note: string; at: number } | null
  statement: { text: string; at: number } | null
  /** 认定 with its points, or 不予认定, which costs none. */
  decision: { points: number; note: string; by: string; at: number } | null
  appeal: { text: string; at: number } | null
  appealDecision: { isUpheld: boolean; reason: string; by: string; at: number; day: string } | null
}
