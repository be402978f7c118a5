import type { DocumentInput } from '../../main/printing/document-content.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import type { MaterialLine, MaterialState } from '../../shared/vocabulary/filing.ts'
import {
  type AnyDocumentFacts,
  type DocumentKind,
  documentLetters,
  type FilingFacts,
  type HallDocument,
} from '../../shared/vocabulary/hall-document.ts'

/** 3 June 2026, ten in the morning. */
export const printedAt = instantOf('2026-06-03', '10:00')

const filing: FilingFacts = {
  filingNumber: 'BJ-2026-000007',
  inquiryNumber: 'SW-2026-000011',
  itemCode: 'JF-01',
  itemName: '农村宅基地用地建房（规划许可）审批',
  itemKind: 'joint',
  isOrgan: true,
  receivedDay: '2026-05-13',
  promisedLimit: { amount: 20, unit: 'workday', basis: '' },
  statutoryLimit: null,
  promisedDueDay: '2026-06-10',
  statutoryDueDay: null,
  ownerId: 'clerk-1',
  firstResponderId: 'clerk-2',
  windowNumber: 9,
  fee: '不收费',
}

function line(name: string, state: MaterialState, more: Partial<MaterialLine> = {}): MaterialLine {
  return {
    materialCode: 'M01',
    name,
    need: 'required',
    form: 'original',
    copies: 1,
    source: 'applicant',
    when: null,
    condition: '',
    basis: '',
    note: '',
    state,
    problem: '',
    dueDay: null,
    ...more,
  }
}

const inHand = [
  line('农村宅基地和建房（规划许可）申请表', 'in-hand'),
  line('居民身份证和户口簿', 'in-hand', { source: 'government' }),
]
const lacking = [
  line('四至范围和相邻权利人意见', 'missing', { note: '相邻各户都要签名' }),
  line('村级会议记录和公示材料', 'defective', { form: 'copy', source: 'government', problem: '公示不足七天' }),
]
const tolerated = [line('住宅设计图', 'tolerated', { form: 'copy', need: 'tolerable', dueDay: '2026-05-25' })]

/** What each kind says beside the common fields. */
const own: { [K in DocumentKind]: Extract<AnyDocumentFacts, { kind: K }>['own'] } = {
  'handling-slip': {
    ticketNumber: 'G007',
    matter: '申请建房',
    lines: [...inHand, ...lacking, ...tolerated],
    hasAgent: true,
  },
  'one-time-notice': { lines: lacking, correctionDueDay: '2026-08-11', ordinal: 1, remark: '材料补齐后不用再取号' },
  'acceptance-notice': {
    acceptedDay: '2026-05-13',
    isDeemed: false,
    handedIn: inHand,
    tolerated,
    collectBy: 'window',
  },
  'correction-receipt': { correctedDay: '2026-05-15', lines: inHand, isComplete: true },
  'decline-notice': {
    ground: 'not-competent',
    reason: '所在地块在县城规划区内',
    basis: '城乡规划法第四十条',
    competentOrgan: '县自然资源局',
  },
  'return-notice': {
    ground: 'correction-lapsed',
    reason: '到期没有补齐',
    basis: '首问负责制等六项制度篇四',
    lines: inHand,
  },
  'extension-approval': {
    originalDueDay: '2026-06-10',
    usedWorkdays: 12,
    workdays: 5,
    reason: '踏勘时相邻权利人有异议，需要再次核实',
    askedById: 'clerk-1',
    approver: '分管副镇长',
    approvedById: 'supervisor-1',
    newDueDay: '2026-06-17',
  },
  'extension-notice': {
    originalDueDay: '2026-06-10',
    workdays: 5,
    reason: '踏勘时相邻权利人有异议，需要再次核实',
    newDueDay: '2026-06-17',
    approver: '分管副镇长',
  },
  'special-procedure-notice': {
    procedure: 'public-notice',
    basis: '土地管理法第六十二条和当地公示规定',
    fromDay: '2026-05-18',
    expectedEndDay: '2026-05-26',
    expectedWorkdays: 7,
  },
  'delivery-receipt': {
    documents: [
      { name: '农村宅基地批准书', number: '示建〔2026〕7 号' },
      { name: '乡村建设规划许可证', number: '示规〔2026〕7 号' },
    ],
    way: 'entrusted',
    place: '9 号窗口',
    relation: '父子',
    reason: '本人在外地',
    witness: '村委会副主任',
    postNumber: '',
    deliveredAt: printedAt,
  },
  'tolerance-promise': { lines: tolerated },
  'tolerance-notice': { lines: tolerated },
  'urge-slip': { light: 'orange', remainingWorkdays: 2, demand: '明天下班前给出踏勘结论', urgedById: 'supervisor-1' },
}

const names: Record<string, string> = { 'clerk-1': '冯壬', 'clerk-2': '陈癸', 'supervisor-1': '朱午' }

interface Changes {
  document?: Partial<HallDocument>
  filing?: Partial<FilingFacts>
  input?: Partial<DocumentInput>
  own?: object
}

/** A document of a house to be built by somebody whose son acts for him; every kind can be printed. */
export function sampleDocument(kind: DocumentKind, changes: Changes = {}): DocumentInput {
  const facts = { kind, filing: { ...filing, ...changes.filing }, own: { ...own[kind], ...changes.own } }
  const document: HallDocument = {
    documentId: 1,
    kind,
    number: `${documentLetters[kind]}-2026-000003`,
    year: 2026,
    serial: 3,
    filingId: 7,
    facts: facts as AnyDocumentFacts,
    at: instantOf('2026-05-13', '09:30'),
    issuedBy: 'clerk-1',
    printCount: 1,
    voided: null,
    ...changes.document,
  }
  return {
    document,
    setting: { hallName: '青溪镇便民服务中心', officePhone: '0000-0000001', supervisionPhone: '12345' },
    applicant: { name: '张小三', idMasked: '9999**********0016', phone: '0000-1234567', address: '青溪村一组 8 号' },
    agent: { name: '张小四', idMasked: '9999**********0028', phone: '', address: '' },
    nameOf: (staffId) => names[staffId] ?? '',
    signature: null,
    signed: null,
    result: { name: '', number: '', decision: null, toldAt: null },
    stages: [],
    printedAt,
    ...changes.input,
  }
}
