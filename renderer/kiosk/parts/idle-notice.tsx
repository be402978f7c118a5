import { pageOf } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'

/** The countdown that is seen before the kiosk forgets everything. Any touch stops it. */
export function IdleNotice({ secondsLeft }: { secondsLeft: number | null }) {
  const { flow, text } = useKiosk()
  if (secondsLeft === null) return null
  const isTicket = pageOf(flow).name === 'ticket'
  return (
    <div className={isTicket ? 'idle-notice quiet' : 'idle-notice'} role="timer">
      <strong>{isTicket ? text.finishedIn(secondsLeft) : text.countdown(secondsLeft)}</strong>
      {isTicket ? null : <button type="button">{text.stillHere}</button>}
    </div>
  )
}
