import type { MonthNames } from '../vocabulary/month-columns.ts'
import type { MonthReview } from '../vocabulary/month-review.ts'

/** 月度考核 with what people and windows are called. */
export interface MonthReviewView {
  review: MonthReview
  names: MonthNames
  hallName: string
}

/** Where a month is fetched as a workbook, with `?month=2026-05`; supervisors and administrators. */
export const monthFilePath = '/api/month-file'
