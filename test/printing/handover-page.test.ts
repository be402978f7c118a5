import { describe, expect, test } from 'vitest'
import { handoverPage } from '../../main/printing/handover-page.ts'
import type { Handover } from '../../shared/vocabulary/handover.ts'
import { instantAt } from '../support/hand-clock.ts'
import { workday } from '../support/sample-hall.ts'

const at = (time: string) => instantAt(workday, time)
const names: Record<string, string> = { 'clerk-1': '钱一', 'liaison-1': '吴联络' }

const sheet: Handover = {
  handoverId: 5,
  number: 'JJ-2026-000005',
  year: 2026,
  serial: 5,
  kind: 'linkup',
  day: workday,
  staffId: 'clerk-1',
  toStaffId: null,
  leaveId: null,
  backOf: null,
  windowNumber: 3,
  homeUnit: '派出所',
  status: 'taken',
  draftedAt: at('17:00'),
  counts: { received: 4, instant: 2, notices: 1, corrections: 3 },
  lines: [
    {
      filingId: 1,
      number: 'BJ-2026-000001',
      itemName: '居住证申领',
      itemKind: 'promised',
      acceptedDay: '2026-05-11',
      status: 'decided',
      stage: '制证',
      dueDay: '2026-05-15',
      remainingWorkdays: -2,
      light: 'red',
      originals: ['租房合同 2 份', '居民身份证'],
      action: '现场<核查>',
    },
  ],
  waitingNumbers: ['C012', 'VC013'],
  waitingRule: 'carry',
  receipts: '0001—0020',
  remark: '打印机卡纸',
  heldUntil: at('17:27'),
  givenAt: at('17:20'),
  takenBy: 'liaison-1',
  takenAt: at('17:40'),
  signIn: 'own-page',
  moved: null,
  refusal: null,
  returned: null,
}

const pageOf = (changes: Partial<Handover> = {}, address: string | null = 'http://192.168.1.20:8610/handover/5') =>
  handoverPage({
    handover: { ...sheet, ...changes },
    hallName: '青溪镇便民服务中心',
    nameOf: (staffId) => names[staffId] ?? '',
    partyMaskOf: () => '张**',
    address,
    leave: null,
    times: { from: at('17:00'), giveBy: at('17:30'), takeBy: at('18:00') },
    printedAt: at('17:45'),
  }).html

describe('业务交接单 on paper', () => {
  test('has every field of the form, twice, and an applicant by his surname only', () => {
    const html = pageOf()
    const fields = [
      ...['JJ-2026-000005', '2026 年 5 月 13 日', '3 号窗口', '钱一', '派出所', '4 件', '2 件', '1 件', '3 件'],
      ...['BJ-2026-000001', '张**', '居住证申领', '承诺件', '2026-05-11', '制证', '超 2 个工作日', '红'],
      ...['租房合同 2 份、居民身份证', '0001—0020', '打印机卡纸', 'C012、VC013（转次日优先）', '接收：吴联络'],
      ...['交出人签字、时间（17:00—17:30）', '接收人签字、时间（18:00 前）', '次日返回', '服务过时，交接顺延至'],
    ]
    for (const field of fields) expect(html.split(field).length - 1, field).toBeGreaterThanOrEqual(2)
    expect(html.match(/class="sheet"/g)).toHaveLength(2)
    for (const copy of ['交出联', '接收联']) expect(html).toContain(copy)
    // A result that is decided and not made yet waits to be issued.
    expect(html).toMatch(/待签发证照<\/th><td[^>]*>BJ-2026-000001/)
  })

  test('what is typed stays text', () => {
    expect(pageOf()).toContain('现场&#60;核查&#62;')
  })

  test('before it was given and taken there are places to sign, and it says that it was not given', () => {
    const html = pageOf({ status: 'drafted', givenAt: null, takenBy: null, takenAt: null, signIn: null })
    expect(html).toContain('尚未交出')
    expect(html).not.toContain('登录确认')
  })

  test('the code leads to the page on the LAN, without one it says the number', () => {
    expect(pageOf({}, null)).not.toBe(pageOf())
  })

  test('nothing on it is loaded or runs', () => {
    expect(pageOf()).not.toMatch(/<script|src="http|href=/)
  })
})
