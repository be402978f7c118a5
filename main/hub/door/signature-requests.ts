import { filingRefusals } from '../../../shared/rules/filing-refusals.ts'
import { decideSignDocument } from '../../../shared/rules/hall-document.ts'
import type { Refusal } from '../../../shared/vocabulary/refusal.ts'
import { type SignedPaper, signedBy } from '../../../shared/vocabulary/signature.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { documentFacts, filingFacts } from '../decide-on-promise.ts'
import type { Hub } from '../hub.ts'
import type { Session, Sessions } from './sessions.ts'

/** Longer than it takes to read a notice; whoever went away signs nothing. */
const validMs = 5 * 60_000

/** What the visitor of a window is asked to sign. */
export interface SignatureRequest {
  requestId: string
  windowNumber: number
  filingId: number
  paper: SignedPaper
  /** The very notice or receipt; null: the slip, of which a filing has one. */
  documentId: number | null
  /** The number at the window when it was asked for; null: none. */
  ticketId: number | null
  /** Of the clerk's session: only that screen gets what was drawn. */
  tokenHash: string
  /** Monotonic milliseconds. */
  endsAt: number
  isSigned: boolean
  /** A PNG, from the countertop's key until the clerk's form takes it. */
  signature: string | null
}

/** Which paper of which filing. */
export type AskedPaper = Pick<SignatureRequest, 'filingId' | 'paper' | 'documentId'>

export interface SignatureRequestsOptions {
  hub: Hub
  sessions: Sessions
  monotonicMs: () => number
  /** A request of that window was made, signed or has ended. */
  onChange: (windowNumber: number) => void
}

/**
 * 请申请人签字: one request a window, for a single command on a single filing. A thing of the moment,
 * in memory and never journalled (decision 0016): it ends when its clerk takes it back or signs out, the
 * number leaves the window, the command would be refused, or five minutes are over.
 */
export function createSignatureRequests({ hub, sessions, monotonicMs, onChange }: SignatureRequestsOptions) {
  const open = new Map<number, SignatureRequest>()
  const { ticket, serviceWindow } = hub.tables

  const ticketAt = (windowNumber: number) => ticket.atWindow(windowNumber)?.ticketId ?? null

  /** Why the command that takes the signature would be refused now; null when it would not. */
  const refusalOf = ({ filingId, paper, documentId }: AskedPaper, actor: Actor): Refusal | null => {
    const now = hub.clock.now()
    const context = { now, actor, schedule: hub.scheduleAt(now), setup: hub.setup() }
    if (paper !== 'handling-slip') {
      const facts = documentFacts(documentId ?? 0, context, hub.tables)
      const isIt = facts.document?.filingId === filingId && facts.document.kind === paper
      if (!isIt) return { kind: 'refused', code: 'document-unknown', facts: {} }
      const decision = decideSignDocument({ documentId: documentId ?? 0 }, facts)
      return decision.kind === 'refused' ? decision : null
    }
    const facts = filingFacts(filingId, context, hub.tables)
    if (facts.filing === undefined) return { kind: 'refused', code: 'filing-unknown', facts: {} }
    return filingRefusals(facts)[signedBy[paper]] ?? null
  }

  const isAlive = (request: SignatureRequest): boolean => {
    const { tokenHash, windowNumber, ticketId, endsAt } = request
    const session = sessions.ofHash(tokenHash)
    return (
      session !== undefined &&
      monotonicMs() < endsAt &&
      serviceWindow.ofStaff(session.actor.staffId) === windowNumber &&
      ticketAt(windowNumber) === ticketId &&
      refusalOf(request, session.actor) === null
    )
  }
  const byId = (requestId: string) => [...open.values()].find((one) => one.requestId === requestId && isAlive(one))
  const drop = ({ windowNumber }: SignatureRequest) => {
    open.delete(windowNumber)
    onChange(windowNumber)
  }

  return {
    refusalOf,
    /** Takes the place of what was asked for at that window before. */
    ask({ tokenHash }: Session, windowNumber: number, asked: AskedPaper): SignatureRequest {
      const request: SignatureRequest = {
        requestId: hub.freshId(),
        windowNumber,
        ...asked,
        ticketId: ticketAt(windowNumber),
        tokenHash,
        endsAt: monotonicMs() + validMs,
        isSigned: false,
        signature: null,
      }
      open.set(windowNumber, request)
      onChange(windowNumber)
      return request
    },
    /** What is asked for at a window now. */
    at(windowNumber: number): SignatureRequest | undefined {
      const one = open.get(windowNumber)
      return one !== undefined && isAlive(one) ? one : undefined
    },
    /** Drawn at a countertop of `windowNumber` (null: of any, on the hub's own PC). False: nobody asks for it. */
    give(requestId: string, windowNumber: number | null, signature: string): boolean {
      const one = byId(requestId)
      const isThere = windowNumber === null || windowNumber === one?.windowNumber
      if (one === undefined || !isThere || one.isSigned) return false
      one.isSigned = true
      one.signature = signature
      onChange(one.windowNumber)
      return true
    },
    /** What was drawn, once, for the screen that asked; null: nothing, or nothing any more. */
    collect(requestId: string, { tokenHash }: Session): string | null {
      const one = byId(requestId)
      if (one === undefined || one.tokenHash !== tokenHash) return null
      const { signature } = one
      one.signature = null
      return signature
    },
    /** The clerk takes it back. */
    end(requestId: string, { tokenHash }: Session): void {
      const one = byId(requestId)
      if (one?.tokenHash === tokenHash) drop(one)
    },
    /** Forgets what has ended, with what was drawn; called with every tick. */
    sweep(): void {
      for (const one of [...open.values()]) if (!isAlive(one)) drop(one)
    },
  }
}
export type SignatureRequests = ReturnType<typeof createSignatureRequests>
