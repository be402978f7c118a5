import { ORPCError } from '@orpc/server'
import { refused } from '../hub.ts'
import { handoverRows, handoverView, myHandovers, postsToHandOver, type StaffActor } from '../views/day/handover.ts'
import { handoverPrint } from '../views/day/handover-print.ts'
import type { DoorContext } from './context.ts'
import { actorOf, door } from './procedures.ts'
import { mustRead } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** Reading handovers. */
export function createHandoverQueries({ hub, lanOrigin }: DoorParts) {
  const queries = door.query
  return {
    myHandovers: queries.myHandovers.handler(({ context }) => {
      mustRead(context, 'myHandovers')
      return myHandovers(hub, staffIn(context), hub.clock.now())
    }),
    handover: queries.handover.handler(({ input, context }) => {
      mustRead(context, 'handover')
      return handoverView(hub, input.handoverId, staffIn(context), hub.clock.now(), lanOrigin())
    }),
    handovers: queries.handovers.handler(({ input, context }) => {
      mustRead(context, 'handovers')
      return handoverRows(hub, input.day, hub.clock.now())
    }),
    postsToHandOver: queries.postsToHandOver.handler(({ context }) => {
      mustRead(context, 'postsToHandOver')
      return postsToHandOver(hub, staffIn(context), hub.clock.now())
    }),
    handoverPrint: queries.handoverPrint.handler(({ input, context }) => {
      mustRead(context, 'handoverPrint')
      return handoverPrint(hub, input.handoverId, lanOrigin())
    }),
  }
}

/** Who reads, where nobody but staff may. */
function staffIn(context: DoorContext): StaffActor {
  const actor = actorOf(context, 'handover')
  if (actor?.kind === 'staff') return actor
  const { sentence, code } = refused('not-signed-in', {})
  throw new ORPCError('FORBIDDEN', { message: sentence, data: { code } })
}
