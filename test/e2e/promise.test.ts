import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoIds } from '../support/sample-hall.ts'
import { launchChromium } from './support/chromium.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { ClerkPage, ConsolePage, KioskPage } from './support/people.ts'
import { FirstResponder, type OpenedFiling, Supervisor } from './support/people-of-the-promise.ts'

/* One matter from the ticket to the signature, through the screens that people press. */

const errand = { category: '不动产与建房', item: '乡村建设规划许可证' }
const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组 8 号' }

let hub: HubAlone
let browser: Browser
let clerk: ClerkPage
let feng: FirstResponder
let zhu: Supervisor
let filing: OpenedFiling
let noticeNumber = ''
let filingNumber = ''
const faults: string[] = []

async function screen(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await watchFaults(page, faults)
  await page.goto(hub.origin + path)
  return page
}

beforeAll(async () => {
  hub = await startHubAlone()
  browser = await launchChromium()
  clerk = new ClerkPage(await screen('/clerk/'))
  await clerk.signIn('冯壬', 9)
  feng = new FirstResponder(clerk.page)
  const supervisor = new ConsolePage(await screen('/console/'))
  await supervisor.signIn('朱午')
  zhu = new Supervisor(supervisor.page)
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

describe('a matter from the ticket to the signature', () => {
  test('whoever is called first is recorded by the one who asks him, with F9', async () => {
    const kiosk = new KioskPage(await screen('/kiosk/'))
    const number = await kiosk.takeNumber(errand)
    expect(await clerk.callNext()).toBe(number)
    await clerk.start()
    expect(await feng.recordInquiry()).toMatch(/^SW-\d{4}-000001$/)
  })

  test('received with one material missing, it is told once what to bring', async () => {
    filing = await feng.receive(applicant, { 土地使用证明或用地批准文件: 'missing' })
    filingNumber = await filing.number()
    await filing.act('IssueOneTimeNotice', { remark: '补齐后直接到 9 号窗口' })
    noticeNumber = await filing.issued('one-time-notice')
    expect(noticeNumber).toMatch(/^GZ-\d{4}-000001$/)
    const paper = await (await filing.print('one-time-notice')).locator('body').innerText()
    for (const part of [noticeNumber, '存根联', '申请人联', '土地使用证明或用地批准文件', '补齐后直接到 9 号窗口']) {
      expect(paper).toContain(part)
    }
    expect(paper).not.toContain(applicant.idNumber)
    await filing.isIn('correcting')
  })

  test('nobody is told a second time, and the screen says why', async () => {
    const sentence = await filing.refusalOf('IssueOneTimeNotice')
    expect(sentence).toContain(`已经一次性告知（${noticeNumber}），不能再次告知`)
    expect(sentence).toContain('篇4.3')
    await feng.putAway()
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
    expect(await atConsole.issued('extension-notice')).toMatch(/^YGZ-\d{4}-000001$/)
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
    const paper = await filing.printAgain('handling-slip')
    expect(await paper.getByText('补打（第 2 次）').count()).toBe(2)
    const drawn = paper.locator('img')
    expect(await drawn.count()).toBe(2)
    expect(await drawn.first().evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(480)
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
