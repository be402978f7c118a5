import type { Catalogue, PrinterState, TicketFound, TicketPrint } from '../../shared/contract/contract.ts'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import { hub, type SendOutcome, send } from '../common/hub-link.ts'

type KioskCommand = 'TakeTicket' | 'ReprintTicket' | 'RequeueTicket' | 'ReportTicketPrint'

/** Everything a kiosk says to the hub; a test answers in its place. */
export interface KioskHub {
  send: <T extends KioskCommand>(type: T, body: CommandBody<T>, commandId: string) => Promise<SendOutcome>
  catalogue: () => Promise<Catalogue>
  findTicket: (number: string) => Promise<TicketFound | null>
  ticketPrint: (ticketId: number, isReprint: boolean) => Promise<TicketPrint | null>
  /** The hall's ESC/POS printer, which the hub prints on. */
  printerState: () => Promise<PrinterState>
  printTicket: (ticketId: number, isReprint: boolean) => Promise<{ isPrinted: boolean; advice: string }>
}

export const kioskHub: KioskHub = {
  send,
  catalogue: () => hub.query.catalogue({}),
  findTicket: (number) => hub.query.findTicket({ number }),
  ticketPrint: (ticketId, isReprint) => hub.query.ticketPrint({ ticketId, isReprint }),
  printerState: () => hub.query.printerState({}),
  printTicket: (ticketId, isReprint) => hub.door.printTicket({ ticketId, isReprint }),
}
