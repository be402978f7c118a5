import type { FrameLocator, Page } from 'playwright-core'
import { promiseText } from '../../../renderer/common/text/promise.ts'

const { documents } = promiseText

/** Where the shell put a paper, as the screen says it once it is there. `fileName` without its ending. */
export async function savedPaper(page: Page, fileName: string): Promise<string> {
  const ending = `${fileName}.pdf`
  const said = page.getByText(documents.savedAs('')).filter({ hasText: ending })
  return (await said.innerText()).replace(documents.savedAs(''), '')
}

/** A paper as a plain browser got it for its own print dialog. */
export async function paperInDialog(page: Page, number: string): Promise<FrameLocator> {
  await page.getByText(documents.printed(number)).waitFor()
  return page.frameLocator('iframe')
}
