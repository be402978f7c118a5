import type { Locator, Page } from 'playwright-core'
import type { FilingAction } from '../../../renderer/common/promise/action-form.tsx'
import { consoleText } from '../../../renderer/common/text/console.ts'
import { countertopText } from '../../../renderer/common/text/countertop.ts'
import { promiseText } from '../../../renderer/common/text/promise.ts'
import type { FilingStatus, MaterialState } from '../../../shared/vocabulary/filing.ts'
import { beginning } from './people.ts'

const { inquiry, panel, party, receive, filing, documents, columns } = promiseText

/** Somebody who wants something and says who he is. */
export interface Applicant {
  name: string
  idNumber: string
  phone: string
  address: string
}

type TextFields = Partial<Record<keyof typeof promiseText.field, string>>

/** 办件 that stands open before a clerk or a supervisor: what it says, and what can be done. */
export class OpenedFiling {
  readonly page: Page
  readonly drawer: Locator

  constructor(page: Page) {
    this.page = page
    this.drawer = page.getByRole('dialog', { name: beginning(filing.title('')) })
  }

  /** `BJ-2026-000001` */
  async number(): Promise<string> {
    const title = this.drawer.getByText(/^办件 BJ-\d{4}-\d{6}$/)
    return (await title.innerText()).replace(filing.title(''), '')
  }

  /** Presses what can be done now; the fields are filled by their labels. */
  async act(action: FilingAction, fields: TextFields = {}): Promise<void> {
    const dialog = await this.begin(action)
    for (const [field, value] of Object.entries(fields)) {
      await dialog.getByLabel(promiseText.field[field as keyof TextFields], { exact: true }).fill(value)
    }
    await this.finish(action, dialog)
  }

  /** 核对材料 of what was brought: everything is there. */
  async actWithAllInHand(action: 'ReceiveCorrection' | 'CheckMaterials'): Promise<void> {
    const dialog = await this.begin(action)
    await dialog.getByRole('button', { name: receive.allInHand }).click()
    await this.finish(action, dialog)
  }

  /** 特别程序, chosen from the law's own list. */
  async suspend(procedure: keyof typeof promiseText.procedure, basis: string): Promise<void> {
    const dialog = await this.begin('SuspendFiling')
    await choose(dialog.getByLabel(promiseText.field.procedure, { exact: true }), promiseText.procedure[procedure])
    await dialog.getByLabel(promiseText.field.basis, { exact: true }).fill(basis)
    await this.finish('SuspendFiling', dialog)
  }

  /** The applicant signs on the pad, a line down and up again. */
  async signOnPad(): Promise<void> {
    const dialog = await this.begin('SignHandlingSlip')
    await drawSignature(dialog.getByRole('img', { name: promiseText.field.signature }))
    await this.finish('SignHandlingSlip', dialog)
  }

  /** 请申请人在前置屏签字; `sign` is what happens on the countertop meanwhile. */
  async signAtCountertop(sign: () => Promise<void>): Promise<void> {
    const dialog = await this.begin('SignHandlingSlip')
    await dialog.getByRole('button', { name: promiseText.countertop.ask }).click()
    await dialog.getByText(promiseText.countertop.waiting).waitFor()
    await sign()
    await dialog.getByRole('img', { name: promiseText.countertop.drawn }).waitFor()
    await this.finish('SignHandlingSlip', dialog)
  }

  /** 签收 of a paper on the countertop. */
  async signForAtCountertop(kind: 'one-time-notice' | 'delivery-receipt', sign: () => Promise<void>): Promise<void> {
    await this.drawer.getByRole('tab', { name: filing.parts.documents, exact: true }).click()
    const row = this.drawer.getByRole('row').filter({ hasText: promiseText.documentKind[kind] })
    await row.getByRole('button', { name: documents.sign, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: `${documents.sign} ${promiseText.documentKind[kind]}` })
    await dialog.getByRole('button', { name: promiseText.countertop.ask }).click()
    await sign()
    await dialog.getByRole('img', { name: promiseText.countertop.drawn }).waitFor()
    await dialog.getByRole('button', { name: documents.sign, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await row.getByText(documents.signedAt('').trim()).waitFor()
  }

  /** Presses what is grey, with the keyboard; the sentence that says why. */
  async refusalOf(action: FilingAction): Promise<string> {
    await this.drawer.getByRole('button', { name: promiseText.action[action], exact: true }).press('Enter')
    const alert = this.drawer.getByRole('alert').first()
    await alert.waitFor()
    return (await alert.innerText()).replace(/\s+/g, ' ')
  }

  /** The numbers of what the last action put out, which is offered to be printed. */
  async issued(kind: keyof typeof promiseText.documentKind): Promise<string> {
    const offered = this.drawer.getByRole('button', {
      name: beginning(`${documents.print} ${promiseText.documentKind[kind]}`),
    })
    return (await offered.innerText()).split(' ').at(-1)!
  }

  /** Presses to print what the last action put out; its number. */
  async print(kind: keyof typeof promiseText.documentKind): Promise<string> {
    const number = await this.issued(kind)
    await this.drawer
      .getByRole('button', { name: `${documents.print} ${promiseText.documentKind[kind]} ${number}` })
      .click()
    return number
  }

  /** The same from the list of all documents, as a reprint. */
  async printAgain(kind: keyof typeof promiseText.documentKind): Promise<string> {
    await this.drawer.getByRole('tab', { name: filing.parts.documents, exact: true }).click()
    const row = this.drawer.getByRole('row').filter({ hasText: promiseText.documentKind[kind] })
    const number = await row.getByRole('cell', { name: /^[A-Z]+-\d{4}-\d{6}$/ }).innerText()
    await row.getByRole('button', { name: documents.reprint, exact: true }).click()
    return number
  }

  async isIn(status: FilingStatus): Promise<void> {
    await this.drawer.getByRole('tab', { name: filing.parts.what, exact: true }).click()
    const row = this.drawer.getByRole('row').filter({ hasText: columns.status })
    await row.getByText(promiseText.filingStatus[status]).waitFor()
  }

  /** 期限怎么算, as it can be read. */
  async dueExplained(): Promise<string> {
    await this.drawer.getByRole('tab', { name: filing.parts.due }).click()
    const shown = this.drawer.getByRole('tabpanel', { name: filing.parts.due })
    await shown.getByRole('heading').first().waitFor()
    return (await shown.innerText()).replace(/\s+/g, ' ')
  }

  /** The day by which it was promised. */
  async dueDay(): Promise<string> {
    const [, day = ''] = /承诺期限：([\d-]+)/.exec(await this.dueExplained()) ?? []
    return day
  }

  private async begin(action: FilingAction): Promise<Locator> {
    await this.drawer.getByRole('button', { name: promiseText.action[action], exact: true, disabled: false }).click()
    const dialog = this.page.getByRole('dialog', { name: promiseText.action[action], exact: true })
    await dialog.waitFor()
    return dialog
  }

  private async finish(action: FilingAction, dialog: Locator): Promise<void> {
    await dialog.getByRole('button', { name: promiseText.action[action], exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

/** A line down and up again. */
export async function drawSignature(pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  const { mouse } = pad.page()
  const at = (across: number, down: number) => [box.x + box.width * across, box.y + box.height * down] as const
  await mouse.move(...at(0.2, 0.3))
  await mouse.down()
  await mouse.move(...at(0.5, 0.8), { steps: 4 })
  await mouse.move(...at(0.8, 0.2), { steps: 4 })
  await mouse.up()
}

/** 前置屏, in the hands of the visitor. */
export class CountertopPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  says(words: string | RegExp): Promise<void> {
    return this.page.getByText(words).first().waitFor()
  }

  /** Everything that can be read on it. */
  text(): Promise<string> {
    return this.page.locator('body').innerText()
  }

  draw(): Promise<void> {
    return drawSignature(this.page.getByRole('img', { name: promiseText.field.signature }))
  }

  /** Also while the key is grey: visitors do. */
  press(key: 'anew' | 'confirm'): Promise<void> {
    return this.page.getByRole('button', { name: countertopText[key], exact: true }).click({ force: true })
  }
}

/** 首问责任人 at the window: F9 and F10. */
export class FirstResponder {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** F9: the number at the window becomes a line of the register; its number. */
  async recordInquiry(): Promise<string> {
    await this.page.keyboard.press('F9')
    const form = this.page.getByRole('dialog', { name: inquiry.newTitle })
    await form.getByRole('button', { name: inquiry.record, exact: true }).click()
    const title = this.page.getByText(/^首问 SW-\d{4}-\d{6}$/)
    return (await title.innerText()).replace(inquiry.title(''), '')
  }

  /** 收件: who applies, and everything in hand but what is named. */
  async receive(who: Applicant, states: Record<string, MaterialState>): Promise<OpenedFiling> {
    await this.page.getByRole('button', { name: inquiry.next.file }).click()
    const form = this.page.getByRole('dialog', { name: inquiry.next.file, exact: true })
    for (const field of ['name', 'idNumber', 'phone', 'address'] as const) {
      await form.getByLabel(party[field], { exact: true }).fill(who[field])
    }
    await form.getByRole('button', { name: receive.allInHand }).click()
    for (const [material, state] of Object.entries(states)) {
      await choose(form.getByLabel(material, { exact: true }), promiseText.materialState[state])
    }
    await form.getByRole('button', { name: receive.submit, exact: true }).click()
    return this.opened()
  }

  /** F10, and what is found by a number on paper. */
  async find(number: string): Promise<OpenedFiling> {
    await this.page.keyboard.press('F10')
    const search = this.page.getByLabel(panel.find, { exact: true }).first()
    await search.fill(number)
    await search.press('Enter')
    await this.page
      .getByRole('button', { name: beginning(`${promiseText.open} `) })
      .first()
      .click()
    return this.opened()
  }

  /** What F10 says of it before anybody presses it. */
  waiting(): Promise<string> {
    return this.page.getByRole('button', { name: beginning(`F10 ${panel.matters}`) }).innerText()
  }

  /** Back to the desk. */
  async putAway(): Promise<void> {
    const open = this.page.getByRole('dialog')
    while ((await open.count()) > 0) {
      await this.page.keyboard.press('Escape')
      await this.page.waitForTimeout(50)
    }
  }

  private async opened(): Promise<OpenedFiling> {
    const opened = new OpenedFiling(this.page)
    await opened.drawer.waitFor()
    return opened
  }
}

/** 值班主任 at the console, among the hall's filings. */
export class Supervisor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openFiling(number: string): Promise<OpenedFiling> {
    await this.page.getByRole('menuitem', { name: beginning(consoleText.page.filings) }).click()
    await this.page.getByRole('button', { name: `${promiseText.open} ${number}` }).click()
    const opened = new OpenedFiling(this.page)
    await opened.drawer.waitFor()
    return opened
  }
}

/** One of many, in a list that drops down. */
export async function choose(list: Locator, words: string): Promise<void> {
  await list.click()
  await list.page().getByTitle(words, { exact: true }).filter({ visible: true }).last().click()
}
