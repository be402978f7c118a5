import { Button, Modal, Tabs } from 'antd'
import { useCallback, useState } from 'react'
import { LeaveForm } from '../../common/day/leave-form.tsx'
import { LeaveTable } from '../../common/day/leave-table.tsx'
import { noonOf } from '../../common/day/noon.ts'
import { leaveRange } from '../../common/day/own-attendance.tsx'
import { AskedFrame } from '../../common/form/asked-frame.tsx'
import { hub } from '../../common/hub-link.ts'
import { attendanceText } from '../../common/text/attendance.ts'
import { consoleDiscipline } from '../../common/text/console-discipline.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useConsoleView } from '../console-context.ts'
import { AttendanceDay } from './attendance-day.tsx'
import { AttendanceMonth } from './attendance-month.tsx'

const words = consoleDiscipline.attendance

/** 考勤: who is here today, any day and month, and leave that waits for a word. */
export function AttendancePage() {
  const { waitingLeaves } = useConsoleView(({ attendance }) => attendance)
  return (
    <Tabs
      items={[
        { key: 'day', label: words.dayTab, children: <AttendanceDay /> },
        { key: 'month', label: words.monthTab, children: <AttendanceMonth /> },
        { key: 'leave', label: words.leaveTab(waitingLeaves), children: <Leaves /> },
      ]}
    />
  )
}

function Leaves() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const noon = useConsoleView(({ phase }) => noonOf(phase))
  const seq = useConsoleView(({ attendance }) => attendance.seq)
  const [isAsking, setAsking] = useState(false)
  const ask = useCallback(() => hub.query.leaves(leaveRange(today)), [today])
  const asked = useAskAnew(ask, seq)
  return (
    <>
      <div className="page-actions">
        <Button onClick={() => setAsking(true)}>{attendanceText.leave.askFor}</Button>
      </div>
      <AskedFrame asked={asked}>{(leaves) => <LeaveTable leaves={leaves} onChanged={asked.again} />}</AskedFrame>
      {isAsking && (
        <Modal open title={attendanceText.leave.askFor} footer={null} destroyOnHidden onCancel={() => setAsking(false)}>
          <LeaveForm
            today={today}
            noon={noon}
            isForAnother
            onCancel={() => setAsking(false)}
            onDone={() => {
              setAsking(false)
              asked.again()
            }}
          />
        </Modal>
      )}
    </>
  )
}
