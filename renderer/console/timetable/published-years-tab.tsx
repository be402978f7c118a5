import { Alert, Table } from 'antd'
import type { PublishedYear } from '../../../shared/vocabulary/calendar.ts'
import { DialogButton } from '../../common/form/dialog-button.tsx'
import { setupText } from '../../common/text/console-setup.ts'
import { useConsoleView } from '../console-context.ts'
import { PublishedYearForm } from './published-year-form.tsx'

const words = setupText.timetable

interface PublishedYearsTabProps {
  publishedYears: PublishedYear[]
  mayChange: boolean
}

/** 放假安排: the years whose notice is known. This year and the next without one are named, not guessed. */
export function PublishedYearsTab({ publishedYears, mayChange }: PublishedYearsTabProps) {
  const thisYear = useConsoleView(({ phase }) => Number(phase.hallDay.slice(0, 4)))
  const missing = [thisYear, thisYear + 1].filter((year) => !publishedYears.some((one) => one.year === year))
  return (
    <>
      {missing.map((year) => (
        <Alert key={year} className="form-answer" type="warning" showIcon title={words.notImported(year)} />
      ))}
      <div className="page-actions">
        {mayChange && (
          <DialogButton label={words.import} title={words.importTitle} face={{ type: 'primary' }} width={640}>
            {(close) => <PublishedYearForm year={missing[0] ?? thisYear + 1} onDone={close} />}
          </DialogButton>
        )}
      </div>
      <Table<PublishedYear>
        size="small"
        rowKey="year"
        pagination={false}
        dataSource={[...publishedYears].sort((one, other) => other.year - one.year)}
        expandable={{ expandedRowRender: (one) => <YearDays publishedYear={one} /> }}
        columns={[
          { title: words.year, dataIndex: 'year' },
          { title: words.documentNumber, key: 'document', render: (_, one) => one.documentNumber || words.noDocument },
          { title: words.restDays, key: 'rest', render: (_, one) => words.dayCount(one.restDays.length) },
          { title: words.workedDays, key: 'worked', render: (_, one) => words.dayCount(one.workedDays.length) },
          ...(mayChange
            ? [
                {
                  key: 'actions',
                  render: (_: unknown, one: PublishedYear) => (
                    <DialogButton
                      label={words.reimport}
                      spoken={`${words.reimport} ${one.year}`}
                      title={words.importTitle}
                      face={{ size: 'small' }}
                      width={640}
                    >
                      {(close) => <PublishedYearForm year={one.year} published={one} onDone={close} />}
                    </DialogButton>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function YearDays({ publishedYear: { restDays, workedDays } }: { publishedYear: PublishedYear }) {
  return (
    <>
      <p>
        {words.restDays}：{restDays.join('、')}
      </p>
      <p>
        {words.workedDays}：{workedDays.join('、')}
      </p>
    </>
  )
}
