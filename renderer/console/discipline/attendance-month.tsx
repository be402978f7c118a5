import { Table } from 'antd'
import { useCallback, useState } from 'react'
import type { AttendanceMonthRow } from '../../../shared/contract/attendance-view.ts'
import type { AttendanceTotals } from '../../../shared/vocabulary/attendance.ts'
import { DayTable } from '../../common/day/own-attendance.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { attendanceText } from '../../common/text/attendance.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'
import { MonthChoice } from '../parts/month-choice.tsx'

const words = consoleDiscipline.attendance

/** A month: everybody's sums, and a person's days when unfolded. */
export function AttendanceMonth() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const seq = useConsoleView(({ attendance }) => attendance.seq)
  const [month, setMonth] = useState(today.slice(0, 7))
  const ask = useCallback(() => hub.query.attendanceOfMonth({ month }), [month])
  const asked = useAskAnew(ask, seq)
  return (
    <>
      <MonthChoice key={month} month={month} onChoose={setMonth} />
      <AskedFrame asked={asked}>{({ rows }) => <Sums rows={rows} />}</AskedFrame>
    </>
  )
}

function Sums({ rows }: { rows: AttendanceMonthRow[] }) {
  return (
    <Table<AttendanceMonthRow>
      size="small"
      rowKey="staffId"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: words.nobody }}
      expandable={{ expandedRowRender: ({ days }) => <DayTable days={days} /> }}
      columns={[
        { title: words.person, dataIndex: 'staffName' },
        ...(Object.keys(attendanceText.totals) as (keyof AttendanceTotals)[]).map((key) => ({
          title: attendanceText.totals[key],
          key,
          align: 'right' as const,
          render: (_: unknown, { totals }: AttendanceMonthRow) => (totals[key] === 0 ? '' : totals[key]),
        })),
      ]}
    />
  )
}
