import { App, Drawer } from 'antd'
import type { ClerkView } from '../../../shared/contract/view.ts'
import { lastMessageOnly } from '../../common/antd-theme.tsx'
import { noonOf } from '../../common/day/noon.ts'
import { OwnAttendance } from '../../common/day/own-attendance.tsx'
import { attendanceText } from '../../common/text/attendance.ts'
import { useDesk, useDeskState } from '../desk-context.ts'

/** 我的考勤 over the desk. */
export function AttendancePanel({ view }: { view: ClerkView }) {
  const { panel } = useDeskState()
  const desk = useDesk()
  if (panel !== 'attendance') return null
  return (
    <App component={false} message={lastMessageOnly}>
      <Drawer open onClose={desk.closePanel} title={attendanceText.own} size={1080} destroyOnHidden>
        <OwnAttendance seq={view.attendanceSeq} today={view.phase.hallDay} noon={noonOf(view.phase)} />
      </Drawer>
    </App>
  )
}
