import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countertopText } from '../../renderer/common/text/countertop.ts'
import { promiseText } from '../../renderer/common/text/promise.ts'
import { demoIds } from '../support/sample-hall.ts'
import { launchChromium } from './support/chromium.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { paperInDialog } from './support/paper.ts'
import { ClerkPage, KioskPage } from './support/people.ts'
import { CountertopPage, FirstResponder, type OpenedFiling } from './support/people-of-the-promise.ts'

/* Both sides of the counter: the clerk asks, the visitor reads and signs on his own screen. */

const errand = { category: '不动产与建房', item: '乡村建设规划许可证' }
const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组 8 号' }
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 600 },
]

let hub: HubAlone
let browser: Browser
let countertop: CountertopPage
let clerk: ClerkPage
let filing: OpenedFiling
let number = ''
const faults: string[] = []

async function screen(path: string, viewport = sizes[0]!): Promise<Page> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  await watchFaults(page, faults)
  await page.goto(hub.origin + path)
  return page
}

/** Nothing stands outside of the screen, and no key is smaller than a finger. */
async function expectInSight(name: string): Promise<void> {
  const { page } = countertop
  for (const size of sizes) {
    await page.setViewportSize(size)
    const { hidden, small } = await page.evaluate(() => {
      const { innerWidth, innerHeight } = window
      const parts = [
        ...document.querySelectorAll<HTMLElement>('main, button, canvas, h1, .served-number, .pad-sentence'),
      ]
      const isOut = (box: DOMRect) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.top < 0
      return {
        hidden: parts.filter((one) => isOut(one.getBoundingClientRect())).map((one) => one.className || one.tagName),
        small: [...document.querySelectorAll('button')].filter((one) => one.getBoundingClientRect().height < 60).length,
      }
    })
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png` })
    expect({ size, hidden, small }).toEqual({ size, hidden: [], small: 0 })
  }
  await page.setViewportSize(sizes[0]!)
}

beforeAll(async () => {
  hub = await startHubAlone()
  browser = await launchChromium()
  clerk = new ClerkPage(await screen('/clerk/'))
  await clerk.signIn('冯壬', 9)
  countertop = new CountertopPage(await screen('/countertop/?window=9'))
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

describe('the countertop of window 9', () => {
  test('tells whoever comes what the hall promises', async () => {
    await countertop.says(countertopText.welcome)
    expect(await countertop.text()).toContain('缺的材料一次告知，给书面单子')
    await expectInSight('idle')
  })

  test('shows who is called and served by number, and what was promised', async () => {
    number = await new KioskPage(await screen('/kiosk/')).takeNumber(errand)
    expect(await clerk.callNext()).toBe(number)
    await countertop.says(countertopText.called)
    await clerk.start()
    await countertop.says(countertopText.serving)
    const text = await countertop.text()
    expect(text).toContain(number)
    expect(text).toContain(countertopText.limit(15, '个工作日'))
    await expectInSight('served')
  })

  test('follows the filing in plain words, and never says a name', async () => {
    const feng = new FirstResponder(clerk.page)
    await feng.recordInquiry()
    filing = await feng.receive(applicant, { 土地使用证明或用地批准文件: 'missing' })
    await countertop.says(/前告知是否受理$/)
    await filing.act('IssueOneTimeNotice')
    await countertop.says(/^请在 \d{4}-\d\d-\d\d 前补齐材料$/)
    await filing.signForAtCountertop('one-time-notice', async () => {
      await countertop.says(countertopText.declares['one-time-notice'])
      await countertop.says(promiseText.materialState.missing)
      await expectInSight('notice')
      await countertop.draw()
      await countertop.press('confirm')
    })
    await filing.actWithAllInHand('ReceiveCorrection')
    await filing.act('AcceptFiling')
    await countertop.says(/^承诺 \d{4}-\d\d-\d\d 前办结$/)
    await countertop.says(countertopText.light.green)
    for (const secret of [applicant.name, applicant.idNumber, applicant.phone, applicant.address]) {
      expect(await countertop.text()).not.toContain(secret)
    }
    await expectInSight('filing')
  })

  test('the clerk asks, the visitor signs, and the slip is signed', async () => {
    await filing.act('DecideFiling')
    await filing.signAtCountertop(async () => {
      await countertop.says(countertopText.declares['handling-slip'])
      await countertop.press('confirm')
      await countertop.says(countertopText.emptyPad)
      expect(await countertop.text()).not.toContain(applicant.name)
      await expectInSight('signing')
      await countertop.draw()
      await countertop.press('anew')
      await countertop.draw()
      await countertop.press('confirm')
      await countertop.says(countertopText.signed)
    })
    await filing.isIn('decided')
    await filing.drawer.getByText(promiseText.signature.pad).waitFor()
    await countertop.says(countertopText.serving)
  })

  test('what was drawn over there stands on both copies of the slip', async () => {
    const number = await filing.printAgain('handling-slip')
    const drawn = (await paperInDialog(clerk.page, number)).locator('img')
    expect(await drawn.count()).toBe(2)
    expect(await drawn.first().evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(480)
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
