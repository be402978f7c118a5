import type { ClerkView } from '../../../shared/contract/view.ts'
import { useOwnAttendance, usePunch } from '../../common/day/own-attendance.tsx'
import { findingTexts } from '../../common/day/record-text.ts'
import { attendanceText } from '../../common/text/attendance.ts'
import { clockText } from '../../common/time-text.ts'
import { useDesk } from '../desk-context.ts'

/** Today's punches in the top bar, what is missing of them, and the way to all of one's attendance. */
export function PunchLine({ view }: { view: ClerkView }) {
  const desk = useDesk()
  const { answer, again } = useOwnAttendance(view.attendanceSeq)
  const { pressed, press } = usePunch(again)
  const { today, nextDirection = null, unconfirmed = null } = answer ?? {}
  const missing = [
    ...(today === undefined ? [] : findingTexts(today)),
    ...(unconfirmed === null ? [] : [attendanceText.toConfirm]),
    ...(pressed?.kind === 'refused' ? [pressed.sentence] : []),
  ]
  return (
    <section className="punch-line" aria-label={attendanceText.own}>
      <span>{today?.punches.map(({ punchedAt }) => clockText(punchedAt)).join(' · ')}</span>
      {missing.length > 0 && (
        <b className="punch-missing" title={missing.join('；')}>
          {missing[0]}
        </b>
      )}
      {nextDirection !== null && (
        <button type="button" onClick={() => void press(nextDirection)}>
          {attendanceText.punch[nextDirection]}
        </button>
      )}
      <button type="button" onClick={() => desk.openPanel('attendance')}>
        {attendanceText.own}
      </button>
    </section>
  )
}
