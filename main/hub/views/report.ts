import type { HallReport, ReportRow } from '../../../shared/contract/hall-report.ts'
import type { PagePrint } from '../../../shared/contract/promise-view.ts'
import type { ReportSplit } from '../../../shared/vocabulary/report-figure.ts'
import type { Actor } from '../../../shared/vocabulary/staff.ts'
import { reportPage } from '../../printing/report-page.ts'
import type { Hub } from '../hub.ts'
import { itemNameOf } from './promise/rows.ts'

/** The lines by the names people know: clerks in the order of theirs, items with the most asked first. */
export function withNames(hub: Hub, { splits, ...report }: HallReport): HallReport {
  const { privateRecords } = hub.tables
  const windows = hub.setup().serviceWindows
  const named = (rows: ReportRow[], nameOf: (key: string) => string) =>
    rows.map((row) => ({ ...row, name: row.key === '' ? '没有叫过' : nameOf(row.key) }))
  const windowName = (key: string) => `${key} 号 ${windows.get(Number(key))?.name ?? ''}`.trim()
  const clerks = named(splits.clerk, (key) => privateRecords.nameOf(key) || key)
  const items = named(splits.item, (key) => itemNameOf(hub, key))
  const taken = ({ figures }: ReportRow) => figures.taken ?? 0
  return {
    ...report,
    splits: {
      window: named(splits.window, windowName),
      clerk: clerks.sort(byName),
      item: items.sort((one, other) => taken(other) - taken(one)),
      hour: named(splits.hour, (key) => `${key}:00–${key}:59`),
      day: splits.day,
    },
  }
}

/** Numbers that nobody called come last. */
function byName(one: ReportRow, other: ReportRow): number {
  if (one.key === '' || other.key === '') return one.key === '' ? 1 : -1
  return one.name.localeCompare(other.name, 'zh')
}

/** A report on A4: its range, the hall's figures beside those of one split, and what each of them counts. */
export function reportPrint(hub: Hub, report: HallReport, split: ReportSplit, reader: Actor | undefined): PagePrint {
  const { hall, printerSettings } = hub.setup()
  const printedBy = reader?.kind === 'staff' ? hub.tables.privateRecords.nameOf(reader.staffId) : ''
  const page = reportPage({ hallName: hall.name, report, split, printedBy })
  return { ...page, number: '', lacking: [], toPdf: printerSettings.kind === 'pdf' }
}
