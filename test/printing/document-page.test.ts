import { renderSVG } from 'uqr'
import { describe, expect, test } from 'vitest'
import { documentPage } from '../../main/printing/document-page.ts'
import { lackingOf } from '../../shared/rules/hall-document.ts'
import { instantOf } from '../../shared/rules/hall-time.ts'
import { type DocumentKind, documentKind } from '../../shared/vocabulary/hall-document.ts'
import { printedAt, sampleDocument } from './sample-document.ts'

const kinds = documentKind.options
const remedy = /行政复议|行政诉讼/

/** The sheets of a document, a copy each. */
function sheetsOf(...drawn: Parameters<typeof sampleDocument>): string[] {
  return documentPage(sampleDocument(...drawn))
    .html.split('<section class="sheet">')
    .slice(1)
}

/** A sheet as a person reads it. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ')

describe('every document', () => {
  test.each<[DocumentKind, string, string, copies: string[]]>([
    ['handling-slip', '承办单', 'CB', ['存根联', '申请人联']],
    ['one-time-notice', '一次性告知书（补正通知书）', 'GZ', ['存根联', '申请人联']],
    ['acceptance-notice', '受理通知书', 'SL', ['存根联', '申请人联']],
    ['correction-receipt', '补件接收单', 'BJS', ['存根联', '申请人联']],
    ['decline-notice', '不予受理通知书', 'BYS', ['存根联', '申请人联']],
    ['return-notice', '退件通知书', 'TJ', ['存根联', '申请人联']],
    ['extension-approval', '延期审批表', 'YSP', ['存档联']],
    ['extension-notice', '延期告知书', 'YGZ', ['存根联', '申请人联']],
    ['special-procedure-notice', '特别程序告知书', 'TBC', ['存根联', '申请人联']],
    ['delivery-receipt', '送达回证', 'SD', ['存档联']],
    ['tolerance-promise', '容缺受理承诺书', 'RCN', ['存根联', '申请人联']],
    ['tolerance-notice', '容缺受理通知书', 'RQ', ['存根联', '申请人联']],
    ['urge-slip', '催办单', 'CU', ['承办人联']],
  ])('%s is called %s, numbered %s, in copies', (kind, title, letters, copies) => {
    const sheets = sheetsOf(kind).map(textOf)
    expect(
      sheets.map((sheet) => ['存根联', '申请人联', '存档联', '承办人联'].filter((one) => sheet.includes(one))),
    ).toEqual(copies.map((copy) => [copy]))
    for (const sheet of sheets) {
      expect(sheet).toContain(` ${title} `)
      expect(sheet).toContain(`${letters}-2026-000003`)
    }
  })

  test.each(kinds)('%s says who issued it and when, whom to call and when it was printed', (kind) => {
    for (const sheet of sheetsOf(kind).map(textOf)) {
      for (const part of [
        '青溪镇便民服务中心',
        '出具：2026 年 5 月 13 日 冯壬',
        '窗口电话 0000-0000001',
        '监督电话 12345',
      ]) {
        expect(sheet).toContain(part)
      }
      expect(sheet).toContain('打印 2026 年 6 月 3 日 10:00')
    }
  })

  test.each(kinds)('%s has a code that leads to its number and depends on nothing else', (kind) => {
    const code = (html: string) => /<svg.*?<\/svg>/s.exec(html)?.[0]
    const nobody = { applicant: null, agent: null }
    const [sheet = ''] = sheetsOf(kind)
    expect(code(sheet)).toBe(renderSVG(sampleDocument(kind).document.number, { border: 0, ecc: 'M' }))
    expect(code(sheetsOf(kind, { input: nobody })[0]!)).toBe(code(sheet))
    expect(code(sheetsOf(kind, { document: { number: 'CB-2026-000004' } })[0]!)).not.toBe(code(sheet))
  })

  test.each(kinds)('%s counts its reprints on every copy, the first print being none', (kind) => {
    for (const sheet of sheetsOf(kind)) expect(sheet).not.toContain('补打')
    for (const sheet of sheetsOf(kind, { document: { printCount: 3 } })) expect(sheet).toContain('补打（第 3 次）')
  })

  test.each(kinds)('%s says on every copy that it is void, and why', (kind) => {
    const voided = { reason: '姓名写错', voidedBy: 'supervisor-1', at: printedAt }
    for (const sheet of sheetsOf(kind)) expect(sheet).not.toContain('作废：')
    for (const sheet of sheetsOf(kind, { document: { voided } })) expect(sheet).toContain('作废：姓名写错')
  })

  test.each(kinds)('%s shows the ID number masked, and can still be printed when the person was erased', (kind) => {
    const [sheet = ''] = sheetsOf(kind).map(textOf)
    expect(sheet).toContain('9999**********0016')
    const [erased = ''] = sheetsOf(kind, { input: { applicant: null, agent: null } }).map(textOf)
    expect(erased).toContain('BJ-2026-000007')
    expect(erased).not.toContain('张小三')
  })

  test.each(kinds)('%s loads nothing, runs nothing and takes what was typed for text', (kind) => {
    const applicant = { name: '<script>alert(1)</script>', idMasked: '', phone: '"><img src=x>', address: '' }
    const { html } = documentPage(sampleDocument(kind, { input: { applicant } }))
    expect(html.match(/<script|<img|<link|url\(|<[^>]*(href|src)=/)).toBeNull()
  })
})

describe('the way to complain', () => {
  test('decline and return name 复议 and 诉讼 where an organ decided, and never where a company did', () => {
    for (const kind of kinds) {
      const [organ = ''] = sheetsOf(kind)
      const [company = ''] = sheetsOf(kind, { filing: { isOrgan: false } })
      expect([kind, remedy.test(organ)]).toEqual([kind, kind === 'decline-notice' || kind === 'return-notice'])
      expect([kind, remedy.test(company)]).toEqual([kind, false])
    }
  })

  test('a thing for which no permit is needed has a title of its own', () => {
    const [sheet = ''] = sheetsOf('decline-notice', { own: { ground: 'not-required', competentOrgan: '' } }).map(textOf)
    expect(sheet).toContain('不需许可告知书')
    expect(sheet).not.toContain('不予受理通知书')
  })
})

describe('what stands on a paper', () => {
  test('the one-time notice lists every line with what is wrong, until when, and that there is no second list', () => {
    const [sheet = ''] = sheetsOf('one-time-notice').map(textOf)
    for (const part of ['四至范围和相邻权利人意见', '相邻各户都要签名', '村级会议记录和公示材料', '公示不足七天']) {
      expect(sheet).toContain(part)
    }
    for (const part of ['2026 年 8 月 11 日', '一次列全', '篇4.3', '不收任何服务费', '材料补齐后不用再取号']) {
      expect(sheet).toContain(part)
    }
  })

  test('the handling slip carries the signature, how it was signed, and the result once there is one', () => {
    const input = {
      signature: 'data:image/png;base64,AAAA',
      signed: { means: 'pad' as const, at: printedAt },
      result: { name: '批准书', number: '7 号', decision: 'granted' as const, toldAt: printedAt },
    }
    const [bare = ''] = sheetsOf('handling-slip')
    const [signed = ''] = sheetsOf('handling-slip', { input })
    expect(bare).not.toMatch(/<img|办理结果/)
    for (const part of ['src="data:image/png;base64,AAAA"', '签字板签字', '准予（办成）', '批准书 7 号']) {
      expect(signed).toContain(part)
    }
  })

  test('the handling slip has the stages with what is known of them, and none where the item has none', () => {
    const stage = { limit: { amount: 3, unit: 'workday', basis: '' }, handlerId: null, handlerName: '' } as const
    const due = { day: '2026-05-18', at: 0, warnAt: 0, isProvisional: false }
    const begun = { day: '2026-05-13', at: instantOf('2026-05-13', '09:30'), due }
    const ended = { at: instantOf('2026-05-15', '16:00'), opinion: '材料相符，同意' }
    const stages = [
      { ...stage, name: '受理审查', handlerName: '钱一', begun, ended },
      { ...stage, name: '现场勘验', begun: null, ended: null },
    ]
    const known = /受理审查\s+钱一\s+2026 年 5 月 13 日 09:30\s+2026 年 5 月 15 日 16:00\s+材料相符，同意\s+现场勘验/
    const [sheet = ''] = sheetsOf('handling-slip', { input: { stages } })
    expect(textOf(sheet)).toMatch(/办理环节\s+环节\s+经办人\s+开始\s+结束\s+意见/)
    expect(textOf(sheet)).toMatch(known)
    expect(textOf(sheet)).not.toContain('未经此环节')
    const result = { name: '', number: '', decision: 'granted', toldAt: null } as const
    expect(textOf(sheetsOf('handling-slip', { input: { stages, result } })[0]!)).toContain('未经此环节即作出决定')
    expect(textOf(sheetsOf('handling-slip')[0]!)).not.toContain('办理环节')
  })

  test('a limit that no law sets is said to be none, and an instant item is done on the same day', () => {
    expect(textOf(sheetsOf('handling-slip')[0]!)).toMatch(/法定时限\s+未规定/)
    const instant = { itemKind: 'instant', promisedLimit: null } as const
    expect(textOf(sheetsOf('handling-slip', { filing: instant })[0]!)).toContain('当场或当日办结')
  })
})

describe('a document that lacks something', () => {
  const setting = sampleDocument('handling-slip').setting
  const lacking = (...drawn: Parameters<typeof sampleDocument>) =>
    lackingOf(sampleDocument(...drawn).document.facts, sampleDocument(...drawn).setting)

  test.each(kinds)(
    '%s lacks nothing when all is there, and the phone to complain to when the hall has none',
    (kind) => {
      expect(lacking(kind)).toEqual([])
      expect(lacking(kind, { input: { setting: { ...setting, supervisionPhone: '' } } })).toEqual(['监督电话'])
    },
  )

  test.each<[DocumentKind, object, string[]]>([
    ['handling-slip', { matter: '' }, ['申请内容']],
    ['one-time-notice', { lines: [] }, ['需补正的材料']],
    ['acceptance-notice', { acceptedDay: '' }, ['受理日期']],
    ['correction-receipt', { lines: [] }, ['补件材料']],
    ['decline-notice', { reason: '', basis: '', competentOrgan: '' }, ['理由', '法律依据', '应当向其申请的机关']],
    ['return-notice', { reason: '', basis: '' }, ['理由', '依据']],
    ['extension-approval', { reason: '', approver: '' }, ['延期理由', '批准人']],
    ['extension-notice', { reason: '' }, ['延期理由']],
    ['special-procedure-notice', { basis: '' }, ['法律依据']],
    ['delivery-receipt', { documents: [], place: '' }, ['送达文书', '送达地点']],
    ['tolerance-promise', { lines: [] }, ['容缺材料']],
    ['tolerance-notice', { lines: [] }, ['容缺材料']],
    ['urge-slip', { demand: '' }, ['催办要求']],
  ])('%s without %j names %j', (kind, own, names) => {
    expect(lacking(kind, { own })).toEqual(names)
  })

  test('nobody handed a posted paper over at a place', () => {
    expect(lacking('delivery-receipt', { own: { way: 'post', place: '' } })).toEqual([])
  })
})
