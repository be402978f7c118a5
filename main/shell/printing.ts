import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BrowserWindow, type PrinterInfo, session, type WebContents } from 'electron'
import type { PrintOutcome, PrintRequest, SystemPrinter } from '../../shared/contract/shell.ts'
import { pageNumbersFooter } from '../printing/page-numbers.ts'
import { securePreferences } from './screen-options.ts'
import { text } from './text.ts'

const limitMs = 15_000
const mmPerInch = 25.4
const micronsPerMm = 1_000
const partition = 'print'

/** Chromium numbers pages by their own style (CSS margin boxes) from 131 on; both at once would number them twice. */
const knowsMarginBoxes = Number.parseInt(process.versions.chrome, 10) >= 131
const footer = { displayHeaderFooter: true, headerTemplate: '<p></p>', footerTemplate: pageNumbersFooter }

/** Printers that the operating system knows. */
export async function listPrinters(contents: WebContents): Promise<SystemPrinter[]> {
  return (await contents.getPrintersAsync()).map(readPrinter)
}

/** Older runtimes tell the default printer, CUPS its state as an option; the rest is unknown. */
function readPrinter(found: PrinterInfo & { isDefault?: boolean }): SystemPrinter {
  const { name, displayName, isDefault = null } = found
  const options: Record<string, unknown> = { ...found.options }
  const states: Record<string, SystemPrinter['status']> = { 3: 'ready', 4: 'ready', 5: 'stopped' }
  return { name, displayName, isDefault, status: states[String(options['printer-state'])] ?? 'unknown' }
}

/** Puts a page on paper, or into `printsFolder` as a PDF. Trouble is an answer, never a rejection. */
export async function printHtml(request: PrintRequest, printsFolder: string): Promise<PrintOutcome> {
  const page = hiddenPage()
  let tooLate: NodeJS.Timeout | undefined
  const limit = new Promise<PrintOutcome>((answer) => {
    tooLate = setTimeout(() => answer({ ok: false, reason: text.print.tookTooLong }), limitMs)
  })
  try {
    return await Promise.race([printPage(page.webContents, request, printsFolder), limit])
  } catch (failure) {
    return { ok: false, reason: text.print.failed(reasonOf(failure)) }
  } finally {
    clearTimeout(tooLate)
    page.destroy()
  }
}

/** A window that is never shown, runs no script and reaches nothing. */
function hiddenPage(): BrowserWindow {
  const ownSession = session.fromPartition(partition)
  ownSession.setPermissionRequestHandler((_, __, answer) => answer(false))
  ownSession.webRequest.onBeforeRequest((asked, answer) => answer({ cancel: !asked.url.startsWith('data:') }))
  return new BrowserWindow({ show: false, webPreferences: { ...securePreferences, javascript: false, partition } })
}

async function printPage(page: WebContents, request: PrintRequest, printsFolder: string): Promise<PrintOutcome> {
  const { html, printer } = request
  if (printer.kind === 'system') {
    const names = (await page.getPrintersAsync()).map((found) => found.name)
    if (names.length === 0) return { ok: false, reason: text.print.noPrinter }
    if (printer.name !== undefined && !names.includes(printer.name)) {
      return { ok: false, reason: text.print.namedPrinterMissing(printer.name) }
    }
  }
  await page.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`)
  return printer.kind === 'pdf' ? writePdf(page, request, printsFolder) : queue(page, request, printer.name)
}

function queue(
  page: WebContents,
  { widthMm, heightMm }: PrintRequest,
  name: string | undefined,
): Promise<PrintOutcome> {
  const options = {
    silent: true,
    printBackground: true,
    margins: { marginType: 'none' } as const,
    pageSize: { width: widthMm * micronsPerMm, height: heightMm * micronsPerMm },
    ...(name !== undefined && { deviceName: name }),
  }
  return new Promise((answer) => {
    page.print(options, (ok, reason) => {
      answer(ok ? { ok } : { ok, reason: text.print.driverRefused(reason) })
    })
  })
}

async function writePdf(page: WebContents, request: PrintRequest, printsFolder: string): Promise<PrintOutcome> {
  const pdf = await page.printToPDF({
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: { width: request.widthMm / mmPerInch, height: request.heightMm / mmPerInch },
    ...(request.numbersPages === true && !knowsMarginBoxes && footer),
  })
  try {
    await mkdir(printsFolder, { recursive: true })
    const path = await writeBesides(printsFolder, request.fileName, pdf)
    return { ok: true, path, fileHash: createHash('sha256').update(pdf).digest('hex') }
  } catch (failure) {
    return { ok: false, reason: text.print.notWritten(reasonOf(failure)) }
  }
}

/** `A017.pdf`, and for a reprint `A017-2.pdf`: what was printed once is never overwritten. */
async function writeBesides(folder: string, name: string, content: Buffer): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.pdf` : `${name}-${copy}.pdf`)
    try {
      await writeFile(path, content, { flag: 'wx' })
      return path
    } catch (failure) {
      if (!(failure instanceof Error && 'code' in failure && failure.code === 'EEXIST')) throw failure
    }
  }
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}
