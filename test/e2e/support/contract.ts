import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/contract.ts'
import { demoPassword } from '../../../shared/vocabulary/profile.ts'

export type HubClient = ContractRouterClient<Contract>

/** The contract of a hub on this PC, as somebody of the demo's staff. */
export async function signedIn(origin: string, staffNumber: string): Promise<HubClient> {
  let sessionToken = ''
  const link = new RPCLink({
    url: `${origin}/rpc`,
    headers: () => (sessionToken === '' ? {} : { authorization: `Bearer ${sessionToken}` }),
  })
  const hub: HubClient = createORPCClient(link)
  const answer = await hub.door.signIn({ staffNumber, password: demoPassword })
  if (answer.kind !== 'done') throw new Error(`${staffNumber} could not sign in: ${answer.sentence}`)
  sessionToken = answer.made.sessionToken
  return hub
}
