import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideReprintDocument,
  decideSignDocument,
  decideVoidDocument,
  documentAfter,
  issueDocuments,
  lackingOf,
  type WantedDocument,
} from '../../shared/rules/hall-document.ts'
import { noticeAfter } from '../../shared/rules/notice-state.ts'
import type { DocumentFactsOf, PromiseDay } from '../../shared/rules/promise-facts.ts'
import { numberOfSeries } from '../../shared/rules/series-number.ts'
import {
  type AnyDocumentFacts,
  type DocumentKind,
  documentKind,
  documentLetters,
  type HallDocument,
} from '../../shared/vocabulary/hall-document.ts'
import type { DocumentEvent } from '../../shared/vocabulary/promise-event.ts'
import { accepted, refusedInOrder } from '../support/facts.ts'
import {
  filingWith,
  house,
  inquiryWith,
  linesWith,
  noticeWith,
  promiseDay,
  supervisor,
} from '../support/intake-facts.ts'
import { acceptedFiling } from '../support/run-facts.ts'

const urge: WantedDocument = {
  kind: 'urge-slip',
  own: { light: 'yellow', remainingWorkdays: 1, demand: '今日内报进度', urgedById: 'supervisor-1' },
}
const promise: WantedDocument = { kind: 'tolerance-promise', own: { lines: linesWith({ PHOTO: 'tolerated' }) } }

/** A day on which so many of each kind were issued before. */
const dayAfter = (serials: Partial<Record<DocumentKind, number>>, documentId = 0): PromiseDay => {
  const day = promiseDay()
  return {
    ...day,
    lastSerial: (series) => (serials as Record<string, number>)[series] ?? 0,
    lastIds: { ...day.lastIds, documentId },
  }
}
const issue = (day: PromiseDay, ...wanted: WantedDocument[]) =>
  issueDocuments(day, acceptedFiling(), inquiryWith({ firstResponder: 'guide-1' }), wanted)

function documentWith(changes: Partial<HallDocument> = {}): HallDocument {
  const [event] = issue(dayAfter({}), urge)
  return { ...documentAfter(undefined, event!, 5), ...changes }
}

describe('出具文书', () => {
  test('each document says what was so when it was issued, by whom and for which filing', () => {
    const [event] = issue(dayAfter({ 'urge-slip': 6 }, 41), urge)
    expect(event?.body).toMatchObject({
      documentId: 42,
      number: 'CU-2026-000007',
      year: 2026,
      serial: 7,
      filingId: 1,
      issuedBy: 'clerk-1',
      facts: {
        kind: 'urge-slip',
        own: urge.own,
        filing: {
          filingNumber: 'BJ-2026-000001',
          inquiryNumber: 'SW-2026-000001',
          itemName: '村民建房申请',
          promisedDueDay: '2026-05-27',
          statutoryDueDay: '2026-06-10',
          ownerId: 'clerk-1',
          firstResponderId: 'guide-1',
        },
      },
    })
  })

  test('carries nobody by name: the journal is kept for years', () => {
    expect(JSON.stringify(issue(dayAfter({}), urge, promise))).not.toMatch(/party-1|钱一|李主任/)
  })

  test('the fee is the published one; an item that is withdrawn since has none to print', () => {
    const day = dayAfter({})
    const withFee = new Map([[house.itemCode, { ...house, fee: '工本费 20 元' }]])
    const feeOf = (serviceItems: PromiseDay['setup']['serviceItems']) =>
      issue({ ...day, setup: { ...day.setup, serviceItems } }, urge)[0]?.body.facts.filing.fee
    expect([feeOf(withFee), feeOf(new Map())]).toEqual(['工本费 20 元', ''])
  })

  test('what the hub issues by itself says so, and a filing not yet accepted has no date', () => {
    const [event] = issueDocuments({ ...dayAfter({}), actor: { kind: 'hub' } }, filingWith(), inquiryWith(), [urge])
    expect(event?.body).toMatchObject({ issuedBy: 'hub', facts: { filing: { promisedDueDay: null } } })
  })

  test('every kind has letters of its own', () => {
    const letters = documentKind.options.map((kind) => documentLetters[kind])
    expect(new Set([...letters, 'SW', 'BJ', 'LXK']).size).toBe(letters.length + 3)
    expect(numberOfSeries('SL', 2026, 1_234_567)).toBe('SL-2026-1234567')
  })

  test('numbers of a kind have no gap and ids none at all, whatever is issued and voided together', () => {
    type Act = 'void' | WantedDocument[]
    const someAct: fc.Arbitrary<Act> = fc.oneof(
      fc.array(fc.constantFrom(urge, promise, { ...promise, kind: 'tolerance-notice' } as WantedDocument), {
        maxLength: 5,
      }),
      fc.constant('void' as const),
    )
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 12 }), (acts) => {
        const documents = new Map<number, HallDocument>()
        for (const act of acts) {
          const known = [...documents.values()]
          const serials: Partial<Record<DocumentKind, number>> = {}
          for (const { kind, serial } of known) serials[kind] = Math.max(serials[kind] ?? 0, serial)
          const day = dayAfter(serials, known.at(-1)?.documentId)
          const document = known.find(({ voided }) => voided === null)
          if (act === 'void' && document === undefined) continue
          const events =
            act === 'void' ? accepted(decideVoidDocument(voiding, { ...day, document })).events : issue(day, ...act)
          for (const event of events as DocumentEvent[]) {
            const { documentId } = event.body
            documents.set(documentId, documentAfter(documents.get(documentId), event, day.now))
          }
        }
        const all = [...documents.values()]
        expect(all.map(({ documentId }) => documentId)).toEqual(all.map((_, at) => at + 1))
        for (const kind of documentKind.options) {
          const ofKind = all.filter((one) => one.kind === kind)
          expect(ofKind.map(({ serial }) => serial)).toEqual(ofKind.map((_, at) => at + 1))
          expect(ofKind.map(({ number }) => number)).toEqual(
            ofKind.map((_, at) => `${documentLetters[kind]}-2026-${String(at + 1).padStart(6, '0')}`),
          )
        }
      }),
    )
  })
})

const voiding = { documentId: 1, reason: '打印错误' }
const voided = { reason: '打印错误', voidedBy: 'clerk-1', at: 6 }
const given: DocumentFactsOf = { ...dayAfter({ 'urge-slip': 1 }, 1), actor: supervisor, document: documentWith() }

describe('ReprintDocument 补打', () => {
  const decide = (facts: DocumentFactsOf) => decideReprintDocument({ documentId: 1 }, facts)
  refusedInOrder(given, decide, [
    ['document-unknown', (facts) => ({ ...facts, document: undefined })],
    ['document-voided', (facts) => ({ ...facts, document: facts.document && documentWith({ voided }) })],
  ])

  test('is counted', () => {
    const [event] = accepted(decide(given)).events as DocumentEvent[]
    expect(documentAfter(given.document, event!, 7)).toEqual({ ...given.document, printCount: 2 })
  })
})

describe('SignDocument 签收', () => {
  const [notice] = issueDocuments(promiseDay(), filingWith(), inquiryWith(), [
    { kind: 'one-time-notice', own: { ...noticeWith(), remark: '' } as never },
  ])
  const issued = documentAfter(undefined, notice!, 5)
  const given = { ...promiseDay(), document: issued as HallDocument | undefined, signatureHash: 'ab12' }
  const sign = (facts: typeof given) => decideSignDocument({ documentId: issued.documentId }, facts)

  refusedInOrder<typeof given>(given, sign, [
    ['document-unknown', (facts) => ({ ...facts, document: undefined })],
    ['document-voided', (facts) => ({ ...facts, document: facts.document && { ...facts.document, voided } })],
    ['document-signed', (facts) => ({ ...facts, document: facts.document && { ...facts.document, signedAt: 6 } })],
    [
      'document-not-signable',
      (facts) => ({ ...facts, document: facts.document && { ...facts.document, kind: 'handling-slip' as const } }),
    ],
  ])

  test('keeps that it was signed for and the hash of what was drawn, never the drawing', () => {
    const { events } = accepted(sign(given))
    const { documentId, filingId } = issued
    expect(events).toEqual([
      {
        type: 'DocumentSigned',
        body: { documentId, filingId, documentKind: 'one-time-notice', signatureHash: 'ab12' },
      },
    ])
    expect(documentAfter(issued, events[0] as DocumentEvent, 9)).toEqual({ ...issued, signedAt: 9 })
  })
})

describe('VoidDocument 作废并重开', () => {
  const decide = (facts: DocumentFactsOf) => decideVoidDocument(voiding, facts)
  refusedInOrder(given, decide, [
    ['document-unknown', (facts) => ({ ...facts, document: undefined })],
    ['document-voided', (facts) => ({ ...facts, document: facts.document && documentWith({ voided }) })],
  ])

  test('the old number keeps its reason, and the same facts follow under the next one', () => {
    const { events, made } = accepted(decide(given))
    const [old, fresh] = events as [DocumentEvent, DocumentEvent]
    expect(made).toEqual({ documentId: 2, number: 'CU-2026-000002' })
    const before = documentAfter(given.document, old, 9)
    expect(before).toEqual({ ...given.document, voided: { reason: '打印错误', voidedBy: 'supervisor-1', at: 9 } })
    const reissued = documentAfter(undefined, fresh, 9)
    expect(reissued).toMatchObject({ facts: given.document!.facts, filingId: 1, printCount: 1, voided: null })
    expect(() => documentAfter(before, old, 11)).toThrow()
  })
})

describe('a notice in the register', () => {
  test('is in force until the next one takes its place, once', () => {
    const { at: _, isInForce: __, ...body } = noticeWith()
    const notice = noticeAfter(undefined, { type: 'OneTimeNoticeIssued', body }, 5)
    expect(notice).toEqual({ ...body, at: 5, isInForce: true })
    const next = { type: 'OneTimeNoticeSuperseded', body: { noticeId: 1, filingId: 1 } } as const
    expect(noticeAfter(notice, next, 6).isInForce).toBe(false)
    expect(() => noticeAfter(noticeAfter(notice, next, 6), next, 7)).toThrow()
    expect(() => noticeAfter(notice, { type: 'OneTimeNoticeIssued', body }, 8)).toThrow()
  })
})

describe('what a document lacks before it may be printed', () => {
  const setting = { hallName: '样本便民服务中心', officePhone: '0000-1', supervisionPhone: '12345' }
  const { filing } = documentWith().facts
  const lines = linesWith({ PLAN: 'missing' })
  const written = (document: WantedDocument) => lackingOf({ ...document, filing } as AnyDocumentFacts, setting)

  test('nothing, when all is there', () => {
    expect(written(urge)).toEqual([])
    expect(written(promise)).toEqual([])
  })

  test('the hall’s own name and phones, the supervision phone on every slip (篇1.5)', () => {
    const bare = { hallName: '', officePhone: '', supervisionPhone: '' }
    expect(lackingOf(documentWith().facts, bare)).toEqual(['大厅名称', '窗口电话', '监督电话'])
  })

  const decline = {
    ground: 'not-competent',
    reason: '不属本镇职权',
    basis: '行政许可法',
    competentOrgan: '县局',
  } as const
  const delivery = { relation: '', reason: '', witness: '', postNumber: '', deliveredAt: 0, documents: [] }
  const approval = { originalDueDay: '', usedWorkdays: 1, workdays: 1, askedById: '', approvedById: '', newDueDay: '' }
  test.each<[WantedDocument, string[]]>([
    [
      { kind: 'one-time-notice', own: { lines: [], correctionDueDay: '', ordinal: 1, remark: '' } },
      ['需补正的材料', '补正期限'],
    ],
    [{ kind: 'one-time-notice', own: { lines, correctionDueDay: '2026-08-11', ordinal: 1, remark: '' } }, []],
    [{ kind: 'decline-notice', own: decline }, []],
    [
      { kind: 'decline-notice', own: { ...decline, basis: '', competentOrgan: '' } },
      ['法律依据', '应当向其申请的机关'],
    ],
    [{ kind: 'decline-notice', own: { ...decline, ground: 'repeated', competentOrgan: '' } }, []],
    [{ kind: 'decline-notice', own: { ...decline, ground: 'not-required', reason: '', basis: '' } }, ['理由']],
    [{ kind: 'return-notice', own: { ground: 'by-consent', reason: '', basis: '', lines: [] } }, ['理由', '依据']],
    [{ kind: 'extension-approval', own: { ...approval, reason: '', approver: '' } }, ['延期理由', '批准人']],
    [{ kind: 'extension-notice', own: { ...approval, reason: '', approver: '' } }, ['延期理由']],
    [
      {
        kind: 'special-procedure-notice',
        own: { procedure: 'hearing', basis: '', fromDay: '', expectedEndDay: '', expectedWorkdays: 1 },
      },
      ['法律依据'],
    ],
    [{ kind: 'delivery-receipt', own: { ...delivery, way: 'collected', place: '' } }, ['送达文书', '送达地点']],
    [{ kind: 'delivery-receipt', own: { ...delivery, way: 'post', place: '' } }, ['送达文书']],
    [{ kind: 'tolerance-notice', own: { lines: [] } }, ['容缺材料']],
    [{ kind: 'handling-slip', own: { ticketNumber: '', matter: '', lines: [], hasAgent: false } }, ['申请内容']],
    [
      {
        kind: 'acceptance-notice',
        own: { acceptedDay: '', isDeemed: false, handedIn: [], tolerated: [], collectBy: 'window' },
      },
      ['受理日期'],
    ],
    [{ kind: 'correction-receipt', own: { correctedDay: '', lines: [], isComplete: false } }, ['补件材料']],
    [{ ...urge, own: { ...urge.own, demand: '' } } as WantedDocument, ['催办要求']],
  ])('$kind: %o', (document, lacking) => {
    expect(written(document)).toEqual(lacking)
  })
})
