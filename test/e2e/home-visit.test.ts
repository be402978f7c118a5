import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { ClerkPage, ConsolePage } from './support/people.ts'
import { VisitBook } from './support/people-of-the-visits.ts'

/* A home visit from the phone call to the signature, through the screens that people press. */

const atHome = {
  name: '孔令仪',
  phone: '0000-1234567',
  address: '青溪村七组 3 号',
  group: 'elderly',
  item: '乡村建设规划许可证',
  matter: '行动不便，想在家签字领证',
} as const

let hub: HubAlone
let browser: Browser
let guide: VisitBook
let clerk: VisitBook
let number = ''
const faults: string[] = []

async function screen(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await watchFaults(page, faults)
  await page.goto(hub.origin + path)
  return page
}

/** The hall's own day. */
async function today(): Promise<string> {
  const [, day = ''] = /(\d{4}-\d\d-\d\d)/.exec(await guide.page.locator('body').innerText()) ?? []
  return day
}

beforeAll(async () => {
  hub = await startHubAlone()
  browser = await launchChromium()
  const console = new ConsolePage(await screen('/console/'))
  await console.signIn('韩辰')
  await console.open('home-visits')
  guide = new VisitBook(console.page)
  const desk = new ClerkPage(await screen('/clerk/'))
  await desk.signIn('冯壬', 9)
  clerk = new VisitBook(desk.page)
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

describe('a home visit from the phone call to the signature', () => {
  test('the guide who is phoned records a line of the register and a visit', async () => {
    number = await guide.record(atHome)
    expect(number).toMatch(/^SM-\d{4}-000001$/)
    await guide.isIn('asked')
  })

  test('he sends a clerk, who finds it among his matters and moves it', async () => {
    await guide.dispatch('冯壬', await today(), '10:30')
    await guide.isIn('dispatched')
    await clerk.openAtWindow()
    await clerk.open(number)
    await clerk.reschedule(await today(), '14:30', '老人去县城看病')
    await guide.visit.getByText('老人去县城看病').waitFor()
  })

  test('the slip that he takes along says where to and when, with room for what is to be written', async () => {
    const paper = await (await clerk.print(number)).locator('body').innerText()
    for (const part of [
      number,
      '上门服务单',
      atHome.name,
      atHome.address,
      '老年人',
      '14:30',
      '老人去县城看病',
      '冯壬',
    ]) {
      expect(paper).toContain(part)
    }
  })

  test('the result answers the line, and the signature on the pad ends the visit', async () => {
    await clerk.report('已在家签字，证件交本人')
    await clerk.isIn('visited')
    await clerk.confirmOnPad()
    await clerk.isIn('ended')
    await clerk.page.getByText('已答复').first().waitFor()
    const drawn = (await clerk.print(number)).locator('img')
    expect(await drawn.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(480)
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})
