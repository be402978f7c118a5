import { ORPCError } from '@orpc/server'
import { numberOf } from '../../../shared/rules/at-window.ts'
import { dayOf } from '../../../shared/rules/hall-time.ts'
import { statesOfVersions } from '../../../shared/rules/item-versions.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { parseTicketNumber } from '../../../shared/rules/ticket-number.ts'
import type { Hub } from '../hub.ts'
import { loadSpelling } from '../item-spelling.ts'
import { reportPrint } from '../views/report.ts'
import { createAttendanceQueries } from './attendance-queries.ts'
import type { DoorContext } from './context.ts'
import { createDayQueries } from './day-queries.ts'
import { createHandoverQueries } from './handover-queries.ts'
import { createLogQueries } from './log-queries.ts'
import { actorOf, door, permissionRefusal } from './procedures.ts'
import { boardsView, createPromiseQueries } from './promise-queries.ts'
import { reportOf } from './report-file.ts'
import type { DoorParts } from './server.ts'

/** Reading; nothing here changes anything. */
export function createQueryProcedures(parts: DoorParts) {
  const { hub, reports, printer } = parts
  const queries = door.query
  return {
    catalogue: queries.catalogue.handler(async ({ context }) => {
      mustRead(context, 'catalogue')
      const spell = await loadSpelling()
      const setup = hub.setup()
      return {
        version: setup.version,
        hall: setup.hall,
        queues: [...setup.queues.values()],
        serviceItems: [...setup.serviceItems.values()].map((item) => ({ ...item, searchKeys: spell(item) })),
        boards: boardsView(hub),
      }
    }),
    setup: queries.setup.handler(async ({ context }) => {
      mustRead(context, 'setup')
      const spell = await loadSpelling()
      const { serviceItems, ...setup } = setupOf(hub)
      return { ...setup, serviceItems: serviceItems.map((item) => ({ ...item, searchKeys: spell(item) })) }
    }),
    itemVersions: queries.itemVersions.handler(({ input, context }) => {
      mustRead(context, 'itemVersions')
      const versions = hub.tables.serviceItemVersion.ofItem(input.itemCode)
      const states = statesOfVersions(versions, dayOf(hub.clock.now()))
      return versions.map((one, at) => ({ ...one, state: states[at]! }))
    }),
    journal: queries.journal.handler(({ input, context }) => {
      mustRead(context, 'journal')
      return reports.journal(input)
    }),
    verifyChain: queries.verifyChain.handler(({ context }) => {
      mustRead(context, 'verifyChain')
      return reports.verifyChain()
    }),
    hallReport: queries.hallReport.handler(({ input, context }) => {
      mustRead(context, 'hallReport')
      return reportOf(parts, input)
    }),
    reportPrint: queries.reportPrint.handler(async ({ input: { split, ...days }, context }) => {
      mustRead(context, 'reportPrint')
      return reportPrint(hub, await reportOf(parts, days), split, actorOf(context))
    }),
    findTicket: queries.findTicket.handler(({ input, context }) => {
      mustRead(context, 'findTicket')
      return findTicket(hub, input.number)
    }),
    ticketPrint: queries.ticketPrint.handler(({ input, context }) => {
      mustRead(context, 'ticketPrint')
      return printer.draw(input.ticketId, input.isReprint)
    }),
    printerState: queries.printerState.handler(({ context }) => {
      mustRead(context, 'printerState')
      return printer.state()
    }),
    ...createPromiseQueries(parts),
    ...createLogQueries(parts),
    ...createHandoverQueries(parts),
    ...createDayQueries(parts),
    ...createAttendanceQueries(parts),
  }
}

/** A reader who may not is answered 403 with the refusal's sentence. */
export function mustRead(context: DoorContext, what: keyof typeof readPermissions): void {
  const refusal = permissionRefusal(context, readPermissions[what], what)
  if (refusal === null) return
  throw new ORPCError('FORBIDDEN', { message: refusal.sentence, data: { code: refusal.code } })
}

function setupOf(hub: Hub) {
  const { version, hall, calendar, timetables, ...setup } = hub.setup()
  const { privateRecords, staff } = hub.tables
  const withPassword = privateRecords.staffWithPassword()
  return {
    version,
    hall,
    timetables,
    queues: [...setup.queues.values()],
    serviceItems: [...setup.newestItems.values()],
    serviceWindows: [...setup.serviceWindows.values()],
    publishedYears: calendar.publishedYears,
    overrides: calendar.overrides,
    queueSettings: setup.queueSettings,
    voiceSettings: setup.voiceSettings,
    printerSettings: setup.printerSettings,
    promiseSettings: setup.promiseSettings,
    disciplineSettings: setup.disciplineSettings,
    staff: staff.all().map((one) => ({
      ...one,
      name: privateRecords.nameOf(one.staffId),
      hasPassword: withPassword.has(one.staffId),
    })),
  }
}

/** A number of today, however the visitor types it: with or without the V of the priority channel. */
function findTicket(hub: Hub, text: string) {
  const parts = parseTicketNumber(text.trim().toUpperCase())
  if (parts === undefined) return null
  const { day } = hub.scheduleAt(hub.clock.now())
  const ticket = hub.tables.ticket.findByNumber(day, parts.letter, parts.serial)
  if (ticket === undefined) return null
  const isOpen = ['waiting', 'called', 'serving', 'held', 'missed'].includes(ticket.status)
  return {
    ticketId: ticket.ticketId,
    number: numberOf(ticket),
    itemName: hub.setup().serviceItems.get(ticket.itemCode)?.name ?? ticket.itemCode,
    status: ticket.status,
    aheadCount: ticket.status === 'waiting' ? hub.tables.ticket.aheadOf(ticket) : 0,
    mayReprint: isOpen,
    mayRequeue: ticket.status === 'missed' && ticket.requeueCount < hub.setup().queueSettings.requeueTimesMax,
  }
}
