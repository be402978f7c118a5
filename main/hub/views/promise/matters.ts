import type { AlarmRow, MattersView } from '../../../../shared/contract/promise-view.ts'
import type { Hub } from '../../hub.ts'
import { alarmRow, filingRow, inquiryRow } from './rows.ts'

/** What somebody has open, or everybody; lights as of `now` (epoch ms). */
export function mattersView(hub: Hub, staffId: string, scope: 'mine' | 'hall', now: number): MattersView {
  const { filing, firstInquiry } = hub.tables
  const isMine = scope === 'mine'
  const filings = isMine ? filing.openOf(staffId) : filing.open()
  const inquiries = isMine ? firstInquiry.openOf(staffId) : firstInquiry.open()
  return {
    seq: hub.tables.matterEntry.changedBy(),
    filings: filings.map((one) => filingRow(hub, one, now)),
    inquiries: inquiries.map((one) => inquiryRow(hub, one)),
    offeredToMe: firstInquiry.offeredTo(staffId).map((one) => inquiryRow(hub, one)),
    alarms: alarmRows(hub, 'open').filter((one) => (isMine ? one.staffIds.includes(staffId) : one.about === undefined)),
  }
}

/** Alarms, newest first. */
export function alarmRows(hub: Hub, scope: 'open' | 'all'): AlarmRow[] {
  const { alarm } = hub.tables
  const found = scope === 'open' ? alarm.open() : alarm.all()
  return found.map((one) => alarmRow(hub, one))
}
