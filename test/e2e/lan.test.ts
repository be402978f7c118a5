import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScreenKind } from '../../shared/vocabulary/staff.ts'
import { demoIds } from '../support/sample-hall.ts'
import { launchChromium } from './support/chromium.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { paperInDialog } from './support/paper.ts'
import { ClerkPage, ConsolePage, DisplayPage, following, KioskPage, PairingPage } from './support/people.ts'
import { FirstResponder } from './support/people-of-the-promise.ts'

/*
 * The hub alone and browsers on other machines: a name that the browser looks up stands for the
 * address that a machine in the hall would use, since the hub lets nobody in unasked but its own PC.
 */

const birth = { category: '户籍身份', item: '出生登记' }
const applicant = { name: '张小三', idNumber: demoIds.adult, phone: '0000-1234567', address: '青溪村一组 8 号' }
const names = { board: '等候区大屏', window: '三号窗口电脑' }

let hub: HubAlone
let browser: Browser
let lanOrigin: string
const faults: string[] = []

beforeAll(async () => {
  hub = await startHubAlone()
  browser = await launchChromium(['--host-resolver-rules=MAP hall.test 127.0.0.1'])
  lanOrigin = `http://hall.test:${hub.port}`
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

/** A browser that has never been here, on a machine of the LAN or on the hub's own PC. */
async function freshMachine(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await watchFaults(page, faults)
  return page
}

const pathOf = (page: Page) => new URL(page.url()).pathname
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 15_000, interval: 50 })

describe('a machine that nobody knows', () => {
  let stranger: Page
  beforeAll(async () => {
    stranger = await (await browser.newContext()).newPage()
  })
  afterAll(() => stranger.context().close())

  test.each(['/', '/kiosk/', '/clerk/', '/display/', '/console/', '/api/docs', '/voice/', '/no-such-page'])(
    'gets the pairing page at %s',
    async (path) => {
      await stranger.goto(lanOrigin + path)
      expect(pathOf(stranger)).toBe('/pairing/')
      await new PairingPage(stranger).title.waitFor()
    },
  )

  test('can command, read and sign in to nothing', async () => {
    const ask = (path: string, body?: object) =>
      stranger.evaluate(
        async ([address, sent]) => {
          const headers = { 'content-type': 'application/json' }
          const answer = await fetch(address, sent === undefined ? {} : { method: 'POST', headers, body: sent })
          return `${answer.status} ${await answer.text()}`
        },
        [path, body === undefined ? undefined : JSON.stringify(body)] as const,
      )
    const take = { itemCode: 'GA-05', holder: 'self', purpose: 'apply', priorityGround: 'none' }
    const answers = [
      await ask('/rpc/command/TakeTicket', { json: { commandId: 'stranger-takes-a-number', body: take } }),
      await ask('/api/commands/take-ticket', { commandId: 'stranger-takes-a-number', body: take }),
      await ask('/api/queries/catalogue'),
      await ask('/api/queries/find-ticket?number=C001'),
      await ask('/api/door/sign-in', { staffNumber: '9001', password: 'demo-2026' }),
      await ask('/api/door/demo/move-clock', { to: 'noon' }),
      await ask('/api/openapi.json'),
    ]
    for (const answer of answers)
      expect(answer).toMatch(/^403 |^200 (\{"json":)?\{"kind":"refused","code":"not-paired"/)
  })

  test('learns nothing of the staff from the welcome that the pairing page needs', async () => {
    const welcome = await stranger.evaluate(async () => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/door/welcome', { method: 'POST', headers, body: '{}' })).text()
    })
    expect(JSON.parse(welcome)).toMatchObject({ isPaired: false, demoStaff: [], demoPassword: '', session: null })
  })

  test('watches nothing live', async () => {
    const ending = await stranger.evaluate(
      () =>
        new Promise((ended) => {
          const socket = new WebSocket(`ws://${location.host}/live`)
          socket.onopen = () => socket.send('{"kind":"watch","view":"display"}')
          socket.onmessage = () => ended('a view')
          socket.onclose = ({ code }) => ended(code)
        }),
    )
    // 1006: refused before it was a socket.
    expect(ending).toBe(1006)
  })
})

describe('a hall with browsers', () => {
  let you: ConsolePage
  let kiosk: KioskPage
  let clerk: ClerkPage
  let boardPage: Page
  let board: DisplayPage

  beforeAll(async () => {
    you = new ConsolePage(await freshMachine())
    await you.page.goto(`${hub.origin}/console/`)
    await you.signIn('尤申')
    kiosk = new KioskPage(await freshMachine())
    await kiosk.page.goto(`${hub.origin}/kiosk/`)
  })

  /** From the pairing page to the screen of its kind. */
  async function pair(kind: ScreenKind, name: string): Promise<Page> {
    const page = await freshMachine()
    await page.goto(`${lanOrigin}/`)
    const code = await new PairingPage(page).request(kind, name)
    await you.approvePairing(code)
    await page.waitForURL(`${lanOrigin}/${kind}/`)
    return page
  }

  test('a machine whose code was approved becomes the screen it asked to be', async () => {
    boardPage = await pair('display', names.board)
    board = await DisplayPage.listen(boardPage)
    await board.latest.waitFor()
    clerk = new ClerkPage(await pair('clerk', names.window))
    await clerk.signIn('孙丙', 3)
    await you.enrolled(names.board).getByText('在线').waitFor()
  })

  test('a paired machine is its own screen and no other', async () => {
    for (const path of ['/', '/kiosk/', '/clerk/', '/console/', '/pairing/']) {
      const visit = await boardPage.context().newPage()
      await visit.goto(lanOrigin + path)
      expect([path, pathOf(visit)]).toEqual([path, path === '/pairing/' ? path : '/display/'])
      await visit.close()
    }
  })

  test('a number is taken, called and shown from one machine to the next', async () => {
    const number = await kiosk.takeNumber(birth)
    await clerk.waiting.filter({ hasText: number }).waitFor()
    expect(await clerk.callNext()).toBe(number)
    await soon(() => board.calls()).toEqual([{ number, windowNumber: 3 }])
    await clerk.start()
  })

  test('a paper goes to the browser’s own print dialog, where no shell prints', async () => {
    const sun = new FirstResponder(clerk.page)
    await sun.recordInquiry()
    const filing = await sun.receive(applicant, {})
    const paper = await paperInDialog(clerk.page, await filing.print('handling-slip'))
    for (const part of ['存根联', '申请人联', await filing.number(), applicant.name]) {
      expect(await paper.locator('body').innerText()).toContain(part)
    }
    await sun.putAway()
  })

  test('what was served is done at its window and answered there', async () => {
    const number = await clerk.currentNumber()
    await clerk.finish('accepted')
    await soon(() => clerk.answer()).toContain(number)
  })

  test('a machine that was let go is back at the pairing page', async () => {
    await you.revokePairing(names.board, '设备报废')
    await soon(() => pathOf(boardPage)).toBe('/pairing/')
    await new PairingPage(boardPage).title.waitFor()
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })

  test('a press whose answer is lost on the way is sent again and counts once', async () => {
    const before = await kiosk.takeNumber(birth)
    let lost = 0
    await kiosk.page.route('**/rpc/command/TakeTicket', async (route) => {
      await route.fetch()
      lost += 1
      await route.abort()
      if (lost === 2) await kiosk.page.unroute('**/rpc/command/TakeTicket')
    })
    const during = await kiosk.takeNumber(birth)
    expect([lost, during]).toEqual([2, following(before)])
    expect(await kiosk.takeNumber(birth)).toBe(following(during))
  })
})
