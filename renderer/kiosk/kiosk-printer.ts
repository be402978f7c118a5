import type { PrinterState } from '../../shared/contract/contract.ts'
import type { HallShell, PrintRequest } from '../../shared/contract/shell.ts'
import type { PrinterSettings } from '../../shared/vocabulary/hall.ts'
import { kioskText } from '../common/text/kiosk.ts'
import type { ShownTicket } from './flow.ts'
import type { KioskHub } from './kiosk-hub.ts'
import { within } from './within.ts'

export type TicketOnPaper = Pick<ShownTicket, 'ticketId' | 'number' | 'isReprint' | 'printCount'>

/** Where this kiosk prints. Neither call rejects; both end within the time a person stands and waits. */
export interface KioskPrinter {
  state: () => Promise<PrinterState>
  print: (ticket: TicketOnPaper) => Promise<{ isPrinted: boolean; advice: string }>
}

const stateMsMax = 6_000
/** The shell itself gives up after 15 s, the hub after 12. */
const printMsMax = 18_000

/** What is wrong with a printer is for staff to mend: it is said in Chinese in either language. */
const advice = kioskText.zh.printer

/**
 * The printer of the hall's settings as this kiosk reaches it; null when it has none. The system's
 * printers and PDF files need the shell: in a plain browser the number is shown instead.
 */
export function kioskPrinter(
  settings: PrinterSettings,
  hub: KioskHub,
  shell: HallShell | undefined,
): KioskPrinter | null {
  switch (settings.kind) {
    case 'none':
      return null
    case 'escpos':
      return {
        state: () => within(stateMsMax, hub.printerState(), { isReady: false, advice: advice.hubSilent }),
        print: ({ ticketId, isReprint }) =>
          within(printMsMax, hub.printTicket(ticketId, isReprint), { isPrinted: false, advice: advice.late }),
      }
    case 'pdf':
      return shell === undefined
        ? null
        : { state: async () => ready, print: (ticket) => printDrawing(ticket, { kind: 'pdf' }, hub, shell) }
    case 'system': {
      if (shell === undefined) return null
      const { name } = settings
      const target: PrintRequest['printer'] = name === '' ? { kind: 'system' } : { kind: 'system', name }
      return {
        state: () => within(stateMsMax, systemPrinterState(name, shell), { isReady: false, advice: advice.late }),
        print: (ticket) => printDrawing(ticket, target, hub, shell),
      }
    }
  }
}

const ready: PrinterState = { isReady: true, advice: '' }

/** As far as the driver tells: many never say that the paper is out. */
async function systemPrinterState(name: string, shell: HallShell): Promise<PrinterState> {
  const printers = await shell.printers()
  // Where the system does not say which one is the default, any printer may be it.
  const chosen =
    name === ''
      ? (printers.find((one) => one.isDefault === true) ?? printers[0])
      : printers.find((one) => one.name === name)
  if (chosen === undefined) return { isReady: false, advice: advice.gone }
  return chosen.status === 'stopped' ? { isReady: false, advice: advice.stopped } : ready
}

async function printDrawing(
  ticket: TicketOnPaper,
  printer: PrintRequest['printer'],
  hub: KioskHub,
  shell: HallShell,
): Promise<{ isPrinted: boolean; advice: string }> {
  const { ticketId, number, isReprint, printCount } = ticket
  const drawing = await within(stateMsMax, hub.ticketPrint(ticketId, isReprint), null)
  if (drawing === null) return { isPrinted: false, advice: advice.noDrawing }

  const { svg, widthMm, heightMm } = drawing
  const request: PrintRequest = {
    html: pageOf(svg),
    printer,
    widthMm,
    heightMm,
    // Numbers begin again every day; the id does not.
    fileName: `${number}-${ticketId}${isReprint ? `-reprint-${printCount}` : ''}`,
  }
  const late = { ok: false, reason: advice.late } as const
  const printed = await within(printMsMax, shell.printHtml(request), late)
  return printed.ok ? { isPrinted: true, advice: '' } : { isPrinted: false, advice: printed.reason }
}

function pageOf(svg: string): string {
  const style = '@page { margin: 0 } html, body { margin: 0 } svg { display: block }'
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${style}</style></head><body>${svg}</body></html>`
}
