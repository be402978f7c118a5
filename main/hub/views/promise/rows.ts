import type { AlarmRow, FilingRow, InquiryRow } from '../../../../shared/contract/promise-view.ts'
import { noticeDeadline } from '../../../../shared/rules/filing-dates.ts'
import { lightOfFiling, remainingOfFiling } from '../../../../shared/rules/filing-light.ts'
import { dayOf } from '../../../../shared/rules/hall-time.ts'
import { openStageOf } from '../../../../shared/rules/stage-state.ts'
import { createWorkingTime, type WorkingTime } from '../../../../shared/rules/working-time.ts'
import type { Alarm } from '../../../../shared/vocabulary/alarm.ts'
import type { Filing } from '../../../../shared/vocabulary/filing.ts'
import type { FirstInquiry } from '../../../../shared/vocabulary/first-inquiry.ts'
import { ticketNumberOf } from '../../decide-on-promise.ts'
import type { Hub } from '../../hub.ts'
import { type AlarmSubject, dayAlarmSubject } from '../day/alarm-subject.ts'
import { alarmSentence } from './alarm-sentence.ts'

const kept = new WeakMap<Hub, { key: string; workingTime: WorkingTime }>()

/** Made once a day and setup: a list of thousands of filings only looks up. */
export function workingTimeOf(hub: Hub, now: number): WorkingTime {
  const { version, timetables, calendar } = hub.setup()
  const key = `${dayOf(now)} ${version}`
  const before = kept.get(hub)
  if (before?.key === key) return before.workingTime
  const workingTime = createWorkingTime(timetables, calendar, dayOf(now))
  kept.set(hub, { key, workingTime })
  return workingTime
}

/** A filing in a list, with its light at `now` (epoch ms). */
export function filingRow(hub: Hub, filing: Filing, now: number): FilingRow {
  const { privateRecords } = hub.tables
  const setup = hub.setup()
  return {
    filingId: filing.filingId,
    number: filing.number,
    itemCode: filing.itemCode,
    itemName: filing.itemName,
    itemKind: filing.itemKind,
    status: filing.status,
    stageName: openStageOf(filing)?.name ?? '',
    partyMask: privateRecords.partyMask(filing.partyId),
    ownerId: filing.ownerId,
    ownerName: privateRecords.nameOf(filing.ownerId),
    heldByName: heldByName(hub, filing.filingId),
    windowNumber: filing.windowNumber,
    receivedDay: filing.receivedDay,
    noticeDueDay: noticeDeadline(filing, setup).day,
    correctionDueDay: filing.correctionDueDay,
    promisedDue: filing.promisedDue,
    statutoryDue: filing.statutoryDue,
    light: lightOfFiling(filing, now, setup),
    remaining: remainingOfFiling(filing, now, setup, workingTimeOf(hub, now)),
    visitsAfterNotice: filing.visitsAfterNotice,
    isSecondNoticeAllowed: filing.secondNoticeAllowance !== null,
  }
}

/** Who has a filing's originals at the home unit; empty: they are with its owner. */
export function heldByName({ tables }: Hub, filingId: number): string {
  const holder = tables.handover.custody().get(filingId)
  return holder === undefined ? '' : tables.privateRecords.nameOf(holder)
}

/** A line of the register in a list. */
export function inquiryRow(hub: Hub, inquiry: FirstInquiry): InquiryRow {
  const { privateRecords, filing } = hub.tables
  const { answer, offer } = inquiry
  const nameOf = privateRecords.nameOf
  return {
    inquiryId: inquiry.inquiryId,
    number: inquiry.number,
    at: inquiry.at,
    channel: inquiry.channel,
    status: inquiry.status,
    itemName: itemNameOf(hub, inquiry.itemCode),
    category: inquiry.category,
    matter: inquiry.matter,
    partyMask: privateRecords.partyMask(inquiry.partyId),
    ticketNumber: ticketNumberOf(inquiry.ticketId, hub.tables),
    windowNumber: inquiry.windowNumber,
    firstResponder: inquiry.firstResponder,
    firstResponderName: nameOf(inquiry.firstResponder),
    responsible: inquiry.responsible,
    responsibleName: nameOf(inquiry.responsible),
    offeredTo: offer?.toStaffId ?? null,
    offeredToName: offer === null ? '' : nameOf(offer.toStaffId),
    offeredAt: offer?.at ?? null,
    answer: answer === null ? '' : (answer.corrections.at(-1)?.answer ?? answer.answer),
    filingId: inquiry.filingId,
    filingNumber: inquiry.filingId === null ? '' : (filing.find(inquiry.filingId)?.number ?? ''),
    isWish: inquiry.isWish,
  }
}

export function itemNameOf(hub: Hub, itemCode: string | null): string {
  return itemCode === null ? '' : (hub.setup().serviceItems.get(itemCode)?.name ?? itemCode)
}

/** An alarm in a list, with what it is about and what to do. */
export function alarmRow(hub: Hub, alarm: Alarm): AlarmRow {
  const { acknowledgedBy, closedBy, about } = alarm
  const { nameOf } = hub.tables.privateRecords
  return {
    ...alarm,
    ...(about === undefined ? matterSubject(hub, alarm) : dayAlarmSubject(hub, about)),
    acknowledgedByName: acknowledgedBy === null ? '' : nameOf(acknowledgedBy),
    closedByName: closedBy === null ? '' : nameOf(closedBy),
  }
}

function matterSubject(hub: Hub, alarm: Alarm): AlarmSubject {
  const { filing: filings, firstInquiry, homeVisit } = hub.tables
  const filing = alarm.filingId === null ? undefined : filings.find(alarm.filingId)
  const inquiry = alarm.inquiryId === null ? undefined : firstInquiry.find(alarm.inquiryId)
  return {
    subjectNumber: filing?.number ?? inquiry?.number ?? '',
    subjectName:
      filing?.itemName ?? (inquiry === undefined ? '' : itemNameOf(hub, inquiry.itemCode) || inquiry.category),
    sentence: alarmSentence(alarm, filing, inquiry === undefined ? undefined : homeVisit.find(inquiry.inquiryId)),
  }
}

/** Whether somebody still works here. */
export function isStaffOf(hub: Hub): (staffId: string) => boolean {
  return (staffId) => hub.tables.staff.find(staffId)?.isRetired === false
}
