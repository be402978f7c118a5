import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { promiseText } from '../../renderer/common/text/promise.ts'
import { demoIds } from '../support/sample-hall.ts'
import { startDisplay, type TestDisplay } from './support/display.ts'
import { type OpenHall, openHall } from './support/electron.ts'
import { watchFaults } from './support/faults.ts'
import { savedPaper } from './support/paper.ts'
import { readPdf } from './support/pdf-text.ts'
import { ClerkPage, ConsolePage, KioskPage } from './support/people.ts'
import { FirstResponder, type OpenedFiling, Supervisor } from './support/people-of-the-promise.ts'

/*
 * One matter from the ticket to the signature, through the real windows that people press, with its
 * papers as the shell prints them. What a plain browser does otherwise is walked in lan.test.ts.
 */

const errand = { category: '不动产与建房', item: '乡村建设规划许可证' }
const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组 8 号' }
const a4 = [210, 297]

let xServer: TestDisplay
let hall: OpenHall
let clerk: ClerkPage
let feng: FirstResponder
let zhu: Supervisor
let filing: OpenedFiling
let noticeNumber = ''
let filingNumber = ''
const faults: string[] = []

beforeAll(async () => {
  // A quarter of it is the desk of a clerk at full size.
  xServer = await startDisplay(2560, 1600)
  hall = await openHall(xServer.name)
  const { screens } = hall
  for (const screen of [screens.kiosk, screens.clerk, screens.console]) await watchFaults(screen, faults)
  clerk = new ClerkPage(screens.clerk)
  await clerk.signIn('冯壬', 9)
  feng = new FirstResponder(clerk.page)
  await new ConsolePage(screens.console).signIn('朱午')
  zhu = new Supervisor(screens.console)
})
afterAll(async () => {
  await hall?.close()
  await xServer?.stop()
})

/** The sheets of a paper that was printed at a screen: they lie among the prints of the hall. */
async function sheetsOf(page: Page, fileName: string) {
  const path = await savedPaper(page, fileName)
  expect(path).toBe(join(hall.data, 'prints', `${fileName}.pdf`))
  return readPdf(path)
}

describe('a matter from the ticket to the signature', () => {
  test('whoever is called first is recorded by the one who asks him, with F9', async () => {
    const kiosk = new KioskPage(hall.screens.kiosk)
    const number = await kiosk.takeNumber(errand)
    expect(await clerk.callNext()).toBe(number)
    await clerk.start()
    expect(await feng.recordInquiry()).toMatch(/^SW-\d{4}-000001$/)
  })

  test('received with one material missing, it is told once what to bring', async () => {
    filing = await feng.receive(applicant, { 土地使用证明或用地批准文件: 'missing' })
    filingNumber = await filing.number()
    const slip = await sheetsOf(clerk.page, await filing.print('handling-slip'))
    expect(slip.map(({ text }) => text)).toEqual([
      expect.stringContaining('存根联'),
      expect.stringContaining('申请人联'),
    ])
    await filing.act('IssueOneTimeNotice', { remark: '补齐后直接到 9 号窗口' })
    noticeNumber = await filing.issued('one-time-notice')
    expect(noticeNumber).toMatch(/^GZ-\d{4}-000001$/)
    const sheets = await sheetsOf(clerk.page, await filing.print('one-time-notice'))
    expect(sheets.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([a4, a4])
    const [kept = '', given = ''] = sheets.map(({ text }) => text)
    expect(kept).toContain('存根联')
    expect(given).toContain('申请人联')
    for (const part of [noticeNumber, '土地使用证明或用地批准文件', '补齐后直接到 9 号窗口']) {
      expect(kept).toContain(part)
      expect(given).toContain(part)
    }
    expect(kept + given).not.toContain(applicant.idNumber)
    await filing.isIn('correcting')
  })

  test('nobody is told a second time, and the screen says why', async () => {
    const sentence = await filing.refusalOf('IssueOneTimeNotice')
    expect(sentence).toContain(`已经一次性告知（${noticeNumber}），不能再次告知`)
    expect(sentence).toContain('篇4.3')
    await feng.putAway()
    expect(await feng.waiting()).toContain(promiseText.panel.inHand(1))
  })

  test('the applicant comes back with the notice in his hand and is found by its number', async () => {
    filing = await feng.find(noticeNumber)
    expect(await filing.number()).toBe(filingNumber)
    await filing.actWithAllInHand('ReceiveCorrection')
    await filing.act('AcceptFiling')
    expect(await filing.issued('acceptance-notice')).toMatch(/^SL-\d{4}-000001$/)
    await filing.isIn('accepted')
  })

  test('the days of its limits are counted before everybody’s eyes', async () => {
    const explained = await filing.dueExplained()
    expect(explained).toMatch(/承诺期限：\d{4}-\d\d-\d\d .*15 个工作日/)
    expect(explained).toMatch(/法定期限：\d{4}-\d\d-\d\d .*20 个工作日/)
    expect(explained).toContain('起算当日不计 民法典 第二百零一条')
    expect(explained).toContain('不计 周末')
  })

  test('what the law lets not count stops the clock until the result is there', async () => {
    await filing.suspend('expert-review', '城乡规划法第四十一条')
    await filing.isIn('suspended')
    await filing.act('ResumeFiling', { note: '评审意见已收到' })
    await filing.isIn('accepted')
  })

  test('the clerk asks for more days, the supervisor grants them, and the clerk sees it', async () => {
    const dueBefore = await filing.dueDay()
    await filing.act('AskExtension', { reason: '需要再次踏勘' })
    const atConsole = await zhu.openFiling(filingNumber)
    await atConsole.act('ApproveExtension', { approver: '分管副镇长' })
    const extensionNumber = await atConsole.print('extension-notice')
    expect(extensionNumber).toMatch(/^YGZ-\d{4}-000001$/)
    const sheets = await sheetsOf(zhu.page, extensionNumber)
    for (const { text } of sheets) expect(text).toContain('分管副镇长')
    expect(sheets).toHaveLength(2)
    await expect.poll(() => filing.dueDay(), { timeout: 15_000 }).not.toBe(dueBefore)
    expect((await filing.dueDay()) > dueBefore).toBe(true)
  })

  test('decided, produced, told, delivered and signed on the pad, it is at its end', async () => {
    await filing.act('DecideFiling')
    await filing.act('ProduceResult', { resultName: '乡村建设规划许可证', resultNumber: '示规〔2026〕1 号' })
    await filing.act('TellApplicant')
    await filing.act('DeliverResult', { place: '9 号窗口' })
    await filing.signOnPad()
    await filing.isIn('delivered')
    await filing.drawer.getByText('签字板签字').waitFor()
  })

  test('what was drawn on the pad stands on both copies of the slip, which say that they are reprints', async () => {
    // What was printed once is never overwritten.
    const sheets = await sheetsOf(clerk.page, `${await filing.printAgain('handling-slip')}-2`)
    expect(sheets).toHaveLength(2)
    for (const { text, pictures } of sheets) {
      expect(text).toContain('补打（第 2 次）')
      expect(pictures).toEqual([{ width: 480, height: 160 }])
    }
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
