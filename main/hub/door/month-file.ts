import type { IncomingMessage, ServerResponse } from 'node:http'
import { type MonthReviewView, monthFilePath } from '../../../shared/contract/month-view.ts'
import { daysOfMonth } from '../../../shared/rules/month-review.ts'
import { readPermissions } from '../../../shared/rules/permission.ts'
import { hallMonth } from '../../../shared/vocabulary/month-review.ts'
import { monthView } from '../views/day/month.ts'
import type { DoorContext } from './context.ts'
import { sendFile, sendJson, xlsxType } from './http.ts'
import { permissionRefusal } from './procedures.ts'
import type { DoorParts } from './server.ts'

/** 月度考核 of a month: services and filings are counted in the report thread, the rest stands in the hub. */
export async function monthOf(
  { hub, reports }: Pick<DoorParts, 'hub' | 'reports'>,
  month: string,
): Promise<MonthReviewView> {
  const now = hub.clock.now()
  const { timetables, calendar } = hub.setup()
  const hours = { now, timetables, calendar }
  const [report, overdue] = await Promise.all([
    reports.hallReport(daysOfMonth(month), hours),
    reports.redList(month, hours),
  ])
  return monthView(hub, month, { report, overdue }, now)
}

export function isMonthFile(address: string): boolean {
  return address.split('?')[0] === monthFilePath
}

/** A month as a workbook. Refused with 403 for whoever may not read it, 400 without a month. */
export async function answerMonthFile(
  request: IncomingMessage,
  response: ServerResponse,
  context: DoorContext,
  parts: Pick<DoorParts, 'hub' | 'reports' | 'itemFiles'>,
): Promise<void> {
  const refusal = permissionRefusal(context, readPermissions.monthReview)
  if (refusal !== null) {
    return sendJson(response, 403, { message: refusal.sentence, data: { code: refusal.code } })
  }
  const month = hallMonth.safeParse(new URL(`http://hub${request.url}`).searchParams.get('month'))
  if (!month.success) return sendJson(response, 400, { message: '月份应写成 2026-05 的样子' })
  const file = await parts.itemFiles.writeMonth(await monthOf(parts, month.data))
  sendFile(response, `month-${month.data}.xlsx`, xlsxType, file)
}
