import { describe, expect, test } from 'vitest'
import { type VisitInput, visitPage } from '../../main/printing/visit-page.ts'
import type { HomeVisit } from '../../shared/vocabulary/home-visit.ts'
import { instantAt } from '../support/hand-clock.ts'
import { inquiryWith } from '../support/intake-facts.ts'
import { nextDay, workday } from '../support/sample-hall.ts'
import { appointmentAt, askedVisit, dispatchedVisit, visitedVisit } from '../support/visit-facts.ts'

const png = 'data:image/png;base64,AAAA'

/** The slip as a person reads it, and its markup. */
function slipOf(visit: HomeVisit, more: Partial<VisitInput> = {}) {
  const { html } = visitPage({
    visit,
    inquiry: inquiryWith({ specialGroup: 'disabled', matter: '行动不便' }),
    itemName: '残疾人证',
    setting: { hallName: '青溪镇便民服务中心', officePhone: '0000-1', supervisionPhone: '12345' },
    applicant: { name: '孔令仪', idMasked: '', phone: '0000-1234567', address: '青溪村七组 3 号' },
    nameOf: (staffId) => ({ 'clerk-1': '钱一', 'clerk-2': '钱二' })[staffId] ?? '',
    signature: null,
    printedAt: instantAt(workday, '10:00'),
    ...more,
  })
  return { html, text: html.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ') }
}

describe('上门服务单', () => {
  test('says who goes where, when and for what, and whom to complain to', () => {
    const { text } = slipOf(dispatchedVisit())
    for (const part of [
      ...[
        '上门服务单',
        'SM-2026-000001',
        '孔令仪',
        '0000-1234567',
        '青溪村七组 3 号',
        '残疾人',
        '残疾人证',
        '行动不便',
      ],
      ...['SW-2026-000001', '钱二', '2026 年 5 月 14 日 09:30', '监督电话 12345', '不收任何服务费'],
    ]) {
      expect(text).toContain(part)
    }
  })

  test('has room for the result and the signature while nobody was there', () => {
    const { text, html } = slipOf(dispatchedVisit())
    expect(text).toContain('办理情况（上门办好／带回办理）')
    expect(html).not.toContain('<img')
  })

  test('says each time that it was moved, what came of it, and how it was confirmed', () => {
    const confirmation = { means: 'refused', reason: '不识字', at: appointmentAt } as const
    const toAt = instantAt(nextDay, '14:30')
    const reschedules = [{ fromAt: appointmentAt, toAt, reason: '住院', at: 0 }]
    const { text } = slipOf(visitedVisit({ status: 'ended', confirmation, reschedules }))
    for (const part of ['1 次', '住院', '上门办好', '照片已拍', '拒绝签字，不识字']) expect(text).toContain(part)
    expect(slipOf(visitedVisit(), { signature: png }).html).toContain(`<img alt="" src="${png}">`)
  })

  test('a cancelled one says why, and one whose applicant was erased stays printable', () => {
    const cancelled = askedVisit({ status: 'cancelled', cancelled: { reason: '家人来办', at: 0 } })
    expect(slipOf(cancelled, { applicant: null }).text).toContain('已取消：家人来办')
  })

  test('what was typed stays text', () => {
    const inquiry = inquiryWith({ matter: '<b>急</b>' })
    expect(slipOf(askedVisit(), { inquiry }).html).not.toContain('<b>急')
  })
})
