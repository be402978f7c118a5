import type { ClerkView, TicketCard } from '../../shared/contract/view.ts'

/** What is asked before a command is sent; while one is open the function keys do nothing. */
export type DeskDialog =
  | { kind: TicketDialogKind; ticket: TicketCard }
  /** F1 or a chosen number while somebody is served: `chosen` null is the next in order. */
  | { kind: 'guard'; ticket: TicketCard; chosen: TicketCard | null }
  | { kind: 'pause' | 'close-window' | 'sign-out' | 'materials' | 'password' }

export type TicketDialogKind = 'finish' | 'hold' | 'transfer' | 'correct' | 'cancel' | 'call-chosen'

/**
 * Whether the number that a dialog asks about is still where it was when the dialog opened. A
 * supervisor or another window may have moved it, and then the question is void.
 */
export function isStillAsked(dialog: DeskDialog, view: ClerkView): boolean {
  if (!('ticket' in dialog)) return true
  const { ticketId, status } = dialog.ticket
  const shown = [view.current, view.held, ...view.missed, ...view.waiting]
  return shown.some((ticket) => ticket !== null && ticket.ticketId === ticketId && ticket.status === status)
}
