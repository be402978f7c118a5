import fc from 'fast-check'
import { transform } from 'receiptline'
import { describe, expect, it } from 'vitest'
import { type TicketReceipt, ticketReceipt } from '../../main/printing/ticket-receipt.ts'
import { sampleHall, sampleTicket } from './sample-ticket.ts'

/** The ticket as a person reads it, line by line. */
function paperOf(ticket: Partial<TicketReceipt> = {}, hall: Partial<typeof sampleHall> = {}): string {
  const receipt = ticketReceipt({ ...sampleTicket, ...ticket }, { ...sampleHall, ...hall })
  return transform(receipt, { command: 'text', encoding: 'gb18030', cpl: 48, cutting: false })
}

const squeezed = (text: string) => text.replace(/\s/g, '')

describe('取号单', () => {
  it('carries hall, number, item, windows, wait, time and holder', () => {
    const paper = squeezed(paperOf())
    for (const part of [
      '青山镇便民服务中心',
      '取号单',
      'A017',
      '居民身份证申领、换领、补领',
      '公安局户籍科',
      '3、4号窗口',
      '前面等候12人',
      '约35分钟',
      '2026-11-2309:05:12',
      '王**',
    ]) {
      expect(paper).toContain(part)
    }
    expect(paper).not.toContain('补打')
    expect(paper).not.toContain('优先号')
    expect(paper).not.toContain('即将结束')
  })

  it('is marked as a reprint with its count', () => {
    expect(squeezed(paperOf({ isReprint: true, reprintCount: 2 }))).toContain('【补打第2次】')
    expect(squeezed(paperOf({ isReprint: true, reprintCount: 0 }))).toContain('【补打】')
  })

  it('is marked as priority or as carried, never with the ground of the priority', () => {
    expect(squeezed(paperOf({ number: 'VA003', isPriority: true }))).toContain('优先号')
    const carried = squeezed(paperOf({ isPriority: true, isCarried: true }))
    expect(carried).toContain('昨日转结号')
    expect(carried).not.toContain('优先号')
  })

  it('says what happens to a missed number as the hall has set it', () => {
    const mayReport = squeezed(paperOf())
    expect(mayReport).toContain('叫号3次未到')
    expect(mayReport).toContain('报到1次，排在其后3位之后')
    const mayNot = squeezed(paperOf({}, { missAfterCalls: 2, requeueTimesMax: 0 }))
    expect(mayNot).toContain('叫号2次未到窗口即为过号。过号须重新取号。')
    expect(mayNot).not.toContain('报到')
  })

  it('says for how long it is valid as the hall has set it', () => {
    expect(squeezed(paperOf())).toContain('下一个工作日凭此号优先')
    expect(squeezed(paperOf({}, { atDayEnd: 'void' }))).toContain('本单当天有效，过时请重新取号')
  })

  it('warns near the end of the public hours', () => {
    expect(squeezed(paperOf({ isNearClosing: true }))).toContain('对外办公时间即将结束')
  })

  it('says that no agency fee is taken, with its clause, and whom to complain to', () => {
    const paper = squeezed(paperOf())
    expect(paper).toContain('不收取任何代办服务费（篇4.4）')
    expect(paper).toContain('监督电话0000-1234567')
    expect(squeezed(paperOf({}, { supervisionPhone: '' }))).not.toContain('监督电话')
  })

  it('names no windows and no minutes where there are none', () => {
    const paper = squeezed(paperOf({ windowNumbers: [], estimateMinutes: null, holderMask: '', department: '' }))
    expect(paper).toContain('请留意叫号或到导办台询问')
    expect(paper).toContain('视窗口开放情况而定')
    expect(paper).not.toContain('取号人')
    expect(paper).not.toContain('承办单位')
  })

  it('has a QR code of business date and number and nothing else', () => {
    const code = /^\{code:(.*)\}$/m.exec(ticketReceipt(sampleTicket, sampleHall))
    expect(code?.[1]).toBe('2026-11-23/A017')
  })

  it('prints text of the settings as text, whatever markup it looks like', () => {
    const hostile = 'a{code:x}|b "c" ^^^ ~ `_\\n='
    expect(squeezed(paperOf({ itemName: hostile }))).toContain(squeezed(hostile))
  })

  it('loses no character of any item name and has no line wider than the paper', () => {
    const character = fc.constantFrom(...'身份证㛃𠮷、，。（）()/ -=_"|{}\\^~`aZ09')
    // The vocabulary lets no blank name through.
    const names = fc.string({ unit: character, minLength: 1, maxLength: 60 }).filter((name) => name.trim() !== '')
    fc.assert(
      fc.property(names, (itemName) => {
        const paper = paperOf({ itemName })
        expect(squeezed(paper)).toContain(`办理事项${squeezed(itemName)}承办单位`)
        for (const line of paper.split('\n')) {
          const cells = Array.from(line).reduce((sum, one) => sum + (one.charCodeAt(0) < 0x80 ? 1 : 2), 0)
          expect(cells).toBeLessThanOrEqual(48)
        }
      }),
    )
  })
})
