import { hostname } from 'node:os'
import { app, ipcMain, type WebContents } from 'electron'
import { version } from '../../package.json'
import type { HallShell } from '../../shared/contract/shell.ts'
import { readPrintRequest } from './print-request.ts'
import { listPrinters, printHtml } from './printing.ts'
import { mayAsk, readScreenWish } from './screen-options.ts'
import type { Screens } from './screens.ts'
import { text } from './text.ts'

export interface CallsOptions {
  origin: string
  demo: boolean
  screens: Screens
  printsFolder: string
}

/** Answers what the screens ask the shell; a caller that is not one of our screens on the hub's page gets an error. */
export function answerCalls({ origin, demo, screens, printsFolder }: CallsOptions): void {
  function answer(call: keyof HallShell, reply: (argument: unknown, sender: WebContents) => unknown): void {
    ipcMain.handle(`hall-shell:${call}`, (asked, argument: unknown) => {
      const kind = screens.kindOf(asked.sender)
      const frame = asked.senderFrame
      const isOurs = frame !== null && frame.parent === null && frame.origin === origin
      if (!isOurs || kind === undefined || !mayAsk(call, kind, demo)) throw new Error(`${call} refused`)
      return reply(argument, asked.sender)
    })
  }

  answer('printers', (_, sender) => listPrinters(sender))
  answer('printHtml', (sent) => {
    const request = readPrintRequest(sent)
    return request === undefined ? { ok: false, reason: text.print.badRequest } : printHtml(request, printsFolder)
  })
  answer('machine', () => ({ hostName: hostname(), platform: process.platform, shellVersion: version }))
  answer('openScreen', (sent) => {
    const wish = readScreenWish(sent)
    if (wish !== undefined) screens.show(wish.kind, wish.windowNumber)
  })
  answer('quit', () => app.quit())
}
