import type { IncomingMessage, ServerResponse } from 'node:http'
import { reportDays, reportFilePath } from '../../../shared/contract/hall-report.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { withNames } from '../views/report.ts'
import type { DoorContext } from './context.ts'
import { sendFile, sendJson, xlsxType } from './http.ts'
import { permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** 报表 of some days: counted in the report thread, with the names that only the hub knows. */
export async function reportOf(
  { hub, reports }: Pick<DoorParts, 'hub' | 'reports'>,
  days: { from: string; to: string },
) {
  const { timetables, calendar } = hub.setup()
  return withNames(hub, await reports.hallReport(days, { now: hub.clock.now(), timetables, calendar }))
}

export function isReportFile(address: string): boolean {
  return address.split('?')[0] === reportFilePath
}

/** A report as a workbook. Refused with 403 for whoever may not read reports, 400 without a range of days. */
export async function answerReportFile(
  request: IncomingMessage,
  response: ServerResponse,
  context: DoorContext,
  parts: Pick<DoorParts, 'hub' | 'reports' | 'itemFiles'>,
): Promise<void> {
  const refusal = permissionRefusal(context, readPermissions.reportFile)
  if (refusal !== null) {
    return sendJson(response, 403, { message: refusal.sentence, data: { code: refusal.code } })
  }
  const asked = Object.fromEntries(new URL(`http://hub${request.url}`).searchParams)
  const range = reportDays.safeParse(asked)
  if (!range.success) return sendJson(response, 400, { message: '日期范围不对，最长一年' })
  const report = await reportOf(parts, range.data)
  const file = await parts.itemFiles.writeReport(report, parts.hub.setup().hall.name)
  sendFile(response, `report-${report.from}-${report.to}.xlsx`, xlsxType, file)
}
