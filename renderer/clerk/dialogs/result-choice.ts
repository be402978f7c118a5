import type { TicketCard } from '../../../shared/contract/view.ts'
import type { ServiceItem } from '../../../shared/vocabulary/service-item.ts'
import { resultCodeWords } from '../../../shared/vocabulary/words.ts'
import { clerkText } from '../../common/text/clerk.ts'
import type { Choice } from './choice-list.tsx'

export type ClerkResult = (typeof clerkText.finish.codes)[number][1]

/** The result codes with the digits that choose them. */
export const resultChoices: readonly Choice[] = clerkText.finish.codes.map(([code, result]) => ({
  code,
  label: resultCodeWords[result],
}))

export const resultDigits: readonly string[] = clerkText.finish.codes.map(([code]) => code)

/** The result behind a digit; null when none is chosen. */
export function resultOf(code: string | null): ClerkResult | null {
  return clerkText.finish.codes.find(([one]) => one === code)?.[1] ?? null
}

/**
 * The digit of the likeliest result, chosen beforehand so that F4, Enter is enough for most
 * visits: by what the number was taken for, then by the kind of its item. Null where unknown.
 */
export function likelyResultCode(ticket: TicketCard, items: readonly ServiceItem[] | null): string | null {
  const likely = likelyResult(
    ticket,
    items?.find((item) => item.itemCode === ticket.itemCode),
  )
  return clerkText.finish.codes.find(([, result]) => result === likely)?.[0] ?? null
}

function likelyResult(ticket: TicketCard, item: ServiceItem | undefined): ClerkResult | null {
  if (ticket.purpose === 'collect') return 'collected'
  if (ticket.purpose === 'consult') return 'consulted'
  if (item === undefined) return null
  return item.kind === 'instant' ? 'completed' : 'accepted'
}
