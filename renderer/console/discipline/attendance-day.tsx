import { Button, Table, Tag, Tooltip } from 'antd'
import { useCallback, useState } from 'react'
import type { AttendanceDayView, AttendanceRow } from '../../../shared/contract/attendance-view.ts'
import type { AttendanceCounts, AttendancePunch, PunchKind } from '../../../shared/vocabulary/attendance.ts'
import { attendanceDoubtWords, punchKindWords, punchSourceWords } from '../../../shared/vocabulary/words.ts'
import { leaveText } from '../../common/day/record-text.ts'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { common } from '../../common/text/common.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { clockText } from '../../common/time-text.ts'
import { useHubNow } from '../../common/use-view.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleState, useConsoleView } from '../console-context.ts'
import { DayChoice } from '../parts/day-choice.tsx'
import { AttendanceFindings } from './attendance-findings.tsx'
import { RecordPunch } from './record-punch.tsx'

const words = consoleDiscipline.attendance
const minuteMs = 60_000

/** A day: the counts of the log on top, then everybody of whom something is expected or known. */
export function AttendanceDay() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const seq = useConsoleView(({ attendance }) => attendance.seq)
  // Who is not here yet becomes later by the minute, without an entry in the journal.
  const minute = Math.floor(useHubNow(useConsoleState()) / minuteMs)
  const [day, setDay] = useState(today)
  const [entering, setEntering] = useState<AttendanceRow | null>(null)
  const ask = useCallback(() => hub.query.attendanceOfDay({ day }), [day])
  const asked = useAskAnew(ask, seq + minute)
  return (
    <>
      <DayChoice key={day} day={day} onChoose={setDay} onAgain={asked.again} />
      <AskedFrame asked={asked}>
        {(view) => <Day view={view} onEnter={setEntering} onChanged={asked.again} />}
      </AskedFrame>
      {entering !== null && (
        <RecordPunch
          row={entering}
          onClose={() => setEntering(null)}
          onDone={() => {
            setEntering(null)
            asked.again()
          }}
        />
      )}
    </>
  )
}

interface RowActions {
  onEnter: (row: AttendanceRow) => void
  onChanged: () => void
}

function Day({ view, ...actions }: RowActions & { view: AttendanceDayView }) {
  if (!view.isWorkday && view.rows.length === 0) return <p className="soft">{words.restDay}</p>
  return (
    <>
      <Counts counts={view.counts} />
      <Rows rows={view.rows} {...actions} />
    </>
  )
}

function Counts({ counts }: { counts: AttendanceCounts }) {
  return (
    <dl className="attendance-counts">
      {(Object.keys(words.counts) as (keyof AttendanceCounts)[]).map((key) => (
        <div key={key}>
          <dt>{words.counts[key]}</dt>
          <dd>{counts[key]}</dd>
        </div>
      ))}
    </dl>
  )
}

const kinds = Object.keys(punchKindWords) as PunchKind[]

function Rows({ rows, onEnter, onChanged }: RowActions & { rows: AttendanceRow[] }) {
  return (
    <Table<AttendanceRow>
      size="small"
      rowKey="staffId"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: words.nobody }}
      columns={[
        { title: words.person, dataIndex: 'staffName', width: 80 },
        { title: words.post, key: 'post', width: 110, render: (_, row) => postText(row) },
        ...kinds.map((kind) => ({
          title: punchKindWords[kind],
          key: kind,
          width: 116,
          render: (_: unknown, row: AttendanceRow) => <Punches row={row} kind={kind} />,
        })),
        {
          title: words.findings,
          key: 'findings',
          render: (_, row) => <AttendanceFindings row={row} onProposed={onChanged} />,
        },
        {
          title: words.doubts,
          key: 'doubts',
          render: (_, { doubts }) =>
            doubts.map((doubt) => (
              <Tag key={doubt} color="gold">
                {attendanceDoubtWords[doubt]}
              </Tag>
            )),
        },
        { title: words.leave, key: 'leave', render: (_, { leaves }) => leaves.map(leaveText).join('；') },
        {
          key: 'enter',
          width: 70,
          render: (_, row) => (
            <Button size="small" aria-label={words.enterFor(row.staffName)} onClick={() => onEnter(row)}>
              {words.enter}
            </Button>
          ),
        },
      ]}
    />
  )
}

function postText({ role, windowNumbers }: AttendanceRow): string {
  return role === 'clerk' && windowNumbers[0] !== undefined ? common.windowName(windowNumbers[0]) : common.role[role]
}

/** The times of one kind; where one did not come from the person's own press it says so. */
function Punches({ row, kind }: { row: AttendanceRow; kind: PunchKind }) {
  const found = row.punches.filter((punch) => punch.kind === kind)
  return found.map((punch) => <Punch key={punch.punchedAt} punch={punch} names={row.names} />)
}

function Punch({ punch, names }: { punch: AttendancePunch; names: AttendanceRow['names'] }) {
  const { punchedAt, source, recordedBy, reason } = punch
  const clock = <span className="punch-clock">{clockText(punchedAt)}</span>
  if (source === 'window' || source === 'console') return clock
  const by = [recordedBy === null ? '' : (names[recordedBy] ?? ''), reason].filter((one) => one !== '').join('：')
  return (
    <Tooltip title={by}>
      {clock} <small className="soft">{punchSourceWords[source]}</small>
    </Tooltip>
  )
}
