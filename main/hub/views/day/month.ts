import type { HallReport } from '../../../../shared/contract/hall-report.ts'
import type { MonthReviewView } from '../../../../shared/contract/month-view.ts'
import type { PagePrint } from '../../../../shared/contract/promise-view.ts'
import { daysOfMonth, monthReview, type Served } from '../../../../shared/rules/month-review.ts'
import type { OverdueFiling } from '../../../../shared/vocabulary/month-review.ts'
import { monthPage } from '../../../printing/month-page.ts'
import { attendanceOfDays } from '../../attendance.ts'
import type { Hub } from '../../hub.ts'
import { writesPdf } from '../parts.ts'
import { a4 } from '../promise/papers.ts'
import { namesIn } from './log-names.ts'

/** What the report thread counted of a month. */
export interface MonthCounts {
  report: Pick<HallReport, 'splits'>
  overdue: OverdueFiling[]
}

/** 月度考核 of a month such as `2026-05`, told at `now` (epoch ms). */
export function monthView(hub: Hub, month: string, { report, overdue }: MonthCounts, now: number): MonthReviewView {
  const { tables } = hub
  const setup = hub.setup()
  const { from, to } = daysOfMonth(month)
  const review = monthReview({
    month,
    now,
    people: tables.staff.terms(),
    records: attendanceOfDays(from, to, { now, setup, tables }),
    violations: tables.violation.between(from, to),
    overdue,
    stays: tables.postStay.ofDays(from, to),
    servedByPerson: servedIn(report.splits.clerk),
    servedAtWindow: new Map([...servedIn(report.splits.window)].map(([key, served]) => [Number(key), served])),
  })
  const windows = [...setup.serviceWindows.values()].map(({ windowNumber, name }) => [windowNumber, name])
  const names = { staff: namesIn(review, tables), windows: Object.fromEntries(windows) }
  return { review, names, hallName: setup.hall.name }
}

/** Lines of nobody, which were never called, are left out. */
function servedIn(rows: HallReport['splits']['clerk']): Map<string, Served> {
  return new Map(
    rows
      .filter(({ key }) => key !== '')
      .map(({ key, figures }) => [key, { served: figures.served ?? 0, pastClosing: figures.pastClosing ?? 0 }]),
  )
}

/** A month on A4. */
export function monthPrint(hub: Hub, view: MonthReviewView, printedAt: number): PagePrint {
  const { title, html, fileName } = monthPage({ ...view, printedAt })
  return { number: '', title, html, fileName, ...a4, numbersPages: true, lacking: [], toPdf: writesPdf(hub) }
}
