import type { DocumentPrint, PagePrint } from '../../../../shared/contract/promise-view.ts'
import { lackingOf } from '../../../../shared/rules/hall-document.ts'
import { maskedId } from '../../../../shared/rules/name-mask.ts'
import { boardsLacking } from '../../../../shared/rules/service-boards.ts'
import type { Agent, Party } from '../../../../shared/vocabulary/party.ts'
import { boardPage } from '../../../printing/board-page.ts'
import { documentPage } from '../../../printing/document-page.ts'
import type { Hub } from '../../hub.ts'
import { writesPdf } from '../parts.ts'
import type { Reader } from './party.ts'
import { isStaffOf } from './rows.ts'
import { stageViews } from './stages.ts'

/** A4, upright. */
export const a4 = { widthMm: 210, heightMm: 297 }

/** A document as it is printed, in both copies; null when there is none. */
export function documentPrint({ hub, vault }: Reader, documentId: number): DocumentPrint | null {
  const { hallDocument, filing: filings, privateRecords } = hub.tables
  const document = hallDocument.find(documentId)
  const filing = document === undefined ? undefined : filings.find(document.filingId)
  if (document === undefined || filing === undefined) return null
  const open = <T extends Party>(partyId: string | null): T | null => {
    const stored = partyId === null ? undefined : privateRecords.party(partyId)
    return stored === undefined ? null : vault.open<T>(stored.cipher)
  }
  const signature =
    document.kind === 'handling-slip'
      ? privateRecords.slipSignature(filing.filingId)
      : privateRecords.documentSignature(documentId)
  const { setting, paper } = paperOf(hub)
  const { title, html } = documentPage({
    document,
    setting,
    applicant: shownParty(open<Party>(filing.partyId)),
    agent: shownParty(open<Agent>(filing.agentId)),
    nameOf: privateRecords.nameOf,
    signature: signature === undefined ? null : vault.open<string>(signature),
    signed: filing.slipSigned,
    result: { name: filing.resultName, number: filing.resultNumber, decision: filing.decision, toldAt: filing.toldAt },
    stages: stageViews(filing, hub.clock.now(), privateRecords.nameOf),
    printedAt: hub.clock.now(),
  })
  const { number } = document
  const lacking = document.voided === null ? lackingOf(document.facts, setting) : []
  return { documentId, number, title, html, fileName: number, ...paper, lacking }
}

/** What the hall puts on every A4, and onto what it is printed. */
export function paperOf(hub: Hub) {
  const { name: hallName, officePhone, supervisionPhone } = hub.setup().hall
  return { setting: { hallName, officePhone, supervisionPhone }, paper: { ...a4, toPdf: writesPdf(hub) } }
}

/** A party as paper shows it. */
export function shownParty(party: Party | null) {
  if (party === null) return null
  return { name: party.name, idMasked: maskedId(party.idNumber), phone: party.phone, address: party.address }
}

/** The six boards on A4, or the contact card on A6. */
export function boardPrint(hub: Hub, kind: 'wall' | 'card'): PagePrint {
  const setup = hub.setup()
  const page = boardPage(kind, { ...setup, nameOf: hub.tables.privateRecords.nameOf, printedAt: hub.clock.now() })
  return { ...page, number: '', lacking: boardsLacking(setup, isStaffOf(hub)), toPdf: writesPdf(hub) }
}
