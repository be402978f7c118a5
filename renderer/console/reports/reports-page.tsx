import { Alert, Radio, Segmented, Spin } from 'antd'
import { lazy, Suspense, useCallback, useState } from 'react'
import { type HallReport, reportDaysMax, reportFilePath } from '../../../shared/contract/hall-report.ts'
import { type ReportSplit, reportSplits, reportSplitWords } from '../../../shared/vocabulary/report-figure.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { useAsk } from '../../common/form/use-ask.ts'
import { hub } from '../../common/hub-link.ts'
import { PrintButton } from '../../common/promise/print-button.tsx'
import { reportsText as words } from '../../common/text/console-reports.ts'
import { useConsoleView } from '../console-context.ts'
import { type Days, DaysForm } from '../parts/days-form.tsx'
import { SaveWorkbook } from '../parts/save-workbook.tsx'
import { dayChoices, daysOf, lengthOf } from './day-choices.ts'
import { ReportTables } from './report-tables.tsx'

// ECharts is half as large as the console itself; it comes when somebody looks.
const ReportCharts = lazy(async () => ({ default: (await import('./report-charts.tsx')).ReportCharts }))

/** 报表: the figures of some days, whole and by window, clerk, item, hour and day. */
export function ReportsPage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const [days, setDays] = useState<Days>(daysOf('today', today))
  const [split, setSplit] = useState<ReportSplit>('window')
  const [isTooLong, setTooLong] = useState(false)
  const choose = (chosen: Days) => {
    const fits = lengthOf(chosen) <= reportDaysMax
    setTooLong(!fits)
    if (fits) setDays(chosen)
  }
  const { from, to } = days
  const ask = useCallback(() => hub.query.hallReport({ from, to }), [from, to])
  const asked = useAsk(ask)
  return (
    <>
      <RangeChoice today={today} days={days} onChoose={choose} onAgain={asked.again} />
      {isTooLong && <Alert type="error" showIcon title={words.tooLong} />}
      <div className="page-actions">
        <Segmented<ReportSplit>
          aria-label={words.split}
          value={split}
          onChange={setSplit}
          options={reportSplits.map((one) => ({ value: one, label: reportSplitWords[one].name }))}
        />
        <SaveWorkbook address={`${reportFilePath}?from=${from}&to=${to}`} fileName={words.fileName(from, to)} />
        <PrintButton label={words.print} pageOf={() => hub.query.reportPrint({ from, to, split })} />
      </div>
      <AskedFrame asked={asked}>
        {(report) => (
          <>
            <h2>{words.range(report.from, report.to)}</h2>
            {hasFigures(report) && (
              <Suspense fallback={<Spin className="page-spin" />}>
                <ReportCharts report={report} />
              </Suspense>
            )}
            <ReportTables report={report} split={split} />
          </>
        )}
      </AskedFrame>
    </>
  )
}

const hasFigures = ({ total }: HallReport) => (total.figures.taken ?? 0) > 0

interface RangeChoiceProps {
  today: string
  days: Days
  onChoose: (days: Days) => void
  onAgain: () => void
}

function RangeChoice({ today, days, onChoose, onAgain }: RangeChoiceProps) {
  const isChosen = (one: Days) => one.from === days.from && one.to === days.to
  const chosen = dayChoices.find((choice) => isChosen(daysOf(choice, today)))
  return (
    <div className="page-actions">
      <Radio.Group
        aria-label={words.choices}
        optionType="button"
        value={chosen ?? 'chosen'}
        onChange={({ target }) => onChoose(daysOf(target.value, today))}
        options={[
          ...dayChoices.map((choice) => ({ value: choice, label: words.choice[choice] })),
          { value: 'chosen', label: words.chosen, disabled: true },
        ]}
      />
      <DaysForm key={`${days.from} ${days.to}`} days={days} onChoose={onChoose} onAgain={onAgain} />
    </div>
  )
}
