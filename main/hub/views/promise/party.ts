import type { PartyView } from '../../../../shared/contract/promise-view.ts'
import { maskedId } from '../../../../shared/rules/name-mask.ts'
import type { Agent, Party } from '../../../../shared/vocabulary/party.ts'
import type { Vault } from '../../door/vault.ts'
import type { Hub } from '../../hub.ts'

/** Who reads opens the sealed part for one matter at a time. */
export interface Reader {
  hub: Hub
  vault: Vault
}

const erased: PartyView = { name: '', idKind: 'none', idMasked: '', phone: '', address: '' }

/** A party as staff see it; blank once it was erased. */
export function partyView({ hub, vault }: Reader, partyId: string): PartyView {
  const stored = hub.tables.privateRecords.party(partyId)
  if (stored === undefined) return erased
  const { name, idKind, idNumber, phone, address } = vault.open<Party>(stored.cipher)
  return { name, idKind, idMasked: maskedId(idNumber), phone, address }
}

export function agentView(reader: Reader, partyId: string): PartyView & { relation: string; authority: string } {
  const stored = reader.hub.tables.privateRecords.party(partyId)
  if (stored === undefined) return { ...erased, relation: '', authority: '' }
  const { relation, authority } = reader.vault.open<Agent>(stored.cipher)
  return { ...partyView(reader, partyId), relation, authority }
}
