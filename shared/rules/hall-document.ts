import type { CommandBody } from '../vocabulary/command.ts'
import type { Filing } from '../vocabulary/filing.ts'
import type { FirstInquiry } from '../vocabulary/first-inquiry.ts'
import {
  type AnyDocumentFacts,
  type DocumentFacts,
  type DocumentKind,
  documentLetters,
  type FilingFacts,
  type HallDocument,
} from '../vocabulary/hall-document.ts'
import type { DocumentEvent } from '../vocabulary/promise-event.ts'
import type { Refusal } from '../vocabulary/refusal.ts'
import { accept, assert, type Decision, refuse, unreachable } from './decision.ts'
import { dayOf, yearOf } from './hall-time.ts'
import { staffIdOf } from './may-touch.ts'
import type { DocumentFactsOf, PromiseDay } from './promise-facts.ts'
import { numberOfSeries } from './series-number.ts'

/** A document to issue: its kind and what it alone says. */
export type WantedDocument = { [K in DocumentKind]: { kind: K; own: DocumentFacts[K] } }[DocumentKind]

type DocumentIssued = Extract<DocumentEvent, { type: 'DocumentIssued' }>

/**
 * 出具文书: one event each, with the next numbers of their kinds (`SL-2026-000001`, without a gap
 * within a year) and the next ids. The facts are those of now and stay: a reprint years later says
 * what the first print said.
 */
export function issueDocuments(
  day: PromiseDay,
  filing: Filing,
  inquiry: FirstInquiry,
  wanted: readonly WantedDocument[],
): DocumentIssued[] {
  const facts = filingFactsOf(day, filing, inquiry)
  const written = wanted.map(({ kind, own }) => ({ kind, filing: facts, own }) as AnyDocumentFacts)
  return numbered(day, filing.filingId, written)
}

function numbered(day: PromiseDay, filingId: number, written: readonly AnyDocumentFacts[]): DocumentIssued[] {
  const year = yearOf(dayOf(day.now))
  const issuedBy = day.actor.kind === 'staff' ? day.actor.staffId : 'hub'
  return written.map((facts, at) => {
    const { kind } = facts
    const before = written.slice(0, at).filter((other) => other.kind === kind).length
    const serial = day.lastSerial(kind, year) + before + 1
    return {
      type: 'DocumentIssued',
      body: {
        documentId: day.lastIds.documentId + at + 1,
        documentKind: kind,
        number: numberOfSeries(documentLetters[kind], year, serial),
        year,
        serial,
        filingId,
        facts,
        issuedBy,
      },
    }
  })
}

function filingFactsOf({ setup }: PromiseDay, filing: Filing, inquiry: FirstInquiry): FilingFacts {
  return {
    filingNumber: filing.number,
    inquiryNumber: inquiry.number,
    itemCode: filing.itemCode,
    itemName: filing.itemName,
    itemKind: filing.itemKind,
    isOrgan: filing.isOrgan,
    receivedDay: filing.receivedDay,
    promisedLimit: filing.promisedLimit,
    statutoryLimit: filing.statutoryLimit,
    promisedDueDay: filing.promisedDue?.day ?? null,
    statutoryDueDay: filing.statutoryDue?.day ?? null,
    ownerId: filing.ownerId,
    firstResponderId: inquiry.firstResponder,
    windowNumber: filing.windowNumber,
    fee: setup.serviceItems.get(filing.itemCode)?.fee ?? '',
  }
}

/** 补打: counted, and printed with the count. */
export function decideReprintDocument(_: CommandBody<'ReprintDocument'>, facts: DocumentFactsOf): Decision {
  const refusal = mayUse(facts)
  if (refusal !== null) return refusal
  const { documentId, printCount } = documentOf(facts)
  return accept({ type: 'DocumentReprinted', body: { documentId, printCount: printCount + 1 } })
}

/** 签收 of a notice or a receipt by its applicant; the slip is signed at the end, by a command of its own. */
export function decideSignDocument(
  { documentId }: Pick<CommandBody<'SignDocument'>, 'documentId'>,
  facts: DocumentFactsOf & { signatureHash: string },
): Decision {
  const refusal = mayUse(facts)
  if (refusal !== null) return refusal
  const { kind, number, filingId, signedAt } = documentOf(facts)
  if (signedAt !== undefined) return refuse('document-signed', { number })
  if (kind !== 'one-time-notice' && kind !== 'delivery-receipt') return refuse('document-not-signable', { number })
  const { signatureHash } = facts
  return accept({ type: 'DocumentSigned', body: { documentId, filingId, documentKind: kind, signatureHash } })
}

/**
 * 作废并重开: the old number keeps its reason, the same facts follow under the next number. The
 * number by which a notice is known in the register stays that of the first paper.
 */
export function decideVoidDocument({ reason }: CommandBody<'VoidDocument'>, facts: DocumentFactsOf): Decision {
  const refusal = mayUse(facts)
  if (refusal !== null) return refusal
  const { documentId, filingId, facts: written } = documentOf(facts)
  const [issued] = numbered(facts, filingId, [written])
  assert(issued !== undefined, 'one document is written anew')
  return accept([{ type: 'DocumentVoided', body: { documentId, reason, voidedBy: staffIdOf(facts) } }, issued], {
    documentId: issued.body.documentId,
    number: issued.body.number,
  })
}

function mayUse({ document }: DocumentFactsOf): Refusal | null {
  if (document === undefined) return refuse('document-unknown')
  return document.voided === null ? null : refuse('document-voided', { number: document.number })
}

function documentOf({ document }: DocumentFactsOf): HallDocument {
  assert(document !== undefined, 'the document was found')
  return document
}

/** What an event makes of a document. `at` in epoch ms. */
export function documentAfter(document: HallDocument | undefined, event: DocumentEvent, at: number): HallDocument {
  if (event.type === 'DocumentIssued') {
    assert(document === undefined, 'a new document')
    const { documentKind: kind, ...body } = event.body
    return { ...body, kind, at, printCount: 1, voided: null }
  }
  assert(document !== undefined && document.voided === null, `a valid document before ${event.type}`)
  switch (event.type) {
    case 'DocumentReprinted':
      return { ...document, printCount: event.body.printCount }
    case 'DocumentSigned':
      return { ...document, signedAt: at }
    case 'DocumentVoided':
      return { ...document, voided: { reason: event.body.reason, voidedBy: event.body.voidedBy, at } }
    default:
      return unreachable(event)
  }
}

/** What stands on every paper, from the hall's own setup. */
export interface PaperSetting {
  hallName: string
  officePhone: string
  supervisionPhone: string
}

/**
 * What a document lacks before it may be printed, in Chinese, by field; empty when nothing does.
 * The law wants a refusal's reason and remedy, a receipt's way, an approval's approver (行政许可法
 * 第三十二、三十八、四十二条), and every slip the supervision phone (篇1.5).
 */
export function lackingOf(facts: AnyDocumentFacts, setting: PaperSetting): string[] {
  const { itemName, ownerId } = facts.filing
  return lackingOnPaper(setting, [['事项名称', itemName], ['承办人', ownerId], ...ownLacking(facts)])
}

/** The same of any paper of the hall: what the hall itself and the paper's own fields have left empty. */
export function lackingOnPaper(
  { hallName, officePhone, supervisionPhone }: PaperSetting,
  own: readonly [name: string, value: unknown][],
): string[] {
  const common: [string, unknown][] = [
    ['大厅名称', hallName],
    ['窗口电话', officePhone],
    ['监督电话', supervisionPhone],
  ]
  return [...common, ...own].filter(([, value]) => isEmpty(value)).map(([name]) => name)
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}

function ownLacking(facts: AnyDocumentFacts): [string, unknown][] {
  switch (facts.kind) {
    case 'one-time-notice':
      return [
        ['需补正的材料', facts.own.lines],
        ['补正期限', facts.own.correctionDueDay],
      ]
    case 'decline-notice': {
      const { reason, basis, ground, competentOrgan } = facts.own
      const organ: [string, unknown][] = ground === 'not-competent' ? [['应当向其申请的机关', competentOrgan]] : []
      return [
        ['理由', reason],
        ...(ground === 'not-required' ? [] : [['法律依据', basis] as [string, unknown]]),
        ...organ,
      ]
    }
    case 'return-notice':
      return [
        ['理由', facts.own.reason],
        ['依据', facts.own.basis],
      ]
    case 'extension-approval':
      return [
        ['延期理由', facts.own.reason],
        ['批准人', facts.own.approver],
      ]
    case 'extension-notice':
      return [['延期理由', facts.own.reason]]
    case 'special-procedure-notice':
      return [['法律依据', facts.own.basis]]
    case 'delivery-receipt':
      return [
        ['送达文书', facts.own.documents],
        ['送达地点', facts.own.way === 'post' || facts.own.way === 'electronic' ? '不适用' : facts.own.place],
      ]
    case 'tolerance-promise':
    case 'tolerance-notice':
      return [['容缺材料', facts.own.lines]]
    case 'handling-slip':
      return [['申请内容', facts.own.matter]]
    case 'acceptance-notice':
      return [['受理日期', facts.own.acceptedDay]]
    case 'correction-receipt':
      return [['补件材料', facts.own.lines]]
    case 'urge-slip':
      return [['催办要求', facts.own.demand]]
    default:
      return unreachable(facts)
  }
}
