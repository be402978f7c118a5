import { Alert, Button, Modal, Popconfirm, Space, Table } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OwnAttendanceView } from '../../../shared/contract/attendance-view.ts'
import type { AttendanceRecord, PunchDirection } from '../../../shared/vocabulary/attendance.ts'
import { punchKindWords, punchSourceWords } from '../../../shared/vocabulary/words.ts'
import { AskedFrame } from '../form/asked-frame.tsx'
import { TextField } from '../form/fields.tsx'
import { CommandForm } from '../form/hub-form.tsx'
import { OutcomeAlert } from '../form/outcome-alert.tsx'
import type { Pressed } from '../form/pressed.ts'
import { type Asked, useAsk } from '../form/use-ask.ts'
import { hub, send } from '../hub-link.ts'
import { attendanceText } from '../text/attendance.ts'
import { clockText, instantAt } from '../time-text.ts'
import { LeaveForm } from './leave-form.tsx'
import { LeaveTable } from './leave-table.tsx'
import { findingTexts, leaveText } from './record-text.ts'

const askOwn = () => hub.query.ownAttendance({})

/** One's own punches of today, asked for again whenever `seq` says that something has changed. */
export function useOwnAttendance(seq: number): Asked<OwnAttendanceView> {
  return useAskWith(askOwn, seq)
}

/** Asks now, and again whenever `seq` changes. */
function useAskWith<T>(ask: () => Promise<T>, seq: number): Asked<T> {
  const asked = useAsk(ask)
  const { again } = asked
  const askedFor = useRef(seq)
  useEffect(() => {
    if (askedFor.current === seq) return
    askedFor.current = seq
    again()
  }, [seq, again])
  return asked
}

interface OwnAttendanceProps {
  /** Journal entry of the last change of attendance or leave. */
  seq: number
  today: string
  noon: string
}

/** 我的考勤: today's punches, what waits for one's word, the month, and one's leave. */
export function OwnAttendance({ seq, today, noon }: OwnAttendanceProps) {
  const own = useOwnAttendance(seq)
  return (
    <>
      <AskedFrame asked={own}>
        {(view) => (
          <>
            {view.unconfirmed !== null && <ConfirmDayOut unconfirmed={view.unconfirmed} onDone={own.again} />}
            <Today view={view} onPunched={own.again} />
          </>
        )}
      </AskedFrame>
      <Month seq={seq} month={today.slice(0, 7)} />
      <OwnLeave seq={seq} today={today} noon={noon} />
    </>
  )
}

/** The last workday ended at the home unit, and nobody has said when. */
function ConfirmDayOut({
  unconfirmed,
  onDone,
}: {
  unconfirmed: NonNullable<OwnAttendanceView['unconfirmed']>
  onDone: () => void
}) {
  const { day, lastPunchedAt } = unconfirmed
  const words = attendanceText.confirm
  return (
    <Alert
      className="form-answer"
      type="warning"
      showIcon
      title={words.title(day, clockText(lastPunchedAt))}
      description={
        <CommandForm
          type="ConfirmDayOut"
          layout="horizontal"
          initial={{ clock: '' }}
          bodyOf={({ clock }) => ({ day, punchedAt: instantAt(day, String(clock).trim()) })}
          checkTyped={({ clock }) =>
            Number.isNaN(instantAt(day, String(clock).trim()))
              ? [{ name: ['clock'], errors: [words.clockProblem] }]
              : []
          }
          submitText={words.submit}
          onDone={onDone}
        >
          <TextField name={['clock']} label={words.clock} remark={words.remark} example={words.example} />
        </CommandForm>
      }
    />
  )
}

function Today({ view, onPunched }: { view: OwnAttendanceView; onPunched: () => void }) {
  const { today } = view
  const { pressed, press } = usePunch(onPunched)
  return (
    <section className="own-today" aria-label={attendanceText.today}>
      <h3>{attendanceText.today}</h3>
      {!today.isExpected && today.punches.length === 0 ? (
        <p className="soft">{attendanceText.notExpected}</p>
      ) : (
        <p>{punchesText(today) || attendanceText.noPunches}</p>
      )}
      <Findings record={today} />
      <Space>
        <Button type={view.nextDirection === 'in' ? 'primary' : 'default'} onClick={() => void press('in')}>
          {attendanceText.arrive}
        </Button>
        {view.nextDirection === 'out' ? (
          <Button type="primary" onClick={() => void press('out')}>
            {attendanceText.leaveNow}
          </Button>
        ) : (
          <Popconfirm
            title={attendanceText.leaveNowAsk}
            description={attendanceText.leaveNowRemark}
            onConfirm={() => void press('out')}
          >
            <Button>{attendanceText.leaveNow}</Button>
          </Popconfirm>
        )}
      </Space>
      <OutcomeAlert pressed={pressed} />
    </section>
  )
}

/** A press of one's own; what was refused is said until the next press. */
export function usePunch(onPunched: () => void) {
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const underWay = useRef(false)
  const press = async (direction: PunchDirection) => {
    if (underWay.current) return
    underWay.current = true
    setPressed(await send('PunchAttendance', { direction }))
    underWay.current = false
    onPunched()
  }
  return { pressed, press }
}

function punchesText({ punches }: AttendanceRecord): string {
  return punches
    .map(({ kind, punchedAt, source }) => {
      const where = source === 'window' || source === 'console' ? '' : `（${punchSourceWords[source]}）`
      return `${punchKindWords[kind]} ${clockText(punchedAt)}${where}`
    })
    .join(' · ')
}

function Findings({ record }: { record: AttendanceRecord }) {
  const texts = findingTexts(record)
  if (texts.length === 0) return null
  return <p className="finding">{texts.join('；')}</p>
}

function Month({ seq, month }: { seq: number; month: string }) {
  const words = attendanceText.month
  const ask = useCallback(() => hub.query.attendanceOfMonth({ month }), [month])
  const asked = useAskWith(ask, seq)
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <AskedFrame asked={asked}>{({ rows }) => <DayTable days={rows[0]?.days ?? []} />}</AskedFrame>
    </section>
  )
}

/** Days of one person, newest first. */
export function DayTable({ days }: { days: readonly AttendanceRecord[] }) {
  const words = attendanceText.month
  return (
    <Table<AttendanceRecord>
      size="small"
      rowKey="day"
      pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={days.toReversed()}
      locale={{ emptyText: words.empty }}
      columns={[
        { title: words.day, dataIndex: 'day', width: 110 },
        { title: words.punches, key: 'punches', render: (_, record) => punchesText(record) },
        { title: words.findings, key: 'findings', render: (_, record) => <Findings record={record} /> },
        { title: words.leaves, key: 'leaves', render: (_, { leaves }) => leaves.map(leaveText).join('；') },
      ]}
    />
  )
}

const daysBack = 31
const daysAhead = 366

function OwnLeave({ seq, today, noon }: OwnAttendanceProps) {
  const words = attendanceText.leave
  const [isAsking, setAsking] = useState(false)
  const ask = useCallback(() => hub.query.leaves(leaveRange(today)), [today])
  const asked = useAskWith(ask, seq)
  return (
    <section aria-label={words.title}>
      <h3 className="own-leave">
        {words.title}
        <Button onClick={() => setAsking(true)}>{words.ask}</Button>
      </h3>
      <AskedFrame asked={asked}>{(leaves) => <LeaveTable leaves={leaves} onChanged={asked.again} />}</AskedFrame>
      {isAsking && (
        <Modal open title={words.askTitle} footer={null} destroyOnHidden onCancel={() => setAsking(false)}>
          <LeaveForm
            today={today}
            noon={noon}
            onCancel={() => setAsking(false)}
            onDone={() => {
              setAsking(false)
              asked.again()
            }}
          />
        </Modal>
      )}
    </section>
  )
}

/** The leave that is worth looking at: of the last month, and all to come. */
export function leaveRange(today: string): { from: string; to: string } {
  const at = Date.parse(`${today}T00:00:00Z`)
  const dayAt = (days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10)
  return { from: dayAt(-daysBack), to: dayAt(daysAhead) }
}
