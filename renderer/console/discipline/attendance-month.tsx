import { Alert, Button, Input, Space, Table } from 'antd'
import { type FormEvent, useCallback, useId, useState } from 'react'
import type { AttendanceMonthRow } from '../../../shared/contract/attendance-view.ts'
import type { AttendanceTotals } from '../../../shared/vocabulary/attendance.ts'
import { DayTable } from '../../common/day/own-attendance.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { attendanceText } from '../../common/text/attendance.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'

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

function MonthChoice({ month, onChoose }: { month: string; onChoose: (month: string) => void }) {
  const [typed, setTyped] = useState(month)
  const [isWrong, setWrong] = useState(false)
  const id = useId()
  const press = (pressed: FormEvent) => {
    pressed.preventDefault()
    const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(typed.trim())
    setWrong(!isMonth)
    if (isMonth) onChoose(typed.trim())
  }
  return (
    <form className="page-actions" onSubmit={press}>
      <label htmlFor={id}>{words.month}</label>
      <Button onClick={() => onChoose(monthAfter(month, -1))}>{words.previousMonth}</Button>
      <Space.Compact>
        <Input
          id={id}
          className="day-input"
          value={typed}
          maxLength={7}
          onChange={(change) => setTyped(change.target.value)}
        />
        <Button htmlType="submit">{words.show}</Button>
      </Space.Compact>
      <Button onClick={() => onChoose(monthAfter(month, 1))}>{words.nextMonth}</Button>
      {isWrong && <Alert type="error" showIcon title={words.monthProblem} />}
    </form>
  )
}

function monthAfter(month: string, months: number): string {
  const [year, at] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, at! - 1 + months, 1)).toISOString().slice(0, 7)
}
