import { randomUUID } from 'node:crypto'
import { kebab } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { CommandType } from '../../shared/vocabulary/command.ts'
import { call } from '../support/http-call.ts'

/** One press of the load: what was sent, and what the hub has answered. */
export interface Press {
  commandId: string
  type: CommandType
  body: object
  session: string | undefined
  outcome: Outcome | undefined
  /** How often it was sent; more than once when the hub died before its answer. */
  sends: number
}

const pauseMs = 10

/**
 * People who press: each sends the next press once the last was answered, and the same press again,
 * with its id, for as long as it was not. They hold still while the hub is down.
 */
export function createPressing(port: number) {
  const presses: Press[] = []
  let isStopping = false
  let tellAnswered: () => void = () => {}
  let isUp = false
  let wake: () => void = () => {}
  let up = new Promise<void>((resolve) => {
    wake = resolve
  })

  /** Sends until there is an answer. */
  async function send(type: CommandType, body: object, session?: string): Promise<Outcome> {
    const press: Press = { commandId: randomUUID(), type, body, session, outcome: undefined, sends: 0 }
    presses.push(press)
    for (;;) {
      await up
      press.sends += 1
      try {
        const request = { body: { commandId: press.commandId, body } }
        const answer = await call({ port, session }, `/api/commands/${kebab(type)}`, request)
        if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.text}`)
        press.outcome = answer.json as Outcome
        tellAnswered()
        return press.outcome
      } catch (problem) {
        if (!isLost(problem)) throw problem
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      }
    }
  }

  /** Numbers of items in turn; of one that the hall does not offer, refusals. */
  async function takeNumbers(itemCodes: readonly string[]): Promise<void> {
    for (let turn = 0; !isStopping; turn += 1)
      await send('TakeTicket', { itemCode: itemCodes[turn % itemCodes.length] })
  }

  async function serve(windowNumber: number, session: string): Promise<void> {
    while (!isStopping) {
      const called = await send('CallNextTicket', { windowNumber }, session)
      if (called.kind !== 'done') continue
      const here = { windowNumber, ticketId: Number(called.made.ticketId) }
      await send('StartService', here, session)
      await send('FinishService', { ...here, resultCode: 'completed' }, session)
    }
  }

  return {
    presses,
    takeNumbers,
    serve,
    /** The hub serves: everybody goes on. */
    hubIsUp(): void {
      isUp = true
      wake()
    },
    /** The hub is gone: whatever is under way is sent again later. */
    hubIsDown(): void {
      if (!isUp) return
      isUp = false
      up = new Promise((resolve) => {
        wake = resolve
      })
    },
    /** Nobody begins anything new; what is under way is still answered. */
    stop(): void {
      isStopping = true
    },
    /** Resolves with the next answer of the hub. */
    nextAnswer: () =>
      new Promise<void>((resolve) => {
        tellAnswered = resolve
      }),
  }
}
export type Pressing = ReturnType<typeof createPressing>

/** The line broke: whether the command took effect is not known. */
function isLost(problem: unknown): boolean {
  const { code, message } = problem as { code?: string; message?: string }
  return /^(ECONNRESET|ECONNREFUSED|EPIPE)$/.test(code ?? '') || message === 'socket hang up' || message === 'aborted'
}
