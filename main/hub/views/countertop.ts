import type { CountertopView } from '../../../shared/contract/view.ts'
import { numberOf } from '../../../shared/rules/at-window.ts'
import { noticeDeadline } from '../../../shared/rules/filing-dates.ts'
import { lightOfFiling } from '../../../shared/rules/filing-light.ts'
import type { Filing, MaterialLine } from '../../../shared/vocabulary/filing.ts'
import type { SignatureRequest } from '../door/signature-requests.ts'
import type { Hub } from '../hub.ts'
import { phaseView } from './phase.ts'

/** All that the countertop of a window shows its visitor; null when the hall has no such window. */
export function countertopView(
  hub: Hub,
  windowNumber: number,
  request: SignatureRequest | undefined,
  now: number,
  isDemo: boolean,
): CountertopView | null {
  const setup = hub.setup()
  const serviceWindow = hub.tables.serviceWindow.find(windowNumber)
  const windowSetup = setup.serviceWindows.get(windowNumber)
  if (serviceWindow === undefined || windowSetup === undefined) return null

  const ticket = hub.tables.ticket.atWindow(windowNumber)
  const serviceItem = ticket === undefined ? undefined : setup.serviceItems.get(ticket.itemCode)
  const filing = shownFiling(hub, ticket?.ticketId, request)
  return {
    hall: setup.hall,
    isDemo,
    phase: phaseView(hub, now),
    serviceWindow: {
      windowNumber,
      name: windowSetup.name,
      status: serviceWindow.status,
      isOnDuty: serviceWindow.dutyUntil > now,
    },
    promises: setup.serviceBoards.promises,
    current:
      ticket === undefined
        ? null
        : {
            number: numberOf(ticket),
            isServing: ticket.status === 'serving',
            itemName: serviceItem?.name ?? ticket.itemCode,
            promisedLimit: serviceItem?.promisedLimit ?? null,
          },
    filing: filing === undefined ? null : filingPart(hub, filing, now),
    signing: filing === undefined || request === undefined ? null : signingPart(hub, filing, request),
  }
}

/** What is to be signed goes before what the number at the window has under way. */
function shownFiling(
  { tables }: Hub,
  ticketId: number | undefined,
  request: SignatureRequest | undefined,
): Filing | undefined {
  if (request !== undefined) return tables.filing.find(request.filingId)
  const filingId = ticketId === undefined ? null : (tables.firstInquiry.ofTicket(ticketId)?.filingId ?? null)
  return filingId === null ? undefined : tables.filing.find(filingId)
}

function filingPart(hub: Hub, filing: Filing, now: number): CountertopView['filing'] {
  const { number, itemName, status, correctionDueDay, promisedLimit, promisedDue } = filing
  const setup = hub.setup()
  return {
    number,
    itemName,
    status,
    light: lightOfFiling(filing, now, setup),
    noticeDueDay: noticeDeadline(filing, setup).day,
    correctionDueDay,
    promisedLimit,
    promisedDue,
  }
}

const isWanting = ({ state }: MaterialLine): boolean => state === 'missing' || state === 'defective'

function signingPart(hub: Hub, filing: Filing, request: SignatureRequest): CountertopView['signing'] {
  const { requestId, paper, isSigned } = request
  return {
    requestId,
    paper,
    partyMask: hub.tables.privateRecords.partyMask(filing.partyId),
    // What has to be brought is in sight before anything is scrolled.
    lines: [...filing.lines.filter(isWanting), ...filing.lines.filter((line) => !isWanting(line))].map(
      ({ materialCode, name, form, copies, state, problem }) => ({
        materialCode,
        name,
        form,
        copies,
        state,
        problem,
      }),
    ),
    decision: filing.decision,
    resultName: filing.resultName,
    isSigned,
  }
}
