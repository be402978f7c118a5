import type { FilingRow, InquiryRow } from '../../../shared/contract/promise-view.ts'
import { parseTicketNumber } from '../../../shared/rules/ticket-number.ts'
import type { Filing } from '../../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../../shared/vocabulary/first-inquiry.ts'
import type { Hub } from '../hub.ts'
import { filingRow, inquiryRow } from '../views/promise/rows.ts'
import type { PartyParts } from './parties.ts'

interface Found {
  filings: Filing[]
  inquiries: FirstInquiry[]
}

const nothing: Found = { filings: [], inquiries: [] }

/**
 * 找办件: by the number on any of its papers, by today's ticket (its own line, and what the person
 * behind it has open), or by the ID number that was shown.
 */
export function findMatter(
  hub: Hub,
  { identify, vault }: Pick<PartyParts, 'identify' | 'vault'>,
  text: string,
): { filings: FilingRow[]; inquiries: InquiryRow[] } {
  const typed = text.trim().toUpperCase()
  const found = byNumber(hub, typed) ?? byTicket(hub, typed) ?? byId(hub, typed, { identify, vault })
  const now = hub.clock.now()
  return {
    filings: found.filings.map((one) => filingRow(hub, one, now)),
    inquiries: found.inquiries.map((one) => inquiryRow(hub, one)),
  }
}

function byNumber(hub: Hub, number: string): Found | undefined {
  const { filing, firstInquiry, hallDocument, homeVisit } = hub.tables
  if (!/^[A-Z]{2,3}-\d{4}-\d{6}$/.test(number)) return undefined
  const inquiryId = homeVisit.findByNumber(number)?.inquiryId
  const inquiry = inquiryId === undefined ? firstInquiry.findByNumber(number) : firstInquiry.find(inquiryId)
  const filingId = hallDocument.findByNumber(number)?.filingId ?? inquiry?.filingId ?? null
  const matter = filingId === null ? filing.findByNumber(number) : filing.find(filingId)
  return { filings: matter === undefined ? [] : [matter], inquiries: inquiry === undefined ? [] : [inquiry] }
}

function byTicket(hub: Hub, number: string): Found | undefined {
  const parts = parseTicketNumber(number)
  if (parts === undefined) return undefined
  const { ticket, firstInquiry, filing, privateRecords } = hub.tables
  const { day } = hub.scheduleAt(hub.clock.now())
  const taken = ticket.findByNumber(day, parts.letter, parts.serial)
  if (taken === undefined) return nothing
  const inquiry = firstInquiry.ofTicket(taken.ticketId)
  const idHash = taken.personId === null ? null : privateRecords.idHashOfPerson(taken.personId)
  const own = inquiry?.filingId == null ? undefined : filing.find(inquiry.filingId)
  const others = idHash === null ? [] : filing.ofIdHash(idHash).filter(({ filingId }) => filingId !== own?.filingId)
  return {
    filings: [...(own === undefined ? [] : [own]), ...others],
    inquiries: inquiry === undefined ? [] : [inquiry],
  }
}

function byId(hub: Hub, typed: string, { identify, vault }: Pick<PartyParts, 'identify' | 'vault'>): Found {
  const identity = identify(typed)
  const normalised = typed.replace(/[\s-]/g, '')
  const kinds = ['credit-code', 'passport', 'hmt-permit', 'permanent-residence', 'household-register', 'soldier-id']
  const hashes = [
    ...(identity.kind === 'valid' ? [identity.idHash] : []),
    ...kinds.map((kind) => vault.idHash(`${kind} ${normalised}`)),
  ]
  return { filings: hashes.flatMap((hash) => hub.tables.filing.ofIdHash(hash)), inquiries: [] }
}
