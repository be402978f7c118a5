import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import { type ReportFigure, reportFigures } from '../../../shared/vocabulary/report-figure.ts'
import { atHalfPastNine } from './console-fixtures.ts'

/** A line with no figures but those that are named. */
export function reportRow(key: string, name: string, figures: Partial<ReportRow['figures']>): ReportRow {
  const none = Object.fromEntries(Object.keys(reportFigures).map((figure) => [figure, null]))
  return { key, name, figures: { ...(none as Record<ReportFigure, null>), ...figures } }
}

/** A small report of one day: two windows, one of which nobody was called to. */
export function sampleReport(changes: Partial<HallReport> = {}): HallReport {
  const all = { taken: 9, served: 6, waitMean: 12.34, noShow: 1, noShowRate: 1 / 9, utilisation: 1.05 }
  return {
    from: '2026-11-24',
    to: '2026-11-24',
    madeAt: atHalfPastNine,
    total: reportRow('', '', all),
    splits: {
      window: [reportRow('1', '1 号 综合受理', all), reportRow('', '没有叫过', { taken: 0 })],
      clerk: [reportRow('id-zhao', '赵甲', all)],
      item: [reportRow('GA-01', '居民身份证申领', { taken: 7 }), reportRow('GA-02', '户口登记', { taken: 2 })],
      hour: [reportRow('09', '09:00–09:59', { taken: 9, waiting: 9 })],
      day: [reportRow('2026-11-24', '2026-11-24', all)],
    },
    ...changes,
  }
}
