import { createHash } from 'node:crypto'
import { surnameMask } from '../../../shared/rules/name-mask.ts'
import type { PartyFacts } from '../../../shared/rules/promise-facts.ts'
import type { Command } from '../../../shared/vocabulary/command.ts'
import type { Agent, IdKind, Party } from '../../../shared/vocabulary/party.ts'
import type { Identity } from '../decide-on-facts.ts'
import type { Envelope } from '../hub.ts'
import type { PrivateRecord } from '../tables/private-records.ts'
import type { Vault } from './vault.ts'

/** What the door makes parties with. */
export interface PartyParts {
  vault: Vault
  identify: (idNumber: string | undefined) => Identity
  freshId: () => string
}

/** 统一社会信用代码: 18 characters without I, O, S, V, Z. */
const creditCode = /^[0-9A-HJ-NP-RTUW-Y]{18}$/
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Adds to a command of the promise what its rule may know of the people in it, and keeps the rest
 * sealed beside the journal. Every matter has rows of its own, so that a paper printed again says
 * what it said.
 */
export function withParties(envelope: Envelope, command: Command, parts: PartyParts): Envelope {
  switch (command.type) {
    case 'RecordFirstInquiry':
    case 'RecordHomeVisit':
    case 'AskHomeVisit': {
      const party = receive(command.body.party, parts)
      return { ...envelope, parties: { party: party.facts }, keep: () => party.records }
    }
    case 'ReceiveFiling': {
      const party = receive(command.body.party, parts)
      const agent = receive(command.body.agent, parts)
      const records = [...party.records, ...agent.records]
      return { ...envelope, parties: { party: party.facts, agent: agent.facts }, keep: () => records }
    }
    case 'SignHandlingSlip': {
      const { filingId, signature } = command.body
      return withSignature(envelope, signature, parts, (cipher) => ({ kind: 'slip-signature', filingId, cipher }))
    }
    case 'ConfirmHomeVisit': {
      const { inquiryId, signature } = command.body
      return withSignature(envelope, signature, parts, (cipher) => ({ kind: 'visit-signature', inquiryId, cipher }))
    }
    case 'SignViolation': {
      const { violationId, signature } = command.body
      const recordOf = (cipher: Buffer) => ({ kind: 'violation-signature', violationId, cipher }) as const
      return withSignature(envelope, signature, parts, recordOf)
    }
    case 'SignDocument': {
      const { documentId, signature } = command.body
      return withSignature(envelope, signature, parts, (cipher) => ({ kind: 'document-signature', documentId, cipher }))
    }
    default:
      return envelope
  }
}

/** The rule knows of a signature that it was given, by its hash; the picture is sealed. */
function withSignature(
  envelope: Envelope,
  signature: string | undefined,
  { vault }: PartyParts,
  recordOf: (cipher: Buffer) => PrivateRecord,
): Envelope {
  if (signature === undefined) return envelope
  const signatureHash = createHash('sha256').update(signature).digest('hex')
  const record = recordOf(vault.seal(signature))
  return { ...envelope, signatureHash, keep: () => [record] }
}

interface Received {
  facts: PartyFacts
  records: PrivateRecord[]
}

function receive(party: Party | Agent | undefined, parts: PartyParts): Received {
  if (party === undefined) return { facts: { kind: 'none' }, records: [] }
  const proof = proofOf(party, parts)
  if ('problem' in proof) return { facts: { kind: 'invalid', problem: proof.problem }, records: [] }
  if (proof.kind === 'needed') return { facts: { kind: 'id-needed' }, records: [] }
  const partyId = parts.freshId()
  const cipher = parts.vault.seal(party)
  return {
    facts: { kind: 'known', partyId, birthDay: proof.birthDay },
    records: [{ kind: 'party', partyId, idHash: proof.idHash, mask: surnameMask(party.name), cipher }],
  }
}

type Proof =
  | { kind: 'proven'; idHash: string | null; birthDay: string | null }
  | { kind: 'needed' }
  | { problem: string }

function proofOf({ idKind, idNumber }: Party, parts: PartyParts): Proof {
  if (idKind === 'none') return { kind: 'proven', idHash: null, birthDay: null }
  if (idNumber === '') return { kind: 'needed' }
  if (idKind === 'resident-id' || idKind === 'hmt-permit') return residentProof(idKind, idNumber, parts)
  const normalised = idNumber.toUpperCase().replace(/[\s-]/g, '')
  if (idKind === 'credit-code' && !isCreditCode(normalised)) return { problem: '统一社会信用代码校验不符' }
  return { kind: 'proven', idHash: parts.vault.idHash(`${idKind} ${normalised}`), birthDay: null }
}

/** A permit of Hong Kong, Macao or Taiwan may be a residence permit with 18 digits, or a travel permit without. */
function residentProof(idKind: IdKind, idNumber: string, { identify, vault }: PartyParts): Proof {
  const identity = identify(idNumber)
  if (identity.kind === 'valid') return { kind: 'proven', idHash: identity.idHash, birthDay: identity.birthDay }
  if (idKind === 'hmt-permit') {
    return { kind: 'proven', idHash: vault.idHash(`${idKind} ${idNumber.toUpperCase()}`), birthDay: null }
  }
  if (identity.kind === 'fifteen-digit') return { problem: '15 位旧号已停用' }
  return { problem: identity.kind === 'invalid' ? identity.problem : '不能识别' }
}

/** GB 32100-2015: the last character checks the seventeen before it. */
function isCreditCode(code: string): boolean {
  if (!creditCode.test(code)) return false
  const sum = creditWeights.reduce((total, weight, at) => total + weight * creditCharacters.indexOf(code[at]!), 0)
  return creditCharacters[(31 - (sum % 31)) % 31] === code[17]
}
