import type { ServerResponse } from 'node:http'
import type { Machine } from './machine.ts'
import type { Session } from './sessions.ts'

/** Who asks, worked out before any procedure runs. */
export interface DoorContext {
  machine: Machine
  session: Session | undefined
  /** The token of the session header, for ending it. */
  response: ServerResponse
  remoteAddress: string
}
