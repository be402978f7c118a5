import { Button, Table, Tabs, Tag } from 'antd'
import { useCallback, useState } from 'react'
import type { LogRow } from '../../../shared/contract/log-view.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { clockText, dayText } from '../../common/time-text.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'
import { type Days, DaysForm } from '../parts/days-form.tsx'
import { LogDay } from './log-day.tsx'
import { VerifyLog } from './verify-log.tsx'

const words = consoleDiscipline.logs

/** 每日纪律巡查日志: one a workday, and the proof of a printed one. */
export function LogsPage() {
  return (
    <Tabs
      items={[
        { key: 'days', label: words.daysTab, children: <LogDays /> },
        { key: 'verify', label: words.verifyTab, children: <VerifyLog /> },
      ]}
    />
  )
}

function LogDays() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const seq = useConsoleView(({ journal }) => journal.seq)
  const [days, setDays] = useState<Days>({ from: `${today.slice(0, 8)}01`, to: today })
  const [opened, setOpened] = useState(today)
  const ask = useCallback(() => hub.query.disciplineLogs(days), [days])
  const asked = useAskAnew(ask, seq)
  return (
    <>
      <DaysForm days={days} onChoose={setDays} onAgain={asked.again} />
      <div className="log-columns">
        <AskedFrame asked={asked}>{(rows) => <LogTable rows={rows} onOpen={setOpened} />}</AskedFrame>
        <LogDay key={opened} day={opened} seq={seq} />
      </div>
    </>
  )
}

function LogTable({ rows, onOpen }: { rows: readonly LogRow[]; onOpen: (day: string) => void }) {
  return (
    <Table<LogRow>
      size="small"
      rowKey="day"
      pagination={false}
      dataSource={[...rows]}
      locale={{ emptyText: words.noDays }}
      columns={[
        {
          title: words.day,
          key: 'day',
          width: 120,
          render: (_, { day }) => (
            <Button type="link" size="small" onClick={() => onOpen(day)}>
              {day}
            </Button>
          ),
        },
        { title: words.state, key: 'state', render: (_, row) => <StateOf row={row} /> },
      ]}
    />
  )
}

function StateOf({ row }: { row: LogRow }) {
  if (row.number === null)
    return <Tag color={row.isMissing ? 'red' : 'gold'}>{row.isMissing ? words.missing : words.open}</Tag>
  const closed = row.closedAt === null ? '' : `${dayText(row.closedAt)} ${clockText(row.closedAt)}`
  return (
    <>
      <div>{row.number}</div>
      <div className="soft">
        {words.closedBy(closed, row.closedByName, row.isLate)}
        {row.noteCount > 0 && ` · ${words.notes(row.noteCount)}`}
      </div>
    </>
  )
}
