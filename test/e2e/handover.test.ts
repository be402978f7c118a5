import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handoverText as words } from '../../renderer/common/text/handover.ts'
import { signInText } from '../../renderer/common/text/sign-in.ts'
import { demoPassword } from '../../shared/vocabulary/profile.ts'
import { launchChromium } from './support/chromium.ts'
import { type HubClient, signedIn } from './support/contract.ts'
import { watchFaults } from './support/faults.ts'
import { type HubAlone, startHubAlone } from './support/hub.ts'
import { ClerkPage, ConsolePage } from './support/people.ts'

/*
 * 17:00 in the demo hall: two windows hand over, one to a colleague who signs in at the window, one
 * to the liaison with his phone, which is no machine of the hall; the next morning it comes back.
 */

let hub: HubAlone
let browser: Browser
let clerk: ClerkPage
let supervisor: ConsolePage
const faults: string[] = []

beforeAll(async () => {
  hub = await startHubAlone({ onLan: true })
  browser = await launchChromium(['--host-resolver-rules=MAP hall.test 127.0.0.1'])
  await filingOf(await signedIn(hub.origin, '1003'), 3)
  await filingOf(await signedIn(hub.origin, '1004'), 4)
  clerk = new ClerkPage(await open(`${hub.origin}/clerk/`, { width: 1366, height: 768 }))
  await clerk.signIn('孙丙', 3)
  supervisor = new ConsolePage(await open(`${hub.origin}/console/`, { width: 1600, height: 900 }))
  await supervisor.signIn('朱午')
})
afterAll(async () => {
  await browser?.close()
  await hub?.close()
})

async function open(address: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await watchFaults(page, faults)
  await page.goto(address)
  return page
}

const freshId = () => `walk-${crypto.randomUUID()}`

/** Somebody's own window, with a residence permit that was accepted there. */
async function filingOf(client: HubClient, windowNumber: number): Promise<void> {
  const must = async (asked: Promise<{ kind: string; made?: unknown }>) => {
    const outcome = await asked
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.made as Record<string, number>
  }
  const { command } = client
  await must(command.OpenServiceWindow({ commandId: freshId(), body: { windowNumber } }))
  const { inquiryId } = await must(
    command.RecordFirstInquiry({
      commandId: freshId(),
      body: { channel: 'window', itemCode: 'GA-03', matter: '办居住证' },
    }),
  )
  const party = { name: '张小三', idKind: 'none' as const }
  const checks = ['M01', 'M02', 'M03', 'M04'].map((materialCode) => ({ materialCode, state: 'in-hand' as const }))
  const body = { inquiryId: inquiryId!, itemCode: 'GA-03', party, checks }
  const { filingId } = await must(command.ReceiveFiling({ commandId: freshId(), body }))
  await must(command.AcceptFiling({ commandId: freshId(), body: { filingId: filingId! } }))
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('17:00', () => {
  test('the sheet comes up at the desk by itself', async () => {
    const client = await signedIn(hub.origin, '3002')
    await client.demo.moveClock({ to: 'split' })
    await clerk.page.getByText(words.toGive(1)).waitFor()
  })

  test('the clerk says what goes along and gives it', async () => {
    const { page } = clerk
    await press(page, words.give)
    const original = page.getByLabel(new RegExp(`^${words.columns.originals}`))
    await original.fill('居民身份证')
    await original.press('Enter')
    await page.getByLabel(new RegExp(`^${words.columns.action}`)).fill('现场核查')
    await press(page, words.giveNow)
    await page.getByRole('region', { name: words.takeTitle }).waitFor()
    // The address has the number of the sheet in it and nothing else.
    const address = await page.locator('.handover-code code').textContent()
    expect(new URL(address!).pathname).toMatch(/^\/handover\/\d+$/)
    expect(new URL(address!).search).toBe('')
  })

  test('a wrong password takes nothing; a colleague’s own takes it, and the clerk stays signed in', async () => {
    const { page } = clerk
    await page.getByLabel(words.staffNumber).fill('1011')
    await page.getByLabel(words.password).fill('not-his-password')
    await press(page, words.takeHere)
    await page.getByText('工号或口令不正确。').waitFor()
    await page.getByLabel(words.password).fill(demoPassword)
    await press(page, words.takeHere)
    await page.getByText(/褚子（窗口第二次登录）/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText(words.toGive(1)).waitFor({ state: 'hidden' })
    expect(await page.getByText('孙丙').count()).toBeGreaterThan(0)
  })

  test('the liaison takes another one with his phone', async () => {
    const giver = await signedIn(hub.origin, '1004')
    const [sheet] = (await giver.query.myHandovers({})).toGive
    const given = await giver.command.GiveHandover({ commandId: freshId(), body: { handoverId: sheet!.handoverId } })
    expect(given.kind).toBe('done')
    const phone = await open(`http://hall.test:${hub.port}/handover/${sheet!.handoverId}`, { width: 360, height: 740 })
    await phone.getByLabel(signInText.staffNumber).fill('4001')
    await phone.getByLabel(signInText.password).fill(demoPassword)
    await press(phone, signInText.signIn)
    await phone.getByText('李丁').waitFor()
    const overhang = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overhang).toBeLessThanOrEqual(0)
    await press(phone, words.own.confirm)
    await phone.getByText(words.status.taken, { exact: true }).waitFor()
    // Nothing else of the hall is open to it.
    await phone.goto(`http://hall.test:${hub.port}/console/`)
    expect(new URL(phone.url()).pathname).toBe('/pairing/')
  })

  test('the supervisor sees the day', async () => {
    await supervisor.open('handovers')
    const { page } = supervisor
    await page.getByRole('cell', { name: /褚子（窗口第二次登录）/ }).waitFor()
    await page.getByRole('cell', { name: /许酉（本人登录）/ }).waitFor()
  })

  test('no page complained', () => {
    expect(faults).toEqual([])
  })
})

test('the next morning what went along is said to be back', async () => {
  const client = await signedIn(hub.origin, '3002')
  await client.demo.moveClock({ to: 'next-day' })
  const { page } = clerk
  await clerk.page.reload()
  await clerk.signIn('孙丙', 3).catch(() => {})
  await press(page, words.return)
  await press(page, words.returnNow)
  await page.getByText(words.returned).waitFor()
})
