/* npm run screenshots: the screens of a demo hall at work, for the README, into docs/screens/. */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { root } from '../../scripts/lib/place.mjs'
import { type ScreenKind, screenPath } from '../../shared/vocabulary/staff.ts'
import { launchChromium } from './support/chromium.ts'
import { type HubClient, signedIn } from './support/contract.ts'
import { startHubAlone } from './support/hub.ts'
import { ClerkPage, ConsolePage, DisplayPage } from './support/people.ts'

const folder = join(root, 'docs/screens')
/** A kiosk stands upright; the others hang or stand as most screens do. */
const upright = { width: 1080, height: 1920, scale: 0.5 }
const broad = { width: 1366, height: 768, scale: 1 }
const onTheCounter = { width: 1280, height: 800, scale: 1 }
/** The whole map of ten windows. */
const broader = { width: 1600, height: 900, scale: 1 }

/** Who works where; the first is seen in the picture of the clerk's screen. */
const clerks: [name: string, windowNumber: number][] = [
  ['孙丙', 3],
  ['赵甲', 1],
  ['李丁', 4],
  ['周戊', 5],
  ['郑庚', 7],
  ['冯壬', 9],
  ['吴己', 6],
  ['王辛', 8],
]

async function takeScreenshots(): Promise<void> {
  const hub = await startHubAlone()
  const browser = await launchChromium(['--autoplay-policy=no-user-gesture-required'])
  try {
    const open = (kind: ScreenKind, size = broad, windowNumber?: number) =>
      openScreen(browser, hub.origin + screenPath(kind, windowNumber), size)
    // Their clerks sign in at windows of their own below; the guide lets people in.
    const guide = await signedIn(hub.origin, '2001')
    const kiosk = await open('kiosk', upright)
    const display = await open('display')
    const countertop = await open('countertop', onTheCounter, clerks[0]![1])
    const supervisor = new ConsolePage(await open('console', broader))
    await supervisor.signIn('朱午')
    const desks: ClerkPage[] = []
    for (const [name, windowNumber] of clerks) {
      const desk = new ClerkPage(await open('clerk'))
      await desk.signIn(name, windowNumber)
      desks.push(desk)
    }
    await work(guide, desks)
    // What was called before is not announced again: the last call is the one that is heard.
    await display.reload()
    const board = await DisplayPage.listen(display)
    await board.latest.waitFor()
    await desks.at(-1)!.callNext()
    while ((await board.spoken()).length === 0) await display.waitForTimeout(50)

    await mkdir(folder, { recursive: true })
    const photograph = (page: Page, kind: ScreenKind) => page.screenshot({ path: join(folder, `${kind}.png`) })
    await photograph(display, 'display')
    await photograph(desks[0]!.page, 'clerk')
    await photograph(supervisor.page, 'console')
    await photograph(kiosk, 'kiosk')
    await photograph(countertop, 'countertop')
  } finally {
    await browser.close()
    await hub.close()
  }
}

async function openScreen(browser: Browser, address: string, size: typeof broad): Promise<Page> {
  const { width, height, scale } = size
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

/** Forty minutes of a morning: people come, some are served, one is put on hold, a window rests. */
async function work(guide: HubClient, desks: ClerkPage[]): Promise<void> {
  const [sun, ...others] = desks
  const pass = () => guide.demo.moveClock({ to: 'plus-10-minutes' })
  await arrive(guide, 2)
  await pass()
  for (const desk of desks) await desk.callNext()
  for (const desk of desks) await desk.start()
  await pass()
  for (const desk of desks) await desk.finish('completed')
  await arrive(guide, 2)
  await arrive(guide, 7, ['C'])
  await pass()

  await sun!.callNext()
  await sun!.putAside('F6')
  for (const desk of [sun!, ...others.slice(0, -2)]) await desk.callNext()
  for (const desk of [sun!, ...others.slice(0, -2)]) await desk.start()
  await others.at(-2)!.putAside('F8')
  await pass()
  await arrive(guide, 1)
}

/** So many people for each of some queues; now and then an elderly one. */
async function arrive(guide: HubClient, perQueue: number, letters = [...'ABCDEFG']): Promise<void> {
  const { serviceItems } = await guide.query.catalogue({})
  for (const [place, letter] of letters.entries()) {
    const items = serviceItems.filter(({ queue }) => queue === letter)
    for (let person = 0; person < perQueue; person++) {
      const { itemCode } = items[person % items.length]!
      const priorityGround = (place + person) % 6 === 5 ? 'elderly' : 'none'
      const body = { itemCode, holder: 'self', purpose: 'apply', priorityGround } as const
      await guide.command.TakeTicket({ commandId: randomUUID(), body })
    }
  }
}

await takeScreenshots()
