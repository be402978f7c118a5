/** What the choice of the next ticket looks at. */
export interface WaitingHead {
  ticketId: number
  queue: string
  priorityClass: number
  sortKey: number
}

/** Order within a class: the earlier place first; equal places by the number of the slip. */
export function isEarlier(one: WaitingHead, other: WaitingHead): boolean {
  return one.sortKey !== other.sortKey ? one.sortKey < other.sortKey : one.ticketId < other.ticketId
}

/**
 * 优先号与普通号交替: of the first waiting tickets of each class, the one to be called.
 * Priority goes first, but after `interleave` priority tickets in a row at this window an
 * ordinary one is called if one waits, so nobody starves (D5).
 */
export function nextTicket<H extends WaitingHead>(
  heads: readonly H[],
  priorityStreak: number,
  interleave: number,
): H | undefined {
  const first = (isPriority: boolean) =>
    heads
      .filter((head) => head.priorityClass > 0 === isPriority)
      .reduce<H | undefined>((best, head) => (best === undefined || isEarlier(head, best) ? head : best), undefined)
  const priority = first(true)
  const ordinary = first(false)
  if (priority === undefined) return ordinary
  if (ordinary === undefined) return priority
  return priorityStreak >= interleave ? ordinary : priority
}

/** How many priority tickets in a row a window has called once it calls this one. */
export function streakAfter(priorityStreak: number, called: { priorityClass: number }): number {
  return called.priorityClass > 0 ? priorityStreak + 1 : 0
}

/** Places in the queue are this far apart, so that a ticket can be put between two others. */
export const sortKeyStep = 1024

/** The place of a ticket by the time it was taken; a transfer keeps it. */
export function sortKeyOf(ticketId: number): number {
  return ticketId * sortKeyStep
}
