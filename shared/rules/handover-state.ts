import type { Filing } from '../vocabulary/filing.ts'
import type { Handover, HandoverLine, HandoverStatus } from '../vocabulary/handover.ts'
import type { HandoverEvent, HandoverEventBodies } from '../vocabulary/handover-event.ts'
import { assert, unreachable } from './decision.ts'

const mayFollow: Record<Exclude<HandoverEvent['type'], 'HandoverDrafted'>, HandoverStatus> = {
  HandoverGiven: 'drafted',
  HandoverTaken: 'given',
  HandoverRefused: 'given',
  HandoverReturned: 'taken',
}

/** The sheet after one more event; `at` (epoch ms) is the event's time. Throws when it does not fit. */
export function handoverAfter(handover: Handover | undefined, event: HandoverEvent, at: number): Handover {
  const { handoverId } = event.body
  if (event.type === 'HandoverDrafted') {
    assert(handover === undefined, `handover ${handoverId} is drafted once`)
    return draftedHandover(event.body, at)
  }
  assert(handover?.handoverId === handoverId, `${event.type} finds handover ${handoverId}`)
  const from = mayFollow[event.type]
  assert(handover.status === from, `handover ${handoverId} is ${from} before ${event.type}`)
  return { ...handover, ...changeOf(event, at) }
}

function draftedHandover(body: HandoverEventBodies['HandoverDrafted'], at: number): Handover {
  return {
    ...body,
    status: 'drafted',
    draftedAt: at,
    receipts: '',
    remark: '',
    heldUntil: null,
    givenAt: null,
    takenBy: null,
    takenAt: null,
    signIn: null,
    moved: null,
    refusal: null,
    returned: null,
  }
}

function changeOf(event: Exclude<HandoverEvent, { type: 'HandoverDrafted' }>, at: number): Partial<Handover> {
  switch (event.type) {
    case 'HandoverGiven': {
      const { handoverId: _, ...given } = event.body
      return { ...given, status: 'given', givenAt: at, refusal: null }
    }
    case 'HandoverTaken': {
      const { takenBy, signIn, moved } = event.body
      return { status: 'taken', takenBy, takenAt: at, signIn, moved }
    }
    case 'HandoverRefused': {
      const { refusedBy: by, reason } = event.body
      return { status: 'drafted', givenAt: null, refusal: { reason, by, at } }
    }
    case 'HandoverReturned': {
      const { returnedBy: by, note } = event.body
      return { status: 'returned', returned: { at, by, note } }
    }
    default:
      return unreachable(event)
  }
}

/** Whether a line leaves the hall: originals go along, or the home unit has something to do. */
export function movesAlong({ originals, action }: Pick<HandoverLine, 'originals' | 'action'>): boolean {
  return originals.length > 0 || action !== ''
}

/** Whether a sheet was taken at a home unit and what went along is not back yet. */
export function isOut({ kind, status, lines }: Pick<Handover, 'kind' | 'status' | 'lines'>): boolean {
  return kind === 'linkup' && status === 'taken' && lines.some(movesAlong)
}

/** Who at a home unit has the originals of a filing and has to act on it, by filing; what was taken last counts. */
export function custodyOf(handovers: readonly Handover[]): Map<number, string> {
  const inOrder = handovers.filter(isOut).sort((one, other) => one.takenAt! - other.takenAt!)
  return new Map(
    inOrder.flatMap(({ lines, takenBy }) =>
      lines.filter(movesAlong).map(({ filingId }): [number, string] => [filingId, takenBy!]),
    ),
  )
}

/** Who has a filing's originals now: somebody at the home unit, else who is in charge of it. Never nobody. */
export function custodianOf(
  { filingId, ownerId }: Pick<Filing, 'filingId' | 'ownerId'>,
  custody: ReadonlyMap<number, string>,
): string {
  return custody.get(filingId) ?? ownerId
}
