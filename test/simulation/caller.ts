import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Outcome } from '../../shared/contract/outcome.ts'
import type { CommandBody, CommandType } from '../../shared/vocabulary/command.ts'
import type { Random } from './random.ts'

export type HubClient = ContractRouterClient<Contract>

/** The public contract as a screen calls it, signed in or not. */
export function createClient(origin: string, sessionToken?: string): HubClient {
  const headers = sessionToken === undefined ? {} : { authorization: `Bearer ${sessionToken}` }
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
}

/** An answer that got lost: the screen sends the same press again. */
const lostAnswers = 0.015

/** What was sent and what became of it. */
export interface Traffic {
  sent: number
  resent: number
  /** Resends that were answered unlike the first time. */
  answeredDifferently: string[]
  faults: string[]
  /** Refusals by code, with the sentence of the first. */
  refusals: Map<string, { times: number; sentence: string }>
}

export function createTraffic(): Traffic {
  return { sent: 0, resent: 0, answeredDifferently: [], faults: [], refusals: new Map() }
}

/** A screen with whoever is signed in on it. */
export interface Caller {
  name: string
  /** Replaced by the next sign-in. */
  client: HubClient
  send: <T extends CommandType>(type: T, body: CommandBody<T>) => Promise<Outcome>
}

/** Sends presses of one screen, each with an id of its own. */
export function createCaller(client: HubClient, name: string, traffic: Traffic, random: Random): Caller {
  const caller: Caller = {
    name,
    client,
    async send(type, body) {
      traffic.sent += 1
      const input = { commandId: `simulated-${String(traffic.sent).padStart(12, '0')}`, body }
      const outcome = await procedureOf(caller.client, type)(input)
      if (outcome.kind === 'fault') traffic.faults.push(`${type} of ${name}`)
      if (outcome.kind === 'refused') {
        const { times, sentence } = traffic.refusals.get(outcome.code) ?? { times: 0, sentence: outcome.sentence }
        traffic.refusals.set(outcome.code, { times: times + 1, sentence })
      }
      if (random.chance(lostAnswers)) {
        traffic.resent += 1
        const again = await procedureOf(caller.client, type)(input)
        if (JSON.stringify(again) !== JSON.stringify(outcome)) traffic.answeredDifferently.push(`${type} of ${name}`)
      }
      return outcome
    },
  }
  return caller
}

type Procedure = (input: { commandId: string; body: unknown }) => Promise<Outcome>

function procedureOf(client: HubClient, type: CommandType): Procedure {
  return (client.command as unknown as Record<CommandType, Procedure>)[type]
}
