import { z } from 'zod'
import { type ReportFigure, type ReportSplit, reportSplits } from '../vocabulary/report-figure.ts'
import { days } from './route.ts'

/** One line of a report. A figure is null where it has no meaning: a mean of nothing, the post of an item. */
export interface ReportRow {
  /** Window number, staffId, item code, hour of the day or hall day; empty for numbers never called. */
  key: string
  /** As people call it. */
  name: string
  figures: Record<ReportFigure, number | null>
}

/** 报表: the figures of some days, whole and split. */
export interface HallReport {
  from: string
  to: string
  /** When it was counted, epoch ms. */
  madeAt: number
  total: ReportRow
  splits: Record<ReportSplit, ReportRow[]>
}

/** The longest range: a leap year. */
export const reportDaysMax = 366

const dayMs = 86_400_000
function isReportRange({ from, to }: z.infer<typeof days>): boolean {
  const length = (Date.parse(to) - Date.parse(from)) / dayMs
  return length >= 0 && length < reportDaysMax
}
/** The range of a report: in order, and not too long. */
export const reportDays = days.refine(isReportRange)
export const reportOfSplit = days.extend({ split: z.enum(reportSplits) }).refine(isReportRange)

/** Where a report is fetched as a workbook, with `?from=&to=`; supervisors and administrators. */
export const reportFilePath = '/api/report-file'
