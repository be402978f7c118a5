import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerkText } from '../../renderer/common/text/clerk.ts'
import { common } from '../../renderer/common/text/common.ts'
import { display as boardText } from '../../renderer/common/text/display.ts'
import { kioskText } from '../../renderer/common/text/kiosk.ts'
import { type RefusalCode, refusalClause, refusals } from '../../shared/vocabulary/refusal.ts'
import { signedIn } from './support/contract.ts'
import { startDisplay, type TestDisplay } from './support/display.ts'
import { hubProcessId, type OpenHall, openHall } from './support/electron.ts'
import { watchFaults } from './support/faults.ts'
import { readPdf } from './support/pdf-text.ts'
import {
  type BoardCall,
  ClerkPage,
  ConsolePage,
  DisplayPage,
  type Errand,
  following,
  KioskPage,
} from './support/people.ts'

/*
 * One day of the demo hall in its real windows, from nine in the morning to the next day: each test
 * begins where the one before it ended, with nobody at windows 3 and 4 and nobody waiting.
 */

const kioskWords = kioskText.zh
const birth: Errand = { category: '户籍身份', item: '出生登记' }
const demoIdNumber = '999999199001010016'
/** The hall promises two seconds on a machine of its own; this one may be busy. */
const recoveryMsMax = 4_000
/** Chime, sentence and the breath after it. */
const announcementMsMax = 10_000

let xServer: TestDisplay
let hall: OpenHall
let kiosk: KioskPage
/** Clerk at window 3. */
let sun: ClerkPage
/** Clerk at window 4. */
let li: ClerkPage
let board: DisplayPage
/** Supervisor. */
let zhu: ConsolePage
const faults: string[] = []

beforeAll(async () => {
  xServer = await startDisplay()
  hall = await openHall(xServer.name)
  const { screens, app } = hall
  kiosk = new KioskPage(screens.kiosk)
  sun = new ClerkPage(screens.clerk)
  const opened = app.waitForEvent('window')
  await screens.clerk.evaluate(() => window.hallShell?.openScreen('clerk'))
  li = new ClerkPage(await opened)
  board = await DisplayPage.listen(screens.display)
  zhu = new ConsolePage(screens.console)
  for (const { page } of [kiosk, sun, li, board, zhu]) await watchFaults(page, faults)

  // Saying each call once halves the time of this test; that a call is said twice the announcer's own test states.
  const administrator = await signedIn(hall.origin, '9001')
  const settings = { source: 'clips', repeat: 1, volume: 1 } as const
  const published = await administrator.command.PublishVoiceSettings({ commandId: randomUUID(), body: { settings } })
  expect(published).toMatchObject({ kind: 'done' })

  await zhu.signIn('朱午')
  await sun.signIn('孙丙', 3)
  await li.signIn('李丁', 4)
})
afterAll(async () => {
  await hall?.close()
  await xServer?.stop()
})

/** A refusal's sentence, whatever stands in its blanks. */
function sentenceOf(code: RefusalCode): RegExp {
  return new RegExp(refusals[code].zh.replace(/\{\w+\}/g, '.+'))
}

/** As long as a person would look at a screen before saying that nothing happens. */
const soon = <T>(look: () => T | Promise<T>, timeout = 10_000) => expect.poll(look, { timeout, interval: 50 })

const announced = ({ number, windowNumber }: BoardCall) => boardText.subtitleCall(number, windowNumber)

describe('in the morning', () => {
  test('the kiosk gives numbers without a gap, each on a slip of its own', async () => {
    const numbers = [await kiosk.takeNumber(birth), await kiosk.takeNumber(birth)]
    expect(numbers).toEqual(['C001', 'C002'])

    const printed = await readdir(join(hall.data, 'prints'))
    expect(printed.map((name) => name.split('-')[0]).sort()).toEqual(numbers)
    for (const [at, name] of printed.sort().entries()) {
      const pages = await readPdf(join(hall.data, 'prints', name))
      expect(pages).toMatchObject([{ widthMm: 80, text: expect.stringContaining(birth.item) }])
      expect(pages[0]?.text).toMatch(new RegExp(`${numbers[at]}$`))
    }
  })

  test('two clerks who press F1 at the same moment call two people', async () => {
    await Promise.all([sun.press('F1'), li.press('F1')])
    const called = [await sun.calledNumber(), await li.calledNumber()]
    expect(called.toSorted()).toEqual(['C001', 'C002'])
    const calls = [
      { number: called[0], windowNumber: 3 },
      { number: called[1], windowNumber: 4 },
    ]
    await soon(() => board.calls()).toEqual(expect.arrayContaining(calls))
    expect(await board.calls()).toHaveLength(2)
  })

  test('the board announces each call once, in their order, and none again after a reload', async () => {
    const inOrder = (await board.calls()).toReversed()
    await soon(() => board.spoken(), 2 * announcementMsMax).toEqual(inOrder.map(announced))
    expect(await board.isHeard()).toBe(true)

    await board.page.reload()
    await soon(() => board.calls()).toEqual(inOrder.toReversed())
    await sun.start()
    await sun.finish('completed')
    const third = await kiosk.takeNumber(birth)
    await sun.callNext()
    // Calls are announced in their order: an old one would have come before the new one.
    const call = announced({ number: third, windowNumber: 3 })
    await soon(() => board.spoken(), announcementMsMax).toEqual([call])
  })

  test('a service begins, ends with a result and counts on the hall map', async () => {
    const number = await li.currentNumber()
    await li.start()
    const card = zhu.windowCard(4)
    await card.getByText(common.ticketStatus.serving).waitFor()
    expect(await card.innerText()).toContain(number)
    await li.finish('one-time-notice')
    await soon(() => li.answer()).toContain(clerkText.answers.done(clerkText.actions.finish, number))
    await card.getByText('今日办结 1').waitFor()
  })

  test('a press that cannot be is answered with the sentence why', async () => {
    await sun.press('F4')
    await soon(() => sun.answer()).toMatch(sentenceOf('service-not-started'))
    await li.press('F1')
    await soon(() => li.answer()).toMatch(sentenceOf('nobody-waiting'))
  })

  test('a call pressed during a service asks first, and finishes nothing by itself', async () => {
    const [serving, next] = [await sun.currentNumber(), await kiosk.takeNumber(birth)]
    await sun.start()
    await sun.press('F1')
    await sun.dialog.getByText(clerkText.guard.title(serving), { exact: true }).waitFor()
    await sun.page.keyboard.press('Enter')
    await sun.dialog.getByText(clerkText.finish.resultNeeded).waitFor()
    await sun.page.keyboard.press('Escape')
    await sun.dialog.waitFor({ state: 'hidden' })
    expect(await sun.currentNumber()).toBe(serving)
    await sun.current.getByText(common.ticketStatus.serving).waitFor()

    await sun.press('F1')
    await sun.choose('accepted')
    await sun.dialog.getByRole('button', { name: clerkText.guard.finishAndCallNext }).click()
    expect(await sun.calledNumber()).toBe(next)
    await sun.start()
    await sun.finish('completed')
  })

  test('a second number for the same person and business is refused with the number there is', async () => {
    const number = await kiosk.takeNumber({ ...birth, idNumber: demoIdNumber })
    await kiosk.prepare({ ...birth, idNumber: demoIdNumber })
    await kiosk.pressConfirm()
    await soon(() => kiosk.refusal.innerText()).toMatch(sentenceOf('already-waiting'))
    expect(await kiosk.refusal.innerText()).toContain(number)
    await kiosk.key(kioskWords.refused.reprint).waitFor()
    expect(await li.callNext()).toBe(number)
    await li.start()
    await li.finish('completed')
  })

  test('no screen complains to its console or breaks its content policy', () => {
    expect(faults).toEqual([])
  })
})

test('a hub killed under the hands of clerk and citizen is back on every screen, and each press counts once', async () => {
  const [first, second] = [await kiosk.takeNumber(birth), await kiosk.takeNumber(birth)]
  const third = following(second)
  await kiosk.prepare(birth)
  await li.waiting.filter({ hasText: second }).waitFor()
  const hub = await hubProcessId(hall.app)

  const killedAt = performance.now()
  process.kill(hub, 'SIGKILL')
  await expect(fetch(`${hall.origin}/kiosk/`)).rejects.toThrow()
  await Promise.all([sun.press('F1'), kiosk.pressConfirm()])
  const shown: Record<string, Locator> = {
    'window 3, which pressed': sun.current.getByText(first),
    'window 4': li.waiting.filter({ hasText: third }),
    'kiosk, which pressed': kiosk.number.filter({ hasText: third }),
    board: board.latest.filter({ hasText: first }),
    console: zhu.windowCard(3).filter({ hasText: first }),
  }
  const recovered = Object.entries(shown).map(async ([screen, change]): Promise<[string, number]> => {
    await change.waitFor({ timeout: 20_000 })
    return [screen, Math.round(performance.now() - killedAt)]
  })
  const recoveredMs = Object.fromEntries(await Promise.all(recovered))
  console.log('from the kill of the hub to what was pressed meanwhile, in ms:', recoveredMs)
  expect(Math.max(...Object.values(recoveredMs))).toBeLessThanOrEqual(recoveryMsMax)

  expect(await hubProcessId(hall.app)).not.toBe(hub)
  await soon(() => li.waiting.allInnerTexts()).toEqual([second, third])
  expect(await kiosk.takeNumber(birth)).toBe(following(third))
  expect((await board.calls()).filter(({ number }) => number === first)).toHaveLength(1)
  await sun.start()
  await sun.finish('completed')
})

describe('by the timetable', () => {
  test('at noon the kiosk says why it gives no number, with the clause', async () => {
    await zhu.moveClock('noon', '12:00')
    await kiosk.goHome()
    await soon(() => kiosk.banner.innerText()).toMatch(sentenceOf('hall-on-lunch-break'))
    expect(await kiosk.banner.innerText()).toContain(refusalClause('hall-on-lunch-break'))
    await kiosk.openItem(birth)
    await kiosk.page.getByText(kioskWords.item.unavailable).waitFor()
    await soon(() => kiosk.key(kioskWords.item.take).count()).toBe(0)
  })

  test('at noon F1 is grey, says why with the clause, and calls nobody who waits', async () => {
    await expectNoCalls(sun, 'hall-on-lunch-break')
    expect(await sun.waiting.count()).toBeGreaterThan(0)
  })

  test('at 17:00 what is under way is finished, and no number is given or called any more', async () => {
    await zhu.moveClock('afternoon', '1[45]:00')
    const number = await sun.callNext()
    await sun.start()
    await zhu.moveClock('split', '17:00')

    await kiosk.goHome()
    await soon(() => kiosk.banner.innerText()).toMatch(sentenceOf('hall-linkup'))
    expect(await kiosk.banner.innerText()).toContain(refusalClause('hall-linkup'))
    await expectNoCalls(li, 'hall-linkup')
    await sun.page.getByText(clerkText.phase.finishUnderWay).waitFor()
    expect(await sun.currentNumber()).toBe(number)
    await sun.finish('completed')
    await expectNoCalls(sun, 'hall-linkup')
  })

  test('every call since the board was loaded is announced once, the one around the kill too', async () => {
    const calls = (await board.calls()).toReversed().slice(2)
    await soon(() => board.spoken(), calls.length * announcementMsMax).toEqual(calls.map(announced))
  })

  test('who was not served comes first on the next workday, by the number of the day before', async () => {
    const [unserved] = await sun.waiting.allInnerTexts()
    await zhu.moveClock('next-day', '09:00')
    const ordinary = await kiosk.takeNumber(birth)
    expect(ordinary).toBe('C001')
    const carried = await kiosk.takeCarriedNumber(unserved!, birth.item)

    // Yesterday's sign-in has ended with yesterday.
    await sun.press('F8')
    await sun.page.getByText(clerkText.session.ended).waitFor()
    await sun.signIn('孙丙', 3)
    expect(await sun.callNext()).toBe(carried)
    await sun.current.getByText(common.priorityGround['carried-over']).waitFor()
    await soon(() => sun.waiting.allInnerTexts()).toEqual([ordinary])
  })
})

async function expectNoCalls(clerk: ClerkPage, code: RefusalCode): Promise<void> {
  const sentence = new RegExp(`${sentenceOf(code).source}.*${refusalClause(code)}`)
  await soon(() => clerk.key('F1').getAttribute('aria-disabled')).toBe('true')
  await soon(() => clerk.key('F1').getAttribute('title')).toMatch(sentence)
  await clerk.press('F1')
  await soon(() => clerk.answer()).toMatch(sentence)
}
