import type { BoardsView } from '../../../shared/contract/contract.ts'
import { mayReadAlarm } from '../../../shared/rules/day-alarm.ts'
import { boardsLacking } from '../../../shared/rules/service-boards.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import type { Hub } from '../hub.ts'
import { filingView, inquiryView } from '../views/promise/filing.ts'
import { homeVisitPrint, homeVisitRows } from '../views/promise/home-visits.ts'
import { alarmRows, mattersView } from '../views/promise/matters.ts'
import { boardPrint, documentPrint } from '../views/promise/papers.ts'
import { filingRow, inquiryRow, isStaffOf, itemNameOf } from '../views/promise/rows.ts'
import type { DoorContext } from './context.ts'
import { actorOf, door } from './procedures.ts'
import { mustRead } from './query-procedures.ts'
import type { DoorParts } from './server.ts'

/** Reading around the promise: lists, one matter, registers, papers. */
export function createPromiseQueries(parts: DoorParts) {
  const { hub, reports, vault } = parts
  const queries = door.query
  const reader = { hub, vault }
  return {
    matters: queries.matters.handler(({ input, context }) => {
      mustRead(context, 'matters')
      return mattersView(hub, staffIdIn(context), input.scope, hub.clock.now())
    }),
    filing: queries.filing.handler(({ input, context }) => {
      mustRead(context, 'filing')
      return filingView(reader, input.filingId, readerActor(context), hub.clock.now())
    }),
    inquiry: queries.inquiry.handler(({ input, context }) => {
      mustRead(context, 'inquiry')
      return inquiryView(reader, input.inquiryId, readerActor(context), hub.clock.now())
    }),
    homeVisits: queries.homeVisits.handler(({ input, context }) => {
      mustRead(context, 'homeVisits')
      return homeVisitRows(hub, input.scope, hub.clock.now())
    }),
    homeVisitPrint: queries.homeVisitPrint.handler(({ input, context }) => {
      mustRead(context, 'homeVisitPrint')
      return homeVisitPrint(reader, input.inquiryId)
    }),
    inquiryRegister: queries.inquiryRegister.handler(async ({ input, context }) => {
      mustRead(context, 'inquiryRegister')
      return (await reports.inquiryRegister(input)).map((one) => inquiryRow(hub, one))
    }),
    filingRegister: queries.filingRegister.handler(async ({ input, context }) => {
      mustRead(context, 'filingRegister')
      const now = hub.clock.now()
      return (await reports.filingRegister(input)).map((one) => filingRow(hub, one, now))
    }),
    repeatVisits: queries.repeatVisits.handler(async ({ input, context }) => {
      mustRead(context, 'repeatVisits')
      const { privateRecords } = hub.tables
      return (await reports.repeatVisits(input)).map(({ partyId, ownerId, causes, ...row }) => ({
        ...row,
        causes: JSON.parse(causes) as never[],
        partyMask: privateRecords.partyMask(partyId),
        ownerName: privateRecords.nameOf(ownerId),
      }))
    }),
    promiseFigures: queries.promiseFigures.handler(async ({ input, context }) => {
      mustRead(context, 'promiseFigures')
      const { byItem, ...figures } = await reports.promiseFigures(input)
      return { ...figures, byItem: byItem.map((row) => ({ ...row, itemName: itemNameOf(hub, row.itemCode) })) }
    }),
    alarms: queries.alarms.handler(({ input, context }) => {
      mustRead(context, 'alarms')
      const actor = readerActor(context)
      return alarmRows(hub, input.scope).filter((alarm) => mayReadAlarm(alarm, actor))
    }),
    staffDirectory: queries.staffDirectory.handler(({ context }) => {
      mustRead(context, 'staffDirectory')
      return staffDirectory(hub)
    }),
    documentPrint: queries.documentPrint.handler(({ input, context }) => {
      mustRead(context, 'documentPrint')
      return documentPrint(reader, input.documentId)
    }),
    boards: queries.boards.handler(({ context }) => {
      mustRead(context, 'boards')
      return boardsView(hub)
    }),
    boardPrint: queries.boardPrint.handler(({ input, context }) => {
      mustRead(context, 'boardPrint')
      return boardPrint(hub, input.kind)
    }),
  }
}

/** What stands on the wall, what it still lacks, and the names of those it names. */
export function boardsView(hub: Hub): BoardsView {
  const { serviceBoards: boards, version } = hub.setup()
  const contacts = [...boards.contacts, boards.responsible, boards.deputy].filter((one) => one !== null)
  const names = Object.fromEntries(contacts.map(({ staffId }) => [staffId, hub.tables.privateRecords.nameOf(staffId)]))
  return { boards, version, missing: boardsLacking(hub.setup(), isStaffOf(hub)), names }
}

function readerActor(context: DoorContext): Actor {
  return actorOf(context)!
}

function staffIdIn(context: DoorContext): string {
  const actor = readerActor(context)
  return actor.kind === 'staff' ? actor.staffId : ''
}

function staffDirectory(hub: Hub) {
  const { staff, privateRecords, serviceWindow } = hub.tables
  return {
    staff: staff
      .all()
      .filter((one) => !one.isRetired)
      .map(({ staffId, homeUnit, role, windowNumbers }) => ({
        staffId,
        homeUnit,
        role,
        windowNumbers,
        name: privateRecords.nameOf(staffId),
        onDutyAt: serviceWindow.ofStaff(staffId),
      })),
  }
}
