import { noonOf } from '../../common/day/noon.ts'
import { OwnAttendance } from '../../common/day/own-attendance.tsx'
import { useConsoleView } from '../console-context.ts'

/** 我的考勤, for those who stand at no window. */
export function OwnAttendancePage() {
  const today = useConsoleView(({ phase }) => phase.hallDay)
  const noon = useConsoleView(({ phase }) => noonOf(phase))
  const seq = useConsoleView(({ attendance }) => attendance.seq)
  return <OwnAttendance seq={seq} today={today} noon={noon} />
}
