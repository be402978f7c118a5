import type { StoreApi } from 'zustand/vanilla'
import type { CommandBody } from '../../shared/vocabulary/command.ts'
import { freshCommandId, type SendOutcome } from '../common/hub-link.ts'
import {
  type Answer,
  type Draft,
  type Errand,
  type KioskFlow,
  nextFlow,
  type Page,
  pageOf,
  type ShownTicket,
  type Step,
} from './flow.ts'
import type { KioskHub } from './kiosk-hub.ts'
import type { KioskPrinter } from './kiosk-printer.ts'
import { within } from './within.ts'

export type FlowStore = StoreApi<KioskFlow>

/** Takes one step; a step that makes no sense where the citizen is changes nothing. */
export function takeStep(flow: FlowStore, step: Step): void {
  flow.setState(nextFlow(flow.getState(), step), true)
}

interface ErrandParts {
  flow: FlowStore
  hub: KioskHub
  /** The printer as it is set now; null: none. */
  printer: () => KioskPrinter | null
}

/** `send` itself gives up after eight seconds, unless a dead line swallows the request. */
const sendMsMax = 12_000
const lookMsMax = 5_000

/**
 * Does what a page waits for, once for each time it is shown: asks the printer, sends the command,
 * looks a number up, prints. Returns the function that ends it.
 */
export function runErrands(parts: ErrandParts): () => void {
  return parts.flow.subscribe((now, before) => {
    const page = pageOf(now)
    if (page !== pageOf(before)) void doErrand(page, now.draft, parts)
  })
}

async function doErrand(page: Page, draft: Draft, { flow, hub, printer }: ErrandParts): Promise<void> {
  const come = (answer: Answer) => takeStep(flow, answer)
  switch (page.name) {
    case 'checking-printer': {
      const { commandId } = page.errand
      come({ type: 'printer-answered', commandId, printer: (await printer()?.state()) ?? 'none' })
      return
    }
    case 'sending': {
      const outcome = await within(sendMsMax, sendErrand(page.errand, draft, hub), { kind: 'unreachable' } as const)
      come(answerOf(page.errand, outcome))
      return
    }
    case 'looking': {
      const ticket = await within(lookMsMax, hub.findTicket(page.number), 'unanswered' as const)
      come({ type: 'looked-up', number: page.number, ticket })
      return
    }
    case 'ticket':
      await putOnPaper(page, { flow, hub, printer })
      return
    default:
      return
  }
}

function sendErrand(errand: Errand, draft: Draft, hub: KioskHub): Promise<SendOutcome> {
  const { commandId } = errand
  switch (errand.kind) {
    case 'take':
      return hub.send('TakeTicket', takeBody(draft), commandId)
    case 'reprint':
      return hub.send('ReprintTicket', { ticketId: errand.ticketId }, commandId)
    case 'report-back':
      return hub.send('RequeueTicket', { ticketId: errand.ticketId }, commandId)
  }
}

function takeBody({ serviceItem, holder, idNumber, carriedNumber }: Draft): CommandBody<'TakeTicket'> {
  return {
    itemCode: serviceItem?.itemCode ?? '',
    holder,
    purpose: 'apply',
    priorityGround: 'none',
    ...(idNumber === '' ? {} : { idNumber }),
    ...(carriedNumber === null ? {} : { carriedNumber }),
  }
}

/** What the hub makes of TakeTicket. */
type TakenTicket = Omit<ShownTicket, 'isReprint' | 'printCount'>

function answerOf(errand: Errand, outcome: SendOutcome): Answer {
  const { commandId } = errand
  switch (outcome.kind) {
    case 'unreachable':
      return { type: 'unanswered', commandId }
    case 'fault':
      return { type: 'fault', commandId, incident: outcome.incident }
    case 'refused': {
      const { code, facts, clause } = outcome
      return { type: 'refused', commandId, refusal: { code, facts, clause } }
    }
    case 'done':
      if (errand.kind === 'report-back') return { type: 'reported-back', commandId, number: errand.number }
      return { type: 'taken', commandId, ticket: ticketOf(errand, outcome.made) }
  }
}

/** `made` is the hub's own answer to the command of the errand; its shape is part of the contract. */
function ticketOf(errand: Errand, made: Record<string, unknown>): ShownTicket {
  if (errand.kind === 'take') return { ...(made as unknown as TakenTicket), isReprint: false, printCount: 0 }
  const { ticketId, number, printCount } = made as unknown as Pick<ShownTicket, 'ticketId' | 'number' | 'printCount'>
  return {
    ticketId,
    number,
    aheadCount: null,
    estimateMinutes: null,
    windowNumbers: [],
    isNearClosing: false,
    isReprint: true,
    printCount,
  }
}

const troubleLengthMax = 100

/** Prints the number that is shown and tells the hub what became of the paper. */
async function putOnPaper(page: Extract<Page, { name: 'ticket' }>, parts: ErrandParts): Promise<void> {
  const { ticket, paper } = page
  const { ticketId } = ticket
  const report = (isPrinted: boolean, advice: string) => {
    // The hub keeps it in the journal, which takes no line breaks.
    const trouble = advice
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, troubleLengthMax)
    void parts.hub.send('ReportTicketPrint', { ticketId, isPrinted, trouble }, freshCommandId())
  }
  if (paper.state === 'skipped') return report(false, paper.advice)
  if (paper.state !== 'printing') return

  const printer = parts.printer()
  // The printer was taken out of the settings while the number was on its way.
  const result = printer === null ? { isPrinted: false, advice: '' } : await printer.print(ticket)
  takeStep(parts.flow, { type: 'paper-ended', ticketId, ...result })
  report(result.isPrinted, result.advice)
}
