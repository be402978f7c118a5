import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import { promiseText } from '../text/promise.ts'

const words = promiseText.documents

/** What became of a print: one sentence to show. */
export interface Printed {
  ok: boolean
  sentence: string
  /** SHA-256 of the PDF; null when it went to a printer. */
  fileHash: string | null
}

/**
 * Puts a page on paper: through the shell where there is one, in a plain browser through its own
 * print dialog. The demo hall and a PC without a printer get a PDF instead. Nothing that lacks a
 * field is printed.
 */
export async function printPage(page: PagePrint): Promise<Printed> {
  if (page.lacking.length > 0) return notPrinted(words.lacking(page.lacking.join('、')))
  const shell = window.hallShell
  const name = page.number === '' ? page.title : page.number
  if (shell === undefined) {
    printInBrowser(page.html)
    return { ok: true, sentence: words.printed(name), fileHash: null }
  }
  const { html, widthMm, heightMm, fileName, numbersPages = false } = page
  const hasPrinter = !page.toPdf && (await shell.printers()).length > 0
  const printer = hasPrinter ? ({ kind: 'system' } as const) : ({ kind: 'pdf' } as const)
  const outcome = await shell.printHtml({ html, widthMm, heightMm, numbersPages, fileName, printer })
  if (!outcome.ok) return notPrinted(words.notPrinted(outcome.reason))
  const { path, fileHash = null } = outcome
  return { ok: true, sentence: path === undefined ? words.printed(name) : words.savedAs(path), fileHash }
}

function notPrinted(sentence: string): Printed {
  return { ok: false, sentence, fileHash: null }
}

/** A frame that is never seen; it goes when the next one comes, because a browser prints in its own time. */
function printInBrowser(html: string): void {
  document.querySelector('iframe.print-frame')?.remove()
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.srcdoc = html
  frame.onload = () => frame.contentWindow?.print()
  document.body.append(frame)
}
