import { addDays, clockOf, dayOf } from '../../shared/rules/hall-time.ts'
import type { FilingDecision, FilingStage, MaterialLine, SignatureMeans } from '../../shared/vocabulary/filing.ts'
import type { AnyDocumentFacts, HallDocument } from '../../shared/vocabulary/hall-document.ts'
import type { TimeLimit } from '../../shared/vocabulary/service-item.ts'
import { documentText as words } from './document-text.ts'

/** Who applies or acts for him, as paper shows it: the ID number masked. */
export interface ShownParty {
  name: string
  idMasked: string
  phone: string
  address: string
}

/** What a document is drawn from. Instants in epoch ms. */
export interface DocumentInput {
  document: HallDocument
  setting: { hallName: string; officePhone: string; supervisionPhone: string }
  /** Null once it was erased. */
  applicant: ShownParty | null
  agent: ShownParty | null
  nameOf: (staffId: string) => string
  /** PNG of the applicant's signature on this paper. */
  signature: string | null
  signed: { means: SignatureMeans; at: number } | null
  result: { name: string; number: string; decision: FilingDecision | null; toldAt: number | null }
  /** The filing's stages as they are now, each with the name of who handled it. */
  stages: readonly (FilingStage & { handlerName: string })[]
  printedAt: number
}

/** One part of a page; the frame knows how each looks. */
export type Block =
  | { kind: 'fields'; fields: [label: string, value: string][] }
  | { kind: 'table'; head: string[]; rows: string[][]; widths: number[] }
  | { kind: 'text'; lines: string[] }
  | { kind: 'heading'; text: string }
  | { kind: 'signatures'; places: { label: string; picture?: string; note?: string }[] }

export function dayText(day: string | null): string {
  if (day === null) return ''
  const [year, month, date] = day.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
}

export function instantText(at: number): string {
  return `${dayText(dayOf(at))} ${clockOf(at).slice(0, 5)}`
}

function limitText(limit: TimeLimit | null, otherwise: string = words.noLimit): string {
  return limit === null ? otherwise : `${limit.amount} ${words.units[limit.unit]}`
}

/** The parts of a document, in order: the law's own fields first, what follows from them, who signs. */
export function contentOf(input: DocumentInput): Block[] {
  const { facts } = input.document
  return [{ kind: 'fields', fields: [...partyFields(input), ...filingFields(facts)] }, ...ownBlocks(facts, input)]
}

function partyFields({ applicant, agent }: DocumentInput): [string, string][] {
  const shown: [string, string][] = [
    ['申请人', applicant?.name ?? ''],
    ['证件号码', applicant?.idMasked ?? ''],
    ['联系电话', applicant?.phone ?? ''],
    ['地址', applicant?.address ?? ''],
  ]
  return agent === null ? shown : [...shown, ['代办人', agent.name], ['代办人证件', agent.idMasked]]
}

function filingFields({ filing }: AnyDocumentFacts): [string, string][] {
  const { itemKind } = filing
  return [
    ['办件编号', filing.filingNumber],
    ['首问登记', filing.inquiryNumber],
    ['事项名称', filing.itemName],
    ['事项编码', filing.itemCode],
    ['办件类型', words.itemKinds[itemKind]],
    ['收件日期', dayText(filing.receivedDay)],
    ['承诺时限', limitText(filing.promisedLimit, itemKind === 'instant' ? words.sameDay : words.noLimit)],
    ['法定时限', limitText(filing.statutoryLimit)],
  ]
}

function ownBlocks(facts: AnyDocumentFacts, input: DocumentInput): Block[] {
  const { filing } = facts
  switch (facts.kind) {
    case 'handling-slip':
      return slipBlocks(facts, input)
    case 'one-time-notice':
      return [
        { kind: 'heading', text: '需要补齐、补正的材料（一次列全）' },
        materialTable(facts.own.lines),
        {
          kind: 'text',
          lines: [
            words.onlyOnce,
            words.lapse(dayText(facts.own.correctionDueDay)),
            ...feeLines(facts),
            facts.own.remark,
          ],
        },
        signatures(input, '申请人签收'),
      ]
    case 'acceptance-notice':
      return acceptanceBlocks(facts, input)
    case 'correction-receipt':
      return [
        {
          kind: 'fields',
          fields: [
            ['补件日期', dayText(facts.own.correctedDay)],
            ['是否全部补齐', facts.own.isComplete ? '是' : '否'],
          ],
        },
        materialTable(facts.own.lines),
        signatures(input, '申请人签字'),
      ]
    case 'decline-notice':
      return [
        {
          kind: 'fields',
          fields: [
            ['理由类别', words.declineGrounds[facts.own.ground]],
            ['理由', facts.own.reason],
            ['法律依据', facts.own.basis],
            ['应当申请的机关', facts.own.competentOrgan],
          ],
        },
        { kind: 'text', lines: [...remedyOf(filing.isOrgan), words.complaint(input.setting.supervisionPhone)] },
        signatures(input, '申请人签收'),
      ]
    case 'return-notice':
      return [
        {
          kind: 'fields',
          fields: [
            ['退件理由', words.returnGrounds[facts.own.ground]],
            ['说明', facts.own.reason],
            ['依据', facts.own.basis],
          ],
        },
        { kind: 'heading', text: '退还的材料' },
        materialTable(facts.own.lines),
        { kind: 'text', lines: [...remedyOf(filing.isOrgan), words.complaint(input.setting.supervisionPhone)] },
        signatures(input, '申请人签收'),
      ]
    default:
      return laterBlocks(facts, input)
  }
}

type Of<K extends AnyDocumentFacts['kind']> = Extract<AnyDocumentFacts, { kind: K }>
type LaterKind =
  | 'extension-approval'
  | 'extension-notice'
  | 'special-procedure-notice'
  | 'delivery-receipt'
  | 'tolerance-promise'
  | 'tolerance-notice'
  | 'urge-slip'

function laterBlocks(facts: Of<LaterKind>, input: DocumentInput): Block[] {
  switch (facts.kind) {
    case 'extension-approval':
    case 'extension-notice':
      return extensionBlocks(facts, input)
    case 'special-procedure-notice':
      return [
        {
          kind: 'fields',
          fields: [
            ['特别程序', words.procedures[facts.own.procedure]],
            ['法律依据', facts.own.basis],
            ['开始日期', dayText(facts.own.fromDay)],
            ['预计需要', `${facts.own.expectedWorkdays} 个工作日`],
            ['预计结束', dayText(facts.own.expectedEndDay)],
            ['停计自', dayText(addDays(facts.own.fromDay, 1))],
          ],
        },
        { kind: 'text', lines: [words.excluded(words.procedures[facts.own.procedure])] },
        signatures(input, '申请人签收'),
      ]
    case 'delivery-receipt':
      return deliveryBlocks(facts, input)
    case 'tolerance-promise':
      return [
        toleratedTable(facts.own.lines),
        { kind: 'text', lines: [words.tolerancePledge] },
        signatures(input, '承诺人签字'),
      ]
    case 'tolerance-notice':
      return [
        toleratedTable(facts.own.lines),
        { kind: 'text', lines: [words.toleranceReason] },
        signatures(input, '申请人签收'),
      ]
    case 'urge-slip':
      return [
        {
          kind: 'fields',
          fields: [
            ['灯色', words.lights[facts.own.light]],
            ['剩余工作日', facts.own.remainingWorkdays === null ? '—' : `${facts.own.remainingWorkdays}`],
            ['承诺期限', dayText(facts.filing.promisedDueDay)],
            ['法定期限', dayText(facts.filing.statutoryDueDay)],
            ['催办要求', facts.own.demand],
            ['催办人', input.nameOf(facts.own.urgedById)],
          ],
        },
        { kind: 'signatures', places: [{ label: '承办人签收' }, { label: '办理情况' }] },
      ]
  }
}

function extensionBlocks(facts: Of<'extension-approval' | 'extension-notice'>, input: DocumentInput): Block[] {
  switch (facts.kind) {
    case 'extension-approval':
      return [
        {
          kind: 'fields',
          fields: [
            ['原办结期限', dayText(facts.own.originalDueDay)],
            ['已用工作日', `${facts.own.usedWorkdays}`],
            ['申请延长', `${facts.own.workdays} 个工作日`],
            ['延期理由', facts.own.reason],
            ['提出延期', input.nameOf(facts.own.askedById)],
            ['批准人', facts.own.approver],
            ['登记批准', input.nameOf(facts.own.approvedById)],
            ['批准后期限', dayText(facts.own.newDueDay)],
          ],
        },
        {
          kind: 'signatures',
          places: [{ label: '承办人签字' }, { label: '科室意见' }, { label: '负责人批准（签字、日期）' }],
        },
      ]
    case 'extension-notice':
      return [
        {
          kind: 'fields',
          fields: [
            ['原办结期限', dayText(facts.own.originalDueDay)],
            ['延长', `${facts.own.workdays} 个工作日`],
            ['理由', facts.own.reason],
            ['新的办结期限', dayText(facts.own.newDueDay)],
            ['批准人', facts.own.approver],
          ],
        },
        { kind: 'text', lines: ['经本机关负责人批准延长办理时限，特此告知（行政许可法第四十二条）。'] },
        signatures(input, '申请人签收'),
      ]
  }
}

function slipBlocks(facts: Of<'handling-slip'>, input: DocumentInput): Block[] {
  const { result, signed, signature, nameOf } = input
  const { own, filing } = facts
  const told = result.toldAt === null ? '' : instantText(result.toldAt)
  const note = signed === null ? '' : `${words.signatures[signed.means]} ${instantText(signed.at)}`
  return [
    {
      kind: 'fields',
      fields: [
        ['票号', own.ticketNumber],
        ['委托代办', own.hasAgent ? '是' : '否'],
        ['申请内容', own.matter],
      ],
    },
    { kind: 'heading', text: '提交材料' },
    materialTable(own.lines),
    ...stageBlocks(input),
    {
      kind: 'fields',
      fields: [
        ['首问责任人', nameOf(filing.firstResponderId)],
        ['承办人', nameOf(filing.ownerId)],
        ['办理结果', result.decision === null ? '' : words.decisions[result.decision]],
        ['结果文书', `${result.name} ${result.number}`.trim()],
        ['告知申请人', told],
      ],
    },
    { kind: 'text', lines: [words.noFee, words.complaint(input.setting.supervisionPhone)] },
    {
      kind: 'signatures',
      places: [
        { label: '申请人签字', ...(signature === null ? {} : { picture: signature }), note },
        { label: '承办人签字' },
        { label: '审核人签字' },
      ],
    },
  ]
}

/** 办理环节表: what is known of it; the rest is written in by hand. */
function stageBlocks({ stages, result }: DocumentInput): Block[] {
  if (stages.length === 0) return []
  const stamp = (at: number | undefined) => (at === undefined ? '' : instantText(at))
  const decided = result.decision === null ? '' : words.decisions[result.decision]
  return [
    { kind: 'heading', text: '办理环节' },
    {
      kind: 'table',
      head: ['环节', '经办人', '开始', '结束', '意见'],
      widths: [18, 13, 19, 19, 31],
      rows: stages.map(({ name, handlerName, begun, ended }) => {
        const isSkipped = begun === null && result.decision !== null
        const opinion = isSkipped ? words.skippedStage : (ended?.opinion ?? '') || (ended === null ? '' : decided)
        return [name, handlerName, stamp(begun?.at), stamp(ended?.at), opinion]
      }),
    },
  ]
}

function acceptanceBlocks(facts: Of<'acceptance-notice'>, input: DocumentInput): Block[] {
  const { own, filing } = facts
  return [
    {
      kind: 'fields',
      fields: [
        ['受理日期', dayText(own.acceptedDay)],
        ['承诺办结日', dayText(filing.promisedDueDay)],
        ['法定办结日', dayText(filing.statutoryDueDay)],
        ['领取方式', words.collectBy[own.collectBy]],
      ],
    },
    { kind: 'heading', text: '已收材料' },
    materialTable(own.handedIn),
    ...(own.tolerated.length === 0
      ? []
      : [{ kind: 'heading', text: '容缺后补的材料' } as Block, toleratedTable(own.tolerated)]),
    { kind: 'text', lines: [own.isDeemed ? words.deemed : '', words.truth, words.bring, ...feeLines(facts)] },
    signatures(input, '申请人签收'),
  ]
}

function deliveryBlocks({ own }: Of<'delivery-receipt'>, input: DocumentInput): Block[] {
  return [
    {
      kind: 'table',
      head: ['送达文书', '文号'],
      widths: [65, 35],
      rows: own.documents.map(({ name, number }) => [name, number]),
    },
    {
      kind: 'fields',
      fields: [
        ['送达方式', words.ways[own.way]],
        ['送达时间', instantText(own.deliveredAt)],
        ['送达地点', own.place],
        ['与受送达人关系', own.relation],
        ['代收或留置原因', own.reason],
        ['见证人', own.witness],
        ['邮寄单号', own.postNumber],
      ],
    },
    {
      kind: 'signatures',
      places: [
        { label: '收件人签名或盖章（日期）', ...pictureOf(input) },
        { label: '送达人签名' },
        { label: '见证人签名' },
      ],
    },
    { kind: 'text', lines: [words.complaint(input.setting.supervisionPhone)] },
  ]
}

function materialTable(lines: readonly MaterialLine[]): Block {
  return {
    kind: 'table',
    head: ['序号', '材料名称', '形式', '份数', '来源', '本次情况', '问题或要求'],
    widths: [7, 29, 9, 7, 15, 13, 20],
    rows: lines.map(({ name, form, copies, source, state, problem, note }, at) => [
      `${at + 1}`,
      name,
      words.forms[form],
      `${copies}`,
      words.sources[source],
      words.states[state],
      problem === '' ? note : problem,
    ]),
  }
}

function toleratedTable(lines: readonly MaterialLine[]): Block {
  return {
    kind: 'table',
    head: ['序号', '容缺材料', '形式', '份数', '补齐日期'],
    widths: [8, 46, 14, 10, 22],
    rows: lines.map(({ name, form, copies, dueDay }, at) => [
      `${at + 1}`,
      name,
      words.forms[form],
      `${copies}`,
      dayText(dueDay),
    ]),
  }
}

function feeLines({ filing }: AnyDocumentFacts): string[] {
  return [filing.fee === '' ? '' : `法定收费：${filing.fee}`, words.noFee]
}

/** A company's business knows neither 复议 nor 诉讼. */
function remedyOf(isOrgan: boolean): string[] {
  return isOrgan ? [words.remedy] : []
}

function pictureOf({ signature }: DocumentInput): { picture?: string } {
  return signature === null ? {} : { picture: signature }
}

function signatures(input: DocumentInput, applicant: string): Block {
  const { filing } = input.document.facts
  const clerk = input.nameOf(filing.ownerId)
  return {
    kind: 'signatures',
    places: [
      { label: applicant, ...pictureOf(input) },
      { label: '窗口经办人', note: clerk },
      { label: '专用章、日期' },
    ],
  }
}
