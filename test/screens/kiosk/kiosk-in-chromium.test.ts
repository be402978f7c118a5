import react from '@vitejs/plugin-react'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { kioskText } from '../../../renderer/common/text/kiosk.ts'
import type { Catalogue } from '../../../shared/contract/contract.ts'
import { launchChromium } from '../../e2e/support/chromium.ts'
import { beijing } from '../support/clerk-fixtures.ts'
import { catalogue, kioskView, registration, takenOutcome, waitingTicket } from '../support/kiosk-fixtures.ts'
import { wholeBoards } from '../support/sample-boards.ts'

/*
 * The built kiosk in a real browser, with paper in place of the hub: what only a browser can tell,
 * such as where a tap leads, what stays in memory and whether a key is on the glass.
 */

const idNumber = '999999199001010016'
const upright = { width: 1080, height: 1920 }
const lying = { width: 1920, height: 1080 }

/** Built pages and scripts by their address. */
const files = new Map<string, string | Uint8Array>()
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const built = await build({
    configFile: false,
    root: 'renderer',
    base: '/',
    logLevel: 'silent',
    plugins: [react()],
    build: { write: false, target: 'chrome109', rolldownOptions: { input: 'renderer/kiosk/index.html' } },
  })
  const bundle = [built].flat()[0]
  if (bundle === undefined || !('output' in bundle)) throw new Error('the kiosk was not built')
  for (const part of bundle.output) files.set(`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source)
  browser = await launchChromium()
})
afterEach(() => context.close())
afterAll(() => browser.close())

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }

const answers: Record<string, unknown> = {
  '/rpc/query/printerState': { isReady: true, advice: '' },
  '/rpc/query/findTicket': waitingTicket,
  '/rpc/door/printTicket': { isPrinted: true, advice: '' },
  '/rpc/command/TakeTicket': takenOutcome,
  '/rpc/command/ReprintTicket': { kind: 'done', seq: 10, made: { ticketId: 41, number: 'C017', printCount: 1 } },
  '/rpc/command/ReportTicketPrint': { kind: 'done', seq: 12, made: {} },
}

function answer(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (pathname in answers) return route.fulfill({ json: { json: answers[pathname], meta: [] } })
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  const body = files.get(path)
  if (body === undefined) return route.fulfill({ status: 404, body: '' })
  const headers = {
    'content-type': types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws:",
  }
  return route.fulfill({ body: typeof body === 'string' ? body : Buffer.from(body), headers })
}

/** Opens the kiosk as the next citizen finds it. `isTimed`: the test moves the page's time. `shown`: another hall. */
async function openKiosk(
  viewport: { width: number; height: number },
  { isTimed = false, shown = catalogue }: { isTimed?: boolean; shown?: Catalogue } = {},
): Promise<Page> {
  context = await browser.newContext({ viewport, hasTouch: true })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  if (isTimed) await page.clock.install()
  await page.route('http://hall.test/**', answer)
  await page.route('**/rpc/query/catalogue', (route) => route.fulfill({ json: { json: shown, meta: [] } }))
  await page.routeWebSocket('ws://hall.test/live', (socket) => {
    const frame = { kind: 'view', view: 'kiosk', seq: 1, at: beijing('09:40:00'), body: kioskView({ isDemo: true }) }
    socket.onMessage(() => socket.send(JSON.stringify(frame)))
  })
  await page.goto('http://hall.test/kiosk/')
  await page.getByRole('button', { name: /^户籍身份/ }).waitFor()
  return page
}

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().tap()

async function goToIdentity(page: Page): Promise<void> {
  for (const name of [/^户籍身份/, /^居民身份证/, '取号', /^本人办理/]) await tap(page, name)
}

/**
 * Lets time pass until the kiosk has gone back to its first page by itself, two minutes at most. Second by
 * second: a picture is there before the timer that takes it away, and a clock set far on would miss it.
 */
async function passUntilHome(page: Page): Promise<void> {
  const home = page.getByRole('button', { name: /^户籍身份/ })
  for (let seconds = 0; seconds < 120 && !(await home.isVisible()); seconds += 1) await page.clock.runFor(1_000)
  await home.waitFor()
}

describe('citizens at the glass', () => {
  test('neither taps, nor long presses, nor keys lead away from the kiosk', async () => {
    const page = await openKiosk(upright)
    const escapes: string[] = []
    page.on('dialog', (dialog) => {
      escapes.push(`dialog ${dialog.type()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (problem) => escapes.push(problem.message))
    page.on('framenavigated', (frame) => escapes.push(`to ${frame.url()}`))
    context.on('page', (other) => escapes.push(`opened ${other.url()}`))

    const random = seeded(20261124)
    const keys = [
      'F1',
      'F5',
      'F11',
      'F12',
      'Escape',
      'Enter',
      'Tab',
      'Backspace',
      'ContextMenu',
      'Control+p',
      'Control+s',
    ]
    keys.push(
      'Control+o',
      'Control+u',
      'Control+r',
      'Control+Shift+I',
      'Alt+ArrowLeft',
      'Control+a',
      '1',
      '9',
      'X',
      'C',
    )
    for (let turn = 0; turn < 400; turn += 1) {
      const kind = random()
      const [x, y] = [random() * upright.width, random() * upright.height]
      if (kind < 0.7) await page.touchscreen.tap(x, y)
      else if (kind < 0.8) await page.mouse.click(x, y, { button: 'right' })
      else await page.keyboard.press(keys[Math.floor(random() * keys.length)] ?? 'F1')
    }
    expect(escapes).toEqual([])
    expect(page.url()).toBe('http://hall.test/kiosk/')
    const left = await page.evaluate(() => ({ scale: visualViewport?.scale, selected: String(getSelection()) }))
    expect(left).toEqual({ scale: 1, selected: '' })
  })

  test('who walks away leaves no ID number behind, not even in memory', async () => {
    const page = await openKiosk(upright, { isTimed: true })
    await goToIdentity(page)
    await page.keyboard.type(idNumber)
    expect(await memoryOf(page)).toContain(idNumber)
    await passUntilHome(page)
    // React keeps the picture before the last one; the clock of the header draws two more.
    await page.clock.runFor(3_000)
    expect(await page.content()).not.toContain('0016')
    expect(await memoryOf(page)).not.toContain(idNumber)
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      (await indexedDB.databases()).length,
      document.cookie,
    ])
    expect(kept).toEqual([0, 0, 0, ''])
  })

  test('who takes a number leaves no ID number behind either', async () => {
    const page = await openKiosk(upright, { isTimed: true })
    await goToIdentity(page)
    await page.keyboard.type(idNumber)
    await page.keyboard.press('Enter')
    await tap(page, '确认取号')
    await page.getByText('C017').waitFor()
    await passUntilHome(page)
    await page.clock.runFor(3_000)
    expect(await memoryOf(page)).not.toContain(idNumber)
  })
})

describe('every key is on the glass', () => {
  const glasses = [
    ['upright', upright],
    ['lying', lying],
    ['of a small demo window', { width: 480, height: 800 }],
  ] as const
  for (const [glass, viewport] of glasses) {
    // English in large print has the longest words of all.
    for (const [size, language] of [['normal', 'zh'] as const, ['large', 'en'] as const]) {
      test(`${glass}, ${size} print, ${language}`, async () => {
        const page = await openKiosk(viewport)
        if (size === 'large') await tap(page, '大字版')
        if (language === 'en') await tap(page, 'English')
        const way = [/^户籍身份/, /^(居民身份证|Resident)/, /^(取号|Take a)/, /^(本人办理|For myself)/, /^(不填|Go on)/]
        for (const name of [...way, /^(确认取号|Take the)/]) {
          expect(await keysOffTheGlass(page)).toEqual([])
          await tap(page, name)
        }
        await page.getByText('C017').waitFor()
        expect(await keysOffTheGlass(page)).toEqual([])
        await tap(page, /^(首页|Home)/)
        await tap(page, /^(我的号|My number)/)
        expect(await keysOffTheGlass(page)).toEqual([])
        await tap(page, /^(首页|Home)/)
        await tap(page, /^(按拼音首字母|Find a service)/)
        for (const letter of [/^J$/, /^H$/]) await tap(page, letter)
        await page.getByRole('button', { name: /^(结婚登记|Marriage)/ }).waitFor()
        expect(await keysOffTheGlass(page)).toEqual([])
      })
    }
  }
})

describe('the home page of a hall with a dozen kinds of business', () => {
  const business = (at: number) => ({ ...registration, itemCode: `ID-1${at}`, category: `业务第 ${at + 1} 类` })
  const serviceItems = [...catalogue.serviceItems, ...Array.from({ length: 10 }, (_, at) => business(at))]
  const largeHall = { ...catalogue, serviceItems, boards: wholeBoards }

  test.each([
    [540, 960],
    [1080, 1920],
    [1280, 1024],
  ])('on %i × %i finding by letters and the boards are reached without scrolling', async (width, height) => {
    const page = await openKiosk({ width, height }, { shown: largeHall })
    for (const words of [kioskText.zh.search.start, kioskText.zh.boards.open]) {
      const key = page.getByRole('button', { name: words })
      expect(await key.evaluate(isInSight)).toBe(true)
    }
  })
})

/** Runs in the page: whether a key can be seen and pressed from its upper edge to its lower one. */
function isInSight(key: Element): boolean {
  const { top, left, bottom, width } = key.getBoundingClientRect()
  return [top + 2, bottom - 2].every((y) => key.contains(document.elementFromPoint(left + width / 2, y)))
}

/** Keys outside of a list that can be moved which are not wholly in sight, or whose words do not fit on them. */
function keysOffTheGlass(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((key) => key.closest('.scroll-list') === null)
      .filter((key) => {
        const { top, left, bottom, right, width, height } = key.getBoundingClientRect()
        const isInSight = top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1
        const isCovered = !key.contains(document.elementFromPoint(left + width / 2, top + height / 2))
        return (
          !isInSight || isCovered || key.scrollWidth > key.clientWidth + 1 || key.scrollHeight > key.clientHeight + 1
        )
      })
      .map((key) => key.textContent ?? ''),
  )
}

/** Everything that the page's engine still holds, as text. */
async function memoryOf(page: Page): Promise<string> {
  const session = await context.newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

/** The same numbers from 0 to 1 in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return state / 0x7fff_ffff
  }
}
