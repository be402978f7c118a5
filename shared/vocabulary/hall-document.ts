import { z } from 'zod'
import type { DeclineGround, DeliveryWay, MaterialLine, ReturnGround, SpecialProcedure } from './filing.ts'
import type { ServiceItem, TimeLimit } from './service-item.ts'

/**
 * 文书: 承办单, 一次性告知书（补正通知书）, 受理通知书, 补件接收单, 不予受理通知书, 退件通知书, 延期审批表,
 * 延期告知书, 特别程序告知书, 送达回证, 容缺受理承诺书, 容缺受理通知书, 催办单.
 */
export const documentKind = z.enum([
  'handling-slip',
  'one-time-notice',
  'acceptance-notice',
  'correction-receipt',
  'decline-notice',
  'return-notice',
  'extension-approval',
  'extension-notice',
  'special-procedure-notice',
  'delivery-receipt',
  'tolerance-promise',
  'tolerance-notice',
  'urge-slip',
])
export type DocumentKind = z.infer<typeof documentKind>

/** Letters in front of the numbers of each kind; within a kind and a year the numbers have no gap. */
export const documentLetters = {
  'handling-slip': 'CB',
  'one-time-notice': 'GZ',
  'acceptance-notice': 'SL',
  'correction-receipt': 'BJS',
  'decline-notice': 'BYS',
  'return-notice': 'TJ',
  'extension-approval': 'YSP',
  'extension-notice': 'YGZ',
  'special-procedure-notice': 'TBC',
  'delivery-receipt': 'SD',
  'tolerance-promise': 'RCN',
  'tolerance-notice': 'RQ',
  'urge-slip': 'CU',
} as const satisfies Record<DocumentKind, string>

/** What stands on every document of a filing, as it was when it was issued. Days as `YYYY-MM-DD`, people by id only. */
export interface FilingFacts {
  filingNumber: string
  inquiryNumber: string
  itemCode: string
  itemName: string
  itemKind: ServiceItem['kind']
  isOrgan: boolean
  receivedDay: string
  promisedLimit: TimeLimit | null
  statutoryLimit: TimeLimit | null
  promisedDueDay: string | null
  statutoryDueDay: string | null
  ownerId: string
  firstResponderId: string
  windowNumber: number | null
  /** Statutory fee as published, with its basis; there is no other. */
  fee: string
}

/** What one kind of document says beside that. */
export interface DocumentFacts {
  'handling-slip': { ticketNumber: string; matter: string; lines: MaterialLine[]; hasAgent: boolean }
  'one-time-notice': { lines: MaterialLine[]; correctionDueDay: string; ordinal: number; remark: string }
  'acceptance-notice': {
    acceptedDay: string
    isDeemed: boolean
    handedIn: MaterialLine[]
    tolerated: MaterialLine[]
    collectBy: 'window' | 'post' | 'agent'
  }
  'correction-receipt': { correctedDay: string; lines: MaterialLine[]; isComplete: boolean }
  'decline-notice': { ground: DeclineGround | 'not-required'; reason: string; basis: string; competentOrgan: string }
  'return-notice': { ground: ReturnGround; reason: string; basis: string; lines: MaterialLine[] }
  'extension-approval': {
    originalDueDay: string
    usedWorkdays: number
    workdays: number
    reason: string
    askedById: string
    approver: string
    approvedById: string
    newDueDay: string
  }
  'extension-notice': { originalDueDay: string; workdays: number; reason: string; newDueDay: string; approver: string }
  'special-procedure-notice': {
    procedure: SpecialProcedure
    basis: string
    fromDay: string
    expectedEndDay: string
    expectedWorkdays: number
  }
  'delivery-receipt': {
    documents: { name: string; number: string }[]
    way: DeliveryWay
    place: string
    relation: string
    reason: string
    witness: string
    postNumber: string
    deliveredAt: number
  }
  'tolerance-promise': { lines: MaterialLine[] }
  'tolerance-notice': { lines: MaterialLine[] }
  'urge-slip': {
    light: 'green' | 'yellow' | 'orange' | 'red' | 'grey'
    remainingWorkdays: number | null
    demand: string
    urgedById: string
  }
}

/** Facts of any document: its kind, what all have, what it has itself. */
export type AnyDocumentFacts = {
  [K in DocumentKind]: { kind: K; filing: FilingFacts; own: DocumentFacts[K] }
}[DocumentKind]

/** 文书 as issued; a voided one keeps its number and says why. */
export interface HallDocument {
  documentId: number
  kind: DocumentKind
  number: string
  year: number
  serial: number
  filingId: number
  facts: AnyDocumentFacts
  at: number
  issuedBy: string
  printCount: number
  voided: { reason: string; voidedBy: string; at: number } | null
  /** When the applicant signed for it on a pad, epoch ms; absent: he has not. */
  signedAt?: number
}
