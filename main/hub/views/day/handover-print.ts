import type { HandoverPrint } from '../../../../shared/contract/day-view.ts'
import { handoverTimes } from '../../../../shared/rules/handover.ts'
import type { Handover } from '../../../../shared/vocabulary/handover.ts'
import { handoverPage } from '../../../printing/handover-page.ts'
import type { Hub } from '../../hub.ts'
import { writesPdf } from '../parts.ts'
import { a4 } from '../promise/papers.ts'
import { asItIsNow } from './handover.ts'

/** A sheet as it is printed, in both copies; null when there is none. */
export function handoverPrint(hub: Hub, handoverId: number, lanOrigin: string | null): HandoverPrint | null {
  const { handover: handovers, privateRecords, filing: filings } = hub.tables
  const handover = handovers.find(handoverId)
  if (handover === undefined) return null
  const now = hub.clock.now()
  const { number } = handover
  const { title, html } = handoverPage({
    handover: asItIsNow(hub, handover, now),
    hallName: hub.setup().hall.name,
    nameOf: privateRecords.nameOf,
    partyMaskOf: (filingId) => privateRecords.partyMask(filings.find(filingId)?.partyId ?? null),
    address: lanOrigin === null ? null : `${lanOrigin}/handover/${handoverId}`,
    leave: handover.leaveId === null ? null : (hub.tables.leave.find(handover.leaveId) ?? null),
    times: timesOf(hub, handover),
    printedAt: now,
  })
  return { number, title, html, fileName: number, ...a4, lacking: [], toPdf: writesPdf(hub) }
}

/** By the hours of its day; one that has become a rest day since keeps when it was drafted. */
function timesOf(hub: Hub, { day, draftedAt }: Handover) {
  return handoverTimes(hub.scheduleOn(day)) ?? { from: draftedAt, giveBy: draftedAt, takeBy: draftedAt }
}
