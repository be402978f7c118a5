import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerkDay } from '../../renderer/common/text/clerk-day.ts'
import { consoleText } from '../../renderer/common/text/console.ts'
import { violationText } from '../../renderer/common/text/violation.ts'
import { launchChromium } from './support/chromium.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { ClerkPage, ConsolePage } from './support/people.ts'
import { OpenedViolation, openAsClerk, openAtConsole, Patroller } from './support/people-of-the-day.ts'

/*
 * A round with a tablet, from the first window to the correction: what was found, heard, decided and
 * taken back, as the three people see it who are in it.
 */

const tablet = { viewport: { width: 800, height: 1280 }, hasTouch: true }
const desk = { viewport: { width: 1366, height: 768 } }
const facts = '电脑上开着纸牌，窗口前有人等'

let hub: HubAlone
let browser: Browser
let zhu: Patroller
let zhao: ClerkPage
let qin: Page
const faults: string[] = []

async function open(kind: 'clerk' | 'console', size: typeof desk): Promise<Page> {
  const page = await (await browser.newContext(size)).newPage()
  await watchFaults(page, faults)
  await page.goto(`${hub.origin}/${kind}/`)
  return page
}

/** Of what people saw, for who wants to look: in the folder that SHOUWEN_PICTURES names. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOUWEN_PICTURES
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

beforeAll(async () => {
  hub = await startHubAlone()
  browser = await launchChromium()
  zhao = new ClerkPage(await open('clerk', desk))
  await zhao.signIn('赵甲', 1)
  const console_ = await open('console', tablet)
  await new ConsolePage(console_).signIn('朱午')
  zhu = new Patroller(console_)
  qin = await open('console', desk)
  await new ConsolePage(qin).signIn('秦未')
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

describe('a round and what came of it', () => {
  test('the demo’s morning has a round already, with one reminder', async () => {
    await zhu.openPatrol()
    await zhu.page.getByRole('heading', { name: '上午第 1 轮' }).waitFor()
    await picture(zhu.page, '1-patrol')
  })

  test('on the tablet one window shows somebody at a game; the photo and the refusal to sign belong to it', async () => {
    await zhu.startRound()
    expect(await zhu.windowNow()).toBe(1)
    await picture(zhu.page, '2-window')
    const drawer = await zhu.find('screen-leisure', facts)
    await picture(zhu.page, '3-propose')
    const photo = await zhu.page.screenshot({ type: 'jpeg' })
    await zhu.propose(drawer, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }, '不承认，保安老陈在场')
    expect(await zhu.windowNow()).toBe(2)
    for (let left = 9; left > 0; left--) await zhu.passAllRight()
    await picture(zhu.page, '4-finish')
    await zhu.finishRound()
    await zhu.page.getByRole('heading', { name: '上午第 2 轮' }).waitFor()
    await picture(zhu.page, '5-rounds')
  })

  test('nothing is confirmed before the clerk was heard', async () => {
    const opened = await openAtConsole(zhu.page, 'computer-game')
    expect(await opened.refusalOf('ConfirmViolation')).toContain('本人还没有陈述')
    await picture(zhu.page, '6-not-heard')
    await zhu.page.keyboard.press('Escape')
  })

  test('the clerk is told at his desk, and says what he has to say', async () => {
    await zhao.page.getByText(clerkDay.violations.toState(1)).waitFor()
    await picture(zhao.page, '7-desk')
    const opened = await openAsClerk(zhao.page, 'computer-game')
    await opened.drawer.getByRole('img', { name: violationText.evidence.photo(1) }).waitFor()
    await opened.act('StateOnViolation', { [violationText.field.text]: '是系统自带程序弹出来的，当时正要关' })
    await opened.says('是系统自带程序弹出来的，当时正要关')
    await picture(zhao.page, '8-statement')
  })

  test('the supervisor confirms it with the points of the table', async () => {
    const opened = await openAtConsole(zhu.page, 'computer-game')
    await opened.says('是系统自带程序弹出来的')
    await opened.act('ConfirmViolation')
    await opened.says(violationText.points(1))
    await picture(zhu.page, '9-confirmed')
    expect(await opened.refusalOf('DecideAppeal')).toContain('不能复核')
  })

  test('the clerk appeals, and another supervisor takes it back: everything stays, the correction beside it', async () => {
    const own = new OpenedViolation(zhao.page)
    await own.act('AppealViolation', { [violationText.field.text]: '请看电脑的弹窗记录' })
    await own.says('请看电脑的弹窗记录')
    const opened = await openAtConsole(qin, 'computer-game')
    await opened.says('请看电脑的弹窗记录')
    await opened.act('DecideAppeal', { [violationText.field.reason]: '查看记录，确为弹窗' })
    await opened.says(violationText.history.revoked)
    for (const said of [facts, '是系统自带程序弹出来的', '请看电脑的弹窗记录', '查看记录，确为弹窗'])
      await opened.says(said)
    await picture(qin, '10-revoked')
    await own.says(violationText.history.revoked)
    await picture(zhao.page, '11-clerk-revoked')
  })

  test('the list says so too, without points', async () => {
    await qin.keyboard.press('Escape')
    const row = qin.getByRole('row').filter({ hasText: violationText.code['computer-game'] })
    await row.getByText(violationText.status.revoked).waitFor()
    await picture(qin, '12-list')
    await qin.getByRole('menuitem', { name: consoleText.page.journal, exact: true }).click()
    await picture(qin, '13-journal')
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
