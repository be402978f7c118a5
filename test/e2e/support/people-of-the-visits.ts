import type { FrameLocator, Locator, Page } from 'playwright-core'
import { promiseText } from '../../../renderer/common/text/promise.ts'
import type { HomeVisitStatus } from '../../../shared/vocabulary/home-visit.ts'
import { choose, drawSignature } from './people-of-the-promise.ts'

const { homeVisit: words, inquiry, panel, party } = promiseText
type VisitAction = keyof typeof words.action

/** Somebody who cannot come, and what he wants. */
export interface AtHome {
  name: string
  phone: string
  address: string
  group: keyof typeof promiseText.group
  item: string
  matter: string
}

/** 上门服务 on whichever screen the side book stands open: the book, and the line that is opened from it. */
export class VisitBook {
  readonly page: Page
  /** The visit of the opened line. */
  readonly visit: Locator

  constructor(page: Page) {
    this.page = page
    this.visit = page.getByRole('region', { name: words.title })
  }

  /** The book among a clerk's own matters. */
  async openAtWindow(): Promise<void> {
    await this.page.keyboard.press('F10')
    await this.page.getByRole('tab', { name: panel.tabs.visits }).click()
  }

  /** Records who phones; the number of the visit. */
  async record(who: AtHome): Promise<string> {
    await this.page.getByRole('button', { name: words.record, exact: true }).click()
    const form = this.page.getByRole('dialog', { name: words.record })
    await form.getByLabel(inquiry.matter).fill(who.matter)
    await find(form.getByLabel(inquiry.item, { exact: true }), who.item)
    await choose(form.getByLabel(inquiry.group, { exact: true }), promiseText.group[who.group])
    for (const field of ['name', 'phone', 'address'] as const) {
      await form.getByLabel(party[field], { exact: true }).fill(who[field])
    }
    await form.getByRole('button', { name: inquiry.record, exact: true }).click()
    return this.visit.getByText(/^SM-\d{4}-\d{6}$/).innerText()
  }

  async open(number: string): Promise<void> {
    await this.page.getByRole('button', { name: `${promiseText.open} ${number}` }).click()
    await this.visit.waitFor()
  }

  async dispatch(visitor: string, day: string, time: string): Promise<void> {
    const dialog = await this.begin('DispatchHomeVisit')
    await find(dialog.getByLabel(words.visitor, { exact: true }), visitor)
    await dialog.getByLabel(words.appointmentDay, { exact: true }).fill(day)
    await dialog.getByLabel(words.appointmentTime, { exact: true }).fill(time)
    await this.finish('DispatchHomeVisit', dialog)
  }

  async reschedule(day: string, time: string, reason: string): Promise<void> {
    const dialog = await this.begin('RescheduleHomeVisit')
    await dialog.getByLabel(words.appointmentDay, { exact: true }).fill(day)
    await dialog.getByLabel(words.appointmentTime, { exact: true }).fill(time)
    await dialog.getByLabel(promiseText.field.reason, { exact: true }).fill(reason)
    await this.finish('RescheduleHomeVisit', dialog)
  }

  async report(note: string): Promise<void> {
    const dialog = await this.begin('ReportHomeVisit')
    await dialog.getByLabel(words.note).fill(note)
    await this.finish('ReportHomeVisit', dialog)
  }

  async confirmOnPad(): Promise<void> {
    const dialog = await this.begin('ConfirmHomeVisit')
    await drawSignature(dialog.getByRole('img', { name: promiseText.field.signature }))
    await this.finish('ConfirmHomeVisit', dialog)
  }

  /** 上门服务单, as it went to the browser's print dialog. */
  async print(number: string): Promise<FrameLocator> {
    await this.visit.getByRole('button', { name: words.print }).click()
    await this.page.getByText(promiseText.documents.printed(number)).waitFor()
    return this.page.frameLocator('iframe')
  }

  async isIn(status: HomeVisitStatus): Promise<void> {
    await this.visit.getByText(words.status[status], { exact: true }).waitFor()
  }

  private async begin(action: VisitAction): Promise<Locator> {
    await this.visit.getByRole('button', { name: words.action[action], exact: true, disabled: false }).click()
    const dialog = this.page.getByRole('dialog', { name: words.action[action], exact: true })
    await dialog.waitFor()
    return dialog
  }

  private async finish(action: VisitAction, dialog: Locator): Promise<void> {
    await dialog.getByRole('button', { name: words.action[action], exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** One of many in a long list, by typing. */
async function find(list: Locator, typed: string): Promise<void> {
  await list.fill(typed)
  await list.press('Enter')
}
