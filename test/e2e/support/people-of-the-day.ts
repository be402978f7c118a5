import type { Locator, Page } from 'playwright-core'
import { attendanceText } from '../../../renderer/common/text/attendance.ts'
import { clerkDay } from '../../../renderer/common/text/clerk-day.ts'
import { consoleText } from '../../../renderer/common/text/console.ts'
import { consoleDiscipline } from '../../../renderer/common/text/console-discipline.ts'
import { violationText } from '../../../renderer/common/text/violation.ts'
import type { ViolationAction } from '../../../shared/contract/day-view.ts'
import { leaveStatusWords } from '../../../shared/vocabulary/words.ts'
import { beginning } from './people.ts'

const { patrol, violations, attendance, logs, verify } = consoleDiscipline

/** A file as somebody chooses it, or as the camera takes it. */
export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** 巡查人 with a tablet. */
export class Patroller {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openPatrol(): Promise<void> {
    await this.page.getByRole('menuitem', { name: consoleText.page.patrol, exact: true }).click()
  }

  async startRound(): Promise<void> {
    await this.page.getByRole('button', { name: patrol.start }).click()
    await this.card.waitFor()
  }

  /** The window whose turn it is; its number. */
  async windowNow(): Promise<number> {
    const title = await this.card.getByRole('heading').innerText()
    return Number(/^\d+/.exec(title)![0])
  }

  /** 正常, one tap; the next window comes up. */
  async passAllRight(): Promise<void> {
    const before = await this.windowNow()
    await this.card.getByRole('button', { name: patrol.allRight }).click()
    await this.page.getByRole('article', { name: violationText.windowName(before) }).waitFor({ state: 'detached' })
  }

  /** Ticks a prohibition and notes what was seen; the drawer of the proposal. */
  async find(prohibition: keyof typeof violationText.prohibition, facts: string): Promise<Locator> {
    await this.card.getByRole('button', { name: violationText.prohibition[prohibition] }).click()
    await this.card.getByLabel(patrol.factsNote).fill(facts)
    await this.card.getByRole('button', { name: patrol.noteDown }).click()
    const drawer = this.page.getByRole('dialog')
    await drawer.waitFor()
    return drawer
  }

  /** 提请记录, the photo, and the refusal to sign before a witness. */
  async propose(drawer: Locator, photo: ChosenFile, witness: string): Promise<void> {
    await drawer.getByRole('button', { name: violations.propose }).click()
    await drawer.getByText(violations.proposed).waitFor()
    await drawer.getByLabel(violationText.evidence.take, { exact: true }).first().setInputFiles(photo)
    await drawer.getByRole('img', { name: violationText.evidence.photo(1) }).waitFor()
    await drawer.getByRole('radio', { name: violationText.signature.refused }).check()
    await drawer.getByLabel(violationText.field.witness).fill(witness)
    await drawer.getByRole('button', { name: violationText.action.SignViolation }).click()
    await drawer.getByText(violationText.signature.refused).last().waitFor()
    await drawer.getByRole('button', { name: violations.goOn }).click()
    await drawer.waitFor({ state: 'hidden' })
  }

  async finishRound(): Promise<void> {
    await this.page.getByText(patrol.allChecked).waitFor()
    await this.page.getByRole('button', { name: patrol.finish, exact: true }).click()
    await this.page.getByRole('button', { name: patrol.start }).waitFor()
  }

  private get card(): Locator {
    return this.page.getByRole('article', { name: /^\d+ 号窗口$/ })
  }
}

/** A violation that stands open, before a clerk or a supervisor. */
export class OpenedViolation {
  readonly page: Page
  readonly drawer: Locator

  constructor(page: Page) {
    this.page = page
    this.drawer = page.getByRole('dialog', { name: violationText.title, exact: true })
  }

  async act(action: Exclude<ViolationAction, 'AttachEvidence'>, fields: Record<string, string> = {}): Promise<void> {
    const name = violationText.action[action]
    await this.drawer.getByRole('button', { name, exact: true, disabled: false }).click()
    const dialog = this.page.getByRole('dialog', { name, exact: true })
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value)
    if (action === 'DecideAppeal') await dialog.getByRole('radio', { name: violationText.field.revoke }).check()
    await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** Presses what is grey; the sentence that says why. */
  async refusalOf(action: Exclude<ViolationAction, 'AttachEvidence'>): Promise<string> {
    await this.drawer.getByRole('button', { name: violationText.action[action], exact: true }).press('Enter')
    const alert = this.drawer.getByRole('alert').first()
    await alert.waitFor()
    return alert.innerText()
  }

  async says(text: string): Promise<void> {
    await this.drawer.getByText(text).first().waitFor()
  }
}

/** 违纪 on the console. */
export async function openAtConsole(page: Page, code: keyof typeof violationText.code): Promise<OpenedViolation> {
  await page.getByRole('menuitem', { name: consoleText.page.violations }).click()
  await page.getByRole('button', { name: violationText.code[code] }).click()
  const opened = new OpenedViolation(page)
  await opened.drawer.waitFor()
  return opened
}

/** 我的违纪与申诉 on the clerk's own screen. */
export async function openAsClerk(page: Page, code: keyof typeof violationText.code): Promise<OpenedViolation> {
  await page.getByRole('button', { name: clerkDay.violations.title }).click()
  await page.getByRole('button', { name: violationText.code[code] }).click()
  const opened = new OpenedViolation(page)
  await opened.drawer.waitFor()
  return opened
}

/** 值班主任 over the day's attendance. */
export class AttendanceKeeper {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openAttendance(): Promise<void> {
    await this.page.getByRole('menuitem', { name: consoleText.page.attendance, exact: true }).click()
  }

  /** Takes back the one approved leave; who had it. */
  async cancelLeave(reason: string): Promise<string> {
    await this.page.getByRole('tab', { name: beginning(attendance.leave) }).click()
    const row = this.page.getByRole('row').filter({ hasText: leaveStatusWords.approved })
    const name = await row.getByRole('cell').first().innerText()
    await row.getByRole('button', { name: attendanceText.leave.cancel, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: attendanceText.leave.cancelTitle })
    await dialog.getByLabel(attendanceText.leave.reason).fill(reason)
    await dialog.getByRole('button', { name: attendanceText.leave.cancel, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await this.page.getByRole('tab', { name: attendance.dayTab }).click()
    return name
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('cell', { name, exact: true }) })
  }

  /** 提请记录 of the one finding of a person. */
  async propose(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name: attendance.propose }).click()
    const drawer = this.page.getByRole('dialog', { name: beginning(attendance.propose) })
    await drawer.getByRole('button', { name: violations.propose, exact: true }).click()
    await drawer.getByText(violations.proposed).waitFor()
    await drawer.getByRole('button', { name: violations.goOn }).click()
    await drawer.waitFor({ state: 'hidden' })
  }
}

/** What a supervisor writes into the log by hand. */
export type WrittenWords = Partial<Record<Exclude<keyof typeof logs.word, 'leaderId'>, string>>

/** 值班主任 over the daily log. */
export class LogKeeper {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openLogs(): Promise<void> {
    await this.page.getByRole('menuitem', { name: consoleText.page.logs, exact: true }).click()
    await this.page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
  }

  async write(leader: string, words: WrittenWords): Promise<void> {
    await this.page.getByRole('button', { name: logs.write, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: logs.write, exact: true })
    for (const [word, text] of Object.entries(words)) {
      await dialog.getByLabel(logs.word[word as keyof WrittenWords], { exact: true }).fill(text)
    }
    const field = dialog.getByLabel(logs.word.leaderId, { exact: true })
    await field.fill(leader)
    await field.press('Enter')
    await dialog.getByRole('button', { name: consoleText.save, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** 结账; the number of the log. */
  async close(): Promise<string> {
    await this.page.getByRole('button', { name: logs.close, exact: true, disabled: false }).click()
    const dialog = this.page.getByRole('dialog', { name: logs.close, exact: true })
    await dialog.getByRole('button', { name: logs.close, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    return this.page
      .getByText(/^RZ-\d{4}-\d{6}$/)
      .first()
      .innerText()
  }

  /** 日志核验 of a file; what it says of it. */
  async verify(path: string): Promise<string> {
    await this.page.getByRole('tab', { name: logs.verifyTab }).click()
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: verify.chooseFile }).click()
    await (await chooser).setFiles(path)
    const verdict = this.page.getByRole('tabpanel', { name: logs.verifyTab }).getByRole('alert')
    await verdict.waitFor()
    return (await verdict.innerText()).replace(/\s+/g, ' ')
  }
}
