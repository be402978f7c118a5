import type { PrinterState, TicketPrint } from '../../shared/contract/contract.ts'
import { numberOf } from '../../shared/rules/at-window.ts'
import { windowsOfQueue } from '../../shared/rules/setup.ts'
import { estimateMinutes } from '../../shared/rules/take-ticket.ts'
import type { Ticket } from '../../shared/vocabulary/ticket.ts'
import type { PrinterLine } from '../printing/escpos.ts'
import { printerAdvice } from '../printing/printing-text.ts'
import type { TicketReceipt } from '../printing/ticket-receipt.ts'
import type { Hub } from './hub.ts'
import { phaseView } from './views/phase.ts'

/** Tickets on paper: drawn for a system driver, or sent to the hall's ESC/POS printer. */
export function createHallPrinter(hub: Hub) {
  const { ticket: tickets, privateRecords, serviceWindow } = hub.tables

  function receiptOf(ticket: Ticket, isReprint: boolean): TicketReceipt {
    const setup = hub.setup()
    const serviceItem = setup.serviceItems.get(ticket.itemCode)
    const windowNumbers = windowsOfQueue(setup, ticket.queue)
    const open = windowNumbers.filter((one) => serviceWindow.find(one)?.status === 'open')
    const aheadCount = ticket.status === 'waiting' ? tickets.aheadOf(ticket) : 0
    return {
      number: numberOf(ticket),
      hallDay: ticket.hallDay,
      itemName: serviceItem?.name ?? ticket.itemCode,
      department: serviceItem?.department ?? '',
      windowNumbers: open.length > 0 ? open : windowNumbers,
      aheadCount,
      estimateMinutes: estimateMinutes(aheadCount, open.length, serviceItem?.serviceMinutes ?? 0),
      takenAt: ticket.takenAt,
      holderMask: privateRecords.maskOf(ticket),
      holder: ticket.holder,
      isPriority: ticket.priorityClass > 0,
      isCarried: ticket.carriedFrom !== null,
      isNearClosing: phaseView(hub, hub.clock.now()).closesSoonAt !== null,
      isReprint,
      reprintCount: ticket.printCount,
    }
  }

  let kept: { address: string; line: PrinterLine } | undefined

  /** The one line to the hall's ESC/POS printer; undefined when the hall has none. */
  async function line(): Promise<PrinterLine | undefined> {
    const { printerSettings } = hub.setup()
    if (printerSettings.kind !== 'escpos') return undefined
    const address = `${printerSettings.host}:${printerSettings.port}`
    if (kept?.address !== address) {
      const { createPrinterLine } = await import('../printing/escpos.ts')
      kept = { address, line: createPrinterLine(printerSettings) }
    }
    return kept.line
  }

  /** Imported when first used: the hub starts without the receipt library. */
  async function document(ticket: Ticket, isReprint: boolean): Promise<string> {
    const { ticketReceipt } = await import('../printing/ticket-receipt.ts')
    const { hall, queueSettings } = hub.setup()
    return ticketReceipt(receiptOf(ticket, isReprint), { ...hall, ...queueSettings })
  }

  return {
    /** The ticket as a drawing; null when there is no such ticket. */
    async draw(ticketId: number, isReprint: boolean): Promise<TicketPrint | null> {
      const ticket = tickets.find(ticketId)
      if (ticket === undefined) return null
      const { ticketSvg } = await import('../printing/ticket-svg.ts')
      const { svg, widthMm, heightMm } = ticketSvg(await document(ticket, isReprint))
      return { number: numberOf(ticket), svg, widthMm, heightMm }
    },
    /** Whether the hall's ESC/POS printer could print now. Other printers are asked by the kiosk's own PC. */
    async state(): Promise<PrinterState> {
      const found = await line()
      return found === undefined ? { isReady: true, advice: '' } : found.askState()
    },
    /** Prints on the hall's ESC/POS printer; the answer says what is wrong when it did not. */
    async print(ticketId: number, isReprint: boolean): Promise<{ isPrinted: boolean; advice: string }> {
      const ticket = tickets.find(ticketId)
      const found = await line()
      // Only a kiosk that was shown an older setup asks without one.
      if (ticket === undefined || found === undefined) return { isPrinted: false, advice: printerAdvice.refused }
      return found.print(await document(ticket, isReprint))
    },
  }
}
export type HallPrinter = ReturnType<typeof createHallPrinter>
