import type { ClerkView } from '../../shared/contract/view.ts'
import { clerkText, type DeskAction } from '../common/text/clerk.ts'
import { common } from '../common/text/common.ts'
import { clockSecondsText, clockText } from '../common/time-text.ts'
import { PunchLine } from './day/punch-line.tsx'
import { useDesk } from './desk-context.ts'

const topActions = ['close-window', 'password', 'sign-out'] as const satisfies readonly DeskAction[]

/** Which window, who is on duty, what time it is, and how to leave. */
export function TopBar({ view, now }: { view: ClerkView; now: number }) {
  const desk = useDesk()
  const shell = window.hallShell
  const { windowNumber, name, status, dutyUntil } = view.serviceWindow
  return (
    <header className="top-bar">
      <h1>{clerkText.top.window(windowNumber, name)}</h1>
      <span className={`top-status is-${status}`}>{common.windowStatus[status]}</span>
      {dutyUntil !== null && dutyUntil > now && (
        <span className="top-duty">{clerkText.top.duty(clockText(dutyUntil))}</span>
      )}
      <span className="top-hall">{view.hall.name}</span>
      <span className="top-served">{clerkText.top.servedToday(view.servedToday)}</span>
      <time className="top-clock">{clockSecondsText(now)}</time>
      <PunchLine view={view} />
      <span className="top-name">{desk.session.name}</span>
      <nav className="top-actions">
        {shell !== undefined && view.countertop.state === 'none' && (
          <button type="button" onClick={() => void shell.openScreen('countertop', windowNumber)}>
            {clerkText.top.openCountertop}
          </button>
        )}
        {topActions.map((action) => (
          <button key={action} type="button" onClick={() => desk.press(action)}>
            {clerkText.actions[action]}
          </button>
        ))}
      </nav>
    </header>
  )
}
