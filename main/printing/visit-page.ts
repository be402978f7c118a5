import type { FirstInquiry } from '../../shared/vocabulary/first-inquiry.ts'
import type { HomeVisit } from '../../shared/vocabulary/home-visit.ts'
import {
  homeVisitStatusWords,
  specialGroupWords,
  visitConfirmationWords,
  visitResultWords,
  wishedHalfWords,
} from '../../shared/vocabulary/words.ts'
import { type Block, type DocumentInput, dayText, instantText } from './document-content.ts'
import { blocksHtml, numberCorner, page, sheetHtml } from './document-page.ts'
import { documentText } from './document-text.ts'

const title = '上门服务单'

/** What the slip of a home visit is drawn from. Instants in epoch ms. */
export interface VisitInput
  extends Pick<DocumentInput, 'setting' | 'applicant' | 'nameOf' | 'signature' | 'printedAt'> {
  visit: HomeVisit
  inquiry: FirstInquiry
  itemName: string
}

/**
 * 上门服务单 on A4: who goes where, when and for what; it comes back with the result and the
 * applicant's signature. Printed at any time, it says what is known by then.
 */
export function visitPage(input: VisitInput): { title: string; html: string } {
  const { visit, setting, printedAt } = input
  const body = blocksHtml([
    { kind: 'fields', fields: askedFields(input) },
    { kind: 'heading', text: '上门安排' },
    { kind: 'fields', fields: appointmentFields(input) },
    ...rescheduleBlocks(visit),
    { kind: 'heading', text: '上门结果' },
    ...reportBlocks(visit),
    signatures(input),
    { kind: 'text', lines: [documentText.noFee, documentText.complaint(setting.supervisionPhone)] },
  ])
  const corner = numberCorner(visit.number, [homeVisitStatusWords[visit.status]])
  const foot = [
    `窗口电话 ${setting.officePhone}`,
    `监督电话 ${setting.supervisionPhone}`,
    `打印 ${instantText(printedAt)}`,
  ]
  return { title, html: page(`${title} ${visit.number}`, sheetHtml(setting.hallName, title, corner, body, foot)) }
}

function askedFields({ visit, inquiry, itemName, applicant, nameOf }: VisitInput): [string, string][] {
  const { specialGroup } = inquiry
  return [
    ['申请人', applicant?.name ?? ''],
    ['联系电话', applicant?.phone ?? ''],
    ['上门地址', applicant?.address ?? ''],
    ['特殊群体', specialGroup === 'none' ? '' : specialGroupWords[specialGroup]],
    ['首问登记', inquiry.number],
    ['首问责任人', nameOf(inquiry.firstResponder)],
    ['事项名称', itemName === '' ? inquiry.category : itemName],
    ['申请内容', inquiry.matter],
    ['申请时间', instantText(visit.askedAt)],
    ['希望时间', `${dayText(visit.wishedDay)} ${wishedHalfWords[visit.wishedHalf]}`],
  ]
}

function appointmentFields({ visit, inquiry, nameOf }: VisitInput): [string, string][] {
  const { visitorId, appointmentAt, reschedules } = visit
  return [
    ['上门人', visitorId === null ? '' : nameOf(visitorId)],
    ['约定时间', appointmentAt === null ? '' : instantText(appointmentAt)],
    ['负责人', nameOf(inquiry.responsible)],
    ['改约次数', reschedules.length === 0 ? '' : `${reschedules.length} 次`],
  ]
}

function rescheduleBlocks({ reschedules }: HomeVisit): Block[] {
  if (reschedules.length === 0) return []
  const rows = reschedules.map(({ fromAt, toAt, reason }) => [instantText(fromAt), instantText(toAt), reason])
  return [{ kind: 'table', head: ['原定时间', '改约时间', '原因'], widths: [30, 30, 40], rows }]
}

/** Empty boxes to write into while nobody has been there. */
function reportBlocks({ report, cancelled }: HomeVisit): Block[] {
  if (cancelled !== null) return [{ kind: 'text', lines: [`已取消：${cancelled.reason}`] }]
  if (report === null) {
    return [{ kind: 'signatures', places: [{ label: '办理情况（上门办好／带回办理）' }] }]
  }
  return [
    {
      kind: 'fields',
      fields: [
        ['结果', visitResultWords[report.result]],
        ['登记时间', instantText(report.at)],
        ['办理情况', report.note],
      ],
    },
  ]
}

function signatures({ visit, signature, nameOf }: VisitInput): Block {
  const { confirmation, visitorId } = visit
  const said =
    confirmation === null
      ? ''
      : [visitConfirmationWords[confirmation.means], confirmation.reason, instantText(confirmation.at)]
          .filter((part) => part !== '')
          .join('，')
  return {
    kind: 'signatures',
    places: [
      { label: '申请人签字（日期）', note: said, ...(signature === null ? {} : { picture: signature }) },
      { label: '上门人签字', note: visitorId === null ? '' : nameOf(visitorId) },
    ],
  }
}
