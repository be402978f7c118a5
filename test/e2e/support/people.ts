import type { Locator, Page } from 'playwright-core'
import { clerkText } from '../../../renderer/common/text/clerk.ts'
import { common } from '../../../renderer/common/text/common.ts'
import { consoleText } from '../../../renderer/common/text/console.ts'
import { display } from '../../../renderer/common/text/display.ts'
import { kioskText } from '../../../renderer/common/text/kiosk.ts'
import { pairingText } from '../../../renderer/common/text/pairing.ts'
import { signInText } from '../../../renderer/common/text/sign-in.ts'
import type { ScreenKind } from '../../../shared/vocabulary/staff.ts'
import type { ResultCode } from '../../../shared/vocabulary/ticket.ts'
import { resultCodeWords } from '../../../shared/vocabulary/words.ts'

/*
 * The screens as the people in front of them use them: by the words on the keys and by what can be
 * read. No test of a whole hall knows a class or an element of a page.
 */

const ticketNumber = /^[VY]?[A-HJ-NP-Z]\d{3,4}$/
const kioskWords = kioskText.zh

/** The number that is given after one, C007 → C008. */
export function following(number: string): string {
  const digits = /\d+$/.exec(number)![0]
  return number.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, '0')
}

/** Words that begin a key's name: most keys say more beneath. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\（）]/g, '\\$&')}`)
}

/** One that may be read or not, as it stands now; empty when not. */
async function wordsOf(shown: Locator): Promise<string> {
  return (await shown.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim()
}

/** What a citizen came for. */
export interface Errand {
  category: string
  item: string
  /** Typed on the glass, digit by digit; left out: not given. */
  idNumber?: string
}

/** 取号机 with a citizen in front of it. */
export class KioskPage {
  readonly page: Page
  /** What is open, or why no number is given, on the home page. */
  readonly banner: Locator
  /** Why the citizen was refused. */
  readonly refusal: Locator
  readonly number: Locator

  constructor(page: Page) {
    this.page = page
    const main = page.getByRole('main')
    this.banner = main.getByRole('status').first()
    this.refusal = main.getByRole('alert')
    this.number = main.getByRole('status').filter({ hasText: ticketNumber })
  }

  key(words: string): Locator {
    return this.page.getByRole('button', { name: beginning(words) })
  }

  async goHome(): Promise<void> {
    const home = this.key(kioskWords.start.myNumber)
    const back = this.page.getByRole('button', { name: kioskWords.home, exact: true })
    await home.or(back).first().waitFor()
    if (!(await home.isVisible())) await back.click()
    await home.waitFor()
  }

  async openCategory(category: string): Promise<void> {
    await this.goHome()
    await this.key(category).click()
  }

  /** From the home page to what an item needs. */
  async openItem({ category, item }: Errand): Promise<void> {
    await this.openCategory(category)
    await this.key(item).click()
  }

  /** From the home page to the number on the glass, once its slip is printed or there is no printer. */
  async takeNumber(errand: Errand): Promise<string> {
    await this.prepare(errand)
    return this.confirm()
  }

  /** From the home page to everything once more, before the press that counts. */
  async prepare({ category, item, idNumber }: Errand): Promise<void> {
    await this.openCategory(category)
    await this.prepareListed(item, idNumber)
  }

  /** The press that counts, and the number it gives. */
  async confirm(): Promise<string> {
    await this.pressConfirm()
    await this.number.waitFor()
    await this.page.getByText(kioskWords.ticket.paper.printing).waitFor({ state: 'hidden' })
    return this.number.innerText()
  }

  async pressConfirm(): Promise<void> {
    await this.key(kioskWords.confirm.take).click()
  }

  /** The number of the last workday is shown again today. */
  async takeCarriedNumber(carried: string, item: string): Promise<string> {
    await this.goHome()
    await this.key(kioskWords.start.carried).click()
    await this.type(carried)
    await this.key(kioskWords.carried.next).click()
    await this.prepareListed(item)
    return this.confirm()
  }

  private async prepareListed(item: string, idNumber?: string): Promise<void> {
    await this.key(item).click()
    await this.page.getByRole('button', { name: kioskWords.item.take, exact: true }).click()
    await this.answerQuestions(idNumber)
  }

  /** Who and with which ID number, as far as the item asks. */
  private async answerQuestions(idNumber: string | undefined): Promise<void> {
    const self = this.key(kioskWords.holder.self)
    const skip = this.key(kioskWords.identity.skip)
    const next = this.key(kioskWords.identity.next)
    const take = this.key(kioskWords.confirm.take)
    await self.or(next).or(take).first().waitFor()
    if (await self.isVisible()) await self.click()
    await next.or(take).first().waitFor()
    if (await next.isVisible()) {
      if (idNumber === undefined) await skip.click()
      else {
        await this.type(idNumber)
        await next.click()
      }
    }
    await take.waitFor()
  }

  private async type(characters: string): Promise<void> {
    for (const character of characters) {
      await this.page.getByRole('button', { name: character, exact: true }).click()
    }
  }
}

export type FunctionKey = 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8'

/** 窗口端 with a clerk before it. */
export class ClerkPage {
  readonly page: Page
  /** Who is at the window. */
  readonly current: Locator
  readonly dialog: Locator
  /** Numbers that wait for this window, in calling order. */
  readonly waiting: Locator

  constructor(page: Page) {
    this.page = page
    this.current = page.getByRole('region', { name: clerkText.current.title })
    this.dialog = page.getByRole('dialog')
    this.waiting = page.getByRole('region', { name: beginning(waitingWord) }).getByRole('cell', { name: ticketNumber })
  }

  /** Signs in as somebody of the demo and opens a window, or comes back to it. */
  async signIn(name: string, windowNumber: number): Promise<void> {
    await signInAs(this.page, name)
    const choice = this.page.getByRole('button', { name: beginning(common.windowName(windowNumber)) })
    const desk = this.page.getByRole('heading', { name: beginning(clerkText.top.window(windowNumber, '')) })
    await choice.or(desk).first().waitFor()
    if (await choice.isVisible()) await choice.click()
    await desk.waitFor()
  }

  key(functionKey: FunctionKey): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${functionKey} `) })
  }

  /**
   * Once no key says any more that something is being sent: what is pressed before that counts for
   * nothing, and the live view may show what a press did earlier than its answer comes.
   */
  async press(functionKey: FunctionKey): Promise<void> {
    await this.page.getByText(clerkText.keys.busy).first().waitFor({ state: 'hidden' })
    await this.page.keyboard.press(functionKey)
  }

  /** A key that is not grey, or will not be in a moment. */
  private async pressLit(functionKey: FunctionKey): Promise<void> {
    await this.key(functionKey)
      .and(this.page.getByRole('button', { disabled: false }))
      .waitFor()
    await this.press(functionKey)
  }

  /** F1, and the number that came. */
  async callNext(): Promise<string> {
    await this.pressLit('F1')
    return this.calledNumber()
  }

  /** The number in front of the clerk, once there is one. */
  async calledNumber(): Promise<string> {
    await this.current.getByText(common.ticketStatus.called).waitFor()
    return this.current.getByText(ticketNumber).innerText()
  }

  /** The number in front of the clerk now; empty when none. */
  currentNumber(): Promise<string> {
    return wordsOf(this.current.getByText(ticketNumber))
  }

  async start(): Promise<void> {
    await this.pressLit('F3')
    await this.current.getByText(common.ticketStatus.serving).waitFor()
  }

  /** F4 and a result; the window is empty after it. */
  async finish(result: ResultCode): Promise<void> {
    await this.pressLit('F4')
    await this.choose(result)
    await this.dialog.getByRole('button', { name: beginning(clerkText.finish.confirm) }).click()
    await this.current.getByText(ticketNumber).waitFor({ state: 'hidden' })
  }

  /** F6 or F8 and the first of the usual reasons. */
  async putAside(functionKey: 'F6' | 'F8'): Promise<void> {
    await this.pressLit(functionKey)
    await this.dialog.waitFor()
    await this.page.keyboard.press('1')
    await this.page.keyboard.press('Enter')
    await this.dialog.waitFor({ state: 'hidden' })
  }

  /** Chooses a result in the dialog that is open. */
  async choose(result: ResultCode): Promise<void> {
    await this.dialog.getByRole('radio', { name: resultCodeWords[result], exact: true }).check()
  }

  /** The sentence beside the keys. */
  answer(): Promise<string> {
    const line = this.page.getByRole('region', { name: clerkText.answers.title })
    return wordsOf(line.getByRole('status').or(line.getByRole('alert')))
  }
}

/** 等候, before the count. */
const waitingWord = clerkText.lists.waiting(0).replace(/ .*$/, '')

/** Points at a name in the demo's list of staff, which fills in number and password. */
async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: beginning(name) }).click()
  await page.getByRole('button', { name: signInText.signIn, exact: true }).click()
}

export interface BoardCall {
  number: string
  windowNumber: number
}

/** 大屏 on the wall. */
export class DisplayPage {
  readonly page: Page
  readonly latest: Locator

  private constructor(page: Page) {
    this.page = page
    this.latest = page.getByRole('region', { name: display.latest.title })
  }

  /** From here on somebody writes down what is announced, also after a reload. */
  static async listen(page: Page): Promise<DisplayPage> {
    await page.addInitScript(writeDownSubtitles)
    await page.evaluate(writeDownSubtitles)
    return new DisplayPage(page)
  }

  /** Calls on the board, newest first, each number once. */
  async calls(): Promise<BoardCall[]> {
    const rows = this.page.getByRole('region', { name: display.calls.title }).getByRole('row')
    const texts = [await wordsOf(this.latest), ...(await rows.allInnerTexts())]
    return texts.flatMap((text) => {
      const [, number, windowNumber] = /([VY]?[A-HJ-NP-Z]\d{3,4})\D+(\d+)\s*号窗口/.exec(text) ?? []
      return number === undefined ? [] : [{ number, windowNumber: Number(windowNumber) }]
    })
  }

  /** Every subtitle that was shown since the page was loaded, in order. */
  async spoken(): Promise<string[]> {
    const subtitles = await this.page.evaluate(() => window.writtenDown ?? [])
    return subtitles.map((subtitle) => subtitle.replace(display.speaking, '').trim())
  }

  /** Whether the loudspeaker can be heard: no key to unlock it, no complaint about the voice pack. */
  async isHeard(): Promise<boolean> {
    const silent = this.page.getByText(display.sound.unlock).or(this.page.getByText(display.sound.broken))
    return (await silent.count()) === 0
  }
}

declare global {
  interface Window {
    /** Subtitles of the display, for the test that watches it. */
    writtenDown?: string[]
  }
}

/** Runs in the page: the foot of the board says what is being spoken. */
function writeDownSubtitles(): void {
  const written: string[] = []
  window.writtenDown = written
  let shown = ''
  const look = () => {
    const subtitle = document.querySelector('footer [role="status"]')?.textContent ?? ''
    if (subtitle !== shown && subtitle !== '') written.push(subtitle)
    shown = subtitle
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
}

type ClockMove = keyof typeof consoleText.demo.move
type ConsolePageName = keyof typeof consoleText.page

/** 管理台. */
export class ConsolePage {
  readonly page: Page
  private readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog')
  }

  async signIn(name: string): Promise<void> {
    await signInAs(this.page, name)
    await this.page.getByRole('navigation', { name: consoleText.menuLabel }).waitFor()
  }

  async open(name: ConsolePageName): Promise<void> {
    await this.page.getByRole('menuitem', { name: beginning(consoleText.page[name]) }).click()
  }

  /**
   * Moves the demo's clock on; the clock that is shown follows. Overnight the sign-in has ended, and the
   * door may stand there before the clock does.
   */
  async moveClock(to: ClockMove, clock: string): Promise<void> {
    await this.page.getByRole('button', { name: consoleText.demo.move[to], exact: true }).click()
    const moved = this.page.getByText(new RegExp(`${consoleText.demo.clock('', '').trim()} [\\d-]+ ${clock}`))
    const door = this.page.getByRole('button', { name: signInText.signIn, exact: true })
    await moved.or(door).first().waitFor()
  }

  /** Compares and approves a code that a new machine shows. */
  async approvePairing(pairingCode: string): Promise<void> {
    await this.open('screens')
    const { approve } = consoleText.screens
    await this.page.getByRole('button', { name: `${approve} ${pairingCode}` }).click()
    await this.dialog.getByText(pairingCode).waitFor()
    await this.submit(approve)
  }

  async revokePairing(name: string, reason: string): Promise<void> {
    await this.open('screens')
    const { revoke } = consoleText.screens
    await this.page.getByRole('button', { name: `${revoke} ${name}` }).click()
    await this.dialog.getByLabel(consoleText.reason).fill(reason)
    await this.submit(revoke)
  }

  /** What the map of the hall says of a window. */
  windowCard(windowNumber: number): Locator {
    return this.page.getByRole('article', { name: common.windowName(windowNumber), exact: true })
  }

  /** A machine in the list of those that are let in. */
  enrolled(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name })
  }

  private async submit(words: string): Promise<void> {
    await this.dialog.getByRole('button', { name: words }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}

/** 设备配对: the page of a machine that nobody knows yet. */
export class PairingPage {
  readonly page: Page
  readonly title: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('heading', { name: pairingText.title })
  }

  /** Asks to become a screen; the answer is the code to compare at the console. */
  async request(kind: ScreenKind, name: string): Promise<string> {
    await this.page.getByRole('radio', { name: beginning(common.screenKind[kind]) }).check()
    await this.page.getByLabel(pairingText.name, { exact: true }).fill(name)
    await this.page.getByRole('button', { name: pairingText.request }).click()
    const code = this.page.getByText(/^\d{3} \d{3}$/)
    return (await code.innerText()).replace(' ', '')
  }
}
